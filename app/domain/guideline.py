"""Guidelines: the little Markdown they are written in, read without loading or opening anything.

Headings, bullets, paragraphs, **bold**, *italic* and `examples` mean something; all else, such as
links, pictures and HTML, is shown letter by letter. In an example `[words|label]` marks words.
"""

import re
from dataclasses import dataclass
from enum import Enum, auto

_HEADING = re.compile(r"#{1,6}[ \t]+(.*)")
_BULLET = re.compile(r"[ \t]*[-*+][ \t]+(.*)")
# every repetition stops at its own mark, so that no text is gone through twice
EXAMPLES = re.compile(r"`([^`]+)`|\*\*([^*]+)\*\*|\*([^*\s][^*]*)\*|(?<!\w)_([^_\s][^_]*)_(?!\w)")
"""Words in a face of their own; the first group has those of an example."""

MARKS = re.compile(r"\[|\|([^\[\]|]{1,200})\]")
"""Where marked words begin in an example, and where they end; the group has the label's name."""


MOST_AROUND = 3
"""So many labels are told of words in an example, the inner ones."""


class BlockKind(Enum):
    """What a block is."""

    HEADING = auto()
    BULLET = auto()
    PARAGRAPH = auto()


class Face(Enum):
    """How a run of words is set."""

    PLAIN = auto()
    BOLD = auto()
    ITALIC = auto()
    EXAMPLE = auto()


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one face; in an example `labels` names what they are marked as, outermost first."""

    words: str
    face: Face = Face.PLAIN
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a bullet or a paragraph."""

    kind: BlockKind
    runs: tuple[Run, ...]

    @property
    def words(self) -> str:
        """All its words."""
        return "".join(run.words for run in self.runs)


def read_guideline(markdown: str) -> list[Block]:
    """Return the blocks of a guideline, in order."""
    found: list[tuple[BlockKind, list[str]]] = []
    is_open = False
    for line in markdown.splitlines():
        heading, bullet = _HEADING.fullmatch(line), _BULLET.fullmatch(line)
        if heading:
            found.append((BlockKind.HEADING, [heading[1]]))
        elif bullet:
            found.append((BlockKind.BULLET, [bullet[1]]))
        elif line.strip() and is_open:
            found[-1][1].append(line.strip())
        elif line.strip():
            found.append((BlockKind.PARAGRAPH, [line.strip()]))
        is_open = bool(line.strip()) and not heading
    return [Block(kind, _runs(" ".join(lines))) for kind, lines in found]


def begins_block(line: str) -> bool:
    """Tell whether a line is no continuation of the block before it."""
    words = line.rstrip("\r\n")
    return not words.strip() or any(one.fullmatch(words) for one in (_HEADING, _BULLET))


def first_sentence(markdown: str) -> str:
    """Return the words of a guideline's first paragraph, which is the rule in short."""
    blocks = (block for block in read_guideline(markdown) if block.kind is not BlockKind.HEADING)
    return next((block.words for block in blocks), "")


def _runs(line: str) -> tuple[Run, ...]:
    runs: list[Run] = []
    end = 0
    for found in EXAMPLES.finditer(line):
        runs.append(Run(line[end : found.start()]))
        end = found.end()
        example, bold, *italic = found.groups()
        if example is not None:
            runs += _example(example)
        elif bold is not None:
            runs.append(Run(bold, Face.BOLD))
        else:
            runs.append(Run(italic[0] or italic[1], Face.ITALIC))
    runs.append(Run(line[end:]))
    return tuple(run for run in runs if run.words)


def _example(words: str) -> list[Run]:
    """Return an example in runs; brackets that are not closed by a label stay as they are."""
    opened: list[int] = []
    begins: dict[int, str] = {}
    signs: list[tuple[int, int]] = []
    for found in MARKS.finditer(words):
        if found[1] is None:
            opened.append(found.start())
        elif opened:
            begin = opened.pop()
            begins[begin] = found[1].strip()
            signs += [(begin, begin + 1), found.span()]
    runs: list[Run] = []
    around: list[str] = []
    end = 0
    for sign, after in [*sorted(signs), (len(words), len(words))]:
        runs.append(Run(words[end:sign], Face.EXAMPLE, tuple(around[-MOST_AROUND:])))
        end = after
        if sign in begins:
            around.append(begins[sign])
        elif around:
            around.pop()
    return runs
