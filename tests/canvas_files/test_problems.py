"""Problems: every sentence stands in both languages, with the same things filled in, and can always be printed."""

from __future__ import annotations

import ast
from pathlib import Path
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

import canvas_files
from canvas_files.problems import Problem
from canvas_files.sentences import SENTENCES
from helpers.documents import any_text

ROOT = Path(canvas_files.__file__).parents[1]


def slots(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


@pytest.mark.parametrize("key", SENTENCES)
def test_both_languages_fill_in_the_same(key: str) -> None:
    dutch, english = SENTENCES[key]
    assert slots(dutch) == slots(english)
    assert dutch != english
    assert dutch[-1] == english[-1] == "."


@given(st.sampled_from(sorted(SENTENCES)), any_text)
def test_every_sentence_can_be_printed_whatever_a_file_says(key: str, said: str) -> None:
    problem = Problem(key, **dict.fromkeys(slots(SENTENCES[key][0]), said))
    assert problem.sentence("nl").encode()
    assert problem.sentence("en") == str(problem) == problem.sentence()
    assert str(problem).encode()


def raised() -> list[tuple[str, str, set[str]]]:
    """Where, key and names of every Problem made anywhere in the program."""
    found = []
    for folder in (ROOT / "canvas_files", ROOT / "app"):
        for path in folder.rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] == "Problem" and node.args:
                    key = node.args[0]
                    if isinstance(key, ast.Constant):
                        names = {keyword.arg or "**" for keyword in node.keywords}
                        found.append((f"{path.name}:{node.lineno}", str(key.value), names))
    return found


def test_every_problem_has_its_sentence_and_fills_it_in() -> None:
    made = raised()
    assert len(made) > 30
    wrong = [item for item in made if item[1] not in SENTENCES or slots(SENTENCES[item[1]][0]) - item[2]]
    assert not wrong
