"""What is served before anybody joins: a handful of files by their exact names, with headers that let a browser do no
more than it must. Every other path is unknown, so there is no path to climb out of a folder with."""

from __future__ import annotations

import secrets
import time
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct
from websockets.datastructures import Headers
from websockets.http11 import Request, Response

SCRIPTS = (
    "words",
    "parts",
    "memory",
    "line",
    "room",
    "joining",
    "writing",
    "looking",
    "voting",
    "results",
    "you",
    "phone",
)
"""The scripts of the page in the order in which they are loaded. They are sent as one, for a room full of phones that
come in at once opens fewer connections then."""

PAGES: Mapping[str, tuple[tuple[str, ...], str]] = MappingProxyType(
    {
        "/": (("index.html",), "text/html; charset=utf-8"),
        "/phone.js": (tuple(f"{name}.js" for name in SCRIPTS), "text/javascript; charset=utf-8"),
        "/phone.css": (("phone.css",), "text/css; charset=utf-8"),
        "/icon.svg": (("icon.svg",), "image/svg+xml"),
    }
)
SOCKET = "/socket"
PICTURE = "/picture/"
_PLAIN = "text/plain; charset=utf-8"
_MOST_TICKETS = 64


class Served(Struct, frozen=True):
    """A body, and what it is."""

    kind: str
    body: bytes


class Tickets:
    """Addresses of pictures, each good once and for a short time: a picture of the board is for who has joined."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._tickets: dict[str, tuple[float, bytes]] = {}

    def new(self, picture: bytes) -> str:
        """A path for one look at the picture."""
        self._sweep()
        while len(self._tickets) >= _MOST_TICKETS:
            del self._tickets[next(iter(self._tickets))]
        path = PICTURE + secrets.token_urlsafe(16)
        self._tickets[path] = (time.monotonic() + self._seconds, picture)
        return path

    def take(self, path: str) -> bytes | None:
        """The picture behind a path, once."""
        self._sweep()
        found = self._tickets.pop(path, None)
        return None if found is None else found[1]

    def _sweep(self) -> None:
        now = time.monotonic()
        for path in [path for path, (until, _) in self._tickets.items() if until < now]:
            del self._tickets[path]


class Pages:
    """`host` is the one name under which the laptop answers, with its port; `folder` holds the phone's page."""

    def __init__(self, folder: Path, host: str, tickets: Tickets) -> None:
        self.host = host
        self.origin = f"http://{host}"
        self._tickets = tickets
        self._files = {
            path: Served(kind, b"\n".join(filter(None, (_read(folder / name) for name in names))))
            for path, (names, kind) in PAGES.items()
        }
        self._headers = (
            (
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
                f"connect-src 'self' ws://{host}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            ),
            ("X-Content-Type-Options", "nosniff"),
            ("X-Frame-Options", "DENY"),
            ("Referrer-Policy", "no-referrer"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Permissions-Policy", "camera=(), microphone=(), geolocation=()"),
            ("Cache-Control", "no-store"),
        )

    def answer(self, request: Request) -> Response | None:
        """The answer to a request; None for a socket that may be opened. The host must be ours exactly, so that no web
        page can reach us under a name of its own; and a socket must come from our own page."""
        if request.headers.get_all("Host") != [self.host]:
            return self.refuse(421, "Misdirected Request")
        if request.method != "GET":
            return self.refuse(405, "Method Not Allowed")
        if request.path == SOCKET:
            return None if request.headers.get_all("Origin") == [self.origin] else self.refuse(403, "Forbidden")
        served = self._files.get(request.path)
        if served is None and request.path.startswith(PICTURE):
            picture = self._tickets.take(request.path)
            served = None if picture is None else Served("image/png", picture)
        if served is None or not served.body:
            return self.refuse(404, "Not Found")
        return self._response(200, "OK", served)

    def refuse(self, status: int, reason: str) -> Response:
        """An answer without a body."""
        return self._response(status, reason, Served(_PLAIN, b""))

    def _response(self, status: int, reason: str, served: Served) -> Response:
        size = str(len(served.body))
        own = (("Content-Type", served.kind), ("Content-Length", size), ("Connection", "close"))
        return Response(status, reason, Headers([*own, *self._headers]), served.body)


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        return b""
