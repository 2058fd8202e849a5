"""Filling in a sheet: a ring of focus that Tab moves through the slots, chips that are ticked, scales that are dragged
or moved by the arrow keys. Typing itself, and choosing a portrait, are asked for by `wanted`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Literal, Protocol, TypeAlias

from canvas_files import queries
from canvas_files.crop import Crop, Frame, crop_of, show_part
from canvas_files.entries import answer, fill_in, step_of, toggled
from canvas_files.store import Store
from canvas_files.template import SCALE_STEPS, Field, Template
from plakbord.tools.tool import Pointer

Key: TypeAlias = Literal["left", "right", "up", "down", "home", "end", "enter", "space", "delete", "plus", "minus"]

PUSH = 150.0
"""Hundredths of a millimetre that an arrow key pushes the portrait."""
PUSHES: Mapping[Key, tuple[float, float]] = MappingProxyType(
    {"left": (-PUSH, 0.0), "right": (PUSH, 0.0), "up": (0.0, -PUSH), "down": (0.0, PUSH)}
)
ZOOM = 1.1


class Slot(Protocol):
    """What the tool needs to know of a slot as it is drawn."""

    @property
    def id(self) -> str: ...
    @property
    def kind(self) -> str: ...
    def holds(self, x: float, y: float) -> bool: ...
    def option_at(self, x: float, y: float) -> str | None: ...
    def option_ids(self) -> Sequence[str]: ...
    def step_at(self, x: float) -> int: ...


class Form(Protocol):
    """The sheet that is filled in."""

    @property
    def sheet_id(self) -> str: ...
    @property
    def template(self) -> Template: ...
    @property
    def slots(self) -> Mapping[str, Slot]: ...
    @property
    def portrait_frame(self) -> Frame | None: ...


class State:
    """What the tool is doing. Every event answers with the state that follows."""

    draft: object = None
    slot: str = ""

    def move(self, tool: FieldTool, pointer: Pointer) -> State:
        return self

    def release(self, tool: FieldTool, pointer: Pointer) -> State:
        return self


class Idle(State):
    """Nothing is pressed."""


class OnSlot(State):
    """Pressed on a text or a chip: it counts when it is let go there."""

    def __init__(self, slot: Slot) -> None:
        self.slot = slot.id
        self._on = slot

    def release(self, tool: FieldTool, pointer: Pointer) -> State:
        if not self._on.holds(pointer.x, pointer.y):
            return Idle()
        if self._on.kind == "choice":
            option = self._on.option_at(pointer.x, pointer.y)
            if option is not None:
                tool.option = self._on.option_ids().index(option)
                tool.toggle(self._on.id, option)
        else:
            tool.wanted(self._on.id)
        return Idle()


class OnScale(State):
    """The mark of a scale hangs on the pointer; the document changes when it is let go."""

    def __init__(self, slot: Slot, pointer: Pointer) -> None:
        self.slot = slot.id
        self._on = slot
        self.draft = slot.step_at(pointer.x)

    def move(self, tool: FieldTool, pointer: Pointer) -> State:
        self.draft = self._on.step_at(pointer.x)
        return self

    def release(self, tool: FieldTool, pointer: Pointer) -> State:
        tool.write(self.slot, self._on.step_at(pointer.x), "step.field.scale")
        return Idle()


class OnPortrait(State):
    """Pressed on the portrait: it hangs on the pointer once that has gone far enough, and fills its frame all the time.
    Let go where it was pressed, an empty frame asks for a picture; a filled one only has the focus."""

    def __init__(self, slot: Slot, pointer: Pointer) -> None:
        self.slot = slot.id
        self._start = pointer

    def move(self, tool: FieldTool, pointer: Pointer) -> State:
        dx, dy = pointer.x - self._start.x, pointer.y - self._start.y
        frame, crop = tool.form.portrait_frame, tool.crop
        if frame is not None and crop is not None and (self.draft or pointer.is_far_from(self._start)):
            self.draft = frame.moved(crop, dx, dy)
        return self

    def release(self, tool: FieldTool, pointer: Pointer) -> State:
        self.move(tool, pointer)
        if isinstance(self.draft, Crop):
            tool.show_part(self.draft)
        elif tool.form.portrait_frame is None:
            tool.wanted(self.slot)
        return Idle()


class FieldTool:
    """Which slot has the focus, which of its chips, and the current state. `wanted` is called with a slot that is to
    be typed in, or whose picture is to be chosen."""

    def __init__(self, form: Form, store: Store, wanted: Callable[[str], None]) -> None:
        self.form = form
        self.wanted = wanted
        self.focus: str | None = None
        self.option = 0
        self.state: State = Idle()
        self._store = store

    @property
    def draft(self) -> dict[str, object]:
        """Answers as they would be if the pointer were let go now."""
        return {} if self.state.draft is None else {self.state.slot: self.state.draft}

    @property
    def busy(self) -> bool:
        """Whether the pointer is down on a slot."""
        return not isinstance(self.state, Idle)

    def slot_at(self, x: float, y: float) -> Slot | None:
        """The slot at a point of the sheet."""
        return next((slot for slot in self.form.slots.values() if slot.holds(x, y)), None)

    def press(self, pointer: Pointer) -> bool:
        """The pointer goes down; whether there is a slot."""
        slot = self.slot_at(pointer.x, pointer.y)
        self.focus = slot.id if slot else None
        if slot is not None:
            self.state = _pressed(slot, pointer)
        return slot is not None

    def move(self, pointer: Pointer) -> None:
        self.state = self.state.move(self, pointer)

    def release(self, pointer: Pointer) -> None:
        self.state = self.state.release(self, pointer)

    def cancel(self) -> bool:
        """Escape: back to where the gesture began, else the focus goes; whether there was anything to leave."""
        was_there = self.busy or self.focus is not None
        if not self.busy:
            self.focus = None
        self.state = Idle()
        return was_there

    def step(self, way: int) -> bool:
        """Tab: the focus goes to the next slot, and a text is typed in at once. False past the last one."""
        ids = list(self.form.slots)
        at = ids.index(self.focus) + way if self.focus in ids else (0 if way > 0 else len(ids) - 1)
        self.option = 0
        if not 0 <= at < len(ids):
            self.focus = None
            return False
        self.focus = ids[at]
        if self.form.slots[self.focus].kind in ("line", "story"):
            self.wanted(self.focus)
        return True

    def key(self, key: Key) -> bool:
        """A key on the slot that has the focus; whether it means anything there."""
        slot = self.form.slots.get(self.focus or "")
        if slot is None:
            return False
        if slot.kind == "scale":
            return self._key_on_scale(slot, key)
        if slot.kind == "choice":
            return self._key_on_choice(slot, key)
        if slot.kind == "portrait" and self._key_on_portrait(key):
            return True
        if key in ("enter", "space"):
            self.wanted(slot.id)
        return key in ("enter", "space")

    def _key_on_scale(self, slot: Slot, key: Key) -> bool:
        before = step_of(answer(self._store.records, self.form.sheet_id, slot.id))
        middle = (SCALE_STEPS + 1) // 2
        if key == "delete":
            self.write(slot.id, None, "step.field.scale")
        elif key in ("home", "end"):
            self.write(slot.id, 1 if key == "home" else SCALE_STEPS, "step.field.scale")
        elif key in ("left", "down"):
            self.write(slot.id, middle if before is None else max(before - 1, 1), "step.field.scale")
        elif key in ("right", "up"):
            self.write(slot.id, middle if before is None else min(before + 1, SCALE_STEPS), "step.field.scale")
        else:
            return False
        return True

    def _key_on_choice(self, slot: Slot, key: Key) -> bool:
        options = slot.option_ids()
        if not options:
            return False
        if key in ("left", "up", "right", "down"):
            self.option = (self.option + (-1 if key in ("left", "up") else 1)) % len(options)
        elif key in ("enter", "space"):
            self.toggle(slot.id, options[self.option % len(options)])
        else:
            return False
        return True

    @property
    def crop(self) -> Crop | None:
        """Which part of the portrait is seen."""
        sheet = queries.sheet(self._store.records, self.form.sheet_id)
        return crop_of(sheet) if sheet is not None else None

    def _key_on_portrait(self, key: Key) -> bool:
        frame, crop = self.form.portrait_frame, self.crop
        if frame is None or crop is None:
            return False
        if key in PUSHES:
            dx, dy = PUSHES[key]
            self.show_part(frame.moved(crop, dx, dy))
        elif key in ("plus", "minus"):
            self.show_part(frame.zoomed(crop, ZOOM if key == "plus" else 1 / ZOOM))
        elif key == "home":
            self.show_part(Crop())
        elif key == "delete":
            with self._store.transaction("step.portrait.remove") as tx:
                tx.update(self.form.sheet_id, portrait="")
        else:
            return False
        return True

    def show_part(self, crop: Crop) -> None:
        """Shows that part of the portrait, as one step to take back."""
        show_part(self._store, self.form.sheet_id, crop, "step.portrait.crop")

    def toggle(self, field_id: str, option: str) -> None:
        """Ticks or unticks a chip."""
        field = self.form.template.field(field_id)
        if isinstance(field, Field):
            now = answer(self._store.records, self.form.sheet_id, field_id)
            self.write(field_id, toggled(field, now, option), "step.field.choice")

    def write(self, field_id: str, value: str | int | list[str] | None, label: str) -> None:
        """Fills in an answer, as one step to take back."""
        if value != answer(self._store.records, self.form.sheet_id, field_id):
            with self._store.transaction(label) as tx:
                fill_in(tx, self.form.sheet_id, field_id, value)


def _pressed(slot: Slot, pointer: Pointer) -> State:
    if slot.kind == "scale":
        return OnScale(slot, pointer)
    return OnPortrait(slot, pointer) if slot.kind == "portrait" else OnSlot(slot)
