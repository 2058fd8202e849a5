"""Loading ReportLab without Pillow: it wants that for pictures, which are written here without it, and loading it
takes a quarter of the time that ReportLab takes."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

PILLOW = "PIL"


@contextmanager
def without_pillow() -> Iterator[None]:
    """While it lasts Pillow seems to hold nothing. Does nothing when it is loaded already, or when another thread could
    want it meanwhile."""
    if PILLOW in sys.modules or threading.active_count() > 1:
        yield
        return
    empty = ModuleType(PILLOW)
    empty.__dict__["Image"] = None
    sys.modules[PILLOW] = empty
    try:
        yield
    finally:
        del sys.modules[PILLOW]
