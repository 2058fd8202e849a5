"""`plakbord export` with all its arguments: each reaches the poster, and what cannot be is refused in a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from canvas_files.file import save_file
from canvas_files.records import Round
from helpers.command_line import Outcome, plakbord
from helpers.poster_workshops import PARKED, full_workshop
from plakbord.cli.command_line import parser_for
from plakbord.cli.export import choices_of
from plakbord.poster.choices import Choices


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("export") / "spaak.plakbord"
    save_file(full_workshop(), path)
    return path


def exported(workshop: Path, *arguments: str) -> Outcome:
    return plakbord("export", workshop, workshop.with_name("out.pdf"), "--force", *arguments)


def pages_of(workshop: Path, *arguments: str) -> PdfReader:
    done = exported(workshop, *arguments)
    assert (done.code, done.err) == (0, b"")
    return PdfReader(workshop.with_name("out.pdf"))


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        ("", Choices()),
        ("--sheet all --round none", Choices()),
        ("--sheet 2 --paper A1", Choices(sheets=("sheet:persona",), paper="A1")),
        ("--paper letter --margin 5", Choices(paper="letter", margin=500)),
        ("--margin 7.25", Choices(margin=725)),
        ("--paper A0 --tiles A3", Choices(paper="A0", tiles="A3")),
        ("--bleed", Choices(bleed=True)),
        ("--no-questions --no-checklists", Choices(questions=False, checklists=False)),
        ("--no-legend --no-tags", Choices(legend=False, tags=False)),
        ("--links --parking --authors", Choices(links=True, parking=True, authors=True)),
        ("--blank --language en", Choices(blank=True, language="en")),
        ("--grey --save-toner", Choices(grey=True, save_toner=True)),
        ("--no-attachment --dpi 600", Choices(attachment=False, dpi=600)),
        ("--round 3", Choices(round="round:third")),
    ],
)
def test_arguments_become_choices(arguments: str, wanted: Choices) -> None:
    given = ["export", "a.plakbord", "a.pdf", *arguments.split()]
    document = full_workshop()
    with document.store.transaction("step", "load") as tx:
        tx.put(Round(id="round:third", number=3, dots=3))
    assert choices_of(parser_for(given).parse_args(given), document) == wanted


def test_paper_and_sheet_reach_the_file(workshop: Path) -> None:
    (page,) = pages_of(workshop, "--sheet", "2", "--paper", "A4").pages
    assert [round(float(side) / 72 * 25.4, 2) for side in page.mediabox[2:]] == [297, 210]


def test_tiles_and_bleed_reach_the_file(workshop: Path) -> None:
    assert len(pages_of(workshop, "--sheet", "2", "--tiles", "A4").pages) == 1 + 4
    (page,) = pages_of(workshop, "--sheet", "2", "--bleed").pages
    assert float(page.mediabox.width) > float(page.bleedbox.width) > float(page.trimbox.width)


def test_what_is_shown_reaches_the_file(workshop: Path) -> None:
    plain = "".join(page.extract_text() for page in pages_of(workshop).pages)
    more = "".join(page.extract_text() for page in pages_of(workshop, "--parking", "--authors").pages)
    less = "".join(page.extract_text() for page in pages_of(workshop, "--no-questions", "--no-legend").pages)
    assert (PARKED[1] in plain, PARKED[1] in more) == (False, True)
    assert ("Jeroen" in plain, "Jeroen" in more) == (False, True)
    assert ("Voor wie zijn we" in plain, "Voor wie zijn we" in less) == (True, False)


def test_the_workshop_goes_along_unless_it_should_not(workshop: Path) -> None:
    inside = pages_of(workshop).attachments
    assert [data for (data,) in inside.values()] == [workshop.read_bytes()]
    assert pages_of(workshop, "--no-attachment").attachments == {}


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--paper", "A3", "--tiles", "A3"), "A3"),
        (("--sheet", "9"), "9"),
        (("--round", "7"), "no round"),
    ],
)
def test_what_does_not_go_together_is_refused_in_a_sentence(
    workshop: Path, arguments: tuple[str, ...], told: str
) -> None:
    before = workshop.with_name("out.pdf")
    before.write_bytes(b"the old one")
    done = exported(workshop, *arguments)
    assert done.code == 1
    assert told.encode() in done.err
    assert done.err.count(b"\n") == 1
    assert b"Traceback" not in done.err
    assert before.read_bytes() == b"the old one"


@pytest.mark.parametrize(
    "arguments",
    [
        ("--paper", "A5"),
        ("--margin", "-1"),
        ("--margin", "veel"),
        ("--margin", "51"),
        ("--margin", "inf"),
        ("--tiles", "A2"),
        ("--tiles", "A4", "--bleed"),
        ("--dpi", "601"),
        ("--dpi", "²"),
        ("--round", "eerste"),
        ("--language", "de"),
    ],
)
def test_wrong_use(workshop: Path, arguments: tuple[str, ...]) -> None:
    done = exported(workshop, *arguments)
    assert done.code == 2
    assert b"Traceback" not in done.err


def test_an_ending_that_is_no_poster(workshop: Path) -> None:
    out = workshop.with_name("poster.docx")
    done = plakbord("export", workshop, out)
    assert (done.code, out.exists()) == (1, False)
    assert b".pdf" in done.err
