"""The data lens in the window: the switch, data notes, the panel that asks, and the inventory beside the board, with
real keys and clicks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget

from canvas_files.facts import text_of
from canvas_files.file import encode
from canvas_files.records import Link, Note, Remark
from helpers.walked_windows import key, note_with, open_window, settle, workshop
from plakbord.sheet import theme
from plakbord.window.main_window import MainWindow
from plakbord.window.panels.inspector import Inspector
from plakbord.window.panels.inventory import FINDINGS, JOURNEY, MATRIX, InventoryPanel
from plakbord.window.panels.rows_model import RowsModel
from plakbord.window.panels.sources_model import COLUMNS

K = Qt.Key
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qapp: QApplication) -> Iterator[MainWindow]:
    session = workshop(
        ("customer_segments", "Families"),
        ("value_propositions", "Fresh bread"),
        ("channels", "Shop"),
        ("channels", "Till"),
        ("revenue_streams", "Bookkeeping"),
        ("key_partners", "Orders"),
    )
    items = {"Till": ["address", "receipt"], "Bookkeeping": ["Address"], "Orders": ["part"]}
    with session.store.transaction("", "load") as tx:
        for name, there in items.items():
            tx.update(note_with(session, name).id, role="data_source", facts={"items": there, "system": f"{name} 2"})
    with open_window(qapp, session) as opened:
        opened.resize(1400, 900)
        opened.stage.board.setFocus()
        settle(qapp)
        yield opened


def select(window: MainWindow, *names: str) -> None:
    window.stage.selection.set({note_with(window.session, name).id for name in names})


def inspector(window: MainWindow) -> Inspector:
    panel = window.doors.panels.current
    assert isinstance(panel, Inspector)
    return panel


def inventory(window: MainWindow) -> InventoryPanel:
    panel = window.doors.panels.current
    assert isinstance(panel, InventoryPanel)
    return panel


def choose(box: QComboBox, data: str) -> None:
    """Chooses as a person does, with the keyboard in the list."""
    box.setFocus()
    at = box.findData(data)
    assert at >= 0
    while box.currentIndex() != at:
        QTest.keyClick(box, K.Key_Down if box.currentIndex() < at else K.Key_Up)
    box.activated.emit(at)


def test_one_key_looks_through_data_and_back_without_losing_the_place(window: MainWindow, qapp: QApplication) -> None:
    board = window.stage.board
    board.zoom_by(1.5)
    camera = board.camera
    select(window, "Till")
    before, revision = encode(window.session.document), window.session.store.revision
    key(board, K.Key_O)
    settle(qapp)
    assert window.stage.layout.view == "data"
    assert window.stage.board.camera == camera
    assert window.stage.selection.ids == {note_with(window.session, "Till").id}
    assert window._commands.by_id["lens.toggle"].isChecked()
    key(window.stage.board, K.Key_O)
    settle(qapp)
    assert window.stage.layout.view == "business"
    assert encode(window.session.document) == before
    assert window.session.store.revision == revision


def test_the_toolbar_has_the_switch(window: MainWindow, qapp: QApplication) -> None:
    button = window._toolbar.widgetForAction(window._commands.by_id["lens.toggle"])
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(qapp)
    assert window.stage.layout.view == "data"


def test_data_notes_are_marks_without_the_lens_or_not_there(window: MainWindow, qapp: QApplication) -> None:
    till = note_with(window.session, "Till").id
    assert window.stage.layout.notes[till].w == theme.DATA_CHIP
    select(window, "Till", "Shop")
    window._commands.by_id["lens.marks"].trigger()
    settle(qapp)
    assert till not in window.stage.layout.notes
    assert window.stage.selection.ids == {note_with(window.session, "Shop").id}
    for action in ("edit.select_all", "note.tidy", "edit.copy", "note.stack", "edit.undo"):
        window._commands.by_id[action].trigger()
    window._commands.by_id["lens.toggle"].trigger()
    assert till in window.stage.layout.notes
    window._commands.by_id["lens.toggle"].trigger()
    assert till not in window.stage.layout.notes
    window._commands.by_id["lens.marks"].trigger()
    assert till in window.stage.layout.notes


def test_a_double_click_on_a_mark_opens_the_note_through_the_lens(window: MainWindow, qapp: QApplication) -> None:
    window.edit_note(note_with(window.session, "Till").id)
    settle(qapp)
    assert window.stage.layout.view == "data"
    assert window.stage.editing.active


def test_d_makes_a_data_source_and_asks_about_it(window: MainWindow, qapp: QApplication) -> None:
    select(window, "Shop")
    key(window.stage.board, K.Key_D)
    settle(qapp)
    assert window.stage.layout.view == "data"
    QTest.keyClicks(QApplication.focusWidget(), "Web shop")
    key(window.stage.board, K.Key_Escape)
    settle(qapp)
    note = note_with(window.session, "Web shop")
    assert (note.role, note.zone, note.color) == ("data_source", "channels", "white")
    panel = inspector(window)
    assert panel.name is not None
    assert panel.name.toPlainText() == "Web shop"
    assert list(panel.fields) == ["registered", "system"]
    assert panel.couplings is not None
    window._commands.by_id["edit.undo"].trigger()
    settle(qapp)
    assert not [record for record in window.session.store.records.values() if getattr(record, "text", "") == "Web shop"]


def ask_about(window: MainWindow, qapp: QApplication, name: str) -> Inspector:
    window._commands.by_id["lens.inspector"].trigger()
    select(window, name)
    settle(qapp)
    return inspector(window)


def test_answers_are_kept_at_once_and_can_be_undone(window: MainWindow, qapp: QApplication) -> None:
    panel = ask_about(window, qapp, "Till")
    QTest.mouseClick(panel.fields["registered"].buttons["partly"], Qt.MouseButton.LeftButton)  # type: ignore[attr-defined]
    assert text_of(note_with(window.session, "Till"), "registered") == "partly"
    line = panel.fields["system"].line  # type: ignore[attr-defined]
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "Excel")
    QTest.keyClick(line, K.Key_Return)
    settle(qapp)
    assert text_of(note_with(window.session, "Till"), "system") == "Excel"
    assert not window.stage.editing.active
    QTest.mouseClick(panel.fields["registered"].buttons["partly"], Qt.MouseButton.LeftButton)  # type: ignore[attr-defined]
    assert "registered" not in note_with(window.session, "Till").facts
    for _ in range(3):
        window._commands.by_id["edit.undo"].trigger()
    settle(qapp)
    assert note_with(window.session, "Till").facts == {"items": ["address", "receipt"], "system": "Till 2"}
    assert line.text() == "Till 2"


def test_more_questions_stay_open_and_items_complete(window: MainWindow, qapp: QApplication) -> None:
    panel = ask_about(window, qapp, "Till")
    panel._turn_more()
    assert list(panel.fields)[2:] == ["owner", "items", "refresh", "quality", "personal", "phase", "cost"]
    line = panel.fields["items"].line  # type: ignore[attr-defined]
    line.setFocus()
    settle(qapp)
    QTest.keyClicks(line, ", pa")
    settle(qapp)
    popup = line.completer().popup()
    assert popup.isVisible()
    place = note_with(window.session, "Till").x, note_with(window.session, "Till").y
    QTest.keyClick(popup, K.Key_Down)
    QTest.keyClick(popup, K.Key_Return)
    settle(qapp)
    assert line.text() == "address, receipt, part"
    QTest.keyClick(line, K.Key_Return)
    assert note_with(window.session, "Till").facts["items"] == ["address", "receipt", "part"]
    assert (note_with(window.session, "Till").x, note_with(window.session, "Till").y) == place
    select(window, "Bookkeeping")
    settle(qapp)
    assert "cost" in panel.fields
    assert panel.fields["items"].line.text() == "Address"  # type: ignore[attr-defined]


def test_what_is_typed_is_kept_when_another_note_is_selected(window: MainWindow, qapp: QApplication) -> None:
    panel = ask_about(window, qapp, "Till")
    line = panel.fields["system"].line  # type: ignore[attr-defined]
    line.setFocus()
    QTest.keyClicks(line, "X")
    assert panel.name is not None
    panel.name.setFocus()
    panel.name.selectAll()
    QTest.keyClicks(panel.name, "Cash desk")
    select(window, "Bookkeeping")
    settle(qapp)
    assert text_of(note_with(window.session, "Cash desk"), "system") == "Till 2X"


def test_couplings_are_made_changed_and_taken_away_in_the_panel(window: MainWindow, qapp: QApplication) -> None:
    panel = ask_about(window, qapp, "Till")
    rows = panel.couplings
    assert rows is not None
    at = rows.add.findText("Bookkeeping")
    assert at >= 0
    rows.add.activated.emit(at)
    settle(qapp)
    (link,) = [record for record in window.session.store.records.values() if isinstance(record, Link)]
    assert link.how == "wanted"
    box = next(box for box in rows.findChildren(QComboBox) if box is not rows.add and box.isVisible())
    choose(box, "automatic")
    settle(qapp)
    assert getattr(window.session.store.records[link.id], "how", "") == "automatic"
    rows.said.emit(link.end if link.end != note_with(window.session, "Till").id else link.start, "")
    settle(qapp)
    assert link.id not in window.session.store.records


def test_the_kind_of_a_note_is_chosen_in_the_panel(window: MainWindow, qapp: QApplication) -> None:
    panel = ask_about(window, qapp, "Families")
    assert panel.role is not None
    choose(panel.role, "kpi")
    settle(qapp)
    assert note_with(window.session, "Families").role == "kpi"
    assert list(panel.fields) == ["source", "alert"]
    window.stage.selection.set(())
    settle(qapp)
    assert panel.fields == {}


def test_sources_drawn_together_are_coupled(window: MainWindow, qapp: QApplication) -> None:
    window._commands.by_id["lens.toggle"].trigger()
    select(window, "Till", "Bookkeeping")
    settle(qapp)
    key(window.stage.board, K.Key_L)
    settle(qapp)
    (link,) = [record for record in window.session.store.records.values() if isinstance(record, Link)]
    assert link.how == "wanted"
    window._commands.by_id["lens.couple.file"].trigger()
    assert getattr(window.session.store.records[link.id], "how", "") == "file"
    assert window._commands.by_id["lens.couple.file"].isEnabled()
    window._commands.refresh()
    assert window._commands.by_id["lens.couple.file"].isChecked()
    window._commands.by_id["lens.uncouple"].trigger()
    assert link.id not in window.session.store.records
    select(window, "Families", "Fresh bread")
    settle(qapp)
    key(window.stage.board, K.Key_L)
    assert [record.how for record in window.session.store.records.values() if isinstance(record, Link)] == [""]


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
    window: MainWindow, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    from pathlib import Path

    from PySide6.QtWidgets import QFileDialog

    folder = Path(str(tmp_path))
    t = window.t
    for suffix, start in ((".pdf", b"%PDF"), (".xlsx", b"PK"), (".csv", b"\xef\xbb\xbf"), (".md", b"# Data")):
        answer = (str(folder / "inventory"), t(f"lens.filter{suffix}"))
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, answer=answer: answer)
        window._commands.by_id["lens.export"].trigger()
        assert (folder / f"inventory{suffix}").read_bytes().startswith(start)
    assert isinstance(note_with(window.session, "Till"), Note)
