"""Templates of the person's own: kept, used again, and never in the way of those that are there."""

from __future__ import annotations

from pathlib import Path

import pytest

from canvas_files.document import new_document
from canvas_files.problems import Problem
from canvas_files.template_file import read_template_file
from plakbord.actions.templates import add_sheet_of, keep_as_template
from plakbord.paths import templates_folder
from plakbord.session import Session
from plakbord.sheet.templates import own, raw_template, sheet_for, template_named


@pytest.fixture
def session() -> Session:
    document = new_document("nl")
    with document.store.transaction() as tx:
        tx.put(sheet_for(document, "persona"))
    return Session(document)


def test_a_form_is_kept_and_makes_a_sheet_in_another_workshop(session: Session) -> None:
    path = keep_as_template(session, session.document.sheets[0].id, "Onze klánt / B2B")
    assert (path.parent, path.stem) == (templates_folder(), "onze-klant-b2b")
    found = template_named("onze-klant-b2b")
    assert found.own
    assert found.template.name("nl") == "Onze klánt / B2B"
    other = Session(new_document("en"))
    add_sheet_of(other, found.raw)
    assert other.document.template_of(other.document.sheets[0]) == found.template


def test_nothing_is_overwritten(session: Session) -> None:
    names = [keep_as_template(session, session.document.sheets[0].id, "☃").stem for _ in range(3)]
    assert names == ["sheet", "sheet-2", "sheet-3"]


def test_a_template_of_the_same_id_that_is_another_gets_an_id_of_its_own(session: Session) -> None:
    raw = {**raw_template("persona"), "name": {"nl": "Anders", "en": "Different"}}
    sheets = [add_sheet_of(session, raw) for _ in range(2)]
    add_sheet_of(session, raw_template("persona"))
    templates = [session.document.template_of(sheet) for sheet in session.document.sheets]
    assert [template.id for template in templates if template] == ["persona", "persona-2", "persona-2", "persona"]
    assert len(set(sheets)) == 2


def test_a_broken_one_is_named_and_the_others_are_there(tmp_path: Path, session: Session) -> None:
    folder = templates_folder()
    keep_as_template(session, session.document.sheets[0].id, "goed")
    (folder / "stuk.json").write_text('{\n "id": 7\n}')
    found, problems = own()
    assert [known.short for known in found] == ["goed"]
    assert [problem.values["name"] for problem in problems] == ["stuk.json"]
    with pytest.raises(Problem):
        template_named("stuk")


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path, session: Session) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Problem):
        keep_as_template(session, session.document.sheets[0].id, "x", tmp_path / "file" / "in")


def test_what_was_kept_reads_well(session: Session) -> None:
    path = keep_as_template(session, session.document.sheets[0].id, "Leesbaar")
    assert path.read_text("utf-8").count("\n") > 100
    assert read_template_file(path)[0].short == "leesbaar"
