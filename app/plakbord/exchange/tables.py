"""Tables written as text: CSV with semicolons, commas or tabs, and Markdown's rows between bars. Says whether a text is
one, and gives its cells."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence

_SEPARATORS = (";", "\t", ",")
_HINT = re.compile(r'\A"?sep=([;,\t|])"?\n', re.IGNORECASE)
_RULER = re.compile(r"[\s|:-]+")
_BAR = re.compile(r"(?<!\\)\|")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def cells_of_csv(text: str) -> list[str]:
    """The cells of a CSV file row by row, whatever separates them."""
    hint = _HINT.match(text)
    if hint:
        return cells(text[hint.end() :], hint[1])
    return cells(text, _separator_of(text))


def cells(text: str, separator: str) -> list[str]:
    """The cells row by row. A quote that is never closed is only a quote."""
    lines = io.StringIO(text, newline="")
    try:
        if text.count('"') % 2:
            rows = list(csv.reader(lines, delimiter=separator, quoting=csv.QUOTE_NONE))
        else:
            rows = list(csv.reader(lines, delimiter=separator))
    except csv.Error:  # a cell of more than 128 kB
        return [cell for line in text.split("\n") for cell in line.split(separator)]
    return [cell for row in rows for cell in row]


def looks_like_csv(text: str) -> str | None:
    """What separates the cells, when lines of a text can only be meant as a table. A comma is more often a comma."""
    lines = [line for line in _outside_quotes(text).split("\n") if line.strip()]
    if len(lines) < 2:
        return None
    if _regular(lines, ";", least=1):
        return ";"
    if ", " not in text and _regular(lines, ",", least=2):
        return ","
    return None


def markdown_rows(lines: Sequence[str], at: int) -> int:
    """How many lines from there are a table of Markdown's: a head, a ruler under it, and rows; 0 when there is none."""
    if "|" not in lines[at] or at + 1 >= len(lines) or not _is_ruler(lines[at + 1]):
        return 0
    end = at + 2
    while end < len(lines) and "|" in lines[end]:
        end += 1
    return end - at


def markdown_cells(lines: Sequence[str]) -> Iterator[str]:
    """The cells of such a table."""
    for number, line in enumerate(lines):
        if number != 1:
            for cell in _BAR.split(line.strip()):
                yield _BREAK.sub("\n", cell.replace("\\|", "|"))


def _is_ruler(line: str) -> bool:
    return "|" in line and "-" in line and _RULER.fullmatch(line) is not None


def _separator_of(text: str) -> str:
    """What separates the cells of a file that is a table: it stands equally often in every row, or most often in the
    head. Between decimal commas a semicolon comes first."""
    lines = [line for line in _outside_quotes(text[:100_000]).split("\n") if line.strip()][:200]
    for mark in _SEPARATORS:
        if _regular(lines, mark, least=1):
            return mark
    head, whole = (lines or [""])[0], "".join(lines)
    return max(_SEPARATORS, key=lambda mark: (head.count(mark), whole.count(mark)))


def _regular(lines: Sequence[str], mark: str, least: int) -> bool:
    wanted = lines[0].count(mark) if lines else 0
    return wanted >= least and all(line.count(mark) == wanted for line in lines)


def _outside_quotes(text: str) -> str:
    """The text without what stands in quotes, lines within a cell among it."""
    return re.sub(r'"[^"]*"', "", text) if '"' in text else text
