"""The structure of a tagged PDF (ISO 32000-1, 14.7 and 14.8): what is a heading, a block, a note, and in which order a
screen reader goes through them, whatever the order of painting."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

from msgspec import Struct

from plakbord.poster.objects import PdfFile, Plain, text_string
from plakbord.sheet.marks import Span, SpanKind

_TAGS: Mapping[SpanKind, str] = MappingProxyType(
    {"title": "H1", "heading": "H2", "text": "P", "note": "LI", "figure": "Figure"}
)


class Said(Struct, frozen=True):
    """A span with its number in the content that holds it."""

    span: Span
    number: int


class Structure:
    """The tree of one document."""

    def __init__(self, file: PdfFile) -> None:
        self._file = file
        self._document, self._ours = self._new(Plain())
        self._root, self._above = self._new(Plain())
        self._parts: list[str] = []
        self._parents: list[str] = []
        """Per content or annotation, what the parent tree says of it."""

    def new_key(self) -> int:
        """The key of the next content or annotation in the parent tree."""
        self._parents.append("")
        return len(self._parents) - 1

    def add_part(self, said: Sequence[Said], key: int, page: object, form: object | None = None) -> None:
        """What is read of a page, in that order; its content has that key, and is a form when one is given."""
        where = f"/Pg {self._file.number_of(page)}"
        stream = "" if form is None else f"/Stm {self._file.number_of(form)}"
        part, ours = self._new(Plain())
        owners: dict[int, str] = {}
        kids = [
            kid for block, spans in _by_block(said) for kid in self._block(block, spans, ours, (where, stream), owners)
        ]
        part.text = f"<</Type/StructElem/S/Sect/P {self._ours}/K[{' '.join(kids)}]>>"
        self._parts.append(ours)
        numbered = [owners.get(number, "null") for number in range(max(owners, default=-1) + 1)]
        self._parents[key] = f"[{' '.join(numbered)}]"

    def add_links(self, links: Sequence[tuple[object, int, str]], page: object) -> None:
        """Annotations of a page with their keys and words: each is a link of its own."""
        where = self._file.number_of(page)
        for annotation, key, words in links:
            kid = f"<</Type/OBJR/Obj {self._file.number_of(annotation)}/Pg {where}>>"
            _, ours = self._new(Plain(f"<</Type/StructElem/S/Link/P {self._ours}/Alt {text_string(words)}/K[{kid}]>>"))
            self._parts.append(ours)
            self._parents[key] = ours

    def finish(self) -> None:
        """Puts the tree into the file; nothing when there is nothing to read."""
        if not self._parts:
            return
        numbers = " ".join(f"{key} {owner}" for key, owner in enumerate(self._parents) if owner)
        tree = f"<</Nums[{numbers}]>>"
        self._document.text = f"<</Type/StructElem/S/Document/P {self._above}/K[{' '.join(self._parts)}]>>"
        self._root.text = (
            f"<</Type/StructTreeRoot/K[{self._ours}]/ParentTree {tree}/ParentTreeNextKey {len(self._parents)}>>"
        )
        self._file.set_catalog(StructTreeRoot=self._root, MarkInfo=Plain("<</Marked true>>"))

    def _block(
        self, block: str, spans: Sequence[Said], above: str, where: tuple[str, str], owners: dict[int, str]
    ) -> Iterator[str]:
        """The elements of a block: a section of its own when it has a name."""
        if not block:
            yield from self._elements(spans, above, where, owners)
            return
        section, ours = self._new(Plain())
        kids = list(self._elements(spans, ours, where, owners))
        section.text = f"<</Type/StructElem/S/Sect/P {above}/K[{' '.join(kids)}]>>"
        yield ours

    def _elements(
        self, spans: Sequence[Said], above: str, where: tuple[str, str], owners: dict[int, str]
    ) -> Iterator[str]:
        """An element for every span; notes make a list, and what is drawn on a note belongs to it."""
        for is_note, group in groupby(spans, key=lambda said: bool(said.span.id)):
            if not is_note:
                for said in group:
                    yield self._element(_TAGS[said.span.kind], [said], above, where, owners)
                continue
            notes, ours = self._new(Plain())
            kids = [
                self._element("LI", list(parts), ours, where, owners)
                for _, parts in groupby(group, key=lambda said: said.span.id)
            ]
            notes.text = f"<</Type/StructElem/S/L/P {above}/K[{' '.join(kids)}]>>"
            yield ours

    def _element(
        self, tag: str, parts: Sequence[Said], above: str, where: tuple[str, str], owners: dict[int, str]
    ) -> str:
        element, ours = self._new(Plain())
        if tag == "LI":
            kids = [self._element(_inside(said), [said], ours, where, owners) for said in parts]
            element.text = f"<</Type/StructElem/S/LI/P {above}/K[{' '.join(kids)}]>>"
            return ours
        page, stream = where
        (said,) = parts
        owners[said.number] = ours
        kid = f"<</Type/MCR{page}{stream}/MCID {said.number}>>" if stream else str(said.number)
        alt = f"/Alt {text_string(said.span.words)}" if said.span.words else ""
        element.text = f"<</Type/StructElem/S/{tag}/P {above}{page}{alt}/K {kid}>>"
        return ours

    def _new(self, element: Plain) -> tuple[Plain, str]:
        return element, self._file.number_of(self._file.add(element))


def tag_of(span: Span) -> str:
    """What the content of a span is called."""
    return _inside(Said(span, 0)) if span.id else _TAGS[span.kind]


def _inside(said: Said) -> str:
    return "Figure" if said.span.kind == "figure" else "LBody"


def _by_block(said: Sequence[Said]) -> Iterator[tuple[str, list[Said]]]:
    for block, spans in groupby(said, key=lambda each: each.span.block):
        yield block, list(spans)
