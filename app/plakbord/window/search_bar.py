"""The slim bar to look for notes with: words, filters, and how many there are. It only asks; finding, dimming and
stepping are for others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from plakbord.sheet.finding import Wanted
from plakbord.window.filter_button import FilterButton, Option
from plakbord.window.find_field import ENTER, FindField, keys_for
from plakbord.window.icons import Icons
from plakbord.words import Words

PARTS = ("color", "tag", "zone", "author")
WIDTH = 780
_TOP = 10
_ICONS: Mapping[str, str] = MappingProxyType(
    {"previous": "arrow-up", "next": "arrow-down", "clear": "eye", "close": "x"}
)


class SearchBar(QFrame):
    """Floats at the top of the board, so that the sheet stays where it is."""

    wanted_changed = Signal()
    step_asked = Signal(int)
    end_asked = Signal()

    def __init__(self, board: QWidget) -> None:
        super().__init__(board)
        self._board = board
        self.setObjectName("searchBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        keys = {
            **keys_for(lambda: self.step_asked.emit(1), (*ENTER, Qt.Key.Key_Down)),
            **keys_for(lambda: self.step_asked.emit(-1), (Qt.Key.Key_Up,)),
            **keys_for(lambda: self.step_asked.emit(-1), ENTER, shift=True),
            **keys_for(self.end_asked.emit, (Qt.Key.Key_Escape,)),
        }
        self.field = FindField(keys, self, all_keys=False)
        self.field.setMinimumWidth(110)
        self.field.textChanged.connect(lambda _: self.wanted_changed.emit())
        self.count = QLabel(self)
        self.count.setObjectName("quiet")
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.count.setMinimumWidth(88)
        self.count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.filters = {part: FilterButton(part, self) for part in PARTS}
        self._buttons = {name: self._button() for name in _ICONS}
        self._join()
        self._lay_out()
        self.hide()

    def _button(self) -> QToolButton:
        button = QToolButton(self)
        button.setIconSize(QSize(16, 16))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _join(self) -> None:
        for each in self.filters.values():
            each.changed.connect(self._on_filter)
        self._buttons["previous"].clicked.connect(lambda: self.step_asked.emit(-1))
        self._buttons["next"].clicked.connect(lambda: self.step_asked.emit(1))
        self._buttons["clear"].clicked.connect(self.clear_filters)
        self._buttons["close"].clicked.connect(self.end_asked)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 8, 6)
        row.setSpacing(4)
        self.field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row.addWidget(self.field, 1)
        row.addWidget(self.count)
        row.addWidget(self._buttons["previous"])
        row.addWidget(self._buttons["next"])
        row.addSpacing(8)
        for part in PARTS:
            row.addWidget(self.filters[part])
        row.addWidget(self._buttons["clear"])
        row.addWidget(self._buttons["close"])

    def dress(self, t: Words, icons: Icons) -> None:
        """Gives everything its words and icons."""
        self.setAccessibleName(t("search.name"))
        self.field.setAccessibleName(t("search.name"))
        self.field.setPlaceholderText(t("search.hint"))
        for name, button in self._buttons.items():
            button.setIcon(icons(_ICONS[name]))
            button.setToolTip(t(f"search.{name}"))
            button.setAccessibleName(t(f"search.{name}"))
        for each in self.filters.values():
            each.name(t)

    @property
    def wanted(self) -> Wanted:
        """What is asked for."""
        chosen = {part: each.chosen for part, each in self.filters.items()}
        return Wanted(self.field.text(), chosen["color"], chosen["tag"], chosen["zone"], chosen["author"])

    def offer(self, options: Mapping[str, Sequence[Option]]) -> None:
        """What can be chosen in each filter."""
        for part, each in self.filters.items():
            each.offer(options[part])
        self._on_filter_shown()

    def show_count(self, words: str, hits: int) -> None:
        """Says how many there are."""
        self.count.setText(words)
        for name in ("previous", "next"):
            self._buttons[name].setEnabled(hits > 0)

    def open(self, board: QWidget) -> None:
        """Shows itself over a board, ready to type."""
        self.lie_over(board)
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def lie_over(self, board: QWidget) -> None:
        """Moves to a board."""
        shown = self.isVisible()
        self._board.removeEventFilter(self)
        if self._board is not board:
            self._board = board
            self.setParent(board)
            self.setVisible(shown)
        board.installEventFilter(self)
        self._place()

    def clear_filters(self) -> None:
        """Lets go of all filters; the words stay."""
        for each in self.filters.values():
            each.clear()

    def clear(self) -> None:
        """Asks for nothing any more."""
        self.clear_filters()
        self.field.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.end_asked.emit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The board gets another size."""
        if event.type() == QEvent.Type.Resize and watched is self._board:
            self._place()
        return False

    def _on_filter(self) -> None:
        self._on_filter_shown()
        self.wanted_changed.emit()

    def _on_filter_shown(self) -> None:
        self._buttons["clear"].setEnabled(any(each.chosen for each in self.filters.values()))

    def _place(self) -> None:
        board = self._board
        width = max(min(WIDTH, board.width() - 24), self.minimumSizeHint().width())
        self.resize(width, self.sizeHint().height())
        self.move(max(4, (board.width() - width) // 2), _TOP)
