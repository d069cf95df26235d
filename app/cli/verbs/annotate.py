"""Mark words of an article as one annotation, for scripts.

Positions count Unicode code points of the stored text from 0; END is the first one after the words.
They are taken as they are, without snapping to words. Several pairs are one annotation in several
pieces, as an interrupted quotation is. Labels are named as in the project (at first actor,
location, claim, denial), in capitals or not. Prints the annotation's id, a tab, and the words.
"""

import re
from argparse import ArgumentParser, ArgumentTypeError, Namespace

from app.cli.choosing import PROJECT_HELP, opened_to_write, person_named, the_article, the_label
from app.cli.printing import say
from app.domain.annotation import spans_in
from app.domain.span import Span

_POSITION = re.compile(r"-?[0-9]{1,18}")


def add_arguments(parser: ArgumentParser) -> None:
    """Tell the parser which words the verb takes."""
    parser.add_argument("project", metavar="PROJECT", help=PROJECT_HELP)
    parser.add_argument(
        "article", metavar="ARTICLE", help="its id, the beginning of its id, or its exact title"
    )
    parser.add_argument("--annotator", metavar="NAME", required=True, help="who says so")
    parser.add_argument(
        "--label",
        metavar="L",
        required=True,
        help="as what: the name of one of the project's labels",
    )
    parser.add_argument(
        "positions", metavar="START END", nargs="+", type=_position, help="from where to where"
    )
    parser.set_defaults(fail=parser.error)


def run(arguments: Namespace) -> int:
    """Mark the words; whoever is named joins the project where they are new to it."""
    from app.commands.annotations import mark
    from app.commands.annotators import clean_name, join
    from app.queries.article_list import article_list
    from app.queries.article_view import article
    from app.queries.label_set import label_set
    from app.queries.people import people

    if len(arguments.positions) % 2:
        arguments.fail("positions come in pairs: START END [START END …]")
    name = clean_name(arguments.annotator)
    with opened_to_write(arguments.project) as project:
        label = the_label(project.ask(label_set), arguments.label)
        rows = project.ask(article_list, annotator=None)
        chosen = the_article(rows, arguments.article).id
        pairs = zip(arguments.positions[::2], arguments.positions[1::2], strict=True)
        spans = [Span(start, end) for start, end in pairs]
        if (found := project.ask(article, article=chosen)) is not None:
            # nobody joins for an annotation that is then refused
            spans_in(project.text(found.sha256), spans)
        project.person = person_named(project.ask(people), name) or project.perform(join, name=name)
        annotation = project.perform(mark, article=chosen, label=label.id, spans=spans)
    say(annotation.id, annotation.quote)
    return 0


def _position(word: str) -> int:
    if not _POSITION.fullmatch(word):
        message = f"{word!r} is no position; positions are whole numbers"
        raise ArgumentTypeError(message)
    return int(word)
