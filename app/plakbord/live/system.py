"""What the operating system has to say about listening: how many connections it lets us open, and why it will not let
us listen at all."""

from __future__ import annotations

import contextlib
import errno
import sys

from canvas_files.problems import Problem

_OWN_FILES = 400
"""What the program itself may have open beside the phones' connections."""


def may_open(connections: int) -> None:
    """Asks for room for so many connections; where the limit is someone else's, it stays as it is."""
    if sys.platform == "win32":
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = connections + _OWN_FILES
    if hard != resource.RLIM_INFINITY:
        wanted = min(wanted, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def listening_problem(error: OSError, address: str, port: int) -> Problem:
    """The sentence for a port or an address that is not to be had."""
    taken = error.errno in (errno.EADDRINUSE, errno.EACCES) or getattr(error, "winerror", 0) in (10013, 10048)
    if taken:
        return Problem("share_in_use", address=address, port=port)
    if error.errno == errno.EADDRNOTAVAIL or getattr(error, "winerror", 0) == 10049:
        return Problem("share_no_address", address=address)
    return Problem("share_failed", address=address, reason=error.strerror or str(error))
