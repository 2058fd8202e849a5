"""Whatever stands in a file or is wrong with its place: one sentence or a good answer, never a traceback, never more
memory than a small computer has, and the file stays as it was."""

from __future__ import annotations

import json
import resource
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from helpers.command_line import Outcome, plakbord

MOST_MB = 1000
MOST_SECONDS = 20
"""A guard against what never ends; the machine may be busy."""
DEEP = 100_000
LITTLE_MEMORY = 110_000_000
"""Bytes: enough to start, not enough for a file of 45 MB."""


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a workshop with a canvas and some notes."""
    path = tmp_path_factory.mktemp("good") / "good.plakbord"
    assert plakbord("new", path, "--language", "nl", "--title", "Goed").code == 0
    assert plakbord("add", path, "--zone", "channels", "Winkel", "Markt", "Café ☕").code == 0
    return path.read_bytes()


def edited(good: bytes, edit: Callable[[dict[str, Any]], None]) -> bytes:
    raw = json.loads(good)
    edit(raw)
    return json.dumps(raw).encode()


def with_notes(good: bytes, *changes: Mapping[str, Any]) -> bytes:
    """The workshop with copies of its first note, each with other values."""

    def edit(raw: dict[str, Any]) -> None:
        first = next(record for record in raw["records"] if record["kind"] == "note")
        for number, change in enumerate(changes):
            raw["records"].append({**first, "id": f"note:{number}", **change})

    return edited(good, edit)


def replaced(old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    def change(good: bytes) -> bytes:
        assert old in good
        return good.replace(old, new, 1)

    return change


def many_notes(good: bytes) -> bytes:
    return with_notes(good, *({"text": f"briefje {number}"} for number in range(100_000)))


def nested_fields(good: bytes) -> bytes:
    note = b'"kind":"note","new":' + b"[" * DEEP + b"]" * DEEP + b","
    return replaced(b'"kind":"note",', note)(good)


CANNOT_BE_OPENED: Mapping[str, Callable[[bytes], bytes]] = MappingProxyType(
    {
        "not JSON": lambda _: b"Dit is een boodschappenlijst.\n",
        "cut off": lambda good: good[: len(good) * 2 // 3],
        "cut off inside a letter": lambda good: good[: good.index("☕".encode()) + 1],
        "empty": lambda _: b"",
        "only zeros": lambda _: b"\0" * 5000,
        "binary": lambda _: bytes(range(256)) * 400,
        "a ZIP": lambda good: b"PK\x03\x04" + good,
        "UTF-16": lambda good: good.decode().encode("utf-16"),
        "brackets": lambda _: b"[" * DEEP,
        "closed brackets": lambda _: b"[" * DEEP + b"]" * DEEP,
        "objects": lambda _: b'{"a":' * DEEP + b"1" + b"}" * DEEP,
        "brackets in a field of a newer version": nested_fields,
        "another format": replaced(b'"format": "plakbord"', b'"format": "other"'),
        "no format": replaced(b'"format": "plakbord",', b""),
        "a list": lambda good: b"[" + good + b"]",
        "null": lambda _: b"null",
        "records that are no list": lambda good: edited(good, lambda raw: raw.update(records={})),
        "NaN": replaced(b'"x":', b'"x":NaN,"old":'),
        "infinity": replaced(b'"x":', b'"x":-Infinity,"old":'),
        "beyond floats": replaced(b'"x":', b'"x":1e999,"old":'),
        "more digits than Python reads": replaced(b'"x":', b'"x":' + b"9" * 10_000 + b',"old":'),
        "a key twice": replaced(b'"x":', b'"x":1,"x":'),
        "100,000 notes": many_notes,
        "version zero": replaced(b'"version": 1', b'"version": 0'),
        "version in words": replaced(b'"version": 1', b'"version": "one"'),
        "no version": replaced(b'"version": 1,', b""),
        "a revision below zero": lambda good: edited(good, lambda raw: raw.update(revision=-1)),
    }
)

CAN_BE_LIVED_WITH: Mapping[str, Callable[[bytes], bytes]] = MappingProxyType(
    {
        "newer version": replaced(b'"version": 1', b'"version": 99'),
        "ids twice": lambda good: with_notes(good, {"id": "note:a", "text": "een"}, {"id": "note:a", "text": "twee"}),
        "large numbers": lambda good: with_notes(good, {"x": 10**30}, {"y": -(10**300)}, {"w": 2**63}, {"h": 1.5}),
        "half characters": lambda good: with_notes(
            good, {"text": "half \ud83d"}, {"id": "\udc00"}, {"zone": "\ud800"}, {"color": "\ud800"}, {"z": "\udfff"}
        ),
        "half characters elsewhere": lambda good: edited(
            good, lambda raw: raw.update({"note\ud800": 1, "records": [*raw["records"], {"id": "a", "kind": "\ud800"}]})
        ),
        "control characters": lambda good: with_notes(
            good, {"text": "".join(map(chr, range(0xA0)))}, {"id": "a\n\x1b[2J"}, {"zone": "\0"}, {"kind": "dot\n\x07"}
        ),
        "a zone that is not there": lambda good: with_notes(good, {"zone": "moon"}, {"zone": ""}),
        "a sheet that is not there": lambda good: with_notes(good, {"sheet": "sheet:gone"}),
        "the longest text": lambda good: with_notes(good, {"text": "zuurdesembrood" * 1400}, {"text": "\n" * 19_999}),
        "values of the wrong kind": lambda good: with_notes(
            good, {"text": None}, {"x": "1"}, {"z": ["a"]}, {"sheet": {}}, {"id": ""}, {"id": 7}, {"kind": None}
        ),
        "things that are no records": lambda good: edited(good, lambda raw: raw["records"].extend([1, None, [], "x"])),
        "a bad template": lambda good: edited(good, lambda raw: raw["templates"].insert(0, {"id": 5})),
        "a byte order mark": lambda good: b"\xef\xbb\xbf" + good,
        "spaces around it": lambda good: b"\n\n  " + good + b" \n",
    }
)

NOTHING_TO_REMARK = ("half characters elsewhere", "the longest text", "a byte order mark", "spaces around it")

COMMANDS = ("check", "add", "export")


def command(name: str, file: Path, folder: Path) -> Outcome:
    """One of the commands that open a file."""
    if name == "add":
        return plakbord("add", file, "--zone", "channels", "Nog een")
    if name == "export":
        return plakbord("export", file, folder / "poster.pdf")
    return plakbord("check", file)


def well_behaved(told: Outcome) -> None:
    """What holds however it ends."""
    assert told.code in (0, 1)
    for words in (b"Traceback", b"report it to the makers"):
        assert words not in told.err
    assert told.memory < MOST_MB
    assert told.seconds < MOST_SECONDS
    if told.code == 1:
        assert told.out == b""
        assert told.sentence.startswith("plakbord: ")


@pytest.mark.parametrize("what", CANNOT_BE_OPENED)
def test_what_cannot_be_opened(what: str, good: bytes, tmp_path: Path) -> None:
    file = tmp_path / "bad.plakbord"
    bad = CANNOT_BE_OPENED[what](good)
    file.write_bytes(bad)
    name = COMMANDS[sorted(CANNOT_BE_OPENED).index(what) % len(COMMANDS)]  # they open it with the same few lines
    told = command(name, file, tmp_path)
    well_behaved(told)
    assert told.code == 1
    assert "bad.plakbord" in told.sentence
    assert file.read_bytes() == bad
    assert [entry.name for entry in tmp_path.iterdir()] == ["bad.plakbord"]


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("what", CAN_BE_LIVED_WITH)
def test_what_can_be_lived_with(what: str, name: str, good: bytes, tmp_path: Path) -> None:
    file = tmp_path / "odd.plakbord"
    file.write_bytes(CAN_BE_LIVED_WITH[what](good))
    told = command(name, file, tmp_path)
    well_behaved(told)
    assert told.code == 0, told.err
    if name == "check":
        assert all(line.isprintable() for line in told.lines)
        remarks = [line for line in told.lines if line.startswith("problem: ")]
        assert bool(remarks) == (what not in NOTHING_TO_REMARK)


def test_a_newer_file_that_may_only_be_looked_at(good: bytes, tmp_path: Path) -> None:
    file = tmp_path / "newer.plakbord"
    newer = edited(good, lambda raw: raw.update(version=99, readable_from=99))
    file.write_bytes(newer)
    assert json.loads(plakbord("check", file, "--json").out)["read_only"] is True
    told = command("add", file, tmp_path)
    well_behaved(told)
    assert told.code == 1
    assert file.read_bytes() == newer
    assert command("export", file, tmp_path).code == 0


# --- the place


@pytest.mark.parametrize("name", COMMANDS)
def test_a_folder_in_the_place_of_a_file(name: str, tmp_path: Path) -> None:
    (tmp_path / "map.plakbord").mkdir()
    told = command(name, tmp_path / "map.plakbord", tmp_path)
    well_behaved(told)
    assert "is a folder" in told.sentence


@pytest.mark.parametrize("name", COMMANDS)
def test_two_gigabytes(name: str, tmp_path: Path) -> None:
    file = tmp_path / "large.plakbord"
    with file.open("wb") as sparse:
        sparse.truncate(2_000_000_000)
    told = command(name, file, tmp_path)
    well_behaved(told)
    assert "2000 MB" in told.sentence


@pytest.mark.parametrize("place", ["gone/a.plakbord", "file/a.plakbord", "x" * 300])
@pytest.mark.parametrize("name", ["new", *COMMANDS])
def test_a_place_that_cannot_be(name: str, place: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    file = tmp_path / place
    told = plakbord("new", file) if name == "new" else command(name, file, tmp_path)
    well_behaved(told)
    assert told.code == 1
    assert [entry.name for entry in tmp_path.iterdir()] == ["file"]


def test_a_folder_that_vanished_under_the_terminal(tmp_path: Path) -> None:
    here = tmp_path / "here"
    here.mkdir()
    for arguments in (["new", "a.plakbord"], ["check", "a.plakbord"]):
        # The folder goes when the child is in it and Python has not begun.
        told = plakbord(*arguments, cwd=here, limit=lambda: shutil.rmtree(here, ignore_errors=True))
        here.mkdir(exist_ok=True)
        well_behaved(told)
        assert told.code == 1


def test_an_output_folder_that_is_not_there(good: bytes, tmp_path: Path) -> None:
    file = tmp_path / "a.plakbord"
    file.write_bytes(good)
    told = plakbord("export", file, tmp_path / "gone" / "poster.pdf")
    well_behaved(told)
    assert "gone is not there" in told.sentence


def test_a_folder_in_which_nothing_may_be_made(good: bytes, tmp_path: Path) -> None:
    file = tmp_path / "a.plakbord"
    file.write_bytes(good)
    for told in (plakbord("new", "/sys/a.plakbord"), plakbord("export", file, "/sys/poster.pdf")):
        well_behaved(told)
        assert told.code == 1


def test_a_full_disk(good: bytes, tmp_path: Path) -> None:
    """A limit on the size of files is met in the middle of writing, as a full disk is."""
    file = tmp_path / "a.plakbord"
    file.write_bytes(good)

    def small_files_only() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    wishes = (
        ("add", file, "--zone", "channels", "x"),
        ("new", tmp_path / "new.plakbord"),
        ("export", file, tmp_path / "out.pdf"),
    )
    for wish in wishes:
        told = plakbord(*wish, limit=small_files_only)
        well_behaved(told)
        assert "no room left" in told.sentence
    assert file.read_bytes() == good
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.plakbord"]


def test_too_little_memory(good: bytes, tmp_path: Path) -> None:
    file = tmp_path / "a.plakbord"
    file.write_bytes(with_notes(good, *({"text": "zuurdesembrood" * 200} for _ in range(16_000))))

    def little_memory() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (LITTLE_MEMORY, LITTLE_MEMORY))

    told = plakbord("check", file, limit=little_memory)
    well_behaved(told)
    assert told.code == 1
