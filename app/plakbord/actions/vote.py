"""Actions on rounds of voting: setting one up, the ways in which people vote, the results, and what a group does with
them. What must hold is in canvas_files/rounds; what only a window can show is asked of its door for voting."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from canvas_files import rounds
from canvas_files.problems import Problem
from canvas_files.records import Round, Scope
from plakbord.actions import round_plan
from plakbord.actions.action import Action
from plakbord.actions.arrange import places_on_strip, zones_at_hand
from plakbord.actions.placing import move_to
from plakbord.sheet import tidy
from plakbord.sheet.limits import missing

if TYPE_CHECKING:
    from plakbord.actions.context import Context

PANEL = "voting"


def toggle_panel(context: Context) -> None:
    """Opens the panel for voting, or closes it."""
    context.window.doors.panels.toggle(PANEL)


def new(context: Context) -> None:
    """Sets up a round on what is selected, else on the sheet."""
    plan = round_plan.plan_for_selection(context.session.document, context.layout, context.selection.ids)
    context.window.doors.voting.set_up(plan)


def vote_on_block(context: Context, zone_id: str) -> None:
    """Sets up a round on a block, to bring it back to what it may hold."""
    plan = round_plan.plan_for_zone(context.session.document, context.layout, zone_id)
    context.window.doors.voting.set_up(plan)


def full_block(context: Context) -> str | None:
    """The block with more notes than it may hold: the one at hand, else the first of the sheet."""
    layout = context.layout
    counts = layout.counts
    full = [zone.id for zone in layout.template.working_order() if missing(zone.limit, counts.get(zone.id, 0)) < 0]
    at_hand = [zone for zone in zones_at_hand(context) if zone in full] if len(full) > 1 else full
    return next(iter(at_hand or full), None)


def vote_on_full_block(context: Context) -> None:
    """The same for the block that holds too many notes."""
    zone = full_block(context)
    if zone is not None:
        vote_on_block(context, zone)


def keep_plan(context: Context) -> None:
    """Keeps the round that is being set up for later."""
    voted_in = _put(context)
    if voted_in is not None:
        context.window.doors.voting.choose(voted_in.id)
        context.window.doors.voting.say("vote.kept", number=voted_in.number)


def open_round(context: Context) -> None:
    """Opens the round that is being set up: from now on people can vote. The workshop is kept as it is now first."""
    voting, session = context.window.doors.voting, context.session
    plan = voting.plan_now()
    count = len(round_plan.options_of(session.document, plan)) if plan is not None else rounds.LEAST_OPTIONS
    if count < rounds.LEAST_OPTIONS:
        raise Problem("few_options", count=count)  # before a round is made that cannot be opened
    voted_in = _put(context)
    if voted_in is None:
        return
    session.keep_moment("vote", voted_in.title)
    opened = rounds.open_round(session.store, voted_in.id, rounds.zone_order(session.document))
    voting.opened(opened, plan.keep if plan is not None else 0)


def _put(context: Context) -> Round | None:
    """The round that is being set up, in the document as it is planned now. Raises Problem."""
    voting, session = context.window.doors.voting, context.session
    plan = voting.plan_now()
    if plan is None:
        voted_in = voting.round
        return voted_in if voted_in is not None and voted_in.state == "setup" else None
    options = round_plan.options_of(session.document, plan)
    there = session.store.records.get(voting.planned)
    if isinstance(there, Round) and there.state == "setup":
        return round_plan.change(session.store, there.id, plan, options)
    return round_plan.set_up(session.store, plan, options)


def at_hand(context: Context, *states: str) -> Round | None:
    """The round at hand when it is in one of these states, and nothing else is being set up."""
    voting = context.window.doors.voting
    voted_in = voting.round if voting.plan is None else None
    return voted_in if voted_in is not None and voted_in.state in states else None


def is_state(*states: str) -> Callable[[Context], bool]:
    """Whether the round at hand is in one of these states."""
    return lambda context: at_hand(context, *states) is not None


def can_open(context: Context) -> bool:
    """Whether a round is being set up."""
    voting = context.window.doors.voting
    return voting.plan is not None or is_state("setup")(context)


def can_read(context: Context) -> bool:
    """Whether there are options to read."""
    return can_open(context) or is_state("open", "closed", "revealed")(context)


def let_in(context: Context) -> None:
    """One more person takes part than was thought."""
    voted_in = at_hand(context, "open")
    if voted_in is not None:
        rounds.let_in(context.session.store, voted_in.id, people=voted_in.people + 1)


def close(context: Context) -> None:
    """Closes the round: nobody can vote any more, and nothing is shown yet."""
    voted_in = at_hand(context, "open")
    if voted_in is not None:
        rounds.close_round(context.session.store, voted_in.id)
        context.window.doors.voting.choose(voted_in.id)


def reveal(context: Context) -> None:
    """Shows the results, and the dots on the notes."""
    voted_in = at_hand(context, "closed")
    if voted_in is not None:
        rounds.reveal_round(context.session.store, voted_in.id)
        context.window.doors.voting.choose(voted_in.id)


def reveal_slowly(context: Context) -> None:
    """Shows the results on the whole window from the bottom up; once more when they are known already."""
    reveal(context)
    context.window.doors.voting.reveal_slowly()


def reopen(context: Context) -> None:
    """Lets people vote again in a round that was closed."""
    voted_in = at_hand(context, "closed", "revealed", "cancelled")
    if voted_in is not None:
        opened = rounds.reopen_round(context.session.store, voted_in.id)
        context.window.doors.voting.opened(opened)


def can_reopen(context: Context) -> bool:
    """Whether people could be told apart if the round went on."""
    voted_in = at_hand(context, "closed", "revealed", "cancelled")
    return voted_in is not None and (voted_in.state == "closed" or not voted_in.secret)


def cancel(context: Context) -> None:
    """Ends a round that will not count, after asking: its votes are never shown."""
    voted_in = at_hand(context, "open", "closed")
    voting = context.window.doors.voting
    if voted_in is not None and voting.agree("vote.sure.cancel", number=voted_in.number):
        rounds.cancel_round(context.session.store, voted_in.id)
        voting.choose(voted_in.id)


def delete(context: Context) -> None:
    """Deletes the round with its votes; undo brings it back."""
    voted_in = context.window.doors.voting.round
    if voted_in is not None:
        rounds.delete_round(context.session.store, voted_in.id)
        context.window.doors.voting.choose("")
        context.window.doors.voting.say("vote.deleted", number=voted_in.number)


def has_round(context: Context) -> bool:
    """Whether there is a round at hand."""
    voting = context.window.doors.voting
    return voting.round is not None and (voting.plan is None or bool(voting.planned))


def run_off(context: Context) -> None:
    """Opens a round at once between those that are tied for the last place that stays."""
    voting, session = context.window.doors.voting, context.session
    voted_in = at_hand(context, "revealed")
    if voted_in is not None:
        session.keep_moment("vote", voted_in.title)
        order = rounds.zone_order(session.document)
        voting.opened(rounds.run_off(session.store, voted_in.id, order, voting.keep))


def is_tied(context: Context) -> bool:
    """Whether two to four are tied for the last place that stays."""
    voted_in = at_hand(context, "revealed")
    if voted_in is None:
        return False
    tied = rounds.tied_for(context.session.store.records, voted_in, context.window.doors.voting.keep)
    return 2 <= len(tied) <= rounds.MOST_IN_RUN_OFF and tied[0].dots > 0


def cut(context: Context) -> None:
    """Keeps the best in their block and parks the rest beside the sheet."""
    voting, voted_in = context.window.doors.voting, at_hand(context, "revealed")
    if voted_in is not None:
        store = context.session.store
        going = rounds.notes_to_park(store.records, rounds.cut(store.records, voted_in, voting.keep))
        places = places_on_strip(context.layout, [note.id for note in going])
        line = rounds.cut_line(store, voted_in.id, voting.keep, places)
        voting.say("vote.cut.done", kept=len(line.kept), parked=len(line.parked))


def can_cut(context: Context) -> bool:
    """Whether a line would park anything."""
    voted_in = at_hand(context, "revealed")
    if voted_in is None:
        return False
    records = context.session.store.records
    return bool(rounds.notes_to_park(records, rounds.cut(records, voted_in, context.window.doors.voting.keep)))


def round_on_top(context: Context) -> None:
    """Sets up another round on the best of this one."""
    voting, voted_in = context.window.doors.voting, at_hand(context, "revealed")
    if voted_in is not None:
        line = rounds.cut(context.session.store.records, voted_in, voting.keep)
        scope = Scope(notes=[note for rank in line.kept for note in rank.option.notes])
        plan = round_plan.next_plan(context.session.document, scope, voted_in.title)
        voting.set_up(replace(plan, secret=voted_in.secret))


def tidy_by_votes(context: Context) -> None:
    """Puts the notes of the round at hand in rows, those with most dots first, each in its own block."""
    voted_in, layout = at_hand(context, "revealed"), context.layout
    if voted_in is None:
        return
    rank = {note: place for place, note in enumerate(rounds.tidy_order(context.session.store.records, voted_in))}
    zones = {layout.notes[note].zone for note in rank if note in layout.notes}
    with context.session.store.transaction("step.note.tidy") as tx:
        for zone in sorted(zones):
            faces = [face for face in layout.faces_in(zone) if not face.locked]
            read = sorted(tidy.in_reading_order(faces), key=lambda face: rank.get(face.id, len(rank)))
            rooms = layout.rooms.get(zone) or (layout.strip_room,)
            move_to(tx, context, {spot.id: (spot.x, spot.y) for spot in tidy.tidied(read, rooms)})


def toggle_dots(context: Context) -> None:
    """Shows the dots of the round at hand on the notes, or takes them off the board again."""
    voting = context.window.doors.voting
    voting.show_dots(not voting.shows_dots)


ACTIONS = (
    Action(
        "vote.panel",
        toggle_panel,
        "vote",
        ("V",),
        checked=lambda context: context.window.doors.panels.open_name == PANEL,
    ),
    Action("vote.new", new, "plus", ("Shift+V",)),
    Action("vote.block", vote_on_full_block, "", (), lambda context: full_block(context) is not None),
    Action("vote.alike", lambda context: context.window.doors.voting.show_alike(), "layers", (), can_open),
    Action("vote.read", lambda context: context.window.doors.voting.read_through(), "eye", (), can_read),
    Action("vote.keep", keep_plan, "save", (), can_open),
    Action("vote.open", open_round, "play", (), can_open),
    Action("vote.kiosk", lambda context: context.window.doors.voting.kiosk(), "user-round", (), is_state("open")),
    Action("vote.hands", lambda context: context.window.doors.voting.hands(), "hand", (), is_state("open")),
    Action("vote.paper", lambda context: context.window.doors.voting.paper(), "sticky-note", (), is_state("open")),
    Action(
        "vote.free",
        lambda context: context.window.doors.voting.free(),
        "mouse-pointer-2",
        (),
        is_state("open"),
        lambda context: context.window.doors.voting.sticking,
    ),
    Action(
        "vote.ballots", lambda context: context.window.doors.voting.print_ballots(), "printer", (), is_state("open")
    ),
    Action("vote.late", let_in, "users", (), is_state("open")),
    Action("vote.close", close, "check", (), is_state("open")),
    Action("vote.reveal", reveal, "eye", (), is_state("closed")),
    Action("vote.reveal_slowly", reveal_slowly, "", (), is_state("closed", "revealed")),
    Action(
        "vote.dots", toggle_dots, "", (), is_state("revealed"), lambda context: context.window.doors.voting.shows_dots
    ),
    Action("vote.tidy", tidy_by_votes, "layout-grid", ("Ctrl+T",), is_state("revealed")),
    Action("vote.runoff", run_off, "split", ("R",), is_tied),
    Action("vote.cut", cut, "archive", (), can_cut),
    Action("vote.top", round_on_top, "", (), is_state("revealed")),
    Action(
        "vote.csv", lambda context: context.window.doors.voting.save_results(), "file-output", (), is_state("revealed")
    ),
    Action(
        "vote.correct", lambda context: context.window.doors.voting.correct(), "pencil", (), is_state("open", "closed")
    ),
    Action("vote.reopen", reopen, "undo-2", (), can_reopen),
    Action("vote.cancel", cancel, "x", (), is_state("open", "closed")),
    Action("vote.delete", delete, "trash-2", (), has_round),
)
