"""Pages of HTML read back by a parser that has nothing to do with what wrote them."""

import re
from xml.etree.ElementTree import Element, fromstring

_VOID = re.compile(r"<(meta|br|hr|img|link|input)\b([^>]*)>")


def parsed(page: bytes) -> Element:
    """Return a page's tree; all tags of it must be closed, but for those that are empty in HTML."""
    return fromstring(_VOID.sub(r"<\1\2/>", page.decode("utf-8")))  # noqa: S314 - it is our own


def words(found: Element) -> str:
    """Return all the text in an element, spaces single."""
    return " ".join("".join(found.itertext()).split())


def attributes(found: Element) -> list[tuple[str, str, str]]:
    """Return each attribute in a tree, with its tag and its name."""
    return [(one.tag, name, value) for one in found.iter() for name, value in one.attrib.items()]
