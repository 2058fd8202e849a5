"""How well a colour can be read on another: WCAG 2.2, "relative luminance" and "contrast ratio"."""

from __future__ import annotations

READABLE = 4.5
"""Success criterion 1.4.3, level AA, for text of ordinary size."""


def luminance(color: str) -> float:
    """The relative luminance of "#RRGGBB", from 0 to 1."""
    parts = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """From 1, the same, to 21, black on white."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
