from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPaintEvent, QRegion, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.label import Hue, Look
from app.domain.span import Span
from tests.marked import marked
from tests.ui.reading.conftest import LABELS, Shown, annotations_of
from ui.driving import click, hover
from ui.reading.article_pane import ArticlePane
from ui.theme.tokens import DARK, LIGHT, Theme

Show = Callable[..., Shown]
LONG = "\n\n".join(f"Paragraph {n} says that nothing happened near the harbour." for n in range(80))
ARTICLE = (
    "First the [minister|actor] said that [taxes fell in [Sel|location] last year|claim].\n\n"
    "Then [nobody in [Sel|location] agreed with what was said there|denial], as [Ada Bell|actor] "
    "reported from the harbour, where ships lay idle for weeks and the cranes stood still.\n\n"
    "[“Prices rose|claim#q],” she wrote, “[and fast|claim#q].” Others said nothing at all.\n\n"
    "A last paragraph stands here with nothing in it."
)


class Painted(QObject):
    """Collects what of a pane's viewport is painted."""

    def __init__(self, pane: ArticlePane) -> None:
        super().__init__(pane)
        self.region = QRegion()
        pane.viewport().installEventFilter(self)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            assert isinstance(event, QPaintEvent)
            self.region = self.region.united(event.region())
        return False


def picture(pane: ArticlePane) -> QImage:
    return pane.viewport().grab().toImage()


def colours_on(pane: ArticlePane, span: Span) -> set[str]:
    """The colours in the lines of a stretch of text."""
    image, area = picture(pane), pane.lines_of(span)
    return {
        image.pixelColor(x, y).name().upper()
        for x in range(area.left(), min(area.right(), image.width()))
        for y in range(max(area.top(), 0), min(area.bottom(), image.height()))
    }


@pytest.fixture
def still_caret() -> None:
    """A caret that does not blink, so that pictures can be compared."""
    QApplication.setCursorFlashTime(0)


CHANGES: dict[str, Callable[[Shown], object]] = {
    "an annotation comes": lambda shown: shown.pane.put(
        replace(
            shown.annotations[1],
            id="new",
            spans=(Span(shown.at("nobody"), shown.after("agreed")),),
            unsure=True,
        )
    ),
    "an annotation moves": lambda shown: shown.pane.put(
        replace(shown.annotations[1], spans=(Span(shown.at("that"), shown.after("fell")),))
    ),
    "an annotation leaves": lambda shown: shown.pane.drop(shown.annotations[3].id),
    "a piece is added": lambda shown: shown.pane.put(
        replace(
            shown.annotations[1],
            spans=(*shown.annotations[1].spans, shown.article.span("agreed")),
        )
    ),
    "one is chosen": lambda shown: shown.pane.choose("claim: “Prices rose … and fast"),
    "something is selected": lambda shown: shown.pane.select(
        Span(shown.at("reported"), shown.after("idle"))
    ),
    "the pointer comes": lambda shown: hover(shown.pane, shown.pane.point_on(shown.at("rose"))),
}


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_changes_in_the_picture_was_painted_anew_and_far_lines_were_not(
    show: Show, qtbot: QtBot, still_caret: None, change: str
) -> None:
    shown = show(ARTICLE, size=(560, 620))
    before = picture(shown.pane)
    painted = Painted(shown.pane)
    CHANGES[change](shown)
    qtbot.waitUntil(lambda: not painted.region.isEmpty())
    region = painted.region
    after = picture(shown.pane)
    differing = [
        (x, y)
        for y in range(before.height())
        for x in range(before.width())
        if before.pixel(x, y) != after.pixel(x, y)
    ]
    assert differing
    assert all(region.contains(QPoint(x, y)) for x, y in differing)
    far = shown.pane.lines_of(shown.article.span("A last paragraph")).center()
    assert not region.contains(far)


def test_what_is_shown_again_as_it_was_is_not_painted_again(
    show: Show, qtbot: QtBot, still_caret: None
) -> None:
    shown = show(ARTICLE)
    QApplication.processEvents()
    painted = Painted(shown.pane)
    shown.pane.set_annotations(shown.annotations)
    QApplication.processEvents()
    assert painted.region.isEmpty()
    shown.pane.set_annotations(shown.annotations[1:])
    qtbot.waitUntil(lambda: not painted.region.isEmpty())


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("look", Look)
def test_a_labels_look_and_hue_decide_how_it_is_drawn_never_its_name(
    show: Show, theme: Theme, look: Look
) -> None:
    shown = show("It said that [prices rose|claim] a lot.")
    tokens = theme.labels[Hue.GREEN]
    shown.pane.set_theme(theme)
    shown.pane.set_labels([replace(LABELS[2], name="rumour", look=look, hue=Hue.GREEN)])
    seen = colours_on(shown.pane, shown.article.span("prices rose"))
    assert (tokens.fill in seen) == look.is_band
    assert tokens.edge in seen
    assert not {theme.labels[Hue.AMBER].fill, theme.labels[Hue.AMBER].edge} & seen


