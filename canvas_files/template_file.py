"""A template in a file of its own: reading it, and saying on which line something is wrong and what."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec import ValidationError, convert

from canvas_files.problems import Problem
from canvas_files.safe_write import write_whole
from canvas_files.template import Template, read_template

LARGEST = 2_000_000
"""Bytes of a template; the largest of our own has 13,000."""

_PATH = re.compile(r" - at `\$(.*)`$")
_STEP = re.compile(r"\.([^.\[\]]+)|\[(\d+)\]")
_TOKEN = re.compile(r'\s*("(?:[^"\\]|\\.)*"|[{}\[\]:,]|[^\s{}\[\]:,"]+)')
_MISSING = re.compile(r"missing required field `([^`]*)`")
_EXPECTED = re.compile(r"Expected `([^`]*)`(?:, got `([^`]*)`)?")
_NAMED = re.compile(r"(?:the id|a zone|box of) (\S+)")


def read_template_file(path: Path) -> tuple[Template, Mapping[str, Any]]:
    """The template in a file, with the plain JSON that is copied into workshops. Raises Problem with the line."""
    try:
        data = path.read_bytes() if path.stat().st_size <= LARGEST else b""
        text = data.decode("utf-8-sig")
        raw = json.loads(text)
    except OSError as error:
        raise Problem("unreadable", name=path.name, reason=error.strerror) from error
    except json.JSONDecodeError as error:
        raise Problem("template_not_json", name=path.name, line=error.lineno, column=error.colno) from error
    except (ValueError, RecursionError) as error:
        raise Problem("not_text", name=path.name) from error
    try:
        return read_template(raw), raw
    except ValueError as error:
        raise _said(path.name, text, str(error)) from error


def write_template_file(raw: Mapping[str, Any], path: Path) -> None:
    """Writes a template for people to read and change. Raises Problem."""
    convert(raw, Template)
    write_whole(path, json.dumps(raw, ensure_ascii=False, indent=1).encode() + b"\n")


def is_template(raw: object) -> bool:
    """Whether the plain JSON is a template."""
    try:
        convert(raw, Template)
    except ValidationError:
        return False
    return True


def _said(name: str, text: str, reason: str) -> Problem:
    found = _PATH.search(reason)
    steps: list[str | int] = []
    if found is not None:
        steps = [step[1] or int(step[2]) for step in _STEP.finditer(found[1])]
        reason = reason[: found.start()]
    place = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps).lstrip(".") or "-"
    line = line_of(text, steps)
    missing, expected, named = _MISSING.search(reason), _EXPECTED.search(reason), _NAMED.search(reason)
    if missing is not None:
        return Problem("template_lacks", name=name, line=line, place=place, field=missing[1])
    if expected is not None:
        return Problem("template_expects", name=name, line=line, place=place, wanted=expected[1])
    if named is not None:
        return _disagreeing(name, text, reason, named[1])
    return Problem("template_wrong", name=name, line=line, place=place, reason=reason)


def _disagreeing(name: str, text: str, reason: str, what: str) -> Problem:
    quoted = json.dumps(what, ensure_ascii=False)
    at = text.rfind(quoted)
    line = text.count("\n", 0, at) + 1 if at >= 0 else 1
    kinds = {"the id": "template_double_id", "the order": "template_order", "the box": "template_outside"}
    key = next((key for start, key in kinds.items() if reason.startswith(start)), "template_wrong")
    return Problem(key, name=name, line=line, place=what, reason=reason)


def line_of(text: str, steps: list[str | int]) -> int:
    """The line, counted from 1, on which the value at a path of names and numbers begins; of the deepest part of the
    path that is there."""
    line = 1
    for depth, at in _values(text):
        if len(depth) <= len(steps) and list(depth) == steps[: len(depth)]:
            line = max(line, text.count("\n", 0, at) + 1)
    return line


def _values(text: str) -> Iterator[tuple[tuple[str | int, ...], int]]:
    """Where every value of a JSON text begins, with its path."""
    path: list[str | int] = []
    lists: list[bool] = []
    name_next = False
    for token in _TOKEN.finditer(text):
        word, at = token[1], token.start(1)
        if word in "}]":
            lists.pop()
            path.pop()
        elif word == ",":
            if lists[-1]:
                path[-1] = int(path[-1]) + 1
            name_next = not lists[-1]
        elif word == ":":
            name_next = False
        elif name_next:
            path[-1] = json.loads(word)
        else:
            yield tuple(path), at
            if word in "{[":
                lists.append(word == "[")
                path.append(0 if word == "[" else "")
                name_next = word == "{"
