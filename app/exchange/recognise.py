"""What a file is that cannot be read as text, told by its first bytes."""

import re
from dataclasses import dataclass

HEAD_BYTES = 65_536
"""How many of a file's first bytes are looked at."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What a file is, with its article ("a PDF document"), and what to do about it."""

    name: str
    advice: str


_SAVE_AS_TEXT = "Save its text as a plain text file and import that."
_RECORDING = Kind("a recording or a picture", "Import its words as plain text.")
_GALLEY_ID = b"GALY"
_GALLEY_PROJECT = Kind("a Galley project", "Open it instead of importing it.")
_EMPTY = Kind("empty", "Nothing was saved in it; save the article again.")

_MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"{\\rtf", Kind("a rich text (RTF) document", _SAVE_AS_TEXT)),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        Kind("an Office document of the older kind (Word, Excel, PowerPoint)", _SAVE_AS_TEXT),
    ),
    (b"SQLite format 3\x00", Kind("an SQLite database", "Export its texts as plain text files.")),
    (b"\x89PNG\r\n\x1a\n", Kind("a picture (PNG)", _SAVE_AS_TEXT)),
    (b"\xff\xd8\xff", Kind("a picture (JPEG)", _SAVE_AS_TEXT)),
    (b"GIF87a", Kind("a picture (GIF)", _SAVE_AS_TEXT)),
    (b"GIF89a", Kind("a picture (GIF)", _SAVE_AS_TEXT)),
    (b"II*\x00", Kind("a picture (TIFF)", _SAVE_AS_TEXT)),
    (b"MM\x00*", Kind("a picture (TIFF)", _SAVE_AS_TEXT)),
    (b"\x1f\x8b", Kind("a compressed file (gzip)", "Unpack it first.")),
    (b"\xfd7zXZ\x00", Kind("a compressed file (xz)", "Unpack it first.")),
    (b"\x28\xb5\x2f\xfd", Kind("a compressed file (Zstandard)", "Unpack it first.")),
    (b"7z\xbc\xaf\x27\x1c", Kind("an archive (7-Zip)", "Unpack it first.")),
    (b"Rar!\x1a\x07", Kind("an archive (RAR)", "Unpack it first.")),
    (b"ID3\x03", _RECORDING),
    (b"ID3\x04", _RECORDING),
    (b"OggS\x00", _RECORDING),
    (b"fLaC\x00", _RECORDING),
    (b"\x7fELF", Kind("a program", "")),
    (b"MZ\x90\x00", Kind("a program", "")),
)
_MAGICS = tuple(magic for magic, _ in _MAGIC)
_IN_ZIP: tuple[tuple[bytes, Kind], ...] = (
    (b"word/", Kind("a Word document", _SAVE_AS_TEXT)),
    (b"xl/", Kind("an Excel workbook", "Save its texts as plain text files and import those.")),
    (b"ppt/", Kind("a PowerPoint presentation", _SAVE_AS_TEXT)),
    (b"application/vnd.oasis.opendocument", Kind("an OpenDocument document", _SAVE_AS_TEXT)),
    (b"application/epub+zip", Kind("an e-book (EPUB)", _SAVE_AS_TEXT)),
    (b"[Content_Types].xml", Kind("an Office document", _SAVE_AS_TEXT)),
)
_ZIP = Kind("an archive (ZIP)", "Unpack it first.")
_PDF = Kind("a PDF document", _SAVE_AS_TEXT)
_HTML = Kind(
    "a web page (HTML)",
    "Open it in a browser, save or copy its text as a plain text file and import that.",
)
_XML = Kind("an XML document", _SAVE_AS_TEXT)
_UTF16 = Kind("UTF-16 text that does not say so", "Save it as UTF-8.")
_BINARY = Kind("not text", _SAVE_AS_TEXT)

_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_HTML_START = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.I)
_PREAMBLES = ((b"<!--", b"-->"), (b"<?xml", b"?>"))
_MOST_PREAMBLES = 50
_SAVED_PAGE = re.compile(rb"mime-version:.{0,2000}multipart/related", re.S)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x1b")) + b"\x7f"
_MOST_CONTROLS = 0.05
_NULS_OF_UTF16 = 0.2


def recognise(head: bytes) -> Kind | None:
    """Say what a file is by its first bytes (up to `HEAD_BYTES`); None where it may be text."""
    if not head.strip():
        return _EMPTY
    if head.startswith(_MAGICS):
        magic, kind = next(each for each in _MAGIC if head.startswith(each[0]))
        return _GALLEY_PROJECT if head[68:72] == _GALLEY_ID and b"SQLite" in magic else kind
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return next((kind for sign, kind in _IN_ZIP if sign in head), _ZIP)
    if head.lstrip().startswith(b"%PDF-"):
        return _PDF
    return _picture_or_film(head) or _mark_up(head) or _not_text(head)


def _picture_or_film(head: bytes) -> Kind | None:
    """Tell the kinds whose sign stands behind their first bytes."""
    if head[4:8] == b"ftyp":
        return _RECORDING
    if head.startswith(b"RIFF"):
        return Kind("a picture (WebP)", _SAVE_AS_TEXT) if head[8:12] == b"WEBP" else _RECORDING
    if head.startswith(b"BM") and head[6:10] == bytes(4):
        return Kind("a picture (BMP)", _SAVE_AS_TEXT)
    return None


def _mark_up(head: bytes) -> Kind | None:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if _HTML_START.match(_after_preambles(start)) or _is_saved_page(head[:4096].lower()):
        return _HTML
    return _XML if start.startswith(b"<?xml") else None


def _is_saved_page(lower: bytes) -> bool:
    return b"mime-version:" in lower and _SAVED_PAGE.search(lower) is not None


def _after_preambles(start: bytes) -> bytes:
    """Return what follows the comments and the XML declaration that a page may begin with."""
    for _ in range(_MOST_PREAMBLES):
        ends = [end for opening, end in _PREAMBLES if start.startswith(opening)]
        if not ends:
            break
        start = start.partition(ends[0])[2].lstrip()
    return start


def _not_text(head: bytes) -> Kind | None:
    """Tell files with more control characters than a text has; byte order marks vouch for text."""
    if head.startswith(_MARKS):
        return None
    if 0 in head:
        nuls = sorted((head[::2].count(0), head[1::2].count(0)))
        if nuls[0] == 0 and nuls[1] > _NULS_OF_UTF16 * len(head):
            return _UTF16
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return _BINARY if controls > _MOST_CONTROLS * len(head) else None
