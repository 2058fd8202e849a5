"""A font addressed by glyph: exactly the glyphs that were shaped, each with exactly the text it stands for.

ReportLab's own fonts are addressed by character and lose ligatures, Arabic, Devanagari and emoji on copying. Here every
pair of a glyph and its text gets a code of its own, so the way back from glyph to text is exact without further marks.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import uharfbuzz as hb

from plakbord.poster.cff import is_numbered, renumbered
from plakbord.poster.ink import number
from plakbord.poster.objects import PdfFile, Stream, array, dictionary, utf16

if TYPE_CHECKING:
    from reportlab.pdfbase.pdfdoc import PDFObject

    from plakbord.sheet.text.fonts import Face

UNUSED_TABLES = (
    *("GSUB", "GPOS", "GDEF", "BASE", "MATH", "cmap", "name", "post", "OS/2"),
    *("DSIG", "STAT", "meta", "gasp", "COLR", "CPAL", "kern", "vhea", "vmtx"),
)
"""What a PDF reader never looks at in a font that is addressed by glyph."""

LETTER = "n"
"""The letter that carries, unseen, the text of what is drawn."""

ROWS = 100
"""The most rows that one block of a character map may have (Adobe Technical Note 5014)."""

MOST_CODES = 0xFFFE
"""Codes of two bytes, but for 0, and for the last, which some readers do not take."""


class GlyphFont:
    """The glyphs of one face that a document shows, under a name for the font dictionary.

    Codes are CIDs of two bytes: 0 is the missing glyph, the others count up in the order of first use.
    """

    def __init__(self, face: Face, name: str) -> None:
        self.name = name
        self._face = face
        self._codes: dict[tuple[int, str, float], int] = {}
        self._texts: dict[int, str] = {}
        self._shown: dict[tuple[int, str], str] = {}
        self._advances: dict[int, float] = {}
        self._letter: int = face.hb_font.get_nominal_glyph(ord(LETTER)) or 0

    def has_place(self, gid: int, text: str) -> bool:
        """Whether a glyph can be written as this text: one with PostScript outlines has one text in a font."""
        return not self._face.is_cff or self._texts.setdefault(gid, text) == text

    @property
    def free(self) -> int:
        """How many more codes there are for pairs of a glyph and a text."""
        return MOST_CODES - len(self._codes)

    def advance(self, gid: int) -> float:
        """How far a reader's pen moves after a glyph, in em: the advance as it stands in the file."""
        known = self._advances.get(gid)
        if known is None:
            known = self._advances[gid] = round(self._face.advance(gid), 6)
        return known

    def code(self, gid: int, text: str) -> str:
        """The code that shows a glyph and is copied as the text, in hexadecimal."""
        key = (gid, text)
        known = self._shown.get(key)
        if known is None:
            known = self._shown[key] = self._code(gid, text, self.advance(gid))
        return known

    def carrier(self, text: str, advance: float) -> str:
        """The code of a letter that is copied as the text and is as wide as asked for, in em: to be written unseen."""
        return self._code(self._letter, text, round(advance, 6))

    def add_to(self, file: PdfFile) -> None:
        """Writes the font with its subset, widths and texts (ISO 32000-1, 9.7 and 9.10.3)."""
        glyphs = [0, *(gid for gid, _, _ in self._codes)]
        widths = [self.advance(0), *(advance for _, _, advance in self._codes)]
        data, new_ids = _subset(self._face, glyphs)
        entries: dict[str, object] = {"Subtype": "/CIDFontType2"}
        if self._face.is_cff:
            codes = {new_ids[gid]: code for code, gid in enumerate(glyphs)}
            data = renumbered(data, [codes[gid] for gid in range(1, len(codes))])
            entries = {"Subtype": "/CIDFontType0"}
        else:
            moved = b"".join(new_ids[gid].to_bytes(2, "big") for gid in glyphs)
            entries["CIDToGIDMap"] = file.add(Stream(moved))
        base = f"/{_tag(data)}+{self._face.psname}"
        described = dictionary(
            Type="/Font",
            BaseFont=base,
            CIDSystemInfo=dictionary(Registry="(Adobe)", Ordering="(Identity)", Supplement=0),
            FontDescriptor=file.add(self._descriptor(file, base, data)),
            DW=1000,
            W=array(["0", array([number(width * 1000) for width in widths])]),
            **entries,
        )
        font = dictionary(
            Type="/Font",
            Subtype="/Type0",
            BaseFont=base,
            Encoding="/Identity-H",
            DescendantFonts=array([file.add(described)]),
            ToUnicode=file.add(Stream(self._to_unicode())),
        )
        file.add_font(self.name, font)

    def _code(self, gid: int, text: str, advance: float) -> str:
        key = (gid, text, advance)
        cid = self._codes.get(key)
        if cid is None:
            cid = self._codes[key] = len(self._codes) + 1
            if cid > MOST_CODES:
                raise OverflowError(f"{self._face.key}: no code left; see free")
        return f"{cid:04X}"

    def _descriptor(self, file: PdfFile, base: str, data: bytes) -> PDFObject:
        face = self._face
        em = 1000 / face.units_per_em
        return dictionary(
            Type="/FontDescriptor",
            FontName=base,
            Flags=4,  # symbolic: not addressed by a standard alphabet
            FontBBox=array([number(side * em) for side in face.bbox]),
            ItalicAngle=0,
            Ascent=number(face.ascent * em),
            Descent=number(face.descent * em),
            CapHeight=number(face.ascent * em * 0.7),
            StemV=80,
            **self._program(file, data),
        )

    def _program(self, file: PdfFile, data: bytes) -> dict[str, object]:
        if self._face.is_cff:
            return {"FontFile3": file.add(Stream(data, Subtype="/CIDFontType0C"))}
        return {"FontFile2": file.add(Stream(data, Length1=len(data)))}

    def _to_unicode(self) -> bytes:
        rows = [f"<{cid:04X}> <{utf16(text)}>" for (_, text, _), cid in self._codes.items()]
        lines = [
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
            "1 begincodespacerange <0000> <FFFF> endcodespacerange",
        ]
        lines += _blocks(rows)
        lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
        return "\n".join(lines).encode("ascii")


