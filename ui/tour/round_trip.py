"""The tour's second half: work goes out to three people, is done, and comes back in any order."""

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.commands.annotators import join
from app.files.exporting import export
from app.files.receiving import receive_files
from app.paths import RESOURCES
from app.project import Project
from app.queries.layer import EVERYTHING, layer_digest
from ui.bundles.hand_in_dialog import HandInDialog
from ui.bundles.hand_out_dialog import HandOutDialog
from ui.bundles.work_report import WorkReport
from ui.driving import drag, press
from ui.main_window import MainWindow
from ui.reading.desk_page import DeskPage
from ui.tour.comparing import compare
from ui.tour.guide import Guide
from ui.tour.marks import Mark, place_of

LEAD = "Ada"
PEOPLE = ("Bela", "Chidi", "Dora")
MINISTER = Mark("1", "Halvorra's water minister")
REPORTERS = Mark("2", "Kessavar", after="told reporters in")
MISSING = Mark("3", "four residents of Lower Kessa were missing")
DAMAGE = Mark("3", "the damage would run to $1.5bn")
SPOKESMAN = Mark("1", "Col. Tomas Brekk")
LOGS = Mark("3", "We have the logs, and we will hand them to the United Rivers Commission today")
MARKED = (
    (
        *(MINISTER, REPORTERS, MISSING, DAMAGE, SPOKESMAN, LOGS),
        Mark("4", "Drenmark, which runs the dam, rejects that"),
        Mark("4", "any of its drones had been in the air that night"),
    ),
    (
        *(MINISTER, REPORTERS, SPOKESMAN),
        Mark(
            "3",
            "four residents of Lower Kessa were missing and that the damage would run to $1.5bn",
        ),
        Mark("4", "rejects that", after="which runs the dam"),
        Mark("4", "any of its drones had been in the air that night"),
        Mark("3", "We have the logs"),
    ),
    (
        *(MINISTER, MISSING, DAMAGE, LOGS),
        Mark("1", "Kessavar", after="told reporters in"),
        Mark("4", "Drenmark, which runs the dam, rejects that"),
        Mark("3", "any of its drones had been in the air that night"),
    ),
)
"""What each marks in the first article, with the label's key: much of it alike, some of it not."""

OpenWindow = Callable[[str], MainWindow]
"""Opens a window for somebody of this name, with no project."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A file that was handed in, and the code that its annotator saw."""

    path: Path
    code: str


