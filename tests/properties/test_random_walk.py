"""Whatever several people do, in any order: all of it can be undone, and all of it done again.

The law. Every step ever taken back or standing is on its person's own stack. Taking back whatever
was done last, whoever did it, until nobody has anything left, is never refused and leads to the
start; doing it again in the opposite order is never refused and leads back through exactly the same
states. Out of that order an undo may be refused, in words, and then nothing has changed. The tables
are what the history tells, at every end.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from importlib import import_module
from inspect import getmembers, isfunction, signature
from pathlib import Path
from pkgutil import iter_modules

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test
from msgspec import structs
from sqlalchemy import Connection, select

import app.commands
from app.commands import (
    allotments,
    annotations,
    annotators,
    articles,
    assignments,
    deciding,
    labels,
    occurrences,
    receive,
    sittings,
    uniting,
)
from app.commands.assignments import settle
from app.commands.labels import found_labels
from app.commands.relabelling import give_all
from app.domain.annotator import Annotator, Role
from app.domain.article import fingerprint
from app.domain.changes import Changes
from app.domain.label import Hue, Look
from app.domain.occurrence import Occurrence
from app.domain.span import Span
from app.errors import Refused
from app.exchange.record import AnnotationRecord, ArticleRecord
from app.project import Project
from app.queries.article_list import article_list
from app.queries.article_view import annotations_of
from app.queries.check import check
from app.queries.export_records import export_records
from app.queries.label_set import label_set
from app.queries.people import people
from app.store.tables import KINDS
from app.store.tables.history import steps

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


@dataclass(frozen=True)
class Incoming:
    """A file that was read."""

    articles: tuple[ArticleRecord, ...]
    name: str = "a file"
    holds_one: bool = False

    def records(self) -> Iterator[ArticleRecord]:
        yield from self.articles


WALKS = 4


class Walk(RuleBasedStateMachine):
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

    # what can be done

    @initialize()
    def sit_down(self) -> None:
        for name in range(len(NAMES)):
            self.join_in(name)
        self.receive_texts(0, [0])
        self.mark_words(1, 0, 2, [Span(0, 12)])

    @rule(name=anybody)
    def join_in(self, name: int) -> None:
        self.do(annotators.join, name=NAMES[name])
        found = {one.name: one for one in self.project.ask(people)}
        self.project.person = found.get(NAMES[name], self.project.person)

    @rule(who=st.integers(0, len(NAMES)))
    def take_turns(self, who: int) -> None:
        here = self.project.ask(people)
        self.project.person = here[who] if who < len(here) else None

    @rule(who=anybody, which=st.lists(st.integers(0, len(TEXTS) - 1), min_size=1, max_size=2))
    def receive_texts(self, who: int, which: list[int]) -> None:
        self.take_turns(who)
        records = [ArticleRecord(TEXTS[one], title=f"Text {one}") for one in which]
        self.do(
            receive.receive,
            files=[Incoming((record,), holds_one=True) for record in records],
        )

    @rule(text=st.integers(0, len(TEXTS) - 1), name=anybody, label=pick, at=spans)
    def receive_marked(self, text: int, name: int, label: int, at: Span) -> None:
        said = AnnotationRecord(LABELS[label % 4], (at,), at.of(TEXTS[text]))
        record = ArticleRecord(
            TEXTS[text], annotator=NAMES[name], done=label > 3, annotations=(said,), where="line 1"
        )
        unread = ArticleRecord(TEXTS[text], annotations=(said,), where="line 2")
        self.do(receive.receive, files=[Incoming((record,)), Incoming((record, unread))])

    @rule(note=st.booleans())
    def receive_what_went_out(self, note: bool) -> None:
        records = self.project.ask(lambda here: list(export_records(here, annotator=None)))
        self.number += note
        self.do(
            receive.receive,
            files=[
                Incoming(
                    tuple(
                        replace(
                            one,
                            where="line 1",
                            annotations=tuple(
                                structs.replace(
                                    said, note=f"note {self.number}" if note else said.note
                                )
                                for said in one.annotations
                            ),
                        )
                        for one in records
                    )
                )
            ],
        )

    @rule(who=anybody, article=pick, label=pick, at=st.lists(spans, min_size=1, max_size=3))
    def mark_words(self, who: int, article: int, label: int, at: list[Span]) -> None:
        self.take_turns(who)
        if (here := self.article(article)) is not None:
            known = self.project.ask(label_set)
            self.do(annotations.mark, article=here, label=known[label % len(known)].id, spans=at)

    @rule(who=anybody, label=pick, at=st.lists(spans, min_size=1, max_size=3), stale=seldom)
    def mark_all(self, who: int, label: int, at: list[Span], stale: bool) -> None:
        self.take_turns(who)
        known = self.project.ask(label_set)
        places = []
        for row in self.project.ask(article_list, annotator=None):
            text = next(one for one in TEXTS if len(one) == row.characters)
            sha256 = "another" if stale else fingerprint(text)
            places += [Occurrence(row.id, sha256, one, one.of(text), done=True) for one in at]
        chosen = known[label % len(known)].id
        self.do(occurrences.mark_all, label=chosen, places=places)

    @rule(which=pick, label=pick, anyones=seldom)
    def relabel(self, which: int, label: int, anyones: bool) -> None:
        known = self.project.ask(label_set)
        self.do_to(annotations.relabel, which, anyones, label=known[label % len(known)].id)

    @rule(which=pick, at=st.lists(spans, min_size=1, max_size=3), anyones=seldom)
    def move(self, which: int, at: list[Span], anyones: bool) -> None:
        self.do_to(annotations.move, which, anyones, spans=at)

    @rule(which=pick, at=spans, anyones=seldom)
    def add_piece(self, which: int, at: Span, anyones: bool) -> None:
        self.do_to(annotations.add_piece, which, anyones, span=at)

    @rule(which=pick, at=spans, anyones=seldom)
    def take_piece(self, which: int, at: Span, anyones: bool) -> None:
        self.do_to(annotations.take_piece, which, anyones, span=at)

    @rule(which=pick, position=st.integers(0, 60), anyones=seldom)
    def split(self, which: int, position: int, anyones: bool) -> None:
        self.do_to(annotations.split, which, anyones, position=position)

    @rule(which=pick, anyones=seldom)
    def join_pieces(self, which: int, anyones: bool) -> None:
        self.do_to(annotations.join_pieces, which, anyones)

    @rule(which=pick, unsure=st.booleans(), anyones=seldom)
    def set_unsure(self, which: int, unsure: bool, anyones: bool) -> None:
        self.do_to(annotations.set_unsure, which, anyones, unsure=unsure)

    @rule(which=pick, note=st.sampled_from(["", "really?", "x" * 10_001]), anyones=seldom)
    def set_note(self, which: int, note: str, anyones: bool) -> None:
        self.do_to(annotations.set_note, which, anyones, note=note)

    @rule(who=anybody, which=pick, anyones=seldom)
    def delete(self, who: int, which: int, anyones: bool) -> None:
        self.take_turns(who)
        self.do_to(annotations.delete, which, anyones)

    @rule(who=anybody, article=pick, title=st.sampled_from(["", "One title", "Another"]))
    def describe(self, who: int, article: int, title: str) -> None:
        self.take_turns(who)
        if (here := self.article(article)) is not None:
            particulars = {"source": "", "url": "", "published": "", "language": ""}
            self.do(articles.describe, article=here, title=title, **particulars)

    @rule(who=anybody, name=st.sampled_from(["claim", "assertion", "Intention", ""]))
    def add_label(self, who: int, name: str) -> None:
        self.take_turns(who)
        self.do(labels.add, name=name)

    @rule(label=pick, name=st.sampled_from(["Actor", "claim", "assertion", "\u202e"]))
    def rename_label(self, label: int, name: str) -> None:
        self.do_to_label(labels.rename, label, name=name)

    @rule(label=pick, key=st.sampled_from(["", "3", "5", "q", "12"]))
    def set_key(self, label: int, key: str) -> None:
        self.do_to_label(labels.set_key, label, key=key)

    @rule(label=pick, look=st.sampled_from(Look), hue=st.sampled_from(Hue))
    def restyle(self, label: int, look: Look, hue: Hue) -> None:
        self.do_to_label(labels.restyle, label, look=look, hue=hue)

    @rule(label=pick, position=pick)
    def place_label(self, label: int, position: int) -> None:
        self.do_to_label(labels.place, label, position=position)

    @rule(label=pick, guideline=st.sampled_from(["", "An actor acts.", "x" * 50_001]))
    def set_guideline(self, label: int, guideline: str) -> None:
        self.do_to_label(labels.set_guideline, label, guideline=guideline)

    @rule(who=anybody, label=pick, away=st.booleans())
    def retire_or_restore(self, who: int, label: int, away: bool) -> None:
        self.take_turns(who)
        self.do_to_label(labels.retire if away else labels.restore, label)

    @rule(who=anybody, label=pick)
    def delete_label(self, who: int, label: int) -> None:
        self.take_turns(who)
        self.do_to_label(labels.delete, label)

    @rule(who=anybody, label=pick, into=pick)
    def merge_labels(self, who: int, label: int, into: int) -> None:
        self.take_turns(who)
        known = self.project.ask(label_set)
        self.do_to_label(labels.merge, label, into=known[into % len(known)].id)

    @rule(article=pick)
    def finish(self, article: int) -> None:
        if (here := self.article(article)) is not None:
            self.do(assignments.finish, article=here)

    @rule(article=pick)
    def reopen(self, article: int) -> None:
        if (here := self.article(article)) is not None:
            self.do(assignments.reopen, article=here)

    @rule(who=anybody, name=st.sampled_from(["dora", "Anna", "gold"]))
    def add_annotator(self, who: int, name: str) -> None:
        self.take_turns(who)
        self.do(annotators.add, name=name)

    @rule(which=pick, name=st.sampled_from(["Anna Bell", "bert", "all"]))
    def rename_annotator(self, which: int, name: str) -> None:
        self.do_to_person(annotators.rename, which, name=name)

    @rule(which=pick, role=st.sampled_from(Role))
    def appoint(self, which: int, role: Role) -> None:
        self.do_to_person(annotators.appoint, which, role=role)

    @rule(who=anybody, which=pick, into=pick)
    def unite(self, who: int, which: int, into: int) -> None:
        self.take_turns(who)
        here = self.project.ask(people)
        if here:
            self.do_to_person(uniting.unite, which, into=here[into % len(here)].id)

    @rule(who=anybody, give=pairs, take=pairs, number=st.integers(0, 2))
    def allot(self, who: int, give: Pairs, take: Pairs, number: int) -> None:
        self.take_turns(who)
        self.do(allotments.allot, give=self.pairs(give), take=self.pairs(take), in_round=number)

    @rule(who=anybody, article=pick, seconds=st.integers(0, 3))
    def keep_time(self, who: int, article: int, seconds: int) -> None:
        self.take_turns(who)
        if (here := self.article(article)) is not None:
            self.do(sittings.keep, article=here, seconds=seconds, day="2031-05-17")

    @rule(who=anybody, which=pick, verb=st.integers(0, 3))
    def decide(self, who: int, which: int, verb: int) -> None:
        """Decide what nobody left open: that is refused."""
        self.take_turns(who)
        known = self.project.ask(label_set)
        record = known[which % len(known)].id
        match verb:
            case 0:
                self.do(deciding.keep_state, kind="label", record=record, revision="0" * 32)
            case 1:
                self.do(deciding.keep_used, kind="label", record=record)
            case 2:
                self.do(deciding.relabel_used, label=record, into=known[0].id)
            case _:
                self.do(deciding.unite_labels, label=record, into=known[0].id)

    @rule(who=anybody, which=pick)
    def tell_apart(self, who: int, which: int) -> None:
        self.take_turns(who)
        if here := self.project.ask(people):
            self.do(deciding.tell_apart, annotator=here[which % len(here)].id)

    @rule(which=pick)
    def place_again(self, which: int) -> None:
        self.do_to(deciding.place_again, which, anyones=True)

    @rule(which=pick, anyones=seldom)
    def drop(self, which: int, anyones: bool) -> None:
        """What nobody kept apart is deleted by its maker, at the desk."""
        record = self.article(which) if anyones else None
        self.do(deciding.drop, kind="annotation", record=record or "nothing")

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

    # the law

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

    # how it is done

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

    def do_to_label(self, command: Callable[..., object], which: int, **facts: object) -> None:
        known = self.project.ask(label_set)
        self.do(command, label=known[which % len(known)].id, **facts)

    def do_to_person(self, command: Callable[..., object], which: int, **facts: object) -> None:
        here = self.project.ask(people)
        if here:
            self.do(command, annotator=here[which % len(here)].id, **facts)

    def pairs(self, chosen: Pairs) -> list[tuple[str, str]]:
        here = self.project.ask(people)
        there = [self.article(article) for article, _ in chosen]
        return [
            (article, here[person % len(here)].id)
            for article, (_, person) in zip(there, chosen, strict=True)
            if article is not None and here
        ]

    def reverse(self, way: Callable[[], Changes | None]) -> None:
        before = self.state()
        try:
            way()
        except Refused:
            assert self.state() == before

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
    parts = {settle, give_all, annotators.everybody}  # of commands that take part
    for _ in range(WALKS):  # chance may leave a rare command out of one of them
        run_state_machine_as_test(
            Walk,
            settings=settings(
                max_examples=30,
                stateful_step_count=40,
                deadline=None,
                suppress_health_check=list(HealthCheck),
            ),
        )
        if commands() - parts == Walk.walked:
            break
    assert commands() - parts == Walk.walked, "every command takes part"
