"""Revisions from another copy are checked, one by one, and each is kept once."""

import pytest
from msgspec.structs import replace

from app.domain.seal import Digest
from app.queries.layer import EVERYTHING, layer_revisions, layer_texts
from app.store.bodies import check_body
from app.store.revision import Revision, canonical_json, parse_body
from app.store.union import Named, digest_of
from tests.histories import state_of, take
from tests.marked import marked
from tests.projects import mark_up, sit_down


@pytest.fixture
def desk(project):
    sit_down(project, "anna")
    mark_up(project, marked("[The minister|actor] said [taxes fell|claim]."), title="Taxes")
    return project


def known(project):
    return project.ask(lambda here: list(layer_revisions(here, EVERYTHING)))


def named(revision: Revision) -> Named:
    return Named(revision.id, revision)


def tally_of(project, *arriving: Named, texts=()):
    return project.rehearse(take, stream=arriving, texts=texts)


def annotation(project) -> Revision:
    return next(one.revision for one in known(project) if one.revision.kind == "annotation")


def further(project, **changes) -> Revision:
    """A further state of an annotation, as somebody may write it."""
    own = annotation(project)
    return replace(own, **({"parents": (own.id,), "seq": own.seq + 1} | changes))


def test_what_is_known_is_counted_and_changes_nothing(desk):
    before = desk.ask(state_of)
    texts = desk.ask(lambda here: list(layer_texts(here, EVERYTHING)))
    tally = desk.perform(take, stream=known(desk), texts=texts)
    assert (tally.new, tally.known, tally.total) == (0, len(known(desk)), len(known(desk)))
    assert desk.ask(state_of) == before


def test_a_sound_state_is_new_once_even_if_it_comes_twice(desk):
    one = named(further(desk))
    tally = tally_of(desk, one, one)
    assert (tally.new, tally.known) == (1, 1)


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"seq": -1}, "out of reach"),
        ({"seq": 2**40}, "out of reach"),
        ({"parents": ("x",)}, "no revision's"),
        ({"parents": ("b" * 32, "a" * 32)}, "not in order"),
        ({"deleted": True}, "deleted and says something"),
        ({"body": "null"}, "deleted and says something"),
        ({"body": "null", "deleted": True, "parents": ()}, "deletes what never was"),
        ({"kind": "rumour"}, "not known"),
        ({"record": "7"}, "not what a record"),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(desk, changes, why):
    tally = tally_of(desk, named(further(desk, **changes)))
    assert tally.new == 0
    (reason,) = tally.refused
    assert why in reason


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"kind": "rumour"}, "not known"),
        ({"record": "<b>" * 1000}, "its id is none"),
        ({"person": "P" * 5000}, "nobody can be"),
    ],
)
def test_a_deletion_names_what_can_be_or_is_refused(desk, changes, why):
    tally = tally_of(desk, named(further(desk, body="null", deleted=True, **changes)))
    assert tally.new == 0
    (reason,) = tally.refused
    assert why in reason


def test_a_note_that_writes_out_an_escape_is_a_note_like_any_other(desk):
    body = parse_body(annotation(desk).body)
    for note, new in ((r"the escape \u0000 is printed", 1), ("a NUL: \0", 0)):
        said = canonical_json(body | {"note": note}).decode()
        assert tally_of(desk, named(further(desk, body=said))).new == new


def test_what_importing_or_uniting_made_long_is_no_reason_to_refuse_it(desk):
    body = parse_body(annotation(desk).body) | {"note": "twice as long as one may write " * 700}
    assert tally_of(desk, named(further(desk, body=canonical_json(body).decode()))).new == 1
    own = next(one.revision for one in known(desk) if one.revision.kind == "article")
    for field in ("title", "source", "url", "published", "language", "received_as"):
        body = parse_body(own.body) | {field: "long " * 10_000}
        said = replace(own, parents=(own.id,), seq=own.seq + 1, body=canonical_json(body).decode())
        assert tally_of(desk, named(said)).new == 1


def test_a_state_under_another_name_is_refused(desk):
    tally = tally_of(desk, Named("a" * 32, further(desk)))
    assert tally.refused == {"it is not what its name stands for": 1}


def test_a_damaged_state_keeps_the_honest_one_of_that_name_not_out(desk):
    honest = named(further(desk))
    damaged = Named(honest.id, replace(honest.revision, seq=honest.revision.seq + 1))
    for order in ((damaged, honest), (honest, damaged)):
        assert tally_of(desk, *order).new == 1


def test_an_id_is_one_kinds_for_ever(desk):
    label = next(one.revision for one in known(desk) if one.revision.kind == "label")
    own = annotation(desk)
    assert "another kind" in next(
        iter(tally_of(desk, named(replace(label, record=own.record))).refused)
    )


def test_a_text_that_is_not_what_its_hash_says_is_refused(desk):
    tally = tally_of(desk, texts=[("a" * 64, "Another text.")])
    assert sum(tally.refused_texts.values()) == 1


@pytest.mark.parametrize("body", ["{}", "[]", "7", '{"name": "x"}', "nonsense", "[" * 3000])
def test_a_body_that_is_none_is_refused_in_a_clause(body):
    with pytest.raises(ValueError, match="it is "):
        check_body("label", "01a20511-cf63-7629-b98f-0dc041bed7ce", body)


def test_the_digest_is_that_of_the_sorted_names_as_json():
    import hashlib

    names = sorted(f"{number:032x}" for number in (9, 1, 77))
    assert digest_of(names) == hashlib.sha256(canonical_json(names)).hexdigest()
    assert Digest().hexdigest() == hashlib.sha256(b"[]").hexdigest()


@pytest.mark.parametrize("field", ["article", "annotator", "label"])
def test_what_refers_to_what_no_record_is_called_is_refused(desk, field):
    for name in ("7", "x" * 36):
        body = canonical_json(parse_body(annotation(desk).body) | {field: name}).decode()
        tally = tally_of(desk, named(further(desk, body=body)))
        assert (tally.new, tally.refused.total()) == (0, 1)
