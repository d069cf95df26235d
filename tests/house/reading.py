"""Reading the house's own files: which there are, and ways to look for something in one."""

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("app", "ui", "migrations", "tests", "resources", "docs", ".ci")
PAGES = ("main.py", "pyproject.toml", "README.md", "CHANGELOG.md", "Makefile", ".gitignore")
TEXTS = {".py", ".md", ".toml", ".txt", ".json", ".qss", ".ini", ".mako", "Makefile", "run"}

Lines = Iterator[int]
Check = Callable[["Source"], Lines]


@dataclass(frozen=True, slots=True)
class Source:
    """One file of the house: where it lies (from the root, with `/`) and what it says."""

    path: str
    text: str

    @property
    def tree(self) -> ast.Module:
        return _parsed(self.text)


@cache
def _parsed(text: str) -> ast.Module:
    return ast.parse(text)


@cache
def sources() -> tuple[Source, ...]:
    """Return every text file that belongs to the house; bytes that are no UTF-8 as U+FFFD."""
    paths = [ROOT / page for page in PAGES]
    paths += [path for room in ROOMS for path in (ROOT / room).rglob("*")]
    return tuple(
        Source(path.relative_to(ROOT).as_posix(), path.read_text("utf-8", "replace"))
        for path in sorted(paths)
        if path.is_file() and (path.suffix in TEXTS or path.name in TEXTS)
    )


def dotted(node: ast.AST) -> str:
    """Return `a.b.c` for a name or a chain of attributes; a call in the chain stands as `()`."""
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=value, attr=attr):
            return f"{dotted(value)}.{attr}"
        case ast.Call(func=func):
            return f"{dotted(func)}()"
    return ""


def calls(source: Source) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call):
            yield dotted(node.func), node


def imports(source: Source) -> Iterator[tuple[str, int]]:
    """Yield every imported module or member as `package.module.member`, with its line."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((f"{node.module}.{alias.name}", node.lineno) for alias in node.names)


def within(name: str, packages: tuple[str, ...]) -> bool:
    return any(name == package or name.startswith(package + ".") for package in packages)


def never_import(*packages: str) -> Check:
    return lambda source: (line for name, line in imports(source) if within(name, packages))


def never_call(pattern: str) -> Check:
    matches = re.compile(pattern).fullmatch
    return lambda source: (node.lineno for name, node in calls(source) if matches(name))


def never_mention(pattern: str) -> Check:
    """Look for an attribute or name, called or not, as a decorator is."""
    matches = re.compile(pattern).fullmatch
    return lambda source: (
        node.lineno
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Name | ast.Attribute) and matches(dotted(node))
    )


def never_say(pattern: str) -> Check:
    """Look at the words of a file, line by line."""
    found = re.compile(pattern).search
    return lambda source: (
        number for number, line in enumerate(source.text.split("\n"), 1) if found(line)
    )


def either(*checks: Check) -> Check:
    return lambda source: (line for check in checks for line in check(source))
