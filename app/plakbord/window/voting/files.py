"""What a round leaves outside the workshop: its results as a table, and its paper ballots. Whatever goes wrong, the
person hears it in a sentence."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from canvas_files.problems import Problem
from canvas_files.rounds import Round, results
from canvas_files.safe_write import write_whole
from plakbord.paths import documents_folder, file_name
from plakbord.session import Session
from plakbord.window.dialogs import tell_problem
from plakbord.window.files import with_suffix
from plakbord.window.stage import Kit
from plakbord.words import Words


def save_results(parent: QWidget, session: Session, voted_in: Round, t: Words) -> str:
    """Writes the results as CSV; the name of the file, "" when nothing was written."""
    from plakbord.exchange.results_files import csv_bytes

    name = t("vote.csv.name", number=voted_in.number)
    path = _ask(parent, session, name, ".csv", "vote.csv.filter", t)
    if path is None:
        return ""
    try:
        write_whole(path, csv_bytes(session.document, results(session.store.records, voted_in), t))
    except Problem as problem:
        tell_problem(parent, problem, t)
        return ""
    return path.name


def save_ballots(parent: QWidget, session: Session, kit: Kit, voted_in: Round, copies: int, t: Words) -> str:
    """Writes the ballots as PDF and shows them in the program that prints; the name of the file, "" when nothing was
    written."""
    from plakbord.poster.ballots import ballots_pdf

    name = t("vote.paper.name", number=voted_in.number)
    path = _ask(parent, session, name, ".pdf", "vote.paper.filter", t)
    if path is None:
        return ""
    words = kit.words[session.document.workshop.language]
    try:
        data = ballots_pdf(session.document, voted_in, copies or voted_in.people or 1, kit.fonts, words)
        write_whole(path, data)
    except Problem as problem:
        tell_problem(parent, problem, t)
        return ""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
    return path.name


def _ask(parent: QWidget, session: Session, name: str, suffix: str, kind: str, t: Words) -> Path | None:
    folder = session.path.parent if session.path is not None else documents_folder()
    start = folder / f"{file_name(f'{session.name} {name}'.strip(), name)}{suffix}"
    chosen, _ = QFileDialog.getSaveFileName(parent, t("vote.save"), str(start), t(kind))
    return with_suffix(chosen, suffix)
