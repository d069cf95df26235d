"""Backups lie on one shelf for each project; made where it changed, told of in facts."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Thread

import pytest

from app.commands.annotations import delete, set_note
from app.commands.assignments import finish
from app.domain.difference import Amount, How
from app.errors import Cancelled, FileTrouble
from app.files.backups import (
    MOST_LINES,
    backups,
    backups_of,
    differences,
    make_backup,
    of_file,
    say_checked,
    thin_out,
)
from app.files.restoring import keep_damaged, restore, save_as
from app.project import Project
from app.queries.article_list import article_list
from app.queries.check import check
from app.queries.stamp import stamp
from app.store.retelling import rebuild_from
from app.store.shelf import NoRoom, Suspicion, Why, shelf_of, stamp_of
from tests.marked import marked
from tests.projects import add_article, mark_up, sit_down

ARTICLE = marked("[Ada Ruiz|actor] said [rents rose|claim] in [Gora-Podol|location].")
OTHER = marked("[The mayor|actor] denied that [the quay is closed|denial].")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The folder for all backups, which nobody has made yet."""
    return tmp_path / "kept" / "backups"


@pytest.fixture
def desk(project: Project) -> Project:
    """A project in which Anna marked one article."""
    sit_down(project)
    mark_up(project, ARTICLE, title="Rents")
    return project


def tables(path: Path) -> dict[str, list[object]]:
    with closing(sqlite3.connect(path)) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {
            name: connection.execute(f"SELECT * FROM {name} ORDER BY 1").fetchall()
            for (name,) in names
        }


def is_whole(path: Path) -> bool:
    with closing(Project.open(path)) as project:
        return project.ask(lambda here: list(check(here))) == []


def test_a_backup_says_what_it_holds_and_what_it_was_made_for(desk: Project, root: Path) -> None:
    made = make_backup(desk, root, Why.OPENING)
    assert made is not None
    assert backups(root, desk.id) == [made]
    assert (made.articles, made.annotations, made.why) == (1, 3, Why.OPENING)
    assert made.of == desk.path
    assert abs(datetime.now(UTC) - made.made) < timedelta(minutes=1)
    assert is_whole(made.path)
    assert sorted(one.name for one in made.path.parent.iterdir()) == sorted(
        [made.path.name, made.slot.retelling.name]
    )


def test_nothing_is_made_where_nothing_changed(desk: Project, root: Path) -> None:
    assert make_backup(desk, root, Why.OPENING) is not None
    assert make_backup(desk, root, Why.WORK) is None
    desk.undo()
    assert make_backup(desk, root, Why.WORK) is not None
    assert make_backup(desk, root, Why.RESTORING, anyhow=True) is not None
    assert [one.slot.number for one in backups(root, desk.id)] == [3, 2, 1]


def test_the_state_has_one_name_whoever_asks(desk: Project) -> None:
    said = desk.ask(stamp)
    desk.close()
    with closing(sqlite3.connect(desk.path)) as connection:
        assert stamp_of(connection) == said


def test_from_the_lines_alone_the_same_project_can_be_made(
    desk: Project, root: Path, tmp_path: Path
) -> None:
    (first, *_) = mark_up(desk, OTHER, title="Quay")
    desk.perform(delete, annotation=first.id)
    desk.undo()
    desk.perform(set_note, annotation=first.id, note="Which mayor? 🙂")
    made = make_backup(desk, root, Why.WORK)
    assert made is not None
    desk.close()
    made.path.unlink()
    rebuild_from(made.slot.retelling, tmp_path / "again.galley")
    assert tables(tmp_path / "again.galley") == tables(desk.path)
    assert is_whole(tmp_path / "again.galley")


def test_work_that_goes_on_meanwhile_is_in_the_backup_as_far_as_it_came(
    desk: Project, root: Path
) -> None:
    for number in range(40):
        add_article(desk, f"Article {number}. " + "All quays are open. " * 4_000)
    before = desk.ask(article_list, annotator=None)
    made: list[object] = []
    thread = Thread(target=lambda: made.append(make_backup(desk, root, Why.WORK)))
    thread.start()
    written = 0
    while thread.is_alive():
        add_article(desk, f"Meanwhile {written}")
        written += 1
    thread.join()
    assert written
    (backup,) = backups(root, desk.id)
    assert made == [backup]
    assert is_whole(backup.path)
    with closing(Project.open(backup.path)) as copy:
        kept = {row.id for row in copy.ask(article_list, annotator=None)}
    assert {row.id for row in before} <= kept
    assert kept <= {row.id for row in desk.ask(article_list, annotator=None)}


