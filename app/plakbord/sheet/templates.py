"""The templates there are: those that come with the program, found by looking in their folder, and the person's own."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from msgspec import Struct

from canvas_files import order
from canvas_files.document import Document
from canvas_files.problems import Problem
from canvas_files.records import Sheet
from canvas_files.template import Template
from plakbord.paths import resources, templates_folder

_FIRST = ("canvas", "persona")
"""What most people begin with stands in front."""


@cache
def built_in_files() -> Mapping[str, str]:
    """Short name and the name of the file in resources/templates, of every file that is there."""
    place = {name: number for number, name in enumerate(_FIRST)}
    found: dict[str, str] = {}
    for path in sorted((resources() / "templates").glob("*.json")):
        raw = json.loads(path.read_bytes())
        found[raw.get("short") or raw["id"]] = path.stem
    return MappingProxyType(dict(sorted(found.items(), key=lambda item: (place.get(item[0], len(place)), item[0]))))


class Known(Struct, frozen=True):
    """A template that a sheet can be made of, and the plain JSON that a workshop takes along."""

    template: Template
    raw: Mapping[str, Any]
    own: bool = False

    @property
    def short(self) -> str:
        """What people type for it."""
        return self.template.short or self.template.id


def built_in() -> list[Known]:
    """The templates that come with the program."""
    from canvas_files.template_file import read_template_file

    folder = resources() / "templates"
    return [Known(*read_template_file(folder / f"{name}.json")) for name in built_in_files().values()]


def own(folder: Path | None = None) -> tuple[list[Known], list[Problem]]:
    """The person's own templates, and what is wrong with those that cannot be used."""
    from canvas_files.template_file import read_template_file

    found: list[Known] = []
    problems: list[Problem] = []
    for path in sorted((folder or templates_folder()).glob("*.json")):
        try:
            found.append(Known(*read_template_file(path), own=True))
        except Problem as problem:
            problems.append(problem)
    return found, problems


def known() -> Iterator[Known]:
    """All templates that can be used; of two with one id the person's own comes last and is left out."""
    met: set[str] = set()
    for each in (*built_in(), *own()[0]):
        if each.template.id not in met:
            met.add(each.template.id)
            yield each


def template_named(name: str) -> Known:
    """The template by its short name or id. Raises Problem when there is none."""
    there = list(known())
    for each in there:
        if name in (each.short, each.template.id):
            return each
    raise Problem("unknown_template", template=name, templates=", ".join(each.short for each in there))


def raw_template(name: str) -> Mapping[str, Any]:
    """The plain JSON of a template by its short name or id. Raises Problem when there is none."""
    return template_named(name).raw


def sheet_for(document: Document, name: str, after: Sheet | None = None) -> Sheet:
    """A new sheet of a template by its short name, behind the last one; the document takes the template along. It is
    not in the document before it is put there. Raises Problem when there is no such template."""
    sheet = document.new_sheet(document.add_template(raw_template(name)))
    return sheet if after is None else sheet.changed(order=order.key_between(after.order, None))
