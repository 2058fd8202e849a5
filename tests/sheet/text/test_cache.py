"""The bounded memory of shaped text."""

from __future__ import annotations

from plakbord.sheet.text.cache import Cache


def test_what_is_used_stays_and_the_rest_is_forgotten() -> None:
    cache: Cache[int, str] = Cache(10)
    cache[-1] = "used"
    for number in range(100):
        cache[number] = str(number)
        assert cache.get(-1) == "used"
        assert len(cache) <= 20
    assert cache.get(0) is None
    assert cache.get(99) == "99"
