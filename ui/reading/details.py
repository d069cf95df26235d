"""The chosen annotation: its label, its words, whether one is unsure of it, and a note.

Whatever is chosen, or nothing, all of it takes the same room: what stands below is clicked on, and
must not move while it is.
"""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.commands.annotations import NOTE_LIMIT
from app.domain.annotation import Annotation
from app.domain.label import Hue, Label
from ui.theme.fonts import TextRole
from ui.theme.icons import icon
from ui.widgets.buttons import ToolButton
from ui.widgets.frames import LabelCard
from ui.widgets.numbers import parted
from ui.widgets.plain import ClampedLabel, PlainLabel, plain_tooltip
from ui.widgets.tag import Tag

_PAUSE = 1_500
"""After this many milliseconds without a key a note is saved as it stands."""


class Details(QWidget):
    """Shows one annotation; what is changed here is asked for by signals."""

    unsure_asked = Signal(str, bool)
    note_asked = Signal(str, str)
    delete_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._annotation: Annotation | None = None
        self._unkept: dict[str, str] = {}  # notes that could not be saved, by annotation
        self._is_article_there = True
        self._delete = ToolButton(icon("trash"), self.tr("Delete the annotation"))
        self._delete.rename(self.tr("Delete the annotation"), shortcut="Del")
        self._delete.clicked.connect(self._ask_to_delete)
        self._tag = Tag("", Hue.BLUE)
        self._where = PlainLabel(role=TextRole.QUIET)
        self._words = ClampedLabel(lines=3, steady=True)
        self._card = LabelCard(Hue.BLUE)
        self._chosen = QWidget()
        self._unsure = QCheckBox(self.tr("Unsure"))
        plain_tooltip(self._unsure, self.tr("Say that you are in doubt about this one  (U)"))
        self._unsure.clicked.connect(self._ask_for_unsure)
        self.note = QPlainTextEdit()
        self.note.setPlaceholderText(self.tr("Note for whoever reads this later  (M)"))
        self.note.setAccessibleName(self.tr("Note on the chosen annotation"))
        self.note.setTabChangesFocus(True)
        self.note.setMinimumHeight(46)
        self.note.setMaximumHeight(64)
        self.note.installEventFilter(self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.save_note)
        self.note.textChanged.connect(self._pause.start)
        self.note.textChanged.connect(self._tell_length)
        self._too_long = PlainLabel(wrap=True)
        self._too_long.hide()
        self._nothing = PlainLabel(
            self.tr(
                "Click marked words, or press N, to choose an annotation. "
                "Then a label's key relabels it and Del deletes it."
            ),
            role=TextRole.QUIET,
            wrap=True,
        )
        self._arrange()
        self.show_annotation(None, None)

    def show_annotation(self, annotation: Annotation | None, label: Label | None) -> None:
        """Show an annotation under its label, or, without one, what to do to choose one."""
        same = self._annotation and annotation and annotation.id == self._annotation.id
        if not same:
            self.save_note()
            if self._annotation is not None and self._has_unsaved_words():
                self._unkept[self._annotation.id] = self._typed()
        is_typing = bool(same) and self._has_unsaved_words()
        self._annotation = annotation
        if annotation is not None and label is not None:
            self._fill(annotation, label)
            note = self._unkept.pop(annotation.id, annotation.note)
            self._fill_note(note, is_typing=is_typing)
        self._nothing.setVisible(annotation is None and self._is_article_there)
        for part in (self._delete, self._chosen):
            part.setVisible(annotation is not None)
        self._tell_length()

    def set_article_there(self, *, there: bool) -> None:
        """Say what to do in an article only where there is one."""
        self._is_article_there = there
        self._nothing.setVisible(self._annotation is None and there)

    def save_note(self) -> None:
        """Ask for the note to be kept as it stands, if it was changed and is not too long."""
        self._pause.stop()
        can_be_kept = len(self._typed()) <= NOTE_LIMIT
        if self._annotation is not None and self._has_unsaved_words() and can_be_kept:
            self.note_asked.emit(self._annotation.id, self._typed())

    def drafts(self) -> dict[str, str]:
        """Return the notes that could not be saved, by the annotation they are about."""
        if self._annotation is not None and self._has_unsaved_words():
            return self._unkept | {self._annotation.id: self._typed()}
        return dict(self._unkept)

    def set_drafts(self, drafts: Mapping[str, str]) -> None:
        """Let each stand in the field once its annotation is chosen."""
        self._unkept = dict(drafts)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Save the note when the person leaves it."""
        if watched is self.note and event.type() == QEvent.Type.FocusOut:
            self.save_note()
        return super().eventFilter(watched, event)

    def too_long(self) -> str:
        """Return what is said under a note that is too long to be kept; "" under any other."""
        return self._too_long.text() if self._too_long.isVisibleTo(self) else ""

    def _tell_length(self) -> None:
        """Say while it is typed that a note is too long; it stays in the field until it fits."""
        excess = len(self._typed()) - NOTE_LIMIT if self._annotation is not None else 0
        if excess > 0:
            self._too_long.setText(
                parted(
                    self.tr("%n characters too many to be kept. Shorten the note.", None, excess),
                    excess,
                )
            )
        self._too_long.setVisible(excess > 0)

    def _typed(self) -> str:
        """Return the note as it stands in the field: a person's own words, safe to read back."""
        return self.note.toPlainText().strip()

    def _has_unsaved_words(self) -> bool:
        return self._annotation is not None and self._typed() != self._annotation.note

    def _fill_note(self, note: str, *, is_typing: bool) -> None:
        """Show the note that is kept, but never over words that are still being typed."""
        if not is_typing and self._typed() != note:
            self.note.setPlainText(note)
        if not is_typing:
            self._pause.stop()

    def _fill(self, annotation: Annotation, label: Label) -> None:
        self._tag.show_label(label.name, label.hue)
        self._card.set_hue(label.hue)
        span = annotation.span
        length = sum(len(piece) for piece in annotation.spans)
        where = self.tr("{0}–{1} · {2}").format(
            f"{span.start:,}", f"{span.end:,}", parted(self.tr("%n chars", None, length), length)
        )
        if len(annotation.spans) > 1:
            where = self.tr("{0} · {1}").format(
                where,
                parted(self.tr("%n pieces", None, len(annotation.spans)), len(annotation.spans)),
            )
        self._where.setText(where)
        pieces = (
            annotation.quote[piece.start - span.start : piece.end - span.start]
            for piece in annotation.spans
        )
        self._words.setText(" […] ".join(pieces))
        self._unsure.setChecked(annotation.unsure)

    def _ask_to_delete(self) -> None:
        if self._annotation is not None:
            self.save_note()
            self.delete_asked.emit(self._annotation.id)

    def _ask_for_unsure(self, checked: bool) -> None:
        if self._annotation is not None:
            self.unsure_asked.emit(self._annotation.id, checked)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(PlainLabel(self.tr("Chosen annotation"), role=TextRole.CAPS))
        head.addStretch(1)
        head.addWidget(self._delete)
        head.addStrut(28)
        top = QHBoxLayout()
        top.addWidget(self._tag)
        top.addStretch(1)
        top.addWidget(self._where)
        self._card.column.addLayout(top)
        self._card.column.addWidget(self._words)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 8, 14, 14)
        outer.setSpacing(9)
        self._delete.setFixedHeight(28)
        outer.addLayout(head)
        chosen = QVBoxLayout(self._chosen)
        chosen.setContentsMargins(0, 0, 0, 0)
        chosen.setSpacing(9)
        for part in (self._card, self._unsure, self.note):
            chosen.addWidget(part)
        keeps_room = self._chosen.sizePolicy()
        keeps_room.setRetainSizeWhenHidden(True)
        self._chosen.setSizePolicy(keeps_room)
        either = QGridLayout()
        either.addWidget(self._chosen, 0, 0)
        either.addWidget(self._nothing, 0, 0, Qt.AlignmentFlag.AlignTop)
        outer.addLayout(either)
        outer.addWidget(self._too_long)
