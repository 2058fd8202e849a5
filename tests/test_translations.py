"""Every word in both languages: the same keys with the same values to fill in, all that is used, and nothing more."""

from __future__ import annotations

import json
import re
from string import Formatter

import pytest

from canvas_files.records import Language
from helpers.used_words import asked_for, constants, patterns, step_labels
from plakbord.actions.all import ACTIONS
from plakbord.paths import resources
from plakbord.sheet import theme
from plakbord.words import LANGUAGES, load_words

IN_TABLES = ("menu", "dialog", "status", "board", "window", "step", "color", "language", "month")
"""First parts of keys that nothing else in the source begins with."""

NOT_YET_USED = frozenset(
    {
        "board.placeholder",
        "cli.done.new",
        "edit.redo.what",
        "edit.undo.what",
        "sheet.tab",
        "status.exporting",
    }
)
"""Words that wait for the place where they will be shown; a key that is used goes off this list."""


def table(language: Language) -> dict[str, str]:
    return dict(load_words(language).table)


def slots(words: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(words) if name is not None}


def there(key: str) -> bool:
    """Whether the words are there, as they stand or for one and for several."""
    found = table("nl")
    return key in found or {f"{key}.one", f"{key}.other"} <= found.keys()


def test_both_languages_have_the_same_keys() -> None:
    assert table("nl").keys() == table("en").keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_stands_twice_in_a_file(language: Language) -> None:
    text = (resources() / "translations" / f"{language}.json").read_text("utf-8")
    keys = [key for key, _ in json.loads(text, object_pairs_hook=list)]
    assert len(set(keys)) == len(keys)


def test_every_language_has_a_file_and_no_other() -> None:
    assert {path.stem for path in (resources() / "translations").glob("*.json")} == set(LANGUAGES)


def test_the_same_values_are_filled_in() -> None:
    dutch, english = table("nl"), table("en")
    assert {key for key in dutch if slots(dutch[key]) != slots(english[key])} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_empty_or_has_loose_spaces(language: Language) -> None:
    assert {key for key, words in table(language).items() if not words or words != words.strip()} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_counted_has_words_for_one_and_for_several(language: Language) -> None:
    keys = table(language).keys()
    assert {key for key in keys if key.endswith(".one")} == {
        re.sub("other$", "one", key) for key in keys if key.endswith(".other") and key != "dialog.overwrite.other"
    }


def test_everything_the_source_asks_for_is_there() -> None:
    assert len(asked_for()) > 40
    assert {key for key in asked_for() if not there(key)} == set()


def test_every_key_in_a_table_of_the_source_is_there() -> None:
    named = {key for key in constants() if key.partition(".")[0] in IN_TABLES}
    assert len(named) > 60
    assert {key for key in named if not there(key)} == set()


def test_every_step_has_a_name() -> None:
    assert len(step_labels()) >= 8
    assert {key for key in step_labels() if not there(key)} == set()


def test_every_put_together_key_finds_words() -> None:
    assert len(patterns()) >= 5
    keys = table("nl")
    assert {pattern for pattern in patterns() if not any(re.fullmatch(pattern, key) for key in keys)} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_colour_month_and_language_has_a_name(language: Language) -> None:
    t = load_words(language)
    wanted = [f"color.{name}" for name in theme.NOTE_COLORS]
    wanted += [f"month.{number}" for number in range(1, 13)] + [f"language.{each}" for each in LANGUAGES]
    assert [key for key in wanted if not t.has(key)] == []


def test_no_words_are_left_over() -> None:
    used = constants() | asked_for() | {key for action in ACTIONS for key in (action.words, action.keywords)}
    used |= {key + end for key in used for end in (".one", ".other")}
    made = re.compile("|".join(patterns()))
    unused = {key for key in table("nl") if key not in used and not made.fullmatch(key)}
    assert unused == NOT_YET_USED
