"""Turns pieces of text into glyphs: one face and one direction at a time, shaped by HarfBuzz.

Which face is the font set's choice, direction comes from the bidi levels; what was shaped is kept by the font set.
"""

from __future__ import annotations

from typing import TypeAlias

import uharfbuzz as hb
from msgspec.structs import replace

from plakbord.sheet.text.breaks import SOFT_HYPHEN
from plakbord.sheet.text.fonts import Face, FontSet
from plakbord.sheet.text.graphemes import graphemes
from plakbord.sheet.text.pieces import Levels, Piece
from plakbord.sheet.text.runs import Unit

Item: TypeAlias = tuple[str, Face, int]
"""A piece of text, its face and its bidi level."""


def shape(fonts: FontSet, text: str, levels: Levels = None, is_space: bool = False) -> Piece:
    """A piece of cleaned text without line ends, shaped."""
    if levels is not None:
        return _piece(fonts, text, levels, is_space)
    piece = fonts.pieces.get(text)
    if piece is None:
        piece = fonts.pieces[text] = _piece(fonts, text, None, is_space)
    return piece


def shape_hyphened(fonts: FontSet, text: str, levels: Levels = None) -> Piece:
    """The end of a line that ends with a soft hyphen: it shows a hyphen, and still reads as U+00AD."""
    piece = shape(fonts, text[:-1] + "-", levels)
    *first, last = piece.units
    return replace(piece, text=text, units=(*first, replace(last, text=last.text[:-1] + SOFT_HYPHEN)))


def shape_divided(fonts: FontSet, text: str) -> Piece | None:
    """The end of a line inside a word: it shows a hyphen, which is not read or copied. None when the hyphen would come
    from another font than the letters."""
    head = fonts.heads.get(text)
    if head is None:
        piece = shape(fonts, text + "-")
        *first, last = piece.units
        if len(last.text) < 2:
            return None
        of_the_letter = max(cluster for cluster in last.clusters if cluster < len(last.text) - 1)
        clusters = tuple([min(cluster, of_the_letter) for cluster in last.clusters])
        units = (*first, replace(last, text=last.text[:-1], clusters=clusters))
        head = fonts.heads[text] = replace(piece, text=text, units=units, divided=True)
    return head


def _piece(fonts: FontSet, text: str, levels: Levels, is_space: bool) -> Piece:
    items = _items(fonts, text, levels)
    units = tuple([_unit(fonts, face, part, level % 2 == 1) for part, face, level in items])
    width = sum([unit.width for unit in units])
    if levels is None:
        return Piece(text, units, width, is_space)
    return Piece(text, units, width, is_space, levels, tuple([level for _, _, level in items]))


def _items(fonts: FontSet, text: str, levels: Levels) -> list[Item]:
    """A piece of text cut where the face or the level changes; a grapheme is never cut."""
    first = levels[0] if levels else 0
    if fonts.in_main(text) and (levels is None or all(level == first for level in levels)):
        return [(text, fonts.main, first)]
    if len(text) == 1:
        return [(text, fonts.face_for(text), first)]
    items: list[Item] = []
    at = 0
    for grapheme in graphemes(text):
        face = fonts.face_for(grapheme)
        level = levels[at] if levels else 0
        if items and items[-1][1:] == (face, level):
            items[-1] = (items[-1][0] + grapheme, face, level)
        else:
            items.append((grapheme, face, level))
        at += len(grapheme)
    return items


def _unit(fonts: FontSet, face: Face, text: str, rtl: bool) -> Unit:
    key = (face.key, text, rtl)
    unit = fonts.units.get(key)
    if unit is None:
        unit = fonts.units[key] = _shaped(face, text, rtl)
    return unit


def _shaped(face: Face, text: str, rtl: bool) -> Unit:
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if rtl else "ltr"
    hb.shape(face.hb_font, buffer)
    scale = 1 / face.units_per_em
    x = y = 0
    xs: list[float] = []
    ys: list[float] = []
    for place in buffer.glyph_positions:
        dx, dy, advance_x, advance_y = place.position
        xs.append((x + dx) * scale)
        ys.append((y + dy) * scale)
        x += advance_x
        y += advance_y
    infos = buffer.glyph_infos
    return Unit(
        face=face,
        text=text,
        glyphs=tuple([info.codepoint for info in infos]),
        xs=tuple(xs),
        ys=tuple(ys),
        clusters=tuple([info.cluster for info in infos]),
        width=x * scale,
        rtl=rtl,
    )
