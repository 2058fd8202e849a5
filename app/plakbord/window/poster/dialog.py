"""The dialog that makes a poster: what is chosen at the right, the pages as they will be at the left, and below how
many there are and what is being done. Writing takes place in the workroom; the dialog stays until it worked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from canvas_files.document import Document
from canvas_files.problems import Problem
from plakbord.poster.choices import Choices
from plakbord.poster.pages import Forecast
from plakbord.window.dialogs import default_button, tell_problem
from plakbord.window.icons import Icons
from plakbord.window.poster.foretold import foretold
from plakbord.window.poster.form import ChoicesForm
from plakbord.window.poster.preview import Preview
from plakbord.window.poster.workroom import Workroom
from plakbord.words import Words

SOON = 120
"""Milliseconds after the last change before the preview is made anew."""


class PosterDialog(QDialog):
    """Asks and makes. `ask_path` asks where the file of a kind is to be; `files` are those that were written; the
    preview begins with the sheet `at`."""

    def __init__(
        self,
        parent: QWidget,
        document: Document,
        choices: Choices,
        names: Sequence[tuple[str, str]],
        rounds: Sequence[tuple[str, str]],
        ask_path: Callable[[QWidget, str], Path | None],
        t: Words,
        icons: Icons,
        at: str = "",
    ) -> None:
        super().__init__(parent)
        self._at = at
        self._t = t
        self._ask_path = ask_path
        self.files: list[Path] = []
        self.printed = False
        self.setWindowTitle(t("export.title"))
        self.workroom = Workroom(document, t("window.untitled"), self)
        self.preview = Preview(t, icons)
        self.form = ChoicesForm(choices, names, rounds, t)
        self._said = QLabel()
        self._said.setObjectName("quiet")
        self._said.setWordWrap(True)
        self._bar = QProgressBar()
        self._print, self._cancel = QPushButton(t("export.print")), QPushButton(t("dialog.cancel"))
        self._save = default_button(self, t("export.save"))
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._lay_out()
        self._join()
        self._show_soon()
        self.resize(1080, 720)

    # Putting it together

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(20)
        middle.addWidget(self.preview, 1)
        middle.addWidget(self.form)
        foot = QWidget()
        self._foot = QStackedLayout(foot)
        self._foot.addWidget(self._said)
        self._bar.setTextVisible(False)
        self._foot.addWidget(self._bar)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(foot, 1)
        for each in (self._cancel, self._print, self._save):
            each.setAutoDefault(each is self._save)
            below.addWidget(each)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.setSpacing(16)
        whole.addLayout(middle, 1)
        whole.addLayout(below)

    def _join(self) -> None:
        self._save.clicked.disconnect()
        self._save.clicked.connect(self._write)
        self._cancel.clicked.connect(self.reject)
        self._print.clicked.connect(self._prepare)
        self.form.changed.connect(self._show_soon)
        self._soon.timeout.connect(lambda: self.workroom.show(self.form.choices))
        self.preview.wants.connect(self.workroom.draw)
        room = self.workroom
        room.made.connect(self._on_made)
        room.drawn.connect(self.preview.show_page)
        room.failed.connect(self._on_failed)
        room.went_on.connect(self._on_step)
        room.written.connect(self._on_written)
        room.printable.connect(self._on_printable)
        room.broke.connect(self._on_broken)

    # The preview

    def _show_soon(self) -> None:
        ready = self.form.any_sheet
        self._save.setEnabled(ready)
        self._print.setEnabled(ready and self.form.kind == "pdf")
        if ready:
            self._soon.start()
        else:
            self._soon.stop()
            self._said.setText(self._t("export.no_sheet"))

    def _on_made(self, forecast: object) -> None:
        assert isinstance(forecast, Forecast)  # a signal carries any object
        self._said.setText(foretold(forecast, self.form.choices, self._t))
        at, self._at = self._at, ""  # later the page that the person turned to stays
        self.preview.open(forecast.papers, forecast.begins.get(at))

    def _on_failed(self, problem: Problem) -> None:
        self._rest()
        self._save.setEnabled(False)
        self._print.setEnabled(False)
        self._said.setText(problem.sentence(self._t.language))

    # Writing and printing

    def _write(self) -> None:
        path = self._ask_path(self, self.form.kind)
        if path is not None:
            self._work()
            self.workroom.write(self.form.choices, path)

    def _prepare(self) -> None:
        self._work()
        self.workroom.prepare_printing(self.form.choices)

    def _work(self) -> None:
        """Shows that something is being done; only stopping is possible meanwhile."""
        self._bar.setRange(0, 0)
        self._foot.setCurrentWidget(self._bar)
        self._cancel.setText(self._t("export.stop"))
        for each in (self.form, self._save, self._print):
            each.setEnabled(False)

    def _rest(self) -> None:
        self._foot.setCurrentWidget(self._said)
        self._cancel.setText(self._t("dialog.cancel"))
        self._cancel.setEnabled(True)
        self.form.setEnabled(True)
        self._save.setEnabled(self.form.any_sheet)
        self._print.setEnabled(self.form.any_sheet and self.form.kind == "pdf")

    @property
    def working(self) -> bool:
        """Whether something is being written."""
        return self._foot.currentWidget() is self._bar

    def _on_step(self, done: int, of: int) -> None:
        self._bar.setRange(0, of)
        self._bar.setValue(done)

    def _on_written(self, outcome: object) -> None:
        self._rest()
        if isinstance(outcome, Problem):
            tell_problem(self, outcome, self._t)
        elif isinstance(outcome, list):
            self.files = outcome
            self.accept()
        else:
            self._said.setText(self._t("export.stopped"))

    def _on_broken(self, error: Exception) -> None:
        """Ends what was being done; what went wrong is reported as anywhere in the window."""
        self._rest()
        raise error

    def _on_printable(self, data: bytes) -> None:
        from plakbord.window.poster.printing import ask_printer, print_pdf

        self._rest()
        printer = ask_printer(self, self.windowTitle(), self.preview.pages)
        if printer is None:
            return
        try:
            print_pdf(data, printer)
        except OSError:
            tell_problem(self, Problem("no_printer"), self._t)
            return
        self.printed = True
        self.accept()

    # Leaving

    def reject(self) -> None:
        """Stops what is being written first; leaves when there is nothing of that kind."""
        if self.working:
            self._cancel.setEnabled(False)
            self.workroom.stop()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.working:
            self.workroom.stop()
            event.ignore()
        else:
            super().closeEvent(event)
