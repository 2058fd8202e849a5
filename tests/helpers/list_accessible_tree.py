"""Lists what a screen reader is told of the running program, through AT-SPI; to be run by hand beside it.

Needs a desktop with AT-SPI (Debian: at-spi2-core, dbus, python3-pyatspi, the system's own Python) and the program
started in the same session ("dbus-run-session -- bash" makes one) with QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1:

    python3 -m plakbord file.plakbord &
    python3 tests/helpers/list_accessible_tree.py
"""

from __future__ import annotations

import sys
from typing import Any

DEEPEST = 12
MOST_CHILDREN = 60


def tell(thing: Any, depth: int = 0) -> None:
    """A line for a thing and, further in, for what is in it."""
    print(f"{'  ' * depth}{line(thing)}")
    if depth < DEEPEST:
        for number in range(min(thing.childCount, MOST_CHILDREN)):
            child = thing.getChildAtIndex(number)
            if child is not None:
                tell(child, depth + 1)


def line(thing: Any) -> str:
    """Role, name, description, states that matter, and actions."""
    states = {state for state in ("focused", "selected", "expanded", "checked") if has_state(thing, state)}
    parts = [f"[{thing.getRoleName()}] {thing.name!r}"]
    parts += [f"— {thing.description}"] if thing.description else []
    parts += [f"({', '.join(sorted(states))})"] if states else []
    parts += [f"<{', '.join(actions_of(thing))}>"] if actions_of(thing) else []
    return " ".join(parts)


def actions_of(thing: Any) -> list[str]:
    """The names of what a screen reader can ask the thing to do."""
    try:
        actions = thing.queryAction()
    except NotImplementedError:
        return []
    return [actions.getName(number) for number in range(actions.nActions)]


def has_state(thing: Any, name: str) -> bool:
    """Whether the thing is in a state, by its name in AT-SPI."""
    import pyatspi

    return bool(thing.getState().contains(getattr(pyatspi, f"STATE_{name.upper()}")))


def main() -> int:
    """Lists the program's windows; 1 when it is not there."""
    import pyatspi

    desktop = pyatspi.Registry.getDesktop(0)
    programs = [desktop.getChildAtIndex(number) for number in range(desktop.childCount)]
    found = [program for program in programs if program is not None and program.name == "Plakbord"]
    for program in found:
        tell(program)
    return 0 if found else 1


if __name__ == "__main__":
    sys.exit(main())
