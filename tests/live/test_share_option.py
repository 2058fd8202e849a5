"""`plakbord FILE --share`: the whole program, in a process of its own and without a screen, as on a laptop without a
mouse at hand."""

from __future__ import annotations

import io
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PIL import Image

from helpers.phones import ROOT, Laptop, Phone, free_port, workshop


class Program(Laptop):
    """The program itself: it can be talked to only as phones do."""

    def __init__(self, *arguments: str) -> None:
        path = os.pathsep.join(str(ROOT / folder) for folder in ("app", "."))
        variables = {**os.environ, "PYTHONPATH": path, "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "nl_NL.UTF-8"}
        pipe = subprocess.PIPE
        command = [sys.executable, "-m", "plakbord", *arguments]
        self.process = subprocess.Popen(command, stdout=pipe, stderr=pipe, env=variables, text=True)

    def joined(self) -> Program:
        """Waits until it says where phones can join."""
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        found = re.fullmatch(r"Join: http://(127\.0\.0\.1:(\d+))/#([A-Z2-9]{6})\n", line)
        assert found, line
        self.host, self.port, self.code = found[1], int(found[2]), found[3]
        return self

    def ends(self) -> tuple[int, str, str]:
        """Its exit code and what it said."""
        said, complained = self.process.communicate(timeout=60)
        return self.process.returncode, said, complained


@contextmanager
def program(*arguments: str) -> Iterator[Program]:
    one = Program(*arguments)
    try:
        yield one
    finally:
        if one.process.poll() is None:
            one.process.kill()
        one.process.communicate()


def sheet_of(phone: Phone) -> str:
    return str(phone.welcome["room"]["sheets"][0]["id"])


def test_a_killed_program_that_is_started_again_is_the_same_room(tmp_path: Path) -> None:
    file, port = str(workshop(tmp_path)), free_port()
    with program(file, "--share", f"127.0.0.1:{port}") as one:
        anna = one.joined().phone("Anna")
        made = anna.write("Vlak voor de klap")["note"]
        picture = anna.ask("picture", sheet=sheet_of(anna))
        png = one.get_page(picture["path"]).partition(b"\r\n\r\n")[2]
        with Image.open(io.BytesIO(png)) as image:
            assert image.size == (picture["w"], picture["h"])
            assert image.size[0] > image.size[1] > 1000
        time.sleep(1.0)
        one.process.send_signal(signal.SIGKILL)
        one.process.wait(10)
    with program(file, "--share", "127.0.0.1") as two:
        assert (two.joined().port, two.code) == (port, one.code), "the page that phones have open finds its way back"
        you = two.phone(token=anna.token, code="").welcome["you"]
        assert [note["id"] for note in you["notes"]] == [made["id"]]
        two.process.send_signal(signal.SIGTERM)
        assert two.ends()[0] == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--share"], "plakbord BESTAND --share"),
        (["{file}", "--share=nergens"], "“nergens”"),
        (["{file}", "--share=127.0.0.1:99999"], "127.0.0.1:99999"),
        (["{file}", "--share", "203.0.113.7"], "203.0.113.7"),
        (["{file}", "--share-as", "geen naam/hier"], "--share-as"),
        (["er-is-niets.plakbord", "--share"], "er-is-niets.plakbord"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(tmp_path: Path, arguments: list[str], words: str) -> None:
    file = str(workshop(tmp_path))
    with program(*(argument.format(file=file) for argument in arguments)) as one:
        code, said, complained = one.ends()
        assert (code, said) == (1, "")
        last = complained.splitlines()[-1]  # Qt may have had something to say before
        assert last.startswith("plakbord: ")
        assert words in last
