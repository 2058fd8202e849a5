"""What one change of an item costs: pick an item and see in how many systems it is kept, which of them pass a change
on, and in how many places it must be made by hand."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from canvas_files.inventory import Inventory, Places
from canvas_files.telling import named
from plakbord.window.panels.own_keys import OwnKeys
from plakbord.window.still_box import StillBox
from plakbord.words import Words

MOST_LINES = 8
"""Places that are named; of more the rest is counted."""


class Address(QWidget):
    """The question on top of the inventory. It begins with the item that is kept in most places."""

    def __init__(self, t: Words) -> None:
        super().__init__()
        self._t = t
        self._inventory: Inventory | None = None
        self._items: tuple[tuple[str, str], ...] = ()
        self._chosen = ""
        self.item = StillBox()
        self.item.setAccessibleName(t("inventory.pick_item"))
        OwnKeys(self.item, self.item, self.item.view())
        self.item.activated.connect(lambda _: self._pick(str(self.item.currentData())))
        self.count, self.places, self.groups = QLabel(), QLabel(), QLabel()
        self.count.setObjectName("bigCount")
        self.places.setObjectName("quiet")
        for label in (self.count, self.places, self.groups):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        question = QLabel(t("inventory.one_change_of"))
        question.setBuddy(self.item)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (question, self.item, self.count, self.places, self.groups):
            column.addWidget(widget)

    def renew(self, inventory: Inventory) -> None:
        """Shows the answer as it is now."""
        self._inventory = inventory
        items = tuple((key, inventory.index.spelling(key)) for key in inventory.items())
        if items != self._items:
            self._items = items
            self.item.clear()
            for key, words in items:
                self.item.addItem(words, key)
        keys = [key for key, _ in items]
        if self._chosen not in keys:
            self._chosen = max(keys, key=lambda key: inventory.places(key).by_hand, default="")
        self.item.setCurrentIndex(self.item.findData(self._chosen))
        self.item.setEnabled(bool(items))
        self._tell()

    def _pick(self, key: str) -> None:
        self._chosen = key
        self._tell()

    def _tell(self) -> None:
        inventory, t = self._inventory, self._t
        if inventory is None or not self._chosen:
            self.count.setText("")
            self.places.setText(t("inventory.no_items"))
            self.groups.setText("")
            return
        places = inventory.places(self._chosen)
        self.count.setText(t("inventory.systems", n=len(places.systems)))
        self.places.setText(t("inventory.by_hand", n=places.by_hand))
        self.groups.setText(_told(inventory, places, t))


def _told(inventory: Inventory, places: Places, t: Words) -> str:
    """The places, those that pass a change on to each other on one line."""
    told = [" ⇄ ".join(named(inventory, each, t) for each in group) for group in places.groups]
    lines = [f"•  {line}" for line in told[:MOST_LINES]]
    left = len(told) - len(lines)
    return "\n".join(lines) if not left else t("lens.and_more", names="\n".join(lines), n=left)
