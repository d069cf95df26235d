import hashlib
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.article import canonical, fingerprint
from app.exchange import plain_text
from app.exchange.malformed import Malformed

ARTICLE = (
    "The Harbour Post\n\nCouncil votes to close pier\n\nBy Ana Li\n\n“Never,”\u00a0she said. 😊\n"
)


def read(received, name="article.txt"):
    (record,) = plain_text.read(io.BytesIO(received), name=name)
    return record


def refusal(received):
    with pytest.raises(Malformed) as caught:
        list(plain_text.read(io.BytesIO(received), name="article.txt"))
    return str(caught.value)


def test_the_text_is_kept_to_the_letter_and_known_by_its_hashes():
    record = read(ARTICLE.encode())
    assert record.text == ARTICLE
    assert record.sha256 == fingerprint(ARTICLE)
    assert record.received_sha256 == hashlib.sha256(ARTICLE.encode()).hexdigest()
    assert (record.encoding, record.changed) == ("UTF-8", ())
    assert (record.title, record.source) == ("Council votes to close pier", "The Harbour Post")
    assert (record.id, record.annotator, record.done, record.annotations) == ("", "", None, ())


def test_what_was_changed_is_told():
    record = read(b"\xef\xbb\xbf" + ARTICLE.replace("\n", "\r\n").encode())
    assert record.text == ARTICLE
    assert len(record.changed) == 2
    assert record.received_sha256 != record.sha256


def test_a_guessed_encoding_says_so():
    text = "“Never,” the café’s owner said – and the mayor’s office denied it.\n" * 3
    record = read(text.encode("cp1252"))
    assert record.text == text
    assert record.encoding == "Windows-1252 (detected)"


def test_utf16_is_read_by_its_mark():
    assert read(ARTICLE.encode("utf-16")).text == ARTICLE


@pytest.mark.parametrize(
    ("received", "says"),
    [
        (b"", "it is empty."),
        (b"\xef\xbb\xbf\n", "it is empty."),
        ("\u00a0\u2003\n".encode(), "it is empty."),
        (b"%PDF-1.4", "it is a PDF document. Save its text as a plain text file"),
        (b"<html><body>", "it is a web page (HTML). Open it in a browser"),
    ],
)
def test_what_holds_no_article_is_refused_by_name(received, says):
    assert refusal(received).startswith(says)


def test_an_article_has_a_limit_in_characters(monkeypatch):
    monkeypatch.setattr(plain_text, "ARTICLE_CHARACTERS", 10)
    assert read("ääääääääää".encode()).text
    assert "longer than" in refusal(b"a" * 11)
    monkeypatch.setattr(plain_text, "_MOST_BYTES", 12)
    assert "longer than" in refusal(b"a" * 13)


@settings(max_examples=150, deadline=None)
@given(st.text(min_size=1), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_any_unicode_text_arrives_in_its_canonical_form(text, codec):
    try:
        record = read(text.encode(codec))
    except Malformed:
        return
    assert record.text == canonical(text).text


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_in_words(received):
    try:
        record = read(received)
    except Malformed:
        return
    assert record.text == canonical(record.text).text
    assert record.title
