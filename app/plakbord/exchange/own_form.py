"""Our own form on the clipboard: notes with colour, tags, size and place, from one Plakbord window to another. What is
read may have been made by anybody."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from msgspec import Meta, Struct, ValidationError, convert
from msgspec.structs import asdict

from canvas_files.json_text import read_json, to_json
from canvas_files.plain_text import clean_text
from canvas_files.problems import Problem
from canvas_files.records import STATUSES, Extent, Place
from plakbord.exchange.pasted import PastedNote, Spot, pieces

MIME = "application/x-plakbord-notes+json"
FORMAT = "plakbord-notes"
LONGEST = 32_000_000
"""Bytes that are read."""

Word = Annotated[str, Meta(max_length=200)]


class _Spot(Struct):
    x: Place
    y: Place
    w: Extent
    h: Extent
    zone: Word = ""


class _Written(Struct):
    text: str
    color: Annotated[str, Meta(max_length=40)] | None = None
    tags: Annotated[list[Word], Meta(max_length=100)] = []
    status: str = ""
    author: Word = ""
    spot: _Spot | None = None


def to_own_form(notes: Sequence[PastedNote]) -> bytes:
    """The notes as they go on the clipboard, the lowest first."""
    return to_json({"format": FORMAT, "version": 1, "notes": [_raw(note) for note in notes]})


def from_own_form(data: bytes) -> list[PastedNote]:
    """The notes in our own form; what cannot be read there is left out."""
    if len(data) > LONGEST:
        return []
    try:
        whole = read_json(data, FORMAT)
    except Problem:
        return []
    if not isinstance(whole, dict) or whole.get("format") != FORMAT or not isinstance(whole.get("notes"), list):
        return []
    return [note for raw in whole["notes"] for note in _notes(raw)]


def _raw(note: PastedNote) -> dict[str, Any]:
    return {**asdict(note), "spot": asdict(note.spot) if note.spot else None}


def _notes(raw: Any) -> list[PastedNote]:
    """The note that plain JSON stands for. An empty one is a note too: it was copied."""
    try:
        found = convert(raw, _Written)
    except (ValidationError, UnicodeEncodeError):
        return _text_only(raw)
    spot = Spot(found.spot.zone, found.spot.x, found.spot.y, found.spot.w, found.spot.h) if found.spot else None
    tags = tuple(dict.fromkeys(word for tag in found.tags if (word := clean_text(tag).strip())))
    status = found.status if found.status in STATUSES else ""
    author, color = clean_text(found.author).strip(), clean_text(found.color).strip() if found.color else None
    texts = list(pieces(found.text)) or [""]
    return [PastedNote(text, color or None, tags, status, author, spot) for text in texts]


def _text_only(raw: Any) -> list[PastedNote]:
    text = raw.get("text") if isinstance(raw, dict) else None
    return [PastedNote(piece) for piece in pieces(text)] if isinstance(text, str) else []
