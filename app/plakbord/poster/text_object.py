"""One text object of a page: strings at places, joined as long as the pen can be led from one to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plakbord.poster.ink import number, numbers

if TYPE_CHECKING:
    from plakbord.poster.glyph_font import GlyphFont

THOUSANDTHS = 1000
"""Moves within a shown string are counted in thousandths of an em."""

UNSEEN = "3 Tr"
SEEN = "0 Tr"


class TextObject:
    """Collects the operators between BT and ET (ISO 32000-1, 9.4). All places and sizes are in points, y upwards."""

    def __init__(self) -> None:
        self._code: list[str] = []
        self._string: list[str] = []
        self._set: tuple[GlyphFont, float] | None = None
        self._pen = 0.0
        self._baseline = 0.0
        self._seen = True

    def show(self, font: GlyphFont, size: float, x: float, y: float, codes: str, advance: float) -> None:
        """Shows codes from (x, y) on; advance is how far they move the pen, in em.

        The pen is led in whole thousandths of an em and its true place is kept, so the error stays below half of one.
        """
        if not self._string or (font, size) != self._set or abs(y - self._baseline) > 1e-4 or not self._seen:
            self._start(font, size, x, y, seen=True)
        move = round((self._pen - x) / size * THOUSANDTHS)
        if move:
            self._string.append(str(move))
            self._pen -= move * size / THOUSANDTHS
        self._string.append(codes)
        self._pen += advance * size

    def carry(self, font: GlyphFont, size: float, x: float, y: float, codes: str) -> None:
        """Puts codes at (x, y) unseen: found and copied, not painted."""
        self._start(font, size, x, y, seen=False)
        self._string.append(codes)
        self._end_string()

    def operators(self) -> str:
        """The whole text object; empty when nothing was shown."""
        self._end_string()
        if not self._seen:
            self._code.append(SEEN)
        return "\n".join(["BT", *self._code, "ET"]) if self._code else ""

    def _start(self, font: GlyphFont, size: float, x: float, y: float, *, seen: bool) -> None:
        self._end_string()
        if seen != self._seen:
            self._seen = seen
            self._code.append(SEEN if seen else UNSEEN)
        if (font, size) != self._set:
            self._set = (font, size)
            self._code.append(f"/{font.name} {number(size)} Tf")
        self._code.append(f"1 0 0 1 {numbers(x, y)} Tm")
        self._pen, self._baseline = x, y

    def _end_string(self) -> None:
        if self._string:
            shown = "".join(self._string).replace("><", "")
            self._code.append(f"[{shown}] TJ")
            self._string = []
