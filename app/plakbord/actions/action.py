"""What an action is: its id, its icon and keys, what it does and when it can be done. Its words stand in the
translations under `action.<id>`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from plakbord.actions.context import Context


def always(_: Context) -> bool:
    """For what can be done at any time."""
    return True


class Action(Struct, frozen=True, eq=False):
    """Something a person can do. `checked` is for what is on or off; shortcuts are written as Qt writes them
    ("Ctrl+Shift+Z"), the first one is shown. `swatch` is the note colour that stands in the icon's place."""

    id: str
    run: Callable[[Context], None]
    icon: str = ""
    shortcuts: tuple[str, ...] = ()
    enabled: Callable[[Context], bool] = always
    checked: Callable[[Context], bool] | None = None
    swatch: str | None = None

    @property
    def words(self) -> str:
        """The key of its name in the translations."""
        return f"action.{self.id}"

    @property
    def keywords(self) -> str:
        """The key of the other words that people may look for it by."""
        return f"action.{self.id}.keywords"
