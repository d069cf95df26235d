"""What a person can mend, told apart from bugs: anything else that is raised is a bug."""

from enum import StrEnum
from pathlib import Path


class Refused(Exception):  # noqa: N818 - it names what happened, in the words of the house
    """A rule of the house forbids it; the message is the rule, in one sentence for a person."""


class Needless(Refused):
    """What was asked for is so already, or there is nothing to do it to; worth a hint, no more."""


class Kind(StrEnum):
    """What is the matter with a file, for those who can do something about it."""

    BUSY = "busy"
    """Another program holds it for the moment."""
    FULL = "full"
    DISK = "disk"
    """The disk, or the way to it, does not do what it should."""
    MOVED = "moved"
    """At its path lies another file, or none."""
    PROTECTED = "protected"
    DAMAGED = "damaged"
    OTHER = "other"


class FileTrouble(Exception):  # noqa: N818
    """A file cannot be read or written; says which, what is wrong and what to do about it."""

    def __init__(
        self, path: str | Path, problem: str, advice: str = "", *, kind: Kind = Kind.OTHER
    ) -> None:
        super().__init__(path, problem, advice)
        self.path = str(path)
        self.problem = problem
        self.advice = advice
        self.kind = kind

    def __str__(self) -> str:
        return " ".join(part for part in (f"{self.path}: {self.problem}", self.advice) if part)


class Cancelled(Exception):  # noqa: N818
    """The person stopped long work; nothing of it was kept."""
