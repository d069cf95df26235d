"""The printed report: every figure is in it, text stays text, and nothing outside is needed."""

from dataclasses import replace
from io import BytesIO

import pytest

from app.agreement.cases import cases
from app.agreement.printing import write
from app.agreement.printing.charts import Row, charts
from app.agreement.printing.course import section as course_section
from app.agreement.printing.examples import section as examples_section
from app.agreement.printing.figures import interval, letters
from app.agreement.printing.matter import Matter, drawn
from app.agreement.printing.nodes import foreign, node
from app.agreement.report import report
from app.agreement.score import Score
from app.agreement.timeline import By, timeline
from app.agreement.writing import decimal, figure
from app.domain.article import Article
from app.domain.label_change import LabelChange
from app.paths import RESOURCES
from tests.marked import marked
from tests.pages import attributes, parsed, words
from tests.studies import studied, study

HOSTILE = "<script>alert(1)</script> & \"quotes' <!-- ]]> </td></table> \x08\u202egnp.exe"
SHOWN = HOSTILE.replace("\x08", "\ufffd")
STYLE = (RESOURCES / "report.css").read_text("utf-8")

ANNA = "[Vell|actor] said [taxes fell|claim] in [Lorn|location], and [nobody left|denial]."
BEN = "[Vell|actor] said taxes [fell|claim] in [Lorn|actor], and [nobody|claim] [left|denial]."
PLAIN = "Vell said taxes fell in Lorn, and nobody left."


def matter(*versions, annotators=("anna", "ben", "carla"), title="Title", **facts):
    """Return what is printed of articles, each given as everybody's versions by name."""
    found = []
    for number, version in enumerate(versions):
        article = studied(f"a{number}", **version)
        day = f"2026-07-{20 + 4 * number}"
        works = {who: replace(work, day=day, round=1) for who, work in article.works.items()}
        found.append(replace(article, works=works))
    whole = study(*found, annotators=annotators, resamples=100, **facts)
    texts = {
        f"a{number}": marked(next(iter(version.values()))).text
        for number, version in enumerate(versions)
    }
    changes = [LabelChange("2026-07-23", ("claim: guideline",))]
    return Matter(
        report(whole),
        drawn(cases(whole)),
        tuple(timeline(whole, by, labels=True, changes=changes) for by in By),
        {
            name: Article(name, title, "", len(text), source="Gazette", published="2026-03-01")
            for name, text in texts.items()
        },
        texts,
        "Desk",
        "2026-08-01",
        {"Galley": "0.1.0", "NumPy": "2"},
    )


@pytest.fixture
def told():
    return matter(
        {"anna": ANNA, "ben": BEN, "carla": PLAIN},
        {"anna": ANNA, "ben": ANNA},
        {"anna": PLAIN, "ben": PLAIN, "carla": PLAIN},
    )


def printed(told):
    stream = BytesIO()
    write(told, stream, style=STYLE)
    return stream.getvalue()


def squeezed(found):
    """Return all the text in an element without any spaces, which cells do not have between."""
    return "".join("".join(found.itertext()).split())


def test_every_figure_of_the_report_is_in_it_with_its_interval(told):
    text = squeezed(parsed(printed(told)).find("body"))
    all_scores = told.report
    tables = [
        all_scores.all,
        *all_scores.labels.values(),
        *all_scores.pairs.values(),
        *(period.all for line in told.timelines for period in line.periods),
        *(own for line in told.timelines for one in line.periods for own in one.labels.values()),
    ]
    for scores in tables:
        for name, score in scores.items():
            if score.value is not None:
                written = f"{figure(score.value)}{interval(score)}".replace(" ", "")
                assert written in text, name
    for profile in all_scores.profiles:
        assert decimal(profile.marked, 2) in text
    assert all(figure(line.f1) in text for line in all_scores.articles)


def test_parameters_measures_and_reasons_are_told(told):
    text = squeezed(parsed(printed(told)))
    for part in (
        "seed 20260301",
        "resamples 100",
        "Galley 0.1.0",
        "percentile bootstrap over articles",
        "Hripcsak & Rothschild 2005",
        "Krippendorff 2004, p. 241",
        "2026-07-23",
        "claim: guideline",
        "2026-W30",
        "Round 1",
        "nobody asked: F1 of relations, aligned ends",
    ):
        assert part.replace(" ", "") in text, part


@pytest.mark.parametrize("name", ["</title><img src=x>", HOSTILE])
def test_names_titles_labels_and_words_from_outside_stay_text(name):
    label = "<b onload=x>"
    found = study(
        studied("a", anna="[Vell|actor] left.", ben="Vell left."), annotators=["anna", "ben"]
    )
    found = found.under_names({"anna": name, "ben": "ben"})
    (article,) = found.articles
    text = f"Vell {name} left."
    said = tuple(replace_label(one, label) for one in article.works[name].said)
    works = {**article.works, name: replace(article.works[name], said=said)}
    found = replace(
        found, labels=(label,), articles=(replace(article, works=works, characters=len(text)),)
    )
    page = printed(
        Matter(
            report(found),
            drawn(cases(found)),
            (timeline(found, By.WEEK, labels=True),),
            {"a": Article("a", name, "", len(text), source=name, published=name)},
            {"a": text},
            name,
            "2026-08-01",
            {"Galley": "0.1.0"},
        )
    )
    tree = parsed(page)
    assert not {"script", "img", "b"} & {one.tag for one in tree.iter()}
    shown = " ".join(name.replace("\x08", "\ufffd").split())
    body = words(tree)
    assert body.count(shown) >= 8
    assert label in body
    assert f"Vell {shown} left." in body
    assert not [value for *_, value in attributes(tree) if "onload" in value or "script" in value]


