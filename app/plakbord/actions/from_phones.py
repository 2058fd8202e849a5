"""Where notes from phones hang: at a free place of their block, like a note that somebody at the laptop adds."""

from __future__ import annotations

from canvas_files.change import Change
from canvas_files.records import Note
from plakbord.actions.note import new_note
from plakbord.session import Session
from plakbord.sheet.layout import Layout
from plakbord.sheet.note import NoteFaces
from plakbord.sheet.text.fonts import Fonts
from plakbord.sheet.theme import DEFAULT_COLOR
from plakbord.words import Words


class Places:
    """Knows the sheets of a workshop as they are laid out now."""

    def __init__(self, session: Session, fonts: Fonts, words: dict[str, Words], faces: NoteFaces) -> None:
        self._session = session
        self._fonts = fonts
        self._words = words
        self._faces = faces
        self._layouts: dict[str, Layout] = {}
        self._language = session.document.workshop.language
        session.store.listen(self._on_change)

    def layout(self, sheet: str) -> Layout:
        """The sheet as it is now. Raises LookupError."""
        language = self._session.document.workshop.language
        if language != self._language:
            self._language = language
            self._layouts.clear()
        if sheet not in self._layouts:
            words = self._words[language]
            self._layouts[sheet] = Layout(self._session.document, sheet, self._fonts, words, self._faces)
        return self._layouts[sheet]

    def place(self, sheet: str, block: str, text: str) -> Note:
        """A new note at a free place of a block, "" for beside the sheet. Raises LookupError."""
        return new_note(self.layout(sheet), block, text, DEFAULT_COLOR, self._session.top_key)

    def placed(self, note: Note, block: str) -> Note:
        """A note at a free place of another block of its sheet. Raises LookupError."""
        fresh = new_note(self.layout(note.sheet), block, note.text or note.face_down, note.color, self._session.top_key)
        return note.changed(zone=block, x=fresh.x, y=fresh.y, w=fresh.w, h=fresh.h, z=fresh.z)

    def _on_change(self, change: Change) -> None:
        for sheet in tuple(self._layouts):
            if sheet in self._session.store.records:
                self._layouts[sheet].follow(change)
            else:
                del self._layouts[sheet]
