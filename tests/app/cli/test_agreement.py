"""`agreement` tells how far annotators agree, for people, scripts and spreadsheets."""

import csv
import json
import re

import pytest

from app.agreement import MEASURES, OUT_OF_USE
from tests.pages import parsed, words

TEXT = "The minister said taxes fell in Lorn."
OTHER = "Nothing happened today."
HALF = "Somebody left."


def line(text, who, *spans, done=True):
    said = [{"start": start, "end": end, "label": label} for start, end, label in spans]
    return {"text": text, "annotator": who, "done": done, "spans": said, "meta": {"title": text}}


LINES = (
    line(TEXT, "anna", (0, 12, "actor"), (18, 28, "claim"), (32, 36, "location")),
    line(TEXT, "ben", (4, 12, "actor"), (18, 28, "claim"), (32, 36, "actor")),
    line(OTHER, "anna"),
    line(OTHER, "ben"),
    line(HALF, "anna", (0, 8, "actor")),
    line(HALF, "ben", (0, 8, "actor"), done=False),
)


@pytest.fixture
def desk(galley, new_file, tmp_path):
    """A project in which two annotators finished two articles, and one of them a third."""
    path = new_file()
    given = tmp_path / "work.jsonl"
    given.write_text("\n".join(map(json.dumps, LINES)), "utf-8")
    assert galley("import", path, given).code == 0
    return path


def told(galley, desk, *words):
    said = galley("agreement", desk, "--json", *words)
    assert (said.code, said.err) == (0, "")
    return json.loads(said.out)


def test_json_tells_every_figure_under_stable_keys(galley, desk):
    found = told(galley, desk)
    assert found["articles"] == 2
    assert found["annotators"] == ["anna", "ben"]
    assert found["left_out"] == {"finished by none of them": 0, "finished by one of them only": 1}
    assert found["labels"].keys() == {"actor", "location", "claim"}
    assert found["pairs"].keys() == {"anna|ben"}
    assert found["all"].keys() == MEASURES.keys() - set(OUT_OF_USE)
    f1 = found["all"]["f1"]
    assert list(f1) == ["value", "low", "high", "n", "why"]
    assert (f1["value"], f1["n"], f1["why"]) == (pytest.approx(1 / 3), 6, "")
    assert f1["low"] <= f1["value"] <= f1["high"]
    assert found["labels"]["claim"]["f1"]["value"] == 1
    assert found["all"]["kappa"]["value"] == found["pairs"]["anna|ben"]["kappa"]["value"]


def test_what_cannot_be_told_has_its_reason(galley, desk):
    alone = told(galley, desk, "--annotators", "anna")
    assert alone["all"]["f1"] == {
        "value": None, "low": None, "high": None, "n": 0, "why": "agreement needs two annotators"
    }  # fmt: skip
    assert alone["pairs"] == {}


def test_annotators_and_labels_can_be_chosen_whatever_their_case(galley, desk):
    found = told(galley, desk, "--annotators", "Ben, ANNA", "--labels", "Claim")
    assert found["annotators"] == ["ben", "anna"]
    assert list(found["labels"]) == ["claim"]
    assert found["all"]["f1"]["value"] == 1


def test_whoever_is_named_twice_is_compared_once(galley, desk):
    found = told(galley, desk, "--annotators", "anna,ben,Anna", "--labels", "claim,claim")
    assert found["annotators"] == ["anna", "ben"]
    assert list(found["labels"]) == ["claim"]
    assert found["all"]["f1"]["value"] == 1


def test_names_with_commas_and_strokes_are_names(galley, new_file, tmp_path):
    path, given = new_file(), tmp_path / "work.jsonl"
    people = ("a", "a|b", "b|c", "c", "Doe, Jane", 'o"q')
    lines = [line(TEXT, who, (0, 12, "actor")) for who in people]
    given.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    galley("import", path, given)
    found = told(galley, path)
    assert set(found["annotators"]) == set(people)
    assert len(found["pairs"]) == len(found["shared_articles"]) == 15
    chosen = told(galley, path, "--annotators", 'Doe, Jane, o"q,a|b')
    assert chosen["annotators"] == ["Doe, Jane", 'o"q', "a|b"]
    assert list(chosen["pairs"]) == ['Doe, Jane|o"q', "Doe, Jane|a|b", 'o"q|a|b']
    refused = galley("agreement", path, "--annotators", "a,Doe, John")
    assert "Nobody here is called “Doe”" in refused.err


