"""Order keys: there is always room between two, and sorting by them gives the order that was meant."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvas_files.order import DIGITS, FIRST, key_between, keys_after, top

LOWEST, HIGHEST = "A" + 26 * "0", "z" + 26 * "z"


def test_sorting_gives_the_order_of_a_thousand_random_inserts() -> None:
    random = Random(20261121)
    keys: list[str] = []
    for _ in range(1000):
        at = random.randint(0, len(keys))
        low, high = keys[at - 1] if at else None, keys[at] if at < len(keys) else None
        keys.insert(at, key_between(low, high))
    assert keys == sorted(keys)
    assert len(set(keys)) == 1000
    assert max(map(len, keys)) < 20


@given(
    st.lists(st.floats(0, 1), max_size=80), st.sampled_from((FIRST, LOWEST + "V", HIGHEST, "Zz", "az", "b00", "a0V"))
)
def test_a_key_between_two_is_between_them(places: list[float], first: str) -> None:
    keys = [first]
    for place in places:
        at = round(place * len(keys))
        low, high = keys[at - 1] if at else None, keys[at] if at < len(keys) else None
        key = key_between(low, high)
        assert low is None or low < key
        assert high is None or key < high
        keys.insert(at, key)


integer_parts = st.sampled_from("AYZab").flatmap(
    lambda head: (
        st.text(DIGITS, min_size=ord(head) - 96, max_size=ord(head) - 96).map(head.__add__)
        if head in "ab"
        else st.text(DIGITS, min_size=91 - ord(head), max_size=91 - ord(head)).map(head.__add__)
    )
)
keys_of_any_length = st.builds(
    lambda integer, fraction: integer + fraction.rstrip("0"), integer_parts, st.text(DIGITS, max_size=6)
).filter(lambda key: key != LOWEST)


@given(st.lists(keys_of_any_length, min_size=2, max_size=2, unique=True))
def test_there_is_room_between_any_two_keys_and_outside(pair: list[str]) -> None:
    low, high = sorted(pair)
    between, before, after = key_between(low, high), key_between(None, low), key_between(high, None)
    assert before < low < between < high < after
    for key in (between, before, after):  # what was made here is a key in turn
        assert key_between(None, key) < key < key_between(key, None)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (None, None, "a0"), ("a0", None, "a1"), ("az", None, "b00"), ("Zz", None, "a0"), ("bzz", None, "c000"),
        (None, "a0", "Zz"), (None, "a1", "a0"), (None, "b00", "az"), (None, "a0V", "a0"), (None, "Z0", "Yzz"),
        ("a0", "a1", "a0V"), ("a0", "a2", "a1"), ("a0", "a0V", "a0F"), ("a0", "a01", "a00V"), ("a0z", "a1", "a0zV"),
        ("a0V", "a0W1", "a0W"), (HIGHEST, None, HIGHEST + "V"), (HIGHEST + "V", None, HIGHEST + "k"),
        (None, LOWEST + "V", LOWEST + "F"), ("Zz", "a0", "ZzV"),
    ],
)  # fmt: skip
def test_keys_that_can_be_read_in_the_source(low: str | None, high: str | None, expected: str) -> None:
    assert key_between(low, high) == expected
    assert low is None or low < expected
    assert high is None or expected < high


@pytest.mark.parametrize("strange", ["", "!", "a", "b0", "a00", "a0-", "é0", "0a", LOWEST, "漢"])
def test_a_key_that_was_not_made_here_is_no_neighbour(strange: str) -> None:
    assert key_between(strange, None) == key_between(None, strange) == key_between(strange, strange) == FIRST
    assert key_between("a0", strange) == "a1"
    assert key_between(strange, "a1") == "a0"


def test_keys_in_the_wrong_order_give_a_key_after_the_first() -> None:
    assert key_between("a5", "a1") == key_between("a5", "a5") == "a6"


def test_a_very_long_key_is_no_obstacle() -> None:
    low = "a0" + 1900 * "z"
    assert low < key_between(low, "a1") < "a1"


@given(st.none() | keys_of_any_length, st.integers(0, 200))
def test_keys_after_go_up(low: str | None, count: int) -> None:
    keys = keys_after(low, count)
    assert len(keys) == count
    assert sorted(set(keys)) == keys
    assert low is None or all(low < key for key in keys)


def test_the_highest_key() -> None:
    assert top([]) is None
    assert top(["a1", "b00", "Zz"]) == "b00"
