"""Opening, saving and exporting with the dialogs around them. Whatever goes wrong, the person hears it in a sentence
and the work stays where it is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from canvas_files.file import SUFFIX
from canvas_files.problems import Problem
from canvas_files.records import Language
from plakbord.paths import documents_folder
from plakbord.session import Session, open_session
from plakbord.settings import Settings
from plakbord.window.dialogs import ask_changed_on_disk, ask_unsaved, tell_problem
from plakbord.words import LANGUAGES, Words

_NOT_IN_NAMES = '<>:"/\\|?*'


def file_name(title: str, fallback: str) -> str:
    """A name for a file that every system accepts, made from a title."""
    kept = "".join(" " if letter in _NOT_IN_NAMES or ord(letter) < 32 else letter for letter in title)
    kept = " ".join(kept.split()).strip(". ")
    while len(kept.encode()) > 120:
        kept = kept[:-1]
    reserved = kept.split(".")[0].upper() in {"CON", "PRN", "AUX", "NUL"} or kept[:3].upper() in {"COM", "LPT"}
    return fallback if not kept or (reserved and len(kept) < 5) else kept


def start_folder(settings: Settings) -> Path:
    """Where dialogs begin: where the person was last."""
    last = Path(settings.folder) if settings.folder else None
    return last if last and last.is_dir() else documents_folder()


def ask_open(parent: QWidget, settings: Settings, t: Words) -> Path | None:
    """Which workshop to open."""
    from PySide6.QtWidgets import QFileDialog

    filters = f"{t('dialog.filter.workshop')};;{t('dialog.filter.all')}"
    name, _ = QFileDialog.getOpenFileName(parent, t("dialog.open"), str(start_folder(settings)), filters)
    return Path(name) if name else None


def ask_save(parent: QWidget, session: Session, settings: Settings, t: Words) -> Path | None:
    """Where to save the workshop."""
    from PySide6.QtWidgets import QFileDialog

    if session.path:
        start = session.path
    else:
        start = start_folder(settings) / (file_name(session.name, t("window.untitled")) + SUFFIX)
    name, _ = QFileDialog.getSaveFileName(parent, t("dialog.save"), str(start), t("dialog.filter.workshop"))
    return with_suffix(name, SUFFIX)


def ask_export(parent: QWidget, session: Session, settings: Settings, t: Words) -> tuple[Path | None, Language]:
    """Where to write the poster, and in which language its headings are to be: the file types offer both."""
    from PySide6.QtWidgets import QFileDialog

    folder = session.path.parent if session.path else start_folder(settings)
    start = folder / (file_name(session.name, t("window.untitled")) + ".pdf")
    own = session.document.workshop.language
    filters = {t(f"dialog.filter.pdf.{each}"): each for each in sorted(LANGUAGES, key=lambda each: each != own)}
    name, chosen = QFileDialog.getSaveFileName(parent, t("dialog.export"), str(start), ";;".join(filters))
    return with_suffix(name, ".pdf"), filters.get(chosen, own)


def with_suffix(name: str, suffix: str) -> Path | None:
    """The path that was chosen, with the suffix when the person typed none."""
    if not name:
        return None
    path = Path(name)
    return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)


def open_path(parent: QWidget, path: Path, t: Words) -> Session | None:
    """The workshop in a file; None after telling why not."""
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        return open_session(path)
    except Problem as problem:
        QGuiApplication.restoreOverrideCursor()
        QGuiApplication.setOverrideCursor(Qt.CursorShape.ArrowCursor)
        tell_problem(parent, problem, t)
        return None
    finally:
        QGuiApplication.restoreOverrideCursor()


def save(parent: QWidget, session: Session, path: Path, t: Words, settings: Settings) -> bool:
    """Saves there; whether it worked. A file that was changed by others meanwhile is asked about."""
    try:
        session.save(path)
    except Problem as problem:
        if problem.key != "changed_on_disk":
            tell_problem(parent, problem, t)
            return False
        return _save_beside(parent, session, t, settings)
    return True


def _save_beside(parent: QWidget, session: Session, t: Words, settings: Settings) -> bool:
    answer = ask_changed_on_disk(parent, t)
    if answer is None:
        return False
    try:
        if answer:
            path = ask_save(parent, session, settings, t)
            if path is None:
                return False
            session.save(path, overwrite=path == session.path)
        else:
            session.save(overwrite=True)
    except Problem as problem:
        tell_problem(parent, problem, t)
        return False
    return True


def may_close(parent: QWidget, session: Session, t: Words) -> bool | None:
    """Whether to save first: True to save, False to go on without, None to stay. Unchanged work needs no question."""
    if not session.changed:
        return False
    return ask_unsaved(parent, session.name or t("window.untitled"), t)
