"""Order keys: short texts that sort, with always room for another between two neighbours, so that moving one thing
never renumbers the others.

The method is fractional indexing as published by David Greenspan (observablehq.com, "Implementing Fractional
Indexing"): a key is an integer part whose first letter tells its length, and a fraction without trailing zeros.
"""

from __future__ import annotations

from collections.abc import Sequence

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
FIRST = "a0"
_LOWEST = "A" + 26 * "0"
"""The lowest integer part; alone it is no key, because nothing could stand before it."""
_HIGHEST = "z" + 26 * "z"


def key_between(low: str | None, high: str | None) -> str:
    """A key that sorts after low and before high; None means no neighbour on that side. A key that was not made
    here counts as no neighbour, and keys in the wrong order are answered with a key after low: order is never worth an
    error to the person."""
    low = low if low and _is_key(low) else None
    high = high if high and _is_key(high) else None
    if low is None:
        return FIRST if high is None else _before(high)
    if high is None or high <= low:
        return _after(low)
    return _inside(low, high)


def keys_after(low: str | None, count: int) -> list[str]:
    """That many keys, each after the one before it, all after low."""
    keys: list[str] = []
    for _ in range(count):
        low = key_between(low, None)
        keys.append(low)
    return keys


def top(keys: Sequence[str]) -> str | None:
    """The highest of the keys; None when there is none."""
    return max(keys, default=None)


def _length(head: str) -> int:
    """How many characters the integer part has: a..z count up from 2, Z..A count down from 2."""
    return ord(head) - ord("a") + 2 if "a" <= head <= "z" else ord("Z") - ord(head) + 2


def _is_key(key: str) -> bool:
    head = key[0]
    if not (head.isascii() and head.isalpha()) or len(key) < _length(head) or key == _LOWEST:
        return False
    fraction = key[_length(head) :]
    return all(digit in DIGITS for digit in key[1:]) and not fraction.endswith("0")


def _integer(key: str) -> str:
    return key[: _length(key[0])]


def _after(low: str) -> str:
    integer = _integer(low)
    return integer + _middle(low[len(integer) :], None) if integer == _HIGHEST else _next_integer(integer)


def _next_integer(integer: str) -> str:
    """The integer part after this one, which is not the highest."""
    head, digits = integer[0], integer[1:]
    kept = digits.rstrip("z")
    if kept:
        raised = DIGITS[DIGITS.index(kept[-1]) + 1]
        return head + kept[:-1] + raised + "0" * (len(digits) - len(kept))
    following = "a" if head == "Z" else chr(ord(head) + 1)
    return following + "0" * (_length(following) - 1)


def _before(high: str) -> str:
    integer = _integer(high)
    if integer == _LOWEST:
        return integer + _middle("", high[len(integer) :])
    if integer < high:
        return integer
    head, digits = integer[0], integer[1:]
    kept = digits.rstrip("0")
    if kept:
        lowered = DIGITS[DIGITS.index(kept[-1]) - 1]
        return head + kept[:-1] + lowered + "z" * (len(digits) - len(kept))
    preceding = "Z" if head == "a" else chr(ord(head) - 1)
    return preceding + "z" * (_length(preceding) - 1)


def _inside(low: str, high: str) -> str:
    integer = _integer(low)
    if integer == _integer(high):
        return integer + _middle(low[len(integer) :], high[len(integer) :])
    following = _next_integer(integer)
    return following if following < high else integer + _middle(low[len(integer) :], None)


def _middle(low: str, high: str | None) -> str:
    """A fraction between two fractions; high None means one."""
    made = ""
    while True:
        first = DIGITS.index(low[0]) if low else 0
        last = DIGITS.index(high[0]) if high else len(DIGITS)
        if last - first > 1:
            return made + DIGITS[(first + last) // 2]
        if last - first == 1 and high and len(high) > 1:
            return made + high[0]
        made, low, high = made + DIGITS[first], low[1:], high and high[1:]
