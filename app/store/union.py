"""Taking in revisions from another copy: each is checked, and kept once, whatever the order."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from operator import le
from typing import Any

import msgspec
from sqlalchemy import Connection, func, select

from app.domain.article import canonical
from app.domain.seal import Digest
from app.store.batches import LARGE_BATCH, among, batches, bound
from app.store.bodies import check_body, check_names
from app.store.bulk import fetch_rows, insert_rows, insert_values
from app.store.revision import NO_BODY, Revision
from app.store.settling import records_of_step
from app.store.showing import Sound, show_alone
from app.store.tables.history import revisions
from app.store.tables.texts import texts
from app.store.texts import TextShelf

_REACH = 10_000_000
"""By how much a Lamport counter from outside may be ahead of ours."""

_HERE = select(revisions.c.id).where(among(revisions.c.id))
_OF_RECORDS = select(revisions.c.id, revisions.c.record, revisions.c.kind).where(
    among(revisions.c.record)
)

_HEX = frozenset("0123456789abcdef")


class Named(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """A revision as it came, with the id that it came under."""

    id: str
    revision: Revision


Where = tuple[str, str, str]
"""A kind of record, and the article and annotator of an annotation; both "" for others."""


@dataclass(slots=True)
class Tally:
    """What became of the revisions of one file; the three numbers add up to all that were in it.

    `refused` counts them by reason, as `refused_texts` does texts. `unnamed` counts parents that
    are nowhere: then a part of the history is missing, which hides nothing. `voices` counts what is
    new and says something by who made it and as whom it speaks. `shown` counts the records that are
    new and have their rows already, `unsettled` are the others of which something new is said, with
    their kinds.
    """

    new: int = 0
    known: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    refused_texts: Counter[str] = field(default_factory=Counter)
    unnamed: int = 0
    voices: Counter[tuple[str | None, str | None]] = field(default_factory=Counter)
    shown: Counter[Where] = field(default_factory=Counter)
    unsettled: dict[str, str] = field(default_factory=dict)
    is_in_order: bool = True

    @property
    def total(self) -> int:
        """How many revisions the file had."""
        return self.new + self.known + self.refused.total()

    def note_shown(self, those: Iterable[Sound]) -> None:
        """Count records that have their rows, and need not be settled any more."""
        for one in those:
            del self.unsettled[one.record]
            is_annotation = one.revision.kind == "annotation"
            where = (one.said.article, one.said.annotator) if is_annotation else ("", "")
            self.shown[(one.revision.kind, *where)] += 1


def keep_texts(connection: Connection, arriving: Iterable[tuple[str, str]]) -> Counter[str]:
    """Store the texts that are what their hashes say; return how many were refused, by reason."""
    refused: Counter[str] = Counter()
    for batch in batches(arriving, 40):
        good = {}
        for sha256, text in batch:
            if hashlib.sha256(text.encode("utf-8", "replace")).hexdigest() != sha256:
                refused["a text is not the one that its hash names"] += 1
            elif not text or canonical(text).text != text:
                refused["a text is not in the form in which Galley keeps texts"] += 1
            else:
                good[sha256] = text
        there = select(texts.c.sha256).where(texts.c.sha256.in_(good))
        new = good.keys() - set(connection.execute(there).scalars())
        insert_rows(
            connection, texts, [{"sha256": name, "text": good[name]} for name in sorted(new)]
        )
    return refused


def unite(
    connection: Connection, shelf: TextShelf, arriving: Iterable[Named], *, step: int
) -> Tally:
    """Add those revisions that are sound and not here yet, under a step; return the tally.

    A revision is sound if its id is the hash of what it says and what it says can be a record's.
    The set that results does not depend on the order of the files, nor on how often each came. What
    comes in order of the records is shown at once as far as that can be.
    """
    tally = Tally()
    furthest = _REACH + (connection.execute(select(func.max(revisions.c.seq))).scalar_one() or 0)
    last = ""
    for batch in batches(arriving, LARGE_BATCH):
        records = [one.revision.record for one in batch]
        tally.is_in_order &= last <= records[0] and all(map(le, records, records[1:]))
        last = records[-1]
        names, kinds = _known(connection, records)
        known = frozenset(kinds)
        sound = _one_kind_each(kinds, _sound(batch, names, furthest, tally), tally)
        sound = _with_texts(connection, sound, tally)
        insert_values(connection, revisions, [_row(one, step) for one in sound])
        tally.new += len(sound)
        tally.voices.update(_voices(sound))
        tally.unsettled.update((one.record, one.revision.kind) for one in sound)
        if tally.is_in_order:
            alone = _alone(sound, {*known, last})  # more of the last one may follow
            tally.note_shown(show_alone(connection, shelf, alone))
    if not tally.is_in_order:
        tally.shown.clear()
        tally.unsettled = records_of_step(connection, step)
    tally.unnamed = _unnamed(connection, step)
    return tally


def _known(connection: Connection, records: Iterable[str]) -> tuple[set[str], dict[str, str]]:
    """Return the names of the revisions of these records, and the kind of each that has any."""
    rows = fetch_rows(connection, _OF_RECORDS, bound(set(records)))
    return {name for name, _, _ in rows}, {record: kind for _, record, kind in rows}


def _sound(batch: Iterable[Named], here: set[str], furthest: int, tally: Tally) -> Iterator[Sound]:
    """Yield those that are sound and not here yet, each once; count the others."""
    for one in batch:
        if one.id in here:
            tally.known += 1
            continue
        try:
            said = _check(one.id, one.revision, furthest)
        except ValueError as reason:
            tally.refused[str(reason)] += 1
        else:
            here.add(one.id)
            yield Sound(one.id, one.revision.record, one.revision, said)


def _alone(sound: Sequence[Sound], others: set[str]) -> list[Sound]:
    """Return those that are living and all there is of their record, which is not of the others."""
    times = Counter(one.record for one in sound)
    return [
        one
        for one in sound
        if one.said is not None and times[one.record] == 1 and one.record not in others
    ]


def _voices(sound: Iterable[Sound]) -> Iterator[tuple[str | None, str | None]]:
    for one in sound:
        if one.said is not None:
            yield one.revision.person, getattr(one.said, "annotator", None)


def _check(name: str, revision: Revision, furthest: int) -> Any:
    """Return what a revision says, None for a deletion.

    Raises `ValueError` with the reason, in a clause, where it is not sound.
    """
    if revision.parents:
        _check_parents(revision.parents, length=len(name))
    if revision.id != name:
        raise ValueError("it is not what its name stands for")
    check_names(revision.kind, revision.record, revision.person)
    if not 0 <= revision.seq <= furthest:
        raise ValueError("its place in the history is out of reach")
    if revision.deleted is not (revision.body == NO_BODY):
        raise ValueError("it is deleted and says something, or neither")
    if revision.deleted:
        if not revision.parents:
            raise ValueError("it deletes what never was")
        return None
    return check_body(revision.kind, revision.record, revision.body)


def _check_parents(parents: Sequence[str], *, length: int) -> None:
    if any(len(parent) != length or not _HEX.issuperset(parent) for parent in parents):
        raise ValueError("a parent's name is no revision's")
    if any(before >= after for before, after in pairwise(parents)):
        raise ValueError("its parents are not in order")


def _one_kind_each(kinds: dict[str, str], arriving: Iterable[Sound], tally: Tally) -> list[Sound]:
    """Leave out revisions of records that are another kind's: an id is one record's for ever."""
    kept = []
    for one in arriving:
        if kinds.setdefault(one.record, one.revision.kind) == one.revision.kind:
            kept.append(one)
        else:
            tally.refused["its id is another kind of record's"] += 1
    return kept


def _with_texts(connection: Connection, arriving: list[Sound], tally: Tally) -> list[Sound]:
    """Leave out articles whose text is not here, or not as long as they say."""
    wanted = {
        one.name: one.said
        for one in arriving
        if one.said is not None and one.revision.kind == "article"
    }
    if not wanted:
        return arriving
    lengths = _lengths(connection, {said.sha256 for said in wanted.values()})
    kept = []
    for one in arriving:
        said = wanted.get(one.name)
        if said is None or lengths.get(said.sha256) == said.characters:
            kept.append(one)
        else:
            tally.refused["the text of this article is missing or has another length"] += 1
    return kept


def _lengths(connection: Connection, hashes: set[str]) -> Mapping[str, int]:
    query = select(texts.c.sha256, func.length(texts.c.text)).where(texts.c.sha256.in_(hashes))
    lengths: dict[str, int] = dict(map(tuple, connection.execute(query)))
    return lengths


def _unnamed(connection: Connection, step: int) -> int:
    """Count the parents of the step's revisions that are nowhere."""
    query = select(revisions.c.parents).where(revisions.c.step == step, revisions.c.parents != "")
    named = {parent for row in connection.execute(query).scalars() for parent in row.split()}
    here = sum(
        len(fetch_rows(connection, _HERE, bound(batch)))
        for batch in batches(sorted(named), LARGE_BATCH)
    )
    return len(named) - here


def _row(sound: Sound, step: int) -> tuple[Any, ...]:
    one = sound.revision
    return (
        *(sound.name, one.record, one.kind, " ".join(one.parents), one.person),
        *(one.seq, one.deleted, one.body, step),
    )


def digest_of(names: Iterable[str]) -> str:
    """Return what stands for a set of revisions, whose ids come in order."""
    digest = Digest()
    for name in names:
        digest.add(name)
    return digest.hexdigest()
