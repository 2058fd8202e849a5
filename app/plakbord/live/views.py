"""What everybody's phone shows, made once for all. What a person may not see is left out here, at the source: hidden
text, totals of a running secret round, and everybody's name."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Any

from canvas_files.change import Change
from canvas_files.document import Document
from canvas_files.records import Note, Sheet, Workshop
from canvas_files.template import Wording, Zone
from plakbord.live.ballots import Ballots
from plakbord.live.protocol import encoded
from plakbord.live.setup import Setup

_ROW = 1_400
"""Hundredths of a millimetre: notes that start within half a note of each other read as one row."""

View = dict[str, Any]


class Views:
    """Follows the document. `setup` gives what the facilitator has chosen; `in_tray` says which notes only wait."""

    def __init__(
        self,
        room_id: str,
        document: Document,
        ballots: Ballots,
        setup: Callable[[], Setup],
        in_tray: Callable[[str], bool],
    ) -> None:
        self._room_id = room_id
        self._document = document
        self._ballots = ballots
        self._setup = setup
        self._in_tray = in_tray
        self._ends_at: float | None = None
        self._notes: dict[str, View] = {}
        self._sheets: list[View] = []
        self._touched: set[str] = set(document.records)
        self._sheets_touched = True
        self._sent: View = {}
        self._whole: bytes | None = None
        self._made_at = 0.0
        self.stale = True
        """Whether anything may look different from what was sent."""
        self.rev = 0
        self.news()

    def follow(self, change: Change) -> None:
        """The document changed."""
        for record in change.records():
            if isinstance(record, Note):
                self._touched.add(record.id)
            elif isinstance(record, Sheet | Workshop):
                self._sheets_touched = True
        self.stale = True

    def touch(self, note_ids: object = ()) -> None:
        """Something beside the document changed; these notes too, if any."""
        if isinstance(note_ids, list | set | tuple | frozenset):
            self._touched.update(note_ids)
        self.stale = True

    def count_down(self, seconds: int | None) -> None:
        """Shows how much time is left, or no longer."""
        self._ends_at = None if seconds is None else time.monotonic() + seconds
        self._sent.pop("timer", None)
        self.stale = True

    def news(self) -> bytes | None:
        """What is different from the last time, for everyone; None when nothing is."""
        if not self.stale:
            return None
        self.stale = False
        parts = self._parts()
        changed = {name: value for name, value in parts.items() if name not in self._sent or self._sent[name] != value}
        notes, gone = self._changed_notes()
        self._sent = parts
        if notes:
            changed["notes"] = notes
        if gone:
            changed["gone"] = gone
        if not changed:
            return None
        before, self.rev, self._whole = self.rev, self.rev + 1, None
        return encoded({"t": "news", "rev": self.rev, "from": before, **changed})

    def whole(self) -> bytes:
        """Everything, as it was at the last news. Made once and kept until there is more."""
        now = time.monotonic()
        if self._whole is None or (self._ends_at is not None and now - self._made_at > 1):
            self._made_at = now
            parts = {**self._sent, "timer": self._timer()}
            self._whole = encoded({"rev": self.rev, **parts, "notes": list(self._notes.values())})
        return self._whole

    def _parts(self) -> View:
        setup, workshop = self._setup(), self._document.workshop
        if self._sheets_touched:
            self._sheets_touched = False
            self._sheets = [view for sheet in self._document.sheets if (view := self._sheet(sheet))]
        shown = self._ballots.shown(setup.mode)
        return {
            "room": self._room_id,
            "mode": setup.mode,
            "title": workshop.title,
            "lang": workshop.language,
            "writing": setup.writing,
            "hidden": setup.hidden,
            "tray": setup.inbox == "tray",
            "sheets": self._sheets,
            "round": self._ballots.view(shown),
            "totals": self._ballots.totals(shown),
            "results": self._ballots.results(shown),
            "timer": self._sent["timer"] if "timer" in self._sent else self._timer(),
        }

    def _timer(self) -> View | None:
        return None if self._ends_at is None else {"left": max(0, round(self._ends_at - time.monotonic()))}

    def _changed_notes(self) -> tuple[list[View], list[str]]:
        notes: list[View] = []
        gone: list[str] = []
        for note_id in self._touched:
            record = self._document.records.get(note_id)
            view = None if not isinstance(record, Note) or self._in_tray(note_id) else note_view(record)
            before = self._notes.get(note_id)
            if view is None and before is not None:
                del self._notes[note_id]
                gone.append(note_id)
            elif view is not None and view != before:
                self._notes[note_id] = view
                notes.append(view)
        self._touched.clear()
        return notes, gone

    def _sheet(self, sheet: Sheet) -> View | None:
        template = self._document.template_of(sheet)
        if template is None:
            return None
        blocks = [_block(zone) for zone in template.working_order()]
        return {"id": sheet.id, "title": sheet.title, "name": _both(template.name), "blocks": blocks}


def note_view(note: Note) -> View:
    """A note as everybody may see it: one that lies face down shows its back."""
    view: View = {"id": note.id, "sheet": note.sheet, "block": note.zone, "text": note.text, "color": note.color}
    view["at"] = int(note.y // _ROW) * 1_000_000 + note.x
    if note.face_down:
        view |= {"text": "", "down": True}
    return view


def _block(zone: Zone) -> View:
    block: View = {"id": zone.id, "name": _both(zone.heading)}
    if zone.questions:
        block["ask"] = _both(zone.questions[0])
    return block


def _both(words: Wording) -> Mapping[str, str]:
    return {"nl": words.nl, "en": words.en}
