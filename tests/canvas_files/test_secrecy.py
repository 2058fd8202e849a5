"""A secret round is secret: whoever has the file, everybody's name and all the time there is, cannot tell who voted
what."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from itertools import permutations
from random import Random

from canvas_files.document import Document
from canvas_files.file import decode, encode
from canvas_files.records import Correction, Dot, Round, Scope, Voter
from canvas_files.rounds import (
    ballots,
    begin,
    cast,
    close_round,
    correct,
    done,
    new_round,
    open_round,
    place_dot,
    reveal_round,
    voter_id,
    voters,
)
from helpers.voting import board

NAMES = ("Annelies", "Wouter", "Chantal", "Dirk-Jan", "Esra", "Fatima", "Gijs", "Hanneke")
Ballot = tuple[int, ...]


def held(order: Sequence[str], wishes: dict[str, Ballot], key: bytes, round_id: str = "round:1") -> Document:
    """A secret round in which people voted in that order, each dot in the order of the person's wishes, up to its
    results."""
    document = board(6)
    store = document.store
    document.document_id = "d" * 32
    made = Round(id=round_id, number=1, secret=True, dots=3, people=len(order), names=list(NAMES))
    with store.transaction() as tx:
        tx.put(made)
    voted_in = open_round(store, made.id)
    for at, name in enumerate(order):
        voter = voter_id(voted_in, name, key)
        begin(store, voted_in.id, voter, "kiosk", name, at + 1)
        for number in wishes[name]:
            place_dot(store, voted_in.id, voter, voted_in.options[number - 1].note, "kiosk", name)
        done(store, voted_in.id, voter)
    close_round(store, voted_in.id)
    reveal_round(store, voted_in.id)
    return document


def wishes_of(luck: Random) -> dict[str, Ballot]:
    return {name: tuple(luck.sample(range(1, 7), 3)) for name in NAMES}


def guesses(name: str, document: Document) -> Iterator[str]:
    """Everything about a name that could be recognised without the key."""
    (voted_in,) = (record for record in document.records.values() if isinstance(record, Round))
    keys = (b"", b"\0" * 32, voted_in.id.encode(), document.document_id.encode(), bytes.fromhex(document.document_id))
    for said in (name, name.lower(), f"{voted_in.id}{name}", f"{voted_in.id}\n{name}", f"{document.document_id}{name}"):
        for method in ("md5", "sha1", "sha256", "blake2b"):
            yield hashlib.new(method, said.encode()).hexdigest()[:20]
    for key in keys[1:]:
        yield voter_id(voted_in, name, key).removeprefix("voter:")
    yield voter_id(voted_in.changed(secret=False), name)


def test_the_file_holds_nothing_that_can_be_made_from_a_name() -> None:
    document = held(NAMES, wishes_of(Random(1)), os.urandom(32))
    data = encode(document).decode()
    votes = [line for line in data.splitlines() if '"kind":"voter"' in line or '"kind":"dot"' in line]
    assert len(votes) == len(NAMES) * 4
    for name in NAMES:
        assert not any(name in line for line in votes)
        assert data.count(name) == 1, "in the list of who is there, and nowhere else"
        for guess in guesses(name, document):
            assert guess not in data


def test_the_order_in_which_people_came_leaves_the_same_bytes() -> None:
    wishes, key = wishes_of(Random(2)), os.urandom(32)
    files = set()
    for order in list(permutations(NAMES[:4]))[::3]:
        luck = Random(str(order))
        turned = {name: tuple(luck.sample(wish, 3)) for name, wish in wishes.items()}
        files.add(encode(held(order, turned, key)))
    assert len(files) == 1


def test_a_reader_who_knows_the_order_guesses_no_better_than_chance() -> None:
    """The reader pairs the first who voted with the first voter in the file, and so on; by id, by place in the file and
    by place in memory."""
    hits = {"file": 0, "id": 0, "first dot": 0}
    luck, rounds = Random(3), 60
    for number in range(rounds):
        order = luck.sample(NAMES, len(NAMES))
        wishes = {name: (at % 6 + 1, (at + 1 + number) % 6 + 1) for at, name in enumerate(NAMES)}
        key = os.urandom(32)
        document = decode(encode(held(order, wishes, key, f"round:{number}")), "x")
        voted_in = next(record for record in document.records.values() if isinstance(record, Round))
        truth = [voter_id(voted_in, name, key) for name in order]
        in_file = [record.id for record in document.records.values() if isinstance(record, Voter)]
        dots = [record.voter for record in document.records.values() if isinstance(record, Dot)]
        for way, guess in (("file", in_file), ("id", sorted(in_file)), ("first dot", list(dict.fromkeys(dots)))):
            hits[way] += sum(one == other for one, other in zip(truth, guess, strict=True))
    chance, spread = rounds, rounds**0.5  # on average one of a random pairing is right, whatever the number of people
    assert all(count < chance + 7 * spread for count in hits.values()), hits


def test_votes_hold_no_time_and_nothing_else_that_could_tell() -> None:
    document = held(NAMES, wishes_of(Random(4)), os.urandom(32))
    for record in document.records.values():
        if isinstance(record, Voter):
            assert record == Voter(id=record.id, round="round:1", way="kiosk", done=True)
        if isinstance(record, Dot):
            assert record.fields().keys() == {"id", "kind", "round", "voter", "slot", "note"}
            assert record.id == f"dot:round:1:{record.voter}:{record.slot}"


def test_paper_and_corrections_are_as_secret() -> None:
    store = board(6).store
    voted_in = open_round(store, new_round(store, Scope(), 3, secret=True).id)
    key = os.urandom(32)
    for number in (12, 7, 31):
        cast(store, voted_in.id, voter_id(voted_in, f"paper {number}", key), {1: 1}, number=number)
    correct(store, voted_in.id, voter_id(voted_in, "paper 7", key), {2: 1}, "Verkeerd gelezen")
    assert {voter.number for voter in voters(store.records, voted_in)} == {0}
    (correction,) = (record for record in store.records.values() if isinstance(record, Correction))
    assert all(voter not in str(correction) for voter in ballots(store.records, voted_in))
