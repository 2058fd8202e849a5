"""Continuation pages: the texts that did not fit in their fields and notes go on here, in four columns, each under the
name of where it came from. The pages are numbered, and the field or note says on which number it goes on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from canvas_files.template import Size
from plakbord.sheet import theme
from plakbord.sheet.answer import part_of
from plakbord.sheet.marks import Box, Mark, Page, Span, SpanKind, Text
from plakbord.sheet.text.fit import lay_out
from plakbord.sheet.text.fonts import Fonts
from plakbord.sheet.text.runs import Laid
from plakbord.words import Words

_COLUMNS = 4
_GAP = 600
_MARGIN = 1200
_TOP = 2900
_FOOT = 1500
_BETWEEN = 500
_AFTER_NAME = 80
_LONGEST_TITLE = 90


class Rest(Struct, frozen=True):
    """What did not fit in the field or note of that id, and what it goes on under."""

    id: str
    name: str
    text: str


class Continuation(Struct, frozen=True):
    """The marks of every continuation page, and the number of the page on which each field or note goes on."""

    pages: tuple[tuple[Mark, ...], ...] = ()
    page_of: dict[str, int] = {}
    rests: tuple[Rest, ...] = ()


class Flow:
    """Where the next line goes: down a column, then the next column, then the next page."""

    def __init__(self, size: Size) -> None:
        self.width = (size.w - 2 * _MARGIN - (_COLUMNS - 1) * _GAP) / _COLUMNS
        self.pages: list[list[Mark]] = [[]]
        self._lowest = size.h - _FOOT
        self._column = 0
        self.y = float(_TOP)

    @property
    def x(self) -> float:
        return _MARGIN + self._column * (self.width + _GAP)

    @property
    def left(self) -> float:
        """The height that is left in this column."""
        return self._lowest - self.y

    def turn(self) -> None:
        """On to the next column."""
        self.y = float(_TOP)
        self._column += 1
        if self._column == _COLUMNS:
            self._column = 0
            self.pages.append([])

    def put(self, mark: Mark, height: float) -> None:
        """Takes a mark that stands at (x, y)."""
        self.pages[-1].append(mark)
        self.y += height


def continuation(rests: Sequence[Rest], page: Size, fonts: Fonts) -> Continuation:
    """All rests set one after the other."""
    if not rests:
        return Continuation()
    flow = Flow(page)
    page_of: dict[str, int] = {}
    pitch = theme.CONTINUED_SIZE * theme.LEADING
    for rest in rests:
        name = lay_out(fonts.bold, rest.name, theme.HEADING_SIZE, flow.width)
        if flow.left < name.height + _AFTER_NAME + 2 * pitch:
            flow.turn()
        page_of[rest.id] = len(flow.pages)
        flow.put(Text(flow.x, flow.y, name, theme.INK, "heading"), name.height + _AFTER_NAME)
        set_text(flow, lay_out(fonts.regular, rest.text, theme.CONTINUED_SIZE, flow.width, leading=theme.LEADING))
        flow.y += _BETWEEN
    return Continuation(tuple(tuple(marks) for marks in flow.pages), page_of, tuple(rests))


def set_text(flow: Flow, laid: Laid, indent: float = 0) -> None:
    """A text line by line, on in the next column when this one is full."""
    pitch = laid.height / len(laid.lines)
    first = 0
    while first < len(laid.lines):
        room = int(flow.left / pitch)
        if room < 1:
            flow.turn()
            continue
        end = min(first + room, len(laid.lines))
        part = part_of(laid, first, end)
        flow.put(Text(flow.x + indent, flow.y - first * pitch, part, theme.INK, "note"), (end - first) * pitch)
        first = end


def running(title: str) -> str:
    """A sheet's title as it stands above pages that belong to it: long ones stand in full elsewhere."""
    return title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1].rstrip()}…"


def headed(title: str, size: Size, fonts: Fonts) -> tuple[Mark, Mark]:
    """The paper of a page like these, and its title."""
    large = lay_out(fonts.bold, title, theme.TITLE_SIZES[2], size.w - 2 * _MARGIN)
    return Box(0, 0, size.w, size.h, fill=theme.SHEET), Text(_MARGIN, 1000, large, theme.INK, "title")


def continuation_pages(continued: Continuation, size: Size, title: str, fonts: Fonts, t: Words) -> Iterator[Page]:
    """The pages with paper, title and number."""
    for number, marks in enumerate(continued.pages, 1):
        words = t("sheet.continuation", title=running(title), page=number)
        yield listed(Page(size.w, size.h, (*headed(words, size, fonts), *marks), words, kind="continuation"))


def listed(page: Page) -> Page:
    """A page of columns with its reading order, which is that of its marks."""
    kinds: dict[str, SpanKind] = {"title": "title", "heading": "heading"}
    texts = ((at, mark) for at, mark in enumerate(page.marks) if isinstance(mark, Text))
    return replace(page, spans=tuple(Span(at, at + 1, kinds.get(mark.role, "text")) for at, mark in texts))
