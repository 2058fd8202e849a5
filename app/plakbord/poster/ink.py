"""A page's content in the PDF language: numbers, colours and the pen, each written only when it changes.

What is drawn is decided by the shapes and the text; here is only how PDF 1.7 (ISO 32000-1, 8) spells it.
"""

from __future__ import annotations

from collections.abc import Callable

POINTS = 72 / 2540
"""PDF points in a hundredth of a millimetre."""


def number(value: float) -> str:
    """A number as short as it goes with three decimals: a thousandth of a point is a third of a micrometre."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def even(length: float) -> float:
    """A length or place of paper in points, to a 64th: three micrometres at most beside it, and a number that renderers
    keep whole in single precision, so that they round the same picture in the same way wherever it lies."""
    return round(length * POINTS * 64) / 64


def exact(value: float) -> str:
    """A number with six decimals: all that a 64th has, and what the scale of a whole poster needs."""
    text = f"{value:.6f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def numbers(*values: float) -> str:
    """Numbers with spaces between them."""
    return " ".join([number(value) for value in values])


def fill_color(red: float, green: float, blue: float) -> str:
    """The operator that sets the colour of fills, from shares of 0 to 1. A neutral grey is set as DeviceGray: printers
    make it with black alone, where equal parts of red, green and blue come out as four inks and fuzzy."""
    return f"{number(red)} g" if red == green == blue else f"{numbers(red, green, blue)} rg"


def shares(color: str) -> tuple[float, float, float]:
    """Red, green and blue from 0 to 1 of a "#RRGGBB"; ValueError for anything else."""
    value = int(color.removeprefix("#"), 16)
    if len(color) != 7:
        raise ValueError(f"not a colour: {color!r}")
    return (value >> 16) / 255, (value >> 8 & 255) / 255, (value & 255) / 255


class Ink:
    """The content of one page of the given height, in hundredths of a millimetre; it grows in painting order. tint
    says what a colour is on paper."""

    def __init__(self, height: float, tint: Callable[[str], str] | None = None) -> None:
        self._height = height
        self._tint = tint
        self._code: list[str] = []
        self._fill: str | None = None
        self._edge: tuple[str, float] | None = None
        self._join = 0
        self._colors: dict[str, str] = {}

    def x(self, x: float) -> float:
        """A place from the sheet's left side, in points."""
        return x * POINTS

    def y(self, y: float) -> float:
        """A place from the sheet's top, as points from the page's bottom."""
        return (self._height - y) * POINTS

    def write(self, code: str) -> None:
        """Adds operators that leave colours, pen and place as they were."""
        self._code.append(code)

    def fill(self, color: str) -> None:
        """Fills and text come in this "#RRGGBB" from here on."""
        if color != self._fill:
            self._fill = color
            self._code.append(self._operator(color))

    def edge(self, color: str, width: float, *, round_joins: bool = False) -> None:
        """Lines come in this colour and this width, in hundredths of a millimetre, from here on."""
        if (color, width) != self._edge:
            self._edge = (color, width)
            stroke = self._operator(color).replace("g", "G").replace("r", "R")
            self._code.append(f"{stroke} {number(width * POINTS)} w")
        if round_joins != self._join:
            self._join = int(round_joins)
            self._code.append(f"{self._join} j")

    def open_content(self, kind: str, number: int | None = None) -> None:
        """Begins what belongs together (ISO 32000-1, 14.6): read under that number, or ornament without one."""
        self._code.append(f"/{kind} <</MCID {number}>> BDC" if number is not None else f"/{kind} BMC")

    def close_content(self) -> None:
        """Ends it."""
        self._code.append("EMC")

    def open_view(self, matrix: str, clip: str) -> None:
        """Begins what is drawn elsewhere and in another size, inside a path."""
        self._code.append(" ".join(part for part in ("q", clip, f"{matrix} cm") if part))

    def close_view(self) -> None:
        """Ends it: colours and pen are as they were before, whatever was set meanwhile."""
        self._code.append("Q")
        self._fill = self._edge = None
        self._join = -1

    def content(self) -> bytes:
        """Everything written so far."""
        return "\n".join(self._code).encode("ascii")

    def _operator(self, color: str) -> str:
        known = self._colors.get(color)
        if known is None:
            known = self._colors[color] = fill_color(*shares(self._tint(color) if self._tint else color))
        return known
