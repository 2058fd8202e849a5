"""The sign in the bottom bar that sharing is on: there as long as it is so, in either language and theme, and nothing
else moves for it; with guests on real sockets."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QWidget

from helpers.guests import Guest, until
from helpers.sample_workshops import new_session
from helpers.windows import LEFT, NO_KEY, settle, settle_for
from plakbord.live.sharing import Sharing
from plakbord.window import theme
from plakbord.window.main_window import MainWindow
from plakbord.window.panels.sharing import SharePanel
from plakbord.window.share.sign import Sign

OpenOne = Callable[..., MainWindow]
GuestOf = Callable[..., Guest]


@pytest.fixture
def sharing(window: MainWindow) -> Sharing:
    """Shared with nobody but this computer, without the panel."""
    return begun(window)


@pytest.fixture
def guest() -> Iterator[GuestOf]:
    """Somebody comes in."""
    come: list[Guest] = []

    def make(sharing: Sharing, name: str = "") -> Guest:
        come.append(Guest(sharing, name))
        return come[-1]

    yield make
    for each in come:
        each.close()


def begun(window: MainWindow) -> Sharing:
    found = window.doors.share.sharing()
    found.start("127.0.0.1")
    until(lambda: signs(window))
    return found


def signs(window: MainWindow) -> list[Sign]:
    return [each for each in window.findChildren(Sign) if each.isVisible()]


def sign_of(window: MainWindow) -> Sign:
    (found,) = signs(window)
    return found


def apart(one: QColor, other: QColor) -> int:
    """How far two colours are from each other: thin letters are never quite their own colour."""
    return sum(abs(a - b) for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True))  # type: ignore[index]


def places(window: MainWindow) -> list[QRect]:
    """Where the parts of the window are, those of the bar among them."""
    parts = [window.stage.board, window._toolbar, window._bottom, *window._bottom.findChildren(QWidget)]
    return [each.geometry() for each in parts if each.isVisible() and not isinstance(each, Sign)]


def test_it_counts_who_takes_part_and_says_where_to_join(window: MainWindow, sharing: Sharing, guest: GuestOf) -> None:
    sign = sign_of(window)
    assert sign.text() == "0"
    assert f"127.0.0.1:{sharing.port}" in sign.toolTip()
    assert window.t("share.people.none") in sign.toolTip()
    anna = guest(sharing, "Anna")
    guest(sharing, "Bram")
    until(lambda: sign.text() == "2")
    assert "2 mensen doen mee." in sign.toolTip()
    anna.close()
    until(lambda: sign.text() == "1")
    sharing.expect(1)
    guest(sharing, "Carla")
    until(lambda: "1 mens wacht bij de deur." in sign.toolTip())
    assert sign.text() == "1"


def test_it_opens_the_panel_and_stays(window: MainWindow, sharing: Sharing) -> None:
    for _ in range(2):  # where the panel is open already it gets the keyboard
        window.stage.board.setFocus()
        QTest.mouseClick(sign_of(window), LEFT, NO_KEY)
        settle()
        panel = window.doors.panels.current
        assert isinstance(panel, SharePanel)
        assert panel.isAncestorOf(window.focusWidget())
        assert window.commands.by_id["share.panel"].isChecked()
    window.doors.panels.close()
    sign_of(window).setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(sign_of(window), Qt.Key.Key_Space)
    settle()
    assert window.doors.panels.open_name == "share"


@pytest.mark.parametrize("way", ["stop", "another workshop"])
def test_it_goes_when_sharing_stops(window: MainWindow, sharing: Sharing, way: str) -> None:
    if way == "stop":
        sharing.stop()
    else:
        window.show_session(new_session())
    settle()
    assert not signs(window)
    begun(window)
    window.restage()
    settle()
    assert len(signs(window)) == 1


@pytest.mark.parametrize("fingers", [False, True])
@pytest.mark.parametrize(("width", "panel"), [(640, ""), (860, "voting"), (1280, "inventory")])
def test_nothing_else_moves(
    open_one: OpenOne, guest: GuestOf, monkeypatch: pytest.MonkeyPatch, width: int, panel: str, fingers: bool
) -> None:
    monkeypatch.setattr(theme, "has_touch_screen", lambda: fingers)
    window = open_one()
    window.resize(width, 600)
    if panel:
        window.doors.panels.open(panel)
    settle_for()
    before = places(window)
    sharing = begun(window)
    settle_for()
    sign = sign_of(window)
    assert places(window) == before
    room = sign.parentWidget()
    assert room is not None
    assert room.rect().contains(sign.geometry())
    assert min(sign.width(), sign.height()) >= (44 if fingers else 24)
    here = sign.geometry()
    for text in ("8", "88", "250"):
        sign.setText(text)
        settle()
        assert QToolButton.sizeHint(sign).width() <= sign.width(), "every number is seen whole"
        assert sign.geometry() == here
    assert places(window) == before
    sharing.stop()
    settle()
    assert places(window) == before


def test_it_is_in_the_order_of_the_keyboard(window: MainWindow, sharing: Sharing) -> None:
    window._bottom._more.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert window.focusWidget() is sign_of(window)


def test_words_and_colours_follow(window: MainWindow, sharing: Sharing, guest: GuestOf) -> None:
    guest(sharing)
    until(lambda: sign_of(window).text() == "1")
    seen = set()
    for name in ("light", "dark"):
        window.use_theme(name)
        settle()
        image = sign_of(window).grab().toImage()
        seen.add(image.pixelColor(sign_of(window).width() // 2, 4).name())
        pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
        assert min(apart(each, QColor(window._tone.accent)) for each in pixels) < 60
    assert len(seen) == 2
    window.use_language("en")
    assert sign_of(window).accessibleName() == f"Sharing is on: 127.0.0.1:{sharing.port}. 1 person takes part."
    heard = QAccessible.queryAccessibleInterface(sign_of(window))
    assert heard.text(QAccessible.Text.Name) == sign_of(window).accessibleName()


def test_a_start_loads_nothing_of_it() -> None:
    """Who shares nothing does not wait for it."""
    look = "import plakbord.window.main_window, sys; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True).stdout.split()
    assert "plakbord.window.share.door" in loaded
    assert not {"plakbord.window.share.sign", "plakbord.live.sharing", "websockets"} & set(loaded)
