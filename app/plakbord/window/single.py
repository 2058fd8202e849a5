"""The first window listens, so that a second start of the program can hand its file over and go."""

from __future__ import annotations

import json
import os
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from plakbord.window.handover import SEPARATE, socket_name

_MOST_BYTES = 10_000


class FirstWindow(QObject):
    """Listens for second starts."""

    called = Signal(str)
    """Someone wants the window; with the path of a file, or ""."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        from PySide6.QtNetwork import QLocalServer

        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)

    def listen(self) -> bool:
        """Whether this is the first window now. What a killed one left behind is no obstacle."""
        if os.environ.get(SEPARATE):
            return False
        name = socket_name()
        if Path(name).is_absolute():
            try:
                Path(name).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            except OSError:
                return False
        if self._server.listen(name):
            return True
        self._server.removeServer(name)  # nobody answered there, or we would not have got here
        return self._server.listen(name)

    def close(self) -> None:
        """Nobody is listened to any more."""
        self._server.close()

    def _on_connection(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.readyRead.connect(lambda: self._on_wish(socket))
        socket.disconnected.connect(socket.deleteLater)

    def _on_wish(self, socket: QObject) -> None:
        from PySide6.QtNetwork import QLocalSocket

        if not isinstance(socket, QLocalSocket) or not socket.canReadLine():
            return
        line = bytes(socket.readLine(_MOST_BYTES).data())
        try:
            wish = json.loads(line)
            path = wish.get("open") or ""
        except (ValueError, AttributeError, RecursionError):
            return
        socket.write(b"ok\n")
        socket.flush()
        self.called.emit(path if isinstance(path, str) else "")
