"""Makes the enums of Qt for Python sooner: thousands of names, most of them at every start. Knows nothing of Qt, nor of
which enums there are."""

from __future__ import annotations

import enum
from collections.abc import Callable
from typing import Any


def make_enums_quickly() -> None:
    """From now on an enum that is asked for with a list of names, `Enum("Size", [("SMALL", 1), ("LARGE", 2)])`, is made
    in the way that Python's library keeps for its own enums. The outcome is the same; it takes less than half the time,
    for nothing is checked that cannot be wrong in names that a program wrote. For good, for Qt for Python makes an enum
    when its class is first asked for. A Python without that way makes them as it did."""
    in_short = getattr(enum, "_simple_enum", None)
    really = enum.EnumType.__call__
    if in_short is not None and getattr(really, "__module__", None) != __name__:
        enum.EnumType.__call__ = _quick(really, in_short)  # type: ignore[method-assign]


def _quick(really: Callable[..., Any], in_short: Callable[..., Any]) -> Callable[..., Any]:
    def call(kind: type[enum.Enum], *arguments: Any, **more: Any) -> Any:
        if len(arguments) == 2 and more.keys() == {"boundary"} and not kind.__members__:
            name, names = arguments
            if isinstance(names, list) and names and isinstance(names[0], tuple):
                made = in_short(kind, **more)(type(name, (), dict(names)))
                if len(made.__members__) == len(names):  # not so when a name is Python's own, as __doc__
                    made.__doc__ = None  # not "An enumeration."
                    return made
        return really(kind, *arguments, **more)

    return call
