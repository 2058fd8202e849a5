"""The painted notes as a screen reader finds them: the board is a list, every note an item of it. What is said of a
note comes from the sheet's words."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, QRectF
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from canvas_files import queries
from canvas_files.change import Change
from canvas_files.records import Note
from plakbord.board.view import BoardView
from plakbord.sheet.spoken import note_name

MOST_TOLD = 50
"""Notes of one change that are told of one by one; past that a reader looks at the list anew."""


class NoteReader(QAccessibleInterface):
    """One note. Its actions are the keyboard's: Qt's own way to offer them from Python brings the program down."""

    def __init__(self, board: BoardReader, note_id: str) -> None:
        super().__init__()
        self.note_id = note_id
        self._board = board

    def isValid(self) -> bool:
        return self._board.note(self.note_id) is not None

    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]
        return self._board.window()

    def parent(self) -> QAccessibleInterface:
        return QAccessible.queryAccessibleInterface(self._board.view)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # noqa: ARG002
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # noqa: ARG002
        return None

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: ARG002
        return -1

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def rect(self) -> QRect:
        return self._board.rect_of(self.note_id)

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        view = self._board.view
        state.focusable = state.selectable = state.multiSelectable = True
        state.selected = self.note_id in view.selection
        state.focused = view.hasFocus() and view.walk.focused == self.note_id
        state.offscreen = not view.rect().intersects(self._board.local_rect(self.note_id))
        return state

    def text(self, kind: QAccessible.Text) -> str:
        if kind == QAccessible.Text.Name:
            return self._board.name_of(self.note_id)
        if kind == QAccessible.Text.Description:
            return self._board.description_of(self.note_id)
        return ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Writing is the editor's."""


