"""The fonts of this computer, from which a face is borrowed for a character that no bundled font has.

Nothing is looked for before the first such character. Only faces whose licence bits allow embedding are lent, so what
the screen shows can go on paper too.
"""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path

from msgspec import Struct

from plakbord.sheet.text.cache import Cache
from plakbord.sheet.text.face import Face

_FAVOURITES = (
    *("notosanscjk", "sourcehansans", "pingfang", "hiraginosans", "applesdgothic"),
    *("msyh", "yugoth", "meiryo", "malgun"),
    *("notosans", "nirmala", "leelawadee", "segoeui", "ebrima", "gadugi", "dejavusans", "arialunicode", "wqy", "droid"),
)
"""Beginnings of file names, without spaces and hyphens: well made faces for many scripts, in the order in which they
are asked. All others come after them."""

_NEVER = frozenset(("Cn", "Co", "Cs", "Cc"))
"""Categories of characters that mean nothing, or something else in every font."""


class Lender(Struct, frozen=True):
    """A face that may be borrowed, not opened yet."""

    rank: tuple[int, int, str, int]
    path: str
    index: int
    pages: int


class SystemFonts:
    """The faces in folders of fonts; kept says in which file to remember what was found there."""

    def __init__(self, folders: Sequence[Path], kept: Callable[[], Path] | None = None) -> None:
        self._folders = folders
        self._kept = kept
        self._faces: dict[tuple[str, int], Face | None] = {}
        self._found: Cache[str, tuple[Face | None]] = Cache(20_000)

    def face_for(self, chars: str) -> Face | None:
        """A face that has all these characters; None when there is none, or none that may be embedded."""
        known = self._found.get(chars)
        if known is None:
            known = self._found[chars] = (self._look(chars),)
        return known[0]

    def _look(self, chars: str) -> Face | None:
        if not chars or any(unicodedata.category(char) in _NEVER for char in chars):
            return None
        from plakbord.sheet.text.font_files import PAGE

        pages = 0
        for char in chars:
            pages |= 1 << ord(char) // PAGE
        for lender in self._lenders:
            if lender.pages & pages == pages:
                face = self._open(lender)
                if face is not None and _draws(face, chars):
                    return face
        return None

    @cached_property
    def _lenders(self) -> tuple[Lender, ...]:
        from plakbord.sheet.text.font_files import font_files

        lenders = [
            Lender((_fame(file.path), face.oddness, file.path, face.index), file.path, face.index, int(face.pages, 16))
            for file in font_files(self._folders, self._kept() if self._kept else None)
            for face in file.faces
        ]
        return tuple(sorted(lenders, key=lambda lender: lender.rank))

    def _open(self, lender: Lender) -> Face | None:
        key = (lender.path, lender.index)
        if key not in self._faces:
            try:
                self._faces[key] = Face(f"{lender.path}#{lender.index}", Path(lender.path), lender.index)
            except OSError:
                self._faces[key] = None
        return self._faces[key]


def _draws(face: Face, chars: str) -> bool:
    """Whether a face has a glyph for all characters, and ink for the first: a font that was cut off has none."""
    if not all(face.covers(char) for char in chars):
        return False
    return bool(face.outline(face.hb_font.get_nominal_glyph(ord(chars[0]))))


def font_folders() -> tuple[Path, ...]:
    """Where fonts are on this system: for everybody first, then the person's own."""
    home = Path.home()
    if sys.platform == "win32":
        windows, own = os.environ.get("WINDIR", r"C:\Windows"), os.environ.get("LOCALAPPDATA", "")
        return (Path(windows, "Fonts"), *((Path(own, "Microsoft", "Windows", "Fonts"),) if own else ()))
    if sys.platform == "darwin":
        system, assets = Path("/System/Library/Fonts"), Path("/System/Library/AssetsV2")
        loaded = sorted(assets.glob("com_apple_MobileAsset_Font*")) if assets.is_dir() else []
        return (system, Path("/Library/Fonts"), *loaded, home / "Library" / "Fonts")
    shared = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    own = os.environ.get("XDG_DATA_HOME") or str(home / ".local" / "share")
    folders = [Path(place, "fonts") for place in (*shared.split(":"), "/run/host", own) if place]
    return tuple(dict.fromkeys((*folders, Path("/usr/share/fonts"), home / ".fonts")))


def _fame(path: str) -> int:
    name = Path(path).name.lower().replace(" ", "").replace("-", "").replace("_", "")
    return next((at for at, start in enumerate(_FAVOURITES) if name.startswith(start)), len(_FAVOURITES))
