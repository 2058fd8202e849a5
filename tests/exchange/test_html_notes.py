"""HTML that is broken or meant to do harm costs neither words nor time."""

from __future__ import annotations

import time
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.patience import FOR_EVER
from plakbord.exchange.html_notes import has_structure, texts_of_html


def test_cells_items_and_paragraphs() -> None:
    table = "<table><tr><th>a<td>b<tr><td colspan=2><p>c</p><p>d</p><td></table>"
    assert texts_of_html(table) == ["a", "b", "c\nd"]
    assert texts_of_html("<td>x<ul><li>y<li>z</ul></td>") == ["x", "y", "z"]
    assert texts_of_html("a<p>b<div>c</div>d<br>e") == ["a", "b", "c", "d\ne"]
    assert texts_of_html("<pre>a  b\n  c</pre>") == ["a  b\n  c"]


def test_scripts_and_styles_are_no_text() -> None:
    html = "<p>een<script>if (a<b) alert('</p>')</script> twee</p><style>p{}</style><!-- nee --><?php nee ?>drie"
    assert texts_of_html(html) == ["een twee", "drie"]


def test_entities() -> None:
    assert texts_of_html("<p>&lt;b&gt; &eacute;&#233;&#xE9; &nbsp;&amp;&zz; R&D") == ["<b> ééé &&zz; R&D"]
    assert texts_of_html(f"<p>a&#{'9' * 50_000};b") == ["a\ufffdb"]


def test_what_is_no_tag_is_text() -> None:
    assert texts_of_html("<p>a < b en 1 <2 en <3") == ["a < b en 1 <2 en <3"]
    assert texts_of_html("<p>x <b y") == ["x <b y"]


def test_structure() -> None:
    assert has_structure("<TD>")
    assert has_structure("<p style='mso-list:l0'>")
    assert not has_structure("<p>li td</p>")


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 300_000 + "klaar",
        "<table><tr><td>" * 100_000 + "klaar",
        "<ul><li>" * 100_000 + "klaar" + "</ul>" * 100_000,
        '<a ="<a "' * 150_000 + "klaar",
        "<a ='\"<" * 150_000 + "klaar",
        "<!--" * 300_000 + "--><p>klaar",
        "&#x" * 300_000 + "klaar",
        "<![if !x]>" * 100_000 + "klaar",
    ],
)
def test_hostile_html_takes_no_time(html: str) -> None:
    begin = time.perf_counter()
    assert "klaar" in texts_of_html(html)[-1]
    assert time.perf_counter() - begin < FOR_EVER


words = st.text(st.characters(categories=("L", "N", "P", "S")), min_size=1, max_size=8)


@given(st.lists(st.lists(words, min_size=1, max_size=4), min_size=1, max_size=5), st.sampled_from(("li", "td", "p")))
def test_every_word_arrives(notes: list[list[str]], tag: str) -> None:
    html = "".join(f"<{tag} class='x > y'>{escape(' '.join(note))}</{tag}>" for note in notes)
    assert [text.split(" ") for text in texts_of_html(html)] == notes


@given(st.text("<>/!-?=\"' abltdiru&;#\n", max_size=60))
def test_any_rubbish_is_read_to_the_end(html: str) -> None:
    texts_of_html(html)
