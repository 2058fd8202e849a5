"""Small questions asked on the spot: which block, which name. They answer; what is done with it is for others."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QWidget

from canvas_files.plain_text import clean_text
from plakbord.session import Session
from plakbord.sheet.layout import Layout
from plakbord.words import Words


def ask_block(board: QWidget, layout: Layout, t: Words) -> str | None:
    """A block, chosen by its number or with the arrows, in the middle of the board; None when the person thinks better
    of it."""
    at, parent = board.mapToGlobal(board.rect().center()), board.window()
    menu = QMenu(parent)
    menu.setAccessibleName(t("dialog.block.choose"))
    for number, zone in enumerate(layout.template.working_order(), 1):
        name = layout.name_of(zone)(t.language).replace("&", "&&")
        menu.addAction(f"&{number}   {name}" if number < 10 else name).setData(zone.id)
    menu.addSeparator()
    menu.addAction(f"&0   {t('board.strip')}").setData("")
    chosen = menu.exec(at)
    return str(chosen.data()) if chosen is not None else None


def ask_text(parent: QWidget, question: str, text: str, t: Words) -> str | None:
    """A line of text; None when the person thinks better of it."""
    from PySide6.QtWidgets import QInputDialog, QLineEdit  # no window begins with a question

    answer, kept = QInputDialog.getText(parent, t("app.name"), t(question), QLineEdit.EchoMode.Normal, text)
    return clean_text(answer).strip() if kept else None


def ask_details(parent: QWidget, session: Session, t: Words) -> None:
    """Title, date, language and captions of the workshop."""
    from plakbord.window.details_dialog import DetailsDialog

    workshop = session.document.workshop
    dialog = DetailsDialog(parent, workshop, t)
    if dialog.exec():
        with session.store.transaction("step.workshop.details") as tx:
            tx.update(workshop.id, **dialog.fields)
