"""The label set is changed on its page, by keys alone if wished, and the desk follows."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.commands import labels
from app.domain.label import DESK_KEYS, Hue, Label, Look
from app.project import Project
from app.queries.label_set import label_set
from tests.marked import marked
from tests.projects import mark_up, sit_down
from ui.main_window import MainWindow
from ui.setup.labels_page import LabelsPage
from ui.setup.merge_dialog import MergeDialog
from ui.widgets.messages import PlainDialog

ARTICLE = marked("[Ada Ruiz|actor] said [rents rose|claim] in [Gora-Podol|location]. [No|claim].")


@pytest.fixture
def window(new_file: Callable[..., Path], open_window: Callable[..., MainWindow]) -> MainWindow:
    """The window, on an article that anna has marked."""
    path = new_file()
    project = Project.open(path)
    sit_down(project, "anna")
    mark_up(project, ARTICLE)
    project.close()
    return open_window(path)


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> LabelsPage:
    """The page of labels, opened by its key."""
    QTest.keyClick(
        window,
        Qt.Key.Key_G,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    found = window.visiting.page
    assert found is not None
    qtbot.waitUntil(found.list.hasFocus)
    return found


def there(window: MainWindow) -> list[Label]:
    assert window.opened is not None
    return window.opened.ask(label_set)


def there_in(page: LabelsPage) -> list[Label]:
    return page.opened.ask(label_set)


def names(window: MainWindow) -> list[str]:
    return [label.name for label in there(window)]


def dialog_of(window: MainWindow, kind: type) -> MergeDialog | PlainDialog:
    return next(one for one in window.findChildren(kind) if one.isVisible())


def test_escape_leads_back_to_the_desk_and_so_does_the_key(
    window: MainWindow, page: LabelsPage
) -> None:
    assert not page.isHidden()
    QTest.keyClick(page.list, Qt.Key.Key_Escape)
    assert window.page is not None
    assert window.page.isVisible()
    assert window.visiting.page is None
    window.actions_.labels.trigger()
    window.actions_.labels.trigger()
    assert window.page.isVisible()


def test_keys_alone_rename_rekey_and_reorder_a_label(window: MainWindow, page: LabelsPage) -> None:
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    QTest.keyClick(page.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert names(window) == ["location", "actor", "claim", "denial"]
    page.form.name.selectAll()
    QTest.keyClicks(page.form.name, "place")
    QTest.keyClick(page.form.name, Qt.Key.Key_Return)
    page.form.key.selectAll()
    QTest.keyClicks(page.form.key, "q")
    QTest.keyClick(page.form.key, Qt.Key.Key_Return)
    assert [(one.name, one.key) for one in there(window)][:2] == [("place", "Q"), ("actor", "1")]
    assert page.form.key.text() == "Q"


def test_what_is_refused_is_said_and_what_is_kept_stands_in_the_field_again(
    window: MainWindow, page: LabelsPage
) -> None:
    page.form.name.setText("CLAIM")
    QTest.keyClick(page.form.name, Qt.Key.Key_Return)
    assert page.form.name.text() == "actor"
    assert names(window) == ["actor", "location", "claim", "denial"]


def test_a_look_and_a_colour_are_picked_where_they_are_drawn(
    window: MainWindow, page: LabelsPage
) -> None:
    page.form.style_picker.hues[Hue.PINK].click()
    page.form.style_picker.looks[Look.DASHED_BAND].click()
    assert (there(window)[0].look, there(window)[0].hue) == (Look.DASHED_BAND, Hue.PINK)
    assert page.form.style_picker.hues[Hue.CYAN].look is Look.DASHED_BAND
    assert page.form.style_picker.looks[Look.BAND].hue is Hue.PINK
    window.actions_.undo.trigger()
    assert page.form.style_picker.hues[Hue.PINK].isChecked()
    assert not page.form.style_picker.looks[Look.DASHED_BAND].isChecked()


def test_a_guideline_is_shown_while_it_is_written_and_kept_when_one_leaves(
    window: MainWindow, page: LabelsPage
) -> None:
    page.editor.field.setPlainText("Whoever **acts**: `[Ada|actor] spoke.`")
    assert page.editor.preview.toPlainText() == "Whoever acts: Ada spoke."
    page.leave()
    assert there(window)[0].guideline == "Whoever **acts**: `[Ada|actor] spoke.`"
    window.actions_.undo.trigger()
    assert there(window)[0].guideline.startswith("An actor is")


def test_galleys_own_guideline_can_be_had_back(window: MainWindow, page: LabelsPage) -> None:
    assert not page.editor.default.isVisible()
    own = there(window)[0].guideline
    page.editor.field.setPlainText("Mine.")
    page.editor.save()
    assert page.editor.default.isVisible()
    page.editor.default.click()
    assert there(window)[0].guideline == own


def test_a_merge_says_what_it_affects_and_one_undo_takes_it_back(
    window: MainWindow, page: LabelsPage, qtbot: QtBot
) -> None:
    page.list.setCurrentRow(2)
    page.form.merge.click()
    dialog = dialog_of(window, MergeDialog)
    dialog.target.setCurrentIndex(2)
    assert dialog.foretold.text().endswith("will become denial.")
    assert dialog.foretold.text().startswith("2 annotation")
    dialog.accept()
    qtbot.waitUntil(lambda: names(window) == ["actor", "location", "denial"])
    assert page.list.count() == 3
    page.leave()
    outline = window.page.shown.outline.model
    assert [outline.index(row).data() for row in range(4)] == [
        *("Ada Ruiz", "rents rose", "Gora-Podol", "No")
    ]
    window.actions_.undo.trigger()
    assert names(window) == ["actor", "location", "claim", "denial"]
    assert outline.counts()[there(window)[2].id] == 2


def test_a_retired_label_stays_drawn_at_the_desk_and_is_not_offered(
    window: MainWindow, page: LabelsPage, qtbot: QtBot
) -> None:
    claim = there(window)[2]
    page.list.setCurrentRow(2)
    page.form.retire.click()
    dialog_of(window, PlainDialog).accept()
    qtbot.waitUntil(lambda: there(window)[2].retired)
    assert page.form.retire.text() == "Restore"
    page.leave()
    assert [action.text() for action in window.page.keys.labels] == [
        *("Mark as actor", "Mark as location", "Mark as denial")
    ]
    assert window.page.shown.outline.model.counts()[claim.id] == 2
    assert window.page.shown.label(claim.id).name == "claim"


def test_what_marks_something_cannot_be_deleted_and_what_marks_nothing_can(
    window: MainWindow, page: LabelsPage
) -> None:
    assert not page.form.delete.isEnabled()
    page.list.setCurrentRow(3)
    page.form.delete.click()
    assert names(window) == ["actor", "location", "claim"]


def test_a_new_label_is_gone_to(window: MainWindow, page: LabelsPage) -> None:
    page.add_label("intention")
    assert names(window)[-1] == "intention"
    assert page.list.current == there(window)[-1].id
    assert page.form.name.text() == "intention"


def test_a_label_is_added_in_its_row_and_a_refused_name_stays_there(
    window: MainWindow, page: LabelsPage
) -> None:
    page.add.button.click()
    QTest.keyClicks(page.add.name, "Actor")
    QTest.keyClick(page.add.name, Qt.Key.Key_Return)
    assert page.add.name.text() == "Actor"
    page.add.name.setText("intention")
    QTest.keyClick(page.add.name, Qt.Key.Key_Return)
    assert names(window)[-1] == "intention"
    assert page.add.button.isVisible()


def test_the_foot_counts_a_label_as_soon_as_it_is_there(
    window: MainWindow, page: LabelsPage
) -> None:
    assert window.status.count.text().startswith("4 ")
    page.add_label("Rumour")
    assert window.status.count.text().startswith("5 ")


def test_a_guideline_is_shown_from_its_beginning(page: LabelsPage, qtbot: QtBot) -> None:
    preview = page.editor.preview
    preview.setFixedHeight(40)
    qtbot.waitUntil(lambda: preview.verticalScrollBar().maximum() > 0)
    for row in range(4):
        page.list.choose(there_in(page)[row].id)
        assert preview.verticalScrollBar().value() == 0
        assert preview.textCursor().position() == 0


def test_esc_gives_up_the_new_name_and_not_the_page(window: MainWindow, page: LabelsPage) -> None:
    before = names(window)
    page.add.button.click()
    QTest.keyClicks(page.add.name, "x")
    QTest.keyClick(page.add.name, Qt.Key.Key_Escape)
    assert page.add.button.hasFocus()
    assert window.visiting.page is page
    assert names(window) == before


def test_everything_on_the_page_has_a_name_for_a_screen_reader(page: LabelsPage) -> None:
    stops, widget = [], page.nextInFocusChain()
    while widget is not page:
        if widget.isVisible() and page.isAncestorOf(widget):
            policy = widget.focusPolicy()
            if policy & Qt.FocusPolicy.TabFocus:
                stops.append(widget)
        widget = widget.nextInFocusChain()
    nameless = [
        one for one in stops if not one.accessibleName() and not getattr(one, "text", str)()
    ]
    assert [type(one).__name__ for one in nameless] in ([], ["QSplitterHandle"])
    assert len(stops) > 18
    assert "key 1" in page.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_the_desks_own_keys_are_those_no_label_can_have(window: MainWindow) -> None:
    assert window.page is not None
    marking = set(window.page.keys.labels)
    single = {
        key.toString()
        for action in window.page.actions()
        if action not in marking
        for key in action.shortcuts()
        if len(key.toString()) == 1
    }
    assert single <= DESK_KEYS, "add a key that the desk takes to DESK_KEYS"


def test_hostile_names_and_guidelines_are_shown_letter_by_letter(
    window: MainWindow, page: LabelsPage, tmp_path: Path
) -> None:
    picture = tmp_path / "seen.svg"
    picture.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    name = f"<img src='{picture}'>&amp;"[:200]
    hostile = f"![x](file://{picture}) [y](http://127.0.0.1:9/z) <img src='file://{picture}'>"
    window.opened.perform(labels.rename, label=there(window)[0].id, name=name)
    window.opened.perform(labels.set_guideline, label=there(window)[0].id, guideline=hostile)
    QApplication.processEvents()
    page.grab()
    assert page.editor.preview.toPlainText() == hostile
    document = page.editor.preview.document()
    assert all("\ufffc" not in block.text() for block in blocks(document))
    assert "<a " not in document.toHtml()
    assert "<img" not in document.toHtml()
    assert page.form.name.text() == name


def blocks(document: object) -> list[object]:
    found, block = [], document.begin()
    while block.isValid():
        found.append(block)
        block = block.next()
    return found
