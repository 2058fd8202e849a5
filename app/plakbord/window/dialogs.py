"""The few questions that need a dialog of their own. They ask and answer; what is done with it is for others. Text from
files and people is always shown as plain text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from canvas_files.problems import Problem
from plakbord.words import Words

if TYPE_CHECKING:  # loaded when the first question is asked, not at the start
    from PySide6.QtWidgets import QDialog, QMessageBox, QPushButton

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

    lines = [problem.sentence(t.language) for problem in problems[:MOST_SHOWN]]
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


def ask_changed_on_disk(parent: QWidget, t: Words) -> bool | None:
    """What to do with a file that another program changed: True saves under another name, False overwrites, None does
    nothing."""
    from PySide6.QtWidgets import QMessageBox

    box = _box(parent, t("dialog.problem.title"), t("dialog.overwrite.text"), t("dialog.overwrite.hint"))
    other = box.addButton(t("dialog.overwrite.other"), QMessageBox.ButtonRole.AcceptRole)
    overwrite = box.addButton(t("dialog.overwrite.yes"), QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton(t("dialog.cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(other)
    box.setEscapeButton(stay)
    box.exec()
    answer = {id(other): True, id(overwrite): False}
    return answer.get(id(box.clickedButton()))


def default_button(dialog: QDialog, words: str) -> QPushButton:
    """The button that Enter presses."""
    from PySide6.QtWidgets import QPushButton

    button = QPushButton(words, dialog)
    button.setDefault(True)
    button.clicked.connect(dialog.accept)
    return button


def _box(parent: QWidget, title: str, text: str, hint: str) -> QMessageBox:
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(parent)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    box.setInformativeText(hint)
    return box
