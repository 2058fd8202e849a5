"""Texts in their rooms: as large as fits, and what does not fit at the floor is the rest, to the last word."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from canvas_files.plain_text import clean_text
from canvas_files.template import Room
from helpers.sample_pages import FONTS
from plakbord.sheet import theme
from plakbord.sheet.answer import answered, rest_after
from plakbord.sheet.text.fonts import Fonts

ALL_FONTS = Fonts(FONTS)
ROOM = Room(0, 0, 3000, 1200)

texts = st.text(st.characters(codec="utf-8") | st.sampled_from("abc -\n\u00ad"), max_size=400).map(
    lambda text: clean_text(text).strip()
)


def without_breaks(text: str) -> str:
    return "".join(letter for letter in text if not letter.isspace() and letter not in "-\u00ad\u2010")


@given(texts)
@example("- een\n- twee\n" * 40)
@example("arbeidsongeschiktheidsverzekering" * 20)
@example("a\u00adb" * 200)
def test_what_stands_there_and_the_rest_are_the_whole_text(text: str) -> None:
    found = answered(ALL_FONTS.regular, text, ROOM)
    shown = "".join(line.text for line in found.laid.lines)
    assert without_breaks(shown + found.rest) == without_breaks(text)
    if found.rest:
        assert found.laid.size == theme.FIELD_SIZES[0]
        assert found.laid.height <= ROOM.h + 1 or len(found.laid.lines) == 1


def test_a_short_text_is_as_large_as_it_may_be() -> None:
    assert answered(ALL_FONTS.regular, "47", ROOM).laid.size == theme.FIELD_SIZES[-1]


def test_a_list_goes_on_with_its_own_dash() -> None:
    assert rest_after("- een\n- twee", "- een") == "- twee"
    assert rest_after("zonne-energie", "zonne-") == "energie"
