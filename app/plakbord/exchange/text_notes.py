"""Notes from plain text: every line is one, without the bullet or number before it; cells of tables are one each, and
so are the items and paragraphs of Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from plakbord.exchange import tables

Kind = Literal["text", "markdown", "csv"]

_BULLET = re.compile(
    r"\s*(?:[-*+•◦▪▫‣⁃·–—●○■□◆◇►▶➢➤❖\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf02d](?:\s+|$)|[o§]\t)"
    r"(?:\[[ xX]\]\s+)?"
)
_NUMBER = re.compile(r"\s*(?:\(?\d{1,3}[.)]\s+|[a-zA-Z][.)]\t\s*)")
_FIRST = re.compile(r"\s*\(?[1aA][.)]")
_HEADING = re.compile(r" {0,3}#{1,6}\s+")
_QUOTE = re.compile(r"\s*(?:>\s?)+")
"""Only in Markdown: elsewhere "> 50 %" is more than half."""
_FENCE = re.compile(r"(?:`{3,}|~{3,})\w*")
_RULE = re.compile(r"\s*(?:[-*_=]\s*){3,}")
_STRONG = re.compile(r"(?<!\w)(\*\*|__)(?=\S)([^*_\n]{1,500}?)(?<=\S)\1(?!\w)")
_SLANTED = re.compile(r"(?<![\w*_])([*_`])(?=\S)([^*_`\n]{1,500}?)(?<=\S)\1(?![\w*_])")
_LINK = re.compile(r"!?\[([^\[\]\n]{1,500})\]\(<?([^()\s]{1,2000})>?\)")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|>~-])")


def texts_of_text(text: str, kind: Kind = "text") -> list[str]:
    """The text of each note to be; blank lines are none."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if kind == "csv":
        return tables.cells_of_csv(text)
    separator = None if kind == "markdown" else _separator(text)
    if separator is not None:
        return tables.cells(text, separator)
    return list(_items(text.split("\n"), kind == "markdown"))


def _separator(text: str) -> str | None:
    """What stands between cells when the whole text is a table."""
    if "\t" in text:
        lines = text.split("\n")
        marked = any(_BULLET.match(line) or _NUMBER.match(line) for line in lines)
        between = any("\t" in line.strip(" ").strip("\t") for line in lines)
        return "\t" if between and not marked else None
    return tables.looks_like_csv(text)


def _items(lines: list[str], markdown: bool) -> Iterator[str]:
    """The items and lines; what belongs to the one before is put behind it."""
    numbered = _is_numbered(lines)
    item: list[str] = []
    hanging = False
    at = 0
    while at < len(lines):
        rows = tables.markdown_rows(lines, at)
        line = lines[at]
        marked = _marker(line, numbered)
        if rows or marked or not _continues(line, hanging, markdown) or _is_rule(line, markdown):
            yield from _cells(item, markdown)
            item = []
        if rows:
            yield from (_plain(cell, markdown) for cell in tables.markdown_cells(lines[at : at + rows]))
            hanging = False
        elif not _is_rule(line, markdown):
            bare = line[marked:] if marked or not markdown else _QUOTE.sub("", line, count=1)
            heading = _HEADING.match(bare)
            item.append(bare[heading.end() :] if heading else bare)
            hanging = bool(line.strip()) and not heading and (bool(marked) or hanging or markdown)
        else:
            hanging = False
        at += rows or 1
    yield from _cells(item, markdown)


def _is_numbered(lines: list[str]) -> bool:
    """Whether numbers before lines count them; a single "12. " may be a date."""
    found = [line for line in lines if _NUMBER.match(line)]
    return len(found) > 1 or any(_FIRST.match(line) for line in found)


def _marker(line: str, numbered: bool) -> int:
    """How long the bullet or number before a line is; 0 when there is none."""
    if _RULE.fullmatch(line):
        return 0
    found = _BULLET.match(line) or (_NUMBER.match(line) if numbered else None)
    return found.end() if found else 0


def _continues(line: str, hanging: bool, markdown: bool) -> bool:
    """Whether a line without a mark belongs to what stands above it."""
    if not hanging or not line.strip():
        return False
    if markdown:
        return not _HEADING.match(line)
    return line.startswith("  ")


def _is_rule(line: str, markdown: bool) -> bool:
    """Whether a line only separates; in Markdown the fences of code too."""
    return _RULE.fullmatch(line) is not None or (markdown and _FENCE.fullmatch(line.strip()) is not None)


def _cells(lines: list[str], markdown: bool) -> Iterator[str]:
    """One item: a note, or one for each cell when tabs stand in it."""
    if lines:
        for cell in " ".join(line.strip(" ") for line in lines).split("\t"):
            yield _plain(cell, markdown)


def _plain(text: str, markdown: bool) -> str:
    """The words without Markdown's marks around them."""
    if "**" in text or "__" in text:
        text = _STRONG.sub(r"\2", text)
    if markdown:
        text = _LINK.sub(_link, text)
        text = _SLANTED.sub(r"\2", text)
        text = _ESCAPED.sub(r"\1", text)
    return text


def _link(found: re.Match[str]) -> str:
    words, target = found[1], found[2]
    return words if target in (words, f"mailto:{words}") else f"{words} ({target})"
