"""The tool for sticking dots: off until it is in hand, and only for notes."""

from __future__ import annotations

from helpers.sample_workshops import add_note, layout_of, new_session
from plakbord.board.surface import SheetSurface
from plakbord.tools.dots import DotTool
from plakbord.tools.tool import Pointer


def test_clicks_stick_dots_only_while_it_is_in_hand() -> None:
    session = new_session()
    note = add_note(session, x=1000, y=3000)
    surface = SheetSurface(layout_of(session))
    face = surface.face(note.id)
    assert face is not None
    on = Pointer(face.x + 50, face.y + 50)
    tool = DotTool(surface)
    placed: list[str] = []
    taken: list[str] = []
    assert not tool.press(on)
    tool.pick_up(placed.append, taken.append)
    assert tool.in_hand
    assert tool.press(on)
    assert tool.press(Pointer(on.x, on.y, shift=True))
    assert tool.press(on, back=True)
    assert not tool.press(Pointer(-500, -500))
    assert (placed, taken) == ([note.id], [note.id, note.id])
    tool.put_down()
    assert not tool.press(on)
