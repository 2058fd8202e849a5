"""Plakbord: a board of sticky notes for the Business Model Canvas and the persona sheet."""

from canvas_files import __version__

__all__ = ["__version__"]
