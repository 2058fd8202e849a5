"""A program that shares a workshop, to be talked to by a test: a real session and a real server, with or without the
window. Commands come in as lines of JSON and are answered by one line each: the name of a method of SharedRoom and what
it takes.

Started as `python -m helpers.shared_room FILE SHELF LIMITS`; LIMITS is JSON with what differs from the usual ones.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, Qt, QTimer

from canvas_files import rounds
from canvas_files.disk import Disk
from canvas_files.problems import Problem
from canvas_files.records import Note
from canvas_files.recovery import find
from canvas_files.shelf import Shelf
from plakbord.actions.from_phones import Places
from plakbord.live.guestbook import book_folder
from plakbord.live.inbox import Inbox
from plakbord.live.limits import Limits, limits_for
from plakbord.live.setup import Desk, Image
from plakbord.live.sharing import Sharing
from plakbord.paths import resources
from plakbord.session import Session, open_session, recovered_session
from plakbord.sheet.note import NoteFaces
from plakbord.sheet.text.fonts import Fonts
from plakbord.words import LANGUAGES, load_words

PICTURE = Image(b"\x89PNG a picture", 1, 1)


class SharedRoom:
    """What a test can ask."""

    def __init__(self, session: Session, sharing: Sharing) -> None:
        self.session = session
        self.sharing = sharing
        self._late: list[float] = []
        self._beat = QTimer(interval=16)

    def call(self, name: str, *arguments: Any) -> Any:
        """Calls a method of Sharing."""
        return getattr(self.sharing, name)(*arguments)

    def get(self, name: str) -> Any:
        """A property of Sharing."""
        return getattr(self.sharing, name)

    def notes(self) -> list[Note]:
        """Every note in the workshop."""
        return [record for record in self.session.store.records.values() if isinstance(record, Note)]

    def new_round(self, dots: int = 5, most: int = 3, **more: Any) -> str:
        """A round on all notes, open."""
        scope = rounds.Scope(notes=[note.id for note in self.notes()][: more.pop("options", 10)])
        made = rounds.new_round(self.session.store, scope, dots, most=most, **more)
        return rounds.open_round(self.session.store, made.id).id

    def step(self, name: str, round_id: str) -> str:
        """close_round, reveal_round and so on."""
        return str(getattr(rounds, name)(self.session.store, round_id).state)

    def totals(self, round_id: str) -> dict[int, int]:
        """The dots on every option, by its number, counted anew from the records."""
        voted_in = rounds.round_of(self.session.store.records, round_id)
        counted = rounds.totals(self.session.store.records, voted_in)
        return {option.number: counted[option.note] for option in voted_in.options}

    def ballots(self, round_id: str) -> list[dict[str, int]]:
        """What everybody voted."""
        voted_in = rounds.round_of(self.session.store.records, round_id)
        return list(rounds.ballots(self.session.store.records, voted_in).values())

    def at_the_laptop(self, round_id: str, who: str, number: int, dots: int) -> None:
        """Somebody votes at the laptop."""
        voter = self.session.voter_id(round_id, who)
        rounds.set_dots(self.session.store, round_id, voter, number, dots, way="kiosk", name=who)

    def correct(self, round_id: str, number: int) -> None:
        """Puts one dot of the only voter on an option, as the facilitator."""
        voted_in = rounds.round_of(self.session.store.records, round_id)
        (voter,) = rounds.voters(self.session.store.records, voted_in)
        rounds.correct(self.session.store, round_id, voter.id, {number: 1}, "verteld aan de laptop")

    def put(self, note_id: str, **fields: Any) -> None:
        """The facilitator changes a note."""
        with self.session.store.transaction("step.note.edit") as tx:
            tx.update(note_id, **fields)

    def remove(self, note_id: str) -> None:
        """The facilitator throws a note away."""
        with self.session.store.transaction("step.note.delete") as tx:
            tx.remove(note_id)

    def undo(self) -> None:
        """The facilitator presses Ctrl+Z."""
        self.session.history.undo()

    def sleep(self, seconds: float) -> None:
        """The main thread is busy."""
        time.sleep(seconds)

    def begin_beats(self) -> None:
        """Begins to measure how late a 60 Hz clock of the main thread is."""
        last = time.perf_counter()

        def beat() -> None:
            nonlocal last
            now = time.perf_counter()
            self._late.append((now - last) * 1000)
            last = now

        self._late.clear()
        self._beat = QTimer(interval=16, timerType=Qt.TimerType.PreciseTimer)
        self._beat.timeout.connect(beat)
        self._beat.start()

    def beats(self) -> list[float]:
        """Milliseconds between beats since then."""
        self._beat.stop()
        return self._late

    def memory(self) -> int:
        """Kilobytes of memory in use now."""
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        return pages * 4

    def revision(self) -> int:
        """Counts the changes."""
        return self.session.store.revision

    def stop(self) -> None:
        """The window is closed."""
        self.session.close()
        QCoreApplication.quit()


def main(path: Path, shelf_folder: Path, limits: dict[str, Any]) -> None:
    """Listens to commands until the end of the input."""
    shelf = Shelf(shelf_folder)
    left = [one for one in find(shelf, Disk()) if one.relation == "newer"]
    session = recovered_session(left[0], shelf) if left else open_session(path, shelf)
    page = Path(limits.pop("page", resources() / "phone"))
    in_window, usual = limits.pop("window", False), limits_for(limits.pop("room", 1))
    chosen = msgspec.structs.replace(usual, **limits)
    app: QCoreApplication = windowed() if in_window else QCoreApplication([])
    sharing = in_a_window(app, session, chosen) if in_window else without_window(session, page, chosen)
    room = SharedRoom(session, sharing)
    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(lambda: answer(room, sys.stdin.readline()))
    tending = QTimer(interval=250)
    if not in_window:
        tending.timeout.connect(session.tend)
        tending.start()
    print("ready", flush=True)
    app.exec()


def without_window(session: Session, page: Path, limits: Limits) -> Sharing:
    """Sharing as the window joins it, but for the picture."""
    fonts = Fonts(resources() / "fonts")
    words = {language: load_words(language) for language in LANGUAGES}
    places = Places(session, fonts, words, NoteFaces(fonts.regular))
    shelf = session.keeping.shelf
    assert shelf is not None
    desk = Desk(session.document, places, session.voter_id, lambda sheet, done: done(PICTURE))
    session.sharing = Sharing(desk, Inbox(), page, book_folder(shelf), limits)
    return session.sharing


def windowed() -> QCoreApplication:
    """An application that can have windows."""
    from plakbord.window.application import make_application

    return make_application(["plakbord"])


def in_a_window(app: QObject, session: Session, limits: Limits) -> Sharing:
    """Sharing as the window joins it, with the window."""
    from PySide6.QtWidgets import QApplication

    from helpers.windows import kit
    from plakbord.settings import Settings
    from plakbord.window.main_window import MainWindow
    from plakbord.window.sharing import sharing_for

    assert isinstance(app, QApplication)
    window = MainWindow(app, Settings(language="nl"), load_words("nl"), kit(), session)
    window.show()
    app.setProperty("window", window)
    return sharing_for(session, window.kit, window, limits)


def answer(room: SharedRoom, line: str) -> None:
    """Does one command: the name of a method of SharedRoom, and what it takes."""
    if not line:
        room.stop()
        return
    name, arguments, named = json.loads(line)
    method: Callable[..., Any] = getattr(room, name)
    try:
        said = {"is": msgspec.to_builtins(method(*arguments, **named), str_keys=True)}
    except Problem as problem:
        said = {"problem": problem.key}
    print(json.dumps(said), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), json.loads(sys.argv[3]))
