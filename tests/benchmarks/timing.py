"""Timing something beside its floor, the least that any program would need for it, in turns: whatever else the machine
is doing then slows both."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

ROUNDS = 11


@dataclass(frozen=True)
class Target:
    """The most it may take: so many times its floor, and so many milliseconds more."""

    times: float
    plus_ms: float = 0.0

    def __str__(self) -> str:
        return f"{self.times:g}x + {self.plus_ms:g} ms" if self.plus_ms else f"{self.times:g}x"


@dataclass(frozen=True)
class Row:
    """One measurement. n counts the notes; the times are in milliseconds."""

    bench: str
    case: str
    n: int
    median_ms: float
    p95_ms: float
    floor_ms: float
    target: Target

    @property
    def ratio(self) -> float:
        return self.median_ms / self.floor_ms

    @property
    def met(self) -> bool:
        return self.median_ms <= self.floor_ms * self.target.times + self.target.plus_ms


def side_by_side(
    named: tuple[str, str, int],
    ours: Callable[[], object],
    floor: Callable[[], object],
    target: Target,
    rounds: int = ROUNDS,
) -> Row:
    """Both once to warm up, then in turns. `named` holds bench, case and n."""
    floor()
    ours()
    floors, times = [], []
    for _ in range(rounds):
        floors.append(milliseconds(floor))
        times.append(milliseconds(ours))
    p95 = statistics.quantiles(times, n=20, method="inclusive")[-1]
    return Row(*named, statistics.median(times), p95, statistics.median(floors), target)


def milliseconds(work: Callable[[], object]) -> float:
    """How long it takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def process(arguments: Sequence[str], environment: Mapping[str, str]) -> Callable[[], None]:
    """A whole Python process, from its start to its end. Calling it raises CalledProcessError when it fails."""

    def work() -> None:
        subprocess.run([sys.executable, *arguments], env=dict(environment), check=True, stdout=subprocess.DEVNULL)

    return work
