"""Notes on paper: in reading order but never under what they lie on, grown as far as there is room, and going on after
that; addresses in them are found where they stand."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvas_files import queries
from helpers.sample_workshops import add_notes, bundled_fonts, layout_of, new_session, words
from plakbord.session import Session
from plakbord.sheet import theme
from plakbord.sheet.addresses import addresses_in
from plakbord.sheet.going_on import GoingOn, going_on
from plakbord.sheet.marks import POINT, Text
from plakbord.sheet.note import NoteFace, NoteFaces
from plakbord.sheet.print_order import in_print_order
from plakbord.sheet.text.fit import lay_out

SENTENCE = "Bezwaar {}: de levertijd is onduidelijk en de prijs pas achteraf bekend. "
LONG = "".join(SENTENCE.format(number) for number in range(30))
FACES = NoteFaces(bundled_fonts().regular)


def printed_of(session: Session) -> GoingOn:
    layout = layout_of(session)
    notes = {note.id: note for note in queries.notes_on(session.document.records, layout.sheet_id)}
    return going_on(layout, notes, FACES)


def shown(face: NoteFace) -> str:
    return "".join(line.text for line in face.text.laid.lines)


def test_a_note_grows_where_there_is_room() -> None:
    session = new_session()
    (note,) = add_notes(session, [{"text": SENTENCE.format(1) * 4, "x": 300, "y": 2_500, "w": 3_600, "h": 2_000}])
    found = printed_of(session)
    assert found.faces[0].h > note.h
    assert found.continued.pages == ()


def test_a_note_stops_at_the_end_of_its_block_and_goes_on() -> None:
    session = new_session()
    (note,) = add_notes(session, [{"text": LONG, "x": 300, "y": 4_000}])
    layout, found = layout_of(session), printed_of(session)
    (face,) = found.faces
    zone = layout.template.zone(note.zone)
    assert zone is not None
    assert face.y + face.h <= zone.box.y + zone.box.h
    assert layout.notes[note.id].y + layout.notes[note.id].h > zone.box.y + zone.box.h
    assert LONG.startswith(shown(face).strip())
    assert found.continued.page_of == {note.id: 1}
    assert [rest.text for rest in found.continued.rests] == [LONG]
    (mark,) = [label for label in face.labels if isinstance(label, Text)]
    assert "".join(line.text for line in mark.laid.lines) == words()("sheet.note_goes_on", page=1, number=1)
    assert face.text.y + face.text.laid.height <= mark.y + 1
    assert mark.y + mark.laid.height <= face.h - theme.NOTE_PADDING + 1


def test_a_note_stops_above_the_next() -> None:
    session = new_session()
    upper, lower = add_notes(
        session,
        [{"text": LONG, "x": 300, "y": 2_500, "h": 2_000}, {"text": "Onder", "x": 1_500, "y": 5_000}],
    )
    faces = {face.id: face for face in printed_of(session).faces}
    assert faces[upper.id].y + faces[upper.id].h < faces[lower.id].y


def test_notes_keep_their_own_height_whatever_lies_below() -> None:
    session = new_session()
    notes = add_notes(session, [{"text": LONG, "x": 300, "y": 2_500 + 100 * at} for at in range(4)])
    found = printed_of(session)
    assert all(face.h >= notes[0].h for face in found.faces)
    assert len(found.continued.rests) == 4


def test_tags_status_and_the_mark_fit_on_a_short_note() -> None:
    session = new_session()
    fields: dict[str, Any] = {"tags": ["Meteen doen", "Uitzoeken"], "status": "seen", "author": "Fatima"}
    add_notes(session, [{"text": LONG, "x": 300, "y": 5_000, "h": 600, "w": 2_400, **fields}])
    (face,) = printed_of(session).faces
    for label in face.labels:
        if isinstance(label, Text):
            assert face.text.y + face.text.laid.height <= label.y + 1
            assert label.y + label.laid.height <= face.h


def test_a_note_that_fits_is_printed_as_it_is_shown() -> None:
    session = new_session()
    add_notes(session, [{"text": "Kort", "x": 300, "y": 2_500}])
    (face,) = printed_of(session).faces
    (on_screen,) = layout_of(session).notes.values()
    assert (face.edges, face.text.laid, face.labels) == (on_screen.edges, on_screen.text.laid, on_screen.labels)


PLACES = st.lists(st.tuples(st.integers(0, 12_000), st.integers(0, 12_000), st.sampled_from("ab")), max_size=25)


@given(PLACES)
def test_print_order_keeps_every_note_and_the_picture(places: list[tuple[int, int, str]]) -> None:
    proto = layout_of(session_with_one()).notes
    (face,) = proto.values()
    faces = [
        NoteFace(
            f"n{at}", zone, x, y, 3_600, 2_800, "yellow", (f"a{(at * 7) % 25:02}", f"n{at}"), face.paper, face.text
        )
        for at, (x, y, zone) in enumerate(places)
    ]
    ordered = in_print_order(faces, ["b", "a"])
    assert sorted(found.id for found in ordered) == sorted(found.id for found in faces)
    place = {found.id: at for at, found in enumerate(ordered)}
    for upper in faces:
        for lower in faces:
            if lower.order < upper.order and upper.touches(*lower.edges):
                assert place[lower.id] < place[upper.id]


def session_with_one() -> Session:
    session = new_session()
    add_notes(session, [{"id": "note:only", "text": "Kort", "x": 300, "y": 2_500}])
    return session


def test_notes_that_do_not_touch_come_block_by_block_in_reading_order() -> None:
    session = new_session()
    add_notes(
        session,
        [
            {"text": text, "zone": zone, "x": x, "y": y}
            for text, zone, x, y in (
                ("4", "key_partners", 300, 3_600),
                ("3", "customer_segments", 300, 6_900),
                ("2", "customer_segments", 4_060, 3_700),
                ("1", "customer_segments", 300, 3_600),
            )
        ],
    )
    assert [shown(face) for face in printed_of(session).faces] == ["1", "2", "3", "4"]


def jumps(text: str, width: float = 3_100, size: float = 9) -> list[tuple[str, float, float, float]]:
    laid = lay_out(bundled_fonts().regular, text, size * POINT, width, leading=theme.LEADING)
    found = addresses_in(text, Text(100, 200, laid, theme.INK))
    return [(jump.to, jump.x, jump.y, jump.w) for jump in found]


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("Kijk op https://a.nl/b.", {"https://a.nl/b"}),
        ("www.fietsersbond.nl, en meer", {"https://www.fietsersbond.nl"}),
        ("(http://x.nl/y_(z))!", {"http://x.nl/y_(z)"}),
        ("HTTPS://A.NL", {"HTTPS://A.NL"}),
        ("twee: https://a.nl en https://b.nl", {"https://a.nl", "https://b.nl"}),
        ("https://a.nl\nnog een regel", {"https://a.nl"}),
        ("geen adres: a.nl, mail@b.nl, www en ://", set()),
        ("javascript:alert(1) file:///etc/passwd", set()),
        ("🚲 https://a.nl/fïets 🚲", {"https://a.nl/fïets"}),
    ],
)
def test_addresses_are_found(text: str, addresses: set[str]) -> None:
    assert {to for to, *_ in jumps(text)} == addresses


def test_an_address_over_several_lines_can_be_clicked_on_each() -> None:
    found = jumps("Zie https://www.fietsersbond.nl/onderzoek/stallingen-2026/tabel?jaar=2026 voor meer", 2_600)
    assert len({y for _, _, y, _ in found}) == len(found) > 1
    assert len({to for to, *_ in found}) == 1
    for _, x, _, w in found:
        assert x >= 100
        assert x + w <= 100 + 2_600 + 1


def test_only_what_is_shown_of_a_text_can_be_clicked() -> None:
    text = "Zie https://a.nl en daarna nog veel meer woorden op https://b.nl"
    laid = lay_out(bundled_fonts().regular, text, 9 * POINT, 2_600, leading=theme.LEADING)
    first = Text(0, 0, type(laid)(laid.lines[:1], laid.size, laid.width, laid.height / len(laid.lines)), theme.INK)
    assert {jump.to for jump in addresses_in(text, first)} == {"https://a.nl"}
