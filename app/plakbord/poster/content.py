"""The content of sheets of paper: the page that each shows, in its size and place, and what stands above it. A page
that several sheets of paper show is written once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from plakbord.poster.ink import POINTS, Ink, even, exact, number
from plakbord.poster.objects import PdfFile, Stream, array, dictionary
from plakbord.poster.paper_sheet import PaperSheet, View
from plakbord.poster.pictures import PicturePainter
from plakbord.poster.shapes import ShapePainter
from plakbord.poster.structure import Said, Structure, tag_of
from plakbord.poster.text import TextPainter
from plakbord.sheet.marks import Box, Disc, Line, Mark, Outline, Page, Picture, Text

ARTIFACT = "Artifact"
"""What is not read: ornament, marks for cutting, and tiles of what is read elsewhere."""


class Part(Struct, frozen=True):
    """What is read of a page: in the content of the paper, or in a form with a key of its own."""

    said: tuple[Said, ...]
    key: int = 0
    form: object | None = None


class Contents:
    """The painters of one document, and the resources that all its pages share."""

    def __init__(
        self,
        file: PdfFile,
        structure: Structure,
        papers: Sequence[PaperSheet],
        tint: Callable[[str], str] | None,
        grey: bool,
    ) -> None:
        self._file = file
        self._structure = structure
        self._tint = tint
        pages = [page for paper in papers for page in (paper.view.page, paper.over) if page is not None]
        self._texts = TextPainter(pages, tint)
        self._shapes = ShapePainter()
        self._pictures = PicturePainter(file, grey)
        self._forms: dict[int, tuple[str, object, Part]] = {}
        self._shared = dictionary()
        self.resources = file.add(self._shared)

    def of(self, paper: PaperSheet) -> tuple[bytes, list[Part]]:
        """The content of a sheet of paper, and what is read on it."""
        ink, parts = Ink(paper.h, self._tint), []
        if paper.view.shared:
            parts += self._tile(ink, paper)
        elif paper.view.is_plain:
            parts += self._read(ink, paper.view.page, 0)
        else:
            inner = Ink(paper.view.page.h, self._tint)
            parts += self._read(inner, paper.view.page, 0)
            ink.open_view(*_view_of(paper))
            ink.write(inner.content().decode("ascii"))
            ink.close_view()
        if paper.over is not None:
            started = sum(len(part.said) for part in parts if part.form is None)
            parts = [*self._read(ink, paper.over, started), *parts]
        return ink.content(), parts

    def finish(self) -> None:
        """Completes the resources, when every page is written."""
        for font in self._texts.fonts:
            font.add_to(self._file)
        forms = {name: reference for name, reference, _ in self._forms.values()}
        self._shared["Font"] = self._file.fonts
        self._shared["XObject"] = dictionary(**self._texts.forms.entries(self._file), **self._pictures.entries, **forms)

    def _tile(self, ink: Ink, paper: PaperSheet) -> list[Part]:
        """Shows a shared page; it is read on the first sheet of paper that shows it."""
        known = self._forms.get(id(paper.view.page))
        first = known is None
        if known is None:
            known = self._forms[id(paper.view.page)] = self._form(paper.view)
        name, _, part = known
        is_read = first and bool(part.said)
        if not is_read:
            ink.open_content(ARTIFACT)
        ink.open_view(*_view_of(paper))
        ink.write(f"/{name} Do")
        ink.close_view()
        if not is_read:
            ink.close_content()
        return [part] if is_read else []

    def _form(self, view: View) -> tuple[str, object, Part]:
        page = view.page
        ink = Ink(page.h, self._tint)
        parts = self._read(ink, page, 0)
        entries: dict[str, object] = {
            "Type": "/XObject",
            "Subtype": "/Form",
            "BBox": array(("0", "0", number(page.w * POINTS), number(page.h * POINTS))),
            "Resources": self.resources,
        }
        key = self._structure.new_key() if parts else 0
        if parts:
            entries["StructParents"] = key
        form = self._file.add(Stream(ink.content(), **entries))
        said = parts[0].said if parts else ()
        return f"S{len(self._forms)}", form, Part(said, key, form)

    def _read(self, ink: Ink, page: Page, started: int) -> list[Part]:
        """Writes a page's marks with the beginnings and ends of what is read, numbered from there on. A page of which
        nothing is read is ornament when it lies above another."""
        if not page.spans:
            self._paint_all(ink, page)
            return []
        numbered = {span.first: at for at, span in enumerate(page.spans, started)}
        ends = {span.end: span for span in page.spans}
        inside = ornament = False
        for at, mark in enumerate(page.marks):
            if at in ends and inside:
                ink.close_content()
                inside = False
            if at in numbered:
                if ornament:
                    ink.close_content()
                ink.open_content(tag_of(page.spans[numbered[at] - started]), numbered[at])
                inside, ornament = True, False
            elif not inside and not ornament:
                ink.open_content(ARTIFACT)
                ornament = True
            self._paint(ink, mark)
        if inside or ornament:
            ink.close_content()
        return [Part(tuple(Said(span, at) for at, span in enumerate(page.spans, started)))]

    def _paint_all(self, ink: Ink, page: Page) -> None:
        if page.of or page.title:
            for mark in page.marks:
                self._paint(ink, mark)
            return
        ink.open_content(ARTIFACT)
        for mark in page.marks:
            self._paint(ink, mark)
        ink.close_content()

    def _paint(self, ink: Ink, mark: Mark) -> None:
        match mark:
            case Text():
                self._texts.paint(ink, mark)
            case Box():
                self._shapes.box(ink, mark)
            case Disc():
                self._shapes.disc(ink, mark)
            case Line():
                self._shapes.line(ink, mark)
            case Outline():
                self._shapes.outline(ink, mark)
            case Picture():
                self._pictures.paint(ink, mark)


def _view_of(paper: PaperSheet) -> tuple[str, str]:
    """The matrix that puts a page in its size and place on the paper, and the path that it is clipped to. More decimals
    than elsewhere: a whole poster hangs on them."""
    view, top = paper.view, even(paper.h)
    left, below = even(view.x), top - even(view.y + view.page.h * view.scale)
    matrix = " ".join(exact(value) for value in (view.scale, 0, 0, view.scale, left, below))
    if view.clip is None:
        return matrix, ""
    x, y, w, h = view.clip
    area = even(x), top - even(y + h), even(x + w) - even(x), even(y + h) - even(y)
    return matrix, f"{' '.join(exact(value) for value in area)} re W n"
