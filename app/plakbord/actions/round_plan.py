"""A round as it is being planned, before it is in the document: what is voted on, by whom and how. Where a plan comes
from (a sheet, a block over its limit, the selection) is here too; no window needed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from canvas_files import queries, rounds
from canvas_files.document import Document
from canvas_files.records import MOST_DOTS, Note, Option, Round, Scope
from canvas_files.store import Store
from plakbord.sheet.layout import Layout

MOST_PER_NOTE = 3
FEW = 3
LONGEST_NAME = 80
MOST_NAMES = 200
MOST_COMPARED = 400
"""Past so many options nobody looks whether some say the same: each is compared with each."""
TIMES = (0, 60, 120, 180, 300, 600)
"""Seconds of the timer that can be chosen; 0 is none."""


class Plan(Struct, frozen=True):
    """What a round is to be. dots 0 stands for what is advised; `keep` is how many notes are to stay afterwards, 0 when
    nobody said."""

    scope: Scope = Scope()
    title: str = ""
    dots: int = 0
    most: int = MOST_PER_NOTE
    secret: bool = True
    open_count: bool = False
    people: int = 0
    names: tuple[str, ...] = ()
    facilitator_votes: bool = False
    seconds: int = 0
    keep: int = 0

    @property
    def voters(self) -> int:
        """How many people vote, as far as is known; 0 is unknown."""
        count = len(self.names) or self.people
        return count + self.facilitator_votes if count else 0


def planned(voted_in: Round) -> Plan:
    """The plan that a round was made of."""
    people = max(0, voted_in.people - voted_in.facilitator_votes)
    return Plan(
        scope=voted_in.scope,
        title=voted_in.title,
        dots=voted_in.dots,
        most=voted_in.most,
        secret=voted_in.secret,
        open_count=voted_in.open_count,
        people=people,
        names=tuple(voted_in.names),
        facilitator_votes=voted_in.facilitator_votes,
        seconds=voted_in.seconds,
    )


def next_plan(document: Document, scope: Scope, title: str = "", keep: int = 0) -> Plan:
    """A plan for a new round: the same people and manner as last time, what is advised for the rest."""
    before = rounds.rounds(document.records)
    last = planned(before[-1]) if before else Plan()
    return replace(last, scope=scope, title=title, dots=0, most=MOST_PER_NOTE, keep=keep)


def plan_for_zone(document: Document, layout: Layout, zone_id: str) -> Plan:
    """A vote on a block, to bring it back to what it may hold."""
    zone = layout.template.zone(zone_id)
    title = zone.heading(layout.t.language) if zone is not None else ""
    keep = zone.limit.most or 0 if zone is not None else 0
    return next_plan(document, Scope(sheets=[layout.sheet_id], zones=[zone_id]), title, keep)


def plan_for_selection(document: Document, layout: Layout, ids: Iterable[str]) -> Plan:
    """A vote on the selected notes when there are several; on the block of the one that is; else on the sheet."""
    faces = [layout.notes[note_id] for note_id in ids if note_id in layout.notes]
    if len(faces) == 1 and faces[0].zone:
        return plan_for_zone(document, layout, faces[0].zone)
    scope = Scope(sheets=[layout.sheet_id], notes=sorted(face.id for face in faces) if len(faces) > 1 else [])
    return next_plan(document, scope)


def options_of(document: Document, plan: Plan) -> list[Option]:
    """What can be voted on."""
    return rounds.candidates(document.records, plan.scope, rounds.zone_order(document))


def dots_of(plan: Plan, options: int) -> int:
    """The dots of each person: those that were chosen, else those that are advised."""
    return plan.dots or rounds.advice(options, plan.voters).suggested


def room_for(document: Document, voted_in: Round) -> int:
    """How many of a round's notes are to stay when nobody said: as many as its block may hold, else three, or one when
    there are few."""
    zones = {option.zone for option in voted_in.options}
    sheets = {option.sheet for option in voted_in.options}
    count = len(voted_in.options)
    if len(zones) == len(sheets) == 1:
        sheet = queries.sheet(document.records, next(iter(sheets)))
        template = document.template_of(sheet) if sheet is not None else None
        zone = template.zone(next(iter(zones))) if template is not None else None
        if zone is not None and zone.limit.most is not None and zone.limit.most < count:
            return zone.limit.most
    return FEW if count > 2 * FEW else 1


def preliminary(plan: Plan, options: int) -> Plan:
    """A first round to bring very many options down: more dots, no more than one on a note."""
    advised = rounds.advice(options, plan.voters)
    return replace(plan, dots=min(MOST_DOTS, advised.high), most=1, keep=rounds.MANY_OPTIONS // 2)


def names_in(text: str) -> tuple[str, ...]:
    """The names somebody typed, one to a line or with commas between; each once."""
    found = (" ".join(name.split())[:LONGEST_NAME] for line in text.splitlines() for name in line.split(","))
    return tuple(dict.fromkeys(name for name in found if name))[:MOST_NAMES]


def set_up(store: Store, plan: Plan, options: Sequence[Option]) -> Round:
    """Makes the round of a plan. Raises Problem."""
    return rounds.new_round(
        store,
        plan.scope,
        dots_of(plan, len(options)),
        most=plan.most,
        title=plan.title.strip(),
        secret=plan.secret,
        open_count=plan.open_count,
        people=plan.voters,
        names=plan.names,
        facilitator_votes=plan.facilitator_votes,
        seconds=plan.seconds,
    )


def change(store: Store, round_id: str, plan: Plan, options: Sequence[Option]) -> Round:
    """Gives a round that was not opened yet the form of a plan. Raises Problem."""
    return rounds.change_round(
        store,
        round_id,
        scope=plan.scope,
        dots=dots_of(plan, len(options)),
        most=plan.most,
        title=plan.title.strip(),
        secret=plan.secret,
        open_count=plan.open_count,
        people=plan.voters,
        names=list(plan.names),
        facilitator_votes=plan.facilitator_votes,
        seconds=plan.seconds,
    )


def colors_of(document: Document, sheets: Sequence[str]) -> list[str]:
    """The colours of the notes on these sheets."""
    return sorted({note.color for note in _notes_on(document, sheets)})


def tags_of(document: Document, sheets: Sequence[str]) -> list[str]:
    """The tags on the notes of these sheets."""
    return sorted({tag for note in _notes_on(document, sheets) for tag in note.tags})


def _notes_on(document: Document, sheets: Sequence[str]) -> list[Note]:
    there = sheets or [sheet.id for sheet in document.sheets]
    return [note for sheet_id in there for note in queries.notes_on(document.records, sheet_id)]
