"""Long names break where a line may end, and nothing else changes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plakbord.window.breaking import BREAK, LONGEST, breakable


def test_a_path_breaks_behind_its_parts() -> None:
    path = "/home/fatima/Documenten/Klanten/Bakkerij"
    assert breakable(f"Kijk in {path} eens") == "Kijk in " + path.replace("/", f"/{BREAK}") + " eens"


def test_words_as_people_write_them_stay() -> None:
    words = "Wachttijd? Nee, e-mail: naam@bedrijf.nl, op meerjarenafspraken en arbeidsvoorwaarden."
    assert breakable(words) == words


@given(st.text(alphabet=st.sampled_from("aé/\\._-: \n字")))
def test_only_places_to_break_are_added(words: str) -> None:
    found = breakable(words)
    assert found.replace(BREAK, "") == words
    assert all(len(piece) <= LONGEST for piece in found.replace(BREAK, " ").split())
