"""The outline at the right of the board: all sheets, blocks and notes as a tree in step with the board, in which
everything can be done by keyboard. The tree is made when the panel is shown and let go of when it is closed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange, QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QMainWindow, QToolButton, QVBoxLayout, QWidget

from canvas_files import queries
from canvas_files.change import Change
from canvas_files.held_notes import why_held
from canvas_files.problems import Problem
from plakbord.actions.note import new_note
from plakbord.board.reveal import reveal, reveal_room
from plakbord.settings import Settings
from plakbord.window.icons import Icons
from plakbord.window.panels.outline_model import NONE, OutlineModel, Row, note_ids
from plakbord.window.panels.outline_tree import OutlineTree
from plakbord.window.panels.row_writing import RowWriting
from plakbord.window.stage import Stage
from plakbord.words import Words


class OutlineWindow(Protocol):
    """What the outline needs of its window."""

    @property
    def stage(self) -> Stage: ...
    @property
    def t(self) -> Words: ...
    def show_sheet(self, sheet_id: str) -> None: ...
    def show_note_menu(self, at: QPoint) -> None: ...
    def tell(self, problem: Problem) -> None: ...


class OutlinePanel(QDockWidget):
    """The panel; `close` is the action that closes it. What is selected here is selected on the board, and the other
    way round."""

    def __init__(self, window: OutlineWindow, close: QAction, parent: QMainWindow) -> None:
        super().__init__(parent)
        self._window = window
        self._dock = parent
        parent.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self)
        self._model: OutlineModel | None = None
        self._stage: Stage | None = None
        self._leave: Callable[[], None] | None = None
        self._following = False
        self.setObjectName("outlinePanel")
        self.setAllowedAreas(Qt.DockWidgetArea.RightDockWidgetArea)
        self.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        self._title, self._close = QLabel(), QToolButton()
        self._close.setObjectName("panelClose")
        self._close.clicked.connect(close.trigger)
        self._hint = QLabel()
        self._hint.setObjectName("quiet")
        self._hint.setWordWrap(True)
        self.tree = OutlineTree(self)
        self._writing = RowWriting(self.tree, self._after_writing)
        self._soon = QTimer(self, singleShot=True, interval=15)
        self._soon.timeout.connect(self._show_selection)
        self._lay_out()
        self._join_tree()
        self.hide()

    def name(self, t: Words, icons: Icons) -> None:
        """Gives the panel its words and icons."""
        self.setWindowTitle(t("action.view.outline"))
        self._title.setText(t("action.view.outline"))
        self._hint.setText(t("outline.hint"))
        self._close.setIcon(icons("x"))
        self._close.setToolTip(t("outline.close"))
        self._close.setAccessibleName(t("outline.close"))
        self.tree.setAccessibleName(t("outline.tree"))
        if self._model is not None:
            self._make()

    def join(self, stage: Stage) -> None:
        """Another sheet is shown, perhaps of another workshop."""
        self.finish()
        other = self._stage is None or self._stage.session is not stage.session
        self._stage = stage
        stage.selection.listen(lambda _: self._on_board(stage))
        if self._model is not None and other:
            self._make()
        elif self._model is not None:
            self._expand(stage.layout.sheet_id)
            self._soon.start()

    def open(self, shown: bool, width: int = 0) -> None:
        """Shows the panel so wide with the keyboard in it, or closes it."""
        if shown:
            self.setVisible(True)
            self._dock.resizeDocks([self], [width], Qt.Orientation.Horizontal)
            if self._model is None:
                self._make()
            self.tree.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.finish()
            self.setVisible(False)
            self._forget()
            self._window.stage.board.setFocus(Qt.FocusReason.OtherFocusReason)

    def last_width(self, settings: Settings) -> int:
        """How wide the panel is, or was when it was last shown."""
        return self.width() if self.isVisible() else settings.outline_width

    def finish(self) -> None:
        """Ends writing in a row, keeping what was written."""
        self._writing.finish()

    # The tree and the document

    def _make(self) -> None:
        self._forget()
        stage = self._window.stage
        self._stage = stage
        self._model = OutlineModel(stage.session, self._window.t, stage.words, self)
        self.tree.setModel(self._model)
        leaving = stage.session.store.listen(self._on_change), stage.session.votes_shown.listen(self._model.tell_votes)

        def leave_both() -> None:
            for leave in leaving:
                leave()

        self._leave = leave_both
        selected = self.tree.selectionModel()
        selected.selectionChanged.connect(self._on_tree)
        selected.currentChanged.connect(self._on_current)
        self._expand(stage.layout.sheet_id)
        blocks = self._model.blocks_of(stage.layout.sheet_id)
        if blocks:
            self._go(blocks[0].parent())
        self._show_selection()

    def _forget(self) -> None:
        if self._leave is not None:
            self._leave()
            self._leave = None
        model, self._model = self._model, None
        if model is not None:
            self.tree.setModel(None)
            model.deleteLater()

    def _expand(self, sheet_id: str) -> None:
        if self._model is not None:
            for index in self._model.blocks_of(sheet_id):
                self.tree.expand(index.parent())
                self.tree.expand(index)

    def _on_change(self, change: Change) -> None:
        if self._model is None:
            return
        self._following = True
        row = self._row()
        try:
            rebuilt = self._model.follow(change)
        finally:
            self._following = False
        if rebuilt:
            self._expand(self._window.stage.layout.sheet_id)
        self._stay_at(row)
        self._show_selection()

    def _stay_at(self, row: Row | None) -> None:
        """The keyboard stays where it was: on the same note wherever it hangs now; beside one that was deleted, the
        neighbour is chosen in its place."""
        if self._model is None or row is None:
            return
        index = self._model.note_index(row[2]) if row[2] != NONE else self.tree.currentIndex()
        if index.isValid():
            self._go(index)
        elif self.tree.hasFocus() and self._stage is not None and not self._stage.selection.ids:
            neighbour = self._row()
            if neighbour is not None and neighbour[2] != NONE and neighbour[0] == self._stage.layout.sheet_id:
                self._stage.selection.set({neighbour[2]})

    # The tree and the board

    def _on_tree(self) -> None:
        """Rows were chosen here: their sheet is shown, and their notes are selected on the board."""
        if self._following or self._model is None:
            return
        rows = [self._model.row_of(index) for index in self.tree.selectionModel().selectedRows()]
        here = self._window.stage.layout.sheet_id
        other = next((row[0] for row in rows if row is not None and row[0] != here), None)
        if other is not None:
            self._turn_to(other)
            rows = [row for row in rows if row is not None and row[0] == other]
        self._following = True
        self._window.stage.selection.set(note_ids(rows))
        self._following = False

    def _turn_to(self, sheet_id: str) -> None:
        """Shows another sheet; the keyboard stays here."""
        focused = self.tree.hasFocus()
        self._following = True
        self._window.show_sheet(sheet_id)
        self._soon.stop()
        self._following = False
        if focused:
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_current(self, index: QModelIndex) -> None:
        """Brings on the board into view what the keyboard is at."""
        row = self._model.row_of(index) if self._model is not None and not self._following else None
        stage = self._window.stage
        if row is None or row[0] != stage.layout.sheet_id:
            return
        zone = stage.layout.template.zone(row[1])
        if row[2] != NONE:
            reveal(stage.board, row[2])
        elif zone is not None:
            reveal_room(stage.board, zone.box)

    def _on_board(self, stage: Stage) -> None:
        if stage is self._window.stage and not self._following and self._model is not None:
            self._soon.start()

    def _show_selection(self) -> None:
        """Chooses here what is selected on the board."""
        if self._model is None:
            return
        ids = self._window.stage.selection.ids
        wanted = QItemSelection()
        for index in sorted(index for index in map(self._model.note_index, ids) if index.isValid()):
            _extend(wanted, index)
        if not ids and (row := self._row()) is not None and row[2] == NONE and self.tree.hasFocus():
            return  # the keyboard is at a heading
        selected = self.tree.selectionModel()
        self._following = True
        selected.select(wanted, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._following = False
        if len(ids) == 1 and not wanted.isEmpty():
            self._go(wanted.indexes()[0])

    def _go(self, index: QModelIndex) -> None:
        """Puts the keyboard at a row and brings it into view, choosing nothing."""
        self._following = True
        self.tree.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self._following = False
        self.tree.scrollTo(index)

    def _row(self) -> Row | None:
        return self._model.row_of(self.tree.currentIndex()) if self._model is not None else None

    # Writing

    def write(self) -> None:
        """Writes on the note of the current row, in place."""
        row = self._row()
        note = queries.note(self._window.stage.session.store.records, row[2]) if row is not None else None
        held = why_held(self._window.stage.session.store.records, note.id) if note is not None else None
        if held is not None:
            self._window.stage.board.refused.emit(held)
        elif note is not None:
            self._start(note.id, new=False)

    def make_note(self) -> None:
        """Makes a note in the block of the current row and writes on it; one that stays empty is taken back."""
        stage, row = self._window.stage, self._row()
        zones = stage.layout.template.working_order()
        zone = row[1] if row is not None and row[1] != NONE else zones[0].id
        note = new_note(stage.layout, zone, "", stage.settings.note_color, stage.session.top_key)
        stage.session.history.begin()
        with stage.session.store.transaction("step.note.add") as tx:
            tx.put(note)
        stage.selection.set({note.id})
        self._show_selection()
        self._start(note.id, new=True)

    def _start(self, note_id: str, new: bool) -> None:
        if self._model is None:
            return
        session = self._window.stage.session
        model = self._model
        self._writing.start(
            session,
            note_id,
            lambda: model.note_index(note_id),
            self._window.t("outline.editor"),
            new,
            self._window.tell,
        )

    def _after_writing(self, another: bool) -> None:
        if another:
            self.make_note()
        elif self.isVisible():
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    # Putting it together

    def _join_tree(self) -> None:
        self.tree.wants_edit.connect(self.write)
        self.tree.wants_note.connect(self.make_note)
        self.tree.wants_menu.connect(self._window.show_note_menu)
        self.tree.wants_out.connect(lambda: self._window.stage.board.setFocus(Qt.FocusReason.ShortcutFocusReason))

    def _lay_out(self) -> None:
        head = QWidget()
        head.setObjectName("panelHead")
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 8, 8, 4)
        row.addWidget(self._title, 1)
        row.addWidget(self._close)
        self._title.setObjectName("panelTitle")
        self._hint.setContentsMargins(16, 8, 16, 12)
        body = QWidget()
        body.setObjectName("panelBody")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tree, 1)
        column.addWidget(self._hint)
        self.setTitleBarWidget(head)
        self.setWidget(body)
        self.setMinimumWidth(220)


def _extend(selection: QItemSelection, index: QModelIndex) -> None:
    """Adds a row; one that follows the last joins its range."""
    last = selection.last() if not selection.isEmpty() else None
    if last is not None and last.parent() == index.parent() and last.bottom() + 1 == index.row():
        selection.removeLast()
        selection.append(QItemSelectionRange(last.topLeft(), index))
    else:
        selection.append(QItemSelectionRange(index))
