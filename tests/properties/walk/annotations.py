"""Annotations: marked, alone or many at once, reshaped, noted and deleted."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from app.commands import (
    annotations,
    occurrences,
)
from app.domain.article import fingerprint
from app.domain.occurrence import Occurrence
from app.domain.span import Span
from app.queries.article_list import article_list
from app.queries.label_set import label_set
from tests.properties.walk.walker import TEXTS, Walker, anybody, pick, seldom, spans


class AnnotationRules(Walker):
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
