"""What stands in a journal, as bytes and back: a head, the whole workshop as it was when the journal began, and one
line for every change since. Where and when it is written is for the journal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec import Struct, ValidationError, convert

from canvas_files.change import Change
from canvas_files.document import Document
from canvas_files.file import LARGEST, decode, read_record
from canvas_files.frames import bodies, framed
from canvas_files.json_text import read_json, to_json
from canvas_files.problems import Problem
from canvas_files.records import WORKSHOP, Workshop
from canvas_files.template import read_template

LARGEST_JOURNAL = 2 * LARGEST
"""Bytes; a journal is begun anew long before."""
MOST_LINES = 100_000


class Head(Struct, frozen=True):
    """The first line. `digests` are the contents of the workshop's file that this journal goes on from, the last one
    last; `since` is the revision that the work is counted from; `follows` names the journal that this one makes
    superfluous."""

    document: str
    path: str | None = None
    digests: tuple[str, ...] = ()
    follows: str | None = None
    since: int = 0
    began: float = 0.0
    journal: int = 1


class Line(Struct, frozen=True):
    """One change, or (with `saving`) that the file is about to get that content. Times are seconds since 1970."""

    revision: int
    at: float = 0.0
    put: list[dict[str, Any]] = []
    gone: list[str] = []
    templates: list[dict[str, Any]] = []
    saving: str | None = None


class Reading(Struct, frozen=True):
    """A journal that was read. `lost` counts the bytes behind the last whole line."""

    head: Head
    whole: Document
    lines: tuple[Line, ...]
    lost: int

    @property
    def digests(self) -> tuple[str, ...]:
        """Every content of the file that this journal knows."""
        return (*self.head.digests, *(line.saving for line in self.lines if line.saving))

    @property
    def changes(self) -> list[Line]:
        """The changes, without gaps: each follows the one before it."""
        found: list[Line] = []
        revision = self.whole.store.revision
        for line in self.lines:
            if line.saving is None and line.revision == revision + 1:
                found.append(line)
                revision += 1
        return found

    @property
    def revision(self) -> int:
        """The revision after the last change."""
        return self.whole.store.revision + len(self.changes)

    @property
    def last(self) -> float:
        """When the last change was made."""
        return max((line.at for line in self.lines), default=self.head.began)


def beginning(head: Head, whole: bytes) -> bytes:
    """How a journal starts."""
    return framed(to_json({name: getattr(head, name) for name in head.__struct_fields__})) + framed(whole)


def line_of(revision: int, at: float, change: Change, templates: Sequence[Any] = ()) -> bytes:
    """The line of a change."""
    put = [record.fields() for record in change.added.values()]
    put += [after.fields() for _, after in change.updated.values()]
    body: dict[str, Any] = {"revision": revision, "at": at, "put": put}
    if change.removed:
        body["gone"] = list(change.removed)
    if templates:
        body["templates"] = list(templates)
    return framed(to_json(body))


def saving_line(revision: int, at: float, digest: str) -> bytes:
    """The line that stands before a save."""
    return framed(to_json({"revision": revision, "at": at, "saving": digest}))


def read_journal(data: bytes, name: str) -> Reading:
    """What a journal holds, however it ended. Raises Problem when not even its beginning is whole."""
    if len(data) > LARGEST_JOURNAL:
        raise Problem("too_large", name=name, size=len(data) // 1_000_000, limit=LARGEST_JOURNAL // 1_000_000)
    frames = bodies(data)
    try:
        head = convert(read_json(next(frames)[0], name), Head)
        whole, end = next(frames)
    except (StopIteration, ValidationError, UnicodeEncodeError) as error:
        raise Problem("no_journal", name=name) from error
    document = decode(whole, name)
    if document.document_id != head.document:
        raise Problem("no_journal", name=name)
    lines: list[Line] = []
    for body, after in frames:
        try:
            line = convert(read_json(body, name), Line)
        except (Problem, ValidationError, UnicodeEncodeError):
            break
        if len(lines) >= MOST_LINES:
            break
        lines.append(line)
        end = after
    return Reading(head, document, tuple(lines), len(data) - end)


def replayed(reading: Reading) -> Document:
    """The workshop as it was after the last change."""
    start = reading.whole
    problems = list(start.problems)
    records = dict(start.records)
    templates: list[Any] = []
    for line in reading.changes:
        for record_id in line.gone:
            records.pop(record_id, None)
        for raw in line.put:
            record = read_record(raw, problems)
            if record is not None:
                records[record.id] = record
        templates += line.templates
    if not isinstance(records.get(WORKSHOP), Workshop):
        records[WORKSHOP] = start.workshop
    document = Document(records.values(), document_id=start.document_id, revision=reading.revision)
    for name in ("version", "readable_from", "read_only", "extra", "stray"):
        setattr(document, name, getattr(start, name))
    document.templates, document.raw_templates = dict(start.templates), list(start.raw_templates)
    for raw in templates:
        _take_template(document, raw, problems)
    document.problems = problems
    return document


def _take_template(document: Document, raw: dict[str, Any], problems: list[Problem]) -> None:
    document.raw_templates.append(raw)
    try:
        template = read_template(raw)
    except ValueError as error:
        problems.append(Problem("bad_template", template=str(raw.get("id", "?"))[:80], reason=error))
    else:
        document.templates.setdefault(template.id, template)
