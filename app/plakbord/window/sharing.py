"""Sharing joined to a window: what phones need of a workshop's words, fonts and painter. Loaded when somebody shares,
for with it comes the server."""

from __future__ import annotations

from PySide6.QtCore import QObject

from canvas_files.problems import Problem
from plakbord.actions.from_phones import Places
from plakbord.live.guestbook import book_folder
from plakbord.live.inbox import Inbox
from plakbord.live.limits import Limits
from plakbord.live.network import best
from plakbord.live.setup import Desk
from plakbord.live.sharing import Sharing
from plakbord.live.wish import ShareWish
from plakbord.paths import resources
from plakbord.session import Session
from plakbord.window.networks import networks
from plakbord.window.photographer import Photographer
from plakbord.window.stage import Kit


def sharing_for(session: Session, kit: Kit, parent: QObject, limits: Limits | None = None) -> Sharing:
    """The sharing of a workshop, made when there was none; it stops with the session."""
    if session.sharing is None:
        places = Places(session, kit.fonts, kit.words, kit.faces)
        photographer = Photographer(parent, places.layout, kit.painter)
        shelf = session.keeping.shelf
        books = None if shelf is None else book_folder(shelf)
        desk = Desk(session.document, places, session.voter_id, photographer.paint)
        session.sharing = sharing = Sharing(desk, Inbox(parent), resources() / "phone", books, limits)
        sharing.listen(lambda: None if sharing.running else photographer.rest())
    return session.sharing


def share_at_once(session: Session, kit: Kit, parent: QObject, wish: ShareWish) -> Sharing:
    """Starts sharing as it was asked on the command line. Raises Problem."""
    address = wish.address
    if not address:
        found = best(networks())
        if found is None:
            raise Problem("share_no_network")
        address = found.address
    sharing = sharing_for(session, kit, parent)
    sharing.start(address, wish.port, wish.name)
    return sharing
