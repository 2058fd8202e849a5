"""Who may come in: the code, the tokens of who was here before, and the patience with wrong codes. Written by the main
thread and read by the server's, one plain value at a time."""

from __future__ import annotations

import time
from collections import Counter, deque
from typing import Literal, TypeAlias

from plakbord.live.codes import same_code, tidy_code, token_hash
from plakbord.live.limits import Limits
from plakbord.live.protocol import Join

MINUTE = 60.0
Verdict: TypeAlias = Literal["known", "new", "no_code", "wrong", "wait"]


class WrongCodes:
    """Counts wrong codes by address and in all, for a minute each. Only the server's thread comes here."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._by_address: dict[str, deque[float]] = {}
        self._all: deque[float] = deque()

    def count(self, address: str) -> int:
        """How many there were from that address in the last minute."""
        now = time.monotonic()
        mine = self._by_address.get(address)
        if mine is None:
            return 0
        _forget(mine, now)
        if not mine:
            del self._by_address[address]
        return len(mine)

    @property
    def too_many_in_all(self) -> bool:
        """Whether somebody seems to be guessing from many addresses."""
        _forget(self._all, time.monotonic())
        return len(self._all) >= self._limits.wrong_in_all

    def add(self, address: str) -> None:
        """One more."""
        now = time.monotonic()
        self._by_address.setdefault(address, deque()).append(now)
        self._all.append(now)

    def forget(self) -> None:
        """There is a new code: what was guessed before is worth nothing."""
        self._by_address.clear()
        self._all.clear()


class Door:
    """`tokens` are the hashes of all tokens that were given out, with the id of the person each belongs to."""

    def __init__(self, limits: Limits, code: str) -> None:
        self.limits = limits
        self.code = code
        self.tokens: dict[str, str] = {}
        self.wrong = WrongCodes(limits)
        self.addresses: Counter[str] = Counter()
        """How many joined connections there are from an address; the server's."""
        self.guessed = False
        """Whether there were so many wrong codes that a new one is a good idea."""

    def came_in(self, address: str) -> None:
        """Somebody there is joined now."""
        self.addresses[address] += 1

    def went(self, address: str) -> None:
        """And is no longer."""
        self.addresses[address] -= 1
        if self.addresses[address] <= 0:
            del self.addresses[address]

    def knock(self, join: Join, address: str) -> Verdict:
        """Whether somebody may come in. A known token always may, so that one who guesses behind the same router as the
        whole room locks nobody out; and when there is guessing all over, addresses with people in the room keep
        their own few tries."""
        if join.token and token_hash(join.token) in self.tokens:
            return "known"
        if self.must_wait(address):
            return "wait"
        if not tidy_code(join.code):
            return "no_code"
        if same_code(join.code, self.code):
            return "new"
        self.wrong.add(address)
        self.guessed = self.guessed or self.wrong.too_many_in_all
        return "wrong"

    def must_wait(self, address: str) -> bool:
        """Whether too many wrong codes came from there, or from everywhere, in the last minute."""
        if self.wrong.count(address) >= self.limits.wrong_per_address:
            return True
        return self.wrong.too_many_in_all and not self.addresses[address]


def _forget(times: deque[float], now: float) -> None:
    while times and now - times[0] > MINUTE:
        times.popleft()
