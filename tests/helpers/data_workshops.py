"""Workshops seen through the data lens: a canvas on which a test hangs sources, items and couplings by name."""

from __future__ import annotations

from typing import Any

from canvas_files.document import Document, new_document
from canvas_files.inventory import Inventory
from canvas_files.records import Link, Note, Record
from plakbord.sheet.templates import sheet_for


class DataWorkshop:
    """A canvas that fills step by step, with an inventory that listens along."""

    def __init__(self) -> None:
        self.document: Document = new_document("en", "Bakery")
        self.sheet = sheet_for(self.document, "canvas")
        self.put(self.sheet)
        self.inventory = Inventory(self.document.records, self.document.template_of)
        self.document.store.listen(self.inventory.follow)

    def put(self, record: Record) -> None:
        with self.document.store.transaction() as tx:
            tx.put(record)

    def note(self, name: str, zone: str = "customer_segments", role: str = "", **facts: Any) -> str:
        """Hangs a note whose id is its name; items as a list, tags as a list."""
        tags = facts.pop("tags", [])
        note = Note(id=name, sheet=self.sheet.id, zone=zone, text=name, role=role, facts=facts, tags=tags)
        self.put(note)
        return name

    def source(self, name: str, zone: str = "customer_segments", items: str = "", **facts: Any) -> str:
        named = {"items": [item.strip() for item in items.split(",")]} if items else {}
        return self.note(name, zone, "data_source", **named, **facts)

    def link(self, one: str, other: str, how: str = "") -> str:
        name = f"{one}-{other}"
        self.put(Link(id=name, start=one, end=other, how=how))
        return name

    def change(self, name: str, **fields: Any) -> None:
        with self.document.store.transaction() as tx:
            tx.update(name, **fields)

    def remove(self, name: str) -> None:
        with self.document.store.transaction() as tx:
            tx.remove(name)

    def found(self, rule: str) -> list[tuple[str, ...]]:
        """The notes of every finding of a rule; the finding's word behind it where there is one."""
        findings = [each for each in self.inventory.findings() if each.rule == rule]
        return [(*each.notes, each.about) if each.about else each.notes for each in findings]
