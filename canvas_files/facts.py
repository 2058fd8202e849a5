"""What a note can be in the data lens, and what can be known of it there: the roles, the facts by name, and how each is
read from what a person typed. What the facts mean together is for the inventory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Literal, TypeAlias

from msgspec import Struct

from canvas_files.plain_text import LONGEST_LINE, field_text, is_possible, without_impossible
from canvas_files.problems import Problem
from canvas_files.records import Note
from canvas_files.template import Term

ROLES = ("data_source", "data_item", "kpi", "opportunity", "automation")
"""What a note can be besides a business note, whose role is empty."""
WORTH_DOING = ("opportunity", "automation")
"""What can be voted on in the data lens."""

NOT_WANTED = "none"
HOWS = (NOT_WANTED, "wanted", "hand", "file", "automatic")
"""How two sources are coupled: not wanted, wanted, and what works by hand, by a file, or by itself."""
WORKING = ("hand", "file", "automatic")
"""What couples two sources today."""

MOST_ITEMS = 200
"""Data items of one source."""
BEST_QUALITY = 5

Value: TypeAlias = str | int | list[str]
Form: TypeAlias = Literal["line", "list", "choice", "scale", "phase"]


class Fact(Struct, frozen=True):
    """Something that can be known of a data note: its name in the file, how it is filled in, the choices there are, and
    the roles that are asked for it."""

    name: str
    form: Form
    roles: tuple[str, ...]
    choices: tuple[str, ...] = ()


_SOURCE, _ITEM, _KPI = "data_source", "data_item", "kpi"
FACTS: tuple[Fact, ...] = (
    Fact("registered", "choice", (_SOURCE, _ITEM), ("yes", "partly", "no")),
    Fact("definition", "line", (_KPI,)),
    Fact("source", "line", (_KPI,)),
    Fact("alert", "choice", (_KPI,), ("yes", "no")),
    Fact("system", "line", (_SOURCE, "automation")),
    Fact("owner", "line", (_SOURCE, _ITEM, _KPI, *WORTH_DOING)),
    Fact("items", "list", (_SOURCE,)),
    Fact("refresh", "choice", (_SOURCE,), ("live", "daily", "hand")),
    Fact("quality", "scale", (_SOURCE, _ITEM)),
    Fact("personal", "choice", (_SOURCE, _ITEM), ("yes", "no")),
    Fact("target", "line", (_KPI,)),
    Fact("phase", "phase", (_SOURCE, _ITEM, _KPI, *WORTH_DOING)),
    Fact("cost", "line", (_SOURCE, *WORTH_DOING)),
)
NEAR: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        _SOURCE: ("registered", "system"),
        _ITEM: ("registered", "owner"),
        _KPI: ("source", "alert"),
        "opportunity": ("owner", "cost"),
        "automation": ("system", "cost"),
    }
)
"""What is asked in the room, beside the name and what a note is coupled with; the rest comes when there is time."""
BY_NAME: Mapping[str, Fact] = MappingProxyType({fact.name: fact for fact in FACTS})

_SAID: Mapping[str, str] = MappingProxyType(
    {
        "ja": "yes",
        "nee": "no",
        "deels": "partly",
        "dagelijks": "daily",
        "by hand": "hand",
        "met de hand": "hand",
        "handmatig": "hand",
    }
)
"""What people call a choice in the place of its own name."""


def facts_of(role: str) -> list[Fact]:
    """The facts that a note of a role is asked for, in the order of asking."""
    return [fact for fact in FACTS if role in fact.roles]


def text_of(note: Note, name: str) -> str:
    """A fact as text; empty when it is not there, or something of a newer version."""
    value = note.facts.get(name, "")
    return value if isinstance(value, str) else str(value) if type(value) is int else ""


def items_of(note: Note) -> list[str]:
    """The data items that a source itself names."""
    value = note.facts.get("items")
    return [item for item in value if isinstance(item, str) and item.strip()] if isinstance(value, list) else []


def name_of(note: Note) -> str:
    """The first line of a note: what a source, KPI or item is called."""
    return next((line.strip() for line in note.text.splitlines() if line.strip()), "")


def system_of(note: Note) -> str:
    """The system a source is in; a source of which no system is known stands for itself."""
    return text_of(note, "system").strip() or name_of(note)


def key_of(words: str) -> str:
    """What makes two spellings the same item or system: capitals and spaces do not count."""
    return " ".join(words.casefold().split())


def with_fact(note: Note, name: str, value: Value | None) -> dict[str, Any]:
    """The facts of a note with one of them set, or taken away by nothing; in the order of their names, so that a file
    does not depend on who filled in what first."""
    facts = {key: known for key, known in note.facts.items() if key != name}
    if value not in (None, "", []):
        facts[name] = value
    return dict(sorted(facts.items()))


def read_fact(name: str, raw: str, phases: Sequence[Term] = ()) -> Value | None:
    """The value that a text stands for; nothing empties the fact. Raises Problem for a name there is not and a value it
    cannot have."""
    fact = BY_NAME.get(name)
    if fact is None:
        raise Problem("unknown_fact", name=name[:40], names=", ".join(BY_NAME))
    words = field_text(raw, story=False)
    if not words:
        return None
    if fact.form == "list":
        return _items(words)
    if len(words) > LONGEST_LINE:
        raise Problem("field_too_long", count=len(words), field=name, limit=LONGEST_LINE)
    if fact.form == "choice":
        said = _SAID.get(words.casefold(), words.casefold())
        return said if said in fact.choices else _refuse(name, words, fact.choices)
    if fact.form == "scale":
        steps = tuple(str(step) for step in range(1, BEST_QUALITY + 1))
        return int(words) if words in steps else _refuse(name, words, steps)
    return _phase(name, words, phases) if fact.form == "phase" else words


def _items(words: str) -> list[str]:
    """Items with commas or semicolons between them; of two spellings of the same item the first stays."""
    found: dict[str, str] = {}
    for item in words.replace(";", ",").split(","):
        if item.strip():
            found.setdefault(key_of(item), item.strip()[:LONGEST_LINE])
    if len(found) > MOST_ITEMS:
        raise Problem("many_items", count=len(found), limit=MOST_ITEMS)
    return list(found.values())


def _phase(name: str, words: str, phases: Sequence[Term]) -> str:
    for term in phases:
        if words.casefold() in (term.id, term.name.nl.casefold(), term.name.en.casefold()):
            return term.id
    return _refuse(name, words, tuple(term.id for term in phases))


def _refuse(name: str, words: str, choices: tuple[str, ...]) -> str:
    raise Problem("unknown_choice", value=words[:40], field=name, choices=", ".join(choices) or "-")


def clean_facts(facts: Mapping[str, Any]) -> dict[str, Any]:
    """The facts without characters that no program can show; what is no text stays as it is."""
    return {without_impossible(name): _cleaned(value) for name, value in facts.items()}


def _cleaned(value: Any) -> Any:
    if isinstance(value, str) and not is_possible(value):
        return without_impossible(value)
    if isinstance(value, list):
        return [_cleaned(each) for each in value]
    return value
