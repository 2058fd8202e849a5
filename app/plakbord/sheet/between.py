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
        self._at: dict[str, set[str]] = {}
        self.frames: dict[str, Drawn] = {}
        self.links: dict[str, Drawn] = {}
        self.frames = dict(self._new_frames())
        for record in records.values():
            if isinstance(record, Link):
                self._renew_link(record.id)

    def follow(self, changed: Iterable[Record], faces: Iterable[NoteFace]) -> list[Area]:
        """Makes anew what these records and faces, as they were and as they are, can have changed; the areas that may
        look different."""
        changed, faces = list(changed), list(faces)
        areas: list[Area] = []
        if any(isinstance(record, Cluster) for record in changed) or any(face.cluster for face in faces):
            areas += (drawn.area for drawn in self.frames.values())
            self.frames = dict(self._new_frames())
            areas += (drawn.area for drawn in self.frames.values())
        links = {record.id for record in changed if isinstance(record, Link)}
        for note_id in {face.id for face in faces}:
            links |= self._at.get(note_id, set())
        for link_id in links:
            areas += (drawn.area for drawn in (self.links.get(link_id), self._renew_link(link_id)) if drawn is not None)
        return areas

    def of_note(self, note_id: str) -> frozenset[str]:
        """The links of a note to others on this sheet."""
        there = ((link_id, self._faces_of(link_id)) for link_id in self._at.get(note_id, ()))
        return frozenset(link_id for link_id, faces in there if faces and note_id in (faces[0].id, faces[1].id))

    def drawn(self, links: bool = True, hidden: Collection[str] = ()) -> Iterator[Drawn]:
        """Everything in painting order, with or without the links, but for hidden ones."""
        yield from self.frames.values()
        if links:
            yield from (drawn for link_id, drawn in sorted(self.links.items()) if link_id not in hidden)

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

    def _renew_link(self, link_id: str) -> Drawn | None:
        """Draws one link as it is now; nothing when it is gone, or an end of it hangs elsewhere."""
        record = self._records.get(link_id)
        if isinstance(record, Link):
            for end in (record.start, record.end):
                self._at.setdefault(end, set()).add(link_id)
        faces = self._faces_of(link_id)
        marks = tuple(self._link(record, *faces)) if isinstance(record, Link) and faces is not None else ()
        if faces is None or not marks:
            self.links.pop(link_id, None)
            return None
        drawn = self.links[link_id] = Drawn(_around(*faces), marks)
        return drawn

    def _faces_of(self, link_id: str) -> tuple[NoteFace, NoteFace] | None:
        """The two notes that a link joins, when both are on this sheet."""
        record = self._records.get(link_id)
        if not isinstance(record, Link):
            return None
        start, end = self._faces.get(record.start), self._faces.get(record.end)
        return (start, end) if start is not None and end is not None else None

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
