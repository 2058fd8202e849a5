"""The commands themselves: what they make, print and refuse."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from canvas_files import __version__
from canvas_files.document import Document
from canvas_files.file import open_file, save_file
from canvas_files.queries import notes_in, notes_on
from canvas_files.records import Entry, Note, Sheet, Unknown
from helpers.command_line import plakbord
from plakbord.cli.command_line import run
from plakbord.cli.names import COMMANDS
from plakbord.cli.new import LONGEST_TITLE
from plakbord.paths import resources
from plakbord.sheet.layout import Layout
from plakbord.sheet.templates import built_in_files
from plakbord.sheet.text.fonts import Fonts
from plakbord.words import load_words


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


@pytest.fixture
def canvas(tmp_path: Path) -> Path:
    """A file with an empty Dutch canvas."""
    path = tmp_path / "bakkerij.plakbord"
    assert run(["new", str(path), "--sheet", "canvas", "--language", "nl", "--title", "De Gouden Korst"]) == 0
    return path


def document_in(path: Path) -> Document:
    return open_file(path)[0]


def refused(arguments: Sequence[str], capsys: pytest.CaptureFixture[str]) -> str:
    """The sentence with which a command is refused."""
    capsys.readouterr()
    assert run(arguments) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    return told.err.strip()


def wrong_use(arguments: Sequence[str], capsys: pytest.CaptureFixture[str]) -> str:
    """What is said about arguments that cannot be."""
    with pytest.raises(SystemExit) as ended:
        run(arguments)
    assert ended.value.code == 2
    return capsys.readouterr().err


def put(path: Path, *records: Note | Sheet | Entry | Unknown) -> None:
    """Puts records in a file, past everything that guards the door."""
    document = document_in(path)
    with document.store.transaction() as tx:
        for record in records:
            tx.put(record)
    save_file(document, path)


# --- new


def test_new_makes_the_sheets_that_were_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "two.plakbord"
    assert (
        run(["new", str(path), "--sheet", "persona", "--sheet", "canvas", "--language", "en", "--title", " A\tB "]) == 0
    )
    document = document_in(path)
    assert [sheet.template for sheet in document.sheets] == [built_in_files()["persona"], built_in_files()["canvas"]]
    assert (document.workshop.language, document.workshop.title) == ("en", "A B")
    assert document.workshop.date == date.today().isoformat()
    assert document.problems == []


def test_new_makes_a_canvas_in_the_language_of_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "nl_BE.UTF-8")
    assert run(["new", str(tmp_path / "a")]) == 0
    document = document_in(tmp_path / "a")
    assert [sheet.template for sheet in document.sheets] == [built_in_files()["canvas"]]
    assert document.workshop.language == "nl"


def test_new_replaces_a_file_only_when_told_to(canvas: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = canvas.read_bytes()
    assert "exists already" in refused(["new", str(canvas)], capsys)
    assert canvas.read_bytes() == before
    assert run(["new", str(canvas), "--force", "--title", "Anew"]) == 0
    assert document_in(canvas).workshop.title == "Anew"


def test_a_folder_is_never_replaced(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "exists already" in refused(["new", str(tmp_path), "--force"], capsys)


def test_a_title_stays_short_enough_to_open_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a"
    assert "characters" in wrong_use(["new", str(path), "--title", "x" * (LONGEST_TITLE + 1)], capsys)
    assert not path.exists()


# --- add


def test_add_puts_a_note_per_text_and_prints_their_ids(canvas: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["add", str(canvas), "--zone", "channels", "--color", "blue", "Winkel", "", "  Cafe\u0301 \r\n"]) == 0
    ids = capsys.readouterr().out.split()
    document = document_in(canvas)
    notes = notes_in(document.records, document.sheets[0].id, "channels")
    assert [note.id for note in notes] == ids
    assert [(note.text, note.color) for note in notes] == [("Winkel", "blue"), ("Caf\xe9", "blue")]


def test_add_is_one_change(canvas: Path) -> None:
    before = document_in(canvas).store.revision
    run(["add", str(canvas), "--zone", "channels", "a", "b", "c"])
    assert document_in(canvas).store.revision == before + 1


def test_added_notes_cover_nothing_as_long_as_there_is_room(canvas: Path) -> None:
    texts = ["Een briefje met wat tekst"] * 5
    run(["add", str(canvas), "--zone", "value_propositions", *texts])
    run(["add", str(canvas), "--zone", "value_propositions", *texts])
    document = document_in(canvas)
    layout = Layout(document, document.sheets[0].id, Fonts(resources() / "fonts"), load_words("nl"))
    faces = layout.faces_in("value_propositions")
    assert len(faces) == 10
    for at, face in enumerate(faces):
        box = face.x, face.y, face.x + face.w, face.y + face.h
        assert not any(other.touches(*box) for other in faces[at + 1 :])


def test_a_full_block_takes_many_more_notes_inside_it(canvas: Path) -> None:
    run(["add", str(canvas), "--zone", "channels", *(f"briefje {number}" for number in range(400))])
    document = document_in(canvas)
    template = document.template_of(document.sheets[0])
    assert template is not None
    zone = template.zone("channels")
    assert zone is not None
    notes = notes_in(document.records, document.sheets[0].id, "channels")
    assert [note.text for note in notes] == [f"briefje {number}" for number in range(400)]
    assert len({note.id for note in notes}) == len({note.z for note in notes}) == 400
    middles = [(zone.box.x + note.x + note.w / 2, zone.box.y + note.y + note.h / 2) for note in notes]
    assert all(zone.box.holds(*middle) for middle in middles)
    places = [(note.x, note.y) for note in notes]
    assert max(places.count(place) for place in places) < 100


def test_add_to_another_sheet(tmp_path: Path) -> None:
    path = tmp_path / "a"
    run(["new", str(path), "--sheet", "canvas", "--sheet", "persona"])
    run(["add", str(path), "--sheet", "2", "--zone", "goals", "Op tijd naar huis"])
    document = document_in(path)
    assert [len(notes_on(document.records, sheet.id)) for sheet in document.sheets] == [0, 1]


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        (["--zone", "nowhere", "x"], "channels"),
        (["--zone", "channels", "--sheet", "2", "x"], "has 1"),
        (["--zone", "channels", "--sheet", "0", "x"], "no sheet 0"),
        (["--zone", "channels", "--color", "red", "x"], "yellow"),
        (["--zone", "channels", "good", "x" * 5001], "Text 2"),
        (["--zone", "channels", *["x"] * 50_000], "at most"),
    ],
)
def test_a_wish_that_cannot_be_changes_nothing(
    wish: list[str], words: str, canvas: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = canvas.read_bytes()
    assert words in refused(["add", str(canvas), *wish], capsys)
    assert canvas.read_bytes() == before


def test_nothing_to_add_writes_nothing(canvas: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = canvas.read_bytes()
    assert run(["add", str(canvas), "--zone", "channels", "", " \n"]) == 0
    assert capsys.readouterr().out == ""
    assert canvas.read_bytes() == before


def test_a_sheet_without_its_template_takes_no_notes(canvas: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(canvas, Sheet(id="sheet:lost", template="gone", order="b00"))
    assert "gone" in refused(["add", str(canvas), "--sheet", "2", "--zone", "channels", "x"], capsys)


# --- export


def test_export_writes_all_sheets_or_the_one_that_is_named(tmp_path: Path) -> None:
    path, out = tmp_path / "a", tmp_path / "out.pdf"
    run(["new", str(path), "--sheet", "canvas", "--sheet", "persona"])
    assert run(["export", str(path), str(out)]) == 0
    assert out.read_bytes().count(b"/Type /Page\n") == 2
    assert run(["export", str(path), str(out), "--sheet", "2", "--force"]) == 0
    assert out.read_bytes().count(b"/Type /Page\n") == 1


def test_export_replaces_a_file_only_when_told_to(canvas: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = canvas.with_suffix(".pdf")
    out.write_bytes(b"mine")
    assert "exists already" in refused(["export", str(canvas), str(out)], capsys)
    assert out.read_bytes() == b"mine"
    assert run(["export", str(canvas), str(out), "--force"]) == 0
    assert out.read_bytes().startswith(b"%PDF-1.7")


def test_export_never_replaces_the_workshop_itself(canvas: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = canvas.read_bytes()
    link = canvas.with_name("link.pdf")
    link.symlink_to(canvas)
    for out in (canvas, link):
        assert "exists already" in refused(["export", str(canvas), str(out), "--force"], capsys)
    assert canvas.read_bytes() == before


def test_export_leaves_out_a_sheet_without_its_template(canvas: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(canvas, Sheet(id="sheet:lost", template="gone", order="b00"))
    out = canvas.with_suffix(".pdf")
    assert run(["export", str(canvas), str(out)]) == 0
    assert "gone" in capsys.readouterr().err
    assert out.read_bytes().count(b"/Type /Page\n") == 1
    assert "gone" in refused(["export", str(canvas), str(out), "--sheet", "2", "--force"], capsys)


def test_export_of_nothing_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a"
    path.write_text('{"format": "plakbord", "version": 1, "records": []}')
    assert "has 0" in refused(["export", str(path), str(tmp_path / "o.pdf")], capsys)
    assert not (tmp_path / "o.pdf").exists()


# --- check and schema


def test_check_counts(canvas: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["add", str(canvas), "--zone", "channels", "a", "b"])
    sheet = document_in(canvas).sheets[0].id
    put(canvas, Note(id="note:far", sheet=sheet, zone="moon"), Unknown(id="dot:1", kind="dot\nx"))
    capsys.readouterr()
    assert run(["check", str(canvas)]) == 0
    *counts, problem = capsys.readouterr().out.splitlines()
    assert counts == ["sheets 1", "notes 3", "entries 0", "links 0", "dot\\nx 1"]
    assert problem.startswith("problem: note:far is in the block “moon”")


def test_check_for_other_programs(canvas: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["add", str(canvas), "--zone", "channels", "a", "b"])
    document = document_in(canvas)
    put(canvas, Note(id="note:far", sheet=document.sheets[0].id, zone="moon"))
    capsys.readouterr()
    assert run(["check", str(canvas), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    problems = found.pop("problems")
    assert [problem["key"] for problem in problems] == ["no_zone"]
    assert found == {
        "file": str(canvas),
        "format": "plakbord",
        "version": 1,
        "document": document.document_id,
        "revision": document.store.revision + 1,
        "counts": {"sheets": 1, "notes": 3, "entries": 0, "links": 0},
        "sheets": [{"number": 1, "template": built_in_files()["canvas"], "title": "", "notes": 3}],
        "read_only": False,
    }


def test_what_is_made_here_fits_the_schema(canvas: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["add", str(canvas), "--zone", "channels", "a"])
    capsys.readouterr()
    assert run(["schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(canvas.read_bytes()), schema)


# --- the ways in


@pytest.mark.parametrize(
    "arguments",
    [["--nothing"], ["new"], ["new", "a", "--sheet", "banana"], ["add", "f", "x"], ["check", "f", "extra"], ["f", "g"]],
)
def test_wrong_use(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert wrong_use(arguments, capsys).startswith("usage: plakbord")


def test_help_and_version_name_everything() -> None:
    told = plakbord("--help")
    assert told.code == 0
    assert all(name in told.out.decode() for name in COMMANDS)
    assert plakbord("--version").out.decode().strip() == f"Plakbord {__version__}"
    assert b"--zone" in plakbord("add", "--help").out


def test_the_sentences_are_dutch_on_a_dutch_system(tmp_path: Path) -> None:
    told = plakbord("check", tmp_path / "weg.plakbord", variables={"LC_ALL": "nl_NL.UTF-8"})
    assert told.code == 1
    assert told.sentence.startswith("plakbord: weg.plakbord is niet gevonden")


def test_checking_loads_no_fonts_no_pdf_and_no_window(canvas: Path) -> None:
    told = plakbord("check", canvas, variables={"PYTHONPROFILEIMPORTTIME": "1"})
    assert told.code == 0
    loaded = told.err.decode()
    assert "canvas_files.document" in loaded
    for name in ("uharfbuzz", "reportlab", "PySide6", "platformdirs", "plakbord.sheet"):
        assert f" {name}" not in loaded
