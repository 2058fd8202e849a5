"""Panels at the right: one at a time, told of what happens, and the keyboard goes in and comes back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QTextEdit

from canvas_files.change import Change
from plakbord.window.main_window import MainWindow
from plakbord.window.panels.side import SidePanel, SidePanels
from plakbord.window.stage import Stage


class Diary(SidePanel):
    """A panel that keeps what it was told."""

    def __init__(self, parent: QMainWindow) -> None:
        self.page = QTextEdit()
        super().__init__(parent, "diary", self.page)
        self.setFocusProxy(self.page)
        self.told: list[str] = []

    def join(self, stage: Stage) -> None:
        self.told.append("join")

    def follow(self, change: Change) -> None:
        self.told.append(change.label)

    def finish(self) -> None:
        self.told.append("finish")

    def leave(self) -> None:
        self.told.append("leave")


@pytest.fixture
def panels(window: MainWindow) -> SidePanels:
    window.doors.panels = SidePanels(window, window, {"diary": Diary, "other": Diary})
    return window.doors.panels


def open_diary(panels: SidePanels, name: str = "diary") -> Diary:
    panel = panels.open(name)
    assert isinstance(panel, Diary)
    return panel


def test_one_panel_is_open_at_a_time(window: MainWindow, panels: SidePanels) -> None:
    first = open_diary(panels)
    second = open_diary(panels, "other")
    assert first.isHidden()
    assert second.isVisible()
    assert first.told[-2:] == ["finish", "leave"]
    window.show_outline(True)
    assert second.isHidden()
    assert panels.open_name == ""
    panels.toggle("diary")
    assert not window.settings.outline
    assert first.isVisible()
    assert panels.open("diary") is first


def test_an_open_panel_hears_of_changes_and_other_sheets(window: MainWindow, panels: SidePanels) -> None:
    panel = open_diary(panels)
    with window.session.store.transaction("step.workshop.details") as tx:
        tx.update("workshop", title="Bakkerij De Korenaar")
    window.restage()
    assert panel.told == ["join", "step.workshop.details", "finish", "finish", "join"]
    panels.close()
    told = len(panel.told)
    window.restage()
    assert len(panel.told) == told


def test_the_cross_gives_the_keyboard_back_to_the_board(window: MainWindow, panels: SidePanels) -> None:
    panel = open_diary(panels)
    assert panel.page.hasFocus()
    QTest.mouseClick(panel.cross, Qt.MouseButton.LeftButton)
    assert panel.isHidden()
    assert window.stage.board.hasFocus()


def test_the_cross_speaks_the_language_of_the_window(
    open_one: Callable[..., MainWindow], panels: SidePanels, window: MainWindow
) -> None:
    panel = open_diary(panels)
    assert panel.cross.accessibleName() == "Paneel sluiten"
    window.use_language("en")
    assert panel.cross.accessibleName() == "Close panel"


def test_the_keyboard_goes_round_by_the_panel(window: MainWindow, panels: SidePanels) -> None:
    panel = open_diary(panels)
    window.stage.board.setFocus()
    window.next_pane(1)
    assert panel.page.hasFocus()
