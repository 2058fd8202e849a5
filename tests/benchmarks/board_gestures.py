"""One process of the board's benchmark: makes a board of so many notes, does every gesture with it, and prints the
milliseconds of a frame as JSON."""

from __future__ import annotations

import gc
import json
import math
import random
import resource
import statistics
import sys
import time
from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from canvas_files.document import Document, new_document
from canvas_files.problems import Problem
from canvas_files.records import Note
from canvas_files.template import Room, Size, Template
from helpers.sample_texts import DUTCH_NOTES
from plakbord.board.fonts import editor_font
from plakbord.board.region import Look
from plakbord.paths import resources
from plakbord.session import Session
from plakbord.settings import Settings
from plakbord.sheet.templates import raw_template
from plakbord.sheet.text.fonts import REGULAR, Fonts
from plakbord.window.stage import Kit, Stage
from plakbord.words import load_words

WIDTH, HEIGHT = 1920, 1080
FRAMES = 60
CELL_W, CELL_H = 3900, 3100


class Quiet:
    """A window that is only there to hold the board."""

    def __init__(self) -> None:
        self.t = load_words("nl")
        self.settings = Settings()

    def tell(self, problem: Problem) -> None:
        """Nothing goes wrong here."""
        raise problem


def document_of(count: int) -> Document:
    """A canvas as large as so many notes need, its blocks grown with it, the notes side by side."""
    document = new_document("nl", "Groot bord", "2026-11-21")
    template = document.add_template(raw_template("canvas"))
    factor = max(1.0, math.sqrt(count * CELL_W * CELL_H * 1.15 / (template.page.w * template.page.h)))
    document.templates[template.id] = grown(template, factor)
    sheet = document.new_sheet(template)
    words = [text for texts in DUTCH_NOTES.values() for text in texts]
    page, chance = document.templates[template.id].page, random.Random(7)
    columns = int(page.w // CELL_W)
    zone = template.zones[0]
    left, top = document.templates[template.id].zones[0].box.x, document.templates[template.id].zones[0].box.y
    with document.store.transaction("fill", "load") as tx:
        tx.put(sheet)
        for number in range(count):
            row, column = divmod(number, columns)
            x, y = column * CELL_W + chance.randrange(250), row * CELL_H + chance.randrange(250)
            text = f"{chance.choice(words)} {number}"
            color = chance.choice(("yellow", "orange", "pink", "green", "blue", "white"))
            z, place = f"a{number:05d}x", {"x": x - left, "y": y - top}
            tx.put(Note(id=f"note:{number}", sheet=sheet.id, zone=zone.id, text=text, color=color, z=z, **place))
    return document


def grown(template: Template, factor: float) -> Template:
    """The template with every length times a factor."""

    def larger(room: Room) -> Room:
        return Room(*(round(value * factor) for value in (room.x, room.y, room.w, room.h)))

    zones = tuple(replace(zone, box=larger(zone.box)) for zone in template.zones)
    size = Size(round(template.page.w * factor), round(template.page.h * factor))
    return replace(template, page=size, zones=zones)


class Floor(QWidget):
    """Paints one image over the whole window."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
        self._image.fill(QColor("#E9ECEF"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawImage(0, 0, self._image)
        painter.end()


def frames(app: QApplication, change: Callable[[int], None], count: int = FRAMES) -> tuple[float, float, float]:
    """Median, 95th percentile and worst of changing something until it is painted and flushed."""
    times: list[float] = []
    for number in range(count + 3):
        start = time.perf_counter()
        change(number)
        QCoreApplication.sendPostedEvents()
        app.processEvents()
        app.sync()
        if number >= 3:
            times.append((time.perf_counter() - start) * 1000)
    p95 = statistics.quantiles(times, n=20, method="inclusive")[-1]
    return round(statistics.median(times), 3), round(p95, 3), round(max(times), 3)


def shown(app: QApplication, widget: QWidget) -> None:
    """Shows a widget over the whole screen."""
    widget.setWindowFlag(Qt.WindowType.FramelessWindowHint)
    widget.setGeometry(0, 0, WIDTH, HEIGHT)
    widget.show()
    for _ in range(10):
        app.processEvents()
        time.sleep(0.01)


def measure(app: QApplication, count: int) -> dict[str, object]:
    """Everything about one board."""
    floor = Floor()
    shown(app, floor)
    least, _, _ = frames(app, lambda _: floor.update())
    floor.close()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    session = Session(document_of(count))
    kit = Kit(
        Fonts(resources() / "fonts"),
        lambda: editor_font(resources() / "fonts" / f"{REGULAR}.ttf"),
        {"nl": load_words("nl")},
    )
    look = Look("#E9ECEF", "#2F5BEA", "#D5DAE1")
    stage = Stage(session, session.document.sheets[0], kit, Quiet(), look)  # type: ignore[arg-type]  # shows nothing
    session.store.listen(stage.follow)
    board = stage.board
    shown(app, board)
    gc.collect()
    gc.freeze()
    gestures = {
        "pan at fit": panning(app, stage, fit=True),
        "pan at 100 %": panning(app, stage, fit=False),
        "zoom": zooming(app, stage),
        "drag 1": dragging(app, stage, 1),
        "drag 50": dragging(app, stage, 50),
        "type a letter": typing(app, stage),
    }
    added = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    board.close()
    return {"floor": least, "gestures": gestures, "memory_mb": round(added)}


def panning(app: QApplication, stage: Stage, fit: bool) -> tuple[float, float, float]:
    stage.board.fit() if fit else stage.board.zoom_to(100)
    app.processEvents()
    return frames(app, lambda number: stage.board.pan_by(7 if number // 20 % 2 else -7, 5 if number // 20 % 2 else -5))


def zooming(app: QApplication, stage: Stage) -> tuple[float, float, float]:
    stage.board.fit()
    app.processEvents()
    middle = QPointF(WIDTH / 2, HEIGHT / 2)
    return frames(app, lambda number: stage.board.zoom_at(1.06 if number // 15 % 2 == 0 else 1 / 1.06, middle))


def dragging(app: QApplication, stage: Stage, count: int) -> tuple[float, float, float]:
    board = stage.board
    board.zoom_to(100)
    page = stage.layout.template.page
    faces = sorted(stage.layout.notes.values(), key=lambda face: abs(face.x - page.w / 2) + abs(face.y - page.h / 2))[
        :count
    ]
    stage.selection.set(face.id for face in faces)
    camera = board.camera
    assert camera is not None
    start = QPointF(*camera.device(faces[0].x + 900, faces[0].y + 900))
    app.processEvents()
    board.press_at(start)
    board.move_to(start + QPointF(9, 9))
    app.processEvents()
    way = [QPointF(4 * number, 2.4 * number) for number in range(1, 21)]
    result = frames(app, lambda number: board.move_to(start + way[abs(number % 38 - 19)]))
    board.cancel()
    app.processEvents()
    stage.selection.set(())
    return result


def typing(app: QApplication, stage: Stage) -> tuple[float, float, float]:
    board = stage.board
    board.zoom_to(100)
    note_id = next(iter(stage.layout.notes))
    stage.editing.start(note_id, False)
    app.processEvents()
    editor = app.focusWidget() if app.focusWidget() is not board else None
    target = editor or board.findChild(QWidget, "noteEditor")
    assert target is not None
    letters = "Een lange zin met woorden die steeds verder gaat dan je dacht "

    def letter(number: int) -> None:
        target.insertPlainText(letters[number % len(letters)])  # type: ignore[attr-defined]  # it is the note editor

    result = frames(app, letter, 40)
    stage.editing.finish()
    app.processEvents()
    return result


def main() -> None:
    gc.disable()
    app = QApplication(sys.argv[:1])
    print(json.dumps(measure(app, int(sys.argv[1]))), flush=True)
    sys.stdout.flush()


if __name__ == "__main__":
    main()
