"""What is written is read again, and follows its schema, whatever the texts hold."""

import io
import json
import uuid
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from app.domain.article import canonical, fingerprint
from app.domain.span import Span, united
from app.exchange import jsonl
from app.exchange.loss import Loss
from app.exchange.malformed import Malformed
from app.exchange.record import AnnotationRecord, ArticleRecord
from app.paths import RESOURCES

SCHEMA = json.loads((RESOURCES / "galley-jsonl.schema.json").read_text("utf-8"))
VALID = Draft202012Validator(SCHEMA)

SINGLE = '😊\u0301\u00a0\u200d\u202e\u2028\x85\x1c\n\ufeff\ufffe\x7f“\\"\U0010ffff\t \r'
tricky = st.sampled_from([*SINGLE, "👩\u200d👩\u200d👧", "e\u0301", "שלום", "مرحبا"])
words = st.lists(tricky | st.text(max_size=8), max_size=12).map("".join)
texts = words.map(lambda text: canonical(text).text).filter(str.strip)
notes = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=12)
names = st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=20)
ids = st.uuids().map(str)


@st.composite
def annotations(draw, text):
    edges = st.integers(0, len(text))
    pairs = draw(
        st.lists(
            st.tuples(edges, edges).filter(lambda pair: pair[0] != pair[1]), min_size=1, max_size=4
        )
    )
    spans = united(Span(min(pair), max(pair)) for pair in pairs)
    return AnnotationRecord(
        label=draw(names),
        spans=spans,
        quote=text[spans[0].start : spans[-1].end],
        id=draw(ids),
        unsure=draw(st.booleans()),
        note=draw(notes),
    )


@st.composite
def records(draw):
    text = draw(texts)
    return ArticleRecord(
        text=text,
        id=draw(ids),
        title=draw(notes),
        source=draw(notes),
        url=draw(notes),
        published=draw(st.dates().map(str) | st.just("")),
        language=draw(st.sampled_from(["", "en", "uk"])),
        sha256=fingerprint(text),
        annotator=draw(names | st.just("")),
        done=draw(st.booleans()),
        annotations=tuple(draw(st.lists(annotations(text), max_size=4))),
    )


def written(*some):
    stream = io.BytesIO()
    jsonl.write(some, stream)
    return stream.getvalue()


@settings(max_examples=100, deadline=None)
@given(st.lists(records(), min_size=1, max_size=3))
def test_what_is_written_reads_as_it_was(some):
    loss = Loss()
    read = list(jsonl.read(io.BytesIO(written(*some)), loss=loss))
    assert [replace(record, where="") for record in read] == some
    assert not loss
    assert written(*read) == written(*some)


@settings(max_examples=100, deadline=None)
@given(records())
def test_every_written_line_follows_the_schema(record):
    VALID.validate(json.loads(written(record)))


@settings(max_examples=150, deadline=None)
@given(record=records(), data=st.data())
def test_a_line_damaged_anywhere_is_read_or_refused_in_words(record, data):
    raw = bytearray(written(record))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(raw) - 1))
        raw[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    with suppress(Malformed):
        list(jsonl.read(io.BytesIO(bytes(raw))))


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)


@settings(max_examples=150, deadline=None)
@given(record=records(), data=st.data())
def test_any_value_in_any_field_is_read_or_refused_in_words(record, data):
    value = json.loads(written(record))
    holder = data.draw(st.sampled_from([value, value["meta"], *value["spans"]]))
    holder[data.draw(st.sampled_from(sorted(holder)))] = data.draw(json_values)
    with suppress(Malformed):
        list(jsonl.read(io.BytesIO(json.dumps(value).encode())))


GOOD = ArticleRecord(
    text="The mayor said no.",
    id=str(uuid.UUID(int=1)),
    annotations=(
        AnnotationRecord("actor", (Span(4, 9),), "mayor", str(uuid.UUID(int=2)), note="!"),
        AnnotationRecord(
            "claim", (Span(4, 9), Span(15, 17)), "mayor said no", str(uuid.UUID(int=3))
        ),
    ),
)


@pytest.mark.parametrize(
    "key", ["id", "text", "annotator", "done", "spans", "relations", "regions", "meta"]
)
def test_a_line_without_one_of_its_keys_breaks_the_schema(key):
    value = json.loads(written(GOOD))
    del value[key]
    assert not VALID.is_valid(value)


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        (["id"], "7"),
        (["id"], str(uuid.UUID(int=10**30)).upper()),
        (["text"], ""),
        (["text"], "a\r\nb"),
        (["text"], "\ufeffa"),
        (["done"], 1),
        (["annotator"], None),
        (["score"], 1),
        (["spans"], {}),
        (["spans", 0, "start"], -1),
        (["spans", 0, "start"], "4"),
        (["spans", 0, "start"], True),
        (["spans", 0, "end"], 4.5),
        (["spans", 0, "end"], 0),
        (["spans", 0, "label"], ""),
        (["spans", 0, "label"], "a\u202eb"),
        (["spans", 0, "note"], ""),
        (["spans", 0, "unsure"], False),
        (["spans", 0, "mood"], "angry"),
        (["spans", 1, "fragments"], [[4, 9]]),
        (["spans", 1, "fragments"], [[4, 9], [15]]),
        (["relations"], [{"type": "denies"}]),
        (["regions"], [{"start": 0, "end": 4}]),
        (["meta", "sha256"], "abc"),
        (["meta", "title"], None),
        (["meta", "desk"], "foreign"),
    ],
)
def test_a_wrong_value_breaks_the_schema(path, wrong):
    value = json.loads(written(GOOD))
    VALID.validate(value)
    *way, key = path
    holder = value
    for step in way:
        holder = holder[step]
    holder[key] = wrong
    assert not VALID.is_valid(value)


def test_the_schema_is_one_and_needs_no_network():
    Draft202012Validator.check_schema(SCHEMA)
    assert "http" not in json.dumps({**SCHEMA, "$schema": ""})


def test_what_the_design_promises_for_later_follows_the_schema():
    value = json.loads(written(GOOD))
    first, second = (span["id"] for span in value["spans"])
    value["relations"] = [{"id": first, "type": "denies", "from": first, "to": second}]
    value["regions"] = [{"start": 0, "end": 4, "kind": "boilerplate"}]
    VALID.validate(value)
