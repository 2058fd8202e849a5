"""What came in from phones: notes that nobody here has looked at yet, and those that wait in the tray."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from canvas_files import queries
from plakbord.live.writing import Arrival
from plakbord.window.cards import plain
from plakbord.window.share.host import Host, Part, fit_rows, set_words

ID = Qt.ItemDataRole.UserRole
TALLEST = 220


class Fresh(Part):
    """How many notes are new, and the way to them."""

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self.words = plain("", bold=True)
        self.show_them = host.button(host.t("share.fresh.show"), "eye", self._show)
        self.column.addWidget(self.words)
        self.column.addWidget(self.show_them)
        self.refresh()

    def refresh(self) -> None:
        """Gone when everything was looked at."""
        fresh = self.host.sharing.fresh
        self.setVisible(bool(fresh))
        self.words.setText(self.host.t("share.fresh", n=len(fresh)))

    def _show(self) -> None:
        """Selects them on the board. Those of one sheet at a time: the one that is shown, or else the first that has
        any."""
        sharing, window = self.host.sharing, self.host.window
        records = window.session.store.records
        notes = [note for each in sharing.fresh if (note := queries.note(records, each)) is not None]
        here = window.stage.layout.sheet_id
        sheets = sorted({note.sheet for note in notes}, key=lambda sheet: (sheet != here, sheet))
        if not sheets:
            sharing.seen()
            return
        of_one = [note.id for note in notes if note.sheet == sheets[0]]
        if sheets[0] != here:
            window.show_sheet(sheets[0])
        window.doors.sheets.select(of_one)
        sharing.seen(of_one)


class Tray(Part):
    """Notes that the facilitator hangs: each in the block it was written for, or dragged anywhere from beside the
    sheet."""

    def __init__(self, host: Host) -> None:
        super().__init__(host, host.t("share.tray.title"))
        t = host.t
        self.column.addWidget(plain(t("share.tray.hint"), quiet=True))
        self.list = QListWidget()
        self.list.setAccessibleName(t("share.tray.title"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setWordWrap(True)
        self.list.hide()
        self.list.itemActivated.connect(lambda item: host.do(lambda: host.sharing.accept([item.data(ID)])))
        self.list.itemSelectionChanged.connect(self._name_button)
        self.accept = host.button("", "check", self._accept, primary=False)
        self.column.addWidget(self.list)
        self.column.addWidget(self.accept)
        self._shown: list[tuple[str, str]] = []
        self.refresh()

    def refresh(self) -> None:
        """What waits now; what was selected stays so."""
        rows = [(arrival.note, self._words(arrival)) for arrival in self.host.sharing.tray]
        self.setVisible(bool(rows) or self.host.sharing.inbox == "tray")
        if rows != self._shown:
            selected = {item.data(ID) for item in self.list.selectedItems()}
            self._shown = rows
            self.list.clear()
            for note_id, words in rows:
                item = QListWidgetItem(words)
                item.setData(ID, note_id)
                self.list.addItem(item)
                item.setSelected(note_id in selected)
            self.list.setVisible(bool(rows))
            fit_rows(self.list, TALLEST)
        self._name_button()

    def _words(self, arrival: Arrival) -> str:
        t, session = self.host.t, self.host.window.session
        note = queries.note(session.store.records, arrival.note)
        text = " ".join(note.text.split()) if note is not None else ""
        sheet = queries.sheet(session.store.records, arrival.sheet)
        template = session.document.template_of(sheet) if sheet is not None else None
        zone = template.zone(arrival.block) if template is not None else None
        block = zone.heading(session.document.workshop.language) if zone is not None else ""
        return f"{text or t('share.tray.down')}\n{block}"

    def _name_button(self) -> None:
        chosen = len(self.list.selectedItems()) or self.list.count()
        set_words(self.accept, self.host.t("share.tray.accept", n=chosen))
        self.accept.setVisible(self.list.count() > 0)

    def _accept(self) -> None:
        """Hangs what is selected, or all."""
        items = self.list.selectedItems() or [self.list.item(row) for row in range(self.list.count())]
        self.host.sharing.accept([item.data(ID) for item in items])
