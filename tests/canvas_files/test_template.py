"""Templates: read from plain JSON, refused with the reason and the place, and asked where things are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from canvas_files.template import Room, Template, load_template, read_template

RESOURCES = Path(__file__).parents[2] / "resources" / "templates"


def wording(text: str) -> dict[str, str]:
    return {"nl": text, "en": f"{text} (en)"}


def box(x: int, y: int, w: int = 1000, h: int = 1000) -> dict[str, int]:
    return {"x": x, "y": y, "w": w, "h": h}


def zone(zone_id: str, x: int, **more: Any) -> dict[str, Any]:
    return {"id": zone_id, "heading": wording(zone_id), "box": box(x, 0), **more}


def raw_template(**more: Any) -> dict[str, Any]:
    zones = [zone("left", 0), zone("middle", 1000), zone("right", 2000)]
    return {"id": "t", "name": wording("Drie vakken"), "page": {"w": 3000, "h": 2000}, "zones": zones, **more}


@pytest.fixture
def template() -> Template:
    return read_template(raw_template(order=["right", "left"]))


@pytest.mark.parametrize("path", sorted(RESOURCES.glob("*.json")), ids=lambda path: path.stem)
def test_the_templates_of_the_program_load(path: Path) -> None:
    template, raw = load_template(path.read_bytes())
    assert template.id == raw["id"] == path.stem
    assert read_template(json.loads(json.dumps(raw))) == template


def test_zones_by_name_place_and_working_order(template: Template) -> None:
    left, middle, right = template.zones
    assert template.zone("middle") is middle
    assert template.zone("nowhere") is None
    assert template.zone_at(1000, 0) is middle
    assert template.zone_at(999.9, 999.9) is left
    assert template.zone_at(0, 1000) is None
    assert template.working_order() == [right, left, middle]


def test_words_in_both_languages(template: Template) -> None:
    assert (template.name("nl"), template.name("en")) == ("Drie vakken", "Drie vakken (en)")


def test_the_right_and_bottom_edges_belong_to_the_neighbour() -> None:
    room = Room(0, 0, 100, 100)
    inside, outside = [(0, 0), (99.9, 99.9)], [(100, 0), (0, 100), (-0.1, 0), (0, -0.1)]
    assert [place for place in inside + outside if room.holds(*place)] == inside


FIELD = {"id": "age", "name": wording("Leeftijd"), "kind": "line", "box": box(0, 1000)}
SCALE = {"id": "mood", "name": wording("Humeur"), "left": wording("-"), "right": wording("+"), "box": box(1000, 1000)}
COLUMN = {"id": "general", "heading": wording("Algemeen"), "box": box(2000, 1000)}


def test_fields_scales_columns_and_rooms_are_read() -> None:
    template = read_template(
        raw_template(fields=[FIELD], scales=[SCALE], columns=[COLUMN], title=box(0, 0), portrait=box(0, 0), sparkle=1)
    )
    assert (template.fields[0].name.nl, template.scales[0].right.nl, template.columns[0].id) == (
        "Leeftijd",
        "+",
        "general",
    )
    assert template.title == template.portrait == Room(0, 0, 1000, 1000)


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"page": None}, "page"),
        ({"page": {"w": 10**400, "h": 2000}}, "page.w"),
        ({"zones": []}, "zones"),
        ({"name": {"nl": "alleen Nederlands"}}, "en"),
        ({"zones": [zone("a", 0), zone("a", 1000)]}, "the id a is used twice"),
        ({"fields": [{**FIELD, "id": "left"}]}, "the id left is used twice"),
        ({"scales": [SCALE, SCALE]}, "the id mood is used twice"),
        ({"fields": [{**FIELD, "kind": "essay"}]}, "kind"),
        ({"order": ["left", "nowhere"]}, "the order names a zone nowhere that is not there"),
        ({"order": ["x" * 201]}, "order"),
        ({"zones": [zone("a", 2001)]}, "the box of a reaches outside the page"),
        (
            {"zones": [zone("a", 0, parts=[{"id": "p", "heading": wording("p"), "box": box(0, 1001)}])]},
            "the box of p reaches outside the page",
        ),
        ({"fields": [{**FIELD, "box": box(2500, 0)}]}, "the box of age reaches outside the page"),
        ({"legend": box(0, 1500)}, "the box of legend reaches outside the page"),
        ({"small_print": box(-1, 0)}, "small_print.x"),
        ({"pairs": [{"rule": "r", "zone": "left", "to": "gone"}]}, "a pair names a zone gone that is not there"),
        ({"pairs": [{"rule": "r", "zone": "gone", "to": "left"}]}, "a pair names a zone gone that is not there"),
        ({"phases": "journey"}, "the phases journey are no checklist with terms"),
        ({"id": "\ud800", "\ud800": 1}, "surrogates"),
    ],
)
def test_what_is_wrong_is_said(wrong: dict[str, Any], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        read_template(raw_template(**wrong))


@pytest.mark.parametrize("raw", [None, 7, "template", [], {}, {"id": 7}])
def test_what_is_no_template_is_refused(raw: object) -> None:
    with pytest.raises(ValueError, match=r"Expected|required"):
        read_template(raw)


def test_bad_json_says_where() -> None:
    with pytest.raises(ValueError, match="line 2 column 1"):
        load_template(b"{\n")


def test_a_template_with_very_many_fields_is_read_in_a_moment() -> None:
    fields = [{**FIELD, "id": f"f{at}"} for at in range(20_000)]
    assert len(read_template(raw_template(fields=fields)).fields) == 20_000
