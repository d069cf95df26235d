"""A look is a shape: without its icon and in grey, each can be told from the others."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from app.domain.label import Hue, Look
from ui.theme.fonts import TextRole, font_for
from ui.theme.tokens import LIGHT
from ui.widgets.looks import draw_word, look_size


def drawn(look: Look, *, chosen: bool = False) -> QImage:
    image = QImage(120, 40, QImage.Format.Format_Grayscale8)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.setFont(font_for(TextRole.MEDIUM))
    draw_word(
        painter,
        QRectF(4, 0, 112, 40),
        "harbour",
        look=look,
        tokens=LIGHT.labels[Hue.VIOLET],
        theme=LIGHT,
        chosen=chosen,
    )
    painter.end()
    return image


def test_looks_are_told_apart_in_grey(qapp: object) -> None:
    pictures = [drawn(look) for look in Look]
    for number, one in enumerate(pictures):
        assert all(one != other for other in pictures[number + 1 :])


def test_a_chosen_band_is_darker(qapp: object) -> None:
    inside = (12, 13)
    plain, chosen = (drawn(Look.BAND, chosen=chosen) for chosen in (False, True))
    assert chosen.pixelColor(*inside).lightness() < plain.pixelColor(*inside).lightness()


def test_a_band_needs_room_for_its_bars(qapp: object) -> None:
    font = font_for(TextRole.MEDIUM)
    bare, band = (look_size("harbour", font, look) for look in (Look.UNDERLINE, Look.BAND))
    assert band.width() > bare.width()
    assert band.height() == bare.height()
