"""Filling in by mouse and keys, without a window: the ring of focus, chips, scales, and one undo step each."""

from __future__ import annotations

import pytest

from canvas_files.crop import Crop, crop_of
from canvas_files.entries import answer
from canvas_files.history import History
from canvas_files.records import Picture
from helpers.personas import face, only_sheet, persona
from helpers.sample_pages import FONTS
from plakbord.sheet.layout import Layout
from plakbord.sheet.text.fonts import Fonts
from plakbord.tools.fields import FieldTool, Key
from plakbord.tools.tool import Pointer
from plakbord.words import load_words

ALL_FONTS = Fonts(FONTS)


class Desk:
    """An empty persona with the tool over it, and what the tool asked for."""

    def __init__(self, picture: Picture | None = None) -> None:
        self.document = persona("nl", {}, picture)
        self.sheet = only_sheet(self.document).id
        self.layout = Layout(self.document, self.sheet, ALL_FONTS, load_words("nl"))
        self.history = History(self.document.store)
        self.wanted: list[str] = []
        self.tool = FieldTool(self.layout, self.document.store, self.wanted.append)

    def value(self, field: str) -> object:
        return answer(self.document.records, self.sheet, field)

    def keys(self, *keys: Key) -> list[bool]:
        return [self.tool.key(key) for key in keys]

    def middle(self, field: str) -> Pointer:
        box = self.layout.slots[field].box
        return Pointer(box.x + box.w / 2, box.y + box.h / 2)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_tab_goes_through_everything_and_out_again(desk: Desk) -> None:
    met = []
    while desk.tool.step(1):
        met.append(desk.tool.focus)
    assert met == list(desk.layout.slots)
    assert desk.tool.focus is None
    texts = [slot.id for slot in desk.layout.slots.values() if slot.kind in ("line", "story")]
    assert desk.wanted == texts
    back = []
    while desk.tool.step(-1):
        back.append(desk.tool.focus)
    assert back == met[::-1]


def test_a_click_on_a_text_asks_to_write_in_it(desk: Desk) -> None:
    assert desk.tool.press(desk.middle("age"))
    assert desk.wanted == []
    desk.tool.release(desk.middle("age"))
    assert (desk.wanted, desk.tool.focus) == (["age"], "age")


def test_letting_go_elsewhere_means_nothing(desk: Desk) -> None:
    desk.tool.press(desk.middle("age"))
    desk.tool.release(desk.middle("hobby"))
    assert desk.wanted == []


def test_beside_every_slot_there_is_nothing_to_press(desk: Desk) -> None:
    assert not desk.tool.press(Pointer(20_000, 20_000))
    assert desk.tool.focus is None


def test_a_chip_is_ticked_and_unticked(desk: Desk) -> None:
    chip = desk.layout.slots["sales_role"].options[2]
    at = Pointer(chip.x + 1, chip.y + 1)
    for wanted in (["decider"], None):
        desk.tool.press(at)
        desk.tool.release(at)
        assert desk.value("sales_role") == wanted
    desk.history.undo()
    assert desk.value("sales_role") == ["decider"]


def test_chips_by_keys(desk: Desk) -> None:
    desk.tool.press(desk.middle("sales_role"))
    desk.keys("space", "right", "right", "enter", "right", "space")
    assert desk.value("sales_role") == ["decider"]
    desk.keys("left", "left", "space")
    assert desk.value("sales_role") == ["influencer", "decider"]


def test_dragging_a_scale_changes_the_document_once(desk: Desk) -> None:
    slot = desk.layout.slots["time_pressure"]
    desk.tool.press(Pointer(slot.place_of(2), slot.track))
    before = desk.document.store.revision
    for step in (3, 4, 5):
        desk.tool.move(Pointer(slot.place_of(step) + 40, slot.track + 900))
        assert desk.tool.draft == {"time_pressure": step}
        assert desk.value("time_pressure") is None
    desk.tool.release(Pointer(slot.place_of(6), slot.track))
    assert (desk.value("time_pressure"), desk.tool.draft) == (6, {})
    assert desk.document.store.revision == before + 1
    desk.history.undo()
    assert desk.value("time_pressure") is None