def replace_label(one, label):
    return type(one)(one.pieces, label, one.id)


def test_nothing_outside_is_referred_to_and_nothing_runs(told):
    tree = parsed(printed(told))
    assert {one.tag for one in tree.iter()} & {"script", "link", "img", "iframe", "object"} == set()
    links = {value for _, name, value in attributes(tree) if name in ("href", "src", "action")}
    assert links
    assert all(link.startswith("#") for link in links)
    assert not [name for _, name, _ in attributes(tree) if name.startswith("on")]
    assert "url(" not in STYLE
    assert "@import" not in STYLE
    ids = {one.get("id") for one in tree.iter()}
    assert {link[1:] for link in links} <= ids
    (policy,) = [one for one in tree.iter("meta") if one.get("http-equiv")]
    assert policy.get("content") == "default-src 'none'; style-src 'unsafe-inline'"


def test_examples_show_each_version_with_its_marks(told):
    found = examples_section(told)
    lines = [[words(one) for one in line] for line in found.iter("tr")]
    assert ["anna", "Vell said claim taxes fell in Lorn, and nobody left."] in lines
    assert ["ben", "Vell said taxes claim fell in Lorn, and nobody left."] in lines
    assert ["carla", "Vell said taxes fell in Lorn, and nobody left. ∅"] in lines
    assert {"location Lorn", "actor Lorn"} <= {words(one) for one in found.iter("mark")}
    assert {words(one) for one in found.iter("cite")} == {"Title"}
    number = sum(one.number for one in told.examples)
    assert number == len([case for case in cases(told.report.study).all if case.kind])


def test_a_change_of_labels_stands_between_the_weeks_in_the_chart(told):
    (drawing, *_) = course_section(told).iter("svg")
    lines = [words(one) for one in drawing.iter("text") if one.get("class") != "tick"]
    assert lines[2:5] == ["2026-07-23: labels or guideline changed", "2026-W30", "2026-W31"]


def test_a_long_chart_goes_on_over_pages_with_one_axis():
    rows = [Row(str(number), (Score(number / 30 - 0.3, 1),)) for number in range(30)]
    first, second = charts(rows, series=["F1"], says="F1 of each")
    ticks = [[words(one) for one in each.iter("text") if one.get("class") == "tick"]
             for each in (first, second)]  # fmt: skip
    assert ticks == [["−.40", "−.20", ".00", ".20", ".40", ".60", ".80", "1.00"]] * 2
    assert len(list(first.iter("circle"))) - 1 == 24


def test_a_long_quotation_keeps_both_its_ends():
    long = "so " * 200
    said = matter(
        {"anna": f"[Taxes {long}fell|claim].", "ben": f"[Taxes {long}|claim]fell."},
        annotators=("anna", "ben"),
    )
    first, second, third = (words(one) for one in examples_section(said).iter("mark"))
    assert third == first
    assert first.startswith("claim Taxes so")
    assert " … " in first
    assert len(first) < 200
    assert second == "fell"


def test_the_same_matter_gives_the_same_page(told):
    assert printed(told) == printed(told)


def test_two_people_one_article_and_no_label_make_a_page_too():
    page = words(parsed(printed(matter({"anna": PLAIN, "ben": PLAIN}, annotators=("anna", "ben")))))
    assert "nobody marked anything" in page.lower()
    assert "Nobody gave any label." in page
    assert "Of 1 article intervals say little" in page


@pytest.mark.parametrize(
    ("value", "written"),
    [(0.7104, ".710"), (1.0, "1.000"), (0.0, ".000"), (-0.0521, "−.052"), (-0.0001, ".000"),
     (-1.0, "−1.000"), (0.9999, "1.000"), (None, "–")],
)  # fmt: skip
def test_coefficients_are_written_as_papers_write_them(value, written):
    assert figure(value) == written


def test_amounts_have_a_minus_and_commas():
    assert [decimal(-1.25), decimal(1234.5), decimal(-0.01), decimal(None)] == [
        "−1.2", "1,234.5", "0.0", "–",
    ]  # fmt: skip
    assert interval(Score(0.5, 1, -0.1, 0.9)) == "[−.100, .900]"
    assert [letters(number) for number in (0, 25, 26, 701, 702)] == ["a", "z", "aa", "zz", "aaa"]


def test_strings_stand_where_they_were_put():
    made = node("p", "a", foreign("b"), "c", "d", class_="x", stroke_width="2")
    assert words(made) == "abcd"
    assert made.attrib == {"class": "x", "stroke-width": "2"}
