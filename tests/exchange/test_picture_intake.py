"""Pictures as they really come: turned, huge, in other colours, see-through, broken, or no pictures at all."""

from __future__ import annotations

import base64
import io
import struct
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from canvas_files.problems import Problem
from canvas_files.records import MOST_PIXELS, Picture
from helpers.patience import FOR_EVER
from plakbord.exchange.picture_intake import picture_from, picture_from_file
from plakbord.sheet.image_bytes import is_sound
from plakbord.sheet.pictures import image_of


def saved(picture: Image.Image, form: str, **options: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, form, **options)
    return out.getvalue()


def opened(picture: Picture) -> Image.Image:
    image = image_of(picture)
    assert image is not None
    assert is_sound(image)
    found = Image.open(io.BytesIO(base64.b64decode(picture.jpeg)))
    assert (found.format, found.mode, found.size) == ("JPEG", "RGB", (picture.w, picture.h))
    assert max(found.size) <= MOST_PIXELS
    assert not found.getexif()
    return found


def near(one: tuple[int, ...], other: tuple[int, ...], limit: int = 12) -> bool:
    return all(abs(a - b) <= limit for a, b in zip(one, other, strict=True))


def half_red(size: tuple[int, int]) -> Image.Image:
    """Red on the left, white on the right."""
    picture = Image.new("RGB", size, "white")
    picture.paste("#ff0000", (0, 0, size[0] // 2, size[1]))
    return picture


def turned(size: tuple[int, int]) -> bytes:
    exif = Image.Exif()
    exif[274] = 6  # to be turned a quarter to the right: what was left comes above
    return saved(half_red(size), "JPEG", exif=exif, quality=85)


def test_a_photo_of_fifty_megapixels_stands_upright_in_time() -> None:
    data = turned((8192, 6144))
    start = time.perf_counter()
    picture = opened(picture_from(data, "photo.jpg"))
    assert time.perf_counter() - start < FOR_EVER
    assert picture.size == (1200, 1600)
    assert near(picture.getpixel((600, 100)), (255, 0, 0))  # type: ignore[arg-type]
    assert near(picture.getpixel((600, 1500)), (255, 255, 255))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("make", "color"),
    [
        (lambda: saved(Image.new("CMYK", (40, 30), (0, 255, 255, 0)), "JPEG"), (255, 0, 0)),
        (lambda: saved(Image.new("CMYK", (40, 30), (0, 0, 0, 255)), "TIFF"), (0, 0, 0)),
        (lambda: saved(Image.new("L", (40, 30), 200), "PNG"), (200, 200, 200)),
        (lambda: saved(Image.new("I;16", (40, 30), 32768), "PNG"), (128, 128, 128)),
        (lambda: saved(Image.new("1", (40, 30), 1), "PNG"), (255, 255, 255)),
        (lambda: saved(Image.new("P", (40, 30), 0), "GIF"), (0, 0, 0)),
        (lambda: saved(Image.new("RGB", (40, 30), "#0000ff"), "WEBP"), (0, 0, 255)),
        (lambda: saved(Image.new("RGB", (40, 30), "#00ff00"), "BMP"), (0, 255, 0)),
    ],
    ids=["cmyk", "cmyk tiff", "grey", "16-bit grey", "black and white", "gif", "webp", "bmp"],
)
def test_every_kind_of_colours(make: Callable[[], bytes], color: tuple[int, int, int]) -> None:
    picture = opened(picture_from(make(), "x"))
    assert near(picture.getpixel((20, 15)), color)  # type: ignore[arg-type]


def test_what_is_see_through_stays_so() -> None:
    picture = Image.new("RGBA", (60, 40), (255, 0, 0, 0))
    picture.paste((0, 0, 255, 255), (20, 10, 40, 30))
    found = picture_from(saved(picture, "PNG"), "logo.png")
    mask = Image.open(io.BytesIO(base64.b64decode(found.mask)))
    assert (mask.mode, mask.size) == ("L", (60, 40))
    assert [mask.getpixel(place) for place in ((0, 0), (30, 20))] == [0, 255]
    assert near(opened(found).getpixel((30, 20)), (0, 0, 255), 25)  # type: ignore[arg-type]


def test_an_alpha_channel_that_hides_nothing_is_left_out() -> None:
    assert picture_from(saved(Image.new("RGBA", (20, 20), (1, 2, 3, 255)), "PNG"), "x").mask == ""


def test_the_same_picture_is_the_same_record() -> None:
    data = saved(half_red((300, 200)), "PNG")
    assert picture_from(data, "a.png") == picture_from(data, "b.png")


def bomb() -> bytes:
    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0)
    packed = zlib.compress(bytes(1_000_000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("name", "data", "key"),
    [
        ("half.jpg", turned((2000, 1500))[:9_000], "picture_damaged"),
        ("half.png", saved(half_red((900, 900)), "PNG")[:300], "picture_damaged"),
        ("bomb.png", bomb(), "picture_large"),
        ("drawing.jpg", b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", "picture_kind"),
        ("letter.jpg", b"%PDF-1.7\n", "picture_kind"),
        ("empty.jpg", b"", "picture_kind"),
        ("word.jpg", b"\xff\xd8 hello", "picture_damaged"),
        ("wide.png", saved(Image.new("1", (60_000, 1)), "PNG"), "picture_large"),
    ],
)
def test_what_is_refused_gets_a_sentence(name: str, data: bytes, key: str) -> None:
    start = time.perf_counter()
    with pytest.raises(Problem) as refused:
        picture_from(data, name)
    assert time.perf_counter() - start < FOR_EVER
    assert refused.value.key == key
    assert all(name in refused.value.sentence(language) for language in ("nl", "en"))


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Problem) as refused:
        picture_from_file(tmp_path / "gone.jpg")
    assert refused.value.key == "picture_unreadable"
