"""The data inventory beside the board: what one change costs, the table, the findings, and files, with real keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLineEdit, QWidget

from canvas_files.facts import text_of
from canvas_files.records import Note, Remark
from helpers.data_windows import choose, data_window, select
from helpers.open_windows import point_at
from helpers.walked_windows import key, note_with, open_window, settle, workshop
from plakbord.window.main_window import MainWindow
from plakbord.window.panels.inventory import FINDINGS, JOURNEY, MATRIX, InventoryPanel
from plakbord.window.panels.rows_model import RowsModel
from plakbord.window.panels.sources_model import COLUMNS

K = Qt.Key


@pytest.fixture
def window(qapp: QApplication) -> Iterator[MainWindow]:
    with data_window(qapp) as opened:
        yield opened


def inventory(window: MainWindow) -> InventoryPanel:
    panel = window.doors.panels.current
    assert isinstance(panel, InventoryPanel)
    return panel


def cell(panel: InventoryPanel, name: str, column: str) -> str:
    rows = panel.sources.rows
    at = next(row for row in range(rows.rowCount()) if rows.index(row, 0).data() == name)
    return str(rows.index(at, COLUMNS.index(column)).data())


def test_the_inventory_answers_what_one_change_costs(window: MainWindow, qapp: QApplication) -> None:
    key(window.stage.board, K.Key_I)
    settle(qapp)
    panel = inventory(window)
    assert panel.address.item.currentText() in ("address", "Address")
    assert panel.address.count.text() == "2 systems"
    assert panel.address.places.text() == "2 places to change by hand"
    select(window, "Till", "Bookkeeping")
    settle(qapp)
    window._commands.by_id["lens.couple.automatic"].trigger()
    settle(qapp)
    assert panel.address.places.text() == "1 place to change by hand"
    assert "⇄" in panel.address.groups.text()
    choose(panel.address.item, "part")
    assert panel.address.count.text() == "1 system"


def test_an_empty_inventory_says_how_to_begin_and_that_works(qapp: QApplication) -> None:
    with open_window(qapp, workshop(("channels", "Shop"))) as window:
        window.resize(1400, 900)
        window.stage.board.setFocus()
        key(window.stage.board, K.Key_O)
        settle(qapp)
        key(window.stage.board, K.Key_I)
        settle(qapp)
        panel = inventory(window)
        assert panel._nothing.isVisible()
        assert panel._nothing.text().startswith("No sources yet. Point at a block on the sheet and press D")
        point_at(window, "key_partners")
        settle(qapp)
        assert panel.isAncestorOf(QApplication.focusWidget())
        key(panel, K.Key_D)
        settle(qapp)
        QTest.keyClicks(QApplication.focusWidget(), "Orders")
        key(window.stage.board, K.Key_Escape)
        settle(qapp)
        assert note_with(window.session, "Orders").zone == "key_partners"
        assert not panel._nothing.isVisible()
        assert cell(panel, "Orders", "block") == "Key partners"


def test_the_table_is_changed_in_place_sorted_and_filtered(window: MainWindow, qapp: QApplication) -> None:
    key(window.stage.board, K.Key_I)
    settle(qapp)
    panel = inventory(window)
    table, rows = panel.sources.table, panel.sources.rows
    assert [rows.index(row, 0).data() for row in range(rows.rowCount())] == ["Till", "Bookkeeping", "Orders"]
    table.setFocus()
    table.setCurrentIndex(rows.index(0, COLUMNS.index("owner")))
    place = note_with(window.session, "Till").y
    QTest.keyClick(table, K.Key_Down)
    assert note_with(window.session, "Till").y == place
    QTest.keyClick(table, K.Key_F2)
    editor = table.findChild(QLineEdit)
    assert editor is not None
    QTest.keyClicks(editor, "Elske")
    QTest.keyClick(editor, K.Key_Return)
    settle(qapp)
    assert text_of(note_with(window.session, "Bookkeeping"), "owner") == "Elske"
    assert cell(panel, "Bookkeeping", "owner") == "Elske"
    assert window.stage.selection.ids == {note_with(window.session, "Bookkeeping").id}
    rows.setData(rows.index(0, COLUMNS.index("quality")), "5")
    settle(qapp)
    assert note_with(window.session, "Till").facts["quality"] == 5
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert [rows.index(row, 0).data() for row in range(3)] == ["Bookkeeping", "Orders", "Till"]
    QTest.keyClicks(panel.sources.filter, "elsk")
    assert [rows.index(row, 0).data() for row in range(rows.rowCount())] == ["Bookkeeping"]
    panel.sources.filter.clear()
    window._commands.by_id["edit.undo"].trigger()
    window._commands.by_id["edit.undo"].trigger()
    settle(qapp)
    assert cell(panel, "Bookkeeping", "owner") == cell(panel, "Till", "quality") == ""


def test_what_cannot_be_is_told_and_the_cell_stays(window: MainWindow, qapp: QApplication) -> None:
    key(window.stage.board, K.Key_I)
    settle(qapp)
    panel = inventory(window)
    told: list[str] = []
    model = panel.sources.rows.sourceModel()
    model._tell = lambda problem: told.append(problem.key)  # type: ignore[attr-defined]
    assert not panel.sources.rows.setData(panel.sources.rows.index(0, COLUMNS.index("quality")), "12")
    assert not panel.sources.rows.setData(panel.sources.rows.index(0, COLUMNS.index("owner")), "x" * 400)
    assert not panel.sources.rows.setData(panel.sources.rows.index(0, COLUMNS.index("block")), "elsewhere")
    assert told == ["unknown_choice", "field_too_long"]


def test_rows_follow_what_comes_goes_and_moves(window: MainWindow, qapp: QApplication) -> None:
    key(window.stage.board, K.Key_I)
    settle(qapp)
    panel = inventory(window)
    rows = panel.sources.rows

    def names() -> list[str]:
        settle(qapp)
        return [str(rows.index(row, 0).data()) for row in range(rows.rowCount())]

    with window.session.store.transaction("step.lens.role") as tx:
        tx.update(note_with(window.session, "Families").id, role="data_source")
    assert names() == ["Families", "Till", "Bookkeeping", "Orders"]
    with window.session.store.transaction("step.note.delete") as tx:
        tx.remove(note_with(window.session, "Bookkeeping").id)
    assert names() == ["Families", "Till", "Orders"]
    with window.session.store.transaction("step.note.move") as tx:
        tx.update(note_with(window.session, "Orders").id, zone="customer_segments", y=0, x=0)
    assert names() == ["Orders", "Families", "Till"]
    for _ in range(3):
        window._commands.by_id["edit.undo"].trigger()
    assert names() == ["Till", "Bookkeeping", "Orders"]


def test_findings_jump_and_can_be_fine(window: MainWindow, qapp: QApplication) -> None:
    key(window.stage.board, K.Key_I)
    settle(qapp)
    panel = inventory(window)
    panel.tabs.setCurrentIndex(FINDINGS)
    view = panel.findings
    before = view.model.rowCount()
    assert panel.tabs.tabText(FINDINGS) == f"Findings ({before})"
    view.list.setCurrentIndex(view.model.index(0))
    QTest.keyClick(view.list, K.Key_Return)
    settle(qapp)
    assert window.stage.layout.view == "data"
    assert window.stage.selection.ids == {note_with(window.session, name).id for name in ("Till", "Bookkeeping")}
    window.ask_text = lambda *_: "they are checked every week"  # type: ignore[method-assign]
    QTest.mouseClick(view.fine_button, Qt.MouseButton.LeftButton)
    settle(qapp)
    (remark,) = [record for record in window.session.store.records.values() if isinstance(record, Remark)]
    assert remark.text == "they are checked every week"
    assert panel.tabs.tabText(FINDINGS) == f"Findings ({before - 1})"
    assert "they are checked" in str(view.model.index(0).data())
    QTest.mouseClick(view.accepted, Qt.MouseButton.LeftButton, pos=QPoint(10, view.accepted.height() // 2))
    assert view.model.rowCount() == before - 1
    view.accepted.setChecked(True)
    view.list.setCurrentIndex(view.model.index(0))
    QTest.mouseClick(view.fine_button, Qt.MouseButton.LeftButton)
    settle(qapp)
    assert remark.id not in window.session.store.records
    blocks = next(row for row in range(before) if "has no data source yet" in str(view.model.index(row).data()))
    view.list.setCurrentIndex(view.model.index(blocks))
    QTest.mouseClick(view.show_button, Qt.MouseButton.LeftButton)
    settle(qapp)
    assert window.stage.selection.ids == frozenset()


def test_the_other_pages_tell_what_is_now(window: MainWindow, qapp: QApplication) -> None:
    key(window.stage.board, K.Key_I)
    settle(qapp)
    panel = inventory(window)
    panel.tabs.setCurrentIndex(MATRIX)
    model = panel.matrix.model()
    assert isinstance(model, RowsModel)
    assert model.table.headings[1:-1] == ("Bookkeeping 2", "Orders 2", "Till 2")
    panel.tabs.setCurrentIndex(JOURNEY)
    with window.session.store.transaction("step.note.tag") as tx:
        tx.update(note_with(window.session, "Shop").id, tags=["purchase"])
    settle(qapp)
    journey = panel.journey.model()
    assert isinstance(journey, RowsModel)
    assert journey.table.rows == (("Shop", "", "", "nothing", "", ""),)


def test_panels_follow_to_another_workshop_and_another_language(window: MainWindow, qapp: QApplication) -> None:
    key(window.stage.board, K.Key_I)
    settle(qapp)
    panel = inventory(window)
    other = workshop(("channels", "Reviews"))
    with other.store.transaction("", "load") as tx:
        tx.update(note_with(other, "Reviews").id, role="data_source")
    window.session._saved_revision = window.session.store.revision
    window.show_session(other)
    settle(qapp)
    assert [panel.sources.rows.index(0, 0).data(), panel.sources.rows.rowCount()] == ["Reviews", 1]
    window.use_language("nl")
    settle(qapp)
    assert panel.tabs.tabText(0) == "Bronnen"
    assert panel.sources.rows.rowCount() == 1
    with other.store.transaction("step.note.edit") as tx:
        tx.update(note_with(other, "Reviews").id, text="Recensies")
    settle(qapp)
    assert panel.sources.rows.index(0, 0).data() == "Recensies"


def widgets_with_keys(panel: QWidget) -> list[QWidget]:
    kinds = (QLineEdit, QComboBox)
    return [each for each in panel.findChildren(QWidget) if isinstance(each, kinds) and each.isVisible()]


@pytest.mark.parametrize("name", ["lens.inspector", "lens.inventory"])
def test_every_field_in_a_panel_has_a_name_for_who_hears_it(window: MainWindow, qapp: QApplication, name: str) -> None:
    select(window, "Till")
    window._commands.by_id[name].trigger()
    settle(qapp)
    panel = window.doors.panels.current
    assert panel is not None
    nameless = [each for each in widgets_with_keys(panel) if not each.accessibleName() and each.parent() is not None]
    assert [each for each in nameless if not isinstance(each.parent(), QComboBox)] == []


def test_the_inventory_is_written_where_the_person_chooses(
    window: MainWindow, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = tmp_path
    t = window.t
    for suffix, start in ((".pdf", b"%PDF"), (".xlsx", b"PK"), (".csv", b"\xef\xbb\xbf"), (".md", b"# Data")):
        answer = (str(folder / "inventory"), t(f"lens.filter{suffix}"))
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, answer=answer: answer)
        window._commands.by_id["lens.export"].trigger()
        assert (folder / f"inventory{suffix}").read_bytes().startswith(start)
    assert isinstance(note_with(window.session, "Till"), Note)
