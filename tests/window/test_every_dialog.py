"""Every dialog, menu, panel and message is opened in both languages and looked at: no key is missing, nothing is cut
off, nothing is left to fill in. A new dialog that nobody opens here fails the last test."""

from __future__ import annotations

import importlib
import pkgutil
import time
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QToolButton

import plakbord.window
from canvas_files.bring_back import Difference
from canvas_files.problems import Problem
from canvas_files.records import Language, Option, Round
from canvas_files.recovery import Found
from canvas_files.sentences import SENTENCES
from helpers.guests import Guest, until
from helpers.legible import Onlooker
from helpers.plain_windows import open_window, shut
from plakbord.exchange.pasted import PastedNote
from plakbord.paths import private_shelf
from plakbord.session import Session
from plakbord.settings import Settings
from plakbord.sheet.templates import sheet_for
from plakbord.window import asks, dialogs, files, leaving, theme
from plakbord.window.conflict_dialog import ConflictDialog
from plakbord.window.crash_report import CrashReports
from plakbord.window.filter_button import FilterButton
from plakbord.window.outside import Callers
from plakbord.window.panels.inspector import Inspector
from plakbord.window.panels.inventory import InventoryPanel
from plakbord.window.paste_dialog import Choices, PasteDialog
from plakbord.window.recovery_dialog import RecoveryDialog
from plakbord.window.share.aid import Aid
from plakbord.window.share.names_dialog import ask_names
from plakbord.window.share.room_screen import RoomScreen
from plakbord.window.share.sign import Sign
from plakbord.window.start import sample_session
from plakbord.window.start_page import StartPage
from plakbord.window.voting.alike import AlikeDialog
from plakbord.window.voting.correction import CorrectionDialog
from plakbord.words import LANGUAGES

FILE = Path("/home/fatima/Documenten/Klanten/Bakkerij De Gouden Korst - vervolgsessie.plakbord")
NAME = "Bakkerij De Gouden Korst - Businessmodelcanvasvervolgbijeenkomstvoorbereiding.plakbord"
"""As people name their files, with a word that cannot be broken."""
VALUES: dict[str, object] = {
    "name": NAME,
    "reason": "Het opgegeven netwerkpad is niet meer bereikbaar",
    "folder": "/media/fatima/USB-STICK/Klanten/2026/Bakkerij De Gouden Korst",
    "place": "zones.3.checklists.0.terms",
    "zones": "key_partners, key_activities, value_propositions, customer_relationships, customer_segments",
    "fields": "name, gender, birth_date, nationality, marital_status, family, company, function, roles, story",
    "choices": "user, buyer, decider, influencer, initiator, gatekeeper",
    "templates": "Business Model Canvas, Lean Canvas, Persona",
    "colors": "yellow, orange, pink, green, blue, white",
}
"""What stands in the sentences of problems; everything that is not here is a number."""


@pytest.fixture(params=[*LANGUAGES, "fingers"])
def onlooker(request: pytest.FixtureRequest, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Onlooker]:
    """A window with the sample workshop in each language, and who looks at it; and in Dutch, whose words are longer,
    where people use their fingers and everything is larger."""
    fingers = request.param == "fingers"
    language: Language = "nl" if fingers else request.param
    monkeypatch.setattr(theme, "has_touch_screen", lambda: fingers)
    session = Session(sample_session(language).document, shelf=private_shelf())
    window = open_window(session, Settings(language=language, motion="off", theme="light"))
    window.use_language(language)
    QTest.qWait(20)  # Qt's own words come a moment later
    yield Onlooker(window)
    window._discard = True
    window.session.store.read_only = True  # nobody is asked about what is not saved
    shut(window)


def found(relation: str, **other: object) -> Found:
    """Work that a crash left."""
    about = {"journal": FILE, "document_id": "a", "title": "De Gouden Korst", "file": FILE, "began": 0.0}
    about |= {"last": time.time(), "changes": 12, "notes": 48, "sheets": 3, "file_notes": 41, "relation": relation}
    return Found(**{**about, **other})  # type: ignore[arg-type]  # as it comes


