"""What the tour marks, as words of the sample articles."""

from dataclasses import dataclass

RIGHT_TO_LEFT = "كوران تتهم"
"""How the title of the article begins that reads from right to left."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Words to mark; `after` are words that stand before them where they occur more than once.

    `exact` ones end in the middle of a word and are dragged with Alt held.
    """

    label: str
    words: str
    after: str = ""
    exact: bool = False


FIRST = (
    Mark("actor", "Halvorra's water minister"),
    Mark("location", "Halvorra", after="Puzzles", exact=True),
    Mark("actor", "Drenmark", after="accused"),
    Mark("location", "Kessa Dam", after="two of the", exact=True),
    Mark("location", "Lorn", after="border town of"),
    Mark("actor", "Mirela Oost-Hagen"),
    Mark("location", "Kessavar", after="told reporters in"),
    Mark("claim", "four residents of Lower Kessa were missing"),
    Mark("claim", "the damage would run to $1.5bn"),
    Mark("location", "Lower Kessa", after="four residents of"),
    Mark("denial", "Drenmark, which runs the dam, rejects that"),
    Mark("actor", "Drenmark", after="run to $1.5bn"),
    Mark("actor", "Its foreign ministry"),
    Mark(
        "claim",
        "a Halvorran drone had struck the control house at 2:40 a.m. and that the gates "
        "“opened by themselves when the power went”",
    ),
    Mark("actor", "Col. Tomas Brekk"),
    Mark("actor", "the Halvorran army"),
    Mark("denial", "any of its drones had been in the air that night"),
    Mark("claim", "We have the logs, and we will hand them to the United Rivers Commission today"),
    Mark("actor", "the United Rivers Commission"),
)
"""Dragged over by hand and marked with a key; some lie within others, some begin alike."""

TOO_SHORT = Mark("claim", "opening two of the Kessa Dam's six gates")
WHOLE = "opening two of the Kessa Dam's six gates by hand"
MISTAKEN = Mark("actor", "the control house", after="had struck")
INTERRUPTED = (
    "The gates did not fail",
    "they were opened, one after the other, by people who knew what lay below them",
)
BY_KEYS = Mark("location", "Lorn", after="Residents of")
BY_DOUBLE_CLICK = Mark("actor", "Seiler", after="in order,”")

OTHER = (
    Mark("denial", "The claim that our engineers opened the gates is false"),
    Mark("claim", "our engineers opened the gates"),
    Mark("actor", "our engineers"),
    Mark("actor", "Radu Velkonen"),
)
"""In the other side's article: a denial that holds the claim it denies."""

ARABIC = (
    Mark("actor", "ستيلان دوبريك"),
    Mark("location", "ميناء سولمار", after="الذي يغلق"),
    Mark("denial", "الفاتورة صحيحة لكنها تخص عبّارات شركة TavLine"),
    Mark("claim", "لم تدفع خزانتنا ثمن قطعة بسكويت واحدة"),
)


def place_of(text: str, mark: Mark) -> tuple[int, int]:
    """Return where the words of a mark begin and end in a text, in code points."""
    text = spoken(text)
    start = text.index(mark.words, text.index(mark.after) + len(mark.after))
    return start, start + len(mark.words)


def spoken(text: str) -> str:
    """Return a text of the same length in which every space is a plain one."""
    return text.replace("\N{NO-BREAK SPACE}", " ")
