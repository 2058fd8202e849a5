"""The lasting bar above the board: one sentence about the safety of the work, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from plakbord.window.breaking import breakable
from plakbord.window.icons import Icons


class NoticeBar(QWidget):
    """Hidden until there is something to say; stays as long as it is so."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("safetyBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icon = QLabel()
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._buttons: list[QPushButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 8, 12, 8)
        self._row.setSpacing(12)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._words, 1)
        self._said: tuple[str, ...] = ()
        self.hide()

    def say(self, words: str, icon: str, icons: Icons, buttons: Sequence[tuple[str, Callable[[], None]]] = ()) -> None:
        """Shows a sentence with buttons; the same as before changes nothing."""
        said = (words, *(name for name, _ in buttons))
        if said == self._said:
            return
        self._said = said
        self._words.setText(breakable(words))
        self._icon.setPixmap(icons(icon).pixmap(QSize(18, 18)))
        self._clear()
        for name, work in buttons:
            button = QPushButton(name)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, work=work: work())
            self._row.addWidget(button)
            self._buttons.append(button)
        self.setAccessibleName(words)
        self.show()

    def be_quiet(self) -> None:
        """There is nothing to say any more."""
        if self._said:
            self._said = ()
            self._clear()
            self.hide()

    def _clear(self) -> None:
        for button in self._buttons:
            self._row.removeWidget(button)
            button.deleteLater()
        self._buttons.clear()
