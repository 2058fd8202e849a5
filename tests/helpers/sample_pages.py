"""Pages of marks to paint: a full canvas of notes, a page of texts that are hard to set, and one of every shape."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from helpers.sample_texts import DUTCH_NOTES
from plakbord.sheet.marks import POINT, Box, Disc, Line, Mark, Outline, Page, Text
from plakbord.sheet.text.fit import fit, lay_out
from plakbord.sheet.text.fonts import Fonts, FontSet

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
A3 = (42_000, 29_700)
INK, SHADE, DOT = "#1F2328", "#DBDEE3", "#D7263D"
FILLS = ("#FFED8C", "#FFD6A0", "#FFC7D6", "#CBEFB9", "#BDDFFF", "#FFFFFF")

HARD_TEXTS = (
    "👨‍👩‍👧‍👦 gezin, 👩🏽‍🔬 onderzoeker, 🏳️‍🌈 en 🇳🇱🇧🇪",
    "مرحبا بالعالم، هذه تجربة للنص العربي",
    "שלום עולם, זהו מבחן של טקסט בעברית",
    "नमस्ते दुनिया, क्षत्रिय और श्रीमती",
    "สวัสดีชาวโลก นี่คือการทดสอบ",
    "Meervoudigepersoonlijkheidsstoornisonderzoeksfinancieringsaanvraagprocedurehandboek",
    "e\u0301e\u0302n a\u0308u n\u0303 z\u030c o\u0308\u0304 x\u0323\u0307 q\u0306",
    "De klant שלום zegt (مرحبا 123) en betaalt € 4,50",
    "office fiets affluent waffle fjord Aﬀ",
    "漢字 staat in geen letter",
    "Lopende tekst van vijfhonderd tekens. " * 13 + "Einde.",
)


def canvas_page(fonts: Fonts, count: int, size: tuple[int, int] = A3) -> Page:
    """A sheet with a title, nine blocks and notes in rows, each with a shadow, a text of 8 to 24 points, and dots."""
    w, h = size
    marks: list[Mark] = [Text(1200, 800, lay_out(fonts.bold, "Bakkerij De Gouden Korst", 24 * POINT, 20_000), INK)]
    marks += chain.from_iterable(_block(fonts, at, w, h) for at in range(9))
    columns = max(1, round((count * 1.3 * w / h) ** 0.5))
    rows = -(-count // columns)
    step_x, step_y = (w - 2600) / columns, (h - 5000) / rows
    for at, text in enumerate(note_texts(count)):
        x, y = 1300 + at % columns * step_x, 3700 + at // columns * step_y
        marks += _note(fonts.regular, text, at, (round(x), round(y), round(step_x * 0.9), round(step_y * 0.88)))
    return Page(w, h, tuple(marks), "Canvas")


def note_texts(count: int) -> Sequence[str]:
    """So many texts of notes; they repeat after some eighty, with a number, so that each is shaped anew."""
    texts = [text for part in DUTCH_NOTES.values() for text in part]
    return [texts[at % len(texts)] + (f" {at}" if at >= len(texts) else "") for at in range(count)]


def hard_page(fonts: Fonts, size: tuple[int, int] = A3) -> Page:
    """The hard texts, each in a box, at 9, 14 and 22 points and in two colours."""
    w, h = size
    marks: list[Mark] = []
    column = w / 3
    for at, points in enumerate((9, 14, 22)):
        x, y = at * column + 400, 300.0
        for text in HARD_TEXTS:
            laid = lay_out(fonts.regular, text, points * POINT, column - 1200)
            marks.append(Box(x, y, column - 800, laid.height + 200, 100, FILLS[at]))
            marks.append(Text(x + 200, y + 100, laid, (INK, "#2F5BEA")[at % 2]))
            y += laid.height + 300
    return Page(w, h, tuple(marks), "Moeilijke teksten")


def shapes_page() -> Page:
    """Every kind of mark but text, filled, edged and both, at odd places."""
    marks: list[Mark] = []
    for at in range(8):
        x, y = 300 + at * 1113.7, 311.3 + at * 7.7
        fill, edge = FILLS[at % 5], (DOT, INK)[at % 2]
        marks += [
            Box(x, y, 900.5, 700.25, at * 20, fill, edge, 20 + at * 10),
            Box(x, y + 900, 900, 700, 0, fill),
            Box(x, y + 1800, 900, 700, 60, None, edge, 35),
            Disc(x + 400, y + 3100, 200 + at * 13, edge),
            Disc(x + 400, y + 3900, 300, fill, edge, 30),
            Line(x, y + 4400, x + 800, y + 4400 + at * 90, edge, 25 + at * 8),
            Outline(((x, y + 5900), (x + 800, y + 5900), (x + 400, y + 5200)), fill, edge, 60),
            Outline(((x, y + 6100), (x + 800, y + 6400), (x, y + 6700), (x + 800, y + 7000)), edge),
        ]
    return Page(10_160, 7620, tuple(marks), "Vormen")


def _block(fonts: Fonts, at: int, w: int, h: int) -> Iterator[Mark]:
    x, y = 1200 + at % 5 * (w - 2400) / 5, 2600 + at // 5 * (h - 3600) / 2
    yield Box(x, y, (w - 3400) / 5, (h - 4000) / 2, 200, "#F7F8FA", "#8C9AB0", 35)
    yield Text(x + 300, y + 150, lay_out(fonts.bold, "Waardepropositie", 13 * POINT, 7000), INK, "heading")
    yield Text(x + 300, y + 650, lay_out(fonts.regular, "Wat kopen ze echt?", 8.5 * POINT, 7000), "#5B6470", "question")


def _note(fonts: FontSet, text: str, at: int, room: tuple[int, int, int, int]) -> Iterator[Mark]:
    x, y, w, h = room
    sizes = [points * POINT for points in range(8, 25)]
    yield Box(x + 20, y + 40, w, h, 60, SHADE)
    yield Box(x, y, w, h, 60, FILLS[at % 6], "#8C9AB0" if at % 6 == 5 else None, 20)
    yield Text(x + 250, y + 250, fit(fonts, text, w - 500, h - 900, sizes), INK)
    for dot in range(at % 4):
        yield Disc(x + 450 + dot * 450, y + h - 400, 200, DOT)
    if at % 3 == 0:
        yield Outline(((x + w - 300, y + 100), (x + w - 100, y + 100), (x + w - 200, y + 280)), None, INK, 30)
        yield Line(x + 250, y + h - 120, x + w - 250, y + h - 120, "#2F5BEA", 30)
