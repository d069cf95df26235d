"""The article for who hears it: which annotations lie at the caret, and what becomes of them.

A screen reader learns the text, the caret and the selection from Qt. What lies at the caret is the
pane's accessible description, kept up to date; what changes is announced.
"""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible

from app.domain.annotation import Annotation
from app.domain.label import Label
from ui.reading.annotation_words import told, told_together
from ui.reading.open_article import OpenArticle
from ui.widgets.announce import Announcer


class Spoken(QObject):
    """Follows the open article; says nothing of its own until a screen reader listens."""

    def __init__(self, shown: OpenArticle, parent: QObject) -> None:
        super().__init__(parent)
        self._shown = shown
        self._usual = shown.pane.accessibleDescription()
        self._here: frozenset[str] = frozenset()
        self._chosen: Annotation | None = None
        self._label: Label | None = None
        self._count = 0
        self._has_grown = False
        self._article: str | None = None
        self.announcer = Announcer(shown.pane)
        shown.pane.cursorPositionChanged.connect(self._follow)
        shown.label_shown.connect(self._follow_choice)

    def _follow(self) -> None:
        """Describe what lies at the caret, and say so where it is something else than before."""
        if not QAccessible.isActive():
            return
        pane = self._shown.pane
        here = pane.annotations.at(pane.caret())
        words = told_together(here, self._shown.label)
        pane.setAccessibleDescription(words or self._usual)
        self._has_grown = False
        ids = frozenset(each.id for each in here)
        before, self._here = self._here, ids
        if ids != before and self._article == self._shown.article_id:
            self.announcer.say(words or self.tr("nothing marked here"))

    def _follow_choice(self, label: Label | None) -> None:
        """Say what was marked, chosen, changed or taken away; another article is no such change."""
        if not QAccessible.isActive():
            return
        now, before, count = self._shown.chosen, self._chosen, self._shown.count
        if self._shown.article_id == self._article:
            self._has_grown |= count > self._count
            if now is not None and label is not None:
                self.announcer.say(self._gained(before, now, label))
            elif before is not None:
                self.announcer.say(self._lost(before))
        self._article, self._count = self._shown.article_id, count
        self._chosen, self._label = now, label
        if now is not None:
            self._follow()

    def _gained(self, before: Annotation | None, now: Annotation, label: Label) -> str:
        if before == now and label == self._label:
            return ""
        if before is not None and before.id == now.id:
            return self.tr("Changed to {0}").format(told(now, label))
        if self._has_grown:  # a new one is there first, and then chosen
            return self.tr("Marked, {0}").format(told(now, label))
        return self.tr("Chosen, {0}").format(told(now, label))

    def _lost(self, before: Annotation) -> str:
        if self._label is None or before.id in self._shown.pane.annotations:
            return self.tr("Nothing chosen")
        return self.tr("Taken away, {0}").format(told(before, self._label))
