"""The steps that bring a file of an older version up to this one, on plain JSON before any record exists.

Each step is a file `step_N.py` with a function `upgrade(raw)` that turns version N into N + 1 in place, and a line in
STEPS. A sample file of every version lies in tests/files and is never edited.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, TypeAlias

Step: TypeAlias = Callable[[dict[str, Any]], None]

VERSION = 1
"""The version this program writes."""

STEPS: Mapping[int, Step] = MappingProxyType({})
"""From which version, and what to do. Version 1 is the first."""


def upgrade(raw: dict[str, Any], steps: Mapping[int, Step] = STEPS, version: int = VERSION) -> None:
    """Brings raw up to the version, in place; a file of a newer version stays as it is. Raises KeyError when there is
    no step from the version it has."""
    while raw["version"] < version:
        steps[raw["version"]](raw)
        raw["version"] += 1
