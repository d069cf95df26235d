"""Figures are counted again when work changes, say so meanwhile, and lose nobody's place."""

from pytestqt.qtbot import QtBot

from app.commands.annotations import delete
from app.commands.assignments import reopen
from app.domain.article_choice import ArticleChoice
from tests.projects import sit_down
from tests.ui.agreement.conftest import article_titled, settled
from ui.agreement.agreement_page import AgreementPage, Part
from ui.agreement.asked import Asked
from ui.main_window import MainWindow


def test_figures_follow_a_change_and_say_meanwhile_that_they_are_old(
    page: AgreementPage, window: MainWindow, qtbot: QtBot
) -> None:
    before = page.figures.f1.value.text()
    assert window.opened is not None
    assert page.measured is not None
    project = window.opened.project
    agreed = next(case for case in page.measured.cases.all if case.kind is None)
    sit_down(project, agreed.pair[0])
    project.perform(delete, annotation=agreed.left[0].id)
    assert "old" in page.status.text()
    settled(page, qtbot)
    assert page.status.text() == ""
    assert page.figures.f1.value.text() != before


def test_an_article_that_is_no_longer_done_is_missing(
    page: AgreementPage, window: MainWindow, qtbot: QtBot
) -> None:
    assert window.opened is not None
    assert page.measured is not None
    taxes = page.measured.cases.all[0].article
    project = window.opened.project
    for who in ("ben", "carla"):
        sit_down(project, who)
        project.perform(reopen, article=taxes)
    settled(page, qtbot)
    assert "2 articles finished by one of them only" in page.figures.left_out.text()
    assert taxes not in {case.article for case in page.measured.cases.all}


def test_where_nothing_is_left_to_compare_no_cases_are_shown_any_more(
    page: AgreementPage, window: MainWindow, qtbot: QtBot
) -> None:
    page.figures.f1.click()
    _reopen_all(page, window)
    settled(page, qtbot)
    assert page.part is Part.FIGURES
    assert page.nothing.isVisible()
    assert page.behind.cases is not None
    assert page.behind.cases.chosen is None


def test_an_article_that_nobody_has_done_any_more_is_left(
    page: AgreementPage, window: MainWindow, qtbot: QtBot
) -> None:
    assert page.measured is not None
    page.figures.f1.click()
    page.open_article(page.measured.cases.all[0].article)
    page.measuring.ask(Asked(articles=ArticleChoice(story=article_titled(page, "Dam"))))
    settled(page, qtbot)
    assert page.part is Part.CASES


def test_new_figures_leave_the_words_that_are_read_where_they_are(
    page: AgreementPage, qtbot: QtBot
) -> None:
    page.figures.f1.click()
    cases = page.behind.cases
    assert cases is not None
    assert cases.chosen is not None
    page.open_case(cases.chosen)
    versions = page.behind.versions
    assert versions is not None
    passage = versions.pane.chosen_passage
    assert passage is not None
    page.measuring.ask_again()
    settled(page, qtbot)
    assert page.part is Part.VERSIONS
    assert versions.pane.chosen_passage is not None
    assert versions.pane.chosen_passage.span == passage.span


def test_a_page_that_was_left_says_nothing_of_itself_when_its_figures_come(
    page: AgreementPage, window: MainWindow, qtbot: QtBot
) -> None:
    said: list[str] = []
    page.measuring.ask_again()
    page.leave()
    page.place_said.connect(said.append)
    page.counted.connect(said.append)
    _reopen_all(page, window)
    settled(page, qtbot)
    assert not said


def _reopen_all(page: AgreementPage, window: MainWindow) -> None:
    assert window.opened is not None
    assert page.measured is not None
    project = window.opened.project
    study = page.measured.report.study
    for who in study.annotators:
        sit_down(project, who)
        for article in study.articles:
            if who in article.works:
                project.perform(reopen, article=article.id)


def test_work_that_was_changed_since_it_was_done_is_told(
    page: AgreementPage, window: MainWindow, qtbot: QtBot
) -> None:
    assert "changed since done" not in page.figures.left_out.text()
    assert page.measured is not None
    assert window.opened is not None
    agreed = next(case for case in page.measured.cases.all if case.kind is None)
    sit_down(window.opened.project, agreed.pair[0])
    window.opened.project.perform(delete, annotation=agreed.left[0].id)
    settled(page, qtbot)
    assert "1 work changed since done: counted as it stands." in page.figures.left_out.text()
