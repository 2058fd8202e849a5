"""Who is who in a round: the id that stands for a voter. In a secret round only who has the round's key can tell; where
keys are kept is for the session."""

from __future__ import annotations

from canvas_files.plain_text import clean_text
from canvas_files.records import Round

_LONGEST = 80
"""Characters of a name that fit in an id beside the round's."""


def voter_id(voted_in: Round, who: str, key: bytes = b"") -> str:
    """The voter that `who` is: a name, "person 3", "paper 12", a phone's own id. The same every time. In an open round
    it can be read; in a secret one it is HMAC-SHA256 of the round and who, with the round's key. Raises ValueError
    when a secret round has no key."""
    import hashlib  # with hmac these take longer than opening a small workshop, in which nobody may ever vote
    import hmac

    said = " ".join(clean_text(who).split())
    if not voted_in.secret:
        known = said if len(said) <= _LONGEST else hashlib.sha256(said.encode()).hexdigest()[:32]
        return f"voter:{voted_in.id}:{known}"
    if not key:
        raise ValueError("a secret round needs its key")
    return "voter:" + hmac.new(key, f"{voted_in.id}\n{said}".encode(), hashlib.sha256).hexdigest()[:32]


def hand_voter_id(voted_in: Round, number: int) -> str:
    """Hands are raised for all to see: those who raise them have no names, and no secret to keep."""
    return f"voter:{voted_in.id}:hands {number}"
