"""The fields of a poster: each choice can be made, and what has no meaning cannot."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox

from plakbord.poster.choices import PAPERS, Choices
from plakbord.window.poster.form import LISTS, SWITCHES, ChoicesForm
from plakbord.words import load_words

SHEETS = (("sheet:1", "De Korenaar"), ("sheet:2", "Moniek Verhoeven"))
ROUNDS = (("round:1", "1. Waar beginnen we?"),)


@pytest.fixture
def form(qapp: QApplication) -> Iterator[ChoicesForm]:
    made = ChoicesForm(Choices(language="nl"), SHEETS, ROUNDS, load_words("nl"))
    yield made
    made.deleteLater()


def tick(form: ChoicesForm, row: int, on: bool) -> None:
    form._sheets.item(row).setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)


def test_it_begins_with_what_it_was_given(form: ChoicesForm) -> None:
    assert form.choices == Choices(language="nl")
    assert form.kind == "pdf"


@pytest.mark.parametrize("name", SWITCHES)
def test_every_switch_switches_its_own_choice(form: ChoicesForm, name: str) -> None:
    before = getattr(form.choices, name)
    form.choose(name, not before)
    assert form.choices == Choices(**{"language": "nl", name: not before})


@pytest.mark.parametrize("name", LISTS)
def test_every_value_of_a_list_can_be_chosen(form: ChoicesForm, name: str) -> None:
    for value in LISTS[name][1]:
        form.choose(name, value)
        assert getattr(form.choices, name) == value


def test_every_paper_is_offered(form: ChoicesForm) -> None:
    assert set(LISTS["paper"][1]) == {None, *PAPERS}


def test_some_sheets(form: ChoicesForm) -> None:
    assert form.choices.sheets == ()
    tick(form, 0, False)
    assert form.choices.sheets == ("sheet:2",)
    tick(form, 1, False)
    assert not form.any_sheet


def test_a_round_is_shown(form: ChoicesForm) -> None:
    form.choose("round", "round:1")
    assert form.choices.round == "round:1"


def test_what_has_no_meaning_cannot_be_chosen(form: ChoicesForm) -> None:
    form.choose("bleed", True)
    form.choose("tiles", "A4")
    assert not form._ticks["bleed"].isEnabled()
    assert not form.choices.bleed
    form.choose("kind", "png")
    assert form.choices.tiles is None
    assert form._boxes["dpi"].isEnabled()
    form.choose("kind", "svg")
    assert not form._ticks["attachment"].isEnabled()
    form.choose("blank", True)
    assert not form._ticks["parking"].isEnabled()
    assert not form._boxes["round"].isEnabled()


def test_every_change_is_told(form: ChoicesForm) -> None:
    told: list[int] = []
    form.changed.connect(lambda: told.append(1))
    form.choose("paper", "A2")
    form.choose("grey", True)
    tick(form, 0, False)
    assert len(told) == 3


def test_the_wheel_scrolls_past_a_list_and_chooses_nothing(form: ChoicesForm) -> None:
    before = form.choices, form.kind
    for box in form.findChildren(QComboBox):
        for way in (-120, 120):
            at, held = QPointF(box.rect().center()), Qt.KeyboardModifier.NoModifier
            turn = QPoint(0, way)
            none, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
            wheel = QWheelEvent(at, box.mapToGlobal(at), QPoint(), turn, none, held, phase, False)
            QApplication.sendEvent(box, wheel)
            assert (form.choices, form.kind) == before