def test_the_same_seed_gives_the_same_intervals(galley, desk):
    one, again = (told(galley, desk, "--seed", 7) for _ in range(2))
    assert one == again
    assert one["parameters"]["seed"] == 7
    assert told(galley, desk)["parameters"]["seed"] != 7


def test_gamma_comes_on_request(galley, desk):
    assert told(galley, desk)["all"]["gamma"]["why"] == "it is computed only on request"
    found = told(galley, desk, "--gamma")
    assert found["all"]["gamma"]["value"] is not None
    assert found["parameters"]["gamma"].startswith("α = 1, β = 1, Δ∅ = 1; 4 samples")


def test_the_table_says_what_counts_and_what_is_left_out(galley, desk):
    said = galley("agreement", desk)
    assert said.code == 0
    assert "2 articles that two of them finished; anna and ben." in said.out
    assert "Left out: 1 article finished by one of them only." in said.out
    assert "anna | ben" in said.out
    assert "it is computed only on request: --gamma" in said.out
    (f1,) = [row for row in said.out.splitlines() if row.startswith("F1, strict ")]
    assert f1.split()[2] == ".333"


def test_csv_has_all_parameters_in_its_head(galley, desk):
    rows = list(csv.reader(galley("agreement", desk, "--csv", "--seed", 3).out.splitlines()))
    head = {row[0]: row[1:] for row in rows if row[0].startswith("# ")}
    assert head["# annotators"] == ["anna", "ben"]
    assert head["# seed"] == ["3"]
    assert head["# left out: finished by one of them only"] == ["1"]
    names, *figures = rows[len(head) :]
    table = [dict(zip(names, row, strict=True)) for row in figures]
    (f1,) = [one for one in table if (one["of"], one["measure"]) == ("all", "f1")]
    assert float(f1["value"]) == pytest.approx(1 / 3)
    (gamma,) = [one for one in table if (one["of"], one["measure"]) == ("all", "gamma")]
    assert (gamma["value"], gamma["why"]) == ("", "it is computed only on request")


def test_a_name_is_never_a_formula_in_a_spreadsheet(galley, new_file, tmp_path):
    path, given = new_file(), tmp_path / "work.jsonl"
    lines = [line(TEXT, who, (0, 12, "actor")) for who in ("=1+1", "ben")]
    given.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    galley("import", path, given)
    rows = list(csv.reader(galley("agreement", path, "--csv").out.splitlines()))
    assert not [cell for row in rows for cell in row if cell.startswith("=")]


def test_weeks_have_figures_of_their_own_under_stable_keys(galley, desk):
    found = told(galley, desk, "--by", "week")
    (week,) = found["periods"]  # all of it came in at one moment
    assert list(week) == [
        "period", "begins", "articles", "annotations", "mixed", "all", "labels"
    ]  # fmt: skip
    assert (week["articles"], week["annotations"], week["mixed"]) == (2, 6, 0)
    assert re.fullmatch(r"\d{4}-W\d\d", week["period"])
    for name, score in week["all"].items():
        assert score == found["all"][name]
    assert week["labels"]["claim"]["f1"] == found["labels"]["claim"]["f1"]
    assert (found["by"], found["label_changes"]) == ("week", [])
    assert "periods" not in told(galley, desk)


def test_rounds_stand_in_the_table_and_in_the_rows(galley, desk):
    (line,) = [
        one
        for one in galley("agreement", desk, "--by", "round").out.splitlines()
        if one.startswith("not allotted")
    ]
    assert line.split()[2:5] == ["2", "6", ".333"]
    rows = list(csv.reader(galley("agreement", desk, "--csv", "--by", "round").out.splitlines()))
    assert ["# round not allotted", "articles", "2", "annotations", "6", "mixed", "0"] in rows
    (f1,) = [row for row in rows if row[:3] == ["round", "not allotted", "f1"]]
    assert float(f1[3]) == pytest.approx(1 / 3)
    (claim,) = [row for row in rows if row[:3] == ["label in round", "not allotted|claim", "f1"]]
    assert claim[3] == "1.0"


