"""What every format reads into and writes from: an article, perhaps as one annotator marked it."""

from dataclasses import dataclass, field

import msgspec

from app.domain.span import Span


class AnnotationRecord(msgspec.Struct, frozen=True, gc=False):
    """One annotation on its way in or out; `label` is a name, `id` empty where it has none.

    A struct, since hundreds of thousands pass and a dataclass takes ten times as long to make.
    """

    label: str
    spans: tuple[Span, ...]
    quote: str
    id: str = ""
    unsure: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """One article on its way in or out, with what one annotator says about it.

    `text` is canonical (see `app.domain.article`), `sha256` its fingerprint, taken of it by whoever
    made the record, or empty. `annotator` is a name, empty where the format
    tells none; `done` is None where the format does not say. `changed` lists what was changed to
    make the text canonical. `where` tells a person where in the file it stands ("line 7"), empty
    where the file is one article.
    """

    text: str
    id: str = ""
    title: str = ""
    source: str = ""
    url: str = ""
    published: str = ""
    language: str = ""
    sha256: str = ""
    annotator: str = ""
    done: bool | None = None
    annotations: tuple[AnnotationRecord, ...] = ()
    encoding: str = ""
    received_sha256: str = ""
    changed: tuple[str, ...] = field(default=())
    where: str = ""
