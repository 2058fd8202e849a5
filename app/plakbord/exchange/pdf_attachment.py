"""Files attached to a PDF, read with pypdf: a PDF from elsewhere is not to be trusted, so everything has a limit.

Importing this module imports pypdf, so it is imported when used.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import DictionaryObject, StreamObject

_MOST_ATTACHMENTS = 200
_DEEPEST = 20
_BROKEN = (PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, AssertionError, NotImplementedError)
"""What pypdf raises for a PDF that is none, or is damaged."""


def attachment(data: bytes, suffix: str, most: int) -> bytes:
    """The first attached file whose name ends so; b"" when there is none. Raises ValueError when the PDF cannot be
    read, or the file has more than `most` bytes."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is wrong with a PDF is told in our own words
    try:
        reader = PdfReader(BytesIO(data), strict=False)
        if reader.is_encrypted:
            return b""
        for specification in _specifications(reader):
            name = str(specification.get("/UF") or specification.get("/F") or "")
            if name.lower().endswith(suffix):
                return _content(specification, most)
    except (*_BROKEN, RecursionError, OverflowError) as error:
        raise ValueError(str(error)) from error
    return b""


def _specifications(reader: PdfReader) -> Iterator[DictionaryObject]:
    """The file specifications in the tree of names (ISO 32000-1, 7.9.6 and 7.11.4)."""
    root = reader.trailer["/Root"]
    names = _at(_at(root, "/Names"), "/EmbeddedFiles")
    waiting: list[tuple[Any, int]] = [(names, 0)]
    seen = 0
    while waiting:
        node, depth = waiting.pop()
        if not isinstance(node, DictionaryObject) or depth > _DEEPEST:
            continue
        for specification in list(_at(node, "/Names") or ())[1::2]:
            seen += 1
            found = specification.get_object()
            if isinstance(found, DictionaryObject):
                yield found
        kids = list(_at(node, "/Kids") or ())
        seen += len(kids)
        if seen > _MOST_ATTACHMENTS:
            return
        waiting += [(kid.get_object(), depth + 1) for kid in kids]


def _at(node: Any, key: str) -> Any:
    """What stands under a key; None in what is no dictionary."""
    node = node.get_object() if node is not None else None
    found = node.get(key) if isinstance(node, DictionaryObject) else None
    return None if found is None else found.get_object()


def _content(specification: DictionaryObject, most: int) -> bytes:
    files = _at(specification, "/EF")
    stream = _at(files, "/UF") or _at(files, "/F")
    if not isinstance(stream, StreamObject):
        raise ValueError("an attachment without content")
    content = stream.get_data()  # pypdf stops unpacking at 75 MB
    if len(content) > most:
        raise ValueError("an attachment that is too large")
    return content
