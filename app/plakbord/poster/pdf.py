"""Writes pages of marks as a PDF. The same pages give the same bytes, whenever and wherever they are written.

What stands on the pages is decided before; importing this module imports ReportLab, so it is imported when used.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import BinaryIO, Literal

from msgspec import Struct

from plakbord.poster.attachment import Attachment, attach
from plakbord.poster.bookmarks import Bookmark, outline
from plakbord.poster.content import Contents
from plakbord.poster.ink import even, exact
from plakbord.poster.jumps import Target, annotation, leads_somewhere, on_paper
from plakbord.poster.objects import PdfFile, Stream, array, dictionary, text_string
from plakbord.poster.paper_sheet import Area, PaperSheet, plain
from plakbord.poster.structure import Structure
from plakbord.sheet.marks import Page


class About(Struct, frozen=True):
    """What the file says about itself. The moment is the document's own, for the clock would change the bytes."""

    title: str
    author: str
    subject: str
    language: Literal["nl-NL", "en-GB"]
    moment: datetime


class Extras(Struct, frozen=True):
    """What a poster may have besides its pages: the tint of paper, pictures in grey, the workshop itself."""

    tint: Callable[[str], str] | None = None
    grey: bool = False
    attachment: Attachment | None = None


def write_pdf(out: BinaryIO, pages: Sequence[Page], about: About) -> None:
    """Writes pages as PDF 1.7, each exactly as large as its sheet. ValueError when there is no page."""
    write_papers(out, [plain(page) for page in pages], about)


def write_papers(
    out: BinaryIO,
    papers: Sequence[PaperSheet],
    about: About,
    extras: Extras | None = None,
    step: Callable[[], None] | None = None,
) -> None:
    """Writes sheets of paper as PDF 1.7 with embedded fonts, bookmarks, links, and tags for what is read. step is
    called after every sheet of paper. ValueError when there is none."""
    if not papers:
        raise ValueError("a PDF needs at least one page")
    extras = extras or Extras()
    writer = _Writer(papers, about, extras)
    for paper in papers:
        writer.add(paper)
        if step is not None:
            step()
    out.write(writer.data())


class _Writer:
    """One PDF in the making."""

    def __init__(self, papers: Sequence[PaperSheet], about: About, extras: Extras) -> None:
        self._about = about
        self._extras = extras
        self._file = PdfFile(about.language)
        self._structure = Structure(self._file)
        self._contents = Contents(self._file, self._structure, papers, extras.tint, extras.grey)
        self._places: list[tuple[PaperSheet, object]] = []

    def add(self, paper: PaperSheet) -> None:
        """Writes a sheet of paper behind the others."""
        key = self._structure.new_key()
        content, read = self._contents.of(paper)
        whole = (0, 0, paper.w, paper.h)
        entries: dict[str, object] = {
            "MediaBox": _box(paper, whole),
            "TrimBox": _box(paper, paper.trim or whole),
            "Resources": self._contents.resources,
            "Contents": self._file.add(Stream(content)),
        }
        if paper.bleed is not None:
            entries["BleedBox"] = _box(paper, paper.bleed)
        if read:
            entries |= {"StructParents": key, "Tabs": "/S"}
        page = self._page = self._file.add_page(**entries)
        self._places.append((paper, page))
        for part in read:
            self._structure.add_part(part.said, key if part.form is None else part.key, page, part.form)

    def data(self) -> bytes:
        """The whole file."""
        file, about = self._file, self._about
        self._add_links()
        self._structure.finish()
        self._contents.finish()
        file.set_information(_information(about))
        file.set_catalog(ViewerPreferences=dictionary(DisplayDocTitle="true"))
        bookmarks = self._bookmarks()
        if len(self._places) > 1 or any(bookmark.under for bookmark in bookmarks):
            file.set_catalog(Outlines=outline(file, bookmarks))
        if len(self._places) > 1:
            file.set_catalog(PageMode="/UseOutlines")
        if self._extras.attachment is not None:
            attach(file, self._extras.attachment, _date(about.moment))
        return file.data()

    def _add_links(self) -> None:
        """The links of all pages, now that it is known where everything is."""
        targets = self._targets()
        for paper, page in self._places:
            if paper.view.shared:
                continue
            links: list[tuple[object, int, str]] = []
            for jump in paper.view.page.jumps:
                if leads_somewhere(jump, targets):
                    key = self._structure.new_key()
                    found = annotation(self._file, paper, jump, targets, key)
                    links.append((self._file.add(found), key, jump.words))
            if links:
                self._file.set_page(page, Annots=array([reference for reference, _, _ in links]))
                self._structure.add_links(links, page)

    def _targets(self) -> dict[str, Target]:
        found: dict[str, Target] = {}
        for paper, page in self._places:
            for name, (x, y) in paper.view.page.spots.items():
                if not paper.view.shared:
                    found.setdefault(name, (page, on_paper(paper, x, y) if x or y else None))
                elif not paper.is_part:
                    found.setdefault(name, (page, None))
        return found

    def _bookmarks(self) -> list[Bookmark]:
        """Every sheet, and under it its blocks, the pages on which it goes on, or its tiles."""
        found: list[tuple[PaperSheet, object, list[Bookmark]]] = []
        for paper, page in self._places:
            if paper.is_part and found:
                found[-1][2].append(Bookmark(paper.title, page))
                continue
            blocks = () if paper.view.shared else paper.view.page.blocks
            found.append((paper, page, [Bookmark(b.title, page, on_paper(paper, b.x, b.y)) for b in blocks]))
        return [
            Bookmark(paper.title or str(at), page, None, tuple(under))
            for at, (paper, page, under) in enumerate(found, 1)
        ]


def _box(paper: PaperSheet, area: Area) -> object:
    """A page box (ISO 32000-1, 14.11.2): from the lower left corner, in points."""
    x, y, w, h = area
    top = even(paper.h)
    sides = even(x), top - even(y + h), even(x + w), top - even(y)
    return array(exact(side) for side in sides)


def _information(about: About) -> dict[str, str]:
    moment = _date(about.moment)
    entries = {
        "Title": text_string(about.title),
        "Author": text_string(about.author),
        "Subject": text_string(about.subject),
        "Creator": text_string("Plakbord"),
        "Producer": text_string("Plakbord, ReportLab"),
        "CreationDate": moment,
        "ModDate": moment,
    }
    return {name: value for name, value in entries.items() if value != "()"}


def _date(moment: datetime) -> str:
    """A date as PDF writes it (ISO 32000-1, 7.9.4); without a time zone when the moment has none."""
    zone = moment.strftime("%z")
    ending = f"{zone[:3]}'{zone[3:5]}'" if zone else ""
    return f"(D:{moment:%Y%m%d%H%M%S}{ending})"