def can_be_written(face: Face) -> bool:
    """Whether a face can be put in a PDF as a font; the glyphs of others are drawn."""
    if not face.is_cff:
        return True
    return "CFF " in face.hb_face.table_tags and is_numbered(face.hb_face.reference_table("CFF ").data)


def _blocks(rows: list[str]) -> list[str]:
    lines: list[str] = []
    for at in range(0, len(rows), ROWS):
        block = rows[at : at + ROWS]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    return lines


def _subset(face: Face, glyphs: list[int]) -> tuple[bytes, dict[int, int]]:
    """The font file with these glyphs alone, of a font with PostScript outlines just the table with them, and where
    each glyph went. A variable font is held at its default."""
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(set(glyphs))
    wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    if "fvar" in face.hb_face.table_tags:
        wanted.pin_all_axes_to_default(face.hb_face)
    wanted.drop_table_tag_set.update({int.from_bytes(tag.encode(), "big") for tag in UNUSED_TABLES})
    plan = hb.SubsetPlan(face.hb_face, wanted)
    moved = plan.old_to_new_glyph_mapping
    new_ids = {gid: moved[gid] for gid in glyphs}
    made = plan.execute()
    return (made.reference_table("CFF ").data if face.is_cff else made.blob.data), new_ids


def _tag(data: bytes) -> str:
    """Six capitals that tell subsets of one font apart (ISO 32000-1, 9.6.4): made from the subset, so they are the
    same whenever it is the same."""
    return "".join(chr(ord("A") + byte % 26) for byte in hashlib.sha256(data).digest()[:6])
