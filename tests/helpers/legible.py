"""Whether what a window shows can be read: nothing cut off, no key of the translations in place of words, nothing left
to fill in. With PLAKBORD_PICTURES set to a folder every part that is looked at is also kept there as a picture."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPushButton,
    QScrollArea,
    QToolButton,
    QWidget,
)

from plakbord.window.breaking import BREAK
from plakbord.window.main_window import MainWindow

KEY = re.compile(r"^[a-z]+(\.[a-z_0-9]+)+$")
TO_FILL_IN = re.compile(r"\{\w*\}")
SLACK = 1
QTS_OWN = ("lookInCombo", "fileTypeCombo")
"""Parts of Qt's own file dialog, where the system brings none: a folder of the person's, and all endings of a kind of
file."""
SCREEN = (1366, 768)
"""The smallest screen that everything must fit on, in pixels."""


def unreadable(part: QWidget) -> list[str]:
    """What is wrong with a part that is shown, each as the words that it is about."""
    QApplication.processEvents()
    shown = [child for child in (part, *part.findChildren(QWidget)) if child.isVisible()]
    found = [f"cut off: {words}" for child in shown for words in _cut_off(child)]
    for area in part.findChildren(QScrollArea):
        if area.isVisible() and area.widget().width() > area.viewport().width() + SLACK:
            found.append(f"reaches out of its area: {area.objectName() or type(area.parent()).__name__}")
    for words in words_of(part):
        if KEY.match(words) or TO_FILL_IN.search(words):
            found.append(f"not words: {words}")
    if part.isWindow() and (part.width() > SCREEN[0] or part.height() > SCREEN[1]):
        found.append(f"too large for a small screen: {part.width()} x {part.height()}")
    return found


def words_of(part: QWidget) -> list[str]:
    """All words that a part shows or says."""
    found = [part.windowTitle(), part.accessibleName(), part.toolTip()]
    for child in part.findChildren(QWidget):
        if child.isVisible():
            found += [child.accessibleName(), child.toolTip(), child.accessibleDescription(), *_own_words(child)]
    if isinstance(part, QMenu):
        found += [action.text() for action in part.actions()]
    return [words for words in found if words]


def _own_words(child: QWidget) -> list[str]:
    if isinstance(child, QLabel | QAbstractButton):
        return [child.text()]
    if isinstance(child, QLineEdit):
        return [child.placeholderText()]
    if isinstance(child, QComboBox):
        return [child.itemText(number) for number in range(child.count())]
    if isinstance(child, QListWidget):
        return [child.item(number).text() for number in range(child.count())]
    return []


def _cut_off(child: QWidget) -> Iterator[str]:
    """The words of one widget that do not fit in it."""
    if isinstance(child, QLabel) and child.wordWrap():
        words = child.text().replace(BREAK, " ").split()
        longest = max((child.fontMetrics().horizontalAdvance(word) for word in words), default=0)
        if child.height() + SLACK < child.heightForWidth(child.width()) or child.contentsRect().width() < longest:
            yield child.text()
    elif isinstance(child, QLineEdit):
        if child.width() < child.fontMetrics().horizontalAdvance(child.placeholderText()) + 8:
            yield child.placeholderText()
    elif isinstance(child, QToolButton):
        if child.width() < _width_of(child):
            yield child.text()
    elif isinstance(child, QLabel | QAbstractButton | QComboBox) and child.objectName() not in QTS_OWN:
        wanted = child.sizeHint()
        if child.width() + SLACK < wanted.width() or child.height() + SLACK < child.minimumSizeHint().height():
            yield getattr(child, "text", child.objectName)()
    elif isinstance(child, QMenu):
        for action in child.actions():
            place = child.actionGeometry(action)
            if not action.isSeparator() and not child.rect().contains(place):
                yield action.text()


def _width_of(button: QToolButton) -> int:
    """What its icon and words need; around them there may be less room than it likes."""
    style = button.toolButtonStyle()
    icon = 0 if button.icon().isNull() or style == Qt.ToolButtonStyle.ToolButtonTextOnly else button.iconSize().width()
    shows_words = not icon or style == Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    return icon + (button.fontMetrics().horizontalAdvance(button.text().replace("&", "")) if shows_words else 0)


class Onlooker:
    """Opens one thing after the other in a window and looks at each. `looked_at` are the names of all dialogs' types;
    `wrong` is what could not be read."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.looked_at: set[str] = set()
        self.wrong: list[str] = []
        self._number = 0

    def look(self, part: QWidget, name: str = "") -> None:
        """Looks at something that is shown."""
        self.looked_at.add(type(part).__name__)
        name = name or type(part).__name__
        self.wrong += [f"{self.window.t.language} {name}: {each}" for each in unreadable(part)]
        folder = os.environ.get("PLAKBORD_PICTURES")
        if folder:
            self._number += 1
            Path(folder).mkdir(parents=True, exist_ok=True)
            part.grab().save(str(Path(folder) / f"{self.window.t.language}-{self._number:03}-{name}.png"))

    def open(self, ask: Callable[[], object], name: str = "", press: str = "") -> None:
        """Asks for something that opens a dialog or a menu and waits for its answer; looks at it and leaves it, or
        presses the button with these words, and looks at what comes after."""
        seen: list[QWidget] = []

        def take() -> None:
            asked = QApplication.activePopupWidget() or QApplication.activeModalWidget()
            if asked is None:
                return
            if asked in seen:
                if asked is not seen[-1]:  # what it asked in its turn has been answered
                    _leave(asked)
                return
            seen.append(asked)
            try:
                self.look(asked, f"{name}-{len(seen)}" if len(seen) > 1 else name)
            finally:
                buttons = [each for each in asked.findChildren(QPushButton) if press and each.text() == press]
                if buttons and len(seen) == 1:
                    QTimer.singleShot(0, buttons[0].click)  # a timer waits for its own work, also when that opens more
                else:
                    _leave(asked)

        timer = QTimer(interval=5)
        timer.timeout.connect(take)
        timer.start()
        try:
            ask()
            if not seen:
                QTest.qWait(30)
        finally:
            timer.stop()
        if not seen:
            self.wrong.append(f"{self.window.t.language} {name}: nothing opened")


def _leave(asked: QWidget) -> None:
    if isinstance(asked, QDialog):
        asked.reject()
    else:
        asked.close()
