"""`plakbord round`, `vote` and `results`, as a person at a terminal uses them: by the same rules as in the window."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from canvas_files.file import open_file
from canvas_files.records import Dot, Voter
from canvas_files.rounds import rounds
from helpers.pdf_reading import reader_of
from plakbord.cli.command_line import run


class Told(NamedTuple):
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str

    @property
    def sentence(self) -> str:
        """What it was refused with: exactly one line."""
        assert (self.code, self.out, self.err.count("\n")) == (1, "", 1), self
        return self.err.strip()


Speaks = Callable[..., Told]


@pytest.fixture
def plakbord(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Speaks:
    """The command line, in this process."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")

    def does(*arguments: str | Path) -> Told:
        capsys.readouterr()
        code = run([str(each) for each in arguments])
        return Told(code, *capsys.readouterr())

    return does


@pytest.fixture
def file(tmp_path: Path, plakbord: Speaks) -> Path:
    path = tmp_path / "bakkerij.plakbord"
    assert plakbord("new", path, "--sheet", "persona", "--sheet", "canvas", "--language", "nl").code == 0
    goals = ("Meer klanten", "Rust op zaterdag", "Groeien", "=1+1", "Beter brood 🥖")
    assert plakbord("add", path, "--zone", "goals", *goals).code == 0
    assert plakbord("add", path, "--zone", "pains", "Te weinig slaap").code == 0
    return path


def said(told: Told) -> list[str]:
    assert told.code == 0, told.err
    return told.out.splitlines()


def set_up(plakbord: Speaks, file: Path, *more: str) -> None:
    said(plakbord("round", "new", file, "--sheet", "1", "--zone", "goals", "--dots", "3", *more))
    said(plakbord("round", "open", file, "1"))


def test_a_round_from_beginning_to_end(plakbord: Speaks, file: Path) -> None:
    lines = said(
        plakbord("round", "new", file, "--sheet", "1", "--zone", "goals", "--dots", "3", "--title", "Wat eerst?")
    )
    assert lines[0] == "1"
    assert [line.split(maxsplit=1) for line in lines[1:3]] == [["1", "Meer klanten"], ["2", "Rust op zaterdag"]]
    assert said(plakbord("round", "open", file, "1")) == lines[1:]
    for ballot in (("Jan", "1", "2=2"), ("Els", "4", "5", "5"), ("Jan", "2=3"), ("Ria", "4", "5=1")):
        assert said(plakbord("vote", file, "1", "--voter", *ballot)) == []
    assert said(plakbord("vote", file, "1", "--paper", "7", "1=0")) == []
    assert said(plakbord("round", "close", file, "1")) == said(plakbord("round", "reveal", file, "1")) == []
    told = said(plakbord("results", file))
    assert told[0] == "Ronde 1: Wat eerst?"
    assert [line.split()[0] for line in told[1:-1]] == ["1.", "1.", "3.", "4.", "4."]
    assert told[-1] == "4 mensen hebben gestemd; 8 stippen gegeven, 4 niet gebruikt"
    rows = list(csv.DictReader(io.StringIO("\n".join(said(plakbord("results", file, "1", "--csv"))))))
    assert [(row["place"], row["number"], row["dots"], row["tied"]) for row in rows[:3]] == [
        ("1", "2", "3", "yes"),
        ("1", "5", "3", "yes"),
        ("3", "4", "2", ""),
    ]
    assert rows[2]["text"] == "'=1+1", "no formula for a spreadsheet"
    whole = json.loads(plakbord("results", file, "--json").out)
    assert (whole["given"], whole["unused"], whole["voters"], whole["secret"]) == (8, 4, 4, True)
    assert whole["ways"] == {"kiosk": {"voters": 3, "dots": 8}, "paper": {"voters": 1, "dots": 0}}
    assert whole["ranking"][2]["text"] == "=1+1"
    lines = said(plakbord("round", "runoff", file, "1"))
    assert [line.split(maxsplit=1)[-1] for line in lines] == ["2", "Rust op zaterdag", "Beter brood 🥖"]
    assert plakbord("results", file).sentence.startswith("plakbord: Round 2 is still open")


