"""Real processes, killed while they change and save: whatever they told as done is there after the next start."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from helpers.kills import killed

AT_ONCE, EACH = 3, 20


def test_sixty_kills_lose_nothing(tmp_path: Path) -> None:
    folders = [tmp_path / str(number) for number in range(AT_ONCE)]
    for folder in folders:
        folder.mkdir()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        found = pool.map(lambda seed: killed(folders[seed], EACH, seed), range(AT_ONCE))
    assert [wrong for each in found for wrong in each] == []
