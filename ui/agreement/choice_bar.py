"""Whom, which labels and which articles the figures are about: three buttons with menus."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from app.domain.article_choice import ALL, ArticleChoice
from ui.agreement.asked import Asked
from ui.agreement.days_dialog import DaysDialog
from ui.agreement.names import offered
from ui.agreement.pick_button import PickButton
from ui.widgets.buttons import QuietButton
from ui.widgets.plain import action_text, one_line, plain_tooltip, set_action_text

if TYPE_CHECKING:
    from app.queries.agreement_matter import Matter

MOST_STORIES = 40
LONGEST_TITLE = 60


class ChoiceBar(QWidget):
    """`chosen` carries what is asked about from now on."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked = Asked()
        self.annotators = PickButton(self.tr("Annotators"), least=2)
        self.labels = PickButton(self.tr("Labels"))
        self.articles = QuietButton("")
        self.articles.setProperty("kind", PickButton.KIND)
        self._menu = QMenu(self.articles)
        self.articles.setMenu(self._menu)
        self._group = QActionGroup(self._menu)
        self._days: QAction | None = None
        self._stories: QMenu | None = None
        self._titles: dict[str, str] = {}
        self.dialog: DaysDialog | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for button in (self.annotators, self.labels, self.articles):
            row.addWidget(button)
        row.addStretch(1)
        self.annotators.picked.connect(
            lambda ids: self._choose(replace(self._asked, annotators=ids))
        )
        self.labels.picked.connect(lambda ids: self._choose(replace(self._asked, labels=ids)))
        self._fill_articles(None)

    def offer(self, matter: "Matter", asked: Asked, *, hide_names: bool) -> None:
        """Offer what there is, and show what is asked about."""
        self._asked = asked
        self.annotators.offer(offered(matter, hidden=hide_names), asked.annotators)
        labels = [(one.id, one.name) for one in matter.labels]
        self.labels.offer(labels, asked.labels)
        self._fill_articles(matter)

    def _choose(self, asked: Asked) -> None:
        self._asked = asked
        self._name_articles()
        self.chosen.emit(asked)

    def _fill_articles(self, matter: "Matter | None") -> None:
        self._menu.clear()
        for action in self._group.actions():
            self._group.removeAction(action)
            action.deleteLater()
        if self._stories is not None:
            self._stories.deleteLater()
        self._stories = None
        self._add(self._menu, self.tr("All articles"), ALL)
        self._add(
            self._menu, self.tr("Allotted to several people"), ArticleChoice(assigned_overlap=True)
        )
        days = QAction(self.tr("Published between…"), self._menu)
        days.setCheckable(True)
        self._days = days
        days.triggered.connect(self._ask_days)
        self._group.addAction(days)
        self._menu.addAction(days)
        self._titles = {} if matter is None else {one.id: one.title for one in matter.stories}
        if self._titles:
            self._stories = self._menu.addMenu(self.tr("A story"))
            for id_, title in list(self._titles.items())[:MOST_STORIES]:
                self._add(self._stories, one_line(title)[:LONGEST_TITLE], ArticleChoice(story=id_))
        self._tick()
        self._name_articles()

    def _tick(self) -> None:
        """Tick which articles are asked about."""
        choice = self._asked.articles
        for action in self._group.actions():
            is_asked = choice.is_dated if action is self._days else action.data() == choice
            action.setChecked(is_asked)

    def _add(self, menu: QMenu, name: str, choice: ArticleChoice) -> None:
        action = QAction(menu)
        set_action_text(action, name)
        action.setCheckable(True)
        action.setData(choice)
        action.triggered.connect(lambda: self._choose(replace(self._asked, articles=choice)))
        self._group.addAction(action)
        menu.addAction(action)

    def _ask_days(self) -> None:
        dialog = DaysDialog(self._asked.articles, self)
        self.dialog = dialog
        dialog.accepted.connect(
            lambda: self._choose(replace(self._asked, articles=dialog.choice()))
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._forget_dialog)
        dialog.open()

    def _forget_dialog(self) -> None:
        self.dialog = None
        self._tick()  # as it was, where nothing was chosen

    def _name_articles(self) -> None:
        choice = self._asked.articles
        told = self.tr("all")
        if choice.story:
            told = one_line(self._titles.get(choice.story, self.tr("a story")))
            told = told if len(told) <= 30 else f"{told[:29]}…"
        elif choice.is_dated:
            told = f"{choice.since or '…'} – {choice.until or '…'}"
        elif choice.assigned_overlap:
            told = self.tr("allotted to several people")
        words = self.tr("Articles: {told}").format(told=told)
        self.articles.setText(action_text(words))
        self.articles.setAccessibleName(words)
        plain_tooltip(self.articles, words)
