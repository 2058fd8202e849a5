"""What a story asks of a browser, whichever it is: what a person sees and presses, by its words."""

from __future__ import annotations

import json
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from pathlib import Path
from typing import Any

WAIT = 15.0
"""Seconds that something may take to be seen."""

FIND = """
    const seen = (node) => node.getClientRects().length > 0;
    const name = (node) => (node.getAttribute("aria-label") || node.textContent || "").trim();
    const field = (node) => node.labels && node.labels.length ? node.labels[0].textContent.trim() : name(node);
    const all = Array.from(document.querySelectorAll("button, input, textarea, select")).filter(seen);
    const words = %s;
    const found = all.find((node) => (node.tagName === "BUTTON" ? name(node) : field(node)) === words)
        || all.find((node) => (node.tagName === "BUTTON" ? name(node) : field(node)).startsWith(words));
"""
PLACE = """
    if (!found) return null;
    found.scrollIntoView({block: "center"});
    const box = found.getBoundingClientRect();
    return [box.x + box.width / 2, box.y + box.height / 2];
"""


class NotThere(Exception):
    """This browser is not on this computer."""


class Browser(ABC):
    """One window of one browser, with a profile of its own."""

    beat: Callable[[], None] = staticmethod(lambda: time.sleep(0.05))
    """What happens while it waits: a window in the same process has to go on."""

    @abstractmethod
    def go(self, address: str) -> None:
        """Opens an address."""

    @abstractmethod
    def run(self, script: str) -> Any:
        """What a script in the page returns."""

    @abstractmethod
    def touch(self, x: float, y: float) -> None:
        """A finger, or a mouse, on that place of the page."""

    @abstractmethod
    def type(self, words: str) -> None:
        """Letters for whatever has the keyboard."""

    @abstractmethod
    def picture(self, path: Path) -> None:
        """A picture of the page, as PNG."""

    @abstractmethod
    def close(self) -> None:
        """Ends it."""

    def words(self) -> str:
        """Everything that can be read."""
        return str(self.run("return document.body ? document.body.innerText : ''"))

    def wait(self, wanted: Callable[[], object], what: str) -> None:
        """Waits until something is so."""
        until = time.monotonic() + WAIT
        while not wanted():
            assert time.monotonic() < until, f"{what} did not come; there is:\n{self.words()}"
            self.beat()

    def gone(self, *words: str) -> None:
        """Waits until none of this can be read."""
        for each in words:
            self.wait(lambda each=each: each not in self.words(), f"the end of {each}")  # type: ignore[misc]

    def read(self, *words: str) -> None:
        """Waits until all of this can be read."""
        for each in words:
            self.wait(lambda each=each: each in self.words(), each)  # type: ignore[misc]

    def there(self, words: str) -> bool:
        """Whether there is a button or a field of that name."""
        return bool(self.run(FIND % json.dumps(words) + "return Boolean(found);"))

    def tap(self, words: str) -> None:
        """Presses the button, or the field, with that name."""
        self.wait(lambda: self.there(words), f"the button {words!r}")
        at = self.run(FIND % json.dumps(words) + PLACE)
        self.touch(*at)

    def write(self, field: str, words: str) -> None:
        """Types in the field with that label."""
        self.tap(field)
        self.type(words)
