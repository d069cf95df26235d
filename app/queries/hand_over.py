"""How far is an annotator with what was given to them, before it goes out or comes in?"""

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import Connection

from app.domain.assignment import State
from app.queries.reading_list import reading_list


@dataclass(frozen=True, slots=True)
class HandOver:
    """Counts of an annotator's articles by how far they are; `annotations` counts what they made.

    `changed` ones are done, but were worked on since.
    """

    articles: int
    done: int
    changed: int
    begun: int
    to_do: int
    annotations: int

    @property
    def is_complete(self) -> bool:
        """Whether everything was marked done, and nothing changed since."""
        return not (self.changed or self.begun or self.to_do)


def hand_over(connection: Connection, *, annotator: str) -> HandOver:
    """Count an annotator's (an id's) articles by state: those that they are to read."""
    rows = reading_list(connection, annotator=annotator)
    states = Counter(row.state for row in rows)
    return HandOver(
        articles=len(rows),
        done=states[State.DONE] + states[State.DONE_EMPTY],
        changed=states[State.CHANGED_SINCE],
        begun=states[State.BEGUN],
        to_do=states[State.TO_DO],
        annotations=sum(row.annotations for row in rows),
    )
