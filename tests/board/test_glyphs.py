"""Texts with QPainter: Qt's glyphs, drawn outlines, colours, and what is kept."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QColor, QFontDatabase, QImage, QPainter, QTransform

from helpers.pdf_pictures import differences, pillow
from helpers.sample_pages import FONTS
from helpers.system_fonts import HAN, SHOWN, fonts_with
from plakbord.board.glyphs import GlyphPainter
from plakbord.board.painter import HINTS
from plakbord.sheet.text.fit import fit, lay_out
from plakbord.sheet.text.fonts import BOLD, HAND, REGULAR, Fonts
from plakbord.sheet.text.runs import Laid

pytestmark = pytest.mark.usefixtures("qapp")


def painted(glyphs: GlyphPainter, laid: Laid, scale: float = 1, color: str = "#000000") -> Image.Image:
    """A text in its own size on white, on a picture of 480 by 200."""
    image = QImage(480, 200, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHints(HINTS)
    painter.scale(scale, scale)
    glyphs.paint(painter, laid, 10 / scale, 10 / scale, QColor(color))
    assert painter.worldTransform() == QTransform.fromScale(scale, scale)
    painter.end()
    return pillow(image)


def ink(picture: Image.Image) -> float:
    """How much of a picture is black, as a share."""
    return 1 - sum(at * count for at, count in enumerate(picture.convert("L").histogram())) / 255 / (480 * 200)


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    return Fonts(FONTS)


@pytest.mark.parametrize("pixels", [9, 31, 63, 65, 130])
def test_text_of_every_size_is_painted(fonts: Fonts, pixels: int) -> None:
    """Raw fonts that are not made with care stay blank above 64 pixels."""
    laid = lay_out(fonts.regular, "Hoi 12", pixels * 10, 100_000)
    quick, exact = painted(GlyphPainter(), laid, 0.1), painted(GlyphPainter(exact=True), laid, 0.1)
    assert ink(quick) == pytest.approx(ink(exact), rel=0.06)
    assert ink(exact) > 0.0003


@pytest.mark.parametrize("key", [REGULAR, BOLD, HAND])
def test_every_main_face_is_painted_with_its_own_file(fonts: Fonts, key: str) -> None:
    text = {REGULAR: fonts.regular, BOLD: fonts.bold, HAND: fonts.handwriting}[key]
    laid = lay_out(text, "Groenteman & kaas", 50, 1000)
    assert ink(painted(GlyphPainter(), laid)) == pytest.approx(ink(painted(GlyphPainter(exact=True), laid)), rel=0.03)


def test_a_font_that_qt_cannot_use_is_drawn(tmp_path: Path) -> None:
    """Here for want of a table; on people's computers because another font of that name is installed."""
    data = (FONTS / f"{REGULAR}.ttf").read_bytes().replace(b"hmtx", b"hmty", 1)
    (tmp_path / f"{REGULAR}.ttf").write_bytes(data)
    assert QFontDatabase.addApplicationFontFromData(QByteArray(data)) == -1
    laid = lay_out(Fonts(tmp_path).regular, "BROOD", 50, 1000)
    drawn = painted(GlyphPainter(), laid)
    assert drawn == painted(GlyphPainter(exact=True), laid)
    assert ink(drawn) > 0.01


def test_emoji_keep_their_colours_and_text_takes_its_own(fonts: Fonts) -> None:
    colors = painted(GlyphPainter(), lay_out(fonts.regular, "🇳🇱 rood", 60, 1000), color="#00FF00").getcolors(100_000)
    assert colors is not None
    common = [color for count, color in sorted(colors, reverse=True) if count > 60]
    assert (0, 255, 0) in common
    assert any(red > 150 and green < 60 and blue < 80 for red, green, blue in common)
    assert (0, 0, 0) not in common


def test_a_second_time_is_the_same_picture(fonts: Fonts) -> None:
    glyphs, laid = GlyphPainter(), lay_out(fonts.regular, "Twee keer 👍🏽", 30, 1000)
    assert sum(differences(painted(glyphs, laid), painted(glyphs, laid))[1:]) == 0


def test_a_text_that_is_gone_is_forgotten(fonts: Fonts) -> None:
    glyphs = GlyphPainter()
    laid = fit(fonts.regular, "Weg ermee", 1000, 100, [30])
    painted(glyphs, laid)
    assert glyphs.kept == 1
    del laid
    gc.collect()
    assert glyphs.kept == 0


def test_a_borrowed_face_is_painted_like_any_other(tmp_path: Path) -> None:
    fonts = fonts_with(tmp_path, {"han.otf": HAN})
    borrowed, box = (lay_out(each.regular, SHOWN, 40, 400) for each in (fonts, Fonts(FONTS)))
    assert 0.01 < ink(painted(GlyphPainter(), borrowed)) < 0.1
    assert painted(GlyphPainter(), borrowed) != painted(GlyphPainter(), box)
    few = sum(differences(painted(GlyphPainter(), borrowed), painted(GlyphPainter(exact=True), borrowed))[128:])
    assert few < 480 * 200 * 0.01
