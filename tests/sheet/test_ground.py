"""What is printed under the notes: title, date, blocks, legend, small print and the facts of a persona."""

from __future__ import annotations

from typing import Any

import pytest

from canvas_files.records import WORKSHOP, Entry, Language, entry_id
from canvas_files.template import Room
from helpers.sample_workshops import add_note, bundled_fonts, layout_of, new_session, words
from plakbord.session import Session
from plakbord.sheet import theme
from plakbord.sheet.legend import legend_marks
from plakbord.sheet.marks import Box, Disc, Line, Mark, Outline, Text
from plakbord.sheet.moved import moved
from plakbord.sheet.type import column, line, lower_edge


def texts(session: Session, role: str | None = None, language: Language = "nl") -> list[str]:
    """The texts of the first sheet's ground, each on one line."""
    marks = [mark for mark in layout_of(session, language=language).ground if isinstance(mark, Text)]
    return [spoken(mark) for mark in marks if role in (None, mark.role)]


def spoken(mark: Text) -> str:
    return " ".join(" ".join(line.text for line in mark.laid.lines).split())


def fill_in(session: Session, **values: Any) -> None:
    sheet = session.document.sheets[0].id
    with session.store.transaction("", "load") as tx:
        for field, value in values.items():
            tx.put(Entry(id=entry_id(sheet, field), sheet=sheet, field=field, value=value))


def titled(session: Session, **fields: Any) -> Session:
    with session.store.transaction("", "load") as tx:
        tx.update(WORKSHOP, **fields)
    return session


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("kind", ["canvas", "persona"])
def test_headings_and_questions_stand_on_the_sheet(kind: str, language: Language) -> None:
    session = new_session(kind)
    template = layout_of(session).template
    shown = texts(session, language=language)
    for zone in template.zones:
        assert zone.heading(language) in shown
        assert {question(language) for question in zone.questions} <= set(shown)


def test_a_sheet_without_a_title_says_what_it_is() -> None:
    assert texts(new_session(), "title") == ["Business Model Canvas"]
    assert layout_of(new_session()).title == "Business Model Canvas"


def test_the_title_comes_first_and_the_kind_behind_it() -> None:
    session = titled(new_session(), title="De Gouden Korst")
    assert texts(session, "title") == ["De Gouden Korst"]
    assert "Business Model Canvas" in texts(session, "heading")


def test_a_long_title_leaves_out_the_kind_and_stays_in_its_room() -> None:
    session = titled(new_session(), title="De Gouden Korst en alles wat daar nog bij komt kijken " * 3)
    layout = layout_of(session)
    (title,) = [mark for mark in layout.ground if isinstance(mark, Text) and mark.role == "title"]
    room = layout.template.title
    assert room is not None
    assert title.laid.height <= room.h + 1
    assert "Business Model Canvas" not in texts(session, "heading")


def test_the_date_is_written_out_in_the_language_of_the_sheet() -> None:
    session = titled(new_session(), date="2026-11-21")
    assert "21 november 2026" in texts(session, "small")
    assert "21 November 2026" in texts(session, "small", "en")
    assert not [words for words in texts(titled(new_session(), date=""), "small") if "november" in words]


def test_the_small_print_names_whose_layout_it_is() -> None:
    assert [words for words in texts(new_session(), "small") if "Strategyzer" in words]


def test_the_legend_shows_the_colours_in_use_and_those_with_a_caption() -> None:
    session = titled(new_session(), captions={"pink": "Twijfel"}, date="")
    add_note(session, color="green")
    assert texts(session, "small")[:2] == ["Twijfel", "Groen"]


def test_a_legend_with_little_room_still_names_every_colour() -> None:
    names = list(theme.NOTE_COLORS)
    room = Room(0, 0, 12_000, 600)
    marks = list(legend_marks(room, names, {}, bundled_fonts().regular, words()))
    shown = [mark for mark in marks if isinstance(mark, Text)]
    assert len(shown) == len(names)
    assert all(mark.x + mark.laid.lines[0].width <= room.w for mark in shown)


def test_a_persona_is_called_by_its_name() -> None:
    session = new_session("persona", title="Bakkerij")
    fill_in(session, name="Sanne de Vries")
    assert texts(session, "title") == ["Sanne de Vries"]
    assert layout_of(session).title == "Sanne de Vries · Persona"


def test_the_facts_of_a_persona_are_printed() -> None:
    session = new_session("persona")
    fill_in(session, age="34", background="Werkt bij een groothandel.", sales_role=["decider"])
    shown = texts(session)
    assert {"34", "Werkt bij een groothandel.", "beslisser", "Leeftijd", "Tijdsdruk op het werk"} <= set(shown)
    chips = [mark for mark in layout_of(session).ground if isinstance(mark, Box) and mark.radius == mark.h / 2]
    assert [chip.fill == theme.CHOSEN for chip in chips if chip.edge] == [False, False, True]


@pytest.mark.parametrize("value", [None, 7, ["a", "b"], "initiator", ""])
def test_a_field_with_a_value_of_another_kind_is_empty(value: Any) -> None:
    session = new_session("persona")
    bare = len(layout_of(session).ground)
    fill_in(session, age=value if not isinstance(value, str) or not value else None, sales_role=value)
    assert len(layout_of(session).ground) == bare


def test_everything_on_a_sheet_stays_on_it() -> None:
    for kind in ("canvas", "persona"):
        layout = layout_of(titled(new_session(kind), title="Bakkerij", captions=dict.fromkeys(theme.NOTE_COLORS, "x")))
        for mark in layout.ground:
            if isinstance(mark, Text):
                assert 0 <= mark.x <= layout.template.page.w
                assert 0 <= mark.y <= layout.template.page.h - mark.laid.height


def test_a_column_goes_down_and_says_where_it_ends() -> None:
    regular = bundled_fonts().regular
    set_words = list(column(regular, ["Een", "Twee", "Drie"], (100, 200, 5000), 300, theme.INK, "question"))
    assert [mark.y for mark in set_words] == sorted({mark.y for mark in set_words})
    assert lower_edge(set_words, 0) == set_words[-1].y + set_words[-1].laid.height
    assert lower_edge([], 77) == 77


def test_a_line_becomes_smaller_when_it_would_not_fit() -> None:
    room = Room(0, 0, 4000, 900)
    regular = bundled_fonts().regular
    short = line(regular, "Kort", room, 600, theme.INK, "title")
    long = line(regular, "Een titel die langer is dan zijn plaats op het blad", room, 600, theme.INK, "title")
    assert short.laid.size == 600
    assert 300 <= long.laid.size < 600


@pytest.mark.parametrize(
    ("mark", "there"),
    [
        (Box(1, 2, 3, 4), Box(11, 22, 3, 4)),
        (Disc(1, 2, 3), Disc(11, 22, 3)),
        (Line(1, 2, 3, 4, "#000000", 5), Line(11, 22, 13, 24, "#000000", 5)),
        (Outline(((1, 2), (3, 4))), Outline(((11, 22), (13, 24)))),
    ],
)
def test_a_mark_elsewhere_is_the_same_mark(mark: Mark, there: Mark) -> None:
    assert moved(mark, 10, 20) == there
