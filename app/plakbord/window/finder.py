"""Everything that helps to find things in one window: the palette, the search, the zooming to blocks and the sheet
with all keys. Each is made when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget

from canvas_files.folding import FoldedTexts
from plakbord.actions.find import BLOCKS
from plakbord.settings import Settings
from plakbord.window.commands import Commands
from plakbord.window.icons import Icons
from plakbord.window.stage import Kit, Stage
from plakbord.window.tone import Tone
from plakbord.window.zooming import Zooming
from plakbord.words import Words

if TYPE_CHECKING:
    from plakbord.window.palette import Palette
    from plakbord.window.searching import Searching

MOST_CHOSEN = 6
"""Recent choices that stand first in the palette."""


class FinderWindow(Protocol):
    """What is needed of the window, besides being one."""

    @property
    def t(self) -> Words: ...
    @property
    def stage(self) -> Stage: ...
    @property
    def settings(self) -> Settings: ...
    def keep(self, settings: Settings) -> None: ...
    def show_sheet(self, sheet_id: str) -> None: ...


class WindowFinder(QObject):
    """`window` is the widget, `host` the same window as far as it is asked things."""

    def __init__(self, window: QWidget, host: FinderWindow, commands: Commands, kit: Kit) -> None:
        super().__init__(window)
        self._window = window
        self._host = host
        self._commands = commands
        self._kit = kit
        self._fold = FoldedTexts()
        self._zooming = Zooming(host.stage.board)
        self._palette: Palette | None = None
        self._search: Searching | None = None
        self._dressed: tuple[Tone, Icons] | None = None
        self._moves: bool | None = None

    # The window tells

    def join(self) -> None:
        """Another board is shown."""
        board = self._host.stage.board
        self._zooming = Zooming(board)
        board.installEventFilter(self)
        board.escaped.connect(self._on_escape)
        if self._search is not None:
            self._search.join(self._host.stage, self._zooming)
        self._name_blocks()

    def dress(self, tone: Tone, icons: Icons) -> None:
        """The window has other words or colours."""
        self._dressed = tone, icons
        if self._palette is not None:
            self._palette.close_palette()
            self._palette.deleteLater()
            self._palette = None
        if self._search is not None:
            self._search.dress(self._host.t, icons)
        self._name_blocks()

    def follow(self) -> None:
        """The document changed."""
        if self._search is not None:
            self._search.follow()

    def ask_motion(self) -> None:
        """The setting for motion changed."""
        self._moves = None

    def double_clicked(self, x: float, y: float) -> bool:
        """Zooms to the block whose heading is at a point of the sheet; False when there is none."""
        from plakbord.sheet.finding import heading_at

        zone = heading_at(self._host.stage.layout, x, y)
        if zone is None:
            return False
        self.show_zone(zone)
        return True

    # What actions ask for

    @property
    def searching(self) -> bool:
        """Whether notes are being looked for."""
        return self._search is not None and self._search.active

    @property
    def can_go_back(self) -> bool:
        """Whether a block is shown, and there is a view to go back to."""
        return self._zooming.can_go_back

    def show_palette(self) -> None:
        """Offers everything that can be done or shown."""
        from plakbord.window.palette import Palette
        from plakbord.window.palette_choices import Offers

        if self._palette is None:
            assert self._dressed is not None
            self._palette = Palette(self._window, self._host.t, *self._dressed)
            self._palette.chosen.connect(self._on_chosen)
            self._palette.closed.connect(self._focus_board)
        if self._palette.isVisible():
            self._palette.close_palette()
            return
        offers = Offers(self._host.stage, self._host.t, self._kit.words, self._fold)
        recent = self._host.settings.chosen
        self._palette.open(lambda asked: offers.answering(asked, recent))

    def show_search(self) -> None:
        """Looks for notes on the sheet."""
        from plakbord.window.searching import Searching

        self._set_smooth()
        if self._search is None:
            assert self._dressed is not None
            self._search = Searching(self._host.stage, self._zooming, self._fold, self)
            self._search.dress(self._host.t, self._dressed[1])
            self._search.bar.end_asked.connect(self._commands.refresh_soon)
        self._search.begin()

    def step(self, way: int) -> None:
        """Goes to the next note that was found, or the one before."""
        if self._search is not None:
            self._search.step(way)

    def show_block(self, number: int) -> None:
        """Zooms to a block by its number in the working order, from 1."""
        zones = self._host.stage.layout.template.working_order()
        if number <= len(zones):
            self.show_zone(zones[number - 1].id)

    def show_zone(self, zone_id: str) -> None:
        """Zooms to a block."""
        self._set_smooth()
        self._zooming.show_block(zone_id)
        self._commands.refresh_soon()

    def back(self) -> None:
        """Back to the view before the block."""
        self._set_smooth()
        self._zooming.back()
        self._commands.refresh_soon()

    def show_shortcuts(self) -> None:
        """Shows all keys."""
        from plakbord.window.shortcut_sheet import ShortcutSheet

        dialog = ShortcutSheet(self._window, self._host.t)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    # Inside

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The heading of a block says how to zoom to it."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            board = self._host.stage.board
            if watched is board:
                words = self._tip(event)
                if words:
                    QToolTip.showText(event.globalPos(), words, board)
                else:
                    QToolTip.hideText()
                return True
        return False

    def _tip(self, event: QHelpEvent) -> str:
        from plakbord.sheet.finding import heading_at

        stage = self._host.stage
        ratio, camera = stage.board.ratio, stage.board.camera
        at = camera.sheet(event.pos().x() * ratio, event.pos().y() * ratio) if camera else (-1.0, -1.0)
        zone_id = None if stage.board.surface.note_at(*at) else heading_at(stage.layout, *at)
        zones = stage.layout.template.working_order()
        for number, zone in enumerate(zones, 1):
            if zone.id == zone_id:
                name = stage.layout.name_of(zone)(stage.layout.t.language)
                key = "block.tip" if number <= len(BLOCKS) else "block.tip.plain"
                return self._host.t(key, name=name, number=number)
        return ""

    def _name_blocks(self) -> None:
        """The menu names the blocks of the sheet that is shown."""
        layout = self._host.stage.layout
        zones = layout.template.working_order()
        for number, action_id in enumerate(BLOCKS, 1):
            command = self._commands.by_id[action_id]
            command.setVisible(number <= len(zones))
            if number <= len(zones):
                name = layout.name_of(zones[number - 1])(layout.t.language)
                command.setText(name.replace("&", "&&"))
                command.setToolTip(f"{name}  ({number})")

    def _on_escape(self) -> None:
        if self.searching and self._search is not None:
            self._search.end()
        elif self.can_go_back:
            self.back()
        self._commands.refresh_soon()

    def _set_smooth(self) -> None:
        if self._moves is None:
            from plakbord.window.motion import moves

            self._moves = moves(self._host.settings.motion)
        self._host.stage.board.smooth = self._moves

    def _focus_board(self) -> None:
        self._host.stage.board.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_chosen(self, key: str) -> None:
        self._focus_board()
        kind, _, name = key.partition(":")
        if kind in ("action", "block"):
            others = [each for each in self._host.settings.chosen if each != key]
            self._host.keep(replace(self._host.settings, chosen=(key, *others)[:MOST_CHOSEN]))
        if kind == "action":
            # A dialog that opens must not keep the palette's key press waiting.
            QTimer.singleShot(0, self._commands.by_id[name].trigger)
        elif kind == "block":
            self.show_zone(name)
        elif kind == "sheet":
            self._host.show_sheet(name)
        else:
            self._show_note(name)

    def _show_note(self, note_id: str) -> None:
        note = self._host.stage.session.store.records.get(note_id)
        self._host.show_sheet(getattr(note, "sheet", ""))
        face = self._host.stage.board.surface.face(note_id)
        if face is not None:
            self._set_smooth()
            self._host.stage.selection.set({note_id})
            self._zooming.bring_in_view(face, 0)
