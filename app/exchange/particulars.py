"""What a text tells of itself: title, outlet, date and address; unknown rather than guessed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from app.domain.article import LONGEST
from app.exchange.dates import dated
from app.exchange.furniture import COLUMN, is_furniture, may_be_outlet, sounds_like_outlet

_HEAD_LINES = 20
_HEAD_CHARACTERS = 4_000
_TITLE_CHARACTERS = 200
_DATELINE_CHARACTERS = 120
_HEADER_LINES = 10
_LEFT_BESIDE_A_DATE = 30
_LINES_TO_A_HEADLINE = 6

_HEADER = re.compile(
    r"(?P<key>title|headline|source|outlet|publisher|publication|newspaper|url|link|address"
    r"|published(?: on| at)?|publication date|date)\s*:\s*(?P<value>\S.*)",
    re.I,
)
_FIELDS = {
    "title": "title",
    "headline": "title",
    "source": "source",
    "outlet": "source",
    "publisher": "source",
    "publication": "source",
    "newspaper": "source",
    "url": "url",
    "link": "url",
    "address": "url",
    "published": "published",
    "published on": "published",
    "published at": "published",
    "publication date": "published",
    "date": "published",
}
_GAP = re.compile(r"\s{3,}")
_DESK_WORDS = ("desk", "room", "team", "staff", "board")
_ADDRESS = re.compile(r"https?://(?:www\.)?(?P<host>[\w.-]+)(?:[:/?#]\S*)?", re.I)
_BYLINE = re.compile(r"by\s+\S|(?:written|reported) by\s", re.I)
_DESK = re.compile(
    r"(?P<by>by\s+)?(?P<outlet>(?:the\s+)?[^\W\d_].{2,50}?)(?:['’]s)?\s+"
    r"(?:news\s*desk|newsroom|news team|staff|editorial (?:team|board))\b(?P<rest>.*)",
    re.I,
)
_BESIDE_A_DATE = re.compile(
    r"\b(?:published|updated|posted|modified|last|on|at|by|date|mon|tues?|wed(?:nes)?|thurs?|fri"
    r"|sat(?:ur)?|sun)(?:day)?\b|\bmin(?:ute)?s?(?:\s+read)?\b|[\W\d_]+",
    re.I,
)
_SENTENCE_ENDS = (".", "。", "۔", "…")
_HEADLINE_WORDS = 16
"""Headlines with more words are rare, and so are articles of one line with less than half of it."""

_FULL_STOPS = (".", "。", "۔", ";", ":", ",")


_asked_again = lru_cache(maxsize=2 * _HEAD_LINES)
"""Every line of a head is judged from several sides, which ask some things about it again."""


@dataclass(frozen=True, slots=True)
class Particulars:
    """A text's title, outlet, address and ISO date (with time, where told); empty where unknown."""

    title: str = ""
    source: str = ""
    url: str = ""
    published: str = ""


def particulars_of(text: str, *, name: str = "") -> Particulars:
    """Return what the first lines of `text` tell; the title falls back to `name`, a file's name."""
    lines = list(_first_lines(text))
    told, lines = _headers(lines)
    dateline = next((at for at, line in enumerate(lines) if _published_in(line)), None)
    if dateline is not None and not told.published:
        told = replace(told, published=_published_in(lines[dateline]))
    at = _headline(lines, dateline)
    title = told.title or (lines[at] if at is not None else "")
    if not told.source:
        told = replace(told, source=_outlet(lines, at, told.url))
    if not told.title and told.source:
        title = title.removesuffix(f"{COLUMN}{told.source}")
    return replace(told, title=_shortened(title or _stem(name)))


def _first_lines(text: str) -> Iterator[str]:
    """Yield the first lines that hold something, spaces single and plain, columns parted."""
    count = 0
    for line in text[:_HEAD_CHARACTERS].split("\n"):
        is_plain = line.isprintable() and "  " not in line  # as most are: no space but single ones
        line = line.strip() if is_plain else _with_single_spaces(line)
        if line:
            yield line
            count += 1
        if count == _HEAD_LINES:
            return


def _with_single_spaces(line: str) -> str:
    printable = "".join(letter if letter.isprintable() else " " for letter in line)
    return " ".join(_GAP.sub(COLUMN, printable.strip()).split())


def _headers(lines: list[str]) -> tuple[Particulars, list[str]]:
    """Return what lines such as "Source: …" and bare addresses tell, and the lines without them."""
    told = Particulars()
    rest = []
    for at, line in enumerate(lines):
        header = _HEADER.fullmatch(line) if at < _HEADER_LINES and ":" in line else None
        key = _FIELDS[header["key"].lower()] if header else ""
        value = header["value"] if header else line
        is_address = len(value) <= LONGEST["url"] and _ADDRESS.fullmatch(value)
        if is_address and key in ("", "url", "source"):
            told = told if told.url else replace(told, url=value)
        elif key == "published" and (found := dated(value)):
            told = told if told.published else replace(told, published=found[0])
            rest.append(line)  # which line it is tells where the headline stands
        elif (
            key in ("title", "source")
            and not getattr(told, key)
            and len(value) <= _TITLE_CHARACTERS
        ):
            told = replace(told, **{key: value})
        else:
            rest.append(line)
    return told, rest


