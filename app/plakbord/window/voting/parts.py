"""The small parts that the voting panel and its covers are made of: a number between large buttons, a button that opens
a list to tick, and rows of words. Words from notes are always plain text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSpinBox,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from plakbord.window.cards import plain
from plakbord.window.filter_button import Option, TickMenu
from plakbord.window.icons import Icons, color_icon
from plakbord.window.own_presses import SteadyButton
from plakbord.words import Words

SIDE = 36
LARGE = 64
"""Pixels of the buttons beside a number, in the panel and where a room looks at it."""


class Stepper(QWidget):
    """A number that is typed or clicked, within bounds."""

    changed = Signal(int)

    def __init__(self, least: int, most: int, side: int = SIDE) -> None:
        super().__init__()
        self.spin = QSpinBox()
        self.spin.setObjectName("stepper" if side == SIDE else "bigStepper")
        self.spin.setRange(least, most)
        self.spin.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.spin.setFixedSize(side + side // 2, side)
        self.less, self.more = QToolButton(), QToolButton()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for each in (self.less, self.spin, self.more):
            row.addWidget(each)
        for button, way in ((self.less, -1), (self.more, 1)):
            button.setObjectName("step")
            button.setFixedSize(side, side)
            button.setIconSize(QSize(side // 2, side // 2))
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrow keys do the same in the number
            button.setAutoRepeat(True)
            button.clicked.connect(lambda _=False, way=way: self.spin.setValue(self.spin.value() + way))
        self.spin.valueChanged.connect(self._on_value)
        self.setFocusProxy(self.spin)
        self._on_value(self.spin.value())

    @property
    def value(self) -> int:
        """The number."""
        return self.spin.value()

    def set(self, value: int) -> None:
        """Shows a number without telling of it."""
        self.spin.blockSignals(True)
        self.spin.setValue(value)
        self.spin.blockSignals(False)
        self._show_ends()

    def bound(self, most: int) -> None:
        """No more than that from now on."""
        self.spin.blockSignals(True)
        self.spin.setMaximum(most)
        self.spin.blockSignals(False)
        self._show_ends()

    def dress(self, name: str, icons: Icons, t: Words) -> None:
        """Gives it its name and icons."""
        self.spin.setAccessibleName(name)
        for button, icon, key in ((self.less, "minus", "vote.less"), (self.more, "plus", "vote.more")):
            button.setIcon(icons(icon))
            button.setAccessibleName(f"{name}: {t(key)}")

    def _on_value(self, value: int) -> None:
        self._show_ends()
        self.changed.emit(value)

    def _show_ends(self) -> None:
        self.less.setEnabled(self.spin.value() > self.spin.minimum())
        self.more.setEnabled(self.spin.value() < self.spin.maximum())


class RoundBox(QComboBox):
    """Names to choose from, of which the chosen one ends in dots where it is too long for the box."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        words, width = self.currentText(), room.width() - 8
        option.currentText = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, width)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)


class TickButton(QPushButton):
    """Says what is chosen of a list, and opens it; nothing chosen means all."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("tickButton")
        self.chosen: frozenset[str] = frozenset()
        self._options: Sequence[Option] = ()
        self._all, self._name = "", ""
        self.setMenu(TickMenu(self))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def dress(self, name: str, everything: str) -> None:
        """Its name, and what it says when nothing is chosen."""
        self._name, self._all = name, everything
        self._show()

    def offer(self, options: Sequence[Option], chosen: frozenset[str]) -> None:
        """Offers these names with some of them ticked, without telling of it."""
        self._options, menu = options, self.menu()
        menu.clear()
        self.chosen = chosen & {option.id for option in options}
        for option in options:
            entry = menu.addAction(option.words.replace("&", "&&"))
            entry.setCheckable(True)
            entry.setChecked(option.id in self.chosen)
            if option.color:
                entry.setIcon(color_icon(option.color))
                entry.setIconVisibleInMenu(True)
            entry.toggled.connect(lambda on, each=option.id: self._tick(each, on))
        self.setEnabled(bool(options))
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show()

    def _tick(self, each: str, on: bool) -> None:
        self.chosen = self.chosen | {each} if on else self.chosen - {each}
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        names = [option.words for option in self._options if option.id in self.chosen]
        words = ", ".join(names) or self._all
        shown = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, max(self.width() - 48, 120))
        self.setText(shown.replace("&", "&&"))
        self.setAccessibleName(f"{self._name}: {words}")


def holds_keyboard(part: QWidget) -> bool:
    """Whether the keyboard is somewhere in this part."""
    focused = part.window().focusWidget()
    return focused is not None and part.isAncestorOf(focused)


def section(words: str) -> QLabel:
    """A small heading in the panel."""
    label = plain(words)
    label.setObjectName("voteSection")
    return label


def row(*parts: QWidget, gap: int = 8) -> QHBoxLayout:
    """Parts beside each other; the first takes the room that is left."""
    line = QHBoxLayout()
    line.setSpacing(gap)
    for number, part in enumerate(parts):
        line.addWidget(part, 0 if number else 1)
    return line


def push(key: str = "", primary: bool = False) -> QPushButton:
    """A button of the panel; the primary one is what one mostly does next. `key` is for tests and styles. Most of them
    come and go with what is shown, so a double click on one never presses the next."""
    button = SteadyButton()
    button.setObjectName("votePrimary" if primary else key)
    button.setAutoDefault(False)
    button.setIconSize(QSize(18, 18))
    return button


class Column(QScrollArea):
    """A column of parts that scrolls when the panel is low, with a foot that stays."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("voteColumn")
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setObjectName("voteColumn")
        inside.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # as wide as the panel, no more
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(16, 8, 16, 16)
        self.column.setSpacing(8)
        self.setWidget(inside)

    def put(self, *parts: QWidget | QLayout | int) -> None:
        """Adds parts below the others; a number is so many pixels between."""
        for part in parts:
            if isinstance(part, int):
                self.column.addSpacing(part)
            elif isinstance(part, QWidget):
                self.column.addWidget(part)
            else:
                self.column.addLayout(part)


def foot(*parts: QWidget | QLayout) -> QWidget:
    """What stays at the foot of the panel."""
    made = QWidget()
    made.setObjectName("voteFoot")
    column = QVBoxLayout(made)
    column.setContentsMargins(16, 12, 16, 16)
    column.setSpacing(8)
    for part in parts:
        if isinstance(part, QWidget):
            column.addWidget(part)
        else:
            column.addLayout(part)
    return made


def whole(*parts: QWidget) -> QVBoxLayout:
    """Parts below each other without room between; the first takes what is left."""
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for number, part in enumerate(parts):
        column.addWidget(part, 0 if number else 1)
    return column
