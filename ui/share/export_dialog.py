"""The export dialog: whose annotations go out, in which format, to which file."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.annotator import Annotator
from app.errors import FileTrouble, Refused
from app.queries.people import people
from ui.choosing import Chooser
from ui.jobs import Jobs, Progress, Stopped
from ui.share.export_preview import preview
from ui.theme.fonts import TextRole
from ui.theme.icons import icon
from ui.widgets.banner import Banner, Tone, ToneIcon
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.frames import Panel
from ui.widgets.numbers import parted
from ui.widgets.plain import ElidedLabel, PlainLabel, one_line

if TYPE_CHECKING:
    from app.files.exporting import ExportReport
    from ui.open_project import OpenProject

WIDTH = 520
PURPOSE = "exports"
FORMATS = (("jsonl", ".jsonl"),)


class ExportDialog(QDialog):
    """Asks, shows beforehand what will be written, and afterwards where it lies."""

    def __init__(
        self, opened: "OpenProject", jobs: Jobs, chooser: Chooser, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._opened, self._jobs, self._chooser = opened, jobs, chooser
        self._people: list[Annotator] = opened.ask(people)
        self.setWindowTitle(self.tr("Export"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.format = QComboBox()
        self.whose = QComboBox()
        self.target = QLineEdit()
        self.foretold = PlainLabel(wrap=True)
        self.replacing = PlainLabel(role=TextRole.QUIET, wrap=True)
        self.banner = Banner()
        self.export_button = PrimaryButton(self.tr("Export"))
        self.told = PlainLabel(role=TextRole.TITLE, wrap=True)
        self.lies = ElidedLabel(role=TextRole.QUIET)
        self.lost = PlainLabel(role=TextRole.QUIET, wrap=True)
        self._pages = QStackedWidget()
        self._asking_page = self._asking()
        self._pages.addWidget(self._asking_page)
        self._pages.addWidget(self._telling())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self._pages)
        self.setFixedWidth(WIDTH)
        self._fill()

    @property
    def path(self) -> Path:
        """The file that is named, with the format's ending where it has none."""
        path = Path(self.target.text().strip()).expanduser()
        suffix = FORMATS[max(0, self.format.currentIndex())][1]
        return path if path.suffix or not path.name else path.with_name(path.name + suffix)

    def start(self) -> None:
        """Write the file."""
        from app.files.exporting import export

        project, path = self._opened.project, self.path
        form, annotator = str(self.format.currentData()), self.whose.currentData()
        self.banner.hide()
        self._pages.setEnabled(False)

        def work(progress: Progress, stopped: Stopped) -> "ExportReport":
            return export(
                project,
                path,
                format=form,
                annotator=annotator,
                progress=progress,
                cancelled=stopped,
            )

        self._jobs.run(
            self.tr("Exporting"),
            work,
            done=lambda report: self._tell(report, path),
            failed=self._fail,
            stopped=self._stopped,
            over=self,
        )

    def reject(self) -> None:
        """Go away, unless the work is still going on."""
        if self._pages.isEnabled():
            super().reject()

    def _fill(self) -> None:
        for name, _suffix in FORMATS:
            self.format.addItem(
                self.tr("{name}: one line per article and annotator").format(name=name.upper()),
                name,
            )
        me = self._opened.person
        for person in self._people:
            label = self.tr("{name} (me)") if person == me else "{name}"
            self.whose.addItem(one_line(label.format(name=person.name)), person.name)
        self.whose.addItem(self.tr("All annotators"), "all")
        if me is not None:
            self.whose.setCurrentIndex(max(0, self.whose.findData(me.name)))
        else:
            self.whose.setCurrentIndex(self.whose.count() - 1)
        folder = self._chooser.folder_for(PURPOSE)
        self.target.setText(str(folder / f"{self._opened.project.path.stem}{FORMATS[0][1]}"))
        self.whose.currentIndexChanged.connect(self._foretell)
        self.target.textChanged.connect(self._look_at_target)
        self._foretell()
        self._look_at_target()
        self.whose.setFocus()

    def _chosen_people(self) -> list[Annotator]:
        name = self.whose.currentData()
        return [one for one in self._people if name in ("all", one.name)]

    def _foretell(self) -> None:
        seen = preview(self._opened, self._chosen_people())
        parts = [
            parted(self.tr("%n article(s)", None, seen.articles), seen.articles),
            parted(self.tr("%n annotation(s)", None, seen.annotations), seen.annotations),
        ]
        if seen.not_done:
            parts.append(
                parted(self.tr("%n article(s) not done", None, seen.not_done), seen.not_done)
            )
        self.foretold.setText(" · ".join(parts))

    def _look_at_target(self) -> None:
        said = bool(self.target.text().strip())
        there = said and self.path.is_file()
        words = self.tr("A file of this name is there and will be replaced.")
        self.replacing.setText(words if there else "")
        self.export_button.setEnabled(said)

    def _choose_target(self) -> None:
        suffix = FORMATS[self.format.currentIndex()][1]
        self._chooser.new(
            self.tr("Export to"),
            [self.tr("{format} files ({pattern})").format(format="JSONL", pattern=f"*{suffix}")],
            lambda paths: self.target.setText(str(paths[0])),
            purpose=PURPOSE,
            suggested=self.path.name,
        )

    def _fail(self, trouble: Refused | FileTrouble) -> None:
        self._pages.setEnabled(True)
        self.banner.say(str(trouble), tone=Tone.DANGER)

    def _stopped(self) -> None:
        self._pages.setEnabled(True)
        self.banner.say(self.tr("Export was cancelled; no file was written."), tone=Tone.INFO)

    def _tell(self, report: "ExportReport", path: Path) -> None:
        self._pages.setEnabled(True)
        self._chooser.remember(PURPOSE, path.parent)
        self.told.setText(
            self.tr("{lines} with {annotations} exported").format(
                lines=parted(self.tr("%n line(s)", None, report.lines), report.lines),
                annotations=parted(
                    self.tr("%n annotation(s)", None, report.annotations), report.annotations
                ),
            )
        )
        self.lies.setText(str(path.absolute()))
        lost = self.tr("The format could not carry {what}.").format(what=report.loss)
        self.lost.setText(lost if report.loss else "")
        self.lost.setVisible(bool(report.loss))
        self._pages.removeWidget(self._asking_page)  # it is higher than what is told now
        self._settle()
        self._done.setFocus()

    def _settle(self) -> None:
        """Be as high as the page that is shown."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(WIDTH, layout.totalHeightForWidth(WIDTH))

    def _show_in_folder(self) -> None:
        folder = Path(self.lies.whole_text()).parent
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _asking(self) -> QWidget:
        browse = QuietButton(self.tr("Browse…"))
        browse.clicked.connect(self._choose_target)
        cancel = QuietButton(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.export_button.setDefault(True)
        self.export_button.clicked.connect(self.start)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.target, 1)
        row.addWidget(browse)
        file = QVBoxLayout()
        file.setSpacing(4)
        file.addLayout(row)
        file.addWidget(self.replacing)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(12)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        fields: tuple[tuple[str, QWidget | QVBoxLayout], ...] = (
            (self.tr("Annotations of"), self.whose),
            (self.tr("Format"), self.format),
            (self.tr("File"), file),
            (self.tr("Will hold"), self.foretold),
        )
        for name, part in fields:
            label = PlainLabel(name)
            label.setProperty("role", TextRole.QUIET.value)
            form.addRow(label, part)
        for field, name in (
            (self.whose, self.tr("Annotations of")),
            (self.format, self.tr("Format")),
            (self.target, self.tr("File")),
        ):
            field.setAccessibleName(name)
        return self._page(
            PlainLabel(self.tr("Export annotations"), role=TextRole.TITLE),
            form,
            (cancel, self.export_button),
        )

    def _telling(self) -> QWidget:
        self._done = PrimaryButton(self.tr("Done"))
        self._done.setDefault(True)
        self._done.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._done.clicked.connect(self.accept)
        show = QuietButton(self.tr("Show in folder"), icon=icon("open"))
        show.clicked.connect(self._show_in_folder)
        words = QVBoxLayout()
        words.setSpacing(4)
        for label in (self.told, self.lies, self.lost):
            words.addWidget(label)
        body = QHBoxLayout()
        body.setSpacing(14)
        body.addWidget(ToneIcon(Tone.GOOD, size=28), 0, Qt.AlignmentFlag.AlignTop)
        body.addLayout(words, 1)
        return self._page(None, body, (show, self._done))

    @staticmethod
    def _page(
        heading: QWidget | None,
        body: QFormLayout | QHBoxLayout,
        buttons: tuple[QuietButton, QuietButton],
    ) -> QWidget:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        for button in buttons:
            foot.addWidget(button)
        page = Panel()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(16)
        if heading is not None:
            column.addWidget(heading)
        column.addLayout(body)
        column.addStretch(1)
        column.addLayout(foot)
        return page
