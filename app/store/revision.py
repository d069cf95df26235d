"""Revisions: one state of one record, immutable and named by its content."""

import hashlib
from collections.abc import Mapping
from typing import Any

import msgspec

_ENCODER = msgspec.json.Encoder(order="deterministic")
_DECODER = msgspec.json.Decoder(dict[str, Any])

NO_BODY = "null"


def canonical_json(value: Any) -> bytes:
    """Return the one JSON form that hashes are taken of: sorted keys, no white space, UTF-8."""
    return _ENCODER.encode(value)


def parse_body(text: str) -> dict[str, Any]:
    """Return the body that `canonical_json` wrote."""
    return _DECODER.decode(text)


def fingerprint_of(record: str, body: str) -> int:
    """Return 48 bits that stand for a record's content, few enough to be summed in SQL."""
    digest = hashlib.sha256(f"{record} {body}".encode()).digest()
    return int.from_bytes(digest[:6])


class Revision(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """One state of one record: a value that is made by the hundred thousand, hence msgspec's.

    `parents` are the revisions it follows upon, in order of their ids; `person` made it; `seq` is a
    Lamport counter (one more than the highest known), which only orders heads for display; `body`
    is canonical JSON, `null` where `deleted`.
    """

    record: str
    kind: str
    parents: tuple[str, ...]
    person: str | None
    seq: int
    deleted: bool
    body: str

    @property
    def id(self) -> str:
        """The first 128 bits of the SHA-256 over all of it, in hexadecimal."""
        before = (self.record, self.kind, self.parents, self.person, self.seq, self.deleted)
        content = _ENCODER.encode((*before, msgspec.Raw(self.body)))  # the body is JSON already
        return hashlib.sha256(content).hexdigest()[:32]


def from_row(row: Mapping[Any, Any]) -> Revision:
    """Return the revision that a row of the history keeps."""
    return Revision(
        record=row["record"],
        kind=row["kind"],
        parents=tuple(row["parents"].split()),
        person=row["person"],
        seq=row["seq"],
        deleted=row["deleted"],
        body=row["body"],
    )


def heads(revisions: Mapping[str, Revision]) -> list[str]:
    """Return the ids of those of one record's revisions that no other names as a parent."""
    named = {parent for revision in revisions.values() for parent in revision.parents}
    return sorted(name for name in revisions if name not in named)


def visible(revisions: Mapping[str, Revision]) -> str | None:
    """Return the id of the revision that a record shows; None where it shows none.

    Of several heads the living one with the highest seq, then the smallest id: a pure function of
    the set, so that copies that know the same revisions show the same.
    """
    living = [name for name in heads(revisions) if not revisions[name].deleted]
    return min(living, key=lambda name: (-revisions[name].seq, name), default=None)


def last_living(revisions: Mapping[str, Revision]) -> str | None:
    """Return the id of the newest revision that says something, whatever came after it."""
    living = [name for name, revision in revisions.items() if not revision.deleted]
    return min(living, key=lambda name: (-revisions[name].seq, name), default=None)
