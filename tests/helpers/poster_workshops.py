"""A workshop with everything that a poster can show: notes with tags, authors, web addresses, emoji and long texts,
links, a cluster, parked notes, and a persona with a portrait that is tied to a segment."""

from __future__ import annotations

from typing import Any

from canvas_files import order
from canvas_files.document import Document, new_document
from canvas_files.entries import fill_in
from canvas_files.records import Cluster, Link, Note
from helpers.personas import FILLED, face
from plakbord.sheet.templates import sheet_for

LONG = " ".join(f"Bezwaar {number}: levertijd onduidelijk, prijs pas achteraf bekend." for number in range(40))
ADDRESS = "https://www.fietsersbond.nl/onderzoek/stallingen-2026"
PARKED = ("Later: een abonnement voor scholen 🚲", "Misschien een tweede winkel in Zutphen")

_NOTES: tuple[dict[str, Any], ...] = (
    {"id": "note:segment", "zone": "customer_segments", "x": 300, "y": 2600, "text": "Forenzen 🚆", "color": "blue"},
    {"id": "note:gift", "zone": "customer_segments", "x": 4060, "y": 2600, "text": "Bedrijven", "author": "Fatima J."},
    {
        "id": "note:value",
        "zone": "value_propositions",
        "x": 300,
        "y": 3600,
        "text": "Voor negen uur gebracht",
        "tags": ["convenience_usability", "Meteen doen"],
        "status": "seen",
        "author": "Jeroen",
    },
    {"id": "note:long", "zone": "channels", "x": 300, "y": 2200, "text": LONG, "color": "pink"},
    {"id": "note:web", "zone": "key_partners", "x": 300, "y": 3600, "text": f"Onderzoek: {ADDRESS}.", "color": "green"},
    {"id": "note:one", "zone": "cost_structure", "x": 500, "y": 2400, "text": "Loon", "cluster": "cluster:pay"},
    {"id": "note:two", "zone": "cost_structure", "x": 1200, "y": 2900, "text": "Salaris", "cluster": "cluster:pay"},
    {"id": "note:park1", "zone": "", "x": 300, "y": 1500, "text": PARKED[0], "color": "orange"},
    {"id": "note:park2", "zone": "", "x": 300, "y": 4800, "text": PARKED[1]},
)


def full_workshop() -> Document:
    """The workshop, in Dutch; the same every time."""
    document = new_document("nl", "De Spaak, Deventer", "2026-11-21", "Fatima Jansen")
    canvas = sheet_for(document, "canvas").changed(id="sheet:canvas")
    persona = sheet_for(document, "persona", after=canvas).changed(id="sheet:persona")
    portrait = face()
    with document.store.transaction("step.sheet.add", "load") as tx:
        tx.put(canvas)
        tx.put(persona.changed(portrait=portrait.id))
        tx.put(portrait)
        tx.put(Cluster(id="cluster:pay", sheet=canvas.id, name="Lonen"))
        for fields, z in zip(_NOTES, order.keys_after(None, len(_NOTES)), strict=True):
            tx.put(Note(**{"sheet": canvas.id, "z": z, **fields}))
        tx.put(Link(id="link:value", start="note:value", end="note:segment"))
        tx.put(Link(id="link:tie", start=persona.id, end="note:segment"))
        for field, value in FILLED.items():
            fill_in(tx, persona.id, field, value)
    document.document_id = "0" * 32
    return document
