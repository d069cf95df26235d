"""The canonical text: what is changed on receipt is told, and everything else stays."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.article import canonical, fingerprint

any_text = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    ("received", "stored"),
    [
        ("one\r\ntwo\rthree\n", "one\ntwo\nthree\n"),
        ("a\r\r\nb", "a\n\nb"),
        ("\ufeffBegin", "Begin"),
        ("\ufeff\ufeffBegin", "Begin"),
        ("in\ufeffside", "in\ufeffside"),
        ("half \ud83d of it \udc4d", "half \ufffd of it \ufffd"),
        ("nul\x00nul", "nul\ufffdnul"),
        ("\ufffeswapped", "\ufffdswapped"),
        ("in\ufffeside", "in\ufffeside"),
        ("  no\u00a0trimming\u2028 ", "  no\u00a0trimming\u2028 "),
        ("e\u0301 and ﬁ stay", "e\u0301 and ﬁ stay"),
        ("", ""),
    ],
)
def test_what_is_received_is_stored_as(received: str, stored: str) -> None:
    assert canonical(received).text == stored


@pytest.mark.parametrize(
    ("received", "told"),
    [
        ("as it is\n", []),
        ("one\rtwo\r\n", ["2 line ends unified"]),
        ("one\r\n", ["1 line end unified"]),
        ("a\x00b", ["1 unstorable character replaced by U+FFFD"]),
        ("\ufffea\x00", ["2 unstorable characters replaced by U+FFFD"]),
    ],
)
def test_what_was_changed_is_told(received: str, told: list[str]) -> None:
    assert list(canonical(received).changed) == told


def test_a_byte_order_mark_taken_off_is_told() -> None:
    (told,) = canonical("\ufeffBegin").changed
    assert "byte order mark" in told


@given(any_text)
def test_what_is_stored_is_stored_as_itself_and_can_be_written(received: str) -> None:
    stored = canonical(received).text
    assert canonical(stored).text == stored
    assert canonical(stored).changed == ()
    assert stored.encode("utf-8").decode("utf-8") == stored


@given(any_text)
def test_only_what_is_told_is_changed(received: str) -> None:
    result = canonical(received)
    assert (result.text != received) == bool(result.changed)


def test_an_article_is_known_by_the_hash_of_its_utf_8() -> None:
    text = "“Łódź” 🙂"
    assert fingerprint(text) == hashlib.sha256(text.encode()).hexdigest()
