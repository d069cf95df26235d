"""What a reader says of input that does not follow its format."""


class Malformed(Exception):  # noqa: N818 - it names what the input is
    """The input breaks its format: where, in which field, what is wrong and how to mend it."""

    def __init__(self, problem: str, *, where: str = "", field: str = "", advice: str = "") -> None:
        super().__init__(problem, where, field, advice)
        self.problem = problem
        self.where = where
        self.field = field
        self.advice = advice

    @property
    def sentence(self) -> str:
        """Where and what, without the advice."""
        place = ", ".join(part for part in (self.where, self.field) if part)
        return f"{place}: {self.problem}" if place else self.problem

    def at(self, where: str) -> "Malformed":
        """Return the same, found at `where` ("line 7")."""
        return Malformed(self.problem, where=where, field=self.field, advice=self.advice)

    def within(self, field: str) -> "Malformed":
        """Return the same, its field one inside `field` ("spans[2]")."""
        inner = f"{field}.{self.field}" if self.field else field
        return Malformed(self.problem, where=self.where, field=inner, advice=self.advice)

    def __str__(self) -> str:
        return f"{self.sentence} {self.advice}".rstrip()
