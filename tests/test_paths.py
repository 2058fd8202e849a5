"""Where things are: resources in the checkout, documents of the person."""

from __future__ import annotations

from pathlib import Path

import pytest

from plakbord.paths import documents_folder, resources


@pytest.mark.parametrize("name", ["templates", "fonts", "icons", "translations"])
def test_the_resources_are_found(name: str) -> None:
    assert (resources() / name).is_dir()


def test_without_a_documents_folder_it_is_home(own_folders: Path) -> None:
    assert documents_folder() == Path.home()
    (own_folders / "Documents").mkdir()
    assert documents_folder() in (own_folders / "Documents", own_folders)
