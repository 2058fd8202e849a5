"""The words of the interface in Dutch and English: `t("note.delete")`. What stands on the sheets comes from their
templates."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path

import msgspec

from canvas_files.records import Language
from plakbord.paths import resources

LANGUAGES: tuple[Language, ...] = ("nl", "en")


class Words:
    """The words of one language. Calling it with a key gives the words, with {values} filled in; a key that has
    `.one` and `.other` is chosen by the value n. They are read when the first is asked for."""

    def __init__(self, language: Language, read: Callable[[], Mapping[str, str]]) -> None:
        self.language: Language = language
        self._read = read

    @cached_property
    def table(self) -> Mapping[str, str]:
        """All words by their keys."""
        return self._read()

    def __call__(self, key: str, **values: object) -> str:
        if "n" in values and key not in self.table:
            key = f"{key}.one" if values["n"] == 1 else f"{key}.other"
        words = self.table[key]
        return words.format(**values) if values else words

    def has(self, key: str) -> bool:
        """Whether there are words for the key."""
        return key in self.table

    def date(self, iso: str) -> str:
        """A date of the form 2026-11-21 written out; anything else as it came."""
        try:
            day = date.fromisoformat(iso)
        except ValueError:
            return iso
        return self("date.long", day=day.day, month=self(f"month.{day.month}"), year=day.year)


def load_words(language: Language, folder: Path | None = None) -> Words:
    """The words of a language from resources/translations."""
    path = (folder or resources() / "translations") / f"{language}.json"
    return Words(language, lambda: msgspec.json.decode(path.read_bytes(), type=dict[str, str]))


def system_language(locale_names: tuple[str | None, ...]) -> Language:
    """Dutch when the first name that says anything starts with nl, else English."""
    for name in locale_names:
        if name and says_something(name):
            return "nl" if name.lower().startswith("nl") else "en"
    return "en"


def language_of_system() -> Language:
    """The language that the system speaks to the person, as far as we know it."""
    names: list[str | None] = [os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    if not any(map(says_something, names)):
        import locale  # where the environment says nothing, as on Windows

        names = [locale.getlocale()[0]]
    return system_language(tuple(names))


def says_something(locale_name: str | None) -> bool:
    """Whether a locale names a language."""
    return bool(locale_name) and locale_name not in ("C", "POSIX")
