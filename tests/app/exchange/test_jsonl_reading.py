import hashlib
import io
import json

import pytest

from app.domain.span import Span
from app.exchange import jsonl
from app.exchange.loss import Loss
from app.exchange.malformed import Malformed

TEXT = "The minister denied it. “No,” she said, “never.” 😊 End."
ID = "0192f3a0-0000-7000-8000-000000000001"
OTHER_ID = "0192f3a0-0000-7000-8000-000000000002"


def span(start=4, end=12, label="actor", **more):
    return {"start": start, "end": end, "label": label, **more}


def line(**values):
    return json.dumps({"text": TEXT, **values}).encode()


def records(*lines, loss=None):
    return list(jsonl.read(io.BytesIO(b"\n".join(lines)), loss=loss))


def refusal(*lines):
    with pytest.raises(Malformed) as caught:
        records(*lines)
    return caught.value


def test_a_text_alone_is_an_article():
    (record,) = records(line())
    assert record.text == TEXT
    assert (record.id, record.annotator, record.done, record.annotations) == ("", "", None, ())
    assert record.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert record.where == "line 1"


def test_everything_that_a_line_says_is_read():
    (record,) = records(
        line(
            id=ID.upper(),
            annotator="Anna",
            done=True,
            spans=[
                span(
                    24,
                    49,
                    "claim",
                    id=OTHER_ID,
                    fragments=[[24, 29], [40, 49]],
                    unsure=True,
                    note="two pieces",
                    text=TEXT[24:49],
                )
            ],
            meta={"title": "Denial", "source": "Post", "url": "u", "published": "2024-05-01"},
        )
    )
    (annotation,) = record.annotations
    assert record.id == ID
    assert (record.annotator, record.done, record.title) == ("Anna", True, "Denial")
    assert annotation.spans == (Span(24, 29), Span(40, 49))
    assert annotation.quote == "“No,” she said, “never.” "
    assert (annotation.id, annotation.label) == (OTHER_ID, "claim")
    assert (annotation.unsure, annotation.note) == (True, "two pieces")


def test_null_means_the_same_as_missing():
    (record,) = records(
        line(
            id=None,
            annotator=None,
            done=None,
            relations=None,
            regions=None,
            spans=[span(id=None, text=None, fragments=None, unsure=None, note=None)],
            meta={"title": None, "sha256": None},
        )
    )
    assert [annotation.quote for annotation in record.annotations] == ["minister"]


def test_blank_lines_a_leading_mark_and_windows_line_ends_are_let_pass():
    read = records(b"\xef\xbb\xbf" + line() + b"\r", b"", b"  ", line(annotator="Ben"), b"")
    assert [record.where for record in read] == ["line 1", "line 4"]


def test_only_a_line_feed_ends_a_line():
    text = "One\u2028two\u0085three\x0bfour\x1cfive"
    raw = json.dumps({"text": text}, ensure_ascii=False).encode()
    assert [record.text for record in records(raw)] == [text]


def test_touching_fragments_are_one_span():
    (record,) = records(line(spans=[span(4, 12, fragments=[[4, 8], [8, 12]])]))
    assert record.annotations[0].spans == (Span(4, 12),)


def test_what_cannot_be_kept_is_counted():
    loss = Loss()
    record, _ = records(
        line(
            id="article-7",
            spans=[span(id="1"), span(id=2, mood="angry")],
            relations=[{"type": "denies"}],
            regions=[{"start": 0, "end": 3}],
            meta={"story": "Harbour", "desk": "foreign"},
            score=0.5,
        ),
        line(meta={"story": "Harbour"}, score=None),
        loss=loss,
    )
    assert str(loss).split("; ") == [
        "2 annotation ids that are no UUIDs, replaced by new ones",
        "1 article id that is no UUID, replaced by a new one",
        "1 region",
        "1 relation",
        "2 stories",
        "1 value of the unknown key “desk”",
        "1 value of the unknown key “mood”",
        "2 values of the unknown key “score”",
    ]
    assert record.id == ""
    assert [annotation.id for annotation in record.annotations] == ["", ""]


