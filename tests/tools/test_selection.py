"""Which notes are selected, and who hears of it."""

from __future__ import annotations

from canvas_files.change import Change
from canvas_files.records import Note
from plakbord.tools.selection import Selection


def heard_by(selection: Selection) -> list[frozenset[str]]:
    heard: list[frozenset[str]] = []
    selection.listen(heard.append)
    return heard


def test_listeners_hear_only_of_what_differs() -> None:
    selection = Selection()
    heard = heard_by(selection)
    selection.set({"a", "b"})
    selection.set(["b", "a"])
    selection.set({"b", "c"})
    assert heard == [{"a", "b"}, {"a", "c"}]
    assert selection.ids == {"b", "c"}


def test_toggling_twice_changes_nothing() -> None:
    selection = Selection()
    selection.set({"a"})
    selection.toggle("b")
    assert (len(selection), "b" in selection) == (2, True)
    selection.toggle("b")
    assert selection.ids == {"a"}


def test_a_note_that_is_gone_is_not_selected() -> None:
    selection = Selection()
    selection.set({"a", "b"})
    heard = heard_by(selection)
    selection.follow(Change(removed={"a": Note(id="a", sheet="s", zone="")}))
    selection.follow(Change(added={"c": Note(id="c", sheet="s", zone="")}))
    assert (selection.ids, heard) == ({"b"}, [{"a"}])
