"""What a tool is doing at a moment. Every event answers with the state that follows."""

from __future__ import annotations

from plakbord.tools.tool import Desk, Pointer


class State:
    """Stays as it is, whatever happens, and is over when cancelled."""

    is_over = False
    """Whether the gesture has ended and the tool is idle again."""

    def press(self, desk: Desk, pointer: Pointer) -> State:
        return self

    def move(self, desk: Desk, pointer: Pointer) -> State:
        return self

    def release(self, desk: Desk, pointer: Pointer) -> State:
        return self

    def cancel(self, desk: Desk) -> State:
        return Over()

    def gone(self, ids: frozenset[str]) -> State:
        """Notes were removed by someone else in the middle of a gesture."""
        return self


class Over(State):
    """The gesture has ended."""

    is_over = True
