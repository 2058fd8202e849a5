"""The list of everything a person can do: words, keys, icons, a place in a menu; and what each action does, without
Qt."""

from __future__ import annotations

from collections import Counter

import pytest

from canvas_files.records import Note
from helpers.plain_context import PlainContext
from helpers.sample_workshops import LONG_WORDS, ZONES, add_note, new_session, notes_of
from plakbord.actions.action import Action
from plakbord.actions.all import ACTIONS, BY_ID
from plakbord.paths import resources
from plakbord.settings import Settings
from plakbord.sheet import theme
from plakbord.words import LANGUAGES, load_words

ids = [action.id for action in ACTIONS]
each_action = pytest.mark.parametrize("action", ACTIONS, ids=ids)


@pytest.fixture
def context() -> PlainContext:
    return PlainContext(new_session())


def run(context: PlainContext, action_id: str) -> None:
    """Runs an action as the window does: only when it can be done."""
    action = BY_ID[action_id]
    assert action.enabled(context), f"{action_id} cannot be done now"
    action.run(context)
    assert not context.session.store.in_transaction


def only_note(context: PlainContext) -> Note:
    (note,) = notes_of(context.session)
    return note


def test_ids_are_unique() -> None:
    assert len(BY_ID) == len(ACTIONS)


@each_action
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_action_has_words_and_keywords(action: Action, language: str) -> None:
    t = load_words("nl" if language == "nl" else "en")
    assert t(action.words)
    assert t(action.keywords)


@each_action
def test_every_icon_is_there(action: Action) -> None:
    assert not action.icon or (resources() / "icons" / f"{action.icon}.svg").is_file()
    assert action.swatch is None or action.swatch in theme.NOTE_COLORS


def test_every_key_does_one_thing() -> None:
    keys = Counter(key for action in ACTIONS for key in action.shortcuts)
    assert [key for key, times in keys.items() if times > 1] == []


@each_action
def test_on_a_blank_sheet_no_action_fails(action: Action, context: PlainContext) -> None:
    if action.checked is not None:
        assert action.checked(context) in (True, False)
    if action.enabled(context):
        action.run(context)
    assert not context.session.store.in_transaction


@each_action
def test_with_notes_selected_no_action_fails(action: Action) -> None:
    context = PlainContext(new_session("canvas", "persona"))
    context.selection.set({add_note(context.session).id, add_note(context.session, zone="").id})
    if action.checked is not None:
        assert action.checked(context) in (True, False)
    if action.enabled(context):
        action.run(context)
    assert not context.session.store.in_transaction


@pytest.mark.parametrize(
    ("action_id", "asked"),
    [
        ("workshop.new", "new_workshop"),
        ("workshop.open", "open_workshop"),
        ("workshop.save", "save_workshop"),
        ("workshop.save_as", "save_workshop_as"),
        ("workshop.export", "export_poster"),
        ("workshop.details", "workshop_details"),
        ("workshop.quit", "quit"),
        ("help.about", "about"),
        ("view.theme.dark", "theme dark"),
        ("view.language.en", "language en"),
    ],
)
def test_some_actions_are_the_windows_to_do(context: PlainContext, action_id: str, asked: str) -> None:
    run(context, action_id)
    assert context.window.asked == [asked]


def test_the_view_is_moved(context: PlainContext) -> None:
    for name in ("fit", "actual", "zoom_in", "zoom_out"):
        run(context, f"view.{name}")
    assert context.view.asked[:2] == [("fit", 0), ("zoom_to", 100)]
    (_, closer), (_, further) = context.view.asked[2:]
    assert closer * further == pytest.approx(1)
    assert closer > 1


@pytest.mark.parametrize("settings", [Settings(), Settings(theme="dark", language="en")])
def test_the_theme_and_language_in_use_are_checked(settings: Settings) -> None:
    context = PlainContext(new_session(), settings)
    checked = {action.id for action in ACTIONS if action.checked is not None and action.checked(context)}
    assert f"view.theme.{settings.theme}" in checked
    assert len([name for name in checked if name.startswith("view.theme.")]) == 1
    assert {name for name in checked if name.startswith("view.language.")} <= {f"view.language.{settings.language}"}


def test_a_new_note_goes_to_the_block_under_the_pointer(context: PlainContext) -> None:
    box = next(zone.box for zone in context.layout.template.zones if zone.id == "channels")
    context.view.pointer = (box.x + 10, box.y + 10)
    run(context, "note.add")
    note = only_note(context)
    assert (note.zone, note.text, note.color) == ("channels", "", "yellow")
    assert context.window.edited == (note.id, True)
    assert context.selection.ids == {note.id}
    assert context.session.history.in_gesture


