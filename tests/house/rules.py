"""The rules of the house that a reader of the code could check, each as one small function.

What ruff and import-linter already forbid is left to them, except where a rule must hold even
under a `noqa`. A rule names itself in one sentence, tells which files it reads, and carries
examples it must catch, so that a test can show that it bites.
"""

import ast
from collections.abc import Callable
from dataclasses import dataclass

from tests.house.reading import (
    Check,
    Lines,
    Source,
    calls,
    dotted,
    either,
    imports,
    never_call,
    never_import,
    never_mention,
    never_say,
    within,
)

LONGEST_FILE = 400  # lines
PLAIN_TEXT_ROOMS = ("ui/widgets/", "ui/theme/")


@dataclass(frozen=True, slots=True)
class Rule:
    """A sentence, the files it holds for, and the function that yields the lines breaking it."""

    says: str
    holds_for: Callable[[str], bool]
    broken_in: Check
    seeds: tuple[str, ...]
    spares: tuple[str, ...] = ()

    def breaches(self, source: Source) -> list[str]:
        if not self.holds_for(source.path):
            return []
        return [f"{source.path}:{line}" for line in sorted(set(self.broken_in(source)))]


def anything(path: str) -> bool:
    return True


def code(path: str) -> bool:
    return path.endswith(".py")


def program(path: str) -> bool:
    return code(path) and path.startswith(("app/", "ui/", "migrations/", "main.py"))


def tests(path: str) -> bool:
    return code(path) and path.startswith("tests/")


def pure(path: str) -> bool:
    rooms = ("app/domain/", "app/exchange/", "app/alignment/", "app/agreement/")
    return code(path) and path.startswith(rooms)


def screens(path: str) -> bool:
    """The shown rooms, less the two whose business is how text reaches a widget."""
    return code(path) and path.startswith("ui/") and not path.startswith(PLAIN_TEXT_ROOMS)


