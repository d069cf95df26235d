"""Every window is opened on a project whose every string is hostile mark-up: none of it works."""

import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPlainTextEdit, QTextEdit
from pytestqt.qtbot import QtBot

from app.act import Act
from app.agreement.cases import Sought
from app.commands import labels as label_verbs
from app.commands.annotations import mark, set_note
from app.commands.assignments import finish
from app.commands.receive import receive
from app.domain.article_choice import ALL
from app.domain.bundle_report import BundleReport
from app.domain.span import Span
from app.files.receiving_bundles import Outcome
from app.project import Project
from app.queries.article_list import article_list
from app.queries.article_view import annotations_of
from app.queries.label_set import label_set
from app.queries.label_use import merge_effect
from app.queries.people import people
from tests.marked import Marked
from tests.projects import Received, sit_down
from tests.ui.mark_up import Watcher, opened_files, rich_texts, windows
from ui.agreement.agreement_page import AgreementPage
from ui.agreement.days_dialog import DaysDialog
from ui.bugs import BugReports
from ui.bundles.hand_in_dialog import HandInDialog
from ui.bundles.work_report import WorkReport
from ui.main_window import MainWindow
from ui.reading.occurrences_dialog import OccurrencesDialog
from ui.setup.merge_dialog import MergeDialog
from ui.waiting_dialog import WaitingDialog
from ui.widgets.busy import WorkDialog

LEAVING = frozenset({"quit", "close", "sample", "new", "open"})
"""The window's actions that would end the walk."""


@pytest.fixture
def bait(tmp_path: Path) -> Path:
    """A folder whose picture the mark-up asks for."""
    folder = tmp_path / "bait"
    folder.mkdir()
    (folder / "p.png").write_bytes(b"no picture")
    return folder


@pytest.fixture
def hostile(bait: Path) -> str:
    """Mark-up that shows a picture, in every dialect that Qt takes for rich text."""
    return f"<img src='{bait / 'p.png'}'><b>bold</b>&lt;<qt><table><tr><td>"


@pytest.fixture
def path(tmp_path: Path, new_file: Callable[..., Path], hostile: str) -> Path:
    """A project whose every string is mark-up."""
    path = new_file("<b>desk<i>&lt;<qt>.galley")
    text = f"{hostile} said one. {hostile} said another.\n\n{hostile}{'<ul>' * 50}"
    with closing(Project.open(path)) as project:
        sit_down(project, "<b>anna</b><qt>")
        for number, label in enumerate(project.ask(label_set)):
            project.perform(label_verbs.rename, label=label.id, name=f"<b>{number}</b><img>"[:40])
            project.perform(
                label_verbs.set_guideline, label=label.id, guideline=f"{hostile}\n\n- {hostile}"
            )
        given = {"title": hostile, "source": hostile, "url": hostile, "language": ""}
        for number in range(2):
            record = replace(Marked(f"{number} {text}", ()).record(), **given)
            project.perform(receive, files=[Received(f"{hostile}.txt", (record,))])
        labels = project.ask(label_set)
        for row in project.ask(article_list, annotator=None):
            for start in (2, 10, 30):
                span = Span(start, start + 20)
                made = project.perform(mark, article=row.id, label=labels[0].id, spans=[span])
                project.perform(set_note, annotation=made.id, note=hostile)
            project.perform(finish, article=row.id)
        sit_down(project, "<i>ben</i><img src='x'>")
        for row in project.ask(article_list, annotator=None):
            span = Span(10, 30)
            project.perform(mark, article=row.id, label=labels[1].id, spans=[span])
            project.perform(finish, article=row.id)
    return path


@pytest.fixture
def watcher(qapp: QApplication) -> Iterator[Watcher]:
    watching = Watcher()
    qapp.installEventFilter(watching)
    yield watching
    qapp.removeEventFilter(watching)


class Visitor:
    """Goes through a window and does whatever opens something."""

    def __init__(self, window: MainWindow, watcher: Watcher, qtbot: QtBot) -> None:
        self.window, self.watcher, self._qtbot = window, watcher, qtbot

    def wait(self, until: Callable[[], bool]) -> None:
        """Wait for something that goes on aside."""
        self._qtbot.waitUntil(until, timeout=20_000)

    def settle(self) -> None:
        """Let the window come to rest, look at everything, and put away what lies before it."""
        self._qtbot.waitUntil(lambda: not self.window.jobs.is_busy, timeout=20_000)
        QCoreApplication.processEvents()
        self.watcher.look()
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QDialog) and widget.isVisible():
                widget.reject()
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        QCoreApplication.processEvents()

    def do_all(self) -> None:
        """Trigger every action of every menu that is there now."""
        leaving = {getattr(self.window.actions_, name) for name in LEAVING}
        page = self.window.visiting.page or self.window.page
        assert page is not None
        for _, actions in self.window.actions_.menus(page.menus()):
            for action in actions:
                if isinstance(action, QAction) and action not in leaving and action.isEnabled():
                    if action.menu() is None:
                        action.trigger()
                    else:
                        action.menu().aboutToShow.emit()
                    self.settle()


