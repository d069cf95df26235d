import pytest

from app.exchange.decoding import decode
from app.exchange.malformed import Malformed

ENGLISH = (
    "“The harbour’s levy fell – as promised,” the mayor said. The union denied it.\n"
    "Reporters at the café saw no notice of it. “We’ll see,” she added.\n"
) * 3
UKRAINIAN = "Міністр заявив, що податки цього року знизилися, але профспілка це заперечує. " * 3
RUSSIAN = "Министр заявил, что налоги в этом году снизились, однако профсоюз это отрицает. " * 3
POLISH = "Minister powiedział, że podatki spadły, lecz związek zawodowy temu zaprzecza. Żółć! " * 3
FRENCH = "Le ministre a déclaré que l’impôt avait baissé ; le syndicat l’a démenti à Paris. " * 3
GREEK = "Ο υπουργός δήλωσε ότι οι φόροι μειώθηκαν, αλλά το συνδικάτο το διέψευσε. " * 3
HEBREW = "השר אמר כי המסים ירדו השנה, אך האיגוד המקצועי הכחיש את הדברים בתוקף. " * 3
JAPANESE = "首相は火曜日、税金が下がったと述べた。しかし、労働組合はこれを否定している。" * 3


@pytest.mark.parametrize("text", [ENGLISH, UKRAINIAN, HEBREW, JAPANESE, "😊 a\u00a0b\r\n"])
@pytest.mark.parametrize(
    ("codec", "mark", "name"),
    [
        ("utf-8", b"", "UTF-8"),
        ("utf-16-le", b"\xff\xfe", "UTF-16"),
        ("utf-16-be", b"\xfe\xff", "UTF-16"),
        ("utf-32-le", b"\xff\xfe\x00\x00", "UTF-32"),
        ("utf-32-be", b"\x00\x00\xfe\xff", "UTF-32"),
    ],
)
def test_unicode_is_read_as_it_was_written(text, codec, mark, name):
    decoded = decode(mark + text.encode(codec))
    assert (decoded.text, decoded.encoding, decoded.guessed) == (text, name, False)


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        (ENGLISH, "cp1252", "Windows-1252"),
        (FRENCH, "cp1252", "Windows-1252"),
        (POLISH, "cp1250", "Windows-1250"),
        (UKRAINIAN, "cp1251", "Windows-1251"),
        (RUSSIAN, "koi8_r", "KOI8-R"),
        (RUSSIAN, "cp866", "DOS Cyrillic (866)"),
        (GREEK, "cp1253", "Windows-1253"),
        (HEBREW, "cp1255", "Windows-1255"),
        (JAPANESE, "cp932", "Shift JIS"),
    ],
)
def test_older_encodings_are_detected_and_named(text, codec, name):
    decoded = decode(text.encode(codec))
    assert (decoded.text, decoded.encoding, decoded.guessed) == (text, name, True)


@pytest.mark.parametrize(
    "broken",
    [
        b"\xff\xfea\x00b",
        b"\xff\xfe\x00\xd8a\x00",
        b"\xff\xfe\x00\x00\x00\x00\x11\x00",
        b"\xfe\xff\x00",
    ],
)
def test_text_that_breaks_its_own_promise_is_refused(broken):
    with pytest.raises(Malformed, match=r"begins as UTF-.*Save it as UTF-8"):
        decode(broken)
