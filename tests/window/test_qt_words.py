"""Qt's own words follow the language of the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog, QLabel, QLineEdit, QPushButton

from plakbord.window.main_window import MainWindow

OpenOne = Callable[..., MainWindow]


def qt_words(window: MainWindow) -> tuple[set[str], set[str], str]:
    """The buttons of a question, the labels of a file dialog, and the first entry of a text field's menu."""
    QTest.qWait(10)
    question, chooser, field = QInputDialog(window), QFileDialog(window), QLineEdit(window)
    chooser.setOption(QFileDialog.Option.DontUseNativeDialog)
    question.show()
    found = (
        {each.text() for each in question.findChildren(QPushButton)},
        {each.text() for each in chooser.findChildren(QLabel)},
        field.createStandardContextMenu().actions()[0].text().partition("\t")[0],
    )
    question.close()
    for each in (question, chooser, field):
        each.deleteLater()
    return found


DUTCH = ({"OK", "Annuleren"}, {"&Zoeken in:", "Bestands&naam:", "Bestands&typen:"}, "&Ongedaan maken")
ENGLISH = ({"OK", "Cancel"}, {"&Look in:", "File &name:", "Files of &type:"}, "&Undo")


def test_they_change_with_the_language(open_one: OpenOne) -> None:
    window = open_one(language="nl")
    window.use_language("nl")
    assert qt_words(window) == DUTCH
    assert QApplication.translate("Nobody", "What nobody translated") == "What nobody translated"
    window.use_language("en")
    assert qt_words(window) == ENGLISH
    window.use_language("nl")
    assert qt_words(window) == DUTCH
    window.use_language("en")  # as it was, for other tests
    assert qt_words(window) == ENGLISH
