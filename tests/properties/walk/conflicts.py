"""What merging leaves open: nothing here, so that each verb is refused."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from app.commands import deciding
from app.queries.label_set import label_set
from app.queries.people import people
from tests.properties.walk.walker import Walker, anybody, pick, seldom


class ConflictRules(Walker):
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

    @rule(who=anybody, which=pick, into=pick)
    def make_one_article_of_two(self, who: int, which: int, into: int) -> None:
        self.take_turns(who)
        gone, stays = self.article(which), self.article(into)
        if gone is not None and stays is not None:
            self.do(deciding.unite_articles, pairs=[(gone, stays)])

    @rule(which=pick)
    def make_one_annotation_of_itself(self, which: int) -> None:
        """Nobody says the same twice in one copy, so there are no two."""
        self.do_to(deciding.unite_twins, which, anyones=True, into="nothing")

    @rule(which=pick)
    def place_again(self, which: int) -> None:
        self.do_to(deciding.place_again, which, anyones=True)

    @rule(which=pick, anyones=seldom)
    def drop(self, which: int, anyones: bool) -> None:
        """What nobody kept apart is deleted by its maker, at the desk."""
        record = self.article(which) if anyones else None
        self.do(deciding.drop, kind="annotation", record=record or "nothing")
