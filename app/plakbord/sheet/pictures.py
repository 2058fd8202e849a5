"""Pictures as the painters get them: the bytes of a picture record, and a portrait cropped to its frame."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator
from typing import Literal

from canvas_files.records import Picture as PictureRecord
from canvas_files.template import Room
from plakbord.sheet import theme
from plakbord.sheet.marks import Box, Disc, Image, Mark, Picture

Shape = Literal["circle", "square"]


def image_of(record: PictureRecord) -> Image | None:
    """The bytes of a picture; None when they are no base 64."""
    try:
        jpeg, mask = (base64.b64decode(data, validate=True) for data in (record.jpeg, record.mask))
    except (binascii.Error, ValueError):
        return None
    return Image(record.id, record.w, record.h, jpeg, mask) if jpeg else None


def portrait_marks(box: Room, image: Image | None, shape: Shape) -> Iterator[Mark]:
    """The picture in the middle of its frame, or the outline of a head and shoulders."""
    yield Box(box.x, box.y, box.w, box.h, theme.BLOCK_RADIUS, theme.BLOCK, theme.RULE, theme.BLOCK_EDGE_WIDTH * 0.7)
    if image is None:
        yield from _nobody(box)
        return
    side = min(box.w, box.h) - 2 * theme.BLOCK_PADDING
    x, y = box.x + (box.w - side) / 2, box.y + (box.h - side) / 2
    yield cropped(image, x, y, side, side / 2 if shape == "circle" else theme.BLOCK_RADIUS)


def cropped(image: Image, x: float, y: float, side: float, radius: float) -> Picture:
    """A picture that fills a square: from side to side of its middle; of one that is higher than wide rather the
    upper part, where faces are."""
    scale = side / min(image.w, image.h)
    w, h = image.w * scale, image.h * scale
    return Picture(x - (w - side) / 2, y - (h - side) * 0.3, w, h, image, Box(x, y, side, side, radius))


def _nobody(box: Room) -> Iterator[Mark]:
    x, head = box.x + box.w / 2, min(box.w, box.h) * 0.17
    y = box.y + box.h * 0.4
    yield Disc(x, y, head, fill=theme.RULE)
    yield Box(x - head * 1.9, y + head * 1.25, head * 3.8, head * 2.2, head * 1.1, fill=theme.RULE)
