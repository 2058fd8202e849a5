#!/usr/bin/env python3
"""The one command for working on Plakbord: it makes `.venv`, then starts, tests, checks, measures or builds.

Standard library only, because it is what installs everything else. What gets installed is pinned in packaging/.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from types import MappingProxyType

OLDEST, NEWEST = (3, 11), (3, 13)
UNFINISHED = "an install is going on, or was broken off"
WITNESSES = ("plakbord", "pytest", "PySide6")
"""Importable in every finished `.venv`; one of them missing means somebody emptied it."""

# What Qt loads, and the Debian package that holds it. Without a display Qt needs the first list, in an X11 window both.
OFFSCREEN_LIBRARIES = MappingProxyType(
    {
        "libGL.so.1": "libgl1",
        "libEGL.so.1": "libegl1",
        "libdbus-1.so.3": "libdbus-1-3",
        "libfontconfig.so.1": "libfontconfig1",
        "libglib-2.0.so.0": "libglib2.0-0",
        "libxkbcommon.so.0": "libxkbcommon0",
    }
)
WINDOW_LIBRARIES = MappingProxyType(
    {
        **OFFSCREEN_LIBRARIES,
        "libxcb-cursor.so.0": "libxcb-cursor0",
        "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
        "libxcb-icccm.so.4": "libxcb-icccm4",
        "libxcb-keysyms.so.1": "libxcb-keysyms1",
        "libxcb-shape.so.0": "libxcb-shape0",
    }
)


class SetupError(Exception):
    """Something only the person at the keyboard can mend; the text says what to do."""


@dataclass(frozen=True)
class Checkout:
    """Where the files of one checkout are."""

    root: Path

    @property
    def venv(self) -> Path:
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        return self.venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    @property
    def stamp(self) -> Path:
        """Says what the `.venv` was filled from; see `fingerprint`."""
        return self.venv / "plakbord-stamp.txt"

    @property
    def pins(self) -> tuple[Path, Path]:
        return self.root / "packaging" / "requirements.txt", self.root / "packaging" / "requirements-dev.txt"

    def fingerprint(self) -> str:
        """Changes when the pins or pyproject.toml change, or the checkout moves (the `.venv` holds its path)."""
        digest = hashlib.sha256(str(self.root).encode())
        for file in (*self.pins, self.root / "pyproject.toml"):
            digest.update(b"\0" + file.read_bytes())
        return digest.hexdigest()


class State(Enum):
    """How the `.venv` is found; the value is told to the person."""

    READY = ""
    MISSING = "Making .venv, once."
    BROKEN = "The .venv is broken or half made: making it anew."
    OTHER_PYTHON = "The .venv was made by another Python version: making it anew."
    OUTDATED = "The pins or pyproject.toml changed: bringing .venv up to date."


def say(text: str) -> None:
    print(f"dev.py: {text}", flush=True)


# --- Which Python -----------------------------------------------------------------------------------------------------


def fits(version: tuple[int, ...]) -> bool:
    return OLDEST <= version[:2] <= NEWEST


def version_of(python: Sequence[str]) -> tuple[int, ...] | None:
    """(3, 12) for a Python that starts; None for one that does not (a dangling link, a shim without its version)."""
    try:
        found = subprocess.run(
            [*python, "-c", "import sys; print(*sys.version_info[:2])"], capture_output=True, text=True, timeout=60
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return tuple(map(int, found.stdout.split())) if found.returncode == 0 and found.stdout.strip() else None


def fitting_python(path: str | None = None) -> list[str] | None:
    """The command of the newest Python we support on `path` (default: PATH), or on Windows known to its launcher."""
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        for command in ([f"python3.{minor}"], ["py", f"-3.{minor}"]):
            program = shutil.which(command[0], path=path)
            if program and version_of([program, *command[1:]]) == (3, minor):
                return [program, *command[1:]]
    return None


def restart(arguments: Sequence[str]) -> int:
    """Do the same with a Python that fits, when dev.py was started by one that does not."""
    here = ".".join(map(str, sys.version_info[:2]))
    python = fitting_python()
    if python is None:
        raise SetupError(f"Plakbord needs Python 3.11, 3.12 or 3.13 and this is {here}. Install one of them first.")
    say(f"this is Python {here}; going on with {python[0]}.")
    return subprocess.call([*python, str(Path(__file__).resolve()), *arguments])


def base_python() -> str:
    """The Python outside any virtual environment: `.venv` can then be replaced even when it runs this very file."""
    return str(getattr(sys, "_base_executable", None) or sys.executable)


# --- The virtual environment ------------------------------------------------------------------------------------------


def state_of(checkout: Checkout) -> State:
    """A `.venv` without our stamp was made by hand: it is filled, not replaced."""
    if not checkout.venv.exists() and not checkout.venv.is_symlink():
        return State.MISSING
    stamp = checkout.stamp.read_text("utf-8") if checkout.stamp.is_file() else ""
    version = version_of([str(checkout.python)])
    if version is None or stamp == UNFINISHED:
        return State.BROKEN
    if version != sys.version_info[:2]:
        return State.OTHER_PYTHON
    if stamp != checkout.fingerprint():
        return State.OUTDATED
    look = f"from importlib.util import find_spec; raise SystemExit(not all(map(find_spec, {WITNESSES!r})))"
    return State.BROKEN if subprocess.call([str(checkout.python), "-c", look]) else State.READY


def prepare(checkout: Checkout) -> None:
    """Make sure that `.venv` holds what is pinned, and Plakbord itself. Does nothing when it already does."""
    state = state_of(checkout)
    if state is State.READY:
        return
    say(state.value)
    if state is not State.OUTDATED:
        make_venv(checkout)
    fill_venv(checkout)


def make_venv(checkout: Checkout) -> None:
    """An empty environment, without pip: a bare Debian has the venv module but nothing to put pip in with."""
    if checkout.venv.is_symlink() or checkout.venv.is_file():
        checkout.venv.unlink()
    elif checkout.venv.exists():
        shutil.rmtree(checkout.venv)
    made = subprocess.run(
        [base_python(), "-m", "venv", "--without-pip", str(checkout.venv)], capture_output=True, text=True
    )
    if made.returncode != 0:
        raise SetupError(f"This Python could not make a virtual environment:\n{made.stderr or made.stdout}")
    checkout.stamp.write_text(UNFINISHED, "utf-8")


def fill_venv(checkout: Checkout) -> None:
    """Install the pins and Plakbord. Killed half-way, the stamp stays UNFINISHED and the next start begins anew."""
    before = checkout.stamp.read_text("utf-8") if checkout.stamp.is_file() else None
    checkout.stamp.write_text(UNFINISHED, "utf-8")
    say("installing what packaging/requirements*.txt name; the first time this takes a minute or two.")
    try:
        install_with_uv_or_pip(checkout)
    except SetupError:  # pip took its own steps back: what worked before still does
        if before is None:
            checkout.stamp.unlink()
        else:
            checkout.stamp.write_text(before, "utf-8")
        raise
    checkout.stamp.write_text(checkout.fingerprint(), "utf-8")
    say("the environment is ready.")


def install_with_uv_or_pip(checkout: Checkout) -> None:
    uv = shutil.which("uv")
    if uv:
        if install([uv, "pip", "install", "--python", str(checkout.python)], checkout):
            return
        say("uv could not do it; trying pip.")
    if not install(pip_install_command(checkout), checkout):
        raise SetupError("Installing failed, see above. Is there a network? Start again to try again.")


def install(command: Sequence[str], checkout: Checkout) -> bool:
    """Plakbord goes in last, editable, with the pinned build tools: nothing unpinned is fetched."""
    pins = [argument for file in checkout.pins for argument in ("--requirement", str(file))]
    # uv trusts only its own certificates unless told; the system's are the right ones behind a company proxy.
    environment = {"UV_SYSTEM_CERTS": "true", "PIP_DISABLE_PIP_VERSION_CHECK": "1", **os.environ}
    project = ["--no-deps", "--no-build-isolation", "--editable", str(checkout.root)]
    return all(subprocess.call([*command, "--quiet", *what], env=environment) == 0 for what in (pins, project))


def pip_install_command(checkout: Checkout) -> list[str]:
    """The pip in `.venv`, put there by ensurepip when need be, or else the pip of the Python outside."""
    inside = [str(checkout.python), "-m", "pip"]
    if pip_version(inside) or succeeds([str(checkout.python), "-m", "ensurepip"]):
        return [*inside, "install"]
    outside = [base_python(), "-m", "pip"]
    if pip_version(outside) >= (22, 3):  # the first that can install for another Python
        return [*outside, "--python", str(checkout.python), "install"]
    raise SetupError(
        "This Python has no ensurepip and no pip (22.3 or newer) to install with. "
        "On Debian and Ubuntu type: sudo apt-get install python3-venv python3-pip"
    )


def pip_version(pip: Sequence[str]) -> tuple[int, ...]:
    """(23, 0); empty when there is no pip."""
    told = subprocess.run([*pip, "--version"], capture_output=True, text=True)
    found = re.match(r"pip (\d+)\.(\d+)", told.stdout)
    return tuple(map(int, found.groups())) if found and told.returncode == 0 else ()


def succeeds(command: Sequence[str]) -> bool:
    try:
        return subprocess.run(command, capture_output=True).returncode == 0
    except OSError:
        return False


# --- System libraries -------------------------------------------------------------------------------------------------


def missing(libraries: Mapping[str, str]) -> dict[str, str]:
    """Those of `libraries` (file: Debian package) that this Linux cannot load; nothing on other systems."""
    return {file: package for file, package in libraries.items() if sys.platform == "linux" and not loads(file)}


def loads(file: str) -> bool:
    try:
        ctypes.CDLL(file)
    except OSError:
        return False
    return True


def require_libraries(libraries: Mapping[str, str]) -> None:
    """Qt's own message about a missing library names the wrong cause, so this looks before Qt is started."""
    absent = missing(libraries)
    if not absent:
        return
    if shutil.which("apt-get") is None:
        raise SetupError(f"Qt needs {', '.join(absent)}. Install the packages that hold them, and start again.")
    packages = list(absent.values())
    if not apt_install(packages):
        raise SetupError(f"Qt needs some system libraries. Type this line, and start again:\n{apt_line(packages)}")


