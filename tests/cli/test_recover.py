"""`plakbord recover`: what a crash left, from the command line."""

from __future__ import annotations

from pathlib import Path

from canvas_files.file import open_file
from helpers.command_line import plakbord
from helpers.crash_lives import blank, change
from plakbord.paths import private_shelf
from plakbord.session import Session


def crashed(title: str, changes: int, file: Path | None = None) -> None:
    document = blank()
    document.document_id = title or "school"
    with document.store.transaction("", "load") as tx:
        tx.update("workshop", title=title)
    session = Session(document, shelf=private_shelf())
    if file is not None:
        session.save(file)
    for _ in range(changes):
        change(document)
    session._background.end()
    session.keeping.close()


def test_nothing_to_recover() -> None:
    done = plakbord("recover")
    assert (done.code, done.lines, done.err) == (0, ["There is no work that needs to be brought back."], b"")


def test_listed_and_written_out(tmp_path: Path) -> None:
    crashed("Bakkerij ‘De Korst’ 🍞", 3)
    crashed("", 2, tmp_path / "school.plakbord")
    listed = plakbord("recover", "--list")
    assert listed.code == 0
    assert any("Bakkerij ‘De Korst’ 🍞" in line and "3 notes" in line and "3 changes" in line for line in listed.lines)
    assert any("2 changes" in line and "school.plakbord" in line for line in listed.lines)
    into = tmp_path / "found"
    into.mkdir()
    for suffix in ("", " (2)"):  # twice is no loss
        written = plakbord("recover", "--into", into)
        assert written.code == 0
        names = {f"Bakkerij ‘De Korst’ 🍞{suffix}.plakbord", f"school{suffix}.plakbord"}
        assert {Path(line).name for line in written.lines} == names
    found = open_file(into / "school.plakbord")[0]
    assert found.store.revision == 2
    assert len(plakbord("recover").lines) == 2


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    crashed("x", 1)
    done = plakbord("recover", "--into", tmp_path / "nowhere")
    assert done.code == 1
    assert "nowhere" in done.sentence
