"""The page that phones open, as it lies in the folder: small, closed to the outside, in two languages, and within what
browsers of five years ago know."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import get_args

import pytest

from helpers.contrast import READABLE, contrast
from plakbord.live.pages import SCRIPTS
from plakbord.live.refusal import Why
from plakbord.paths import resources
from plakbord.sheet.theme import NOTE_COLORS
from plakbord.window.tone import DARK, LIGHT, Tone

FOLDER = resources() / "phone"
MOST_BYTES = 100_000
MOST_LINES = 400
LANGUAGES = ("nl", "en")

MARKUP_FROM_TEXT = (
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "document.write",
    "DOMParser",
    "createContextualFragment",
)
CODE_FROM_TEXT = ("eval(", "new Function", "javascript:")
NEEDS_A_SECURE_PAGE = (
    "randomUUID",
    "crypto.subtle",
    "serviceWorker",
    "clipboard",
    "wakeLock",
    "geolocation",
    "caches.",
)
NEWER_THAN_2020 = (
    "?.",
    "??",
    "||=",
    ".at(",
    "replaceChildren",
    "structuredClone",
    "Object.hasOwn",
    "replaceAll(",
    "#private",
)
NEWER_STYLE = (":has(", "inset:", "aspect-ratio", "dvh", "color-mix", "@layer", ":is(", ":where(", "text-wrap")
REACHES_OUT = ("fetch(", "XMLHttpRequest", "sendBeacon", "EventSource", "importScripts", "import(", "@import", "url(")


def scripts() -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in sorted(FOLDER.glob("*.js"))}


def source() -> str:
    """All scripts without their comments."""
    return re.sub(r"^\s*//.*$|(?<=[;,{}\s])// .*$", "", "\n".join(scripts().values()), flags=re.MULTILINE)


def words() -> dict[str, dict[str, str]]:
    found = re.search(r"const WORDS = (\{.*?\n\});", (FOLDER / "words.js").read_text("utf-8"), re.DOTALL)
    assert found is not None
    return dict(json.loads(found[1]))


def style(name: str = "phone.css") -> str:
    return (FOLDER / name).read_text("utf-8")


def test_the_server_knows_every_file() -> None:
    assert {f"{name}.js" for name in SCRIPTS} == set(scripts())
    rest = {path.name for path in FOLDER.iterdir() if path.suffix != ".js"}
    assert rest == {"index.html", "phone.css", "icon.svg"}


def test_it_is_small() -> None:
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < MOST_BYTES
    assert {name for name, text in scripts().items() if text.count("\n") > MOST_LINES} == set()


def test_nothing_comes_from_outside_and_nothing_goes_there() -> None:
    page = style("index.html")
    assert re.findall(r'(?:src|href)="([^"]*)"', page) == ["/icon.svg", "/phone.css", "/phone.js"]
    everything = "\n".join([page, style(), *scripts().values()])
    assert re.findall(r"https?://", everything) == []
    assert [word for word in REACHES_OUT if word in source() or word in style()] == []
    assert re.findall(r"ws://", everything) == ["ws://"]
    assert '"ws://" + location.host + "/socket"' in source()


def test_no_script_or_style_stands_in_the_page() -> None:
    page = style("index.html")
    assert re.findall(r"<style|style=|\son\w+=", page) == []
    assert re.findall(r"<script[^>]*>(.*?)</script>", page, re.DOTALL) == [""]
    assert 'setAttribute("style"' not in source()


def test_what_people_write_is_never_read_as_markup() -> None:
    assert [word for word in (*MARKUP_FROM_TEXT, *CODE_FROM_TEXT) if word in source()] == []
    assert re.findall(r"set(?:Timeout|Interval)\(\s*[\"'`]", source()) == []


def test_it_asks_for_nothing_that_an_old_phone_or_a_plain_address_lacks() -> None:
    assert [word for word in (*NEEDS_A_SECURE_PAGE, *NEWER_THAN_2020) if word in source()] == []
    assert [word for word in NEWER_STYLE if word in style()] == []
    assert re.findall(r"display: (?:inline-)?flex;[^}]*\bgap:", style()) == []


def test_both_languages_say_the_same() -> None:
    dutch, english = (words()[language] for language in LANGUAGES)
    assert set(words()) == set(LANGUAGES)
    assert dutch.keys() == english.keys()
    for key in dutch:
        assert re.findall(r"\{\w+\}", dutch[key]) == re.findall(r"\{\w+\}", english[key]), key
        assert dutch[key].strip() == dutch[key] != "", key
        assert english[key].strip() == english[key] != "", key
    ones = {key.removesuffix(".one") for key in dutch if key.endswith(".one")}
    assert ones == {key.removesuffix(".other") for key in dutch if key.endswith(".other")}


def test_all_words_that_are_asked_for_are_there_and_no_others() -> None:
    code = re.sub(r"const WORDS = .*?\n\};", "", source(), flags=re.DOTALL)
    there = {re.sub(r"\.(one|other)$", "", key) for key in words()["nl"]} | words()["nl"].keys()
    called = set(re.findall(r't\(\s*"([a-z.]+)"[,)]', code))
    assert len(called) > 60
    assert called - there == set()
    quoted = set(re.findall(r'"([a-z.]+)"', code))
    put_together = re.compile(r"why\.\w+|(end\.\w+|waiting)\.(heading|text)")
    left = {key for key in words()["nl"] if not {key, re.sub(r"\.(one|other)$", "", key)} & quoted}
    assert {key for key in left if not put_together.fullmatch(key)} == set()


def test_every_refusal_has_a_sentence() -> None:
    assert {f"why.{why}" for why in get_args(Why)} == {key for key in words()["nl"] if key.startswith("why.")}


def test_paper_has_the_colours_of_the_board() -> None:
    for name, color in NOTE_COLORS.items():
        rule = r"\.paper \{" if name == "yellow" else rf"\.paper\.{name} \{{"
        found = re.search(rule + r"[^}]*background: (#\w+);", style())
        assert found is not None, name
        assert found[1].lower() == color.fill.lower(), name
    assert '["yellow", "orange", "pink", "green", "blue", "white"]' in source()
    assert list(NOTE_COLORS) == ["yellow", "orange", "pink", "green", "blue", "white"]


def variables(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+): (#\w+);", block))


@pytest.mark.parametrize("tone", [LIGHT, DARK], ids=["light", "dark"])
def test_it_looks_like_the_program_and_can_be_read(tone: Tone) -> None:
    light, _, dark = style().partition("@media (prefers-color-scheme: dark)")
    colors = variables(light.partition("}")[0])
    if tone is DARK:
        colors |= variables(dark.partition("}")[0])
    assert colors["desk"].lower() == tone.desk.lower()
    assert colors["accent"].lower() == tone.accent.lower()
    for ink in ("text", "quiet", "trouble"):
        for ground in ("desk", "panel"):
            assert contrast(colors[ink], colors[ground]) >= READABLE, (ink, ground)
    assert contrast(colors["on-accent"], colors["accent"]) >= READABLE
    for color in NOTE_COLORS.values():
        assert contrast(colors["ink"], color.fill) >= READABLE
        assert contrast(colors["faint-ink"], color.fill) >= READABLE


def test_the_icon_is_the_programs_own() -> None:
    assert (FOLDER / "icon.svg").read_bytes() == Path(resources() / "icons" / "plakbord.svg").read_bytes()
