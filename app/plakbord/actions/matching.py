"""How well something to choose answers to what a person types: its words, other words for it, the beginnings of its
words, or letters left out. Case and accents make no difference."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from canvas_files.folding import folded

WHOLE, START, WORD, INITIALS, INSIDE, OTHER_WORD, LOOSE = 100, 90, 80, 70, 60, 50, 20
"""What a match is worth, the best first: all of the name, its start, the start of a word in it, the first letters of
its words, anywhere in it, the start of another word for it, its letters in order with some left out."""


class Choice(Struct, frozen=True):
    """Something to choose, by key. `name` and `others` (more words to find it by) are folded. Of a strict one the very
    words must be there: for texts so long that loose letters are found in all of them."""

    key: str
    name: str
    others: str = ""
    strict: bool = False


def choice(key: str, name: str, others: Iterable[str] = ()) -> Choice:
    """A choice, from words as they are shown."""
    return Choice(key, folded(name), folded(" ".join(others)))


def score(asked: str, offered: Choice) -> int:
    """How well a choice answers to a folded question; 0 is not at all. Every word asked for must be found."""
    if not asked:
        return 1
    if offered.name == asked:
        return WHOLE
    if offered.name.startswith(asked):
        return START
    whole = INITIALS if not offered.strict and _initials(offered.name).startswith(asked.replace(" ", "")) else 0
    return max(whole, min(_score_word(word, offered) for word in asked.split()))


def best(asked: str, offered: Sequence[Choice], recent: Sequence[str] = (), most: int = 60) -> list[str]:
    """The keys of the choices that answer, the best first; equally good ones stand as they were offered, after those
    chosen lately. Without a question the recent ones come first."""
    asked = folded(asked)
    place = {key: number for number, key in enumerate(reversed(recent), 1)}
    found = [(score(asked, each), place.get(each.key, 0), each.key) for each in offered]
    answering = [each for each in found if each[0]]
    answering.sort(key=lambda each: (each[0], each[1]), reverse=True)
    return [key for _, _, key in answering[:most]]


def _score_word(word: str, offered: Choice) -> int:
    name = f" {offered.name}"
    if f" {word}" in name:
        return WORD
    if word in name:
        return INSIDE
    if f" {word}" in f" {offered.others}":
        return OTHER_WORD
    return LOOSE if not offered.strict and _in_order(word, offered.name) else 0


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split())


def _in_order(word: str, name: str) -> bool:
    """Whether the letters stand in the name in that order, the first where a word begins; two letters say too
    little."""
    if len(word) < 3:
        return False
    starts = [at for at, letter in enumerate(name) if letter == word[0] and (at == 0 or name[at - 1] == " ")]
    return any(_follow(word, name, at) for at in starts)


def _follow(word: str, name: str, at: int) -> bool:
    for letter in word:
        at = name.find(letter, at) + 1
        if at == 0:
            return False
    return True
