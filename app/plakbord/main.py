"""Starts the window: settings, words, fonts, the workshop to show, and sharing when that is asked for."""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from canvas_files.disk import Disk
from canvas_files.problems import Problem
from canvas_files.recovery import Found, find, forget_old
from canvas_files.shelf import Shelf
from plakbord.exchange.carried import is_poster, workshop_in
from plakbord.live.wish import ShareWish, wish_in
from plakbord.paths import cache_folder, private_shelf, reports_folder, resources, settings_file
from plakbord.session import Session, copied_session, open_session, recovered_session
from plakbord.settings import Settings, load_settings
from plakbord.sheet.fonts import all_fonts
from plakbord.sheet.text.fonts import REGULAR
from plakbord.window.crash_report import CrashReports
from plakbord.window.handover import hand_over
from plakbord.window.loading import load_qt
from plakbord.words import LANGUAGES, Words, language_of_system, load_words

if TYPE_CHECKING:  # Qt comes last
    from plakbord.window.main_window import MainWindow


def words_for(settings: Settings) -> Words:
    """The words in the language the person chose, or that of the system."""
    if settings.language != "system":
        return load_words(settings.language)
    return load_words(language_of_system())


def run(arguments: Sequence[str]) -> int:
    """Shows the window with the workshop named in the arguments, or a blank one; the exit code at the end."""
    try:
        wish, others = wish_in(arguments)
    except ValueError as error:
        return _refused(Problem("share_bad_wish", word=error))
    paths = [Path(argument) for argument in others if not argument.startswith("-")]
    if wish is not None and not paths:
        return _refused(Problem("share_needs_file"))
    if wish is None and hand_over(paths[0] if paths else None):
        return 0
    reports = CrashReports(reports_folder())
    hard_crash = reports.begin()
    settings = load_settings(settings_file())
    t = words_for(settings)
    shelf, disk = private_shelf(), Disk()
    found = find(shelf, disk)
    forget_old(shelf, disk, time.time())
    session, problem = _opened(paths[0], shelf, found if wish else ()) if paths else (None, None)
    if wish is not None and problem is not None:
        return _refused(problem)
    # Qt comes last: everything else loads faster before it than after it.
    load_qt(cache_folder())
    from plakbord.board.fonts import editor_font
    from plakbord.window import application
    from plakbord.window.main_window import MainWindow
    from plakbord.window.outside import join
    from plakbord.window.stage import Kit
    from plakbord.window.workshops import new_session

    app = application.make_application(sys.argv[:1])
    kit = Kit(
        all_fonts(),
        cache(lambda: editor_font(resources() / "fonts" / f"{REGULAR}.ttf")),  # not before the first letter is typed
        {language: t if t.language == language else load_words(language) for language in LANGUAGES},
    )
    session = session or new_session("canvas", t.language, shelf=shelf)
    window = MainWindow(app, settings, t, kit, session)
    application.fit_on_screen(window)
    window.show()
    window.welcome(problem, () if wish else found)
    callers = join(window, window, reports, hard_crash)
    if not paths:
        window.doors.start.show()
    gc.freeze()  # what is loaded now stays: looking it over again and again would land in the middle of a drag
    gc.enable()
    application.finish_when_painted(app, window.stage.board, t)
    if wish is not None and not _shared(window, wish):
        window.leave_session()
        application.end_at_once(1)
        return 1
    code = app.exec()
    application.leave_the_clipboard()
    callers.close()
    reports.end()
    application.end_at_once(code)
    return code


def _opened(path: Path, shelf: Shelf, found: Sequence[Found] = ()) -> tuple[Session | None, Problem | None]:
    """The workshop in a file; the one that a crash left when that goes on from what is in the file now, for who is not
    there to be asked."""
    going_on = (one for one in found if one.relation == "newer" and one.file is not None)
    left = next((one for one in going_on if os.path.realpath(str(one.file)) == os.path.realpath(path)), None)
    try:
        if is_poster(path):
            return copied_session(workshop_in(path), shelf, path.name), None
        return recovered_session(left, shelf) if left is not None else open_session(path, shelf), None
    except Problem as problem:
        return None, problem


def _shared(window: MainWindow, wish: ShareWish) -> bool:
    """Starts sharing and says where; whether that worked. Breaking the program off ends it as closing the window
    does, but asks nothing: what is not in the file waits in the journal."""
    import signal

    from PySide6.QtCore import QCoreApplication, QTimer

    from plakbord.cli import streams
    from plakbord.window.sharing import share_at_once

    try:
        sharing = share_at_once(window.session, window.kit, window, wish)
    except Problem as problem:
        _refused(problem)
        return False
    window.doors.share.follow(window.session)
    streams.say(f"Join: {sharing.join_url}")
    streams.finish()

    def leave() -> None:
        window.leave_session()
        window.hide()
        QCoreApplication.exit(0)

    for name in (signal.SIGINT, signal.SIGTERM):
        # A signal comes in the middle of anything, also of what may not be done twice at once: it waits for its turn.
        signal.signal(name, lambda *_: QTimer.singleShot(0, leave))
    return True


def _refused(problem: Problem) -> int:
    from plakbord.cli import streams  # only who shares from a terminal needs it

    streams.complain(problem.sentence(language_of_system()))
    return 1