def test_a_secret_round_keeps_no_names_and_an_open_one_does(plakbord: Speaks, file: Path) -> None:
    set_up(plakbord, file)
    said(plakbord("vote", file, "1", "--voter", "Annelies", "1"))
    assert b"Annelies" not in file.read_bytes()
    said(plakbord("round", "new", file, "--sheet", "1", "--dots", "2", "--most", "1", "--voters", "9", "--open-ballot"))
    said(plakbord("round", "open", file, "2"))
    said(plakbord("vote", file, "2", "--voter", "Annelies", "6"))
    records = open_file(file)[0].records
    assert [each.name for each in records.values() if isinstance(each, Voter) and each.name] == ["Annelies"]
    made = rounds(records)[1]
    assert (made.dots, made.most, made.people, made.secret, len(made.options)) == (2, 1, 9, False, 6)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("vote", "1", "--voter", "Jan", "1=2", "2=2"), "Those are 4 dots; everybody has 3"),
        (("vote", "1", "--voter", "Jan", "1=4"), "Number 1 would get 4 dots of one person; the most is 3"),
        (("vote", "1", "--voter", "Jan", "9"), "Number 9 takes no part in round 1"),
        (("vote", "1", "--voter", "Jan", "1=-1"), "Number 1 says -1"),
        (("vote", "1", "--voter", " ", "1"), "give a name"),
        (("vote", "1", "--paper", "12", "1"), "Ballot 12 was entered already"),
        (("vote", "3", "--voter", "Jan", "1"), "There is no round 3. There are: 1, 2"),
        (("vote", "2", "--voter", "Jan", "1"), "Round 2 has not begun"),
        (("results", "1"), "Round 1 is still open; its totals stay hidden"),
        (("results", "1", "--json"), "Round 1 is still open"),
        (("round:reveal", "1"), "Round 1 is still open. Close the round"),
        (("round:open", "1"), "Round 1 was opened already"),
        (("round:runoff", "1"), "Round 1 is still open"),
        (("round:close", "2"), "Round 2 has not begun"),
        (("round:new", "--dots", "21"), "from 1 to 20 dots"),
        (("round:new", "--dots", "3", "--most", "0"), "from 1 to 20 dots on one note"),
        (("round:new", "--dots", "3", "--sheet", "9"), "There is no sheet 9"),
        (("round:new", "--dots", "3", "--zone", "nergens"), "no block “nergens”"),
        (("round:new", "--dots", "3", "--color", "paars"), "no colour “paars”"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_changes(
    plakbord: Speaks, file: Path, arguments: tuple[str, ...], words: str
) -> None:
    set_up(plakbord, file)
    said(plakbord("vote", file, "1", "--paper", "12", "1"))
    said(plakbord("round", "new", file, "--dots", "3"))
    before = file.read_bytes()
    command = arguments[0].split(":")
    outcome = plakbord(*command, file, *arguments[1:])
    assert outcome.code == 1
    assert words in outcome.sentence
    assert file.read_bytes() == before


def test_a_closed_round_is_closed_and_can_be_opened_again(plakbord: Speaks, file: Path) -> None:
    set_up(plakbord, file)
    said(plakbord("vote", file, "1", "--voter", "Jan", "1"))
    said(plakbord("round", "close", file, "1"))
    assert "Round 1 is closed" in plakbord("vote", file, "1", "--voter", "Els", "1").sentence
    assert "were not revealed yet" in plakbord("results", file, "1").sentence
    said(plakbord("round", "reopen", file, "1"))
    said(plakbord("vote", file, "1", "--voter", "Els", "1"))
    said(plakbord("round", "close", file, "1"))
    said(plakbord("round", "reveal", file, "1"))
    assert "nobody can tell any more who has voted" in plakbord("round", "reopen", file, "1").sentence
    assert sum(isinstance(record, Dot) for record in open_file(file)[0].records.values()) == 2


def test_refusals_speak_dutch_too(plakbord: Speaks, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "nl_NL.UTF-8")
    refusal = plakbord("vote", file, "1", "--voter", "Jan", "1").sentence
    assert refusal == "plakbord: In deze workshop is nog geen stemronde. Maak er eerst een."


@pytest.mark.parametrize(
    "arguments", [("vote", "f", "1", "1"), ("vote", "f", "1", "--voter", "J", "een"), ("round", "f")]
)
def test_wrong_use_says_how_it_is_used(plakbord: Speaks, arguments: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as ended:
        plakbord(*arguments)
    assert ended.value.code == 2


def test_paper_ballots_are_written(plakbord: Speaks, file: Path, tmp_path: Path) -> None:
    out = tmp_path / "biljetten.pdf"
    said(plakbord("round", "new", file, "--sheet", "1", "--dots", "3", "--voters", "5"))
    assert "has not begun" in plakbord("round", "ballots", file, "1", out).sentence
    said(plakbord("round", "open", file, "1"))
    said(plakbord("round", "ballots", file, "1", out))
    assert len(reader_of(out.read_bytes()).pages) == 3
    assert "already" in plakbord("round", "ballots", file, "1", out).sentence
    said(plakbord("round", "ballots", file, "1", out, "--force", "--count", "2", "--first", "6", "--language", "en"))
    (page,) = reader_of(out.read_bytes()).pages
    assert "ballot 6" in page.extract_text()
    assert "ballot 7" in page.extract_text()


def test_a_chosen_round_is_on_the_poster(plakbord: Speaks, file: Path, tmp_path: Path) -> None:
    out = tmp_path / "poster.pdf"
    set_up(plakbord, file, "--title", "Wat eerst?")
    said(plakbord("vote", file, "1", "--voter", "Jan", "2=3"))
    assert "its totals stay hidden" in plakbord("export", file, out, "--sheet", "1", "--round", "1").sentence
    assert "There is no round 4" in plakbord("export", file, out, "--round", "4").sentence
    said(plakbord("round", "close", file, "1"))
    said(plakbord("round", "reveal", file, "1"))
    said(plakbord("export", file, out, "--sheet", "1", "--round", "none"))
    assert len(reader_of(out.read_bytes()).pages) == 1
    said(plakbord("export", file, out, "--sheet", "1", "--round", "1", "--force"))
    sheet, told = reader_of(out.read_bytes()).pages
    assert "Wat eerst?" in told.extract_text()
    assert "3 stippen" in told.extract_text()
    assert "Rust op" in sheet.extract_text()
