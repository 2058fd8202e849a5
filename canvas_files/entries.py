"""What a person fills in on a sheet: which answers a field or scale can hold, and how they are kept in the document.
What a field looks like is for the sheet."""

from __future__ import annotations

from typing import TypeAlias

from canvas_files.plain_text import LONGEST_LINE, LONGEST_STORY, field_text
from canvas_files.problems import Problem
from canvas_files.queries import Records
from canvas_files.records import Entry, entry_id
from canvas_files.store import Transaction
from canvas_files.template import SCALE_STEPS, Field, Scale, Template

Answer: TypeAlias = str | int | list[str] | None
"""A text, a place on a scale, the ids of choices, or None when nothing was filled in."""


def answers(records: Records, sheet: str) -> dict[str, Answer]:
    """Everything filled in on a sheet, by field or scale id."""
    return {
        record.field: record.value
        for record in records.values()
        if isinstance(record, Entry) and record.sheet == sheet and record.value is not None
    }


def answer(records: Records, sheet: str, field: str) -> Answer:
    """What was filled in for one field or scale."""
    record = records.get(entry_id(sheet, field))
    return record.value if isinstance(record, Entry) else None


def fill_in(tx: Transaction, sheet: str, field: str, value: Answer) -> None:
    """Puts an answer on a sheet; an empty one takes away what was there."""
    record_id = entry_id(sheet, field)
    there = tx.get(record_id)
    if value in (None, "", []):
        tx.remove(record_id)
    elif isinstance(there, Entry):
        tx.put(there.changed(value=value))
    else:
        tx.put(Entry(id=record_id, sheet=sheet, field=field, value=value))


def toggled(field: Field, value: Answer, choice: str) -> Answer:
    """The choices after one of them was ticked or unticked, in the template's order; those of another version of the
    template stay."""
    chosen = set(value) if isinstance(value, list) else set()
    chosen ^= {choice}
    known = [term.id for term in field.choices]
    return [each for each in known if each in chosen] + sorted(chosen.difference(known))


def step_of(value: object) -> int | None:
    """A place on a scale, or None for what is none."""
    return value if type(value) is int and 1 <= value <= SCALE_STEPS else None


def checked_text(field: Field, text: str) -> str:
    """A text as the field holds it. Raises Problem when it is too long."""
    text = field_text(text, story=field.kind == "story")
    limit = LONGEST_STORY if field.kind == "story" else LONGEST_LINE
    if len(text) > limit:
        raise Problem("field_too_long", count=len(text), field=field.id, limit=limit)
    return text


def read_answer(template: Template, field_id: str, text: str) -> Answer:
    """The answer that a text stands for: for a choice ids or names with commas between them, for a scale a number;
    nothing empties the field. Raises Problem."""
    field = template.field(field_id)
    if field is None:
        fields = ", ".join([*(each.id for each in template.fields), *(each.id for each in template.scales)])
        raise Problem("unknown_field", field=field_id, fields=fields or "-")
    if isinstance(field, Scale):
        return _read_step(field, text)
    if field.kind != "choice":
        return checked_text(field, text) or None
    return [_read_choice(field, word.strip()) for word in text.split(",") if word.strip()] or None


def _read_step(scale: Scale, text: str) -> int | None:
    text = text.strip()
    if not text:
        return None
    step = step_of(int(text)) if text.isascii() and text.isdigit() and len(text) < 5 else None
    if step is None:
        raise Problem("bad_scale", value=text[:40], field=scale.id, most=SCALE_STEPS)
    return step


def _read_choice(field: Field, word: str) -> str:
    for term in field.choices:
        if word.casefold() in (term.id, term.name.nl.casefold(), term.name.en.casefold()):
            return term.id
    choices = ", ".join(term.id for term in field.choices)
    raise Problem("unknown_choice", value=word[:40], field=field.id, choices=choices)
