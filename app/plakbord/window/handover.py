"""Handing a file over to the window that is open already. Loaded before Qt, and loads it only when somebody seems to be
there."""

from __future__ import annotations

import json
import os
from pathlib import Path

from canvas_files.shelf import key_of
from plakbord.paths import person_id, private_shelf

SEPARATE = "PLAKBORD_SEPARATE"
"""Set in the environment: a window of its own, whatever is open already."""
PATIENCE = 1500
"""Milliseconds to wait for an answer; a window that hangs must not keep a new one from opening."""
_LONGEST_SOCKET = 100


def socket_name() -> str:
    """Where the first window listens; in the private folder where a path can be that long."""
    folder = private_shelf().root
    path = folder / "window"
    if os.name != "nt" and len(os.fsencode(path)) <= _LONGEST_SOCKET:
        return str(path)
    return f"plakbord-{person_id()}-{key_of(str(folder))[:12]}"


def hand_over(path: Path | None) -> bool:
    """Gives the file to the window that is open already; whether there is one that took it."""
    name = Path(socket_name())
    if os.environ.get(SEPARATE) or (name.is_absolute() and not name.exists()):
        return False
    from PySide6.QtNetwork import QLocalSocket  # only a second start needs it before its window

    socket = QLocalSocket()
    socket.connectToServer(socket_name())
    if not socket.waitForConnected(PATIENCE):
        return False
    wish = {"open": None if path is None else str(path.absolute())}
    socket.write(json.dumps(wish).encode() + b"\n")
    taken = socket.waitForReadyRead(PATIENCE) and bytes(socket.readAll().data()).startswith(b"ok")
    socket.disconnectFromServer()
    return taken
