"""What stands in the staves: each annotator's spans, in the shapes of the desk."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from app.domain.label import Hue
from app.domain.span import Span
from tests.ui.versions.conftest import Shown
from ui.theme.appearance import Appearance, Choice
from ui.theme.tokens import DARK, LIGHT
from ui.versions.calm import calmed

Show = Callable[..., Shown]

ANNA = "[Ada Bell|actor] said that [taxes fell in [Sel|location] last year|claim]. So be it."
BEN = "[Ada Bell|actor] said that [taxes fell in Sel last year|denial]. So be it."
NOBODY = "Ada Bell said that taxes fell in Sel last year. So be it."

AMBER, VIOLET, BLUE, GREEN = (
    LIGHT.labels[hue] for hue in (Hue.AMBER, Hue.VIOLET, Hue.BLUE, Hue.GREEN)
)
PALE = calmed(LIGHT)


def test_each_stave_holds_what_its_annotator_says(show: Show) -> None:
    shown = show(anna=ANNA, ben=BEN)
    assert AMBER.fill in shown.colours(0, "taxes fell")
    assert VIOLET.fill in shown.colours(1, "taxes fell")
    assert AMBER.fill not in shown.colours(1, "taxes fell")
    assert GREEN.edge in shown.colours(0, "Sel")
    assert GREEN.edge not in shown.colours(1, "Sel")


def test_nothing_reaches_beyond_its_words(show: Show) -> None:
    shown = show(anna=ANNA, ben=BEN)
    for stave in (0, 1):
        assert shown.colours(stave, "So be it.") <= {LIGHT.paper, LIGHT.line}


def test_what_all_agree_on_is_paler_than_what_they_dispute(show: Show) -> None:
    shown = show(anna=ANNA, ben=BEN)
    assert PALE.labels[Hue.BLUE].edge in shown.colours(0, "Ada Bell")
    assert BLUE.edge not in shown.colours(0, "Ada Bell")
    assert AMBER.edge in shown.colours(0, "that taxes fell")


def test_a_bar_in_the_gutter_tells_where_they_differ(show: Show) -> None:
    shown = show(
        anna="[Ada|actor] left.\n\n[Ben|actor] stayed.", ben="[Ada|actor] left.\n\nBen stayed."
    )
    image, pane = shown.picture(), shown.view.pane
    left = round(pane._staves.geometry.holding(0).left)
    rows = {
        words: {
            image.pixelColor(x, pane.point_on(shown.span(words).start).y()).name().upper()
            for x in range(left - 16, left)
        }
        for words in ("Ada", "Ben")
    }
    assert rows["Ada"] == {LIGHT.paper}
    assert LIGHT.line_strong in rows["Ben"]


def test_gold_comes_first(show: Show) -> None:
    shown = show(anna=BEN, gold=ANNA)
    assert AMBER.fill in shown.colours(0, "taxes fell")
    assert VIOLET.fill in shown.colours(1, "taxes fell")
    assert list(shown.view.head.chips) == ["gold", "anna"]


def test_one_who_marked_nothing_has_an_empty_stave_and_is_told_from_one_who_is_not_done(
    show: Show,
) -> None:
    shown = show(anna=ANNA, ben=NOBODY, absent=["cora"])
    assert shown.colours(1, "taxes fell in") <= {LIGHT.paper, LIGHT.line}
    said = shown.view.head.absent.text().translate({0x2068: None, 0x2069: None})
    assert said == "Done, nothing marked: ben  ·  Not done by cora"
    assert list(shown.view.head.chips) == ["anna", "ben"]


def test_things_within_each_other_can_be_told_apart(show: Show) -> None:
    shown = show(
        anna="[He said [it was so|claim] to them|claim] and left.",
        ben="[He said it was so to them|claim] and left.",
    )
    assert AMBER.fill_nested in shown.colours(0, "it was so")
    assert AMBER.fill_nested not in shown.colours(0, "to them")
    assert AMBER.fill_nested not in shown.colours(1, "it was so")


def test_right_to_left_words_have_their_marks_below_them(show: Show) -> None:
    shown = show(anna="[كوران|actor] تتهم [تافينا|claim]", ben="كوران تتهم تافينا")
    assert BLUE.edge in shown.colours(0, "كوران")
    assert AMBER.fill in shown.colours(0, "تافينا")
    assert shown.colours(0, "تتهم") <= {LIGHT.paper, LIGHT.line}
    line = shown.view.pane._staves.geometry.holding(0)
    assert line.pieces(0, 1)[0][0] > line.pieces(12, 13)[0][0]


def test_the_dark_theme_is_put_on_live(show: Show) -> None:
    shown = show(anna=ANNA, ben=BEN)
    appearance = Appearance(Choice.DARK)
    appearance.apply(QApplication.instance())
    QApplication.processEvents()
    assert DARK.labels[Hue.AMBER].fill in shown.colours(0, "taxes fell")
    Appearance(Choice.LIGHT).apply(QApplication.instance())


def test_furniture_is_dimmed(show: Show) -> None:
    shown = show(anna="Menu here. [Ada|actor] left.", furniture=[Span(0, 10)])
    image, pane = shown.picture(), shown.view.pane

    def darkest(words: str) -> int:
        area = pane._staves.geometry.holding(0)
        (left, right), *_ = area.pieces(shown.span(words).start, shown.span(words).end)
        middle = pane.point_on(0).y()
        return min(
            image.pixelColor(x, y).lightness()
            for x in range(round(left), round(right))
            for y in range(middle - 8, middle + 8)
        )

    assert darkest("Menu here") > darkest("left") + 60


def test_a_long_article_with_many_spans_opens_and_paints_at_once(show: Show) -> None:
    line = (
        "[Ada Bell|actor] said that [taxes fell|claim] in [Sel|location]. " + "Words follow. " * 60
    )
    body = "\n\n".join([line] * 1000)
    shown = show(anna=body, ben=body, cora=body.replace("[Ada Bell|actor]", "Ada Bell", 500))
    assert len(shown.text) > 800_000
    versions = shown.view.pane.versions
    assert versions is not None
    assert len(versions.differing) == 500
    assert len(versions.passages) == 3000
