"""The secrets: the code of the room, which people read and type, and the token that makes a phone the same person
again. Compared in constant time; never in an address, never in a log."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets

ALPHABET = "BCDFGHJKLMNPQRSTVWXZ23456789"
"""No vowels, so that no word appears; no 0, O, 1 or I, which look alike. Six of these 28 are 4.8 × 10⁸ codes."""
CODE_LENGTH = 6
TOKEN_BYTES = 16

_FILLING = re.compile(r"[\s\-_.·]+")


def new_code() -> str:
    """A code that nobody can guess."""
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))


def tidy_code(typed: str) -> str:
    """A code as it was meant: people add spaces and dashes, and phones begin with a capital."""
    return _FILLING.sub("", typed).upper()


def same_code(typed: str, code: str) -> bool:
    """Whether the code is right; takes as long for one that is nearly right."""
    return hmac.compare_digest(tidy_code(typed).encode("utf-8", "replace"), code.encode())


def new_token() -> str:
    """128 random bits that a phone keeps."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def token_hash(token: str) -> str:
    """What the laptop keeps of a token. Looking it up tells an attacker nothing: who times the look-up learns about
    the hash, and to make a hash that is nearly right takes knowing the token."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def new_key() -> str:
    """A secret of one room, 256 bits."""
    return secrets.token_hex(32)


def note_id(key: str, person: str, draft: str) -> str:
    """The id of the note that a person makes of a draft. Sent twice it is the same note, also after a crash; and the
    id tells nobody whose it is."""
    digest = hmac.new(bytes.fromhex(key), f"{person} {draft}".encode("utf-8", "replace"), hashlib.sha256)
    return f"note:{digest.hexdigest()[:20]}"
