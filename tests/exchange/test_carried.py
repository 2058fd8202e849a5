"""The workshop inside a PDF or PNG: it comes out as it went in, and what is wrong with such a file is told."""

from __future__ import annotations

import random
import zlib
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from benchmarks.workshops import canvas_with
from canvas_files.document import Document
from canvas_files.file import encode, save_file
from canvas_files.problems import Problem
from helpers.sample_pages import FONTS
from plakbord.exchange import carried
from plakbord.exchange.carried import carries_workshop, is_poster, open_to_read, workshop_in
from plakbord.exchange.pdf_attachment import attachment
from plakbord.exchange.png_text import inflated, texts_in
from plakbord.poster.choices import Choices
from plakbord.poster.export import pdf_bytes
from plakbord.poster.png import png_bytes
from plakbord.poster.png_file import PngFile
from plakbord.sheet.text.fonts import Fonts

MANY = 50_000_000


@pytest.fixture(scope="module")
def document() -> Document:
    return canvas_with(9)


@pytest.fixture(scope="module")
def pdf(document: Document) -> bytes:
    return pdf_bytes(document, Choices(), Fonts(FONTS)).data


@pytest.fixture(scope="module")
def png(document: Document) -> bytes:
    return png_bytes(document, Choices(dpi=40), Fonts(FONTS))[0][1]