def look_at_dialogs(look: Onlooker) -> None:
    """What the menus open, and what is asked on the way."""
    window, t = look.window, look.window.t
    look.open(window.new_workshop, "new", press=t("dialog.unsaved.discard"))
    look.open(window.workshop_details, "details")
    look.open(window.doors.preferences.ask, "settings")
    look.open(window.about, "about")
    for width in (1280, 700):
        window.resize(width, 720)
        QTest.qWait(10)
        look.open(window.finder.show_shortcuts, f"shortcuts-{width}")
    window.resize(1280, 720)
    look.open(window.doors.templates.keep, "keep-template")
    look.open(window.rescue.show_recovered, "recovered")
    look.open(window.rescue.show_history, "history-none")
    window.session.keep_moment_now("named", "Vóór de stemronde")
    window.session.keep_moment_now("import")
    look.open(window.rescue.show_history, "history")
    look.open(lambda: window.ask_text("dialog.cluster.name", "Bezorgen aan huis"), "cluster-name")
    look.open(lambda: dialogs.ask_replace(window, NAME, t), "replace")
    look.open(lambda: dialogs.ask_unsaved(window, NAME, t), "unsaved")
    relations = ("unsaved", "newer", "changed", "overtaken", "gone")
    several = [found(each, lost=number == 1, aside=number == 3) for number, each in enumerate(relations)]
    look.open(RecoveryDialog(window, several, t).exec, "recovery")
    look.open(RecoveryDialog(window, several[1:2], t, FILE.name).exec, "recovery-of-a-file")
    look.open(ConflictDialog(window, NAME, Difference(41, 48, 2, 9, 4, 3, 3), t).exec, "conflict")
    look.open(ConflictDialog(window, NAME, None, t).exec, "conflict-unreadable")
    notes = [PastedNote(f"Idee {number}: bezorging aan huis", "yellow" if number % 2 else None) for number in range(9)]
    zones = tuple((zone.id, zone.heading(t.language)) for zone in window.stage.layout.template.zones)
    look.open(PasteDialog(window, notes, 12, Choices(zones, zones[0][0], True, "yellow"), t).exec, "paste")


def look_at_voting(look: Onlooker) -> None:
    """What a round asks on the way."""
    window, t = look.window, look.window.t
    sheet = window.stage.layout.sheet_id
    words = ("Bezorging aan huis voor nieuwe klanten", "Bezorgen aan huis, ook voor nieuwe klanten in de buurt")
    pair = [
        Option(number=number, note=f"note:{number}", notes=[f"note:{number}"], sheet=sheet, text=text)
        for number, text in enumerate(words, 1)
    ]
    look.open(AlikeDialog(window, [(pair[0], pair[1])], lambda *_: None, t).exec, "alike")
    look.open(AlikeDialog(window, [], lambda *_: None, t).exec, "alike-none")
    look.open(CorrectionDialog(window, window.session, Round(id="round:1", number=1), t).exec, "correction")


def look_at_files(look: Onlooker) -> None:
    """The dialogs in which a file is chosen, with Qt's own words in them."""
    window, t, settings = look.window, look.window.t, look.window.settings
    look.open(lambda: files.ask_open(window, settings, t), "file-open")
    look.open(lambda: files.ask_save(window, window.session, settings, t), "file-save")
    look.open(window.export_poster, "poster", press=t("export.save"))  # asks where in its turn
    look.open(window.doors.portraits.choose, "file-portrait")
    look.open(window.doors.templates.open, "file-template")


def look_at_menus(look: Onlooker) -> None:
    """All menus and the menus in them, those of notes, portraits, sheets and blocks too."""
    window = look.window

    def look_inside(menu: QMenu, name: str) -> None:
        menu.popup(window.mapToGlobal(QPoint(40, 40)))
        assert [entry for entry in menu.actions() if not entry.isSeparator()], f"{name} is empty"
        look.look(menu, name)
        menu.hide()
        for number, entry in enumerate(menu.actions()):
            inner = entry.menu()
            if isinstance(inner, QMenu):
                look_inside(inner, f"{name}-{number}")

    window.show_sheet(window.session.document.sheets[0].id)
    notes = [note.id for note in window.session.notes_on(window.session.document.sheets[0])]
    window.stage.selection.set(notes[:2])
    for number, entry in enumerate(window.menuBar().actions()):
        menu = entry.menu()
        assert isinstance(menu, QMenu)
        look_inside(menu, f"menu-{number}")
    middle = window.mapToGlobal(window.rect().center())
    look.open(lambda: window.show_note_menu(middle), "menu-note")
    look.open(lambda: asks.ask_block(window.stage.board, window.stage.layout, window.t), "menu-block")
    look.open(lambda: window.doors.sheets._show_menu(window.stage.layout.sheet_id, middle), "menu-sheet")
    look_inside(window._bottom._menu, "menu-add")
    look.open(window.ask_tags, "tags")


