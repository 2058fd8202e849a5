"""Starts the window: settings, words, fonts, and the workshop to show."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from canvas_files.disk import Disk
from canvas_files.problems import Problem
from canvas_files.recovery import find, forget_old
from canvas_files.shelf import Shelf
from plakbord.exchange.carried import is_poster, workshop_in
from plakbord.paths import private_shelf, reports_folder, resources, settings_file
from plakbord.session import Session, copied_session, open_session
from plakbord.settings import Settings, load_settings
from plakbord.sheet.fonts import all_fonts
from plakbord.sheet.text.fonts import REGULAR
from plakbord.window.crash_report import CrashReports
from plakbord.window.handover import hand_over
from plakbord.words import LANGUAGES, Words, language_of_system, load_words


def words_for(settings: Settings) -> Words:
    """The words in the language the person chose, or that of the system."""
    if settings.language != "system":
        return load_words(settings.language)
    return load_words(language_of_system())


def run(arguments: Sequence[str]) -> int:
    """Shows the window with the workshop named in the arguments, or a blank one; the exit code at the end."""
    paths = [Path(argument) for argument in arguments if not argument.startswith("-")]
    if hand_over(paths[0] if paths else None):
        return 0
    reports = CrashReports(reports_folder())
    hard_crash = reports.begin()
    settings = load_settings(settings_file())
    t = words_for(settings)
    shelf, disk = private_shelf(), Disk()
    found = find(shelf, disk)
    forget_old(shelf, disk, time.time())
    session, problem = _opened(paths[0], shelf) if paths else (None, None)
    # Qt comes last: everything else loads faster before it than after it.
    from plakbord.board.fonts import editor_font
    from plakbord.window.application import end_at_once, finish_when_painted, leave_the_clipboard, make_application
    from plakbord.window.main_window import MainWindow
    from plakbord.window.outside import join
    from plakbord.window.stage import Kit
    from plakbord.window.workshops import new_session

    app = make_application(sys.argv[:1])
    kit = Kit(
        all_fonts(),
        cache(lambda: editor_font(resources() / "fonts" / f"{REGULAR}.ttf")),  # not before the first letter is typed
        {language: t if t.language == language else load_words(language) for language in LANGUAGES},
    )
    session = session or new_session("canvas", t.language, shelf=shelf)
    window = MainWindow(app, settings, t, kit, session)
    window.show()
    window.welcome(problem, found)
    callers = join(window, window, reports, hard_crash)
    if not paths:
        window.doors.start.show()
    gc.freeze()  # what is loaded now stays: looking it over again and again would land in the middle of a drag
    gc.enable()
    finish_when_painted(app, window.stage.board, t)
    code = app.exec()
    leave_the_clipboard()
    callers.close()
    reports.end()
    end_at_once(code)
    return code


def _opened(path: Path, shelf: Shelf) -> tuple[Session | None, Problem | None]:
    try:
        if is_poster(path):
            return copied_session(workshop_in(path), shelf, path.name), None
        return open_session(path, shelf), None
    except Problem as problem:
        return None, problem
