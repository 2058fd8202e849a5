"""Notes from HTML, as Word, Excel, Google Sheets and browsers put it on the clipboard: an item of a list, a cell of a
table and a paragraph are a note each."""

from __future__ import annotations

import re

from plakbord.exchange.html_tokens import Tag, tokens

_STRUCTURE = re.compile(r"<(?:li|td|th)\b|mso-list:", re.IGNORECASE)
_ITEM_OF_WORD = "mso-list:ignore"
"""Word writes the bullets and numbers of a list as text, and marks them so."""
_SPACE = re.compile(r"[ \t\n\r\f\xa0]+")
_LISTS = frozenset({"ul", "ol", "dl", "menu"})
_ITEMS = frozenset({"li", "dt", "dd"})
_CELLS = frozenset({"td", "th", "caption"})
_BLOCKS = frozenset(
    (
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "details",
        "div",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "main",
        "nav",
        "p",
        "pre",
        "section",
        "summary",
    )
)


def has_structure(html: str) -> bool:
    """Whether the HTML says more than plain text would: it holds a list or a table."""
    return _STRUCTURE.search(html) is not None


def texts_of_html(html: str) -> list[str]:
    """The text of every item, cell and paragraph in their order; those that say nothing are left out."""
    reading = _Reading()
    for token in tokens(html):
        if isinstance(token, str):
            reading.on_text(token)
        else:
            reading.on_tag(token)
    reading.next_note()
    return reading.texts


class _Reading:
    """How far we are. Only counts what is open, so that no depth of nesting matters."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._words: list[str] = []
        self._lists = 0
        self._tables = 0
        self._in_item = False
        self._in_cell = False
        self._pre = 0
        self._passing_over = 0

    def on_text(self, text: str) -> None:
        if self._passing_over:
            return
        if self._pre:
            self._words.append(text)
            return
        text = _SPACE.sub(" ", text)
        if text == " " and (not self._words or self._words[-1].endswith(("\n", " "))):
            return
        self._words.append(text)

    def on_tag(self, tag: Tag) -> None:
        name, begins = tag.name, not tag.ends
        if name == "br":
            self._words.append("\n")
        elif name == "span":
            self._on_span(tag)
        elif name in _ITEMS:
            self.next_note()
            self._in_item = begins or self._lists > 1
        elif name in _CELLS:
            self.next_note()
            self._in_cell = begins or self._tables > 1
        elif name in _LISTS:
            self.next_note()
            self._lists = max(0, self._lists + (1 if begins else -1))
            self._in_item = self._lists > 0
        elif name in ("table", "tr", "thead", "tbody", "tfoot"):
            self._on_table(name, begins)
        elif name in _BLOCKS:
            self._on_block(name, begins)

    def next_note(self) -> None:
        """What follows is another note."""
        if self._words:
            lines = "".join(self._words).split("\n")
            text = "\n".join(line.strip() if not self._pre else line.rstrip() for line in lines).strip()
            if text:
                self.texts.append(re.sub(r"\n{2,}", "\n", text))
            self._words = []
        self._passing_over = 0  # a bullet of Word's never reaches beyond its paragraph

    def _on_span(self, tag: Tag) -> None:
        if self._passing_over:
            self._passing_over += -1 if tag.ends else 1
        elif not tag.ends and _ITEM_OF_WORD in tag.attributes.lower().replace(" ", ""):
            self._passing_over = 1

    def _on_table(self, name: str, begins: bool) -> None:
        self.next_note()
        if name == "table":
            self._tables = max(0, self._tables + (1 if begins else -1))
            self._in_cell = self._tables > 0 and not begins

    def _on_block(self, name: str, begins: bool) -> None:
        if self._in_item or self._in_cell:
            self._words.append("\n")
            self._passing_over = 0
        else:
            self.next_note()
        if name == "pre":
            self._pre = max(0, self._pre + (1 if begins else -1))
