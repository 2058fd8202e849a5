"""What of a workshop is shown on paper: the same workshop without what was chosen to be left out. The one that is open
stays as it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from canvas_files.document import Document
from canvas_files.records import Cluster, Entry, Link, Note, Picture, Record, Sheet, Workshop
from canvas_files.template import Template


class Shown(Struct, frozen=True):
    """What is shown. Checklists, links and authors are for those who lay out the page; the rest is left out here."""

    questions: bool = True
    checklists: bool = True
    tags: bool = True
    links: bool = False
    legend: bool = True
    authors: bool = False
    blank: bool = False


def as_shown(document: Document, shown: Shown) -> Document:
    """The document as it is to be printed; itself when nothing is left out."""
    if shown.tags and not shown.blank and shown.questions and shown.legend:
        return document
    printed = Document(_records(document.records, shown), document_id=document.document_id)
    printed.templates = {name: _template(template, shown) for name, template in document.templates.items()}
    return printed


def _records(records: Mapping[str, Record], shown: Shown) -> Iterator[Record]:
    for record in records.values():
        if shown.blank and isinstance(record, Note | Entry | Cluster | Link | Picture):
            continue
        if shown.blank and isinstance(record, Workshop):
            yield replace(record, captions={})
        elif shown.blank and isinstance(record, Sheet):
            yield replace(record, portrait="")
        elif isinstance(record, Note) and record.tags and not shown.tags:
            yield replace(record, tags=[])
        else:
            yield record


def _template(template: Template, shown: Shown) -> Template:
    if not shown.questions:
        zones = tuple(replace(zone, questions=()) for zone in template.zones)
        fields = tuple(replace(field, questions=()) for field in template.fields)
        template = replace(template, zones=zones, fields=fields)
    return template if shown.legend else replace(template, legend=None)
