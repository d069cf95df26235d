"""The page of the search: what it says while the index grows, and lists however long."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.project import Project
from app.search.corpus import Coverage
from app.search.looking import MOST_SHOWN
from tests.projects import add_article, sit_down
from ui.open_project import OpenProject
from ui.searching.results_delegate import HEADING, PLACE
from ui.searching.search_page import SearchPage
from ui.searching.searcher import PAGE
from ui.translation import install_plurals

ARTICLES = PAGE + 5


@pytest.fixture
def opened(project: Project) -> OpenProject:
    sit_down(project)
    for number in range(ARTICLES):
        add_article(project, f"Report {number}. " + "Taxes fell. " * number, title=f"No. {number}")
    return OpenProject(project)


@pytest.fixture
def page(
    qapp: QApplication, qtbot: QtBot, opened: OpenProject, tmp_path: Path
) -> Iterator[SearchPage]:
    install_plurals(qapp)
    shown = SearchPage(opened, tmp_path / "search")
    shown.resize(900, 500)
    shown.show()
    qtbot.waitUntil(lambda: not shown.searcher.is_busy)
    yield shown
    shown.end()
    shown.close()
    shown.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def seek(page: SearchPage, qtbot: QtBot) -> Callable[[str], None]:
    def type_it(words: str) -> None:
        page.field.setText(words)
        qtbot.waitUntil(lambda: not page.searcher.is_busy)

    return type_it


def test_further_articles_come_when_one_scrolls_to_the_end(
    page: SearchPage, seek: Callable[[str], None], qtbot: QtBot
) -> None:
    seek("report")
    assert page.results.articles_shown == PAGE
    bar = page.results.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: page.results.articles_shown == ARTICLES)
    assert page.count.text() == f"{ARTICLES} places in {ARTICLES} articles"


def test_an_article_with_many_places_tells_how_many_more_and_leads_there(
    page: SearchPage, seek: Callable[[str], None], qtbot: QtBot
) -> None:
    seek("fell -report*")
    assert page.results.model.rowCount() == 0
    seek('"report 9" fell')
    last = page.results.model.rowCount() - 1
    assert page.results.model.index(last).data() == "5 more places in this article"
    with qtbot.waitSignal(page.left) as left:
        page.results.enter()
        QTest.keyClick(page.results.view, Qt.Key.Key_End)
        QTest.keyClick(page.results.view, Qt.Key.Key_Return)
    place = left.args[0]
    (article,) = {page.results.model.line(row).article for row in range(last)}
    assert place.article == article.id
    assert len(article.places) == MOST_SHOWN
    assert place.span > article.places[-1].span


def test_every_line_keeps_its_height_when_others_come(
    page: SearchPage, seek: Callable[[str], None]
) -> None:
    for words in ("fell", "report", '"report 9" fell'):
        seek(words)
        model = page.results.model
        for row in range(model.rowCount()):
            height = page.results.view.rowHeight(row)
            assert height == (HEADING if model.line(row).is_heading else PLACE)


def test_while_the_index_grows_it_says_how_far_it_is_and_can_be_stopped(
    page: SearchPage, qtbot: QtBot
) -> None:
    page.searcher.covered.emit(Coverage(12_400, 50_000))
    assert page.building.isVisible()
    assert page.building.text() == "12,400 of 50,000 articles indexed"
    assert page.stop.text() == "Go on"
    QTest.mouseClick(page.stop, Qt.MouseButton.LeftButton)
    assert page.stop.text() == "Stop"
    qtbot.waitUntil(lambda: not page.searcher.is_busy)
    assert not page.building.isVisible()


def test_nothing_found_says_that_the_index_still_grows(
    page: SearchPage, seek: Callable[[str], None]
) -> None:
    page.searcher.covered.emit(Coverage(10, 50))
    seek("zeppelin")
    assert page.nothing._sentence.text() == (
        "Searched: all articles. 10 of 50 articles indexed so far."
    )


def test_whoever_types_on_gets_what_was_typed_last(page: SearchPage, qtbot: QtBot) -> None:
    for words in ("report", "taxes", '"report 3"'):
        page.field.setText(words)
    qtbot.waitUntil(lambda: not page.searcher.is_busy)
    assert page.results.articles_shown == 1
    assert page.count.text() == "1 place in 1 article"


def test_a_search_that_cannot_be_made_says_why(page: SearchPage) -> None:
    page.searcher.troubled.emit("x.words: the disk is full; this was not saved.")
    assert "the disk is full" in page.nothing._sentence.text()


def test_what_was_not_found_is_named_with_one_pair_of_quotation_marks(
    page: SearchPage, qtbot: QtBot
) -> None:
    for typed, named in (("zeppelin", "“zeppelin”"), ('"zeppelin', '"zeppelin')):
        page.field.setText(typed)
        told = f"Nothing found for {named}"
        qtbot.waitUntil(lambda told=told: page.nothing._title.text() == told)
