"""Phones: 30, 200 and 1,000 of them in another process, against the real window, beside a bare echo server under the
same load, and with a 60 Hz heartbeat of the window's thread. Best of three runs, for the machine may be busy; in the
column of p95 stands the p99."""

from __future__ import annotations

import statistics

from benchmarks.phone_runs import at, echoed, shared
from benchmarks.phone_storms import storms
from benchmarks.timing import Row, Target

CROWDS = (30, 200, 1_000)
MEANT_FOR = 200
"""The largest room for which an answer is promised within five times what the bare server takes."""
RUNS = 3
FRAME_MS = 33.0
JOIN_SECONDS = 5.0
MOST_KB = 40.0
HELD = Target(1)


def rows() -> list[Row]:
    """Each crowd, then the storms."""
    return [row for count in CROWDS for row in crowd_rows(count)] + storms()


def crowd_rows(count: int) -> list[Row]:
    """Join, acknowledged, shown by all, heartbeat and memory of one crowd."""
    ours = [shared(count) for _ in range(RUNS)]
    floor = [echoed(count) for _ in range(RUNS)]
    best, bare = (min(found, key=lambda one: at(one["acknowledged"], 99)) for found in (ours, floor))
    beats, idle = (min(at(one[name], 99) for one in ours) for name in ("beats", "idle"))
    joined = min(one["joined"] for one in ours) * 1000
    shown = min((one["shown"] for one in ours), key=lambda found: at(found, 99))
    kilobytes = statistics.median(one["memory"] for one in ours)
    lost = sum(one["unanswered"] for one in ours)
    p50 = [at(one["acknowledged"], 50) for one in (best, bare)]
    p99 = [at(one["acknowledged"], 99) for one in (best, bare)]
    acknowledged = Target(5 if count <= MEANT_FOR else 50)
    return [
        Row("phones", "all joined", count, joined, joined, JOIN_SECONDS * 1000, HELD),
        Row("phones", f"acknowledged p50, {lost} lost", count, p50[0], p99[0], p50[1], acknowledged),
        Row("phones", "acknowledged p99", count, p99[0], p99[0], p99[1], acknowledged),
        Row("phones", "shown by all p50 and p99", count, at(shown, 50), at(shown, 99), 50.0, Target(8)),
        Row("phones", "heartbeat p99", count, beats, beats, max(FRAME_MS, 1.5 * idle), HELD),
        Row("phones", "memory, kB a phone", count, kilobytes, kilobytes, MOST_KB, HELD),
    ]
