"""A sentence marked up, as a picture of what Galley is for."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.label import DEFAULT_LABELS, LabelPlan
from ui.theme.current import theme_now
from ui.theme.fonts import TextRole, font_for
from ui.widgets.drawing import draw_box
from ui.widgets.looks import draw_word, look_size

PITCH = 46.0
AIR = 22.0
TOP = 32.0
FOOT = 20.0
WORD = 16
TAG_RISE = 18.0


@dataclass(frozen=True, slots=True)
class _Words:
    """Some words of the sentence, bare or under a label."""

    text: str
    label: LabelPlan | None = None


class Specimen(QWidget):
    """The sentence on a sheet of paper, broken into as many lines as its width asks for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        actor, location, claim, denial = DEFAULT_LABELS
        self._broken: dict[int, list[list[tuple[float, _Words]]]] = {}
        self._words = (
            _Words(self.tr("The Harbour Office"), actor),
            _Words(self.tr("said")),
            _Words(self.tr("the bridge at Low Ness is safe"), claim),
            _Words(self.tr(", but")),
            _Words(self.tr("the engineers’ union"), actor),
            _Words(self.tr("in")),
            _Words(self.tr("Tarn"), location),
            _Words(self.tr("answered that")),
            _Words(self.tr("nobody has inspected it"), denial),
            _Words("."),
        )
        self.setAccessibleName(
            self.tr("A sentence in which actors, claim, denial and location are marked")
        )

    def hasHeightForWidth(self) -> bool:
        """More lines where it is narrower."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Pixels that the lines take."""
        return round(TOP + PITCH * (len(self._lines(width)) - 1) + WORD * 1.5 + FOOT)

    def sizeHint(self) -> QSize:
        """As wide as it may be."""
        return QSize(560, self.heightForWidth(560))

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its longest stretch of words."""
        return QSize(360, self.heightForWidth(max(360, self.width())))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paper, words, marks and the labels' names above them."""
        theme = theme_now()
        painter = QPainter(self)
        draw_box(painter, QRectF(self.rect()), ground=theme.paper, border=theme.line, radius=10.0)
        font = _font()
        height = QFontMetricsF(font).height()
        for number, line in enumerate(self._lines(self.width())):
            top = TOP + number * PITCH
            for x, words in line:
                box = QRectF(x, top, _width(words, font), height)
                painter.setFont(font)
                if words.label is None:
                    painter.setPen(QColor(theme.text))
                    painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), words.text)
                    continue
                tokens = theme.labels[words.label.hue]
                draw_word(
                    painter, box, words.text, look=words.label.look, tokens=tokens, theme=theme
                )
                painter.setFont(font_for(TextRole.TAG))
                painter.setPen(QColor(tokens.tag))
                painter.drawText(QPointF(x, top - TAG_RISE + 12), words.label.name)

    def _lines(self, width: int) -> list[list[tuple[float, _Words]]]:
        """Where each stretch of words stands: lines of x positions in pixels.

        A layout asks dozens of times for the heights at the same few widths.
        """
        if width not in self._broken:
            self._broken[width] = self._break(width)
        return self._broken[width]

    def _break(self, width: int) -> list[list[tuple[float, _Words]]]:
        font = _font()
        space = QFontMetricsF(font).horizontalAdvance(" ")
        lines: list[list[tuple[float, _Words]]] = [[]]
        x = AIR
        for words in self._words:
            closes = words.text[0] in ",."
            wide = _width(words, font)
            start = x if closes or not lines[-1] else x + space
            if start + wide > width - AIR and lines[-1] and not closes:
                lines.append([])
                start = AIR
            lines[-1].append((start, words))
            x = start + wide
        return lines


def _font() -> QFont:
    font = font_for(TextRole.BODY)
    font.setPixelSize(WORD)
    return font


def _width(words: _Words, font: QFont) -> float:
    if words.label is None:
        return QFontMetricsF(font).horizontalAdvance(words.text)
    return look_size(words.text, font, words.label.look).width()
