"""Phones for tests: a shared workshop in a process of its own, and clients that talk to it over real sockets."""

from __future__ import annotations

import itertools
import json
import os
import random
import signal
import socket
import string
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

ROOT = Path(__file__).parent.parent.parent
HOST = "127.0.0.1"
Said = dict[str, Any]


class Laptop:
    """A process that shares a workshop; see helpers/shared_room.py for what it can be asked."""

    def __init__(self, file: Path, shelf: Path, **limits: Any) -> None:
        path = os.pathsep.join(str(ROOT / folder) for folder in ("app", ".", "tests"))
        command = [sys.executable, "-m", "helpers.shared_room", str(file), str(shelf), json.dumps(limits)]
        variables = {**os.environ, "PYTHONPATH": path}
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, stdin=pipe, stdout=pipe, env=variables, text=True, bufsize=1)
        assert self.process.stdout is not None
        assert self.process.stdout.readline().strip() == "ready"
        self.port = 0
        self.code = ""

    def ask(self, name: str, *arguments: Any, **named: Any) -> Any:
        """Calls a method of SharedRoom; KeyError with the key of the problem when there is one."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps([name, arguments, named]) + "\n")
        self.process.stdin.flush()
        said = json.loads(self.process.stdout.readline())
        if "problem" in said:
            raise KeyError(said["problem"])
        return said["is"]

    def share(self, address: str = HOST, port: int = 0, name: str = "") -> None:
        """Starts sharing."""
        self.ask("call", "start", address, port, name)
        self.port, self.code = self.ask("get", "port"), self.ask("get", "code")
        self.host = f"{name or address}:{self.port}"

    def call(self, name: str, *arguments: Any) -> Any:
        """Calls a method of Sharing."""
        return self.ask("call", name, *arguments)

    def get(self, name: str) -> Any:
        """A property of Sharing."""
        return self.ask("get", name)

    def kill(self) -> None:
        """SIGKILL: nothing is cleared up."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(30)

    def close(self) -> None:
        """Ends it, as closing the window does."""
        if self.process.poll() is None:
            assert self.process.stdin is not None
            self.process.stdin.close()
            try:
                self.process.wait(30)
            except subprocess.TimeoutExpired:
                self.process.kill()
        assert self.process.stdout is not None
        self.process.stdout.close()

    # Talking to it

    def raw(self, request: bytes, source: str = HOST, wait: float = 3.0) -> bytes:
        """Everything that comes back for these bytes, until the connection is closed or nothing more comes."""
        with self.socket(source) as line:
            line.settimeout(wait)
            line.sendall(request)
            data = b""
            try:
                while chunk := line.recv(65_536):
                    data += chunk
            except OSError:
                pass
            return data

    def get_page(self, path: str = "/", host: str | None = None, source: str = HOST) -> bytes:
        """The answer to a plain request."""
        return self.raw(f"GET {path} HTTP/1.1\r\nHost: {host or self.host}\r\n\r\n".encode(), source)

    def socket(self, source: str = HOST) -> socket.socket:
        """A connection from one of this computer's many addresses."""
        return socket.create_connection((HOST, self.port), 20, (source, 0))

    def open(self, source: str = HOST, **changed: Any) -> ClientConnection:
        """An open socket on which nobody has joined yet."""
        settings: dict[str, Any] = {"origin": f"http://{self.host}", "compression": None, "max_size": None, **changed}
        return connect(f"ws://{self.host}/socket", sock=self.socket(source), open_timeout=20, legacy=True, **settings)

    def phone(self, name: str = "", token: str = "", code: str | None = None, source: str = HOST) -> Phone:
        """Somebody who joined."""
        phone = self.knocking(name, token, code, source)
        phone.welcome = phone.wait_for("welcome")
        phone.token = phone.welcome["token"]
        return phone

    def knocking(self, name: str = "", token: str = "", code: str | None = None, source: str = HOST) -> Phone:
        """Somebody who asked to join."""
        line = self.open(source)
        join = {"t": "join", "code": self.code if code is None else code, "token": token, "name": name, "lang": "nl"}
        line.send(json.dumps(join))
        return Phone(line)


class Phone:
    """One client. What comes in is kept in `heard`."""

    def __init__(self, line: ClientConnection) -> None:
        self.line = line
        self.heard: list[Said] = []
        self.welcome: Said = {}
        self.token = ""
        self._numbers = itertools.count(1)

    def say(self, what: str, i: int | None = None, **more: Any) -> int:
        """Sends a request; its number."""
        number = next(self._numbers) if i is None else i
        self.line.send(json.dumps({"t": what, "i": number, **more}))
        return number

    def ask(self, what: str, i: int | None = None, **more: Any) -> Said:
        """Sends a request and waits for its answer."""
        number = self.say(what, i, **more)
        return self.wait(lambda said: said["t"] in ("ok", "no") and said["i"] == number)

    def wait_for(self, kind: str, wait: float = 20.0) -> Said:
        """The next message of a kind."""
        return self.wait(lambda said: said["t"] == kind, wait)

    def wait(self, wanted: Callable[[Said], bool], wait: float = 20.0) -> Said:
        """The next message that is wanted."""
        while True:
            said: Said = json.loads(self.line.recv(wait))
            self.heard.append(said)
            if wanted(said):
                return said

    def news(self, part: str, wait: float = 20.0) -> Any:
        """What everybody hears next about a part of the room."""
        return self.wait(lambda said: said["t"] in ("news", "room") and part in said, wait)[part]

    def close_code(self, wait: float = 20.0) -> tuple[int, str]:
        """Waits for the end; its code and reason."""
        try:
            while True:
                self.heard.append(json.loads(self.line.recv(wait)))
        except ConnectionClosed as closed:
            return (closed.rcvd.code, closed.rcvd.reason) if closed.rcvd else (1006, "")

    def write(self, text: str, sheet: str = "", block: str = "", key: str = "") -> Said:
        """Writes a note in the first block."""
        first = self.welcome["room"]["sheets"][0]
        place = {"sheet": sheet or first["id"], "block": block or first["blocks"][0]["id"]}
        return self.ask("write", key=key or draft_key(), text=text, **place)

    def close(self) -> None:
        """Switches it off."""
        self.line.close()


def free_port() -> int:
    """A port that no other test uses, also not between a crash and the next start."""
    with socket.create_server((HOST, 0)) as one:
        return int(one.getsockname()[1])


def draft_key() -> str:
    """A key for a draft, as a page makes it."""
    return "".join(random.choices(string.ascii_letters + string.digits, k=24))


@contextmanager
def laptop(file: Path, shelf: Path, **limits: Any) -> Iterator[Laptop]:
    """A laptop that shares, for as long as that is needed."""
    shared = Laptop(file, shelf, **limits)
    try:
        shared.share()
        yield shared
    finally:
        shared.close()


def workshop(folder: Path) -> Path:
    """The Dutch example, to be shared."""
    file = folder / "bakkerij.plakbord"
    file.write_bytes((ROOT / "resources" / "samples" / "nl.plakbord").read_bytes())
    return file
