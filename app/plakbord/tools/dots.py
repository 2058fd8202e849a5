"""The tool for sticking dots on notes: a click places one, a click with Shift takes one back. It moves nothing; whose
dots they are and what the rules say is for who listens."""

from __future__ import annotations

from collections.abc import Callable

from plakbord.tools.tool import Pointer, Surface


class DotTool:
    """Off until it is put in hand; then it takes every press on a note."""

    def __init__(self, surface: Surface) -> None:
        self._surface = surface
        self._place: Callable[[str], None] | None = None
        self._take: Callable[[str], None] | None = None

    @property
    def in_hand(self) -> bool:
        """Whether clicks stick dots now."""
        return self._place is not None

    def pick_up(self, place: Callable[[str], None], take: Callable[[str], None]) -> None:
        """From now on clicks on notes go there."""
        self._place, self._take = place, take

    def put_down(self) -> None:
        """Clicks mean again what they always do."""
        self._place = self._take = None

    def press(self, pointer: Pointer, *, back: bool = False) -> bool:
        """The pointer goes down, `back` to take a dot back; whether it was meant for a dot. What is not a note is left
        to others, so that the sheet can still be looked around on."""
        note_id = self._surface.note_at(pointer.x, pointer.y) if self.in_hand else None
        if note_id is None or self._place is None or self._take is None:
            return False
        (self._take if back or pointer.shift else self._place)(note_id)
        return True
