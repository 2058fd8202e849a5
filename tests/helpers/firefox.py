"""A real Firefox, spoken to in its own language over a local connection: nothing to install besides the browser."""

from __future__ import annotations

import base64
import json
import os
import shutil
import socket
import subprocess
import time
from pathlib import Path
from typing import Any

from helpers.browser import Browser, NotThere

NAMES = ("firefox-esr", "firefox")
PORT = 2828
FOCUSED = "return document.activeElement;"


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


class Firefox(Browser):
    """`resolve` names a host that stands for this computer."""

    def __init__(self, folder: Path, resolve: str, language: str = "en-GB") -> None:
        program = next(filter(None, map(shutil.which, NAMES)), None)
        if program is None:
            raise NotThere("Firefox")
        port = free_port()
        wishes = {
            "network.dns.localDomains": resolve,
            "intl.accept_languages": language,
            "marionette.port": port,
            "app.update.enabled": False,
            "datareporting.policy.dataSubmissionEnabled": False,
            "toolkit.telemetry.enabled": False,
            "browser.shell.checkDefaultBrowser": False,
            "network.captive-portal-service.enabled": False,
            "network.connectivity-service.enabled": False,
        }
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in wishes.items()]
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "user.js").write_text("\n".join(lines))
        command = [program, "--headless", "--marionette", "--no-remote", "--profile", str(folder), "--width", "414"]
        quiet = subprocess.DEVNULL
        environment = {**os.environ, "MOZ_HEADLESS": "1", "HOME": str(folder)}
        self._process = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, env=environment)
        self._socket = self._connected(port)
        self._rest = b""
        self._number = 0
        self._take()  # it says what it is
        self._ask("WebDriver:NewSession", {"capabilities": {"alwaysMatch": {"acceptInsecureCerts": False}}})
        self._ask("WebDriver:SetWindowRect", {"width": 450, "height": 900})

    def _connected(self, port: int) -> socket.socket:
        until = time.monotonic() + 60
        while True:
            try:
                return socket.create_connection(("127.0.0.1", port), timeout=30)
            except OSError:
                if time.monotonic() > until or self._process.poll() is not None:
                    self._process.kill()
                    raise NotThere("Firefox that answers") from None
                time.sleep(0.2)

    def go(self, address: str) -> None:
        self._ask("WebDriver:Navigate", {"url": address})

    def run(self, script: str) -> Any:
        answer = self._ask("WebDriver:ExecuteScript", {"script": script, "args": [], "sandbox": None})
        return answer.get("value")

    def touch(self, x: float, y: float) -> None:
        move = {"type": "pointerMove", "x": int(x), "y": int(y), "duration": 0, "origin": "viewport"}
        steps = [move, {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
        mouse = {"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": steps}
        self._ask("WebDriver:PerformActions", {"actions": [mouse]})

    def type(self, words: str) -> None:
        found = self._ask("WebDriver:ExecuteScript", {"script": FOCUSED, "args": [], "sandbox": None})["value"]
        self._ask("WebDriver:ElementSendKeys", {"id": next(iter(found.values())), "text": words})

    def picture(self, path: Path) -> None:
        shot = self._ask("WebDriver:TakeScreenshot", {"full": False})
        path.write_bytes(base64.b64decode(shot["value"]))

    def close(self) -> None:
        try:
            self._ask("Marionette:Quit", {"flags": ["eForceQuit"]})
            self._process.wait(15)
        except (OSError, AssertionError, subprocess.TimeoutExpired):
            self._process.kill()
            self._process.wait(10)
        self._socket.close()

    def _ask(self, name: str, values: dict[str, Any]) -> dict[str, Any]:
        self._number += 1
        message = json.dumps([0, self._number, name, values]).encode()
        self._socket.sendall(str(len(message)).encode() + b":" + message)
        _, number, error, result = self._take()
        assert number == self._number
        assert error is None, f"{name}: {error}"
        return result if isinstance(result, dict) else {"value": result}

    def _take(self) -> Any:
        while b":" not in self._rest:
            self._rest += self._more()
        length, _, self._rest = self._rest.partition(b":")
        while len(self._rest) < int(length):
            self._rest += self._more()
        message, self._rest = self._rest[: int(length)], self._rest[int(length) :]
        return json.loads(message)

    def _more(self) -> bytes:
        data = self._socket.recv(65536)
        assert data, "Firefox went away"
        return data
