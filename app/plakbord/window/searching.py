"""Looking for notes on the sheet that is shown: the bar asks, what does not match steps back, and the hits are gone
through one by one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from canvas_files import queries
from canvas_files.folding import FoldedTexts
from canvas_files.records import Note
from plakbord.sheet import theme
from plakbord.sheet.finding import found, reading_order, tag_names
from plakbord.window.filter_button import Option
from plakbord.window.icons import Icons
from plakbord.window.search_bar import SearchBar
from plakbord.window.stage import Stage
from plakbord.window.zooming import View, Zooming
from plakbord.words import Words

_SOON = 60
"""Milliseconds after a change of the document until the hits are found anew: a drag or a letter need not wait."""


class Searching(QObject):
    """One search at a time; it goes along to another sheet."""

    def __init__(self, stage: Stage, zooming: Zooming, fold: FoldedTexts, parent: QObject) -> None:
        super().__init__(parent)
        self.bar = SearchBar(stage.board)
        self.hits: Sequence[str] = ()
        self.current: str | None = None
        self._stage = stage
        self._zooming = zooming
        self._fold = fold
        self._t = stage.layout.t
        self._before: View | None = None
        self._active = False
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._find)
        self.bar.wanted_changed.connect(self._find)
        self.bar.step_asked.connect(self.step)
        self.bar.end_asked.connect(self.end)

    @property
    def active(self) -> bool:
        """Whether the bar is there."""
        return self._active

    def dress(self, t: Words, icons: Icons) -> None:
        """Gives the bar its words and icons."""
        self._t = t
        self.bar.dress(t, icons)
        if self._active:
            self._find()

    def join(self, stage: Stage, zooming: Zooming) -> None:
        """Another sheet is shown; the search goes on there."""
        self._stage, self._zooming, self._before = stage, zooming, None
        self.bar.lie_over(stage.board)
        if self._active:
            self.bar.raise_()
            self._find()

    def begin(self) -> None:
        """Shows the bar, or goes back to it."""
        if not self._active:
            self._active = True
            self._before = self._zooming.view()
        self.bar.open(self._stage.board)
        self._find()

    def end(self) -> None:
        """Gives back the view and the notes as they were."""
        if not self._active:
            return
        self._active = False
        self.bar.hide()
        self.bar.clear()
        self._soon.stop()
        self.hits, self.current = (), None
        self._stage.board.dim(())
        self._stage.board.setFocus(Qt.FocusReason.OtherFocusReason)
        before, self._before = self._before, None
        if before is not None and before != self._zooming.view():
            self._zooming.show_view(before)

    def step(self, way: int) -> None:
        """Goes to the next hit, or with -1 to the one before; past the last comes the first."""
        if not self.hits:
            return
        here = self._here()
        place = (self.hits.index(here) + way) % len(self.hits) if here is not None else (0 if way > 0 else -1)
        self.current = self.hits[place]
        self._stage.selection.set({self.current})
        face = self._stage.board.surface.face(self.current)
        if face is not None:
            self._zooming.bring_in_view(face, self.bar.geometry().bottom())
        self._show_count()

    def follow(self) -> None:
        """The document changed."""
        if self._active:
            self._soon.start()

    def _here(self) -> str | None:
        return self.current if self.current in self.hits else None

    def _find(self) -> None:
        if not self._active:
            return
        layout = self._stage.layout
        notes = queries.notes_on(self._stage.session.store.records, layout.sheet_id)
        self.bar.offer(self._options(notes))
        wanted = self.bar.wanted
        if not wanted:
            self.hits, self.current = (), None
            self._stage.board.dim(())
        else:
            hits = found(notes, wanted, lambda note: layout.notes[note.id].zone, self._fold)
            self.hits = reading_order((layout.notes[note_id] for note_id in hits), layout.template)
            self._stage.board.dim(layout.notes.keys() - hits - {self._stage.board.edited})
        self._show_count()

    def _options(self, notes: Sequence[Note]) -> Mapping[str, Sequence[Option]]:
        """What there is to choose from on this sheet."""
        layout, t = self._stage.layout, self._t
        captions = self._stage.session.document.workshop.captions
        used = {note.color for note in notes}
        colors = [name for name in theme.NOTE_COLORS if name in used]
        names = tag_names(layout.template, layout.t.language)
        tags = sorted({(names.get(tag, tag), tag) for note in notes for tag in note.tags})
        zones = {face.zone for face in layout.notes.values()}
        blocks = [
            Option(zone.id, layout.name_of(zone)(layout.t.language))
            for zone in layout.template.working_order()
            if zone.id in zones
        ]
        authors = sorted({note.author for note in notes}, key=str.casefold)
        return {
            "color": [Option(name, captions.get(name) or t(f"color.{name}"), name) for name in colors],
            "tag": [Option(tag, name) for name, tag in tags],
            "zone": blocks + ([Option("", t("search.strip"))] if "" in zones else []),
            "author": [Option(name, name or t("search.nobody")) for name in authors] if any(authors) else [],
        }

    def _show_count(self) -> None:
        count, here = len(self.hits), self._here()
        if not self.bar.wanted:
            words = ""
        elif not count:
            words = self._t("search.none")
        elif here is None:
            words = self._t("search.found", n=count)
        else:
            words = self._t("search.count", place=self.hits.index(here) + 1, n=count)
        if words and words != self.bar.count.text() and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.bar.count, words))
        self.bar.show_count(words, count)