def test_nested_crossing_and_identical_statements_all_show(show: Show) -> None:
    shown = show("[It said [prices rose|claim] a lot|claim] and [[that all fell|claim]|denial].")
    amber, violet = LIGHT.labels[Hue.AMBER], LIGHT.labels[Hue.VIOLET]
    nested = colours_on(shown.pane, shown.article.span("prices rose"))
    assert {amber.fill, amber.fill_nested, amber.edge} <= nested
    same = colours_on(shown.pane, shown.article.span("that all fell"))
    assert {amber.edge, violet.edge, violet.fill, amber.tab, violet.tab} <= same


def test_the_chosen_one_is_darker_and_has_grips(show: Show) -> None:
    shown = show("It said that [prices rose|claim] a lot.")
    amber = LIGHT.labels[Hue.AMBER]
    assert amber.fill_selected not in colours_on(shown.pane, shown.article.span("prices rose"))
    shown.pane.choose("claim: prices rose")
    assert amber.fill_selected in colours_on(shown.pane, shown.article.span("prices rose"))
    assert len(shown.pane.grip_points()) == 2


def test_another_theme_paints_everything_in_its_colours(show: Show) -> None:
    shown = show(ARTICLE)
    shown.pane.set_theme(DARK)
    assert QColor(DARK.paper) == picture(shown.pane).pixelColor(3, 3)


def first_seen(shown: Shown) -> str:
    """The first of the numbered paragraphs that is whole in view."""
    numbered = (f"Paragraph {number} " for number in range(80))
    return next(words for words in numbered if shown.pane.point_before(shown.at(words)).y() > 20)


def test_zoom_keeps_the_grid_and_the_words_at_the_top(show: Show, qtbot: QtBot) -> None:
    shown = show(LONG)
    pane = shown.pane
    pane.go_to(shown.article.span("Paragraph 40 "))
    top = first_seen(shown)
    there = pane.point_before(shown.at(top)).y()
    with qtbot.waitSignal(pane.zoom_changed, check_params_cb=lambda percent: percent == 150):
        pane.set_zoom(150)
    assert abs(pane.point_before(shown.at(top)).y() - there) < 40
    line = pane.point_before(shown.after("Paragraph 41 ")).y()
    pitch = line - pane.point_before(shown.after("Paragraph 40 ")).y()
    pane.set_zoom(100)
    assert pitch > 1.4 * (
        pane.point_before(shown.after("Paragraph 41 ")).y()
        - pane.point_before(shown.after("Paragraph 40 ")).y()
    )


def test_the_wheel_zooms_with_ctrl_and_scrolls_without(show: Show) -> None:
    shown = show(LONG)
    for keys in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier):
        middle = QPointF(shown.pane.viewport().rect().center())
        turn = QWheelEvent(
            middle,
            shown.pane.viewport().mapToGlobal(middle),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            keys,
            Qt.ScrollPhase.NoScrollPhase,
            False,  # noqa: FBT003 - Qt takes no names here
        )
        QApplication.sendEvent(shown.pane.viewport(), turn)
    assert shown.pane.zoom == 90
    assert shown.pane.verticalScrollBar().value() > 0


def test_going_somewhere_puts_it_well_into_view_and_going_again_moves_nothing(show: Show) -> None:
    shown = show(LONG)
    pane = shown.pane
    for words in ("Paragraph 60 ", "Paragraph 20 "):
        pane.go_to(shown.article.span(words))
        down = pane.point_before(shown.at(words)).y()
        assert pane.viewport().height() / 5 < down < pane.viewport().height() / 2
    value = pane.verticalScrollBar().value()
    pane.go_to(shown.article.span("Paragraph 21 "))
    assert pane.verticalScrollBar().value() == value


def test_a_place_far_down_in_a_long_text_is_reached_at_once(show: Show) -> None:
    text = "\n".join(f"Line {n} of a very long report about the harbour." for n in range(9_000))
    shown = show(text)
    span = shown.article.span("Line 8700 ")
    shown.pane.go_to(span)
    assert 0 < shown.pane.point_before(span.start).y() < shown.pane.viewport().height()


def test_another_width_keeps_the_words_at_the_top(show: Show) -> None:
    shown = show(LONG + "\n\n" + "Many words follow each other. " * 300)
    pane = shown.pane
    pane.go_to(shown.article.span("Paragraph 50 "))
    top = first_seen(shown)
    there = pane.point_before(shown.at(top)).y()
    pane.resize(430, 500)
    assert abs(pane.point_before(shown.at(top)).y() - there) < 60


