"""What sheets are called in lists and tabs."""

from __future__ import annotations

from canvas_files.records import Entry, entry_id
from helpers.sample_workshops import new_session, words
from plakbord.session import Session
from plakbord.sheet.names import sheet_names


def names(session: Session) -> list[str]:
    return list(sheet_names(session.document, words()).values())


def test_a_sheet_is_called_what_it_is() -> None:
    assert names(new_session("canvas", "persona")) == ["Business Model Canvas", "Persona"]


def test_several_of_a_kind_are_numbered() -> None:
    assert names(new_session("persona", "canvas", "persona")) == ["Persona 1", "Business Model Canvas", "Persona 2"]


def test_an_own_title_goes_before_the_kind() -> None:
    session = new_session()
    with session.store.transaction("") as tx:
        tx.update(session.document.sheets[0].id, title=" Over tien jaar ")
    assert names(session) == ["Over tien jaar"]


def test_a_persona_is_called_by_its_name() -> None:
    session = new_session("persona", "persona")
    sheet = session.document.sheets[0].id
    with session.store.transaction("") as tx:
        tx.put(Entry(id=entry_id(sheet, "name"), sheet=sheet, field="name", value=" Sanne "))
    assert names(session) == ["Sanne", "Persona"]


def test_a_sheet_without_its_template_is_called_by_what_it_wants() -> None:
    session = new_session()
    with session.store.transaction("") as tx:
        tx.update(session.document.sheets[0].id, template="roadmap")
    assert names(session) == ["roadmap"]
