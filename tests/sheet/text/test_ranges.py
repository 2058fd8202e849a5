"""Sets of code points."""

from __future__ import annotations

from plakbord.sheet.text.ranges import Ranges


def test_ranges_read_like_a_character_class() -> None:
    some = Ranges("xbba-c\U0001f600-\U0001f610-")
    assert [char for char in "-abcdwxyz😀😐🙏" if char in some] == ["-", "a", "b", "c", "x", "😀", "😐"]
    assert some.any_of("zzx")
    assert not some.any_of("zzd")
