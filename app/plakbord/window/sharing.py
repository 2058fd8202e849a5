"""Sharing joined to a window: what phones need of a workshop's words, fonts and painter. Loaded when somebody shares,
for with it comes the server."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QObject

from canvas_files.problems import Problem
from plakbord.actions.from_phones import Places
from plakbord.board.picture import INCH, picture_of
from plakbord.live.guestbook import book_folder
from plakbord.live.inbox import Inbox
from plakbord.live.limits import Limits
from plakbord.live.network import best
from plakbord.live.setup import Desk, Image
from plakbord.live.sharing import Sharing
from plakbord.live.wish import ShareWish
from plakbord.paths import resources
from plakbord.session import Session
from plakbord.window.networks import networks
from plakbord.window.stage import Kit

PICTURE_WIDTH = 2_400
"""Pixels: a note of 36 mm on A3 is 205 of them, and can be read when zoomed in on."""


def sharing_for(session: Session, kit: Kit, parent: QObject, limits: Limits | None = None) -> Sharing:
    """The sharing of a workshop, made when there was none; it stops with the session."""
    if session.sharing is None:
        places = Places(session, kit.fonts, kit.words, kit.faces)

        def picture(sheet: str) -> Image:
            return sheet_picture(places, kit, sheet)

        shelf = session.keeping.shelf
        books = None if shelf is None else book_folder(shelf)
        desk = Desk(session.document, places, session.voter_id, picture)
        session.sharing = Sharing(desk, Inbox(parent), resources() / "phone", books, limits)
    return session.sharing


def sheet_picture(places: Places, kit: Kit, sheet: str) -> Image:
    """A sheet as it is printed, in pixels. Raises LookupError, MemoryError."""
    page = places.layout(sheet).page()
    image = picture_of(page, PICTURE_WIDTH * INCH / page.w, kit.painter)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # a QBuffer is taken, its stub says bytes
    return Image(bytes(buffer.data().data()), image.width(), image.height())


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
