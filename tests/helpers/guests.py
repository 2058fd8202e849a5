"""Guests of a window that shares: phones that only speak the protocol, talked to while the window goes on."""

from __future__ import annotations

import json
from collections.abc import Callable

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from helpers.phones import Phone, Said, draft_key
from helpers.windows import settle_for
from plakbord.live.sharing import Sharing


def until(wanted: Callable[[], object]) -> None:
    """Lets the window go on until something is so."""
    for _ in range(300):
        if wanted():
            return
        settle_for(20)
    assert wanted()


class Guest(Phone):
    """Somebody with a phone; what came in is read without waiting."""

    def __init__(self, sharing: Sharing, name: str = "") -> None:
        host = sharing.short_url.removeprefix("http://")
        line = connect(f"ws://{host}/socket", origin=f"http://{host}", compression=None, legacy=True)  # type: ignore[arg-type]
        super().__init__(line)
        join = {"t": "join", "code": sharing.code, "token": "", "name": name, "lang": "nl"}
        line.send(json.dumps(join))

    def listen(self, kind: str) -> list[Said]:
        """What came in of a kind, until now."""
        while True:
            try:
                self.heard.append(json.loads(self.line.recv(0.001)))
            except TimeoutError:
                return [said for said in self.heard if said["t"] == kind]

    def end(self) -> tuple[int, str]:
        """Waits until the laptop closes the line; its code and reason."""
        ends: list[tuple[int, str]] = []

        def look() -> bool:
            try:
                self.listen("")
            except ConnectionClosed as closed:
                ends.append((closed.rcvd.code, closed.rcvd.reason) if closed.rcvd else (1006, ""))
            return bool(ends)

        until(look)
        return ends[0]

    def jot(self, text: str, block: str = "channels") -> None:
        """Writes a note once the guest is in."""
        until(lambda: self.listen("welcome"))
        (sheet, *_) = self.listen("welcome")[0]["room"]["sheets"]
        self.say("write", key=draft_key(), text=text, sheet=sheet["id"], block=block)
        until(lambda: self.listen("ok") or self.listen("no"))
