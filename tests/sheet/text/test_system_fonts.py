"""Borrowing a font of the computer: only where its licence allows it, only when a character needs it, never twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.sample_pages import FONTS
from helpers.system_fonts import (
    BITMAPS_ONLY,
    EDITABLE,
    FREE,
    HAN,
    NOWHERE,
    PREVIEW,
    RESTRICTED,
    SHOWN,
    WHOLE_ONLY,
    collection,
    fonts_with,
    with_licence,
)
from plakbord.sheet.text import font_files as font_files_module
from plakbord.sheet.text.font_files import font_files, may_embed
from plakbord.sheet.text.fonts import REGULAR, Fonts
from plakbord.sheet.text.system_fonts import SystemFonts, font_folders


@pytest.mark.parametrize("bits", [FREE, PREVIEW, EDITABLE, RESTRICTED | PREVIEW])
def test_a_font_is_borrowed_when_its_licence_allows_embedding(tmp_path: Path, bits: int) -> None:
    face = fonts_with(tmp_path, {"han.otf": with_licence(HAN, bits)}).regular.face_for(SHOWN[0])
    assert face.is_borrowed
    assert face.covers(SHOWN[0])
    assert face.family == "Noto Sans CJK SC"


@pytest.mark.parametrize("bits", [RESTRICTED, WHOLE_ONLY, BITMAPS_ONLY, WHOLE_ONLY | EDITABLE])
def test_a_font_is_left_alone_when_its_licence_does_not(tmp_path: Path, bits: int) -> None:
    fonts = fonts_with(tmp_path, {"han.otf": with_licence(HAN, bits)})
    assert fonts.regular.face_for(SHOWN[0]).key == REGULAR


def test_a_font_that_says_nothing_about_its_licence_is_not_taken() -> None:
    assert not may_embed(b"")
    assert not may_embed(b"\0" * 9)
    assert may_embed(b"\0" * 10)


def test_what_no_font_has_stays_a_box(tmp_path: Path) -> None:
    fonts = fonts_with(tmp_path, {"han.otf": HAN})
    assert fonts.regular.face_for(NOWHERE).key == REGULAR
    assert fonts.regular.face_for("\ue000").key == REGULAR  # private use means something else in every font
    assert fonts.regular.face_for("\U000e1000").key == REGULAR


def test_bundled_fonts_come_first(tmp_path: Path) -> None:
    fonts = fonts_with(tmp_path, {"han.otf": HAN, "sans.ttf": (FONTS / f"{REGULAR}.ttf").read_bytes()})
    for char in "aé→ש😀":
        assert not fonts.regular.face_for(char).is_borrowed


def test_every_face_of_a_collection_is_looked_at(tmp_path: Path) -> None:
    thai = (FONTS / "NotoSansThai-Regular.ttf").read_bytes()
    face = fonts_with(tmp_path, {"deep/er/both.ttc": collection(thai, HAN)}).regular.face_for(SHOWN[1])
    assert face.is_borrowed
    assert face.key.endswith("both.ttc#1")
    assert face.outline(face.hb_font.get_nominal_glyph(ord(SHOWN[1])))


def test_all_weights_borrow_the_same_face_and_open_it_once(tmp_path: Path) -> None:
    fonts = fonts_with(tmp_path, {"han.otf": HAN})
    sets = (fonts.regular, fonts.bold, fonts.handwriting)
    found = {id(font_set.face_for(char)) for font_set in sets for char in SHOWN}
    assert len(found) == 1


def test_an_upright_regular_face_goes_before_a_bold_one(tmp_path: Path) -> None:
    at = HAN.index(b"OS/2") + 8
    weight = int.from_bytes(HAN[at : at + 4], "big") + 4
    bold = HAN[:weight] + (700).to_bytes(2, "big") + HAN[weight + 2 :]
    face = fonts_with(tmp_path, {"a.otf": bold, "b.otf": HAN}).regular.face_for(SHOWN[0])
    assert face.path.name == "b.otf"


def test_nothing_is_looked_for_before_a_character_needs_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(font_files_module, "_paths", lambda folders: asked.append("looked") or iter(()))
    fonts = fonts_with(tmp_path, {"han.otf": HAN})
    for text in ("Gewone tekst", "שלום", "😀", "नमस्ते"):
        for char in text:
            fonts.regular.face_for(char)
    assert asked == []
    fonts.regular.face_for(SHOWN[0])
    fonts.regular.face_for(SHOWN[1])
    assert asked == ["looked"]


def test_what_was_found_is_remembered_until_a_font_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept, folder = tmp_path / "kept" / "fonts.json", tmp_path / "fonts"
    assert fonts_with(folder, {"han.otf": HAN}, kept).regular.face_for(SHOWN[0]).is_borrowed
    first = font_files([folder], kept)
    read: list[Path] = []
    faces = font_files_module._faces
    monkeypatch.setattr(font_files_module, "_faces", lambda path: read.append(path) or faces(path))
    assert font_files([folder], kept) == first
    assert read == []
    (folder / "han.otf").write_bytes(with_licence(HAN, RESTRICTED) + b"\0")
    assert font_files([folder], kept)[0].faces == ()
    assert read == [folder / "han.otf"]
    (folder / "han.otf").unlink()
    assert font_files([folder], kept) == []


@pytest.mark.parametrize("text", ["", "[", '{"a": 1}', '[["x"]]'])
def test_a_damaged_memory_is_made_anew(tmp_path: Path, text: str) -> None:
    kept, folder = tmp_path / "fonts.json", tmp_path / "fonts"
    kept.write_text(text)
    assert fonts_with(folder, {"han.otf": HAN}, kept).regular.face_for(SHOWN[0]).is_borrowed
    assert len(font_files([folder], kept)) == 1


def test_a_memory_that_cannot_be_written_does_no_harm(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    fonts = fonts_with(tmp_path / "fonts", {"han.otf": HAN}, in_the_way / "fonts.json")
    assert fonts.regular.face_for(SHOWN[0]).is_borrowed


@pytest.mark.parametrize("data", [b"", b"no font", HAN[:200], b"ttcf" + b"\xff" * 40, HAN[:1500]])
def test_broken_fonts_are_passed_over(tmp_path: Path, data: bytes) -> None:
    fonts = fonts_with(tmp_path, {"aaa.otf": data, "han.otf": HAN})
    assert fonts.regular.face_for(SHOWN[0]).path.name == "han.otf"


def test_a_font_that_went_away_meanwhile_is_a_box(tmp_path: Path) -> None:
    system = SystemFonts([tmp_path])
    fonts = Fonts(FONTS, system)
    (tmp_path / "han.otf").write_bytes(HAN)
    assert system.face_for(NOWHERE) is None  # looked for: now it is known what there is
    (tmp_path / "han.otf").unlink()
    assert fonts.regular.face_for(SHOWN[0]).key == REGULAR


def test_missing_folders_are_no_problem(tmp_path: Path) -> None:
    assert font_files([tmp_path / "nowhere"]) == []


def test_fonts_that_show_placeholders_are_not_asked(tmp_path: Path) -> None:
    assert fonts_with(tmp_path, {"LastResort.otf": HAN}).regular.face_for(SHOWN[0]).key == REGULAR


@pytest.mark.parametrize(("platform", "ending"), [("win32", "Fonts"), ("darwin", "Library/Fonts"), ("linux", ".fonts")])
def test_every_system_has_its_folders(monkeypatch: pytest.MonkeyPatch, platform: str, ending: str) -> None:
    monkeypatch.setattr("sys.platform", platform)
    folders = font_folders()
    assert len(folders) >= 2
    assert folders[-1].as_posix().endswith(ending)
    assert len(set(folders)) == len(folders)
