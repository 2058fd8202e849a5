"""Whatever stands on a note, in any script or none: it is laid out within the note, and every character can be copied
from the screen's layout. 10,000 texts when asked for; see CONTRIBUTING.md."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.sample_pages import FONTS
from plakbord.sheet import theme
from plakbord.sheet.text.clean import TAB
from plakbord.sheet.text.clusters import cluster_texts
from plakbord.sheet.text.fit import fit
from plakbord.sheet.text.fonts import Fonts

FONT_SETS = (Fonts(FONTS).regular, Fonts(FONTS).handwriting, Fonts(FONTS).speaking("nl").regular)
WIDTH, HEIGHT = 2160.0, 1760.0
"""Inside a note of the standard size."""

ANYTHING = st.characters(codec="utf-8")
PEOPLE = st.sampled_from("  \n\tabcé€ıßשלוםمرحبا\u0301\u200d\ufe0f👩👍🏽🇳🇱नमस्तेสวัสดี漢字かな한글\u202e\u2067\u00ad-/.ﷺ𓂀")
LONG = st.sampled_from(("bedrijfsadministratie", "Zuivelcoöperatie ", "€ 14,50 ", "www.verpakkingsmateriaal.nl/lijst"))
TEXTS = st.lists(st.one_of(ANYTHING, ANYTHING, PEOPLE, LONG), max_size=120).map("".join)


@settings(max_examples=settings().max_examples if settings().max_examples > 1000 else 60)
@given(text=TEXTS, which=st.sampled_from(FONT_SETS))
def test_any_text_fits_a_note_and_nothing_of_it_is_lost(text: str, which: object) -> None:
    fonts = next(each for each in FONT_SETS if each is which)
    laid = fit(fonts, text, WIDTH, HEIGHT, theme.NOTE_SIZES, leading=theme.LEADING)
    for line in laid.lines:
        single = sum(len(run.unit.text) for run in line.runs) == 1 or len(line.text) <= 20
        assert line.width <= WIDTH + 1 or (single and laid.size == theme.NOTE_SIZES[0])
        assert line.x >= -1 or single
        assert 0 < line.y <= laid.height
    assert laid.height <= HEIGHT + 1 or laid.size == theme.NOTE_SIZES[0]
    carried = Counter(
        char for line in laid.lines for run in line.runs for shown in cluster_texts(run.unit) for char in shown
    )
    unseen = Counter(char for line in laid.lines for run in line.runs if not run.unit.glyphs for char in run.unit.text)
    assert carried + unseen == Counter(wanted(text))


def wanted(text: str) -> str:
    """The text without control characters and noncharacters; line ends end lines, tabs are spaces."""
    ends = dict.fromkeys("\n\r\x0b\x0c\x85\u2028\u2029", None)
    kept = text.replace("\t", TAB).translate({ord(char): None for char in ends})
    return "".join(char for char in kept if not is_control(ord(char)))


def is_control(code: int) -> bool:
    return code < 0x20 or 0x7F <= code < 0xA0 or 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE
