"""`annotate` marks exactly the words it is told."""

import json

import pytest

from tests.marked import marked

TALK = marked("“[Taxes fell|claim#q],” said [Minister 🎭 Vell|actor], “[last year|claim#q].”")
TITLE = "Taxes fell, says Vell"


@pytest.fixture
def desk(galley, new_file, tmp_path):
    """A project with one article, in which nobody has marked anything."""
    path = new_file()
    line = {"text": TALK.text, "meta": {"title": TITLE}}
    (tmp_path / "talk.jsonl").write_text(json.dumps(line), "utf-8")
    assert galley("import", path, tmp_path / "talk.jsonl").code == 0
    return path


def exported(galley, desk):
    """Return the lines of an export."""
    out = desk.with_name("out.jsonl")
    assert galley("export", desk, out).code == 0
    return [json.loads(line) for line in out.read_text("utf-8").splitlines()]


def annotate(galley, desk, label, *spans, article=TITLE, annotator="anna"):
    """Run `annotate` for these spans."""
    pairs = [position for span in spans for position in (span.start, span.end)]
    return galley("annotate", desk, article, "--annotator", annotator, "--label", label, *pairs)


def test_it_prints_the_id_and_the_words(galley, desk):
    said = annotate(galley, desk, "actor", TALK.span("Minister 🎭 Vell"))
    assert said.code == 0
    name, words = said.out.rstrip("\n").split("\t")
    assert words == "Minister 🎭 Vell"
    (line,) = exported(galley, desk)
    assert line["annotator"] == "anna"
    assert [(span["id"], span["text"]) for span in line["spans"]] == [(name, words)]


def test_several_pairs_are_one_annotation_in_pieces(galley, desk):
    claim = TALK.marks[0]
    annotate(galley, desk, "claim", *claim.spans)
    (line,) = exported(galley, desk)
    (span,) = line["spans"]
    assert span["fragments"] == [[piece.start, piece.end] for piece in claim.spans]


def test_positions_are_not_snapped_to_words(galley, desk):
    words = TALK.span("axes fel")
    assert annotate(galley, desk, "claim", words).out.endswith("\taxes fel\n")


def test_options_may_come_last(galley, desk):
    said = galley("annotate", desk, TITLE, 1, 11, "--annotator", "anna", "--label", "claim")
    assert said.out.endswith("\tTaxes fell\n")


def test_an_article_goes_by_its_id_and_its_beginning(galley, desk):
    (row,) = json.loads(galley("articles", desk, "--json").out)
    for position, name in enumerate((row["id"], row["id"][:8], row["id"].upper())):
        said = galley(
            "annotate", desk, name, "--annotator", "a", "--label", "claim", 0, position + 1
        )
        assert said.code == 0


def test_whoever_is_there_already_is_not_added_again(galley, desk):
    annotate(galley, desk, "claim", TALK.span("Taxes"), annotator="Anna")
    annotate(galley, desk, "claim", TALK.span("fell"), annotator="anna")
    (row,) = json.loads(galley("articles", desk, "--json").out)
    assert row["annotators"] == {"Anna": {"state": "begun", "annotations": 2}}


def test_two_articles_of_one_title_are_told_apart_by_id(galley, desk, tmp_path):
    line = {"text": "Another text.", "meta": {"title": TITLE}}
    (tmp_path / "more.jsonl").write_text(json.dumps(line), "utf-8")
    galley("import", desk, tmp_path / "more.jsonl")
    said = annotate(galley, desk, "claim", TALK.span("Taxes"))
    assert said.code == 1
    for row in json.loads(galley("articles", desk, "--json").out):
        assert row["id"] in said.err


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("No such", "--annotator", "anna", "--label", "claim", 0, 5), "no article “No such”"),
        ((TITLE, "--annotator", "anna", "--label", "lie", 0, 5), "no label “lie”; it has actor,"),
        ((TITLE, "--annotator", "gold", "--label", "claim", 0, 5), "gold is kept"),
        ((TITLE, "--annotator", " ", "--label", "claim", 0, 5), "needs a name"),
        ((TITLE, "--annotator", "anna", "--label", "claim", 5, 5), "end after its start"),
        ((TITLE, "--annotator", "anna", "--label", "claim", -1, 5), "begin at 0 or later"),
        ((TITLE, "--annotator", "anna", "--label", "claim", 0, 9999), "ends after the article"),
    ],
)
def test_what_cannot_be_is_refused_in_one_line_and_nobody_joins(galley, desk, words, sentence):
    before = desk.read_bytes()
    said = galley("annotate", desk, *words)
    assert (said.code, said.out) == (1, "")
    assert sentence in said.err
    assert said.err.count("\n") == 1
    assert desk.read_bytes() == before


def test_the_same_words_twice_are_refused(galley, desk):
    annotate(galley, desk, "claim", TALK.span("Taxes"))
    said = annotate(galley, desk, "claim", TALK.span("Taxes"))
    assert (said.code, said.err) == (1, "These words are marked as claim already.\n")


@pytest.mark.parametrize("positions", [(), (1,), (1, 2, 3), ("one", 2), ("1_0", 20), ("1.5", 2)])
def test_positions_that_are_no_pairs_of_numbers_are_wrong_words(galley, desk, positions):
    said = galley("annotate", desk, TITLE, "--annotator", "a", "--label", "claim", *positions)
    assert said.code == 2
