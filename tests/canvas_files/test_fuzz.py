"""Damaged and malicious files and journals: always a workshop or a sentence, and soon. More of them with
PLAKBORD_THOROUGH, and in the benchmark `safety`, which also looks at the memory."""

from __future__ import annotations

import os

from helpers.mutations import SLOWEST, fuzzed

COUNT = 20_000 if os.environ.get("PLAKBORD_THOROUGH") else 1_500


def test_whatever_stands_in_a_file_there_is_a_workshop_or_a_sentence() -> None:
    refused, slowest, wrong = fuzzed(1, COUNT)
    assert wrong == []
    assert slowest < SLOWEST
    assert COUNT / 5 < refused < COUNT
