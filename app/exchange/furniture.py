"""What stands around an article on a saved page: menus, cookie lines, offers, and the masthead."""

import re

COLUMN = " | "
"""How the columns of a menu are parted once their wide gaps have been made narrow."""

_FURNITURE_WITHIN = re.compile(
    r"(?:skip|jump|go) to (?:\w+ )?(?:content|navigation)|become a member|gift (?:a )?membership"
    r"|funded by our readers|support (?:us|our work|independent)|\bsubscribe\b|newsletter"
    r"|free articles|cookies?\b|privacy policy|read also|enable javascript|all rights reserved"
    r"|ملفات تعريف الارتباط",
    re.I,
)
_WITHIN_HINTS = (
    *("content", "navigation", "member", "readers", "support ", "subscribe", "newsletter"),
    *("articles", "cookie", "privacy", "read also", "javascript", "rights", "ملفات"),
)
"""One of these stands in whatever the pattern finds; long lines are searched for them sooner."""

_FURNITURE_AT_START = re.compile(
    r"edit post$|(?:main )?menu\b|(?:log|sign) ?(?:in|up|on)\b|search\b|share\b|follow us\b"
    r"|donate\b|advertisement\b|accept (?:all|and)\b|home\s*(?:[>/|›»]|$)|listen to\b"
    r"|this audio is\b|close$|open in app$|تخط",
    re.I,
)
_SECTIONS = re.compile(
    r"(?:(?:news|world|politics|business|sports?|opinion|culture|local|national|economy|europe"
    r"|home|latest|breaking|exclusive|analysis|live|video|print|share|menu)(?:\s+|$))+",
    re.I,
)
_MASTHEAD = re.compile(
    r"^the\s+(?!(?:(?:big|long|short) read|interview|briefing|view|debate|latest)\b)\S"
    r"|\b(?:agency|broadcasting|chronicle|courier|daily|dispatch|echo|examiner|express"
    r"|gazette|globe|guardian|herald|independent|journal|ledger|mail|mercury|mirror|monitor|news"
    r"|observer|post|press|radio|record|register|reporter|review|sentinel|standard|star|sun"
    r"|telegraph|television|times|today|tribune|tv|weekly|wire|world)\b"
    r"|بوابة|صحيفة|جريدة|وكالة|إذاعة|قناة|الإخبارية|новини|новости|правда",
    re.I,
)
_SMALL_WORDS = frozenset({"a", "an", "and", "at", "for", "in", "of", "on", "the", "to"})
_OUTLET_CHARACTERS = 60
_OUTLET_WORDS = 5
_COLUMN_CHARACTERS = 40
_SENTENCE_ENDS = (".", "。", "۔", ";", ":", ",", "?", "!", "…")


def is_furniture(line: str) -> bool:
    """Tell whether a line belongs to the page: a phrase that pages use, or a menu of columns."""
    columns = line.split(COLUMN)
    is_menu = len(columns) > 2 and all(len(column) <= _COLUMN_CHARACTERS for column in columns)
    return is_menu or _FURNITURE_AT_START.match(line) is not None or _is_furniture_within(line)


def _is_furniture_within(line: str) -> bool:
    folded = line.lower()
    return (
        any(map(folded.__contains__, _WITHIN_HINTS)) and _FURNITURE_WITHIN.search(line) is not None
    )


def may_be_outlet(words: str) -> bool:
    """Tell whether words are short and named enough to be an outlet, and no mere section of one."""
    return (
        len(words.split()) <= _OUTLET_WORDS
        and 0 < len(words) <= _OUTLET_CHARACTERS
        and not words.endswith(_SENTENCE_ENDS)
        and not words[0].islower()
        and not _SECTIONS.fullmatch(words)
    )


def sounds_like_outlet(words: str) -> bool:
    """Tell whether words are a name of the kind that outlets have: "The Harbour Post"."""
    parts = words.split()
    return (
        len(parts) > 1
        and may_be_outlet(words)
        and _MASTHEAD.search(words) is not None
        and not any(part[0].islower() and part not in _SMALL_WORDS for part in parts)
    )
