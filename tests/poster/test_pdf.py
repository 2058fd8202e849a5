"""The PDF as a whole: pages, fonts, what it says about itself, and the same bytes every time."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO
from pathlib import Path

import pytest
from reportlab import rl_config

from helpers.pdf_reading import fonts_of, reader_of
from helpers.sample_pages import A3, FONTS, canvas_page, hard_page, shapes_page
from plakbord.poster.pdf import About, write_pdf
from plakbord.sheet.marks import Box, Page
from plakbord.sheet.text.fonts import Fonts

ROOT = Path(__file__).parents[2]
ABOUT = About("Bakkerij (€ 1\\2)", "Groep 2", "Canvas", "nl-NL", datetime(2026, 11, 21, 12, 30, tzinfo=UTC))

WRITE = """
import hashlib, sys
from io import BytesIO
from helpers.sample_pages import FONTS, canvas_page, hard_page
from plakbord.poster.pdf import write_pdf
from plakbord.sheet.text.fonts import Fonts
from poster.test_pdf import ABOUT
fonts, out = Fonts(FONTS), BytesIO()
write_pdf(out, [canvas_page(fonts, 20), hard_page(fonts)], ABOUT)
print(hashlib.sha256(out.getvalue()).hexdigest())
"""


def pdf_of(*pages: Page, about: About = ABOUT) -> bytes:
    out = BytesIO()
    write_pdf(out, pages, about)
    return out.getvalue()


@pytest.fixture(scope="module")
def canvas() -> bytes:
    return pdf_of(canvas_page(Fonts(FONTS), 30))


def test_a_page_is_exactly_as_large_as_its_sheet(canvas: bytes) -> None:
    page = reader_of(canvas).pages[0]
    for box in (page.mediabox, page.trimbox):
        assert [float(side) for side in box] == pytest.approx([0, 0, 1190.551, 841.890], abs=1 / 128)


def test_pages_may_differ_in_size() -> None:
    pages = reader_of(pdf_of(Page(29_700, 21_000, ()), Page(21_000, 29_700, ()))).pages
    assert [round(float(page.mediabox.width)) for page in pages] == [842, 595]


def test_fonts_are_embedded_as_subsets_with_their_texts(canvas: bytes) -> None:
    fonts = fonts_of(canvas)
    assert len(fonts) == 2
    for font in fonts.values():
        described = font["/DescendantFonts"][0].get_object()
        assert font["/Subtype"] == "/Type0"
        assert "/ToUnicode" in font
        assert len(described["/FontDescriptor"]["/FontFile2"].get_data()) < 60_000
        tag, _, name = font["/BaseFont"].removeprefix("/").partition("+")
        assert (len(tag), tag.isupper(), name.startswith("SourceSans3")) == (6, True, True)


def test_no_font_is_named_that_is_not_embedded(canvas: bytes) -> None:
    assert b"Helvetica" not in canvas


def test_the_file_tells_about_itself(canvas: bytes) -> None:
    reader = reader_of(canvas)
    about = reader.metadata
    assert about is not None
    assert (about.title, about.author, about.subject) == ("Bakkerij (€ 1\\2)", "Groep 2", "Canvas")
    assert about.creation_date == about.modification_date == ABOUT.moment
    assert reader.root_object["/Lang"] == "nl-NL"
    assert reader.root_object["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert reader.pdf_header == "%PDF-1.7"


@pytest.mark.parametrize("hours", [-9.5, 0, 2])
def test_a_moment_keeps_its_time_zone(hours: float) -> None:
    moment = datetime(2026, 3, 1, 8, 5, 9, tzinfo=timezone(timedelta(hours=hours)))
    read = reader_of(pdf_of(Page(*A3, ()), about=About("", "", "", "en-GB", moment))).metadata
    assert read is not None
    assert read.creation_date == moment
    assert read.title is None


def test_one_page_needs_no_bookmarks(canvas: bytes) -> None:
    assert reader_of(canvas).outline == []


def test_every_page_of_several_has_a_bookmark() -> None:
    reader = reader_of(pdf_of(*(Page(*A3, (), title) for title in ("Canvas", "", "Persona – Noor"))))
    assert [entry.title for entry in reader.outline] == ["Canvas", "2", "Persona – Noor"]
    assert [reader.get_destination_page_number(entry) for entry in reader.outline] == [0, 1, 2]
    assert reader.page_mode == "/UseOutlines"


def test_streams_end_on_a_line_of_their_own(canvas: bytes) -> None:
    assert canvas.count(b"endstream") == canvas.count(b"\nendstream\n")


def test_the_fingerprint_is_the_content() -> None:
    first, same, other = (
        pdf_of(Page(*A3, (Box(0, 0, 9, 9, fill=fill),))) for fill in ("#111111", "#111111", "#222222")
    )
    assert first == same
    assert reader_of(first).trailer["/ID"] != reader_of(other).trailer["/ID"]


def test_the_bytes_depend_on_the_document_alone(tmp_path: Path) -> None:
    """Another process, another order of sets, and settings of ReportLab in the home folder and the environment."""
    (tmp_path / ".reportlab_settings").write_text("invariant = 0\npdfComments = 1\npdfMultiLine = 1\nuseA85 = 1\n")
    digests = set()
    for at, more in enumerate(({}, {"HOME": str(tmp_path), "RL_pdfMultiLine": "1", "SOURCE_DATE_EPOCH": "1234567890"})):
        path = os.pathsep.join(str(ROOT / part) for part in ("app", ".", "tests"))
        environment = os.environ | {"PYTHONHASHSEED": str(at + 1), "PYTHONPATH": path} | more
        done = subprocess.run([sys.executable, "-c", WRITE], env=environment, check=True, capture_output=True)
        digests.add(done.stdout)
    fonts = Fonts(FONTS)
    digests.add(
        hashlib.sha256(pdf_of(canvas_page(fonts, 20), hard_page(fonts))).hexdigest().encode() + os.linesep.encode()
    )
    assert len(digests) == 1


def test_settings_of_reportlab_stay_as_they_were() -> None:
    before = dict(vars(rl_config))
    pdf_of(shapes_page())
    assert dict(vars(rl_config)) == before


def test_reportlab_is_not_imported_before_it_is_used() -> None:
    code = (
        "import sys, plakbord.poster, plakbord.poster.ink, plakbord.poster.shapes; sys.exit('reportlab' in sys.modules)"
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT / "app"), str(ROOT)])}
    subprocess.run([sys.executable, "-c", code], env=environment, check=True)


def test_a_pdf_without_pages_is_refused() -> None:
    with pytest.raises(ValueError, match="page"):
        pdf_of()


def test_reportlab_is_loaded_without_pillow_and_pillow_can_be_loaded_after_it() -> None:
    code = (
        "import sys, plakbord.poster.pdf; assert 'PIL' not in sys.modules; "
        "from PIL import Image; assert Image.new('L', (1, 1)).size == (1, 1)"
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT / "app"), str(ROOT)])}
    subprocess.run([sys.executable, "-c", code], env=environment, check=True)
