import gzip
import io
import sqlite3
import zipfile

import pytest

from app.exchange.recognise import recognise


def archive(*names, mimetype=None):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        if mimetype:
            file.writestr("mimetype", mimetype)
        for name in names:
            file.writestr(name, "content")
    return stream.getvalue()


def database(application_id=0):
    connection = sqlite3.connect(":memory:")
    connection.execute(f"pragma application_id = {application_id}")
    connection.execute("create table articles (text)")
    content = connection.serialize()
    connection.close()
    return content


KINDS = {
    b"": "empty",
    b" \n\t ": "empty",
    b"%PDF-1.7\n\xe2\xe3": "a PDF document",
    archive("[Content_Types].xml", "word/document.xml"): "a Word document",
    archive("[Content_Types].xml", "xl/workbook.xml"): "an Excel workbook",
    archive("[Content_Types].xml", "ppt/presentation.xml"): "a PowerPoint presentation",
    archive(mimetype="application/vnd.oasis.opendocument.text"): "an OpenDocument document",
    archive(mimetype="application/epub+zip"): "an e-book (EPUB)",
    archive("article.txt"): "an archive (ZIP)",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504): "an Office document of the older kind",
    gzip.compress(b"article"): "a compressed file (gzip)",
    b"7z\xbc\xaf\x27\x1c\x00\x04": "an archive (7-Zip)",
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR": "a picture (PNG)",
    b"\xff\xd8\xff\xe0\x00\x10JFIF": "a picture (JPEG)",
    b"GIF89a\x01\x00": "a picture (GIF)",
    b"RIFF\x24\x00\x00\x00WEBPVP8 ": "a picture (WebP)",
    b"BM\x36\x00\x0c\x00\x00\x00\x00\x00\x36": "a picture (BMP)",
    b"\x00\x00\x00\x18ftypmp42": "a recording or a picture",
    b"ID3\x04\x00\x00": "a recording or a picture",
    b"{\\rtf1\\ansi Hello}": "a rich text (RTF) document",
    database(): "an SQLite database",
    database(0x47414C59): "a Galley project",
    b"<!DOCTYPE html>\n<html>": "a web page (HTML)",
    b"\xef\xbb\xbf\n<HTML lang='en'>": "a web page (HTML)",
    b"<?xml version='1.0'?><!-- a --> <!-- b --><html>": "a web page (HTML)",
    b"MIME-Version: 1.0\r\nContent-Type: multipart/related;": "a web page (HTML)",
    b"<?xml version='1.0'?><rss>": "an XML document",
    "The mayor said".encode("utf-16-le"): "UTF-16 text that does not say so",
    "The mayor said".encode("utf-16-be"): "UTF-16 text that does not say so",
    bytes(range(256)): "not text",
    bytes(100): "not text",
    b"\x7fELF\x02\x01": "a program",
}


@pytest.mark.parametrize(("head", "name"), KINDS.items(), ids=KINDS.values())
def test_what_is_no_text_is_recognised(head, name):
    kind = recognise(head)
    assert kind is not None
    assert kind.name.startswith(name)


@pytest.mark.parametrize(
    "text",
    [
        "PK fire: the penalty kick that decided the final",
        "BMW denies the claim",
        "MZ is a Slovak ministry",
        "ID3 is a tag in recordings",
        "GIF is an old format",
        "%PDF is how such a file begins; %PDF-1.7 for instance",
        "<b>Bold</b> claims in plain text",
        "<headline> was all it said",
        "{\n a brace",
        "A \x00 here and there does not make a text of this length binary." * 3,
        "日本の首相",
    ],
)
def test_texts_are_let_pass(text):
    assert recognise(text.encode()) is None


@pytest.mark.parametrize("codec", ["utf-16", "utf-32", "utf-8-sig"])
def test_marked_unicode_is_let_pass(codec):
    assert recognise("The mayor said".encode(codec)) is None


@pytest.mark.parametrize("unit", [b"<!---->", b"<?xml ?>", b"<!--", b"<", b"MIME-Version:"])
def test_hostile_mark_up_takes_no_time(unit):
    recognise((unit * 65_536)[:65_536])
