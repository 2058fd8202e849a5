"""Reading votes where the numbers of the options have gaps, as in a file that somebody mended by hand."""

from __future__ import annotations

import pytest

from canvas_files.problems import Problem
from canvas_files.records import Option, Round
from canvas_files.votes import option_numbered


def test_an_option_is_found_by_its_number_not_by_its_place() -> None:
    options = [
        Option(number=number, note=f"note:{number}", notes=[f"note:{number}"], sheet="s") for number in (2, 3, 7)
    ]
    voted_in = Round(id="round:1", number=1, options=options)
    assert [option_numbered(voted_in, number) for number in (7, 2, 3)] == [options[2], options[0], options[1]]
    with pytest.raises(Problem) as told:
        option_numbered(voted_in, 1)
    assert told.value.key == "unknown_option"
