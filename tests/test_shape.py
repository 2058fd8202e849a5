"""The shape of the source: who may import whom, how big a piece may be, and what no file may hold.

The tables say in words what ARCHITECTURE.md explains. An import inside a function or under TYPE_CHECKING counts like
any other: it is knowledge of the other part just the same.
"""

from __future__ import annotations

import ast
import re
import statistics
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

import pytest

ROOT = Path(__file__).parent.parent
PROGRAM = ROOT / "app" / "plakbord"

CORE = frozenset({"canvas_files", "words", "settings", "paths"})
"""Rows 0 and 1: everybody may know these."""

PARTS = CORE | {"sheet", "tools", "live", "exchange", "poster", "board", "session", "actions", "window"}

MAY_IMPORT: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        # row 0: the document
        "canvas_files": frozenset(),
        "plakbord": frozenset({"canvas_files"}),  # the package itself: its version
        # row 1: small things everybody needs
        "paths": frozenset({"canvas_files"}),
        "words": frozenset({"canvas_files", "paths"}),
        "settings": frozenset({"canvas_files", "paths"}),
        # row 2: four parts that do not know each other
        "sheet": CORE,
        "tools": CORE,
        "live": CORE,
        "exchange": CORE,
        # row 3: the two painters
        "poster": CORE | {"sheet"},
        "board": CORE | {"sheet", "tools"},
        # row 4: one open workshop
        "session": CORE | {"live"},
        # row 5: what a person can do
        "actions": CORE | {"session", "poster", "exchange", "sheet", "tools"},
        # row 6: the window
        "window": PARTS - {"window"},
        # row 7: the ways in, which may know everything
        "cli": PARTS | {"plakbord"},
        "main": PARTS | {"plakbord", "cli"},
        "__main__": PARTS | {"plakbord", "cli", "main"},
    }
)

QT = frozenset({"PySide6", "shiboken6"})

RECORDS = frozenset({"msgspec"})
"""What records, marks and settings are made with: everybody may know it."""

LIBRARIES: Mapping[str, frozenset[str]] = MappingProxyType(
    {  # besides the standard library and RECORDS; the longest name that fits counts, a module not named here gets none
        "plakbord.paths": frozenset({"platformdirs"}),
        "plakbord.sheet.text": frozenset({"uharfbuzz"}),
        "plakbord.live": frozenset({"websockets", "segno"}),
        "plakbord.live.inbox": QT,
        "plakbord.exchange": frozenset({"xlsxwriter", "PIL", "pypdf"}),
        "plakbord.poster": frozenset({"reportlab", "uharfbuzz", "PIL", "pypdfium2"}),
        "plakbord.board": QT,
        "plakbord.window": QT,
        "plakbord.main": QT,
    }
)

NO_NETWORK = frozenset({"asyncio", "ftplib", "http", "selectors", "smtplib", "socket", "socketserver", "ssl", "urllib"})
"""What the document has no business with."""

MOST_LINES_OF_A_FILE = 400
MOST_LINES_OF_A_FUNCTION = 60
MEDIAN_LINES = 150

EMPTY_WORDS = frozenset({"manager", "managers", "helper", "helpers", "util", "utils"})
EMPTY_CLASS_WORDS = EMPTY_WORDS | {"base", "mixin", "handler"}

TREE_SUFFIXES = frozenset({".py", ".json", ".md", ".toml", ".txt", ".svg", ".html", ".js", ".css", ".ttf", ".spec"})


@dataclass(frozen=True)
class Module:
    """A source file, read and parsed once."""

    name: str
    path: Path
    text: str
    tree: ast.Module

    @property
    def package(self) -> str:
        """What a relative import starts from."""
        return self.name if self.path.name == "__init__.py" else self.name.rpartition(".")[0]

    @property
    def part(self) -> str:
        """The row in MAY_IMPORT: the first folder or file below `plakbord`, or `canvas_files`."""
        names = self.name.split(".")
        return names[1] if names[0] == "plakbord" and len(names) > 1 else names[0]

    @property
    def lines(self) -> int:
        return self.text.count("\n")

    def __str__(self) -> str:
        return str(self.path.relative_to(ROOT))


def read(path: Path, above: Path) -> Module:
    names = path.relative_to(above).with_suffix("").parts
    text = path.read_text("utf-8")
    name = ".".join(names[:-1] if names[-1] == "__init__" else names)
    return Module(name, path, text, ast.parse(text, str(path)))


@cache
def product() -> Mapping[str, Module]:
    """All of `canvas_files` and `plakbord`, by dotted name."""
    found = [read(path, ROOT) for path in sorted((ROOT / "canvas_files").rglob("*.py"))]
    found += [read(path, ROOT / "app") for path in sorted(PROGRAM.rglob("*.py"))]
    return MappingProxyType({module.name: module for module in found})


