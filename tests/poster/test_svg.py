"""The poster as SVG: valid, text as text in named fonts, and the same picture."""

from __future__ import annotations

from io import BytesIO
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace
from PIL import Image as Pillow
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from benchmarks.workshops import canvas_with
from canvas_files.document import Document
from helpers.sample_pages import FONTS, hard_page, shapes_page
from helpers.sample_texts import HARD_TEXTS
from plakbord.board.painter import MarkPainter
from plakbord.board.picture import picture_of
from plakbord.poster.choices import CancelledError, Choices
from plakbord.poster.svg import svg_text
from plakbord.poster.svg_page import Place, svg_of
from plakbord.sheet.marks import POINT, Box, Image, Page, Picture, Text
from plakbord.sheet.text.fit import lay_out
from plakbord.sheet.text.fonts import Fonts

SVG = "{http://www.w3.org/2000/svg}"
LINK = "{http://www.w3.org/1999/xlink}href"


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    return Fonts(FONTS)


@pytest.fixture(scope="module")
def document() -> Document:
    return canvas_with(9)


def parsed(text: str) -> ElementTree.Element:
    return ElementTree.fromstring(text.encode())


def texts(root: ElementTree.Element) -> list[str]:
    return ["".join(element.itertext()) for element in root.iter(f"{SVG}text")]


def page_of(fonts: Fonts, text: str) -> Page:
    return Page(9000, 9000, (Text(0, 0, lay_out(fonts.regular, text, 10 * POINT, 8000), "#000000"),))


def bare(text: str) -> str:
    """Text without white space and soft hyphens; the hyphen of a line that ends with one is not in the text."""
    return "".join(text.replace("\u00ad", "").replace("-", "").split())


def as_it_is(color: str) -> str:
    return color


def test_the_file_is_as_large_as_the_paper(document: Document, fonts: Fonts) -> None:
    [(title, text)] = svg_text(document, Choices(paper="A2"), fonts)
    root = parsed(text)
    assert (root.get("width"), root.get("height"), root.get("viewBox")) == ("594mm", "420mm", "0 0 59400 42000")
    assert root.findtext(f"{SVG}title") == title
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "nl"


def test_every_word_of_the_notes_is_text(document: Document, fonts: Fonts) -> None:
    [(_, text)] = svg_text(document, Choices(), fonts)
    words = [word.rstrip("-") for word in " ".join(texts(parsed(text))).split()]
    for record in document.records.values():
        for word in record.fields().get("text", "").split()[:1]:
            assert any(word.startswith(found) or found.startswith(word) for found in words), word
    assert {element.tag.removeprefix(SVG) for element in parsed(text).iter()} <= {
        *(
            "svg",
            "title",
            "rect",
            "g",
            "text",
            "tspan",
            "circle",
            "line",
            "polygon",
            "defs",
            "clipPath",
            "use",
            "image",
        ),
    }


def test_fonts_are_named(document: Document, fonts: Fonts) -> None:
    [(_, text)] = svg_text(document, Choices(), fonts)
    families = {element.get("font-family") or "" for element in parsed(text).iter(f"{SVG}text")}
    assert all(
        family.startswith("'Source Sans 3'") or "'Source Sans 3'" in family or "Twemoji" in family
        for family in families
    )
    assert all(family.endswith("sans-serif") for family in families)
    bold = [element for element in parsed(text).iter(f"{SVG}text") if element.get("font-weight") == "bold"]
    assert "Klantsegmenten" in ["".join(element.itertext()) for element in bold]


@pytest.mark.parametrize("name", HARD_TEXTS)
def test_hard_texts_are_valid_and_whole(fonts: Fonts, name: str) -> None:
    root = parsed(svg_of(page_of(fonts, HARD_TEXTS[name]), Place(9000, 9000), "nl", as_it_is))
    assert bare("".join(texts(root))) == bare(HARD_TEXTS[name])


def test_every_mark_of_a_hard_page_is_valid(fonts: Fonts) -> None:
    page = hard_page(fonts)
    assert len(texts(parsed(svg_of(page, Place(page.w, page.h), "nl", as_it_is)))) > 20


