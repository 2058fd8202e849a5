"""Pictures as the painters get them: the bytes of a picture record, and a portrait cropped to its frame."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator
from typing import Literal

from canvas_files.crop import Crop, Frame
from canvas_files.records import Picture as PictureRecord
from canvas_files.template import Room
from plakbord.sheet import theme
from plakbord.sheet.marks import Box, Disc, Image, Mark, Picture

Shape = Literal["circle", "square"]
AS_IT_COMES = Crop()


def image_of(record: PictureRecord) -> Image | None:
    """The bytes of a picture; None when they are no base 64."""
    try:
        jpeg, mask = (base64.b64decode(data, validate=True) for data in (record.jpeg, record.mask))
    except (binascii.Error, ValueError):
        return None
    return Image(record.id, record.w, record.h, jpeg, mask) if jpeg else None


def portrait_side(box: Room) -> float:
    """The side of the square that a portrait is seen in."""
    return min(box.w, box.h) - 2 * theme.BLOCK_PADDING


def portrait_marks(box: Room, image: Image | None, shape: Shape, crop: Crop) -> Iterator[Mark]:
    """The picture in the middle of its frame, or the outline of a head and shoulders."""
    yield Box(box.x, box.y, box.w, box.h, theme.BLOCK_RADIUS, theme.BLOCK, theme.RULE, theme.BLOCK_EDGE_WIDTH * 0.7)
    if image is None:
        yield from _nobody(box)
        return
    side = portrait_side(box)
    x, y = box.x + (box.w - side) / 2, box.y + (box.h - side) / 2
    yield cropped(image, x, y, side, side / 2 if shape == "circle" else theme.BLOCK_RADIUS, crop)


def cropped(image: Image, x: float, y: float, side: float, radius: float, crop: Crop = AS_IT_COMES) -> Picture:
    """A picture that fills a square, as much of it as the crop shows."""
    left, top, w, h = Frame(image.w, image.h, side).placed(crop)
    return Picture(x + left, y + top, w, h, image, Box(x, y, side, side, radius))


def _nobody(box: Room) -> Iterator[Mark]:
    x, head = box.x + box.w / 2, min(box.w, box.h) * 0.17
    y = box.y + box.h * 0.4
    yield Disc(x, y, head, fill=theme.RULE)
    yield Box(x - head * 1.9, y + head * 1.25, head * 3.8, head * 2.2, head * 1.1, fill=theme.RULE)