def test_a_flood_of_unknown_keys_is_counted_together():
    loss = Loss()
    records(line(**{f"key {number}": 0 for number in range(500)}), loss=loss)
    assert len(loss.counts) == 21
    assert sum(loss.counts.values()) == 500


HOSTILE = {
    "not UTF-8": (b'{"text": "caf\xe9"}', "", "byte 14 is not UTF-8"),
    "UTF-16": ('{"text": "a"}'.encode("utf-16"), "", "not UTF-8"),
    "no JSON": (b"Dear editors", "", "not valid JSON at character 1"),
    "cut short": (line()[:-4], "", "not valid JSON"),
    "two records on one line": (line() + line(), "", "not valid JSON"),
    "pretty-printed": (b'{\n  "text": "a"\n}', "", "only the beginning"),
    "a list": (b'[{"text": "a"}]', "", "one JSON object"),
    "a lone word": (b'"text"', "", "one JSON object"),
    "a repeated key": (b'{"text": "a", "text": "b"}', "", "“text” stands twice"),
    "NaN": (b'{"text": "a", "score": NaN}', "", "NaN"),
    "infinity": (b'{"text": "a", "score": -Infinity}', "", "-Infinity"),
    "a raw control": (b'{"text": "a\x00b"}', "", "invalid control character"),
    "a bomb of lists": (
        b'{"text": "a", "x": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        "",
        "deep",
    ),
    "nested 101 deep": (b'{"text":"a","x":' + b"[" * 101 + b"]" * 101 + b"}", "", "deep"),
    "a huge number": (b'{"text": "a", "x": ' + b"9" * 5000 + b"}", "", "too many digits"),
    "no text": (b'{"spans": []}', "text", "missing"),
    "text null": (b'{"text": null}', "text", "text in quotes is expected, not null"),
    "text a number": (b'{"text": 5}', "text", "text in quotes is expected, not a whole number"),
    "text blank": (b'{"text": " \\n "}', "text", "empty"),
    "spans an object": (line(spans={}), "spans", "a list is expected"),
    "a span a triple": (line(spans=[[4, 12, "actor"]]), "spans[0]", "an object in braces"),
    "start missing": (line(spans=[{"end": 3, "label": "a"}]), "spans[0].start", "missing"),
    "end missing": (line(spans=[span(), {"start": 3, "label": "a"}]), "spans[1].end", "missing"),
    "label missing": (line(spans=[{"start": 3, "end": 4}]), "spans[0].label", "missing"),
    "start a text": (line(spans=[span("4")]), "spans[0].start", "a whole number is expected"),
    "start true": (line(spans=[span(start=True)]), "spans[0].start", "not true or false"),
    "start a fraction": (line(spans=[span(4.0)]), "spans[0].start", "with a fraction"),
    "start endless": (
        line(spans=[span(0)]).replace(b'"start": 0', b'"start": 1e999'),
        "spans[0].start",
        "with a fraction",
    ),
    "start below 0": (line(spans=[span(-1)]), "spans[0].start", "less than 0"),
    "end before start": (line(spans=[span(12, 4)]), "spans[0].end", "more than the start"),
    "an empty span": (line(spans=[span(4, 4)]), "spans[0].end", "more than the start"),
    "end after the text": (line(spans=[span(4, 999)]), "spans[0].end", "after the text's end"),
    "end astronomic": (line(spans=[span(4, 10**4000)]), "spans[0].end", "a number this large"),
    "a wrong quote": (
        line(spans=[span(text="Minister")]),
        "spans[0].text",
        "“Minister” is not what stands at 4–12; there stands “minister”",
    ),
    "label empty": (line(spans=[span(label=" ")]), "spans[0].label", "empty"),
    "label too long": (line(spans=[span(label="a" * 201)]), "spans[0].label", "200"),
    "label with a line end": (line(spans=[span(label="a\nb")]), "spans[0].label", "U+000A"),
    "label turned round": (line(spans=[span(label="a\u202eb")]), "spans[0].label", "U+202E"),
    "label half a pair": (line(spans=[span(label="\ud83d")]), "spans[0].label", "U+D83D"),
    "fragments out of order": (
        line(spans=[span(4, 12, fragments=[[8, 12], [4, 6]])]),
        "spans[0].fragments[1]",
        "in order",
    ),
    "fragments that overlap": (
        line(spans=[span(4, 12, fragments=[[4, 9], [8, 12]])]),
        "spans[0].fragments[1]",
        "apart",
    ),
    "fragments outside": (
        line(spans=[span(4, 12, fragments=[[4, 6], [8, 13]])]),
        "spans[0].fragments[1]",
        "within the span",
    ),
    "fragments too short": (
        line(spans=[span(4, 12, fragments=[[4, 6], [8, 11]])]),
        "spans[0].fragments",
        "cover 4–11, but the span is 4–12",
    ),
    "a fragment of three": (
        line(spans=[span(fragments=[[4, 6, 8]])]),
        "spans[0].fragments[0]",
        "2 numbers are expected, not 3",
    ),
    "a fragment of truths": (
        line(spans=[span(fragments=[[False, True]])]),
        "spans[0].fragments[0][0]",
        "not true or false",
    ),
    "unsure a number": (line(spans=[span(unsure=1)]), "spans[0].unsure", "true or false"),
    "note a number": (line(spans=[span(note=1)]), "spans[0].note", "text in quotes"),
    "id true": (line(id=True), "id", "not true or false"),
    "done a word": (line(done="yes"), "done", "true or false is expected"),
    "annotator a number": (line(annotator=3), "annotator", "text in quotes"),
    "annotator invisible": (line(annotator="\u202d"), "annotator", "U+202D"),
    "relations a number": (line(relations=3), "relations", "a list"),
    "regions of texts": (line(regions=["a"]), "regions[0]", "an object"),
    "meta a list": (line(meta=[]), "meta", "an object in braces"),
    "title a number": (line(meta={"title": 3}), "meta.title", "text in quotes"),
    "title too long": (line(meta={"title": "a" * 501}), "meta.title", "longer than 500"),
    "outlet too long": (line(meta={"source": "a" * 501}), "meta.source", "500 characters. Shorten"),
    "address too long": (line(meta={"url": "a" * 2001}), "meta.url", "longer than 2,000"),
    "language too long": (line(meta={"language": "a" * 101}), "meta.language", "longer than 100"),
    "another fingerprint": (line(meta={"sha256": "0" * 64}), "meta.sha256", "another text"),
}


