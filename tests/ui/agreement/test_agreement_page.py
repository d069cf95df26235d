"""A lead reads figures, follows them to the words, and comes back; figures never lag unseen."""

import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.agreement.cases import NO_SPAN, Case
from app.agreement.timeline import By
from app.agreement.writing import NONE
from app.agreement.writing import figure as written
from app.commands.annotations import delete
from app.commands.assignments import finish, reopen
from app.domain.article_choice import ArticleChoice
from app.project import Project
from tests.conftest import Said
from tests.desk import PATIENCE
from tests.marked import marked
from tests.projects import mark_up, sit_down
from tests.teams import compare
from tests.ui.agreement.conftest import open_page, settled
from ui.agreement.agreement_page import AgreementPage, Part
from ui.agreement.asked import Asked
from ui.main_window import MainWindow


def press(page: AgreementPage, key: Qt.Key) -> None:
    focused = page.window().focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def cell(table, row: str, column: str):
    """Return the figure in the row and column that are named so."""
    shown = table.figures.figures
    rows = [head.text for head in shown.rows]
    columns = [head.text for head in shown.columns]
    return shown.cells[rows.index(row)][columns.index(column)]


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


def test_below_the_diagonal_stand_the_articles_both_finished(page: AgreementPage) -> None:
    assert cell(page.figures.pairs, "ben", "anna").text == "3"
    assert cell(page.figures.pairs, "anna", "anna").text == "3"


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


def test_names_can_be_hidden_everywhere(page: AgreementPage) -> None:
    QTest.keyClick(page.figures.f1, Qt.Key.Key_H)
    heads = [head.text for head in page.figures.pairs.figures.figures.rows]
    assert heads == ["A", "B", "C"]
    page.figures.f1.click()
    cases = page.behind.cases
    assert cases is not None
    assert "anna" not in _words_of(cases)
    page.hide_names.setChecked(False)
    assert next(head.text for head in page.figures.pairs.figures.figures.rows) == "anna"


def _words_of(widget) -> str:
    from PySide6.QtWidgets import QLabel

    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_fewer_annotators_can_be_asked_about(page: AgreementPage, qtbot: QtBot) -> None:
    button = page.choices.annotators
    people = [one for one in button.menu().actions() if one.isCheckable()]
    carla = next(one for one in people if one.text() == "carla")
    carla.trigger()
    others = [one for one in people if one is not carla]
    assert all(not one.isEnabled() for one in others), "two have to stay"
    button.menu().aboutToHide.emit()
    settled(page, qtbot)
    assert [head.text for head in page.figures.pairs.figures.figures.rows] == ["anna", "ben"]
    assert "anna, ben" in button.text()


def test_articles_can_be_asked_about_by_what_was_allotted(
    page: AgreementPage, qtbot: QtBot
) -> None:
    action = {one.text(): one for one in page.choices.articles.menu().actions()}
    action["Allotted to several people"].trigger()
    assert page.measuring.asked.articles == ArticleChoice(assigned_overlap=True)
    settled(page, qtbot)
    assert page.nothing.isVisible(), "nothing was allotted to two people"
    assert page.choices.isVisible(), "one can ask about others again"


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


def test_dates_that_are_none_are_refused_in_words(page: AgreementPage) -> None:
    action = {one.text(): one for one in page.choices.articles.menu().actions()}
    action["Published between…"].trigger()
    dialog = page.choices.dialog
    assert dialog is not None
    dialog.since.setText("last week")
    dialog.accept_button.click()
    assert dialog.isVisible()
    assert "2026-03-31" in dialog.trouble.text()
    dialog.since.setText("2026-05-01")
    dialog.until.setText("2026-04-01")
    dialog.accept_button.click()
    assert "turn them round" in dialog.trouble.text()
    dialog.reject()


def test_a_period_of_the_history_leads_to_its_articles(page: AgreementPage) -> None:
    history = page.figures.history
    page.figures.tabs.setCurrentWidget(history)
    history.chart.setFocus()
    QTest.keyClick(history.chart, Qt.Key.Key_Return)
    table = page.figures.articles.table
    assert page.figures.tabs.currentWidget() is page.figures.articles
    listed = [table.model().index(row, 0).data() for row in range(table.model().rowCount())]
    assert sorted(listed) == ["Dam", "Quiet", "Taxes"]


def test_hidden_names_cannot_be_read_from_the_menu_of_annotators(
    page: AgreementPage, qtbot: QtBot
) -> None:
    assert page.measured is not None
    ids = {one.name: one.id for one in page.measured.matter.people}
    page.hide_names.setChecked(True)
    page.measuring.ask(Asked(annotators=(ids["ben"], ids["carla"])))
    settled(page, qtbot)
    offered = [one.text() for one in page.choices.annotators.menu().actions() if one.isCheckable()]
    assert offered == ["C", "A", "B"]
    assert page.choices.annotators.accessibleName() == "Annotators: A, B"
    assert "A, B" in page.choices.annotators.toolTip()


def test_giving_up_the_question_for_days_leaves_ticked_what_was_asked(page: AgreementPage) -> None:
    menu = page.choices.articles.menu()
    action = {one.text(): one for one in menu.actions()}
    action["Published between…"].trigger()
    dialog = page.choices.dialog
    assert dialog is not None
    dialog.reject()
    assert [one.text() for one in menu.actions() if one.isChecked()] == ["All articles"]


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
    page.measuring.ask(Asked(articles=ArticleChoice(story=_title_of(page, "Dam"))))
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


def _title_of(page: AgreementPage, title: str) -> str:
    assert page.measured is not None
    return next(id_ for id_, name in page.measured.matter.titles.items() if name == title)


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


def test_choices_of_articles_add_up(page: AgreementPage, qtbot: QtBot) -> None:
    page.choices.articles.menu().actions()[1].trigger()
    settled(page, qtbot)
    page.choices._ask_days()
    dialog = page.choices.dialog
    assert dialog is not None
    dialog.since.setText("2020-01-01")
    dialog.accept_button.click()
    settled(page, qtbot)
    asked = page.measuring.asked.articles
    assert (asked.assigned_overlap, asked.since) == (True, "2020-01-01")
    assert "allotted to several people" in page.choices.articles.text()
    page.choices.articles.menu().actions()[0].trigger()
    settled(page, qtbot)
    assert page.measuring.asked.articles.is_all


def test_what_needs_figures_is_offered_only_where_there_are_some(
    page: AgreementPage, qtbot: QtBot
) -> None:
    acts = page.actions_
    assert acts.report.isEnabled()
    page.choices.articles.menu().actions()[1].trigger()
    settled(page, qtbot)
    assert not acts.report.isEnabled()
    assert not acts.gamma.isEnabled()
    assert not page.report.isEnabled()


def test_the_articles_of_a_period_are_those_that_new_figures_have(
    page: AgreementPage, qtbot: QtBot
) -> None:
    history, articles = page.figures.history, page.figures.articles
    page.measuring.ask(Asked(articles=ArticleChoice(story=_title_of(page, "Dam"))))
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
