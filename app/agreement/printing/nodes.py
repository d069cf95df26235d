"""Pages of HTML put together from nodes, so that text can only ever be text.

What stands inside a node is another node or a string, and strings are escaped when the page is
written: there is no way to hand in mark-up, and so none to forget about.
"""

import re
from typing import BinaryIO
from xml.etree.ElementTree import Element, ElementTree

Inside = Element | str

_FETCHES_NOTHING = "default-src 'none'; style-src 'unsafe-inline'"
"""For whoever opens the page: it brings its style along, and nothing else runs or is fetched."""

_NO_TEXT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
"""What HTML forbids in text; articles may hold it, and it is shown as what it is not."""


def node(tag: str, *inside: Inside, **attributes: str) -> Element:
    """Return an element with what stands inside; `class_` is class, `stroke_width` stroke-width."""
    named = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
    made = Element(tag, named)
    put(made, *inside)
    return made


def put(into: Element, *inside: Inside) -> None:
    """Put more at the end of an element."""
    for one in inside:
        if isinstance(one, Element):
            into.append(one)
        elif len(into):
            into[-1].tail = (into[-1].tail or "") + _text(one)
        else:
            into.text = (into.text or "") + _text(one)


def foreign(text: str) -> Element:
    """Return a name or a title from outside, which turns no text around it, whatever its script."""
    return node("bdi", text, dir="auto")


def apart(items: list[Element], between: str = ", ") -> list[Inside]:
    """Return items with words between them."""
    found: list[Inside] = []
    for one in items:
        found += [between, one] if found else [one]
    return found


def write_page(stream: BinaryIO, *body: Element, title: str, style: str, program: str) -> None:
    """Write a page that brings its `style` (our own CSS) along and needs nothing else."""
    head = node(
        "head",
        node("meta", charset="utf-8"),
        node("meta", http_equiv="Content-Security-Policy", content=_FETCHES_NOTHING),
        node("meta", name="viewport", content="width=device-width, initial-scale=1"),
        node("meta", name="generator", content=program),
        node("title", title),
        node("style", style),
    )
    stream.write(b"<!DOCTYPE html>\n")
    page = node("html", head, node("body", *body), lang="en")
    ElementTree(page).write(stream, encoding="utf-8", method="html")


def _text(text: str) -> str:
    return _NO_TEXT.sub("\ufffd", text)
