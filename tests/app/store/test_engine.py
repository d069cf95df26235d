"""One connection owns the file, with settings that were read back; two programs lose nothing."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app.commands.articles import describe
from app.paths import ROOT
from app.project import Project
from app.queries.article_list import article_list
from app.store.engine import close_engine, open_engine
from tests.projects import add_article

TIMES = 150

COUNTER = """
import sys
from dataclasses import replace
from pathlib import Path

from app.domain.article import Article
from app.project import Project


def count_one_more(tx):
    tx.name_step("count")
    (article,) = tx.find(Article)
    tx.change(replace(article, title=str(int(article.title) + 1)))


project = Project(Path(sys.argv[1]))  # without a guard, which would keep the second one out
# SQLite lets whoever asks first go next, not whoever waits longest: be as patient as it takes
project.ask(lambda here: here.exec_driver_sql("PRAGMA busy_timeout=60000").all())
print("ready", flush=True)
sys.stdin.readline()
for _ in range(int(sys.argv[2])):
    project.perform(count_one_more)
project.close()
"""


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("journal_mode", "truncate"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("temp_store", 2),
        ("busy_timeout", 3000),
        ("encoding", "UTF-8"),
        ("page_size", 4096),
    ],
)
def test_the_settings_that_keep_the_file_whole_are_in_force(
    project: Project, setting: str, value: object
) -> None:
    assert project.ask(lambda here: here.exec_driver_sql(f"PRAGMA {setting}").scalar_one()) == value


def test_an_upgrade_works_without_foreign_keys(new_file: Callable[..., Path]) -> None:
    engine = open_engine(new_file(), foreign_keys=False)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 0
    close_engine(engine)


def test_two_programs_that_count_together_lose_nothing(project: Project) -> None:
    article = add_article(project, "Counted", title="0")
    project.perform(
        describe, article=article, title="0", source="", url="", published="", language=""
    )
    command = [sys.executable, "-c", COUNTER, str(project.path), str(TIMES)]
    counters = [
        subprocess.Popen(
            command,
            cwd=ROOT,
            text=True,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for _ in range(2)
    ]
    for counter in counters:
        assert counter.stdout is not None
        assert counter.stdout.readline() == "ready\n"
    for counter in counters:
        assert counter.stdin is not None
        counter.stdin.write("go\n")
        counter.stdin.flush()
    said = [counter.communicate()[1] for counter in counters]
    assert said == ["", ""]
    (row,) = project.ask(article_list, annotator=None)
    assert row.title == str(2 * TIMES)


@pytest.mark.parametrize(
    "name", ["a b.galley", "why?.galley", "100%20.galley", "a#b&c;d.galley", "“ä”\u00a0🙂.galley"]
)
def test_a_file_may_have_any_name(tmp_path: Path, new_file: Callable[..., Path], name: str) -> None:
    path = new_file(name)
    project = Project.open(path)
    add_article(project, "Some text")
    project.close()
    assert [file.name for file in tmp_path.iterdir()] == [name]
    project = Project.open(path)
    assert len(project.ask(article_list, annotator=None)) == 1
    project.close()
