"""The file format as JSON Schema (draft 2020-12), made from the records and templates themselves. It describes what
this version writes; unknown fields and kinds are allowed everywhere, because readers keep them."""

from __future__ import annotations

from typing import Any

import msgspec

from canvas_files.file import FORMAT
from canvas_files.migrations import VERSION
from canvas_files.records import KINDS
from canvas_files.template import Template


def schema() -> dict[str, Any]:
    """The schema of a whole workshop file."""
    types = [Template, *KINDS.values()]
    (template, *records), parts = msgspec.json.schema_components(types, ref_template="#/$defs/{name}")
    for name in (kind.__name__ for kind in KINDS.values()):
        _as_in_file(parts[name])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Plakbord workshop",
        "description": "A workshop file of Plakbord: UTF-8, one template and one record per line, records by id.",
        "type": "object",
        "required": ["format", "version", "records"],
        "properties": {
            "format": {"const": FORMAT},
            "version": {"type": "integer", "minimum": 1, "description": f"This program writes {VERSION}."},
            "readable_from": {"type": "integer", "minimum": 1, "default": 1},
            "app": {"type": "string", "description": "The version of the program that wrote the file."},
            "document": {"type": "string", "description": "128 random bits, the same in every copy."},
            "revision": {"type": "integer", "minimum": 0, "description": "Counts the changes; only grows."},
            "templates": {"type": "array", "items": template},
            "records": {"type": "array", "items": {"anyOf": [*records, {"$ref": "#/$defs/Other"}]}},
        },
        "$defs": {**parts, "Other": _other()},
    }


def _as_in_file(record: dict[str, Any]) -> None:
    """In the file the fields of a newer version stand beside the others, and every record names its kind."""
    record["properties"].pop("extra")
    record["properties"]["kind"].pop("default", None)
    record["required"] = sorted({*record["required"], "kind"})


def _other() -> dict[str, Any]:
    known = {"not": {"enum": sorted(KINDS)}}
    return {
        "title": "A kind of a newer version",
        "type": "object",
        "required": ["id", "kind"],
        "properties": {"id": {"type": "string", "minLength": 1}, "kind": {"type": "string", **known}},
    }
