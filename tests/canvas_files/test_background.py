"""The thread for slow work: jobs in the order of their time, one after the other, and none is forgotten at the end."""

from __future__ import annotations

import threading
import time

import pytest

from canvas_files.background import Background, rest
from canvas_files.document import Document
from canvas_files.file import encode
from canvas_files.records import Note, Workshop


def test_jobs_are_done_in_the_order_of_their_time() -> None:
    background, done = Background("work"), []
    gate = threading.Event()
    background.later(0.0, lambda: done.append(gate.wait(5)))  # the others come while this one goes on
    background.later(0.05, lambda: done.append("last"))
    background.later(0.0, lambda: done.append("first"))
    background.later(0.01, lambda: done.append("second"))
    gate.set()
    background.wait_for(lambda: None)
    time.sleep(0.1)
    background.end()
    assert done == [True, "first", "second", "last"]


def test_the_end_does_what_is_waiting_at_once() -> None:
    background, done = Background("work"), []
    background.later(3600.0, lambda: done.append(threading.current_thread().name))
    started = time.monotonic()
    background.end()
    assert done == ["work"]
    assert time.monotonic() - started < 60
    background.end()  # twice does no harm


def test_after_an_end_without_work_nothing_begins() -> None:
    background, done = Background("work"), []
    background.end()
    background.later(0.0, lambda: done.append(1))
    assert not any(thread.name == "work" for thread in threading.enumerate())
    assert done == []


def test_who_waits_hears_what_went_wrong() -> None:
    background = Background("work")

    def fail() -> None:
        raise OSError("the disk")

    with pytest.raises(OSError, match="the disk"):
        background.wait_for(fail)
    background.wait_for(lambda: None)  # the thread goes on
    background.end()


def test_a_file_written_with_rests_is_the_same_file() -> None:
    notes = [Note(id=f"note:{number}", sheet="s", zone="z", text=str(number)) for number in range(200)]
    document = Document([Workshop(id="workshop"), *notes])
    assert encode(document.snapshot(), rest) == encode(document)
