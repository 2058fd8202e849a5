"""The main window: joins the open workshop, the board that shows one of its sheets, and everything around it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QByteArray, QPoint, QTimer
from PySide6.QtGui import QCloseEvent, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from canvas_files.change import Change
from canvas_files.problems import Problem
from canvas_files.records import WORKSHOP, Language, Sheet
from canvas_files.recovery import Found
from plakbord.actions.note import add_at
from plakbord.paths import settings_file
from plakbord.session import Session
from plakbord.settings import Motion, Settings, ThemeName, save_settings
from plakbord.sheet.names import sheet_names
from plakbord.window import asks, dialogs, files, panes, theme, workshops
from plakbord.window.application import be_read_when_painted, speak
from plakbord.window.bottom_bar import BottomBar
from plakbord.window.commands import Commands
from plakbord.window.doors import Doors
from plakbord.window.drops import Drops
from plakbord.window.finder import WindowFinder
from plakbord.window.icons import Icons
from plakbord.window.menu_bar import MenuBar
from plakbord.window.panels.outline_door import OutlineDoor
from plakbord.window.rescue import Rescue
from plakbord.window.safety import Safety
from plakbord.window.selection_bar import SelectionBar
from plakbord.window.stage import Kit, Stage
from plakbord.window.toolbar import ToolBar
from plakbord.window.voice import Voice
from plakbord.words import Words, load_words


class MainWindow(QMainWindow):
    """Shows one workshop, from the start to the end of the program."""

    def __init__(self, app: QApplication, settings: Settings, t: Words, kit: Kit, session: Session) -> None:
        super().__init__()
        self.settings = settings
        self.t = t
        self._app = app
        self.kit = kit
        self._tone = theme.tone_for(settings.theme, app)
        self.icons = Icons(self._tone.text, self._tone.rule)
        self.session = session
        self._discard = False
        self._names_soon = QTimer(self, singleShot=True, interval=100)
        self._names_soon.timeout.connect(self._show_names)
        self.stage = Stage(session, workshops.first_sheet(session), kit, self, self._tone.look)
        self._leave = session.store.listen(self._on_change)
        self._commands = Commands(lambda: self.stage, self.finish_writing, self)
        self._toolbar = ToolBar(self._commands)
        self.doors = Doors(self, self, kit, self._leave_for)
        self._bottom = BottomBar(self._commands)
        self._menus = MenuBar(self, self._commands, self.doors.live_menus)
        self.rescue = Rescue(self, self)
        self._safety = Safety(self, self, app)
        self._selection_bar = SelectionBar(self._commands, self.stage.board)
        self._outline = OutlineDoor(self, self._commands.by_id["view.outline"], self)
        self._voice = Voice(self, self._commands.by_id["edit.undo"], self._commands.by_id["edit.redo"])
        self.finder = WindowFinder(self, self, self._commands, kit)
        self._build()

    def _build(self) -> None:
        self.addToolBar(self._toolbar)
        frame = QWidget()
        self._frame = panes.column(frame, self._safety.bar, self.stage.board, self._bottom)
        self.setCentralWidget(frame)
        be_read_when_painted(self, lambda: self.stage.board)
        self._bottom.sheet_chosen.connect(self.show_sheet)
        self.doors.join_bar(self._bottom, self._commands)
        theme.follow_system(self._app, self._follow_system)
        theme.apply(self._tone, self._app)
        self._dress()
        self._drops = Drops(
            self, lambda: self.stage.board, self._leave_for, self.doors.clipboard.take_in, lambda: self.doors.portraits
        )
        self._join_board()
        self._safety.changed.connect(self._show_names)
        self._safety.follow(self.session)
        self.setMinimumSize(640, 420)
        self.resize(1280, 800)
        self.restoreGeometry(QByteArray.fromBase64(self.settings.geometry.encode("ascii", "ignore")))
        if self.settings.outline:
            self._outline.open(True, self.settings.outline_width)
            self.stage.board.setFocus()

    @property
    def commands(self) -> Commands:
        """Everything that can be done, as Qt has it."""
        return self._commands

    # The workshop

    def show_session(self, session: Session) -> None:
        """Shows another workshop from now on."""
        self.finish_writing()
        self._leave()
        self.leave_session()
        self.session = session
        self.doors.sheets.open()
        self._set_stage(workshops.first_sheet(session))
        self._leave = session.store.listen(self._on_change)
        self._safety.follow(session)
        if session.path is not None:
            self.keep(self.settings.opened(session.path))
        if session.document.problems:
            dialogs.tell_remarks(self, session.document.problems, self.t)

    def leave_session(self, discard: bool = False) -> None:
        """Lets go of the workshop: what is not in its file is kept, or put aside when that was wanted."""
        self._safety.leave()
        self.session.close(keep=not (discard or self._discard))
        self._discard = False

    def show_sheet(self, sheet_id: str) -> None:
        """Shows another sheet of the workshop."""
        sheet = self.session.store.records.get(sheet_id)
        if isinstance(sheet, Sheet) and sheet_id != self.stage.layout.sheet_id:
            self.finish_writing()
            if self.session.document.template_of(sheet) is not None:
                self._set_stage(sheet)
                return
            self._show_names()  # the tab stays where it was
            self.tell(Problem("no_template", record=sheet.title or sheet.id, template=sheet.template))

    def restage(self) -> None:
        """Makes the board anew: something it is drawn with is different."""
        sheet = self.session.store.records.get(self.stage.layout.sheet_id)
        self.finish_writing()
        self.kit.recent.clear()
        self._set_stage(sheet if isinstance(sheet, Sheet) else workshops.first_sheet(self.session))

    def _set_stage(self, sheet: Sheet) -> None:
        before, old = self.stage, self.stage.board
        self.stage = Stage(self.session, sheet, self.kit, self, self._tone.look)
        before.leave()
        self._frame.replaceWidget(old, self.stage.board)
        self._selection_bar.join(self.stage.board)
        self._join_board()
        old.hide()
        old.deleteLater()
        self.stage.board.show()
        self.stage.board.setFocus()

    def _join_board(self) -> None:
        board = self.stage.board
        board.wants_edit.connect(self.edit_note)
        board.wants_note.connect(lambda x, y: None if self.finder.double_clicked(x, y) else add_at(self.stage, x, y))
        board.camera_changed.connect(self._show_selection_bar)
        board.gesture_changed.connect(self._show_selection_bar)
        self.stage.selection.listen(lambda _: self._after_selection())
        self._outline.join(self.stage)
        self.doors.join(self.stage)
        self._voice.join(self.stage.speaker, board)
        self.finder.join()
        board.setFocus()
        self._after_selection()
        self._show_names()

    def _on_change(self, change: Change) -> None:
        here = self.stage.layout.sheet_id in self.session.store.records
        if not here or (WORKSHOP in change.updated and "language" in change.fields_of(WORKSHOP)):
            # A listener may not change the document, and the board may be in the middle of a gesture.
            QTimer.singleShot(0, self.restage)
        elif change.only_votes:
            self.stage.follow(change)
            self.doors.panels.follow(change)
            if not self._names_soon.isActive():
                self._names_soon.start()
            return
        else:
            self.stage.follow(change)
            self.finder.follow()
        self.doors.follow(change)
        self._voice.follow(change)
        self._commands.refresh_soon()
        self._show_names()
        self._show_selection_bar()

    def welcome(self, problem: Problem | None, found: Sequence[Found] = ()) -> None:
        """After the window is shown: what was wrong with the file that was asked for, if anything, and what a crash
        left."""
        if self.session.path is not None:
            self.keep(self.settings.opened(self.session.path))
        QTimer.singleShot(0, lambda: self.rescue.welcome(problem, found))

    def new_workshop(self) -> None:
        """Begins another workshop, after asking what it is to be."""
        if self.may_leave():
            session = workshops.ask_new(self, self.t, self.icons)
            if session is not None:
                self.show_session(session)

    def open_workshop(self) -> None:
        """Opens a workshop that the person chooses."""
        if self.may_leave():
            path = files.ask_open(self, self.settings, self.t)
            if path is not None:
                self.open_file(path)

    def open_file(self, path: Path) -> bool:
        """Opens the workshop in a file; False after telling why not."""
        return self.rescue.open(path)

    def save_workshop(self) -> bool:
        """Saves; whether it worked."""
        path = self.session.path or files.ask_save(self, self.session, self.settings, self.t)
        return path is not None and self.save_at(path)

    def save_workshop_as(self) -> bool:
        """Saves under a name that the person chooses; whether it worked."""
        return (path := files.ask_save(self, self.session, self.settings, self.t)) is not None and self.save_at(path)

    def save_at(self, path: Path, overwrite: bool = False) -> bool:
        """Saves there; whether it worked."""
        worked = files.save(self, self.session, path, self.t, self.rescue.resolve_conflict, overwrite)
        if worked and self.session.path is not None:
            self.keep(self.settings.opened(self.session.path))
        self._show_names()
        return worked

    def export_poster(self) -> None:
        """Makes a poster as the person chooses."""
        if made := self.doors.poster.make():
            self._bottom.show_state(self.t("export.done", n=len(made), name=made[0].name))

    def workshop_details(self) -> None:
        """Asks for title, date, language and captions."""
        asks.ask_details(self, self.session, self.t)

    def ask_block(self) -> str | None:
        """Which block, by its number."""
        return asks.ask_block(self.stage.board, self.stage.layout, self.t)

    def ask_text(self, question: str, text: str) -> str | None:
        """A line of text."""
        return asks.ask_text(self, question, text, self.t)

    def ask_tags(self) -> None:
        """Lets the person tag the selected notes."""
        from plakbord.window.tagging import show_tags

        show_tags(self, self.stage, self.t)

    def edit_note(self, note_id: str, new: bool = False) -> None:
        """Lets the person write on a note; on a data note through the lens, where it has its own size."""
        face = self.stage.layout.notes.get(note_id)
        if face is not None and face.is_mark:
            self.doors.lens.look("data")
        self.stage.editing.start(note_id, new)
        self._show_selection_bar()

    def use_theme(self, name: ThemeName) -> None:
        """Shows the window light, dark or like the system."""
        self.keep(replace(self.settings, theme=name))
        self._tone = theme.tone_for(name, self._app)
        self.icons = Icons(self._tone.text, self._tone.rule)
        theme.apply(self._tone, self._app)
        self._commands.dress(self.t, self.icons)
        self._outline.name(self.t, self.icons)
        self.doors.dress(self.t, self.icons)
        self.finder.dress(self._tone, self.icons)
        self.stage.board.look_like(self._tone.look)
        self._commands.refresh_soon()

    def _follow_system(self, *_: object) -> None:
        self.use_theme(self.settings.theme)

    def use_language(self, language: Language) -> None:
        """Shows the window in another language; the sheets keep theirs."""
        self.keep(replace(self.settings, language=language))
        self.t = load_words(language)
        speak(self._app, self.t)
        self._dress()
        self.stage.name_board()
        self._voice.join(self.stage.speaker, self.stage.board)
        self.stage.board.update()
        self._after_selection()

    def show_outline(self, shown: bool) -> None:
        """Opens or closes the outline."""
        self.keep(replace(self.settings, outline=shown, outline_width=self._outline.last_width(self.settings)))
        if shown:
            self.doors.panels.close()
        self._outline.open(shown, self.settings.outline_width)

    def next_pane(self, step: int) -> None:
        """Puts the keyboard in the next part of the window."""
        side = self.doors.panels.current
        sides = (self._outline.tree,) if side is None else (side.widget(),)
        panes.go_on((self._toolbar.first, self.stage.board, *sides, self._bottom.tabs), step)

    def use_motion(self, motion: Motion) -> None:
        """Moves smoothly from one view to another, or not."""
        self.keep(replace(self.settings, motion=motion))
        self.finder.ask_motion()

    def refresh_soon(self) -> None:
        """Something that actions ask about is different, outside the document."""
        self._commands.refresh_soon()

    def about(self) -> None:
        """Says what the program is."""
        workshops.show_about(self, self.t)

    def quit(self) -> None:
        """Ends the program, after asking about unsaved work."""
        self.close()

    def tell(self, problem: Problem) -> None:
        """Says what is in the way."""
        dialogs.tell_problem(self, problem, self.t)

    def _dress(self) -> None:
        """Gives everything its words and icons."""
        self._commands.dress(self.t, self.icons)
        self._toolbar.name_buttons(self.t)
        self._selection_bar.name_buttons(self.t)
        self._outline.name(self.t, self.icons)
        self.doors.dress(self.t, self.icons)
        self._bottom.name_parts(self.t)
        self._menus.dress(self.t)
        self.finder.dress(self._tone, self.icons)
        self._show_names()
        self._commands.refresh()

    def _show_names(self) -> None:
        name = (self.session.name or self.t("window.untitled")).replace("[*]", "[*][*]")
        self.setWindowTitle(self.t("window.title", name=name, mark="[*]"))
        self.setWindowModified(self.session.changed)
        names = sheet_names(self.session.document, self.kit.words[self.session.document.workshop.language])
        if self.stage.layout.sheet_id in names:
            self._bottom.show_sheets(names, self.stage.layout.sheet_id)
        self._bottom.show_counts(len(self.stage.layout.notes), len(self.stage.selection), self.t)
        self._bottom.show_state(self._safety.state())

    def _after_selection(self) -> None:
        self._commands.refresh_soon()
        self._bottom.show_counts(len(self.stage.layout.notes), len(self.stage.selection), self.t)
        self._show_selection_bar()

    def _show_selection_bar(self) -> None:
        self._bottom.show_percent(self.stage.board.percent, self.t)
        self._selection_bar.follow(None if self.stage.editing.active else self.stage.selection.ids)

    def finish_writing(self) -> None:
        """Keeps what is being written, wherever that is."""
        self.doors.finish()
        self.stage.editing.finish()
        self.stage.field_editing.finish()
        self._outline.finish()

    def may_leave(self) -> bool:
        """Whether the open workshop may be left: whoever takes part may lose it, and it is saved or need not be."""
        from plakbord.window.leaving import may_close

        self.finish_writing()
        wanted = may_close(self, self.session, self.t)
        self._discard = wanted is False and self.session.changed and not self.session.read_only
        return wanted is False or (wanted is True and self.save_workshop())

    def _leave_for(self, path: Path) -> None:
        if self.may_leave():
            self.open_file(path)

    def keep(self, settings: Settings) -> None:
        """These are the preferences from now on."""
        if settings != self.settings:
            self.settings, self.session.autosaves = settings, settings.autosave
            save_settings(settings, settings_file())

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_leave():
            event.ignore()
            return
        geometry, width = self.saveGeometry().toBase64().toStdString(), self._outline.last_width(self.settings)
        self.keep(replace(self.settings, geometry=geometry, outline_width=width))
        self._leave()
        self.leave_session()
        self._outline.open(False)
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        board = self.stage.board
        if board.rect().contains(board.mapFromGlobal(event.globalPos())):
            self.show_note_menu(event.globalPos())

    def show_note_menu(self, at: QPoint) -> None:
        """Shows what can be done with the selected notes, or with the portrait."""
        from plakbord.window.live_menus import show_context_menu

        show_context_menu(self, self.stage, at, self._commands, self.t, self.doors.live_menus())