def put(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def problem_of(path: Path) -> Problem:
    with pytest.raises(Problem) as caught:
        workshop_in(path)
    for language in ("nl", "en"):
        assert path.name in caught.value.sentence(language)  # type: ignore[arg-type]
    return caught.value


def pdf_with(*files: tuple[str, bytes]) -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    for name, data in files:
        writer.add_attachment(name, data)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def test_the_workshop_comes_out_of_a_pdf_byte_for_byte(tmp_path: Path, document: Document, pdf: bytes) -> None:
    assert workshop_in(put(tmp_path, "poster.pdf", pdf)) == encode(document)


def test_and_out_of_a_png(tmp_path: Path, document: Document, png: bytes) -> None:
    assert workshop_in(put(tmp_path, "poster.png", png)) == encode(document)


def test_it_is_read_whatever_the_file_is_called(tmp_path: Path, document: Document, pdf: bytes, png: bytes) -> None:
    for name, data in (("poster.plakbord", pdf), ("poster", png), ("POSTER.PDF", b"\n\n" + pdf)):
        path = put(tmp_path, name, data)
        assert is_poster(path)
        assert dict(open_to_read(path).records) == dict(document.records)
    plain = tmp_path / "plain.plakbord"
    save_file(document, plain)
    assert not is_poster(plain)
    assert dict(open_to_read(plain).records) == dict(document.records)


def test_what_is_not_there_is_no_poster(tmp_path: Path) -> None:
    assert not is_poster(tmp_path / "nothing.pdf")
    assert not is_poster(tmp_path)
    assert not carries_workshop(tmp_path / "nothing.png")


def test_a_picture_with_a_workshop_is_told_from_one_without(tmp_path: Path, png: bytes) -> None:
    plain = tmp_path / "plain.png"
    Image.new("RGB", (9, 9)).save(plain)
    assert carries_workshop(put(tmp_path, "poster.png", png))
    assert not carries_workshop(plain)
    assert problem_of(plain).key == "no_workshop_inside"


@pytest.mark.parametrize("files", [(), (("readme.txt", b"hi"),)])
def test_a_pdf_without_a_workshop_says_so(tmp_path: Path, files: tuple[tuple[str, bytes], ...]) -> None:
    assert problem_of(put(tmp_path, "other.pdf", pdf_with(*files))).key == "no_workshop_inside"


def test_a_poster_without_its_workshop_says_so(tmp_path: Path, document: Document) -> None:
    bare = pdf_bytes(document, Choices(attachment=False), Fonts(FONTS)).data
    assert problem_of(put(tmp_path, "bare.pdf", bare)).key == "no_workshop_inside"


def test_the_workshop_is_found_among_other_files(tmp_path: Path, document: Document) -> None:
    data = pdf_with(("a.txt", b"hi"), ("Bakkerij.PLAKBORD", encode(document)), ("z.txt", b"hi"))
    assert workshop_in(put(tmp_path, "mixed.pdf", data)) == encode(document)


def test_what_is_inside_is_checked_like_a_file(tmp_path: Path) -> None:
    path = put(tmp_path, "odd.pdf", pdf_with(("a.plakbord", b'{"format": "plakbord", "version": "x"}')))
    with pytest.raises(Problem) as caught:
        open_to_read(path)
    assert caught.value.key == "bad_part"


def test_an_encrypted_pdf_says_so(tmp_path: Path) -> None:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("geheim", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    assert problem_of(put(tmp_path, "locked.pdf", out.getvalue())).key == "no_workshop_inside"


def test_too_large_a_poster_is_not_read(tmp_path: Path, pdf: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(carried, "LARGEST_POSTER", 1000)
    assert problem_of(put(tmp_path, "large.pdf", pdf)).key == "too_large"


def test_a_bomb_in_a_pdf_is_not_unpacked(tmp_path: Path) -> None:
    bomb = pdf_with(("a.plakbord", b"\0" * 20_000_000))
    with pytest.raises(ValueError, match="too large"):
        attachment(bomb, ".plakbord", 10_000_000)


def test_nested_packing_is_not_unpacked_without_end() -> None:
    data = b"\0" * 200_000_000
    for _ in range(2):
        data = zlib.compress(data)
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.add_attachment("a.plakbord", b"small")
    names = writer.root_object["/Names"]["/EmbeddedFiles"]["/Names"]
    stream = DecodedStreamObject()
    stream.set_data(data)
    stream[NameObject("/Filter")] = NameObject("/FlateDecode")
    specification = names[1].get_object()
    assert isinstance(specification, DictionaryObject)
    specification["/EF"][NameObject("/F")] = writer._add_object(stream)
    out = BytesIO()
    writer.write(out)
    with pytest.raises(ValueError):  # noqa: PT011 - which one is pypdf's affair
        attachment(out.getvalue(), ".plakbord", 1000)


def test_a_bomb_in_a_png_is_not_unpacked() -> None:
    file = PngFile(1, 1, 72, b"x" * 3_000_000)
    file.add_rows(b"\0\0\0")
    data = file.data()
    assert len(texts_in(data, "Plakbord", 3_000_000)) == 3_000_000
    with pytest.raises(ValueError, match="too much"):
        texts_in(data, "Plakbord", 2_999_999)
    with pytest.raises(ValueError, match="too much"):
        inflated(zlib.compress(b"\0" * 100_000_000), 1000)


@pytest.mark.parametrize("cut", [lambda data: data[: len(data) // 2], lambda data: data[:40]])
def test_a_poster_that_was_cut_off_says_so(
    tmp_path: Path, pdf: bytes, png: bytes, cut: Callable[[bytes], bytes]
) -> None:
    for name, data in (("poster.pdf", pdf), ("poster.png", png)):
        path = put(tmp_path, name, cut(data))
        with suppress(Problem):
            assert workshop_in(path)  # what was cut off came after it


@settings(max_examples=60)
@given(seed=st.integers(0, 10**6))
def test_a_damaged_poster_is_a_problem_and_nothing_worse(
    pdf: bytes, png: bytes, tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    chance = random.Random(seed)
    data = bytearray(chance.choice((pdf, png)))
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(12, len(data))
        if chance.random() < 0.3:
            del data[at : at + chance.randint(1, 60)]
        else:
            data[at : at + 1] = chance.randbytes(chance.randint(1, 4))
    with suppress(Problem):
        open_to_read(put(tmp_path_factory.mktemp("damaged"), "poster", bytes(data)))
