"""What a poster shows: every switch does what it says, on the page and nowhere else."""

from __future__ import annotations

from typing import Any

import pytest

from canvas_files.document import Document
from helpers.poster_workshops import PARKED, full_workshop
from helpers.sample_workshops import bundled_fonts, words
from plakbord.poster import extra_pages
from plakbord.poster.choices import Choices
from plakbord.poster.pages import Printed, printed_pages
from plakbord.sheet import theme
from plakbord.sheet.marks import Box, Line, Page, Picture, Text


def printed(document: Document | None = None, **choices: Any) -> Printed:
    made = Choices(**choices)
    return printed_pages(document or full_workshop(), made, bundled_fonts(), words(made.language or "nl"))


def text_on(*pages: Page) -> str:
    texts = (text_of(mark) for page in pages for mark in page.marks if isinstance(mark, Text))
    return " ".join(" ".join(texts).split())


def text_with(**choices: Any) -> str:
    return text_on(*printed(**choices).pages)


@pytest.mark.parametrize(
    ("switch", "there"),
    [
        ("questions", "Voor wie zijn we van waarde?"),
        ("questions", "Wat voor bedrijf is het"),
        ("checklists", "Motivaties: optimalisatie en schaalvoordelen"),
        ("tags", "Meteen doen"),
        ("tags", "gemak of bruikbaarheid"),
        ("legend", "Blauw"),
    ],
)
def test_what_is_shown_can_be_left_out(switch: str, there: str) -> None:
    shown, left_out = text_with(checklists=switch == "checklists"), text_with(**{"checklists": False, switch: False})
    assert there in shown
    assert there not in left_out
    for kept in ("Klantsegmenten", "Voor negen uur", "Marijke", "Zwemmen, koor"):
        assert kept in left_out


@pytest.mark.parametrize(("switch", "there"), [("authors", "Jeroen"), ("parking", PARKED[1])])
def test_what_is_left_out_can_be_shown(switch: str, there: str) -> None:
    assert there not in text_with()
    assert there in text_with(**{switch: True})


def test_links_are_drawn_when_asked_for() -> None:
    def count(**choices: Any) -> int:
        marks = (mark for page in printed(**choices).pages for mark in page.marks)
        return sum(isinstance(mark, Line) and mark.color == theme.LINK for mark in marks)

    assert (count(), count(links=True)) == (0, 1)


def test_a_blank_poster_has_everything_but_what_was_filled_in() -> None:
    document = full_workshop()
    before = dict(document.records)
    canvas, persona = printed(document, blank=True, links=True, parking=True, authors=True).pages
    said = text_on(canvas, persona)
    for there in ("Klantsegmenten", "Voor wie zijn we van waarde?", "Motivaties:", "De Spaak", "Leeftijd", "CC BY-SA"):
        assert there in said
    for gone in ("Forenzen", "Marijke", "Zwemmen", "Lonen", PARKED[0], "Blauw"):
        assert gone not in said
    assert not [mark for mark in persona.marks if isinstance(mark, Picture)]
    assert document.records == before


def test_checklists_stand_where_no_note_hangs_and_the_others_are_named() -> None:
    found = printed(sheets=("sheet:canvas",))
    page = found.pages[0]
    notes = [mark for mark in page.marks if isinstance(mark, Box) and mark.fill in _note_fills()]
    lists = [mark for mark in page.marks if isinstance(mark, Text) and mark.laid.size == theme.CHECKLIST_SIZE]
    lists = [mark for mark in lists if mark.role == "question"]
    assert len(lists) > 8
    for mark in lists:
        right = mark.x + max(line.width for line in mark.laid.lines)
        for note in notes:
            beside = note.x >= right or note.x + note.w <= mark.x
            assert beside or note.y >= mark.y + mark.laid.height or note.y + note.h <= mark.y
    assert found.left_out == ("Fases", "Soorten")


def _note_fills() -> set[str]:
    return {color.fill for color in theme.NOTE_COLORS.values()} - {theme.SHEET}


