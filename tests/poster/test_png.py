"""The poster as PNG: as large as was asked, the same picture as the PDF, in strips, with the workshop inside."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngImageFile

from benchmarks.workshops import canvas_with
from canvas_files.document import Document
from canvas_files.file import decode, encode
from canvas_files.problems import Problem
from helpers.pdf_pictures import differences, pdfium_picture
from helpers.sample_pages import FONTS
from plakbord.poster import raster
from plakbord.poster.choices import CancelledError, Choices
from plakbord.poster.export import pdf_bytes
from plakbord.poster.png import png_bytes
from plakbord.poster.png_file import TEXT_PART, PngFile, text_parts
from plakbord.sheet.text.fonts import Fonts


@pytest.fixture(scope="module")
def document() -> Document:
    return canvas_with(9)


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    return Fonts(FONTS)


def opened(png: bytes) -> PngImageFile:
    picture = Image.open(BytesIO(png))
    picture.load()
    assert isinstance(picture, PngImageFile)
    return picture


@pytest.mark.parametrize(
    ("paper", "dpi", "size"), [("A4", 100, (1169, 827)), ("A3", 72, (1191, 842)), (None, 50, (827, 585))]
)
def test_a_picture_has_the_size_that_was_asked_for(
    document: Document, fonts: Fonts, paper: str | None, dpi: int, size: tuple[int, int]
) -> None:
    [(title, data)] = png_bytes(document, Choices(paper=paper, dpi=dpi), fonts)  # type: ignore[arg-type]
    picture = opened(data)
    assert picture.size == size
    assert picture.mode == "RGB"
    assert picture.info["dpi"] == pytest.approx((dpi, dpi), abs=0.02)
    assert "De Gouden Korst" in title


def test_it_is_the_picture_of_the_pdf(document: Document, fonts: Fonts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raster, "STRIP", 30_000)  # a strip of some twenty rows
    choices = Choices(dpi=80)
    [(_, data)] = png_bytes(document, choices, fonts)
    picture = opened(data)
    other = pdfium_picture(pdf_bytes(document, choices, fonts).data, picture.size, 80, 1)
    found = differences(picture.convert("RGB"), other)
    assert sum(found[2:]) < 20, found  # where a strip ends, a rounded corner may be cut in two
    assert sum(found[64:]) == 0, found


def test_it_carries_the_workshop(document: Document, fonts: Fonts) -> None:
    [(_, data)] = png_bytes(document, Choices(dpi=40), fonts)
    assert opened(data).text["Plakbord"].encode() == encode(document)


@pytest.mark.parametrize("choices", [Choices(dpi=40, attachment=False), Choices(dpi=40, blank=True)])
def test_it_carries_nothing_when_that_is_not_wanted(document: Document, fonts: Fonts, choices: Choices) -> None:
    [(_, data)] = png_bytes(document, choices, fonts)
    assert opened(data).text == {}


def test_tiles_and_bleed_are_for_paper(document: Document, fonts: Fonts) -> None:
    whole = png_bytes(document, Choices(dpi=40, paper="A3"), fonts)
    assert png_bytes(document, Choices(dpi=40, paper="A3", tiles="A4"), fonts) == whole
    assert png_bytes(document, Choices(dpi=40, paper="A3", bleed=True), fonts) == whole


def test_progress_is_told_and_the_end_is_the_end(
    document: Document, fonts: Fonts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(raster, "STRIP", 30_000)
    told: list[tuple[int, int]] = []
    png_bytes(document, Choices(dpi=40), fonts, lambda done, of: told.append((done, of)))
    assert len(told) > 10
    assert [done for done, _ in told] == list(range(1, len(told) + 1))
    assert told[-1] == (len(told), len(told))


@pytest.mark.parametrize("after", [0, 3, 8])
def test_it_can_be_called_off(document: Document, fonts: Fonts, monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    monkeypatch.setattr(raster, "STRIP", 30_000)
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked > after

    with pytest.raises(CancelledError):
        png_bytes(document, Choices(dpi=40), fonts, cancelled=cancelled)
    assert asked == after + 1


def test_a_picture_beyond_all_measure_is_refused(
    document: Document, fonts: Fonts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plakbord.poster.png.MOST_PIXELS", 1000)
    with pytest.raises(Problem) as caught:
        png_bytes(document, Choices(dpi=40), fonts)
    assert caught.value.key == "large_picture"
    assert "40 dpi" in caught.value.sentence("nl")


def test_a_large_workshop_is_in_parts_that_libraries_read(tmp_path: Path) -> None:
    text = "Brood, één keer per dag. 🥐 ".encode() * (3 * TEXT_PART // 28)
    parts = text_parts(text)
    assert len(parts) > 2
    assert b"".join(parts) == text
    assert all(part.decode("utf-8") for part in parts)
    file = PngFile(2, 1, 72, text)
    file.add_rows(b"\0\0\0\xff\xff\xff")
    picture = opened(file.data())
    assert [picture.getpixel((x, 0)) for x in (0, 1)] == [(0, 0, 0), (255, 255, 255)]


def test_the_workshop_inside_is_one(document: Document, fonts: Fonts) -> None:
    [(_, data)] = png_bytes(document, Choices(dpi=40), fonts)
    inside = decode(opened(data).text["Plakbord"].encode(), "poster.png")
    assert dict(inside.records) == dict(document.records)
