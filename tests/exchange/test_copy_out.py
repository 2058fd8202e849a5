"""Notes for other programs: readable as text, and as HTML that comes back as the same notes."""

from __future__ import annotations

from plakbord.exchange.copy_out import Group, copied
from plakbord.exchange.html_notes import texts_of_html


def test_one_block_is_only_its_notes() -> None:
    out = copied([Group("Kanalen", ("Webshop", "Winkel\nUtrecht"))], [])
    assert out.text == "Webshop\nWinkel\nUtrecht"
    assert texts_of_html(out.html) == ["Webshop", "Winkel\nUtrecht"]


def test_several_blocks_have_their_headings() -> None:
    out = copied([Group("Kanalen", ("a",)), Group("R&D <x>", ("<b>&",))], [])
    assert out.text == "Kanalen\na\n\nR&D <x>\n<b>&"
    assert texts_of_html(out.html) == ["Kanalen", "a", "R&D <x>", "<b>&"]
