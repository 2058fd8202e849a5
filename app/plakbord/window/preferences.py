"""The preferences: asking for them, and letting every part of the window take them over at once."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtWidgets import QWidget

from canvas_files.records import Language
from plakbord.settings import Motion, Settings, ThemeName
from plakbord.window.stage import Kit
from plakbord.words import Words, language_of_system


class PreferenceWindow(Protocol):
    """The window that the preferences are of."""

    @property
    def settings(self) -> Settings: ...
    @property
    def t(self) -> Words: ...
    def keep(self, settings: Settings) -> None: ...
    def use_theme(self, name: ThemeName) -> None: ...
    def use_language(self, language: Language) -> None: ...
    def use_motion(self, motion: Motion) -> None: ...
    def restage(self) -> None: ...


class Preferences:
    """Asks and applies. `parent` is the window, for the dialog."""

    def __init__(self, window: PreferenceWindow, parent: QWidget, kit: Kit) -> None:
        self._window = window
        self._parent = parent
        self._kit = kit
        kit.write_notes_by_hand(window.settings.note_font == "hand")

    def ask(self) -> None:
        """Shows the dialog."""
        from plakbord.window.settings_dialog import SettingsDialog

        dialog = SettingsDialog(self._parent, self._window.settings, self._window.t)
        if dialog.exec():
            self.apply(dialog.answered)

    def apply(self, wanted: Settings) -> None:
        """Takes over what differs from now."""
        before = self._window.settings
        self._window.keep(wanted)
        if wanted.theme != before.theme:
            self._window.use_theme(wanted.theme)
        if wanted.language != before.language:
            language = language_of_system() if wanted.language == "system" else wanted.language
            self._window.use_language(language)
            self._window.keep(wanted)  # that keeps the language itself, not that it is the system's
        if wanted.motion != before.motion:
            self._window.use_motion(wanted.motion)
        if wanted.note_font != before.note_font:
            self._kit.write_notes_by_hand(wanted.note_font == "hand")
            self._window.restage()
