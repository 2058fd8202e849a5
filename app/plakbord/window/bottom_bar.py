"""The line under the board: the sheets as tabs, room for a sign, what was saved where, and how large the sheet is
shown. Where a panel or a small screen leaves little room, what is needed least gives way; a sign does not."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from plakbord.window.commands import Commands
from plakbord.window.sheet_tabs import SheetTabs
from plakbord.words import Words

LEAST_STATE = 110
"""Pixels in which what was saved where still says something; the rest of it is in the tooltip."""
LEAST_PERCENT = 48
MARGIN, GAP, WIDE_GAP = 8, 4, 12
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
        self._percent.setMinimumWidth(LEAST_PERCENT)
        self._percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._said = ""
        self._lay_out(commands)

    def show_sheets(self, titles: dict[str, str], current: str) -> None:
        """The sheets by id with their titles, and the one that is shown."""
        self.tabs.show_sheets(titles, current)
        self._give_way()

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
        if words != self._said:
            self._said = words
            self._state.setAccessibleName(words)
            self._give_way()

    def show_counts(self, notes: int, selected: int, t: Words) -> None:
        """How many notes there are and how many are selected."""
        words = t("status.notes", n=notes)
        words = f"{words} · {t('status.selected', n=selected)}" if selected else words
        if words != self._count.text():
            self._count.setText(words)
            self._give_way()

    def show_percent(self, percent: int, t: Words) -> None:
        """How large the sheet is shown."""
        self._percent.setText(t("status.zoom", percent=percent))

    def _lay_out(self, commands: Commands) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 3, MARGIN, 3)
        row.setSpacing(GAP)
        row.addWidget(self.tabs)
        row.addWidget(self._more)
        row.addWidget(self._room_for_signs(), 1)
        fit, less, more = (self._button(commands, f"view.{name}") for name in ("fit", "zoom_out", "zoom_in"))
        self._count.setContentsMargins(WIDE_GAP, 0, WIDE_GAP, 0)
        for part in (self._state, self._count, less, self._percent, more, fit):
            row.addWidget(part)
        self._giving: tuple[tuple[QWidget, ...], ...] = ((fit,), (less, more), (self._percent,), (self._count,))
        """What gives way, the last first: zooming is also done with the wheel, fingers, keys and the menu. The names of
        the sheets and the words of the state come before the percentage."""

    def _room_for_signs(self) -> QWidget:
        """What is left between the tabs and the state, and never less than a sign needs."""
        self._signs = room = QWidget()
        room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        room.setMinimumWidth(SIGN_ICON + room.fontMetrics().horizontalAdvance("000") + _SIGN_MARGIN + _BESIDE_SIGN)
        self._signs_row = QHBoxLayout(room)
        self._signs_row.setContentsMargins(0, 0, _BESIDE_SIGN, 0)
        self._signs_row.addStretch(1)
        return room

    def minimumSizeHint(self) -> QSize:
        """Room for the tabs, the plus and a sign: everything else can give way."""
        return QSize(self._needed(self.tabs, self._more, self._signs) + 2 * MARGIN, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_way()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._give_way()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._give_way()

    def _needed(self, *parts: QWidget) -> int:
        """How wide parts are at least, each with the gap after it."""
        return sum(max(part.minimumSizeHint().width(), part.minimumWidth()) + GAP for part in parts)

    def _give_way(self) -> None:
        """Shows what there is room for beside the tabs, and ends what was saved where in dots when it is too long."""
        if not self.isVisible():  # it will be once more when it is shown
            return
        metrics = self._state.fontMetrics()
        full = metrics.horizontalAdvance(self._said) + 2
        state = min(full, LEAST_STATE)
        room = self.width() - 2 * MARGIN - 2 * GAP - self._needed(self.tabs, self._more, self._signs) - state
        fits = True
        for parts in self._giving:
            if self._percent in parts:
                names = max(0, min(self.tabs.sizeHint().width() - self.tabs.minimumSizeHint().width(), room))
                words = max(0, min(full - state, room - names))
                state, room = state + words, room - names - words
            fits = fits and self._needed(*parts) <= room
            room -= self._needed(*parts) if fits else 0
            for part in parts:
                part.setVisible(fits)
        state = min(state, state + room)
        shown = self._said if full <= state else metrics.elidedText(self._said, Qt.TextElideMode.ElideRight, state)
        self._state.setText(shown)
        self._state.setToolTip("" if shown == self._said else self._said)

    def _button(self, commands: Commands, action_id: str) -> QToolButton:
        button = QToolButton()
        button.setDefaultAction(commands.by_id[action_id])
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setIconSize(QSize(16, 16))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button
