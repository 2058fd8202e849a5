"""The panels that can stand at the right of the board, by name. Each is loaded when it is first opened."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtWidgets import QMainWindow

from plakbord.window.panels.side import Making, SidePanel


def _inspector(parent: QMainWindow) -> SidePanel:
    from plakbord.window.panels.inspector import Inspector

    return Inspector(parent)


def _inventory(parent: QMainWindow) -> SidePanel:
    from plakbord.window.panels.inventory import InventoryPanel

    return InventoryPanel(parent)


MAKINGS: Mapping[str, Making] = MappingProxyType({"inspector": _inspector, "inventory": _inventory})
