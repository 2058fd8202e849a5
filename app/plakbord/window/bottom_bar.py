"""The line under the board: the sheets as tabs, room for a sign, what was saved where, and how large the sheet is
shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from plakbord.window.commands import Commands
from plakbord.window.sheet_tabs import SheetTabs
from plakbord.words import Words

SIGN_ICON = 16
_SIGN_MARGIN, _BESIDE_SIGN = 32, 8
"""Pixels of a sign besides its icon and its number, and from there to what was saved."""


class BottomBar(QWidget):
    """Tabs left, state in the middle, zoom right."""

    sheet_chosen = Signal(str)

    def __init__(self, commands: Commands) -> None:
        super().__init__()
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.tabs = SheetTabs()
        self.tabs.chosen.connect(self.sheet_chosen)
        self._more = QToolButton()
        self._more.setText("＋")
        self._more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self._more)
        self._more.setMenu(self._menu)
        self._state, self._count, self._percent = QLabel(), QLabel(), QLabel()
        for label in (self._state, self._count, self._percent):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._percent.setMinimumWidth(48)
        self._percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out(commands)

    def show_sheets(self, titles: dict[str, str], current: str) -> None:
        """The sheets by id with their titles, and the one that is shown."""
        self.tabs.show_sheets(titles, current)

    def offer_templates(self, fill: Callable[[QMenu], None]) -> None:
        """What the plus offers; it is filled each time it is shown."""
        self._menu.aboutToShow.connect(lambda: fill(self._menu))

    def name_parts(self, t: Words) -> None:
        """Gives the parts that show no words theirs, for those who hear them."""
        self.tabs.setAccessibleName(t("bar.sheets"))
        self._more.setAccessibleName(t("bar.add_sheet"))
        self._more.setToolTip(t("bar.add_sheet"))

    def hang(self, sign: QWidget) -> None:
        """Puts a sign beside the tabs, in front of what was saved. Its room is always kept free, also without one:
        nothing else moves when it comes or goes, or says something longer."""
        self._signs_row.addWidget(sign, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setTabOrder(self._more, sign)

    def show_state(self, words: str) -> None:
        """What was saved where."""
        self._state.setText(words)

    def show_counts(self, notes: int, selected: int, t: Words) -> None:
        """How many notes there are and how many are selected."""
        words = t("status.notes", n=notes)
        self._count.setText(f"{words} · {t('status.selected', n=selected)}" if selected else words)

    def show_percent(self, percent: int, t: Words) -> None:
        """How large the sheet is shown."""
        self._percent.setText(t("status.zoom", percent=percent))

    def _lay_out(self, commands: Commands) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 3, 8, 3)
        row.setSpacing(4)
        row.addWidget(self.tabs)
        row.addWidget(self._more)
        row.addWidget(self._room_for_signs(), 1)
        row.addWidget(self._state)
        row.addSpacing(16)
        row.addWidget(self._count)
        row.addSpacing(12)
        row.addWidget(self._button(commands, "view.zoom_out"))
        row.addWidget(self._percent)
        row.addWidget(self._button(commands, "view.zoom_in"))
        row.addWidget(self._button(commands, "view.fit"))

    def _room_for_signs(self) -> QWidget:
        """What is left between the tabs and the state, and never less than a sign needs."""
        self._signs = room = QWidget()
        room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        room.setMinimumWidth(SIGN_ICON + room.fontMetrics().horizontalAdvance("000") + _SIGN_MARGIN + _BESIDE_SIGN)
        self._signs_row = QHBoxLayout(room)
        self._signs_row.setContentsMargins(0, 0, _BESIDE_SIGN, 0)
        self._signs_row.addStretch(1)
        return room

    def _button(self, commands: Commands, action_id: str) -> QToolButton:
        button = QToolButton()
        button.setDefaultAction(commands.by_id[action_id])
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setIconSize(QSize(16, 16))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button
