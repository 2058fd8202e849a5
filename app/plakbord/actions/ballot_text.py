"""What stands on a paper ballot, as the facilitator types it: numbers of options, each with how many dots."""

from __future__ import annotations

import re

from canvas_files.problems import Problem

_PART = re.compile(r"(\d{1,6})(?:[=x×*:](\d{1,4}))?", re.IGNORECASE)


def read_choice(text: str) -> dict[int, int]:
    """Number -> dots: "3 7 7" and "3, 7=2" are the same. Nothing typed is an empty ballot. Raises Problem for what is
    no number."""
    choice: dict[int, int] = {}
    joined = re.sub(r"\s*([=x×*:])\s*", r"\1", text.strip(), flags=re.IGNORECASE)
    for part in re.split(r"[\s,;+]+", joined):
        if not part:
            continue
        found = _PART.fullmatch(part)
        if found is None:
            raise Problem("not_a_choice", text=part)
        number, dots = int(found[1]), int(found[2]) if found[2] else 1
        choice[number] = choice.get(number, 0) + dots
    return choice
