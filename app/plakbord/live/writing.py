"""Notes from phones: written, changed and taken back by who wrote them, face down until the facilitator turns them, in
their block or in the tray. Text is always plain, and there is a limit to everything."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Any

from msgspec import Struct

from canvas_files import queries
from canvas_files.change import Origin
from canvas_files.plain_text import clean_text
from canvas_files.problems import Problem
from canvas_files.records import Note, Sheet
from canvas_files.rules import RuleBroken
from plakbord.live.codes import note_id
from plakbord.live.limits import Limits
from plakbord.live.people import Guest
from plakbord.live.protocol import Edit, Remove, Write
from plakbord.live.refusal import No
from plakbord.live.setup import Desk, Setup

View = dict[str, Any]


class Arrival(Struct, frozen=True):
    """A note that waits in the tray, and the block it was written for."""

    note: str
    sheet: str
    block: str


class Writing:
    """`key` is the room's secret. `fresh` are notes that nobody at the laptop has looked at; `tray` those that wait to
    be placed, with what they were written for."""

    def __init__(self, desk: Desk, key: str, limits: Limits, setup: Callable[[], Setup]) -> None:
        self._desk = desk
        self._store = desk.document.store
        self._key = key
        self._limits = limits
        self._setup = setup
        self.fresh: set[str] = set()
        self.tray: dict[str, Arrival] = {}

    def write(self, guest: Guest, asked: Write) -> Note:
        """A new note, or the one that was made of this draft before. Raises No."""
        self._check_open()
        made = note_id(self._key, guest.id, asked.key)
        there = queries.note(self._store.records, made)
        if there is not None:
            return there
        if made in guest.notes:
            raise No("note")  # it was removed meanwhile
        text = self.plain(asked.text)
        if len(self.own(guest)) >= self._limits.notes or len(guest.notes) >= self._limits.notes_ever:
            raise No("many")
        self._check_block(asked.sheet, asked.block)
        setup = self._setup()
        in_tray = setup.inbox == "tray"
        try:
            note = self._desk.hanging.place(asked.sheet, "" if in_tray else asked.block, text)
        except LookupError as error:
            raise No("block") from error
        note = note.changed(id=made, author=guest.name)
        if setup.hidden:
            note = note.changed(text="", face_down=text)
        if in_tray:
            self.tray[made] = Arrival(made, asked.sheet, asked.block)
        self._put(note)
        self.fresh.add(made)
        return note

    def edit(self, guest: Guest, asked: Edit) -> Note:
        """Another text on an own note. Raises No."""
        self._check_open()
        note = self._own_note(guest, asked.note)
        text = self.plain(asked.text)
        self._put(note.changed(face_down=text) if note.face_down else note.changed(text=text))
        return self._own_note(guest, asked.note)

    def remove(self, guest: Guest, asked: Remove) -> None:
        """An own note is taken back. Raises No."""
        self._check_open()
        if asked.note in guest.notes and asked.note not in self._store.records:
            return
        note = self._own_note(guest, asked.note)
        try:
            with self._store.transaction("step.note.delete", "phone") as tx:
                tx.remove(note.id)
        except (Problem, RuleBroken) as problem:
            raise No("locked") from problem

    def own(self, guest: Guest) -> list[Note]:
        """The notes of a person that are still there."""
        found = (queries.note(self._store.records, made) for made in guest.notes)
        return [note for note in found if note is not None]

    def view(self, note: Note) -> View:
        """A note as the person sees it who wrote it."""
        waits = self.tray.get(note.id)
        return {
            "id": note.id,
            "sheet": note.sheet,
            "block": note.zone if waits is None else waits.block,
            "text": note.face_down or note.text,
            "where": "board" if waits is None else "tray",
            "down": bool(note.face_down),
        }

    def plain(self, text: str) -> str:
        """The text as a note from a phone may hold it. Raises No."""
        cleaned = clean_text(text).strip()
        lines = cleaned.count("\n") + 1
        if not cleaned or len(cleaned) > self._limits.letters or lines > self._limits.lines:
            raise No("text")
        return cleaned

    @property
    def face_down(self) -> list[Note]:
        """The notes that lie face down."""
        return [record for record in self._store.records.values() if isinstance(record, Note) and record.face_down]

    def reveal(self) -> int:
        """Turns them all; how many there were. Raises Problem."""
        hidden = self.face_down
        if hidden:
            with self._store.transaction("step.phones.reveal", "phone") as tx:
                for note in hidden:
                    text = "\n".join(filter(None, (note.text, note.face_down)))
                    tx.put(note.changed(text=text, face_down=""))
        return len(hidden)

    def waiting(self) -> list[Arrival]:
        """What waits in the tray: what was dragged to a block or thrown away waits no longer."""
        self.settle(self.tray)
        return list(self.tray.values())

    def settle(self, note_ids: Iterable[str]) -> list[str]:
        """Looks after notes that changed; those that wait no longer."""
        placed = []
        for made in [each for each in note_ids if each in self.tray]:
            note = queries.note(self._store.records, made)
            if note is None or note.zone:
                del self.tray[made]
                placed.append(made)
        return placed

    def accept(self, note_ids: Collection[str]) -> None:
        """Hangs notes of the tray in the block they were written for; a step that can be undone. Raises Problem."""
        with self._store.transaction("step.phones.accept", "user") as tx:
            for made in note_ids:
                waits, note = self.tray.get(made), queries.note(tx.records, made)
                if waits is not None and note is not None:
                    tx.put(self._desk.hanging.placed(note, waits.block))

    def _check_open(self) -> None:
        setup = self._setup()
        if self._store.read_only:
            raise No("looking")
        if setup.mode != "write":
            raise No("mode")
        if not setup.writing:
            raise No("paused")

    def _check_block(self, sheet_id: str, block: str) -> None:
        sheet = self._store.records.get(sheet_id)
        template = self._desk.document.template_of(sheet) if isinstance(sheet, Sheet) else None
        if template is None or template.zone(block) is None:
            raise No("block")

    def _own_note(self, guest: Guest, made: str) -> Note:
        note = queries.note(self._store.records, made) if made in guest.notes else None
        if note is None:
            raise No("note")
        if note.locked:
            raise No("locked")
        return note

    def _put(self, note: Note) -> None:
        origin: Origin = "phone"
        try:
            with self._store.transaction("step.phones.note", origin) as tx:
                tx.put(note)
        except (Problem, RuleBroken) as problem:
            raise No("locked") from problem
