"""JSON: read strictly and within limits, written so that what was read can always be written."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvas_files.json_text import DEEPEST, MOST_BRACKETS, MOST_COMMAS, lines_of, read_json, to_json
from canvas_files.problems import Problem
from helpers.documents import any_text, json_values


def problem_with(data: bytes) -> Problem:
    with pytest.raises(Problem) as caught:
        read_json(data, "bakkerij.plakbord")
    return caught.value


@given(json_values)
def test_what_was_written_reads_back_the_same(value: Any) -> None:
    line = to_json(value)
    assert b"\n" not in line
    assert json.dumps(read_json(line, "x")) == json.dumps(value)


@given(st.lists(json_values, max_size=4))
def test_a_list_has_one_item_per_line(values: list[Any]) -> None:
    text = lines_of(values)
    assert json.dumps(read_json(text, "x")) == json.dumps(values)
    assert text.count(b"\n") == (len(values) + 1 if values else 0)


@given(any_text)
def test_ordinary_text_stays_readable_in_the_file(text: str) -> None:
    written = to_json(text)
    try:
        text.encode()
    except UnicodeEncodeError:
        assert written.isascii()
    else:
        assert written.decode().isascii() == text.isascii()


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"\0" * 1000, "empty"),
        (b"\xff\xfe{}", "not_text"),
        (b"\x89PNG\r\n\x1a\n\0\0", "not_text"),
        (b"{'a': 1}", "not_json"),
        (b"\xef\xbb\xbf", "not_json"),
        (b"{} {}", "not_json"),
        (b'["a\nb"]', "not_json"),
        (b'{"a": NaN}', "bad_number"),
        (b"[Infinity]", "bad_number"),
        (b"[-Infinity]", "bad_number"),
        (b"[1e400]", "bad_number"),
        (b"[-1e400]", "bad_number"),
        (b"[" + b"7" * 5000 + b"]", "bad_number"),
        (b'{"a": {"b": 1, "c": 2, "b": 1}}', "double_key"),
        (b"[" * 100_000, "too_deep"),
        (b"[" * 100_000 + b"]" * 100_000, "too_deep"),
        (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, "too_deep"),
        (b"[" * (DEEPEST + 1) + b"]" * (DEEPEST + 1), "too_deep"),
        (b"{" * (MOST_BRACKETS + 1), "too_many"),
        (b"," * (MOST_COMMAS + 1), "too_many"),
    ],
    ids=lambda value: repr(value[:12]) if isinstance(value, bytes) else value,
)
def test_what_is_no_json_is_named(data: bytes, key: str) -> None:
    problem = problem_with(data)
    assert problem.key == key
    assert problem.values["name"] == "bakkerij.plakbord"


def test_damage_has_a_place() -> None:
    problem = problem_with(b'{\n "a": 1,\n "b" 2\n}')
    assert (problem.key, problem.values["line"], problem.values["column"]) == ("not_json", 3, 6)


def test_a_double_key_is_named_and_found_in_a_moment_among_very_many() -> None:
    many = b",".join(b'"k%d":0' % at for at in range(200_000))
    assert problem_with(b"{" + many + b',"k199999":0}').values["field"] == "k199999"
    assert problem_with(b'{"%s":1,"%s":2}' % (b"x" * 5000, b"x" * 5000)).values["field"] == "x" * 80


@pytest.mark.parametrize("depth", [1, 50, DEEPEST])
def test_deep_is_fine_up_to_a_point(depth: int) -> None:
    data = b"[" * depth + b"]" * depth
    assert to_json(read_json(data, "x")) == data


def test_a_byte_order_mark_is_passed_over() -> None:
    assert read_json(b'\xef\xbb\xbf{"a": 1}', "x") == {"a": 1}


def test_what_utf_8_cannot_hold_is_written_as_escapes() -> None:
    assert to_json({"\ud800": "é"}) == b'{"\\ud800":"\\u00e9"}'
    assert to_json([2**64]) == b"[18446744073709551616]"
