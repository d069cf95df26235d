"""Bundles: noted when they go out, and received when they bring what is here already.

What others bring is held to laws of its own, in `tests/properties/test_merging.py`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hypothesis.stateful import rule

from app.commands import bundles
from app.domain.seal import Seal, Way
from app.queries.layer import EVERYTHING, layer_digest, layer_revisions, layer_texts
from app.store.union import Named
from tests.properties.walk.walker import Walker, anybody, seldom

AT = "2026-11-22T12:00:00+00:00"


@dataclass(frozen=True)
class Parcel:
    """A copy of a project, as it was read."""

    project: str
    digest: str
    known: Sequence[Named]
    kept: Sequence[tuple[str, str]]
    name: str = "copy.galley"
    seal: Seal | None = None

    def texts(self) -> Iterator[tuple[str, str]]:
        yield from self.kept

    def revisions(self) -> Iterator[Named]:
        yield from self.known


class BundleRules(Walker):
    @rule(who=anybody)
    def note_that_one_went_out(self, who: int) -> None:
        self.take_turns(who)
        digest = self.project.ask(layer_digest, EVERYTHING)
        self.do(bundles.note_bundle, sealed=Seal(digest, "", Way.OUT, AT), told="{}")

    @rule(who=anybody, strange=seldom)
    def receive_what_is_here(self, who: int, strange: bool) -> None:
        """Receive a copy of this project, which brings nothing, or of another: that is refused."""
        self.take_turns(who)
        parcel = Parcel(
            "another" if strange else self.project.id,
            self.project.ask(layer_digest, EVERYTHING),
            self.project.ask(lambda here: list(layer_revisions(here, EVERYTHING))),
            self.project.ask(lambda here: list(layer_texts(here, EVERYTHING))),
        )
        self.do(bundles.receive_bundle, parcel=parcel, at=AT)