def swallowed(source: Source) -> Lines:
    """Yield handlers for everything that do not raise again."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ExceptHandler):
            kinds = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
            broad = any(k is None or dotted(k) in {"Exception", "BaseException"} for k in kinds)
            again = any(isinstance(part, ast.Raise) for part in ast.walk(node))
            if broad and not again:
                yield node.lineno


def rich_text_widgets(source: Source) -> Lines:
    """Yield uses of the widgets that take text for mark-up, as calls or as base classes."""
    risky = {"QLabel", "QMessageBox", "QErrorMessage", "QProgressDialog", "QToolTip"}
    for name, call in calls(source):
        parts = name.split(".")
        if risky & set(parts) or parts[-1] in {"setToolTip", "setWhatsThis", "setHtml"}:
            yield call.lineno
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ClassDef) and risky & {
            dotted(b).split(".")[-1] for b in node.bases
        }:
            yield node.lineno


def untranslatable(source: Source) -> Lines:
    """Yield `tr` and `translate` calls whose text is put together before it is looked up."""
    for name, call in calls(source):
        if name.split(".")[-1] in {"tr", "translate"}:
            for argument in call.args:
                formatted = isinstance(argument, ast.Call) and dotted(argument.func).endswith(
                    ".format"
                )
                if isinstance(argument, ast.JoinedStr) or formatted:
                    yield call.lineno


def too_long(source: Source) -> Lines:
    lines = source.text.count("\n")
    if lines > LONGEST_FILE:
        yield lines


def past_the_faces(source: Source) -> Lines:
    """Yield imports by which main.py reaches past the window and the command line."""
    for name, line in imports(source):
        if within(name, ("app",)) and not within(name, ("app.cli", "app.errors", "app.paths")):
            yield line


RULES = (
    Rule(
        "Foreign data is never unpickled, evaluated or unpacked unseen",
        code,
        either(
            never_import("pickle", "dill", "shelve", "marshal", "html.parser"),
            never_call(r"eval|exec|compile|(.*\.)?yaml\.load|yaml\.(full|unsafe)_load"),
            never_call(r".*\.(extractall|unpack_archive)"),
        ),
        (
            "import pickle",
            "from pickle import loads",
            "import html.parser",
            "from html import parser",
            "eval('1')",
            "exec('x = 1')",
            "yaml.load(stream)",
            "archive.extractall()",
            "ZipFile(path).extractall(folder)",
        ),
        ("dialog.exec()", "re.compile('x')", "yaml.safe_load(stream)", "from html import escape"),
    ),
    Rule(
        "A project's file is copied by SQLite, other files by writing them: never by shutil",
        program,
        either(never_call(r"shutil\.(copy\w*|move)"), never_import("shutil.copy", "shutil.copy2")),
        ("shutil.copy(a, b)", "shutil.copy2(a, b)", "shutil.copytree(a, b)"),
        ("shutil.disk_usage(folder)", "value.copy()"),
    ),
    Rule(
        "Galley works offline: nothing in it speaks to the network",
        program,
        never_import(
            "socket",
            "ssl",
            "http",
            "urllib.request",
            "ftplib",
            "smtplib",
            "requests",
            "httpx",
            "PySide6.QtNetwork",
        ),
        ("import socket", "from urllib.request import urlopen", "from PySide6 import QtNetwork"),
        ("from urllib.parse import urlsplit",),
    ),
    Rule(
        "The pure rooms open no files, read no clock and use no unseeded chance",
        pure,
        either(
            never_import("os", "pathlib", "time", "tempfile", "secrets", "uuid_utils"),
            never_import("uuid.uuid1", "uuid.uuid4", "uuid.uuid6", "uuid.uuid7"),
            never_call(r"open|print|input|(.*\.)?random\.(?!Random$|default_rng$)\w+"),
            never_call(r".*\b(date|datetime)\.(now|utcnow|today)"),
        ),
        (
            "import time",
            "from pathlib import Path",
            "open(path)",
            "random.choice(items)",
            "from uuid import uuid4",
            "datetime.now(UTC)",
            "datetime.date.today()",
        ),
        ("random.Random(seed)", "date.fromisoformat(text)", "from uuid import uuid5"),
    ),
    Rule(
        "main.py starts the window or the command line and knows nothing further down",
        lambda path: path == "main.py",
        past_the_faces,
        ("from app.store import engine", "import app.project"),
        ("from app.cli import run", "from ui.application import show", "from app.errors import X"),
    ),
    Rule(
        "Text from outside never reaches a widget that guesses rich text",
        screens,
        rich_text_widgets,
        (
            "QLabel(title)",
            "QtWidgets.QLabel(title)",
            "class Title(QLabel): ...",
            "QMessageBox(window)",
            "QMessageBox.warning(window, title, text)",
            "button.setToolTip(text)",
            "pane.document().setHtml(text)",
        ),
        ("PlainLabel(title)", "plain_tooltip(button, text)"),
    ),
    Rule(
        "No article is ever read back from Qt, which makes plain spaces of no-break ones",
        lambda path: code(path) and path.startswith("ui/reading/"),
        never_mention(r"(?!.*\bnote\.).*\.(toPlainText|toRawText|selectedText|toHtml|toMarkdown)"),
        ("pane.toPlainText()", "self.textCursor().selectedText()"),
        ("pane.textCursor().selectionStart()", "self.note.toPlainText()"),
    ),
    Rule(
        "A query only looks",
        lambda path: code(path) and path.startswith("app/queries/"),
        either(
            never_import("sqlalchemy.insert", "sqlalchemy.update", "sqlalchemy.delete"),
            never_call(r".*\.(commit|begin|insert|update|delete)"),
        ),
        ("from sqlalchemy import delete", "connection.commit()", "articles.insert()"),
        ("from sqlalchemy import select", "connection.execute(query)"),
    ),
    Rule(
        "What is shown is looked up first and filled in afterwards: no f-string inside tr()",
        program,
        untranslatable,
        (
            'self.tr(f"{n} articles")',
            'self.tr("{} articles".format(n))',
            'QCoreApplication.translate("Desk", f"{n} articles")',
        ),
        ('self.tr("{} articles").format(n)',),
    ),
    Rule(
        "A bug is never swallowed: whoever catches everything raises it again",
        code,
        swallowed,
        (
            "try: x()\nexcept Exception: pass",
            "try: x()\nexcept: pass",
            "try: x()\nexcept (OSError, BaseException) as e: print(e)",
        ),
        ("try: x()\nexcept OSError: pass", "try: x()\nexcept BaseException:\n    y()\n    raise"),
    ),
    Rule(
        "Tests wait for what happens, never for a while",
        tests,
        never_mention(
            r"time\.sleep|(.*\.)?qtbot\.wait|QTest\.qWait|QtTest\.QTest\.qWait|QThread\.m?sleep"
        ),
        ("time.sleep(1)", "qtbot.wait(50)", "QTest.qWait(50)"),
        ("qtbot.waitUntil(ready)", "qtbot.waitSignal(done)"),
    ),
    Rule(
        "No test is skipped or expected to fail",
        tests,
        either(
            never_mention(
                r"(pytest|mark|pytest\.mark|unittest)\.(skip|skipif|xfail|skipIf|skipUnless|importorskip)"
            ),
            never_import("pytest.skip", "pytest.xfail"),
        ),
        (
            "@pytest.mark.skip\ndef test(): ...",
            "@pytest.mark.skipif(True)\ndef test(): ...",
            "pytest.xfail('later')",
            "@unittest.skip('x')\ndef test(): ...",
            "pytest.importorskip('scipy')",
        ),
        ("archive.skip()",),
    ),
    Rule(
        "A file of more than 400 lines hides a second noun",
        program,
        too_long,
        ("x = 1\n" * (LONGEST_FILE + 1),),
        ("x = 1\n" * LONGEST_FILE,),
    ),
    Rule(
        "Nothing names a package registry or a place on one machine",
        anything,
        either(
            never_say(r"py[p]i\.(org|python)|python[h]osted|[n]pmjs|files\.[p]ython|/simple/\w"),
            never_say(r"(?<![\w.$])/(root|work|tmp|home|Users|var/folders)/\w|[A-Z]:\\Users\\\w"),
        ),
        (
            "See https://py" + "pi.org/project/x",
            "index = 'https://host/sim" + "ple/x'",
            "cd /ho" + "me/anna",
            "'/t" + "mp/x'",
            "C:\\Us" + "ers\\anna",
        ),
        ("/usr/share/fonts", "docs/home/index.md"),
    ),
    Rule(
        "What is not finished is not in the house",
        lambda path: anything(path) and not path.startswith("resources/sample/"),
        never_say(r"\b(TOD[O]|FIXM[E]|XX[X]|HAC[K])\b|coming so[o]n|lorem ips[u]m"),
        ("# TO" + "DO: later", "a map is coming so" + "on"),
        ("the to-do list",),
    ),
)
