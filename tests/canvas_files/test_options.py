"""What can be voted on, what looks alike, and how many dots are wise."""

from __future__ import annotations

from typing import Any

import pytest

from canvas_files.records import Cluster, Note, Option, Scope, Sheet
from canvas_files.rounds import Advice, advice, candidates, look_alikes, zone_order
from helpers.voting import board

MORE = (
    Sheet(id="sheet:0", template="canvas", order="Zz"),
    Note(id="first", sheet="sheet:0", zone="b", text="Op het eerste blad", color="pink", tags=["geld"]),
    Note(id="before", sheet="sheet:0", zone="a", text="In het eerste vak", color="pink"),
    Note(id="parked", sheet="sheet:0", zone="", text="Ligt ernaast", color="pink"),
    Note(id="empty", sheet="sheet:0", zone="a", text=" \n"),
)


def found(scope: Scope, zones: tuple[str, ...] = ()) -> list[str]:
    options = candidates(board(5, *MORE).records, scope, zones)
    assert [option.number for option in options] == list(range(1, len(options) + 1))
    return [option.note for option in options]


def test_options_are_numbered_sheet_by_sheet_in_reading_order() -> None:
    assert found(Scope()) == ["before", "first", "note:0", "note:1", "note:2", "note:3", "note:4"]
    assert found(Scope(sheets=["sheet:0"]), ("b", "a")) == ["first", "before"]


@pytest.mark.parametrize(
    ("scope", "wanted"),
    [
        (Scope(colors=["pink"]), ["before", "first"]),
        (Scope(tags=["geld", "tijd"]), ["first"]),
        (Scope(zones=["a"]), ["before"]),
        (Scope(sheets=["sheet:1"], zones=["a"]), []),
        (Scope(notes=["parked", "note:2"]), ["parked", "note:2"]),
        (Scope(notes=["parked", "empty", "gone"], colors=["pink"]), ["parked"]),
    ],
)
def test_what_a_round_is_about(scope: Scope, wanted: list[str]) -> None:
    assert found(scope) == wanted


def test_a_cluster_is_one_option() -> None:
    document = board(4, Cluster(id="c", sheet="sheet:1", name="Rust"), Cluster(id="alone", sheet="sheet:1", name="X"))
    with document.store.transaction() as tx:
        for note in ("note:1", "note:3"):
            tx.update(note, cluster="c")
        tx.update("note:2", cluster="alone")
    options = candidates(document.records, Scope())
    assert [(option.text, option.notes) for option in options] == [
        ("Meer vaste klanten", ["note:0"]),
        ("Rust", ["note:1", "note:3"]),
        ("Minder brood weggooien", ["note:2"]),
    ]
    assert [option.notes for option in candidates(document.records, Scope(notes=["note:3"]))] == [["note:1", "note:3"]]


def test_options_hold_what_the_note_was() -> None:
    (option, *_) = candidates(board(1).records, Scope())
    assert option == Option(
        number=1,
        note="note:0",
        notes=["note:0"],
        sheet="sheet:1",
        zone="goals",
        text="Meer vaste klanten",
        color="yellow",
    )


def test_blocks_are_numbered_in_the_working_order_of_the_template() -> None:
    document = board(0)
    assert zone_order(document) == ()
    document.add_template(
        {
            "id": "persona",
            "name": {"nl": "P", "en": "P"},
            "page": {"w": 1000, "h": 1000},
            "order": ["b", "a"],
            "zones": [
                {"id": name, "heading": {"nl": name, "en": name}, "box": {"x": 0, "y": 0, "w": 100, "h": 100}}
                for name in ("a", "b")
            ],
        }
    )
    assert zone_order(document) == ("b", "a")


def pairs(*texts: str) -> list[tuple[int, int]]:
    document = board(len(texts))
    with document.store.transaction() as tx:
        for at, text in enumerate(texts):
            tx.update(f"note:{at}", text=text)
    options = candidates(document.records, Scope())
    return [(one.number, other.number) for one, other in look_alikes(document.records, options)]


def test_look_alikes_are_found_to_be_merged() -> None:
    assert pairs("Meer klanten!", "meer  KLANTEN", "Rust") == [(1, 2)]
    assert pairs("Meer vaste klanten", "Meer klanten", "Minder klanten") == [(1, 2)]
    assert pairs("Café", "cafe", "😀", "😀", "😎") == [(1, 2), (3, 4)]
    assert pairs("Op tijd naar huis", "Op tijd beginnen", "Trots op het brood") == []


@pytest.mark.parametrize(
    ("options", "low", "high", "root", "many"),
    [(1, 1, 1, None, False), (8, 2, 2, None, False), (14, 4, 4, None, False), (20, 5, 6, None, False),
     (30, 8, 10, None, False), (31, 8, 10, None, True), (41, 10, 13, 6, True), (300, 20, 20, 17, True)],
)  # fmt: skip
def test_advice_is_a_quarter_to_a_third(options: int, low: int, high: int, root: int | None, many: bool) -> None:
    wanted: dict[str, Any] = {"low": low, "high": high, "suggested": low, "root": root, "many": many}
    assert advice(options, 3) == Advice(options=options, total=3 * low, **wanted)
