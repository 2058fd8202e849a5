"""Why a drag moved nothing: the note is being voted on."""

from __future__ import annotations

from canvas_files.held_notes import why_held
from canvas_files.problems import Problem
from plakbord.tools.select import OnNote, SelectTool
from plakbord.tools.tool import Pointer


def why_not_moved(tool: SelectTool, pointer: Pointer) -> Problem | None:
    """What to tell a person who dragged a note that did not come along; None when there is nothing to tell."""
    state = tool.state
    if isinstance(state, OnNote) and pointer.is_far_from(state.start):
        return why_held(tool.desk.store.records, state.note_id)
    return None
