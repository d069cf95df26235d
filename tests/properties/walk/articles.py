"""Articles: received, plain or marked, described, and said to be done."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from hypothesis import strategies as st
from hypothesis.stateful import rule
from msgspec import structs

from app.commands import (
    articles,
    assignments,
    receive,
)
from app.domain.span import Span
from app.exchange.record import AnnotationRecord, ArticleRecord
from app.queries.export_records import export_records
from tests.properties.walk.walker import LABELS, NAMES, TEXTS, Walker, anybody, pick, spans


@dataclass(frozen=True)
class Incoming:
    """A file that was read."""

    articles: tuple[ArticleRecord, ...]
    name: str = "a file"
    holds_one: bool = False

    def records(self) -> Iterator[ArticleRecord]:
        yield from self.articles


class ArticleRules(Walker):
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

    @rule(who=anybody, article=pick, title=st.sampled_from(["", "One title", "Another"]))
    def describe(self, who: int, article: int, title: str) -> None:
        self.take_turns(who)
        if (here := self.article(article)) is not None:
            particulars = {"source": "", "url": "", "published": "", "language": ""}
            self.do(articles.describe, article=here, title=title, **particulars)

    @rule(article=pick)
    def finish(self, article: int) -> None:
        if (here := self.article(article)) is not None:
            self.do(assignments.finish, article=here)

    @rule(article=pick)
    def reopen(self, article: int) -> None:
        if (here := self.article(article)) is not None:
            self.do(assignments.reopen, article=here)
