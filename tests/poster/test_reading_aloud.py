"""A PDF that people can use: tags in reading order, bookmarks, links, and the workshop inside it."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from canvas_files.file import decode, encode
from helpers.pdf_reading import fonts_of, reader_of
from helpers.poster_workshops import ADDRESS, full_workshop
from helpers.sample_workshops import bundled_fonts, words
from plakbord.poster import extra_pages
from plakbord.poster.attachment import MIME, file_name
from plakbord.poster.choices import Choices
from plakbord.poster.export import pdf_bytes
from plakbord.sheet.marks import Disc
from plakbord.sheet.printed import OnNote

QPDF, PDFINFO = shutil.which("qpdf"), shutil.which("pdfinfo")


def pdf_of(**choices: Any) -> bytes:
    return pdf_bytes(full_workshop(), Choices(**choices), bundled_fonts()).data


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return pdf_of(links=True, parking=True)


def elements(pdf: bytes) -> list[tuple[str, str, int]]:
    """Every structure element with content of the first page: its tag, its words instead, and its number, in reading
    order."""
    found: list[tuple[str, str, int]] = []

    def walk(item: Any, tag: str, alt: str) -> None:
        item = item.get_object() if hasattr(item, "get_object") else item
        if isinstance(item, int):
            found.append((tag, alt, int(item)))
        elif isinstance(item, list):
            for kid in item:
                walk(kid, tag, alt)
        elif "/S" in item:
            walk(item.get("/K", []), item["/S"], str(item.get("/Alt", "")))
        elif "/MCID" in item:
            found.append((tag, alt, int(item["/MCID"])))

    root: Any = reader_of(pdf).root_object
    document = root["/StructTreeRoot"]["/K"][0].get_object()
    walk(document["/K"][0], "", "")
    return found


def test_every_span_is_read_once_in_its_order(pdf: bytes) -> None:
    found = elements(pdf)
    assert [number for _, _, number in found] == list(range(len(found)))
    tags = [tag for tag, _, _ in found]
    assert tags[0] == "/H1"
    assert tags.count("/H2") == 9
    assert tags.count("/LBody") == 7
    assert set(tags) == {"/H1", "/H2", "/P", "/LBody"}


def test_what_is_read_has_its_place_in_the_parent_tree(pdf: bytes) -> None:
    root: Any = reader_of(pdf).root_object
    numbers = root["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    tree = dict(zip(numbers[::2], numbers[1::2], strict=True))
    for page in reader_of(pdf).pages:
        parents = tree[page["/StructParents"]].get_object()
        content = page.get_contents()
        assert content is not None
        data = content.get_data()
        marked = data.count(b"/MCID")
        assert marked == len(parents) == len({parent.idnum for parent in parents})
        assert data.count(b" BDC") + data.count(b" BMC") == data.count(b"EMC")
        for note in page.get("/Annots", []):
            assert tree[note.get_object()["/StructParent"]].get_object()["/S"] == "/Link"
    assert root["/MarkInfo"]["/Marked"].value is True


@pytest.mark.skipif(PDFINFO is None, reason="poppler is not installed")
def test_poppler_reads_the_blocks_in_their_working_order(pdf: bytes, tmp_path: Path) -> None:
    (tmp_path / "full.pdf").write_bytes(pdf)
    command = [str(PDFINFO), "-struct-text", str(tmp_path / "full.pdf")]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    said = done.stdout
    order = ["De Spaak, Deventer", "Klantsegmenten", "Forenzen", "Waardepropositie", "Voor negen uur", "Kanalen"]
    order += ["Key partners", "Onderzoek:", "Kostenstructuur", "Loon", "Weet", "Marijke", "Achtergrond"]
    places = [said.find(words) for words in order if words != "Weet"]
    assert -1 not in places
    assert places == sorted(places)
    assert done.stderr == ""


def test_scales_choices_and_portraits_have_words() -> None:
    pdf = pdf_of(sheets=("sheet:persona",))
    alts = [alt for _, alt, _ in elements(pdf) if alt]
    assert alts == [
        "Portret",
        "gekozen: beïnvloeder",
        "gekozen: beslisser",
        "Informatiebehoefte: 6 van 7",
        "Tijdsdruk op het werk: 7 van 7",
        "Digitale vaardigheden: 1 van 7",
    ]


def test_marks_on_notes_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def dots(_document: Any, _choices: Any, faces: Any, _fonts: Any, _t: Any) -> dict[str, OnNote]:
        marks = {face.id: (Disc(face.x + 300, face.y + 300, 200, "#2F5BEA"),) for face in faces}
        return {name: OnNote(made, "3 stippen") for name, made in marks.items() if name == "note:value"}

    monkeypatch.setattr(extra_pages, "NOTE_MARKS", (dots,))
    found = elements(pdf_of(sheets=("sheet:canvas",)))
    assert [(tag, alt) for tag, alt, _ in found if alt] == [("/Figure", "3 stippen")]


def test_bookmarks_lead_to_sheets_blocks_and_lists(pdf: bytes) -> None:
    reader = reader_of(pdf)
    first, blocks, second, _ = reader.outline
    assert (first.title, second.title) == (  # type: ignore[union-attr]
        "De Spaak, Deventer · Business Model Canvas",
        "Marijke van der Veen-Hoogenboom · Persona · Forenzen 🚆",
    )
    titles = [entry.title for entry in blocks]  # type: ignore[union-attr]
    assert titles[:2] == ["Klantsegmenten", "Waardepropositie"]
    assert [title.rpartition("· ")[2] for title in titles[-2:]] == ["vervolgblad 1", "Parkeerstrook"]
    assert len(titles) == 9 + 2
    assert (float(blocks[0].left), float(blocks[0].top)) == pytest.approx((936.567, 769.606), abs=0.01)  # type: ignore[union-attr, index]


def test_a_tiled_poster_has_a_bookmark_for_every_tile() -> None:
    reader = reader_of(pdf_of(sheets=("sheet:canvas",), paper="A3", tiles="A4"))
    _, under = reader.outline
    assert [entry.title for entry in under][:4] == ["A1", "A2", "B1", "B2"]  # type: ignore[union-attr]
    assert reader.pages[0]["/StructParents"] is not None


def test_what_is_on_tiles_is_read_once(tmp_path: Path) -> None:
    pdf = pdf_of(sheets=("sheet:canvas",), paper="A3", tiles="A4")
    if PDFINFO is not None:
        (tmp_path / "tiles.pdf").write_bytes(pdf)
        command = [str(PDFINFO), "-struct-text", str(tmp_path / "tiles.pdf")]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        assert done.stdout.count("Waardepropositie") == 1
        assert done.stderr == ""
    for page in reader_of(pdf).pages[1:5]:
        assert "/StructParents" not in page
        content = page.get_contents()
        assert content is not None
        assert content.get_data().startswith(b"/Artifact BMC")


def annotations(pdf: bytes, number: int) -> list[Any]:
    return [note.get_object() for note in reader_of(pdf).pages[number].get("/Annots", [])]


def test_a_segment_leads_to_its_persona_and_back(pdf: bytes) -> None:
    reader = reader_of(pdf)
    (to_persona,) = [note for note in annotations(pdf, 0) if note["/Contents"].startswith("Ga naar: Marijke")]
    (to_segment,) = [note for note in annotations(pdf, 3) if note["/Contents"] == "Ga naar: Forenzen 🚆"]
    assert to_persona["/Dest"][0].idnum == reader.pages[3].indirect_reference.idnum  # type: ignore[union-attr]
    assert to_segment["/Dest"][0].idnum == reader.pages[0].indirect_reference.idnum  # type: ignore[union-attr]
    note = [float(side) / 72 * 25.4 for side in to_persona["/Rect"]]
    assert note == pytest.approx([333.4, 297 - 79.5, 369.4, 297 - 51.5], abs=0.01)


def test_no_link_leads_to_a_sheet_that_is_left_out() -> None:
    assert not [note for note in annotations(pdf_of(sheets=("sheet:canvas",)), 0) if "Marijke" in note["/Contents"]]


def test_web_addresses_lead_to_the_web(pdf: bytes) -> None:
    found = [note for note in annotations(pdf, 0) if "/A" in note]
    assert {note["/A"]["/URI"] for note in found} == {ADDRESS}
    assert len(found) > 1
    for note in found:
        left, lower, right, upper = (float(side) / 72 * 2540 for side in note["/Rect"])
        assert 1_200 + 300 <= left < right <= 1_200 + 300 + 3_600
        assert lower < upper


def test_a_long_note_leads_to_where_it_goes_on(pdf: bytes) -> None:
    (found,) = [note for note in annotations(pdf, 0) if note["/Contents"] == "→ vervolgblad 1"]
    assert found["/Dest"][0].idnum == reader_of(pdf).pages[1].indirect_reference.idnum  # type: ignore[union-attr]


def test_the_workshop_is_inside_byte_for_byte(pdf: bytes) -> None:
    document = full_workshop()
    attachments = reader_of(pdf).attachments
    ((name, (data,)),) = attachments.items()
    assert name == "De Spaak, Deventer.plakbord"
    assert data == encode(document)
    assert decode(data, name).workshop == document.workshop
    root: Any = reader_of(pdf).root_object
    told = root["/AF"][0].get_object()
    stream = told["/EF"]["/F"].get_object()
    assert told["/AFRelationship"] == "/Source"
    assert stream["/Subtype"] == MIME.replace("#2F", "/")
    assert stream["/Params"]["/Size"] == len(data)
    assert stream["/Params"]["/CheckSum"].original_bytes == hashlib.md5(data, usedforsecurity=False).digest()


def test_the_workshop_can_be_left_out_and_is_never_in_a_blank_poster() -> None:
    assert reader_of(pdf_of(attachment=False)).attachments == {}
    assert reader_of(pdf_of(blank=True)).attachments == {}


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("De Spaak", "De Spaak.plakbord"),
        ("", "workshop.plakbord"),
        ("a/b\\c:d*?\n", "a b c d.plakbord"),
        ("...", "workshop.plakbord"),
        ("x" * 300, "x" * 80 + ".plakbord"),
    ],
)
def test_the_name_of_the_workshop_inside(title: str, name: str) -> None:
    assert file_name(title) == name


def test_the_same_choices_give_the_same_bytes(pdf: bytes) -> None:
    assert pdf_of(links=True, parking=True) == pdf


def test_all_fonts_are_embedded_subsets_with_their_texts(pdf: bytes) -> None:
    assert b"Helvetica" not in pdf
    for font in fonts_of(pdf).values():
        assert "/ToUnicode" in font
        assert "+" in font["/BaseFont"]
        described = font["/DescendantFonts"][0].get_object()
        assert "/FontFile2" in described["/FontDescriptor"]


@pytest.mark.skipif(QPDF is None, reason="qpdf is not installed")
@pytest.mark.parametrize(
    "choices",
    [{"links": True, "parking": True}, {"paper": "A2", "tiles": "A4"}, {"bleed": True, "grey": True}, {"blank": True}],
)
def test_qpdf_finds_nothing_wrong(choices: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "poster.pdf"
    path.write_bytes(pdf_of(**choices))
    done = subprocess.run([str(QPDF), "--check", str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "WARNING" not in done.stderr


def test_a_notes_text_is_whole_when_it_goes_on(pdf: bytes) -> None:
    text = " ".join(reader_of(pdf).pages[1].extract_text().split())
    assert words()("sheet.continuation", title="De Spaak, Deventer · Business Model Canvas", page=1) in text
    assert all(f"Bezwaar {number}:" in text for number in range(40))
