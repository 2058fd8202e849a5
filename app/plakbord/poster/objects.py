"""The objects of a PDF as ReportLab writes them, with its settings held still: the bytes depend on the document alone.

Only this module touches ReportLab. What is used of it is its pdfdoc module (PDFDocument, PDFDictionary, PDFArray,
PDFObject); its canvas is left out, for it
names Helvetica on every page.
"""

from __future__ import annotations

import hashlib
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from plakbord.poster.light_import import without_pillow

with without_pillow():
    from reportlab import rl_config
    from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFObject, PDFObjectReference

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

FONTS = "BasicFonts"
"""ReportLab's name for the dictionary of fonts that every document has."""

SETTINGS = (("invariant", 1), ("pdfComments", 0), ("pdfMultiLine", 0))
"""ReportLab's settings that reach the bytes. It takes them from files in the home folder and from the environment."""


class PdfFile:
    """A PDF 1.7 in the making, in the given language."""

    def __init__(self, language: str) -> None:
        self._document = _new_document(language)
        self.fonts: Any = PDFObjectReference(FONTS)

    def add(self, item: PDFObject) -> object:
        """Makes something an object of its own, and gives the reference that stands for it elsewhere."""
        reference: object = self._document.Reference(item)
        return reference

    def add_font(self, name: str, font: PDFObject) -> None:
        """Puts a font in the dictionary that all pages share."""
        self._document.idToObject[FONTS][name] = self.add(font)

    def add_page(self, **entries: object) -> object:
        """Adds a page at the end, and gives the reference to it."""
        page = dictionary(Type="/Page", Parent=self.add(self._document.Pages), **entries)
        self._document.Pages.addPage(page)
        return self.add(page)

    def set_page(self, page: object, **entries: object) -> None:
        """Sets more entries of a page that was added."""
        found = self._document.idToObject[getattr(page, "name", "")]
        for name, value in entries.items():
            found[name] = value

    def number_of(self, reference: object) -> str:
        """What stands for an object that was added, as it is written: "12 0 R"."""
        number, version = self._document.idToObjectNumberAndVersion[getattr(reference, "name", "")]
        return f"{number} {version} R"

    def set_catalog(self, **entries: object) -> None:
        """Sets entries of the document catalog (ISO 32000-1, 7.7.2)."""
        catalog = self._document.Catalog
        for name, value in entries.items():
            if name not in catalog.__NoDefault__:
                catalog.__NoDefault__ = [*catalog.__NoDefault__, name]
            setattr(catalog, name, value)

    def set_information(self, entries: dict[str, str]) -> None:
        """Sets the document information dictionary (ISO 32000-1, 14.3.3)."""
        self._document.info = dictionary(**entries)
        self._document.signature.update(repr(entries).encode())

    def data(self) -> bytes:
        """The whole file."""
        with _settings_held():
            data: bytes = self._document.format()
        return data


class Stream(PDFObject):
    """Compressed bytes with a dictionary. ReportLab's own leaves out the line end before "endstream" that
    ISO 32000-1, 7.3.8 asks for."""

    __RefOnly__ = 1  # always an object of its own

    def __init__(self, content: bytes, **entries: object) -> None:
        self._content = content
        self._entries = entries

    def format(self, document: Any) -> bytes:
        """The object's bytes; the uncompressed content counts towards the document's fingerprint."""
        document.signature.update(self._content)
        packed = zlib.compress(self._content)
        head = dictionary(**self._entries, Filter="/FlateDecode", Length=len(packed))
        return head.format(document) + b"\nstream\n" + packed + b"\nendstream\n"


class Packed(PDFObject):
    """Bytes that are compressed already, with a dictionary that says how."""

    __RefOnly__ = 1  # always an object of its own

    def __init__(self, content: bytes, **entries: object) -> None:
        self._content = content
        self._entries = entries

    def format(self, document: Any) -> bytes:
        """The object's bytes; they count towards the document's fingerprint."""
        document.signature.update(self._content)
        head = dictionary(**self._entries, Length=len(self._content))
        return head.format(document) + b"\nstream\n" + self._content + b"\nendstream\n"


class Plain(PDFObject):
    """An object whose text is made here, much faster than ReportLab would: it is set before the file is written. Texts
    and names in it are escaped already."""

    __RefOnly__ = 1  # always an object of its own

    def __init__(self, text: str = "") -> None:
        self.text = text

    def format(self, document: Any) -> bytes:
        """The object's bytes; they count towards the document's fingerprint."""
        data = self.text.encode("ascii")
        document.signature.update(data)
        return data


def dictionary(**entries: object) -> PDFDictionary:
    """A dictionary; strings among the values stand in the file as they are, so a name begins with a slash."""
    return PDFDictionary(entries)


def array(items: Iterable[object]) -> PDFArray:
    """An array; strings stand in the file as they are."""
    return PDFArray(items)


def text_string(text: str) -> str:
    """Text for people (ISO 32000-1, 7.9.2.2): plain ASCII in brackets, anything else as UTF-16 in hexadecimal."""
    if text.isascii() and text.isprintable():
        escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        return f"({escaped})"
    return f"<FEFF{utf16(text)}>"


def utf16(text: str) -> str:
    """UTF-16, big end first, in hexadecimal; half a surrogate pair becomes a question mark."""
    return text.encode("utf-16-be", "replace").hex().upper()


def _new_document(language: str) -> Any:
    made: Callable[..., Any] = PDFDocument
    document = made(compression=1, invariant=1, pdfVersion=(1, 7), lang=language)
    document.signature = hashlib.sha256()  # ReportLab's own holds the time
    document.Catalog.Outlines = None
    return document


@contextmanager
def _settings_held() -> Iterator[None]:
    before = {name: getattr(rl_config, name) for name, _ in SETTINGS}
    try:
        for name, value in SETTINGS:
            setattr(rl_config, name, value)
        yield
    finally:
        for name, value in before.items():
            setattr(rl_config, name, value)
