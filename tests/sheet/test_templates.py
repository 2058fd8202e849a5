"""The built-in templates: they load, say everything in both languages, and hold what CONTENT asks of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import Any

import pytest

from canvas_files.document import new_document
from canvas_files.problems import Problem
from canvas_files.template import Room, Template, read_template
from helpers.sample_workshops import ZONES
from plakbord.paths import resources
from plakbord.sheet.templates import built_in_files, raw_template, sheet_for

MOST_WORDS = 12

TERMS = {
    "key_partners": {"Motivations": 3, "Kinds": 4},
    "key_activities": {"Categories": 3},
    "key_resources": {"Types": 4},
    "value_propositions": {"Characteristics": 11},
    "customer_relationships": {"Examples": 6},
    "channels": {"Phases": 5, "Kinds": 4},
    "customer_segments": {"Examples": 5},
    "cost_structure": {"Your business is": 2, "Characteristics": 4},
    "revenue_streams": {"Types": 11, "Fixed pricing": 4, "Dynamic pricing": 4},
}
HEADINGS = {
    "key_partners": ("Key partners", "Key partners"),
    "key_activities": ("Kernactiviteiten", "Key activities"),
    "key_resources": ("Key resources", "Key resources"),
    "value_propositions": ("Waardepropositie", "Value propositions"),
    "customer_relationships": ("Klantrelaties", "Customer relationships"),
    "channels": ("Kanalen", "Channels"),
    "customer_segments": ("Klantsegmenten", "Customer segments"),
    "cost_structure": ("Kostenstructuur", "Cost structure"),
    "revenue_streams": ("Inkomstenstromen", "Revenue streams"),
}
FIELDS = {
    "name": "line",
    "age": "line",
    "role": "line",
    "hobby": "line",
    "family": "line",
    "education": "line",
    "sales_role": "choice",
    "background": "story",
    "context": "story",
}
SCALES = {
    "information_depth": ("generiek", "specialistisch", "generic", "specialist"),
    "information_urgency": ("niet acuut", "acuut", "not urgent", "urgent"),
    "time_pressure": ("geen", "veel", "none", "much"),
    "internet_at_work": ("geen", "veel", "none", "much"),
    "digital_skills": ("geen", "veel", "none", "much"),
}
LIMITS = {"goals": (3, 5), "pains": (3, 8), "led_by": (3, 8), "media": (0, None)}


@pytest.fixture(scope="module", params=built_in_files())
def template(request: pytest.FixtureRequest) -> Template:
    return read_template(raw_template(request.param))


def canvas() -> Template:
    return read_template(raw_template("canvas"))


def persona() -> Template:
    return read_template(raw_template("persona"))


def overlap(one: Room, other: Room) -> bool:
    return (
        one.x < other.x + other.w and other.x < one.x + one.w and one.y < other.y + other.h and other.y < one.y + one.h
    )


def within(inner: Room, outer: Room) -> bool:
    return (
        outer.x <= inner.x
        and outer.y <= inner.y
        and inner.x + inner.w <= outer.x + outer.w
        and inner.y + inner.h <= outer.y + outer.h
    )


def wordings(raw: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Everything in plain JSON that is words for people, with where it stands."""
    if isinstance(raw, dict):
        if raw.keys() & {"nl", "en"}:
            yield path, raw
        for name, value in raw.items():
            yield from wordings(value, f"{path}.{name}")
    elif isinstance(raw, list):
        for number, value in enumerate(raw):
            yield from wordings(value, f"{path}[{number}]")


def test_every_file_in_the_folder_has_a_short_name() -> None:
    assert {path.stem for path in (resources() / "templates").glob("*.json")} == set(built_in_files().values())


@pytest.mark.parametrize("name", built_in_files())
def test_everything_is_said_in_both_languages(name: str) -> None:
    found = list(wordings(raw_template(name)))
    assert len(found) > 20
    for path, said in found:
        assert said.keys() == {"nl", "en"}, path
        assert said["nl"].strip() == said["nl"] != "", path
        assert said["en"].strip() == said["en"] != "", path


@pytest.mark.parametrize("name", built_in_files())
def test_no_question_is_long(name: str) -> None:
    asked = [(path, said) for path, said in wordings(raw_template(name)) if "questions" in path]
    assert asked
    for path, said in asked:
        for words in said.values():
            assert len(words.split()) <= MOST_WORDS, path
            assert words.endswith("?"), path
            assert re.match("[A-Z]", words), path


def test_sheets_are_a3_landscape(template: Template) -> None:
    assert (template.page.w, template.page.h) == (42_000, 29_700)


def test_every_zone_is_in_the_working_order_once(template: Template) -> None:
    assert sorted(template.order) == sorted(zone.id for zone in template.zones)


