"""From a figure to the cases it counts and on to the words, and back the way one came."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.agreement.cases import NO_SPAN, Case
from app.agreement.timeline import By
from app.agreement.writing import NONE
from app.domain.article_choice import ArticleChoice
from tests.ui.agreement.conftest import article_titled, cell, press, settled
from ui.agreement.agreement_page import AgreementPage, Part
from ui.agreement.asked import Asked
from ui.main_window import MainWindow


def test_from_the_headline_to_the_words_and_back_with_one_key_each(
    page: AgreementPage, qtbot: QtBot
) -> None:
    page.figures.f1.click()
    assert page.part is Part.CASES
    cases = page.behind.cases
    assert cases is not None
    assert cases.chosen is not None
    press(page, Qt.Key.Key_Return)
    assert page.part is Part.VERSIONS
    versions = page.behind.versions
    assert versions is not None
    qtbot.waitUntil(lambda: versions.pane.hasFocus() or versions.hasFocus())
    press(page, Qt.Key.Key_Escape)
    assert page.part is Part.CASES
    press(page, Qt.Key.Key_Escape)
    assert page.part is Part.FIGURES
    press(page, Qt.Key.Key_Escape)
    assert not page.isVisible()


def test_the_way_back_is_also_kept_by_the_window(page: AgreementPage, window: MainWindow) -> None:
    page.figures.f1.click()
    assert page.behind.cases is not None
    assert page.behind.cases.chosen is not None
    page.open_case(page.behind.cases.chosen)
    window.travel.back()
    assert page.part is Part.CASES
    window.travel.back()
    assert page.part is Part.FIGURES
    window.travel.forward()
    assert page.part is Part.CASES


def test_a_cell_of_the_matrix_opens_the_cases_of_its_pair(page: AgreementPage) -> None:
    figure = cell(page.figures.pairs, "anna", "ben")
    page.show_cases(figure.opens)
    assert page.measured is not None
    assert page.behind.cases is not None
    told = page.measured.cases.only(figure.opens)
    assert told
    assert {case.pair for case in told} == {("anna", "ben")}
    assert page.behind.cases.chosen in told


def test_every_cell_of_the_confusion_table_opens_as_many_annotations_as_it_says(
    page: AgreementPage,
) -> None:
    assert page.measured is not None
    shown = page.figures.confusion.figures.figures
    seen = 0
    for row, line in zip(shown.rows, shown.cells, strict=True):
        for column, figure in zip(shown.columns, line, strict=True):
            if figure.opens is None:
                assert figure.text in ("", NONE)
                continue
            found = page.measured.cases.only(figure.opens)
            counted = sum(case.cells.count((row.text, column.text)) for case in found)
            assert counted == int(figure.text), (row.text, column.text)
            seen += 1
    assert seen >= 5
    assert cell(page.figures.confusion, NO_SPAN, NO_SPAN).text == NONE


def test_kinds_of_differences_add_up_to_all_places(page: AgreementPage) -> None:
    assert page.measured is not None
    shown = page.figures.kinds.figures.figures
    assert sum(int(line[0].text) for line in shown.cells) == len(page.measured.cases.all)


def test_a_period_of_the_history_leads_to_its_articles(page: AgreementPage) -> None:
    history = page.figures.history
    page.figures.tabs.setCurrentWidget(history)
    history.chart.setFocus()
    QTest.keyClick(history.chart, Qt.Key.Key_Return)
    table = page.figures.articles.table
    assert page.figures.tabs.currentWidget() is page.figures.articles
    listed = [table.model().index(row, 0).data() for row in range(table.model().rowCount())]
    assert sorted(listed) == ["Dam", "Quiet", "Taxes"]


def test_from_the_words_of_a_case_one_goes_on_to_the_next_of_the_list(page: AgreementPage) -> None:
    page.figures.f1.click()
    cases = page.behind.cases
    assert cases is not None
    first = cases.chosen
    assert first is not None
    page.open_case(first)
    versions = page.behind.versions
    assert versions is not None
    number = sum(case.kind is not None for case in cases.list.cases.lines if isinstance(case, Case))
    assert versions.head.position.text() == f"1 of {number}"
    assert not versions.keys.previous_in_list.isEnabled()
    QTest.keyClick(versions.pane, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert cases.chosen is not first
    assert versions.head.position.text() == f"2 of {number}"
    QTest.keyClick(versions.pane, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert cases.chosen is first
    page.open_article(first.article)
    assert not versions.head.position.isVisible(), "an article that was opened is in no list"


def test_escape_goes_back_from_the_articles_to_the_history_that_led_there(
    page: AgreementPage,
) -> None:
    history = page.figures.history
    page.figures.tabs.setCurrentWidget(history)
    history.chart.setFocus()
    QTest.keyClick(history.chart, Qt.Key.Key_Return)
    press(page, Qt.Key.Key_Escape)
    assert page.figures.tabs.currentWidget() is history
    press(page, Qt.Key.Key_Escape)
    assert not page.isVisible()


def test_coming_back_from_cases_one_is_at_the_figure_that_opened_them(page: AgreementPage) -> None:
    table = page.figures.pairs
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 2))
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert page.part is Part.CASES
    press(page, Qt.Key.Key_Escape)
    assert table.hasFocus()
    assert table.currentIndex().column() == 2


def test_the_articles_of_a_period_are_those_that_new_figures_have(
    page: AgreementPage, qtbot: QtBot
) -> None:
    history, articles = page.figures.history, page.figures.articles
    page.measuring.ask(Asked(articles=ArticleChoice(story=article_titled(page, "Dam"))))
    settled(page, qtbot)
    page.figures.tabs.setCurrentWidget(history)
    QTest.keyClick(history.chart, Qt.Key.Key_Return)
    assert articles.group.currentText().endswith(": 1")
    page.measuring.ask(Asked())
    settled(page, qtbot)
    assert page.measured is not None
    (period,) = page.measured.timelines[By.WEEK].periods
    assert period.name in articles.group.currentText()
    assert articles.group.currentText().endswith(": 3")
