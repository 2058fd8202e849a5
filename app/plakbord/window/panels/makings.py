"""The panels that can stand at the right of the board, by name. Each is loaded when it is first opened."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from plakbord.window.panels.side import Making

MAKINGS: Mapping[str, Making] = MappingProxyType({})
