"""Labels that are named in the examples of guidelines, when one of them gets another name."""

import re

from app.domain.guideline import EXAMPLES, MARKS, begins_block
from app.domain.same_name import folded_name


def renamed_in_examples(markdown: str, old: str, new: str) -> str:
    """Return a guideline whose examples `[words|label]` name a label by its new name.

    All else stays as it is letter by letter. A name that no example can hold leaves them alone.
    """
    if re.search(r"[\[\]|`]", new):
        return markdown
    blocks: list[str] = []
    for line in markdown.splitlines(keepends=True):
        if begins_block(line) or not blocks:
            blocks.append(line)
        else:
            blocks[-1] += line
    wanted = folded_name(old)

    def example(found: re.Match[str]) -> str:
        return found[0] if found[1] is None else MARKS.sub(mark, found[0])

    def mark(found: re.Match[str]) -> str:
        name = found[1]
        if name is None or folded_name(" ".join(name.split())) != wanted:
            return found[0]
        return found[0].replace(name, new)

    return "".join(EXAMPLES.sub(example, block) for block in blocks)
