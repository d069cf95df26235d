"""A report is written from a project whole or not at all, with or without names."""

import json
from contextlib import closing

import pytest

from app.agreement.report import report
from app.errors import Cancelled, FileTrouble, Refused
from app.files.reporting import write_report
from app.project import Project
from app.queries.study import study
from tests.pages import parsed, words

TEXT = "The minister said taxes fell in Lorn."
PEOPLE = ("Anna Berg", "Ben Okafor", "Carla Ruiz")


def line(text, who, *spans):
    said = [{"start": start, "end": end, "label": label} for start, end, label in spans]
    return {"text": text, "annotator": who, "done": True, "spans": said,
            "meta": {"title": text[:12], "source": "Gazette"}}  # fmt: skip


@pytest.fixture
def desk(galley, new_file, tmp_path):
    """A project in which three people finished two articles and differ in some places."""
    given = tmp_path / "work.jsonl"
    lines = [
        line(text, who, (number, 12, "actor"), (18, 28, "claim"))
        for text in (TEXT, f"{TEXT} So it is.")
        for number, who in enumerate(PEOPLE)
    ]
    given.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    path = new_file()
    galley("import", path, given)
    with closing(Project.open(path)) as project:
        yield project


def told(project, **facts):
    return report(project.ask(study, resamples=50, **facts))


def test_it_holds_what_the_project_knows(desk, tmp_path):
    out = tmp_path / "out.html"
    write_report(desk, out, told(desk))
    page = words(parsed(out.read_bytes()))
    for part in ("desk, 20", "The minister", "Gazette", *PEOPLE, "Same label, other boundary"):
        assert part in page, part
    assert "Galley 0." in page
    assert "SciPy 1." in page


def test_without_names_nobody_is_named_anywhere(desk, tmp_path):
    out = tmp_path / "out.html"
    write_report(desk, out, told(desk), hide_names=True)
    text = out.read_text("utf-8")
    assert not [name for person in PEOPLE for name in person.split() if name in text]
    assert "A, B, C" in words(parsed(out.read_bytes()))


def test_without_names_all_figures_are_the_same(desk):
    found = told(desk)
    hidden = report(found.study.without_names())
    assert hidden.all == found.all
    assert list(hidden.pairs) == [("A", "B"), ("A", "C"), ("B", "C")]
    assert list(hidden.pairs.values()) == list(found.pairs.values())


@pytest.mark.parametrize("annotators", [[], None])
def test_what_cannot_be_compared_is_refused_in_a_sentence(desk, tmp_path, annotators):
    facts = {"annotators": annotators} if annotators is not None else {"only": []}
    with pytest.raises(Refused, match="There is nothing to report: ") as refusal:
        write_report(desk, tmp_path / "out.html", told(desk, **facts))
    assert str(refusal.value).count("\n") == 0
    assert not (tmp_path / "out.html").exists()


def test_a_project_is_never_written_over(desk, tmp_path):
    with pytest.raises(FileTrouble):
        write_report(desk, desk.path, told(desk))
    with pytest.raises(FileTrouble):
        write_report(desk, tmp_path / "other.galley", told(desk))


def test_what_is_stopped_leaves_nothing(desk, tmp_path):
    answers = iter((False, True))
    with pytest.raises(Cancelled):
        write_report(desk, tmp_path / "out.html", told(desk), cancelled=lambda: next(answers))
    assert not list(tmp_path.glob("*.html"))
    assert not list(tmp_path.glob(".galley-*"))
