"""One thread for what may take as long as a disk takes: jobs in the order of their time, one after the other."""

from __future__ import annotations

import heapq
import threading
import time
from collections.abc import Callable


def rest() -> None:
    """Lets another thread go first, for a moment: Python runs one at a time."""
    time.sleep(0.0002)


class Background:
    """Starts its thread with the first job. A job that fails has to say so itself, or whoever waits for it hears it."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._jobs: list[tuple[float, int, Callable[[], None]]] = []
        self._number = 0
        self._change = threading.Condition()
        self._thread: threading.Thread | None = None
        self._ending = False

    def later(self, seconds: float, job: Callable[[], None]) -> None:
        """Does the job after so many seconds, or when everything before it is done."""
        with self._change:
            self._number += 1
            heapq.heappush(self._jobs, (time.monotonic() + seconds, self._number, job))
            if self._thread is None and not self._ending:
                self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
                self._thread.start()
            self._change.notify()

    def wait_for(self, job: Callable[[], None]) -> None:
        """Does the job as soon as the one that is going on is done, and raises what it raises."""
        done = threading.Event()
        errors: list[BaseException] = []

        def work() -> None:
            try:
                job()
            except BaseException as error:  # noqa: BLE001 - it is raised where it is waited for
                errors.append(error)
            finally:
                done.set()

        self.later(0.0, work)
        done.wait()
        if errors:
            raise errors[0]

    def end(self) -> None:
        """Does what is waiting, now, and ends the thread."""
        with self._change:
            self._ending = True
            thread = self._thread
            self._change.notify()
        if thread is not None:
            thread.join()

    def _run(self) -> None:
        while True:
            with self._change:
                while not self._due():
                    if self._ending and not self._jobs:
                        return
                    self._change.wait(self._jobs[0][0] - time.monotonic() if self._jobs else None)
                job = heapq.heappop(self._jobs)[2]
            job()

    def _due(self) -> bool:
        return bool(self._jobs) and (self._ending or self._jobs[0][0] <= time.monotonic())
