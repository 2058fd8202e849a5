"""Repainting on screens of which a pixel of the window is more than one: Qt takes that scale when it starts, so the
tests of test_repainting run again in a process of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.mark.parametrize("factor", ["1.25", "1.5"])
def test_bit_by_bit_is_as_afresh_there_too(factor: str) -> None:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(HERE / "test_repainting.py")]
    done = subprocess.run(
        [*command, "-k", "0.0212 or window"],
        cwd=HERE.parent.parent,
        env={**os.environ, "QT_SCALE_FACTOR": factor},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    assert "passed" in done.stdout