def test_escape_lets_go_of_a_scale(desk: Desk) -> None:
    slot = desk.layout.slots["time_pressure"]
    desk.tool.press(Pointer(slot.place_of(2), slot.track))
    desk.tool.cancel()
    desk.tool.release(Pointer(slot.place_of(5), slot.track))
    assert desk.value("time_pressure") is None
    assert desk.tool.focus == "time_pressure"
    assert desk.tool.cancel()
    assert desk.tool.focus is None
    assert not desk.tool.cancel()


@pytest.mark.parametrize(
    ("keys", "wanted"),
    [
        (("right",), 4),
        (("left",), 4),
        (("right", "right", "right", "right", "right"), 7),
        (("home", "left"), 1),
        (("end", "down"), 6),
        (("end", "delete"), None),
        (("space",), None),
    ],
)
def test_a_scale_by_keys(desk: Desk, keys: tuple[Key, ...], wanted: int | None) -> None:
    slot = desk.layout.slots["digital_skills"]
    desk.tool.focus = slot.id
    desk.keys(*keys)
    assert desk.value("digital_skills") == wanted


def test_keys_without_a_focus_are_for_others(desk: Desk) -> None:
    assert desk.keys("left", "enter", "space", "delete") == [False] * 4


def test_the_portrait_is_asked_for(desk: Desk) -> None:
    desk.tool.focus = "portrait"
    assert desk.keys("enter", "left") == [True, False]
    assert desk.wanted == ["portrait"]


@pytest.fixture
def posed() -> Desk:
    """A persona with a portrait, higher than wide."""
    return Desk(face())


def crop(desk: Desk) -> Crop:
    return crop_of(only_sheet(desk.document))


def moved(desk: Desk, dx: float, dy: float) -> Pointer:
    at = desk.middle("portrait")
    return Pointer(at.x + dx, at.y + dy, reach=50)


def test_an_empty_frame_asks_for_a_picture_and_a_filled_one_does_not(desk: Desk, posed: Desk) -> None:
    for each in (desk, posed):
        each.tool.press(moved(each, 0, 0))
        each.tool.release(moved(each, 9, 9))
    assert (desk.wanted, posed.wanted) == (["portrait"], [])
    assert posed.tool.focus == "portrait"
    assert crop(posed) == Crop()


def test_a_drag_shows_another_part_once(posed: Desk) -> None:
    posed.tool.press(moved(posed, 0, 0))
    posed.tool.move(moved(posed, 0, 20))
    assert posed.tool.draft == {}
    before = posed.document.store.revision
    for far in (100, 300, 500):
        posed.tool.move(moved(posed, 0, far))
    assert isinstance(posed.tool.draft["portrait"], Crop)
    assert posed.document.store.revision == before
    posed.tool.release(moved(posed, 0, 500))
    assert crop(posed).y < 300
    assert crop(posed).x == 500  # it is no wider than its frame
    posed.history.undo()
    assert crop(posed) == Crop()


def test_a_drag_that_is_called_off_changes_nothing(posed: Desk) -> None:
    posed.tool.press(moved(posed, 0, 0))
    posed.tool.move(moved(posed, 0, 500))
    assert posed.tool.cancel()
    posed.tool.release(moved(posed, 0, 500))
    assert (posed.tool.draft, crop(posed)) == ({}, Crop())


def test_keys_move_it_and_make_it_larger(posed: Desk) -> None:
    posed.tool.focus = "portrait"
    assert posed.keys("down", "plus", "right", "left", "left", "up") == [True] * 6
    assert crop(posed).zoom == 110
    assert crop(posed) != Crop(500, 300, 110)
    assert posed.keys("minus", "minus") == [True] * 2
    assert crop(posed).zoom == 100
    assert posed.keys("home", "end", "enter") == [True, False, True]
    assert (crop(posed), posed.wanted) == (Crop(), ["portrait"])
    assert posed.keys("delete") == [True]
    assert only_sheet(posed.document).portrait == ""


def test_only_the_portrait_looks_different(posed: Desk) -> None:
    posed.tool.press(moved(posed, 0, 0))
    posed.tool.move(moved(posed, 0, 500))
    box = posed.layout.template.portrait
    assert posed.layout.draft(posed.tool.draft).rooms == (box,)
    assert posed.layout.draft({}).rooms == (box,)
    rooms = []
    posed.document.store.listen(lambda change: rooms.append(posed.layout.follow(change).rooms))
    posed.tool.release(moved(posed, 0, 500))
    assert rooms == [(box,)]
