"""People: who joins in, what they are called, what they are to read and how long they sat at it."""

from collections.abc import Callable

from hypothesis import strategies as st
from hypothesis.stateful import rule

from app.commands import (
    allotments,
    annotators,
    sittings,
    uniting,
)
from app.domain.annotator import Role
from app.queries.people import people
from tests.properties.walk.walker import NAMES, Pairs, Walker, anybody, pairs, pick


class PeopleRules(Walker):
    @rule(name=anybody)
    def join_in(self, name: int) -> None:
        self.do(annotators.join, name=NAMES[name])
        found = {one.name: one for one in self.project.ask(people)}
        self.project.person = found.get(NAMES[name], self.project.person)

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
