"""Earlier states of a workshop in the private folder: what a save replaced, moments the person named, and moments
before something big. Thins them out by age, so that there is a little of every day and more of today."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from canvas_files.disk import Disk
from canvas_files.file import SUFFIX, decode
from canvas_files.plain_text import clean_text
from canvas_files.problems import Problem
from canvas_files.safe_write import write_whole
from canvas_files.shelf import Shelf

KINDS = ("save", "named", "interval", "delete", "import", "vote", "restore")
"""Why a state was kept: a save replaced it, the person gave it a name, some time had passed, or something big was about
to happen."""
LATEST_SAVES = 5
LATEST_OTHERS = 10
HOUR, DAY = 3600.0, 86_400.0
MOST_DAYS = 14
MOST_BYTES = 200_000_000
"""Of all workshops together."""
LONGEST_NAME = 120
_NAME, _DAMAGED, _WHERE = ".name", ".damaged", "where"


class Moment(Struct, frozen=True):
    """One earlier state: when, at which revision, why, and what the person called it."""

    path: Path
    at: float
    revision: int
    kind: str
    name: str = ""
    size: int = 0


class Backups:
    """The earlier states of one document, in a folder of the shelf."""

    def __init__(self, shelf: Shelf, folder: Path, disk: Disk, clock: Callable[[], float] = time.time) -> None:
        self._shelf = shelf
        self._folder = folder
        self._disk = disk
        self._clock = clock

    def moments(self) -> list[Moment]:
        """All of them that are not known to be damaged, the newest first."""
        found = (self._moment(name) for name in self._disk.names(self._folder) if name.endswith(SUFFIX))
        return sorted((moment for moment in found if moment), key=lambda moment: (-moment.at, -moment.revision))

    def keep(self, data: bytes, revision: int, kind: str, name: str = "", where: Path | None = None) -> Moment | None:
        """Keeps a state, unless the newest is the same; then thins out. `where` is the file it is of. Raises Problem
        when it cannot be written."""
        newest = next(iter(self.moments()), None)
        if kind != "named" and newest is not None and newest.revision == revision and newest.size == len(data):
            return None
        at = self._clock()
        path = self._folder / f"{int(at * 1000):014d}-{revision:d}-{kind}{SUFFIX}"
        try:
            self._disk.make_folder(self._folder)
        except OSError as error:
            raise Problem("no_moment", reason=error.strerror or error) from error
        if name:
            clean = clean_text(name)[:LONGEST_NAME]
            write_whole(path.with_suffix(_NAME), clean.encode(), self._disk)
        write_whole(path, data, self._disk)
        self._say_where(where)
        self._thin_out()
        return Moment(path, at, revision, kind, name, len(data))

    def keep_strange(self, data: bytes) -> None:
        """Keeps content that did not come from here before it is overwritten: as a state when it can be read, else
        beside them, where it pushes out none. Raises Problem."""
        try:
            revision = decode(data, "").store.revision
        except Problem:
            try:
                self._disk.make_folder(self._folder)
            except OSError as error:
                raise Problem("no_moment", reason=error.strerror or error) from error
            write_whole(self._folder / f"{int(self._clock() * 1000):014d}{_DAMAGED}", data, self._disk)
        else:
            self.keep(data, revision, "save")

    def read(self, moment: Moment) -> bytes:
        """The bytes of a state. Raises Problem."""
        try:
            return self._disk.read(moment.path)
        except OSError as error:
            raise Problem("unreadable", name=moment.path.name, reason=error.strerror or error) from error

    def mend(self, mended: Callable[[bytes], bytes | None]) -> None:
        """Puts in the place of states what `mended` makes of them; those of which it makes None stay. What cannot be
        read or written stays too."""
        for moment in self.moments():
            with contextlib.suppress(Problem):
                data = mended(self.read(moment))
                if data is not None:
                    write_whole(moment.path, data, self._disk)

    def _moment(self, name: str) -> Moment | None:
        parts = name.removesuffix(SUFFIX).split("-")
        if len(parts) != 3 or not (parts[0].isdecimal() and parts[1].isdecimal()) or parts[2] not in KINDS:
            return None
        path = self._folder / name
        try:
            stamp = self._disk.stamp(path)
            called = self._disk.read(path.with_suffix(_NAME)).decode("utf-8", "replace") if parts[2] == "named" else ""
        except OSError:
            stamp, called = None, ""
        size = 0 if stamp is None else stamp.size
        return Moment(path, int(parts[0]) / 1000, int(parts[1]), parts[2], called, size)

    def _say_where(self, where: Path | None) -> None:
        """Remembers which file these are of, so that they can be found when it is damaged."""
        text = b"" if where is None else str(where).encode("utf-8", "surrogateescape")
        note = self._folder / _WHERE
        with contextlib.suppress(OSError, Problem):
            if where is not None and (self._disk.stamp(note) is None or self._disk.read(note) != text):
                write_whole(note, text, self._disk)

    def _thin_out(self) -> None:
        moments = self.moments()
        kept = set(worth_keeping(moments, self._clock()))
        for moment in moments:
            if moment not in kept:
                remove(moment, self._disk)
        for name in self._disk.names(self._folder):
            if name.endswith(_DAMAGED) and self._clock() - _age_of(name) > MOST_DAYS * DAY:
                with contextlib.suppress(OSError):
                    self._disk.remove(self._folder / name)
        keep_within(self._shelf, self._disk)


def worth_keeping(moments: Iterable[Moment], now: float) -> Iterator[Moment]:
    """Named ones always; the latest saves and the latest others; besides the newest of each hour for a day, and of each
    day for two weeks."""
    hours: set[int] = set()
    days: set[int] = set()
    saves = others = 0
    for moment in sorted(moments, key=lambda moment: -moment.at):
        saves += moment.kind == "save"
        others += moment.kind != "save"
        late = saves <= LATEST_SAVES if moment.kind == "save" else others <= LATEST_OTHERS
        hour, day = int(moment.at // HOUR), int(moment.at // DAY)
        first_of_hour = hour not in hours and now - moment.at <= DAY
        first_of_day = day not in days and now - moment.at <= MOST_DAYS * DAY
        if moment.kind == "named" or late or first_of_hour or first_of_day:
            yield moment
        hours.add(hour)
        days.add(day)


def keep_within(shelf: Shelf, disk: Disk, most: int = MOST_BYTES) -> None:
    """Takes away the oldest states of whichever document until all together are small enough; named ones last, and the
    newest of each document never."""
    groups = [_all_in(shelf, key, disk) for key in disk.names(shelf.all_backups)]
    total = sum(moment.size for group in groups for moment in group)
    spare = [moment for group in groups for moment in group[1:]]
    for moment in sorted(spare, key=lambda moment: (moment.kind == "named", moment.at)):
        if total <= most:
            return
        remove(moment, disk)
        total -= moment.size


def _all_in(shelf: Shelf, key: str, disk: Disk) -> list[Moment]:
    return Backups(shelf, shelf.all_backups / key, disk).moments()


def backups_of_file(shelf: Shelf, path: Path, disk: Disk) -> list[Moment]:
    """The earlier states of a file that cannot be read any more, the newest first."""
    wanted = str(path).encode("utf-8", "surrogateescape")
    for key in disk.names(shelf.all_backups):
        try:
            if disk.read(shelf.all_backups / key / _WHERE) == wanted:
                return _all_in(shelf, key, disk)
        except OSError:
            continue
    return []


def remove(moment: Moment, disk: Disk) -> None:
    """Takes a state away; that it cannot be removed is no reason to stop anything."""
    for path in (moment.path, *([moment.path.with_suffix(_NAME)] if moment.kind == "named" else [])):
        with contextlib.suppress(OSError):
            disk.remove(path)


def _age_of(name: str) -> float:
    digits = name.removesuffix(_DAMAGED)
    return int(digits) / 1000 if digits.isdecimal() else 0.0
