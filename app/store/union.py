"""Taking in revisions from another copy: each is checked, and kept once, whatever the order."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import msgspec
from sqlalchemy import Connection, func, select

from app.domain.article import canonical
from app.domain.seal import Digest
from app.store.batches import LARGE_BATCH, among, batches, bound
from app.store.bodies import check_body, check_names
from app.store.bulk import fetch_rows, insert_rows
from app.store.revision import NO_BODY, Revision, parse_body
from app.store.tables.history import revisions
from app.store.tables.texts import texts

_REACH = 10_000_000
"""By how much a Lamport counter from outside may be ahead of ours."""

_HERE = select(revisions.c.id).where(among(revisions.c.id))
_KINDS = select(revisions.c.record, revisions.c.kind).where(among(revisions.c.record)).distinct()

_HEX = frozenset("0123456789abcdef")


class Named(msgspec.Struct, frozen=True, gc=False):
    """A revision as it came, with the id that it came under."""

    id: str
    revision: Revision


@dataclass(slots=True)
class Tally:
    """What became of the revisions of one file; the three numbers add up to all that were in it.

    `refused` counts them by reason, as `refused_texts` does texts. `unnamed` counts parents that
    are nowhere: then a part of the history is missing, which hides nothing. `people` counts what is
    new by who made it, `records` are those that something new is said of, with their kinds.
    """

    new: int = 0
    known: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    refused_texts: Counter[str] = field(default_factory=Counter)
    unnamed: int = 0
    people: Counter[str] = field(default_factory=Counter)
    records: dict[str, str] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """How many revisions the file had."""
        return self.new + self.known + self.refused.total()


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


def unite(connection: Connection, arriving: Iterable[Named], *, step: int) -> Tally:
    """Add those revisions that are sound and not here yet, under a step; return the tally.

    A revision is sound if its id is the hash of what it says and what it says can be a record's.
    The set that results does not depend on the order of the files, nor on how often each came.
    """
    tally = Tally()
    newest = connection.execute(select(func.max(revisions.c.seq))).scalar_one() or 0
    for batch in batches(arriving, LARGE_BATCH):
        here = {name for (name,) in fetch_rows(connection, _HERE, bound(one.id for one in batch))}
        found: dict[str, Revision] = {}
        for one in batch:
            if one.id in here or one.id in found:
                tally.known += 1
                continue
            try:
                _check(one.id, one.revision, newest + _REACH)
            except ValueError as reason:
                tally.refused[str(reason)] += 1
            else:
                found[one.id] = one.revision
        sound = list(found.items())
        sound = _one_kind_each(connection, sound, tally)
        sound = _with_texts(connection, sound, tally)
        insert_rows(connection, revisions, [_row(name, one, step) for name, one in sound])
        tally.new += len(sound)
        tally.people.update(one.person or "" for _, one in sound)
        tally.records.update((one.record, one.kind) for _, one in sound)
    tally.unnamed = _unnamed(connection, step)
    return tally


def _check(name: str, revision: Revision, furthest: int) -> None:
    """Raise `ValueError` with the reason, in a clause, where a revision is not sound."""
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
    else:
        check_body(revision.kind, revision.record, revision.body)


def _check_parents(parents: Sequence[str], *, length: int) -> None:
    if any(len(parent) != length or not _HEX.issuperset(parent) for parent in parents):
        raise ValueError("a parent's name is no revision's")
    if any(before >= after for before, after in pairwise(parents)):
        raise ValueError("its parents are not in order")


def _one_kind_each(
    connection: Connection, arriving: list[tuple[str, Revision]], tally: Tally
) -> list[tuple[str, Revision]]:
    """Leave out revisions of records that are another kind's: an id is one record's for ever."""
    kinds: dict[str, str] = dict(
        fetch_rows(connection, _KINDS, bound({one.record for _, one in arriving}))
    )
    kept = []
    for name, one in arriving:
        if kinds.setdefault(one.record, one.kind) == one.kind:
            kept.append((name, one))
        else:
            tally.refused["its id is another kind of record's"] += 1
    return kept


def _with_texts(
    connection: Connection, arriving: list[tuple[str, Revision]], tally: Tally
) -> list[tuple[str, Revision]]:
    """Leave out articles whose text is not here, or not as long as they say."""
    wanted = {
        name: parse_body(one.body)
        for name, one in arriving
        if one.kind == "article" and not one.deleted
    }
    if not wanted:
        return arriving
    lengths = _lengths(connection, {body["sha256"] for body in wanted.values()})
    kept = []
    for name, one in arriving:
        body = wanted.get(name)
        if body is None or lengths.get(body["sha256"]) == body["characters"]:
            kept.append((name, one))
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


def _row(name: str, one: Revision, step: int) -> dict[str, object]:
    return {
        "id": name,
        "record": one.record,
        "kind": one.kind,
        "parents": " ".join(one.parents),
        "person": one.person,
        "seq": one.seq,
        "deleted": one.deleted,
        "body": one.body,
        "step": step,
    }


def digest_of(names: Iterable[str]) -> str:
    """Return what stands for a set of revisions, whose ids come in order."""
    digest = Digest()
    for name in names:
        digest.add(name)
    return digest.hexdigest()
