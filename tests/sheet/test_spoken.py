"""The sheet in words, in both languages: what a note is called, where it hangs, and what a change did."""

from __future__ import annotations

import pytest

from canvas_files.change import Change
from canvas_files.records import Language, Note
from helpers.walked_windows import note_with, workshop
from plakbord.session import Session
from plakbord.sheet.spoken import Speaker, first_line, note_name, short_name
from plakbord.words import load_words

NL, EN = load_words("nl"), load_words("en")


@pytest.fixture
def session() -> Session:
    return workshop(("channels", "Web"), ("channels", "Shop"), ("", "Later"))


def said(session: Session, language: Language, **fields: object) -> str:
    """What is said when a note changes."""
    heard: list[Change] = []
    leave = session.store.listen(heard.append)
    with session.store.transaction("step.note.edit") as tx:
        tx.update(note_with(session, "Web").id, **fields)
    leave()
    words = load_words(language)
    return Speaker(session.document, words, words).sentence(heard[0])


def test_a_note_is_called_by_its_text(session: Session) -> None:
    note = note_with(session, "Web")
    assert note_name(note.changed(text="  Two\n lines "), EN) == "Two lines"
    assert first_line("\n \n  Second \nthird") == "Second"
    assert note_name(note.changed(text=" \n"), NL) == "leeg briefje"
    assert short_name(note.changed(text="word " * 50), NL).endswith("…")
    assert len(short_name(note.changed(text="word " * 50), NL)) <= 60


def test_what_is_on_a_note(session: Session) -> None:
    note = note_with(session, "Later").changed(color="blue", tags=["a", "b"], status="seen", locked=True)
    assert Speaker(session.document, NL, NL).describe(note, 1, 4) == (
        "Parkeerstrook, 1 van 4, blauw, labels a, b, gezien, vergrendeld"
    )


def test_a_tag_of_a_checklist_is_said_by_its_name(session: Session) -> None:
    sheet = session.document.sheets[0]
    template = session.document.template_of(sheet)
    assert template is not None
    zone = next(zone for zone in template.zones if zone.checklists)
    term = zone.checklists[0].terms[0]
    note = note_with(session, "Web").changed(tags=[term.id], zone=zone.id)
    assert term.name("nl") in Speaker(session.document, NL, NL).describe(note, 1, 1)


@pytest.mark.parametrize(
    ("language", "fields", "words"),
    [
        ("nl", {"zone": "key_partners"}, "Web: verplaatst, hangt in Key partners"),
        ("nl", {"text": "Site"}, "Site: opgeschreven in Kanalen"),
        ("en", {"color": "pink"}, "Web: pink"),
        ("en", {"x": 9_000}, "Web: moved, hangs in Channels"),
        ("nl", {"zone": ""}, "Web: verplaatst, hangt in Parkeerstrook"),
    ],
)
def test_what_a_change_did(session: Session, language: Language, fields: dict[str, object], words: str) -> None:
    assert said(session, language, **fields) == words


def test_many_notes_are_counted(session: Session) -> None:
    notes = [record for record in session.store.records.values() if isinstance(record, Note)]
    removed = Change(removed={note.id: note for note in notes})
    assert Speaker(session.document, NL, NL).sentence(removed) == "3 briefjes verwijderd"
    assert Speaker(session.document, EN, EN).sentence(Change()) == ""
