"""Bring resources/translations up to date with the words in ui/, and compile them.

`python .ci/translations.py` does that for every language there; a further word, as in
`python .ci/translations.py de`, begins another language. English holds plurals alone.

The calls are read here and handed to Qt's lupdate as C++, because its own reader of Python
overlooks `n` in `translate(context, text, None, n)` and in `tr(text, n=n)`.
"""

import ast
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"
COUNTED = re.compile(r"%L?n")

MESSAGE = re.compile(
    r"<source>(?P<source>[^<]*)</source>(?P<between>(?:(?!</message>).)*?)"
    r'<translation(?P<unfinished> type="unfinished")?>\s*'
    r"<numerusform>(?P<one>[^<]*)</numerusform>\s*<numerusform>(?P<many>[^<]*)</numerusform>",
    re.DOTALL,
)
# "%n line(s)" says how it ends for one, unless a verb follows suit.
ENDING = re.compile(r"\((e?s)\)")
PLURAL_VERB = re.compile(r"\b(are|were|have|do)\b")
# Of "%n lines" only a plain "s" is taken off; "stories", "boxes" and "halves" lose more than it.
REGULAR = re.compile(
    r"(?P<one>[^.%]*%L?n (?:[\w-]+ )?[a-z]+(?<!s)(?<!ie)(?<!sse)(?<![xvz]e)(?<![cs]he))s"
)


@dataclass(frozen=True, slots=True)
class Message:
    """Some words to be translated, whose they are, and the line of the file they stand on."""

    context: str
    source: str
    comment: str
    line: int

    @property
    def counted(self) -> bool:
        """Tell whether the words change with a number."""
        return COUNTED.search(self.source) is not None


def messages(trees: Iterable[ast.Module]) -> Iterator[Message]:
    """Yield what the modules hand to `self.tr` and `translate` as plain strings.

    A counted message is there for the heirs of its class, too: PySide asks for the heir's first,
    and takes Qt's "1 annotations" for an answer.
    """
    found = [message for tree in trees for message in _calls(tree, "")]
    heirs = _heirs([node for tree in trees for node in ast.walk(tree)])
    for message, own in found:
        yield message
        if own and message.counted:
            for heir in sorted(heirs(message.context)):
                yield Message(heir, message.source, message.comment, message.line)


def _calls(node: ast.AST, class_name: str) -> Iterator[tuple[Message, bool]]:
    """Yield every message below `node`, and whether the class it stands in is its context."""
    for child in ast.iter_child_nodes(node):
        match child:
            case ast.Call(func=ast.Attribute(value=ast.Name(id="self"), attr="tr"), args=args):
                texts = _texts(args)
                if texts and class_name:
                    yield Message(class_name, texts[0], "".join(texts[1:2]), args[0].lineno), True
            case ast.Call(
                func=ast.Attribute(attr="translate") | ast.Name(id="translate"), args=args
            ):
                texts = _texts(args)
                if len(texts) > 1:
                    yield Message(texts[0], texts[1], "".join(texts[2:3]), args[1].lineno), False
        yield from _calls(child, child.name if isinstance(child, ast.ClassDef) else class_name)


def _texts(arguments: list[ast.expr]) -> list[str]:
    """Return the strings that the arguments begin with."""
    texts: list[str] = []
    for argument in arguments:
        if not (isinstance(argument, ast.Constant) and isinstance(argument.value, str)):
            break
        texts.append(argument.value)
    return texts


def _heirs(nodes: list[ast.AST]) -> Callable[[str], set[str]]:
    children: dict[str, set[str]] = {}
    for node in nodes:
        if isinstance(node, ast.ClassDef):
            for base in node.bases:
                children.setdefault(ast.unparse(base).split(".")[-1], set()).add(node.name)

    def heirs(name: str) -> set[str]:
        below = children.get(name, set())
        return below.union(*(heirs(child) for child in below))

    return heirs


def house_messages() -> list[Message]:
    """Return every message of the interface."""
    files = sorted((ROOT / "ui").rglob("*.py"))
    return list(messages([ast.parse(file.read_text("utf-8")) for file in files]))


def as_cpp(found: Iterable[Message]) -> str:
    """Write messages as the calls that lupdate reads best."""
    lines = []
    for message in found:
        words = (message.context, message.source, message.comment)
        context, source, comment = (json.dumps(word, ensure_ascii=False) for word in words)
        count = ", 1" if message.counted else ""
        lines.append(f"QCoreApplication::translate({context}, {source}, {comment}{count});\n")
    return "".join(lines)


def english_one(source: str) -> str:
    """Return what a counted source is for one; empty where only a person can tell."""
    if ENDING.search(source):
        return "" if PLURAL_VERB.search(source) else ENDING.sub("", source)
    regular = REGULAR.fullmatch(source)
    return regular["one"] if regular else ""


def with_english_plurals(ts: str) -> str:
    """Fill in what is still empty: for many, which the source tells, and for one where it can."""
    known = {found["source"]: found["one"] for found in MESSAGE.finditer(ts) if found["one"]}

    def filled(found: re.Match[str]) -> str:
        source = found["source"]
        one = found["one"] or known.get(source) or english_one(source)
        many = found["many"] or ENDING.sub(r"\1", source)
        unfinished = "" if one else ' type="unfinished"'
        return (
            f"<source>{source}</source>{found['between']}"
            f"<translation{unfinished}>\n"
            f"            <numerusform>{one}</numerusform>\n"
            f"            <numerusform>{many}</numerusform>"
        )

    return MESSAGE.sub(filled, ts)


def run(tool: str, *arguments: str | Path) -> None:
    """Run one of the tools that come with PySide."""
    subprocess.run([Path(sys.executable).with_name(tool), *arguments], check=True)


def bring_up_to_date(ts: Path, cpp: Path) -> None:
    """Merge the messages in `cpp` into `ts` and compile that beside it."""
    english = ts.stem == "galley_en"
    only = ("-pluralonly", "-no-obsolete", "-disable-heuristic", "similartext") if english else ()
    plain = ("-silent", "-locations", "none", "-source-language", "en")
    run("pyside6-lupdate", *plain, *only, cpp, "-ts", ts)
    if english:
        text = with_english_plurals(ts.read_text("utf-8"))
        ts.write_text(text, "utf-8", newline="\n")
        for found in MESSAGE.finditer(text):
            if not found["one"]:
                print(f"{ts.relative_to(ROOT)}: write what “{found['source']}” is for one,")
                print("between the first <numerusform> and its end, then run this again.")
    run("pyside6-lrelease", "-silent", ts, "-qm", ts.with_suffix(".qm"))


def main(new_languages: list[str]) -> None:
    """Bring every language up to date, English always and the new ones as well."""
    FOLDER.mkdir(exist_ok=True)
    named = {FOLDER / f"galley_{language}.ts" for language in ["en", *new_languages]}
    with tempfile.TemporaryDirectory() as folder:
        cpp = Path(folder) / "messages.cpp"
        cpp.write_text(as_cpp(house_messages()), "utf-8")
        for ts in sorted(named | set(FOLDER.glob("galley_*.ts"))):
            bring_up_to_date(ts, cpp)


if __name__ == "__main__":
    main(sys.argv[1:])
