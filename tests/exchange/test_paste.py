"""What each program puts on the clipboard becomes the notes that a person expects, or a sentence."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvas_files.plain_text import LONGEST_NOTE, clean_text
from canvas_files.problems import Problem
from helpers import clipboard_samples as samples
from helpers.documents import any_text
from helpers.patience import FOR_EVER
from plakbord.exchange.paste import LONGEST_MB, Offer, pasted_notes
from plakbord.exchange.pasted import notes_of
from plakbord.exchange.text_notes import Kind, texts_of_text


def texts(**offer: object) -> list[str]:
    return [note.text for note in pasted_notes(Offer(**offer))]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("offer", "notes"),
    [
        ({"html": samples.EXCEL_HTML, "text": samples.EXCEL_TEXT, "image": True}, samples.EXCEL_NOTES),
        ({"text": samples.EXCEL_TEXT}, samples.EXCEL_NOTES),
        ({"html": samples.WORD_HTML, "text": samples.WORD_TEXT}, samples.WORD_NOTES),
        ({"text": samples.WORD_TEXT}, samples.WORD_NOTES),
        ({"html": samples.SHEETS_HTML}, samples.SHEETS_NOTES),
        ({"html": samples.WEB_HTML}, samples.WEB_NOTES),
        ({"text": samples.CSV_FILE}, samples.CSV_NOTES),
    ],
    ids=["Excel", "Excel as text", "Word", "Word as text", "Google Sheets", "web page", "CSV"],
)
def test_samples(offer: dict[str, object], notes: list[str]) -> None:
    assert texts(**offer) == notes


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("één\r\ntwee\rdrie\n\n  \nvier", ["één", "twee", "drie", "vier"]),
        ("- a\n* b\n• c\n\t– d\n\uf0b7\te\n1. f\n(2) g\n- [ ] h", list("abcdefgh")),
        ("12. december\nmorgen", ["12. december", "morgen"]),
        (
            "2024. Een jaar\n3 klanten\n1,5 miljoen\n-5 graden",
            ["2024. Een jaar", "3 klanten", "1,5 miljoen", "-5 graden"],
        ),
        ("Snel, goed\nDuur, mooi", ["Snel, goed", "Duur, mooi"]),
        ("a,b,c\nd,e,f", list("abcdef")),
        ("> 50 %\n#1 in de markt\nsnake_case_naam * 2 * 3", ["> 50 %", "#1 in de markt", "snake_case_naam * 2 * 3"]),
        ("| A | B |\n|---|---|\n| c | d |", list("ABcd")),
        ('Maat 12"\nMaat 10"; mooi', ['Maat 12"', 'Maat 10"; mooi']),
        ("a\tb\n\tc\n", list("abc")),
    ],
)
def test_plain_text(text: str, notes: list[str]) -> None:
    assert texts(text=text) == notes


def test_plain_text_wins_from_html_that_says_no_more() -> None:
    assert texts(html="<div style='color:red'>a</div><div>b</div>", text="a\nb") == ["a", "b"]
    assert texts(html="<p>alleen <b>hier</b></p>", text=" ") == ["alleen hier"]


def test_an_image_and_nothing_are_said_in_a_sentence() -> None:
    for offer, key in (
        (Offer(image=True, html='<img src="a.png">'), "image_to_paste"),
        (Offer(), "nothing_to_paste"),
        (Offer(text=" \n\t\n"), "nothing_to_paste"),
        (Offer(own=b"{", html="<script>x</script>"), "nothing_to_paste"),
        (Offer(text="x" * (LONGEST_MB * 1_000_000 + 1)), "paste_too_large"),
    ):
        with pytest.raises(Problem) as problem:
            pasted_notes(offer)
        assert problem.value.key == key
        assert all(problem.value.sentence(language).endswith(".") for language in ("nl", "en"))


def test_what_is_too_long_for_a_note_becomes_several() -> None:
    words = [f"woord{number}" for number in range(3_000)]
    notes = texts(text=" ".join(words))
    assert len(notes) > 1
    assert all(len(note) <= LONGEST_NOTE for note in notes)
    assert " ".join(notes).split() == words
    assert "".join(texts(text="x" * 12_345)) == "x" * 12_345


def test_files_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes("x;y".encode("utf-8-sig"))
    (tmp_path / "b.md").write_text(samples.MARKDOWN, encoding="utf-8")
    files = (tmp_path / "a.csv", tmp_path / "b.md")
    assert texts(files=files, text="file:///a.csv") == ["x", "y", *samples.MARKDOWN_NOTES]


def letters(text: str) -> str:
    return "".join(letter for letter in clean_text(text) if letter.isalpha())


words = st.text(st.characters(categories=("Lu", "Ll", "Lo")), min_size=3, max_size=8)
signs = st.text(
    st.characters(categories=("N", "P", "S", "Z", "C")) | st.sampled_from('-*•;,"|\t\n\r\x00\v'), max_size=4
)
marks = st.sampled_from(("- ", "1. ", "\n|--|\n", "**", "\n# ", "\n***\n", '";"', "\t", "\n"))


@given(st.lists(st.one_of(words, signs, marks), max_size=14), st.sampled_from(("text", "csv")))
def test_any_text_is_taken_and_no_word_is_lost(parts: list[str], kind: Kind) -> None:
    text = "".join(parts)
    notes = [note.text for note in notes_of(texts_of_text(text, kind))]
    assert letters("\n".join(notes)) == letters(text)
    assert all(note == clean_text(note).strip() != "" for note in notes)


@given(any_text, any_text)
def test_anything_is_notes_or_a_sentence(html: str, text: str) -> None:
    for offer in (
        Offer(text=text),
        Offer(html=f"<li>{html}<td>", text=text),
        Offer(html=html, own=text.encode("utf-8", "ignore")),
    ):
        with suppress(Problem):
            assert pasted_notes(offer)


def test_ten_thousand_lines_do_not_take_for_ever() -> None:
    text = "\n".join(f"- Regel {number}: wat de klant zei" for number in range(10_000))
    begin = time.perf_counter()
    notes = texts(text=text)
    took = time.perf_counter() - begin
    assert len(notes) == 10_000
    assert notes[-1] == "Regel 9999: wat de klant zei"
    assert took < FOR_EVER
