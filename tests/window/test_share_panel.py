"""The panel for sharing, with guests on real sockets: who comes in, what they do, and the way out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton

from canvas_files.records import Note
from helpers.guests import Guest, until
from helpers.sample_workshops import notes_of
from helpers.windows import answering, keys, press, settle
from plakbord.live.sharing import Sharing
from plakbord.window.main_window import MainWindow
from plakbord.window.panels.sharing import SharePanel
from plakbord.window.share.aid import Aid
from plakbord.window.share.arrivals import Fresh, Tray
from plakbord.window.share.entry import Entry
from plakbord.window.share.guests import Guests, Knocking
from plakbord.window.share.host import Part
from plakbord.window.share.modes import Modes, WritingRules
from plakbord.window.share.names_dialog import NamesDialog
from plakbord.window.share.room_screen import SMALLEST, RoomScreen
from plakbord.window.share.start import Start

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
HOME = "127.0.0.1"
Kind = TypeVar("Kind", bound=Part)


@pytest.fixture
def panel(window: MainWindow) -> SharePanel:
    """The panel, opened by its keys."""
    keys(window, Qt.Key.Key_D, CONTROL, SHIFT)
    found = window.doors.panels.current
    assert isinstance(found, SharePanel)
    return found


@pytest.fixture
def sharing(window: MainWindow, panel: SharePanel) -> Sharing:
    """Shared with nobody but this computer, by the button."""
    start = part(panel, Start)
    start.choice.setCurrentIndex(start.choice.findData(HOME))
    start.begin.click()
    settle()
    return window.doors.share.sharing()


@pytest.fixture
def guest(sharing: Sharing) -> Iterator[Callable[..., Guest]]:
    """Somebody comes in."""
    come: list[Guest] = []

    def make(name: str = "") -> Guest:
        come.append(Guest(sharing, name))
        return come[-1]

    yield make
    for each in come:
        each.close()


def part(panel: SharePanel, kind: type[Kind]) -> Kind:
    (found,) = [each for each in panel.parts if isinstance(each, kind)]
    return found


def note_with(window: MainWindow, text: str) -> Note | None:
    return next((note for note in notes_of(window.session) if note.text == text), None)


def test_it_says_what_sharing_is_before_it_begins(window: MainWindow, panel: SharePanel) -> None:
    start = part(panel, Start)
    assert start.choice.count() >= 1
    assert not window.doors.share.sharing().running
    start.choice.setCurrentIndex(start.choice.findData(HOME))
    assert start.remark.text() == window.t("share.network.loopback")


def test_the_way_in_is_shown_large(window: MainWindow, panel: SharePanel, sharing: Sharing) -> None:
    assert sharing.running
    entry = part(panel, Entry)
    assert entry.address.text() == f"{HOME}:{sharing.port}"
    assert entry.code.text().replace(" ", "") == sharing.code
    assert entry.code.font().pointSizeF() > 1.5 * window.font().pointSizeF()
    before = sharing.code
    entry.new_code.click()
    until(lambda: entry.code.text().replace(" ", "") not in ("", before))


def test_the_keyboard_stays_in_the_panel_when_sharing_begins_and_ends(window: MainWindow, panel: SharePanel) -> None:
    start = part(panel, Start)
    start.choice.setCurrentIndex(start.choice.findData(HOME))
    start.begin.setFocus()
    start.begin.click()
    settle()
    assert window.focusWidget() is part(panel, Entry).show_room
    window.doors.share.sharing().stop()
    settle()
    assert window.focusWidget() is part(panel, Start).begin


def test_the_room_sees_it_large_enough(window: MainWindow, sharing: Sharing) -> None:
    window.doors.share.show_room()
    (screen,) = window.findChildren(RoomScreen)
    assert screen.geometry() == window.rect()
    lines = [label for label in screen.findChildren(QLabel) if label.isVisible()]
    assert len(lines) >= 6
    assert min(label.font().pointSizeF() for label in lines) >= SMALLEST
    window.resize(900, 600)
    settle()
    assert screen.geometry() == window.rect()
    for label in filter(QLabel.isVisible, lines):
        assert label.height() + 2 >= label.heightForWidth(label.width())
    sharing.new_code()
    until(lambda: screen.code.text().replace(" ", "") == sharing.code)
    QTest.keyClick(screen, Qt.Key.Key_Escape)
    settle()
    assert not any(each.isVisible() for each in window.findChildren(RoomScreen))


def test_people_are_listed_as_they_are(panel: SharePanel, sharing: Sharing, guest: Callable[..., Guest]) -> None:
    anna = guest("Anna <b>&amp;")
    guest()
    people = part(panel, Guests)
    until(lambda: people.list.count() == 2)
    assert "Anna <b>&amp;" in [people.list.item(row).text().splitlines()[0] for row in range(2)]
    anna.jot("Op de markt")
    until(lambda: any("1 briefje" in people.list.item(row).text() for row in range(2)))
    anna.close()
    until(lambda: sum(person.online for person in sharing.people) == 1)


def test_somebody_is_sent_away_after_a_question(
    window: MainWindow, panel: SharePanel, sharing: Sharing, guest: Callable[..., Guest]
) -> None:
    somebody = guest("Bram")
    people = part(panel, Guests)
    until(lambda: people.list.count() == 1)
    people.list.item(0).setSelected(True)
    with answering(lambda box: press(box, window.t("dialog.cancel")), QMessageBox):
        people.kick.click()
    assert len(sharing.people) == 1
    with answering(lambda box: press(box, window.t("share.kick")), QMessageBox) as asked:
        people.kick.click()
    assert asked[0].textFormat() == Qt.TextFormat.PlainText
    until(lambda: people.list.count() == 0)
    assert somebody.end() == (4409, "removed")


def test_who_comes_too_many_waits_for_a_nod(
    window: MainWindow, panel: SharePanel, sharing: Sharing, guest: Callable[..., Guest]
) -> None:
    part(panel, Guests).count.setValue(1)
    guest("Carla")
    until(lambda: len(sharing.people) == 1)
    second = guest("Daan")
    knocking = part(panel, Knocking)
    until(knocking.isVisible)
    yes = next(each for each in knocking.findChildren(QPushButton) if each.accessibleName() == "Toelaten: Daan")
    yes.click()
    until(lambda: second.listen("welcome"))
    until(lambda: not knocking.isVisible())

    window.doors.panels.close()
    guest("Els")
    until(lambda: window.doors.clipboard.notice.text() == window.t("share.notice.waiting", n=1))


def test_a_list_of_names(panel: SharePanel, sharing: Sharing) -> None:
    def fill(dialog: NamesDialog) -> None:
        dialog.field.setPlainText("  Anna \n\nBram\nAnna\n")
        dialog.accept()

    button = next(each for each in panel.findChildren(QPushButton) if each.text().startswith("Namenlijst"))
    with answering(fill, NamesDialog):
        button.click()
    assert sharing.names == ("Anna", "Bram")


def test_notes_wait_in_the_tray_until_they_are_hung(
    window: MainWindow, panel: SharePanel, sharing: Sharing, guest: Callable[..., Guest]
) -> None:
    part(panel, WritingRules).tray.click()
    assert sharing.inbox == "tray"
    guest().jot("Bakfiets")
    tray = part(panel, Tray)
    until(lambda: tray.list.count() == 1)
    assert tray.list.item(0).text() == "Bakfiets\nKanalen"
    tray.accept.click()
    settle()
    hung = note_with(window, "Bakfiets")
    assert hung is not None
    assert hung.zone == "channels"
    until(lambda: tray.list.count() == 0)
    keys(window, Qt.Key.Key_Z, CONTROL)
    parked = note_with(window, "Bakfiets")
    assert parked is not None
    assert parked.zone == ""


def test_new_notes_are_marked_until_somebody_looks(
    window: MainWindow, panel: SharePanel, sharing: Sharing, guest: Callable[..., Guest]
) -> None:
    guest().jot("Weekmarkt")
    fresh = part(panel, Fresh)
    until(fresh.isVisible)
    note = note_with(window, "Weekmarkt")
    assert note is not None
    until(lambda: window.stage.board.fresh == {note.id})
    fresh.show_them.click()
    assert window.stage.selection.ids == {note.id}
    until(lambda: not fresh.isVisible() and not window.stage.board.fresh)


def test_face_down_and_turned(
    window: MainWindow, panel: SharePanel, sharing: Sharing, guest: Callable[..., Guest]
) -> None:
    rules = part(panel, WritingRules)
    rules.hidden.click()
    guest().jot("Geheim plan")
    until(rules.reveal.isVisible)
    assert note_with(window, "Geheim plan") is None
    rules.reveal.click()
    until(lambda: note_with(window, "Geheim plan") is not None and not rules.reveal.isVisible())


def test_modes_follow_and_lead(
    window: MainWindow, panel: SharePanel, sharing: Sharing, guest: Callable[..., Guest]
) -> None:
    modes = part(panel, Modes)
    modes.buttons["look"].click()
    assert sharing.mode == "look"
    with answering(lambda box: box.accept(), QMessageBox):  # there is nothing to vote on
        modes.buttons["vote"].click()
    settle()
    assert sharing.mode == "look"
    assert modes.buttons["look"].isChecked()
    part(panel, WritingRules).paused.click()
    assert not sharing.writing
    part(panel, Entry).locked.click()
    assert sharing.locked
    assert guest("Te laat").end() == (4409, "locked")


def test_help_says_what_can_be_wrong(window: MainWindow, panel: SharePanel, sharing: Sharing) -> None:
    aid = part(panel, Aid)
    assert not aid.body.isVisible()
    aid.ask.click()
    assert aid.body.isVisible()
    assert aid.laptop.text() == window.t("share.aid.listening")
    assert aid.phone.text() == window.t("share.aid.nobody")


def test_the_menu_knows_what_can_be_done(window: MainWindow, panel: SharePanel, sharing: Sharing) -> None:
    commands = window._commands.by_id
    until(lambda: commands["share.stop"].isEnabled() and commands["share.mode.write"].isChecked())
    commands["share.lock"].trigger()
    assert sharing.locked
    until(lambda: commands["share.lock"].isChecked() and part(panel, Entry).locked.isChecked())
    commands["share.stop"].trigger()
    until(lambda: not commands["share.lock"].isEnabled())
    assert isinstance(panel.parts[0], Start)


def test_closing_the_window_stops_it(window: MainWindow, sharing: Sharing, guest: Callable[..., Guest]) -> None:
    somebody = guest()
    until(lambda: sharing.people)
    window._discard = True
    window.leave_session()
    assert not sharing.running
    assert somebody.end()[0] == 1001


def test_words_and_theme_change_while_sharing(window: MainWindow, panel: SharePanel, sharing: Sharing) -> None:
    window.use_language("en")
    window.use_theme("dark")
    settle()
    assert sharing.running
    assert part(panel, Modes).buttons["write"].text() == "Write"
    assert part(panel, Entry).code.text().replace(" ", "") == sharing.code
