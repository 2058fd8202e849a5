"""The data lens in the window: the switch, data notes, and the panel that asks, with real keys and clicks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from canvas_files.facts import text_of
from canvas_files.file import encode
from canvas_files.records import Link, Scope
from canvas_files.rounds import candidates
from helpers.data_windows import choose, data_window, select
from helpers.walked_windows import key, note_with, settle
from plakbord.actions.round_plan import options_of
from plakbord.sheet import theme
from plakbord.sheet.marks import Text
from plakbord.window.main_window import MainWindow
from plakbord.window.panels.inspector import Inspector

K = Qt.Key


@pytest.fixture
def window(qapp: QApplication) -> Iterator[MainWindow]:
    with data_window(qapp) as opened:
        yield opened


def inspector(window: MainWindow) -> Inspector:
    panel = window.doors.panels.current
    assert isinstance(panel, Inspector)
    return panel


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


def test_the_legend_is_about_business_notes(window: MainWindow, qapp: QApplication) -> None:
    select(window, "Shop")
    key(window.stage.board, K.Key_D)
    settle(qapp)
    QTest.keyClicks(QApplication.focusWidget(), "Web shop")
    key(window.stage.board, K.Key_Escape)
    settle(qapp)
    key(window.stage.board, K.Key_O)
    settle(qapp)
    face = window.stage.layout.notes[note_with(window.session, "Web shop").id]
    assert (face.color, face.zone) == ("white", "channels")
    assert legend_of(window) == ["Yellow"]
    select(window, "Shop")
    window._commands.by_id["note.color.white"].trigger()
    settle(qapp)
    assert legend_of(window) == ["Yellow", "White"]


def legend_of(window: MainWindow) -> list[str]:
    """What the legend of the sheet names."""
    layout = window.stage.layout
    room = layout.template.legend
    assert room is not None
    texts = (mark for mark in layout.ground if isinstance(mark, Text) and mark.role == "small")
    named = (mark for mark in texts if room.holds(mark.x, mark.y + mark.laid.height / 2))
    return ["".join(line.text for line in mark.laid.lines) for mark in named]


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


def test_a_vote_on_opportunities_across_blocks(window: MainWindow, qapp: QApplication) -> None:
    store = window.session.store
    window._commands.refresh()
    assert not window._commands.by_id["lens.vote"].isEnabled()
    with store.transaction("step.lens.role") as tx:
        tx.update(note_with(window.session, "Families").id, role="opportunity")
        tx.update(note_with(window.session, "Fresh bread").id, role="automation")
    settle(qapp)
    window._commands.by_id["lens.vote"].trigger()
    settle(qapp)
    assert window.doors.panels.open_name == "voting"
    assert window.stage.layout.view == "data"
    plan = window.doors.voting.plan_now()
    assert plan is not None
    options = options_of(window.session.document, plan)
    assert sorted(option.text for option in options) == ["Families", "Fresh bread"]
    assert plan.title == "Opportunities and automation"
    ordinary = candidates(store.records, Scope())
    assert [option.text for option in ordinary] == ["Shop"]
    till = note_with(window.session, "Till").id
    assert [option.note for option in candidates(store.records, Scope(notes=[till]))] == [till]