@_asked_again
def _published_in(line: str) -> str:
    """Return the date of a dateline: a line with the time as well, or of names or nothing else."""
    if len(line) > _DATELINE_CHARACTERS or (found := dated(line)) is None:
        return ""
    published, rest = found
    if "T" in published or _BYLINE.match(line):
        return published
    beside = _BESIDE_A_DATE.sub(" ", rest).split()
    has_words = any(word[0].islower() for word in beside)
    return "" if has_words or len(" ".join(beside)) > _LEFT_BESIDE_A_DATE else published


def _headline(lines: list[str], dateline: int | None) -> int | None:
    """Return which line is the headline: the nearest above who wrote it when, or the first."""
    credit = dateline if dateline is not None else _first_byline(lines)
    last = (credit or 0) + _LINES_TO_A_HEADLINE
    likely = [at for at, line in enumerate(lines[: last + 1]) if _may_be_headline(line)]
    if credit is not None:
        above = [at for at in likely if at < credit] or [
            at for at in range(credit) if not _is_beside_the_article(lines[at])
        ]
        unstopped = [at for at in above if not lines[at].endswith(_FULL_STOPS)]
        if above:
            return (unstopped or above)[-1]
        likely = [at for at in likely if at > credit]
    unstopped = [at for at in likely if not lines[at].endswith(_FULL_STOPS)]
    if likely:
        if likely[0] == 1 and _may_head(lines[0]) and _reads_as_body(lines, 1):
            return 0
        return (unstopped or likely)[0]
    return next((at for at, line in enumerate(lines) if not _published_in(line)), None)


def _may_head(line: str) -> bool:
    """Tell whether a line too short to be known as a headline may be one where no other is."""
    return (
        len(line.split()) > 1
        and may_be_outlet(line)
        and not sounds_like_outlet(line)
        and not _is_beside_the_article(line)
    )


def _reads_as_body(lines: list[str], at: int) -> bool:
    """Tell whether a line is a sentence of the article: it is stopped, long, or all there is."""
    words = len(lines[at].split())
    return (
        lines[at].endswith(_SENTENCE_ENDS)
        or words > _HEADLINE_WORDS
        or (at == len(lines) - 1 and words > _HEADLINE_WORDS // 2)
    )


def _first_byline(lines: list[str]) -> int | None:
    return next((at for at, line in enumerate(lines) if _is_byline(line)), None)


def _is_byline(line: str) -> bool:
    return (
        _BYLINE.match(line) is not None
        and len(line) <= _DATELINE_CHARACTERS
        and not line.endswith(_FULL_STOPS)
    )


@_asked_again
def _is_beside_the_article(line: str) -> bool:
    """Tell page furniture, bylines and datelines from the article's own words."""
    return bool(is_furniture(line) or _is_byline(line) or _desk_of(line) or _published_in(line))


def _may_be_headline(line: str) -> bool:
    """Tell whether a line is neither page furniture nor a byline nor too short."""
    if _is_beside_the_article(line):
        return False
    return len(line.split()) >= 3 or (not line.isascii() and len(line) >= 8 and " " not in line)


@_asked_again
def _desk_of(line: str) -> str:
    """Return the outlet whose desk a byline names: "by The Harbour Post newsroom"."""
    folded = line.casefold()
    if not any(map(folded.__contains__, _DESK_WORDS)):
        return ""
    desk = _DESK.match(line)
    if desk is None or (desk["rest"] and not desk["by"]) or desk["outlet"][0].islower():
        return ""
    return desk["outlet"]


def _outlet(lines: list[str], headline: int | None, url: str) -> str:
    """Return the outlet as byline, line above the headline, headline's end or address name it."""
    for line in lines:
        if desk := _desk_of(line):
            return desk
    if headline is not None:
        above = [line for line in lines[:headline] if not _is_beside_the_article(line)]
        if len(above) == 1 and above[0] == lines[0] and may_be_outlet(above[0]):
            return above[0]
        mastheads = (line.partition(COLUMN)[0] for line in lines[:headline])
        if masthead := next(filter(sounds_like_outlet, mastheads), ""):
            return masthead
        _, bar, end = lines[headline].rpartition(COLUMN)
        if bar and may_be_outlet(end):
            return end
    address = _ADDRESS.fullmatch(url)
    return address["host"] if address else ""


def _shortened(title: str) -> str:
    if len(title) <= _TITLE_CHARACTERS:
        return title
    return title[: _TITLE_CHARACTERS - 1].rstrip() + "…"


def _stem(name: str) -> str:
    stem, dot, _ = name.rpartition(".")
    return stem if dot and stem else name
