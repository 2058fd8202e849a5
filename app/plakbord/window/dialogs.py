"""The few questions that need a dialog of their own. They ask and answer; what is done with it is for others. Text from
files and people is always shown as plain text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from canvas_files.problems import Problem
from plakbord.window.breaking import breakable
from plakbord.words import Words

if TYPE_CHECKING:  # loaded when the first question is asked, not at the start
    from PySide6.QtWidgets import QDialog, QHBoxLayout, QMessageBox, QPushButton

MOST_SHOWN = 12


def tell_problem(parent: QWidget, problem: Problem, t: Words) -> None:
    """Says what is in the way."""
    from PySide6.QtWidgets import QMessageBox

    box = _box(parent, t("dialog.problem.title"), problem.sentence(t.language), "")
    box.setIcon(QMessageBox.Icon.Warning)
    box.addButton(t("dialog.ok"), QMessageBox.ButtonRole.AcceptRole)
    box.exec()


def tell_remarks(parent: QWidget, problems: Sequence[Problem], t: Words) -> None:
    """Says what was found while opening; the workshop is open all the same."""
    from PySide6.QtWidgets import QMessageBox

    lines = [f"• {problem.sentence(t.language)}" for problem in problems[:MOST_SHOWN]]
    more = len(problems) - MOST_SHOWN
    if more > 0:
        lines.append(t("dialog.problems.more", n=more))
    box = _box(parent, t("dialog.problems.title"), "\n".join(lines), "")
    box.addButton(t("dialog.ok"), QMessageBox.ButtonRole.AcceptRole)
    box.exec()


def ask_unsaved(parent: QWidget, name: str, t: Words) -> bool | None:
    """Whether to save before going on: yes, no, or None to stay."""
    from PySide6.QtWidgets import QMessageBox

    box = _box(parent, t("dialog.unsaved.title"), t("dialog.unsaved.text", name=name), t("dialog.unsaved.hint"))
    save = box.addButton(t("dialog.unsaved.save"), QMessageBox.ButtonRole.AcceptRole)
    discard = box.addButton(t("dialog.unsaved.discard"), QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton(t("dialog.cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(save)
    box.setEscapeButton(stay)
    box.exec()
    answer = {id(save): True, id(discard): False}
    return answer.get(id(box.clickedButton()))


def ask_replace(parent: QWidget, name: str, t: Words) -> bool:
    """Whether a file that is there already may be replaced."""
    from PySide6.QtWidgets import QMessageBox

    box = _box(parent, t("dialog.save"), t("dialog.replace.text", name=name), t("dialog.replace.hint"))
    replace = box.addButton(t("dialog.replace.yes"), QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton(t("dialog.cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.exec()
    return box.clickedButton() is replace


def ask_sure(parent: QWidget, key: str, t: Words, **values: object) -> bool:
    """Whether the person really wants something that cannot be taken back: the words under `key`, with those of the
    button that does it under `key`.yes."""
    from PySide6.QtWidgets import QMessageBox

    box = _box(parent, t("app.name"), t(key, **values), t(f"{key}.hint"))
    agreed = box.addButton(t(f"{key}.yes"), QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton(t("dialog.cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.exec()
    return box.clickedButton() is agreed


def ask_to_stay(parent: QWidget, title: str, text: str, hint: str, ways: Sequence[str], stay: str) -> int | None:
    """Which of the ways on is chosen, by its place in the row; None to stay, as Enter and Escape have it too."""
    from PySide6.QtWidgets import QMessageBox

    box = _box(parent, title, text, hint)
    buttons = [box.addButton(ways[0], QMessageBox.ButtonRole.AcceptRole)]
    buttons += [box.addButton(words, QMessageBox.ButtonRole.DestructiveRole) for words in ways[1:]]
    staying = box.addButton(stay, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(staying)
    box.setEscapeButton(staying)
    box.exec()
    pressed = box.clickedButton()
    return next((place for place, button in enumerate(buttons) if button is pressed), None)


def default_button(dialog: QDialog, words: str) -> QPushButton:
    """The button that Enter presses."""
    from PySide6.QtWidgets import QPushButton

    button = QPushButton(words, dialog)
    button.setDefault(True)
    button.clicked.connect(dialog.accept)
    return button


def answer_buttons(dialog: QDialog, refuse: str, agree: str) -> QHBoxLayout:
    """The row at the foot of a dialog: the words of the button that leaves everything as it was, and of the one that
    Enter presses."""
    from PySide6.QtWidgets import QHBoxLayout, QPushButton

    row = QHBoxLayout()
    row.addStretch(1)
    cancel = QPushButton(refuse)
    cancel.setAutoDefault(False)
    cancel.clicked.connect(dialog.reject)
    row.addWidget(cancel)
    row.addWidget(default_button(dialog, agree))
    return row


def _box(parent: QWidget, title: str, text: str, hint: str) -> QMessageBox:
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(parent)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(breakable(text))
    box.setInformativeText(breakable(hint))
    return box
