"""Laid-out text as PDF text: every glyph at its place, and every text whole when it is copied or searched.

Rules for copying that were found by trying readers: a glyph shows the text of its cluster; glyphs without a text of
their own are drawn as outlines; emoji and missing glyphs are drawn too, with an unseen letter that carries their text.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from plakbord.paths import resources
from plakbord.poster.glyph_font import LETTER, GlyphFont, can_be_written
from plakbord.poster.glyph_forms import GlyphForms
from plakbord.poster.ink import POINTS, Ink, numbers
from plakbord.poster.text_object import THOUSANDTHS, TextObject
from plakbord.sheet.marks import Text
from plakbord.sheet.text.clusters import cluster_texts
from plakbord.sheet.text.fonts import REGULAR, Face
from plakbord.sheet.text.runs import face_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from plakbord.sheet.marks import Page
    from plakbord.sheet.text.runs import Unit


MOST_UNITS = 8
"""UTF-16 units of text that one code may stand for: MuPDF 1.21 ignores what is longer."""


class Strip(Struct, frozen=True):
    """A unit that is shown as one string: its codes with the moves between them, where it starts (to the right and up)
    and how far it moves the pen, in em from the unit's start."""

    font: GlyphFont
    codes: str
    start: float
    height: float
    advance: float


class TextPainter:
    """Writes the texts of one document, made of these pages, and knows the fonts and the drawn glyphs that they use."""

    def __init__(self, pages: Sequence[Page], tint: Callable[[str], str] | None = None) -> None:
        self._pages = pages
        self.forms = GlyphForms(tint)
        self.fonts: list[GlyphFont] = []
        self._latest: dict[str, GlyphFont] = {}
        self._written: dict[str, bool] = {}
        self._strips: dict[Unit, Strip | None] = {}

    def paint(self, ink: Ink, mark: Text) -> None:
        """Writes a text in its colour."""
        text = TextObject()
        drawn: list[str] = []
        for line in mark.laid.lines:
            for run in line.runs:
                size = run.size * POINTS
                x, y = ink.x(mark.x + run.x), ink.y(mark.y + run.y)
                strip = self._strip(run.unit)
                if strip is None:
                    self._piecewise(text, drawn, run.unit, size, x, y)
                else:
                    left, base = x + strip.start * size, y + strip.height * size
                    text.show(strip.font, size, left, base, strip.codes, strip.advance)
        operators = text.operators()
        if operators or drawn:
            ink.fill(mark.color)
            ink.write("\n".join([operators, *drawn] if operators else drawn))

    def font(self, face: Face, codes: int = 1) -> GlyphFont:
        """The font that shows a face and has room for so many codes: a face may need several, for a font in a PDF has
        65,535 of them."""
        font = self._latest.get(face.key)
        if font is None or font.free < codes:
            font = self._latest[face.key] = GlyphFont(face, f"F{len(self.fonts)}")
            self.fonts.append(font)
        return font

    def _writes(self, face: Face) -> bool:
        """Whether the glyphs of a face are written, or drawn."""
        if face.key not in self._written:
            self._written[face.key] = can_be_written(face)
        return self._written[face.key]

    def _strip(self, unit: Unit) -> Strip | None:
        if unit not in self._strips:
            self._strips[unit] = self._as_strip(unit)
        return self._strips[unit]

    def _as_strip(self, unit: Unit) -> Strip | None:
        """The unit as one string; None when some of its glyphs have to be drawn or stand off the baseline."""
        face, texts = face_of(unit), cluster_texts(unit)
        if not unit.glyphs or "" in texts or 0 in unit.glyphs or len(set(unit.ys)) > 1:
            return None
        if not self._writes(face) or any(face.layers(gid) for gid in unit.glyphs):
            return None
        font = self.font(face, len(unit.glyphs))
        if not all(font.has_place(gid, text) for gid, text in zip(unit.glyphs, texts, strict=True)):
            return None
        pen = start = unit.xs[0]
        codes: list[str] = []
        for gid, x, text in zip(unit.glyphs, unit.xs, texts, strict=True):
            move = round((pen - x) * THOUSANDTHS)
            if move:
                codes.append(str(move))
                pen -= move / THOUSANDTHS
            codes.append(f"<{font.code(gid, text)}>")
            pen += font.advance(gid)
        return Strip(font, "".join(codes).replace("><", ""), start, unit.ys[0], pen - start)

    def _piecewise(self, text: TextObject, drawn: list[str], unit: Unit, size: float, x: float, y: float) -> None:
        """Writes a unit glyph by glyph, and draws those that cannot be written."""
        face = face_of(unit)
        if not unit.glyphs and unit.text:  # signs that are only there to change others
            self._carry(text, size, x, y, unit.text, 0)
        for gid, left, up, shown in zip(unit.glyphs, unit.xs, unit.ys, cluster_texts(unit), strict=True):
            at_x, at_y = x + left * size, y + up * size
            if shown and gid and self._writes(face) and not face.layers(gid):
                font = self.font(face)
                if font.has_place(gid, shown):
                    text.show(font, size, at_x, at_y, f"<{font.code(gid, shown)}>", font.advance(gid))
                    continue
            form = self.forms.name(face, gid)
            if form is not None:
                drawn.append(f"q {numbers(size, 0, 0, size, at_x, at_y)} cm /{form} Do Q")
            if shown:
                self._carry(text, size, at_x, at_y, shown, face.advance(gid))

    def _carry(self, text: TextObject, size: float, x: float, y: float, shown: str, advance: float) -> None:
        """Puts the text of a drawn glyph in its place unseen, long ones by parts next to each other."""
        parts = _in_parts(shown)
        font = self.font(self._carrier, len(parts))
        step = advance / len(parts)
        for at, part in enumerate(parts):
            text.carry(font, size, x + at * step * size, y, f"<{font.carrier(part, step)}>")

    @cached_property
    def _carrier(self) -> Face:
        """The face with the letter that carries text unseen: the first on the pages that can, else the bundled one."""
        texts = (mark for page in self._pages for mark in page.marks if isinstance(mark, Text))
        faces = (face_of(run.unit) for text in texts for line in text.laid.lines for run in line.runs)
        fit = (face for face in faces if face.covers(LETTER) and not face.is_cff)
        return next(fit, None) or Face(REGULAR, resources() / "fonts" / f"{REGULAR}.ttf")


def _in_parts(text: str) -> list[str]:
    """Text in parts of at most MOST_UNITS, no character cut."""
    parts = [""]
    for char in text:
        if len((parts[-1] + char).encode("utf-16-be", "replace")) > 2 * MOST_UNITS:
            parts.append("")
        parts[-1] += char
    return parts
