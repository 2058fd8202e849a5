"""That something a phone asks cannot be. The page has the words; here it is one word that both know."""

from __future__ import annotations

from typing import Literal, TypeAlias

Why: TypeAlias = Literal[
    "mode",
    "paused",
    "text",
    "many",
    "block",
    "note",
    "locked",
    "closed",
    "round",
    "option",
    "budget",
    "most",
    "looking",
    "picture",
    "slow",
    "failed",
]


class No(Exception):
    """Refused; nothing was changed."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why: Why = why
