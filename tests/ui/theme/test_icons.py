"""Icons are found by the words of the house and take the colour of the theme that is on."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPixmap
from PySide6.QtWidgets import QApplication

from app.domain.label import DEFAULT_LABELS, Hue, Look
from ui.theme.current import put_on
from ui.theme.icons import (
    GLYPHS,
    STATE_TINTS,
    hold_back,
    icon,
    label_icon,
    let_go,
    state_icon,
)
from ui.theme.mark import GROUND, app_icon, app_mark
from ui.theme.tokens import DARK, LIGHT

SIZE = QSize(64, 64)


@pytest.fixture(autouse=True)
def _light(qapp: QApplication) -> Iterator[None]:
    put_on(qapp, LIGHT)
    yield
    put_on(qapp, LIGHT)


def ink(pixmap: QPixmap) -> str | None:
    """The colour of the most opaque pixels, None for an empty picture."""
    image = pixmap.toImage().convertToFormat(QImage.Format.Format_ARGB32)
    counts: dict[str, int] = {}
    for y in range(image.height()):
        for x in range(image.width()):
            colour = QColor.fromRgba(image.pixel(x, y))
            if colour.alpha() == 255:
                counts[colour.name().upper()] = counts.get(colour.name().upper(), 0) + 1
    return max(counts, key=lambda name: counts[name]) if counts else None


@pytest.mark.parametrize("word", list(GLYPHS))
def test_every_word_has_a_drawing(word: str) -> None:
    assert ink(icon(word, tint="text").pixmap(SIZE)) == LIGHT.text


def test_no_two_states_look_alike() -> None:
    pictures = [state_icon(state).pixmap(SIZE).toImage() for state in STATE_TINTS]
    for number, picture in enumerate(pictures):
        assert all(picture != other for other in pictures[number + 1 :])


@pytest.mark.parametrize("label", DEFAULT_LABELS, ids=lambda label: label.name)
def test_a_labels_icon_has_the_edge_colour_of_its_hue(label: object) -> None:
    look, hue = label.look, label.hue  # type: ignore[attr-defined]
    assert ink(label_icon(look, hue).pixmap(SIZE)) == LIGHT.labels[hue].edge


def test_labels_of_one_hue_differ_by_shape() -> None:
    pictures = [label_icon(look, Hue.BLUE).pixmap(SIZE).toImage() for look in Look]
    for number, picture in enumerate(pictures):
        assert all(picture != other for other in pictures[number + 1 :])


def test_an_icon_made_in_light_is_drawn_dark_after_the_change(qapp: QApplication) -> None:
    kept = icon("undo", tint="accent")
    assert ink(kept.pixmap(SIZE)) == LIGHT.accent
    put_on(qapp, DARK)
    assert ink(kept.pixmap(SIZE)) == DARK.accent


def test_a_disabled_icon_is_fainter_and_a_checked_one_may_change_its_tint() -> None:
    drawn = icon("filter", tint="text", checked="accent")
    assert ink(drawn.pixmap(SIZE, QIcon.Mode.Disabled)) not in (LIGHT.text, None)
    assert ink(drawn.pixmap(SIZE, QIcon.Mode.Normal, QIcon.State.On)) == LIGHT.accent


def test_an_unknown_word_is_refused_when_the_icon_is_asked_for() -> None:
    with pytest.raises(KeyError):
        icon("no such thing")


def test_icons_held_back_are_drawn_once_let_go() -> None:
    kept = icon("done")
    hold_back()
    assert ink(kept.pixmap(SIZE)) is None
    let_go()
    assert ink(kept.pixmap(SIZE)) == LIGHT.text_quiet


def test_the_mark_is_a_blue_block_with_lines_of_type() -> None:
    mark = app_mark(64)
    assert mark.size() == SIZE
    assert ink(mark) == GROUND
    assert mark.toImage().pixelColor(30, 21).name().upper() == "#FFFFFF"
    assert app_mark(24, ratio=2.0).width() == 48
    assert QSize(256, 256) in app_icon().availableSizes()
