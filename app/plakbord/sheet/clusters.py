"""Clusters of look-alikes: a quiet frame around their notes, with the cluster's name on its upper edge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plakbord.sheet import theme
from plakbord.sheet.marks import Box, Mark, Text
from plakbord.sheet.note import NoteFace
from plakbord.sheet.text.fit import lay_out
from plakbord.sheet.text.fonts import FontSet


def cluster_marks(name: str, faces: Sequence[NoteFace], fonts: FontSet) -> Iterator[Mark]:
    """The frame and the name, under the notes."""
    left, top, right, bottom = frame_of(faces, name)
    high = right - left, bottom - top
    yield Box(left, top, *high, theme.BLOCK_RADIUS, theme.SHEET, theme.CLUSTER_EDGE, 25)
    if name:
        laid = lay_out(fonts, name, theme.CLUSTER_NAME_SIZE, right - left - 2 * theme.CLUSTER_PADDING)
        yield Text(left + theme.CLUSTER_PADDING, top + 60, laid, theme.INK, "small")


def frame_of(faces: Sequence[NoteFace], name: str) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of the frame around notes."""
    pad = theme.CLUSTER_PADDING
    above = theme.CLUSTER_NAME_HEIGHT if name else pad
    return (
        min(face.x for face in faces) - pad,
        min(face.y for face in faces) - above,
        max(face.x + face.w for face in faces) + pad,
        max(face.y + face.h for face in faces) + pad,
    )
