"""A window with fourteen goals on a persona, and the hands of a facilitator and participants in it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from canvas_files.records import Round
from canvas_files.rounds import cast, rounds
from helpers.sample_workshops import add_notes, new_session
from helpers.windows import settle
from plakbord.session import Session
from plakbord.window.main_window import MainWindow
from plakbord.window.panels.voting import VotingPanel
from plakbord.window.voting.hands import Hands
from plakbord.window.voting.kiosk import Kiosk

GOALS = (
    "Meer vaste klanten",
    "Op tijd naar huis",
    "Minder brood weggooien 🥖",
    "Een tweede winkel openen in de Kerkstraat",
    "Rust op zaterdag",
    "Goede bakkers vinden die willen blijven",
    "De oven afbetalen",
    "Trots zijn op het brood",
    "Bekend in de hele wijk",
    "Leren van andere bakkerijen",
    "Eigen recepten bewaren voor later",
    "Minder papierwerk en belastingaangifteformulieren",
    "Vroeger kunnen sluiten",
    "Groene stroom <b>van het dak</b>",
)
COLORS = ("yellow", "orange", "green", "blue")
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
NO_KEY = Qt.KeyboardModifier.NoModifier
Key = Qt.Key


def goals_session(texts: tuple[str, ...] = GOALS) -> Session:
    """A persona with a note for every goal in rows of three, in the block that holds at most five."""
    session = new_session("persona", title="Bakkerij De Korenaar")
    add_notes(
        session,
        [
            {
                "text": text,
                "zone": "goals",
                "color": COLORS[place % 4],
                "w": 2380,
                "h": 2000,
                "x": 250 + place % 3 * 2480,
                "y": 2700 + place // 3 * 2350,
            }
            for place, text in enumerate(texts)
        ],
    )
    return session


def press_offer(window: MainWindow, zone: str = "goals") -> None:
    """Presses the remark of a block that holds too many notes."""
    board = window.stage.board
    room = next(label.room for label in window.stage.layout._limits if label.zone == zone)
    assert board.camera is not None
    x, y = board.camera.device(room.x + room.w / 2, room.y + room.h / 2)
    QTest.mouseClick(board, LEFT, NO_KEY, (QPointF(x, y) / board.ratio).toPoint())
    settle()


def panel_of(window: MainWindow) -> VotingPanel:
    """The open panel for voting."""
    panel = window.doors.panels.current
    assert isinstance(panel, VotingPanel)
    return panel


def click(part: QWidget) -> None:
    """Presses a part in its middle; it must be there to be pressed."""
    assert part.isVisible(), part.objectName()
    assert part.isEnabled(), part.objectName()
    QTest.mouseClick(part, LEFT, NO_KEY, part.rect().center())
    settle()


def double_click(window: MainWindow, part: QWidget) -> None:
    """Presses twice where the part is, as the mouse does: the second press is for whatever is there by then."""
    at = part.mapTo(window, part.rect().center())
    QTest.mouseDClick(window.windowHandle(), LEFT, NO_KEY, at)
    settle()


def focused() -> QWidget:
    """Whatever has the keyboard; where nobody sees it, nobody gives a window its place back."""
    if QApplication.focusWidget() is None:
        (window,) = [
            each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow) and each.isVisible()
        ]
        window.activateWindow()
        settle()
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(key: Qt.Key, held: Qt.KeyboardModifier = NO_KEY) -> None:
    """A key for whatever has the keyboard."""
    QTest.keyClick(focused(), key, held)
    settle()


def type_in(words: str) -> None:
    """Letters and digits for whatever has the keyboard, wherever it goes meanwhile."""
    for letter in words:
        QTest.keyClicks(focused(), letter)
    settle()


def last_round(window: MainWindow) -> Round:
    """The round that was made last, as it is now."""
    return rounds(window.session.store.records)[-1]


def kiosk_of(window: MainWindow) -> Kiosk:
    """The laptop that goes round."""
    assert isinstance(window.doors.voting.cover, Kiosk)
    return window.doors.voting.cover


def hands_of(window: MainWindow) -> Hands:
    """The counting of hands."""
    assert isinstance(window.doors.voting.cover, Hands)
    return window.doors.voting.cover


def click_option(kiosk: Kiosk, number: int, button: Qt.MouseButton = LEFT, on_dots: bool = False) -> None:
    """Clicks the note of an option on the board of the laptop that goes round: its middle, or its first dot."""
    option = next(each for each in kiosk.ballot.list._round.options if each.number == number)
    (board,) = [each for each in kiosk.ballot.boards if each.isVisible()]
    face = board.surface.face(option.note)
    assert face is not None
    assert board.camera is not None
    x, y = (face.x + 350, face.y + face.h - 60) if on_dots else (face.x + face.w * 0.6, face.y + face.h / 2)
    at = (QPointF(*board.camera.device(x, y)) / board.ratio).toPoint()
    QTest.mouseClick(board, button, NO_KEY, at)
    settle()


def vote_by_number(kiosk: Kiosk, *numbers: int) -> None:
    """Types numbers, each with Enter, while it is somebody's turn."""
    for number in numbers:
        type_in(str(number))
        press(Key.Key_Return)
        assert kiosk.person, "Enter after a number only confirms it"


def done(kiosk: Kiosk) -> None:
    """Enter when there is nothing to confirm, twice for who has dots left."""
    if kiosk.ballot.dots.left:
        press(Key.Key_Return)
        assert kiosk.person
    press(Key.Key_Return)
    assert not kiosk.person


def next_person(kiosk: Kiosk, *numbers: int) -> None:
    """The next person takes a number, votes and is done."""
    press(Key.Key_Return)
    vote_by_number(kiosk, *numbers)
    done(kiosk)


def button(part: QWidget, words: str) -> QPushButton:
    """The button with these words."""
    (found,) = [each for each in part.findChildren(QPushButton) if each.text() == words and each.isVisible()]
    return found


def vote(window: MainWindow, who: str, *numbers: int) -> None:
    """Somebody votes elsewhere than in the window."""
    voted_in = last_round(window)
    choice = {number: numbers.count(number) for number in numbers}
    cast(window.session.store, voted_in.id, window.session.voter_id(voted_in.id, who), choice, way="kiosk", name=who)
    settle()


def revealed(window: MainWindow, *ballots: tuple[int, ...]) -> None:
    """A round on the goals with these ballots, with its results in the panel."""
    press_offer(window)
    click(panel_of(window).setup.start)
    for place, numbers in enumerate(ballots):
        vote(window, f"person {place}", *numbers)
    click(panel_of(window).running.close_it)
    click(panel_of(window).running.reveal)
