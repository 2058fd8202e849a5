"""One workshop lived through several crashes on a disk in memory, and what must hold afterwards: nothing durable is
lost, nothing comes from nowhere, and the workshop is one that really was. Planted mistakes go in as a Plan."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from canvas_files.document import Document
from canvas_files.file import decode
from canvas_files.keeping import Keeping
from canvas_files.problems import Problem
from canvas_files.records import WORKSHOP, Note, Sheet, Workshop
from canvas_files.recovery import find, open_found
from canvas_files.shelf import Shelf
from helpers.crashing_disk import CrashingDisk, Model, PowerCut

FILE = Path("/documents/bakery.plakbord")
SHELF = Shelf(Path("/private"), (Path("/spare"),))
LIVES = 4
NOTES = 9


@dataclass(frozen=True)
class Plan:
    """How a life is lived; a planted mistake changes one of these."""

    keeping: type[Keeping] = Keeping
    save: Callable[[Keeping, Document], None] = lambda keeping, document: keeping.save(document.snapshot(), FILE)
    durable: Callable[[Keeping], int] = lambda keeping: max(keeping.journal.durable, keeping.in_file)
    disk: type[CrashingDisk] = CrashingDisk


@dataclass
class Life:
    """What is known for certain when the computer stops."""

    document: Document | None = None
    keeping: Keeping | None = None
    durable: int = 0
    applied: int = 0


def blank() -> Document:
    """A workshop whose every state can be told from its revision: note k was last changed by revision k, k + 9, …"""
    return Document([Workshop(id=WORKSHOP), Sheet(id="sheet:1", template="t")], document_id="bakery")


def expected(revision: int) -> dict[str, str]:
    """The texts of the notes at a revision."""
    return {f"note:{number % NOTES}": str(number) for number in range(max(1, revision - NOTES + 1), revision + 1)}


def opened(disk: CrashingDisk, plan: Plan) -> tuple[Document, Keeping]:
    """The workshop as the program finds it: with the work a crash left, if any. Raises Problem for a file that cannot
    be read."""
    left = [one for one in find(SHELF, disk) if one.relation != "overtaken"]
    if left:
        recovered = open_found(left[0], disk)
        keeping = plan.keeping(recovered.document, SHELF, disk=disk)
        keeping.resume(recovered.path, recovered.digests, recovered.in_file, recovered.since)
        for one in left:
            if disk.stamp(one.journal) is not None and keeping.journal.failure is None:
                disk.remove(one.journal)
        return recovered.document, keeping
    if disk.stamp(FILE) is None:
        document = blank()
        return document, plan.keeping(document, SHELF, disk=disk)
    data = disk.read(FILE)
    document = decode(data, FILE.name)
    return document, plan.keeping(document, SHELF, FILE, data, disk)


def change(document: Document) -> None:
    """The next change: one note gets the number of the revision as its text."""
    number = document.store.revision + 1
    note = Note(id=f"note:{number % NOTES}", sheet="sheet:1", zone="", text=str(number))
    with document.store.transaction() as tx:
        tx.put(note)


def work(life: Life, disk: CrashingDisk, plan: Plan, random: Random) -> None:
    """Changes, syncs, saves and renewals in any order, until the computer stops."""
    life.document, life.keeping = document, keeping = opened(disk, plan)
    document.store.listen(keeping.on_change)
    life.applied = document.store.revision
    while True:
        chance = random.random()
        try:
            if chance < 0.7:
                change(document)
                life.applied = document.store.revision
            elif chance < 0.86:
                keeping.journal.sync()
            elif chance < 0.96:
                plan.save(keeping, document)
            else:
                keeping.renew_journal(document.snapshot())
        except (Problem, OSError):
            pass  # told to the person; the work goes on
        life.durable = max(life.durable, plan.durable(keeping))
        if random.random() < 0.02:
            disk.fails = failing_for(random.randrange(1, 4), random)


def failing_for(times: int, random: Random) -> Callable[[str, str], None]:
    """A disk that refuses the next so many writes, creations or syncs."""
    left = [times]
    number = random.choice((errno.ENOSPC, errno.EIO, errno.EDQUOT))

    def fails(what: str, _: str) -> None:
        if what in ("create", "write", "sync") and left[0]:
            left[0] -= 1
            raise OSError(number, os.strerror(number))

    return fails


def lived(seed: int, model: Model, plan: Plan) -> str | None:
    """Several lives of one workshop, each ended by a kill or a power cut; what was wrong, or None."""
    random = Random(seed)
    disk = plan.disk(model, random)
    durable = 0
    for _ in range(LIVES):
        disk.stops_at = disk.steps + random.randrange(3, 150)
        life = Life(durable=durable)
        with contextlib.suppress(PowerCut):
            work(life, disk, plan, random)
        wrong, durable, disk = after(life, disk, random.random() < 0.6, plan)
        if wrong:
            return f"seed {seed}, {model}: {wrong}"
    return None


def after(life: Life, disk: CrashingDisk, power: bool, plan: Plan) -> tuple[str, int, CrashingDisk]:
    """What is wrong with what is found, how far it must go from now on, and the disk to go on with."""
    if life.keeping is not None and life.document is not None:
        life.durable = max(life.durable, plan.durable(life.keeping))
        life.applied = max(life.applied, life.document.store.revision)
    healthy = life.keeping is not None and life.keeping.journal.failure is None
    written = life.keeping.journal.written if healthy and life.keeping is not None else 0
    least = life.durable if power else max(life.durable, written)
    most = max(life.applied, life.durable)
    disk = disk.after_power_cut() if power else disk.after_kill()
    how = "power cut" if power else "kill"
    try:
        document, keeping = opened(disk, Plan(disk=plan.disk))
    except Problem as problem:
        return f"{how}: {problem}", 0, disk
    keeping.close()
    revision = document.store.revision
    texts = {each.id: each.text for each in document.records.values() if isinstance(each, Note)}
    if revision < least:
        return f"{how}: revision {revision} was found, {least} was safe", 0, disk
    if revision > most:
        return f"{how}: revision {revision} comes from nowhere", 0, disk
    if texts != expected(revision):
        return f"{how}: a mixture at revision {revision}", 0, disk
    return "", max(keeping.journal.durable, keeping.in_file, 0), disk