@pytest.mark.parametrize(("bad", "field", "says"), HOSTILE.values(), ids=HOSTILE)
def test_a_bad_line_is_refused_with_its_line_and_field(bad, field, says):
    trouble = refusal(line(), b"", bad)
    assert trouble.where == "line 3"
    assert trouble.field == field
    assert says in str(trouble)
    assert str(trouble).startswith("line 3")
    assert "\n" not in str(trouble)
    assert len(str(trouble)) < 400


def test_a_file_without_articles_is_refused():
    assert "no articles" in str(refusal(b"\n\n  \n"))


def test_a_line_longer_than_the_limit_is_refused_without_being_read_to_its_end():
    class Endless(io.RawIOBase):
        def readable(self):
            return True

        def readinto(self, buffer):
            buffer[:] = b"a" * len(buffer)
            return len(buffer)

    with pytest.raises(Malformed, match="line 1: it is longer than 20 MB"):
        list(jsonl.read(io.BufferedReader(Endless())))


def test_the_same_annotation_id_twice_is_refused():
    twice = [span(id=ID), span(0, 3, id=ID.upper())]
    assert refusal(line(spans=twice)).field == "spans[1].id"
    trouble = refusal(line(spans=twice[:1]), line(spans=twice[1:]))
    assert str(trouble) == "line 2, spans[0].id: one on line 1 has the same id."


@pytest.mark.parametrize(
    ("lines", "at", "says"),
    [
        ([line(id=ID, spans=[span(id=ID)])], "line 1, spans[0].id", "the article on line 1 has"),
        ([line(spans=[span(id=ID)]), line(id=ID)], "line 2, id", "an annotation on line 1 has"),
    ],
)
def test_an_article_and_an_annotation_never_share_an_id(lines, at, says):
    assert refusal(*lines).sentence.startswith(f"{at}: {says}")


