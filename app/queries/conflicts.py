"""What waits for a decision after work came together from several copies?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Connection, func, select

from app.domain.conflict import Conflict, Origin, Side, Why, Words
from app.domain.excerpt import Excerpt, excerpt
from app.domain.label import Label
from app.domain.place import Place
from app.domain.same_name import folded_name
from app.domain.span import outermost
from app.store.batches import batches
from app.store.placing import place_now, spans_in_body, text_made_on
from app.store.revision import Revision, heads, last_living, parse_body, visible
from app.store.settling import histories_of
from app.store.tables import KIND_NAMED
from app.store.tables.annotations import annotations
from app.store.tables.annotators import annotators
from app.store.tables.articles import articles
from app.store.tables.bundles import bundles
from app.store.tables.history import apart, revisions, steps
from app.store.tables.labels import LABEL, labels
from app.store.tables.texts import texts

MOST = 500
"""No more conflicts than these are told one by one; the others come when some are decided."""


def conflict_count(connection: Connection) -> int:
    """Return how many conflicts wait for somebody."""
    waiting = connection.execute(select(func.count()).select_from(apart)).scalar_one()
    groups = [*_same_names(connection, labels), *_same_names(connection, annotators)]
    return waiting + sum(len(group) - 1 for group in groups)  # the page shows them in pairs


def conflicts(connection: Connection) -> list[Conflict]:
    """Return the conflicts: those to decide first, then what is only to be known; not endless."""
    found = _Finding(connection)
    open_ones = [*found.apart(), *found.same_labels(), *found.same_people()]
    return [*open_ones, *found.same_texts(), *found.twins()][:MOST]


def _same_names(connection: Connection, table: Any) -> list[list[str]]:
    """Return the ids of the rows that share a name but for case, those of each name together."""
    by_name: dict[str, list[str]] = {}
    for record, name in connection.execute(select(table.c.id, table.c.name).order_by(table.c.id)):
        by_name.setdefault(folded_name(name), []).append(record)
    return [group for group in by_name.values() if len(group) > 1]


@dataclass
class _Finding:
    """One look at everything that may be in conflict."""

    connection: Connection
    people: dict[str, str] = field(init=False)
    labels: dict[str, Label] = field(init=False)
    _came: dict[int, tuple[str, str | None]] = field(default_factory=dict)
    _texts: dict[str, tuple[str, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        look = self.connection.execute
        named = select(annotators.c.id, annotators.c.name)
        self.people = dict(map(tuple, look(named)))
        self.labels = {
            row["id"]: LABEL.from_row(row) for row in look(select(labels)).mappings().all()
        }

    def apart(self) -> Iterator[Conflict]:
        """Yield what the tables are not sure of."""
        query = select(apart.c.record, apart.c.why).order_by(
            apart.c.why, apart.c.kind, apart.c.record
        )
        waiting = self.connection.execute(query.limit(MOST)).all()
        histories: dict[str, Mapping[str, Revision]] = {}
        for batch in batches([record for record, _ in waiting]):
            histories |= histories_of(self.connection, sorted(set(batch)))
        brought = self._steps_of(histories)
        for record, why in waiting:
            yield self._conflict(record, why, histories[record], brought)

    def same_labels(self) -> Iterator[Conflict]:
        """Yield pairs of labels with one name."""
        yield from self._pairs(Why.SAME_LABEL, "label", _same_names(self.connection, labels))

    def same_people(self) -> Iterator[Conflict]:
        """Yield pairs of people with one name."""
        groups = _same_names(self.connection, annotators)
        yield from self._pairs(Why.SAME_PERSON, "annotator", groups)

    def same_texts(self) -> Iterator[Conflict]:
        """Yield pairs of articles with one text."""
        several = select(articles.c.sha256).group_by(articles.c.sha256).having(func.count() > 1)
        query = (
            select(articles.c.sha256, articles.c.id)
            .where(articles.c.sha256.in_(several))
            .order_by(articles.c.sha256, articles.c.id)
            .limit(2 * MOST)
        )
        groups: dict[str, list[str]] = {}
        for sha256, record in self.connection.execute(query):
            groups.setdefault(sha256, []).append(record)
        yield from self._pairs(Why.SAME_TEXT, "article", groups.values())

    def twins(self) -> Iterator[Conflict]:
        """Yield annotations by which one person says the same of the same words twice."""
        here, there = annotations.alias().c, annotations.alias().c
        query = select(here.id, there.id).where(
            here.article == there.article,
            here.annotator == there.annotator,
            here.start == there.start,
            here.end == there.end,
            here.label == there.label,
            here.fragments.is_not_distinct_from(there.fragments),
            here.id < there.id,
        )
        yield from self._pairs(
            Why.TWINS,
            "annotation",
            [list(pair) for pair in self.connection.execute(query.limit(MOST))],
        )

    def _conflict(
        self,
        record: str,
        why: str,
        history: Mapping[str, Revision],
        brought: Mapping[str, int],
    ) -> Conflict:
        shown = visible(history)
        names = heads(history)
        kind = next(iter(history.values())).kind
        newest = [shown] if shown is not None else []
        newest += [name for name in names if name != shown]
        alive = [name for name in newest if not history[name].deleted]
        last = last_living(history)
        reason, chosen = {
            "contested": (Why.CHANGED_TWICE, newest),
            "revived": (Why.USED_THOUGH_DELETED, [*filter(None, [last]), *newest]),
            "misplaced": (Why.MISPLACED, alive[:1]),
            "homeless": (Why.HOMELESS, alive[:1]),
        }[why]
        if reason is Why.CHANGED_TWICE and len(alive) < len(newest):
            reason = Why.CHANGED_AND_DELETED
        if reason is Why.CHANGED_TWICE:
            chosen = _unlike(chosen, history)
        sides = tuple(
            self._side(name, history[name], brought[name], is_shown=name == (shown or last))
            for name in chosen
        )
        body = parse_body(history[last].body) if last is not None else {}
        if reason is Why.USED_THOUGH_DELETED and sides:
            uses = self._uses(kind, record)
            sides = (replace(sides[0], uses=uses), *sides[1:])
        moved = place_now(self.connection, body) if reason is Why.MISPLACED else None
        return Conflict(reason, kind, record, sides, self._place(kind, record, body), moved)

    def _side(self, name: str, one: Revision, step: int, *, is_shown: bool) -> Side:
        body = None if one.deleted else KIND_NAMED[one.kind].row(parse_body(one.body))
        at, bundle = self._came[step]
        origin = Origin(self.people.get(one.person or "", ""), at, bundle)
        words = self._words(body) if one.kind == "annotation" and body else None
        label = LABEL.from_body(one.record, body) if one.kind == "label" and body else None
        return Side(name, origin, body, words, label, is_shown)

    def _pairs(self, why: Why, kind: str, groups: Iterable[Sequence[str]]) -> Iterator[Conflict]:
        """Yield one conflict for the first of each group with each of the others."""
        pairs = [(group[0], other) for group in groups for other in group[1:]]
        histories: dict[str, Mapping[str, Revision]] = {}
        for batch in batches(sorted({one for pair in pairs for one in pair})):
            histories |= histories_of(self.connection, batch)
        brought = self._steps_of(histories)
        for first, second in pairs:
            sides = []
            for record in (first, second):
                name = visible(histories[record]) or last_living(histories[record])
                if name is None:
                    continue
                side = self._side(name, histories[record][name], brought[name], is_shown=True)
                sides.append(replace(side, name=record, uses=self._uses(kind, record)))
            body = (sides[0].body if sides else None) or {}
            yield Conflict(why, kind, first, tuple(sides), self._place(kind, first, body))

    def _steps_of(self, histories: Mapping[str, Mapping[str, Revision]]) -> dict[str, int]:
        """Return the step that brought each revision, and learn when that was and with what."""
        names = [name for history in histories.values() for name in history]
        found: dict[str, int] = {}
        for batch in batches(names):
            query = select(revisions.c.id, revisions.c.step).where(revisions.c.id.in_(batch))
            found |= dict(map(tuple, self.connection.execute(query)))
        for group in batches(sorted(set(found.values()) - self._came.keys())):
            told = (
                select(steps.c.number, steps.c.at, bundles.c.digest)
                .outerjoin(bundles, bundles.c.step == steps.c.number)
                .where(steps.c.number.in_(group))
            )
            for number, at, digest in self.connection.execute(told).all():
                self._came[number] = (at, digest)
        return found

    def _words(self, body: Mapping[str, Any]) -> Words:
        title, text = self._article(body["article"])
        span = outermost(spans_in_body(body))
        if span.of(text) != body["quote"]:
            text = text_made_on(self.connection, body) or ""
        fits = span.of(text) == body["quote"]
        around = excerpt(text, span) if fits else Excerpt("", body["quote"], "")
        label = self.labels.get(body["label"])
        return Words(around, label, title, body["unsure"], body["note"])

    def _article(self, record: str) -> tuple[str, str]:
        """Return an article's title and text, both "" where it is not here."""
        if record not in self._texts:
            query = (
                select(articles.c.title, texts.c.text)
                .join(texts, texts.c.sha256 == articles.c.sha256)
                .where(articles.c.id == record)
            )
            row = self.connection.execute(query).first()
            self._texts = {record: ("", "") if row is None else (row[0], row[1])}
        return self._texts[record]

    def _place(self, kind: str, record: str, body: Mapping[str, Any]) -> Place | None:
        article = record if kind == "article" else body.get("article", "")
        if not self._article(article)[1]:
            return None
        if kind != "annotation":
            return Place(article)
        span = outermost(spans_in_body(body))
        fits = span.of(self._article(article)[1]) == body["quote"]
        return Place(article, span, record) if fits else Place(article)

    def _uses(self, kind: str, record: str) -> int:
        if kind == "annotation":
            return 1
        query = select(func.count()).select_from(annotations)
        return self.connection.execute(query.where(annotations.c[kind] == record)).scalar_one()


def _unlike(names: Sequence[str], history: Mapping[str, Revision]) -> list[str]:
    """Leave out states that say the same as one before them."""
    seen: dict[str, str] = {}
    for name in names:
        seen.setdefault(history[name].body, name)
    return list(seen.values())
