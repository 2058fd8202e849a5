"""The clipboard of the system and what is dropped from other programs: handed out in every form, and taken in as notes,
after a short preview when there are many."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from canvas_files.problems import Problem
from canvas_files.records import Note
from plakbord.actions.clipboard import headings, own_zones, put_notes
from plakbord.board.painter import MarkPainter
from plakbord.board.picture import INCH, picture_of
from plakbord.exchange.copy_out import Copied
from plakbord.exchange.own_form import MIME
from plakbord.exchange.paste import Offer, pasted_notes
from plakbord.exchange.pasted import PastedNote
from plakbord.sheet.marks import Page
from plakbord.window.stage import Stage
from plakbord.words import Words

FEW = 12
"""So many notes go on the sheet without a question."""
MOST = 500
"""Notes in one go."""
PICTURE_DPI = 200
PICTURE_SIDE = 3300
"""Pixels of the longest side: A3 at 200 dpi."""


def put(notes: Copied) -> None:
    """Puts notes on the clipboard in every form."""
    mime = QMimeData()
    mime.setText(notes.text)
    mime.setHtml(notes.html)
    mime.setData(MIME, notes.own)
    QGuiApplication.clipboard().setMimeData(mime)


def put_picture(page: Page, painter: MarkPainter) -> None:
    """Puts a picture of a page on the clipboard: fine enough to be printed, small enough to be sent."""
    dpi = min(PICTURE_DPI, PICTURE_SIDE * INCH / max(page.w, page.h, 1))
    QGuiApplication.clipboard().setImage(picture_of(page, dpi, painter))


def offered() -> Offer:
    """What stands on the clipboard."""
    mime = QGuiApplication.clipboard().mimeData()
    return (
        offer_of(mime) if mime else Offer()
    )  # Qt answers with None when the clipboard is empty, whatever its types say


def offer_of(mime: QMimeData) -> Offer:
    """Everything that another program offers; the data is only lent until the event is over."""
    return Offer(
        own=bytes(mime.data(MIME).data()) if mime.hasFormat(MIME) else b"",
        html=mime.html() if mime.hasHtml() else "",
        text=mime.text() if mime.hasText() else "",
        files=tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()),
        image=mime.hasImage(),
    )


def take_in(parent: QWidget, stage: Stage, offer: Offer, zone: str, t: Words) -> str:
    """Makes notes in a block of what is offered, asking first when there are many; answers with a sentence about what
    was done or what is in the way, "" when the person thought better of it."""
    try:
        notes = pasted_notes(offer)
        if len(notes) > FEW:
            return _after_preview(parent, stage, notes, zone, t)
        where = None if own_zones(stage.layout, notes) else zone
        return _done(stage, put_notes(stage, notes, where), where, t)
    except Problem as problem:
        return problem.sentence(t.language)


def _after_preview(parent: QWidget, stage: Stage, notes: Sequence[PastedNote], zone: str, t: Words) -> str:
    from plakbord.window.paste_dialog import Choices, PasteDialog

    own = own_zones(stage.layout, notes[:MOST])
    choices = Choices(tuple(headings(stage.layout)), None if own else zone, own, stage.settings.note_color)
    dialog = PasteDialog(parent, notes[:MOST], len(notes) - MOST, choices, t)
    if not dialog.exec():
        return ""
    made = put_notes(stage, dialog.notes, dialog.zone, dialog.color)
    return _done(stage, made, dialog.zone, t)


def _done(stage: Stage, made: Sequence[Note], zone: str | None, t: Words) -> str:
    """What was pasted where, and what found no room there."""
    if zone is None:
        return t("notice.pasted.own", n=len(made))
    beside = sum(note.zone != zone for note in made)
    where = dict(headings(stage.layout)).get(zone) or t("board.strip")
    said = t("notice.pasted", n=len(made) - beside, where=where)
    return f"{said} {t('notice.beside', n=beside)}" if beside else said
