import io

import pytest

from app.exchange import FORMATS, format_of
from app.exchange.record import ArticleRecord


@pytest.mark.parametrize(
    ("name", "head", "known"),
    [
        ("article.txt", b"The mayor said", "text"),
        ("article", b"", "text"),
        ("anna.jsonl", b"", "jsonl"),
        ("anna.NDJSON", b"x", "jsonl"),
        ("anna.json", b"[", "jsonl"),
        ("anna.jsonl.txt", b'\xef\xbb\xbf {"text": "a"}', "jsonl"),
        ("article.txt", b"{ a brace }", "text"),
    ],
)
def test_a_format_is_known_by_its_first_bytes_and_then_by_its_name(name, head, known):
    assert format_of(name, head) == known


def test_every_format_reads_and_those_that_say_so_write():
    for key, known in FORMATS.items():
        stream = io.BytesIO()
        if known.writes:
            known.write([ArticleRecord(text="Hello.", id="a")], stream)
        else:
            stream.write(b"Hello.")
        stream.seek(0)
        assert [record.text for record in known.read(stream)] == ["Hello."], key
