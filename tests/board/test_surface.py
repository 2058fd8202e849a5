"""What lies under a point of the sheet: notes, blocks, the parking strip; kept up to date with the document."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.sample_workshops import ZONES, add_note, layout_of, new_session
from plakbord.board.surface import SheetSurface

SURFACE = SheetSurface(layout_of(new_session()))


@pytest.mark.parametrize("zone", ZONES)
def test_a_block_is_found_at_all_its_corners(zone: str) -> None:
    x, y = SURFACE.origin(zone)
    box = next(each.box for each in SURFACE.layout.template.zones if each.id == zone)
    for at in ((x, y), (x + box.w - 1, y + box.h - 1), (x + box.w / 2, y + box.h / 2)):
        assert SURFACE.zone_for(*at) == zone


@pytest.mark.parametrize(
    ("at", "zone"),
    [
        ((43_600, 5000), ""),
        ((50_000, -500), ""),
        ((90_000, 90_000), ""),
        ((41_500, 5000), "customer_segments"),
        ((-4000, 4000), "key_partners"),
        ((10_000, 29_000), "cost_structure"),
        ((30_000, 500), "customer_relationships"),
    ],
)
def test_beside_the_blocks_the_nearest_one_counts(at: tuple[float, float], zone: str) -> None:
    assert SURFACE.zone_for(*at) == zone


@given(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6))
def test_every_point_belongs_somewhere(x: float, y: float) -> None:
    assert SURFACE.zone_for(x, y) in (*ZONES, "")


def test_the_topmost_note_is_found_and_what_is_removed_is_not() -> None:
    session = new_session()
    surface = SheetSurface(layout_of(session))
    session.store.listen(surface.follow)
    low, high = add_note(session, x=0, y=0), add_note(session, x=1000, y=1000)
    face = surface.face(high.id)
    assert face is not None
    assert surface.note_at(face.x + 1, face.y + 1) == high.id
    with session.store.transaction("") as tx:
        tx.update(low.id, z="zz")
    assert surface.note_at(face.x + 1, face.y + 1) == low.id
    assert surface.notes_within(face.x, face.y, face.x + 1, face.y + 1) == [high.id, low.id]
    with session.store.transaction("") as tx:
        tx.remove(low.id)
    assert surface.note_at(face.x + 1, face.y + 1) == high.id
    assert surface.face(low.id) is None
    with session.store.transaction("") as tx:
        tx.update(high.id, zone="key_partners")
    assert surface.note_at(face.x + 1, face.y + 1) is None
