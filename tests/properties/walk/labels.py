"""Labels: added, named, placed, retired, deleted and merged."""

from collections.abc import Callable

from hypothesis import strategies as st
from hypothesis.stateful import rule

from app.commands import labels
from app.domain.label import Hue, Look
from app.queries.label_set import label_set
from tests.properties.walk.walker import Walker, anybody, pick


class LabelRules(Walker):
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

    def do_to_label(self, command: Callable[..., object], which: int, **facts: object) -> None:
        known = self.project.ask(label_set)
        self.do(command, label=known[which % len(known)].id, **facts)
