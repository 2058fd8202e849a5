"""How measurements are told; what they are is not for a test."""

from __future__ import annotations

from benchmarks.__main__ import plain, table
from benchmarks.timing import ROUNDS, Row, Target, side_by_side
from benchmarks.workshops import canvas_with
from canvas_files.document import check

ROW = Row("open", "a file", 5000, 38.26, 44.9, 11.9, Target(8, 40))


def test_a_row_for_other_programs() -> None:
    assert plain(ROW) == {
        "bench": "open",
        "case": "a file",
        "n": 5000,
        "median_ms": 38.26,
        "p95_ms": 44.9,
        "floor_ms": 11.9,
        "ratio": 3.22,
    }


def test_a_row_on_a_terminal() -> None:
    missed = Row("start", "a window", 300, 341, 360, 170, Target(2))
    heading, *lines = table([ROW, missed]).splitlines()
    assert " ".join(heading.split()) == "bench case notes median ms p95 ms floor ms ratio target"
    assert " ".join(lines[0].split()) == "open a file 5,000 38.3 44.9 11.9 3.2x 8x + 40 ms met"
    assert lines[1].split()[-2:] == ["2x", "MISSED"]


def test_both_take_turns() -> None:
    calls: list[str] = []
    row = side_by_side(("a", "b", 1), lambda: calls.append("ours"), lambda: calls.append("floor"), Target(2))
    assert calls == ["floor", "ours"] * (ROUNDS + 1)
    assert 0 < row.median_ms <= row.p95_ms


def test_the_canvas_that_is_measured_with() -> None:
    document = canvas_with(300)
    texts = [record.fields()["text"] for record in document.records.values() if record.kind == "note"]
    assert len(texts) == len(set(texts)) == 300
    assert check(document) == []
