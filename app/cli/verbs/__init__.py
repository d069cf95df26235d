"""The verbs, one per file; here is their roll-call, which imports a verb when it is used."""

from argparse import ArgumentParser, Namespace
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol, cast


class _VerbModule(Protocol):
    """What a verb's file offers."""

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Tell the parser which words the verb takes."""

    def run(self, arguments: Namespace) -> int:
        """Do it; return the exit code."""


@dataclass(frozen=True, slots=True)
class Verb:
    """What a verb does, in a few words, and the file that does it."""

    does: str
    module: str

    @property
    def description(self) -> str:
        """The first paragraph of the verb's own help."""
        return import_module(self.module).__doc__ or ""

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Tell the parser which words the verb takes."""
        cast("_VerbModule", import_module(self.module)).add_arguments(parser)

    def run(self, arguments: Namespace) -> int:
        """Do it; return the exit code."""
        return cast("_VerbModule", import_module(self.module)).run(arguments)


VERBS = {
    "new": Verb("make a new project", "app.cli.verbs.new"),
    "import": Verb("receive articles, and annotations with them", "app.cli.verbs.import_"),
    "export": Verb("write articles and annotations to a file", "app.cli.verbs.export"),
    "articles": Verb("list the articles and how far everybody is", "app.cli.verbs.articles"),
    "annotate": Verb("mark words of an article, for scripts", "app.cli.verbs.annotate"),
    "agreement": Verb("tell how far annotators agree", "app.cli.verbs.agreement"),
    "send": Verb("hand out, or hand in, one annotator's work", "app.cli.verbs.send"),
    "receive": Verb("take in what was handed in or out", "app.cli.verbs.receive"),
    "check": Verb("prove that a project is whole", "app.cli.verbs.check"),
}
