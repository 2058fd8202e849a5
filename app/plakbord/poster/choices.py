"""Everything that can be chosen when a poster is made, as one value, and whether the choices go together. What they do
is for those who lay out and write; this module loads no library."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, Literal

from msgspec import Meta, Struct

from canvas_files.problems import Problem
from canvas_files.records import Language
from canvas_files.template import Size

if TYPE_CHECKING:
    from canvas_files.document import Document

Paper = Literal["A4", "A3", "A2", "A1", "A0", "letter", "tabloid"]
TilePaper = Literal["A4", "A3"]
Orientation = Literal["auto", "landscape", "portrait"]

Progress = Callable[[int, int], None]
"""Called with the steps done and how many there are; the last call has both equal."""
Cancelled = Callable[[], bool]
"""Asked between two steps: whether to stop."""

PAPERS: Mapping[Paper, Size] = MappingProxyType(
    {
        "A4": Size(21_000, 29_700),
        "A3": Size(29_700, 42_000),
        "A2": Size(42_000, 59_400),
        "A1": Size(59_400, 84_100),
        "A0": Size(84_100, 118_900),
        "letter": Size(21_590, 27_940),
        "tabloid": Size(27_940, 43_180),
    }
)
"""Upright sizes in hundredths of a millimetre (ISO 216, ANSI/ASME Y14.1)."""

TILE_PAPERS: tuple[TilePaper, ...] = ("A4", "A3")
MARGINS = (0, 500)
"""The margins that are offered: none, and what office printers leave white."""
WIDEST_MARGIN = 5000
LEAST_DPI, MOST_DPI = 30, 600


class Choices(Struct, frozen=True, kw_only=True):
    """What a poster shows and on what. Lengths are hundredths of a millimetre.

    sheets: ids in the order of printing, none for all. paper: None for a page exactly as large as its sheet.
    orientation: "auto" for that of the sheet. margin: what stays white on every side. tiles: the paper that a
    large poster is cut into. bleed: 3 mm more on every side, with crop marks, for a print shop. round: the id of the
    round whose votes are shown. parking: with a list of what is parked. authors: who wrote a note. blank: without notes
    and answers, for pen and paper. language: None for that of the workshop. save_toner: white notes, coloured edges.
    attachment: with the workshop inside the file (never in a blank one). dpi: for PNG. by_hand: notes in handwriting.
    lens: through the data lens, with the couplings; data_marks: without it, data notes as small marks. inventory: with
    the data inventory as a page of its own.
    """

    sheets: tuple[str, ...] = ()
    paper: Paper | None = None
    orientation: Orientation = "auto"
    margin: Annotated[int, Meta(ge=0, le=WIDEST_MARGIN)] = 0
    tiles: TilePaper | None = None
    bleed: bool = False
    questions: bool = True
    checklists: bool = True
    tags: bool = True
    links: bool = False
    legend: bool = True
    round: str | None = None
    parking: bool = False
    authors: bool = False
    blank: bool = False
    language: Language | None = None
    grey: bool = False
    save_toner: bool = False
    attachment: bool = True
    dpi: Annotated[int, Meta(ge=LEAST_DPI, le=MOST_DPI)] = 150
    by_hand: bool = False
    lens: bool = False
    data_marks: bool = True
    inventory: bool = False


class CancelledError(Exception):
    """The person asked to stop; nothing was written."""


def check(choices: Choices, document: Document) -> None:
    """Raises Problem, a sentence for the person, when the choices do not go together or not with this workshop. Which
    way round a sheet fits is found out when it is laid out."""
    known = {sheet.id for sheet in document.sheets}
    for sheet_id in choices.sheets:
        if sheet_id not in known:
            raise Problem("sheet_gone")
    if choices.tiles and choices.bleed:
        raise Problem("tiles_and_bleed")
    if not 0 <= choices.margin <= WIDEST_MARGIN:
        raise Problem("wide_margin", limit=WIDEST_MARGIN // 100)
    if not LEAST_DPI <= choices.dpi <= MOST_DPI:
        raise Problem("bad_dpi", least=LEAST_DPI, most=MOST_DPI)
    if choices.round is not None and getattr(document.records.get(choices.round), "kind", "") != "round":
        raise Problem("round_gone")


def none_cancels() -> bool:
    """For who never stops."""
    return False


def no_progress(done: int, of: int) -> None:
    """For who does not watch."""
