"""Our own form keeps everything between two windows, and takes nothing on trust."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from helpers.documents import any_text, good_text, json_values
from plakbord.exchange.own_form import FORMAT, from_own_form, to_own_form
from plakbord.exchange.pasted import PastedNote, Spot

spots = st.builds(
    Spot,
    zone=st.sampled_from(("", "channels")),
    x=st.integers(-1_000, 50_000),
    y=st.integers(-1_000, 50_000),
    w=st.integers(100, 9_000),
    h=st.integers(100, 9_000),
)
notes = st.builds(
    PastedNote,
    text=good_text.map(str.strip),
    color=st.none() | st.sampled_from(("yellow", "blue", "purple")),
    tags=st.lists(st.sampled_from(("own", "paid", "eigen")), unique=True).map(tuple),
    status=st.sampled_from(("", "assumption", "seen", "proven")),
    author=st.sampled_from(("", "Sanne")),
    spot=st.none() | spots,
)


@given(st.lists(notes, max_size=5))
def test_there_and_back(given_notes: list[PastedNote]) -> None:
    assert from_own_form(to_own_form(given_notes)) == given_notes


@given(st.binary(max_size=100) | json_values.map(lambda value: json.dumps(value).encode()))
def test_rubbish_is_nothing(data: bytes) -> None:
    assert from_own_form(data) == []


@given(st.lists(json_values | st.fixed_dictionaries({"text": any_text | json_values, "spot": json_values}), max_size=4))
def test_any_notes_can_be_read(raw: list[Any]) -> None:
    data = json.dumps({"format": FORMAT, "version": 9, "notes": raw}).encode()
    assert all(isinstance(note, PastedNote) for note in from_own_form(data))


def test_the_text_of_a_note_that_is_wrong_otherwise_is_kept() -> None:
    data = json.dumps({"format": FORMAT, "notes": [{"text": " ja\u202e ", "tags": 4}, {"text": 4}, "nee"]}).encode()
    assert from_own_form(data) == [PastedNote("ja")]
