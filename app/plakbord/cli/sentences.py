"""What only the command line has to say, in Dutch and English, and the language it says it in."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from canvas_files.problems import Problem
from canvas_files.records import Language
from canvas_files.sentences import Sentence
from plakbord.words import language_of_system

OWN: Mapping[str, Sentence] = MappingProxyType(
    {
        "no_folder": (
            "De map {folder} is er niet. Maak hem eerst of kies een andere plek; er is niets opgeslagen.",
            "The folder {folder} is not there. Make it first or choose another place; nothing was saved.",
        ),
        "long_text": (
            "Tekst {number} heeft {count} tekens; een briefje heeft er hoogstens {limit}. Er is niets toegevoegd.",
            "Text {number} has {count} characters; a note holds at most {limit}. Nothing was added.",
        ),
        "not_utf8": (
            "Regel {line} van de standaardinvoer is geen UTF-8. Er is niets toegevoegd.",
            "Line {line} of standard input is not UTF-8. Nothing was added.",
        ),
        "no_input": (
            "De standaardinvoer kan niet worden gelezen: {reason}.",
            "Standard input cannot be read: {reason}.",
        ),
        "much_input": (
            "De standaardinvoer is groter dan {limit} MB. Er is niets toegevoegd.",
            "Standard input is larger than {limit} MB. Nothing was added.",
        ),
        "no_output": (
            "De uitvoer kan niet worden geschreven: {reason}.",
            "The output cannot be written: {reason}.",
        ),
        "too_deep_inside": (
            "Dit zit te diep in elkaar voor Plakbord. Er is niets opgeslagen.",
            "This is nested too deeply for Plakbord. Nothing was saved.",
        ),
        "no_memory": (
            "Er is niet genoeg geheugen voor. Er is niets opgeslagen.",
            "There is not enough memory for it. Nothing was saved.",
        ),
        "unknown_ending": (
            "{name} kan geen poster zijn. Kies een naam die eindigt op een van deze: {endings}.",
            "{name} cannot be a poster. Choose a name that ends in one of these: {endings}.",
        ),
        "how_of_a_link": (
            "Alleen een koppeling heeft --how; neem --kind coupling. Er is niets veranderd.",
            "Only a coupling has --how; use --kind coupling. Nothing was changed.",
        ),
        "no_equals": (
            "Schrijf --set als NAAM=WAARDE, bijvoorbeeld --set system=CRM, en niet “{said}”. Er is niets toegevoegd.",
            "Write --set as NAME=VALUE, such as --set system=CRM, not “{said}”. Nothing was added.",
        ),
        "system": (
            "Het systeem werkt niet mee: {reason}. Er is niets opgeslagen.",
            "The system does not cooperate: {reason}. Nothing was saved.",
        ),
        "our_fault": (
            "Er ging iets mis wat niet mag; meld het alsjeblieft aan de makers ({error}, {place}).",
            "Something went wrong that should not; please report it to the makers ({error}, {place}).",
        ),
    }
)
"""A sentence here goes before the one of the same key for the window."""


class Refusal(Problem):
    """A Problem that only the command line knows."""

    def sentence(self, language: str = "en") -> str:
        """The sentence in Dutch for "nl", else in English."""
        return in_words(self, language)


def in_words(problem: Problem, language: str) -> str:
    """The sentence for a problem as the command line says it."""
    if problem.key not in OWN:
        return problem.sentence(language)
    dutch, english = OWN[problem.key]
    return (dutch if language == "nl" else english).format(**problem.values)


def system_words_language() -> Language:
    """Dutch when the system speaks Dutch, else English."""
    return language_of_system()
