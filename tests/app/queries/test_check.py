"""A project that was damaged behind Galley's back is found out, whatever was damaged."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from app.commands.annotations import delete, relabel, set_note
from app.commands.assignments import finish
from app.errors import FileTrouble
from app.project import Project
from app.queries.check import check
from app.queries.label_set import label_set
from tests.marked import marked
from tests.projects import add_article, mark_up, sit_down

ARTICLE = marked(
    "[The harbour master|actor] said [the crane|claim#c], which is old, [had fallen|claim#c] "
    "in [Little Quay|location]; the owners [deny it|denial]."
)


def found_in(project: Project) -> list[str]:
    return [str(finding) for finding in project.ask(lambda connection: list(check(connection)))]


@pytest.fixture
def file(new_file: Callable[..., Path], open_project: Callable[[Path], Project]) -> Path:
    """A closed project in which something was marked, changed, deleted, undone and finished."""
    path = new_file()
    project = open_project(path)
    sit_down(project)
    actor, claim, _, _ = mark_up(project, ARTICLE, title="The crane")
    add_article(project, "Nothing happened — in Łódź. " * 2000, title="Quiet day")
    labels = {label.name: label.id for label in project.ask(label_set)}
    project.perform(relabel, annotation=actor.id, label=labels["location"])
    project.perform(set_note, annotation=claim.id, note="who says so?")
    project.perform(delete, annotation=actor.id)
    project.undo()
    project.undo()
    project.perform(finish, article=actor.article)
    assert found_in(project) == []
    project.close()
    return path


def after(file: Path, *statements: str) -> list[str]:
    """Return what is found once the statements were run on the closed file."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        for statement in statements:
            assert connection.execute(statement).rowcount != 0, "nothing was damaged"
    with closing(Project.open(file)) as project:
        return found_in(project)


def one(file: Path, query: str) -> str:
    with closing(sqlite3.connect(file)) as connection:
        value: str = connection.execute(query).fetchone()[0]
        return value


def test_a_whole_project_has_nothing_to_find(project: Project) -> None:
    assert found_in(project) == []


def test_a_letter_flipped_in_an_article_is_found(file: Path) -> None:
    _flip(file, b"the owners deny it", b"the owners deny if")
    with closing(Project.open(file)) as project:
        found = found_in(project)
    assert any("it is not the text that was received" in line for line in found)
    assert any("its quote is not what stands at" in line for line in found)


def test_a_letter_flipped_into_no_letter_at_all_is_found(file: Path) -> None:
    _flip(file, b"the crane, which", b"the crane, \xff\xff\xff\xff\xff")
    with closing(Project.open(file)) as project:
        assert any("it is not the text that was received" in line for line in found_in(project))


def test_a_text_cut_short_is_found(file: Path) -> None:
    found = after(file, "UPDATE texts SET text = substr(text, 1, 30) WHERE text LIKE '%crane%'")
    assert any("it is not the text that was received" in line for line in found)
    assert any("it has 30 characters" in line for line in found)
    assert any("is not within the text" in line for line in found)


def test_a_text_in_the_place_of_another_is_found(file: Path) -> None:
    other = one(file, "SELECT text FROM texts WHERE text NOT LIKE '%crane%'")[:100]
    found = after(file, f"UPDATE texts SET text = '{other}' WHERE text LIKE '%crane%'")
    assert any("it is not the text that was received" in line for line in found)


def test_a_text_taken_away_is_found(file: Path) -> None:
    found = after(file, "PRAGMA foreign_keys=OFF", "DELETE FROM texts WHERE text LIKE '%crane%'")
    assert "articles, row 1: it refers to something that is not in texts." in found


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ("start = start + 1", "are not in order"),
        ("fragments = NULL, start = start + 1", "its quote is not what stands at"),
        ('fragments = NULL, "end" = "end" + 100000', "is not within the text"),
        ("quote = 'something else'", "its quote is not what stands at"),
        ("fragments = '[[25,34],[20,60]]'", "are not in order"),
        ("fragments = '[[1,2],[2,3]]'", "are not in order"),
        ("fragments = '[[1'", "its spans cannot be read"),
        ("fragments = '{\"a\": 1}'", "its spans cannot be read"),
        ("fragments = '[1, 2]'", "its spans cannot be read"),
        ("fragments = '[]'", "its spans cannot be read"),
    ],
)
def test_an_annotation_at_the_wrong_place_is_found(file: Path, change: str, problem: str) -> None:
    found = after(file, f"UPDATE annotations SET {change} WHERE fragments IS NOT NULL")
    assert any("“The crane”" in line and problem in line for line in found)
    assert any("it is not as the history tells" in line for line in found)