def look_at_panels(look: Onlooker) -> None:
    """What stands in the window beside the board, and what lies over it."""
    window, t = look.window, look.window.t
    window.resize(1280, 720)
    window.show_outline(True)
    look.look(window, "outline")
    window.finder.show_search()
    QTest.qWait(10)
    look.look(window, "search")
    for button in window.findChildren(FilterButton):
        if button.isVisible() and button.isEnabled():
            look.open(button.showMenu if isinstance(button, QToolButton) else button.click, f"filter-{button.part}")
    window.finder._search.end()  # type: ignore[union-attr]  # it was just begun
    window.show_outline(False)
    window.finder.show_palette()
    look.look(window, "palette")
    for asked in ("poster", "zzzz"):
        QTest.keyClicks(QApplication.focusWidget(), asked)
        look.look(window, f"palette-{asked}")
    window.finder._palette.close_palette()  # type: ignore[union-attr]  # it was just opened
    window.doors.start.show()
    QTest.qWait(30)  # it looks for work that was left by itself
    page = next(each for each in window.findChildren(StartPage) if each.isVisible())
    page.show_recovered([found("unsaved"), found("newer"), found("changed"), found("gone")])
    for size in ((1280, 720), (900, 620)):
        window.resize(*size)
        QTest.qWait(20)
        look.look(window, f"start-{size[0]}")
    window.doors.start.hide()
    notice = window.doors.clipboard.notice
    notice.say(f"{t('notice.pasted', n=24, where=t('board.strip'))} {t('notice.beside', n=3)}")
    look.look(window, "notice")


def look_at_sharing(look: Onlooker) -> None:
    """The panel before and while phones take part, with people in it, and what the room sees."""
    window, t = look.window, look.window.t
    window.resize(1280, 720)
    panel = window.doors.panels.open("share")
    look.look(panel, "share")
    sharing = window.doors.share.sharing()
    sharing.start("127.0.0.1")
    sharing.use_inbox("tray")
    guests = [Guest(sharing, name) for name in ("Anna", "Jan-Willem van Oldenbarneveldt-Hooghiemstra", "")]
    for guest in guests:
        guest.jot("Broodabonnement voor de hele straat")
    sharing.expect(3)
    guests.append(Guest(sharing, "Bram van den Berg-Hooghiemstra"))
    until(lambda: any(person.waiting for person in sharing.people))
    QTest.qWait(150)
    look.look(panel, "share-people")
    (aid,) = window.findChildren(Aid)
    aid.ask.click()
    look.look(panel, "share-aid")
    look.open(lambda: ask_names(window, ("Anna", "Bram"), t), "share-names")
    look.open(lambda: dialogs.ask_sure(window, "share.kick.sure", t, name=NAME[:40]), "kick")
    look.open(lambda: leaving.may_close(window, window.session, t), "leave-unsaved")
    look.open(lambda: leaving.may_interrupt(window, window.session, t), "leave")
    for each in window.findChildren(Sign):
        look.look(each, "share-sign")
    for size in ((1280, 720), (800, 600)):
        window.resize(*size)
        window.doors.share.show_room()
        (screen,) = [each for each in window.findChildren(RoomScreen) if each.isVisible()]
        look.look(screen, f"share-room-{size[0]}")
        window.doors.share.show_room()
    window.resize(1280, 720)
    for guest in guests:
        guest.close()
    sharing.stop()
    window.doors.panels.close()


