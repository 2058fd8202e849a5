"""What is remembered of a poster, and what is not."""

from __future__ import annotations

from plakbord.paths import settings_file
from plakbord.poster.choices import Choices
from plakbord.settings import Settings, load_settings, save_settings
from plakbord.window.poster.remembered import last_choices, remembering


def test_choices_come_back_after_a_restart() -> None:
    chosen = Choices(paper="A1", tiles="A4", margin=500, grey=True, links=True, questions=False)
    save_settings(remembering(Settings(), chosen), settings_file())
    assert last_choices(load_settings(settings_file())) == chosen


def test_what_belongs_to_one_workshop_is_forgotten() -> None:
    chosen = Choices(sheets=("sheet:1",), round="round:1", language="en", blank=True)
    assert last_choices(remembering(Settings(), chosen)) == Choices()


def test_a_choice_that_cannot_be_read_is_as_at_first() -> None:
    settings = Settings(poster={"paper": "A7", "margin": -3, "grey": True, "sheets": ["x"], "mystery": 1})
    assert last_choices(settings) == Choices(grey=True, links=True)


def test_only_what_differs_is_kept() -> None:
    assert remembering(Settings(), Choices(paper="A2")).poster == {"paper": "A2"}
