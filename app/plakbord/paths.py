"""Where things are: what was installed with the program, and the person's own folders."""

from __future__ import annotations

from pathlib import Path


def resources() -> Path:
    """The folder with templates, fonts, icons and words: in the package when installed, in the checkout when not."""
    here = Path(__file__).parent
    installed = here / "resources"
    return installed if installed.is_dir() else here.parent.parent / "resources"


def settings_file() -> Path:
    """Where the preferences are kept; the folder may not be there yet."""
    from platformdirs import user_config_path

    return user_config_path("plakbord", appauthor=False) / "settings.json"


def templates_folder() -> Path:
    """Where the person's own templates are kept; the folder may not be there yet."""
    from platformdirs import user_data_path

    return user_data_path("plakbord", appauthor=False) / "templates"


def documents_folder() -> Path:
    """Where a person looks first for own files."""
    from platformdirs import user_documents_path

    folder = user_documents_path()
    return folder if folder.is_dir() else Path.home()
