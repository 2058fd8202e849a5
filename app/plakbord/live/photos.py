"""Pictures of sheets for phones to zoom in on. Painting one takes as long as a few frames, so one is kept for a while
and shown to everybody."""

from __future__ import annotations

import time

from canvas_files.records import Sheet
from plakbord.live.limits import Limits
from plakbord.live.refusal import No
from plakbord.live.setup import Desk, Image

_MOST_KEPT = 8


class Photos:
    """The last picture of each sheet."""

    def __init__(self, desk: Desk, limits: Limits) -> None:
        self._desk = desk
        self._every = limits.picture_every
        self._kept: dict[str, tuple[int, Image]] = {}
        self._painted_at = -limits.picture_every

    def picture(self, sheet_id: str) -> Image:
        """The sheet as it is now, or was a moment ago. Raises No."""
        if self._desk.picture is None:
            raise No("picture")
        if not isinstance(self._desk.document.records.get(sheet_id), Sheet):
            raise No("block")
        revision, kept = self._desk.document.store.revision, self._kept.get(sheet_id)
        now = time.monotonic()
        if kept is not None and (kept[0] == revision or now - self._painted_at < self._every):
            return kept[1]
        if now - self._painted_at < self._every:
            raise No("slow")
        self._painted_at = now
        try:
            image = self._desk.picture(sheet_id)
        except (LookupError, MemoryError) as error:
            raise No("picture") from error
        while len(self._kept) >= _MOST_KEPT:
            del self._kept[next(iter(self._kept))]
        self._kept[sheet_id] = revision, image
        return image
