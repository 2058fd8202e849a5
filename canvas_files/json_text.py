"""JSON as a workshop file uses it: read strictly and within limits, written one item per line. What the values mean is
not known here."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterable
from typing import Any, NoReturn

import msgspec

from canvas_files.problems import Problem

MOST_BRACKETS = 2_000_000
"""Objects and lists in one file; more would take memory out of all proportion to its size."""
MOST_COMMAS = 4_000_000
DEEPEST = 200
"""How many parts may stand inside each other, in a file read or in a field kept from a newer version."""

_encode = msgspec.json.Encoder().encode


def read_json(data: bytes, name: str) -> Any:
    """The value of a JSON text. Raises Problem for anything that is not one: text that is no text, damage, double
    keys, NaN and Infinity, numbers beyond all measure, too deep or too much."""
    if not data.strip(b"\0 \t\r\n"):
        raise Problem("empty", name=name)
    if data.count(b"{") + data.count(b"[") > MOST_BRACKETS or data.count(b",") > MOST_COMMAS:
        raise Problem("too_many", name=name, limit=MOST_BRACKETS)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Problem("not_text", name=name) from error
    value = _decode(text, name)
    if not _shallow(value):
        raise Problem("too_deep", name=name)
    return value


def _decode(text: str, name: str) -> Any:
    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(items)
        if len(found) != len(items):
            seen = Counter(key for key, _ in items)
            raise Problem("double_key", name=name, field=seen.most_common(1)[0][0][:80])
        return found

    def number(digits: str) -> float:
        value = float(digits)
        return value if math.isfinite(value) else refuse(digits)

    def refuse(digits: str) -> NoReturn:
        raise Problem("bad_number", name=name, number=digits[:20])

    try:
        return json.loads(text, object_pairs_hook=pairs, parse_float=number, parse_constant=refuse)
    except json.JSONDecodeError as error:
        raise Problem("not_json", name=name, line=error.lineno, column=error.colno) from error
    except RecursionError as error:
        raise Problem("too_deep", name=name) from error
    except ValueError as error:  # an integer of more digits than Python is willing to read
        raise Problem("bad_number", name=name, number="…") from error


def _shallow(value: Any) -> bool:
    """Whether nothing stands deeper than DEEPEST; level by level, so that no depth can exhaust the stack."""
    level = [value]
    for _ in range(DEEPEST):
        level = [
            inner
            for outer in level
            if isinstance(outer, dict | list)
            for inner in (outer.values() if isinstance(outer, dict) else outer)
            if isinstance(inner, dict | list)
        ]
        if not level:
            return True
    return False


def to_json(value: Any) -> bytes:
    """One line of JSON in UTF-8. What UTF-8 cannot hold, and integers beyond 64 bits, are written as ASCII escapes
    and digits: writing never fails on a value that was read."""
    try:
        return _encode(value)
    except (UnicodeEncodeError, OverflowError):
        return json.dumps(value, default=msgspec.to_builtins, separators=(",", ":")).encode()


def lines_of(values: Iterable[Any]) -> bytes:
    """A JSON list with one item per line, so that a comparison of two files shows one line per changed item."""
    lines = b",\n  ".join(to_json(value) for value in values)
    return b"[\n  " + lines + b"\n ]" if lines else b"[]"
