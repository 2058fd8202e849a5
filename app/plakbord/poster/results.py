"""The results of a round as pages of a poster: a ranking with bars, and what it was made of. Who voted what is not
known here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from canvas_files.document import Document
from canvas_files.ranking import Rank, Results, final_ranking, results
from canvas_files.template import Room
from canvas_files.votes import totals
from plakbord.sheet import theme
from plakbord.sheet.marks import POINT, Box, Line, Mark, Page, Text
from plakbord.sheet.moved import moved
from plakbord.sheet.note import NoteFace
from plakbord.sheet.text.fit import fit, lay_out
from plakbord.sheet.text.fonts import Fonts
from plakbord.sheet.text.runs import Laid
from plakbord.sheet.type import line, lower_edge
from plakbord.sheet.votes import Votes, vote_marks
from plakbord.words import Words

A3 = (42000, 29700)
MARGIN = 1800
PLACE_WIDTH, SWATCH = 1500, 620
TEXT_SIZES = tuple(points * POINT for points in (9, 10.5, 12.5, 15))
ROW, ROW_GAP, BAR = 800, 260, 560
COUNT_WIDTH = 5200
"""Room behind the longest bar for what it stands for."""


class _Row(Struct, frozen=True):
    rank: Rank
    text: Laid
    high: float


def results_pages(document: Document, told: Results, fonts: Fonts, t: Words) -> list[Page]:
    """The results, on as many pages of A3 as they need; the first says what was asked, when, and by how many."""
    fonts = fonts.speaking(document.workshop.language)
    width = (A3[0] - 2 * MARGIN) * 0.46
    ranks = final_ranking(document.records, told.round)
    chosen = [rank for rank in ranks if rank.dots] or ranks
    rows = [_row(rank, width, fonts) for rank in chosen]
    rest = _rest(ranks[len(chosen) :], fonts, t)
    most = max((rank.dots for rank in ranks), default=0)
    title = told.round.title or t("results.title")
    pages: list[Page] = []
    while rows or rest is not None or not pages:
        head, y = _head(document, told, fonts, t, first=not pages)
        taken = _fitting(rows, A3[1] - MARGIN - y)
        marks = [Box(0, 0, *A3, fill=theme.SHEET), *head, *_rows(rows[:taken], y, width, most, fonts, t)]
        y += sum(row.high + ROW_GAP for row in rows[:taken]) + ROW_GAP
        rows = rows[taken:]
        if rest is not None and not rows and (y + rest.height <= A3[1] - MARGIN or not taken):
            marks.append(Text(MARGIN + PLACE_WIDTH, y, rest, theme.QUIET_INK))
            rest = None
        pages.append(Page(*A3, tuple(marks), f"{t('results.title')} · {title}"))
    return pages


def results_of_round(document: Document, round_id: str, fonts: Fonts, t: Words) -> list[Page]:
    """The same, for a round by its id. Raises Problem when it is not revealed."""
    return results_pages(document, results(document.records, round_id), fonts, t)


def dots_on_notes(
    document: Document, round_id: str, faces: Sequence[NoteFace], fonts: Fonts, t: Words
) -> Mapping[str, tuple[tuple[Mark, ...], str]]:
    """The dots of a round on notes as they stand on the sheet, by the note's id, with what a screen reader says of
    them. Raises Problem when the round is not revealed."""
    told = results(document.records, round_id)
    counts = totals(document.records, told.round)
    found: dict[str, tuple[tuple[Mark, ...], str]] = {}
    for face in faces:
        dots = counts.get(face.id, 0)
        if dots:
            marks = vote_marks(Votes(dots=dots), face.w, face.h, fonts.regular)
            found[face.id] = tuple(moved(mark, face.x, face.y) for mark in marks), t("results.dots", n=dots)
    return found


def _row(rank: Rank, width: float, fonts: Fonts) -> _Row:
    words = rank.option.text.strip()
    text = fit(fonts.regular, words, width - PLACE_WIDTH - SWATCH - 500, ROW * 1.6, TEXT_SIZES, leading=theme.LEADING)
    return _Row(rank, text, max(ROW, text.height))


def _rest(ranks: Sequence[Rank], fonts: Fonts, t: Words) -> Laid | None:
    """What nobody put a dot on, all in one paragraph."""
    if not ranks:
        return None
    words = " · ".join(" ".join(rank.option.text.split()) for rank in ranks)
    said = t("results.without", options=words)
    return lay_out(fonts.regular, said, 11 * POINT, A3[0] - 2 * MARGIN - PLACE_WIDTH, leading=1.4)


def _fitting(rows: Sequence[_Row], room: float) -> int:
    used = 0.0
    for at, row in enumerate(rows):
        used += row.high + ROW_GAP
        if used > room:
            return max(at, 1)
    return len(rows)


def _head(document: Document, told: Results, fonts: Fonts, t: Words, *, first: bool) -> tuple[list[Mark], float]:
    width = A3[0] - 2 * MARGIN
    title = told.round.title or t("results.title")
    size = theme.TITLE_SIZE if first else theme.SUBTITLE_SIZE
    texts = [line(fonts.bold, title, Room(MARGIN, MARGIN, width, 2600), size, theme.INK, "title")]
    if first:
        date = t.date(document.workshop.date) if document.workshop.date else ""
        said = [
            t("results.round", number=told.round.number),
            document.workshop.title.strip(),
            date,
            t("results.voters_of", n=told.voters, people=told.people)
            if told.people > told.voters
            else t("results.voters", n=told.voters),
            t("results.sum", given=told.given, unused=told.unused),
        ]
        top = lower_edge(texts, MARGIN) + 250
        words = "  ·  ".join(filter(None, said))
        texts.append(Text(MARGIN, top, lay_out(fonts.regular, words, 13 * POINT, width), theme.QUIET_INK))
    y = lower_edge(texts, MARGIN) + 700
    return [*texts, Line(MARGIN, y, A3[0] - MARGIN, y, theme.RULE, 25)], y + 500


def _rows(rows: Sequence[_Row], y: float, width: float, most: int, fonts: Fonts, t: Words) -> Iterator[Mark]:
    left = MARGIN + width
    room = A3[0] - MARGIN - left - COUNT_WIDTH
    for row in rows:
        rank, middle = row.rank, y + row.high / 2
        place = lay_out(fonts.bold, f"{rank.place}.", 14 * POINT, PLACE_WIDTH - 350, align="end")
        yield Text(MARGIN, middle - place.height / 2, place, theme.INK, "heading")
        color = theme.note_color(rank.option.color)
        swatch = MARGIN + PLACE_WIDTH
        yield Box(swatch, middle - SWATCH / 2, SWATCH, SWATCH, theme.NOTE_RADIUS, color.fill, color.edge, 20)
        yield Text(swatch + SWATCH + 300, middle - row.text.height / 2, row.text, theme.INK)
        long = room * rank.dots / most if most else 0.0
        if long:
            yield Box(left, middle - BAR / 2, max(long, BAR), BAR, BAR / 4, theme.ACCENT)
        said = t("results.dots", n=rank.dots) + (f" · {t('results.tied')}" if rank.tied else "")
        words = lay_out(fonts.regular, said, 13 * POINT, COUNT_WIDTH - 300)
        start = left + (max(long, BAR) + 300 if long else 0)
        yield Text(start, middle - words.height / 2, words, theme.INK if rank.dots else theme.QUIET_INK)
        y += row.high + ROW_GAP
