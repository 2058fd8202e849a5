"""One sheet laid out: its ground, and a face for every note on it or beside it. Follows the document change by change;
one changed note re-lays only itself. Painting is for the board and the poster."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from canvas_files import queries
from canvas_files.change import Change
from canvas_files.crop import Frame, crop_of
from canvas_files.document import Document
from canvas_files.entries import answers
from canvas_files.facts import ROLES
from canvas_files.records import Entry, Link, Note, Picture, Sheet, Workshop
from canvas_files.template import Room, Template, Wording, Zone
from plakbord.sheet import theme
from plakbord.sheet.answer import fitted
from plakbord.sheet.between import Area, Between
from plakbord.sheet.canvas import Ground, ground_marks, heading_of, too_long
from plakbord.sheet.continuation import Continuation, Rest
from plakbord.sheet.form import PORTRAIT, Slot, slots_of
from plakbord.sheet.lens import lens_template
from plakbord.sheet.limits import limit_labels
from plakbord.sheet.marks import Box, Image, Mark, Page
from plakbord.sheet.note import NoteFace, NoteFaces
from plakbord.sheet.persona import Filled, filled
from plakbord.sheet.pictures import AS_IT_COMES, image_of, portrait_side
from plakbord.sheet.tags import tag_names
from plakbord.sheet.text.fonts import Fonts, FontSet
from plakbord.sheet.text.runs import Laid
from plakbord.sheet.type import line
from plakbord.sheet.votes import NO_VOTES, Votes
from plakbord.sheet.zones import rooms_for_notes, topics
from plakbord.words import Words

STRIP_GAP = 1500
"""Between the sheet's right edge and the parking strip."""
STRIP_WIDTH = 7760


class Damage(Struct, frozen=True):
    """What looks different after a change: faces as they were and as they are now, whether the whole ground does, or
    which rooms of it, and the areas of frames and links."""

    before: tuple[NoteFace, ...] = ()
    after: tuple[NoteFace, ...] = ()
    ground: bool = False
    rooms: tuple[Room, ...] = ()
    areas: tuple[Area, ...] = ()

    def __bool__(self) -> bool:
        return self.ground or bool(self.before or self.after or self.rooms or self.areas)


