"""Migrations: every step from an older version is taken, in order, and a newer file stays as it is."""

from __future__ import annotations

from typing import Any

import pytest

from canvas_files.migrations import STEPS, VERSION, upgrade


def rename(raw: dict[str, Any]) -> None:
    raw["name"] = raw.pop("title")


def shout(raw: dict[str, Any]) -> None:
    raw["name"] = raw["name"].upper()


def test_steps_are_taken_one_after_the_other() -> None:
    raw = {"version": 1, "title": "bakkerij"}
    upgrade(raw, {2: shout, 1: rename}, version=3)
    assert raw == {"version": 3, "name": "BAKKERIJ"}


def test_a_file_of_a_later_version_skips_the_steps_before_it() -> None:
    raw = {"version": 2, "name": "bakkerij"}
    upgrade(raw, {1: rename, 2: shout}, version=3)
    assert raw == {"version": 3, "name": "BAKKERIJ"}


@pytest.mark.parametrize("version", [VERSION, VERSION + 1, 10**30])
def test_this_version_and_newer_ones_stay_as_they_are(version: int) -> None:
    raw = {"version": version, "title": "bakkerij"}
    upgrade(raw)
    assert raw == {"version": version, "title": "bakkerij"}


def test_there_is_a_step_from_every_older_version() -> None:
    assert set(STEPS) == set(range(1, VERSION))


def test_a_missing_step_is_an_error() -> None:
    with pytest.raises(KeyError):
        upgrade({"version": 1}, {}, version=2)