def test_nothing_lies_on_something_else(template: Template) -> None:
    boxes = {zone.id: zone.box for zone in template.zones} | {column.id: column.box for column in template.columns}
    for name in ("title", "date", "legend", "small_print", "portrait"):
        room = getattr(template, name)
        if room is not None:
            boxes[name] = room
    assert not [(one, other) for (one, a), (other, b) in combinations(boxes.items(), 2) if overlap(a, b)]


def test_boxes_are_inside_the_page(template: Template) -> None:
    page = Room(0, 0, template.page.w, template.page.h)
    boxes = [zone.box for zone in template.zones] + [part.box for zone in template.zones for part in zone.parts]
    boxes += [column.box for column in template.columns] + [field.box for field in template.fields]
    boxes += [scale.box for scale in template.scales]
    assert all(within(box, page) for box in boxes)


def test_sub_areas_lie_in_their_zone_beside_each_other(template: Template) -> None:
    for zone in template.zones:
        assert all(within(part.box, zone.box) for part in zone.parts)
        assert not any(overlap(a.box, b.box) for a, b in combinations(zone.parts, 2))


def test_fields_and_scales_lie_in_their_column_beside_each_other(template: Template) -> None:
    columns = {column.id: column.box for column in template.columns}
    named = [*(field for field in template.fields if not field.title), *template.scales]
    assert all(within(one.box, columns[one.column]) for one in named)
    assert not [(a.id, b.id) for a, b in combinations(named, 2) if overlap(a.box, b.box)]


def test_the_canvas_has_its_nine_blocks_in_the_order_that_is_taught() -> None:
    assert [zone.id for zone in canvas().working_order()] == list(ZONES)
    assert {zone.id: (zone.heading("nl"), zone.heading("en")) for zone in canvas().zones} == HEADINGS


def test_the_blocks_stand_where_everybody_knows_them() -> None:
    boxes = {zone.id: zone.box for zone in canvas().zones}
    columns = ("key_partners", "key_activities", "value_propositions", "customer_relationships", "customer_segments")
    assert [boxes[name].x for name in columns] == sorted(boxes[name].x for name in columns)
    for upper, lower in (("key_activities", "key_resources"), ("customer_relationships", "channels")):
        assert boxes[upper].x == boxes[lower].x
        assert boxes[upper].y < boxes[lower].y
    costs, revenue = boxes["cost_structure"], boxes["revenue_streams"]
    assert costs.x < revenue.x
    assert costs.y == revenue.y > boxes["key_resources"].y
    assert costs.w == revenue.w


def test_every_checklist_has_all_its_terms() -> None:
    found = {
        zone.id: {checklist.heading("en"): len(checklist.terms) for checklist in zone.checklists}
        for zone in canvas().zones
    }
    assert found == TERMS


def test_no_two_terms_of_a_block_have_one_id(template: Template) -> None:
    for zone in template.zones:
        ids = [term.id for checklist in zone.checklists for term in checklist.terms]
        assert len(set(ids)) == len(ids)


def test_the_canvas_names_whose_layout_it_is() -> None:
    credit = canvas().credit
    assert credit is not None
    assert canvas().small_print is not None
    for words in (credit("nl"), credit("en")):
        assert "Strategyzer" in words
        assert "CC BY-SA 3.0" in words


def test_the_persona_has_its_fields() -> None:
    assert {field.id: field.kind for field in persona().fields} == FIELDS
    assert [field.id for field in persona().fields if field.title] == ["name"]
    assert [column.heading("en") for column in persona().columns] == ["General", "Background", "Personality and other"]
    assert persona().portrait is not None
    choices = next(field.choices for field in persona().fields if field.kind == "choice")
    assert [term.name("nl") for term in choices] == ["initiator", "beïnvloeder", "beslisser"]
    assert all(field.questions for field in persona().fields if field.kind == "story")


def test_the_persona_has_its_scales() -> None:
    found = {
        scale.id: (scale.left("nl"), scale.right("nl"), scale.left("en"), scale.right("en"))
        for scale in persona().scales
    }
    assert found == SCALES


def test_the_persona_has_its_zones_with_their_limits() -> None:
    assert {zone.id: (zone.limit.least, zone.limit.most) for zone in persona().zones} == LIMITS
    led_by = persona().zone("led_by")
    assert led_by is not None
    assert [part.heading("en") for part in led_by.parts] == ["Hears", "Sees", "Thinks", "Feels"]


def test_a_document_takes_the_template_of_a_new_sheet_along() -> None:
    document = new_document("nl")
    first = sheet_for(document, "canvas")
    assert document.template_of(first) == canvas()
    assert not document.sheets
    assert sheet_for(document, "canvas", after=first).order > first.order
    assert len(document.raw_templates) == 1


def test_there_is_no_other_template() -> None:
    with pytest.raises(Problem):
        raw_template("kanban")
