"""dev.py: what it finds wrong with an environment, how it mends it, and whether the pins are whole."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

import dev

ROOT = Path(dev.__file__).parent
CHECKOUT = dev.Checkout(ROOT)


@pytest.fixture
def checkout(tmp_path: Path) -> dev.Checkout:
    """A checkout with the pins and pyproject.toml, and no environment yet."""
    (tmp_path / "packaging").mkdir()
    for file in (*CHECKOUT.pins, ROOT / "pyproject.toml"):
        shutil.copy(file, tmp_path / file.relative_to(ROOT))
    return dev.Checkout(tmp_path)


@pytest.fixture
def made(checkout: dev.Checkout) -> dev.Checkout:
    """The same with a real, empty virtual environment, as after an install that went well."""
    dev.make_venv(checkout)
    checkout.stamp.write_text(checkout.fingerprint(), "utf-8")
    return checkout


def requirements(file: Path) -> list[Requirement]:
    lines = (line.split("#")[0].strip() for line in file.read_text("utf-8").splitlines())
    return [Requirement(line) for line in lines if line]


def pinned() -> dict[str, Version]:
    """Canonical name to version, of both files."""
    return {canonicalize_name(r.name): Version(str(r.specifier)[2:]) for f in CHECKOUT.pins for r in requirements(f)}


# --- the state of the environment


def test_no_environment_yet(checkout: dev.Checkout) -> None:
    assert dev.state_of(checkout) is dev.State.MISSING


def test_an_environment_that_was_broken_off_is_made_anew(checkout: dev.Checkout) -> None:
    dev.make_venv(checkout)
    assert dev.state_of(checkout) is dev.State.BROKEN


def test_an_environment_whose_python_is_gone_is_made_anew(made: dev.Checkout) -> None:
    made.python.unlink()
    made.python.symlink_to(made.root / "no-such-python")
    assert dev.state_of(made) is dev.State.BROKEN


def test_an_environment_that_is_only_a_dangling_link_is_made_anew(checkout: dev.Checkout) -> None:
    checkout.venv.symlink_to(checkout.root / "gone")
    assert dev.state_of(checkout) is dev.State.BROKEN
    dev.make_venv(checkout)
    assert not checkout.venv.is_symlink()


def test_an_environment_that_somebody_emptied_is_made_anew(made: dev.Checkout) -> None:
    assert dev.state_of(made) is dev.State.BROKEN


def test_an_environment_of_another_python_is_made_anew(made: dev.Checkout) -> None:
    made.python.unlink()
    made.python.write_text("#!/bin/sh\necho 3 9\n", "utf-8")
    made.python.chmod(0o755)
    assert dev.state_of(made) is dev.State.OTHER_PYTHON


@pytest.mark.parametrize("name", ["packaging/requirements.txt", "packaging/requirements-dev.txt", "pyproject.toml"])
def test_a_changed_pin_brings_the_environment_up_to_date(made: dev.Checkout, name: str) -> None:
    with (made.root / name).open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    assert dev.state_of(made) is dev.State.OUTDATED


def test_an_environment_made_by_hand_is_filled_and_not_replaced(made: dev.Checkout) -> None:
    made.stamp.unlink()
    assert dev.state_of(made) is dev.State.OUTDATED


def test_a_finished_environment_is_left_alone(made: dev.Checkout) -> None:
    packages = made.venv / "lib" / f"python{sys.version_info.major}.{sys.version_info.minor}" / "site-packages"
    for name in dev.WITNESSES:
        (packages / f"{name}.py").touch()
    assert dev.state_of(made) is dev.State.READY
    dev.prepare(made)


def test_making_an_environment_replaces_what_was_there(made: dev.Checkout) -> None:
    (made.venv / "rubbish").touch()
    dev.make_venv(made)
    assert not (made.venv / "rubbish").exists()
    assert dev.version_of([str(made.python)]) == sys.version_info[:2]


def test_a_failed_update_keeps_the_environment(made: dev.Checkout, monkeypatch: pytest.MonkeyPatch) -> None:
    before = made.stamp.read_text("utf-8")
    made.pins[0].write_text("./no-such-file.whl\n", "utf-8")
    monkeypatch.setenv("PATH", "/nowhere")  # no uv: both would say the same
    with pytest.raises(dev.SetupError):
        dev.prepare(made)
    assert made.stamp.read_text("utf-8") == before
    assert dev.state_of(made) is dev.State.OUTDATED


# --- which Python


def test_which_versions_fit() -> None:
    assert [minor for minor in range(20) if dev.fits((3, minor))] == [11, 12, 13]


def test_a_python_that_does_not_start_has_no_version(tmp_path: Path) -> None:
    shim = tmp_path / "python3.13"
    shim.write_text("#!/bin/sh\nexit 127\n", "utf-8")
    shim.chmod(0o755)
    assert dev.version_of([str(shim)]) is None
    assert dev.version_of([str(tmp_path / "absent")]) is None


def test_a_fitting_python_is_found_past_one_that_does_not_start(tmp_path: Path) -> None:
    shim = tmp_path / "python3.13"
    shim.write_text("#!/bin/sh\nexit 127\n", "utf-8")
    shim.chmod(0o755)
    good = tmp_path / "python3.11"
    good.write_text("#!/bin/sh\necho 3 11\n", "utf-8")
    good.chmod(0o755)
    assert dev.fitting_python(str(tmp_path)) == [str(good)]


def test_no_fitting_python(tmp_path: Path) -> None:
    assert dev.fitting_python(str(tmp_path)) is None


# --- system libraries and the display


def test_a_missing_library_is_named_with_its_package() -> None:
    absent = {"libnothing-at-all.so.7": "libnothing7"}
    on_linux = sys.platform == "linux"  # elsewhere Qt brings what it needs
    assert dev.missing({**absent, "libc.so.6": "libc6"}) == (absent if on_linux else {})


def test_the_line_to_type() -> None:
    assert dev.apt_line(["libgl1", "libegl1"]) == "sudo apt-get install libgl1 libegl1"


def test_without_a_display_qt_paints_in_memory() -> None:
    on_linux = sys.platform == "linux"  # elsewhere there always is a display
    assert dev.headless({"A": "b"}) == {"A": "b", **({"QT_QPA_PLATFORM": "offscreen"} if on_linux else {})}
    assert dev.headless({"QT_QPA_PLATFORM": "minimal"}) == {"QT_QPA_PLATFORM": "minimal"}
    assert dev.headless({"DISPLAY": ":0"}) == {"DISPLAY": ":0"}
    assert dev.headless({"WAYLAND_DISPLAY": "wayland-0"}) == {"WAYLAND_DISPLAY": "wayland-0"}


# --- the command line


@pytest.mark.parametrize(("arguments", "code"), [([], 2), (["nonsense"], 2), (["--help"], 0)])
def test_it_says_what_it_can_do(arguments: list[str], code: int) -> None:
    told = subprocess.run([sys.executable, str(ROOT / "dev.py"), *arguments], capture_output=True, text=True)
    assert told.returncode == code
    assert all(re.search(rf"^  {name} ", told.stdout, re.MULTILINE) for name in dev.COMMANDS)


# --- the pins


@pytest.mark.parametrize("file", CHECKOUT.pins, ids=lambda file: str(file.name))
def test_every_pin_is_one_exact_version(file: Path) -> None:
    for requirement in requirements(file):
        assert re.fullmatch(r"==[\w.]+", str(requirement.specifier)), requirement
        assert requirement.url is None


def test_the_pins_are_within_the_bounds_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    runtime = {canonicalize_name(r.name): Version(str(r.specifier)[2:]) for r in requirements(CHECKOUT.pins[0])}
    for bound in map(Requirement, project["dependencies"]):
        assert runtime[canonicalize_name(bound.name)] in bound.specifier, bound


def test_everything_a_pinned_library_needs_is_pinned() -> None:
    pins = pinned()
    for name in sorted(pins):
        for needed in map(Requirement, metadata.requires(name) or [] if installed(name) else []):
            if needed.marker is None or needed.marker.evaluate({"extra": ""}):
                assert canonicalize_name(needed.name) in pins, f"{name} needs {needed}"
                assert pins[canonicalize_name(needed.name)] in needed.specifier, f"{name} needs {needed}"


def installed(name: str) -> bool:
    """Not so for pins of another system, and in an environment that is made by hand."""
    return any(canonicalize_name(found.name) == name for found in metadata.distributions(name=name))
