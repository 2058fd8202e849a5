"""The panels that can stand at the right of the board, by name. Each is loaded when it is first opened."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtWidgets import QMainWindow

from plakbord.window.panels.side import Making, SidePanel


def voting(parent: QMainWindow) -> SidePanel:
    """Rounds of voting."""
    from plakbord.window.panels.voting import VotingPanel

    return VotingPanel(parent)


def share(parent: QMainWindow) -> SidePanel:
    """Phones."""
    from plakbord.window.panels.sharing import SharePanel

    return SharePanel(parent)


def inspector(parent: QMainWindow) -> SidePanel:
    """Questions about a data note."""
    from plakbord.window.panels.inspector import Inspector

    return Inspector(parent)


def inventory(parent: QMainWindow) -> SidePanel:
    """The data inventory."""
    from plakbord.window.panels.inventory import InventoryPanel

    return InventoryPanel(parent)


MAKINGS: Mapping[str, Making] = MappingProxyType(
    {"voting": voting, "share": share, "inspector": inspector, "inventory": inventory}
)
