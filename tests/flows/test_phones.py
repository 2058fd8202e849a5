"""A workshop with phones: real browsers come in by the printed address, write, see their notes turned, vote, and read
the result, beside the real window."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from canvas_files.records import Note
from canvas_files.rounds import Scope, close_round, new_round, open_round, results, reveal_round
from helpers.browser import Browser
from helpers.firefox import Firefox, free_port
from helpers.sample_workshops import new_session, notes_of
from helpers.windows import keys, settle_for, write
from plakbord.live.sharing import Sharing
from plakbord.paths import private_shelf
from plakbord.session import Session
from plakbord.window.main_window import MainWindow
from plakbord.window.panels.sharing import SharePanel

NAME = "plak.test"
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Open = Callable[..., Browser]


@pytest.fixture
def window(open_one: Callable[..., MainWindow]) -> MainWindow:
    """A workshop that this computer remembers: who was in the room is known after a stop."""
    return open_one(Session(new_session(title="De Gouden Korst").document, shelf=private_shelf()))


@pytest.fixture
def sharing(window: MainWindow) -> Sharing:
    """The window shares, under a name that is not this computer's own."""
    found = window.doors.share.sharing()
    found.start("127.0.0.1", free_port(), NAME)
    keys(window, Qt.Key.Key_D, CONTROL, SHIFT)
    return found


def come_in(phone: Browser, sharing: Sharing, name: str = "", dutch: bool = True) -> None:
    """By the QR code's address, with a name."""
    phone.go(sharing.join_url)
    if name:
        phone.write("Je naam" if dutch else "Your name", name)
    phone.tap("Meedoen" if dutch else "Join")
    phone.read("Waar gaat het over?" if dutch else "What is it about?")


def until(wanted: Callable[[], object]) -> None:
    """Lets the window go on until something is so."""
    for _ in range(400):
        if wanted():
            return
        settle_for(25)
    assert wanted()


def with_text(window: MainWindow, words: str) -> list[Note]:
    return [note for note in notes_of(window.session) if note.text == words]


def test_a_workshop_with_two_phones_and_a_laptop(window: MainWindow, sharing: Sharing, browsers: Open) -> None:
    anna, bram, carla = browsers(), browsers(language="en-GB", dark=True), browsers(Firefox)
    for phone, name, dutch in ((anna, "Anna", True), (bram, "Bram", False), (carla, "", False)):
        come_in(phone, sharing, name, dutch)
        assert "#" not in phone.run("return location.href")
    until(lambda: sum(person.online for person in sharing.people) == 3)

    write_in_the_open(window, anna, bram)
    write_face_down(window, sharing, anna, carla)
    vote(window, sharing, anna, bram, carla)


def write_in_the_open(window: MainWindow, anna: Browser, bram: Browser) -> None:
    """Notes land in the block that was chosen."""
    anna.tap("Klantsegmenten")
    anna.write("Je briefje", "Vroege vogels")
    anna.tap("Plak het op")
    anna.read("Je briefje hangt.", "Je hebt 1 briefje")
    assert [note.zone for note in with_text(window, "Vroege vogels")] == ["customer_segments"]
    assert with_text(window, "Vroege vogels")[0].author == "Anna"

    bram.tap("Channels")
    bram.write("Your note", "Newsletter on Saturday")
    bram.tap("Put it up")
    bram.read("Your note is up.")
    bram.tap("Change: Newsletter")
    bram.type(" morning")
    bram.tap("Save")
    until(lambda: with_text(window, "Newsletter on Saturday morning"))


def write_face_down(window: MainWindow, sharing: Sharing, anna: Browser, carla: Browser) -> None:
    """Nobody reads it, here or on another phone, until it is turned."""
    sharing.hide_writing()
    anna.read("De briefjes liggen dicht.")
    carla.tap("Revenue streams")
    carla.read("The notes lie face down.")
    carla.write("Your note", "A loaf a day for a fixed price")
    carla.tap("Put it up")
    carla.read("Your note lies face down on the board.")
    until(lambda: sharing.face_down == 1)
    assert not with_text(window, "A loaf a day for a fixed price")
    sharing.set_mode("look")
    anna.read("1 briefje ligt dicht.", "Vroege vogels")
    assert "A loaf a day" not in anna.words()
    sharing.reveal()
    anna.read("A loaf a day for a fixed price")
    assert with_text(window, "A loaf a day for a fixed price")


