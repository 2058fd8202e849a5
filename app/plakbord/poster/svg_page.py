"""One page of marks as SVG 1.1: shapes as shapes, text as text with its fonts named, pictures as the JPEGs they are.

What stands where was decided before; a program that has other fonts squeezes or stretches a line to its length.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable, Iterator
from xml.sax.saxutils import escape, quoteattr

from msgspec import Struct

from plakbord.sheet.image_bytes import is_sound
from plakbord.sheet.marks import Box, Disc, Line, Mark, Outline, Page, Picture, Text
from plakbord.sheet.text import runs
from plakbord.sheet.text.breaks import SOFT_HYPHEN
from plakbord.sheet.text.face import Face

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BOLD = re.compile("[Bb]old")
_INSTEAD = ("'Source Sans Pro'", "Calibri", "Carlito", "sans-serif")
"""What is taken where our own fonts are not installed: not every program squeezes a line, so narrow ones come first."""


class Place(Struct, frozen=True):
    """Paper w by h large, with the page's corner at (x, y), scale times its own size; in hundredths of a millimetre."""

    w: float
    h: float
    scale: float = 1
    x: float = 0
    y: float = 0


def svg_of(page: Page, place: Place, language: str, tint: Callable[[str], str]) -> str:
    """A page as a whole SVG file, in a language ("nl", "en"), its colours changed by tint."""
    writer = _Writer(tint)
    body = [part for mark in page.marks for part in writer.mark(mark)]
    moved = f"translate({_n(place.x)} {_n(place.y)}) scale({place.scale:.6g})"
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1" '
        f'width="{_n(place.w / 100)}mm" height="{_n(place.h / 100)}mm" viewBox="0 0 {_n(place.w)} {_n(place.h)}" '
        f'xml:lang="{language}" xml:space="preserve">'
    )
    defs = ["<defs>", *writer.defs, "</defs>"] if writer.defs else []
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        head,
        f"<title>{_text(page.title)}</title>",
        *defs,
        f'<rect width="{_n(place.w)}" height="{_n(place.h)}" fill="#FFFFFF"/>',
        f'<g transform="{moved}">',
        *body,
        "</g>",
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


class _Writer:
    """Writes marks; defs are what they refer to."""

    def __init__(self, tint: Callable[[str], str]) -> None:
        self._tint = tint
        self.defs: list[str] = []
        self._images: dict[str, str] = {}

    def mark(self, mark: Mark) -> Iterator[str]:
        match mark:
            case Text():
                yield from self._lines(mark)
            case Box():
                yield f"<rect {_box(mark)}{self._paint(mark.fill, mark.edge, mark.edge_width)}/>"
            case Disc():
                circle = f'cx="{_n(mark.x)}" cy="{_n(mark.y)}" r="{_n(mark.radius)}"'
                yield f"<circle {circle}{self._paint(mark.fill, mark.edge, mark.edge_width)}/>"
            case Line():
                ends = f'x1="{_n(mark.x1)}" y1="{_n(mark.y1)}" x2="{_n(mark.x2)}" y2="{_n(mark.y2)}"'
                yield f'<line {ends} stroke="{self._tint(mark.color)}" stroke-width="{_n(mark.width)}"/>'
            case Outline():
                points = " ".join(f"{_n(x)},{_n(y)}" for x, y in mark.points)
                paint = self._paint(mark.fill, mark.edge, mark.edge_width)
                yield f'<polygon points="{points}" stroke-linejoin="round"{paint}/>'
            case Picture():
                yield from self._picture(mark)

    def _paint(self, fill: str | None, edge: str | None, width: float) -> str:
        inside = f' fill="{self._tint(fill) if fill else "none"}"'
        return inside + (f' stroke="{self._tint(edge)}" stroke-width="{_n(width)}"' if edge and width > 0 else "")

    def _lines(self, mark: Text) -> Iterator[str]:
        for line in mark.laid.lines:
            text = _shown(line)
            if not text:
                continue
            place = f'x="{_n(mark.x + line.x)}" y="{_n(mark.y + line.y)}"'
            style = f'{_font(line)} font-size="{_n(mark.laid.size)}" fill="{self._tint(mark.color)}"'
            if any(run.unit.rtl for run in line.runs):
                yield f"<text {style}>{''.join(_words(line, mark))}</text>"
            elif line.width > 0:
                length = f'textLength="{_n(line.width)}" lengthAdjust="spacingAndGlyphs"'
                yield f"<text {place} {length} {style}>{_text(text)}</text>"

    def _picture(self, mark: Picture) -> Iterator[str]:
        if not is_sound(mark.image):
            return
        image = self._image(mark)
        clip = f"c{len(self.defs)}"
        self.defs.append(f'<clipPath id="{clip}"><rect {_box(mark.window)}/></clipPath>')
        place = f"translate({_n(mark.x)} {_n(mark.y)}) scale({mark.w / mark.image.w:.6g} {mark.h / mark.image.h:.6g})"
        yield f'<g clip-path="url(#{clip})"><use xlink:href="#{image}" transform="{place}"/></g>'

    def _image(self, mark: Picture) -> str:
        """The name of a picture, one unit for each pixel; it is in the file once."""
        image = mark.image
        if image.key not in self._images:
            name = self._images[image.key] = f"i{len(self._images)}"
            size = f'width="{image.w}" height="{image.h}" preserveAspectRatio="none"'
            mask = ""
            if image.mask:
                grey = f'<image {size} xlink:href="{_data("png", image.mask)}"/>'
                self.defs.append(f'<mask id="{name}m">{grey}</mask>')
                mask = f' mask="url(#{name}m)"'
            self.defs.append(f'<image id="{name}" {size}{mask} xlink:href="{_data("jpeg", image.jpeg)}"/>')
        return self._images[image.key]


