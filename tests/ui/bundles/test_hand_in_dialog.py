"""Before handing in one is told what is not done, and what changed since it was."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.commands.annotations import set_note
from app.commands.assignments import finish
from app.project import Project
from app.queries.article_list import article_list
from tests.marked import marked
from tests.projects import add_article, mark_up, sit_down
from ui.bundles import taking_in
from ui.bundles.hand_in_dialog import HandInDialog
from ui.main_window import MainWindow
from ui.translation import install_plurals


def project_with_one_changed(path: Path) -> Path:
    with closing(Project.open(path)) as project:
        sit_down(project, "anna")
        first, _ = mark_up(
            project, marked("[The minister|actor] said [taxes fell|claim]."), title="Taxes"
        )
        project.perform(finish, article=first.article)
        project.perform(set_note, annotation=first.id, note="who?")
    return path


@contextmanager
def dialog_over(window: MainWindow) -> Iterator[HandInDialog]:
    opened = window.opened
    assert opened is not None
    owner = opened.person
    assert owner is not None
    rows = opened.ask(article_list, annotator=owner.id)
    dialog = HandInDialog(opened, owner, rows, window.jobs, window.chooser, window)
    dialog.open()
    yield dialog
    dialog.reject()
    dialog.deleteLater()


def test_what_changed_since_it_was_done_is_listed_and_does_not_count_as_not_done(
    open_window: Callable[..., MainWindow], new_file: Callable[..., Path]
) -> None:
    with dialog_over(open_window(project_with_one_changed(new_file()), annotator="anna")) as here:
        assert here.heading.text() == "Everything is marked done. Hand it in?"
        assert not here.told.isVisible()
        assert here.altered.whole_text() == "Changed since it was marked done: Taxes"
        assert here.go.isDefault()


def test_in_a_folder_the_file_gets_its_proper_name(
    open_window: Callable[..., MainWindow],
    new_file: Callable[..., Path],
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    with dialog_over(open_window(project_with_one_changed(new_file()), annotator="anna")) as here:
        proper = Path(here.target.text()).name
        (tmp_path / "sent").mkdir()
        here.target.setText(str(tmp_path / "sent"))
        here.go.click()
        qtbot.waitUntil(lambda: here.made is not None, timeout=20_000)
        assert [path.name for path in (tmp_path / "sent").iterdir()] == [proper]


def test_work_comes_from_a_folder_of_its_own(
    open_window: Callable[..., MainWindow],
    new_file: Callable[..., Path],
    tmp_path: Path,
) -> None:
    window = open_window(project_with_one_changed(new_file()), annotator="anna")
    (tmp_path / "came").mkdir()
    window.chooser.remember(taking_in.PURPOSE, tmp_path / "came")
    with dialog_over(window) as here:
        assert Path(here.target.text()).parent != tmp_path / "came"


def test_enter_does_not_hand_in_what_is_not_done(
    open_window: Callable[..., MainWindow],
    new_file: Callable[..., Path],
    qtbot: QtBot,
    qapp: QApplication,
) -> None:
    path = project_with_one_changed(new_file())
    with closing(Project.open(path)) as project:
        add_article(project, "Nobody has read this.", title="Unread")
    window = open_window(path, annotator="anna")
    install_plurals(qapp)
    with dialog_over(window) as here:
        assert here.heading.text() == "1 article not marked done, of 2. Hand in anyway?"
        assert here.told.whole_text() == "Unread"
        assert here.altered.isVisible()
        assert here.cancel.isDefault()
        here.go.click()
        qtbot.waitUntil(lambda: here.made is not None, timeout=20_000)
        assert "1 of 2 articles done (1 changed since), 1 to do" in here.counts.text()
        assert here.go.isDefault()
