"""The pages over the whole window on which a room reads, votes and sees what came out."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from canvas_files.records import Scope
from canvas_files.rounds import Voter, ballot_of, open_round, round_of, voters, zone_order
from helpers.sample_workshops import add_notes, add_sheet
from helpers.voting_windows import (
    GOALS,
    NO_KEY,
    RIGHT,
    Key,
    click,
    click_option,
    done,
    focused,
    goals_session,
    hands_of,
    kiosk_of,
    last_round,
    next_person,
    panel_of,
    press,
    press_offer,
    type_in,
    vote_by_number,
)
from helpers.windows import settle
from plakbord.actions.round_plan import Plan, options_of, set_up
from plakbord.session import Session
from plakbord.window.main_window import MainWindow
from plakbord.window.voting.cover import SMALLEST, BigWords, Cover
from plakbord.window.voting.kiosk import Kiosk
from plakbord.window.voting.typed_number import TypedNumber

OpenOne = Callable[..., MainWindow]


def kiosk(open_one: OpenOne, session: Session | None = None, **fields: object) -> tuple[MainWindow, Kiosk]:
    """A window with an open round on everything, and the laptop going round."""
    session = session or goals_session()
    plan = Plan(scope=Scope(), **{"dots": 4, **fields})  # type: ignore[arg-type]
    made = set_up(session.store, plan, options_of(session.document, plan))
    open_round(session.store, made.id, zone_order(session.document))
    window = open_one(session)
    window.commands.by_id["vote.kiosk"].trigger()
    settle()
    return window, kiosk_of(window)


def dots_of(window: MainWindow, who: str) -> dict[int, int]:
    """Number of an option -> this person's dots."""
    voted_in = last_round(window)
    numbers = {option.note: option.number for option in voted_in.options}
    found = ballot_of(window.session.store.records, voted_in, window.session.voter_id(voted_in.id, who))
    return {numbers[note]: dots for note, dots in found.items()}


def test_no_shortcut_of_the_window_works_under_a_cover(open_one: OpenOne) -> None:
    window, cover = kiosk(open_one)
    press(Key.Key_Return)
    before = dict(window.session.store.records)
    for key in (Key.Key_N, Key.Key_V, Key.Key_R, Key.Key_Delete, Key.Key_T):
        press(key)
    for key in (Key.Key_A, Key.Key_Z, Key.Key_K):
        press(key, Qt.KeyboardModifier.ControlModifier)
    assert dict(window.session.store.records) == before
    assert cover.isVisible()
    for _ in range(12):
        press(Key.Key_Tab)
        assert cover.isAncestorOf(focused())


def test_a_click_places_and_takes_back_only_ones_own(open_one: OpenOne) -> None:
    window, cover = kiosk(open_one, names=("Anna", "Bart"))
    click(cover.who.buttons["Anna"])
    click_option(cover, 1)
    click_option(cover, 1)
    click_option(cover, 3)
    assert dots_of(window, "Anna") == {1: 2, 3: 1}
    click_option(cover, 1, on_dots=True)
    click_option(cover, 3, RIGHT)
    assert dots_of(window, "Anna") == {1: 1}
    click(cover.ballot.done)
    click(cover.who.buttons["Bart"])
    click_option(cover, 1, RIGHT)
    assert cover.ballot.said.text().startswith("Op nummer 1 ligt geen stip van jou")
    assert dots_of(window, "Anna") == {1: 1}
    done(cover)
    assert not cover.who.buttons["Anna"].isEnabled()
    type_in("anna")
    press(Key.Key_Return)
    assert cover.who.said.text().startswith("Anna is klaar")
    assert not cover.person
    assert not last_voter(window, "Bart").name  # the round is secret


def last_voter(window: MainWindow, who: str) -> Voter:
    voted_in = last_round(window)
    voter = window.session.store.records[window.session.voter_id(voted_in.id, who)]
    assert isinstance(voter, Voter)
    return voter


def test_numbers_of_two_digits_are_typed_too(open_one: OpenOne) -> None:
    window, cover = kiosk(open_one)
    press(Key.Key_Return)
    type_in("12")  # no longer number begins with 12: it counts at once
    assert dots_of(window, "person 1") == {12: 1}
    type_in("1")
    assert cover.ballot.said.text().startswith("Nummer 1…")
    press(Key.Key_Return)  # the number is complete; the person is not done yet
    assert dots_of(window, "person 1") == {1: 1, 12: 1}
    assert cover.person
    press(Key.Key_Backspace)
    assert dots_of(window, "person 1") == {12: 1}
    type_in("1")
    press(Key.Key_Backspace)
    type_in("9")
    assert dots_of(window, "person 1") == {9: 1, 12: 1}
    type_in("99")
    assert "nummer 99" in cover.ballot.said.text() or dots_of(window, "person 1")[9] > 1


