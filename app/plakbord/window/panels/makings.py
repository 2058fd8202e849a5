"""The panels that can stand at the right of the board, by name. Each is loaded when it is first opened."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtWidgets import QMainWindow

from plakbord.window.panels.side import Making, SidePanel


def share(parent: QMainWindow) -> SidePanel:
    """Taking part with phones."""
    from plakbord.window.panels.sharing import SharePanel

    return SharePanel(parent)


def voting(parent: QMainWindow) -> SidePanel:
    """Rounds of voting."""
    from plakbord.window.panels.voting import VotingPanel

    return VotingPanel(parent)


MAKINGS: Mapping[str, Making] = MappingProxyType({"voting": voting, "share": share})
