"""Personas filled in as people really do, long Dutch texts among them, and a portrait to go with them."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

from PIL import Image, ImageDraw

from canvas_files.document import Document, new_document
from canvas_files.entries import fill_in
from canvas_files.records import Language, Picture, Sheet
from plakbord.exchange.picture_intake import picture_from
from plakbord.sheet.templates import sheet_for

STORY = (
    "Zorgt als arbeidsongeschiktheidsverzekeringsdeskundige voor dertig collega’s in Deventer. De sfeer is goed, de "
    "werkdruk hoog. Wil over drie jaar teamleider zijn.\nWaarden: op tijd zijn, niemand laten vallen."
)
FILLED: Mapping[str, Any] = {
    "name": "Marijke van der Veen-Hoogenboom",
    "age": "47",
    "role": "Inkoopverantwoordelijke dagvers bij een middelgrote horecagroothandel in Zwolle",
    "hobby": "Zwemmen, koor",
    "family": "Getrouwd, drie kinderen",
    "education": "hbo Facility Management",
    "sales_role": ["influencer", "decider"],
    "background": STORY,
    "context": "Elke ochtend op de fiets naar het station.",
    "information_depth": 6,
    "time_pressure": 7,
    "digital_skills": 1,
}


def face(*, see_through: bool = False) -> Picture:
    """A head and shoulders, drawn with a few shapes."""
    picture = Image.new("RGBA", (900, 1300), (143, 183, 201, 0 if see_through else 255))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((150, 680, 750, 1300), fill="#44576b")
    draw.ellipse((270, 200, 630, 640), fill="#e9c5a4")
    out = io.BytesIO()
    picture.save(out, "PNG")
    return picture_from(out.getvalue(), "face.png")


def persona(language: Language, answers: Mapping[str, Any] = FILLED, picture: Picture | None = None) -> Document:
    """A workshop with one persona, its answers and its portrait."""
    document = new_document(language, "Zuivelhoeve", "2026-11-21")
    sheet = sheet_for(document, "persona")
    with document.store.transaction("step.sheet.add", "load") as tx:
        tx.put(sheet)
        for field, value in answers.items():
            fill_in(tx, sheet.id, field, value)
        if picture is not None:
            tx.put(picture)
            tx.update(sheet.id, portrait=picture.id)
    return document


def only_sheet(document: Document) -> Sheet:
    """The one sheet there is."""
    (sheet,) = document.sheets
    return sheet
