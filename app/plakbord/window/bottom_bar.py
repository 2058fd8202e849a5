"""The line under the board: the sheets as tabs, what was saved where, and how large the sheet is shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from plakbord.window.commands import Commands
from plakbord.window.sheet_tabs import SheetTabs
from plakbord.words import Words


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
        space = QWidget()
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row.addWidget(space, 1)
        row.addWidget(self._state)
        row.addSpacing(16)
        row.addWidget(self._count)
        row.addSpacing(12)
        row.addWidget(self._button(commands, "view.zoom_out"))
        row.addWidget(self._percent)
        row.addWidget(self._button(commands, "view.zoom_in"))
        row.addWidget(self._button(commands, "view.fit"))

    def _button(self, commands: Commands, action_id: str) -> QToolButton:
        button = QToolButton()
        button.setDefaultAction(commands.by_id[action_id])
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setIconSize(QSize(16, 16))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button
