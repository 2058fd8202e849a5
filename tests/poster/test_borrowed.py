"""Borrowed fonts in a PDF: embedded with PostScript outlines, found and copied by every reader; and no character is
lost where nothing can be borrowed."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest

from helpers.pdf_pictures import pdfium_picture
from helpers.pdf_reading import reader_of, shown_glyphs
from helpers.sample_pages import FONTS
from helpers.system_fonts import HAN, NOWHERE, RESTRICTED, SHOWN, fonts_with, with_licence
from plakbord.poster import glyph_font
from plakbord.poster.cff import is_numbered, renumbered
from plakbord.poster.pdf import write_pdf
from plakbord.sheet.marks import POINT, Page, Text
from plakbord.sheet.text.fit import lay_out
from plakbord.sheet.text.fonts import REGULAR, Face, Fonts
from poster.test_text import ABOUT, HEIGHT


def page_of(fonts: Fonts, text: str, size: float = 24) -> Page:
    return Page(42_000, HEIGHT, (Text(700, 500, lay_out(fonts.regular, text, size * POINT, 30_000), "#1F2328"),))


def pdf_of(fonts: Fonts, text: str) -> bytes:
    out = BytesIO()
    write_pdf(out, [page_of(fonts, text)], ABOUT)
    return out.getvalue()


def copied(pdf: bytes) -> tuple[str, str]:
    """What pypdf and PDFium copy."""
    document = pypdfium2.PdfDocument(pdf)
    text = document[0].get_textpage().get_text_range()
    document.close()
    return reader_of(pdf).pages[0].extract_text().strip(), text.strip()


def test_a_borrowed_font_is_embedded_and_its_text_copied(tmp_path: Path) -> None:
    pdf = pdf_of(fonts_with(tmp_path, {"han.otf": HAN}), f"Klant {SHOWN} einde")
    assert copied(pdf) == (f"Klant {SHOWN} einde",) * 2
    assert [glyph.text for glyph in shown_glyphs(pdf) if not glyph.seen] == []
    fonts = [font.get_object() for font in reader_of(pdf).pages[0]["/Resources"]["/Font"].values()]
    kinds = {font["/BaseFont"].split("+")[1]: font["/DescendantFonts"][0].get_object() for font in fonts}
    han = kinds["NotoSansCJKsc-Regular"]
    assert han["/Subtype"] == "/CIDFontType0"
    assert han["/FontDescriptor"]["/FontFile3"]["/Subtype"] == "/CIDFontType0C"
    assert is_numbered(han["/FontDescriptor"]["/FontFile3"].get_data())


def test_the_right_glyphs_are_painted(tmp_path: Path) -> None:
    """Each by itself and in another order looks the same."""
    fonts = fonts_with(tmp_path, {"han.otf": HAN})
    size = (round(24 / 72 * 100 * len(SHOWN)) + 100, 100)
    forwards = pdfium_picture(pdf_of(fonts, SHOWN), size, 100, 2)
    em = round(24 / 72 * 100)
    left = round(700 / 2540 * 100)
    for at, char in enumerate(SHOWN):
        alone = pdfium_picture(pdf_of(fonts, char + SHOWN), size, 100, 2)
        here, there = (left + at * em, 0, left + (at + 1) * em, 100), (left, 0, left + em, 100)
        dark = sum(forwards.crop(here).convert("L").histogram()[:128])
        other = sum(alone.crop(there).convert("L").histogram()[:128])
        assert dark > 40
        assert abs(dark - other) < dark * 0.35


def test_one_glyph_that_stands_for_two_texts_carries_both(tmp_path: Path) -> None:
    """As a compatibility ideograph and the one that it equals do; here an ideograph with and without a variant."""
    text = f"{SHOWN[0]}\ufe00{SHOWN[0]}"
    pdf = pdf_of(fonts_with(tmp_path, {"han.otf": HAN}), text)
    assert "".join(glyph.text for glyph in shown_glyphs(pdf)) == text


def test_a_font_that_may_not_be_embedded_leaves_boxes_with_their_text(tmp_path: Path) -> None:
    pdf = pdf_of(fonts_with(tmp_path, {"han.otf": with_licence(HAN, RESTRICTED)}), f"a{SHOWN}")
    assert [(glyph.text, glyph.seen) for glyph in shown_glyphs(pdf)] == [
        ("a", True),
        *((char, False) for char in SHOWN),
    ]
    assert b"NotoSansCJK" not in pdf


def test_what_nobody_has_is_a_box_with_its_text_between_what_was_borrowed(tmp_path: Path) -> None:
    text = f"{SHOWN[:2]}{NOWHERE}{SHOWN[2:]}"
    pdf = pdf_of(fonts_with(tmp_path, {"han.otf": HAN}), text)
    assert sorted(glyph.text for glyph in shown_glyphs(pdf)) == sorted(text)
    assert [text, text] == ["".join(found.split()) for found in copied(pdf)]


def test_a_page_of_borrowed_letters_alone_can_carry_text_unseen(tmp_path: Path) -> None:
    pdf = pdf_of(fonts_with(tmp_path, {"han.otf": HAN}), f"{SHOWN}👍")
    assert "".join(glyph.text for glyph in shown_glyphs(pdf)) == f"{SHOWN}👍"


def test_more_glyphs_than_a_font_can_have_go_into_a_second_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glyph_font, "MOST_CODES", 20)
    text = (
        " ".join(chr(code) for code in range(ord("!"), ord("~"))) + " 👍👎 " + "".join(map(chr, range(0xE000, 0xE020)))
    )
    pdf = pdf_of(fonts_with(tmp_path, {"han.otf": HAN}), text)
    fonts = reader_of(pdf).pages[0]["/Resources"]["/Font"]
    assert len(fonts) > 4
    found = "".join(glyph.text for glyph in shown_glyphs(pdf))
    assert sorted(found.replace(" ", "")) == sorted(text.replace(" ", ""))


def test_numbers_of_glyphs_can_be_chosen() -> None:
    face = Face("han", Path(__file__).parents[1] / "files" / "fonts" / "NotoSansCJKsc-few.otf", 0)
    table: bytes = face.hb_face.reference_table("CFF ").data
    changed = renumbered(table, range(300, 300 + face.hb_face.glyph_count - 1))
    assert is_numbered(changed)
    assert changed.endswith((300 + face.hb_face.glyph_count - 2).to_bytes(2, "big"))
    assert len(changed) == len(table) + 1 + 2 * (face.hb_face.glyph_count - 1)


@pytest.mark.parametrize("table", [b"", b"\1\0\4\1", b"\1\0\4\1\0\1\1\1\2x\0\1\1\1\2"])
def test_what_is_no_numbered_table_is_not_taken_for_one(table: bytes) -> None:
    assert not is_numbered(table)


def test_truetype_fonts_have_no_such_table(tmp_path: Path) -> None:
    assert not Fonts(FONTS).face(REGULAR).is_cff
    borrowed = fonts_with(tmp_path, {"han.otf": HAN}).regular.face_for(SHOWN[0])
    assert borrowed.is_cff