@cache
def everything() -> tuple[Module, ...]:
    """The product, dev.py and the tests."""
    others = [ROOT / "dev.py", *sorted((ROOT / "tests").rglob("*.py"))]
    return (*product().values(), *(read(path, ROOT) for path in others))


def imports(module: Module) -> Iterator[tuple[int, str]]:
    """Line and full dotted name of everything imported anywhere in the file; a name taken from a package included."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = module.package.split(".")
            above = above[: len(above) - node.level + 1] if node.level else []
            source = ".".join([*above, *([node.module] if node.module else [])])
            yield from ((node.lineno, f"{source}.{alias.name}") for alias in node.names)
        elif isinstance(node, ast.Call) and ast.unparse(node.func) in ("import_module", "importlib.import_module"):
            name = node.args[0] if node.args else None
            yield node.lineno, str(name.value) if isinstance(name, ast.Constant) else "a computed name"


def ours(name: str) -> str | None:
    """The module of ours that a dotted name is, or is a name in; None for a library."""
    while name and name not in product():
        name = name.rpartition(".")[0]
    return name or None


@cache
def edges() -> Mapping[str, frozenset[str]]:
    """Module to the modules of ours it names in an import."""
    return MappingProxyType(
        {
            name: frozenset(found for _, target in imports(module) if (found := ours(target)) and found != name)
            for name, module in product().items()
        }
    )


def reached_from(start: str) -> set[str]:
    """Everything that gets loaded, now or later, when `start` is imported; packages come along with their modules."""
    reached: set[str] = set()
    to_do = {name for name in product() if name == start or name.startswith(f"{start}.")}
    while to_do:
        name = to_do.pop()
        reached.add(name)
        parents = {name.rsplit(".", depth)[0] for depth in range(1, name.count(".") + 1)}
        to_do |= (edges()[name] | (parents & product().keys())) - reached
    return reached


def libraries(module: Module) -> Iterator[tuple[int, str]]:
    """Line and top name of what comes from neither us nor the standard library."""
    for line, name in imports(module):
        top = name.partition(".")[0]
        if ours(name) is None and top not in sys.stdlib_module_names:
            yield line, top


def allowed_libraries(name: str) -> frozenset[str]:
    while name and name not in LIBRARIES:
        name = name.rpartition(".")[0]
    return RECORDS | LIBRARIES.get(name, frozenset())


def told(problems: Iterator[str]) -> None:
    """Fail with all that is wrong, a line each, not only the first."""
    lines = list(problems)
    assert not lines, "\n" + "\n".join(lines)


# --- who may import whom


def test_every_part_has_its_row() -> None:
    told(f"{m}: say in MAY_IMPORT what {m.part} may know" for m in product().values() if m.part not in MAY_IMPORT)


def test_nobody_imports_upwards_or_sideways() -> None:
    told(
        f"{module}:{line}: {module.part} may not know {other.part} ({target})"
        for module in product().values()
        for line, target in imports(module)
        if (found := ours(target)) and (other := product()[found]).part != module.part
        if other.part not in MAY_IMPORT.get(module.part, frozenset())
    )


def test_the_table_itself_has_no_circle() -> None:
    below: set[str] = set()
    for part, known in MAY_IMPORT.items():
        assert known <= below, f"{part} knows a part that comes later: {sorted(known - below)}"
        below.add(part)


def test_no_module_imports_itself_by_a_detour() -> None:
    def detours(name: str, path: tuple[str, ...], clear: set[str]) -> Iterator[str]:
        if name in path:
            yield " -> ".join([*path[path.index(name) :], name])
        elif name not in clear:
            for target in sorted(edges()[name]):
                yield from detours(target, (*path, name), clear)
            clear.add(name)

    clear: set[str] = set()
    told(circle for name in product() for circle in detours(name, (), clear))


def test_each_part_uses_only_its_own_libraries() -> None:
    told(
        f"{module}:{line}: {library} is not for {name}"
        for name, module in product().items()
        for line, library in libraries(module)
        if library not in allowed_libraries(name)
    )


def test_the_command_line_never_reaches_qt() -> None:
    told(
        f"{product()[name]}:{line}: {library}, reached from the command line"
        for name in sorted(reached_from("plakbord.cli"))
        for line, library in libraries(product()[name])
        if library in QT
    )


def test_the_document_knows_no_network() -> None:
    told(
        f"{module}:{line}: {name}"
        for module in product().values()
        for line, name in imports(module)
        if module.part == "canvas_files" and name.partition(".")[0] in NO_NETWORK
    )


# --- how big a piece may be


def test_no_file_is_too_long_to_read() -> None:
    told(
        f"{m}: {m.lines} lines, at most {MOST_LINES_OF_A_FILE}" for m in everything() if m.lines > MOST_LINES_OF_A_FILE
    )


def test_files_are_small_as_a_rule() -> None:
    assert statistics.median(module.lines for module in product().values()) <= MEDIAN_LINES


def test_no_function_is_too_long_to_read() -> None:
    told(
        f"{module}:{node.lineno}: {node.name} has {lines} lines, at most {MOST_LINES_OF_A_FUNCTION}"
        for module in everything()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if (lines := (node.end_lineno or 0) - node.lineno + 1) > MOST_LINES_OF_A_FUNCTION
    )


# --- what a file holds


def test_every_file_says_what_it_is_for() -> None:
    told(f"{m}: no docstring at the top" for m in everything() if not ast.get_docstring(m.tree))


def words_of(name: str) -> set[str]:
    """`NoteManager` and `note_manager`: both {"note", "manager"}."""
    return {word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", name)}


def test_no_name_that_says_nothing() -> None:
    def empty(module: Module) -> Iterator[str]:
        if words_of(module.name) & EMPTY_WORDS:
            yield f"{module}: the file"
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ClassDef) and words_of(node.name) & EMPTY_CLASS_WORDS:
                yield f"{module}:{node.lineno}: class {node.name}"
            elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and words_of(node.name) & EMPTY_WORDS:
                yield f"{module}:{node.lineno}: {node.name}"

    told(line for module in product().values() for line in empty(module))


def changeable(value: ast.expr | None) -> bool:
    """A list, dictionary or set, written out or called for."""
    if isinstance(value, ast.Call):
        makers = {"list", "dict", "set", "bytearray", "defaultdict", "deque", "Counter", "OrderedDict"}
        return ast.unparse(value.func).rpartition(".")[2] in makers
    return isinstance(value, ast.List | ast.Dict | ast.Set | ast.ListComp | ast.DictComp | ast.SetComp)


def at_module_level(parent: ast.AST) -> Iterator[ast.AST]:
    """What runs on import, inside `if`, `try`, `for` and `with` too; not what is in functions and classes."""
    for node in ast.iter_child_nodes(parent):
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.expr):
            yield node
            yield from at_module_level(node)


def test_no_module_holds_state() -> None:
    def state(module: Module) -> Iterator[str]:
        for statement in at_module_level(module.tree):
            if isinstance(statement, ast.Assign | ast.AnnAssign) and changeable(statement.value):
                targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
                names = ", ".join(ast.unparse(target) for target in targets)
                if names != "__all__":
                    yield f"{module}:{statement.lineno}: {names} can be changed; take a tuple or MappingProxyType"
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Global):
                yield f"{module}:{node.lineno}: global {', '.join(node.names)}"

    told(line for module in product().values() for line in state(module))


# --- the rest of the tree


def test_packaging_is_no_python_package() -> None:
    """It would hide the library `packaging`, which every build needs."""
    assert not (ROOT / "packaging" / "__init__.py").exists()


def test_tests_are_no_python_packages() -> None:
    """They are loaded by file (importlib mode): with an `__init__.py` two of the same name would meet."""
    assert not list((ROOT / "tests").rglob("__init__.py"))


def test_the_wheel_takes_the_resources_along() -> None:
    targets = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"]
    assert targets["wheel"]["packages"] == ["app/plakbord", "canvas_files"]
    assert targets["wheel"]["force-include"] == {"resources": "plakbord/resources"}


def paths_named_in(text: str) -> set[str]:
    """Words between backticks that look like a file or folder of this tree: a slash or one of its suffixes."""
    quoted = re.findall(r"`([\w./*-]+)`", text)
    firsts = {entry.name for folder in (ROOT, ROOT / "app", PROGRAM) for entry in folder.iterdir() if entry.is_dir()}
    return {
        name
        for name in quoted
        if Path(name).suffix in TREE_SUFFIXES or ("/" in name and name.partition("/")[0] in firsts)
    }


def in_the_tree(name: str) -> bool:
    """Named from the root, from `app` or from `app/plakbord`; a bare file name may be anywhere in the source."""
    folders = [ROOT, ROOT / "app", PROGRAM]
    anywhere = [] if "/" in name else [ROOT / "canvas_files", PROGRAM, ROOT / "tests", ROOT / "resources"]
    return any(any(f.glob(name.rstrip("/"))) for f in folders) or any(any(f.rglob(name)) for f in anywhere)


@pytest.mark.parametrize("document", ["ARCHITECTURE.md", "CONTRIBUTING.md", "README.md"])
def test_every_path_a_document_names_exists(document: str) -> None:
    file = ROOT / document
    text = file.read_text("utf-8") if file.exists() else ""
    told(f"{document} names {name}" for name in sorted(paths_named_in(text)) if not in_the_tree(name))
