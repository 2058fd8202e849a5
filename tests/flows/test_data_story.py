"""A whole piece of work with the data lens: twelve sources in four blocks, couplings, one change of address, findings,
and out to paper, a workbook and back."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QTextEdit

from canvas_files.file import open_file
from canvas_files.inventory import Inventory
from canvas_files.records import Language
from canvas_files.rounds import cast, ranking, rounds
from helpers.pdf_reading import reader_of
from helpers.walked_windows import key, note_with, open_window, settle, workshop
from plakbord.settings import Settings
from plakbord.window.main_window import MainWindow
from plakbord.window.panels.inspector import Inspector
from plakbord.window.panels.inventory import FINDINGS, InventoryPanel

K = Qt.Key
SOURCES = (
    ("customer_segments", "Kaartenbak", "adres, naam"),
    ("customer_segments", "Nieuwsbrief", "naam, e-mail"),
    ("customer_segments", "Enquête", "wens"),
    ("channels", "Kassa", "adres, bon"),
    ("channels", "Webwinkel", "adres, e-mail"),
    ("channels", "WhatsApp 🙂", "naam"),
    ("revenue_streams", "Boekhouding", "adres, factuur"),
    ("revenue_streams", "Abonnementen", "adres, IBAN"),
    ("revenue_streams", "Bank", "IBAN"),
    ("key_partners", "Bestellingen", "onderdeel"),
    ("key_partners", "Groothandelsportaal met een lange naam", "onderdeel"),
    ("key_partners", "Levertijden", "levertijd"),
)
PAIRS = (("Kassa", "Boekhouding", "automatic"), ("Kassa", "Webwinkel", "automatic"), ("Kaartenbak", "Kassa", "hand"))


def run(window: MainWindow, app: QApplication, action: str) -> None:
    settle(app, 5)
    window._commands.by_id[action].trigger()
    settle(app, 5)


def make_source(window: MainWindow, app: QApplication, zone: str, name: str, items: str) -> None:
    """Presses D in a block, types the name, and fills in what it registers in the panel."""
    window.stage.selection.set({note_with(window.session, f"in {zone}").id})
    settle(app, 5)
    key(window.stage.board, K.Key_D)
    settle(app, 5)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QTextEdit)
    editor.insertPlainText(name)  # QTest types only letters without accents
    key(window.stage.board, K.Key_Escape)
    settle(app, 5)
    panel = window.doors.panels.current
    assert isinstance(panel, Inspector)
    if "items" not in panel.fields:
        panel._turn_more()
    for fact, words in (("system", f"{name} 1"), ("items", items)):
        line = panel.fields[fact].line  # type: ignore[attr-defined]
        line.setText(words)
        panel.fields[fact].finish()
    settle(app, 5)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_from_an_empty_canvas_to_an_inventory(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: Language
) -> None:
    zones = ("customer_segments", "channels", "revenue_streams", "key_partners")
    session = workshop(*((zone, f"in {zone}") for zone in zones), language=language)
    with open_window(qapp, session, Settings(language=language, theme="light")) as window:
        window.resize(1500, 950)
        for zone, name, items in SOURCES:
            make_source(window, qapp, zone, name, items)
        assert window.stage.layout.view == "data"
        for one, other, how in PAIRS:
            window.stage.selection.set({note_with(session, name).id for name in (one, other)})
            run(window, qapp, f"lens.couple.{how}")
        run(window, qapp, "lens.inventory")
        panel = window.doors.panels.current
        assert isinstance(panel, InventoryPanel)
        assert panel.sources.rows.rowCount() == 12
        at = panel.address.item.findText("adres")
        panel.address.item.setCurrentIndex(at)
        panel.address.item.activated.emit(at)
        assert panel.address.count.text().startswith("5 ")
        assert panel.address.places.text().startswith("3 ")
        panel.tabs.setCurrentIndex(FINDINGS)
        rules = {finding.rule for finding in panel.inventory.findings()}
        assert {"item_not_coupled", "source_not_coupled", "block_without_source", "phase_without_registration"} <= rules
        for suffix in (".pdf", ".xlsx"):
            answer = (str(tmp_path / f"out{suffix}"), window.t(f"lens.filter{suffix}"))
            monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, answer=answer: answer)
            run(window, qapp, "lens.export")
        path = tmp_path / "data.plakbord"
        session.save(path)
        told = panel.inventory
        document, _ = open_file(path)
        again = Inventory(document.records, document.template_of)
        assert [note.text for note in again.sources()] == [note.text for note in told.sources()]
        assert again.findings() == told.findings()
        assert again.places("adres") == told.places("adres")
        for _ in range(200):
            if session.history.undo_label is None:
                break
            session.history.undo()
        assert panel.inventory.sources() == []
        session.history.redo()
        settle(qapp)
    text = reader_of((tmp_path / "out.pdf").read_bytes()).pages[0].extract_text()
    assert "Boekhouding" in text
    assert ("Eén wijziging van “adres”: 5 systemen" if language == "nl" else "One change of “adres”: 5 systems") in text
    book = load_workbook(BytesIO((tmp_path / "out.xlsx").read_bytes()))
    rows = book.worksheets[0].iter_rows(min_row=2)
    assert sorted(row[1].value for row in rows) == sorted(name for _, name, _ in SOURCES)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_is_worth_doing_is_voted_on_across_blocks(qapp: QApplication, language: Language) -> None:
    session = workshop(
        ("channels", "Kassa koppelen aan de boekhouding"),
        ("customer_segments", "Eén klantbeeld voor balie en werkplaats"),
        ("key_resources", "Onderdelen vanzelf nabestellen"),
        ("key_partners", "Bestellingen"),
        language=language,
    )
    roles = {"Kassa": "opportunity", "Eén": "opportunity", "Onderdelen": "automation", "Bestellingen": "data_source"}
    with session.store.transaction("step.note.role", "load") as tx:
        for note in session.notes_on_all():
            tx.update(note.id, role=roles[note.text.split()[0]])
    with open_window(qapp, session, Settings(language=language, theme="light")) as window:
        run(window, qapp, "lens.vote")
        assert window.stage.layout.view == "data"
        window.commands.by_id["vote.open"].trigger()
        settle(qapp, 5)
        (voted_in,) = rounds(session.store.records)
        assert voted_in.state == "open"
        assert {option.text for option in voted_in.options} == {
            note.text for note in session.notes_on_all() if note.role in ("opportunity", "automation")
        }
        best = next(option.number for option in voted_in.options if option.text.startswith("Onderdelen"))
        for name in ("Anna", "Bart"):
            cast(session.store, voted_in.id, session.voter_id(voted_in.id, name), {best: 1}, way="kiosk", name=name)
        for step in ("vote.close", "vote.reveal"):
            run(window, qapp, step)
        ranks = ranking(session.store.records, rounds(session.store.records)[0])
        assert (ranks[0].option.text, ranks[0].dots) == ("Onderdelen vanzelf nabestellen", 2)
        shown = {face.id: face.votes.dots for face in window.stage.layout.notes.values()}
        assert shown[ranks[0].option.note] == 2
