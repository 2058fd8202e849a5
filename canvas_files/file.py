"""A workshop as a file: opening what is there, naming what is wrong, and saving without ever harming the old content.
The format is described in schema; how bytes reach the disk in safe_write."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import Any

from msgspec import ValidationError

from canvas_files import __version__
from canvas_files.disk import Disk
from canvas_files.document import MOST_RECORDS, Document, Snapshot
from canvas_files.facts import clean_facts
from canvas_files.json_text import lines_of, read_json, to_json
from canvas_files.migrations import VERSION, upgrade
from canvas_files.plain_text import is_possible, without_impossible
from canvas_files.problems import Problem
from canvas_files.records import WORKSHOP, Record, Unknown, Workshop, new_id, parse, unknown
from canvas_files.safe_write import write_whole
from canvas_files.template import read_template

FORMAT = "plakbord"
SUFFIX = ".plakbord"
LARGEST = 50_000_000
"""Bytes in a workshop file."""
_MOST_REVISION = 2**53
"""No person makes so many changes; one more must still be readable."""
_TOP = ("format", "version", "readable_from", "app", "document", "revision", "templates", "records")

_TEXTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "workshop": ("title", "date", "author"),
        "sheet": ("title",),
        "note": ("text",),
        "entry": ("value",),
        "round": ("title",),
        "voter": ("name",),
        "correction": ("text",),
    }
)
"""What people read and what therefore must be possible to show, by kind."""

_OF_THE_LENS: Mapping[str, tuple[str, ...]] = MappingProxyType({"note": ("role", "facts"), "link": ("how",)})
"""What is left out of the file when it is empty, by kind: a workshop that never looked at its data is not longer."""


def open_file(path: Path) -> tuple[Document, bytes]:
    """The workshop in a file, and the bytes it was read from. Raises Problem when it cannot be opened; what can be
    lived with stands in the document's `problems`."""
    data = read_bytes(path)
    return decode(data, path.name), data


def read_bytes(path: Path, most: int = LARGEST) -> bytes:
    """The content of a file of sensible size. Raises Problem."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise Problem("folder", name=path.name or str(path))
        if not stat.S_ISREG(status.st_mode):
            raise Problem("not_a_file", name=path.name)
        if status.st_size > most:
            size = status.st_size // 1_000_000
            raise Problem("too_large", name=path.name, size=size, limit=most // 1_000_000)
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise Problem("missing", name=path.name) from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        raise Problem("unreadable", name=path.name, reason=reason or str(error)) from error


def save_file(document: Document, path: Path, disk: Disk | None = None) -> bytes:
    """Writes the workshop and returns the bytes. Raises Problem; the old file is then as it was."""
    if document.read_only:
        raise Problem("read_only", name=path.name)
    data = encode(document)
    write_whole(path, data, disk)
    return data


def encode(document: Document | Snapshot, rest: Callable[[], None] | None = None) -> bytes:
    """The workshop as the bytes of its file: UTF-8 JSON, one template and one record per line, records by id. `rest`
    is called now and then, so that a thread that writes can let the window's go first."""
    shot = document.snapshot() if isinstance(document, Document) else document
    top: dict[str, Any] = {
        "format": FORMAT,
        "version": max(shot.version, VERSION),
        "readable_from": shot.readable_from,
        "app": __version__,
        "document": shot.document_id,
        "revision": shot.revision,
        **shot.extra,
    }
    head = b",\n ".join(to_json(name) + b": " + to_json(value) for name, value in top.items())
    written = _fields([shot.records[record_id] for record_id in sorted(shot.records)], rest)
    templates, lines = lines_of(shot.raw_templates), lines_of(chain(written, shot.stray))
    return b"{" + head + b',\n "templates": ' + templates + b',\n "records": ' + lines + b"\n}\n"


def _fields(records: list[Record], rest: Callable[[], None] | None) -> Iterator[dict[str, Any]]:
    for number, record in enumerate(records):
        if rest is not None and number % 64 == 63:
            rest()
        fields = record.fields()
        for name in _OF_THE_LENS.get(record.kind, ()) if not isinstance(record, Unknown) else ():
            if not fields.get(name):
                fields.pop(name, None)
        yield fields


