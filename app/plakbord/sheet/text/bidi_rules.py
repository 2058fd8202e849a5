"""The rules of UAX #9 for one isolating run sequence: weak types (W), brackets and neutrals (N), levels (I).

A sequence is given as its characters, their original classes, and their types after overrides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import MappingProxyType

_BRACKETS = (
    "()[]{}\u0f3a\u0f3b\u0f3c\u0f3d\u169b\u169c\u2045\u2046\u207d\u207e\u208d\u208e\u2308\u2309\u230a\u230b"
    "\u3008\u3009\u2768\u2769\u276a\u276b\u276c\u276d\u276e\u276f\u2770\u2771\u2772\u2773\u2774\u2775\u27c5\u27c6"
    "\u27e6\u27e7\u27e8\u27e9\u27ea\u27eb\u27ec\u27ed\u27ee\u27ef\u2983\u2984\u2985\u2986\u2987\u2988\u2989\u298a"
    "\u298b\u298c\u298d\u2990\u298f\u298e\u2991\u2992\u2993\u2994\u2995\u2996\u2997\u2998\u29d8\u29d9\u29da\u29db"
    "\u29fc\u29fd\u2e22\u2e23\u2e24\u2e25\u2e26\u2e27\u2e28\u2e29\u2e55\u2e56\u2e57\u2e58\u2e59\u2e5a\u2e5b\u2e5c"
    "\u300a\u300b\u300c\u300d\u300e\u300f\u3010\u3011\u3014\u3015\u3016\u3017\u3018\u3019\u301a\u301b\ufe59\ufe5a"
    "\ufe5b\ufe5c\ufe5d\ufe5e\uff08\uff09\uff3b\uff3d\uff5b\uff5d\uff5f\uff60\uff62\uff63"
)
"""BidiBrackets.txt, pair by pair; U+2329 and U+232A are read as U+3008 and U+3009, which they equal (BD16)."""

_CLOSING = MappingProxyType(dict(zip(_BRACKETS[::2], _BRACKETS[1::2], strict=True)))
_CLOSERS = frozenset(_CLOSING.values())
_SAME = str.maketrans("\u2329\u232a", "\u3008\u3009")
_MOST_BRACKETS = 63
_NEUTRAL = frozenset(("B", "S", "WS", "ON", "FSI", "LRI", "RLI", "PDI"))
_STRONG = MappingProxyType({"L": "L", "R": "R", "EN": "R", "AN": "R"})
"""How a resolved type counts beside neutrals (N0, N1)."""


def resolve(text: str, classes: Sequence[str], types: Sequence[str], level: int, before: str, after: str) -> list[int]:
    """The level of every character of a sequence; before and after are sos and eos, "L" or "R"."""
    resolved = list(types)
    _marks_and_numbers(resolved, before)
    _separators(resolved)
    _terminators(resolved)
    _leftovers(resolved, before)
    _brackets(resolved, text, classes, level, before)
    _neutrals(resolved, level, before, after)
    return [_implicit(level, kind) for kind in resolved]


def _marks_and_numbers(types: list[str], before: str) -> None:
    """W1 to W3."""
    previous = strong = before
    for at, kind in enumerate(types):
        if kind == "NSM":
            kind = "ON" if previous in ("LRI", "RLI", "FSI", "PDI") else previous
        previous = kind
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":
            kind = "AN"
        types[at] = kind
    types[:] = ["R" if kind == "AL" else kind for kind in types]


def _separators(types: list[str]) -> None:
    """W4: one separator between two numbers of the same kind."""
    for at in range(1, len(types) - 1):
        left, kind, right = types[at - 1 : at + 2]
        if left == right and ((kind == "ES" and left == "EN") or (kind == "CS" and left in ("EN", "AN"))):
            types[at] = left


def _terminators(types: list[str]) -> None:
    """W5: signs like % beside a European number."""
    for start, end in _stretches(types, frozenset(("ET",))):
        if types[start - 1 : start] == ["EN"] or types[end : end + 1] == ["EN"]:
            types[start:end] = ["EN"] * (end - start)


def _leftovers(types: list[str], before: str) -> None:
    """W6 and W7."""
    strong = before
    for at, kind in enumerate(types):
        if kind in ("ES", "ET", "CS"):
            types[at] = "ON"
        elif kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            types[at] = "L"


def _brackets(types: list[str], text: str, classes: Sequence[str], level: int, before: str) -> None:
    """N0: both brackets of a pair take one direction, from what is inside or in front of them."""
    embedding = "R" if level % 2 else "L"
    for opening, closing in _pairs(types, text.translate(_SAME), classes):
        inside = {_STRONG[kind] for kind in types[opening + 1 : closing] if kind in _STRONG}
        if not inside:
            continue
        direction = embedding
        if embedding not in inside:
            earlier = (_STRONG[kind] for kind in reversed(types[:opening]) if kind in _STRONG)
            direction = next(earlier, before)
        for at in (opening, closing):
            types[at] = direction
            mark = at + 1
            while mark < len(types) and classes[mark] == "NSM":
                types[mark] = direction
                mark += 1


def _pairs(types: Sequence[str], text: str, classes: Sequence[str]) -> list[tuple[int, int]]:
    """BD16: the bracket pairs in order of their opening brackets."""
    waiting: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for at, char in enumerate(text):
        if types[at] != "ON" or classes[at] != "ON":
            continue
        if char in _CLOSING:
            if len(waiting) == _MOST_BRACKETS:
                return []
            waiting.append((_CLOSING[char], at))
        elif char in _CLOSERS:
            depth = next((i for i in range(len(waiting) - 1, -1, -1) if waiting[i][0] == char), None)
            if depth is not None:
                pairs.append((waiting[depth][1], at))
                del waiting[depth:]
    return sorted(pairs)


def _neutrals(types: list[str], level: int, before: str, after: str) -> None:
    """N1 and N2."""
    embedding = "R" if level % 2 else "L"
    for start, end in _stretches(types, _NEUTRAL):
        left = _STRONG[types[start - 1]] if start else before
        right = _STRONG[types[end]] if end < len(types) else after
        types[start:end] = [left if left == right else embedding] * (end - start)


def _implicit(level: int, kind: str) -> int:
    """I1 and I2."""
    if level % 2:
        return level if kind == "R" else level + 1
    return {"L": level, "R": level + 1}.get(kind, level + 2)


def _stretches(types: Sequence[str], kinds: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The stretches of types that are all among kinds."""
    at = 0
    while at < len(types):
        if types[at] not in kinds:
            at += 1
            continue
        start = at
        while at < len(types) and types[at] in kinds:
            at += 1
        yield start, at
