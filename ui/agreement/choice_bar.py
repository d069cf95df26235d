"""Whom, which labels and which articles the figures are about: three buttons with menus."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
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
DAYS = 2
"""The place of what asks for days in the menu."""

LONGEST_TITLE, LONGEST_SHOWN = 60, 30


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
        if self._stories is not None:
            self._stories.deleteLater()
        self._stories = None
        choice = self._asked.articles
        self._add(self._menu, self.tr("All articles"), ALL, ticked=choice.is_all)
        overlap = replace(choice, assigned_overlap=not choice.assigned_overlap)
        self._add(
            self._menu,
            self.tr("Allotted to several people"),
            overlap,
            ticked=choice.assigned_overlap,
        )
        days = self._added(self._menu, self.tr("Published between…"), ticked=choice.is_dated)
        days.triggered.connect(self._ask_days)
        self._titles = {} if matter is None else {one.id: one.title for one in matter.stories}
        if self._titles:
            self._stories = self._menu.addMenu(self.tr("A story"))
            for id_, title in list(self._titles.items())[:MOST_STORIES]:
                is_asked = choice.story == id_
                wanted = replace(choice, story="" if is_asked else id_)
                name = one_line(title)[:LONGEST_TITLE]
                self._add(self._stories, name, wanted, ticked=is_asked)
        self._name_articles()

    def _add(self, menu: QMenu, name: str, choice: ArticleChoice, *, ticked: bool) -> None:
        """Add what asks about other articles; what is asked for together must all be met."""
        action = self._added(menu, name, ticked=ticked)
        action.triggered.connect(lambda: self._choose(replace(self._asked, articles=choice)))

    def _added(self, menu: QMenu, name: str, *, ticked: bool) -> QAction:
        action = QAction(menu)
        set_action_text(action, name)
        action.setCheckable(True)
        action.setChecked(ticked)
        menu.addAction(action)
        return action

    def _ask_days(self) -> None:
        self._menu.actions()[DAYS].setChecked(self._asked.articles.is_dated)  # until it is answered
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

    def _name_articles(self) -> None:
        choice = self._asked.articles
        parts = []
        if choice.story:
            title = one_line(self._titles.get(choice.story, self.tr("a story")))
            parts.append(title if len(title) <= LONGEST_SHOWN else f"{title[: LONGEST_SHOWN - 1]}…")
        if choice.is_dated:
            parts.append(f"{choice.since or '…'} – {choice.until or '…'}")
        if choice.assigned_overlap:
            parts.append(self.tr("allotted to several people"))
        told = ", ".join(parts) or self.tr("all")
        words = self.tr("Articles: {told}").format(told=told)
        self.articles.setText(action_text(words))
        self.articles.setAccessibleName(words)
        plain_tooltip(self.articles, words)
