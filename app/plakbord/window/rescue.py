"""Bringing work back: after a crash, from an earlier state, or out of a file that was changed by another program. Asks
the person, and sees to it that what is not chosen is kept as well."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QWidget

from canvas_files.backups import backups_of_file
from canvas_files.bring_back import bring_back, difference
from canvas_files.disk import Disk
from canvas_files.document import Document
from canvas_files.file import encode, open_file
from canvas_files.problems import Problem
from canvas_files.recovery import Found, find, put_aside
from plakbord.exchange.carried import is_poster, workshop_in
from plakbord.paths import private_shelf
from plakbord.session import Session, copied_session, recovered_session
from plakbord.window import files, workshops
from plakbord.window.dialogs import tell_remarks
from plakbord.window.handover import SEPARATE
from plakbord.window.notice import WithClipboard
from plakbord.window.stage import Kit
from plakbord.words import Words


class RescueWindow(Protocol):
    """The window that shows what was brought back."""

    session: Session

    @property
    def t(self) -> Words: ...
    @property
    def kit(self) -> Kit: ...
    @property
    def doors(self) -> WithClipboard: ...
    def tell(self, problem: Problem) -> None: ...
    def may_leave(self) -> bool: ...
    def leave_session(self, discard: bool = False) -> None: ...
    def show_session(self, session: Session) -> None: ...
    def save_at(self, path: Path, overwrite: bool = False) -> bool: ...


class Rescue:
    """What can be brought back in a window."""

    def __init__(self, window: RescueWindow, parent: QWidget) -> None:
        self._window = window
        self._parent = parent

    def welcome(self, problem: Problem | None, found: Sequence[Found]) -> None:
        """At the start: what a crash left, and what was wrong with the file that was asked for."""
        remarks = self._window.session.document.problems
        if found:
            self.offer(found)
        if problem is not None:
            self._window.tell(problem)
        elif remarks:
            tell_remarks(self._parent, remarks, self._window.t)

    def open(self, path: Path) -> bool:
        """Opens a file, after asking what to do with work on it that a crash left, or the workshop inside a poster as a
        new one; whether it is shown."""
        if is_poster(path):
            return self._open_poster(path)
        session = self._window.session
        if session.path == path and not session.changed:
            return True  # it is on the screen, and everything is in it
        shown = self.before_opening(path)
        return self.reload(path) if shown is False else shown is True

    def save_copy(self) -> bool:
        """Saves this workshop beside its file, under a name that is not taken, and goes on there."""
        return self._window.save_at(files.beside(self._window.session, self._window.t))

    def show_history(self) -> None:
        """Lets the person look at earlier states and bring one back."""
        from plakbord.window.history_dialog import HistoryDialog

        session = self._window.session
        if session.keeping.backups is None:
            return
        window = self._window
        dialog = HistoryDialog(self._parent, session, session.keeping.backups, window.kit, window.t)
        if not dialog.exec() or dialog.earlier is None:
            return
        if dialog.choice == "back":
            session.keep_moment("restore")
            try:
                bring_back(session.document, dialog.earlier, "step.moment.back")
            except Problem as problem:  # a round of voting holds its notes
                window.tell(problem)
        elif self._window.may_leave():
            self._open_copy_of(dialog.data)

    def _open_copy_of(self, data: bytes) -> None:
        """Shows a workshop of its own with that content."""
        self._show_copy(lambda: data, self._window.session.name)

    def _open_poster(self, path: Path) -> bool:
        """Shows the workshop inside a PDF or PNG as one of its own; whether there was one."""
        shown = self._show_copy(lambda: workshop_in(path), path.name)
        if shown:
            self._window.doors.clipboard.notice.say(self._window.t("notice.opened_poster", name=path.name))
        return shown

    def _show_copy(self, read: Callable[[], bytes], name: str) -> bool:
        try:
            copy = copied_session(read(), private_shelf(), name)
        except Problem as problem:
            self._window.tell(problem)
            return False
        self._window.show_session(copy)
        return True

    def show_recovered(self) -> None:
        """Lets the person look at everything a crash left, what was put aside included."""
        self.offer(find(private_shelf(), Disk(), aside=True))

    def offer(self, found: Sequence[Found]) -> None:
        """Says what was found, and opens what is chosen."""
        from plakbord.window.recovery_dialog import RecoveryDialog

        dialog = RecoveryDialog(self._parent, found, self._window.t)
        dialog.exec()
        if dialog.chosen is not None:
            self.bring_back(dialog.chosen)

    def bring_back(self, found: Found) -> None:
        """Opens work that a crash left, when the open workshop may be left."""
        if self._window.may_leave():
            self._open_found(found)

    def _open_found(self, found: Found) -> bool:
        """Shows the workshop that a crash left; whether it could be read."""
        if self._window.session.document.document_id == found.document_id:
            self._window.leave_session()
        try:
            session = recovered_session(found, private_shelf())
        except Problem as problem:
            self._window.tell(problem)
            return False
        self._window.show_session(session)
        return True

    def before_opening(self, path: Path) -> bool | None:
        """A file that is about to be opened may have a journal that goes further: True when that is shown now, False to
        open the file as it is, None to open nothing."""
        from plakbord.window.recovery_dialog import RecoveryDialog

        disk = Disk()
        found = [one for one in find(private_shelf(), disk) if one.file is not None and _same(one.file, path)]
        if not found:
            return False
        dialog = RecoveryDialog(self._parent, found, self._window.t, path.name)
        dialog.exec()
        if dialog.chosen is not None:
            return self._open_found(dialog.chosen)
        if not dialog.as_it_is:
            return None
        for one in found:
            try:
                put_aside(one.journal, disk)
            except OSError:
                continue  # then it is offered again the next time
        return False

    def reload(self, path: Path) -> bool:
        """Shows what is in a file, also when it is the one of the open workshop: what only that holds is put aside."""
        window = self._window
        here = window.session.path == path
        if here:
            window.leave_session(discard=window.session.changed)
        session = files.open_path(self._parent, path, window.t)
        if session is not None:
            window.show_session(session)
        elif not self.offer_backups(path) and here:
            window.show_session(workshops.new_session("canvas", window.t.language, shelf=private_shelf()))
        return session is not None

    def offer_backups(self, path: Path) -> bool:
        """For a file that cannot be read: shows its newest earlier state that can, as a copy. Whether there is one."""
        disk = Disk()
        for moment in backups_of_file(private_shelf(), path, disk):
            try:
                data = disk.read(moment.path)
                copy = copied_session(data, private_shelf(), path.name)
            except (OSError, Problem):
                continue
            self._window.show_session(copy)
            return True
        return False

    def resolve_conflict(self) -> bool:
        """The file was changed by another program; whether the work is in a file afterwards."""
        from plakbord.window.conflict_dialog import ConflictDialog

        session = self._window.session
        path = session.path
        if path is None:
            return False
        theirs = _opened(path)
        compared = None if theirs is None else difference(theirs.records, session.store.records)
        dialog = ConflictDialog(self._parent, path.name, compared, self._window.t)
        dialog.exec()
        if dialog.choice == "copy":
            return self.save_copy()
        if dialog.choice == "overwrite":
            return self._window.save_at(path, overwrite=True)
        if dialog.choice == "reload":
            from plakbord.window.leaving import may_interrupt  # not before somebody leaves

            return may_interrupt(self._parent, session, self._window.t) and self.reload(path)
        if dialog.choice == "both":
            open_beside(path)
        return False

    def open_copy(self) -> None:
        """Goes on with a copy of what is only looked at."""
        self._open_copy_of(encode(self._window.session.document))


def open_beside(path: Path) -> None:
    """Shows a file in a window of its own, beside this one."""
    import sys

    from PySide6.QtCore import QProcess, QProcessEnvironment

    process = QProcess()
    frozen = bool(getattr(sys, "frozen", False))
    process.setProgram(sys.executable)
    process.setArguments([str(path)] if frozen else ["-m", "plakbord", str(path)])
    environment = QProcessEnvironment.systemEnvironment()
    environment.insert(SEPARATE, "1")
    process.setProcessEnvironment(environment)
    process.startDetached()


def _opened(path: Path) -> Document | None:
    try:
        return open_file(path)[0]
    except Problem:
        return None


def _same(one: Path, other: Path) -> bool:
    return os.path.realpath(one) == os.path.realpath(other)
