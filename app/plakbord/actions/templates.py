"""Sheets of any template, and templates of the person's own; no window needed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from canvas_files import queries
from canvas_files.plain_text import field_text
from canvas_files.problems import Problem
from canvas_files.template_file import write_template_file
from plakbord.paths import templates_folder
from plakbord.session import Session

_LONGEST_NAME = 120


def add_sheet_of(session: Session, raw: Mapping[str, Any]) -> str:
    """Adds a sheet of a template behind the others; its id. A template of the same id that is another one in this
    workshop stays: the new one gets an id of its own. Raises ValueError for a template that is no good."""
    document = session.document
    there = {each.get("id"): each for each in document.raw_templates if isinstance(each, dict)}
    wanted, number = str(raw.get("id")), 1
    while wanted in there and there[wanted] != {**raw, "id": wanted}:
        number += 1
        wanted = f"{raw.get('id')}-{number}"
    sheet = document.new_sheet(document.add_template({**raw, "id": wanted}))
    with document.store.transaction("step.sheet.add") as tx:
        tx.put(sheet)
    return sheet.id


def keep_as_template(session: Session, sheet_id: str, name: str, folder: Path | None = None) -> Path:
    """Writes the form of a sheet as a template of the person's own; the file. Nothing there is overwritten. Raises
    Problem."""
    sheet = queries.sheet(session.store.records, sheet_id)
    raws = [each for each in session.document.raw_templates if isinstance(each, dict)]
    raw = next((each for each in raws if sheet is not None and each.get("id") == sheet.template), None)
    if sheet is None or raw is None:
        raise Problem("no_template", record=sheet_id, template=sheet.template if sheet else "?")
    name = field_text(name, story=False)[:_LONGEST_NAME]
    folder = folder or templates_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Problem("not_saved", name=folder.name, reason=error.strerror) from error
    path = _free_path(folder, name)
    both = {"nl": name, "en": name}
    write_template_file({**raw, "id": f"own-{path.stem}", "short": path.stem, "name": both}, path)
    return path


def _free_path(folder: Path, name: str) -> Path:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "sheet"
    number = 1
    path = folder / f"{stem}.json"
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}.json"
    return path
