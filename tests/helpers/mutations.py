"""Files and journals as damage, other programs and malice leave them: bits, cuts, pieces doubled or moved, and changes
that know JSON; a journal's checksums are made right again now and then, so that what is inside is reached too."""

from __future__ import annotations

import json
import time
from random import Random
from typing import Any

from canvas_files.file import decode
from canvas_files.frames import bodies, framed
from canvas_files.journal_text import line_of, read_journal, replayed
from canvas_files.problems import Problem
from helpers.crash_lives import blank, change
from helpers.random_files import as_bytes, random_file, value

SLOWEST = 2.0
"""Seconds that any input may take."""


def sample_journal(random: Random) -> bytes:
    """A whole journal."""
    from canvas_files.file import encode
    from canvas_files.journal_text import Head, beginning, saving_line

    document = blank()
    lines = [beginning(Head(document.document_id, "/x/y.plakbord", ("a" * 64,)), encode(document))]
    document.store.listen(lambda done: lines.append(line_of(document.store.revision, 1.0, done)))
    for _ in range(random.randrange(1, 12)):
        change(document)
        if random.random() < 0.2:
            lines.append(saving_line(document.store.revision, 2.0, "b" * 64))
    return b"".join(lines)


def mutated(data: bytes, random: Random) -> bytes:
    """The bytes after one to three accidents."""
    for _ in range(random.randrange(1, 4)):
        data = random.choice((_bits, _cut, _doubled, _zeros, _noise, _swapped))(bytearray(data), random)
    return data


def mutated_json(raw: Any, random: Random) -> Any:
    """The value with a part of it replaced, removed or doubled."""
    if isinstance(raw, dict) and raw:
        key = random.choice(list(raw))
        choice = random.randrange(6)
        if choice == 0:
            return {name: each for name, each in raw.items() if name != key}
        if choice == 1:
            return {**raw, key: value(random)}
        if choice == 2:
            return {**raw, key[::-1]: raw[key]}
        return {**raw, key: mutated_json(raw[key], random)}
    if isinstance(raw, list) and raw:
        at = random.randrange(len(raw))
        choice = random.randrange(4)
        if choice == 0:
            return raw[:at] + raw[at + 1 :]
        if choice == 1:
            return raw + raw[at:] * random.choice((1, 1, 1, 50))
        return [*raw[:at], mutated_json(raw[at], random), *raw[at + 1 :]]
    return value(random)


def mutated_journal(data: bytes, random: Random) -> bytes:
    """A journal of which the contents were changed and the frames were made to fit again."""
    parts = [body for body, _ in bodies(data)]
    at = random.randrange(len(parts))
    try:
        changed = json.dumps(mutated_json(json.loads(parts[at]), random)).encode()
    except ValueError:
        changed = mutated(parts[at], random)
    parts[at] = changed
    if random.random() < 0.2:
        random.shuffle(parts)
    return b"".join(map(framed, parts))


def one_input(random: Random) -> tuple[str, bytes]:
    """What it is to be read as, and the bytes."""
    kind = random.randrange(6)
    if kind == 0:
        return "file", mutated(as_bytes(random_file(random), random), random)
    if kind == 1:
        return "file", as_bytes(mutated_json(random_file(random), random), random)
    if kind == 2:
        return "file", _large(random)
    if kind == 3:
        return "journal", mutated(sample_journal(random), random)
    if kind == 4 and random.random() < 0.02:
        return "journal", b"".join(map(framed, (b'{"document":"d"}', _large(random))))
    return "journal", mutated_journal(sample_journal(random), random)


def read(kind: str, data: bytes) -> str | None:
    """Reads it; the sentence when it cannot be opened. Anything but a Problem goes through."""
    try:
        if kind == "journal":
            replayed(read_journal(data, "x"))
        else:
            decode(data, "x")
    except Problem as problem:
        return problem.sentence("nl")
    return None


def fuzzed(seed: int, count: int) -> tuple[int, float, list[str]]:
    """Reads so many; how many were refused, the slowest in seconds, and what went wrong."""
    refused, slowest, wrong = 0, 0.0, []
    for number in range(count):
        random = Random(f"{seed}-{number}")
        kind, data = one_input(random)
        start = time.perf_counter()
        try:
            sentence = read(kind, data)
        except Exception as error:  # noqa: BLE001 - that is what is looked for
            wrong.append(f"{seed}-{number}: {kind}: {type(error).__name__}: {error}")
            continue
        slowest = max(slowest, time.perf_counter() - start)
        refused += sentence is not None
        if sentence == "":
            wrong.append(f"{seed}-{number}: no sentence")
    return refused, slowest, wrong


def _large(random: Random) -> bytes:
    """Deep, wide or long beyond all sense; one in fifty nearly 5 MB."""
    size = 4_900_000 if random.random() < 0.02 else 20_000
    head = b'{"format":"plakbord","version":1,"records":'
    return random.choice(
        (
            b"[" * size,
            b'{"a":' * (size // 5),
            head + b"[" + b"{}," * (size // 3) + b"{}]}",
            head + b"[" + b'"' + b"x" * size + b'"]}',
            head + b"[" + b"1" * size + b"]}",
            head + b"[{" + b'"a":1,' * (size // 6) + b'"b":2}]}',
            head[:-10] + b'"records":[],"extra":' + b"[" * (size // 2) + b"]" * (size // 2) + b"}",
            b"\0" * size,
            bytes(random.choices(range(256), k=min(size, 20_000))),
        )
    )


def _bits(data: bytearray, random: Random) -> bytes:
    for _ in range(random.randrange(1, 9)):
        if data:
            data[random.randrange(len(data))] ^= 1 << random.randrange(8)
    return bytes(data)


def _cut(data: bytearray, random: Random) -> bytes:
    start, end = sorted((random.randrange(len(data) + 1), random.randrange(len(data) + 1)))
    return bytes(data[:end]) if random.random() < 0.5 else bytes(data[:start] + data[end:])


def _doubled(data: bytearray, random: Random) -> bytes:
    start, end = sorted((random.randrange(len(data) + 1), random.randrange(len(data) + 1)))
    return bytes(data[:end] + data[start:])


def _zeros(data: bytearray, random: Random) -> bytes:
    start, end = sorted((random.randrange(len(data) + 1), random.randrange(len(data) + 1)))
    return bytes(data[:start]) + b"\0" * (end - start) + bytes(data[end:])


def _noise(data: bytearray, random: Random) -> bytes:
    at = random.randrange(len(data) + 1)
    return bytes(data[:at] + random.randbytes(random.randrange(1, 40)) + data[at:])


def _swapped(data: bytearray, random: Random) -> bytes:
    at = random.randrange(len(data) + 1)
    word = random.choice((b"null", b"-1", b"1e999", b"NaN", b"\\ud800", b"{}", b"[]", b'""', b"\xff", b"99999999 "))
    return bytes(data[:at]) + word + bytes(data[at + len(word) :])
