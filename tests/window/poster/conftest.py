"""Windows opened as the program does."""

from __future__ import annotations

from helpers.window_fixtures import application_as_it_was, open_one, window

__all__ = ["application_as_it_was", "open_one", "window"]
