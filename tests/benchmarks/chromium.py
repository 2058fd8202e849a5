"""The poster beside a browser's print of the same board: whole processes in turns, and the sizes of the files. Without
Chromium there is nothing to compare, and the bench says so."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.timing import Row, Target, process, side_by_side
from benchmarks.workshops import ROOT, canvas_with, environment, folder
from canvas_files.document import Document
from canvas_files.file import save_file
from plakbord.poster.choices import Choices
from plakbord.poster.pages import printed_pages
from plakbord.sheet.marks import Box, Disc, Line, Mark, Outline, Page, Text
from plakbord.sheet.text.fonts import Fonts
from plakbord.words import load_words

NAMES = ("chromium", "chromium-browser", "google-chrome")
SWITCHES = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--no-pdf-header-footer"),
)
COUNTS = (60, 300, 1000, 3000)
ROUNDS = 5
TIME = Target(1 / 2.5)
SIZE = Target(1 / 4)
SIZE_FROM = 300
"""Notes; on a smaller board most of the file is fonts, ours and theirs."""


def rows() -> list[Row]:
    """For every count of notes a row of times, and one of sizes in kilobytes in the places of the milliseconds."""
    browser = next((found for name in NAMES if (found := shutil.which(name))), None)
    if browser is None:
        print(
            "no Chromium here: install it (on Debian: apt install chromium) to compare with its print", file=sys.stderr
        )
        return []
    return [row for count in COUNTS for row in _rows_for(count, browser)]


def _rows_for(count: int, browser: str) -> Iterator[Row]:
    with folder() as place:
        document = canvas_with(count)
        file, page = place / "board.plakbord", place / "board.html"
        ours, theirs, bare = place / "ours.pdf", place / "theirs.pdf", place / "bare.pdf"
        save_file(document, file)
        page.write_text(board_as_html(document), "utf-8")
        around = environment(place)
        export = process(["-m", "plakbord", "export", str(file), str(ours), "--force"], around)
        yield side_by_side(("chromium", "whole process", count), export, printing(browser, page, theirs), TIME, ROUNDS)
        if count >= SIZE_FROM:
            process(["-m", "plakbord", "export", str(file), str(bare), "--no-attachment"], around)()
            size, floor = (path.stat().st_size / 1000 for path in (bare, theirs))
            yield Row("chromium", "file, kB for ms", count, size, size, floor, SIZE)


def printing(browser: str, page: Path, out: Path) -> Callable[[], None]:
    """A whole run of the browser with a profile of its own. Calling it raises CalledProcessError when it fails."""

    def work() -> None:
        with TemporaryDirectory(prefix="plakbord-browser-") as profile:
            command = [browser, *SWITCHES, f"--user-data-dir={profile}", f"--print-to-pdf={out}", page.as_uri()]
            subprocess.run(command, check=True, capture_output=True)

    return work


def board_as_html(document: Document) -> str:
    """The same board as a web page, easy to print: every mark at its place in the size that was found for it."""
    pages = printed_pages(document, Choices(), Fonts(ROOT / "resources" / "fonts"), load_words("nl")).pages
    body = "\n".join(_section(page) for page in pages)
    fonts = ROOT / "resources" / "fonts"
    faces = (
        ("Board", "normal", "SourceSans3-Regular", ""),
        ("Board", "bold", "SourceSans3-Bold", ""),
        ("Emoji", "normal", "Twemoji", "unicode-range: U+2600-27BF, U+1F000-1FAFF;"),
    )
    sources = [(family, weight, (fonts / f"{file}.ttf").as_uri(), more) for family, weight, file, more in faces]
    named = "\n".join(
        f"@font-face {{ font-family: {family}; font-weight: {weight}; src: url({source}); {more} }}"
        for family, weight, source, more in sources
    )
    style = (
        f"{named}\n@page {{ size: {pages[0].w / 100}mm {pages[0].h / 100}mm; margin: 0 }}\n"
        "body { margin: 0; font-family: Emoji, Board } "
        "section { position: relative; overflow: hidden; break-after: page; -webkit-print-color-adjust: exact } "
        "div { position: absolute; white-space: pre; box-sizing: border-box }"
    )
    head = f'<meta charset="utf-8"><title>Bord</title><style>{style}</style>'
    return f'<!doctype html><html lang="nl">{head}\n{body}\n</html>'


def _section(page: Page) -> str:
    marks = "\n".join(_element(mark) for mark in page.marks)
    return f'<section style="width: {page.w / 100}mm; height: {page.h / 100}mm">\n{marks}\n</section>'


def _element(mark: Mark) -> str:
    match mark:
        case Text():
            bold = "font-weight: bold; " if mark.role in ("title", "heading") else ""
            pitch = mark.laid.height / max(1, len(mark.laid.lines))
            style = f"{bold}font-size: {_mm(mark.laid.size)}; line-height: {_mm(pitch)}; color: {mark.color}"
            lines = "<br>".join(escape(line.text.rstrip(" ")) for line in mark.laid.lines)
            return f'<div style="{_at(mark.x, mark.y)}; {style}">{lines}</div>'
        case Box():
            edge = f"; border: {_mm(mark.edge_width)} solid {mark.edge}" if mark.edge else ""
            fill = f"; background: {mark.fill}" if mark.fill else ""
            place = f"{_at(mark.x, mark.y, mark.w, mark.h)}; border-radius: {_mm(mark.radius)}"
            return f'<div style="{place}{fill}{edge}"></div>'
        case Disc():
            side, half = 2 * mark.radius, mark.radius
            edge = f"; border: {_mm(mark.edge_width)} solid {mark.edge}" if mark.edge else ""
            fill = f"; background: {mark.fill}" if mark.fill else ""
            return (
                f'<div style="{_at(mark.x - half, mark.y - half, side, side)}; border-radius: 50%{fill}{edge}"></div>'
            )
        case Line():
            left, top = min(mark.x1, mark.x2), min(mark.y1, mark.y2)
            size = max(abs(mark.x2 - mark.x1), mark.width), max(abs(mark.y2 - mark.y1), mark.width)
            return f'<div style="{_at(left, top, *size)}; background: {mark.color}"></div>'
        case Outline():
            return _polygon(mark)
    return ""


def _polygon(mark: Outline) -> str:
    across, down = [x for x, _ in mark.points], [y for _, y in mark.points]
    box = min(across), min(down), max(across) - min(across), max(down) - min(down)
    points: Sequence[str] = [f"{_mm(x - box[0])} {_mm(y - box[1])}" for x, y in mark.points]
    shape = f"background: {mark.fill or mark.edge}; clip-path: polygon({', '.join(points)})"
    return f'<div style="{_at(*box)}; {shape}"></div>'


def _at(x: float, y: float, w: float | None = None, h: float | None = None) -> str:
    size = "" if w is None or h is None else f"; width: {_mm(w)}; height: {_mm(h)}"
    return f"left: {_mm(x)}; top: {_mm(y)}{size}"


def _mm(value: float) -> str:
    return f"{value / 100:.3f}mm"
