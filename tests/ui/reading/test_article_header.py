"""Over the text stand title and details, whole wherever there is room for them."""

from pytestqt.qtbot import QtBot

from app.domain.article import Article
from ui.reading.article_header import ArticleHeader
from ui.widgets.plain import ElidedLabel

ARTICLE = Article(
    "article",
    "The mill of Lindow burned down at night",
    sha256="",
    characters=1_066_818,
    source="Radio Nine",
    published="2026-04-12",
)


def header(qtbot: QtBot, width: int) -> ArticleHeader:
    """A header so many pixels wide."""
    shown = ArticleHeader()
    qtbot.addWidget(shown)
    shown.show_article(ARTICLE)
    shown.resize(width, shown.sizeHint().height())
    shown.show()
    return shown


def title_and_details(shown: ArticleHeader) -> tuple[ElidedLabel, ElidedLabel]:
    title, details = shown.findChildren(ElidedLabel)
    return title, details


def test_the_details_stand_beside_the_title_where_both_can_be_read(qtbot: QtBot) -> None:
    shown = header(qtbot, 1_000)
    title, details = title_and_details(shown)
    assert details.x() > title.geometry().right()
    assert title.toolTip() == ""


def test_the_details_go_under_the_title_before_either_is_cut_off(qtbot: QtBot) -> None:
    shown = header(qtbot, 520)
    title, details = title_and_details(shown)
    assert details.y() > title.y()
    assert title.toolTip() == ""
    qtbot.waitUntil(lambda: details.shown_text() == details.text())


def test_a_title_without_room_is_in_the_tooltip(qtbot: QtBot) -> None:
    shown = header(qtbot, 260)
    title, _details = title_and_details(shown)
    assert ARTICLE.title in title.toolTip()


def test_large_numbers_are_grouped(qtbot: QtBot) -> None:
    shown = header(qtbot, 1_000)
    _title, details = title_and_details(shown)
    assert "1,066,818 characters" in details.whole_text()
