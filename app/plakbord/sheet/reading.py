"""The order in which a page is read aloud, and the parts of it that can be jumped to: title, portrait, facts, blocks in
their working order, in each its heading, questions and notes, and the legend at the end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from canvas_files.entries import step_of
from canvas_files.template import SCALE_STEPS, Column, Room, Zone
from plakbord.sheet.form import words_place
from plakbord.sheet.layout import Layout
from plakbord.sheet.marks import Block, Disc, Mark, Picture, Role, Span, SpanKind, Text

_KINDS: Mapping[Role, SpanKind] = MappingProxyType({"title": "title", "heading": "heading"})
_FIRST: Mapping[SpanKind, int] = MappingProxyType({"title": 0, "heading": 1})
"""What comes first in its part; the rest follows as it is painted."""


class ReadingOrder:
    """Collects the spans of one sheet while its marks are put together."""

    def __init__(self, layout: Layout) -> None:
        parts: list[Zone | Column] = [*layout.template.columns, *layout.template.working_order()]
        language = layout.t.language
        self._rooms: list[tuple[str, Room]] = [(part.id, part.box) for part in parts]
        self._rank = {name: at for at, (name, _) in enumerate(self._rooms)}
        self._top = min((box.y for _, box in self._rooms), default=0)
        self._found: list[tuple[int, int, Span]] = []
        self.blocks = tuple(Block(part.id, part.heading(language), part.box.x, part.box.y) for part in parts)

    def add_ground(
        self, marks: Iterable[Mark], first: int, said: Mapping[tuple[float, float], str], portrait: str
    ) -> None:
        """Every text and picture by itself. said has the words for what says more than it shows, by place."""
        for at, mark in enumerate(marks, first):
            if isinstance(mark, Text):
                self._add(at, mark.x, mark.y, _KINDS.get(mark.role, "text"), said.get((mark.x, mark.y), ""))
            elif isinstance(mark, Picture):
                self._found.append((-1, 2, Span(at, at + 1, "figure", "", portrait)))
            elif isinstance(mark, Disc) and (mark.x, mark.y) in said:
                self._add(at, mark.x, mark.y, "figure", said[mark.x, mark.y])

    def add(self, span: Span) -> None:
        """Marks that belong to a block."""
        self._found.append((self._rank.get(span.block, len(self._rank)), 2, span))

    def spans(self) -> tuple[Span, ...]:
        """Everything in reading order."""
        self._found.sort(key=lambda found: (found[0], found[1], found[2].first))
        return tuple(span for _, _, span in self._found)

    def _add(self, at: int, x: float, y: float, kind: SpanKind, words: str = "") -> None:
        block = next((name for name, room in self._rooms if room.holds(x, y)), "")
        rank = self._rank[block] if block else -1 if y < self._top else len(self._rank)
        first = _FIRST.get(kind, 2)
        if kind == "heading" and not block:
            kind = "text"  # the quiet words behind the title head nothing
        self._found.append((rank, first, Span(at, at + 1, kind, block, words)))


def answers_said(layout: Layout, values: Mapping[str, object]) -> dict[tuple[float, float], str]:
    """What the knobs of the scales and the chips that were chosen say, by their places."""
    said: dict[tuple[float, float], str] = {}
    for slot in layout.slots.values():
        value = values.get(slot.id)
        for option in slot.options:
            if isinstance(value, list | tuple) and option.id in value:
                words = " ".join(line.text for line in option.laid.lines)
                said[words_place(option)] = layout.t("sheet.chosen", name=words)
    for scale in layout.template.scales:
        step, slot = step_of(values.get(scale.id)), layout.slots[scale.id]
        if step is not None:
            name = scale.name(layout.t.language)
            said[slot.place_of(step), slot.track] = layout.t("sheet.scale", name=name, step=step, of=SCALE_STEPS)
    return said
