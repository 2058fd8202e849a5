"""The colours of the window, light and dark; nowhere else are there any. What is made of them is for theme and
styles."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtGui import QColor

from plakbord.board.region import Look
from plakbord.paths import resources


class Tone(Struct, frozen=True):
    """The colours of one theme, as "#RRGGBB"."""

    desk: str
    panel: str
    raised: str
    text: str
    quiet: str
    rule: str
    accent: str
    on_accent: str

    @property
    def look(self) -> Look:
        """What the board needs of it."""
        return Look(self.desk, self.accent, self.rule)


LIGHT = Tone("#E9ECEF", "#FFFFFF", "#F3F5F7", "#1F2328", "#5B6470", "#D5DAE1", "#2F5BEA", "#FFFFFF")
DARK = Tone("#23262B", "#2D3138", "#383D46", "#E6E8EB", "#A9B1BC", "#454B55", "#7C9CFF", "#14181F")


def on_ground(ground: str, tone: Tone) -> str:
    """The colour of text that can be read on a ground that may be as strong as the text itself."""
    return tone.panel if ground == tone.text else tone.text


def is_light(color: str) -> bool:
    """Whether a colour is nearer to white than to black."""
    return QColor(color).lightnessF() > 0.5


def tick(tone: Tone) -> str:
    """The tick in a box."""
    return drawing("check", tone.on_accent == LIGHT.on_accent)


def drawing(name: str, white: bool) -> str:
    """The file of an icon, in black or in white; a style sheet takes no other drawing than one from a file."""
    return (resources() / "icons" / f"{name}{'-white' if white else ''}.svg").as_posix()
