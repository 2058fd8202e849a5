"""How long is too long, whatever the machine: something that grows with the square of its input, or hangs. How fast
things are is measured in the benchmarks."""

from __future__ import annotations

FOR_EVER = 30.0
"""Seconds."""