def test_articles_can_be_chosen_by_date_story_and_overlap(galley, desk, tmp_path):
    dated = tmp_path / "dated.jsonl"
    line_ = line("Dated text.", "anna", (0, 5, "actor"))
    line_["meta"] = {"title": OTHER, "published": "2026-03-05"}
    dated.write_text("\n".join(json.dumps({**line_, "annotator": who}) for who in ("anna", "ben")))
    galley("import", desk, dated)
    assert told(galley, desk)["articles"] == 3
    found = told(galley, desk, "--since", "2026-03-05", "--until", "2026-03-05")
    assert (found["articles"], found["annotators"]) == (1, ["anna", "ben"])
    assert found["parameters"]["chosen_articles"] == (
        "published on 2026-03-05 or later, published on 2026-03-05 or earlier"
    )
    assert told(galley, desk, "--since", "2026-03-06")["articles"] == 0
    assert told(galley, desk, "--story", TEXT)["articles"] == 1
    assert told(galley, desk, "--assigned-overlap")["articles"] == 0


def test_a_report_is_a_page_with_the_same_figures(galley, desk, tmp_path):
    out = tmp_path / "out.html"
    said = galley("agreement", desk, "--report", out, "--seed", 7)
    assert (said.code, said.out, said.err) == (0, f"Wrote the report to {out}.\n", "")
    page = words(parsed(out.read_bytes()))
    assert ".333" in page
    assert "resamples, seed 7." in page
    assert galley("agreement", desk, "--json", "--report", out).code == 2


def test_a_report_of_nothing_is_one_line(galley, new_file, tmp_path):
    said = galley("agreement", new_file(), "--report", tmp_path / "out.html")
    assert (said.code, said.out) == (1, "")
    assert said.err == "There is nothing to report: agreement needs two annotators.\n"
    assert not (tmp_path / "out.html").exists()


def test_names_can_be_hidden_wherever_they_are_told(galley, desk):
    found = told(galley, desk, "--hide-names")
    assert found["annotators"] == ["A", "B"]
    assert found["pairs"].keys() == {"A|B"}
    for words_ in (("--csv",), ()):
        out = galley("agreement", desk, "--hide-names", *words_).out
        assert "anna" not in out
        assert "ben" not in out


@pytest.mark.parametrize("day", ["yesterday", "2026-3-5", "2026-02-30", "20260305"])
def test_a_day_is_a_date(galley, desk, day):
    assert galley("agreement", desk, "--since", day).code == 2


def test_days_the_wrong_way_round_are_refused(galley, desk):
    said = galley("agreement", desk, "--since", "2026-03-05", "--until", "2026-03-01")
    assert (said.code, said.out, said.err.count("\n")) == (1, "", 1)


def test_a_project_in_which_nobody_finished_anything_has_reasons(galley, new_file):
    said = galley("agreement", new_file())
    assert said.code == 0
    assert "nobody has finished any" in said.out
    assert "agreement needs two annotators" in said.out
    said = galley("agreement", new_file(), "--by", "week")
    assert "There is no week yet in which two finished the same article." in said.out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--annotators", "anna,zoe"), "Nobody here is called “zoe”; there is anna and ben."),
        (("--labels", "lie"), "The project has no label “lie”"),
    ],
)
def test_what_is_not_there_is_refused_in_one_line(galley, desk, words, sentence):
    said = galley("agreement", desk, *words)
    assert (said.code, said.out) == (1, "")
    assert sentence in said.err
    assert said.err.count("\n") == 1


@pytest.mark.parametrize("seed", ["-1", "many", "1.5"])
def test_a_seed_is_a_whole_number(galley, desk, seed):
    assert galley("agreement", desk, "--seed", seed).code == 2


def test_a_question_changes_nothing(galley, desk):
    before = desk.read_bytes()
    galley("agreement", desk, "--gamma")
    assert desk.read_bytes() == before
