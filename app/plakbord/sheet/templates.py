"""The templates that come with the program, by the short names people use for them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from canvas_files import order
from canvas_files.document import Document
from canvas_files.records import Sheet
from plakbord.paths import resources

BUILT_IN: Mapping[str, str] = MappingProxyType({"canvas": "business-model-canvas", "persona": "persona"})
"""Short name and the name of the file in resources/templates."""


def raw_template(name: str) -> Mapping[str, Any]:
    """The plain JSON of a built-in template by its short name. Raises KeyError when there is none."""
    path = resources() / "templates" / f"{BUILT_IN[name]}.json"
    raw: Mapping[str, Any] = json.loads(path.read_bytes())
    return raw


def sheet_for(document: Document, name: str, after: Sheet | None = None) -> Sheet:
    """A new sheet of a built-in template, behind the last one; the document takes the template along. It is not in the
    document before it is put there."""
    template = document.add_template(raw_template(name))
    sheet = document.new_sheet(template)
    return sheet if after is None else sheet.changed(order=order.key_between(after.order, None))
