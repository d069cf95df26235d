"""A report printed as one page of HTML: one part per file; here is their order.

The page brings its style along, runs nothing and fetches nothing, so that it can be kept, mailed
and printed, and will look the same in years.
"""

from typing import BinaryIO

from app.agreement.printing import (
    articles,
    by_label,
    by_pair,
    course,
    data,
    definitions,
    examples,
    headline,
    in_full,
    measures,
    parameters,
    people,
)
from app.agreement.printing.matter import Matter
from app.agreement.printing.nodes import foreign, node, write_page

_PARTS = (
    headline,
    data,
    measures,
    by_label,
    by_pair,
    people,
    course,
    examples,
    in_full,
    articles,
    definitions,
    parameters,
)


def write(matter: Matter, stream: BinaryIO, *, style: str) -> None:
    """Write the page to a stream; `style` is its CSS."""
    program = f"Galley {matter.programs.get('Galley', '')}".strip()
    sections = [part.section(matter) for part in _PARTS]
    contents = node("ol")
    for section in sections:
        link = node("a", section[0].text or "", href=f"#{section.get('id', '')}")
        contents.append(node("li", link))
    write_page(
        stream,
        node(
            "header",
            node("h1", "Agreement of annotators"),
            node("p", foreign(matter.project), f", {matter.made_on}, {program}", class_="about"),
            node("nav", contents, aria_label="Contents"),
        ),
        node("main", *sections),
        title=f"Agreement of annotators: {matter.project}",
        style=style,
        program=program,
    )
