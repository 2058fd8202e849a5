"""Qt's side of the action list: one QAction for each action, with its words, icon and keys, kept up to date. Each is
made when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction, QKeySequence

from canvas_files.problems import Problem
from plakbord.actions.action import Action
from plakbord.actions.all import ACTIONS, BY_ID
from plakbord.window.icons import Icons, color_icon
from plakbord.words import Words

if TYPE_CHECKING:
    from plakbord.actions.context import Context


class Commands(QObject):
    """The QActions by id. `context` gives what is open at the moment; `before` is called before any action runs: what
    is being written is finished then."""

    def __init__(self, context: Callable[[], Context], before: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._before = before
        self._looks: tuple[Words, Icons] | None = None
        self.by_id = MadeOnDemand(lambda action_id: self._made(BY_ID[action_id]))
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)

    def dress(self, t: Words, icons: Icons) -> None:
        """Gives every action its words and icon."""
        self._looks = t, icons
        for action_id, command in self.by_id.items():
            _dress(command, BY_ID[action_id], t, icons)

    def make_all(self) -> None:
        """Makes those that nobody has asked for: the first painting of a window shows some twenty of some two
        hundred."""
        for action in ACTIONS:
            self.by_id[action.id]

    def refresh_soon(self) -> None:
        """Brings up to date what can be done, once for all that happens now."""
        self._soon.start()

    def refresh(self) -> None:
        """Brings up to date what can be done and what is on."""
        context = self._context()
        for action_id, command in self.by_id.items():
            _bring_up_to_date(command, BY_ID[action_id], context)
        history = context.session.history
        self._name("edit.undo", history.undo_label)
        self._name("edit.redo", history.redo_label)

    def _name(self, action_id: str, label: str | None) -> None:
        """Says what would be taken back or done again."""
        if self._looks is not None:
            t, _ = self._looks
            words = t(f"{action_id}.what", what=t(label)) if label and t.has(label) else t(f"action.{action_id}")
            self.by_id[action_id].setText(words)

    def run(self, action: Action) -> None:
        """Runs an action, after finishing what was being written; what cannot be done just now is passed over."""
        self._before()
        context = self._context()
        if action.enabled(context):
            try:
                action.run(context)
            except Problem as problem:
                context.window.tell(problem)
        self.refresh_soon()

    def _made(self, action: Action) -> QAction:
        command = QAction(self)
        command.setObjectName(action.id)
        if action.shortcuts:
            command.setShortcuts([QKeySequence(keys) for keys in action.shortcuts])
        if action.checked is not None:
            command.setCheckable(True)
        command.setMenuRole(QAction.MenuRole.NoRole)
        command.triggered.connect(lambda: self.run(action))
        if self._looks is not None:
            _dress(command, action, *self._looks)
            _bring_up_to_date(command, action, self._context())
        return command


class MadeOnDemand(dict[str, QAction]):
    """QActions by the ids of their actions; KeyError where there is no such action."""

    def __init__(self, make: Callable[[str], QAction]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, action_id: str) -> QAction:
        command = self[action_id] = self._make(action_id)
        return command


def _dress(command: QAction, action: Action, t: Words, icons: Icons) -> None:
    command.setText(t(action.words))
    command.setIcon(icons(action.icon) if action.swatch is None else color_icon(action.swatch))
    words = t(action.words).rstrip("…")
    command.setToolTip(f"{words}  ({_keys(command)})" if action.shortcuts else words)


def _bring_up_to_date(command: QAction, action: Action, context: Context) -> None:
    command.setEnabled(action.enabled(context))
    if action.checked is not None:
        command.setChecked(action.checked(context))


def _keys(command: QAction) -> str:
    return command.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
