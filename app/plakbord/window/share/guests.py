"""Who is in: who is done, who lost the connection, who waits for a nod; and how many are expected."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from plakbord.live.people import Person
from plakbord.window import dialogs
from plakbord.window.cards import plain
from plakbord.window.share.host import Host, Part, fit_rows
from plakbord.window.share.names_dialog import ask_names
from plakbord.words import Words

ID, NAME = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
MOST_EXPECTED = 1000
MOST_WAITING = 6
SLOW = 1000
"""Milliseconds from which the list says that a phone is slow."""
TALLEST = 360


def name_of(person: Person, t: Words) -> str:
    """What somebody is called here: who gave no name has a number."""
    return person.name or t("share.person", n=person.number)


def state_of(person: Person, t: Words) -> str:
    """What there is to know about somebody, in a few words."""
    parts = []
    if not person.online:
        parts.append(t("share.away"))
    if person.done:
        parts.append(t("share.done"))
    if person.notes:
        parts.append(t("share.notes", n=person.notes))
    if person.lag is not None and person.online and person.lag >= SLOW:
        parts.append(t("share.slow", seconds=round(person.lag / 1000)))
    if person.crowd > 1:
        parts.append(t("share.crowd", n=person.crowd))
    return " · ".join(parts)


class Knocking(Part):
    """Those who wait for a nod, each with a yes and a no."""

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self.title = plain("", bold=True)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(4)
        self.column.addWidget(self.title)
        self.column.addLayout(self.rows)
        self._shown: list[tuple[str, str]] = []
        self.refresh()

    def refresh(self) -> None:
        """Who waits now; the first few, the others follow."""
        t = self.host.t
        waiting = [person for person in self.host.sharing.people if person.waiting]
        self.setVisible(bool(waiting))
        self.title.setText(t("share.waiting", n=len(waiting)))
        shown = [(person.id, person.name or t("share.nameless")) for person in waiting[:MOST_WAITING]]
        if shown != self._shown:
            self._shown = shown
            while (row := self.rows.takeAt(0)) is not None:
                widget = row.widget()
                if widget is not None:
                    widget.hide()
                    widget.deleteLater()
            for person, name in shown:
                self.rows.addWidget(self._row(person, name))

    def _row(self, person: str, name: str) -> QWidget:
        t, sharing = self.host.t, self.host.sharing
        row = QWidget()
        whole = QVBoxLayout(row)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addWidget(plain(name))
        line = QHBoxLayout()
        line.setSpacing(6)
        whole.addLayout(line)
        for words, work in ((t("share.allow"), sharing.allow), (t("share.refuse"), sharing.refuse)):
            made = self.host.button(words, "", partial(work, person))
            made.setAccessibleName(f"{words}: {name}")
            line.addWidget(made, 1)
        return row


class Guests(Part):
    """The list, and what can be done with who is selected in it."""

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        t = host.t
        self.title = plain("", bold=True)
        self.list = QListWidget()
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setWordWrap(True)
        self.list.setAccessibleName(t("share.people"))
        self.list.itemSelectionChanged.connect(self._after_selection)
        self.kick = host.button(t("share.kick"), "log-out", self._kick)
        self._rows: dict[str, QListWidgetItem] = {}
        self.column.addWidget(self.title)
        self.column.addWidget(self.list)
        self.column.addWidget(self.kick)
        self.column.addLayout(self._expected())
        self.refresh()

    def _expected(self) -> QVBoxLayout:
        """How many come, or who."""
        t, sharing = self.host.t, self.host.sharing
        self.count = QSpinBox()
        self.count.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.count.setRange(0, MOST_EXPECTED)
        self.count.setSpecialValueText(t("share.expected.any"))
        self.count.setValue(sharing.head_count)
        self.count.valueChanged.connect(lambda n: self.host.do(lambda: sharing.expect(n, sharing.names)))
        words = plain(t("share.expected"))
        words.setBuddy(self.count)
        line = QHBoxLayout()
        line.addWidget(words, 1)
        line.addWidget(self.count)
        whole = QVBoxLayout()
        whole.setSpacing(8)
        whole.addLayout(line)
        whole.addWidget(plain(t("share.expected.hint"), quiet=True))
        whole.addWidget(self.host.button(t("share.names"), "users", self._ask_names))
        return whole

    def refresh(self) -> None:
        """Who is in now; rows stay where they are."""
        t = self.host.t
        inside = [person for person in self.host.sharing.people if not person.waiting]
        online = sum(person.online for person in inside)
        done = sum(person.done for person in inside)
        words = t("share.people.in", n=online) if online else t("share.people.none")
        if done:
            words += " " + t("share.people.done", n=done)
        self.title.setText(words)
        here = {person.id for person in inside}
        for gone in self._rows.keys() - here:
            item = self._rows.pop(gone)
            self.list.takeItem(self.list.row(item))
        for person in sorted(inside, key=lambda each: each.number):
            self._show(person)
        self.list.setVisible(bool(inside))
        fit_rows(self.list, TALLEST)
        self._after_selection()

    def _show(self, person: Person) -> None:
        t = self.host.t
        item = self._rows.get(person.id)
        if item is None:
            item = self._rows[person.id] = QListWidgetItem(self.list)
            item.setData(ID, person.id)
        words = "\n".join(filter(None, (name_of(person, t), state_of(person, t))))
        if item.text() != words:
            item.setText(words)
            item.setData(NAME, name_of(person, t))

    def _after_selection(self) -> None:
        self.kick.setVisible(bool(self._rows))
        self.kick.setEnabled(bool(self.list.selectedItems()))

    def _kick(self) -> None:
        items = self.list.selectedItems()
        if not items:
            return
        t, name = self.host.t, items[0].data(NAME)
        if dialogs.ask_sure(self, "share.kick.sure", t, name=name):
            self.host.sharing.kick(items[0].data(ID))

    def _ask_names(self) -> None:
        sharing = self.host.sharing
        names = ask_names(self, sharing.names, self.host.t)
        if names is not None:
            sharing.expect(sharing.head_count, names)
