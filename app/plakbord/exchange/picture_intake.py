"""Pictures are made ready once, when they come in: upright, in sRGB, at most 1600 pixels to a side, a JPEG with a grey
mask when it is see-through. Everything else is refused with a sentence, from the file's header where that is possible.
"""

from __future__ import annotations

import base64
import hashlib
import io
import warnings
from pathlib import Path

from PIL import Image, ImageCms, ImageOps

from canvas_files.problems import Problem
from canvas_files.records import MOST_PIXELS, Picture

LARGEST = 64_000_000
"""Bytes of a file."""
MOST_AREA = 120_000_000
"""Pixels that are still opened: a photo of 12,000 by 10,000."""
LONGEST_SIDE = 40_000
FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF")
_QUALITY = 88
_DEEP_GREY = ("I", "I;16", "I;16B", "I;16L", "F")


def picture_from_file(path: Path) -> Picture:
    """The picture in a file. Raises Problem."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise Problem("picture_unreadable", name=path.name, reason=error.strerror) from error
    return picture_from(data, path.name)


def picture_from(data: bytes, name: str) -> Picture:
    """The picture in the bytes of a file called name. Raises Problem."""
    if len(data) > LARGEST:
        raise Problem("picture_large", name=name, size=f"{len(data) // 1_000_000}+ MB")
    upright = _upright(_opened(data, name), name)
    try:
        return _record(_small(_in_srgb(upright)))
    except (OSError, ValueError, MemoryError) as error:
        raise Problem("picture_damaged", name=name) from error


def _opened(data: bytes, name: str) -> Image.Image:
    """The picture, not yet read beyond its header."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # measured here, with a sentence
            picture = Image.open(io.BytesIO(data), formats=FORMATS)
    except Image.DecompressionBombError as error:
        raise Problem("picture_large", name=name, size=f"> {MOST_AREA // 1_000_000} MP") from error
    except Exception as error:
        raise Problem("picture_kind" if not _looks_known(data) else "picture_damaged", name=name) from error
    w, h = picture.size
    if w * h > MOST_AREA or max(w, h) > LONGEST_SIDE:
        raise Problem("picture_large", name=name, size=f"{w} × {h}")
    return picture


def _looks_known(data: bytes) -> bool:
    starts = (b"\xff\xd8", b"\x89PNG", b"RIFF", b"GIF8", b"BM", b"II*\0", b"MM\0*")
    return data.startswith(starts)


def _upright(picture: Image.Image, name: str) -> Image.Image:
    try:
        if picture.format == "JPEG" and max(picture.size) > 2 * MOST_PIXELS:
            picture.draft(None, (MOST_PIXELS, MOST_PIXELS))  # opened at a half, a quarter or an eighth
        picture.load()
        if picture.mode in ("RGB", "L", "CMYK"):
            picture.thumbnail((MOST_PIXELS, MOST_PIXELS), Image.Resampling.LANCZOS, reducing_gap=2.0)
        return ImageOps.exif_transpose(picture)
    except Exception as error:
        raise Problem("picture_damaged", name=name) from error


def _in_srgb(picture: Image.Image) -> Image.Image:
    """The picture in RGB, or RGBA when it is see-through."""
    profile = picture.info.get("icc_profile")
    see_through = picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info
    if picture.mode in _DEEP_GREY:
        return _eight_bits(picture).convert("RGB")
    if see_through:
        picture = picture.convert("RGBA")
    elif picture.mode not in ("RGB", "CMYK"):
        picture = picture.convert("RGB")
    converted = _by_profile(picture, profile) if profile else None
    return converted or picture.convert("RGBA" if see_through else "RGB")


def _eight_bits(picture: Image.Image) -> Image.Image:
    """A grey picture of more than eight bits: from what is black in it to what is white."""
    values = picture.convert("F")
    lowest, highest = (float(each) for each in values.getextrema())  # type: ignore[arg-type]  # one band
    low = min(0.0, lowest)
    top = max(highest, 1.0 if picture.mode == "F" else 65535.0)
    factor = 255.0 / (top - low)
    return values.point(lambda value: value * factor - low * factor).convert("L")


def _by_profile(picture: Image.Image, profile: bytes) -> Image.Image | None:
    """The picture with its own colours turned into those of the screen; None when its profile is no good."""
    mode = "RGBA" if picture.mode == "RGBA" else "RGB"
    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return ImageCms.profileToProfile(picture, own, ImageCms.createProfile("sRGB"), outputMode=mode)
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None


def _small(picture: Image.Image) -> Image.Image:
    picture.thumbnail((MOST_PIXELS, MOST_PIXELS), Image.Resampling.LANCZOS)
    return picture


def _record(picture: Image.Image) -> Picture:
    mask = b""
    if picture.mode == "RGBA":
        seen = picture.getchannel("A")
        lowest, _ = seen.getextrema()
        mask = _saved(seen, "PNG", optimize=True) if lowest < 255 else b""  # type: ignore[operator]
        picture = picture.convert("RGB")
    sampling = 0 if mask or max(picture.size) < 1000 else 2
    jpeg = _saved(picture, "JPEG", quality=_QUALITY, subsampling=sampling, optimize=True)
    digest = hashlib.sha256(jpeg + mask).hexdigest()[:40]
    w, h = picture.size
    return Picture(id=f"picture:{digest}", w=w, h=h, jpeg=_text(jpeg), mask=_text(mask))


def _saved(picture: Image.Image, form: str, **options: object) -> bytes:
    out = io.BytesIO()
    clean = picture.copy()
    clean.info = {}  # no thumbnail, no place where it was taken
    clean.save(out, form, **options)
    return out.getvalue()


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")
