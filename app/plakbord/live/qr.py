"""A QR code as rows of dark and light squares, to be painted at any size."""

from __future__ import annotations

QUIET_ZONE = 4
"""Light squares around it; readers want four (ISO/IEC 18004)."""


def qr_rows(text: str) -> tuple[tuple[bool, ...], ...]:
    """The squares from top to bottom and left to right, True for dark, the quiet zone included. Raises ValueError when
    the text is too long for any code."""
    import segno  # only who shares needs it

    code = segno.make_qr(text, error="m")
    return tuple(tuple(bool(square) for square in row) for row in code.matrix_iter(border=QUIET_ZONE))