class Layout:
    """How one sheet of a document looks in one language. Raises LookupError when the sheet has no template."""

    def __init__(
        self,
        document: Document,
        sheet_id: str,
        fonts: Fonts,
        t: Words,
        faces: NoteFaces | None = None,
        votes: Mapping[str, Votes] | None = None,
    ) -> None:
        sheet = queries.sheet(document.records, sheet_id)
        template = document.template_of(sheet) if sheet else None
        if sheet is None or template is None:
            raise LookupError(sheet_id)
        self.sheet_id = sheet_id
        self.template: Template = template
        self.t = t
        self._document = document
        self.fonts = fonts = fonts.speaking(document.workshop.language)
        self._faces = (faces or NoteFaces(fonts.regular)).speaking(document.workshop.language)
        self.view = self._faces.view
        self._drawn = lens_template(document, sheet) or template
        self._votes: dict[str, Votes] = dict(votes or {})
        self._roles = {role: t(f"lens.role.{role}") for role in ROLES}
        self._boxes = {zone.id: zone.box for zone in template.zones}
        self.tags = tag_names(template, t.language)
        self.notes: dict[str, NoteFace] = {
            note.id: self._face(note) for note in queries.notes_on(document.records, sheet_id) if self._shows(note)
        }
        self.slots: dict[str, Slot] = {slot.id: slot for slot in slots_of(template, fonts, t.language)}
        self._image: Image | None = None
        self._draft: dict[str, object] = {}
        self.between = Between(fonts.regular, document.records, self.notes, self.view)
        self.strip_ground: tuple[Mark, ...] = tuple(strip_marks(self.strip, fonts.regular, t))
        self._ground = self._now()
        self._set_ground(self._ground)
        self._set_hints()

    def name_of(self, zone: Zone) -> Wording:
        """What a block of the sheet is called as it is seen, through the data lens or not."""
        return topics(self._drawn.zone(zone.id) or zone, self.view == "data").heading

    @cached_property
    def rooms(self) -> dict[str, tuple[Room, ...]]:
        """Where notes hang in each block. Measuring takes a while, and nobody asks before a note is put somewhere."""
        return {zone.id: rooms_for_notes(zone, self.fonts, self.t.language) for zone in self._drawn.zones}

    @property
    def strip(self) -> Room:
        """The parking strip beside the sheet."""
        page = self.template.page
        return Room(page.w + STRIP_GAP, 0, STRIP_WIDTH, page.h)

    @property
    def strip_room(self) -> Room:
        """Where notes hang on the parking strip."""
        strip = self.strip
        return Room(strip.x, strip.y + 1100, strip.w, strip.h - 1200)

    @property
    def has_parked(self) -> bool:
        """Whether any note lies beside the sheet."""
        return any(not face.zone for face in self.notes.values())

    @property
    def continued(self) -> Continuation:
        """The texts of fields that go on on numbered pages."""
        return self._form.continued

    @property
    def too_long(self) -> list[Rest]:
        """What of the sheet's own title and legend found no place on it."""
        return list(too_long(self._ground, self.fonts, self.t))

    @property
    def title(self) -> str:
        """The sheet's title as it is printed."""
        return " · ".join(words for words in heading_of(self._ground, self.t) if words)

    def origin(self, zone: str) -> tuple[int, int]:
        """The corner that the notes of a zone are measured from; that of the strip for a zone that is not here."""
        box = self._boxes.get(zone) or self.strip
        return box.x, box.y

    def zone_at(self, x: float, y: float) -> Zone | None:
        """The block at a point of the sheet."""
        return self.template.zone_at(x, y)

    def vote_offer_at(self, x: float, y: float) -> str | None:
        """The block of which the label at a point of the sheet offers a vote."""
        return next((label.zone for label in self._limits if label.offers and label.room.holds(x, y)), None)

    def faces_in(self, zone: str) -> list[NoteFace]:
        """The faces of the notes in a block, the lowest first."""
        return in_stack_order(face for face in self.notes.values() if face.zone == zone)

    def in_print_order(self, faces: Iterable[NoteFace]) -> list[NoteFace]:
        """Faces as they are read, block by block."""
        from plakbord.sheet.print_order import in_print_order

        return in_print_order(faces, [zone.id for zone in self.template.working_order()])

    def as_it_is(self, note_id: str) -> NoteFace | None:
        """The face of a note as the document has it now."""
        note = queries.note(self._document.records, note_id)
        return self._face(note) if note is not None else None

    def resized(self, note_id: str, w: float, h: float) -> NoteFace | None:
        """The face that a note would have with another size."""
        note = queries.note(self._document.records, note_id)
        return self._face(note.changed(w=round(w), h=round(h))) if note is not None else None

    def measured(self, note: Note) -> NoteFace:
        """The face that a note would have here, without being in the document."""
        return self._face(note)

    def show_votes(self, votes: Mapping[str, Votes]) -> Damage:
        """Shows what a round puts on notes, by note, instead of what was shown; and says what looks different."""
        before, self._votes = self._votes, dict(votes)
        differing = [each for each in {**before, **votes} if before.get(each) != votes.get(each) and each in self.notes]
        old = tuple(self.notes[note_id] for note_id in differing)
        for note_id in differing:
            note = queries.note(self._document.records, note_id)
            if note is not None:
                self.notes[note_id] = self._face(note)
        return Damage(old, tuple(self.notes[note_id] for note_id in differing))

    def draft(self, values: dict[str, object]) -> Damage:
        """Shows answers as if they were filled in, until another draft, and says what looks different."""
        if values == self._draft:
            return Damage()
        self._draft = dict(values)
        return Damage(rooms=self._follow_ground())

    def typed(self, slot: Slot, text: str) -> Laid:
        """A text as it would stand in a slot, all of it."""
        face, sizes = (self.fonts.bold, theme.TITLE_SIZES) if slot.title else (self.fonts.regular, theme.FIELD_SIZES)
        return fitted(face, text, slot.answer, sizes)

    def ends_of(self, link_id: str) -> tuple[str, str] | None:
        """The notes that a link joins."""
        link = self._document.records.get(link_id)
        return (link.start, link.end) if isinstance(link, Link) else None

    def page(self, links: bool = True) -> Page:
        """The sheet as it is printed: the ground and all its notes, with or without the links, not what is parked
        beside it."""
        hanging = in_stack_order(face for face in self.notes.values() if face.zone)
        marks = (*self.ground, *self.between_marks(links), *(mark for face in hanging for mark in face.marks()))
        return Page(self.template.page.w, self.template.page.h, marks, self.title)

    def between_marks(self, links: bool = True) -> Iterator[Mark]:
        """What lies between the ground and the notes on paper: no link to what is parked beside the sheet."""
        parked = {face.id for face in self.notes.values() if not face.zone}
        hidden = {link for note_id in parked for link in self.between.of_note(note_id)}
        return (mark for drawn in self.between.drawn(links, hidden) for mark in drawn.marks)

    def follow(self, change: Change) -> Damage:
        """Brings the layout up to date with a change that was made, and says what looks different."""
        before: list[NoteFace] = []
        after: list[NoteFace] = []
        ground = False
        for record in change.records():
            if isinstance(record, Note):
                self._follow_note(record.id, before, after)
            elif isinstance(record, Sheet | Workshop | Entry | Picture | Link):
                ground = True
        rooms = self._follow_ground() if ground or before or after else ()
        if before or after:
            rooms += self._follow_hints()
        areas = self.between.follow(change.records(), [*before, *after])
        return Damage(tuple(before), tuple(after), self._page in rooms, rooms, tuple(areas))

    @property
    def _page(self) -> Room:
        """The whole sheet."""
        return Room(0, 0, self.template.page.w, self.template.page.h)

    def _follow_note(self, note_id: str, before: list[NoteFace], after: list[NoteFace]) -> None:
        old = self.notes.pop(note_id, None)
        if old is not None:
            before.append(old)
        note = queries.note(self._document.records, note_id)
        if note is not None and note.sheet == self.sheet_id and self._shows(note):
            self.notes[note_id] = face = self._face(note)
            after.append(face)

    def _follow_ground(self) -> tuple[Room, ...]:
        """Brings the ground up to date; the rooms that look different, all of the page when it may be anything."""
        was, now = self._ground, self._now()
        if now == was:
            return ()
        before, self._ground = self._form, now
        self._set_ground(now)
        whole = (self._page,)
        if replace(was, values=now.values) != now:
            return whole
        if before.continued.pages or self._form.continued.pages:
            return whole
        differing = [name for name in self.slots if was.values.get(name) != now.values.get(name)]
        slots = [self.slots[name] for name in differing]
        return whole if any(slot.title for slot in slots) else tuple(slot.box for slot in slots)

    def _set_ground(self, ground: Ground) -> None:
        self._form: Filled = filled(self.template, tuple(self.slots.values()), ground.values, self.fonts, self.t)
        self.ground: tuple[Mark, ...] = tuple(ground_marks(ground, self.slots, self._form, self.fonts, self.t))

    def _set_hints(self) -> None:
        self.counts = Counter(face.zone for face in self.notes.values() if face.zone and not face.role)
        self._limits = tuple(limit_labels(self.template, self.counts, self.fonts, self.t))
        self.hints: tuple[Mark, ...] = tuple(mark for label in self._limits for mark in label.marks)

    def _follow_hints(self) -> tuple[Room, ...]:
        """Brings the labels of the limits up to date; the upper edges of the blocks whose number of notes changed."""
        before = self.counts
        self._set_hints()
        differing = [zone.box for zone in self.template.zones if before[zone.id] != self.counts[zone.id]]
        return tuple(Room(box.x, max(box.y - 300, 0), box.w, 600) for box in differing)

    def _now(self) -> Ground:
        records = self._document.records
        sheet = queries.sheet(records, self.sheet_id)
        assert sheet is not None
        values: dict[str, object] = {**answers(records, self.sheet_id), PORTRAIT: crop_of(sheet), **self._draft}
        sheet = sheet.changed(**AS_IT_COMES.fields)
        colors = frozenset(face.color for face in self.notes.values() if face.zone and not face.role)
        workshop, about = queries.workshop(records), self._about(sheet)
        lens = self.view == "data"
        return Ground(self._drawn, sheet, workshop, values, colors, self._portrait(sheet), about, lens)

    def _about(self, sheet: Sheet) -> str:
        """The words of the note that the sheet is tied to, in one line."""
        if self.template.links_to is None:
            return ""
        ties = (record for record in self._document.records.values() if isinstance(record, Link))
        ends = (queries.note(self._document.records, tie.end) for tie in ties if tie.start == sheet.id)
        note = next((end for end in ends if end is not None), None)
        return " ".join(note.text.split()) if note else ""

    def _portrait(self, sheet: Sheet) -> Image | None:
        picture = self._document.records.get(sheet.portrait)
        if not isinstance(picture, Picture):
            self._image = None
        elif self._image is None or self._image.key != picture.id:
            self._image = image_of(picture)
        return self._image

    def _shows(self, note: Note) -> bool:
        """Whether a note is to be seen at all."""
        return self.view != "plain" or not note.role

    @property
    def portrait_frame(self) -> Frame | None:
        """The portrait's size and the square it is seen in; None while there is no portrait."""
        image, box = self._image, self.template.portrait
        return Frame(image.w, image.h, portrait_side(box)) if image is not None and box is not None else None

    def _face(self, note: Note) -> NoteFace:
        zone = note.zone if note.zone in self._boxes else ""
        votes = self._votes.get(note.id, NO_VOTES)
        return self._faces.face(note, self.origin(zone), zone, self.tags, votes, self._roles)


def strip_marks(strip: Room, fonts: FontSet, t: Words) -> Iterator[Mark]:
    """The parking strip: a quiet tray beside the sheet with its name; never printed with the sheet."""
    yield Box(strip.x, strip.y, strip.w, strip.h, theme.BLOCK_RADIUS, theme.STRIP, theme.RULE, theme.BLOCK_EDGE_WIDTH)
    room = Room(strip.x + theme.BLOCK_PADDING, strip.y + 220, strip.w - 2 * theme.BLOCK_PADDING, 800)
    yield line(fonts, t("board.strip"), room, theme.HEADING_SIZE, theme.QUIET_INK, "heading")


def in_stack_order(faces: Iterable[NoteFace]) -> list[NoteFace]:
    """The faces, the lowest first."""
    return sorted(faces, key=lambda face: face.order)
