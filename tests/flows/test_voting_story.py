"""A vote in a room, start to poster: fourteen goals on a persona that wants five, three people at the laptop, four with
their hands up, two on paper, a tie, a run-off, and the best five that stay."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from pypdf import PdfReader

from canvas_files.records import Note
from canvas_files.rounds import Round, audit, final_ranking, totals
from helpers.voting_windows import (
    GOALS,
    Key,
    click,
    click_option,
    done,
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
from helpers.windows import drag, keys, on, settle
from plakbord.poster.choices import Choices
from plakbord.poster.export import pdf_bytes
from plakbord.window.main_window import MainWindow
from plakbord.window.voting.read_through import ReadThrough
from plakbord.window.voting.reveal import Reveal


def test_from_too_many_goals_to_five(open_one: Callable[..., MainWindow]) -> None:
    window = open_one(goals_session())
    set_up_by_the_remark(window)
    read_together(window)
    click(panel_of(window).setup.start)
    assert last_round(window).state == "open"
    nothing_moves(window)
    three_at_the_laptop(window)
    four_raise_hands(window)
    two_on_paper(window)
    assert panel_of(window).running.done.text() == "9 van 9 klaar"
    assert_hidden(window)
    close_and_reveal(window)
    first = last_round(window)
    run_off(window)
    keep_five(window, first)
    dots_on_the_poster(window)


def set_up_by_the_remark(window: MainWindow) -> None:
    """One click on the remark that the block holds too many fills in scope and budget."""
    press_offer(window)
    setup = panel_of(window).setup
    assert setup.title.text() == "Doelen, behoeften, verlangens, winsten"
    assert len(setup.options) == 14
    assert (setup.dots.value, setup.most.value) == (4, 3)
    assert "14 briefjes / 4" in setup.sum.text()
    assert setup.secret.isChecked()
    setup.people.spin.setValue(9)


def read_together(window: MainWindow) -> None:
    """Every option once, large; past the last it is over."""
    click(panel_of(window).setup.read)
    cover = window.doors.voting.cover
    assert isinstance(cover, ReadThrough)
    read = []
    for _ in GOALS:
        read.append(cover.words.text())
        assert cover.words.points >= 20
        press(Key.Key_Right)
    assert read == list(GOALS)
    assert window.doors.voting.cover is None


def nothing_moves(window: MainWindow) -> None:
    """Numbers stand on the notes, no dots do, and a note that is dragged or written on stays as it is."""
    faces = window.stage.layout.notes
    voted_in = last_round(window)
    assert [faces[option.note].votes.number for option in voted_in.options] == list(range(1, 15))
    before = dict(window.session.store.records)
    note = window.session.store.records[voted_in.options[0].note]
    assert isinstance(note, Note)
    board = window.stage.board
    start = on(window, note)
    drag(window, start, start + (board.rect().center() - start) * 0.5)
    assert "ronde 1" in window.doors.clipboard.notice.text()
    window.edit_note(note.id)
    assert not window.stage.editing.active
    assert dict(window.session.store.records) == before


def three_at_the_laptop(window: MainWindow) -> None:
    """Each takes a number; own dots are taken back, refusals are said, and nobody sees what the one before chose."""
    click(panel_of(window).running.ways["kiosk"])
    kiosk = kiosk_of(window)
    press(Key.Key_Return)
    click_option(kiosk, 1)
    click_option(kiosk, 2)
    vote_by_number(kiosk, 12)
    assert kiosk.ballot.dots.left == 1
    click_option(kiosk, 2, on_dots=True)
    assert kiosk.ballot.dots.left == 2
    vote_by_number(kiosk, 2, 9, 9)
    assert kiosk.ballot.said.text().startswith("Alle 4 stippen zijn gebruikt")
    done(kiosk)
    assert all(not face.votes.dots for board in kiosk.ballot.boards for face in board.surface.layout.notes.values())
    press(Key.Key_Return)
    vote_by_number(kiosk, 1, 1, 1, 1)
    assert "hoogstens" in kiosk.ballot.said.text() or "liggen al 3" in kiosk.ballot.said.text()
    vote_by_number(kiosk, 4)
    done(kiosk)
    next_person(kiosk, 4, 5, 7, 8)
    press(Key.Key_Escape)
    assert panel_of(window).running.split.text() == "3 op de laptop"


def four_raise_hands(window: MainWindow) -> None:
    """Counted option by option; the count cannot pass what four people have."""
    click(panel_of(window).running.ways["hands"])
    cover = hands_of(window)
    cover.people.spin.setValue(4)
    cover.show_option(0)
    assert cover.count.spin.maximum() == 12
    type_in("3")
    press(Key.Key_Return)
    type_in("2")
    press(Key.Key_Return)
    type_in("1")
    for _ in range(2):
        press(Key.Key_Return)
    type_in("4")
    for _ in range(3):
        press(Key.Key_Return)
    type_in("3")
    click(cover._close)


def two_on_paper(window: MainWindow) -> None:
    """Entered by number; what cannot count is named, and stays out."""
    click(panel_of(window).running.ways["paper"])
    paper = panel_of(window).paper
    type_in("1 2 8 8")
    press(Key.Key_Return)
    type_in("1 1 1 1")
    press(Key.Key_Return)
    assert paper.list.item(0).text().startswith("Biljet 2 telt niet.")
    paper.choice.clear()
    type_in("9 2 5=2")
    press(Key.Key_Return)
    paper.number.spin.setValue(1)
    type_in("3")
    press(Key.Key_Return)
    assert "al ingevoerd" in paper.said.text()
    click(paper._back)


def assert_hidden(window: MainWindow) -> None:
    """No total is anywhere in the window while the round is open or closed."""
    assert not panel_of(window).running.totals.isVisible()
    assert all(face.votes.dots is None for face in window.stage.layout.notes.values())
    assert window.session.votes_shown.dots is None


def close_and_reveal(window: MainWindow) -> None:
    """From the bottom up, in steps, to the winner."""
    panel_of(window).running.close_it.setFocus()
    press(Key.Key_Space)
    assert panel_of(window).running.reveal.hasFocus()
    assert_hidden(window)
    records, voted_in = window.session.store.records, last_round(window)
    ways = {way: count.voters for way, count in audit(records, voted_in).items()}
    assert ways == {"kiosk": 3, "hands": 4, "paper": 2}
    click(panel_of(window).running.slowly)
    cover = window.doors.voting.cover
    assert isinstance(cover, Reveal)
    assert cover.list.count() == 0
    seen = []
    while not cover.complete:
        press(Key.Key_Space)
        seen.append(cover.list.count())
    assert seen == sorted(set(seen))
    assert cover.list.rank_at(0).option.text == "Meer vaste klanten"
    press(Key.Key_Space)
    voted_in = last_round(window)
    counted = totals(records, voted_in)
    faces = window.stage.layout.notes
    assert {note: faces[note].votes.dots for note in counted} == counted
    assert counted[voted_in.options[0].note] == 8


def run_off(window: MainWindow) -> None:
    """The tie for the fifth place goes into a round of its own with one key."""
    outcome = panel_of(window).outcome
    assert outcome.keep.value == 5
    assert outcome.tie.text() == "Gelijk op plek 5: 2 briefjes met elk 2 stippen"
    keys(window, Key.Key_R)
    second = last_round(window)
    assert (second.state, second.dots, len(second.options)) == ("open", 1, 2)
    click(panel_of(window).running.ways["kiosk"])
    kiosk = kiosk_of(window)
    for number in (1, 1, 2):
        next_person(kiosk, number)
    press(Key.Key_Escape)
    click(panel_of(window).running.close_it)
    click(panel_of(window).running.reveal)
    click(panel_of(window).outcome.to_first)


def keep_five(window: MainWindow, first: Round) -> None:
    """The best five stay, the others are parked; nothing is deleted, and undo brings all back."""
    records = window.session.store.records
    ranks = final_ranking(records, first)
    assert [rank.place for rank in ranks[:6]] == [1, 2, 3, 4, 5, 6]
    before = dict(records)
    click(panel_of(window).outcome.cut)
    parked = [note for note in records.values() if isinstance(note, Note) and not note.zone]
    assert len(parked) == 9
    assert {note.id for note in parked} == {rank.option.note for rank in ranks[5:]}
    window.commands.by_id["edit.undo"].trigger()
    settle()
    assert dict(records) == before
    window.commands.by_id["edit.redo"].trigger()
    settle()
    assert window.stage.layout.counts["goals"] == 5


def dots_on_the_poster(window: MainWindow) -> None:
    """The round that is looked at can be asked for, and a poster is made."""
    shown = window.session.votes_shown.round
    assert shown is not None
    assert shown.number == 1
    document = window.session.document
    plain = pdf_bytes(document, Choices(), window.kit.fonts)
    poster = pdf_bytes(document, Choices(round=shown.id), window.kit.fonts)
    pages = [len(PdfReader(BytesIO(each.data)).pages) for each in (plain, poster)]
    assert pages[1] > pages[0]  # the results stand on a page of their own
