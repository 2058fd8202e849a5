"""A laptop that shares, for the tests of a file; short times, so that nobody waits for what takes seconds in a room."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers.phones import Laptop, laptop, workshop

SHORT = {"join": 1.0, "handshake": 1.0, "wrong_pause": 0.01, "patience": 1.0, "picture_every": 0.2}


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page of three lines; the real one is tested in a browser."""
    folder = tmp_path_factory.mktemp("page")
    (folder / "index.html").write_text("<!doctype html><title>Plakbord</title><script src=/phone.js></script>")
    (folder / "phone.js").write_text("'use strict';")
    (folder / "phone.css").write_text("body{}")
    (folder / "icon.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    (folder / "secret.txt").write_text("not for phones")
    return folder


@pytest.fixture
def shared(tmp_path: Path, page: Path) -> Iterator[Laptop]:
    """A laptop of its own for one test."""
    with laptop(workshop(tmp_path), tmp_path / "shelf", page=str(page), **SHORT) as one:
        yield one


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory, page: Path) -> Iterator[Laptop]:
    """One laptop for all tests of a file that leave it as they found it."""
    folder = tmp_path_factory.mktemp("room")
    with laptop(workshop(folder), folder / "shelf", page=str(page), **SHORT) as one:
        yield one
