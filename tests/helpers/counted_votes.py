"""An independent count: phones that change their mind again and again, send things twice and lose their line, and what
each was last told."""

from __future__ import annotations

import random
import threading
from collections import Counter

from helpers.phones import Laptop

HASTY = {"rate": 100_000.0, "burst": 100_000, "returns": 100_000}
"""Limits for phones that vote faster than any person."""


def disagreements(shared: Laptop, phones: int, votes: int) -> list[str]:
    """Lets so many phones vote so often in all, in a round of its own; what then does not add up, in words."""
    voted_in = str(shared.ask("new_round", 5, most=5))
    ballots: list[Counter[int]] = [Counter() for _ in range(phones)]
    wrong: list[str] = []

    def votes_of(at: int) -> None:
        try:
            ballots[at] = ballot_after(shared, voted_in, at, votes // phones)
        except Exception as error:  # noqa: BLE001 - a thread cannot fail a test by itself
            wrong.append(f"phone {at}: {type(error).__name__}: {error}")

    threads = [threading.Thread(target=votes_of, args=(at,)) for at in range(phones)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    wrong += [
        f"phone {at} spent {sum(ballot.values())}" for at, ballot in enumerate(ballots) if sum(ballot.values()) > 5
    ]
    counted: Counter[int] = Counter()
    for ballot in ballots:
        counted += ballot
    told = {int(number): dots for number, dots in shared.ask("totals", voted_in).items() if dots}
    if told != dict(counted):
        wrong.append(f"the laptop counted {told}, the phones {dict(counted)}")
    return wrong


def ballot_after(shared: Laptop, voted_in: str, at: int, votes: int) -> Counter[int]:
    """Votes so many times, and gives the ballot by what was acknowledged. One in fifty is sent and not waited for: the
    line is lost, before or after it arrived; one in ten is sent again after its answer."""
    chance, source = random.Random(at), f"127.0.{3 + at // 30}.{1 + at % 30}"
    phone, ballot = shared.phone(source=source), Counter[int]()
    for number in range(1, votes + 1):
        option, dots = chance.randint(1, 10), chance.randint(0, 3)
        said = {"round": voted_in, "option": option, "dots": dots}
        if chance.random() < 0.02:
            phone.say("dots", i=number, **said)
            if chance.random() < 0.5:
                phone.line.socket.close()
            phone = shared.phone(token=phone.token, source=source)
        answer = phone.ask("dots", i=number, **said)
        if chance.random() < 0.1 and phone.ask("dots", i=number, **said) != answer:
            raise ValueError(f"message {number} was answered twice, and not the same")
        if answer["t"] == "ok":
            ballot[option] = dots
        phone.heard.clear()
    told = phone.ask("dots", i=votes + 1, round=voted_in, option=99, dots=0)["vote"]["dots"]
    phone.close()
    if +ballot != Counter({int(option): dots for option, dots in told.items()}):
        raise ValueError(f"was told {dict(+ballot)}, and at the end {told}")
    return +ballot
