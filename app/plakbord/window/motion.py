"""Whether things may move on the screen: as the person chose, or as the system asks."""

from __future__ import annotations

import subprocess
import sys

from plakbord.settings import Motion

_WAIT = 0.4
"""Seconds that the system gets to answer; who does not answer has not asked for less motion."""


def moves(motion: Motion) -> bool:
    """Whether views may change smoothly. Asking the system takes a moment: do it once."""
    return motion == "on" or (motion == "system" and not less_motion_asked())


def less_motion_asked() -> bool:
    """Whether the system is set to reduced motion. Qt does not tell this, so each system is asked in its own way."""
    if sys.platform == "win32":
        return _less_on_windows()
    if sys.platform == "darwin":
        return _answer("/usr/bin/defaults", "read", "com.apple.universalaccess", "reduceMotion") == "1"
    return _answer("gsettings", "get", "org.gnome.desktop.interface", "enable-animations") == "false"


def _answer(*command: str) -> str:
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_WAIT, check=False)
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return ""
    return done.stdout.strip()


def _less_on_windows() -> bool:
    if sys.platform == "win32":
        import ctypes

        get_client_area_animation = 0x1042
        shown = ctypes.c_int(1)
        ctypes.windll.user32.SystemParametersInfoW(get_client_area_animation, 0, ctypes.byref(shown), 0)
        return not shown.value
    return False
