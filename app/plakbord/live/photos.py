"""Pictures of sheets for phones to zoom in on. Painting one takes a while, so it is done beside everything else, kept,
and shown to everybody."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeAlias

from canvas_files.records import Sheet
from plakbord.live.limits import Limits
from plakbord.live.refusal import No
from plakbord.live.setup import Desk, Image

_MOST_KEPT = 8

Then: TypeAlias = Callable[[Image | None], None]


class Photos:
    """The last picture of each sheet, and who waits for the next."""

    def __init__(self, desk: Desk, limits: Limits) -> None:
        self._desk = desk
        self._every = limits.picture_every
        self._kept: dict[str, tuple[int, float, Image]] = {}
        self._waiting: dict[str, list[Then]] = {}

    def ask(self, sheet_id: str, then: Then) -> None:
        """Calls `then` with the sheet as it is now or was a moment ago, at once or later; with None when it cannot be
        painted. Raises No."""
        if self._desk.picture is None:
            raise No("picture")
        if not isinstance(self._desk.document.records.get(sheet_id), Sheet):
            raise No("block")
        revision, kept = self._desk.document.store.revision, self._kept.get(sheet_id)
        if kept is not None and (kept[0] == revision or time.monotonic() - kept[1] < self._every):
            then(kept[2])
        elif sheet_id in self._waiting:
            self._waiting[sheet_id].append(then)
        else:
            self._waiting[sheet_id] = [then]
            self._desk.picture(sheet_id, lambda image: self._painted(sheet_id, revision, image))

    def _painted(self, sheet_id: str, revision: int, image: Image | None) -> None:
        if image is not None:
            while len(self._kept) >= _MOST_KEPT:
                del self._kept[next(iter(self._kept))]
            self._kept[sheet_id] = revision, time.monotonic(), image
        for then in self._waiting.pop(sheet_id, []):
            then(image)
