"""What the sheets of a workshop are called in lists and tabs."""

from __future__ import annotations

from collections import Counter

from canvas_files.document import Document
from canvas_files.records import Entry, Sheet, entry_id
from canvas_files.template import Template
from plakbord.words import Words


def sheet_names(document: Document, t: Words) -> dict[str, str]:
    """A name for every sheet by id, in their order: its own title, the persona's name, or what kind it is, numbered
    where there are several of a kind."""
    names = {sheet.id: _own_name(document, sheet) or _kind(document, sheet, t) for sheet in document.sheets}
    several = Counter(names.values())
    met: Counter[str] = Counter()
    for sheet_id, name in names.items():
        met[name] += 1
        if several[name] > 1:
            names[sheet_id] = f"{name} {met[name]}"
    return names


def _own_name(document: Document, sheet: Sheet) -> str:
    template = document.template_of(sheet)
    field = _title_field(template) if template else None
    entry = document.records.get(entry_id(sheet.id, field)) if field else None
    if isinstance(entry, Entry) and isinstance(entry.value, str) and entry.value.strip():
        return entry.value.strip()
    return sheet.title.strip()


def _title_field(template: Template) -> str | None:
    return next((field.id for field in template.fields if field.title), None)


def _kind(document: Document, sheet: Sheet, t: Words) -> str:
    template = document.template_of(sheet)
    return template.name(t.language) if template else sheet.template
