"""The data inventory as pages of its own, A3: at the left the sources by block and the items by system, at the right
what one change costs and the findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from math import ceil

from msgspec.structs import replace

from canvas_files import facts
from canvas_files.document import Document
from canvas_files.inventory import Inventory
from canvas_files.telling import block_name, coupled_words, fact_words, named, sentence
from plakbord.sheet import theme
from plakbord.sheet.data_marks import data_mark
from plakbord.sheet.flow import Row, flowed, space
from plakbord.sheet.lens import lens_template
from plakbord.sheet.marks import POINT, Box, Disc, Line, Mark, Page, Span, Text
from plakbord.sheet.text.fit import lay_out
from plakbord.sheet.text.fonts import Fonts, FontSet
from plakbord.sheet.text.runs import Laid
from plakbord.words import Words

WIDTH, HEIGHT = 42_000, 29_700
_MARGIN = 1_200
_TOP, _BOTTOM = 3_300, 28_200
_LEFT_WIDTH, _GAP = 25_600, 1_000
_RIGHT = _MARGIN + _LEFT_WIDTH + _GAP
_RIGHT_WIDTH = WIDTH - _MARGIN - _RIGHT
_CELL = 9 * POINT
_SMALL = 8 * POINT
_SECTION = 14 * POINT
_PAD = 120
_SOURCE_COLUMNS = (("name", 5_000), ("system", 3_900), ("owner", 3_600), ("items", 6_000), ("quality", 1_500))
_COUPLED = _LEFT_WIDTH - sum(width for _, width in _SOURCE_COLUMNS)
_ITEM_WIDTH, _MOST_SYSTEMS = 4_000, 9
_MOST_ITEMS = 6
"""Items of which the right column tells what one change costs; the others stand in the table."""


def inventory_pages(document: Document, fonts: Fonts, t: Words) -> list[Page]:
    """The inventory of a document in the language of the words, on as many pages as it takes; always at least one."""
    fonts = fonts.speaking(document.workshop.language)
    inventory = Inventory(document.records, lambda sheet: lens_template(document, sheet))
    left = flowed([*_sources(inventory, fonts, t), *_matrix(inventory, fonts, t)], _MARGIN, _TOP, _BOTTOM)
    right = flowed([*_address(inventory, fonts, t), *_findings(inventory, fonts, t)], _RIGHT, _TOP, _BOTTOM)
    number = max(len(left), len(right))
    title = " · ".join(filter(None, (document.workshop.title.strip(), t("inventory.title"))))
    pages: list[Page] = []
    for at in range(number):
        said = title if at == 0 else f"{title} ({at + 1})"
        sides = (column[at] for column in (left, right) if at < len(column))
        marks = [*_ground(said, t.date(document.workshop.date), fonts), *(mark for side in sides for mark in side)]
        pages.append(Page(WIDTH, HEIGHT, tuple(marks), said, kind="extra", spans=tuple(_read(marks))))
    return pages


def _read(marks: Sequence[Mark]) -> Iterator[Span]:
    """Every text in the order in which it stands there: the title, the left column, the right one."""
    for at, mark in enumerate(marks):
        if isinstance(mark, Text):
            yield Span(at, at + 1, mark.role if mark.role in ("title", "heading") else "text")


def _ground(title: str, day: str, fonts: Fonts) -> Iterator[Mark]:
    yield Box(0, 0, WIDTH, HEIGHT, fill=theme.SHEET)
    laid = _fitted(fonts.bold, title, 30_000, theme.TITLE_SIZES)
    yield Text(_MARGIN, 1_000, laid, theme.INK, "title")
    if day:
        date = lay_out(fonts.regular, day, theme.DATE_SIZE, 8_000, align="end")
        yield Text(WIDTH - _MARGIN - 8_000, 1_000 + laid.height - date.height, date, theme.QUIET_INK, "small")
    yield Line(_MARGIN, 2_750, WIDTH - _MARGIN, 2_750, theme.LENS_EDGE, 35)


def _fitted(fonts: FontSet, words: str, width: float, sizes: Sequence[float]) -> Laid:
    """The words in the largest size in which they stand on one line, else in the smallest."""
    for size in sorted(sizes, reverse=True):
        laid = lay_out(fonts, words, size, width)
        if len(laid.lines) == 1:
            return laid
    return laid


def _section(words: str, fonts: Fonts) -> Row:
    laid = lay_out(fonts.bold, words, _SECTION, _LEFT_WIDTH)
    return Row((Text(0, 0, laid, theme.INK, "heading"),), laid.height + 2 * _PAD, keep=True)


def _cells(cells: Sequence[tuple[str, float]], fonts: FontSet, color: str, size: float = _CELL) -> Row:
    """Words side by side, each in a column of its width, with a hairline below."""
    marks: list[Mark] = []
    x = highest = 0.0
    for words, width in cells:
        if words:
            laid = lay_out(fonts, words, size, width - 2 * _PAD)
            marks.append(Text(x + _PAD, _PAD, laid, color, "small"))
            highest = max(highest, laid.height)
        x += width
    height = highest + 2 * _PAD
    return Row((*marks, Line(0, height, x, height, theme.RULE, 12)), height)


def _kept(row: Row) -> Row:
    return Row(row.marks, row.height, keep=True)


def _sources(inventory: Inventory, fonts: Fonts, t: Words) -> Iterator[Row]:
    notes = inventory.sources()
    yield _section(t("inventory.sources"), fonts)
    if not notes:
        yield _cells([(t("inventory.nothing"), _LEFT_WIDTH)], fonts.regular, theme.QUIET_INK)
        return
    heads = [t("inventory.column.name"), *(t(f"lens.fact.{name}") for name, _ in _SOURCE_COLUMNS[1:])]
    heads[-1] = t("inventory.column.quality")
    widths = [width for _, width in _SOURCE_COLUMNS]
    top = [*zip(heads, widths, strict=True), (t("inventory.column.coupled"), _COUPLED)]
    yield _kept(_cells(top, fonts.bold, theme.LENS_INK, _SMALL))
    for block, there in groupby(notes, lambda note: (note.sheet, block_name(inventory, note, t))):
        yield _kept(_band(block[1], fonts))
        for note in there:
            known = [(fact_words(inventory, note, name, t), width) for name, width in _SOURCE_COLUMNS[1:]]
            cells = [
                (named(inventory, note.id, t), widths[0]),
                *known,
                (coupled_words(inventory, note.id, t), _COUPLED),
            ]
            yield _cells(cells, fonts.regular, theme.INK)


def _band(words: str, fonts: Fonts) -> Row:
    """The name of a block over its sources."""
    laid = lay_out(fonts.bold, words, _CELL, _LEFT_WIDTH - 2 * _PAD)
    height = laid.height + 1.6 * _PAD
    ground = Box(0, 0, _LEFT_WIDTH, height, fill=theme.LENS_BLOCK)
    return Row((ground, Text(_PAD, 0.8 * _PAD, laid, theme.LENS_INK, "small")), height)


def _matrix(inventory: Inventory, fonts: Fonts, t: Words) -> Iterator[Row]:
    systems, items = inventory.systems(), inventory.items()
    if not systems:
        return
    yield space(700)
    yield _section(t("inventory.matrix"), fonts)
    beside = ceil(len(systems) / ceil(len(systems) / _MOST_SYSTEMS))  # tables of about the same width
    for first in range(0, len(systems), beside):
        some = systems[first : first + beside]
        width = min((_LEFT_WIDTH - _ITEM_WIDTH) / len(some), 3_400)
        heads = [(t("inventory.column.item"), float(_ITEM_WIDTH)), *((system, width) for system in some)]
        heading = _kept(_cells(heads, fonts.bold, theme.LENS_INK, _SMALL))
        yield heading
        for item in items:
            yield replace(_item_row(inventory, item, some, width, fonts), heading=heading)
        yield space(500)


def _item_row(inventory: Inventory, item: str, systems: Sequence[str], width: float, fonts: Fonts) -> Row:
    """An item with a dot in the column of each system in which it is kept."""
    places = inventory.places(item)
    kept = {facts.key_of(system) for system in places.systems}
    row = _cells([(places.name, _ITEM_WIDTH), ("", width * len(systems))], fonts.regular, theme.INK)
    there = [number for number, system in enumerate(systems) if facts.key_of(system) in kept]
    dots = [Disc(_ITEM_WIDTH + number * width + _PAD + 110, row.height / 2, 95, theme.LENS_EDGE) for number in there]
    return Row((*row.marks, *dots), row.height)


def _address(inventory: Inventory, fonts: Fonts, t: Words) -> Iterator[Row]:
    """What one change costs, of the items that are kept in most places."""
    places = sorted(map(inventory.places, inventory.items()), key=lambda each: (-each.by_hand, each.key))
    told = [each for each in places if len(each.systems) > 1][:_MOST_ITEMS]
    if not told:
        return
    yield _section(t("inventory.one_change"), fonts)
    for number, each in enumerate(told):
        size = 18 * POINT if number == 0 else 11 * POINT
        systems = t("inventory.systems", n=len(each.systems))
        words = t("inventory.address", item=each.name, systems=systems)
        laid = lay_out(fonts.bold if number == 0 else fonts.regular, words, size, _RIGHT_WIDTH)
        below = lay_out(fonts.regular, t("inventory.by_hand", n=each.by_hand), _CELL, _RIGHT_WIDTH)
        lower = laid.height + 20
        marks = (Text(0, 0, laid, theme.INK, "small"), Text(0, lower, below, theme.QUIET_INK, "small"))
        yield Row(marks, lower + below.height + (320 if number == 0 else 180))
    yield space(600)


def _findings(inventory: Inventory, fonts: Fonts, t: Words) -> Iterator[Row]:
    yield _section(t("inventory.findings"), fonts)
    findings = inventory.findings()
    if not findings:
        yield _cells([(t("inventory.no_findings"), _RIGHT_WIDTH)], fonts.regular, theme.QUIET_INK)
    for finding in findings:
        remark = inventory.fine(finding)
        words = sentence(inventory, finding, t)
        ink = theme.INK if remark is None else theme.QUIET_INK
        laid = lay_out(fonts.regular, words, _CELL, _RIGHT_WIDTH - 600)
        marks: list[Mark] = [Text(600, 90, laid, ink, "small")]
        height = laid.height + 180
        if remark is None:
            marks.append(Box(0, 110, 260, 260, 40, edge=theme.FAINT_INK, edge_width=20))
        else:
            marks += [Line(20, 250, 110, 350, theme.LENS_EDGE, 40), Line(100, 350, 280, 120, theme.LENS_EDGE, 40)]
            said = f"{t('inventory.column.fine')} {remark.text}".strip()
            because = lay_out(fonts.regular, said, _SMALL, _RIGHT_WIDTH - 600)
            marks.append(Text(600, 90 + laid.height, because, theme.LENS_INK, "small"))
            height += because.height
        yield Row(tuple(marks), height)
    yield from _worth_doing(inventory, fonts, t)


def _worth_doing(inventory: Inventory, fonts: Fonts, t: Words) -> Iterator[Row]:
    """The opportunities and automations, with what they cost."""
    notes = inventory.of_role(*facts.WORTH_DOING)
    if not notes:
        return
    yield space(500)
    yield _section(t("inventory.worth_doing"), fonts)
    for note in notes:
        cost = fact_words(inventory, note, "cost", t)
        words = " · ".join(filter(None, (" ".join(note.text.split()), cost)))
        laid = lay_out(fonts.regular, words, _CELL, _RIGHT_WIDTH - 600)
        mark = data_mark(note.role, 180, 90 + laid.lines[0].y * 0.55, 320)
        yield Row((*mark, Text(600, 90, laid, theme.INK, "small")), laid.height + 180)