def decode(data: bytes, name: str) -> Document:
    """The workshop that the bytes of a file hold. Raises Problem."""
    raw = read_json(data, name)
    version, readable_from = _check_top(raw, name)
    upgrade(raw)
    problems: list[Problem] = []
    records, stray = _read_records(raw["records"], problems)
    document = Document(records, document_id=raw["document"], revision=min(raw["revision"], _MOST_REVISION))
    document.version, document.readable_from = version, readable_from
    document.stray = stray
    document.extra = {key: value for key, value in raw.items() if key not in _TOP}
    _read_templates(document, raw["templates"], problems)
    if readable_from > VERSION:
        document.read_only = True
        problems.insert(0, Problem("newer_read_only", name=name))
    elif version > VERSION:
        problems.insert(0, Problem("newer", name=name))
    document.problems = problems
    return document


def _check_top(raw: Any, name: str) -> tuple[int, int]:
    if not isinstance(raw, dict) or raw.get("format") != FORMAT:
        raise Problem("not_ours", name=name)
    raw.setdefault("readable_from", 1)
    raw.setdefault("templates", [])
    for key in ("version", "readable_from"):
        if type(raw.get(key)) is not int or raw[key] < 1:
            raise Problem("bad_part", name=name, part=key)
    for key in ("templates", "records"):
        if not isinstance(raw.get(key), list):
            raise Problem("bad_part", name=name, part=key)
    revision = raw.setdefault("revision", 0)
    if type(revision) is not int or revision < 0:
        raise Problem("bad_part", name=name, part="revision")
    document_id = raw.setdefault("document", None)
    if document_id is not None and not (isinstance(document_id, str) and 1 <= len(document_id) <= 200):
        raise Problem("bad_part", name=name, part="document")
    if len(raw["records"]) > MOST_RECORDS:
        raise Problem("too_many", name=name, limit=MOST_RECORDS)
    return raw["version"], raw["readable_from"]


def _read_templates(document: Document, raw_templates: list[Any], problems: list[Problem]) -> None:
    for raw in raw_templates:
        document.raw_templates.append(raw)
        try:
            template = read_template(raw)
        except ValueError as error:
            name = raw.get("id", "?") if isinstance(raw, dict) else "?"
            problems.append(Problem("bad_template", template=str(name)[:80], reason=error))
        else:
            document.templates.setdefault(template.id, template)


def _read_records(raws: list[Any], problems: list[Problem]) -> tuple[list[Record], list[Any]]:
    records: dict[str, Record] = {}
    stray: list[Any] = []
    for position, raw in enumerate(raws, start=1):
        record = read_record(raw, problems)
        if record is None:
            problems.append(Problem("not_a_record", position=position))
            stray.append(raw)
        elif record.id not in records:
            records[record.id] = record
        elif records[record.id] != record:
            other = record.changed(id=new_id(record.kind[:100]))
            problems.append(Problem("double_id", record=record.id, other=other.id))
            records[other.id] = other
    if not isinstance(records.get(WORKSHOP), Workshop):
        _make_workshop(records, problems)
    return list(records.values()), stray


def _make_workshop(records: dict[str, Record], problems: list[Problem]) -> None:
    """A document needs its workshop record; one that cannot be read is kept under another id."""
    problems.append(Problem("no_workshop"))
    damaged = records.pop(WORKSHOP, None)
    if damaged is not None:
        kept = damaged.changed(id=new_id("kept"))
        records[kept.id] = kept
    records[WORKSHOP] = Workshop(id=WORKSHOP)


def read_record(raw: Any, problems: list[Problem]) -> Record | None:
    """The record that plain JSON stands for, as well as it can be read; None when it is no record at all."""
    if not isinstance(raw, dict):
        return None
    kind = raw.get("kind")
    for name in _TEXTS.get(kind, ()) if isinstance(kind, str) else ():
        text = raw.get(name)
        if isinstance(text, str) and not is_possible(text):
            raw = {**raw, name: without_impossible(text)}
            problems.append(Problem("cleaned_text", record=str(raw.get("id"))[:200]))
    if kind == "note" and isinstance(raw.get("facts"), dict):
        raw = {**raw, "facts": clean_facts(raw["facts"])}
    try:
        return parse(raw)
    except ValidationError as error:
        return _read_unreadable(raw, error, problems)


def _read_unreadable(raw: dict[str, Any], error: ValidationError, problems: list[Problem]) -> Record | None:
    try:
        record = unknown(raw)
    except ValidationError:
        return None
    problems.append(Problem("bad_record", record=record.id, reason=error))
    return record
