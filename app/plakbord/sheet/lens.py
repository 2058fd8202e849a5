"""The template of a sheet as the data lens sees it: with its topics, phases and pairs. A workshop carries the template
it was made with; an older copy borrows what it lacks from the built-in one, and its file stays as it is."""

from __future__ import annotations

from functools import cache

from msgspec.structs import replace

from canvas_files.document import Document
from canvas_files.records import Sheet
from canvas_files.template import Template
from plakbord.sheet.templates import built_in


def lens_template(document: Document, sheet: Sheet) -> Template | None:
    """The template of a sheet with what the data lens asks; None when the file does not carry it."""
    template = document.template_of(sheet)
    if template is None or any(zone.lens for zone in template.zones):
        return template
    return _lent(template)


@cache
def _lent(template: Template) -> Template:
    """The template with the topics, phases and pairs of the built-in one of the same id, as far as they fit."""
    known = next((each.template for each in built_in() if each.template.id == template.id), None)
    if known is None:
        return template
    topics = {zone.id: zone.lens for zone in known.zones}
    zones = tuple(replace(zone, lens=topics.get(zone.id)) for zone in template.zones)
    lists = {checklist.id for zone in zones for checklist in zone.checklists}
    there = {zone.id for zone in zones}
    pairs = tuple(pair for pair in known.pairs if {pair.zone, pair.to} <= there)
    return replace(template, zones=zones, phases=known.phases if known.phases in lists else "", pairs=pairs)