def _shown(line: runs.Line) -> str:
    """What a line shows, without the spaces that hang out at its end; a hyphen there is seen."""
    text = line.text.rstrip(" ")
    if line.divided:
        return f"{text}-"
    return text[:-1] + "-" if text.endswith(SOFT_HYPHEN) else text


def _words(line: runs.Line, mark: Text) -> Iterator[str]:
    """The pieces of a line with words that run from right to left, each at its own place."""
    for run in _as_read(line):
        if run.unit.text.strip(" "):
            yield f'<tspan x="{_n(mark.x + run.x)}" y="{_n(mark.y + run.y)}">{_text(run.unit.text)}</tspan>'


def _as_read(line: runs.Line) -> Iterator[runs.Run]:
    """The runs of a line in reading order: who copies the text gets it as it was written."""
    waiting = list(line.runs)
    at = 0
    while waiting:
        next_ones = [run for run in waiting if line.text.startswith(run.unit.text, at)]
        run = max(next_ones or waiting[:1], key=lambda run: len(run.unit.text))
        waiting.remove(run)
        at += len(run.unit.text)
        yield run


def _font(line: runs.Line) -> str:
    """The fonts of a line by name, that of its first letters first."""
    faces: list[Face] = list(dict.fromkeys(runs.face_of(run.unit) for run in line.runs))
    names = dict.fromkeys(face.family for face in faces if face.family)
    families = ", ".join([*(f"'{name}'" for name in names), *_INSTEAD])
    weight = ' font-weight="bold"' if faces and _BOLD.search(faces[0].psname) else ""
    return f"font-family={quoteattr(families)}{weight}"


def _box(box: Box) -> str:
    round_corners = f' rx="{_n(min(box.radius, box.w / 2, box.h / 2))}"' if box.radius > 0 else ""
    return f'x="{_n(box.x)}" y="{_n(box.y)}" width="{_n(box.w)}" height="{_n(box.h)}"{round_corners}'


def _data(kind: str, content: bytes) -> str:
    return f"data:image/{kind};base64,{b64encode(content).decode('ascii')}"


def _text(text: str) -> str:
    return escape(_NOT_XML.sub("", text))


def _n(value: float) -> str:
    """A number with two decimals: a tenth of a micrometre."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
