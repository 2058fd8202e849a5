"""Paper ballots of a round, as pages to print: two A5 ballots on a sheet of A4, each with the numbered options and as
many boxes to tick as one person may put dots on one. What is entered from them is for canvas_files.ballots."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Literal

from msgspec import Struct

from canvas_files.document import Document
from canvas_files.problems import Problem
from canvas_files.records import Option, Round
from canvas_files.template import Room
from plakbord.sheet import theme
from plakbord.sheet.marks import POINT, Box, Line, Mark, Page, Text
from plakbord.sheet.moved import moved
from plakbord.sheet.text.fit import fit, lay_out
from plakbord.sheet.text.fonts import Fonts
from plakbord.sheet.text.runs import Laid
from plakbord.sheet.type import line, lower_edge
from plakbord.words import Words

A4 = (29700, 21000)
A5 = (14850, 21000)
MOST_BALLOTS = 1_000
MARGIN = 1100
NUMBER_WIDTH = 950
TICK, TICK_GAP, TICKS_IN_ROW = 520, 130, 5
ROW_GAP = 190
TEXT_SIZES = tuple(points * POINT for points in (8, 9, 10, 11))
TWO_LINES = 1000
"""What an option's text gets before it is set smaller; at the smallest size it takes what it needs."""
FOOT = 700


class _Row(Struct, frozen=True):
    """An option as it stands on a ballot."""

    number: Laid
    text: Laid
    high: float


def ballots_pdf(document: Document, voted_in: Round, count: int, fonts: Fonts, t: Words, first: int = 1) -> bytes:
    """That many ballots, numbered from `first`. Raises Problem as ballot_pages."""
    from plakbord.poster.export import moment_of  # which loads ReportLab
    from plakbord.poster.pdf import About, write_pdf

    language: Literal["nl-NL", "en-GB"] = "nl-NL" if t.language == "nl" else "en-GB"
    workshop = document.workshop
    pages = ballot_pages(workshop.title, voted_in, count, fonts.speaking(workshop.language), t, first)
    about = About(_title(voted_in, t), workshop.author, "", language, moment_of(workshop.date))
    out = BytesIO()
    write_pdf(out, pages, about)
    return out.getvalue()


def ballot_pages(workshop: str, voted_in: Round, count: int, fonts: Fonts, t: Words, first: int = 1) -> list[Page]:
    """The sheets of A4, two halves side by side; a ballot whose options do not fit on one half goes on on the next.
    Raises Problem for a round without options, and for too few or too many ballots."""
    if not voted_in.options:
        raise Problem("round_is_setup", round=voted_in.number)
    if not 1 <= count <= MOST_BALLOTS:
        raise Problem("bad_ballots", most=MOST_BALLOTS)
    halves = [half for number in range(first, first + count) for half in _ballot(workshop, voted_in, number, fonts, t)]
    title = _title(voted_in, t)
    pages = []
    for start in range(0, len(halves), 2):
        marks: list[Mark] = [Box(0, 0, *A4, fill=theme.SHEET), *halves[start]]
        for mark in halves[start + 1] if start + 1 < len(halves) else ():
            marks.append(moved(mark, A5[0], 0))
        marks += _cut_line()
        pages.append(Page(*A4, tuple(marks), f"{title} {start // 2 + 1}"))
    return pages


def _title(voted_in: Round, t: Words) -> str:
    return voted_in.title or t("ballot.round", number=voted_in.number)


def _ballot(workshop: str, voted_in: Round, number: int, fonts: Fonts, t: Words) -> list[list[Mark]]:
    """The halves of one ballot."""
    ticks = min(voted_in.most, voted_in.dots)
    rows = [_row(option, ticks, fonts) for option in voted_in.options]
    halves: list[list[Mark]] = []
    while rows or not halves:
        head, y = _head(voted_in, number, fonts, t, whole=not halves)
        taken = _fitting(rows, A5[1] - MARGIN - FOOT - y)
        halves.append([*head, *_rows(rows[:taken], y, ticks)])
        rows = rows[taken:]
    for at, half in enumerate(halves, start=1):
        half += _foot(workshop, fonts, t, (at, len(halves)))
    return halves


