"""Whether the open workshop may be left, whichever way: for a new one, another file, the start page, or the end of the
program. What is asked then is decided here and nowhere else.

Three things matter. Somebody takes part on a phone: leaving ends the sharing. A round is open: people are voting. And
there is work that is not simply saved on the way out, because it has no file or the file is in trouble. Whatever of
that is so makes one question; when nothing is, nothing is asked. Phones that sleep count, for people put them down;
those that wait at the door do not, and sharing with nobody in the room is no reason. A workshop that is only looked at
can be left at any time. A program that is broken off from outside asks nothing (`plakbord.main`).
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from canvas_files.votes import open_rounds
from plakbord.session import Session
from plakbord.window.dialogs import ask_to_stay, ask_unsaved
from plakbord.words import Words


def may_close(parent: QWidget, session: Session, t: Words) -> bool | None:
    """Whether to save first: True to save, False to go on without, None to stay."""
    if going_on(session, t) and _is_unsaved(session):
        ways = t("leave.save"), t("leave.discard")
        way = ask_to_stay(parent, *_question(session, t, unsaved=True), ways, t("leave.stay"))
        return None if way is None else way == 0
    if not may_interrupt(parent, session, t):
        return None
    # Only now, for people who took part may have written while the question was there.
    if _is_unsaved(session):
        return ask_unsaved(parent, session.name or t("window.untitled"), t)
    return session.changed and not session.read_only


def may_interrupt(parent: QWidget, session: Session, t: Words) -> bool:
    """Whether nobody takes part, or the person agrees that it ends for them. What was not saved is not asked about."""
    if not going_on(session, t):
        return True
    yes = t("leave.stop" if _joined(session) else "leave.close")
    return ask_to_stay(parent, *_question(session, t, unsaved=False), (yes,), t("leave.stay")) is not None


def going_on(session: Session, t: Words) -> list[str]:
    """What leaving would interrupt, in sentences; empty when nothing goes on."""
    if session.read_only:
        return []
    said, joined, running = [], _joined(session), open_rounds(session.store.records)
    if joined:
        online = sum(joined)
        said.append(t("leave.people", n=online) if online else t("leave.away", n=len(joined)))
    if len(running) == 1:
        said.append(t("leave.round", number=running[0].number))
    elif running:
        said.append(t("leave.rounds", count=len(running)))
    return said


def _joined(session: Session) -> list[bool]:
    """Whether the phone is awake of each who takes part."""
    sharing = session.sharing
    people = sharing.people if sharing is not None and sharing.running else []
    return [person.online for person in people if not person.waiting]


def _is_unsaved(session: Session) -> bool:
    """Whether there is work that is not simply saved on the way out."""
    if not session.changed or session.read_only:
        return False
    return session.path is None or session.keeping.outside != "same" or session.trouble is not None


def _question(session: Session, t: Words, *, unsaved: bool) -> tuple[str, str, str]:
    """The title, what goes on, and what becomes of it."""
    after = [t("leave.people.hint")] if _joined(session) else []
    after += [t("leave.round.hint")] if open_rounds(session.store.records) else []
    after += [] if unsaved else [t("leave.kept")]
    told = [" ".join(after)]
    if unsaved:
        told.append(f"{t('leave.unsaved', name=session.name or t('window.untitled'))} {t('dialog.unsaved.hint')}")
    return t("leave.title"), " ".join(going_on(session, t)), "\n\n".join(told)
