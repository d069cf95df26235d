"""What a reader says of input that does not follow its format."""


class Malformed(Exception):  # noqa: N818 - it names what the input is
    """The input breaks its format: where, in which field, what is wrong and how to mend it."""

    def __init__(self, problem: str, *, where: str = "", field: str = "", advice: str = "") -> None:
        super().__init__(problem, where, field, advice)
        self.problem = problem
        self.where = where
        self.field = field
        self.advice = advice

    def __str__(self) -> str:
        place = ", ".join(part for part in (self.where, self.field) if part)
        sentence = f"{place}: {self.problem}" if place else self.problem
        return f"{sentence} {self.advice}".rstrip()
