"""Standard input and output as scripts use them: pipes, odd bytes, odd file names, and a reader that goes away."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from canvas_files.file import open_file
from canvas_files.queries import notes_on
from helpers.command_line import ENGLISH, ROOT, plakbord
from plakbord.cli.streams import one_line

ODD_NAMES = (b"caf\xe9\xff.plakbord", b"two\nlines\x1b[31m.plakbord") if sys.platform == "linux" else (b"caf\xc3\xa9",)
"""Other systems refuse the odd ones themselves."""
ALWAYS_FULL = [path for path in ("/dev/full",) if Path(path).exists()]


@pytest.fixture
def canvas(tmp_path: Path) -> Path:
    path = tmp_path / "a.plakbord"
    assert plakbord("new", path, "--language", "nl").code == 0
    return path


def texts_in(path: Path) -> list[str]:
    document = open_file(path)[0]
    return [note.text for note in notes_on(document.records, document.sheets[0].id)]


def test_notes_from_standard_input(canvas: Path) -> None:
    given = "\ufeffCaf\u00e9s ☕\r\n\r\n  \nTwee\x1b[31m\rDrie".encode()
    told = plakbord("add", canvas, "--zone", "channels", "Eerst", "-", "-", "Laatst", given=given)
    assert told.code == 0
    assert len(told.lines) == 5
    assert texts_in(canvas) == ["Eerst", "Caf\u00e9s ☕", "Twee[31m", "Drie", "Laatst"]


def test_input_that_is_no_text_is_refused_with_its_line(canvas: Path) -> None:
    before = canvas.read_bytes()
    told = plakbord("add", canvas, "--zone", "channels", "-", given=b"een\ntwee\ndr\xffie\n")
    assert (told.code, told.out) == (1, b"")
    assert "Line 3" in told.sentence
    assert canvas.read_bytes() == before


def test_a_text_in_another_encoding_is_no_reason_to_fall_over(canvas: Path) -> None:
    assert plakbord("add", canvas, "--zone", "channels", b"caf\xe9").code == 0
    assert texts_in(canvas) == ["caf\ufffd"]


@pytest.mark.parametrize("name", ODD_NAMES)
@pytest.mark.parametrize("locale", ["C", "C.UTF-8"])
def test_odd_file_names(name: bytes, locale: str, tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/" + name
    variables = {"LC_ALL": locale, "LANG": locale}
    assert plakbord("new", path, variables=variables).code == 0
    assert plakbord("check", path, "--json", variables=variables).code == 0
    told = plakbord("new", path, variables=variables)
    assert told.code == 1
    assert "exists already" in told.sentence
    assert plakbord("export", path, path + b".pdf", variables=variables).code == 0


def piped(arguments: list[str], then: str) -> tuple[int, str]:
    """Exit code and standard error of a command whose output goes to a shell command."""
    environment = {**os.environ, **ENGLISH, "PYTHONPATH": os.pathsep.join([str(ROOT / "app"), str(ROOT)])}
    command = f'"$@" {then}'
    told = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command, "bash", sys.executable, "-m", "plakbord", *arguments],
        env=environment,
        capture_output=True,
        text=True,
    )
    return told.returncode, told.stderr


@pytest.mark.parametrize("arguments", [["schema"], ["--help"], ["--version"]])
def test_a_reader_that_goes_away(arguments: list[str]) -> None:
    assert piped(arguments, "| true") == (0, "")


def test_ids_that_nobody_reads(canvas: Path) -> None:
    texts = [f"briefje {number}" for number in range(3000)]
    assert piped(["add", str(canvas), "--zone", "channels", *texts], "| head -1") == (0, "")
    assert len(texts_in(canvas)) == 3000


def test_an_output_that_is_full() -> None:
    for device in ALWAYS_FULL:
        code, told = piped(["schema"], f">{device}")
        assert code == 1
        assert told.count("\n") == 1
        assert "cannot be written" in told


def test_closed_streams(canvas: Path) -> None:
    assert piped(["check", str(canvas)], ">&-") == (0, "")
    assert piped(["check", "nothing"], "2>&-")[0] == 1
    assert piped(["add", str(canvas), "--zone", "channels", "-"], "<&-") == (0, "")


def test_breaking_off(canvas: Path) -> None:
    environment = {**os.environ, **ENGLISH, "PYTHONPATH": os.pathsep.join([str(ROOT / "app"), str(ROOT)])}
    command = [sys.executable, "-m", "plakbord", "add", str(canvas), "--zone", "channels", "-"]
    # A run in the background may have been told to take no notice, and a child takes that over.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        child = subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)
    finally:
        signal.signal(signal.SIGINT, before)
    time.sleep(1.0)  # long enough to be waiting for input
    child.send_signal(signal.SIGINT)
    _, told = child.communicate()
    assert (child.returncode, told) == (130, b"")


def test_one_line_shows_what_cannot_be_shown() -> None:
    assert one_line("Caf\u00e9 ☕ a\nb\x1b\udcff\u2028") == "Caf\u00e9 ☕ a\\nb\\x1b\\udcff\\u2028"
