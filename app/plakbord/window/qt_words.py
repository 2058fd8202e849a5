"""Qt's own words in the language of the window: the buttons of its dialogs, and the menu of a text field."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QObject, QTranslator

from plakbord.words import Words

_NAME = "qtWords"
_LACKING: Mapping[str, str] = MappingProxyType(
    {"&Look in:": "qt.look_in", "Files of &type:": "qt.file_types", "Folder": "qt.folder"}
)
"""Words that Qt's own translations leave in English."""


class QtWords(QTranslator):
    """What Qt brings, and what that lacks."""

    def __init__(self, parent: QObject, t: Words) -> None:
        super().__init__(parent)
        self.setObjectName(_NAME)
        self.t = t

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        key = _LACKING.get(source)
        return self.t(key) if key else super().translate(context, source, disambiguation, n) or None


def take_over(app: QCoreApplication, t: Words) -> None:
    """Lets Qt speak the language of these words."""
    before = app.findChild(QtWords, _NAME)
    if before is not None:
        if before.t.language == t.language:
            return
        app.removeTranslator(before)
        before.setParent(None)
        before.deleteLater()
    if t.language == "en":
        return  # Qt's own words are English
    after = QtWords(app, t)
    after.load(f"qtbase_{t.language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    app.installTranslator(after)
