"""How figures are written: .710 for what cannot pass 1, – where there is none, and why."""

from dataclasses import dataclass, field
from string import ascii_lowercase
from xml.etree.ElementTree import Element

from app.agreement.printing.nodes import Inside, node
from app.agreement.score import Score
from app.agreement.writing import figure


def interval(score: Score) -> str:
    """Return a score's interval, nothing where there is none."""
    if score.low is None or score.high is None:
        return ""
    return f"[{figure(score.low)}, {figure(score.high)}]"


@dataclass(slots=True)
class Reasons:
    """Why figures of a table are missing, or what is to be known about them: letters for notes."""

    _letters: dict[str, str] = field(default_factory=dict)

    def cell(self, score: Score, *, with_interval: bool = False) -> Element:
        """Return a score's value, perhaps with its interval, and the letter of its reason."""
        inside: list[Inside] = [figure(score.value)]
        if with_interval and score.low is not None:
            inside.append(node("span", f" {interval(score)}", class_="interval"))
        if why := remark(score):
            inside.append(node("sup", self._letter(why)))
        return node("span", *inside)

    def notes(self) -> list[Element]:
        """Return the reasons behind the letters."""
        return [
            node("span", node("sup", letter), f" {why[:1].upper()}{why[1:]}.", class_="note")
            for why, letter in self._letters.items()
        ]

    def _letter(self, why: str) -> str:
        number = len(self._letters)
        return self._letters.setdefault(why, letters(number))


def remark(score: Score) -> str:
    """Return why a score has no value, or what is to be known about it."""
    dropped = f"{score.dropped:,} resamples were undefined and left out" if score.dropped else ""
    return "; ".join(filter(None, (score.why or score.note, dropped)))


def letters(number: int) -> str:
    """Return a letter for each number from 0 on: a, b … z, aa, ab and so on."""
    found = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, len(ascii_lowercase))
        found = ascii_lowercase[rest] + found
    return found
