"""Shapes as PDF paths."""

from __future__ import annotations

from plakbord.poster.ink import Ink
from plakbord.poster.shapes import ShapePainter
from plakbord.sheet.marks import Box, Disc, Line, Outline

INCH = 2540


def written(*marks: Box | Disc | Line | Outline) -> list[str]:
    """The content of a page of one inch with these marks."""
    ink, shapes = Ink(INCH), ShapePainter()
    for mark in marks:
        match mark:
            case Box():
                shapes.box(ink, mark)
            case Disc():
                shapes.disc(ink, mark)
            case Line():
                shapes.line(ink, mark)
            case Outline():
                shapes.outline(ink, mark)
    return ink.content().decode().splitlines()


def test_a_box_stands_on_its_lower_left_corner() -> None:
    assert written(Box(0, 0, INCH, INCH / 2, fill="#FF0000")) == ["1 0 0 rg", "q 1 0 0 1 0 36 cm 0 0 72 36 re f Q"]


def test_what_is_filled_and_edged_is_painted_once() -> None:
    box = Box(0, 0, INCH, INCH, fill="#FF0000", edge="#0000FF", edge_width=INCH / 72)
    assert written(box) == ["1 0 0 rg", "0 0 1 RG 1 w", "q 1 0 0 1 0 0 cm 0 0 72 72 re B Q"]


def test_an_edge_alone_is_stroked() -> None:
    assert written(Box(0, 0, INCH, INCH, edge="#0000FF", edge_width=INCH / 72))[-1].endswith("re S Q")


def test_without_ink_nothing_is_painted() -> None:
    bare: list[Box | Disc | Outline] = [Box(0, 0, 9, 9), Disc(0, 0, 9, edge="#000000"), Outline(((0, 0), (1, 1)))]
    assert written(*bare, Line(0, 0, 9, 9, "#000000", 0), Outline((), "#000000")) in ([], ["0 g"])


def test_a_disc_is_a_box_that_is_all_corners() -> None:
    disc = written(Disc(INCH / 2, INCH / 2, INCH / 4, "#FF0000"))
    assert disc == written(Box(INCH / 4, INCH / 4, INCH / 2, INCH / 2, INCH / 4, "#FF0000"))


def test_corners_are_at_most_half_the_box() -> None:
    round_ended = Box(0, 0, INCH, INCH / 2, INCH, "#FF0000")
    assert written(round_ended) == written(Box(0, 0, INCH, INCH / 2, INCH / 4, "#FF0000"))


def test_an_outline_is_closed_with_round_joins_and_a_box_after_it_is_not() -> None:
    outline = Outline(((0, 0), (INCH, 0), (0, INCH)), None, "#0000FF", INCH / 72)
    lines = written(outline, Box(0, 0, INCH, INCH, 0, None, "#0000FF", INCH / 72))
    assert lines[:3] == ["0 0 1 RG 1 w", "1 j", "0 72 m 72 72 l 0 0 l h S"]
    assert lines[3] == "0 j"


def test_a_line_goes_from_point_to_point() -> None:
    assert written(Line(0, 0, INCH, INCH, "#0000FF", INCH / 72))[-1] == "0 72 m 72 0 l S"