@pytest.mark.parametrize("pointer", [None, (50.0, 50.0), (46_000.0, 5000.0)])
def test_without_a_block_under_the_pointer_it_goes_to_the_first_of_the_tour(
    context: PlainContext, pointer: tuple[float, float] | None
) -> None:
    context.view.pointer = pointer
    run(context, "note.add")
    assert only_note(context).zone == ZONES[0]


def test_notes_in_a_full_block_become_small_and_then_cover_least(context: PlainContext) -> None:
    for _ in range(20):
        run(context, "note.add")
        context.session.history.end()
    box = next(zone.box for zone in context.layout.template.zones if zone.id == ZONES[0])
    sizes = [(note.w, note.h) for note in notes_of(context.session)]
    assert sizes[0] == theme.NOTE_SIZES_ON_PAPER["standard"]
    assert theme.NOTE_SIZES_ON_PAPER["small"] in sizes
    for face in context.layout.notes.values():
        assert box.x <= face.x <= box.x + box.w - face.w
        assert box.y <= face.y <= box.y + box.h - face.h
    assert [note.z for note in notes_of(context.session)] == sorted({note.z for note in notes_of(context.session)})


def test_new_notes_do_not_cover_each_other_while_there_is_room(context: PlainContext) -> None:
    for _ in range(8):
        run(context, "note.add")
        context.session.history.end()
    faces = list(context.layout.notes.values())
    for at, face in enumerate(faces):
        assert not any(face.touches(o.x, o.y, o.x + o.w, o.y + o.h) for o in faces[:at])


@pytest.mark.parametrize("color", theme.NOTE_COLORS)
def test_notes_are_coloured(context: PlainContext, color: str) -> None:
    notes = [add_note(context.session, color="white" if color != "white" else "pink") for _ in range(2)]
    left = add_note(context.session, color="orange")
    context.selection.set({note.id for note in notes})
    action = BY_ID[f"note.color.{color}"]
    assert action.checked is not None
    assert not action.checked(context)
    run(context, action.id)
    assert action.checked(context)
    assert [note.color for note in notes_of(context.session)] == [color, color, left.color]
    run(context, "edit.undo")
    assert not action.checked(context)


@pytest.mark.parametrize("size", theme.NOTE_SIZES_ON_PAPER)
def test_notes_are_sized(context: PlainContext, size: str) -> None:
    context.selection.set({add_note(context.session, w=3000, h=3000).id})
    action = BY_ID[f"note.size.{size}"]
    assert action.checked is not None
    assert not action.checked(context)
    run(context, action.id)
    assert (only_note(context).w, only_note(context).h) == theme.NOTE_SIZES_ON_PAPER[size]
    assert action.checked(context)


def test_deleting_can_be_undone(context: PlainContext) -> None:
    notes = [add_note(context.session, text) for text in ("een", "twee", "drie")]
    context.selection.set({note.id for note in notes[:2]})
    run(context, "edit.delete")
    assert notes_of(context.session) == notes[2:]
    assert len(context.selection) == 0
    assert not BY_ID["edit.delete"].enabled(context)
    run(context, "edit.undo")
    assert notes_of(context.session) == notes
    run(context, "edit.redo")
    assert notes_of(context.session) == notes[2:]
    assert not BY_ID["edit.redo"].enabled(context)


def test_everything_on_the_sheet_is_selected_also_what_is_parked() -> None:
    context = PlainContext(new_session("canvas", "persona"))
    assert not BY_ID["edit.select_all"].enabled(context)
    notes = [add_note(context.session, zone=zone) for zone in ("channels", "")]
    run(context, "edit.select_all")
    assert context.selection.ids == {note.id for note in notes}


def test_only_one_note_is_written_on_at_a_time(context: PlainContext) -> None:
    one, two = add_note(context.session, LONG_WORDS), add_note(context.session)
    context.selection.set({one.id, two.id})
    assert not BY_ID["note.edit"].enabled(context)
    context.selection.set({two.id})
    run(context, "note.edit")
    assert context.window.edited == (two.id, False)


@pytest.mark.parametrize(("kind", "template"), [("canvas", "business-model-canvas"), ("persona", "persona")])
def test_a_sheet_is_added_behind_the_others_and_shown(context: PlainContext, kind: str, template: str) -> None:
    run(context, f"sheet.add_{kind}")
    first, added = context.session.document.sheets
    assert (added.template, context.layout.sheet_id) == (template, added.id)
    assert added.order > first.order
    run(context, "edit.undo")
    assert context.session.document.sheets == [first]


def test_turning_goes_round(context: PlainContext) -> None:
    assert not BY_ID["sheet.next"].enabled(context)
    run(context, "sheet.add_persona")
    run(context, "sheet.add_canvas")
    order = [sheet.id for sheet in context.session.document.sheets]
    shown = []
    for action_id in ("sheet.next", "sheet.next", "sheet.previous", "sheet.previous"):
        run(context, action_id)
        shown.append(order.index(context.layout.sheet_id))
    assert shown == [0, 1, 0, 2]