def test_words_from_right_to_left_stand_at_their_places(fonts: Fonts) -> None:
    for name in ("arabic", "hebrew"):
        root = parsed(svg_of(page_of(fonts, HARD_TEXTS[name]), Place(9000, 9000), "nl", as_it_is))
        spans = ["".join(element.itertext()).strip() for element in root.iter(f"{SVG}tspan")]
        assert set(HARD_TEXTS[name].split()) <= set(spans)


def test_a_word_that_is_divided_shows_its_hyphen(fonts: Fonts) -> None:
    laid = lay_out(fonts.speaking("nl").regular, "Klanttevredenheidsonderzoek", 400, 3_000)
    page = Page(9000, 9000, (Text(0, 0, laid, "#000000"),), "een woord", "nl")
    assert texts(parsed(svg_of(page, Place(9000, 9000), "nl", as_it_is))) == ["Klanttevreden-", "heidsonderzoek"]


def test_nothing_in_a_text_gets_out_of_it(fonts: Fonts) -> None:
    bad = "<script>alert('&')</script> \x0b\ufffe ]]> \"quoted\""
    page = replace(page_of(fonts, bad), title='<&"\x00>')
    root = parsed(svg_of(page, Place(9000, 9000), "nl", as_it_is))
    assert [element.tag.removeprefix(SVG) for element in root.iter()].count("script") == 0
    assert "<script>alert('&')</script>" in " ".join(texts(root))


def test_it_shows_the_same_shapes_as_the_board(qapp: object) -> None:
    page = shapes_page()
    ours = QImage(600, round(600 * page.h / page.w), QImage.Format.Format_RGB32)
    ours.fill(0xFFFFFFFF)
    renderer = QSvgRenderer(QByteArray(svg_of(page, Place(page.w, page.h), "nl", as_it_is).encode()))
    assert renderer.isValid()
    painter = QPainter(ours)
    renderer.render(painter)
    painter.end()
    board = picture_of(page, 600 / page.w * 2540, MarkPainter())
    differing = sum(
        abs(ours.pixelColor(x, y).lightness() - board.pixelColor(x, y).lightness()) > 64
        for x in range(0, min(ours.width(), board.width()), 2)
        for y in range(0, min(ours.height(), board.height()), 2)
    )
    assert differing < ours.width() * ours.height() / 4 * 0.004


def test_a_picture_is_there_once_in_its_window() -> None:
    out, mask = BytesIO(), BytesIO()
    Pillow.new("RGB", (40, 30), "#cc3300").save(out, "jpeg")
    Pillow.new("L", (40, 30), 128).save(mask, "png")
    image = Image("key", 40, 30, out.getvalue(), mask.getvalue())
    marks = tuple(Picture(at, 0, 400, 300, image, Box(at, 0, 300, 300, radius=150)) for at in (0, 500))
    root = parsed(svg_of(Page(1000, 500, marks), Place(1000, 500), "nl", as_it_is))
    pictures = list(root.iter(f"{SVG}image"))
    assert [picture.get(LINK, "")[:22] for picture in pictures] == ["data:image/png;base64,", "data:image/jpeg;base64"]
    assert len(list(root.iter(f"{SVG}use"))) == len(list(root.iter(f"{SVG}clipPath"))) == 2


def test_grey_is_grey(document: Document, fonts: Fonts) -> None:
    [(_, text)] = svg_text(document, Choices(grey=True), fonts)
    colors = {
        value for element in parsed(text).iter() for value in (element.get("fill"), element.get("stroke")) if value
    }
    assert all(color == "none" or color[1:3] == color[3:5] == color[5:7] for color in colors)


def test_it_can_be_called_off(document: Document, fonts: Fonts) -> None:
    with pytest.raises(CancelledError):
        svg_text(document, Choices(), fonts, cancelled=lambda: True)
    told: list[tuple[int, int]] = []
    svg_text(document, Choices(), fonts, lambda done, of: told.append((done, of)))
    assert told == [(1, 1)]
