"""What a revision from outside may say, kind by kind, before it may enter the history."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from app.domain.allotment import allotment_id
from app.domain.annotation import LONGEST_NOTE
from app.domain.annotator import NAME_LIMIT, Role
from app.domain.assignment import assignment_id
from app.domain.characters import hidden_in
from app.domain.label import GUIDELINE_LIMIT, Hue, Look
from app.domain.storable import storable
from app.store.revision import canonical_json, parse_body

_PATTERN = "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"
_LENGTH = 36

Name = Annotated[str, Meta(min_length=_LENGTH, max_length=_LENGTH)]
"""What should be the id of a record; see `_require_ids`."""
Hash = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
Line = Annotated[str, Meta(max_length=100_000)]
"""One of an article's particulars: far more than any that comes in may be (`LONGEST`), for a limit
here is against floods."""
Count = Annotated[int, Meta(ge=0, le=2**62)]

_MOST_CHARACTERS = 5_000_000


class _Strict(Struct, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    pass


class _Label(_Strict):
    name: Annotated[str, Meta(min_length=1, max_length=200)]
    key: Annotated[str, Meta(max_length=8)]
    look: Look
    hue: Hue
    position: Count
    retired: bool = False
    guideline: Annotated[str, Meta(max_length=GUIDELINE_LIMIT)] = ""


class _Annotator(_Strict):
    name: Annotated[str, Meta(min_length=1, max_length=NAME_LIMIT)]
    role: Role = Role.ANNOTATOR


class _Article(_Strict):
    title: Line
    sha256: Hash
    characters: Annotated[int, Meta(ge=1, le=_MOST_CHARACTERS)]
    source: Line
    url: Line
    published: Line
    language: Line
    received_as: Line
    received_sha256: Annotated[str, Meta(max_length=64)]


class _Allotment(_Strict):
    article: Name
    annotator: Name
    round: Annotated[int, Meta(ge=1, le=1_000_000)] = 1


class _Assignment(_Strict):
    article: Name
    annotator: Name
    done: bool
    done_as: Count


class _Annotation(_Strict):
    article: Name
    annotator: Name
    label: Name
    start: Count
    end: Count
    fragments: list[tuple[int, int]] | None
    quote: Annotated[str, Meta(min_length=1, max_length=_MOST_CHARACTERS)]
    unsure: bool
    note: Annotated[str, Meta(max_length=LONGEST_NOTE)]


class _Sitting(_Strict):
    article: Name
    annotator: Name
    day: Annotated[str, Meta(pattern="^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
    seconds: Annotated[int, Meta(ge=1, le=10_000_000)]


_is_id = re.compile(_PATTERN).fullmatch
_ENCODER = msgspec.json.Encoder(order="sorted")


def _named_rightly(_record: str, label: _Label) -> None:
    if hidden_in(label.name):
        raise ValueError("its name contains invisible characters")


def _person_named_rightly(_record: str, annotator: _Annotator) -> None:
    if hidden_in(annotator.name):
        raise ValueError("its name contains invisible characters")


def _require_ids(*names: str) -> None:
    if not all(map(_is_known_id, names)):
        raise ValueError("it refers to what no record is called")


def _the_one_allotment(record: str, one: _Allotment) -> None:
    _require_ids(one.article, one.annotator)
    if record != allotment_id(one.article, one.annotator):
        raise ValueError("its id is not that of its article and annotator")


def _the_one_assignment(record: str, one: _Assignment) -> None:
    _require_ids(one.article, one.annotator)
    if record != assignment_id(one.article, one.annotator):
        raise ValueError("its id is not that of its article and annotator")


def _in_order(_record: str, one: _Annotation) -> None:
    _require_ids(one.article, one.annotator, one.label)
    if one.fragments is not None:
        _pieces_in_order(one.fragments, one.start, one.end)
    elif one.start >= one.end:
        raise ValueError("its spans are not in order")
    if len(one.quote) != one.end - one.start:
        raise ValueError("its quote is not as long as its span")


def _pieces_in_order(pieces: list[tuple[int, int]], start: int, end: int) -> None:
    ordered = all(start < end for start, end in pieces) and all(
        before[1] < after[0] for before, after in pairwise(pieces)
    )
    if not pieces or not ordered or (pieces[0][0], pieces[-1][1]) != (start, end):
        raise ValueError("its spans are not in order")
    if len(pieces) < 2:
        raise ValueError("its single span is given as fragments")


def _of_somebody(_record: str, one: _Sitting) -> None:
    _require_ids(one.article, one.annotator)


def _nothing_more(_record: str, _one: object) -> None:
    pass


_SHAPES: Mapping[str, tuple[msgspec.json.Decoder[Any], Callable[[str, Any], None]]] = {
    "label": (msgspec.json.Decoder(_Label), _named_rightly),
    "annotator": (msgspec.json.Decoder(_Annotator), _person_named_rightly),
    "article": (msgspec.json.Decoder(_Article), _nothing_more),
    "allotment": (msgspec.json.Decoder(_Allotment), _the_one_allotment),
    "assignment": (msgspec.json.Decoder(_Assignment), _the_one_assignment),
    "annotation": (msgspec.json.Decoder(_Annotation), _in_order),
    "sitting": (msgspec.json.Decoder(_Sitting), _of_somebody),
}


def check_body(kind: str, record: str, body: str) -> Any:
    """Return what a record of the kind says, the names of its columns being attributes.

    Raises `ValueError`, in a clause, where this cannot be what a record of the kind says.

    `body` is the JSON text as it came; it must be the one canonical form of what it says. The kind
    is one that `check_names` let pass.
    """
    decoder, look_closer = _SHAPES[kind]
    try:
        said = decoder.decode(body)
    except msgspec.MsgspecError as error:
        raise ValueError(f"it is not what a record of its kind says ({error})") from None
    if storable(body) != body or _holds_nul(body):
        raise ValueError("it contains characters that cannot be stored")
    if not _is_canonical(said, body):
        raise ValueError("it is not written as Galley writes it")
    look_closer(record, said)
    return said


def check_names(kind: str, record: str, person: str | None) -> None:
    """Raise `ValueError`, in a clause, where these name no kind, no record, or nobody at all."""
    if kind not in _SHAPES:
        raise ValueError(f"records of the kind {kind[:40]!r} are not known")
    if not _is_id(record):
        raise ValueError("it is not what a record of its kind says (its id is none)")
    if person is not None and not (len(person) == _LENGTH and _is_known_id(person)):
        raise ValueError("who made it is named as nobody can be")


def is_id(name: str) -> bool:
    """Tell whether this is an id as Galley writes it, of a record or a project."""
    return _is_id(name) is not None


_is_known_id = lru_cache(maxsize=1024)(is_id)
"""As `is_id`, for ids of which some come again and again; they are short."""


def _holds_nul(body: str) -> bool:
    """Tell whether a body says NUL; the six characters of its escape may well be somebody's own."""
    return "\\u0000" in body and any(
        isinstance(value, str) and "\0" in value for value in parse_body(body).values()
    )


def _is_canonical(said: _Strict, body: str) -> bool:
    """Tell whether a body is written as Galley writes it; what is at its default is left out."""
    kept = body.encode()
    return _ENCODER.encode(said) == kept or canonical_json(msgspec.json.decode(body)) == kept
