"""The data inventory beside the board: what one change costs, the table of sources, items by system, the journey, and
the findings. It follows the document; what is not looked at waits until it is."""

from __future__ import annotations

from typing import Protocol, cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QLabel,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QTabBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from canvas_files.change import Change
from canvas_files.deciding import mark_fine, take_back_fine
from canvas_files.findings import Finding, block_of
from canvas_files.inventory import Inventory
from canvas_files.problems import Problem
from canvas_files.records import Link, Note
from plakbord.board.reveal import reveal, reveal_room
from plakbord.exchange.inventory_tables import Table, journey_tables, matrix_table
from plakbord.session import Session
from plakbord.window.icons import Icons
from plakbord.window.lens import Lens
from plakbord.window.panels.address import Address
from plakbord.window.panels.findings_view import FindingsView
from plakbord.window.panels.own_keys import OwnKeys
from plakbord.window.panels.rows_model import RowsModel
from plakbord.window.panels.side import SidePanel
from plakbord.window.panels.sources_model import SourcesModel
from plakbord.window.panels.sources_view import SourcesView
from plakbord.window.stage import Stage
from plakbord.words import Words

SOURCES, MATRIX, JOURNEY, FINDINGS = range(4)
TABS = ("inventory.sources", "inventory.tab.matrix", "inventory.tab.journey", "inventory.findings")
NARROWEST = 420
WIDEST_COLUMN = 260


class InventoryDoors(Protocol):
    """The door that leads to the inventory."""

    @property
    def lens(self) -> Lens: ...


class InventoryWindow(Protocol):
    """What the panel needs of its window."""

    @property
    def stage(self) -> Stage: ...
    @property
    def session(self) -> Session: ...
    @property
    def t(self) -> Words: ...
    @property
    def doors(self) -> InventoryDoors: ...
    def show_sheet(self, sheet_id: str) -> None: ...
    def ask_text(self, question: str, text: str) -> str | None: ...
    def tell(self, problem: Problem) -> None: ...


