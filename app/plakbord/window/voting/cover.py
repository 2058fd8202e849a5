"""A page over the whole window for a moment in which the room looks at one thing. What stands on it is for who fills
it; the window's own keys and menus wait until it is gone."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from plakbord.window.own_presses import OwnPresses

BIGGEST, SMALLEST = 60, 24
"""Points of the words that a room reads; public-service guidance calls for 20 at least on a beamer."""
STEP = 4


class Cover(QWidget):
    """Lies over a window and takes every key; Escape leaves. Tab stays within."""

    left = Signal()

    def __init__(self, window: QWidget, name: str) -> None:
        super().__init__(window)
        self.setObjectName("cover")
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._under = window
        self._presses = OwnPresses()
        window.installEventFilter(self)
        self.setGeometry(window.rect())

    def open(self) -> None:
        """Shows itself with the keyboard in it."""
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Goes away and tells so."""
        if self.isVisible():
            self.hide()
            self.left.emit()
            self.deleteLater()

    def press(self, event: QKeyEvent) -> bool:  # noqa: ARG002
        """What a key does here; whether it did anything. For a kind of cover to say."""
        return False

    def event(self, event: QEvent) -> bool:
        """The window's shortcuts do not work under it, whichever part of it has the keyboard; a double click on what
        opened it is not for it."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if isinstance(event, QMouseEvent):
            if event.type() == QEvent.Type.MouseButtonDblClick and not self._presses.began(event):
                event.accept()
                return True
            if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
                self._presses.note(event)
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """As large as what it lies over."""
        if event.type() == QEvent.Type.Resize and watched is self._under:
            self.setGeometry(self._under.rect())
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.press(event):
            return
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        # No other key gets as far as the window.

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round the parts of the cover."""
        parts = [each for each in self._in_order() if each.isVisible() and each.isEnabled()]
        if not parts:
            return True
        focused = self.focusWidget()
        at = parts.index(focused) if focused in parts else (-1 if forward else 0)
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        parts[(at + (1 if forward else -1)) % len(parts)].setFocus(reason)
        return True

    def _in_order(self) -> list[QWidget]:
        """Its parts that take the keyboard, in the order of Tab."""
        found: list[QWidget] = []
        each = self.nextInFocusChain()
        while each is not None and each is not self:
            if self.isAncestorOf(each) and each.focusPolicy() & Qt.FocusPolicy.TabFocus:
                found.append(each)
            each = each.nextInFocusChain()
        return found


class BigWords(QScrollArea):
    """Words as large as their room allows, and never too small to read from the back; what does not fit scrolls."""

    def __init__(self, biggest: int = BIGGEST, bold: bool = True) -> None:
        super().__init__()
        self.setObjectName("bigWords")
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._biggest = biggest
        self._bold = bold
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self._label, 1)
        self.setWidget(inside)

    @property
    def points(self) -> float:
        """How large the words are now."""
        return self._label.font().pointSizeF()

    def text(self) -> str:
        """The words."""
        return self._label.text()

    def say(self, words: str) -> None:
        """Shows words."""
        self._label.setText(words)
        self.verticalScrollBar().setValue(0)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.viewport().size()
        font = QFont(self._label.font())
        font.setBold(self._bold)
        for points in range(self._biggest, SMALLEST - 1, -STEP):
            font.setPointSize(points)
            self._label.setFont(font)
            if self._fits(room.width() - 16, room.height() - 16):
                return

    def _fits(self, width: int, height: int) -> bool:
        metrics = self._label.fontMetrics()
        words = self._label.text().split()
        widest = max((metrics.horizontalAdvance(word) for word in words), default=0)
        return widest <= width and self._label.heightForWidth(max(width, 1)) <= height
