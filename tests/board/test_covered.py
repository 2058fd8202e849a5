"""What lies wholly under another note is not written, and the picture is the same to the last pixel."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from canvas_files.records import Note
from helpers.plain_windows import session_with
from helpers.sample_pages import FONTS
from plakbord.board import region
from plakbord.board.camera import Camera
from plakbord.board.covered import covered
from plakbord.board.painter import MarkPainter
from plakbord.board.region import Look, RegionPainter, Seen
from plakbord.board.surface import SheetSurface
from plakbord.sheet.layout import Layout
from plakbord.sheet.text.fonts import Fonts
from plakbord.words import load_words

LOOK = Look("#e8e8e8", "#2f5bea", "#cccccc")
SIZE = QRect(0, 0, 420, 420)
WORDS, BUNDLED = load_words("nl"), Fonts(FONTS)
PLACES = st.sampled_from((0, 300, 1_200, 2_400))
NOTES: st.SearchStrategy[list[dict[str, object]]] = st.lists(
    st.builds(
        dict,
        x=PLACES,
        y=PLACES,
        w=st.sampled_from((1_200, 2_400, 4_800)),
        h=st.sampled_from((1_000, 2_000, 4_000)),
        text=st.sampled_from(("", "Bakken!", "Klanttevredenheidsonderzoek, twee keer per jaar", "🥐 " * 30)),
        color=st.sampled_from(("yellow", "blue", "white")),
        status=st.sampled_from(("", "assumption", "proven")),
    ),
    max_size=8,
)

SOME = st.sets(st.sampled_from([f"n{at}" for at in range(8)]), max_size=3)


def surface_of(made: list[dict[str, object]]) -> SheetSurface:
    there = [Note(id=f"n{at}", sheet="s", zone="key_partners", z=f"a{at}", **each) for at, each in enumerate(made)]  # type: ignore[arg-type]
    document = session_with(tuple(there)).document
    return SheetSurface(Layout(document, document.sheets[0].id, BUNDLED, WORDS))


def picture(surface: SheetSurface, camera: Camera, seen: Seen) -> QImage:
    image = QImage(SIZE.size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    RegionPainter(surface, MarkPainter(), LOOK).paint(painter, SIZE, camera, seen)
    painter.end()
    return image


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=NOTES, scale=st.sampled_from((0.02, 0.05, 0.11)), dimmed=SOME, lifted=SOME)
def test_the_picture_is_the_same(
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
    made: list[dict[str, object]],
    scale: float,
    dimmed: set[str],
    lifted: set[str],
) -> None:
    surface = surface_of(made)
    (x, y) = surface.layout.origin("key_partners")
    camera = Camera(scale, -x * scale, -y * scale)
    seen = Seen(lifted=lifted, dimmed=dimmed)
    with monkeypatch.context() as everything:
        everything.setattr(region, "covered", lambda faces, see_through: set())
        whole = picture(surface, camera, seen)
    assert picture(surface, camera, seen) == whole


def test_only_a_note_that_hides_all_of_another_counts() -> None:
    surface = surface_of(
        [
            {"x": 0, "y": 0, "w": 2_400, "h": 2_000, "text": "onder"},
            {"x": 5_000, "y": 0, "w": 2_400, "h": 2_000, "text": "steekt uit"},
            {"x": 5_000, "y": 100, "w": 2_400, "h": 2_000, "text": "ligt erop"},
            {"x": 0, "y": 0, "w": 2_400, "h": 2_000, "text": "boven"},
        ]
    )
    faces = surface.grid.within(-1e6, -1e6, 1e6, 1e6)
    assert [face.id for face in faces] == ["n0", "n1", "n2", "n3"]
    assert covered(faces, ()) == {"n0"}
    assert covered(faces, ("n3",)) == set()
    assert covered([faces[3], faces[0]], ()) == {"n3"}
