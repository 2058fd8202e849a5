"""One font file: its measures, its outlines, and the colour layers of its glyphs.

Which face is used for which character is decided by the font set; shaping is done by the shaper.
"""

from __future__ import annotations

import sys
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeAlias

import uharfbuzz as hb

if TYPE_CHECKING:
    from pathlib import Path

Op: TypeAlias = tuple[str | float, ...]
"""('m', x, y), ('l', x, y), ('c', x1, y1, x2, y2, x, y) or ('h',), in em, y upwards."""

Color: TypeAlias = tuple[float, float, float, float]
"""Red, green, blue and alpha from 0 to 1."""

Layer: TypeAlias = tuple[int, Color | None]
"""A glyph to fill and its colour; None is the colour of the text."""

TEXT_COLOR = 0xFFFF
"""The COLR palette index that stands for the colour of the text."""


class Face:
    """A font file, read as far as needed; OSError when it cannot be read. With an index it is that face of a file of
    the system, which may be a large collection.

    ascent, descent (below the baseline, so negative) and bbox (left, bottom, right, top) are in font units;
    advances and outlines are in em.
    """

    def __init__(self, key: str, path: Path, index: int | None = None) -> None:
        self.key = key
        self.path = path
        self.is_borrowed = index is not None
        self.hb_face: Any = hb.Face(_blob(path, self.is_borrowed), index or 0)
        self.hb_font: Any = hb.Font(self.hb_face)
        self.units_per_em: int = self.hb_face.upem
        extents = self.hb_font.get_font_extents("ltr")
        self.ascent: int = extents.ascender
        self.descent: int = extents.descender
        self.is_cff: bool = any(tag in ("CFF ", "CFF2") for tag in self.hb_face.table_tags)
        self.bbox = self._head_bbox()
        self._palette: tuple[Color, ...] | None = None
        self._advances: dict[int, float] = {}
        self._outlines: dict[int, tuple[Op, ...]] = {}
        self._layers: dict[int, tuple[Layer, ...] | None] = {}

    @property
    def psname(self) -> str:
        """The PostScript name inside the file; the key when the file has none."""
        name: str | None = self.hb_face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME)
        return name or self.key

    @cached_property
    def has_color(self) -> bool:
        """Whether glyphs may have colour layers (COLR version 0)."""
        return bool(self.hb_face.has_color_layers)

    @property
    def family(self) -> str:
        """The name under which the system knows the font."""
        name: str | None = self.hb_face.get_name(hb.OTNameIdPredefined.FONT_FAMILY)
        return name or ""

    @cached_property
    def characters(self) -> frozenset[str]:
        """Every character that the font has a glyph for."""
        return frozenset(map(chr, self.hb_face.unicodes))

    def covers(self, char: str) -> bool:
        """Whether the font has a glyph of its own for the character."""
        return bool(self.hb_font.get_nominal_glyph(ord(char)))

    def advance(self, gid: int) -> float:
        """How far the pen moves after a glyph, in em."""
        width = self._advances.get(gid)
        if width is None:
            width = self._advances[gid] = self.hb_font.get_glyph_h_advance(gid) / self.units_per_em
        return width

    def outline(self, gid: int) -> tuple[Op, ...]:
        """The outline of a glyph, curves as cubics; to be filled by the non-zero winding rule."""
        ops = self._outlines.get(gid)
        if ops is None:
            ops = self._outlines[gid] = self._drawn(gid)
        return ops

    def layers(self, gid: int) -> tuple[Layer, ...] | None:
        """The colour layers of a glyph from bottom to top; None when it has none and takes the colour of the text."""
        if gid not in self._layers:
            self._layers[gid] = self._colored(gid) if self.has_color else None
        return self._layers[gid]

    def _drawn(self, gid: int) -> tuple[Op, ...]:
        scale = 1 / self.units_per_em
        ops: list[Op] = []
        pen = hb.DrawFuncs()  # without a function for quadratic curves HarfBuzz turns them into cubics
        pen.set_move_to_func(lambda x, y, _: ops.append(("m", x * scale, y * scale)))
        pen.set_line_to_func(lambda x, y, _: ops.append(("l", x * scale, y * scale)))
        pen.set_cubic_to_func(lambda *p: ops.append(("c", *(v * scale for v in p[:6]))))
        pen.set_close_path_func(lambda _: ops.append(("h",)))
        self.hb_font.draw_glyph(gid, pen)
        return tuple(ops)

    def _colored(self, gid: int) -> tuple[Layer, ...] | None:
        if self._palette is None:
            self._palette = read_palette(self.hb_face.reference_table("CPAL").data)
        found = self.hb_face.get_glyph_color_layers(gid)
        layers = tuple((layer.glyph, self._color(layer.color_index)) for layer in found)
        return layers or None

    def _color(self, index: int) -> Color | None:
        if index == TEXT_COLOR or self._palette is None or index >= len(self._palette):
            return None
        return self._palette[index]

    def _head_bbox(self) -> tuple[int, int, int, int]:
        head: bytes = self.hb_face.reference_table("head").data
        left, bottom, right, top = (int.from_bytes(head[at : at + 2], "big", signed=True) for at in (36, 38, 40, 42))
        return left, bottom, right, top


def _blob(path: Path, is_borrowed: bool) -> Any:
    if sys.platform == "win32" and not is_borrowed:
        # There HarfBuzz opens no path with letters of other languages, such as the folder of a person's name.
        return hb.Blob(path.read_bytes())
    path.stat()  # a missing file is said to be missing
    try:
        return hb.Blob.from_file_path(str(path))
    except hb.HarfBuzzError as error:
        raise OSError(str(error)) from error


def read_palette(table: bytes) -> tuple[Color, ...]:
    """The first palette of a CPAL table (OpenType 1.9, "CPAL"). Read by hand: uharfbuzz 0.57 never returns from
    get_color_palette() on a font with some thousands of colours."""
    if len(table) < 14:
        return ()
    count = int.from_bytes(table[2:4], "big")
    records = int.from_bytes(table[8:12], "big")
    first = int.from_bytes(table[12:14], "big")
    starts = range(records + 4 * first, records + 4 * (first + count), 4)
    return tuple(
        (table[at + 2] / 255, table[at + 1] / 255, table[at] / 255, table[at + 3] / 255)  # stored blue first
        for at in starts
        if at + 4 <= len(table)
    )
