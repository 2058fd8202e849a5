"""The one place to import rounds from: everything it names is there, and nothing of it is loaded before it is used."""

from __future__ import annotations

import subprocess
import sys

import pytest

from canvas_files import ballots, ranking, rounds, votes


@pytest.mark.parametrize("name", rounds.__all__)
def test_everything_it_names_is_there(name: str) -> None:
    assert getattr(rounds, name) is not None


def test_what_it_gives_is_what_stands_in_the_part() -> None:
    assert rounds.cast is ballots.cast
    assert rounds.ballots is votes.ballots  # not the module of that name
    assert rounds.ranking is ranking.ranking


def test_what_it_does_not_name_is_not_there() -> None:
    with pytest.raises(AttributeError, match="no attribute 'replace'"):
        rounds.replace  # type: ignore[attr-defined]  # noqa: B018


def test_nothing_is_loaded_before_it_is_used() -> None:
    code = (
        "import sys; from canvas_files import rounds; before = 'canvas_files.ranking' in sys.modules; "
        "rounds.results; print(before, 'canvas_files.ranking' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]
