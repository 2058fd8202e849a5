"""A persona with a portrait on screen and on paper is one picture; bytes that are not what they say are left out."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO

import pytest
from msgspec.structs import replace

from canvas_files.crop import Crop, show_part
from canvas_files.records import Language
from helpers.pdf_pictures import differences, pdfium_picture, pillow
from helpers.personas import FILLED, face, only_sheet, persona
from helpers.sample_pages import FONTS
from plakbord.board.painter import MarkPainter
from plakbord.board.picture import picture_of
from plakbord.board.pictures import opened
from plakbord.poster.pdf import About, write_pdf
from plakbord.sheet.image_bytes import is_sound
from plakbord.sheet.layout import Layout
from plakbord.sheet.marks import Image, Page
from plakbord.sheet.pictures import cropped, image_of
from plakbord.sheet.text.fonts import Fonts
from plakbord.words import LANGUAGES, load_words

pytestmark = pytest.mark.usefixtures("qapp")
DPI = 100
ABOUT = About("Proef", "", "", "nl-NL", datetime(2026, 11, 21, 12, tzinfo=UTC))
ALL_FONTS = Fonts(FONTS)


def page_of(language: Language, *, see_through: bool, crop: Crop | None = None) -> Page:
    document = persona(language, {**FILLED, "context": FILLED["background"] * 9}, face(see_through=see_through))
    if crop is not None:
        show_part(document.store, only_sheet(document).id, crop, "step.portrait.crop")
    return Layout(document, only_sheet(document).id, ALL_FONTS, load_words(language)).page()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("see_through", [False, True])
@pytest.mark.parametrize("crop", [None, Crop(900, 100, 260)])
def test_screen_and_paper_show_the_same(language: Language, see_through: bool, crop: Crop | None) -> None:
    page = page_of(language, see_through=see_through, crop=crop)
    out = BytesIO()
    write_pdf(out, [page], ABOUT)
    size = round(page.w * DPI / 2540), round(page.h * DPI / 2540)
    screen = pillow(picture_of(page, DPI, MarkPainter(exact=True)))
    # Not MuPDF: it moves pictures to whole pixels.
    counts = differences(screen, pdfium_picture(out.getvalue(), size, DPI, 4))
    assert sum(counts[65:]) / sum(counts) < 2e-5


def sound() -> Image:
    found = image_of(face(see_through=True))
    assert found is not None
    return found


def broken() -> dict[str, Image]:
    image = sound()
    return {
        "another size": replace(image, w=image.w + 1),
        "half a picture": replace(image, jpeg=image.jpeg[: len(image.jpeg) // 2]),
        "no picture": replace(image, jpeg=b"hello"),
        "nothing": replace(image, jpeg=b""),
        "a mask of another kind": replace(image, mask=image.jpeg),
        "half a mask": replace(image, mask=image.mask[: len(image.mask) // 2]),
        "a mask of colours": replace(image, mask=image.mask.replace(b"\x08\0\0\0\0", b"\x08\2\0\0\0", 1)),
    }


@pytest.mark.parametrize("name", list(broken()))
def test_bytes_that_are_not_what_they_say_are_left_out(name: str) -> None:
    image = broken()[name]
    assert is_sound(sound())
    assert not is_sound(image)
    assert opened(image).isNull()
    page = Page(5000, 5000, (cropped(image, 0, 0, 4000, 100),))
    assert picture_of(page, DPI, MarkPainter()).pixelColor(50, 50).name() == "#ffffff"
    out = BytesIO()
    write_pdf(out, [page], ABOUT)
    assert b"DCTDecode" not in out.getvalue()


def test_a_picture_in_two_places_is_written_once() -> None:
    image = sound()
    out = BytesIO()
    write_pdf(out, [Page(5000, 5000, (cropped(image, 0, 0, 900, 10), cropped(image, 2000, 0, 900, 450)))] * 2, ABOUT)
    assert out.getvalue().count(b"DCTDecode") == 1
