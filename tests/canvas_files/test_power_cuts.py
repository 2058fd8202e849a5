"""Kills and power cuts at any moment, on a disk in memory that keeps only what was synced: 300 workshops of four lives
each, in both models of what a disk may do. The classic mistakes, planted one by one, must be caught."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from canvas_files.document import Document
from canvas_files.file import encode
from canvas_files.keeping import Keeping
from helpers.crash_lives import FILE, Plan, lived
from helpers.crashing_disk import CrashingDisk, Model

SEEDS = 10_000 if os.environ.get("PLAKBORD_THOROUGH") else 150
MOST_SEEDS_TO_CATCH = 300
MODELS: tuple[Model, ...] = ("ordered", "weak")


@pytest.mark.parametrize("model", MODELS)
def test_nothing_durable_is_lost_and_nothing_is_unreadable(model: Model) -> None:
    assert [wrong for seed in range(SEEDS) if (wrong := lived(seed, model, Plan()))] == []


class NoSync(CrashingDisk):
    """Says that the content of workshop files has reached the disk, and does nothing."""

    def sync(self, handle: int) -> None:
        if self._open[handle][1].startswith(str(FILE.parent)):
            return
        super().sync(handle)


class NoFolderSync(CrashingDisk):
    """Says that names have reached the disk, and does nothing."""

    def sync_folder(self, folder: Path) -> None:
        if folder != FILE.parent:
            super().sync_folder(folder)


class KillsCutLines(CrashingDisk):
    """Keeps what is appended in the program's own memory until it is synced."""

    def after_kill(self) -> CrashingDisk:
        return self._next({name: self._synced.get(inode, b"") for name, inode in self._names.items()})


def in_place(keeping: Keeping, document: Document) -> None:
    """Saves by emptying the file and writing it anew."""
    disk = keeping.disk
    if disk.stamp(FILE) is not None:
        disk.remove(FILE)
    handle = disk.create(FILE)
    data = encode(document)
    disk.write(handle, data)
    disk.sync(handle)
    disk.close(handle)
    disk.sync_folder(FILE.parent)
    keeping.in_file = document.store.revision
    keeping.journal.saved(data, document.store.revision)


def journal_first(keeping: Keeping, document: Document) -> None:
    """Empties the journal before the file is safe."""
    keeping.journal.saved(encode(document), document.store.revision)
    keeping.save(document.snapshot(), FILE)


class RetriesSync(CrashingDisk):
    """Syncs again after a failure, and believes the second answer."""

    def sync(self, handle: int) -> None:
        try:
            super().sync(handle)
        except OSError:
            super().sync(handle)


MISTAKES = {
    "no fsync before the replace": Plan(disk=NoSync),
    "no fsync of the folder": Plan(disk=NoFolderSync),
    "written in place": Plan(save=in_place),
    "told safe before the fsync": Plan(durable=lambda keeping: keeping.journal.written),
    "journal emptied before the save": Plan(save=journal_first),
    "fsync tried again": Plan(disk=RetriesSync),
    "changes held back in memory": Plan(disk=KillsCutLines),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_planted_mistake_is_caught(mistake: str) -> None:
    caught = (lived(seed, "ordered" if seed % 2 else "weak", MISTAKES[mistake]) for seed in range(MOST_SEEDS_TO_CATCH))
    assert any(caught)