class BoardReader(QAccessibleWidget):
    """The board with its notes in working order. The readers of notes are made when asked for, and given back to Qt
    before they are let go: the other way round brings the program down."""

    def __init__(self, view: BoardView) -> None:
        super().__init__(view, QAccessible.Role.List, "")
        self.view = view
        self._closed = False
        self._readers: dict[str, NoteReader] = {}
        self._places: dict[str, tuple[int, int, int]] = {}
        self._numbered: list[str] = []
        view.note_focused.connect(self._on_focus)
        view.reader_follows.connect(self._on_change)
        # A reader that is asked something while its board is half gone brings the program down: they go before it.
        view.leaving.connect(self._leave)
        view.destroyed.connect(self._leave)

    def reader(self, note_id: str) -> NoteReader:
        """The reader of a note."""
        found = self._readers.get(note_id)
        if found is None:
            found = self._readers[note_id] = NoteReader(self, note_id)
            QAccessible.registerAccessibleInterface(found)
        return found

    def childCount(self) -> int:
        return 0 if self._closed else len(self.view.walk.order) + len(self._widgets())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        if self._closed:
            return None
        order = self.view.walk.order
        if 0 <= index < len(order):
            return self.reader(order[index])
        widgets = self._widgets()
        place = index - len(order)
        return QAccessible.queryAccessibleInterface(widgets[place]) if 0 <= place < len(widgets) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        order = self.view.walk.order
        if isinstance(child, NoteReader):
            return self._place(child.note_id)[0]
        widgets = self._widgets()
        there = child.object()
        return next((len(order) + place for place, widget in enumerate(widgets) if widget is there), -1)

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        if self._closed:
            return None
        at = self.view.mapFromGlobal(QPoint(x, y))
        widget = self.view.childAt(at)
        if widget is not None:
            return QAccessible.queryAccessibleInterface(widget)
        note_id = self.view.surface.note_at(*self.view.on_sheet(at.x(), at.y()))
        return self.reader(note_id) if note_id is not None else None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        focused = self.view.walk.focused if not self._closed else None
        if focused is not None and self.view.hasFocus() and self.note(focused) is not None:
            return self.reader(focused)
        return super().focusChild()

    def _leave(self) -> None:
        self._closed = True
        _let_go(self._readers, list(self._readers))

    def note(self, note_id: str) -> Note | None:
        """The note, while it is on this sheet and the sheet is shown."""
        if self._closed:
            return None
        note = queries.note(self.view.tool.desk.store.records, note_id)
        return note if note is not None and self.view.surface.face(note_id) is not None else None

    def name_of(self, note_id: str) -> str:
        """What the note is called."""
        note = self.note(note_id)
        return note_name(note, self.view.speaker.t) if note is not None and self.view.speaker is not None else ""

    def description_of(self, note_id: str) -> str:
        """Where the note hangs and what is on it."""
        note = self.note(note_id)
        if note is None or self.view.speaker is None:
            return ""
        _, place, count = self._place(note_id)
        return self.view.speaker.describe(note, place, count)

    def local_rect(self, note_id: str) -> QRect:
        """Where the note is on the board's widget."""
        view, face = self.view, self.view.surface.face(note_id)
        if face is None or view.camera is None:
            return QRect()
        x, y = view.camera.device(face.x, face.y)
        scale, ratio = view.camera.scale, view.ratio
        return QRectF(x / ratio, y / ratio, face.w * scale / ratio, face.h * scale / ratio).toRect()

    def rect_of(self, note_id: str) -> QRect:
        """Where the note is on the screen."""
        local = self.local_rect(note_id)
        return QRect(self.view.mapToGlobal(local.topLeft()), local.size())

    def _widgets(self) -> list[QWidget]:
        """What lies over the board: the editor, the bar at the selection."""
        found = self.view.findChildren(QWidget)
        return [widget for widget in found if widget.parentWidget() is self.view and widget.isVisible()]

    def _place(self, note_id: str) -> tuple[int, int, int]:
        """The note's place on the board, its place in its block counted from one, and how many hang there."""
        order = self.view.walk.order
        if order is not self._numbered:
            self._numbered = order
            faces = self.view.surface.layout.notes
            by_zone: dict[str, list[str]] = {}
            for each in order:
                by_zone.setdefault(faces[each].zone, []).append(each)
            at = {each: number for number, each in enumerate(order)}
            self._places = {
                each: (at[each], number, len(hung))
                for hung in by_zone.values()
                for number, each in enumerate(hung, start=1)
            }
        return self._places.get(note_id, (-1, 1, 1))

    def _on_focus(self, note_id: str) -> None:
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(self.reader(note_id), QAccessible.Event.Focus))

    def _on_change(self, change: Change) -> None:
        """Tells of notes that came, went or read otherwise."""
        if QAccessible.isActive() and len(change.ids()) <= MOST_TOLD:
            for note_id in change.added:
                if self.note(note_id) is not None:
                    self._tell(note_id, QAccessible.Event.ObjectShow)
            for note_id in change.updated:
                if note_id in self._readers and self.note(note_id) is not None:
                    self._tell(note_id, QAccessible.Event.NameChanged)
                    self._tell(note_id, QAccessible.Event.DescriptionChanged)
            for note_id in change.removed:
                if note_id in self._readers:
                    self._tell(note_id, QAccessible.Event.ObjectHide)
        gone = [note_id for note_id in self._readers if self.note(note_id) is None]
        _let_go(self._readers, gone)

    def _tell(self, note_id: str, event: QAccessible.Event) -> None:
        QAccessible.updateAccessibility(QAccessibleEvent(self.reader(note_id), event))


def _let_go(readers: dict[str, NoteReader], ids: list[str]) -> None:
    for note_id in ids:
        reader = readers.pop(note_id)
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(reader))


def read_boards(board: BoardView) -> None:
    """From now on every board of this process can be read, also this one when something was asked of it before: what
    answered then knew nothing of notes."""
    QAccessible.installFactory(_reader_for)
    if QAccessible.isActive():
        answered = QAccessible.queryAccessibleInterface(board)
        if not isinstance(answered, BoardReader):
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(answered))


def _reader_for(key: str, thing: QObject) -> QAccessibleInterface | None:  # noqa: ARG001
    if not isinstance(thing, BoardView):
        return None
    thing.reader = BoardReader(thing)
    return thing.reader
