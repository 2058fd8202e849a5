"""One open workshop: its document, its history and its file, joined here and nowhere else."""

from __future__ import annotations

from pathlib import Path

from canvas_files import order, queries
from canvas_files.disk import Disk
from canvas_files.document import Document
from canvas_files.file import encode, open_file, save_file
from canvas_files.history import History
from canvas_files.problems import Problem
from canvas_files.records import Note, Sheet


class Session:
    """A workshop that is being worked on. `path` is None until it has been saved."""

    def __init__(self, document: Document, path: Path | None = None, data: bytes | None = None) -> None:
        self.document = document
        self.store = document.store
        self.history = History(self.store)
        self.path = path
        self._in_file = data
        self._saved_revision = self.store.revision

    @property
    def changed(self) -> bool:
        """Whether there is work that is not in the file."""
        return self.store.revision != self._saved_revision

    @property
    def name(self) -> str:
        """What the person calls this workshop: the file's name, or else its title; may be empty."""
        return self.path.stem if self.path else self.document.workshop.title

    @property
    def top_key(self) -> str | None:
        """The order key of the note that lies on top of all."""
        return order.top([note.z for note in self.notes_on_all()])

    def notes_on_all(self) -> list[Note]:
        """The notes of all sheets."""
        return [record for record in self.store.records.values() if isinstance(record, Note)]

    def notes_on(self, sheet: Sheet) -> list[Note]:
        """The notes of a sheet, the lowest first."""
        return queries.notes_on(self.store.records, sheet.id)

    def save(self, path: Path | None = None, *, overwrite: bool = False, disk: Disk | None = None) -> None:
        """Saves in the file, or from now on in another. Raises Problem; nothing is lost then. A file that another
        program changed meanwhile is not touched unless overwrite says so."""
        target = path or self.path
        if target is None:
            raise ValueError("a workshop that was never saved needs a path")
        if target == self.path and not overwrite:
            self._check_unchanged(target)
        try:
            self._in_file = save_file(self.document, target, disk)
        except Problem as problem:
            if problem.key == "not_confirmed":  # the new content is there, though the disk did not promise to keep it
                self._in_file = encode(self.document)
                self.path = target
            raise
        self.path = target
        self._saved_revision = self.store.revision

    def _check_unchanged(self, path: Path) -> None:
        try:
            now = path.read_bytes()
        except OSError:
            return  # moved or removed: writing it again loses nothing
        if now != self._in_file:
            raise Problem("changed_on_disk", name=path.name)


def open_session(path: Path) -> Session:
    """The workshop in a file. Raises Problem."""
    document, data = open_file(path)
    return Session(document, path, data)
