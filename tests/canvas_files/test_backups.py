"""Earlier states: which are kept, which make room, and that they come back as they were."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvas_files.backups import (
    DAY,
    HOUR,
    LATEST_OTHERS,
    LATEST_SAVES,
    MOST_DAYS,
    Backups,
    Moment,
    backups_of_file,
    keep_within,
    worth_keeping,
)
from canvas_files.disk import Disk
from canvas_files.file import decode, encode
from canvas_files.problems import Problem
from canvas_files.shelf import Shelf
from helpers.crash_lives import blank, change

NOON = 20_000 * DAY + DAY / 2


class Clock:
    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> float:
        self.now += 0.01
        return self.now


def backups(folder: Path, clock: Clock, name: str = "bakery") -> Backups:
    shelf = Shelf(folder)
    return Backups(shelf, shelf.backups(name), Disk(), clock)


def test_a_state_comes_back_with_its_name_and_reason(tmp_path: Path) -> None:
    kept, document = backups(tmp_path, Clock()), blank()
    change(document)
    data = encode(document)
    kept.keep(data, 1, "save")
    assert kept.keep(data, 1, "interval") is None  # the same state once
    kept.keep(data, 1, "named", "Vóór de ‘stemronde’ 🗳️/\\", Path("/x/bakery.plakbord"))
    named, saved = kept.moments()
    assert (named.kind, named.name, saved.kind, saved.name) == ("named", "Vóór de ‘stemronde’ 🗳️/\\", "save", "")
    assert decode(kept.read(named), "x").records == document.records
    assert backups_of_file(Shelf(tmp_path), Path("/x/bakery.plakbord"), Disk()) == kept.moments()
    assert backups_of_file(Shelf(tmp_path), Path("/x/other.plakbord"), Disk()) == []


def test_the_last_saves_stay_and_a_day_of_work_leaves_one_an_hour(tmp_path: Path) -> None:
    clock = Clock()
    kept, document = backups(tmp_path, clock), blank()
    data = encode(document)
    for minute in range(0, 8 * 60, 10):
        clock.now = NOON - 4 * HOUR + minute * 60
        kept.keep(data, minute + 1, "save")
    moments = kept.moments()
    assert len({int(moment.at // HOUR) for moment in moments}) == 8
    assert len(moments) == 8 + LATEST_SAVES - 1
    assert [moment.revision for moment in moments[:LATEST_SAVES]] == [471, 461, 451, 441, 431]


def test_two_weeks_leave_one_a_day_and_named_ones_for_ever(tmp_path: Path) -> None:
    clock = Clock()
    kept, data = backups(tmp_path, clock), encode(blank())
    clock.now -= 40 * DAY
    kept.keep(data, 1, "named", "lang geleden")
    for day in range(30):
        clock.now = NOON - (30 - day) * DAY
        for revision in range(3):
            kept.keep(data, 2 + 3 * day + revision, "save")
    clock.now = NOON
    days = {int((NOON - moment.at) // DAY) for moment in kept.moments() if moment.kind == "save"}
    assert days <= set(range(MOST_DAYS + 1))
    assert len(days) >= MOST_DAYS - 1
    assert [moment.name for moment in kept.moments() if moment.kind == "named"] == ["lang geleden"]


moments = st.builds(
    Moment,
    st.just(Path()),
    st.floats(NOON - 30 * DAY, NOON),
    st.integers(0, 99),
    st.sampled_from(("save", "named", "delete", "interval")),
)


@given(st.lists(moments, max_size=60))
def test_thinning_out_keeps_what_is_promised(found: list[Moment]) -> None:
    kept = list(worth_keeping(found, NOON))
    saves = sorted((m for m in found if m.kind == "save"), key=lambda m: -m.at)
    assert {m.at for m in saves[:LATEST_SAVES]} <= {m.at for m in kept}
    assert [m for m in found if m.kind == "named" and m not in kept] == []
    for since, length in ((DAY, HOUR), (MOST_DAYS * DAY, DAY)):
        recent = {int(m.at // length) for m in found if NOON - m.at <= since}
        assert recent <= {int(m.at // length) for m in kept}
    again = list(worth_keeping(kept, NOON))
    assert again == kept
    unnamed = [m for m in kept if m.kind != "named"]
    assert len(unnamed) <= LATEST_SAVES + LATEST_OTHERS + 26 + MOST_DAYS + 2


def test_all_together_stay_within_their_room(tmp_path: Path) -> None:
    clock, size = Clock(), len(encode(blank()))
    for name in ("bakery", "school", "garden"):
        kept = backups(tmp_path, clock, name)
        kept.keep(encode(blank()), 1, "named", "blijft")
        for revision in range(2, 6):
            clock.now += 1
            kept.keep(encode(blank()), revision, "save")
    keep_within(Shelf(tmp_path), Disk(), most=8 * size)
    left = {name: backups(tmp_path, clock, name).moments() for name in ("bakery", "school", "garden")}
    assert sum(len(each) for each in left.values()) == 8
    assert all(each[0].revision == 5 for each in left.values())  # the newest of each stays
    assert all(each[-1].kind == "named" for each in left.values())
    keep_within(Shelf(tmp_path), Disk(), most=0)
    assert sum(len(backups(tmp_path, clock, name).moments()) for name in left) == 3


def test_what_is_no_state_is_passed_over(tmp_path: Path) -> None:
    kept = backups(tmp_path, Clock())
    kept.keep(encode(blank()), 1, "save")
    folder = kept.moments()[0].path.parent
    for name in ("x.plakbord", "1-2.plakbord", "a-1-save.plakbord", "1-1-nonsense.plakbord", "١-1-save.plakbord"):
        (folder / name).write_bytes(b"")
    assert len(kept.moments()) <= 2


def test_where_nothing_can_be_kept_it_is_told(tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_bytes(b"a file where the folder should be")
    kept = backups(blocked, Clock())
    with pytest.raises(Problem) as told:
        kept.keep(encode(blank()), 1, "save")
    assert told.value.key == "no_moment"
    with pytest.raises(Problem) as told:
        kept.keep_strange(b"what nobody can read")
    assert told.value.key == "no_moment"


def test_a_state_that_went_away_is_told_and_one_without_its_name_is_still_there(tmp_path: Path) -> None:
    kept = backups(tmp_path, Clock())
    kept.keep(encode(blank()), 1, "named", "Vóór de stemronde")
    (moment,) = kept.moments()
    moment.path.with_suffix(".name").unlink()
    (nameless,) = kept.moments()
    assert (nameless.kind, nameless.name, nameless.size) == ("named", "", 0)
    moment.path.unlink()
    with pytest.raises(Problem) as told:
        kept.read(moment)
    assert told.value.key == "unreadable"


def test_damaged_content_stays_two_weeks(tmp_path: Path) -> None:
    clock = Clock()
    kept = backups(tmp_path, clock)
    kept.keep_strange(b"what nobody can read")
    kept.keep(encode(blank()), 1, "save")
    folder = kept.moments()[0].path.parent
    (damaged,) = folder.glob("*.damaged")
    assert damaged.read_bytes() == b"what nobody can read"
    (folder / "of nobody knows when.damaged").write_bytes(b"")
    clock.now += (MOST_DAYS + 1) * DAY
    kept.keep(encode(blank()), 2, "save")
    assert list(folder.glob("*.damaged")) == []


def test_a_folder_that_says_not_of_which_file_it_is_is_passed_over(tmp_path: Path) -> None:
    clock, file = Clock(), Path("/x/bakery.plakbord")
    backups(tmp_path, clock, "0" * 32).keep(encode(blank()), 1, "save")
    told = backups(tmp_path, clock, "f" * 32)  # is looked at later
    told.keep(encode(blank()), 1, "save", where=file)
    assert backups_of_file(Shelf(tmp_path), file, Disk()) == told.moments()


def test_states_are_mended_where_that_can_be_done(tmp_path: Path) -> None:
    kept = backups(tmp_path, Clock())
    for revision, data in enumerate((b"one", b"two", b"three"), start=1):
        kept.keep(data, revision, "named", f"na {revision}")
    first, gone, last = sorted(kept.moments(), key=lambda each: each.revision)
    gone.path.unlink()
    gone.path.mkdir()  # it cannot be read now
    kept.mend(lambda data: data.upper() if data == b"one" else None)
    assert (kept.read(first), kept.read(last)) == (b"ONE", b"three")
    assert len([each for each in kept.moments() if each.name]) == 3