@pytest.mark.parametrize(
    ("change", "column"),
    [
        ("annotations SET note = 'never written'", "note"),
        ("annotations SET unsure = 1", "unsure"),
        ("annotations SET fingerprint = fingerprint + 1", "fingerprint"),
        ("annotations SET revision = 'f00'", "revision"),
        ("annotations SET label = (SELECT max(id) FROM labels)", "label"),
        ("articles SET title = 'Another headline'", "title"),
        ("articles SET characters = 7", "characters"),
        ("annotators SET name = 'bert'", "name"),
        ("labels SET key = '9'", "key"),
        ("assignments SET done = 0", "done"),
        ("assignments SET done_as = 0", "done_as"),
    ],
)
def test_a_changed_row_is_found(file: Path, change: str, column: str) -> None:
    assert any(
        line.endswith(f"it is not as the history tells ({column}).")
        for line in after(file, f"UPDATE {change}")
    )


@pytest.mark.parametrize("table", ["labels", "annotators", "articles", "assignments"])
def test_a_deleted_row_is_found(file: Path, table: str) -> None:
    kind = table.removesuffix("s")
    found = after(file, "PRAGMA foreign_keys=OFF", f"DELETE FROM {table}")
    assert any(
        line.startswith(kind) and line.endswith("it is in the history, yet it is not there.")
        for line in found
    )


def test_a_row_that_nobody_wrote_is_found(file: Path) -> None:
    found = after(
        file,
        "INSERT INTO annotators (id, revision, fingerprint, name, role)"
        " VALUES ('x', 'r', 1, 'eve', 'annotator')",
    )
    assert found == ["annotator x: it is there, yet the history knows nothing of it."]


def test_a_row_that_was_deleted_and_is_back_is_found(
    file: Path, open_project: Callable[[Path], Project]
) -> None:
    project = open_project(file)
    sit_down(project)
    name = one(file, "SELECT id FROM annotations WHERE quote = 'Little Quay'")
    project.perform(delete, annotation=name)
    project.close()
    found = after(
        file,
        "INSERT INTO annotations SELECT record, id, 1,"
        " body ->> 'article', body ->> 'annotator', body ->> 'label', body ->> 'start',"
        " body ->> 'end', NULL, body ->> 'quote', 0, '' FROM revisions"
        f" WHERE record = '{name}' AND body <> 'null'",
    )
    assert f"annotation {name}: it was deleted, yet it is there." in found


@pytest.mark.parametrize(
    "change",
    [
        "body = replace(body, 'crane', 'train') WHERE body LIKE '%crane%'",
        "person = 'somebody else' WHERE kind = 'annotation'",
        "seq = seq + 1 WHERE kind = 'annotation'",
        "kind = 'annotator' WHERE kind = 'annotation'",
        "kind = 'riddle' WHERE kind = 'annotation'",
        "parents = '' WHERE parents <> ''",
        "record = 'another' WHERE kind = 'assignment'",
        "deleted = 1 - deleted WHERE kind = 'annotation'",
        "body = 'not json' WHERE kind = 'annotation'",
        "body = '[1]' WHERE kind = 'annotation'",
        "id = 'feed' WHERE kind = 'assignment'",
    ],
)
def test_a_forged_revision_is_found(file: Path, change: str) -> None:
    assert any(
        "it is not what was written under this id" in line
        for line in after(file, f"UPDATE revisions SET {change}")
    )


