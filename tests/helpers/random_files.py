"""Random workshop files, made quickly and with everything a file may legally hold: unknown kinds and fields, lone
surrogates, huge integers, deep parts, records that cannot be read, and things that are no records."""

from __future__ import annotations

import json
from random import Random
from typing import Any

from canvas_files.plain_text import clean_text

_LETTERS = 'aZ 09éß漢🍞👩🏽‍🔬"\\/\u0301\u200d'
_ODD = "\x00\x1b\x7f\x85\u2028\u202e\ufeff\uffff\ud800\udc00\udfff\t\r\n"
_NUMBERS = (0, -1, 2**53 + 1, 2**63, -(2**64), 10**4000, 0.1, -0.0, 1e16, 5e-324, 1.7976931348623157e308)


def random_file(random: Random) -> dict[str, Any]:
    """The plain JSON of a workshop file; every record has an id of its own."""
    raw: dict[str, Any] = {"format": "plakbord", "version": random.choice((1, 1, 2)), "document": _text(random) + "d"}
    ids = ["workshop", *{f"{random.choice('nsl')}:{random.randrange(20)}" for _ in range(random.randrange(7))}]
    raw["records"] = [_record(random, record_id, ids) for record_id in ids]
    if random.random() < 0.2:
        raw["records"].append(random.choice((None, 7, "text", [], {}, {"id": "x"}, {"kind": "note"}, {"id": 7})))
    if random.random() < 0.3:
        raw["templates"] = [value(random) for _ in range(random.randrange(3))]
    if random.random() < 0.5:
        raw["revision"] = random.randrange(1000)
    random.shuffle(raw["records"])
    return _with_more(random, raw)


def value(random: Random, depth: int = 3) -> Any:
    """Any JSON value; now and then one of a hundred parts inside each other."""
    choice = random.randrange(9)
    if choice == 0 and depth:
        return [value(random, depth - 1) for _ in range(random.randrange(4))]
    if choice == 1 and depth:
        return {_text(random, odd=True): value(random, depth - 1) for _ in range(random.randrange(4))}
    if choice == 2 and random.random() < 0.1:
        return _deep(random)
    if choice < 6:
        return _text(random, odd=True)
    return random.choice((None, True, False, *_NUMBERS))


def joined(text: str) -> str:
    """The text with two surrogates that stand together as the one character that JSON makes of them."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def as_bytes(raw: Any, random: Random) -> bytes:
    """The file's bytes; lone surrogates can only stand in them as escapes."""
    return json.dumps(raw, ensure_ascii=True, indent=random.choice((None, 1))).encode()


def canonical(found: Any) -> str:
    """Equal for equal JSON; 1, 1.0 and true differ, other than for ==."""
    return json.dumps(found, sort_keys=True)


def _deep(random: Random) -> Any:
    inner: Any = _text(random)
    for _ in range(random.randrange(100, 190)):
        inner = [inner] if random.random() < 0.5 else {"in": inner}
    return inner


def _text(random: Random, odd: bool = False) -> str:
    text = "".join(random.choices(_LETTERS + _ODD if odd else _LETTERS, k=random.randrange(8)))
    return joined(text) if odd else clean_text(text)


def _record(random: Random, record_id: str, ids: list[str]) -> dict[str, Any]:
    if record_id == "workshop":
        raw: dict[str, Any] = {"kind": "workshop", "title": _text(random), "captions": {"blue": _text(random)}}
    elif record_id[0] == "n":
        raw = {"kind": "note", "sheet": random.choice(ids), "zone": _text(random), "text": _text(random)}
        raw |= {"x": random.randrange(-500, 500), "h": random.choice((100, 4000)), "z": random.choice(("a0", "Zz"))}
    elif record_id[0] == "s":
        raw = {"kind": "sheet", "template": "t", "title": _text(random)}
    else:
        raw = {"kind": "link", "start": random.choice(ids), "end": random.choice(ids)}
    if record_id != "workshop" and random.random() < 0.3:
        raw["kind"] = random.choice(("timer", "entry", "note", "", "\ud800", "workshop"))
    return _with_more(random, {"id": record_id, **raw})


def _with_more(random: Random, raw: dict[str, Any]) -> dict[str, Any]:
    if random.random() < 0.4:
        names = random.choices(("sparkle", "extra", "fields", "", "\udc00", "é", "Text", "a\x00b"), k=2)
        raw |= {name: value(random) for name in names}
    return raw