def test_a_narrow_pane_leaves_most_of_its_width_to_the_words(show: Show) -> None:
    shown = show(LONG, size=(420, 500))
    assert 20 <= shown.pane.point_before(0).x() <= 50
    assert shown.pane.horizontalScrollBar().maximum() == 0


def test_paragraphs_are_counted_without_blank_ones(show: Show) -> None:
    shown = show(LONG)
    assert shown.pane.paragraph_of(0) == 1
    assert shown.pane.paragraph_of(shown.at("Paragraph 9 ")) == 10


def test_controls_and_overlong_paragraphs_do_not_move_a_single_offset(show: Show) -> None:
    text = "\ufeffA\x07b \u2028c \ufdd0 " + "word 😀 " * 2_000 + "the end"
    shown = show(text)
    shown.pane.select(shown.article.span("the end"))
    assert shown.words(shown.pane.selection()) == "the end"
    shown.pane.go_to(shown.article.span("the end"))
    shown.pane.select(Span(0, 3))
    assert shown.words(shown.pane.selection()) == "\ufeffA\x07"


def test_another_article_starts_at_its_beginning_with_nothing_chosen(show: Show) -> None:
    shown = show(LONG)
    shown.pane.go_to(shown.article.span("Paragraph 60 "))
    other = marked(ARTICLE)
    shown.pane.show_article(other.text, LABELS, annotations_of(other))
    shown.pane.choose("actor: minister")
    shown.pane.select(Span(3, 9))
    shown.pane.show_article("Short.", LABELS, [])
    assert (shown.pane.chosen_id, shown.pane.selection(), shown.pane.caret()) == (None, None, 0)
    assert shown.pane.verticalScrollBar().value() == 0
    shown.pane.clear()
    assert shown.pane.text == ""


def test_annotations_of_an_unknown_label_or_over_blank_lines_harm_nothing(show: Show) -> None:
    shown = show("One.\n\n\nTwo.")
    stray = replace(annotations_of(marked("[One|claim]."))[0], label="gone")
    spaces = replace(stray, id="spaces", label="claim", spans=(Span(4, 9),))
    shown.pane.put(stray)
    shown.pane.put(spaces)
    shown.pane.choose("spaces")
    picture(shown.pane)
    assert shown.pane.chosen_id == "spaces"


def test_it_tells_a_screen_reader_what_it_is(show: Show) -> None:
    shown = show(ARTICLE)
    assert shown.pane.accessibleName()
    assert shown.pane.accessibleDescription()


def test_an_unsure_annotation_says_so_in_its_tag(show: Show) -> None:
    shown = show("It said that [prices rose|claim] a lot.\n\nNothing else was said there.")
    sure = picture(shown.pane)
    shown.pane.put(replace(shown.annotations[0], unsure=True))
    area = shown.pane.lines_of(shown.article.span("prices rose"))
    tags = QRect(0, area.top(), area.width(), area.height() // 3)
    assert picture(shown.pane).copy(tags) != sure.copy(tags)


def test_an_interrupted_quotation_is_bridged_and_its_bar_ends_with_it(show: Show) -> None:
    shown = show("It: “[Fell|claim#q],” she said at length on Friday, “[and fast|claim#q].”")
    (whole,) = shown.annotations
    bridged = picture(shown.pane)
    for number, span in enumerate(whole.spans):
        shown.pane.put(replace(whole, id=str(number), spans=(span,)))
    shown.pane.drop(whole.id)
    left, right = (
        shown.pane.point_before(shown.article.span(words).start)
        for words in ("at length", "on Friday")
    )
    between = QRect(left, right + QPoint(0, 20))
    assert bridged.copy(between) != picture(shown.pane).copy(between)
    gutter = shown.pane.point_before(0) + QPoint(-13, 0)
    assert bridged.pixelColor(gutter) == QColor(LIGHT.labels[Hue.AMBER].edge)
    assert bridged.pixelColor(gutter + QPoint(0, 19)) == QColor(LIGHT.paper)


def test_blank_lines_are_lower_than_lines_of_words(show: Show) -> None:
    shown = show("First.\nSecond.\n\nThird.")
    first, second, third = (
        shown.pane.point_before(shown.at(words)).y() for words in ("First", "Second", "Third")
    )
    assert second - first < third - second < 1.6 * (second - first)


def test_words_further_down_a_long_paragraph_are_found_where_they_stand(show: Show) -> None:
    shown = show("Many words follow each other here. " * 20 + "At last [Sel|location] comes.")
    point = shown.pane.point_on(shown.at("Sel"))
    assert point.y() > shown.pane.point_on(0).y() + 100
    click(shown.pane, shown.at("Sel"))
    assert shown.pane.chosen_id == "location: Sel"
