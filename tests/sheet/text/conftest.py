"""The bundled fonts, read once for all tests of the text engine."""

from __future__ import annotations

from pathlib import Path

import pytest

from plakbord.sheet.text.fonts import Fonts, FontSet

FOLDER = Path(__file__).parents[3] / "resources" / "fonts"


@pytest.fixture(scope="session")
def folder() -> Path:
    return FOLDER


@pytest.fixture(scope="session")
def fonts() -> Fonts:
    return Fonts(FOLDER)


@pytest.fixture(scope="session")
def regular(fonts: Fonts) -> FontSet:
    return fonts.regular
