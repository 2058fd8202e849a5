"""Runs the benchmarks: `python dev.py bench [NAME …] [--json]`. A missed target is told, and is no failure: the machine
may have been busy."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping
from types import MappingProxyType

from benchmarks import board, chromium, commands, lens, opening, phones, safety, saving, sheets, starting, voting
from benchmarks.timing import Row

BENCHES: Mapping[str, Callable[[], list[Row]]] = MappingProxyType(
    {
        "open": opening.rows,
        "save": saving.rows,
        "check": commands.check_rows,
        "export": commands.export_rows,
        "start": starting.rows,
        "safety": safety.rows,
        "board": board.rows,
        "sheets": sheets.rows,
        "lens": lens.rows,
        "phones": phones.rows,
        "chromium": chromium.rows,
        "voting": voting.rows,
    }
)
HEADINGS = ("bench", "case", "notes", "median ms", "p95 ms", "floor ms", "ratio", "target", "")


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one of {', '.join(BENCHES)} (default: all)")
    parser.add_argument("--json", action="store_true", help="print one JSON object and nothing else")
    options = parser.parse_args()
    wrong = [name for name in options.names if name not in BENCHES]
    if wrong:
        parser.error(f"there is no {wrong[0]}; there are {', '.join(BENCHES)}")
    rows: list[Row] = []
    for name in options.names or BENCHES:
        print(f"measuring {name} …", file=sys.stderr, flush=True)
        rows += BENCHES[name]()
    print(json.dumps({"rows": [plain(row) for row in rows]}) if options.json else table(rows))
    return 0


def plain(row: Row) -> dict[str, str | int | float]:
    """A row as JSON."""
    return {
        "bench": row.bench,
        "case": row.case,
        "n": row.n,
        "median_ms": round(row.median_ms, 2),
        "p95_ms": round(row.p95_ms, 2),
        "floor_ms": round(row.floor_ms, 2),
        "ratio": round(row.ratio, 2),
    }


def table(rows: list[Row]) -> str:
    """The rows for a terminal."""
    cells = [HEADINGS, *(cells_of(row) for row in rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(HEADINGS))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if column < 2 or column == len(HEADINGS) - 1 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in cells
    )


def cells_of(row: Row) -> tuple[str, ...]:
    """What stands under the headings."""
    times = (f"{value:.1f}" for value in (row.median_ms, row.p95_ms, row.floor_ms))
    verdict = "met" if row.met else "MISSED"
    return (
        row.bench,
        row.case,
        f"{row.n:,}",
        *times,
        f"{row.ratio:.{1 if row.ratio >= 1 else 2}f}x",
        str(row.target),
        verdict,
    )


if __name__ == "__main__":
    sys.exit(main())
