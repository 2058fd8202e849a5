"""Preferences come back as they were; what is wrong in their file falls back on its own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.documents import json_values
from plakbord.paths import settings_file
from plakbord.settings import MOST_RECENT, Settings, load_settings, save_settings

names = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)
settings = st.builds(
    Settings,
    language=st.sampled_from(("system", "nl", "en")),
    theme=st.sampled_from(("system", "light", "dark")),
    note_color=names,
    geometry=names,
    folder=names,
    recent=st.lists(names, max_size=4).map(tuple),
)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("settings") / "folder" / "settings.json"


@given(settings)
def test_settings_come_back_as_they_were(file: Path, kept: Settings) -> None:
    save_settings(kept, file)
    assert load_settings(file) == kept
    assert [path.name for path in file.parent.iterdir()] == ["settings.json"]


def test_without_a_file_everything_is_as_at_first(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "none.json") == Settings()
    assert load_settings(tmp_path) == Settings()


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"7", b"null", b"\xff\xfe", b"[" * 100_000, b'{"theme": "dark"', b"\x00" * 50]
)
def test_a_file_that_cannot_be_read_is_no_obstacle(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    assert load_settings(path) == Settings()


@pytest.mark.parametrize(
    "wrong",
    [{"theme": "pink"}, {"theme": None}, {"recent": "one"}, {"recent": [1]}, {"folder": 7}, {"language": "fy"}],
)
def test_one_wrong_value_falls_back_and_the_others_stay(tmp_path: Path, wrong: dict[str, Any]) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"note_color": "green", **wrong, "of a newer version": 1}), "utf-8")
    assert load_settings(path) == Settings(note_color="green")


@given(st.dictionaries(st.sampled_from(("theme", "language", "recent", "folder", "x")), json_values))
def test_whatever_stands_there_settings_load(file: Path, raw: dict[str, Any]) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps(raw), "utf-8")
    assert isinstance(load_settings(file), Settings)


def test_settings_that_cannot_be_written_stop_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    save_settings(Settings(theme="dark"), tmp_path / "file" / "settings.json")
    assert (tmp_path / "file").read_text("utf-8") == "in the way"


def test_the_workshop_opened_last_comes_first_once() -> None:
    kept = Settings()
    for number in (*range(MOST_RECENT + 5), 7):
        kept = kept.opened(Path(f"/work/{number}.plakbord"))
    assert kept.recent[0].endswith("7.plakbord")
    assert len(kept.recent) == len(set(kept.recent)) == MOST_RECENT
    assert Path(kept.folder) == Path("/work")


def test_settings_are_kept_in_the_persons_own_folder(own_folders: Path) -> None:
    assert own_folders in settings_file().parents
    assert settings_file().name == "settings.json"