def test_enter_after_a_number_never_hands_the_laptop_on(open_one: OpenOne) -> None:
    window, cover = kiosk(open_one)
    press(Key.Key_Return)
    vote_by_number(cover, 7, 14, 1)  # 7 and 14 counted before the Enter, 1 counts with it
    assert dots_of(window, "person 1") == {7: 1, 14: 1, 1: 1}
    press(Key.Key_Return)
    assert cover.person, "one dot is left"
    assert cover.ballot.said.text() == "Je hebt nog 1 stip. Druk nog een keer op Enter als je klaar bent."
    type_in("0")
    press(Key.Key_Return)
    assert cover.person
    vote_by_number(cover, 7)
    held = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Return, NO_KEY, "\r", True)
    QApplication.sendEvent(focused(), held)
    assert cover.person, "an Enter that is held down is not another one"
    press(Key.Key_Return)
    assert not cover.person
    assert dots_of(window, "person 1") == {7: 2, 14: 1, 1: 1}


def test_what_was_begun_to_be_typed_waits_without_a_clock(open_one: OpenOne) -> None:
    window, cover = kiosk(open_one)
    press(Key.Key_Return)
    type_in("1")
    QTest.qWait(1000)  # somebody looks for the 2
    assert not dots_of(window, "person 1")
    type_in("2")
    assert dots_of(window, "person 1") == {12: 1}
    type_in("1")
    press(Key.Key_Backspace)
    assert cover.ballot.said.text().startswith("Klik op een briefje")
    type_in("1")
    click_option(cover, 3)  # a click is no second digit
    type_in("4")
    assert dots_of(window, "person 1") == {12: 1, 3: 1, 4: 1}
    type_in("1")
    click(cover.ballot.done)
    assert dots_of(window, "person 1") == {12: 1, 3: 1, 4: 1, 1: 1}


def test_enter_presses_the_button_that_has_the_keyboard(open_one: OpenOne) -> None:
    session = goals_session(GOALS[:3])
    other = add_sheet(session.document, "canvas")
    add_notes(session, [{"sheet": other.id, "zone": "channels", "text": "Winkel", "x": 300, "y": 2500}])
    _, cover = kiosk(open_one, session)
    press(Key.Key_Return)
    cover.ballot._turn.setFocus()
    press(Key.Key_Return)
    assert cover.ballot.boards[1].isVisible()
    assert cover.person
    cover.ballot.done.setFocus()
    press(Key.Key_Return)
    assert not cover.person


