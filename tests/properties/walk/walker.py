"""Somebody who walks through a project at random, and whether what they do is all or nothing."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule
from sqlalchemy import Connection, select

from app.domain.annotator import Annotator
from app.domain.span import Span
from app.errors import Refused
from app.project import Project
from app.queries.article_list import article_list
from app.queries.article_view import annotations_of
from app.queries.check import check
from app.queries.people import people
from app.store.tables import KINDS

if TYPE_CHECKING:
    from app.domain.changes import Changes

TEXTS = (
    "The minister said taxes fell; the union denied it.",
    "“Rents,” she said, “rise in Gora-Podol.” 🙂 Nobody agreed.",
    "قال الوزير إن الضرائب انخفضت. نفت النقابة ذلك.",
)
NAMES = ("anna", "bert", "chidi")
LABELS = ("actor", "location", "claim", "denial")

EVERYTHING = {
    kind.name: str(
        select(*(column for column in kind.table.c if column.name != "revision")).compile()
    )
    for kind in KINDS
}

State = dict[str, dict[str, tuple[object, ...]]]

spans = st.tuples(st.integers(0, 9), st.integers(1, 6)).map(
    lambda drawn: Span(drawn[0] * 4, drawn[0] * 4 + drawn[1] * 4)
)
anybody = st.integers(0, len(NAMES) - 1)
pick = st.integers(0, 5)
Pairs = list[tuple[int, int]]
pairs = st.lists(st.tuples(pick, pick), max_size=3)
seldom = st.integers(0, 5).map(lambda drawn: drawn == 5)


class Walker(RuleBasedStateMachine):
    """A project that several people work on by turns, on one machine."""

    template: bytes
    walked: set[Callable[..., object]]

    def __init__(self) -> None:
        super().__init__()
        self._folder = Path(tempfile.mkdtemp())
        path = self._folder / "walk.galley"
        path.write_bytes(self.template)
        self.project = Project.open(path)
        self.start = self.state()
        self.number = 0
        self.told: list[Changes] = []
        self.project.listen(self.told.append)

    @rule(who=st.integers(0, len(NAMES)))
    def take_turns(self, who: int) -> None:
        here = self.project.ask(people)
        self.project.person = here[who] if who < len(here) else None

    def sit(self, person: str | None) -> str | None:
        self.project.person = None if person is None else Annotator(person, "somebody")
        return person

    def do(self, command: Callable[..., object], **facts: object) -> None:
        self.walked.add(command)
        before, told = self.state(), len(self.told)
        try:
            self.project.perform(command, **facts)
        except Refused:
            assert self.state() == before
            assert len(self.told) == told
        else:
            assert (len(self.told) > told) == (self.state() != before)

    def do_to(
        self, command: Callable[..., object], which: int, anyones: bool, **facts: object
    ) -> None:
        """Do it to an annotation of one's own, or to anyone's: then it is refused."""
        person = self.project.person
        there = [
            said.id
            for row in self.project.ask(article_list, annotator=None)
            for one in self.project.ask(people)
            if anyones or one == person
            for said in self.project.ask(annotations_of, article=row.id, annotator=one.id)
        ]
        if there:
            self.do(command, annotation=there[which % len(there)], **facts)

    def article(self, which: int) -> str | None:
        there = self.project.ask(article_list, annotator=None)
        return there[which % len(there)].id if there else None

    def state(self) -> State:
        """Return what all tables of records say, but for the names of the revisions."""
        return self.project.ask(_state)

    def is_whole(self) -> None:
        assert [str(one) for one in self.project.ask(lambda here: list(check(here)))] == []


def _state(connection: Connection) -> State:
    return {
        kind: {row[0]: tuple(row) for row in connection.exec_driver_sql(query)}
        for kind, query in EVERYTHING.items()
    }
