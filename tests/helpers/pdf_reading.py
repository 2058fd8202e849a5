"""What a PDF reader makes of the text in a file: for every glyph where it stands, and which text is copied."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any, NamedTuple

from pypdf import PdfReader


class Shown(NamedTuple):
    """A glyph on a page: its origin and size in points, the text it is copied as, and whether it is to be seen."""

    x: float
    y: float
    size: float
    text: str
    seen: bool


def reader_of(pdf: bytes) -> PdfReader:
    """pypdf's reader, set to complain about anything odd."""
    return PdfReader(BytesIO(pdf), strict=True)


def fonts_of(pdf: bytes) -> dict[str, Any]:
    """The font dictionaries of the first page."""
    fonts: Any = reader_of(pdf).pages[0]["/Resources"]["/Font"]
    return {name: font.get_object() for name, font in fonts.items()}


def to_unicode(font: Any) -> dict[int, str]:
    """Which text every code of a font stands for."""
    rows = re.findall(rb"<([0-9A-F]{4})> <([0-9A-F]*)>\n", font["/ToUnicode"].get_data())
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in rows}


def advances(font: Any) -> list[float]:
    """The advance of every code of a font, in em."""
    return [float(width) / 1000 for width in font["/DescendantFonts"][0].get_object()["/W"][1]]


def shown_glyphs(pdf: bytes) -> list[Shown]:
    """Every glyph of the first page, followed by moving a pen as a reader does (ISO 32000-1, 9.4.4)."""
    fonts = {name: (to_unicode(font), advances(font)) for name, font in fonts_of(pdf).items()}
    content = reader_of(pdf).pages[0].get_contents()
    assert content is not None
    shown = []
    name, size, x, y, seen = "", 0.0, 0.0, 0.0, True
    for operands, operator in content.operations:
        if operator == b"Tf":
            name, size = operands[0], float(operands[1])
        elif operator == b"Tr":
            seen = operands[0] != 3
        elif operator == b"Tm":
            x, y = float(operands[4]), float(operands[5])
        elif operator == b"TJ":
            texts, widths = fonts[name]
            for item in operands[0]:
                if isinstance(item, bytes | str):
                    raw = item.original_bytes if isinstance(item, str) else item
                    for code in (int.from_bytes(raw[at : at + 2], "big") for at in range(0, len(raw), 2)):
                        shown.append(Shown(x, y, size, texts[code], seen))
                        x += widths[code] * size
                else:
                    x -= float(item) / 1000 * size
    return shown
