"""Sets of characters written as ranges: regular expressions with such sets take milliseconds to compile at start-up."""

from __future__ import annotations

from bisect import bisect_right


class Ranges:
    """The characters of a specification as in a regular expression's character class: "a-fxyz"."""

    def __init__(self, specification: str) -> None:
        pairs: list[tuple[int, int]] = []
        at = 0
        while at < len(specification):
            is_range = specification[at + 1 : at + 2] == "-" and at + 2 < len(specification)
            last = specification[at + 2] if is_range else specification[at]
            pairs.append((ord(specification[at]), ord(last) + 1))
            at += 3 if is_range else 1
        bounds: list[int] = []
        for first, end in sorted(pairs):
            if bounds and first <= bounds[-1]:
                bounds[-1] = max(bounds[-1], end)
            else:
                bounds += (first, end)
        self._bounds = tuple(bounds)

    @classmethod
    def union(cls, *sets: Ranges) -> Ranges:
        """The characters of all these sets."""
        pairs = [
            f"{chr(a)}-{chr(b - 1)}"
            for each in sets
            for a, b in zip(each._bounds[::2], each._bounds[1::2], strict=True)
        ]
        return cls("".join(pairs))

    def __contains__(self, char: str) -> bool:
        return bisect_right(self._bounds, ord(char)) % 2 == 1

    def any_of(self, text: str) -> bool:
        """Whether any character of a text is in the set."""
        first, bounds = self._bounds[0], self._bounds
        return any(bisect_right(bounds, code) % 2 for code in map(ord, text) if code >= first)
