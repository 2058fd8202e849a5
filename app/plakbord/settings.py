"""The person's preferences, kept in a small file of their own. A value that cannot be read falls back to its default,
and the others stay."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any, Literal, TypeAlias, TypeVar

from msgspec import Meta, Struct, ValidationError, convert
from msgspec.structs import asdict, fields, replace

MOST_RECENT = 10
ThemeName: TypeAlias = Literal["system", "light", "dark"]
Motion: TypeAlias = Literal["system", "on", "off"]

Value = TypeVar("Value")


class Settings(Struct, frozen=True):
    """All preferences. `geometry` is the window's place and size as Qt keeps it, in base 64; `recent` the paths of the
    workshops opened last, the newest first; `chosen` what was chosen lately in the
    command palette, the newest first; `outline` whether the outline is shown, `outline_width` its pixels;
    `poster` what was chosen for the last one; `data_marks` whether data notes are to be seen without the data lens."""

    language: Literal["system", "nl", "en"] = "system"
    theme: ThemeName = "system"
    motion: Motion = "system"
    note_color: Annotated[str, Meta(max_length=40)] = "yellow"
    note_font: Literal["print", "hand"] = "print"
    autosave: bool = True
    print_links: bool = True
    print_parked: bool = False
    geometry: str = ""
    folder: str = ""
    recent: tuple[str, ...] = ()
    outline: bool = False
    outline_width: int = 320
    data_marks: bool = True
    chosen: tuple[str, ...] = ()
    poster: dict[str, Any] = {}

    def opened(self, path: Path) -> Settings:
        """The settings after a workshop was opened or saved there."""
        name = str(path)
        recent = (name, *(other for other in self.recent if other != name))[:MOST_RECENT]
        return replace(self, recent=recent, folder=str(path.parent))


def load_settings(path: Path) -> Settings:
    """The settings in a file; what is missing or wrong there is as it is at first."""
    try:
        raw = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return Settings()
    if not isinstance(raw, dict):
        return Settings()
    found: dict[str, Any] = {}
    for field in fields(Settings):
        if field.encode_name in raw:
            try:
                found[field.name] = convert(raw[field.encode_name], field.type)
            except ValidationError:
                continue
    return Settings(**found)


def save_settings(settings: Settings, path: Path) -> None:
    """Writes the settings; a folder that cannot be written to is no reason to stop anyone's work."""
    text = json.dumps(asdict(settings), ensure_ascii=False, indent=1)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_suffix(".new")
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(path)
    except OSError:
        return
