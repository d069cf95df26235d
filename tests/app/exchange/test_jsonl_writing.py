import io
import json
from dataclasses import replace

import msgspec
import pytest

from app.domain.article import fingerprint
from app.domain.span import Span
from app.exchange import jsonl
from app.exchange.malformed import Malformed
from app.exchange.record import AnnotationRecord, ArticleRecord

TEXT = "The mayor\u00a0said: “No”, she added, “never.” 😊"
ID = "0192f3a0-0000-7000-8000-000000000001"
RECORD = ArticleRecord(
    text=TEXT,
    id=ID,
    title="No, says mayor",
    sha256=fingerprint(TEXT),
    annotator="Anna",
    done=True,
    annotations=(
        AnnotationRecord("actor", (Span(4, 9),), "mayor", ID.replace("1", "2")),
        AnnotationRecord(
            "claim",
            (Span(16, 20), Span(33, 41)),
            TEXT[16:41],
            ID.replace("1", "3"),
            unsure=True,
            note="interrupted",
        ),
    ),
)


def written(*records):
    stream = io.BytesIO()
    jsonl.write(records, stream)
    return stream.getvalue()


def test_keys_come_in_the_documented_order_and_optional_ones_only_where_they_say_something():
    pairs = json.loads(written(RECORD), object_pairs_hook=list)
    assert [key for key, _ in pairs] == [
        *("id", "text", "annotator", "done", "spans", "relations", "regions", "meta")
    ]
    values = dict(pairs)
    plain, interrupted = values["spans"]
    assert [key for key, _ in plain] == ["id", "start", "end", "label", "text"]
    assert [key for key, _ in interrupted][5:] == ["fragments", "unsure", "note"]
    assert dict(interrupted)["fragments"] == [[16, 20], [33, 41]]
    assert [key for key, _ in values["meta"]] == [
        *("title", "source", "url", "published", "story", "language", "sha256")
    ]


def test_an_article_that_nobody_marked_has_every_key_too():
    values = json.loads(written(ArticleRecord(text="Nothing.", id=ID)))
    assert values["spans"] == values["relations"] == values["regions"] == []
    assert (values["annotator"], values["done"]) == ("", False)
    assert values["meta"]["title"] == values["meta"]["story"] == ""
    assert values["meta"]["sha256"] == fingerprint("Nothing.")


def test_a_file_is_utf8_with_one_line_for_each_record():
    raw = written(RECORD, RECORD)
    assert raw.endswith(b"}\n")
    assert raw.count(b"\n") == 2
    assert "mayor\u00a0said: “No”".encode() in raw
    assert "😊".encode() in raw


def test_the_same_records_give_the_same_bytes():
    assert written(RECORD) == written(RECORD)


@pytest.mark.parametrize(
    "damaged",
    [
        msgspec.structs.replace(RECORD.annotations[0], quote="major"),
        msgspec.structs.replace(RECORD.annotations[0], spans=(Span(5, 10),)),
        msgspec.structs.replace(RECORD.annotations[0], spans=(Span(38, 99),), quote=TEXT[38:]),
        msgspec.structs.replace(RECORD.annotations[1], spans=(Span(16, 35), Span(33, 41))),
    ],
)
def test_an_annotation_that_does_not_quote_its_text_is_never_written(damaged):
    record = replace(RECORD, annotations=(RECORD.annotations[0], damaged))
    with pytest.raises(Malformed) as caught:
        written(record)
    assert caught.value.where == f"article {ID}"
    assert caught.value.field == "spans[1].text"


@pytest.mark.parametrize("text", ["a\r\nb", "a\x00b", "\ufeffa", "\ufffea", "half \ud83d pair"])
def test_a_text_that_would_be_read_as_another_is_never_written(text):
    with pytest.raises(Malformed, match=ID):
        written(ArticleRecord(text=text, id=ID))


def test_a_text_that_is_not_the_one_received_is_never_written():
    with pytest.raises(Malformed, match=ID):
        written(ArticleRecord(text="Another text.", id=ID, sha256=RECORD.sha256))


def test_lines_that_could_not_be_read_again_are_told(monkeypatch):
    assert not jsonl.write([RECORD], io.BytesIO())
    monkeypatch.setattr(jsonl, "LINE_BYTES", 100)
    assert str(jsonl.write([RECORD], io.BytesIO())) == "1 line too long to be imported again"
