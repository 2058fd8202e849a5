"""Laying out in a width, and finding the size that fills a room."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plakbord.sheet.marks import POINT
from plakbord.sheet.text.breaks import SPACES
from plakbord.sheet.text.clean import paragraphs
from plakbord.sheet.text.clusters import cluster_texts
from plakbord.sheet.text.fallback import needed
from plakbord.sheet.text.fit import Align, fit, lay_out
from plakbord.sheet.text.fonts import FontSet
from plakbord.sheet.text.graphemes import graphemes
from plakbord.sheet.text.runs import Laid, Line

SIZES = tuple(POINT * points for points in (8, 9, 10, 11, 12, 14, 16, 18, 20, 22, 24))
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=80)
NOTES = st.text(
    st.sampled_from("aaeeinnorst  \n-/.\u00adABé€👍🏽👩\u200d🔬שלום عربي 12٣()日本हिन्दी\u200b\t"), max_size=120
)
LONG_WORDS = (
    "Klanttevredenheidsonderzoek",
    "zuivelcoöperatie ",
    "(verpakkingsmateriaalleverancier)",
    "e-mailarchief",
    " € 14 ",
)
ALIGNS: tuple[Align, ...] = ("start", "end", "center")


def texts(laid: Laid) -> list[str]:
    return [line.text for line in laid.lines]


def reading_order(line: Line) -> Iterator[str]:
    for run in line.runs:
        yield run.unit.text


def visible(text: str) -> list[str]:
    return [grapheme for grapheme in graphemes(text) if needed(grapheme) and not re.fullmatch(f"[{SPACES}]", grapheme)]


def test_words_wrap_and_keep_their_spaces(regular: FontSet) -> None:
    laid = lay_out(regular, "een twee drie", 1000, 4500)
    assert texts(laid) == ["een twee ", "drie"]
    assert [run.unit.text for run in laid.lines[0].runs] == ["een", " ", "twee", " "]
    assert laid.lines[0].width < 4500
    assert laid.height == pytest.approx(2 * 1200)
    assert laid.width == 4500


def test_line_ends_and_empty_lines(regular: FontSet) -> None:
    laid = lay_out(regular, "a\n\nb\n", 100, 1000, leading=1.5)
    assert texts(laid) == ["a", "", "b", ""]
    assert laid.height == pytest.approx(4 * 150)
    first, second = laid.lines[:2]
    assert second.y - first.y == pytest.approx(150)


def test_empty_text_is_one_empty_line(regular: FontSet) -> None:
    laid = lay_out(regular, "", 100, 1000)
    assert texts(laid) == [""]
    assert laid.height == pytest.approx(120)


def test_a_long_word_is_cut_only_when_it_does_not_fit(regular: FontSet) -> None:
    word = "x" * 80
    assert texts(lay_out(regular, word, 100, 10_000)) == [word]
    cut = lay_out(regular, f"een {word}", 100, 1000)
    assert texts(cut)[0] == "een "
    assert "".join(texts(cut)) == f"een {word}"
    assert all(line.width <= 1000 for line in cut.lines)
    assert all(len(line.text) == len(cut.lines[1].text) for line in cut.lines[1:-1])


def test_a_single_grapheme_is_never_cut(regular: FontSet) -> None:
    laid = lay_out(regular, "👩‍🔬👍🏽", 1000, 10)
    assert texts(laid) == ["👩‍🔬", "👍🏽"]
    assert laid.width > 10


def test_hyphens_are_a_last_resort(regular: FontSet) -> None:
    assert texts(lay_out(regular, "de data-inventaris", 100, 700)) == ["de ", "data-inventaris"]
    assert texts(lay_out(regular, "de data-inventaris", 100, 500)) == ["de data-", "inventaris"]


def test_soft_hyphens_show_only_at_the_end_of_a_line(regular: FontSet) -> None:
    text = "de ver\u00adgader\u00adzaal"
    wide = lay_out(regular, text, 100, 2000)
    assert texts(wide) == [text]
    narrow = lay_out(regular, text, 100, 420)
    assert texts(narrow) == ["de ver\u00ad", "gader\u00ad", "zaal"] or texts(narrow) == [
        "de ver\u00ad",
        "gader\u00adzaal",
    ]
    hyphen = regular.main.hb_font.get_nominal_glyph(ord("-"))
    assert narrow.lines[0].runs[-1].unit.glyphs[-1] == hyphen
    assert all(hyphen not in run.unit.glyphs for run in wide.lines[0].runs)


def test_leading_spaces_indent_and_do_not_overflow(regular: FontSet) -> None:
    laid = lay_out(regular, "   ingesprongen", 100, 2000)
    assert laid.lines[0].runs[1].x > 0
    assert texts(lay_out(regular, "      woord", 100, 300)) == ["      ", "woord"]


def test_alignment(regular: FontSet) -> None:
    starts = {align: lay_out(regular, "abc", 100, 1000, align=align).lines[0] for align in ALIGNS}
    assert starts["start"].x == 0
    assert starts["end"].x == pytest.approx(1000 - starts["end"].width)
    assert starts["center"].x == pytest.approx((1000 - starts["center"].width) / 2)


def test_right_to_left_starts_on_the_right(regular: FontSet) -> None:
    laid = lay_out(regular, "שלום עולם abc", 100, 1000)
    (line,) = laid.lines
    assert line.x + line.width == pytest.approx(1000)
    assert [run.unit.text for run in line.runs] == ["abc", " ", "עולם", " ", "שלום"]
    assert lay_out(regular, "שלום", 100, 1000, align="end").lines[0].x == 0


def test_trailing_spaces_of_right_to_left_hang_out_on_the_left(regular: FontSet) -> None:
    first = lay_out(regular, "שלום עולם", 100, 250).lines[0]
    assert first.text == "שלום "
    assert [run.unit.text for run in first.runs] == [" ", "שלום"]
    assert first.runs[0].x < first.x


def test_the_first_baseline_leaves_room_above_and_below(regular: FontSet) -> None:
    (line,) = lay_out(regular, "abc", 100, 1000).lines
    assert 60 < line.y < 100


def test_fit_takes_the_largest_size(regular: FontSet) -> None:
    assert fit(regular, "kort", 3400, 2500, SIZES).size == SIZES[-1]
    some = fit(regular, "Klanten die snel hun bestelling online willen volgen, ook als " * 2, 3400, 2500, SIZES)
    assert SIZES[0] < some.size < SIZES[-1]
    larger = SIZES[SIZES.index(some.size) + 1]
    assert lay_out(regular, "".join(texts(some)), larger, 3400).height > 2500


def test_fit_never_drops_text(regular: FontSet) -> None:
    text = "woord " * 300
    laid = fit(regular, text, 3400, 2500, SIZES)
    assert laid.size == SIZES[0]
    assert laid.height > 2500
    assert "".join(texts(laid)) == text


def test_fit_keeps_a_word_whole_at_a_smaller_size(regular: FontSet) -> None:
    laid = fit(regular, "arbeidsmarktkrapte", 3400, 2500, SIZES)
    assert texts(laid) == ["arbeidsmarktkrapte"]
    assert laid.size < SIZES[-1]


def test_fit_cuts_a_word_that_would_make_the_text_tiny(regular: FontSet) -> None:
    laid = fit(regular, "x" * 60, 3400, 2500, SIZES)
    assert laid.size > 1.5 * SIZES[0]
    assert len(laid.lines) > 1


def shown(line: Line) -> list[tuple[int, ...]]:
    return [run.unit.glyphs for run in line.runs]


def test_a_word_is_cut_between_syllables_with_a_hyphen(regular: FontSet) -> None:
    dutch, word = regular.speaking("nl"), "Klanttevredenheidsonderzoek"
    laid = fit(dutch, f"{word} elk kwartaal", 2160, 1760, SIZES)
    assert texts(laid) == ["Klanttevreden", "heidsonderzoek ", "elk kwartaal"]
    assert shown(laid.lines[0]) == shown(lay_out(dutch, "Klanttevreden-", laid.size, 5000).lines[0])
    assert [line.divided for line in laid.lines] == [True, False, False]
    (run,) = laid.lines[0].runs
    assert run.unit.text == "Klanttevreden"
    assert "".join(cluster_texts(run.unit)) == "Klanttevreden"  # the hyphen is seen, not read or copied


def test_the_end_of_a_word_is_cut_as_the_word_is(regular: FontSet) -> None:
    laid = lay_out(regular.speaking("nl"), "arbeidsongeschiktheidsverzekering", 400, 1500)
    assert texts(laid) == ["arbeids", "onge", "schikt", "heids", "verzeke", "ring"]


def test_an_address_is_cut_without_a_hyphen(regular: FontSet) -> None:
    laid = lay_out(regular.speaking("nl"), "www.bakkerijdegoudenkorst.nl/bestellingen", 400, 2500)
    assert "".join(texts(laid)) == "www.bakkerijdegoudenkorst.nl/bestellingen"
    assert [run.unit.text for line in laid.lines for run in line.runs] == texts(laid)
    ((hyphen,),) = shown(lay_out(regular, "-", 400, 2500).lines[0])
    assert all(hyphen not in glyphs for line in laid.lines for glyphs in shown(line))


def test_a_word_with_syllables_is_cut_sooner(regular: FontSet) -> None:
    word = "Evenementenorganisatie"
    whole, cut = fit(regular, word, 3600, 1760, SIZES), fit(regular.speaking("nl"), word, 3600, 1760, SIZES)
    assert texts(whole) == [word]
    assert texts(cut) == ["Evenementen", "organisatie"]
    assert cut.size > whole.size / 0.7


def test_a_word_is_cut_in_two_rather_than_three(regular: FontSet) -> None:
    for word in ("Evenementenorganisatie", "Leveranciersonafhankelijkheid", "Bedrijfsadministratie"):
        assert len(fit(regular.speaking("nl"), word, 2400, 1760, SIZES).lines) == 2


def test_an_amount_keeps_its_sign(regular: FontSet) -> None:
    laid = lay_out(regular, "nu € 4.800 of $ 12 000 of € meer", 400, 1500)
    assert texts(laid) == ["nu ", "€ 4.800 ", "of $ 12 ", "000 of € ", "meer"]


def test_fit_without_sizes_is_refused(regular: FontSet) -> None:
    with pytest.raises(ValueError, match="at least one size"):
        fit(regular, "x", 100, 100, ())


@settings(max_examples=250, deadline=None)
@given(text=NOTES | ANY_TEXT, width=st.floats(0, 5000), height=st.floats(0, 5000), align=st.sampled_from(ALIGNS))
def test_fit_invariants(regular: FontSet, text: str, width: float, height: float, align: Align) -> None:
    keeps_the_rules(fit(regular, text, width, height, SIZES, align=align), text, width, height)


@settings(max_examples=250, deadline=None)
@given(
    text=st.lists(st.sampled_from(LONG_WORDS) | NOTES, max_size=6).map("".join),
    width=st.floats(0, 5000),
    height=st.floats(0, 5000),
)
def test_fit_invariants_of_long_words(regular: FontSet, text: str, width: float, height: float) -> None:
    keeps_the_rules(fit(regular.speaking("nl"), text, width, height, SIZES), text, width, height)


def keeps_the_rules(laid: Laid, text: str, width: float, height: float) -> None:
    assert laid.size == SIZES[0] or laid.height <= height + 0.01
    assert laid.height == pytest.approx(len(laid.lines) * laid.size * 1.2)
    assert "".join(texts(laid)) == "".join(paragraphs(text))
    for line in laid.lines:
        assert line.width <= width + 0.01 or len(visible(line.text)) == 1
        assert sorted("".join(reading_order(line))) == sorted(line.text)


@settings(max_examples=150, deadline=None)
@given(text=st.text(st.sampled_from("aeinort  -/.\n\u00adéßя👍→日"), max_size=120), width=st.floats(0, 5000))
def test_left_to_right_units_stand_in_order(regular: FontSet, text: str, width: float) -> None:
    laid = lay_out(regular, text, 300, width)
    for line in laid.lines:
        assert "".join(reading_order(line)) == line.text
        # A soft hyphen is nothing wide, and sums of widths differ in their last bits.
        assert all(run.x <= after.x + 0.001 for run, after in pairwise(line.runs))


@settings(max_examples=100, deadline=None)
@given(text=NOTES, width=st.floats(100, 5000), height=st.floats(100, 3000))
def test_more_room_never_makes_smaller_text(regular: FontSet, text: str, width: float, height: float) -> None:
    assert fit(regular, text, width, height * 1.5, SIZES).size >= fit(regular, text, width, height, SIZES).size
