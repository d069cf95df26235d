"""How a line of what was found is drawn: an article's head, or words in their sentence."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.reading.article_list_delegate import ICON_WORDS
from ui.reading.article_list_model import state_words
from ui.searching.results_model import Line, Role
from ui.theme.current import theme_now
from ui.theme.fonts import TextRole, font_for
from ui.theme.icons import STATE_TINTS, paint_icon
from ui.theme.tokens import Theme
from ui.widgets.dates import shown_date
from ui.widgets.drawing import draw_box, draw_focus, draw_words
from ui.widgets.excerpts import draw_excerpt
from ui.widgets.plain import one_line, set_apart
from ui.widgets.tag import draw_tags

HEADING, PLACE = 52, 31
AIR = 12
ICON = 14
INDENT = AIR + ICON + 10


class ResultsDelegate(QStyledItemDelegate):
    """Draws one line of what was found."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of a head or of a place."""
        return QSize(option.rect.width(), height_of(index.data(Role.LINE)))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the line."""
        line: Line = index.data(Role.LINE)
        theme = theme_now()
        rect: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        box = QRectF(rect).adjusted(0, 9 if line.is_heading else 1, 0, -1)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            draw_box(painter, box, ground=theme.chosen if chosen else theme.hover, radius=6.0)
        painter.setPen(QColor(theme.chosen_text if chosen else theme.text))
        if line.is_heading:
            _draw_heading(painter, rect.adjusted(0, 8, 0, 0), line, theme)
        elif line.place is None:
            painter.setFont(font_for(TextRole.QUIET))
            painter.setPen(QColor(theme.text_quiet))
            draw_words(painter, rect.adjusted(INDENT, 0, -AIR, 0), str(index.data()))
        else:
            room = rect.adjusted(INDENT, 0, -AIR, 0)
            room = draw_tags(painter, room, line.labels, theme)
            draw_excerpt(painter, room, line.place.excerpt, theme)
        if option.state & QStyle.StateFlag.State_HasFocus and chosen:
            draw_focus(painter, box, theme, radius=6.0)
        painter.restore()


def height_of(line: Line) -> int:
    """Return how high a line is."""
    return HEADING if line.is_heading else PLACE


def _draw_heading(painter: QPainter, rect: QRect, line: Line, theme: Theme) -> None:
    article = line.article
    word = ICON_WORDS[article.state]
    icon = QRectF(rect.left() + AIR, rect.top() + 6, ICON, ICON)
    paint_icon(painter, icon, word, STATE_TINTS[word])
    room = QRect(rect.left() + INDENT, rect.top() + 3, rect.width() - INDENT - AIR, 20)
    painter.setFont(font_for(TextRole.STRONG))
    if article.count:
        number = f"{article.count:,}"
        width = painter.fontMetrics().horizontalAdvance(number) + 16
        chip = QRectF(room.right() - width, room.top() + 1, width, 19)
        draw_box(painter, chip, ground=theme.field, border=theme.line, radius=9.5)
        painter.setPen(QColor(theme.text_quiet))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, number)
        room.setRight(round(chip.left()) - AIR)
    painter.setPen(QColor(theme.text))
    draw_words(painter, room, one_line(article.title))
    painter.setFont(font_for(TextRole.QUIET))
    painter.setPen(QColor(theme.text_quiet))
    about = (article.source, shown_date(article.published), state_words(article.state))
    told = " · ".join(set_apart(part) for part in about if part)
    draw_words(painter, room.translated(0, 18), told)
