"""Every enum of Qt is the same, however it was made. Each way is a process of its own, for Qt makes an enum once."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

ALL_OF_QT = """
import contextlib, enum, json, pickle, sys

made = {"quickly": 0}
if sys.argv[1] == "quickly":
    from plakbord.window.quick_enums import make_enums_quickly
    shortly = enum._simple_enum
    def counting(*arguments, **more):
        made["quickly"] += 1
        return shortly(*arguments, **more)
    enum._simple_enum = counting
    make_enums_quickly()
    make_enums_quickly()  # the second time changes nothing

from PySide6 import QtCore, QtGui, QtNetwork, QtPrintSupport, QtSvg, QtWidgets

def enums(place, seen):
    for name in dir(place):
        with contextlib.suppress(Exception):
            found = getattr(place, name)
            if isinstance(found, type) and found.__module__.startswith("PySide6") and found not in seen:
                seen.add(found)
                if issubclass(found, enum.Enum):
                    yield found
                else:
                    yield from enums(found, seen)

def said(what):
    try:
        return repr(what())
    except Exception as error:
        return repr(error)

def looked_over(kind):
    members = list(kind.__members__.items())
    yield kind.__mro__, kind.__doc__, kind.__name__, sorted(vars(kind)), len(kind)
    yield [(member.name, member.value, type(member.value), str(member), hash(member) == hash(kind(member.value)))
           for member in kind]
    yield [(name, member.name, kind(member.value) is member, kind[name] is member, getattr(kind, name) is member)
           for name, member in members]
    yield said(lambda: all(pickle.loads(pickle.dumps(member)) is member for member in kind))
    yield [said(lambda: kind(value)) for value in (-77, 0, 123_456_789)], said(lambda: setattr(kind, members[0][0], 1))
    if issubclass(kind, enum.Flag) and members:
        last = members[-1][1]
        for _, one in members[:12]:
            yield [said(do) for do in (lambda: ~one, lambda: one | last, lambda: one & last, lambda: one ^ last,
                                       lambda: list(one), lambda: kind(one.value | 4096), lambda: last in one)]

modules = QtCore, QtGui, QtNetwork, QtPrintSupport, QtSvg, QtWidgets
every = [kind for module in modules for kind in enums(module, set())]
print(json.dumps([made["quickly"], {f"{kind.__module__}.{kind.__qualname__}": repr(list(looked_over(kind)))
                                    for kind in every}]))
"""

OTHERS = """
import enum

from plakbord.window.quick_enums import make_enums_quickly
make_enums_quickly()
quick = enum.Enum("Size", [("small", 1), ("large", 2), ("big", 2)], boundary=None)
assert [member.name for member in quick] == ["small", "large"] and quick.big is quick.large and quick(1) is quick.small
assert [member.value for member in enum.Enum("Size", "small large")] == [1, 2]
assert [member.value for member in enum.IntEnum("Size", ["small", "large"], start=5)] == [5, 6]
assert not enum.Enum("Nothing", [], boundary=None).__members__
odd = enum.Enum("Odd", [("__doc__", 1), ("one", 1)], boundary=None)  # as Python makes it
assert list(odd.__members__) == ["one"] and odd.__doc__ == 1
class Pair(enum.Enum):
    BOTH = (1, [("a", 2)])
assert Pair((1, [("a", 2)])) is Pair.BOTH
"""


def run(code: str, *arguments: str) -> str:
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.skipif(not hasattr(__import__("enum"), "_simple_enum"), reason="this Python has no quick way")
def test_all_enums_of_qt_are_the_same() -> None:
    none: int
    really: dict[str, Any]
    none, really = json.loads(run(ALL_OF_QT, "as ever"))
    many, quickly = json.loads(run(ALL_OF_QT, "quickly"))
    assert none == 0
    assert many > 600
    assert len(really) > 600
    assert quickly.keys() == really.keys()
    assert [name for name in really if quickly[name] != really[name]] == []


def test_what_else_is_asked_for_is_made_as_ever() -> None:
    run(OTHERS)