@pytest.mark.parametrize("column", ["seq", "parents", "kind", "record", "body", "person"])
@pytest.mark.parametrize("value", ["7", "x'ff00'", "3.5"])
def test_a_revision_with_values_of_another_type_is_found(
    file: Path, column: str, value: str
) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA writable_schema=ON")
        connection.execute(
            "UPDATE sqlite_master SET sql = replace(replace(replace("
            "sql, 'STRICT', ''), 'TEXT', 'ANY'), 'INTEGER', 'ANY') WHERE name = 'revisions'"
        )
        connection.commit()
    value = value if column != "seq" or value != "7" else "'seven'"
    found = after(file, f"UPDATE revisions SET {column} = {value} WHERE kind = 'annotation'")
    assert any("a part of its history cannot be read" in line for line in found)


def test_a_file_of_which_not_even_the_trouble_can_be_told_is_refused(file: Path) -> None:
    _flip(file, b"tableidentityidentity", b"table\xffdentityidentity")
    _flip(file, b"CREATE TABLE identity", b"CREATE TABLE (dentity")
    with pytest.raises(FileTrouble, match="damaged"):
        Project.open(file)


def test_each_lost_revision_is_found(file: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        parents = dict(connection.execute("SELECT id, parents FROM revisions").fetchall())
    followed = {parent for some in parents.values() for parent in some.split()}
    assert followed
    whole = file.read_bytes()
    for name in parents:
        copy = tmp_path / "damaged.galley"
        copy.write_bytes(whole)
        found = after(copy, f"DELETE FROM revisions WHERE id = '{name}'")
        assert found, name
        assert (name in followed) == any(f"it follows {name}, which is" in line for line in found)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE steps SET kind = 'do' WHERE kind = 'undo'",
        "UPDATE steps SET kind = 'undo' WHERE number = (SELECT max(number) FROM steps)",
        "UPDATE steps SET reverses = number WHERE kind = 'undo'",
        "UPDATE steps SET seq = seq + 1 WHERE number = 3",
        "UPDATE steps SET person = NULL WHERE person IS NOT NULL",
        "INSERT INTO steps VALUES (99, 'do', 'dream', NULL, '2025-01-01', 99, NULL)",
    ],
)
def test_a_forged_step_is_found(file: Path, change: str) -> None:
    found = after(file, change)
    assert found
    assert all(line.startswith("step ") for line in found)


def test_a_lost_step_is_found(file: Path) -> None:
    found = after(file, "PRAGMA foreign_keys=OFF", "DELETE FROM steps WHERE number = 3")
    assert any(line.startswith("revisions, row") for line in found)


@pytest.mark.parametrize("table", ["texts", "annotations", "revisions", "steps", "labels"])
def test_a_file_that_lost_a_table_is_not_opened(file: Path, table: str) -> None:
    with pytest.raises(FileTrouble, match="damaged"):
        after(file, "PRAGMA foreign_keys=OFF", f"DROP TABLE {table}")


def test_a_second_project_id_is_found(project: Project, tmp_path: Path) -> None:
    path = project.path
    project.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA ignore_check_constraints=ON")
        connection.execute("INSERT INTO identity VALUES ('another')")
    with pytest.raises(FileTrouble, match="damaged"):
        Project.open(path)


def test_pages_overwritten_anywhere_become_findings_or_a_refusal(
    file: Path, tmp_path: Path
) -> None:
    whole = file.read_bytes()
    for page in range(len(whole) // 4096):
        for noise in (b"\x00", b"galley"):
            damaged = bytearray(whole)
            start = max(page * 4096, 100)
            end = (page + 1) * 4096
            damaged[start:end] = (noise * 4096)[: end - start]
            copy = tmp_path / "damaged.galley"
            copy.write_bytes(damaged)
            try:
                with closing(Project.open(copy)) as project:
                    assert found_in(project), f"page {page}"
            except FileTrouble as trouble:
                assert "damaged" in str(trouble)  # noqa: PT017


def test_progress_is_told_up_to_the_end(file: Path) -> None:
    told: list[tuple[int, int]] = []
    with closing(Project.open(file)) as project:
        project.ask(
            lambda connection: list(check(connection, progress=lambda *now: told.append(now)))
        )
    assert told
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]


def _flip(file: Path, old: bytes, new: bytes) -> None:
    """Change bytes where they lie, as a failing disk does."""
    content = file.read_bytes()
    assert content.count(old) >= 1
    assert len(old) == len(new)
    file.write_bytes(content.replace(old, new, 1))
