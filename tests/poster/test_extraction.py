"""What people find, copy and have read to them from a poster: words in many scripts, whole notes, emoji."""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest

from benchmarks.workshops import canvas_with
from canvas_files.records import Note
from helpers.many_scripts import EMOJI, WORDS
from helpers.pdf_reading import reader_of
from helpers.sample_pages import FONTS
from plakbord.poster.choices import Choices
from plakbord.poster.export import pdf_bytes
from plakbord.poster.pdf import write_pdf
from plakbord.sheet.marks import POINT, Page, Text
from plakbord.sheet.text.fit import lay_out
from plakbord.sheet.text.fonts import Fonts
from poster.test_text import ABOUT

POPPLER = shutil.which("pdftotext")
LEAST = 140


@pytest.fixture(scope="module")
def page_of_words() -> bytes:
    """A page with all words, six in a row, as a PDF with the bundled fonts alone."""
    regular = Fonts(FONTS).regular
    marks = [
        Text(700 + at % 6 * 6800, 700 + at // 6 * 1100, lay_out(regular, word, 12 * POINT, 6500), "#1F2328")
        for at, word in enumerate(WORDS)
    ]
    out = BytesIO()
    write_pdf(out, [Page(42_000, 29_700, tuple(marks))], ABOUT)
    return out.getvalue()


def found_in(text: str) -> int:
    """How many of the words stand in a text whole."""
    text = unicodedata.normalize("NFC", text)
    return sum(unicodedata.normalize("NFC", word) in text for word in WORDS)


def pdfium_text(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    text: str = document[0].get_textpage().get_text_range()
    document.close()
    return text


def test_pypdf_finds_the_words_of_many_scripts(page_of_words: bytes) -> None:
    assert len(WORDS) == 143
    assert found_in(reader_of(page_of_words).pages[0].extract_text()) >= LEAST


def test_pdfium_finds_the_words_of_many_scripts(page_of_words: bytes) -> None:
    assert found_in(pdfium_text(page_of_words)) >= LEAST


@pytest.mark.skipif(POPPLER is None, reason="poppler is not installed")
def test_poppler_finds_the_words_of_many_scripts(page_of_words: bytes, tmp_path: Path) -> None:
    file = tmp_path / "words.pdf"
    file.write_bytes(page_of_words)
    command = [str(POPPLER), "-raw", "-enc", "UTF-8", str(file), "-"]
    done = subprocess.run(command, check=True, capture_output=True)
    assert found_in(done.stdout.decode("utf-8")) >= LEAST


@pytest.mark.parametrize("emoji", EMOJI)
def test_emoji_are_found_by_searching(page_of_words: bytes, emoji: str) -> None:
    assert emoji in reader_of(page_of_words).pages[0].extract_text()
    assert emoji in pdfium_text(page_of_words)
    if max(emoji) <= "\uffff":  # PDFium's own search knows no others
        document = pypdfium2.PdfDocument(page_of_words)
        assert document[0].get_textpage().search(emoji).get_next() is not None
        document.close()


@pytest.fixture(scope="module")
def full_board() -> tuple[list[Note], bytes]:
    """A board with 300 notes, and its poster."""
    document = canvas_with(300)
    notes = [record for record in document.records.values() if isinstance(record, Note)]
    return notes, pdf_bytes(document, Choices(attachment=False), Fonts(FONTS)).data


def test_every_note_of_a_full_board_is_contiguous(full_board: tuple[list[Note], bytes]) -> None:
    notes, pdf = full_board
    copied = "".join(bare(page.extract_text()) for page in reader_of(pdf).pages)
    assert [note.text for note in notes if not stands_whole(bare(note.text), copied)] == []


def stands_whole(text: str, copied: str) -> bool:
    """Whether a text is there, or its beginning on the note and the rest where the note goes on."""
    return text in copied or any(text[:at] in copied and text[at:] in copied for at in range(8, len(text) - 3))


def test_the_notes_of_a_block_are_copied_one_after_the_other(full_board: tuple[list[Note], bytes]) -> None:
    """Where one block begins the one before is over: no note of another block stands between two of one."""
    notes, pdf = full_board
    copied = bare(reader_of(pdf).pages[0].extract_text())
    places = sorted((copied.find(bare(note.text)), note.zone) for note in notes if bare(note.text) in copied)
    changes = sum(one[1] != other[1] for one, other in pairwise(places))
    assert changes == len({note.zone for note in notes}) - 1


def bare(text: str) -> str:
    """Text without white space and the hyphens at which a line ended, composed where it can be."""
    return re.sub(r"[\s\u00ad]", "", unicodedata.normalize("NFC", text))
