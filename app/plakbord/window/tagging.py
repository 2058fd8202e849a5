"""Opening the list of tags for the selected notes."""

from __future__ import annotations

from functools import reduce

from PySide6.QtWidgets import QWidget

from plakbord.actions.meaning import toggle_tag
from plakbord.actions.placing import selected_notes
from plakbord.board.overlay import note_rect
from plakbord.window.stage import Stage
from plakbord.words import Words


def show_tags(parent: QWidget, stage: Stage, t: Words) -> None:
    """Shows the tags that fit the selected notes, beside them."""
    from plakbord.window.tag_dialog import TagDialog, offers

    def chosen() -> frozenset[str]:
        """The tags that all selected notes have."""
        sets = [frozenset(note.tags) for note in selected_notes(stage)]
        return reduce(frozenset.intersection, sets) if sets else frozenset()

    faces = [stage.layout.notes[note_id] for note_id in stage.selection.ids if note_id in stage.layout.notes]
    known = stage.layout.tags
    own = sorted({tag for note in stage.session.notes_on_all() for tag in note.tags if tag not in known})
    zones = [face.zone for face in faces]
    offered = offers(stage.layout.template, zones, own, stage.layout.t.language, t)
    dialog = TagDialog(parent, offered, chosen, lambda tag: toggle_tag(stage, tag), t)
    camera, board = stage.board.camera, stage.board
    if faces and camera is not None:
        rect = note_rect(faces[0], camera)
        corner = board.mapToGlobal(board.rect().topLeft())
        x = corner.x() + round((rect.right() + 16) / board.ratio)
        y = corner.y() + round(rect.top() / board.ratio)
        space = board.screen().availableGeometry()
        dialog.move(
            max(space.left(), min(x, space.right() - dialog.width())),
            max(space.top(), min(y, space.bottom() - dialog.height())),
        )
    dialog.show()