def vote(window: MainWindow, sharing: Sharing, anna: Browser, bram: Browser, carla: Browser) -> None:
    """Five dots each; totals are for afterwards."""
    store = window.session.store
    round_ = open_round(store, new_round(store, Scope(), 5, title="Wat eerst?", people=3).id)
    number = {option.text: option.number for option in round_.options}
    birds, loaf = number["Vroege vogels"], number["A loaf a day for a fixed price"]
    anna.read("Plak je stippen", "Nog 5 stippen", "Wat eerst?")
    for _ in range(3):
        anna.tap(f"Stip erbij op {birds},")
    anna.read("Nog 2 stippen")
    anna.tap(f"Stip erbij op {birds},")
    anna.read("Meer stippen mogen er niet op één briefje.")
    anna.tap(f"Stip weg van {birds},")
    anna.read("Nog 3 stippen")
    bram.tap(f"One more dot on {loaf},")
    bram.read("4 dots left")
    carla.tap(f"One more dot on {loaf},")
    carla.tap(f"One more dot on {loaf},")
    carla.read("3 dots left")
    for phone in (bram, carla):
        assert "Together so far" not in phone.words()
    for phone, words in ((anna, "Ik ben klaar"), (bram, "I am done"), (carla, "I am done")):
        phone.tap(words)
    until(lambda: sum(person.done for person in sharing.people) == 3)
    anna.read("Je bent klaar.", "3 van 3 mensen zijn klaar.")

    close_round(store, round_.id)
    anna.read("De ronde is dicht.")
    reveal_round(store, round_.id)
    anna.read("De uitslag", "3 mensen plakten 5 stippen.", "Jij gaf 2 stippen")
    carla.read("The result", "You gave 2 dots")
    given = {rank.option.text: rank.dots for rank in results(store.records, round_.id).ranks}
    assert given["Vroege vogels"] == 2
    assert given["A loaf a day for a fixed price"] == 3


def test_what_is_written_outlives_a_reload_and_a_lost_connection(
    window: MainWindow, sharing: Sharing, browsers: Open
) -> None:
    phone = browsers()
    come_in(phone, sharing, "Daan")
    phone.tap("Kanalen")
    phone.write("Je briefje", "Half af")
    phone.go("about:blank")
    phone.go(sharing.short_url)
    phone.read("Schrijf een briefje", "Daan")
    assert phone.run("return document.querySelector('textarea').value") == "Half af"

    port = sharing.port
    sharing.stop()
    phone.read("Het delen is gestopt.")
    phone.tap("Plak het op")
    phone.read("Wacht op verbinding")
    sharing.start("127.0.0.1", port, NAME)
    phone.gone("Het delen is gestopt.", "Wacht op verbinding")
    until(lambda: with_text(window, "Half af"))
    assert len(sharing.people) == 1


def test_who_types_a_wrong_code_is_told_so(sharing: Sharing, browsers: Open) -> None:
    phone = browsers()
    phone.go(sharing.short_url)
    phone.write("Code", "bcd")
    phone.tap("Meedoen")
    phone.read("De code heeft zes letters of cijfers.")
    wrong = "BBBBBB" if sharing.code != "BBBBBB" else "CCCCCC"
    phone.write("Code", wrong[3:])
    phone.tap("Meedoen")
    phone.read("Die code klopt niet.")
    phone.write("Code", f"{sharing.code[:3].lower()} {sharing.code[3:].lower()}")
    phone.tap("Meedoen")
    phone.read("Waar gaat het over?")


def test_waiting_for_a_nod_and_being_sent_away(window: MainWindow, sharing: Sharing, browsers: Open) -> None:
    sharing.expect(1)
    first, second = browsers(), browsers()
    come_in(first, sharing, "Els")
    second.go(sharing.join_url)
    second.write("Je naam", "Fatima")
    second.tap("Meedoen")
    second.read("Even geduld")
    (waiting,) = [person for person in sharing.people if person.waiting]
    sharing.allow(waiting.id)
    second.read("Waar gaat het over?")
    (els,) = [person for person in sharing.people if person.name == "Els"]
    sharing.kick(els.id)
    first.read("Je doet niet meer mee")
    assert not first.there("Probeer opnieuw")

    write(window, "channels", "Markt")
    sharing.set_mode("look")
    second.read("Markt")


def test_a_name_of_last_week_is_not_given_away(window: MainWindow, sharing: Sharing, browsers: Open) -> None:
    phone = browsers()
    phone.go(sharing.short_url)
    phone.read("Doe mee")
    old = {"token": "t" * 22, "name": "Anna", "asked": True, "room": "other", "draft": {"text": "Nog van mij"}}
    old["outbox"] = [{"thing": "write:k", "i": 5, "message": {"t": "write", "key": "k" * 32, "text": "Geheim"}}]
    phone.run(f"localStorage.plakbord = JSON.stringify({json.dumps(old)})")
    phone.go("about:blank")
    phone.go(sharing.join_url)
    phone.read("Hoe heet je?")
    assert [person.name for person in sharing.people] == [""]
    phone.tap("Verder")
    phone.read("Waar gaat het over?")
    until(lambda: [person.name for person in sharing.people] == ["Anna"])
    phone.tap("Kanalen")
    assert phone.run("return document.querySelector('textarea').value") == "Nog van mij"
    assert not with_text(window, "Geheim")


