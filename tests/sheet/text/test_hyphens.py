"""Words are divided where pyphen divides them, which is where LibreOffice does."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pyphen  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plakbord.sheet.text import hyphens
from plakbord.sheet.text.hyphens import FILES, LEAST, syllables

ROOT = Path(__file__).parents[3]
WRITTEN = [
    ROOT / "README.md",
    ROOT / "CHANGELOG.md",
    *ROOT.glob("resources/guide/*.md"),
    *ROOT.glob("resources/*/*.json"),
]


def divided(word: str, language: str | None) -> str:
    places = [0, *syllables(word, language), len(word)]
    return "-".join(word[start:end] for start, end in pairwise(places))


def by_pyphen(word: str, language: str) -> tuple[int, ...]:
    known = pyphen.Pyphen(lang=FILES[language].removeprefix("hyph_").removesuffix(".dic"), left=LEAST, right=LEAST)
    return tuple(int(place) for place in known.positions(word) if word[place].lower() not in "äëïöü")


@pytest.mark.parametrize(
    ("word", "language", "wanted"),
    [
        ("klanttevredenheidsonderzoek", "nl", "klant-te-vre-den-heids-on-der-zoek"),
        ("Bedrijfsadministratie", "nl", "Bedrijfs-ad-mi-ni-stra-tie"),
        ("Zuivelcoöperatie", "nl", "Zui-vel-coö-pe-ra-tie"),
        ("telecommunications", "en", "tele-com-mu-nic-a-tions"),
        ("(Lunchabonnement:", "nl", "(Lunchabon-ne-ment:"),
        ("inkoop/verkoopadministratie", "nl", "inkoop/ver-koop-ad-mi-ni-stra-tie"),
        ("boekhoudpakket", "de", "boekhoudpakket"),
        ("boekhoudpakket", None, "boekhoudpakket"),
        ("appel", "nl", "appel"),
    ],
)
def test_places_are_those_of_the_language(word: str, language: str | None, wanted: str) -> None:
    assert divided(word, language) == wanted


@pytest.mark.parametrize(
    "address",
    ["www.bakkerijdegoudenkorst.nl", "https://bestellingen", "info@goudenkorst", "Boekhouding2026", "jaar_rekening"],
)
def test_an_address_is_never_given_a_hyphen(address: str) -> None:
    assert syllables(address, "nl") == ()


@pytest.mark.parametrize("language", FILES)
def test_every_word_we_wrote_is_divided_as_pyphen_does(language: str) -> None:
    words = {word for file in WRITTEN for word in re.findall(r"[^\W\d_]{6,}", file.read_text(encoding="utf-8"))}
    assert len(words) > 1_000
    assert [word for word in words if syllables(word, language) != by_pyphen(word, language)] == []


@given(
    word=st.text(st.sampled_from("aabcdeeeghijklmnooprstuvwzéëï"), min_size=6, max_size=40),
    language=st.sampled_from([*FILES]),
)
def test_any_letters_are_divided_as_pyphen_does(word: str, language: str) -> None:
    assert syllables(word, language) == by_pyphen(word, language)


def test_without_the_patterns_nothing_is_divided(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(hyphens, "_file", lambda name: tmp_path / name)
    hyphens._patterns.cache_clear()
    syllables.cache_clear()
    try:
        assert syllables("bedrijfsadministratie", "nl") == ()
    finally:
        hyphens._patterns.cache_clear()
        syllables.cache_clear()
