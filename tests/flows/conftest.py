"""Windows opened as the program does, and browsers beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from helpers.browser import Browser, NotThere
from helpers.chromium import Chromium
from helpers.firefox import Firefox
from helpers.window_fixtures import application_as_it_was, open_one, window
from helpers.windows import settle_for

__all__ = ["application_as_it_was", "browsers", "open_one", "window"]

NAME = "plak.test"
"""The laptop by another name than localhost: browsers trust that one more than a phone would trust a laptop."""


@pytest.fixture
def browsers(tmp_path: Path) -> Iterator[Callable[..., Browser]]:
    """Opens real browsers, each a person of its own; the window goes on while they wait. Skips where there are none."""
    opened: list[Browser] = []

    def make(kind: type[Chromium] | type[Firefox] = Chromium, **wishes: object) -> Browser:
        try:
            browser = kind(tmp_path / f"browser-{len(opened)}", NAME, **wishes)  # type: ignore[arg-type]
        except NotThere as missing:
            pytest.skip(f"{missing} is not on this computer, so nobody can open the phone's page")
        browser.beat = settle_for
        opened.append(browser)
        return browser

    yield make
    for browser in opened:
        browser.close()
