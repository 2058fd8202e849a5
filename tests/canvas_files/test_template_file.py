"""A template in a file of its own: what is wrong is said with the line on which it stands."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from canvas_files.problems import Problem
from canvas_files.template_file import is_template, line_of, read_template_file, write_template_file
from helpers.documents import json_values
from plakbord.paths import resources

GOOD = (resources() / "templates" / "lean-canvas.json").read_text("utf-8")


def test_written_and_read_again(tmp_path: Path) -> None:
    path = tmp_path / "own.json"
    write_template_file(json.loads(GOOD), path)
    template, raw = read_template_file(path)
    assert template.id == "lean-canvas"
    assert raw == json.loads(GOOD)


def line_with(text: str, words: str) -> int:
    return text[: text.rindex(words)].count("\n") + 1


@pytest.mark.parametrize(
    ("old", "new", "key", "place"),
    [
        ('"id": "channels",', '"id": 7,', "template_expects", "zones[5].id"),
        (
            '"w": 19700, "h": 8200},\n      "questions": [{"nl": "Wat kost',
            '"w": "x", "h": 8200},\n      "questions": [{"nl": "Wat kost',
            "template_expects",
            "zones[7].box.w",
        ),
        (
            '"heading": {"nl": "Kanalen", "en": "Channels"},',
            '"heading": {"nl": "Kanalen"},',
            "template_lacks",
            "zones[5].heading",
        ),
        ('"id": "channels",', '"id": "problem",', "template_double_id", "problem"),
        ('"unfair_advantage"\n  ]', '"unfair"\n  ]', "template_order", "unfair"),
        (
            '{"x": 33040, "y": 2550, "w": 7760',
            '{"x": 33040, "y": 2550, "w": 97760',
            "template_outside",
            "customer_segments",
        ),
        ('"version": 1,', '"version": 1', "template_not_json", None),
    ],
)
def test_what_is_wrong_and_where(tmp_path: Path, old: str, new: str, key: str, place: str | None) -> None:
    assert GOOD.count(old) == 1
    text = GOOD.replace(old, new)
    path = tmp_path / "wrong.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Problem) as refused:
        read_template_file(path)
    problem = refused.value
    assert (problem.key, problem.values.get("place")) == (key, place)
    if key in ("template_expects", "template_lacks"):
        assert problem.values["line"] == line_with(text, new.split("\n")[0])
    for language in ("nl", "en"):
        assert str(problem.values["line"]) in problem.sentence(language)


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"[" * 100_000, b"7", b"null"])
def test_what_is_no_template_at_all(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "no.json"
    path.write_bytes(data)
    with pytest.raises(Problem):
        read_template_file(path)


@given(json_values)
def test_every_value_of_any_json_is_found_on_its_line(value: Any) -> None:
    text = json.dumps(value, indent=1)

    def look(part: Any, steps: list[str | int], tell: Callable[[list[str | int]], int]) -> None:
        line = tell(steps)
        assert 1 <= line <= text.count("\n") + 1
        if isinstance(part, dict):
            for name, inner in part.items():
                look(inner, [*steps, name], tell)
        elif isinstance(part, list):
            for number, inner in enumerate(part):
                assert tell([*steps, number]) > line
                look(inner, [*steps, number], tell)

    look(value, [], lambda steps: line_of(text, steps))


def test_a_template_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Problem) as refused:
        read_template_file(tmp_path / "gone.json")
    assert refused.value.key == "unreadable"


def test_what_has_no_sentence_of_its_own_is_told_as_it_is(tmp_path: Path) -> None:
    persona = (resources() / "templates" / "persona.json").read_text("utf-8")
    path = tmp_path / "wrong.json"
    path.write_text(persona.replace('"kind": "story"', '"kind": "novel"', 1), encoding="utf-8")
    with pytest.raises(Problem) as refused:
        read_template_file(path)
    assert refused.value.key == "template_wrong"
    assert "novel" in refused.value.sentence("nl")


def test_what_is_a_template_and_what_is_not() -> None:
    assert is_template(json.loads(GOOD))
    assert not is_template({"id": "x"})
    assert not is_template(7)
