"""What lies at the top of the house, so that a newcomer sees all of it at a glance."""

from fnmatch import fnmatch

from tests.house.reading import ROOT

AGREED = {
    *("app", "ui", "resources", "migrations", "tests", "docs"),
    *("main.py", "pyproject.toml", "Makefile", ".ci", ".git", ".gitignore"),
    *("README.md", "CHANGELOG.md", "LICENSE"),
}


def ignored(name: str) -> bool:
    patterns = (ROOT / ".gitignore").read_text("utf-8").split()
    return any(fnmatch(name, pattern.strip("/")) for pattern in patterns)


def test_only_what_was_agreed_lies_at_the_top() -> None:
    found = {path.name for path in ROOT.iterdir() if not ignored(path.name)}
    assert found <= AGREED


def test_what_a_newcomer_looks_for_is_there() -> None:
    for name in ("README.md", "LICENSE", "CHANGELOG.md", "Makefile", "main.py", ".ci/run"):
        assert (ROOT / name).is_file(), name
