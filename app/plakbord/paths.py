"""Where things are: what was installed with the program, and the person's own folders."""

from __future__ import annotations

import os
import stat
import tempfile
from functools import cache
from pathlib import Path

from canvas_files.plain_text import is_possible
from canvas_files.shelf import Shelf

_NOT_IN_NAMES = '<>:"/\\|?*'
_RESERVED = frozenset(
    {"CON", "PRN", "AUX", "NUL", *(f"{port}{number}" for port in ("COM", "LPT") for number in range(10))}
)
LONGEST_NAME = 120
"""Bytes of a file name that is suggested; most systems take 255, and a suffix and a number come behind it."""


@cache
def resources() -> Path:
    """The folder with templates, fonts, icons and words: in the package when installed, in the checkout when not."""
    here = Path(__file__).parent
    installed = here / "resources"
    return installed if installed.is_dir() else here.parent.parent / "resources"


def settings_file() -> Path:
    """Where the preferences are kept; the folder may not be there yet."""
    from platformdirs import user_config_path

    return user_config_path("plakbord", appauthor=False) / "settings.json"


def private_shelf() -> Shelf:
    """Where journals, earlier states and locks are kept; a failing journal goes to the cache, or to where temporary
    files are, which may be another disk."""
    from platformdirs import user_state_path

    temporary = Path(tempfile.gettempdir()) / f"plakbord-{person_id()}"
    spare = (cache_folder(), *((temporary,) if _is_own(temporary) else ()))
    return Shelf(user_state_path("plakbord", appauthor=False), spare)


def reports_folder() -> Path:
    """Where a report of a crash is written, for the person to read and perhaps to send."""
    return private_shelf().root / "reports"


def person_id() -> str:
    """What tells the people on one computer apart."""
    return str(os.getuid()) if hasattr(os, "getuid") else os.environ.get("USERNAME", "user")


def _is_own(folder: Path) -> bool:
    """Whether a folder in a place that everybody may write to is ours, or not there yet."""
    try:
        found = folder.lstat()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    if not hasattr(os, "getuid"):
        return True
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not found.st_mode & 0o077


def templates_folder() -> Path:
    """Where the person's own templates are kept; the folder may not be there yet."""
    from platformdirs import user_data_path

    return user_data_path("plakbord", appauthor=False) / "templates"


def cache_folder() -> Path:
    """Where is kept what can be made again; it may not be there yet."""
    from platformdirs import user_cache_path

    return user_cache_path("plakbord", appauthor=False)


def known_fonts_file() -> Path:
    """Where is remembered what the fonts of this computer can show; the folder may not be there yet."""
    return cache_folder() / "fonts.json"


def documents_folder() -> Path:
    """Where a person looks first for own files."""
    from platformdirs import user_documents_path

    folder = user_documents_path()
    return folder if folder.is_dir() else Path.home()


def file_name(title: str, fallback: str) -> str:
    """A name for a file that every system accepts, made from a title."""
    kept = "".join(" " if letter in _NOT_IN_NAMES or not is_possible(letter) else letter for letter in title)
    kept = " ".join(kept.split()).strip(". ")
    kept = kept.encode("utf-8", "replace")[:LONGEST_NAME].decode("utf-8", "ignore").strip(". ")
    return fallback if not kept or kept.split(".")[0].strip().upper() in _RESERVED else kept