def test_annotators_of_one_article_share_its_id_but_other_texts_may_not():
    assert len(records(line(id=ID, annotator="Anna"), line(id=ID, annotator="Ben"))) == 2
    trouble = refusal(line(id=ID), line(id=ID, text="Something else."))
    assert (trouble.where, trouble.field) == ("line 2", "id")
    assert "line 1" in trouble.problem


def test_too_many_annotations_or_labels_are_refused(monkeypatch):
    monkeypatch.setattr("app.exchange.limits.ANNOTATIONS_PER_ARTICLE", 2)
    assert refusal(line(spans=[span()] * 3)).field == "spans"
    monkeypatch.setattr("app.exchange.limits.LABELS", 2)
    lines = [line(spans=[span(label=label)]) for label in ("a", "b", "b", "c")]
    assert refusal(*lines).where == "line 4"


def test_half_characters_in_the_text_are_replaced_and_reported():
    (record,) = records(
        b'{"text": "a\\ud83d b\\u0000c", "spans": [{"start":3,"end":4,"label":"x"}]}'
    )
    assert record.text == "a\N{REPLACEMENT CHARACTER} b\N{REPLACEMENT CHARACTER}c"
    assert record.annotations[0].quote == "b"
    assert record.changed


def test_half_characters_elsewhere_are_replaced_too():
    loss = Loss()
    half = "\ud83d"
    (record,) = records(
        line(spans=[span(note=half)], meta={"title": half, half: 1}, **{f"key {half}": 1}),
        loss=loss,
    )
    assert record.title == record.annotations[0].note == "\N{REPLACEMENT CHARACTER}"
    assert len(loss.counts) == 2


class TestWhereLineEndsGo:
    """Positions follow the text as it is stored."""

    received = "One\r\nTwo\rThree\r\nFour"

    def quotes(self, *spans, text=received):
        (record,) = records(line(text=text, spans=list(spans)))
        return [annotation.quote for annotation in record.annotations]

    def test_positions_count_in_the_text_as_it_came(self):
        assert self.quotes(span(0, 3), span(5, 8), span(9, 14), span(16, 20)) == [
            "One",
            "Two",
            "Three",
            "Four",
        ]

    def test_a_quote_can_prove_that_they_count_in_the_stored_text(self):
        assert self.quotes(span(4, 7, text="Two"), span(14, 18, text="Four")) == ["Two", "Four"]
        assert self.quotes(span(0, 7, text="One\r\nTwo")) == ["One\nTwo"]

    def test_a_quote_that_fits_neither_way_is_refused(self):
        bad = line(text=self.received, spans=[span(3, 6, text="Two")])
        assert refusal(bad).field == "spans[0].text"

    def test_a_span_may_cover_line_ends_but_not_half_of_one(self):
        assert self.quotes(span(0, 8, text="One\r\nTwo"), span(3, 5)) == ["One\nTwo", "\n"]
        trouble = refusal(line(text=self.received, spans=[span(0, 4)]))
        assert (trouble.field, trouble.problem) == ("spans[0].end", "it parts a line end in two.")

    def test_fragments_move_too(self):
        assert self.quotes(span(5, 20, fragments=[[5, 8], [16, 20]])) == ["Two\nThree\nFour"]

    def test_a_leading_mark_is_counted_and_taken_off(self):
        marked = "\ufeff\ufeffOne two"
        assert self.quotes(span(2, 5), span(0, 5, text="\ufeff\ufeffOne"), text=marked) == [
            "One",
            "One",
        ]
        assert refusal(line(text=marked, spans=[span(0, 2)])).field == "spans[0].end"

    def test_a_fingerprint_of_either_text_is_a_proof(self):
        for text in (self.received, "One\nTwo\nThree\nFour"):
            sha256 = hashlib.sha256(text.encode()).hexdigest()
            assert records(line(text=self.received, meta={"sha256": sha256}))