def apt_line(packages: Sequence[str]) -> str:
    return " ".join(["sudo", "apt-get", "install", *packages])


def apt_install(packages: Sequence[str]) -> bool:
    """True when apt-get put them in, which it can for root and for who may use sudo without a password."""
    root = os.name == "posix" and os.geteuid() == 0
    if not root and not succeeds(["sudo", "-n", "true"]):
        return False
    say(f"installing the system libraries Qt needs: {' '.join(packages)}")
    apt = [*([] if root else ["sudo", "-n"]), "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    put_in = [*apt, "-o", "DPkg::Lock::Timeout=120", "install", "--yes", "--no-install-recommends", *packages]
    if succeeds(put_in):
        return True
    succeeds([*apt, "update"])  # most often the package lists are old or absent
    last = subprocess.run(put_in, capture_output=True, text=True)
    if last.returncode != 0:
        print(last.stderr.strip(), file=sys.stderr)
    return last.returncode == 0


# --- The commands -----------------------------------------------------------------------------------------------------


def headless(environment: Mapping[str, str]) -> dict[str, str]:
    """The same environment, with Qt told to paint in memory when there is no display to paint on."""
    display = sys.platform != "linux" or environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")
    return dict(environment) if display else {"QT_QPA_PLATFORM": "offscreen", **environment}


def python_in(checkout: Checkout, *arguments: str, **variables: str) -> int:
    """Run the Python of `.venv` in the root of the checkout."""
    environment = {**headless(os.environ), **variables}
    return subprocess.call([str(checkout.python), *arguments], cwd=checkout.root, env=environment)


def run(checkout: Checkout, arguments: Sequence[str]) -> int:
    require_libraries(WINDOW_LIBRARIES)
    prepare(checkout)
    # In the folder where the person is: files named on the command line are meant from there.
    return subprocess.call([str(checkout.python), "-m", "plakbord", *arguments])


def test(checkout: Checkout, arguments: Sequence[str]) -> int:
    require_libraries(OFFSCREEN_LIBRARIES)
    prepare(checkout)
    return python_in(checkout, "-m", "pytest", *arguments)


def lint(checkout: Checkout, _arguments: Sequence[str]) -> int:
    prepare(checkout)
    checks = (("ruff", "check", "."), ("ruff", "format", "--check", "."), ("mypy",), ("mypy", "dev.py"))
    failed = [check for check in checks if python_in(checkout, "-m", *check) != 0]
    return 1 if failed else 0


def bench(checkout: Checkout, arguments: Sequence[str]) -> int:
    require_libraries(OFFSCREEN_LIBRARIES)
    prepare(checkout)
    return python_in(checkout, "-m", "benchmarks", *arguments, PYTHONPATH=str(checkout.root / "tests"))


def build(checkout: Checkout, _arguments: Sequence[str]) -> int:
    prepare(checkout)
    return python_in(checkout, "-m", "hatchling", "build", "--target", "wheel")


def setup(checkout: Checkout, _arguments: Sequence[str]) -> int:
    require_libraries(WINDOW_LIBRARIES)
    prepare(checkout)
    say("everything is in place. Start Plakbord with: python dev.py run")
    return 0


@dataclass(frozen=True)
class Command:
    """A word after `dev.py`, and what it does."""

    do: Callable[[Checkout, Sequence[str]], int]
    words: str


COMMANDS = MappingProxyType(
    {
        "run": Command(run, "start Plakbord; what follows goes to it, such as a file or `--help`"),
        "test": Command(test, "run the tests; what follows goes to pytest"),
        "lint": Command(lint, "ruff (rules and layout) and mypy (types)"),
        "bench": Command(bench, "measure; give a NAME for one measurement, --json for figures"),
        "build": Command(build, "build the wheel, into dist/"),
        "setup": Command(setup, "only make or mend the environment"),
    }
)


def usage() -> str:
    lines = [f"  {name:<6} {command.words}" for name, command in COMMANDS.items()]
    return "\n".join(["Usage: python dev.py COMMAND [...]", "", *lines])


def main(arguments: Sequence[str], root: Path) -> int:
    word = arguments[0] if arguments else ""
    if word not in COMMANDS:
        print(usage())
        return 0 if word in ("-h", "--help", "help") else 2
    try:
        if not fits(sys.version_info[:2]):
            return restart(arguments)
        return COMMANDS[word].do(Checkout(root), arguments[1:])
    except SetupError as problem:
        print(f"dev.py: {problem}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    outcome = main(sys.argv[1:], Path(__file__).resolve().parent)
    sys.exit(outcome if outcome >= 0 else 128 - outcome)  # a program ended by signal 6 is told as 134
