"""How paper looks: colours, sizes and spacing of what stands on a sheet, the same on screen and in print. The window's
own look is elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from msgspec import Struct

from plakbord.sheet.marks import POINT

ColorMark = Literal["none", "dot", "ring", "bar", "triangle", "cross"]


class NoteColor(Struct, frozen=True):
    """A note's paper, the edge that sets it off from white, and the mark that tells it apart without colour."""

    fill: str
    edge: str
    mark: ColorMark


NOTE_COLORS: Mapping[str, NoteColor] = MappingProxyType(
    {
        "yellow": NoteColor("#FFED8C", "#E3CE62", "none"),
        "orange": NoteColor("#FFD6A0", "#E6B672", "dot"),
        "pink": NoteColor("#FFC7D6", "#E59DB2", "ring"),
        "green": NoteColor("#CBEFB9", "#9FCB89", "bar"),
        "blue": NoteColor("#BDDFFF", "#8CB9E3", "triangle"),
        "white": NoteColor("#FFFFFF", "#A9B4C4", "cross"),
    }
)
DEFAULT_COLOR = "yellow"


def note_color(name: str) -> NoteColor:
    """The colour of that name; a colour of a newer version shows as the default."""
    return NOTE_COLORS.get(name) or NOTE_COLORS[DEFAULT_COLOR]


# Colours of the sheet
SHEET = "#FFFFFF"
BLOCK = "#F7F8FA"
BLOCK_EDGE = "#8C9AB0"
STRIP = "#F1F3F5"
INK = "#1F2328"
QUIET_INK = "#5B6470"
FAINT_INK = "#8C9AB0"
MARK_INK = "#6B6256"
RULE = "#C5CCD6"
ACCENT = "#2F5BEA"
VOTE = "#D7263D"
CHOSEN = "#DCE5FF"
"""Behind what was chosen; ink on it is easy to read."""
LENS_BLOCK = "#F1F6F4"
LENS_EDGE = "#5F8A7A"
LENS_INK = "#3F6B5B"
"""The mood of the data lens, so that everyone sees which view this is."""
DATA_INK = "#62656A"
"""The marks of data notes: ink at 70 %."""
SHADOWS = ("#EEF0F3", "#E4E7EC", "#D9DDE4")
"""Pre-blended rings of a note's shadow on a block, the widest first: print knows no transparency."""

# Lengths in hundredths of a millimetre
BLOCK_EDGE_WIDTH = 35
BLOCK_RADIUS = 200
BLOCK_PADDING = 320
NOTE_RADIUS = 60
NOTE_PADDING = 250
NOTE_EDGE_WIDTH = 12
NOTE_MARK = 200
NOTE_GAP = 160
SHADOW_STEPS = (90, 58, 30)
"""How far each ring of the shadow reaches below the note."""

DATA_MARK = 320
DATA_CHIP = 720
"""A data note when the lens is off."""
COUPLING_WIDTH = 45
VOTE_DOT = 400
VOTE_DOT_GAP = 50
VOTE_EDGE = 20
VOTE_NUMBER_HEIGHT = 460
TAG_HEIGHT = 400
TAG_GAP = 90
LINK = "#7D8FA8"
LINK_WIDTH = 28
LINK_END = 85
CLUSTER_EDGE = "#8C9AB0"
CLUSTER_PADDING = 130
CLUSTER_NAME_HEIGHT = 460

# Type
TITLE_SIZE = 24 * POINT
SUBTITLE_SIZE = 14 * POINT
HEADING_SIZE = 13 * POINT
QUESTION_SIZE = 8.5 * POINT
LABEL_SIZE = 8.5 * POINT
FIELD_SIZES = tuple(points * POINT for points in (8, 9, 10, 11))
"""The sizes an answer's text can have; the first is the floor."""
TITLE_SIZES = tuple(points * POINT for points in (12, 14.4, 16.8, 19.2, 21.6, 24))
CONTINUED_SIZE = 10 * POINT
DATE_SIZE = 11 * POINT
LEGEND_SIZE = 9 * POINT
SMALL_PRINT_SIZE = 8 * POINT
CHECKLIST_SIZE = 8 * POINT
FLOOR = 8 * POINT
"""No letter on the sheet is smaller: people read an A3 at arm's length."""
TAG_SIZE = 8 * POINT
VOTE_NUMBER_SIZE = 10 * POINT
CLUSTER_NAME_SIZE = 9 * POINT
NOTE_SIZES = tuple(points * POINT for points in (8, 9, 10.5, 12.5, 15, 18, 24))
"""The sizes a note's text can have: few, so that neighbours look alike; the first is the floor."""
LEADING = 1.2

NOTE_SIZES_ON_PAPER: Mapping[str, tuple[int, int]] = MappingProxyType(
    {"small": (2400, 2000), "standard": (3600, 2800), "large": (5600, 4400)}
)
"""Width and height of a note."""
