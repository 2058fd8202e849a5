"""The one slim toolbar above the board."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QToolBar, QToolButton, QWidget

from plakbord.window.commands import Commands
from plakbord.window.icons import SIZE
from plakbord.words import Words

LEFT = (
    ("workshop.new", "workshop.open", "workshop.save"),
    ("edit.undo", "edit.redo"),
    ("note.add", "edit.delete"),
    ("find.search", "find.palette"),
    ("vote.panel",),
)
RIGHT = ("lens.toggle", "share.panel")
WITH_WORDS = ("note.add", "vote.panel", "share.panel")
PRIMARY = "workshop.export"


class ToolBar(QToolBar):
    """Groups of icons at the left, the poster at the right."""

    def __init__(self, commands: Commands) -> None:
        super().__init__()
        self.setObjectName("toolbar")
        self.setMovable(False)
        side = max(SIZE, self.fontMetrics().height() - 2)  # who reads large text needs large icons
        self.setIconSize(QSize(side, side))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._commands = commands
        for number, group in enumerate(LEFT):
            if number:
                self.addSeparator()
            for action_id in group:
                self.addAction(commands.by_id[action_id])
        space = QWidget()
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(space)
        for action_id in RIGHT:
            self.addAction(commands.by_id[action_id])
        self._worded = [self.widgetForAction(commands.by_id[action_id]) for action_id in WITH_WORDS]
        for button in self._buttons():
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._primary = QToolButton()
        self._primary.setObjectName("primary")
        self._primary.clicked.connect(commands.by_id[PRIMARY].trigger)
        self.addWidget(self._primary)

    @property
    def first(self) -> QWidget:
        """The button that the keyboard comes to first."""
        return next((button for button in self._buttons() if button.isEnabled()), self._primary)

    def _buttons(self) -> list[QToolButton]:
        """The buttons made of actions, not the one that Qt adds for those that have no room."""
        buttons = self.findChildren(QToolButton, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return [button for button in buttons if button.defaultAction() is not None]

    def name_buttons(self, t: Words) -> None:
        """Gives the buttons that show words their words."""
        self.setAccessibleName(t("bar.tools"))
        more = self.findChild(QToolButton, "qt_toolbar_ext_button")
        if more is not None:
            more.setAccessibleName(t("bar.more"))
        self._primary.setText(t("action.workshop.export").rstrip("…"))
        self._primary.setToolTip(self._commands.by_id[PRIMARY].toolTip())
        for button in self._worded:
            if isinstance(button, QToolButton):
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
