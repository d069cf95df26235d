"""Without a window: receive articles, mark them, export, and take the export in elsewhere."""

import hashlib
import json
from pathlib import Path

import pytest

from tests.marked import Marked, marked

CURLY = marked(
    "Dam at Kessa “safe”, says Drenmark\n\n"
    "[Drenmark’s [water minister|actor], Ila Vorn|actor], said [the gates at\u00a0"
    "[Kessa|location] “stayed shut”|claim] on 3\u00a0May.\n"
    "“[Nobody opened them|denial#q],” she told [reporters|actor] in [Lorn|location], "
    "“[not for a minute|denial#q].”\n"
)
ASTRAL = marked(
    "🚨 Live: 👩‍👩‍👧 flee [Lorn|location] 🚨\r\n\r\n"
    "  • 𝐊essa: [[the ministry|actor] says 🛑 [the gates opened|claim]|claim]\r\n"
    "  • Café owners in [Lorn\u200b|location] deny\u00a0[it 🙅🏽‍♀️|denial].\r\n"
)
RIGHT_TO_LEFT = marked(
    "بيان من كيسا\n\n"
    "قالت [وزارة المياه|actor] إن [السد في [كيسا|location] لم يُفتح (Kessa-2)|claim].\n"
    "\u200fونفى [المتحدث|actor] ذلك: «[لم نفعل شيئًا|denial]».\n"
)
OLD = marked("[Señor Núñez|actor] said “[el café cerró|claim]” in [Cádiz|location]…\n")

FILES = {
    "curly.txt": (CURLY, "utf-8-sig"),
    "astral.txt": (ASTRAL, "utf-8"),
    "right to left.txt": (RIGHT_TO_LEFT, "utf-16"),
    "old.txt": (OLD, "cp1252"),
}


def stored(article: Marked) -> Marked:
    """Return the article with the line ends that it is stored with: its marks hold for those."""
    if "\r" not in article.text:
        return article
    text = article.text.replace("\r\n", "\n")
    return Marked(text, tuple(_moved(mark, article.text) for mark in article.marks))


def _moved(mark, text):
    def left(position):
        return position - text[:position].count("\r")

    spans = tuple(type(span)(left(span.start), left(span.end)) for span in mark.spans)
    return type(mark)(mark.label, spans)


@pytest.fixture
def articles(tmp_path) -> Path:
    """A folder of articles, each in its encoding."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, (article, encoding) in FILES.items():
        (folder / name).write_bytes(article.text.encode(encoding))
    return folder


@pytest.fixture
def desk(galley, articles, tmp_path) -> Path:
    """A project in which anna has marked every article in full, and ben one of them."""
    desk = tmp_path / "desk.galley"
    assert galley("new", desk).code == 0
    assert galley("import", desk, articles).code == 0
    names = {row["characters"]: row["id"] for row in rows(galley, desk)}
    for article, _ in FILES.values():
        article = stored(article)
        for mark in article.marks:
            positions = [at for span in mark.spans for at in (span.start, span.end)]
            for person in ("anna", "ben") if article is CURLY else ("anna",):
                words = (names[len(article.text)], "--annotator", person, "--label", mark.label)
                said = galley("annotate", desk, *words, *positions)
                assert said.code == 0, said.err
    return desk


def rows(galley, project):
    """Return what `articles --json` tells."""
    return json.loads(galley("articles", project, "--json").out)


def exported(galley, project, name, *options):
    """Return the bytes of an export."""
    out = project.with_name(name)
    assert galley("export", project, out, *options).code == 0
    return out.read_bytes()


def test_every_mark_comes_out_where_it_was_made(galley, desk):
    lines = [json.loads(line) for line in exported(galley, desk, "out.jsonl").splitlines()]
    expected = {
        stored(article).text: [
            (mark.label, [[span.start, span.end] for span in mark.spans])
            for mark in stored(article).marks
        ]
        for article, _ in FILES.values()
    }
    assert [line["annotator"] for line in lines].count("anna") == len(FILES)
    for line in lines:
        text = line["text"]
        assert [
            (span["label"], span.get("fragments", [[span["start"], span["end"]]]))
            for span in line["spans"]
        ] == expected[text]
        for span in line["spans"]:
            assert text[span["start"] : span["end"]] == span["text"]
        assert line["meta"]["sha256"] == hashlib.sha256(text.encode()).hexdigest()


def test_an_export_taken_into_an_empty_project_comes_out_the_same(galley, desk, tmp_path):
    first = exported(galley, desk, "one.jsonl")
    other = tmp_path / "other.galley"
    galley("new", other)
    said = galley("import", other, tmp_path / "one.jsonl")
    assert (said.code, said.err) == (0, "")
    assert exported(galley, other, "two.jsonl") == first
    assert rows(galley, other) == rows(galley, desk)
    assert galley("check", other).code == 0


def test_an_export_through_a_pipe_is_the_same(galley, desk):
    assert galley("export", desk, "-").out.encode() == exported(galley, desk, "out.jsonl")


def test_receiving_everything_again_changes_nothing(galley, desk, articles, tmp_path):
    first = exported(galley, desk, "one.jsonl")
    before = desk.read_bytes()
    said = galley("import", desk, articles, tmp_path / "one.jsonl")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("Nothing new was received.\n")
    assert desk.read_bytes() == before
    assert exported(galley, desk, "two.jsonl") == first


def test_one_annotator_s_export_carries_that_work_into_a_project_with_the_articles(
    galley, desk, articles, tmp_path
):
    exported(galley, desk, "anna.jsonl", "--annotator", "anna")
    other = tmp_path / "other.galley"
    galley("new", other)
    galley("import", other, articles)
    said = galley("import", other, tmp_path / "anna.jsonl")
    assert said.code == 0
    marks = {len(stored(article).text): len(article.marks) for article, _ in FILES.values()}
    for row in rows(galley, other):
        assert row["annotators"] == {
            "anna": {"state": "begun", "annotations": marks[row["characters"]]}
        }


def test_what_was_changed_on_receipt_is_told(galley, articles, tmp_path):
    desk = tmp_path / "desk.galley"
    galley("new", desk)
    told = galley("import", desk, articles).out.splitlines()
    assert "Received 4 articles." in told
    assert "astral.txt: 4 line ends unified." in told
    assert "right to left.txt: read as UTF-16." in told
    assert "old.txt: read as Windows-1252 (detected)." in told


def test_a_project_that_was_worked_in_is_one_file_and_in_order(galley, desk):
    marks = sum(len(article.marks) for article, _ in FILES.values()) + len(CURLY.marks)
    said = galley("check", desk)
    assert said.out.startswith(f"Everything is in order: 4 articles, {marks} annotations, ")
    assert sorted(file.name for file in desk.parent.iterdir()) == ["articles", "desk.galley"]
