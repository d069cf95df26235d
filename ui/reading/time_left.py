"""How long the rest of somebody's articles may take, in words under their list."""

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from app.domain.changes import Changes
from app.domain.estimating import Work, estimate
from app.errors import FileTrouble
from app.queries.time_spent import last_done, time_spent
from ui.open_project import OpenProject
from ui.reading.article_list import ArticleListPanel

_HOUR, _MINUTE = 3600, 60


class TimeLeft(QObject):
    """Says at the foot of the article list how much is done and how long the rest may take.

    It is asked for when the window has nothing else to do, and says nothing as long as too few
    articles are done to tell.
    """

    def __init__(self, opened: OpenProject, articles: ArticleListPanel, parent: QObject) -> None:
        super().__init__(parent)
        self._opened, self._articles = opened, articles
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._tell)
        opened.changed.connect(self._learn)
        opened.person_changed.connect(self._soon.start)
        self._soon.start()

    def _learn(self, changes: Changes) -> None:
        if changes.concerns("assignment", "sitting", "allotment", "article", "annotator"):
            self._soon.start()

    def _tell(self) -> None:
        person = self._opened.person_id
        rows = self._articles.model.rows()
        try:
            done = self._opened.ask(last_done, annotator=person)
            spent = self._opened.ask(time_spent, annotator=person) if done else {}
        except FileTrouble:
            return  # the bar tells of it already; the next change asks again
        left = [Work(row.characters, spent.get(row.id, 0)) for row in rows if not row.state.is_done]
        found = estimate(done, left)
        if found is None or not left:
            self._articles.say_foot("")
            return
        self._articles.say_foot(
            self.tr(
                "{done} of {total} done · {time} left, from your last %n articles",
                None,
                found.articles,
            ).format(
                done=f"{len(rows) - len(left):,}",
                total=f"{len(rows):,}",
                time=about(found.seconds),
            )
        )


def about(seconds: int) -> str:
    """Return a stretch of time as one says it: to five minutes from an hour on."""
    translate = QCoreApplication.translate
    if seconds < _MINUTE:
        return translate("TimeLeft", "less than a minute")
    if seconds < _HOUR:
        minutes = round(seconds / _MINUTE)
        return translate("TimeLeft", "about {minutes} min").format(minutes=minutes)
    minutes = round(seconds / _MINUTE / 5) * 5
    hours, minutes = divmod(minutes, 60)
    if hours >= 10 or not minutes:
        hours = round(seconds / _HOUR)
        return translate("TimeLeft", "about {hours} h").format(hours=f"{hours:,}")
    return translate("TimeLeft", "about {hours} h {minutes} min").format(
        hours=hours, minutes=minutes
    )