class InventoryPanel(SidePanel):
    """Four pages under one question."""

    def __init__(self, parent: QMainWindow) -> None:
        super().__init__(parent, "inventory", QWidget())
        self._window = cast(InventoryWindow, parent)
        self.setMinimumWidth(NARROWEST)
        self._stage: Stage | None = None
        self._changed: set[str] = set()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.renew)
        self._lit: Stage | None = None
        self._dark = QTimer(self, singleShot=True, interval=1_200)
        self._dark.timeout.connect(self._let_go)
        self._made = False

    def dress(self, t: Words, icons: Icons) -> None:
        super().dress(t, icons)
        self.call(t("inventory.title"))
        self._make(t)
        if self._stage is not None:
            self.join(self._window.stage)

    def _make(self, t: Words) -> None:
        """The parts, in the window's language."""
        body = QWidget()
        body.setObjectName("panelBody")
        self.address, self.sources, self.findings = Address(t), SourcesView(t), FindingsView(t)
        self.matrix, self.journey = _read_only(t("inventory.matrix")), _read_only(t("inventory.journey"))
        self.tabs, self.pages = QTabBar(), QStackedWidget()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName(t("inventory.title"))
        for key, page in zip(TABS, (self.sources, self.matrix, self.journey, self.findings), strict=True):
            self.tabs.addTab(t(key))
            self.pages.addWidget(page)
        OwnKeys(self.tabs, self.tabs)
        self.tabs.currentChanged.connect(self._turn)
        self._nothing = QLabel(t("inventory.nothing"))
        self._nothing.setObjectName("quiet")
        self._nothing.setWordWrap(True)
        export = QPushButton(t("action.lens.export"))
        export.clicked.connect(lambda: self._window.doors.lens.export())
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 8, 16, 16)
        column.setSpacing(8)
        column.addWidget(self.address)
        column.addSpacing(4)
        column.addWidget(self.tabs)
        column.addWidget(self._nothing)
        column.addWidget(self.pages, 1)
        column.addWidget(export, 0, Qt.AlignmentFlag.AlignRight)
        self.setWidget(body)
        self.setFocusProxy(self.sources.table)
        self.sources.chosen.connect(self._choose)
        self.findings.jump.connect(self._jump)
        self.findings.fine.connect(self._ask_fine)
        self.findings.not_fine.connect(self._take_back)
        self._made = True

    def join(self, stage: Stage) -> None:
        other = (
            self._stage is None or self._stage.session is not stage.session or self.sources.rows.sourceModel() is None
        )
        self._stage = stage
        stage.selection.listen(lambda _: self._on_board(stage))
        if other:
            window = self._window
            model = SourcesModel(self.inventory, window.session.store, window.t, window.tell, self)
            before = self.sources.rows.sourceModel()
            self.sources.show_model(model)
            if isinstance(before, SourcesModel):
                before.deleteLater()
        self.renew()
        self.sources.show_chosen(stage.selection.ids)

    def leave(self) -> None:
        self._soon.stop()

    def finish(self) -> None:
        """What is being written in a cell is kept when the table loses the keyboard."""
        if self._made and self.sources.table.state() == QTableView.State.EditingState:
            self.sources.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow(self, change: Change, /) -> None:
        for record in change.records():
            if isinstance(record, Note):
                self._changed.add(record.id)
            elif isinstance(record, Link):
                self._changed |= {record.start, record.end}
        self._soon.start()

    @property
    def inventory(self) -> Inventory:
        """The inventory of the open workshop, up to date."""
        return self._window.doors.lens.inventory

    def renew(self) -> None:
        """Shows what is different now."""
        if not self._made or self._stage is None:
            return
        changed, self._changed = self._changed, set()
        inventory, t = self.inventory, self._window.t
        model = self.sources.rows.sourceModel()
        if isinstance(model, SourcesModel):
            near = {other for each in changed for other in inventory.index.near.get(each, {}).values()}
            model.renew(changed | near)
        self.address.renew(inventory)
        left = len(inventory.findings(accepted=False))
        self.tabs.setTabText(FINDINGS, f"{t(TABS[FINDINGS])} ({left})" if left else t(TABS[FINDINGS]))
        self._nothing.setVisible(not inventory.sources() and self.tabs.currentIndex() != FINDINGS)
        self._turn(self.tabs.currentIndex())

    def _turn(self, page: int) -> None:
        """Shows a page, brought up to date now that it is looked at."""
        self.pages.setCurrentIndex(page)
        inventory, t = self.inventory, self._window.t
        if page == MATRIX:
            _show_table(self.matrix, matrix_table(inventory, t))
        elif page == JOURNEY:
            _show_table(self.journey, next(journey_tables(inventory, t), Table("", (), ())))
        elif page == FINDINGS:
            self.findings.renew(inventory)
        self._nothing.setVisible(not inventory.sources() and page != FINDINGS)

    # The board

    def _on_board(self, stage: Stage) -> None:
        if stage is self._window.stage and self.isVisible():
            self.sources.show_chosen(stage.selection.ids)

    def _choose(self, note_ids: list[str]) -> None:
        """Selects sources on the board, on the sheet where the first of them is."""
        notes = [note for note_id in note_ids if (note := self.inventory.index.notes.get(note_id)) is not None]
        if notes:
            self._show(notes[0].sheet, [note.id for note in notes if note.sheet == notes[0].sheet])

    def _show(self, sheet_id: str, note_ids: list[str]) -> None:
        focused = self.window().focusWidget()
        if sheet_id != self._window.stage.layout.sheet_id:
            self._window.show_sheet(sheet_id)
            if focused is not None:
                focused.setFocus(Qt.FocusReason.OtherFocusReason)
        stage = self._window.stage
        stage.selection.set(note_id for note_id in note_ids if note_id in stage.layout.notes)
        for note_id in note_ids[:1]:
            reveal(stage.board, note_id)

    def _jump(self, finding: Finding) -> None:
        """Shows on the sheet what a finding is about."""
        notes = [self.inventory.index.notes[each] for each in finding.notes if each in self.inventory.index.notes]
        self._window.doors.lens.look("data")
        if notes:
            self._show(notes[0].sheet, [note.id for note in notes if note.sheet == notes[0].sheet])
            return
        sheet, name = block_of(finding.subject)
        self._show(sheet, [])
        stage = self._window.stage
        zone = stage.layout.template.zone(name)
        if zone is not None:
            reveal_room(stage.board, zone.box)
            stage.board.light(zone.id)
            self._lit = stage
            self._dark.start()

    def _let_go(self) -> None:
        """The block that was lit for a moment goes out."""
        if self._lit is self._window.stage:
            self._lit.board.light(None)
        self._lit = None

    def _ask_fine(self, finding: Finding) -> None:
        why = self._window.ask_text("inventory.fine.why", "")
        if why is None:
            return
        try:
            with self._window.session.store.transaction("step.lens.fine") as tx:
                mark_fine(tx, finding, why)
        except Problem as problem:
            self._window.tell(problem)

    def _take_back(self, finding: Finding) -> None:
        with self._window.session.store.transaction("step.lens.fine") as tx:
            take_back_fine(tx, finding)


def _read_only(name: str) -> QTableView:
    table = QTableView()
    table.setModel(RowsModel(table))
    OwnKeys(table, table)
    table.setAccessibleName(name)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.horizontalHeader().setHighlightSections(False)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    table.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    return table


def _show_table(table: QTableView, told: Table) -> None:
    """Shows other rows, each column as wide as its words up to a limit, and words that are longer over more lines."""
    model = table.model()
    assert isinstance(model, RowsModel)
    if told == model.table:
        return
    model.show_table(told)
    table.resizeColumnsToContents()
    for column in range(len(told.headings)):
        table.setColumnWidth(column, min(table.columnWidth(column) + 8, WIDEST_COLUMN))
    table.resizeRowsToContents()
