"""The dialog in which the lead hands out: who gets a file, where it goes, and its code."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.seal import Way
from app.errors import FileTrouble, Refused
from ui.bundles.made_list import PeopleList, free_path, show_folder
from ui.choosing import Chooser
from ui.jobs import Jobs, Progress, Stopped
from ui.theme.fonts import TextRole
from ui.theme.icons import icon
from ui.widgets.banner import Banner, Tone
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.path_field import PathField
from ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.annotator import Annotator
    from app.files.bundles import Bundle
    from app.queries.hand_over import HandOver
    from ui.open_project import OpenProject

SIZE = QSize(760, 480)
PURPOSE = "bundles out"


class HandOutDialog(QDialog):
    """Ticks, a folder, one press; afterwards the codes stand beside the names."""

    def __init__(
        self,
        opened: "OpenProject",
        people: "Sequence[tuple[Annotator, HandOver]]",
        jobs: Jobs,
        chooser: Chooser,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._opened, self._jobs, self._chooser = opened, jobs, chooser
        self.made: list[Bundle] = []
        self.setWindowTitle(self.tr("Hand out"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.heading = PlainLabel(self.tr("Hand out work"), role=TextRole.TITLE)
        self.sentence = PlainLabel(
            self.tr(
                "Each gets a file with the articles allotted to them, all of them where none are, "
                "and nobody else's work. Whoever opens it sits at their own desk at once."
            ),
            role=TextRole.QUIET,
            wrap=True,
        )
        self.banner = Banner()
        self.list = PeopleList()
        self.list.show_people(people)
        self.folder = PathField(str(chooser.folder_for(PURPOSE)))
        self.folder.setAccessibleName(self.tr("Folder"))
        self.making = PlainLabel(
            self.tr("This folder is not there yet; it will be made."), role=TextRole.QUIET
        )
        self.browse = QuietButton(self.tr("Browse…"))
        self.show_it = QuietButton(self.tr("Show folder"), icon=icon("open"))
        self.cancel = QuietButton(self.tr("Cancel"))
        self.go = PrimaryButton(self.tr("Hand out"), icon=icon("export", tint="on_accent"))
        self._arrange(parent)
        self.browse.clicked.connect(self._choose_folder)
        self.show_it.clicked.connect(lambda: show_folder(Path(self.folder.text())))
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self._press)
        self.list.itemChanged.connect(self._offer)
        self.folder.textChanged.connect(self._offer)
        self._offer()
        self.list.setFocus()

    def start(self) -> None:
        """Write one file for each who is ticked."""
        from app.files.bundles import make_bundle, proposed_name
        from app.files.folders import make_folder

        project, folder = self._opened.project, Path(self.folder.text()).expanduser()
        chosen, made = self.list.chosen(), self.made
        self.banner.hide()

        def work(progress: Progress, stopped: Stopped) -> None:
            make_folder(folder)
            for number, person in enumerate(chosen):
                path = free_path(folder / proposed_name(project, person))
                made.append(
                    make_bundle(
                        project,
                        path,
                        annotator=person,
                        way=Way.OUT,
                        progress=lambda done, total, at=number: progress(  # type: ignore[misc]
                            at * total + done, len(chosen) * total
                        ),
                        cancelled=stopped,
                    )
                )

        self._jobs.run(
            self.tr("Handing out"),
            work,
            done=lambda _: self._tell(),
            failed=self._fail,
            stopped=self._stopped,
            over=self,
        )

    def _press(self) -> None:
        if self.made:
            self.accept()
        else:
            self.start()

    def _tell(self) -> None:
        self._show_made()
        self.heading.setText(self.tr("%n bundle(s) handed out", None, len(self.made)))
        self.sentence.setText(
            self.tr(
                "Send each file to the one it is named after. Both of you can read its code: if "
                "the codes are the same, so is what is in it."
            )
        )

    def _fail(self, trouble: Refused | FileTrouble) -> None:
        self._show_made()
        self.banner.say(str(trouble), tone=Tone.DANGER)

    def _stopped(self) -> None:
        self._show_made()
        words = self.tr("Cancelled. %n file(s) had been written before.", None, len(self.made))
        self.banner.say(words, tone=Tone.INFO)

    def _show_made(self) -> None:
        for bundle in self.made:
            self.list.show_made(bundle)
        if not self.made:
            return
        self._chooser.remember(PURPOSE, self.made[0].path.parent)
        for widget in (self.folder, self.browse):
            widget.setEnabled(False)
        self.making.hide()
        self.cancel.hide()
        self.show_it.show()
        self.go.setText(self.tr("Done"))
        self.go.setIcon(icon("check", tint="on_accent"))
        self.go.setAccessibleName(self.tr("Done"))
        self.go.setEnabled(True)
        self.go.setFocus()

    def _offer(self) -> None:
        if not self.made:
            named = self.folder.text().strip()
            self.go.setEnabled(bool(self.list.chosen()) and bool(named))
            self.making.setVisible(bool(named) and not Path(named).expanduser().exists())

    def _choose_folder(self) -> None:
        self._chooser.folder(
            self.tr("Where the files go"),
            lambda paths: self.folder.setText(str(paths[0])),
            purpose=PURPOSE,
        )

    def _arrange(self, parent: QWidget) -> None:
        where = QHBoxLayout()
        where.setSpacing(8)
        where.addWidget(PlainLabel(self.tr("Folder"), role=TextRole.QUIET))
        where.addWidget(self.folder, 1)
        where.addWidget(self.browse)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.show_it)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.go)
        self.show_it.hide()
        self.go.setDefault(True)
        self.go.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        inner = QVBoxLayout()
        inner.setContentsMargins(22, 18, 22, 18)
        inner.setSpacing(12)
        inner.addWidget(self.heading)
        inner.addWidget(self.sentence)
        inner.addWidget(self.list, 1)
        inner.addLayout(where)
        inner.addWidget(self.making)
        inner.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addLayout(inner)
        self.resize(SIZE.boundedTo(parent.size() - QSize(40, 40)))
