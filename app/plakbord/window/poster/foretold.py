"""In a sentence, what a poster is going to be: how many pages, on what paper, and how small its letters get."""

from __future__ import annotations

from plakbord.poster.choices import Choices
from plakbord.poster.pages import Forecast
from plakbord.words import Words


def foretold(forecast: Forecast, choices: Choices, t: Words) -> str:
    """The sentence below the preview."""
    parts = [
        t("export.foretold.pages", n=forecast.papers),
        t(f"export.paper.{str(choices.tiles or choices.paper).lower()}"),
    ]
    if forecast.continuations:
        parts.append(t("export.foretold.continuations", n=forecast.continuations))
    if forecast.lists:
        parts.append(t("export.foretold.lists", n=forecast.lists))
    if forecast.smallest_points:
        parts.append(t("export.foretold.smallest", points=f"{forecast.smallest_points:.0f}"))
    if forecast.left_out:
        names = [t("export.foretold.name", name=name) for name in dict.fromkeys(forecast.left_out)]
        parts.append(t("export.foretold.left_out", n=len(names), names=", ".join(names)))
    return "  ·  ".join(parts)