def _row(option: Option, ticks: int, fonts: Fonts) -> _Row:
    width = A5[0] - 2 * MARGIN - NUMBER_WIDTH - _ticks_width(ticks) - 300
    text = fit(fonts.regular, option.text.strip(), width, TWO_LINES, TEXT_SIZES, leading=theme.LEADING)
    number = lay_out(fonts.bold, str(option.number), 12 * POINT, NUMBER_WIDTH)
    high = max(text.height, number.height, -(-ticks // TICKS_IN_ROW) * (TICK + TICK_GAP) - TICK_GAP)
    return _Row(number, text, high)


def _ticks_width(ticks: int) -> float:
    return min(ticks, TICKS_IN_ROW) * (TICK + TICK_GAP) - TICK_GAP


def _fitting(rows: Sequence[_Row], room: float) -> int:
    """How many rows fit in a height; at least one, which a text longer than a page may have to."""
    used = 0.0
    for at, row in enumerate(rows):
        used += row.high + 2 * ROW_GAP
        if used > room:
            return max(at, 1)
    return len(rows)


def _head(voted_in: Round, number: int, fonts: Fonts, t: Words, *, whole: bool) -> tuple[list[Mark], float]:
    """What stands above the options, and where they begin. Only the first half has the whole of it."""
    width = A5[0] - 2 * MARGIN
    small = Room(MARGIN, MARGIN, width, 500)
    label = t("ballot.number", round=voted_in.number, ballot=number)
    texts = [line(fonts.regular, label, small, 10 * POINT, theme.QUIET_INK, "small")]
    if whole:
        top = lower_edge(texts, MARGIN) + 150
        title = line(
            fonts.bold, _title(voted_in, t), Room(MARGIN, round(top), width, 1500), 17 * POINT, theme.INK, "title"
        )
        texts.append(title)
        said = " ".join(
            (
                t("ballot.budget", n=voted_in.dots),
                t("ballot.most", n=min(voted_in.most, voted_in.dots)),
                *((t("ballot.secret"),) if voted_in.secret else ()),
            )
        )
        top = lower_edge(texts, top) + 200
        texts.append(Text(MARGIN, top, lay_out(fonts.regular, said, 10 * POINT, width, leading=1.3), theme.INK))
    y = lower_edge(texts, MARGIN) + 350
    rule = Line(MARGIN, y, A5[0] - MARGIN, y, theme.RULE, 25)
    return [*texts, rule], y


def _rows(rows: Sequence[_Row], y: float, ticks: int) -> Iterator[Mark]:
    right = A5[0] - MARGIN
    for row in rows:
        y += ROW_GAP
        yield Text(MARGIN, y, row.number, theme.INK, "heading")
        yield Text(MARGIN + NUMBER_WIDTH, y, row.text, theme.INK)
        for tick in range(ticks):
            across, down = tick % TICKS_IN_ROW, tick // TICKS_IN_ROW
            left = right - _ticks_width(ticks) + across * (TICK + TICK_GAP)
            yield Box(left, y + down * (TICK + TICK_GAP), TICK, TICK, 40, theme.SHEET, theme.INK, 28)
        y += row.high + ROW_GAP
        yield Line(MARGIN, y, right, y, theme.RULE, 12)


def _foot(workshop: str, fonts: Fonts, t: Words, of: tuple[int, int]) -> Iterator[Mark]:
    words = [workshop.strip(), t("ballot.page", page=of[0], pages=of[1]) if of[1] > 1 else ""]
    said = " · ".join(filter(None, words))
    if said:
        room = Room(MARGIN, A5[1] - MARGIN - 300, A5[0] - 2 * MARGIN, 400)
        yield line(fonts.regular, said, room, 8.5 * POINT, theme.QUIET_INK, "small")


def _cut_line() -> Iterator[Mark]:
    """Where the two halves are cut apart."""
    for y in range(300, A4[1], 600):
        yield Line(A5[0], y, A5[0], y + 300, theme.RULE, 15)