def test_the_language_of_the_headings() -> None:
    said = text_with(language="en")
    assert "Customer segments" in said
    assert "Klantsegmenten" not in said
    assert "Voor negen uur" in said


def test_sheets_come_in_the_order_that_was_chosen() -> None:
    pages = printed(sheets=("sheet:persona", "sheet:canvas")).pages
    assert [page.of for page in pages if page.kind == "sheet"] == ["sheet:persona", "sheet:canvas"]


def test_notes_by_hand() -> None:
    (mark,) = [m for m in printed(by_hand=True).pages[0].marks if isinstance(m, Text) and "Bedrijven" in text_of(m)]
    assert mark.laid.lines[0].runs[0].unit.face.key == "ShantellSans-Regular"


def text_of(mark: Text) -> str:
    return " ".join(line.text for line in mark.laid.lines)


def test_toner_is_saved_with_white_notes_and_coloured_edges() -> None:
    plain, saving = printed().pages[0], printed(save_toner=True).pages[0]
    assert len(plain.marks) == len(saving.marks)
    assert saving.spans == plain.spans
    boxes = [mark for mark in saving.marks if isinstance(mark, Box)]
    assert {box.fill for box in boxes} <= {None, theme.SHEET, theme.MARK_INK}
    edges = {after.edge for before, after in zip(plain.marks, saving.marks, strict=True) if _is_note(before)}
    assert len(edges) >= 4
    assert all(box.edge_width == 70 for box in saving.marks if isinstance(box, Box) and box.edge in edges)


def _is_note(mark: object) -> bool:
    return isinstance(mark, Box) and mark.fill in _note_fills() and mark.w > 1000


def test_a_long_list_of_parked_notes_loses_none() -> None:
    document = full_workshop()
    with document.store.transaction("step.note.add", "load") as tx:
        for number in range(300):
            note = document.records["note:park1"]
            tx.put(
                note.changed(id=f"note:p{number}", y=number * 300, text=f"Geparkeerd idee {number}: " + "later " * 9)
            )
    pages = [page for page in printed(document, parking=True).pages if page.kind == "parking"]
    assert len(pages) > 1
    said = text_on(*pages)
    assert all(f"idee {number}:" in said for number in range(300))
    for page in pages:
        for mark in page.marks:
            if isinstance(mark, Text):
                assert mark.y + mark.laid.lines[-1].y < page.h


def test_others_can_add_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    extra = Page(42_000, 29_700, (Box(0, 0, 9, 9, fill="#000000"),), "Uitslag", kind="extra")
    monkeypatch.setattr(
        extra_pages, "EXTRA_PAGES", (lambda _document, choices, _fonts, _t: [extra] * bool(choices.grey),)
    )
    assert printed(grey=True).pages[-1] is extra
    assert extra not in printed().pages


def test_a_long_title_and_long_captions_are_on_the_poster_in_full() -> None:
    document = full_workshop()
    title = " ".join(f"titel{number}" for number in range(120))
    captions = {name: " ".join(f"{name}{number}" for number in range(40)) for name in theme.NOTE_COLORS}
    with document.store.transaction("step", "load") as tx:
        tx.update("workshop", title=title, captions=captions)
    canvas, continued, *_ = printed(document).pages
    said = text_on(continued).split()
    for word in (*title.split(), *(word for caption in captions.values() for word in caption.split())):
        assert word in said
    assert text_on(canvas).count("→ vervolgblad 1") == 3
    first = next(mark for mark in continued.marks if isinstance(mark, Text))
    assert len(first.laid.lines) == 1


def test_captions_of_ordinary_length_stand_in_the_legend() -> None:
    document = full_workshop()
    captions = {name: f"Dit weten we zeker van {name}" for name in theme.NOTE_COLORS}
    with document.store.transaction("step", "load") as tx:
        tx.update("workshop", captions=captions)
    found = printed(document, checklists=False).pages
    assert all(caption in text_on(found[0]) for caption in captions.values())
