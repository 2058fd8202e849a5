"""Loads Qt for Python sooner. It carries a part of itself as source text, which Python would compile anew at every
start: what was compiled is kept for the next one, as Python itself does with modules that are files. It makes ready
what is used for error messages only, and once loaded it would read the source of every other module. Goes before
everything that needs Qt, and needs none itself."""

from __future__ import annotations  # compile() passes this on; the loader of Qt for Python has it too

import builtins
import contextlib
import marshal
import os
import re
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from importlib.util import MAGIC_NUMBER, source_hash
from pathlib import Path
from types import CodeType
from typing import Any, TypeAlias

from plakbord.window.quick_enums import make_enums_quickly

Kept: TypeAlias = dict[tuple[str, bytes], CodeType]
"""What was compiled, by its name and the hash of its source."""

_INSIDE_QT = ("shibokensupport/", "signature_bootstrap")
_SIGNATURES = "shibokensupport.signature.parser"
_FOR_ITS_MAKERS = "shibokensupport/signature/lib/pyi_generator.py"
"""The writer of type stubs. Loading it takes longer than all the rest of that part, and no program that runs uses it:
it stays empty."""


def load_qt(folder: Path) -> None:
    """Loads the heart of Qt, with what was compiled before from a file in a folder of the person's own; that file is
    written when there was something new. A file that is no good, or a folder that cannot be written, costs nothing but
    the time."""
    if "PySide6" in sys.modules:
        return
    make_enums_quickly()
    file = folder / f"qt-{sys.implementation.cache_tag}.compiled"
    before = _read(file)
    kept = dict(before)
    with _compiling_once(kept), _importing_as_before(), _patterns_when_used(), _linking_when_called():
        import PySide6.QtCore
        import PySide6.QtGui
        import PySide6.QtWidgets  # noqa: F401
    if kept.keys() != before.keys():
        with contextlib.suppress(OSError):
            _write(file, kept)


@contextmanager
def _compiling_once(kept: Kept) -> Iterator[None]:
    """Meanwhile what Qt for Python compiles is taken from what is kept, or added to it. Its importer stands before all
    others and asks for nothing but `compile`, so there is no other place to come in between."""
    really = builtins.compile

    def once(source: Any, filename: Any, *rest: Any, **more: Any) -> Any:
        if not (isinstance(source, bytes) and isinstance(filename, str) and filename.startswith(_INSIDE_QT)):
            return really(source, filename, *rest, **more)
        if filename == _FOR_ITS_MAKERS:
            return really(b"", filename, *rest, **more)
        key = (filename, source_hash(source))
        code = kept.get(key)
        if code is None:
            code = kept[key] = really(source, filename, *rest, **more)
        return code

    builtins.compile = once
    try:
        yield
    finally:
        builtins.compile = really


@contextmanager
def _importing_as_before() -> Iterator[None]:
    """Afterwards modules are imported by Python alone. Qt for Python sees to it that it is asked at every import, and
    reads the source of what comes in: for its `__feature__` (other names for Qt's methods) and for `import *`, of which
    Plakbord uses neither. With some hundred modules still to come that is a tenth of a start."""
    importing = builtins.__import__
    try:
        yield
    finally:
        builtins.__import__ = importing


@contextmanager
def _patterns_when_used() -> Iterator[None]:
    """Meanwhile the pattern with which Qt for Python takes signatures apart is not made ready before it is used, and it
    is used for the message about a wrong call."""
    really = re.compile

    def later(pattern: Any, flags: Any = 0) -> Any:
        if sys._getframe(1).f_globals.get("__name__") == _SIGNATURES:
            return _PatternWhenUsed(lambda: really(pattern, flags))
        return really(pattern, flags)

    re.compile = later
    try:
        yield
    finally:
        re.compile = really


class _PatternWhenUsed:
    def __init__(self, make: Callable[[], re.Pattern[str]]) -> None:
        self._make = make

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return self._make()

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """What it finds in a text. It is asked for at once, and used later."""
        return self._pattern.finditer(text)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._pattern, name)


@contextmanager
def _linking_when_called() -> Iterator[None]:
    """Meanwhile a function of a library is looked up when it is first called, and most never are. On Windows it is not
    for a program to say."""
    if sys.platform == "win32":
        yield
        return
    before = sys.getdlopenflags()
    sys.setdlopenflags(os.RTLD_LAZY)
    try:
        yield
    finally:
        sys.setdlopenflags(before)


def _read(file: Path) -> Kept:
    """What a file keeps; nothing when it is not there, is damaged, or is of another Python."""
    with contextlib.suppress(OSError, ValueError, EOFError, TypeError):
        content = file.read_bytes()
        body = content[_HEAD:]
        if content[:_HEAD] == _head(body):
            kept: Kept = marshal.loads(body)
            return kept
    return {}


def _write(file: Path, kept: Kept) -> None:
    """Whole or not at all: another window may be starting."""
    body = marshal.dumps(kept)
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    beside = file.with_name(f"{file.name}.{os.getpid()}")
    beside.write_bytes(_head(body) + body)
    beside.replace(file)


def _head(body: bytes) -> bytes:
    """Which Python wrote what follows, and a sum of it: marshal takes damaged bytes without a complaint."""
    return MAGIC_NUMBER + zlib.crc32(body).to_bytes(4, "big")


_HEAD = len(_head(b""))
