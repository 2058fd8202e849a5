"""Everything an action may reach, without a window: it remembers what was asked of it."""

from __future__ import annotations

from collections.abc import Sequence

from canvas_files.change import Change
from canvas_files.problems import Problem
from canvas_files.records import Language
from helpers.plain_voting import PlainVoting
from helpers.sample_pages import FONTS
from helpers.sample_workshops import layout_of
from plakbord.exchange.copy_out import Copied
from plakbord.session import Session
from plakbord.settings import Motion, Settings, ThemeName
from plakbord.sheet.data_note import View
from plakbord.sheet.layout import Layout
from plakbord.sheet.marks import Page
from plakbord.sheet.note import NoteFaces
from plakbord.sheet.text.fonts import Fonts
from plakbord.tools.selection import Selection
from plakbord.words import load_words

ALL_FONTS = Fonts(FONTS)


class PlainView:
    """Stands where the board stands; `asked` holds what it was asked to do."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, float]] = []
        self.pointer: tuple[float, float] | None = None

    def fit(self) -> None:
        self.asked.append(("fit", 0))

    def zoom_by(self, factor: float) -> None:
        self.asked.append(("zoom_by", factor))

    def zoom_to(self, percent: float) -> None:
        self.asked.append(("zoom_to", percent))

    def under_pointer(self) -> tuple[float, float] | None:
        return self.pointer


class PlainFinder:
    """Stands where the window's finding stands."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.searching = False
        self.can_go_back = False

    def show_palette(self) -> None:
        self.asked.append("palette")

    def show_search(self) -> None:
        self.asked.append("search")

    def step(self, way: int) -> None:
        self.asked.append(f"step {way}")

    def show_block(self, number: int) -> None:
        self.asked.append(f"block {number}")

    def back(self) -> None:
        self.asked.append("back")

    def show_shortcuts(self) -> None:
        self.asked.append("shortcuts")


class PlainRescue:
    """Stands where the window's rescue stands."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def show_history(self) -> None:
        self.asked.append("history")

    def show_recovered(self) -> None:
        self.asked.append("recovered")


class PlainDoor:
    """Stands where a door of the window stands; notes what it was asked to do."""

    def __init__(self, asked: list[str], name: str) -> None:
        self._asked = asked
        self._name = name

    def _note(self, what: str) -> None:
        self._asked.append(f"{self._name} {what}")

    def choose(self) -> None:
        self._note("choose")

    def paste(self) -> None:
        self._note("paste")

    def rename(self, sheet_id: str) -> None:
        self._note(f"rename {sheet_id}")

    def select(self, note_ids: Sequence[str]) -> None:
        self._note(f"select {list(note_ids)}")

    def put(self, notes: Copied) -> None:
        self._note("put")

    def contact_sheet(self) -> None:
        self._note("contact_sheet")

    def put_picture(self, page: Page) -> None:
        self._note(f"put_picture {page.w} by {page.h}")

    def keep(self) -> None:
        self._note("keep")

    def open(self) -> None:
        self._note("open")

    def ask(self) -> None:
        self._note("ask")

    def show(self) -> None:
        self._note("show")


class PlainPanels:
    """Stands where the panels at the right stand."""

    def __init__(self) -> None:
        self.open_name = ""

    def toggle(self, name: str) -> None:
        self.open_name = "" if self.open_name == name else name

    def close(self) -> None:
        self.open_name = ""


class PlainLens:
    """Stands where the window's data lens stands."""

    def __init__(self, context: PlainContext, asked: list[str]) -> None:
        self._context = context
        self._asked = asked

    def look(self, view: View) -> PlainContext:
        context = self._context
        faces = NoteFaces(ALL_FONTS.regular, view)
        t = load_words(context.session.document.workshop.language)
        context.layout = Layout(context.session.document, context.layout.sheet_id, ALL_FONTS, t, faces)
        return context

    def show_inspector(self) -> None:
        self._asked.append("lens inspector")

    def export(self) -> None:
        self._asked.append("lens export")


class PlainDoors:
    """Stands where the ways into the window are."""

    def __init__(self, context: PlainContext, asked: list[str]) -> None:
        session = context.session
        self.lens = PlainLens(context, asked)
        self.portraits = PlainDoor(asked, "portraits")
        self.sheets = PlainDoor(asked, "sheets")
        self.templates = PlainDoor(asked, "templates")
        self.preferences = PlainDoor(asked, "preferences")
        self.start = PlainDoor(asked, "start")
        self.clipboard = PlainDoor(asked, "clipboard")
        self.poster = PlainDoor(asked, "poster")
        self.panels = PlainPanels()
        self.voting = PlainVoting(session, asked)


class PlainWindow:
    """Stands where the window stands; `asked` holds what it was asked to do, `answer` is given to every question."""

    def __init__(self, context: PlainContext) -> None:
        self.asked: list[str] = []
        self.edited: tuple[str, bool] | None = None
        self.answer: str | None = None
        self.finder = PlainFinder()
        self.doors = PlainDoors(context, self.asked)
        self.rescue = PlainRescue()
        self._context = context

    def new_workshop(self) -> None:
        self.asked.append("new_workshop")

    def open_workshop(self) -> None:
        self.asked.append("open_workshop")

    def save_workshop(self) -> bool:
        self.asked.append("save_workshop")
        return True

    def save_workshop_as(self) -> bool:
        self.asked.append("save_workshop_as")
        return True

    def export_poster(self) -> None:
        self.asked.append("export_poster")

    def workshop_details(self) -> None:
        self.asked.append("workshop_details")

    def quit(self) -> None:
        self.asked.append("quit")

    def about(self) -> None:
        self.asked.append("about")

    def keep(self, settings: Settings) -> None:
        self._context.settings = settings

    def tell(self, problem: Problem) -> None:
        self.asked.append(problem.key)

    def ask_block(self) -> str | None:
        return self.answer

    def ask_tags(self) -> None:
        self.asked.append("ask_tags")

    def ask_text(self, question: str, text: str) -> str | None:
        return self.answer

    def show_outline(self, shown: bool) -> None:
        self.asked.append(f"outline {shown}")

    def next_pane(self, step: int) -> None:
        self.asked.append(f"pane {step}")

    def edit_note(self, note_id: str, new: bool = False) -> None:
        self.edited = (note_id, new)

    def show_sheet(self, sheet_id: str) -> None:
        ids = [sheet.id for sheet in self._context.session.document.sheets]
        self._context.layout = layout_of(self._context.session, ids.index(sheet_id))

    def use_theme(self, name: ThemeName) -> None:
        self.asked.append(f"theme {name}")

    def use_language(self, language: Language) -> None:
        self.asked.append(f"language {language}")

    def use_motion(self, motion: Motion) -> None:
        self.asked.append(f"motion {motion}")


class PlainContext:
    """A session with its first sheet shown and nothing selected."""

    def __init__(self, session: Session, settings: Settings | None = None) -> None:
        self.session = session
        self.settings = settings or Settings()
        self.selection = Selection()
        self.layout: Layout = layout_of(session)
        self.view = PlainView()
        self.window = PlainWindow(self)
        session.store.listen(self._on_change)

    def _on_change(self, change: Change) -> None:
        self.selection.follow(change)
        if self.layout.sheet_id in change.removed:
            self.layout = layout_of(self.session)
        else:
            self.layout.follow(change)
