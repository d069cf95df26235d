"""Random Unicode texts through all of Galley: received, marked, exported, imported elsewhere."""

import json
import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random

from sqlalchemy import Connection

from app.commands.annotations import mark
from app.domain.article import canonical
from app.domain.span import Span
from app.errors import Refused
from app.files.exporting import export
from app.files.receiving import receive_files, refusals
from app.project import Project
from app.queries.check import check
from app.queries.label_set import label_set
from tests.drill.harness import Figure, folder, portion
from tests.projects import sit_down

TEXTS = 2_000
IN_ONE_PROJECT = 100
MARKS = 5

_ALPHABETS = (
    "abc XYZ 0189 ,.;:!? “”‘’—…",
    "áèñöß Œuvre ﬁ ﬄ Å Å ḍ̇ ḍ̇",
    "אבג دَرْس हिन्दी ไทย 漢字 かな 한국어 ᄒ ᅡ ᆫ",
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c",
    "\u0300\u0301\u0316\u0334\u035c\u0489\u20dd\u20e3",
    "👩‍👩‍👧‍👦🏽🇬🇧🏴󠁧󠁢󠁳󠁣󠁴󠁿❤️🙂\u200d\ufe0f",
    "𝔊𝕒𝓁𝓁𝑒𝓎𐍈𠜎\U0010ffff\U0001f468",
    "\t\n\r\n\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029\u00a0\u3000\u2003",
    "\x00\x01\x07\x08\x1b\x7f\x9f\ufeff\ufffe\uffff\ufffd\u00ad\u200b\u2060",
)
_SURROGATES = "\ud800\udbff\udc00\udfff"

_NO_PLAIN_TEXT = re.compile(r"[\x00-\x08\x0b-\x0c\x0e-\x1f\ud800-\udfff]")
"""What a plain text file may not hold, being either no text or no UTF-8; JSONL may."""

_SAID = (
    "SELECT annotations.id, article, articles.sha256, annotators.name, labels.name, start, "
    '"end", fragments, quote, note FROM annotations JOIN articles ON articles.id = article '
    "JOIN annotators ON annotators.id = annotator JOIN labels ON labels.id = label"
)


def figures(*, seed: int, share: float = 1.0) -> Iterator[Figure]:
    """Send texts round, a hundred in one project."""
    yield from round_trips(seed=seed, times=portion(TEXTS, share))


def round_trips(*, seed: int, times: int) -> Iterator[Figure]:
    """Count the texts that are not what came in, and those that say something else elsewhere."""
    chance = Random(seed)
    received = Figure("random Unicode, received: a text that is not what came in")
    travelled = Figure("random Unicode, marked, exported and imported: a difference")
    while received.tried < times:
        texts = [unicode_text(chance) for _ in range(min(IN_ONE_PROJECT, times - received.tried))]
        with folder() as here:
            _send_round(here, chance, texts, received, travelled)
    yield received
    yield travelled


def unicode_text(chance: Random) -> str:
    """Return a text in which anything may stand beside anything."""
    alphabets = chance.sample(_ALPHABETS, chance.randint(1, 4))
    drawn = "".join(chance.choice(chance.choice(alphabets)) for _ in range(chance.randint(1, 300)))
    if chance.random() < 0.2:
        at = chance.randrange(len(drawn) + 1)
        drawn = drawn[:at] + chance.choice(_SURROGATES) + drawn[at:]
    if chance.random() < 0.2:
        drawn += chr(chance.randrange(0xA0, 0xD800))
    return f"{chance.randrange(10**9)} {drawn}"  # no two texts are the same one


def _send_round(
    here: Path, chance: Random, texts: list[str], received: Figure, travelled: Figure
) -> None:
    source, plain = here / "texts.jsonl", here / "texts"
    plain.mkdir()
    lines = []
    for number, text in enumerate(texts):
        if number % 2 or _NO_PLAIN_TEXT.search(text):
            lines.append(json.dumps({"text": text, "meta": {"title": f"{number}"}}))
        else:
            (plain / f"{number}.txt").write_bytes(text.encode())
    source.write_text("\n".join(lines), encoding="ascii")
    with closing(Project.create(here / "one.galley")) as one:
        sit_down(one)
        refused = refusals(receive_files(one, [source, plain]))
        stored = one.ask(_texts)
        for text in texts:
            there = canonical(text).text in stored.values()
            received.judge("" if there else f"{text!r} is not there: {refused[:1]}")
        _mark(one, chance, stored)
        before = one.ask(_said)
        export(one, here / "out.jsonl")
    with closing(Project.create(here / "two.galley")) as two:
        refused = refusals(receive_files(two, [here / "out.jsonl"]))
        after, arrived = two.ask(_said), two.ask(_texts)
        findings = two.ask(lambda connection: [str(one) for one in check(connection)])
    for article, text in stored.items():
        same = before.get(article) == after.get(article) and arrived.get(article) == text
        travelled.judge("" if same else f"{text!r} differs: {[*refused, *findings][:1]}")
    travelled.judge([*refused, *findings])


def _mark(project: Project, chance: Random, stored: dict[str, str]) -> None:
    labels = [label.id for label in project.ask(label_set)]
    for article, text in stored.items():
        for _ in range(MARKS):
            edges = sorted(chance.sample(range(len(text) + 1), min(4, len(text) + 1)))
            pairs = zip(edges[::2], edges[1::2], strict=False)
            spans = [Span(start, end) for start, end in pairs]
            try:
                label = chance.choice(labels)
                project.perform(
                    mark, article=article, label=label, spans=spans[: chance.randint(1, 2)]
                )
            except Refused:  # blank words, or the same once more
                continue


def _texts(connection: Connection) -> dict[str, str]:
    query = "SELECT articles.id, text FROM articles JOIN texts USING (sha256)"
    return {row[0]: row[1] for row in connection.exec_driver_sql(query)}


def _said(connection: Connection) -> dict[str, set[tuple[object, ...]]]:
    said: dict[str, set[tuple[object, ...]]] = {}
    for row in connection.exec_driver_sql(_SAID):
        start, end, quote = row[5], row[6], row[8]
        assert isinstance(quote, str)
        assert len(quote) == end - start
        said.setdefault(row[1], set()).add(tuple(row))
    return said