def test_a_backup_that_is_stopped_leaves_nothing(desk: Project, root: Path) -> None:
    with pytest.raises(Cancelled):
        make_backup(desk, root, Why.WORK, stopped=lambda: True)
    assert backups(root, desk.id) == []
    assert [one for one in root.rglob("*") if one.is_file()] == []
    add_article(desk, "Work goes on")


def test_where_the_disk_is_too_full_none_is_made(
    desk: Project, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.store.shelf.LEAST_ROOM", 1 << 62)
    with pytest.raises(NoRoom, match="too little room for a backup"):
        make_backup(desk, root, Why.WORK)
    assert not root.exists()


def test_where_no_folder_can_be_made_it_is_said_in_words(desk: Project, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file, no folder")
    with pytest.raises(FileTrouble, match="no backup can be written"):
        make_backup(desk, tmp_path / "taken" / "backups", Why.WORK)


def test_the_files_of_one_project_are_told_apart(
    desk: Project, root: Path, new_file: Callable[..., Path], open_project: Callable[..., Project]
) -> None:
    copy = open_project(new_file("copy.galley"))
    assert copy.id == desk.id
    mine, theirs = make_backup(desk, root, Why.WORK), make_backup(copy, root, Why.WORK)
    assert backups(root, desk.id) == [theirs, mine]
    assert of_file(backups(root, desk.id), desk.path) == [mine]
    assert backups_of(root, copy.path) == [theirs]
    assert backups_of(root, desk.path.with_name("unknown.galley")) == []


def test_a_backup_without_its_lines_is_still_one(desk: Project, root: Path) -> None:
    made = make_backup(desk, root, Why.WORK)
    assert made is not None
    made.slot.retelling.unlink()
    (found,) = backups(root, desk.id)
    assert (found.articles, found.of, found.made) == (None, None, made.made)
    made.slot.retelling.write_bytes(b"\x1f\x8b no lines")
    assert backups(root, desk.id) == [found]


def test_what_else_lies_on_the_shelf_is_left_alone(desk: Project, root: Path) -> None:
    folder = shelf_of(root, desk.id).folder
    folder.mkdir(parents=True)
    for name in ("notes.txt", "00001-20261399T000000Z-work.galley", "00001-x-work.galley"):
        (folder / name).write_text("mine")
    assert backups(root, desk.id) == []


def test_old_backups_are_thinned_out_but_not_once_damage_is_suspected(
    desk: Project, root: Path
) -> None:
    for _ in range(6):
        make_backup(desk, root, Why.WORK, anyhow=True)
    shelf = shelf_of(root, desk.id)
    later = datetime.now(UTC) + timedelta(days=30)
    say_checked(desk, root, is_whole=False)
    assert thin_out(shelf, desk.path, now=later) == 0
    say_checked(desk, root, is_whole=True)
    assert thin_out(shelf, desk.path, now=later) == 3
    assert [one.slot.number for one in backups(root, desk.id)] == [6, 5, 4]
    assert len(list(shelf.folder.iterdir())) == 6


def test_what_a_backup_left_that_was_cut_off_goes_with_the_next_one(
    desk: Project, root: Path
) -> None:
    first = make_backup(desk, root, Why.WORK)
    assert first is not None
    cut = first.path.with_name("00007-20260504T120000Z-work.galley")
    left = [
        cut.with_name(cut.name + ".part"),
        cut.with_name(cut.name + ".part-journal"),
        cut.with_suffix(".jsonl.gz"),
        cut.with_suffix(".jsonl.gz.part"),
    ]
    going_on = cut.with_name("00008-20260504T120000Z-work.galley.part")
    for path in (*left, going_on):
        path.write_bytes(b"half")
    for path in left:
        os.utime(path, (1_700_000_000, 1_700_000_000))
    make_backup(desk, root, Why.WORK, anyhow=True)
    assert not [path for path in left if path.exists()]
    assert going_on.exists()
    assert len(backups(root, desk.id)) == 2
    assert first.slot.retelling.exists()


def test_after_a_bad_backup_only_a_check_lets_old_ones_go_again(desk: Project, root: Path) -> None:
    shelf = shelf_of(root, desk.id)
    shelf.suspect(Suspicion.BACKUP, is_so=True)
    assert make_backup(desk, root, Why.WORK) is not None
    assert shelf.is_suspected
    say_checked(desk, root, is_whole=True)
    assert not shelf.is_suspected


def test_a_text_that_is_not_what_was_received_raises_suspicion(desk: Project, root: Path) -> None:
    shelf = shelf_of(root, desk.id)
    desk.close()
    with closing(sqlite3.connect(desk.path)) as connection, connection:
        connection.execute("UPDATE texts SET text = replace(text, 'rents', 'taxes')")
    with closing(Project.open(desk.path)) as again:
        assert make_backup(again, root, Why.OPENING) is not None
    assert shelf.is_suspected


def test_what_differs_is_told_by_kind_by_person_and_in_words(desk: Project, root: Path) -> None:
    (actor, claim) = mark_up(desk, OTHER, title="Quay")
    made = make_backup(desk, root, Why.WORK)
    assert made is not None
    assert not differences(desk, made.path)
    desk.perform(delete, annotation=actor.id)
    desk.perform(set_note, annotation=claim.id, note="new")
    desk.perform(finish, article=claim.article)
    sit_down(desk, "ben")
    mark_up(desk, marked("[Later|location], a third one."), title="Third")
    found = differences(desk, made.path)
    assert found.articles == Amount(fewer=1)
    assert found.annotations == Amount(more=1, fewer=1, changed=1)
    assert found.people == {"anna": Amount(more=1, changed=1), "ben": Amount(fewer=1)}
    assert found.done == Amount(fewer=1)
    assert not found.labels
    assert [(line.how, line.title, line.label, line.quote) for line in found.lines] == [
        (How.FEWER, "Third", "", ""),
        (How.MORE, "Quay", "actor", "The mayor"),
        (How.FEWER, "Third", "location", "Later"),
        (How.CHANGED, "Quay", "denial", "the quay is closed"),
    ]
    assert found.untold == 0


def test_of_many_differences_the_first_are_told_and_the_rest_counted(
    desk: Project, root: Path
) -> None:
    made = make_backup(desk, root, Why.WORK)
    assert made is not None
    for number in range(MOST_LINES + 5):
        add_article(desk, f"Article {number}")
    found = differences(desk, made.path)
    assert found.articles == Amount(fewer=MOST_LINES + 5)
    assert (len(found.lines), found.untold) == (MOST_LINES, 5)


def test_asking_what_differs_changes_no_backup(desk: Project, root: Path) -> None:
    made = make_backup(desk, root, Why.WORK)
    assert made is not None
    before = made.path.read_bytes()
    differences(desk, made.path)
    assert made.path.read_bytes() == before
    assert len(list(made.path.parent.iterdir())) == 2


def test_a_damaged_backup_is_refused_in_words(desk: Project, root: Path) -> None:
    made = make_backup(desk, root, Why.WORK)
    assert made is not None
    made.path.write_bytes(made.path.read_bytes()[:5000])
    with pytest.raises(FileTrouble):
        differences(desk, made.path)
    desk.close()
    before = desk.path.read_bytes()
    with pytest.raises(FileTrouble):
        restore(made.path, desk.path)
    assert desk.path.read_bytes() == before


def test_restoring_brings_the_project_back_as_it_was(desk: Project, root: Path) -> None:
    made = make_backup(desk, root, Why.WORK)
    assert made is not None
    was = tables(desk.path)
    add_article(desk, "Later")
    desk.close()
    restore(made.path, desk.path)
    assert tables(desk.path) == was
    assert is_whole(desk.path)
    assert sorted(one.name for one in desk.path.parent.iterdir() if one.is_file()) == [
        desk.path.name
    ]


def test_a_backup_saved_as_another_project_writes_over_nothing(
    desk: Project, root: Path, tmp_path: Path
) -> None:
    made = make_backup(desk, root, Why.WORK)
    assert made is not None
    save_as(made.path, tmp_path / "other.galley")
    assert is_whole(tmp_path / "other.galley")
    before = (tmp_path / "other.galley").read_bytes()
    with pytest.raises(FileTrouble, match="a file of this name already"):
        save_as(made.path, tmp_path / "other.galley")
    assert (tmp_path / "other.galley").read_bytes() == before


def test_a_damaged_file_is_kept_with_what_lies_beside_it(desk: Project, tmp_path: Path) -> None:
    desk.close()
    journal = desk.path.with_name(desk.path.name + "-journal")
    desk.path.write_bytes(b"damaged")
    journal.write_bytes(b"half an act")
    kept = keep_damaged(desk.path)
    assert kept == desk.path.with_name("desk.damaged.galley")
    assert kept.read_bytes() == b"damaged"
    assert kept.with_name(kept.name + "-journal").read_bytes() == b"half an act"
    assert not journal.exists()
    assert keep_damaged(desk.path) == desk.path.with_name("desk.damaged-2.galley")
    assert keep_damaged(tmp_path / "gone.galley") is None
