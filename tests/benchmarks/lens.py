"""The data inventory of 500 sources and 5,000 links after one change: beside the same change with nobody listening,
beside reading the whole inventory anew, and with its panel open."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from itertools import count

from benchmarks.timing import Row, Target, side_by_side
from canvas_files.document import Document, new_document
from canvas_files.facts import HOWS
from canvas_files.inventory import Inventory
from canvas_files.records import Link, Note
from plakbord.sheet.templates import raw_template

SOURCES, LINKS, ITEMS, SYSTEMS = 500, 5_000, 120, 40


def workshop() -> Document:
    """Sources in all blocks with six items each, and couplings of every kind between them."""
    chance = random.Random(8)
    document = new_document("nl", "Proef", "2026-11-21")
    template = document.add_template(raw_template("canvas"))
    sheet = document.new_sheet(template)
    with document.store.transaction("", "load") as tx:
        tx.put(sheet)
        for number in range(SOURCES):
            items = [f"gegeven {each}" for each in chance.sample(range(ITEMS), 6)]
            facts = {"items": items, "system": f"Systeem {number % SYSTEMS}", "personal": chance.choice(("yes", "no"))}
            zone = template.zones[number % len(template.zones)].id
            place = {"x": 200 + number % 4 * 900, "y": 2_200 + number % 9 * 500}
            text = f"Bron {number}"
            tx.put(
                Note(id=f"n{number}", sheet=sheet.id, zone=zone, text=text, role="data_source", facts=facts, **place)
            )
        for number in range(LINKS):
            one, other = chance.sample(range(SOURCES), 2)
            tx.put(Link(id=f"l{number}", start=f"n{one}", end=f"n{other}", how=chance.choice(("", *HOWS))))
    return document


def rows() -> list[Row]:
    """One row for every kind of change, and one for reading anew."""
    document, alone = workshop(), workshop()
    inventory = Inventory(document.records, document.template_of)
    document.store.listen(inventory.follow)
    cases: tuple[tuple[str, Callable[[Document], Callable[[], None]]], ...] = (
        ("change a fact", _fact),
        ("change items", _items),
        ("couple", _coupling),
        ("remove and undo", _removing),
    )

    def asked(change: Callable[[], None]) -> Callable[[], None]:
        def run() -> None:
            change()
            inventory.findings()
            inventory.places("gegeven 1")

        return run

    found = [
        side_by_side(("lens", name, SOURCES), asked(make(document)), make(alone), Target(1, 50)) for name, make in cases
    ]
    anew = side_by_side(
        ("lens", "beside reading anew", SOURCES),
        asked(_coupling(document)),
        lambda: Inventory(document.records, document.template_of).findings(),
        Target(0.25),
    )
    return [*found, anew, *_panel_rows()]


def _panel_rows() -> list[Row]:
    """The panel beside the board with each of its pages open: the same change in a window without a panel is the
    floor."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from helpers.plain_windows import open_window, shut
    from plakbord.session import Session
    from plakbord.window.panels.inventory import FINDINGS, InventoryPanel

    app = QApplication.instance() or QApplication([])
    document, alone = workshop(), workshop()
    window, other = open_window(Session(document)), open_window(Session(alone))
    panel = window.doors.panels.open("inventory")
    assert isinstance(panel, InventoryPanel)
    change, floor = _coupling(document), _coupling(alone)
    found: list[Row] = []
    for name, page in (("panel, sources", 0), ("panel, findings", FINDINGS)):
        panel.tabs.setCurrentIndex(page)
        found.append(side_by_side(("lens", name, SOURCES), lambda: (change(), panel.renew()), floor, Target(1, 50)))
    for each in (window, other):
        shut(each)
    app.processEvents()
    return found


def _fact(document: Document) -> Callable[[], None]:
    numbers = count()

    def run() -> None:
        number = next(numbers)
        note = document.records[f"n{number % SOURCES}"]
        assert isinstance(note, Note)
        with document.store.transaction() as tx:
            tx.update(note.id, facts={**note.facts, "owner": f"Eigenaar {number}"})

    return run


def _items(document: Document) -> Callable[[], None]:
    numbers = count()

    def run() -> None:
        number = next(numbers)
        with document.store.transaction() as tx:
            tx.update(
                f"n{number % SOURCES}", facts={"items": [f"gegeven {(number + each) % ITEMS}" for each in range(6)]}
            )

    return run


def _coupling(document: Document) -> Callable[[], None]:
    numbers = count()

    def run() -> None:
        number = next(numbers)
        with document.store.transaction() as tx:
            tx.update(f"l{number % LINKS}", how=HOWS[number % len(HOWS)])

    return run


def _removing(document: Document) -> Callable[[], None]:
    numbers = count()

    def run() -> None:
        note = document.records[f"n{next(numbers) % SOURCES}"]
        links = [
            each for each in document.records.values() if isinstance(each, Link) and note.id in (each.start, each.end)
        ]
        with document.store.transaction() as tx:
            tx.remove(note.id)
        with document.store.transaction() as tx:
            for record in (note, *links):
                tx.put(record)

    return run