@contextmanager
def leaving_nothing_open(bait: Path) -> Iterator[None]:
    with opened_files(bait) as opened:
        yield
    assert not opened, "a file that mark-up names was opened"


def look_at_agreement(visitor: Visitor) -> None:
    """Go through every table of figures, to the cases and to the words, and do all there is."""
    window = visitor.window
    if not isinstance(window.visiting.page, AgreementPage):
        window.actions_.agreement.trigger()
    page = window.visiting.page
    assert isinstance(page, AgreementPage)
    visitor.wait(lambda: page.measured is not None and not page.measuring.is_busy)
    for number in range(page.figures.tabs.count()):
        page.figures.tabs.setCurrentIndex(number)
        visitor.settle()
    page.show_cases(Sought(disagreeing_only=False))
    visitor.settle()
    assert page.behind.cases is not None
    assert page.behind.cases.chosen is not None
    page.open_case(page.behind.cases.chosen)
    visitor.settle()
    for _ in ("the cases", "the figures", "the desk"):
        page.back_out()
        visitor.settle()


def test_in_no_window_is_text_from_outside_taken_for_mark_up(
    path: Path,
    hostile: str,
    bait: Path,
    watcher: Watcher,
    open_window: Callable[..., MainWindow],
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    incoming = tmp_path / "<b>new<i>.txt"
    incoming.write_text(f"{hostile}\n\n{hostile}")
    with leaving_nothing_open(bait):
        window = open_window(path, annotator="<b>anna</b><qt>")
        visitor = Visitor(window, watcher, qtbot)
        visitor.settle()
        opened = window.opened
        assert opened is not None
        window.receiving.receive(opened, [incoming, tmp_path / "<i>none.txt"])
        visitor.settle()
        visitor.do_all()
        actions = window.actions_
        for show in (actions.labels, actions.search, actions.assigning):
            show.trigger()
            visitor.settle()
            visitor.do_all()
        look_at_agreement(visitor)
        labels = opened.ask(label_set)
        origin = next(
            said
            for row in opened.ask(article_list, annotator=opened.person_id)
            for said in opened.ask(annotations_of, article=row.id, annotator=opened.person_id)
        )
        bugs = BugReports(tmp_path / "log.txt", window)
        try:
            raise RuntimeError(hostile)
        except RuntimeError:
            with qtbot.captureExceptions():
                bugs.take(*sys.exc_info())
        visitor.settle()
        for dialog in (
            WorkDialog(hostile, window),
            OccurrencesDialog(
                opened,
                window.jobs,
                origin=origin,
                labels={label.id: label for label in labels},
                articles=2,
                parent=window,
            ),
            HandInDialog(
                opened,
                replace(opened.ask(people)[0], name=hostile),
                opened.ask(article_list, annotator=opened.person_id),
                window.jobs,
                window.chooser,
                window,
            ),
            WorkReport(
                [
                    Outcome(
                        tmp_path / "<b>bundle<i>.galley",
                        BundleReport(name=hostile, code="3F7A-9C21", annotator=hostile, new=1),
                    ),
                    Outcome(tmp_path / "<i>none.galley", refused=hostile),
                ],
                window,
                is_plan=True,
            ),
            DaysDialog(ALL, window),
            WaitingDialog([Act.of(None, label_verbs.add, name=hostile)], hostile, window),
            MergeDialog(
                labels[0],
                labels[1:],
                lambda into: opened.ask(merge_effect, label=labels[0].id, into=into),
                window,
            ),
        ):
            dialog.show()
            visitor.settle()
            dialog.deleteLater()
        for message in (window.messages.trouble, window.messages.refuse, window.messages.hint):
            message(hostile)
            visitor.settle()
    assert not watcher.found
    unseen = windows() - {"VisitedPage"} - watcher.shown  # which is what others are made from
    assert not unseen, "a window that was never shown here may show anything"


def test_pasted_and_dropped_mark_up_comes_as_letters(
    path: Path, hostile: str, bait: Path, open_window: Callable[..., MainWindow]
) -> None:
    window = open_window(path, annotator="<b>anna</b><qt>")
    window.actions_.labels.trigger()
    data = QMimeData()
    data.setHtml(hostile)
    data.setText("letters")
    with leaving_nothing_open(bait):
        editors = [*window.findChildren(QPlainTextEdit), *window.findChildren(QTextEdit)]
        writable = [editor for editor in editors if not editor.isReadOnly()]
        assert len(writable) >= 2, "the note and the guideline"
        for editor in writable:
            editor.insertFromMimeData(data)
            assert not list(rich_texts(editor))


def test_the_walk_sees_mark_up_and_the_files_it_opens(
    qtbot: QtBot, watcher: Watcher, bait: Path, hostile: str
) -> None:
    label = QLabel(hostile)
    label.setToolTip(hostile)
    qtbot.addWidget(label)
    with opened_files(bait) as opened:
        label.show()
        label.grab()
        watcher.look()
    assert watcher.found
    assert "QLabel" in watcher.shown
    assert opened or not sys.platform.startswith("linux")
