"""Names for files, made of words from outside: safe on every system, and inside their folder."""

import re
import unicodedata

from app.domain.characters import is_hidden
from app.domain.seal import Way

_LONGEST = 60
"""Code points of one part; three of them stay below the 255 bytes that most systems allow."""

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\s]+')
_RESERVED = re.compile(
    r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)", re.IGNORECASE
)
_MOST_BYTES = 72
_DATED = re.compile(r"–(?:handed in )?\d{4}-\d{2}-\d{2}(?: ?\(?\d*\)?)$")


def safe_part(words: str, *, otherwise: str) -> str:
    """Return `words` as a part of a file's name, or `otherwise` where nothing of them can be used.

    What any system forbids or reads as a path, and what nobody sees, becomes a blank or goes away;
    a name that Windows keeps for a device gets an underscore.
    """
    seen = "".join(
        " " if letter.isspace() else letter
        for letter in unicodedata.normalize("NFC", words)
        if letter.isspace() or not (is_hidden(letter) or unicodedata.category(letter) == "Cn")
    )
    kept = _FORBIDDEN.sub(" ", seen)[:_LONGEST]
    while len(kept.encode()) > _MOST_BYTES:
        kept = kept[:-1]
    kept = kept.strip(" .~-–")
    if not kept:
        return otherwise
    return f"{kept}_" if _RESERVED.fullmatch(kept.partition(".")[0].strip()) else kept


def bundle_name(project: str, *, person: str, day: str, way: Way = Way.OUT) -> str:
    """Return the name that is proposed for a bundle: `project–person–2026-11-22.galley`.

    `project` is the stem of the file it is made of, which may have such a name itself. What is
    handed in says so, for the copy that it is made of may lie beside it and be of the same day.
    """
    name = safe_part(person, otherwise="annotator")
    origin = _DATED.sub("", project).removesuffix(f"–{name}")
    dated = safe_part(day, otherwise="undated")
    last = f"handed in {dated}" if way is Way.IN else dated
    parts = (safe_part(origin, otherwise="project"), name, last)
    return f"{'–'.join(parts)}.galley"
