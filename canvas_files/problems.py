"""Something in the way of what a person wants. The code that meets it names it by key; what is said then stands in
canvas_files/sentences.py."""

from __future__ import annotations


class Problem(Exception):
    """Something is in the way and the person is told so; `str()` is the English sentence."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values

    def sentence(self, language: str = "en") -> str:
        """The sentence in Dutch for "nl", else in English."""
        from canvas_files.sentences import SENTENCES  # many, and mostly nothing is wrong

        dutch, english = SENTENCES[self.key]
        said = (dutch if language == "nl" else english).format(**self.values)
        return said.encode("utf-8", "replace").decode()  # a damaged file's own words must not stop us from saying so

    def __str__(self) -> str:
        return self.sentence()
