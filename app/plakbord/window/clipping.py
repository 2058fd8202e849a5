"""Copying and pasting as the window asks for it; what reads and writes the clipboard is loaded when first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plakbord.window.stage import Stage
from plakbord.words import Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from plakbord.exchange.copy_out import Copied
    from plakbord.exchange.paste import Offer


def put(notes: Copied) -> None:
    """Puts copied notes on the clipboard of the system."""
    from plakbord.window import clipboard

    clipboard.put(notes)


def offered() -> Offer:
    """What stands on the clipboard."""
    from plakbord.window import clipboard

    return clipboard.offered()


def take_in(parent: QWidget, stage: Stage, offer: Offer, zone: str, t: Words) -> str:
    """Makes notes of an offer in a block; what there is to say about it, or nothing."""
    from plakbord.window import clipboard

    return clipboard.take_in(parent, stage, offer, zone, t)
