"""What one sticky note looks like: shadow, paper, the marks of its colour and status, its tags, and its text at the
largest size that fits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from canvas_files.records import Note
from plakbord.sheet import theme
from plakbord.sheet.data_note import Foot, RoleNames, View, blended, chip_marks, chip_paper, faded, foot_of
from plakbord.sheet.marks import Box, Disc, Line, Mark, Outline, Text
from plakbord.sheet.moved import moved
from plakbord.sheet.tags import height_of, tag_marks, tag_rows
from plakbord.sheet.text.fit import fit, lay_out
from plakbord.sheet.text.fonts import FontSet
from plakbord.sheet.text.runs import Laid
from plakbord.sheet.votes import NO_VOTES, Votes, vote_marks

_MOST_KEPT = 20_000
NO_ROLES: RoleNames = MappingProxyType({})


class NoteFace(Struct, frozen=True, eq=False):
    """A note as it is drawn: its box on the sheet (h is what the text needs, never less than the note's own height),
    and its paper, tags, text and votes as they stand when its corner is (0, 0). `zone` is where it hangs, "" beside the
    sheet. A mark is a data note without the lens, which shows only what kind it is; faded is a business note through
    it. `role` says what kind of data note it is, "" for a business note."""

    id: str
    zone: str
    x: float
    y: float
    w: float
    h: float
    color: str
    order: tuple[str, str]
    paper: tuple[Mark, ...]
    text: Text
    labels: tuple[Mark, ...] = ()
    cluster: str = ""
    locked: bool = False
    votes: Votes = NO_VOTES
    vote_marks: tuple[Mark, ...] = ()
    is_mark: bool = False
    faded: bool = False
    role: str = ""

    @property
    def fixed(self) -> bool:
        """Whether it stays where it is and as it is: locked, or being voted on."""
        return self.locked or self.votes.held

    def marks(self) -> Iterator[Mark]:
        """Everything of the note where it stands on the sheet."""
        for mark in (*self.paper, self.text, *self.labels, *self.vote_marks):
            yield moved(mark, self.x, self.y)

    @property
    def edges(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom on the sheet."""
        return self.x, self.y, self.x + self.w, self.y + self.h

    def holds(self, x: float, y: float) -> bool:
        """Whether a point of the sheet lies on the note."""
        return self.x <= x < self.x + self.w and self.y <= y < self.y + self.h

    def touches(self, left: float, top: float, right: float, bottom: float) -> bool:
        """Whether the note and a rectangle of the sheet share anything."""
        return self.x < right and self.y < bottom and self.x + self.w > left and self.y + self.h > top


class NoteFaces:
    """Makes the faces of notes and remembers what is dear: fitted text by (text, w, h), paper by (w, h, colour)."""

    def __init__(self, fonts: FontSet, view: View = "business", authors: bool = False) -> None:
        """view: whether notes are seen through the data lens; authors: whether a note says who wrote it."""
        self.fonts = fonts
        self.view: View = view
        self._authors = authors
        self._laid: dict[tuple[str, float, float], Laid] = {}
        self._paper: dict[tuple[float, float, str], tuple[Mark, ...]] = {}
        self._votes: dict[tuple[Votes, float, float], tuple[Mark, ...]] = {}
        self._speaking: dict[str | None, NoteFaces] = {fonts.language: self}

    def speaking(self, language: str) -> NoteFaces:
        """The faces of notes in a language."""
        faces = self._speaking.get(language)
        if faces is None:
            faces = self._speaking[language] = NoteFaces(self.fonts.speaking(language), self.view, self._authors)
            faces._speaking = self._speaking
        return faces

    def face(
        self,
        note: Note,
        origin: tuple[float, float],
        zone: str,
        tags: Mapping[str, str],
        votes: Votes = NO_VOTES,
        roles: RoleNames = NO_ROLES,
    ) -> NoteFace:
        """The face of a note in a zone whose top-left corner is at origin; tags gives the names of tags by id, roles
        those of the kinds of data note, votes what a round shows on it."""
        if note.role and self.view != "data":
            return self._chip(note, origin, zone)
        width, labels_height = note.w - 2 * theme.NOTE_PADDING, 0.0
        names = [tags.get(tag, tag) for tag in note.tags]
        rows = tag_rows(names, width, self.fonts) if names else []
        if rows:
            labels_height = height_of(rows)
        foot = foot_of(note, width, roles, self.fonts) if note.role else None
        if foot is not None:
            labels_height += foot.height
        author = lay_out(self.fonts, note.author, theme.TAG_SIZE, width) if self._authors and note.author else None
        if author is not None:
            labels_height += author.height
        laid = self.fitted(note.text, note.w, note.h - labels_height)
        height = max(note.h, laid.height + labels_height + 2 * theme.NOTE_PADDING)
        paper = self._paper_of(note.w, height, note.color)
        color = theme.note_color(note.color)
        labels = tuple(
            [
                *tag_marks(rows, theme.NOTE_PADDING, height - theme.NOTE_PADDING - labels_height, color.edge),
                *_foot_marks(foot, height - theme.NOTE_PADDING * 0.7 - (author.height if author else 0)),
                *_author_mark(author, height - theme.NOTE_PADDING),
                *status_mark(note.status, note.w - theme.NOTE_PADDING * 0.5, height - theme.NOTE_PADDING * 0.5),
            ]
            if rows or note.status or author or foot
            else ()
        )
        if note.face_down:
            labels = (*back_marks(note.w, height, color.edge), *labels)
        text = Text(theme.NOTE_PADDING, theme.NOTE_PADDING, laid, theme.INK, "note")
        x, y = origin[0] + note.x, origin[1] + note.y
        order = (note.z, note.id)
        face = (note.id, zone, x, y, note.w, height, note.color, order, paper, text, labels, note.cluster, note.locked)
        made = NoteFace(*face, votes, self._votes_on(votes, note.w, height), role=note.role)
        return made if note.role or self.view != "data" else stepped_back(made)

    def _votes_on(self, votes: Votes, w: float, h: float) -> tuple[Mark, ...]:
        if votes == NO_VOTES:
            return ()
        key = (votes, w, h)
        marks = self._votes.get(key)
        if marks is None:
            if len(self._votes) >= _MOST_KEPT:
                self._votes.clear()
            marks = self._votes[key] = tuple(vote_marks(votes, w, h, self.fonts))
        return marks

    def shorter(self, face: NoteFace, height: float, goes_on: Text) -> NoteFace | None:
        """A note whose text is at the floor made so high, with as many of its lines as have room and a mark that says
        where it goes on. One line stays, so it may be higher than asked; None when no line has to go."""
        laid = face.text.laid
        pitch = laid.height / len(laid.lines)
        others = face.h - laid.height + goes_on.laid.height
        kept = min(max(1, int((height - others) / pitch)), len(laid.lines))
        if kept == len(laid.lines):
            return None
        height = max(height, others + kept * pitch)
        shown = Laid(laid.lines[:kept], laid.size, laid.width, kept * pitch)
        labels = tuple(moved(mark, 0, height - face.h) for mark in face.labels)
        foot = moved(
            goes_on, theme.NOTE_PADDING, height - (face.h - laid.height) + theme.NOTE_PADDING - goes_on.laid.height
        )
        paper = self._paper_of(face.w, height, face.color)
        paper = tuple(faded(mark) for mark in paper) if face.faded else paper
        text = replace(face.text, laid=shown)
        return replace(face, h=height, paper=paper, text=text, labels=(foot, *labels))

    def _chip(self, note: Note, origin: tuple[float, float], zone: str) -> NoteFace:
        """A data note without the lens. It stays where it hangs, for its real size is not to be seen."""
        size = theme.DATA_CHIP
        x, y = origin[0] + note.x, origin[1] + note.y
        text = Text(0, 0, self.fitted("", size, size), theme.INK, "note")
        face = (
            note.id,
            zone,
            x,
            y,
            size,
            size,
            note.color,
            (note.z, note.id),
            chip_paper(note),
            text,
            chip_marks(note),
        )
        return NoteFace(*face, locked=True, is_mark=True, role=note.role)

    def fitted(self, text: str, w: float, h: float) -> Laid:
        """The text as it stands in a note of that size; past the floor it is higher than the note."""
        key = (text, w, h)
        laid = self._laid.get(key)
        if laid is None:
            if len(self._laid) >= _MOST_KEPT:
                self._laid.clear()
            inside = 2 * theme.NOTE_PADDING
            room = max(w - inside, theme.NOTE_SIZES[0]), max(h - inside, theme.NOTE_SIZES[0])
            laid = self._laid[key] = fit(self.fonts, text, *room, theme.NOTE_SIZES, leading=theme.LEADING)
        return laid

    def _paper_of(self, w: float, h: float, color: str) -> tuple[Mark, ...]:
        key = (w, h, color)
        paper = self._paper.get(key)
        if paper is None:
            if len(self._paper) >= _MOST_KEPT:
                self._paper.clear()
            paper = self._paper[key] = tuple(_paper(w, h, color))
        return paper


def stepped_back(face: NoteFace) -> NoteFace:
    """The note faded, for the eye to go to the others."""
    paper = tuple(faded(mark) for mark in face.paper)
    labels = tuple(faded(mark) for mark in face.labels)
    text = replace(face.text, color=blended(face.text.color))
    return replace(face, paper=paper, labels=labels, text=text, faded=True)


def _foot_marks(foot: Foot | None, bottom: float) -> Iterator[Mark]:
    if foot is not None:
        yield from foot.marks(theme.NOTE_PADDING, bottom - foot.height)


def _author_mark(author: Laid | None, bottom: float) -> Iterator[Mark]:
    if author is not None:
        yield Text(theme.NOTE_PADDING, bottom - author.height, author, theme.QUIET_INK, "small")


def _paper(w: float, h: float, name: str) -> Iterator[Mark]:
    color = theme.note_color(name)
    for reach, shade in zip(theme.SHADOW_STEPS, theme.SHADOWS, strict=True):
        side = reach * 0.4
        yield Box(-side, reach * 0.2, w + 2 * side, h + reach * 0.8, theme.NOTE_RADIUS + reach * 0.6, fill=shade)
    yield Box(0, 0, w, h, theme.NOTE_RADIUS, color.fill, color.edge, theme.NOTE_EDGE_WIDTH)
    yield from color_mark(color.mark, w - theme.NOTE_PADDING * 0.5 - theme.NOTE_MARK * 0.3, theme.NOTE_PADDING * 0.62)


def color_mark(kind: theme.ColorMark, x: float, y: float, size: float = theme.NOTE_MARK) -> Iterator[Mark]:
    """The small mark around (x, y) that tells a colour apart for those who do not see it."""
    half, ink = size / 2, theme.MARK_INK
    if kind == "dot":
        yield Disc(x, y, half * 0.55, fill=ink)
    elif kind == "ring":
        yield Disc(x, y, half * 0.6, edge=ink, edge_width=26)
    elif kind == "bar":
        yield Box(x - half * 0.75, y - half * 0.22, half * 1.5, half * 0.44, fill=ink)
    elif kind == "triangle":
        corners = ((x, y - half * 0.68), (x + half * 0.72, y + half * 0.55), (x - half * 0.72, y + half * 0.55))
        yield Outline(corners, fill=ink)
    elif kind == "cross":
        reach = half * 0.52
        yield Line(x - reach, y - reach, x + reach, y + reach, ink, 26)
        yield Line(x - reach, y + reach, x + reach, y - reach, ink, 26)


def back_marks(w: float, h: float, ink: str) -> Iterator[Mark]:
    """The back of a note that lies face down: a frame with slanted lines in it, in the colour of its edge, so that
    nobody takes it for an empty note."""
    inset, step = theme.NOTE_PADDING, 420.0
    right, bottom = w - inset, h - inset
    yield Box(inset, inset, w - 2 * inset, h - 2 * inset, theme.NOTE_RADIUS, edge=ink, edge_width=24)
    total = 2 * inset + step  # x + y of the first line; each runs up to the right at 45 degrees
    while total < right + bottom:
        left_x = max(inset, total - bottom)
        right_x = min(right, total - inset)
        yield Line(left_x, total - left_x, right_x, total - right_x, ink, 24)
        total += step


def status_mark(status: str, x: float, y: float) -> Iterator[Mark]:
    """How sure the group is, as a ring that fills up: empty for an assumption, half for what was seen, full with a tick
    for what is proven. (x, y) is its middle."""
    radius, ink = 95.0, theme.INK
    if status not in ("assumption", "seen", "proven"):
        return
    yield Disc(x, y, radius, theme.SHEET, ink, 22)
    if status == "seen":
        yield Disc(x, y, radius * 0.5, fill=ink)
    elif status == "proven":
        yield Disc(x, y, radius, fill=ink)
        yield Line(x - 48, y + 2, x - 14, y + 38, theme.SHEET, 26)
        yield Line(x - 20, y + 38, x + 50, y - 36, theme.SHEET, 26)
