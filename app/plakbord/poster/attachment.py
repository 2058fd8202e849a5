"""The workshop inside its own poster (ISO 32000-1, 7.11.4, and the /AF of ISO 32000-2): who has the PDF can open the
workshop again."""

from __future__ import annotations

import hashlib

from msgspec import Struct

from plakbord.poster.objects import PdfFile, Stream, array, dictionary, text_string

MIME = "/application#2Fvnd.plakbord+json"
ENDING = ".plakbord"
_LONGEST = 80
_NOT_IN_NAMES = '<>:"/\\|?*'


class Attachment(Struct, frozen=True):
    """A workshop's file: its name, its bytes, and what it is in words."""

    name: str
    data: bytes
    words: str


def file_name(title: str) -> str:
    """A name for the workshop's file that every system takes."""
    allowed = "".join(" " if letter in _NOT_IN_NAMES or not letter.isprintable() else letter for letter in title)
    name = " ".join(allowed.split())[:_LONGEST].strip(" .")
    return f"{name or 'workshop'}{ENDING}"


def attach(file: PdfFile, attachment: Attachment, date: str) -> None:
    """Puts the file into the PDF. date is the document's, as PDF writes it."""
    data, name = attachment.data, text_string(attachment.name)
    digest = hashlib.md5(data, usedforsecurity=False).hexdigest()
    about = dictionary(Size=len(data), ModDate=date, CheckSum=f"<{digest}>")
    stream = file.add(Stream(data, Type="/EmbeddedFile", Subtype=MIME, Params=about))
    told = dictionary(
        Type="/Filespec",
        F=name,
        UF=name,
        Desc=text_string(attachment.words),
        AFRelationship="/Source",
        EF=dictionary(F=stream, UF=stream),
    )
    place = file.add(told)
    file.set_catalog(Names=dictionary(EmbeddedFiles=dictionary(Names=array([name, place]))), AF=array([place]))
