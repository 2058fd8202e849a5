"""Pictures in a PDF: the JPEG goes in as it is, without being opened once more, and its mask as the packed rows of its
PNG (ISO 32000-1, 7.4.4.4 and 11.6.5.3)."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from plakbord.poster.ink import POINTS, Ink, numbers
from plakbord.poster.objects import Packed, PdfFile, dictionary
from plakbord.poster.shapes import rounded
from plakbord.sheet.image_bytes import is_sound, mask_data

if TYPE_CHECKING:
    from plakbord.sheet.marks import Image, Picture


class PicturePainter:
    """Writes the pictures of one document, each once, and knows their names for the pages' resources; in grey when that
    is asked for."""

    def __init__(self, file: PdfFile, grey: bool = False) -> None:
        self._file = file
        self._grey = grey
        self._names: dict[str, str | None] = {}
        self.entries: dict[str, object] = {}

    def paint(self, ink: Ink, mark: Picture) -> None:
        """A picture in its window; nothing when its bytes are not what they say."""
        name = self._name(mark.image)
        if name is None:
            return
        window = mark.window
        left, base = ink.x(window.x), ink.y(window.y + window.h)
        radius = min(window.radius, window.w / 2, window.h / 2)
        path = rounded(window.w * POINTS, window.h * POINTS, radius * POINTS)
        place = numbers(mark.w * POINTS, 0, 0, mark.h * POINTS, ink.x(mark.x) - left, ink.y(mark.y + mark.h) - base)
        ink.write(f"q 1 0 0 1 {numbers(left, base)} cm {path} W n {place} cm /{name} Do Q")

    def _name(self, image: Image) -> str | None:
        if image.key not in self._names:
            self._names[image.key] = self._add(image) if is_sound(image) else None
        return self._names[image.key]

    def _add(self, image: Image) -> str:
        extra: dict[str, object] = {}
        packed = mask_data(image) if image.mask else None
        if packed is not None:
            rows = dictionary(Predictor=15, Colors=1, BitsPerComponent=8, Columns=image.w)
            extra["SMask"] = self._image(image, packed, "/DeviceGray", "/FlateDecode", DecodeParms=rows)
        name = f"P{len(self.entries)}"
        data, colors = (_greyed(image.jpeg), "/DeviceGray") if self._grey else (image.jpeg, "/DeviceRGB")
        self.entries[name] = self._image(image, data, colors, "/DCTDecode", **extra)
        return name

    def _image(self, image: Image, data: bytes, colors: str, method: str, **extra: object) -> object:
        entries: dict[str, object] = {
            "Type": "/XObject",
            "Subtype": "/Image",
            "Width": image.w,
            "Height": image.h,
            "ColorSpace": colors,
            "BitsPerComponent": 8,
            "Filter": method,
        }
        return self._file.add(Packed(data, **entries, **extra))


def _greyed(jpeg: bytes) -> bytes:
    """The same picture in shades of grey."""
    from PIL import Image as Opened  # 25 ms that only a grey poster with pictures costs

    out = BytesIO()
    with Opened.open(BytesIO(jpeg)) as picture:
        picture.convert("L").save(out, "JPEG", quality=90)
    return out.getvalue()
