"""Web addresses in a text that is laid out: where on the sheet each of them stands, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plakbord.sheet.marks import Jump, Text
from plakbord.sheet.text.runs import Unit

_ADDRESS = r"(?i)(?:https?://|www\.)[^\s<>\"“”„]+"
_NOT_AT_THE_END = ".,;:!?)]}’'…"
_UNSEEN = frozenset("\u00ad\u200b")
_HINTS = ("://", "www.")

_Place = tuple[int, float, float]
"""The number of a line, and from where to where in it a character reaches."""


def addresses_in(text: str, mark: Text) -> Iterator[Jump]:
    """A jump for every line of every address in a text; the mark shows that text, or the beginning of it."""
    lowered = text.lower()
    if not any(hint in lowered for hint in _HINTS):
        return
    places = list(_places(mark))
    dense = "".join(letter for letter, _ in places)
    for found in re.finditer(_ADDRESS, text):
        address = _ended(found.group())
        start = sum(1 for letter in text[: found.start()] if _is_seen(letter))
        letters = "".join(letter for letter in address if _is_seen(letter))
        if dense[start : start + len(letters)] == letters[: max(len(dense) - start, 0)]:
            yield from _boxes(mark, [place for _, place in places[start : start + len(letters)]], address)


def _ended(address: str) -> str:
    """The address without what ends the sentence it stands in; a bracket that it opened itself is its own."""
    while address and address[-1] in _NOT_AT_THE_END:
        if address[-1] == ")" and address.count("(") >= address.count(")"):
            break
        address = address[:-1]
    return address


def _is_seen(letter: str) -> bool:
    return not letter.isspace() and letter not in _UNSEEN


def _places(mark: Text) -> Iterator[tuple[str, _Place]]:
    """Every letter that is seen, in reading order, with its place."""
    for number, line in enumerate(mark.laid.lines):
        for run in line.runs:
            for at, letter in enumerate(run.unit.text):
                if _is_seen(letter):
                    start, end = _reach(run.unit, at)
                    yield letter, (number, run.x + start * run.size, run.x + end * run.size)


def _reach(unit: Unit, at: int) -> tuple[float, float]:
    """From where to where a character of a unit reaches, in em; all of the unit when it runs from right to left."""
    if unit.rtl:
        return 0.0, unit.width
    pairs = list(zip(unit.clusters, unit.xs, strict=True))
    start = max((x for cluster, x in pairs if cluster <= at), default=0.0)
    end = min((x for cluster, x in pairs if cluster > at), default=unit.width)
    return start, end


def _boxes(mark: Text, places: list[_Place], address: str) -> Iterator[Jump]:
    target = address if "://" in address else f"https://{address}"
    pitch = mark.laid.height / len(mark.laid.lines)
    for number in dict.fromkeys(number for number, _, _ in places):
        parts = [(start, end) for line, start, end in places if line == number]
        left, right = min(start for start, _ in parts), max(end for _, end in parts)
        yield Jump(mark.x + left, mark.y + number * pitch, right - left, pitch, target, address)
