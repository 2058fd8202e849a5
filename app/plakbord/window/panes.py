"""Going from one part of the window to the next by keyboard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def go_on(panes: Sequence[QWidget], step: int) -> None:
    """Puts the keyboard in the part after or before the one it is in; parts that are hidden are passed over."""
    shown = [pane for pane in panes if pane.isVisible() and pane.isEnabled()]
    focused = QApplication.focusWidget()
    here = next((n for n, pane in enumerate(shown) if focused is not None and _holds(pane, focused)), -1)
    if shown:
        start = here if here >= 0 or step > 0 else 0
        shown[(start + step) % len(shown)].setFocus(Qt.FocusReason.TabFocusReason)


def _holds(pane: QWidget, focused: QWidget) -> bool:
    return pane is focused or pane.isAncestorOf(focused)
