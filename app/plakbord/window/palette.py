"""The command palette: a field over the upper middle of the window with the things that can be done or shown. What it
offers comes from elsewhere; doing it is the finder's."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QIcon, QKeySequence
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QListView, QVBoxLayout, QWidget

from plakbord.window.find_field import ENTER, FindField, keys_for
from plakbord.window.icons import Icons, color_icon
from plakbord.window.palette_choices import Offer
from plakbord.window.palette_row import ROW, RowPainter
from plakbord.window.tone import Tone
from plakbord.words import Words

WIDTH = 620
ROWS = 9
"""Rows shown before the list scrolls."""
_TOP = 0.12
"""Part of the window above the palette."""

Index = QModelIndex | QPersistentModelIndex
OFFER = Qt.ItemDataRole.UserRole


class OfferList(QAbstractListModel):
    """The answers as Qt's list wants them, with a name that says all of a row for those who hear it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.offers: Sequence[Offer] = ()

    def show(self, offers: Sequence[Offer]) -> None:
        """Offers these and no others."""
        self.beginResetModel()
        self.offers = offers
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self.offers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        offer = self.offers[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return offer.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (offer.words, offer.kind, native(offer.keys))))
        return offer if role == OFFER else None


class Palette(QFrame):
    """Asks `answers` at every letter; `chosen` comes with the key of what was chosen, after it was hidden."""

    chosen = Signal(str)
    closed = Signal()

    def __init__(self, window: QWidget, t: Words, tone: Tone, icons: Icons) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("palette")
        self._answers: Callable[[str], Sequence[Offer]] = lambda _: ()
        self._model = OfferList(self)
        move = self._move
        keys = {
            **keys_for(self.choose_current, ENTER),
            **keys_for(self.close_palette, (Qt.Key.Key_Escape,)),
            **keys_for(lambda: move(1), (Qt.Key.Key_Down, Qt.Key.Key_Tab)),
            **keys_for(lambda: move(-1), (Qt.Key.Key_Up,)),
            **keys_for(lambda: move(-1), (Qt.Key.Key_Backtab,), shift=True),
            **keys_for(lambda: move(ROWS - 1), (Qt.Key.Key_PageDown,)),
            **keys_for(lambda: move(1 - ROWS), (Qt.Key.Key_PageUp,)),
        }
        self.field = FindField(keys, self, all_keys=True)
        self.field.setPlaceholderText(t("palette.hint"))
        self.field.setAccessibleName(t("palette.name"))
        self.field.textChanged.connect(self._ask)
        self.list = self._make_list(t, tone, icons)
        self._none = QLabel(t("palette.none"), self)
        self._none.setObjectName("quiet")
        self._none.setContentsMargins(12, 8, 12, 12)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(4)
        for widget in (self.field, self.list, self._none):
            column.addWidget(widget)
        self.hide()

    def _make_list(self, t: Words, tone: Tone, icons: Icons) -> QListView:
        view = QListView(self)
        view.setModel(self._model)
        view.setItemDelegate(RowPainter(tone, icon_maker(icons), view))
        view.setUniformItemSizes(True)
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setMouseTracking(True)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setAccessibleName(t("palette.results"))
        view.entered.connect(view.setCurrentIndex)
        view.clicked.connect(lambda _: self.choose_current())
        return view

    def open(self, answers: Callable[[str], Sequence[Offer]]) -> None:
        """Shows itself, empty, with what is offered without a question."""
        self._answers = answers
        self.field.clear()
        self._ask("")
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]  # there is one

    def close_palette(self) -> None:
        """Goes away without a choice."""
        if self.isVisible():
            self._hide()
            self.closed.emit()

    def choose_current(self) -> None:
        """Takes the row that is marked."""
        index = self.list.currentIndex()
        if index.isValid():
            key = self._model.offers[index.row()].key
            self._hide()
            self.chosen.emit(key)

    def place(self) -> None:
        """Stands over the upper middle of its window, as high as its rows."""
        window = self._window
        count = len(self._model.offers)
        self.list.setVisible(count > 0)
        self._none.setVisible(count == 0)
        self.list.setFixedHeight(min(count, ROWS, max(3, (window.height() - 160) // ROW)) * ROW)
        self.setFixedWidth(min(WIDTH, window.width() - 32))
        self.adjustSize()
        self.move((window.width() - self.width()) // 2, round(window.height() * _TOP))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click elsewhere closes it; the window's size moves it."""
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin):
            if isinstance(watched, QWidget) and watched is not self and not self.isAncestorOf(watched):
                self.close_palette()
        elif event.type() == QEvent.Type.Resize and watched is self._window:
            self.place()
        return False

    def _hide(self) -> None:
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]  # there is one
        self.hide()

    def _ask(self, asked: str) -> None:
        self._model.show(self._answers(asked))
        self.list.setCurrentIndex(self._model.index(0))
        self.place()

    def _move(self, step: int) -> None:
        count = len(self._model.offers)
        if not count:
            return
        row = self.list.currentIndex().row() + step
        row = row % count if abs(step) == 1 else max(0, min(row, count - 1))
        self.list.setCurrentIndex(self._model.index(row))


def icon_maker(icons: Icons) -> Callable[[Offer], QIcon]:
    """The icon of an offer: a drawing, or a swatch of the note's colour."""
    swatches: dict[str, QIcon] = {}

    def make(offer: Offer) -> QIcon:
        if offer.swatch is None:
            return icons(offer.icon)
        if offer.swatch not in swatches:
            swatches[offer.swatch] = color_icon(offer.swatch)
        return swatches[offer.swatch]

    return make


def native(keys: str) -> str:
    """A shortcut as people on this system write it."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) if keys else ""
