"""Acts: what somebody does to a project, kept so that it can be tried again and is done once."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Concatenate, Generic, ParamSpec, TypeVar

import uuid_utils

if TYPE_CHECKING:
    from app.domain.annotator import Annotator
    from app.store.transaction import Transaction

Facts = ParamSpec("Facts")
Answer = TypeVar("Answer")


class Act(Generic[Answer]):
    """A command with its facts and whoever acts.

    Ids are made with the act and not with the try, and a try leaves the name of the first revision
    it wrote: where it is unclear whether a try reached the disk, the next one finds out.
    """

    def __init__(
        self, do: "Callable[[Transaction], Answer]", *, name: str, person: "Annotator | None"
    ) -> None:
        self.do = do
        self.person = person
        self.title = name.replace("_", " ")
        """What it does, in the words that follow "Undo" once it has been tried."""
        self.about = ""
        """What it does to which words; "" where whoever acts did not say so."""
        self.asked: object = None
        """What was asked for: equal where an act asks for the same thing again."""
        self.at = datetime.now(UTC)
        self.first_revision: str | None = None
        self._ids: list[str] = []

    @classmethod
    def of(
        cls,
        person: "Annotator | None",
        command: "Callable[Concatenate[Transaction, Facts], Answer]",
        *args: Facts.args,
        **facts: Facts.kwargs,
    ) -> "Act[Answer]":
        """Return the act of doing `command`."""
        name = getattr(command, "__name__", "")
        act = cls(lambda tx: command(tx, *args, **facts), name=name, person=person)
        act.asked = command, person, args, facts
        return act

    @property
    def told(self) -> str:
        """What it does, as exactly as is known."""
        return self.about or self.title

    def again(self) -> "Act[Answer]":
        """Return the same act for another copy of the project, where it makes the same records."""
        twin = Act(self.do, name=self.title, person=self.person)
        twin._ids, twin.at = self._ids, self.at
        return twin

    def ids(self) -> Callable[[], str]:
        """Return what gives out ids for one try: those of earlier tries first, then fresh ones."""
        given = 0

        def following() -> str:
            nonlocal given
            if given == len(self._ids):
                self._ids.append(str(uuid_utils.uuid7()))
            given += 1
            return self._ids[given - 1]

        return following