def test_the_list_votes_without_a_mouse(open_one: OpenOne) -> None:
    window, cover = kiosk(open_one)
    press(Key.Key_Return)
    assert cover.ballot.list.hasFocus()
    press(Key.Key_Down)
    press(Key.Key_Space)
    press(Key.Key_Plus)
    press(Key.Key_Minus)
    assert dots_of(window, "person 1") == {2: 1}
    said = cover.ballot.list.item(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "2: Op tijd naar huis, 1 stip"


def test_a_typed_name_is_known_again_and_a_new_one_is_let_in(open_one: OpenOne) -> None:
    window, cover = kiosk(open_one, names=("Anna", "Bart"))
    type_in("anna")
    press(Key.Key_Return)
    assert cover.person == "Anna"
    vote_by_number(cover, 1)
    done(cover)
    type_in("Els de Vries")
    press(Key.Key_Return)
    assert cover.person == "Els de Vries"
    done(cover)
    voted_in = last_round(window)
    assert (voted_in.names, voted_in.people) == (["Anna", "Bart", "Els de Vries"], 3)
    assert cover.who.buttons["Els de Vries"].property("done")
    assert not cover.who.said.text()
    assert len(voters(window.session.store.records, voted_in)) == 2


def test_people_with_numbers_come_back_by_their_number(open_one: OpenOne) -> None:
    _, cover = kiosk(open_one, people=3, facilitator_votes=True, secret=False)
    next_person(cover, 1)
    next_person(cover, 2)
    cover.who.other.setFocus()
    type_in("x")
    press(Key.Key_Return)
    assert cover.who.said.text().startswith("Typ een nummer")
    cover.who.other.clear()
    type_in("1")
    press(Key.Key_Return)
    assert cover.person == "person 1"
    assert cover.ballot.dots.left == 3
    done(cover)
    click(cover.who.buttons["facilitator"])
    assert cover.ballot._name.text() == "Begeleider"


def test_options_on_two_sheets_are_turned_to(open_one: OpenOne) -> None:
    session = goals_session(GOALS[:3])
    other = add_sheet(session.document, "canvas")
    add_notes(session, [{"sheet": other.id, "zone": "channels", "text": "Winkel", "x": 300, "y": 2500}])
    window, cover = kiosk(open_one, session)
    press(Key.Key_Return)
    first, second = cover.ballot.boards
    assert first.isVisible()
    vote_by_number(cover, 4)
    assert second.isVisible()
    assert dots_of(window, "person 1") == {4: 1}
    click(cover.ballot._turn)
    assert first.isVisible()


def test_hands_are_bounded_and_refusals_said(open_one: OpenOne) -> None:
    window = open_one(goals_session())
    press_offer(window)
    panel_of(window).setup.people.spin.setValue(3)
    click(panel_of(window).setup.start)
    click(panel_of(window).running.ways["hands"])
    cover = hands_of(window)
    assert cover.people.value == 3  # nobody has voted otherwise
    cover.people.spin.setValue(4)
    assert "Er zijn 3 mensen" in cover.said.text()
    assert cover.people.value == 3
    cover.people.spin.setValue(2)
    assert cover.count.spin.maximum() == 6  # most three on one note
    type_in("6")
    click(cover._next)
    type_in("9")
    assert cover.count.value <= 2
    click(cover._back)
    assert cover.count.value == 6
    press(Key.Key_Escape)
    assert panel_of(window).running.split.text() == "2 met de hand"


def test_words_for_a_room_are_never_small(qapp: object) -> None:
    words = BigWords()
    for size in (QSize(1200, 600), QSize(500, 200)):
        for text in ("Rust", " ".join(GOALS) * 8):
            words.resize(size)
            words.say(text)
            assert words.points >= SMALLEST >= 20
    words.resize(1200, 600)
    words.say("Rust")
    large = words.points
    words.say(" ".join(GOALS) * 8)
    assert words.points < large
    words.deleteLater()


def test_a_cover_follows_its_window(open_one: OpenOne) -> None:
    window = open_one(goals_session())
    cover = Cover(window, "Naam")
    cover.open()
    window.resize(900, 620)
    settle()
    assert cover.size() == window.size()
    left: list[bool] = []
    cover.left.connect(lambda: left.append(True))
    cover.leave()
    cover.leave()
    assert left == [True]


@pytest.mark.parametrize(
    ("most", "typed", "numbers"),
    [(9, "37", [3, 7]), (14, "2", [2]), (14, "014", [14]), (120, "12", []), (120, "120", [120])],
)
def test_a_typed_number_counts_as_soon_as_it_can_be_no_other(
    qapp: object, most: int, typed: str, numbers: list[int]
) -> None:
    holder = QWidget()
    number = TypedNumber(most, holder)
    found: list[int] = []
    number.complete.connect(found.append)
    for digit in typed:
        number.type(digit)
    assert found == numbers
    assert number.confirm()
    assert found == (numbers or [int(typed)])
    assert not number.confirm()
    holder.deleteLater()


def test_a_label_of_a_full_block_can_be_pressed_only_where_it_is(open_one: OpenOne) -> None:
    window = open_one(goals_session())
    layout = window.stage.layout
    label = next(each for each in layout._limits if each.zone == "goals")
    assert layout.vote_offer_at(label.room.x + 5, label.room.y + 5) == "goals"
    assert layout.vote_offer_at(label.room.x - 50, label.room.y + 5) is None
    wanting = next(each for each in layout._limits if each.zone == "pains")
    assert layout.vote_offer_at(wanting.room.x + 5, wanting.room.y + 5) is None


def test_a_closed_round_ends_the_voting_in_progress(open_one: OpenOne) -> None:
    window, cover = kiosk(open_one)
    press(Key.Key_Return)
    vote_by_number(cover, 3)
    from canvas_files.rounds import close_round

    close_round(window.session.store, last_round(window).id)
    settle()
    assert window.doors.voting.cover is None
    assert round_of(window.session.store.records, last_round(window)).state == "closed"
    QTest.qWait(1)
