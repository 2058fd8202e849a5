"""What is drawn between the ground and the notes: the frames of clusters, and links. Follows the document with the
layout; what no change touched is not made again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from msgspec import Struct

from canvas_files.facts import HOWS, NOT_WANTED
from canvas_files.records import Cluster, Link, Note, Record
from plakbord.sheet import theme
from plakbord.sheet.clusters import cluster_marks, frame_of
from plakbord.sheet.data_note import View, blended
from plakbord.sheet.links import link_marks
from plakbord.sheet.marks import Mark
from plakbord.sheet.note import NoteFace
from plakbord.sheet.text.fonts import FontSet


class Area(Struct, frozen=True):
    """A rectangle of the sheet, by its edges."""

    left: float
    top: float
    right: float
    bottom: float


class Drawn(Struct, frozen=True, eq=False):
    """A frame or a link as it is drawn, and the room it takes."""

    area: Area
    marks: tuple[Mark, ...]


class Between:
    """The frames and links of one sheet by the id of their record. Couplings, and lines to data notes, are only drawn
    through the data lens; there the lines between business notes step back with them."""

    def __init__(
        self,
        fonts: FontSet,
        records: Mapping[str, Record],
        faces: Mapping[str, NoteFace],
        view: View = "business",
    ) -> None:
        self._fonts = fonts
        self._lens = view == "data"
        self._records = records
        self._faces = faces
        self._of_note: dict[str, set[str]] = {}
        self._ends: set[str] = set()
        self.frames: dict[str, Drawn] = {}
        self.links: dict[str, Drawn] = {}
        self.renew()

    def renew(self) -> list[Area]:
        """Makes everything anew; the areas that may look different."""
        areas = [drawn.area for drawn in (*self.frames.values(), *self.links.values())]
        self._of_note.clear()
        self._ends.clear()
        self.frames = dict(self._new_frames())
        self.links = dict(self._new_links())
        return areas + [drawn.area for drawn in (*self.frames.values(), *self.links.values())]

    def concerns(self, records: Iterable[Record], faces: Iterable[NoteFace]) -> bool:
        """Whether a change of these records and faces can change anything here."""
        if any(isinstance(record, Link | Cluster) for record in records):
            return True
        return any(face.cluster or face.id in self._ends for face in faces)

    def of_note(self, note_id: str) -> frozenset[str]:
        """The links of a note."""
        return frozenset(self._of_note.get(note_id, ()))

    def drawn(self, links: bool = True, hidden: Collection[str] = ()) -> Iterator[Drawn]:
        """Everything in painting order, with or without the links, but for hidden ones."""
        yield from self.frames.values()
        if links:
            yield from (drawn for link_id, drawn in self.links.items() if link_id not in hidden)

    def _new_frames(self) -> Iterator[tuple[str, Drawn]]:
        members: dict[str, list[NoteFace]] = {}
        for face in self._faces.values():
            if face.cluster:
                members.setdefault(face.cluster, []).append(face)
        for cluster_id, faces in members.items():
            cluster = self._records.get(cluster_id)
            if isinstance(cluster, Cluster):
                area = Area(*frame_of(faces, cluster.name))
                yield cluster_id, Drawn(area, tuple(cluster_marks(cluster.name, faces, self._fonts)))

    def _new_links(self) -> Iterator[tuple[str, Drawn]]:
        for record in self._records.values():
            if not isinstance(record, Link):
                continue
            self._ends |= {record.start, record.end}
            start, end = self._faces.get(record.start), self._faces.get(record.end)
            if start is None or end is None:
                continue
            for face in (start, end):
                self._of_note.setdefault(face.id, set()).add(record.id)
            marks = tuple(self._link(record, start, end))
            if marks:
                yield record.id, Drawn(_around(start, end), marks)

    def _link(self, link: Link, start: NoteFace, end: NoteFace) -> Iterator[Mark]:
        about_data = any(self._is_data(note_id) for note_id in (link.start, link.end))
        if (about_data and not self._lens) or link.how == NOT_WANTED:
            return
        how = link.how if self._lens and link.how in HOWS else ""
        faint = blended(theme.LINK) if self._lens and not about_data else theme.LINK
        yield from link_marks(start, end, how, faint)

    def _is_data(self, note_id: str) -> bool:
        note = self._records.get(note_id)
        return isinstance(note, Note) and bool(note.role)


def _around(start: NoteFace, end: NoteFace) -> Area:
    more = theme.LINK_END * 2
    return Area(
        min(start.x, end.x) - more,
        min(start.y, end.y) - more,
        max(start.x + start.w, end.x + end.w) + more,
        max(start.y + start.h, end.y + end.h) + more,
    )
