"""A room in which people vote at random: what they wish, a model of what then should be, and the comparison."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from random import Random
from types import MappingProxyType

from canvas_files.ballots import lay
from canvas_files.change import Origin
from canvas_files.file import decode, encode
from canvas_files.history import History
from canvas_files.problems import Problem
from canvas_files.records import Dot, Note, Record, Round, Scope, Voter, Way
from canvas_files.rounds import (
    Tally,
    ballots,
    begin,
    cast,
    close_round,
    correct,
    delete_round,
    done,
    dots_left,
    new_round,
    open_round,
    place_dot,
    ranking,
    reopen_round,
    set_dots,
    set_hand_voters,
    set_hands,
    take_dot_back,
    totals,
    voter_id,
)
from canvas_files.rules import RuleBroken
from helpers.voting import KEY, board

Step = tuple[str, int, int, int]
"""What, who, which option, how many."""
WAYS: tuple[Way, ...] = ("kiosk", "phone", "free", "paper")
OPTIONS = 5


class Room:
    """A round on a small board, and `model`: voter -> note -> dots, kept by the simplest means."""

    def __init__(self, dots: int, most: int, secret: bool) -> None:
        self.document = board(OPTIONS)
        self.dots, self.most, self.secret = dots, most, secret
        self.model: dict[str, Counter[str]] = {}
        self.hands: Counter[str] = Counter()
        self.was_deleted = False
        self._join()
        made = new_round(self.store, Scope(), dots, most=most, secret=secret)
        self.round = open_round(self.store, made.id)

    def _join(self) -> None:
        self.store = self.document.store
        self.history, self.tally = History(self.store), Tally(self.store)

    @property
    def now(self) -> Round | None:
        """The round, when it is not deleted."""
        found = self.store.records.get(self.round.id)
        return found if isinstance(found, Round) else None

    def do(self, step: Step) -> None:
        """Tries a step; one that is refused changes nothing."""
        before, was = dict(self.store.records), self.now
        model, hands = {voter: Counter(ballot) for voter, ballot in self.model.items()}, self.hands
        labels = self.history.undo_label, self.history.redo_label
        try:
            STEPS[step[0]](self, *step[1:])
        except (Problem, RuleBroken):
            assert dict(self.store.records) == before, step
            assert (self.history.undo_label, self.history.redo_label) == labels, step
            self.model, self.hands = model, hands
        if was is not None and self.now is not None and was.state == self.now.state == "open":
            for note in (note for option in was.options for note in option.notes):
                assert _place_and_text(self.store.records[note]) == _place_and_text(before[note]), step

    def check(self) -> None:
        """That all rules hold, and that what is there is what the model says."""
        votes = [record for record in self.store.records.values() if isinstance(record, Dot | Voter)]
        voted_in = self.now
        if voted_in is None:
            assert votes == []
            assert self.was_deleted
            return
        notes = {option.note for option in voted_in.options}
        counted: dict[str, Counter[str]] = {vote.id: Counter() for vote in votes if isinstance(vote, Voter)}
        for dot in votes:
            if isinstance(dot, Dot):
                assert dot.id == f"dot:{dot.round}:{dot.voter}:{dot.slot}"
                assert dot.slot < self.dots
                assert dot.note in notes
                assert dot.round == voted_in.id
                counted[dot.voter][dot.note] += 1
        for ballot in counted.values():
            assert ballot.total() <= self.dots
            assert all(count <= self.most for count in ballot.values())
        hands = Counter[str]()
        for voter, ballot in counted.items():
            present = self.store.records[voter]
            assert isinstance(present, Voter)
            assert not (self.secret and present.name)
            if present.way == "hands":
                hands += ballot
        assert hands == +self.hands
        others = {v: +ballot for v, ballot in counted.items() if getattr(self.store.records[v], "way", "") != "hands"}
        assert others == {voter: +ballot for voter, ballot in self.model.items()}
        self._check_readings(voted_in, counted)

    def _check_readings(self, voted_in: Round, counted: Mapping[str, Counter[str]]) -> None:
        sums = {option.note: sum(ballot[option.note] for ballot in counted.values()) for option in voted_in.options}
        assert totals(self.store.records, voted_in) == sums == dict(self.tally.totals(voted_in.id))
        assert self.tally.given(voted_in.id) == sum(sums.values())
        for voter, ballot in counted.items():
            left = self.dots - ballot.total()
            assert dots_left(self.store.records, voted_in, voter) == left == self.tally.dots_left(voted_in.id, voter)
        ranks = ranking(self.store.records, voted_in)
        assert [rank.dots for rank in ranks] == sorted(sums.values(), reverse=True)
        assert all(rank.dots == sums[rank.option.note] for rank in ranks)

    def results_in_another_order(self, luck: Random) -> None:
        """That the same ballots, given in another order, come to the same dots, voters and ranking."""
        voted_in = self.now
        if voted_in is None:
            return
        cards = list(ballots(self.store.records, voted_in).items())
        luck.shuffle(cards)
        other = board(OPTIONS)
        with other.store.transaction(origin="vote") as tx:
            tx.put(self.round)
        for voter, ballot in cards:
            begin(other.store, voted_in.id, voter)
            notes = list(Counter(ballot).elements())
            luck.shuffle(notes)
            for note in notes:
                place_dot(other.store, voted_in.id, voter, note)
            with other.store.transaction(origin="vote") as tx:
                tx.put(self.store.records[voter])
        if voted_in.state != "open":
            close_round(other.store, voted_in.id)
        assert _votes(other.store.records) == _votes(self.store.records)
        assert ranking(other.store.records, voted_in) == ranking(self.store.records, voted_in)


def _place_and_text(record: Record) -> tuple[str, str, int, int]:
    assert isinstance(record, Note)
    return record.text, record.zone, record.x, record.y


def _votes(records: Mapping[str, Record]) -> dict[str, Record]:
    return {name: record for name, record in records.items() if isinstance(record, Dot | Voter)}


def _voter(room: Room, who: int) -> str:
    return voter_id(room.round, f"persoon {who}", KEY)


def _note(option: int) -> str:
    return f"note:{option % (OPTIONS + 1)}"


def _place(room: Room, who: int, option: int, count: int) -> None:
    voter, way = _voter(room, who), WAYS[who % 3]
    origin = "phone" if way == "phone" else "vote"
    place_dot(room.store, room.round.id, voter, _note(option), way, f"persoon {who}", origin)
    room.model.setdefault(voter, Counter())[_note(option)] += 1


def _take(room: Room, who: int, option: int, count: int) -> None:
    take_dot_back(room.store, room.round.id, _voter(room, who), _note(option))
    room.model[_voter(room, who)][_note(option)] -= 1


def _cast(room: Room, who: int, option: int, count: int) -> None:
    way: Way = "paper" if who > 4 else "kiosk"
    choice = {option + 1: count, (option + 2) % OPTIONS + 1: 1}
    cast(room.store, room.round.id, _voter(room, who), choice, way, number=who)
    room.model[_voter(room, who)] = Counter({_note(number - 1): dots for number, dots in choice.items()})


def _set(room: Room, who: int, option: int, count: int) -> None:
    set_dots(room.store, room.round.id, _voter(room, who), option + 1, count, origin="phone")
    room.model.setdefault(_voter(room, who), Counter())[_note(option)] = count


def _correct(room: Room, who: int, option: int, count: int) -> None:
    correct(room.store, room.round.id, _voter(room, who), {option + 1: count}, "Verkeerd getikt")
    room.model[_voter(room, who)] = Counter({_note(option): count})


def _hands(room: Room, who: int, option: int, count: int) -> None:
    set_hands(room.store, room.round.id, option + 1, count * who)
    room.hands = Counter({**room.hands, _note(option): count * who})


def _done(room: Room, who: int, option: int, count: int) -> None:
    done(room.store, room.round.id, _voter(room, who), count > 0)
    room.model.setdefault(_voter(room, who), Counter())


def _edit(room: Room, who: int, option: int, count: int) -> None:
    if _note(option) not in room.store.records:
        return
    with room.store.transaction("edit") as tx:
        if count > 2:
            tx.update(_note(option), text="Heel iets anders", x=count)
        tx.update(_note(option), tags=[str(count)])


def _remove(room: Room, who: int, option: int, count: int) -> None:
    with room.store.transaction("remove") as tx:
        tx.remove(_note(option) if count else "sheet:1")


def _delete(room: Room, *_: int) -> None:
    delete_round(room.store, room.round.id)
    room.was_deleted = True


def _reopen_file(room: Room, who: int, option: int, count: int) -> None:
    before = dict(room.store.records)
    room.document = decode(encode(room.document), "kamer")
    assert dict(room.document.records) == before
    room._join()


def _break_in(room: Room, who: int, option: int, count: int) -> None:
    """Somebody goes round the operations, with a ballot of whatever size: the rules still hold."""
    voter = _voter(room, who)
    origins: tuple[Origin, ...] = ("vote", "phone", "user", "import")
    with room.store.transaction("", origins[who % 4]) as tx:
        tx.put(Voter(id=voter, round=room.round.id))
        lay(tx, room.round, voter, {_note(option % OPTIONS): count, _note((option + 2) % OPTIONS): 1})
    assert origins[who % 4] in ("vote", "phone"), "only voting makes votes"
    room.model = _seen(room)


def _seen(room: Room) -> dict[str, Counter[str]]:
    """What got in past the operations is the model's new truth; check says whether it keeps the rules."""
    there = room.store.records.values()
    found: dict[str, Counter[str]] = {
        record.id: Counter() for record in there if isinstance(record, Voter) and record.way != "hands"
    }
    for record in there:
        if isinstance(record, Dot) and record.voter in found:
            found[record.voter][record.note] += 1
    return found


STEPS: Mapping[str, Callable[[Room, int, int, int], object]] = MappingProxyType(
    {
        "place": _place,
        "take": _take,
        "cast": _cast,
        "set": _set,
        "correct": _correct,
        "hands": _hands,
        "hand voters": lambda room, who, option, count: set_hand_voters(room.store, room.round.id, who),
        "done": _done,
        "edit": _edit,
        "remove": _remove,
        "undo": lambda room, *_: room.history.undo(),
        "redo": lambda room, *_: room.history.redo(),
        "delete": _delete,
        "close": lambda room, *_: close_round(room.store, room.round.id),
        "reopen": lambda room, *_: reopen_round(room.store, room.round.id),
        "reopen file": _reopen_file,
        "break in": _break_in,
    }
)
