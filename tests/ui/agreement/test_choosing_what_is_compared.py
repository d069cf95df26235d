"""Annotators, labels and articles are chosen; names can be hidden wherever they stand."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.article_choice import ArticleChoice
from tests.ui.agreement.conftest import settled
from ui.agreement.agreement_page import AgreementPage
from ui.agreement.asked import Asked


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
