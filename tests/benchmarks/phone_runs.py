"""Runs of a crowd of phones against the window or a bare echo server, each in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from benchmarks.workshops import ROOT, folder
from helpers.phones import Laptop, workshop

SECONDS = 6.0

Figures = dict[str, Any]


def at(found: Sequence[float], percent: int) -> float:
    """A percentile."""
    ordered = sorted(found) or [0.0]
    return ordered[min(len(ordered) - 1, round(len(ordered) * percent / 100))]


def shared(count: int, *, writing: bool = False, bad: bool = False, **more: Any) -> Figures:
    """One run against the window. With `writing` the facilitator writes much meanwhile, with `bad` somebody does all
    that is forbidden; `more` goes to the crowd."""
    with sharing(count) as (one, plan), neighbour(plan if bad else None):
        one.ask("begin_beats")
        time.sleep(2.0)
        idle = one.ask("beats")
        empty = one.ask("memory")
        with crowd({**plan, "phones": count, "seconds": SECONDS, "pause": 1.0, **more}) as running:
            assert running.stdout is not None
            assert json.loads(running.stdout.readline())["here"] == count
            memory = (one.ask("memory") - empty) / count
            one.ask("begin_beats")
            if writing:
                write(one, SECONDS + 1)
            figures: Figures = json.loads(running.stdout.readline())
            beats = one.ask("beats")
    return {**figures, "idle": idle, "beats": beats, "memory": memory}


def echoed(count: int) -> Figures:
    """One run against the bare echo server: the same messages at the same moments, and nobody else hears them."""
    command = [sys.executable, "-m", "benchmarks.bare_echo"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment(), cwd=ROOT)
    try:
        assert server.stdout is not None
        port = int(server.stdout.readline())
        plan = {"host": f"127.0.0.1:{port}", "address": "127.0.0.1", "port": port, "round": "round:" + "0" * 20}
        with crowd({**plan, "phones": count, "seconds": SECONDS}) as running:
            assert running.stdout is not None
            running.stdout.readline()
            figures: Figures = json.loads(running.stdout.readline())
        return figures
    finally:
        server.kill()
        server.wait()


@contextmanager
def sharing(count: int, **limits: Any) -> Iterator[tuple[Laptop, Figures]]:
    """The window, sharing a workshop with an open round, and what a crowd has to know of it."""
    with folder() as place:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        one = Laptop(workshop(place), place / "shelf", window=True, room=count, **limits)
        try:
            one.share()
            voted_in = one.ask("new_round", 8, most=3, open_count=True)
            where = {"host": one.host, "address": "127.0.0.1", "port": one.port, "code": one.code}
            yield one, {**where, "round": voted_in}
        finally:
            one.close()


@contextmanager
def crowd(plan: Figures) -> Iterator[subprocess.Popen[str]]:
    """Phones in a process of their own; says how many are in, and at the end its figures."""
    command = [sys.executable, "-m", "benchmarks.crowd", json.dumps(plan)]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment(), cwd=ROOT)
    try:
        yield running
    finally:
        running.kill()
        running.wait()


def environment() -> dict[str, str]:
    """For a process that needs the source and the benchmarks."""
    path = os.pathsep.join(str(ROOT / name) for name in ("app", ".", "tests"))
    return {**os.environ, "PYTHONPATH": path}


def write(one: Laptop, seconds: float) -> None:
    """The facilitator writes long texts, so that everybody is sent much."""
    note, end, number = one.ask("notes")[-1]["id"], time.monotonic() + seconds, 0
    while time.monotonic() < end:
        number += 1
        one.ask("put", note, text=f"{number} " + "lange tekst " * 400)
        time.sleep(0.1)


@contextmanager
def neighbour(plan: Figures | None) -> Iterator[None]:
    """Somebody on the same network who does all that is forbidden."""
    if plan is None:
        yield
        return
    command = [sys.executable, "-m", "benchmarks.bad_phones", json.dumps(plan)]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment(), cwd=ROOT)
    try:
        assert running.stdout is not None
        running.stdout.readline()
        yield
    finally:
        running.kill()
        running.wait()
