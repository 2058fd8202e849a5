"""Words by key: values filled in, one and several, dates, and which language the system speaks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from plakbord.words import Words, load_words, system_language

TABLE = {"a": "Zo", "b": "{name} is {state}", "n.one": "{n} briefje", "n.other": "{n} briefjes", "raw": "{x}"}
T = Words("nl", lambda: TABLE)


def test_a_key_gives_its_words() -> None:
    assert T("a") == "Zo"
    assert T("raw") == "{x}"


def test_values_are_filled_in_as_they_are() -> None:
    assert T("b", name="{state}", state="klaar") == "{state} is klaar"


@pytest.mark.parametrize(("n", "words"), [(0, "0 briefjes"), (1, "1 briefje"), (2, "2 briefjes"), (99, "99 briefjes")])
def test_the_number_chooses(n: int, words: str) -> None:
    assert T("n", n=n) == words


def test_a_key_that_is_not_there_is_an_error() -> None:
    assert T.has("a")
    assert not T.has("z")
    with pytest.raises(KeyError):
        T("z")


def test_dates_are_written_out() -> None:
    assert load_words("nl").date("2026-11-21") == "21 november 2026"
    assert load_words("en").date("2026-11-01") == "1 November 2026"


@pytest.mark.parametrize("date", ["", "vandaag", "2026-13-01", "2026-02-30", "21-11-2026"])
def test_what_is_no_date_comes_back_as_it_was(date: str) -> None:
    assert load_words("nl").date(date) == date


def test_words_can_come_from_another_folder(tmp_path: Path) -> None:
    (tmp_path / "en.json").write_text(json.dumps({"a": "So"}), "utf-8")
    t = load_words("en", tmp_path)
    assert (t.language, t("a")) == ("en", "So")


@pytest.mark.parametrize(
    ("names", "language"),
    [
        ((), "en"),
        ((None, "", "C", "POSIX"), "en"),
        (("nl_NL.UTF-8",), "nl"),
        (("C", "nl_BE"), "nl"),
        (("NL",), "nl"),
        (("en_US.UTF-8", "nl_NL"), "en"),
        (("de_DE",), "en"),
        (("Dutch_Netherlands.1252",), "en"),
    ],
)
def test_dutch_when_the_system_says_so(names: tuple[str | None, ...], language: str) -> None:
    assert system_language(names) == language
