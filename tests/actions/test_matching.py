"""What the palette finds, and in which order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from canvas_files.folding import folded
from plakbord.actions.matching import Choice, best, choice, score

OFFERED = (
    choice("save", "Opslaan", ["Save", "bewaren", "store keep"]),
    choice("save_as", "Opslaan als", ["Save as", "kopie andere naam"]),
    choice("export", "Poster maken", ["Export poster", "pdf afdrukken a3"]),
    choice("segments", "Klantsegmenten", ["Customer segments", "blok vak 1"]),
    choice("relations", "Klantrelaties", ["Customer relationships", "blok vak 4"]),
    choice("cafe", "Coördinatie in het café"),
)
words = st.text(st.sampled_from("abcé É-123 "), max_size=8)


def test_the_start_of_the_name_comes_first() -> None:
    assert best("ops", OFFERED)[:2] == ["save", "save_as"]
    assert best("opslaan als", OFFERED)[0] == "save_as"


def test_the_words_of_the_other_language_and_other_words_are_found() -> None:
    assert best("customer", OFFERED) == ["segments", "relations"]
    assert best("pdf", OFFERED) == ["export"]


def test_case_and_accents_make_no_difference() -> None:
    assert best("COORDINATIE cafe", OFFERED) == best("coördinatie café", OFFERED) == ["cafe"]


def test_first_letters_and_letters_left_out() -> None:
    assert best("pm", OFFERED)[0] == "export"
    assert best("kltsgm", OFFERED) == ["segments"]
    assert best("zzz", OFFERED) == []


def test_every_word_must_be_found() -> None:
    assert best("klant rel", OFFERED) == ["relations"]
    assert best("klant pdf", OFFERED) == []


def test_of_a_strict_one_the_very_words_are_needed() -> None:
    loose, strict = choice("a", "klantsegmenten"), Choice("b", "klantsegmenten", strict=True)
    assert best("ktsg", [loose, strict]) == ["a"]
    assert set(best("segm", [loose, strict])) == {"a", "b"}


def test_recent_choices_come_first_among_equals() -> None:
    assert best("", OFFERED, ["export", "cafe"])[:3] == ["export", "cafe", "save"]
    assert best("klant", OFFERED, ["relations"])[0] == "relations"
    assert best("opslaan", OFFERED, ["save_as"])[0] == "save"  # the very name is better than what was chosen lately


@given(words, words)
def test_every_name_is_found_by_itself_and_by_its_start(name: str, more: str) -> None:
    whole = folded(name + more)
    offered = choice("x", name + more)
    assert score(whole, offered) > 0
    assert score(folded(name), offered) > 0


@given(words, st.lists(words, max_size=6))
def test_the_better_answer_never_stands_behind(asked: str, names: list[str]) -> None:
    offered = [choice(str(number), name) for number, name in enumerate(names)]
    by_key = {each.key: each for each in offered}
    scores = [score(folded(asked), by_key[key]) for key in best(asked, offered)]
    assert scores == sorted(scores, reverse=True)
    assert len(scores) == sum(score(folded(asked), each) > 0 for each in offered)
