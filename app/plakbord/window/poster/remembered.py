"""What was chosen for the last poster, kept among the preferences; what belongs to one workshop is not."""

from __future__ import annotations

from typing import Any

from msgspec import ValidationError, convert
from msgspec.structs import fields, replace

from plakbord.poster.choices import Choices
from plakbord.settings import Settings

OF_ONE_WORKSHOP = frozenset({"sheets", "round", "language", "blank", "by_hand", "lens", "data_marks", "inventory"})


def last_choices(settings: Settings) -> Choices:
    """The choices to begin with. One that cannot be read is as it is at first; whether links and parked notes are
    printed is a preference of its own."""
    found = Choices(links=settings.print_links, parking=settings.print_parked, data_marks=settings.data_marks)
    for field in fields(Choices):
        if field.name in settings.poster and field.name not in OF_ONE_WORKSHOP:
            try:
                value = convert(settings.poster[field.name], field.type)
            except ValidationError:
                continue
            found = replace(found, **{field.name: value})
    return found


def remembering(settings: Settings, choices: Choices) -> Settings:
    """The preferences after a poster was made so."""
    first = Choices()
    kept: dict[str, Any] = {
        field.name: getattr(choices, field.name)
        for field in fields(Choices)
        if field.name not in OF_ONE_WORKSHOP | {"links", "parking"}
        and getattr(choices, field.name) != getattr(first, field.name)
    }
    return replace(settings, poster=kept, print_links=choices.links, print_parked=choices.parking)
