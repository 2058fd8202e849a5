"""The sheet with all keys, made from the action list, and what mouse and fingers do."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations_with_replacement, pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from plakbord.actions.all import BY_ID
from plakbord.actions.find import BLOCKS
from plakbord.window.menus import MENUS, ids_in
from plakbord.words import Words

MOST_COLUMNS = 3
_SIZE = (1000, 680)
_ROW = 22

Row = tuple[str, tuple[str, ...]]
"""What it does, and the keys or the gesture for it."""


def groups(t: Words) -> list[tuple[str, list[Row]]]:
    """All that has a key, as the menus have it, and then what mouse and fingers do."""
    found: list[tuple[str, list[Row]]] = []
    for heading, items in MENUS:
        rows = [row for action_id in ids_in(items) if (row := _row(action_id, t)) is not None]
        if rows:
            found.append((t(heading).replace("&", ""), rows))
    mouse: list[Row] = []
    while t.has(key := f"shortcuts.mouse.{len(mouse) + 1}"):
        mouse.append((t(key), (t(f"{key}.keys"),)))
    return [*found, (t("shortcuts.mouse"), mouse)]


def _row(action_id: str, t: Words) -> Row | None:
    action = BY_ID[action_id]
    if action_id in BLOCKS:  # one row for the nine of them
        return (t("menu.blocks").replace("&", ""), ("1 – 9",)) if action_id == BLOCKS[0] else None
    keys = tuple(
        dict.fromkeys(QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) for keys in action.shortcuts)
    )
    return (t(action.words).rstrip("…"), keys[:2]) if keys else None


def columns_of(all_groups: Sequence[tuple[str, list[Row]]], count: int) -> list[list[tuple[str, list[Row]]]]:
    """The groups in so many columns, in their order, the highest as low as can be."""

    def columns(cuts: tuple[int, ...]) -> list[list[tuple[str, list[Row]]]]:
        ends = [0, *cuts, len(all_groups)]
        return [list(all_groups[start:end]) for start, end in pairwise(ends)]

    def highest(cuts: tuple[int, ...]) -> int:
        return max(sum(len(rows) + 2 for _, rows in column) for column in columns(cuts))

    places = range(len(all_groups) + 1)
    return columns(min(combinations_with_replacement(places, count - 1), key=highest))


class ShortcutSheet(QDialog):
    """Lies over the window; Escape, and the keys that opened it, close it."""

    def __init__(self, window: QWidget, t: Words) -> None:
        super().__init__(window)
        self.setWindowTitle(t("shortcuts.title"))
        room = window.width() - 24
        page = next(
            made
            for count in range(MOST_COLUMNS, 0, -1)
            if (made := _page(t, count)).sizeHint().width() + 20 <= room or count == 1
        )
        area = QScrollArea(self)
        area.setObjectName("shortcutArea")
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the arrow keys scroll
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        wanted = page.sizeHint()
        self.resize(
            min(max(_SIZE[0], wanted.width() + 20), room),
            min(max(400, wanted.height() + 4), window.height() - 24),
        )
        area.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F1 or event.text() == "?":
            self.close()
        else:
            super().keyPressEvent(event)


def _page(t: Words, columns: int) -> QWidget:
    """All keys in so many columns."""
    page = QWidget()
    page.setObjectName("shortcutPage")
    row = QHBoxLayout(page)
    row.setContentsMargins(28, 20, 28, 24)
    row.setSpacing(44)
    for column in columns_of(groups(t), columns):
        side = QVBoxLayout()
        side.setSpacing(4)
        for heading, rows in column:
            _add_group(side, heading, rows)
        side.addStretch(1)
        row.addLayout(side, 1)
    return page


def _add_group(side: QVBoxLayout, heading: str, rows: Sequence[Row]) -> None:
    title = QLabel(heading)
    title.setObjectName("shortcutGroup")
    title.setIndent(0)
    side.addWidget(title)
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(0, 1)
    for number, (words, keys) in enumerate(rows):
        name = QLabel(words)
        grid.addWidget(name, number, 0)
        grid.setRowMinimumHeight(number, _ROW)
        caps = QHBoxLayout()
        caps.setSpacing(4)
        caps.addStretch(1)
        for each in keys:
            cap = QLabel(each)
            cap.setObjectName("keyCap" if len(each) < 16 else "quiet")
            cap.setAlignment(Qt.AlignmentFlag.AlignCenter)
            caps.addWidget(cap)
        grid.addLayout(caps, number, 1)
    side.addLayout(grid)
    side.addSpacing(16)
