"""A real Chromium of the size of a phone, spoken to over two pipes: nothing to install besides the browser itself."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from helpers.browser import Browser, NotThere

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--remote-debugging-pipe",
    "--hide-scrollbars",
)
WIDTH, HEIGHT = 390, 844


class Chromium(Browser):
    """`resolve` names a host that stands for this computer."""

    def __init__(self, folder: Path, resolve: str, language: str = "nl-NL", dark: bool = False) -> None:
        program = next(filter(None, map(shutil.which, NAMES)), None)
        if program is None or os.name != "posix":
            raise NotThere("Chromium")
        to_browser, write = os.pipe()
        read, from_browser = os.pipe()
        command = [program, *FLAGS, f"--user-data-dir={folder}", f"--host-resolver-rules=MAP {resolve} 127.0.0.1"]
        self._process = _started([*command, "about:blank"], to_browser, from_browser)
        self._out, self._in = os.fdopen(write, "wb", buffering=0), os.fdopen(read, "rb", buffering=0)
        self._rest = b""
        self._number = 0
        self._session = ""
        target = self._ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self._ask("Page.enable")
        agent = self._ask("Browser.getVersion")["userAgent"]
        self._ask("Emulation.setUserAgentOverride", userAgent=agent, acceptLanguage=language)
        size = {"width": WIDTH, "height": HEIGHT, "deviceScaleFactor": 2, "mobile": True}
        self._ask("Emulation.setDeviceMetricsOverride", **size)
        self._ask("Emulation.setTouchEmulationEnabled", enabled=True)
        self.darken(dark)

    def darken(self, on: bool) -> None:
        """Light or dark, as the phone is set."""
        features = [{"name": "prefers-color-scheme", "value": "dark" if on else "light"}]
        self._ask("Emulation.setEmulatedMedia", features=features)

    def enlarge(self, percent: int) -> None:
        """The size of text that the phone is set to."""
        self._ask("Page.setFontSizes", fontSizes={"standard": 16 * percent // 100, "fixed": 13 * percent // 100})

    def lose(self, lost: bool) -> None:
        """Out of reach of the Wi-Fi, or in it again."""
        self._ask("Network.enable")
        speed = {"latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
        self._ask("Network.emulateNetworkConditions", offline=lost, **speed)

    def go(self, address: str) -> None:
        self._ask("Page.navigate", url=address)

    def run(self, script: str) -> Any:
        found = self._ask("Runtime.evaluate", expression=f"(() => {{ {script} }})()", returnByValue=True)
        if "exceptionDetails" in found:
            raise AssertionError(found["exceptionDetails"]["exception"].get("description", script))
        return found["result"].get("value")

    def touch(self, x: float, y: float) -> None:
        self._ask("Input.dispatchTouchEvent", type="touchStart", touchPoints=[{"x": x, "y": y}])
        self._ask("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])

    def type(self, words: str) -> None:
        self._ask("Input.insertText", text=words)

    def press(self, key: str) -> None:
        code = {"Tab": 9, "Enter": 13, " ": 32}[key]
        words = {"Enter": "\r", " ": " "}.get(key, "")
        event = {"key": key, "windowsVirtualKeyCode": code, "text": words}
        self._ask("Input.dispatchKeyEvent", type="keyDown", **event)
        self._ask("Input.dispatchKeyEvent", type="keyUp", key=key, windowsVirtualKeyCode=code)

    def picture(self, path: Path) -> None:
        shot = self._ask("Page.captureScreenshot", format="png")
        path.write_bytes(base64.b64decode(shot["data"]))

    def close(self) -> None:
        try:
            self._session = ""
            self._send("Browser.close", {})
            self._process.wait(10)
        except (OSError, subprocess.TimeoutExpired):
            self._process.kill()
            self._process.wait(10)
        self._out.close()
        self._in.close()

    def _ask(self, method: str, **values: object) -> dict[str, Any]:
        number = self._send(method, values)
        until = time.monotonic() + 30
        while time.monotonic() < until:
            answer = self._next()
            if answer.get("id") == number:
                assert "error" not in answer, f"{method}: {answer['error']}"
                return dict(answer["result"])
        raise AssertionError(f"no answer to {method}")

    def _send(self, method: str, values: Mapping[str, object]) -> int:
        self._number += 1
        message: dict[str, object] = {"id": self._number, "method": method, "params": values}
        if self._session:
            message["sessionId"] = self._session
        self._out.write(json.dumps(message).encode() + b"\0")
        return self._number

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            data = self._in.read(65536)
            assert data, "Chromium went away"
            self._rest += data
        message, _, self._rest = self._rest.partition(b"\0")
        return dict(json.loads(message))


def _started(command: list[str], reads: int, writes: int) -> subprocess.Popen[bytes]:
    """The browser, which reads what it is asked from file 3 and answers in file 4."""

    def as_three_and_four() -> None:
        os.dup2(reads, 103)
        os.dup2(writes, 104)
        os.dup2(103, 3)
        os.dup2(104, 4)

    quiet = subprocess.DEVNULL
    process = subprocess.Popen(
        command, stdin=quiet, stdout=quiet, stderr=quiet, close_fds=False, preexec_fn=as_three_and_four
    )
    os.close(reads)
    os.close(writes)
    return process
