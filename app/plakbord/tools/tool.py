"""What every tool gets and offers: pointer events in, transactions out, and what is to be seen while a gesture
lasts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from msgspec import Struct

from canvas_files.history import History
from canvas_files.store import Store
from plakbord.tools.selection import Selection
from plakbord.tools.snap import Guide


class Pointer(Struct, frozen=True):
    """Where the pointer is on the sheet, and the keys held. `reach` is how far it must go before a press becomes a
    drag: a few pixels on the screen."""

    x: float
    y: float
    shift: bool = False
    reach: float = 0.0
    alt: bool = False

    def is_far_from(self, other: Pointer) -> bool:
        """Whether it has gone far enough to be a drag."""
        return abs(self.x - other.x) + abs(self.y - other.y) >= max(self.reach, 1)


class Face(Protocol):
    """What a tool needs to know of a note as it is drawn."""

    @property
    def id(self) -> str: ...
    @property
    def x(self) -> float: ...
    @property
    def y(self) -> float: ...
    @property
    def w(self) -> float: ...
    @property
    def h(self) -> float: ...
    @property
    def cluster(self) -> str: ...
    @property
    def fixed(self) -> bool: ...


class Surface(Protocol):
    """The sheet as it lies under the pointer."""

    def note_at(self, x: float, y: float) -> str | None:
        """The topmost note at a point."""
        ...

    def notes_within(self, left: float, top: float, right: float, bottom: float) -> Sequence[str]:
        """The notes that share anything with a rectangle."""
        ...

    def face(self, note_id: str) -> Face | None:
        """The note as it is drawn."""
        ...

    def cluster_of(self, note_id: str) -> frozenset[str]:
        """The note and the others that are stacked with it."""
        ...

    def zone_for(self, x: float, y: float) -> str:
        """The block that a note with its middle at a point belongs to; "" for the parking strip."""
        ...

    def origin(self, zone: str) -> tuple[int, int]:
        """The corner that the notes of a block are measured from."""
        ...


class Lift(Struct, frozen=True):
    """Notes that are being dragged: how far they are from where they hang, the block they would drop in, the guides
    they fall into line with, and whether copies of them are dropped."""

    ids: frozenset[str] = frozenset()
    dx: float = 0.0
    dy: float = 0.0
    zone: str | None = None
    guides: tuple[Guide, ...] = ()
    copies: bool = False


class Stretch(Struct, frozen=True):
    """A note that is being made larger or smaller by its lower right corner."""

    id: str
    w: float
    h: float


class Wire(Struct, frozen=True):
    """A link that is being drawn from a note to the pointer, and the note it would end at."""

    start: str
    x: float
    y: float
    end: str | None = None


class Band(Struct, frozen=True):
    """The rubber band, as a rectangle of the sheet."""

    left: float
    top: float
    right: float
    bottom: float


class Desk(Struct):
    """What a tool works on."""

    surface: Surface
    store: Store
    history: History
    selection: Selection


NO_LIFT = Lift()
