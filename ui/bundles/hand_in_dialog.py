"""The dialog in which an annotator hands in: what is not done yet, where it goes, and its code."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.assignment import State
from app.domain.seal import Way
from app.errors import FileTrouble, Refused
from app.wording import counted
from ui.bundles.made_list import free_path, show_folder
from ui.choosing import Chooser
from ui.jobs import Jobs, Progress, Stopped
from ui.theme.fonts import TextRole
from ui.theme.icons import icon
from ui.widgets.banner import Banner, Tone, ToneIcon
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.path_field import PathField
from ui.widgets.plain import ClampedLabel, ElidedLabel, PlainLabel, one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.annotator import Annotator
    from app.files.bundles import Bundle
    from app.queries.article_list import ArticleRow
    from ui.open_project import OpenProject

WIDTH = 560
PURPOSE = "bundles out"
MOST_TITLES = 12


class HandInDialog(QDialog):
    """One press when everything is done; else it says first what is not."""

    def __init__(
        self,
        opened: "OpenProject",
        annotator: "Annotator",
        articles: "Sequence[ArticleRow]",
        jobs: Jobs,
        chooser: Chooser,
        parent: QWidget,
    ) -> None:
        from app.files.bundles import proposed_name

        super().__init__(parent)
        self._opened, self._annotator, self._jobs, self._chooser = opened, annotator, jobs, chooser
        self.made: Bundle | None = None
        self.setWindowTitle(self.tr("Hand in"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        waiting = [row for row in articles if not row.state.is_done]
        changed = [row for row in articles if row.state is State.CHANGED_SINCE]
        annotations = sum(row.annotations for row in articles)
        tone = Tone.INFO if changed else Tone.GOOD
        self.picture = ToneIcon(Tone.WARNING if waiting else tone, size=26)
        self.heading = PlainLabel(
            self._question(waiting, len(articles)), role=TextRole.TITLE, wrap=True
        )
        self.told = ClampedLabel(_titles(waiting), lines=4)
        self.told.setVisible(bool(waiting))
        self.altered = ClampedLabel(
            self.tr("Changed since it was marked done: {titles}").format(titles=_titles(changed)),
            lines=4,
        )
        self.altered.setVisible(bool(changed))
        self.counts = PlainLabel(
            self.tr("{articles} with {annotations} by {name} go along.").format(
                articles=counted(len(articles), "article"),
                annotations=counted(annotations, "annotation"),
                name=one_line(annotator.name),
            ),
            role=TextRole.QUIET,
            wrap=True,
        )
        folder = chooser.folder_for(PURPOSE)
        self.target = PathField(str(free_path(folder / proposed_name(opened.project, annotator))))
        self.target.setAccessibleName(self.tr("File"))
        self.code = PlainLabel(role=TextRole.HERO)
        self.code.setAccessibleName(self.tr("Code"))
        self.lies = ElidedLabel(role=TextRole.QUIET)
        self.banner = Banner()
        self.show_it = QuietButton(self.tr("Show folder"), icon=icon("open"))
        self.cancel = QuietButton(self.tr("Not yet") if waiting else self.tr("Cancel"))
        words = self.tr("Hand in anyway") if waiting else self.tr("Hand in")
        self.go = PrimaryButton(words, icon=icon("export", tint="on_accent"))
        self.show_it.clicked.connect(self._show_folder)
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self._press)
        self._arrange()
        # Enter sends what is done; what is not needs a press that was meant
        safe = self.cancel if waiting else self.go
        safe.setDefault(True)
        safe.setFocus()

    def start(self) -> None:
        """Write the file."""
        from app.files.bundles import make_bundle
        from app.files.folders import make_folder

        project, annotator = self._opened.project, self._annotator
        path = self._path()
        self.banner.hide()

        def work(progress: Progress, stopped: Stopped) -> "Bundle":
            make_folder(path.parent)
            return make_bundle(
                project,
                path,
                annotator=annotator,
                way=Way.IN,
                progress=progress,
                cancelled=stopped,
            )

        self._jobs.run(
            self.tr("Handing in"),
            work,
            done=self._tell,
            failed=self._fail,
            stopped=self._stopped,
            over=self,
        )

    def _path(self) -> Path:
        """Return where the file goes; in a folder it gets the name that it would have had."""
        from app.files.bundles import is_folder, proposed_name

        named = Path(self.target.text().strip()).expanduser()
        if is_folder(named):
            return free_path(named / proposed_name(self._opened.project, self._annotator))
        return named if named.suffix == ".galley" else named.with_name(f"{named.name}.galley")

    def _question(self, waiting: "Sequence[ArticleRow]", total: int) -> str:
        if not waiting:
            return self.tr("Everything is marked done. Hand it in?")
        said = self.tr("%n article(s) not marked done", None, len(waiting))
        return self.tr("{waiting}, of {total}. Hand in anyway?").format(
            waiting=said, total=f"{total:,}"
        )

    def _press(self) -> None:
        if self.made is None:
            self.start()
        else:
            self.accept()

    def _tell(self, bundle: "Bundle") -> None:
        from app.files.bundle_words import standing_words

        self.made = bundle
        self._chooser.remember(PURPOSE, bundle.path.parent)
        self.picture.tone = Tone.GOOD
        self.picture.update()
        self.heading.setText(self.tr("Ready to be sent to the lead"))
        self.told.hide()
        self.altered.hide()
        self.counts.setText(
            self.tr(
                "{standing}. Send this file. The lead is shown the same code; if the codes differ, "
                "so do the files."
            ).format(standing=standing_words(bundle.at_hand_over))
        )
        self.code.setText(bundle.code)
        self.lies.setText(str(bundle.path))
        for widget in (self.code, self.lies, self.show_it):
            widget.show()
        self._where.hide()
        self.cancel.hide()
        self.go.setText(self.tr("Done"))
        self.go.setAccessibleName(self.tr("Done"))
        self.go.setIcon(icon("check", tint="on_accent"))
        self.go.setDefault(True)
        self.go.setFocus()
        self.adjustSize()

    def _fail(self, trouble: Refused | FileTrouble) -> None:
        self.banner.say(str(trouble), tone=Tone.DANGER)

    def _stopped(self) -> None:
        self.banner.say(self.tr("Cancelled; no file was written."), tone=Tone.INFO)

    def _show_folder(self) -> None:
        if self.made is not None:
            show_folder(self.made.path.parent)

    def _browse(self) -> None:
        self._chooser.new(
            self.tr("Hand in as"),
            [self.tr("Galley projects ({pattern})").format(pattern="*.galley")],
            lambda paths: self.target.setText(str(paths[0])),
            purpose=PURPOSE,
            suggested=Path(self.target.text()).name,
            confirm=False,  # nothing is written over; the work says so
        )

    def _arrange(self) -> None:
        browse = QuietButton(self.tr("Browse…"))
        browse.clicked.connect(self._browse)
        self._where = QWidget()
        where = QHBoxLayout(self._where)
        where.setContentsMargins(0, 0, 0, 0)
        where.setSpacing(8)
        where.addWidget(PlainLabel(self.tr("File"), role=TextRole.QUIET))
        where.addWidget(self.target, 1)
        where.addWidget(browse)
        words = QVBoxLayout()
        words.setSpacing(8)
        for part in (self.heading, self.told, self.altered, self.counts, self.code, self.lies):
            words.addWidget(part)
        for hidden in (self.code, self.lies, self.show_it):
            hidden.hide()
        top = QHBoxLayout()
        top.setSpacing(14)
        top.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.show_it)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.go)
        self.go.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        inner = QVBoxLayout()
        inner.setContentsMargins(24, 20, 24, 18)
        inner.setSpacing(16)
        inner.addLayout(top)
        inner.addWidget(self._where)
        inner.addStretch(1)
        inner.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addLayout(inner)
        self.setFixedWidth(WIDTH)


def _titles(waiting: "Sequence[ArticleRow]") -> str:
    shown = "; ".join(one_line(row.title) for row in waiting[:MOST_TITLES])
    return f"{shown}; …" if len(waiting) > MOST_TITLES else shown