def test_the_newest_tab_takes_part(sharing: Sharing, browsers: Open) -> None:
    phone = browsers()
    come_in(phone, sharing, "Gijs")
    kept = phone.run("return localStorage.plakbord")
    other = browsers()
    other.go(sharing.short_url)
    other.read("Doe mee")
    other.run(f"localStorage.plakbord = {kept!r}")
    other.go("about:blank")
    other.go(sharing.short_url)
    other.read("Waar gaat het over?")
    phone.read("Ergens anders open")
    phone.tap("Hier verdergaan")
    phone.read("Waar gaat het over?")
    other.read("Ergens anders open")


def test_the_panel_follows(window: MainWindow, sharing: Sharing, browsers: Open) -> None:
    phone = browsers()
    come_in(phone, sharing, "Hanneke & Wim <b>")
    panel = window.doors.panels.current
    assert isinstance(panel, SharePanel)
    until(lambda: "1 mens" in "".join(part_words(panel)))
    assert "Hanneke & Wim <b>" in part_words(panel)


def part_words(panel: SharePanel) -> list[str]:
    """What stands in the list of people, and above it."""
    from plakbord.window.share.guests import Guests

    (guests,) = [part for part in panel.parts if isinstance(part, Guests)]
    rows = [guests.list.item(row) for row in range(guests.list.count())]
    return [guests.title.text(), *(row.text().splitlines()[0] for row in rows)]


SMALL = """
    const small = Array.from(document.querySelectorAll("button, input, textarea, select"))
        .filter((node) => node.getClientRects().length)
        .filter((node) => { const box = node.getBoundingClientRect(); return box.height < 48 || box.width < 48; });
    return small.map((node) => node.textContent || node.tagName);
"""
BROAD = "return document.documentElement.scrollWidth - window.innerWidth;"
CUT = """
    const cut = Array.from(document.querySelectorAll("h1, h2, p, button, label, strong"))
        .filter((node) => node.getClientRects().length && node.id !== "said")
        .filter((node) => node.scrollWidth > node.clientWidth + 2 && node.clientWidth > 0);
    return cut.map((node) => node.textContent);
"""
HEARD = "return [document.activeElement.tagName, document.activeElement.textContent];"


def fits(phone: Browser) -> None:
    """Every target is as large as a thumb, and letters of twice the size lose nothing."""
    assert phone.run(SMALL) == []
    for percent in (100, 200):
        phone.enlarge(percent)  # type: ignore[attr-defined]  # only Chromium has it
        settle_for(100)
        assert phone.run(BROAD) <= 0
        assert phone.run(CUT) == []
    phone.enlarge(100)  # type: ignore[attr-defined]


def test_thumbs_large_letters_and_keys(window: MainWindow, sharing: Sharing, browsers: Open) -> None:
    write(window, "key_partners", "Arbeidsongeschiktheidsverzekeringsmaatschappijen en hun tussenpersonen")
    write(window, "channels", "Winkel")
    phone = browsers()
    phone.go(sharing.short_url)
    phone.read("Doe mee")
    fits(phone)
    phone.go("about:blank")
    come_in(phone, sharing, "Jan-Willem van Oldenbarneveldt-Hooghiemstra")
    assert phone.run(HEARD) == ["H1", "Waar gaat het over?"]
    fits(phone)
    phone.press("Tab")  # type: ignore[attr-defined]
    phone.press("Enter")  # type: ignore[attr-defined]
    phone.read("Schrijf een briefje")
    assert phone.run(HEARD) == ["H1", "Schrijf een briefje"]
    phone.write("Je briefje", "Eerste briefje")
    phone.tap("Plak het op")
    phone.read("Je hebt 1 briefje")
    fits(phone)
    sharing.set_mode("look")
    phone.read("Het bord")
    fits(phone)
    phone.tap("Bekijk als plaatje")
    phone.read("Het bord als plaatje")
    phone.wait(lambda: phone.run("return document.querySelector('img[alt]:not([alt=\"\"])').naturalWidth") > 1000, "it")
    phone.tap("Groter")
    phone.tap("Terug")
    store = window.session.store
    open_round(store, new_round(store, Scope(), 20, most=20, title="Wat eerst?", secret=False, open_count=True).id)
    phone.read("Plak je stippen")
    phone.tap("Stip erbij op 1,")
    phone.read("Samen tot nu toe: 1", "Nog 19 stippen")
    fits(phone)
    assert "stip" in phone.run("return document.getElementById('said').textContent")
