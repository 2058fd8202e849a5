"""Which font shows which character, and that every bundled font is accounted for."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from plakbord.sheet.text.face import read_palette
from plakbord.sheet.text.fallback import needed, wants_color
from plakbord.sheet.text.fonts import BOLD, EMOJI, FALLBACKS, HAND, REGULAR, Face, Fonts, FontSet


def test_every_font_is_there_with_a_licence(folder: Path) -> None:
    keys = {REGULAR, BOLD, HAND, *FALLBACKS}
    assert {path.stem for path in folder.glob("*.ttf")} == keys
    readme = (folder / "README.md").read_text("utf-8")
    for key in keys:
        assert f"{key}.ttf" in readme
    for path in folder.glob("*.txt"):
        assert path.name in readme


def test_faces_have_measures(fonts: Fonts) -> None:
    for key in (REGULAR, BOLD, HAND, *FALLBACKS):
        face = fonts.face(key)
        assert face.units_per_em in (512, 1000)
        assert face.ascent > 0 > face.descent
        left, bottom, right, top = face.bbox
        assert left < right
        assert bottom < top
        assert face.psname
        assert not face.is_cff
        assert face.path.read_bytes()[:4] == b"\0\1\0\0"


def test_an_outline_is_closed_cubics_in_em(fonts: Fonts) -> None:
    face = fonts.face(REGULAR)
    gid = face.hb_font.get_nominal_glyph(ord("o"))
    ops = face.outline(gid)
    assert ops[0][0] == "m"
    assert ops[-1] == ("h",)
    assert {op[0] for op in ops} <= {"m", "l", "c", "h"}
    assert {op[0]: len(op) for op in ops} == {"m": 3, "c": 7, "h": 1} | (
        {"l": 3} if any(o[0] == "l" for o in ops) else {}
    )
    assert all(-0.1 < value < 1 for op in ops for value in op[1:] if isinstance(value, float))
    assert sum(op[0] == "m" for op in ops) == 2
    assert 0.4 < face.advance(gid) < 0.7


def test_emoji_have_coloured_layers(fonts: Fonts) -> None:
    emoji = fonts.face(EMOJI)
    layers = emoji.layers(emoji.hb_font.get_nominal_glyph(ord("😀")))
    assert layers
    for gid, color in layers:
        assert emoji.outline(gid)
        assert color is None or all(0 <= part <= 1 for part in color)
    assert fonts.face(REGULAR).layers(3) is None


def test_a_broken_palette_is_no_palette() -> None:
    assert read_palette(b"") == ()
    assert read_palette(b"\0" * 11 + b"\xff" * 9) == ()


@pytest.mark.parametrize(
    ("grapheme", "key"),
    [
        ("a", REGULAR),
        ("é", REGULAR),
        ("e\u0301", REGULAR),
        ("\u00a0", REGULAR),
        ("→", REGULAR),
        ("я", REGULAR),
        ("ש", "NotoSansHebrew-Regular"),
        ("ع", "NotoSansArabic-Regular"),
        ("ที่", "NotoSansThai-Regular"),
        ("क्ष", "NotoSans-Regular"),
        ("➜", "NotoSansSymbols2-Regular"),
        ("∈", "NotoSansMath-Regular"),
        ("①", "NotoSansSymbols-Regular"),
        ("😀", EMOJI),
        ("👩‍🔬", EMOJI),
        ("🇳🇱", EMOJI),
        ("1\ufe0f\u20e3", EMOJI),
        ("❤\ufe0f", EMOJI),
        ("⚡", EMOJI),  # an emoji by nature
        ("⚡\ufe0e", "NotoSansSymbols2-Regular"),  # asked to be text
        ("1", REGULAR),
        ("日", REGULAR),  # nobody has it: glyph 0 of the main face
        ("\u200d", REGULAR),
        ("\ufffd", "NotoSans-Regular"),
    ],
)
def test_fallback(regular: FontSet, grapheme: str, key: str) -> None:
    assert regular.face_for(grapheme).key == key


def test_handwriting_falls_back_to_running_text_first(fonts: Fonts) -> None:
    assert fonts.hand(True).face_for("a").key == HAND
    assert fonts.hand(True).face_for("я").key in (HAND, REGULAR)
    assert fonts.hand(True).face_for("⇒").key == REGULAR
    assert fonts.hand(False) is fonts.regular
    assert fonts.bold.face_for("⇒").key == BOLD
    assert fonts.bold.face_for("ש") is fonts.regular.face_for("ש")


def test_fallback_files_are_not_opened_for_plain_text(folder: Path, tmp_path: Path) -> None:
    (tmp_path / f"{REGULAR}.ttf").write_bytes((folder / f"{REGULAR}.ttf").read_bytes())
    alone = Fonts(tmp_path).regular
    assert alone.in_main("Gewone tekst: é, €, – en …")
    with pytest.raises(OSError, match="NotoSans"):
        alone.face_for("ש")


def test_importing_reads_no_fonts(folder: Path) -> None:
    script = (
        "import sys, json; seen = []; sys.addaudithook(lambda e, a: e == 'open' and seen.append(str(a[0])));"
        "import plakbord.sheet.text.fit; print(json.dumps(seen))"
    )
    root = folder.parents[1]
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=root,
        env={"PYTHONPATH": f"{root / 'app'}{':' if sys.platform != 'win32' else ';'}{root}"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert not [path for path in json.loads(done.stdout) if path.endswith(".ttf")]


def test_a_missing_file_says_which(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Face("x", tmp_path / "x.ttf")


def test_what_a_grapheme_asks() -> None:
    assert needed("a\u200d\ufe0f\u2003") == "a "
    assert not wants_color("#")
    assert not wants_color("✔")
    assert wants_color("✔\ufe0f")
