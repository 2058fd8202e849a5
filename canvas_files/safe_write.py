"""Writing a file so that at every moment the old content or the new one is there, whole: temporary file beside it,
fsync, read back, replace, fsync of the folder. What stands in the file is not known here."""

from __future__ import annotations

import contextlib
import errno
import os
from pathlib import Path

from canvas_files.disk import Disk
from canvas_files.problems import Problem

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_NO_FOLDER = (errno.ENOENT, errno.ENOTDIR)
_NOT_ALLOWED = (errno.EACCES, errno.EPERM, errno.EROFS)


def write_whole(path: Path, data: bytes, disk: Disk | None = None) -> None:
    """Puts data in the place of the file. Links are followed. Raises Problem, a sentence for the person, when that
    cannot be done; the old file is then as it was and no temporary file is left behind. Only after `not_confirmed` the
    new content is there: the disk did not say that a power cut could not undo it."""
    disk = disk or Disk()
    target = Path(os.path.realpath(path))
    try:
        _replace_content(target, data, disk)
    except OSError as error:
        raise problem_of(path, error) from error
    try:
        disk.sync_folder(target.parent)
    except OSError as error:
        raise Problem("not_confirmed", name=path.name, reason=error.strerror or str(error)) from error


def problem_of(path: Path, error: OSError) -> Problem:
    """The sentence that goes with what the system said."""
    if error.errno in _FULL:
        return Problem("disk_full", name=path.name)
    if error.errno in _NO_FOLDER:
        return Problem("no_folder", folder=path.parent)
    if error.errno in _NOT_ALLOWED:
        return Problem("not_allowed", name=path.name)
    return Problem("not_saved", name=path.name, reason=error.strerror or str(error))


def _replace_content(target: Path, data: bytes, disk: Disk) -> None:
    # A short name of its own: a document name of 245 bytes must still be savable, and nobody else's file is touched.
    temporary = target.parent / f".plak-{os.urandom(6).hex()}.tmp"
    handle = disk.create(temporary)
    try:
        try:
            disk.write(handle, data)
            disk.sync(handle)
        finally:
            disk.close(handle)
        if disk.read(temporary) != data:
            raise OSError(errno.EIO, "what was written does not read back")
        disk.mode_like(temporary, target)
        disk.replace(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            disk.remove(temporary)
        raise
