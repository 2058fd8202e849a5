"""Glyphs that are drawn instead of written: emoji in colour layers, boxes for missing glyphs, marks without a text.

Each is one form in the file, one em large, however often it is drawn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from plakbord.poster.ink import fill_color, shares
from plakbord.poster.objects import PdfFile, Stream, array, dictionary

if TYPE_CHECKING:
    from collections.abc import Callable

    from plakbord.sheet.text.face import Color, Layer, Op
    from plakbord.sheet.text.fonts import Face

ROOM = array(("-2", "-2", "4", "4"))
"""A bounding box, in em, that no bundled glyph reaches out of."""


class GlyphForms:
    """The drawn glyphs of one document; tint says what a colour is on paper."""

    def __init__(self, tint: Callable[[str], str] | None = None) -> None:
        self._tint = tint
        self._names: dict[tuple[str, int], str | None] = {}
        self._streams: dict[str, Stream] = {}

    def name(self, face: Face, gid: int) -> str | None:
        """The form that draws a glyph at the size of one em; None for a glyph without ink, such as a space. What has
        no colour of its own takes the colour of the text."""
        key = (face.key, gid)
        if key not in self._names:
            self._names[key] = self._add(face, face.layers(gid) or ((gid, None),))
        return self._names[key]

    def entries(self, file: PdfFile) -> dict[str, object]:
        """The forms for a page's resources, by name."""
        return {name: file.add(stream) for name, stream in self._streams.items()}

    def _add(self, face: Face, layers: tuple[Layer, ...]) -> str | None:
        inked = [(path, color) for gid, color in layers if (path := _path(face.outline(gid)))]
        if not inked:
            return None
        name = f"G{len(self._streams)}"
        content = "\n".join(_filled(path, color, self._tint) for path, color in inked)
        alphas = {alpha for _, color in inked if color is not None and (alpha := _alpha(color)) < 255}
        states = {f"A{alpha}": dictionary(ca=f"{alpha / 255:.3f}") for alpha in sorted(alphas)}
        resources = dictionary(ExtGState=dictionary(**states)) if states else dictionary()
        entries = {"Type": "/XObject", "Subtype": "/Form", "BBox": ROOM, "Resources": resources}
        self._streams[name] = Stream(content.encode("ascii"), **entries)
        return name


def _filled(path: str, color: Color | None, tint: Callable[[str], str] | None) -> str:
    if color is None:
        return f"{path} f"
    alpha = _alpha(color)
    state = f"/A{alpha} gs " if alpha < 255 else ""
    parts = color[:3]
    if tint is not None:
        parts = shares(tint("#" + "".join(f"{round(part * 255):02X}" for part in parts)))
    return f"q {state}{fill_color(*parts)} {path} f Q"


def _alpha(color: Color) -> int:
    return round(color[3] * 255)


def _path(outline: tuple[Op, ...]) -> str:
    """An outline as path operators, with four decimals: at a size of 100 points a hundredth of a point."""
    return " ".join(" ".join([*(_short(float(value)) for value in op[1:]), str(op[0])]) for op in outline)


def _short(value: float) -> str:
    text = f"{value:.4f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
