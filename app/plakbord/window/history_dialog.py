"""The earlier states of a workshop: a list of moments, a small picture of each beside how it differs from now, and
bringing one back in place or as a copy."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QListWidget, QVBoxLayout, QWidget

from canvas_files.backups import LONGEST_NAME, Backups, Moment
from canvas_files.bring_back import Difference, difference
from canvas_files.document import Document
from canvas_files.file import decode
from canvas_files.problems import Problem
from plakbord.board.picture import picture_of
from plakbord.session import Session
from plakbord.sheet.layout import Layout
from plakbord.window.cards import button, heading, plain
from plakbord.window.dialogs import tell_problem
from plakbord.window.recovery_dialog import when
from plakbord.window.stage import Kit
from plakbord.words import Words

PICTURE = QSize(420, 300)
DPI = 25.0


class HistoryDialog(QDialog):
    """Asks; `choice` says what to do with `earlier`, whose bytes are `data`."""

    def __init__(self, parent: QWidget, session: Session, backups: Backups, kit: Kit, t: Words) -> None:
        super().__init__(parent)
        self.choice: Literal["back", "copy"] | None = None
        self.earlier: Document | None = None
        self.data = b""
        self._session = session
        self._backups = backups
        self._kit = kit
        self._t = t
        self._moments: list[Moment] = []
        self.setWindowTitle(t("history.title"))
        self._name = QLineEdit()
        self._name.setPlaceholderText(t("history.name.hint"))
        self._name.setMaxLength(LONGEST_NAME)
        self._keep = button(t("history.keep"))
        self._keep.clicked.connect(self._keep_now)
        self._name.returnPressed.connect(self._keep_now)
        self._list = QListWidget()
        self._list.setMinimumWidth(300)
        self._list.currentRowChanged.connect(self._show)
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._picture.setMinimumSize(PICTURE)
        self._counts = plain("")
        self._back, self._copy = button(t("history.back")), button(t("history.copy"))
        self._back.clicked.connect(lambda: self._choose("back"))
        self._copy.clicked.connect(lambda: self._choose("copy"))
        self._lay_out()
        self._fill()

    def _lay_out(self) -> None:
        keeping = QHBoxLayout()
        keeping.setSpacing(8)
        keeping.addWidget(self._name, 1)
        keeping.addWidget(self._keep)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self._picture)
        right.addWidget(self._counts)
        right.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(20)
        middle.addWidget(self._list, 1)
        middle.addLayout(right)
        below = QHBoxLayout()
        below.setSpacing(8)
        close = button(self._t("dialog.close"))
        close.clicked.connect(self.reject)
        below.addStretch(1)
        for each in (close, self._copy, self._back):
            below.addWidget(each)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.setSpacing(12)
        whole.addWidget(heading(self._t("history.title")))
        whole.addWidget(plain(self._t("history.text"), quiet=True))
        whole.addLayout(keeping)
        whole.addLayout(middle, 1)
        whole.addLayout(below)
        self.resize(860, 560)

    def _fill(self) -> None:
        t = self._t
        self._moments = self._backups.moments()
        self._list.clear()
        for moment in self._moments:
            words = moment.name or t(f"history.kind.{moment.kind}")
            self._list.addItem(f"{when(moment.at, t)}  ·  {words}")
        self._back.setEnabled(False)
        self._copy.setEnabled(False)
        if self._moments:
            self._list.setCurrentRow(0)
        else:
            self._counts.setText(self._t("history.none"))

    def _show(self, row: int) -> None:
        self.earlier, self.data = None, b""
        if 0 <= row < len(self._moments):
            try:
                self.data = self._backups.read(self._moments[row])
                self.earlier = decode(self.data, self._moments[row].path.name)
            except Problem as problem:
                self._counts.setText(problem.sentence(self._t.language))
        self._picture.setPixmap(self._picture_of(self.earlier))
        self._copy.setEnabled(self.earlier is not None)
        if self.earlier is None:
            self._back.setEnabled(False)
            return
        found = difference(self.earlier.records, self._session.store.records)
        self._counts.setText(_said(found, self._t))
        self._back.setEnabled(not self._session.read_only and self.earlier.records != self._session.store.records)

    def _picture_of(self, earlier: Document | None) -> QPixmap:
        for sheet in earlier.sheets if earlier is not None else ():
            if earlier is not None and earlier.template_of(sheet) is not None:
                words = self._kit.words[earlier.workshop.language]
                page = Layout(earlier, sheet.id, self._kit.fonts, words, self._kit.faces).page()
                picture = picture_of(page, DPI * self.devicePixelRatioF(), self._kit.painter)
                picture.setDevicePixelRatio(1)
                pixels = QPixmap.fromImage(picture)
                return pixels.scaled(
                    PICTURE, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
                )
        return QPixmap()

    def _keep_now(self) -> None:
        name = self._name.text().strip()
        try:
            self._session.keep_moment_now("named", name or self._t("history.kind.named"))
        except Problem as problem:
            tell_problem(self, problem, self._t)
            return
        self._name.clear()
        self._fill()

    def _choose(self, choice: Literal["back", "copy"]) -> None:
        self.choice = choice
        self.accept()


def _said(found: Difference, t: Words) -> str:
    """How it differs from now."""
    lines = [t("history.counts", then=found.then, now=found.now)]
    if found.none:
        lines.append(t("history.same"))
    else:
        lines.append(t("history.difference", only_then=found.only_then, only_now=found.only_now, other=found.other))
    if found.sheets_then != found.sheets_now:
        lines.append(t("history.sheets", then=found.sheets_then, now=found.sheets_now))
    return "\n".join(lines)
