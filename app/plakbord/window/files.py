"""Opening, saving and exporting with the dialogs around them. Whatever goes wrong, the person hears it in a sentence
and the work stays where it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from canvas_files.file import SUFFIX
from canvas_files.problems import Problem
from plakbord.paths import documents_folder, file_name, private_shelf
from plakbord.session import Session, open_session
from plakbord.settings import Settings
from plakbord.window.dialogs import ask_replace, tell_problem
from plakbord.words import Words


def start_folder(settings: Settings) -> Path:
    """Where dialogs begin: where the person was last."""
    last = Path(settings.folder) if settings.folder else None
    return last if last and last.is_dir() else documents_folder()


def ask_open(parent: QWidget, settings: Settings, t: Words) -> Path | None:
    """Which workshop to open."""
    from PySide6.QtWidgets import QFileDialog

    filters = ";;".join(t(f"dialog.filter.{kind}") for kind in ("openable", "workshop", "all"))
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
    return _agreed(parent, name, SUFFIX, t)


def ask_export(parent: QWidget, session: Session, settings: Settings, t: Words, kind: str = "pdf") -> Path | None:
    """Where to write a poster of a kind: pdf, png or svg."""
    from PySide6.QtWidgets import QFileDialog

    folder = session.path.parent if session.path else start_folder(settings)
    start = folder / f"{file_name(session.name, t('window.untitled'))}.{kind}"
    name, _ = QFileDialog.getSaveFileName(parent, t("dialog.export"), str(start), t(f"dialog.filter.{kind}"))
    return _agreed(parent, name, f".{kind}", t)


def with_suffix(name: str, suffix: str) -> Path | None:
    """The path that was chosen, with the suffix when the person typed none."""
    if not name:
        return None
    path = Path(name)
    return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)


def _agreed(parent: QWidget, name: str, suffix: str, t: Words) -> Path | None:
    """The path that was chosen. A file that gets its name only by the suffix was not asked about yet."""
    path = with_suffix(name, suffix)
    if path is None or str(path) == name or not path.exists():
        return path
    return path if ask_replace(parent, path.name, t) else None


def open_path(parent: QWidget, path: Path, t: Words) -> Session | None:
    """The workshop in a file; None after telling why not."""
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        return open_session(path, private_shelf())
    except Problem as problem:
        QGuiApplication.restoreOverrideCursor()
        QGuiApplication.setOverrideCursor(Qt.CursorShape.ArrowCursor)
        tell_problem(parent, problem, t)
        return None
    finally:
        QGuiApplication.restoreOverrideCursor()


def save(
    parent: QWidget, session: Session, path: Path, t: Words, conflict: Callable[[], bool], overwrite: bool = False
) -> bool:
    """Saves there; whether it worked. `conflict` asks what to do when others changed the file meanwhile."""
    try:
        session.save(path, overwrite=overwrite)
    except Problem as problem:
        if problem.key == "changed_on_disk":
            return conflict()
        tell_problem(parent, problem, t)
        return False
    return True


def beside(session: Session, t: Words) -> Path:
    """A name for a copy beside the workshop's file that nothing has yet."""
    here = session.path or documents_folder() / (t("window.untitled") + SUFFIX)
    number = 1
    while True:
        mark = t("conflict.copy.name") if number == 1 else f"{t('conflict.copy.name')} {number}"
        stem = here.stem.encode()[:180].decode("utf-8", "ignore")
        path = here.with_name(f"{stem} ({mark}){SUFFIX}")
        if not path.exists():
            return path
        number += 1
