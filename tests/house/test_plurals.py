"""Whatever is counted on the screen reads well for one and for many."""

import ast
import re
import runpy
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QTranslator

from tests.house.reading import ROOT, Source, sources
from ui.translation import PLURALS, install_plurals

TRANSLATIONS = runpy.run_path(str(ROOT / ".ci" / "translations.py"))
COUNTED = [message for message in TRANSLATIONS["house_messages"]() if message.counted]
CURE = "run `make translations`, and commit what it changes"


@pytest.fixture
def plurals(qapp: QCoreApplication) -> Iterator[None]:
    """The plurals as the program has them; what was installed here is gone afterwards."""
    before = qapp.findChildren(QTranslator)
    assert install_plurals(qapp)
    yield
    for translator in set(qapp.findChildren(QTranslator)) - set(before):
        qapp.removeTranslator(translator)
        translator.setParent(None)


def read(code: str) -> list[tuple[str, str, str]]:
    found = TRANSLATIONS["messages"]([ast.parse(code)])
    return [(message.context, message.source, message.comment) for message in found]


def counting_strings(source: Source) -> list[int]:
    """Return the lines of the strings with `%n` in them, less those that are documentation."""
    nodes = list(ast.walk(source.tree))
    documentation = {node.value for node in nodes if isinstance(node, ast.Expr)}
    return [
        node.lineno
        for node in nodes
        if isinstance(node, ast.Constant) and node not in documentation
        if isinstance(node.value, str) and re.search(r"%L?n", node.value)
    ]


@pytest.mark.parametrize("message", COUNTED, ids=lambda m: f"{m.context}: {m.source}")
def test_every_counted_sentence_reads_well_for_one_and_for_many(message: Any) -> None:
    translator = QTranslator()
    assert translator.load(str(PLURALS)), CURE
    words = (message.context, message.source, message.comment or None)
    one, many = (translator.translate(*words, count) for count in (1, 2))
    assert many, CURE
    assert one, f"{CURE}; it says which singular is to be written by hand"
    assert "(s)" not in one + many


def test_the_compiled_plurals_say_what_the_readable_ones_say() -> None:
    translator = QTranslator()
    assert translator.load(str(PLURALS))
    written = PLURALS.with_suffix(".ts").read_text("utf-8")
    assert 'type="unfinished"' not in written
    for context in re.findall(r"<context>(.*?)</context>", written, re.DOTALL):
        name = re.findall(r"<name>(.*?)</name>", context)[0]
        for found in TRANSLATIONS["MESSAGE"].finditer(context):
            comment = re.findall(r"<comment>(.*?)</comment>", found["between"])
            words = [plain(text) for text in (name, found["source"], "".join(comment))]
            assert translator.translate(*words, 1) == plain(found["one"]), CURE
            assert translator.translate(*words, 5) == plain(found["many"]), CURE


def plain(xml: str) -> str:
    for entity, sign in (("quot", '"'), ("apos", "'"), ("lt", "<"), ("gt", ">"), ("amp", "&")):
        xml = xml.replace(f"&{entity};", sign)
    return xml


def test_nothing_is_counted_past_the_translation() -> None:
    """A `%n` string must stand in the call itself: `self.tr("%n lines", None, count)`."""
    strays = []
    for source in sources():
        if source.path.startswith("ui/") and source.path.endswith(".py"):
            told = {message.line for message in TRANSLATIONS["messages"]([source.tree])}
            counted = set(counting_strings(source))
            strays += [f"{source.path}:{line}" for line in sorted(counted - told)]
    assert not strays


def test_the_plurals_name_no_file_and_no_line() -> None:
    assert "<location" not in PLURALS.with_suffix(".ts").read_text("utf-8")


def test_one_annotation_is_no_plural(qapp: QCoreApplication, plurals: None) -> None:
    def said(count: int) -> str:
        return QCoreApplication.translate("ArticleList", "%n annotations", None, count)

    assert [said(count) for count in (0, 1, 2)] == [
        *("0 annotations", "1 annotation", "2 annotations"),
    ]


def test_plurals_are_installed_once_and_live_as_long_as_the_app(
    qapp: QCoreApplication, plurals: None
) -> None:
    held = qapp.findChildren(QTranslator, PLURALS.name)
    assert install_plurals(qapp)
    assert qapp.findChildren(QTranslator, PLURALS.name) == held
    assert len(held) == 1


def test_counts_are_read_however_the_call_is_written() -> None:
    code = """
class Desk(Page):
    def shown(self):
        self.tr("%n lines", None, rows.count)
        self.tr("%n cases", n=count)
        QCoreApplication.translate("Outline", "%n pieces", "short", count)
        translate("Outline", "%n "
                  "words", None, count)
"""
    assert read(code) == [
        ("Desk", "%n lines", ""),
        ("Desk", "%n cases", ""),
        ("Outline", "%n pieces", "short"),
        ("Outline", "%n words", ""),
    ]


def test_heirs_say_the_same_as_the_class_they_come_from() -> None:
    code = """
class Panel(QWidget):
    def shown(self):
        return self.tr("%n lines", None, 1) + self.tr("Close")
class Wide(panels.Panel): ...
class Wider(Wide): ...
"""
    assert read(code) == [
        *[(name, "%n lines", "") for name in ("Panel", "Wide", "Wider")],
        ("Panel", "Close", ""),
    ]


def test_pyside_asks_for_the_heirs_words_first(qapp: QCoreApplication) -> None:
    """Why heirs need words of their own; should this change, they no longer do."""

    class Panel(QObject):
        pass

    class Wide(Panel):
        pass

    class Words(QTranslator):
        def translate(self, context: str, *_: object) -> str | None:
            return "one line" if context == "Panel" else None

    words = Words()
    qapp.installTranslator(words)
    try:
        assert Panel().tr("%n lines", None, 1) == "one line"
        assert Wide().tr("%n lines", None, 1) == "1 lines"
    finally:
        qapp.removeTranslator(words)


@pytest.mark.parametrize(
    ("many", "one"),
    [
        ("%n articles", "%n article"),
        ("Delete %n unsure annotations", "Delete %n unsure annotation"),
        ("%Ln chars", "%Ln char"),
        ("%n article(s) not done", "%n article not done"),
        ("%n box(es) with %n line(s)", "%n box with %n line"),
        ("%n article(s) were received", ""),
        ("%n stories", ""),
        ("%n boxes", ""),
        ("%n matches", ""),
        ("%n classes", ""),
        ("%n halves", ""),
        ("%n press", ""),
        ("%n articles were received", ""),
    ],
)
def test_only_plain_singulars_are_derived(many: str, one: str) -> None:
    assert TRANSLATIONS["english_one"](many) == one
