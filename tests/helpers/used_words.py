"""Which keys of the translations the source asks for, found by reading it: calls of `t`, labels of transactions, and
keys that stand in tables."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import canvas_files
import plakbord

KEY = re.compile(r"[a-z]+(\.[a-z_0-9]+)+")


@cache
def sources() -> tuple[ast.Module, ...]:
    """The program's modules and those of the document, parsed."""
    folders = (Path(str(package.__file__)).parent for package in (canvas_files, plakbord))
    paths = (path for folder in folders for path in sorted(folder.rglob("*.py")))
    return tuple(ast.parse(path.read_text("utf-8"), str(path)) for path in paths)


def constants() -> set[str]:
    """Every text in the source that has the form of a key."""
    texts = (node.value for tree in sources() for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return {text for text in texts if isinstance(text, str) and KEY.fullmatch(text)}


def asked_for() -> set[str]:
    """The keys that stand in a call of `t`."""
    return {key for tree in sources() for argument in _arguments(tree, "t") for key in _keys(argument)}


def step_labels() -> set[str]:
    """The labels of transactions."""
    return {key for tree in sources() for argument in _arguments(tree, "transaction") for key in _keys(argument)}


def patterns() -> set[str]:
    """Regular expressions for keys that are put together in a call of `t`, such as `color.{name}`."""
    found: set[str] = set()
    for tree in sources():
        for argument in _arguments(tree, "t"):
            if isinstance(argument, ast.JoinedStr):
                found.add("".join(_pattern(part) for part in argument.values))
    return found


def _arguments(tree: ast.Module, name: str) -> Iterator[ast.expr]:
    """The first arguments of calls of a name, or of an attribute of that name; of `self(...)` inside Words too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args:
            func = node.func
            called = func.id if isinstance(func, ast.Name) else func.attr if isinstance(func, ast.Attribute) else ""
            if called == name or (name == "t" and called in ("self", "has")):
                argument = node.args[0]
                yield argument.value if isinstance(argument, ast.NamedExpr) else argument


def _keys(argument: ast.expr) -> Iterator[str]:
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        yield argument.value
    elif isinstance(argument, ast.IfExp):
        yield from _keys(argument.body)
        yield from _keys(argument.orelse)
    elif isinstance(argument, ast.BoolOp):
        for each in argument.values:
            yield from _keys(each)


def _pattern(part: ast.expr) -> str:
    return re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"[a-z_0-9.]+"
