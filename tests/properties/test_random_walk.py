"""Whatever several people do, in any order: all of it can be undone, and all of it done again.

The law. Every step ever taken back or standing is on its person's own stack. Taking back whatever
was done last, whoever did it, until nobody has anything left, is never refused and leads to the
start; doing it again in the opposite order is never refused and leads back through exactly the same
states. Out of that order an undo may be refused, in words, and then nothing has changed. The tables
are what the history tells, at every end.
"""

import shutil
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from inspect import getmembers, isfunction, signature
from pathlib import Path
from pkgutil import iter_modules

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule, run_state_machine_as_test
from sqlalchemy import select

import app.commands
from app.commands import annotators
from app.commands.assignments import settle
from app.commands.bundles import fill_bundle
from app.commands.deciding import unite_labels
from app.commands.giving_on import give_work
from app.commands.labels import found_labels
from app.commands.relabelling import give_all, keep_done
from app.domain.changes import Changes
from app.domain.span import Span
from app.errors import Refused
from app.project import Project
from app.store.tables.history import steps
from tests.properties.walk.annotations import AnnotationRules
from tests.properties.walk.articles import ArticleRules
from tests.properties.walk.bundles import BundleRules
from tests.properties.walk.conflicts import ConflictRules
from tests.properties.walk.labels import LabelRules
from tests.properties.walk.people import PeopleRules
from tests.properties.walk.walker import NAMES, anybody

WALKS = 12


class Walk(ArticleRules, AnnotationRules, LabelRules, PeopleRules, ConflictRules, BundleRules):
    """All that can be done, and the way back from it."""

    @initialize()
    def sit_down(self) -> None:
        for name in range(len(NAMES)):
            self.join_in(name)
        self.receive_texts(0, [0])
        self.mark_words(1, 0, 2, [Span(0, 12)])

    @rule(who=anybody, times=st.integers(1, 4))
    def undo(self, who: int, times: int) -> None:
        self.take_turns(who)
        for _ in range(times):
            self.reverse(self.project.undo)

    @rule(who=anybody, times=st.integers(1, 4))
    def redo(self, who: int, times: int) -> None:
        self.take_turns(who)
        for _ in range(times):
            self.reverse(self.project.redo)

    @rule()
    def close_and_open(self) -> None:
        before, person = self.state(), self.project.person
        self.project.close()
        self.project = Project.open(self.project.path)
        self.project.person = person
        self.project.listen(self.told.append)
        assert self.state() == before

    def teardown(self) -> None:
        self.is_whole()
        end = self.state()
        states, undone = [end], []
        with suppress(LookupError):
            while True:
                undone.append(self.sit(self.last_to_act()))
                assert self.project.undo() is not None
                states.append(self.state())
        assert states[-1] == self.start
        self.is_whole()
        for person in reversed(undone):
            assert self.state() == states.pop()
            self.sit(person)
            assert self.project.redo() is not None
        assert self.state() == end
        self.is_whole()
        self.project.close()
        assert [file.name for file in self._folder.iterdir()] == ["walk.galley"]
        shutil.rmtree(self._folder)

    def last_to_act(self) -> str | None:
        """Return the id of whoever did, or did again, what stands on top; refuses where nobody."""
        rows = self.project.ask(
            lambda here: here.execute(
                select(steps).where(steps.c.kind != "found").order_by(steps.c.number)
            ).all()
        )
        standing: dict[int, tuple[int, str | None]] = {}
        for row in rows:
            if row.kind == "keep":
                continue
            if row.kind == "undo":
                del standing[row.reverses]
            else:
                standing[row.reverses or row.number] = (row.number, row.person)
        if not standing:
            raise LookupError
        return max(standing.values())[1]

    def reverse(self, way: Callable[[], Changes | None]) -> None:
        before = self.state()
        try:
            way()
        except Refused:
            assert self.state() == before


def commands() -> set[Callable[..., object]]:
    """Return all verbs: whatever in app.commands is public and takes a transaction."""
    modules = [
        import_module(f"app.commands.{module.name}")
        for module in iter_modules(app.commands.__path__)
    ]
    return {
        function
        for module in modules
        for name, function in getmembers(module, isfunction)
        if function.__module__ == module.__name__
        and not name.startswith("_")
        and "tx" in signature(function).parameters
    }


def test_all_that_several_people_do_can_be_undone_and_done_again(
    new_file: Callable[..., Path],
) -> None:
    Walk.template = new_file().read_bytes()
    Walk.walked = {found_labels}  # at the making of every project
    # of commands that take part, or of making another file, or about what only a copy brings
    parts = {
        settle,
        give_all,
        give_work,
        keep_done,
        annotators.everybody,
        fill_bundle,
        unite_labels,
    }
    for _ in range(WALKS):  # chance may leave a rare command out of one of them
        run_state_machine_as_test(
            Walk,
            settings=settings(
                max_examples=10,
                stateful_step_count=40,
                deadline=None,
                derandomize=False,  # or every walk of a build would be the same one
                suppress_health_check=list(HealthCheck),
            ),
        )
        if commands() - parts <= Walk.walked:
            break
    assert commands() - parts <= Walk.walked, "every command takes part"
