"""The pages of a poster as they will lie on the table: one at a time on a quiet ground, to be turned with buttons or
keys. It paints pictures that others draw."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from plakbord.window.icons import Icons
from plakbord.words import Words

ROOM = 20
"""Pixels around the page."""
BEHIND = 60
"""Wait so many milliseconds after the last change of size before a sharper picture is asked for."""
NOTCH = 120


class PageView(QWidget):
    """Shows one picture as large as fits."""

    turned = Signal(int)
    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self._wheel = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(320, 260)

    def sizeHint(self) -> QSize:
        return QSize(620, 480)

    @property
    def longest(self) -> int:
        """Pixels of the screen that the longest side of a page may take."""
        return max(64, round((max(self.width(), self.height()) - 2 * ROOM) * self.devicePixelRatioF()))

    def show_image(self, image: QImage) -> None:
        """Shows that page."""
        self._image = image
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - always painted whole
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().shadow())
        if not self._image.isNull():
            place = self._place()
            edge = QColor(0, 0, 0, 26)
            for step in (3, 2, 1):
                painter.fillRect(place.adjusted(-step, -step + 1, step, step + 1), edge)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, self._image)
        if self.hasFocus():
            painter.setPen(self.palette().accent().color())
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _place(self) -> QRectF:
        room = QRectF(self.rect()).adjusted(ROOM, ROOM, -ROOM, -ROOM)
        size = self._image.size().toSizeF().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        at = room.center()
        return QRectF(at.x() - size.width() / 2, at.y() - size.height() / 2, size.width(), size.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_PageUp: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_PageDown: 1,
            Qt.Key.Key_Space: 1,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.turned.emit(step)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._wheel += event.angleDelta().y()
        while abs(self._wheel) >= NOTCH:
            step = -1 if self._wheel > 0 else 1
            self._wheel += step * NOTCH
            self.turned.emit(step)


class Preview(QWidget):
    """The page, the buttons that turn it, and which of how many it is. `wants` asks for the picture of a page, so
    many pixels on its longest side."""

    wants = Signal(int, int)

    def __init__(self, t: Words, icons: Icons) -> None:
        super().__init__()
        self._words = t
        self._page = self._pages = 0
        self.view = PageView()
        self.view.setAccessibleName(t("export.preview"))
        self._before, self._after = self._button("chevron-left", -1, icons), self._button("chevron-right", 1, icons)
        self._count = QLabel()
        self._count.setObjectName("quiet")
        self._sharper = QTimer(self, singleShot=True, interval=BEHIND)
        self._sharper.timeout.connect(self._ask)
        self.view.resized.connect(self._sharper.start)
        self.view.turned.connect(self.turn)
        row = QHBoxLayout()
        row.addStretch(1)
        for each in (self._before, self._count, self._after):
            row.addWidget(each)
        row.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(self.view, 1)
        whole.addLayout(row)

    def _button(self, icon: str, step: int, icons: Icons) -> QToolButton:
        button = QToolButton()
        button.setObjectName("panelClose")
        button.setIcon(icons(icon))
        name = self._words("export.page.before" if step < 0 else "export.page.after")
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.clicked.connect(lambda: self.turn(step))
        return button

    @property
    def page(self) -> int:
        """The page that is shown, from 0."""
        return self._page

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return self._pages

    def open(self, pages: int, page: int | None = None) -> None:
        """There is another poster of so many pages, open at a page; without one the same page stays open where it
        can."""
        self._pages = pages
        self._page = max(0, min(self._page if page is None else page, pages - 1))
        self._tell()
        self._ask()

    def turn(self, step: int) -> None:
        """The page so many further."""
        wanted = max(0, min(self._page + step, self._pages - 1))
        if wanted != self._page:
            self._page = wanted
            self._tell()
            self._ask()

    def show_page(self, page: int, image: QImage) -> None:
        """The picture of a page that was asked for."""
        if page == self._page:
            self.view.show_image(image)

    def _ask(self) -> None:
        if self._pages:
            self.wants.emit(self._page, self.view.longest)

    def _tell(self) -> None:
        self._count.setText(self._words("export.page", n=self._page + 1, of=self._pages) if self._pages else "")
        self._before.setEnabled(self._page > 0)
        self._after.setEnabled(self._page < self._pages - 1)