def look_at_data(look: Onlooker) -> None:
    """The panels of the data lens, each of their pages, and the sheet seen through it."""
    window = look.window
    window.show_session(Session(sample_session(window.t.language, "data").document, shelf=private_shelf()))
    window.doors.lens.look("data")
    window.resize(1280, 720)
    inventory = window.doors.panels.open("inventory")
    assert isinstance(inventory, InventoryPanel)
    for page in range(inventory.tabs.count()):
        inventory.tabs.setCurrentIndex(page)
        QTest.qWait(10)
        look.look(window, f"inventory-{page}")
    source = next(note for note in window.session.notes_on_all() if note.role == "data_source")
    window.stage.selection.set({source.id})
    inspector = window.doors.panels.open("inspector")
    assert isinstance(inspector, Inspector)
    for part in ("few", "more"):
        QTest.qWait(10)
        look.look(window, f"inspector-{part}")
        if part == "few":
            inspector._turn_more()
    inspector._turn_more()
    window.doors.panels.close()


def look_at_sheets(look: Onlooker) -> None:
    """Each kind of sheet, empty and filled, with the labels and hints on it."""
    window = look.window
    document = window.session.document
    for sheet in document.sheets:
        window.show_sheet(sheet.id)
        look.look(window, f"sheet-{sheet.template}")
    with document.store.transaction("step.sheet.add") as tx:
        blank = sheet_for(document, "canvas")
        tx.put(blank)
    window.show_sheet(blank.id)
    look.look(window, "sheet-blank")


def look_at_watch(look: Onlooker) -> None:
    """The bar that says what is not as it should be, with its buttons."""
    window, t = look.window, look.window.t
    said: list[tuple[str, str, list[str]]] = [
        (t("notice.locked", name=NAME), "lock", ["notice.copy"]),
        (t("notice.newer", name=NAME), "eye", []),
        (t("notice.memory", reason=VALUES["reason"]), "triangle-alert", ["notice.save_as"]),
        (t("notice.changed", name=NAME), "circle-alert", ["notice.choose"]),
        (t("notice.gone", name=NAME), "circle-alert", ["notice.save_again", "notice.save_as"]),
        (problem("not_confirmed").sentence(t.language), "info", []),
    ]
    for number, (words, icon, buttons) in enumerate(said):
        window._safety.bar.say(words, icon, window.icons, [(t(key), lambda: None) for key in buttons])
        for width in (1280, 700):
            window.resize(width, 700)
            QTest.qWait(10)
            look.look(window._safety.bar, f"bar-{number}-{width}")
    window._safety.bar.be_quiet()


def problem(key: str) -> Problem:
    """A problem with the values that its sentences ask for, as they are in life."""
    names = {name for words in SENTENCES[key] for _, name, _, _ in Formatter().parse(words) if name}
    return Problem(key, **{name: VALUES.get(name, 12) for name in names})


def look_at_problems(look: Onlooker, folder: Path) -> None:
    """Every sentence as it is told, the list of remarks after opening, and the report of a crash."""
    window, t = look.window, look.window.t
    for key in SENTENCES:
        look.open(lambda key=key: window.tell(problem(key)), f"problem-{key}")
    many = [problem(key) for key in SENTENCES]
    look.open(lambda: dialogs.tell_remarks(window, many, t), "remarks")
    reports = CrashReports(folder)
    callers = Callers(window, window, reports)
    look.open(lambda: (callers.tell_hard_crash(folder / "report-20261121-101500-1.txt"), QTest.qWait(60)), "report")
    callers.close()


def dialog_types() -> set[str]:
    """The names of all dialogs of the program."""
    for module in pkgutil.walk_packages(plakbord.window.__path__, "plakbord.window."):
        importlib.import_module(module.name)

    def below(kind: type) -> Iterator[type]:
        for each in kind.__subclasses__():
            yield each
            yield from below(each)

    return {each.__name__ for each in below(QDialog) if each.__module__.startswith("plakbord.")}


def test_everything_can_be_read(onlooker: Onlooker, tmp_path: Path) -> None:
    look_at_panels(onlooker)
    look_at_sharing(onlooker)
    look_at_sheets(onlooker)
    look_at_menus(onlooker)
    look_at_watch(onlooker)
    look_at_dialogs(onlooker)
    look_at_voting(onlooker)
    look_at_files(onlooker)
    look_at_problems(onlooker, tmp_path)
    look_at_data(onlooker)
    assert not onlooker.wrong, "\n".join(onlooker.wrong)
    made_of = {"CardsDialog"}  # only what others are made of
    assert dialog_types() - made_of - onlooker.looked_at == set(), "a dialog that nobody opened here"
