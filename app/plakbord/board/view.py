"""The board: a sheet view that hands mouse, keys and fingers to the tool. What they mean is the tool's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QTouchEvent,
    QTransform,
    QWheelEvent,
)

from canvas_files.change import Change
from canvas_files.problems import Problem
from plakbord.board.backing import Backing
from plakbord.board.camera import Camera
from plakbord.board.field_focus import FIELD_KEYS, focus_rooms, paint_focus
from plakbord.board.new_marks import paint_new
from plakbord.board.painter import MarkPainter
from plakbord.board.region import Look
from plakbord.board.sheet_view import SheetView
from plakbord.board.surface import SheetSurface
from plakbord.board.touch import Fingers, keys_held
from plakbord.board.walk import Walk
from plakbord.sheet.form import PORTRAIT
from plakbord.sheet.spoken import Speaker
from plakbord.tools.dots import DotTool
from plakbord.tools.fields import FieldTool
from plakbord.tools.select import SelectTool
from plakbord.tools.shape import corner_under, edge_under
from plakbord.tools.tool import Desk, Pointer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAccessibleWidget

REACH = 5
"""Pixels the pointer must go before a press becomes a drag."""
FINGER_REACH = 11
"""The same for a finger, which also needs handles of at least 44 pixels."""
WHEEL = 1.0015
"""Factor of zoom for each unit of the wheel; a notch is 120 units."""


class BoardView(SheetView):
    """One sheet to work on."""

    wants_edit = Signal(str)
    wants_note = Signal(float, float)
    wants_field = Signal(str)
    gesture_changed = Signal()
    note_focused = Signal(str)
    reader_follows = Signal(object)
    leaving = Signal()
    escaped = Signal()
    wants_vote = Signal(str)
    refused = Signal(object)

    def __init__(
        self,
        desk: Desk,
        surface: SheetSurface,
        painter: MarkPainter,
        look: Look,
        hint: str,
        backing: Backing | None = None,
    ) -> None:
        super().__init__(SelectTool(desk), desk.selection, surface, painter, look, hint, backing)
        self.dots = DotTool(surface)
        self.fields = FieldTool(surface.layout, desk.store, self.wants_field.emit)
        self._focus_shown: str | None = None
        self.portrait_hint = ""
        self._desk = desk
        self._reach = REACH
        self._fingers = Fingers(self)
        self._hand_from: QPointF | None = None
        self._space = False
        self._panned = False
        self.walk = Walk(self, self.wants_edit.emit, self.note_focused.emit)
        self.fresh: frozenset[str] = frozenset()  # notes that came in by themselves and nobody has looked at
        self.speaker: Speaker | None = None
        self.reader: QAccessibleWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    def leave(self) -> Backing:
        """The picture of the sheet, for when it is shown again; what is only seen while working on it is taken off."""
        self.surface.layout.draft({})
        if any((self.selection.ids, self.surface.dimmed, self.edited, self.tool.lift.ids, self._stretched)):
            self._backing.forget()
        self.surface.dimmed = frozenset()
        return self._backing

    def follow(self, change: Change) -> None:
        """The document changed, perhaps in the middle of a gesture."""
        self.tool.follow(change)
        super().follow(change)
        if self.tool.lift.ids & change.ids() or self.tool.lift != self._gesture.lift:
            self._gesture.forget()  # what hangs on the pointer looks different, or hangs there no longer
            self._after_gesture()
        self.walk.follow(change)
        self.reader_follows.emit(change)

    # What a pointer does, wherever it comes from; places are pixels of the widget

    def press_at(self, at: QPointF, shift: bool = False, alt: bool = False) -> None:
        """The pointer goes down."""
        pointer = self._pointer(at, shift, alt)
        if self.dots.press(pointer):
            return
        on_note = self.surface.note_at(pointer.x, pointer.y) is not None
        offer = None if on_note else self._offer_at(pointer)
        if offer is not None:
            self.wants_vote.emit(offer)
        elif not on_note and self.fields.press(pointer):
            self.selection.set(())
        else:
            self.fields.focus = None
            self.tool.press(pointer)
        self._after_gesture()

    def move_to(self, at: QPointF, shift: bool = False, alt: bool = False) -> None:
        """The pointer moves while it is down."""
        if self.tool.busy or self.fields.busy:
            (self.fields if self.fields.busy else self.tool).move(self._pointer(at, shift, alt))
            self._after_gesture()

    def release_at(self, at: QPointF, shift: bool = False, alt: bool = False) -> None:
        """The pointer goes up."""
        if self.tool.busy or self.fields.busy:
            pointer = self._pointer(at, shift, alt)
            from plakbord.board.held import why_not_moved

            why = why_not_moved(self.tool, pointer)
            try:
                (self.fields if self.fields.busy else self.tool).release(pointer)
            except Problem as problem:  # what hung on the pointer is being voted on by now
                why = problem
            if why is not None:
                self.refused.emit(why)
            self._after_gesture()

    def double_click_at(self, at: QPointF) -> None:
        """Writes on the note there, or makes one."""
        if self.dots.in_hand:
            self.press_at(at)
            return
        if self.tool.busy:
            self.cancel()
        x, y = self._on_sheet(at)
        note_id = self.surface.note_at(x, y)
        if note_id is not None:
            self.wants_edit.emit(note_id)
        elif (slot := self.fields.slot_at(x, y)) is None:
            self.wants_note.emit(x, y)
        elif slot.id == PORTRAIT:
            self.wants_field.emit(slot.id)

    def cancel(self) -> None:
        """Escape: back to where the gesture began."""
        if not self.fields.cancel():
            self.tool.cancel()
        self._after_gesture()

    def turn_field(self, way: int) -> bool:
        """Tab: on to the next thing to fill in, or the one before; False past the last."""
        turned = self.fields.step(way)
        if turned:
            self.selection.set(())
        self._after_gesture()
        return turned

    def focus_slot(self, slot_id: str) -> None:
        """Something to fill in gets the focus, and the board the keyboard."""
        self.selection.set(())
        self.fields.focus = slot_id
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._after_gesture()

    def paint_over(self, painter: QPainter, camera: Camera) -> None:
        """The ring around what is being filled in, and the dots on what is new."""
        paint_new(painter, self.fresh, self.surface.layout.notes, camera, self.ratio, self.look.accent)
        paint_focus(painter, self.fields, self.surface.layout.slots, camera, self.ratio, self.look.accent)

    def hint_now(self) -> str:
        """How the portrait is moved in its frame, while that has the focus."""
        on_picture = self.fields.focus == PORTRAIT and self.surface.layout.portrait_frame is not None
        return self.portrait_hint if on_picture else super().hint_now()

    def _pointer(self, at: QPointF, shift: bool = False, alt: bool = False) -> Pointer:
        x, y = self._on_sheet(at)
        return Pointer(x, y, shift, self._reach * self.ratio / self._camera_now().scale, alt)

    def _after_gesture(self) -> None:
        self.refresh_gesture()
        self._refresh_fields()
        self.setCursor(self._cursor_now())
        self.gesture_changed.emit()

    def _for_field(self, event: QKeyEvent) -> bool:
        return self.fields.focus is not None and event.key() in FIELD_KEYS and not event.modifiers()

    def _turned_by(self, event: QKeyEvent) -> bool:
        """Tab goes through the fields of the sheet first, then through its notes, and Shift+Tab back. Not in
        focusNextPrevChild, which Qt also calls to pass on the focus of a board that is hidden."""
        way = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}.get(Qt.Key(event.key()))
        if way is None:
            return False
        if self.fields.focus is not None or not self._among_notes():
            return self.turn_field(way)
        return way < 0 and (self.walk.step(-1) or self.turn_field(-1))

    def _among_notes(self) -> bool:
        focused = self.walk.focused
        return focused is not None and (self.walk.shown or focused in self.selection)

    def _refresh_fields(self) -> None:
        """Shows the focus, and a scale while it is dragged."""
        self.damage_rooms(self.surface.layout.draft(self.fields.draft).rooms)
        for name in {self._focus_shown, self.fields.focus}:
            slot = self.surface.layout.slots.get(name or "")
            if slot is not None:
                self.damage_rooms(focus_rooms(slot))
        if self._focus_shown != self.fields.focus and PORTRAIT in (self._focus_shown, self.fields.focus):
            self.update()  # the hint comes or goes
        self._focus_shown = self.fields.focus

    def _hover(self, at: QPointF) -> None:
        """The cursor says what a press would begin."""
        pointer = self._pointer(at)
        on_note = self.surface.note_at(pointer.x, pointer.y) is not None
        if self.dots.in_hand if on_note else self._offer_at(pointer) is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        elif corner_under(self._desk, pointer) is not None:
            self.setCursor(Qt.CursorShape.SizeFDiagCursor)
        elif edge_under(self._desk, pointer) is not None:
            self.setCursor(Qt.CursorShape.CrossCursor)
        elif self._over_picture(pointer):
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.setCursor(self._cursor_now())

    def _offer_at(self, pointer: Pointer) -> str | None:
        """The block whose label, under the pointer, offers a vote."""
        return self.surface.layout.vote_offer_at(pointer.x, pointer.y)

    def _over_picture(self, pointer: Pointer) -> bool:
        """Whether the pointer could take hold of the portrait."""
        layout = self.surface.layout
        frame = layout.template.portrait if layout.portrait_frame is not None else None
        return frame is not None and frame.holds(pointer.x, pointer.y)

    def _cursor_now(self) -> Qt.CursorShape:
        if self._hand_from is not None or self.tool.lift.ids or self.fields.draft.get(PORTRAIT):
            return Qt.CursorShape.ClosedHandCursor
        return Qt.CursorShape.OpenHandCursor if self._space else Qt.CursorShape.ArrowCursor

    # Qt's events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if self.tool.busy or self.fields.busy or self._hand_from is not None:
            return  # another button in the middle of a gesture means nothing
        self.walk.hide()
        left = event.button() == Qt.MouseButton.LeftButton
        if event.button() == Qt.MouseButton.MiddleButton or (self._space and left):
            self._hand_from = event.position()
            self._panned = True
            self.setCursor(self._cursor_now())
        elif left:
            self.press_at(event.position(), *keys_held(event))
        elif event.button() == Qt.MouseButton.RightButton:
            self._select_under(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._hand_from is not None:
            way = event.position() - self._hand_from
            self._hand_from = event.position()
            self.pan_by(way.x(), way.y())
        elif self.tool.busy or self.fields.busy:
            self.move_to(event.position(), *keys_held(event))
        else:
            self._hover(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._hand_from is not None and event.button() != Qt.MouseButton.RightButton:
            self._hand_from = None
            self.setCursor(self._cursor_now())
        elif event.button() == Qt.MouseButton.LeftButton:
            self.release_at(event.position(), *keys_held(event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.double_click_at(event.position())

    def _select_under(self, at: QPointF) -> None:
        """The context menu is about the note under the pointer, or about the selection when that is part of it."""
        if self.dots.press(self._pointer(at), back=True):
            return
        x, y = self._on_sheet(at)
        note_id = self.surface.note_at(x, y)
        slot = self.fields.slot_at(x, y) if note_id is None else None
        self.fields.focus = slot.id if slot else None
        self._after_gesture()
        if note_id is None:
            self.selection.set(())
        elif note_id not in self.selection:
            self.selection.set({note_id})

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel zooms; two fingers on a touchpad pan, with Ctrl they zoom."""
        pixels, steps = event.pixelDelta(), event.angleDelta()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if not pixels.isNull() and not control:
            self.pan_by(pixels.x(), pixels.y())
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.pan_by(steps.y() or steps.x(), 0)
        else:
            self.zoom_at(WHEEL ** (steps.y() or steps.x()), event.position())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = FIELD_KEYS.get(event.key())
        if event.key() == Qt.Key.Key_Escape:
            idle = not self.tool.busy and not len(self.selection) and self.fields.focus is None
            self.cancel()
            if idle:
                self.escaped.emit()
        elif key is not None and self.fields.key(key):
            self._after_gesture()
        elif event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space, self._panned = True, False
            self.setCursor(self._cursor_now())
        elif not self.walk.press(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            if self._space and not self._panned:
                self.walk.toggle()
            self._space = False
            self.setCursor(self._cursor_now())
        else:
            super().keyReleaseEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab walks from note to note; past the last it leaves the board."""
        return self.walk.step(1 if forward else -1) or super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who comes by keyboard sees where they are."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.walk.shown = True
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._space = False  # let go of elsewhere, it is not held here
        self.setCursor(self._cursor_now())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.walk.shown:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(QTransform.fromScale(1 / self.ratio, 1 / self.ratio))
        self.walk.paint(painter)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Fingers on a screen, a pinch on a touchpad, and keys that belong to a field before any shortcut."""
        if event.type() == QEvent.Type.DeferredDelete:
            self.leaving.emit()
        if isinstance(event, QKeyEvent):
            override, pressed = event.type() == QEvent.Type.ShortcutOverride, event.type() == QEvent.Type.KeyPress
            if (override and self._for_field(event)) or (pressed and self._turned_by(event)):
                event.accept()
                return True
        if isinstance(event, QTouchEvent):
            self._reach = FINGER_REACH
            self._fingers.follow(event)
            self._reach = REACH
            event.accept()
            return True
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom_at(1 + event.value(), event.position())
            return True
        return super().event(event)
