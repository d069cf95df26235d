"""A lead reads figures, follows them to the words, and comes back; figures never lag unseen."""

import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.agreement.writing import NONE
from app.agreement.writing import figure as written
from app.commands.assignments import finish
from app.project import Project
from tests.conftest import Said
from tests.desk import PATIENCE
from tests.marked import marked
from tests.projects import mark_up, sit_down
from tests.teams import compare
from tests.ui.agreement.conftest import cell, open_page
from ui.agreement.agreement_page import AgreementPage
from ui.main_window import MainWindow


def test_the_headline_says_what_the_command_line_says(
    page: AgreementPage, window: MainWindow, galley: Callable[..., Said]
) -> None:
    assert window.opened is not None
    told = galley("agreement", window.opened.project.path, "--json")
    scores = json.loads(told.out)["all"]
    assert page.figures.f1.value.text() == written(scores["f1"]["value"])
    assert page.figures.u_alpha.value.text() == written(scores["u_alpha"]["value"])
    assert written(scores["f1_overlap"]["value"]) in page.figures.f1.beside.text()
    assert f"{scores['f1']['n']} annotations" in page.figures.f1.counts.text()


def test_what_was_left_out_is_said_and_leads_to_the_articles(page: AgreementPage) -> None:
    told = page.figures.left_out.text()
    assert "1 article finished by one of them only" in told
    assert "1 article finished by none of them" in told
    page.figures.left_out.click()
    table = page.figures.articles.table
    assert page.figures.tabs.currentWidget() is page.figures.articles
    assert [table.model().index(row, 0).data() for row in range(table.model().rowCount())] == [
        "Alone"
    ]


def test_below_the_diagonal_stand_the_articles_both_finished(page: AgreementPage) -> None:
    assert cell(page.figures.pairs, "ben", "anna").text == "3"
    assert cell(page.figures.pairs, "anna", "anna").text == "3"


def test_gamma_comes_on_request_and_stands_among_all_measures(
    page: AgreementPage, qtbot: QtBot
) -> None:
    gamma = page.figures.gamma
    assert gamma.value.text() == NONE
    gamma.compute.click()
    qtbot.waitUntil(lambda: gamma.value.text() != NONE, timeout=PATIENCE)
    assert page.measured is not None
    assert written(page.measured.report.all["gamma"].value) == gamma.value.text()
    assert cell(page.figures.measures.table, "gamma (2015)", "Value").text == gamma.value.text()


def test_a_measure_without_a_value_shows_a_dash_and_the_reason(page: AgreementPage) -> None:
    shown = page.figures.measures.table.figures.figures
    heads = {head.text: head.under for head in shown.rows}
    kappa = "Cohen’s kappa, characters"
    assert cell(page.figures.measures.table, kappa, "Value").text == NONE
    assert "two annotators" in heads[kappa]


def test_the_chosen_measure_is_explained(page: AgreementPage) -> None:
    measures = page.figures.measures
    page.figures.tabs.setCurrentWidget(measures)
    table = measures.table
    row = [head.text for head in table.figures.figures.rows].index("u-alpha (2016)")
    table.setCurrentIndex(table.model().index(row, 1))
    assert measures.title.text() == "u-alpha (2016)"
    assert "Krippendorff" in measures.bands.text()
    assert "2016" in measures.formula.text()


def test_without_two_people_who_finished_the_same_the_page_says_what_to_do(
    new_file: Callable[..., Path], open_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    path = new_file()
    with closing(Project.open(path)) as project:
        sit_down(project, "lead")
        sit_down(project, "anna")
        (one,) = mark_up(project, marked("[The minister|actor] spoke."))
        project.perform(finish, article=one.article)
    page = open_page(open_window(path, annotator="lead"), qtbot)
    assert page.nothing.isVisible()
    assert "at least two people" in page.nothing._sentence.text()


def test_the_report_is_printed_where_one_says(
    page: AgreementPage, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    out = tmp_path / "appendix.html"
    assert page.reporting is not None
    assert page.measured is not None
    assert window.opened is not None
    with qtbot.waitSignal(page.reporting.told, timeout=PATIENCE) as told:
        page.reporting.write(window.opened, page.measured.report, out, hide_names=True)
    assert str(out) in told.args[0]
    html = out.read_text("utf-8")
    assert page.figures.f1.value.text() in html
    assert "anna" not in html


def test_the_page_is_there_again_as_it_was_left(page: AgreementPage, window: MainWindow) -> None:
    page.figures.tabs.setCurrentIndex(3)
    page.leave()
    window.actions_.agreement.trigger()
    assert window.visiting.page is page
    assert page.figures.tabs.currentIndex() == 3


@pytest.mark.parametrize("size", [(900, 560), (1600, 1000)])
def test_the_headline_is_whole_in_every_window(
    page: AgreementPage, window: MainWindow, qtbot: QtBot, size: tuple[int, int]
) -> None:
    window.resize(*size)
    qtbot.waitUntil(lambda: page.figures.width() > size[0] - 50)
    for card in (page.figures.f1, page.figures.u_alpha, page.figures.gamma):
        assert card.height() >= card.column.minimumSize().height()
        assert card.value.isVisible()
        assert card.counts.isVisible()


def test_a_copy_that_was_handed_out_knows_no_agreement(
    new_file: Callable[..., Path],
    open_window: Callable[..., MainWindow],
    tmp_path: Path,
    galley: Callable[..., Said],
) -> None:
    out = tmp_path / "anna.galley"
    assert galley("send", compare(new_file()), out, "--annotator", "anna").code == 0
    copy = open_window(out, annotator=None)
    assert not copy.actions_.agreement.isVisible()
