"""The line under the board in little room: nothing is cut off, and what is needed least gives way first."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from canvas_files.records import Language
from helpers.legible import unreadable
from helpers.sample_workshops import add_notes, new_session
from helpers.windows import settle
from plakbord.session import Session
from plakbord.settings import Settings
from plakbord.window import theme
from plakbord.window.main_window import MainWindow
from plakbord.words import LANGUAGES

OpenOne = Callable[..., MainWindow]


def workshop() -> Session:
    session = new_session("canvas", "persona", "canvas", title="Bakkerij De Korenaar in Deventer")
    add_notes(session, [{"text": "Brood", "x": 100, "y": 3000}] * 2)
    return session


def parts(window: MainWindow) -> list[QWidget]:
    """What stands in the bar, from left to right."""
    bar = window._bottom
    there = [each for each in (bar.tabs, *bar.findChildren(QLabel), *bar.findChildren(QToolButton)) if each.isVisible()]
    return sorted((each for each in there if each.parent() is bar), key=lambda each: each.x())


@pytest.mark.parametrize("fingers", [False, True])
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_cut_off_beside_a_panel(
    open_one: OpenOne, monkeypatch: pytest.MonkeyPatch, language: Language, fingers: bool
) -> None:
    monkeypatch.setattr(theme, "has_touch_screen", lambda: fingers)
    window = open_one(workshop(), Settings(language=language, motion="off"), language=language)
    bar = window._bottom
    shown = []
    for width in (1600, 1280, 1100, 900, 760):
        window.resize(width, 640)
        for panel in ("", "voting", "inventory"):
            if panel:
                window.doors.panels.open(panel)
            QTest.qWait(20)
            there = parts(window)
            assert window.width() == width, panel
            assert unreadable(bar) == []
            assert there[-1].geometry().right() < bar.width()
            for one, other in pairwise(there):
                assert one.geometry().right() < other.x(), f"{width} {panel}"
            assert bar._said.startswith(bar._state.text().rstrip("…"))
            shown.append(len(there))
        window.doors.panels.close()
    assert max(shown) == shown[0] == 8
    assert min(shown) >= 3, "the tabs, the plus and what was saved always stay"


def test_what_gave_way_comes_back(open_one: OpenOne) -> None:
    window = open_one(workshop())
    window.resize(900, 640)
    bar = window._bottom
    window.doors.panels.open("inventory")
    QTest.qWait(20)
    assert not bar._count.isVisible()
    assert bar._more.isVisible()
    bar.show_state("Opgeslagen in Bakkerij De Korenaar, vervolgbijeenkomst.plakbord")
    assert bar._state.text().endswith("…")
    assert bar._state.toolTip() == bar._state.accessibleName() == bar._said
    window.resize(1500, 640)
    window.doors.panels.close()
    settle()
    QTest.qWait(20)
    assert bar._count.isVisible()
    assert bar._state.text() == bar._said
    assert not bar._state.toolTip()
