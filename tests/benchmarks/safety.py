"""What it costs never to lose a word, and whether it holds: a change with and without its journal, the longest that an
autosave keeps the window waiting, and many kills, power cuts and damaged files. A case that lost something has no floor
to stand on and is told as missed."""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from benchmarks.timing import Row, Target, milliseconds
from benchmarks.workshops import ROOT, canvas_with, environment, folder
from canvas_files.records import Note
from canvas_files.shelf import Shelf
from helpers.crash_lives import Plan, lived
from helpers.kills import killed
from plakbord.session import Session

NOTES = 300
CHANGES = 2_000
FRAME_MS = 16.0
AUTOSAVES = 20
KILLS, AT_ONCE = 300, 3
CUTS = 300
DAMAGED = 20_000
MOST_MB = 300
HELD = Target(1)


def rows() -> list[Row]:
    """The two costs, then the promises."""
    return [cost_of_a_change(), *(longest_wait(count) for count in (NOTES, 5_000)), kills(), *cuts(), damage()]


def cost_of_a_change() -> Row:
    """Moving a note, with history and with or without a journal: a batch at a time, in turns."""
    with folder() as place:
        bare = mover(Session(canvas_with(NOTES)))
        session = Session(canvas_with(NOTES), shelf=Shelf(place))
        kept = mover(session)
        bare()
        kept()
        pairs = [(milliseconds(bare), milliseconds(kept)) for _ in range(15)]
        session.close()
    floors, times = zip(*pairs, strict=True)
    named = (f"{CHANGES} changes with a journal", NOTES)
    p95 = statistics.quantiles(times, n=20, method="inclusive")[-1]
    return Row("safety", *named, statistics.median(times), p95, statistics.median(floors), Target(3))


def mover(session: Session) -> Callable[[], None]:
    """Moves the notes about, one in each change."""
    ids = [record.id for record in session.store.records.values() if isinstance(record, Note)]

    def work() -> None:
        for number in range(CHANGES):
            with session.store.transaction() as tx:
                tx.update(ids[number % len(ids)], x=number)

    return work


def longest_wait(count: int) -> Row:
    """Frames of four milliseconds of work while autosaves go on behind them; the median and the longest frame."""
    with folder() as place:
        session = Session(canvas_with(count), shelf=Shelf(place / "private"))
        session.save(place / "bakery.plakbord")
        frames = [0.0]
        for number in range(AUTOSAVES):
            frames += frames_of(session, number)
        session.close()
    longest = max(frames)
    held = FRAME_MS if longest <= FRAME_MS else 0.001
    return Row(
        "safety", f"autosave, longest frame {longest:.1f} ms", count, statistics.median(frames), longest, held, HELD
    )


def frames_of(session: Session, number: int) -> list[float]:
    """The frames in which one autosave begins, goes on and ends."""
    note = next(record for record in session.store.records.values() if isinstance(record, Note))
    with session.store.transaction() as tx:
        tx.update(note.id, x=number)
    found = [milliseconds(lambda: session._save_soon(time.monotonic()))]
    while session.changed:
        found.append(milliseconds(frame))
    return found


def frame() -> None:
    """As much Python as a frame of the window may hold."""
    end = time.thread_time() + 0.004
    while time.thread_time() < end:
        sum(range(200))
    time.sleep(0.002)


def kills() -> Row:
    """Real processes, killed in the middle of their work."""
    start = time.perf_counter()
    with folder() as place, ThreadPoolExecutor(AT_ONCE) as pool:
        homes = [place / str(number) for number in range(AT_ONCE)]
        for home in homes:
            home.mkdir()
        each = KILLS // AT_ONCE
        found = list(pool.map(lambda number: killed(homes[number], each, number), range(AT_ONCE)))
    return promise(f"{KILLS} kills", KILLS, start, [wrong for one in found for wrong in one])


def cuts() -> list[Row]:
    """Power cuts and kills on disks in memory, four to each workshop."""
    found = []
    for model in ("ordered", "weak"):
        start = time.perf_counter()
        lost = [
            wrong for seed in range(CUTS) if (wrong := lived(seed, "ordered" if model == "ordered" else "weak", Plan()))
        ]
        found.append(promise(f"{CUTS} workshops, 4 power cuts or kills each, {model} disk", CUTS, start, lost))
    return found


def damage() -> Row:
    """Damaged and malicious files and journals, in a process of their own for its memory."""
    start = time.perf_counter()
    with folder() as place:
        variables = environment(place)
        variables["PYTHONPATH"] += f":{ROOT / 'tests'}"
        command = [sys.executable, "-m", "benchmarks.safety", str(DAMAGED)]
        told = subprocess.run(command, env=variables, capture_output=True, text=True, cwd=ROOT)
    words = told.stdout.split("\n", 1)
    wrong = [line for line in words[1].split("\n") if line] if told.returncode == 0 else [told.stderr]
    return promise(f"{DAMAGED:,} damaged files and journals: {words[0]}", DAMAGED, start, wrong)


def promise(case: str, count: int, start: float, wrong: list[str]) -> Row:
    """A row that is met when nothing was wrong."""
    for line in wrong:
        print(line, file=sys.stderr)
    took = (time.perf_counter() - start) * 1000
    return Row("safety", f"{case}: {len(wrong)} wrong", count, took, took, 0.001 if wrong else took, HELD)


def main(count: int) -> None:
    """Reads so much damage, and says how it went: a line for people, then one for everything that was wrong."""
    from helpers.mutations import SLOWEST, fuzzed

    refused, slowest, wrong = fuzzed(2, count)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    if slowest > SLOWEST:
        wrong.append(f"one took {slowest:.1f} s")
    if memory > MOST_MB:
        wrong.append(f"{memory:.0f} MB were needed")
    print(f"{refused:,} refused with a sentence, slowest {slowest:.2f} s, {memory:.0f} MB")
    print("\n".join(wrong))


if __name__ == "__main__":
    main(int(sys.argv[1]))