class RoundTrip:
    """Leads work through the windows of a lead and of three annotators; files lie in a folder."""

    def __init__(self, guide: Guide, folder: Path, open_window: OpenWindow) -> None:
        self._guide, self._folder, self._open_window = guide, folder, open_window
        self.project = folder / "Team.galley"

    def take(self) -> None:
        """Hand out, annotate, hand in, and receive in two orders, one of them twice."""
        guide = self._guide
        self.found()
        files = self.hand_out()
        sent = [self.annotate(file) for file in files]
        orders = (sent, [*reversed(sent), *sent])
        states = [self.receive(order, name=f"{at}") for at, order in enumerate(orders)]
        guide.expect(states[0] == states[1], "every order of receiving ends in the same state")
        guide.say("received the work in two orders, one of them twice: the same in every byte")

    def found(self) -> None:
        """Make the lead's project, with articles and people."""
        with closing(Project.create(self.project)) as project:
            for name in (LEAD, *PEOPLE):
                project.perform(join, name=name)
            receive_files(project, sorted((RESOURCES / "sample").glob("*.txt"))[:4])

    def hand_out(self) -> list[Path]:
        """Hand a file out to each annotator; return the files."""
        guide = self._guide
        out = self._folder / "out"
        out.mkdir()
        window = self._arrive(LEAD, self.project)
        press(window, "Ctrl+Shift+O")
        dialog = guide.dialog(HandOutDialog)
        guide.type_into(dialog.folder, str(out))
        dialog.go.click()
        guide.until(lambda: len(dialog.made) == len(PEOPLE), "three files are written")
        guide.picture_of(dialog, "hand-out")
        codes = [bundle.code for bundle in dialog.made]
        dialog.go.click()
        guide.say(f"handed out to {len(codes)} annotators: {', '.join(codes)}")
        paths = [bundle.path for bundle in dialog.made]
        window.close()
        return paths

    def annotate(self, file: Path) -> Sent:
        """Open a file as its annotator does, mark words, say it is done, and hand it in."""
        guide = self._guide
        window = self._arrive("", file)
        owner = window.header.owner.whole_text()
        names = [name for name in PEOPLE if name in owner]
        guide.expect(len(names) == 1, "the header says whose copy it is")
        number = PEOPLE.index(names[0])
        page = window.page
        assert isinstance(page, DeskPage)  # noqa: S101 - a project was opened
        press(page.pane, "Ctrl+L")
        guide.type_into(page.articles.filter, "ledger")
        page.articles.view.setFocus()
        press(page.articles.view, "Home")
        page.articles.filter.clear()
        page.pane.setFocus()
        for mark in MARKED[number]:
            drag(page.pane, *place_of(page.pane.text, mark))
            press(page.pane, mark.label)
        guide.expect(page.shown.count == len(MARKED[number]), "the words are marked")
        press(page.pane, "D")
        press(window, "Ctrl+Shift+H")
        dialog = guide.dialog(HandInDialog)
        target = self._folder / "in" / f"{PEOPLE[number]}.galley"
        target.parent.mkdir(exist_ok=True)
        guide.type_into(dialog.target, str(target))
        if number == 0:
            guide.picture_of(dialog, "hand-in")
        dialog.go.click()
        guide.until(lambda: dialog.made is not None, "the file is written")
        sent = Sent(target, dialog.code.text())
        dialog.go.click()
        guide.say(f"{PEOPLE[number]} marked {len(MARKED[number])} and handed in {sent.code}")
        window.close()
        return sent

    def receive(self, order: Sequence[Sent], *, name: str) -> tuple[str, bytes]:
        """Receive files into a copy of the lead's project; return its digest and its export."""
        guide = self._guide
        copy = self._folder / f"Team {name}.galley"
        with closing(Project.open(self.project)) as project:
            project.copy_to(copy)
        window = self._arrive(LEAD, copy)
        for number, sent in enumerate(order):
            press(window, "Ctrl+Shift+R")
            guide.answer_with_path(sent.path)
            plan = self._report(is_plan=True)
            told = plan.taken[0].report if plan.taken else None
            guide.expect(
                told is not None and told.code == sent.code and told.is_as_sealed,
                "the lead sees the code that the annotator saw",
            )
            if (name, number) == ("0", 0):
                guide.picture_of(plan, "receive")
            plan.go.click()
            done = self._report(is_plan=False)
            done.go.click()
            guide.until(lambda: window.team.taking_in.report is None, "the report goes away")
            guide.wake(window)
        if name == "0":
            press(window, "Ctrl+Shift+P")
            guide.until(lambda: window.visiting.page is not None, "the progress is shown")
            self._picture_progress(window)
            press(window, "Ctrl+Shift+P")
            compare(guide, window)
        window.close()
        with closing(Project.open(copy)) as project:
            digest = project.ask(layer_digest, EVERYTHING)
            target = self._folder / f"Team {name}.jsonl"
            export(project, target, annotator="all")
        return digest, target.read_bytes()

    def _picture_progress(self, window: MainWindow) -> None:
        from ui.progress.progress_page import ProgressPage

        page = window.visiting.page
        assert isinstance(page, ProgressPage)  # noqa: S101 - its key was pressed
        self._guide.until(lambda: page.team is not None, "everything is counted")
        self._guide.picture(window, "progress")

    def _report(self, *, is_plan: bool) -> WorkReport:
        found: list[WorkReport] = []

        def shown() -> bool:
            found[:] = [
                widget
                for widget in QApplication.topLevelWidgets()
                if isinstance(widget, WorkReport)
                and widget.isVisible()
                and widget.is_plan is is_plan
            ]
            return bool(found)

        self._guide.until(shown, "a report on the work is shown")
        return found[0]

    def _arrive(self, name: str, path: Path) -> MainWindow:
        window = self._open_window(name)
        window.opening.open(path)
        self._guide.until(lambda: window.page is not None, "the project is open")
        self._guide.until(
            lambda: window.opened is not None and window.opened.person, "somebody sits there"
        )
        self._guide.wake(window)
        return window
