"""The verb of receiving: articles from outside, with the annotations that came with them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from app.commands.annotators import everybody, join
from app.commands.assignments import settle
from app.domain.annotation import Annotation, quote_of, spans_in
from app.domain.article import Article, fingerprint
from app.domain.assignment import Assignment, assignment_id
from app.domain.label import Label
from app.domain.span import Span
from app.errors import FileTrouble, Refused
from app.exchange.particulars import particulars_of
from app.exchange.record import AnnotationRecord, ArticleRecord

if TYPE_CHECKING:
    from app.domain.annotator import Annotator
    from app.store.transaction import Transaction

_BATCH = 200
_BATCH_CHARACTERS = 4_000_000


class Incoming(Protocol):
    """A file from outside: its name, whether it can hold only one article, and its records.

    `records` raises `FileTrouble` where the file cannot be read.
    """

    @property
    def name(self) -> str:
        """The file's name, as a person knows it."""

    @property
    def holds_one(self) -> bool:
        """Whether the file is one article, so that nothing of it is kept if it cannot be read."""

    def records(self) -> Iterator[ArticleRecord]:
        """Read the articles."""


@dataclass(slots=True)
class FileReport:
    """What became of one file: `refused` is the reason, in a sentence, or empty.

    `left_out` says what of the file Galley cannot keep, empty where all of it was kept.
    """

    name: str
    new: int = 0
    known: int = 0
    annotations: int = 0
    annotations_known: int = 0
    changed: list[str] = field(default_factory=list)
    known_as: str = ""
    left_out: str = ""
    refused: str = ""


def receive(
    tx: "Transaction", *, files: Iterable[Incoming], annotator: str = ""
) -> list[FileReport]:
    """Receive files, each of them whole or not at all, as one step.

    An article is known by its text's hash: the same text again is not added twice. `annotator` is
    the name for annotations that come without one.
    """
    tx.name_step("receive articles")
    desk = _ReceivingDesk(tx, annotator)
    for file in files:
        desk.take(file)
    desk.settle_waiting()
    return desk.reports


@dataclass(frozen=True, slots=True)
class _Waiting:
    record: ArticleRecord
    report: FileReport


class _ReceivingDesk:
    """Takes files; files of one article wait, so that many of them are written together."""

    def __init__(self, tx: "Transaction", annotator: str) -> None:
        self.reports: list[FileReport] = []
        self._tx = tx
        self._annotator = annotator
        self._waiting: list[_Waiting] = []
        self._characters_waiting = 0
        self._labels = {label.name.casefold(): label for label in tx.find(Label)}
        self._people: dict[str, str] = {}
        self._everybody: dict[str, Annotator] | None = None
        self._added_by: dict[str, FileReport] = {}

    def take(self, file: Incoming) -> None:
        report = FileReport(file.name)
        self.reports.append(report)
        if file.holds_one:
            try:
                records = list(file.records())
            except FileTrouble as trouble:
                report.refused = str(trouble)
                return
            for record in records:
                self._let_wait(record, report)
            return
        self.settle_waiting()
        try:
            with self._tx.part():
                for record in file.records():
                    self._let_wait(record, report)
                self.settle_waiting()
        except (FileTrouble, Refused) as trouble:
            self._waiting.clear()
            self._characters_waiting = 0
            self._people.clear()  # who joined with this file went with it
            self._everybody = None
            refused = str(trouble)
            named = refused if isinstance(trouble, FileTrouble) else f"{file.name}, {refused}"
            self.reports[-1] = FileReport(file.name, refused=named)

    def _let_wait(self, record: ArticleRecord, report: FileReport) -> None:
        """Let a record wait for others, unless they are many by now, or long."""
        self._waiting.append(_Waiting(record, report))
        self._characters_waiting += len(record.text)
        if len(self._waiting) >= _BATCH or self._characters_waiting >= _BATCH_CHARACTERS:
            self.settle_waiting()

    def settle_waiting(self) -> None:
        """Write what waits."""
        waiting, self._waiting = self._waiting, []
        self._characters_waiting = 0
        if waiting:
            articles = self._place_articles(waiting)
            self._place_annotations(waiting, articles)

    def _place_articles(self, waiting: Sequence[_Waiting]) -> list[Article]:
        """Add the articles that are not known yet; return the one that each record is about."""
        tx = self._tx
        hashes = [item.record.sha256 or fingerprint(item.record.text) for item in waiting]
        known: dict[str, Article] = {}
        for article in tx.find(Article, sha256=sorted(set(hashes))):
            known.setdefault(article.sha256, article)
        taken = {
            article.id: article
            for article in tx.find(Article, id=[one.record.id for one in waiting if one.record.id])
        }
        new: dict[str, Article] = {}
        texts: dict[str, str] = {}
        result = []
        for item, sha256 in zip(waiting, hashes, strict=True):
            record, report = item.record, item.report
            found = taken.get(record.id) or known.get(sha256)
            if found is None:
                found = _article(record, record.id or tx.new_id(), sha256, report.name)
                new[found.id] = known[sha256] = taken[found.id] = found
                self._added_by[found.id] = report
                texts[sha256] = record.text
                report.new += 1
                report.changed += record.changed
            elif found.sha256 != sha256:
                raise Refused(
                    f"{record.where}, id: this article is in the project with another text. "
                    "Leave out the id to receive it as another article."
                )
            elif self._added_by.get(found.id) is not report:
                report.known += 1
                report.known_as = found.title
            result.append(found)
        if new:
            tx.keep_texts(texts)
            given = {item.record.id for item in waiting}
            for is_given in (False, True):
                chosen = [article for name, article in new.items() if (name in given) is is_given]
                tx.add_many(Article, chosen, fresh=not is_given)
        return result

    def _place_annotations(self, waiting: Sequence[_Waiting], articles: Sequence[Article]) -> None:
        """Add the annotations that are not known yet, and who is done with what."""
        tx = self._tx
        standing: dict[_Saying, Annotation] = {}
        marked = [
            (item, article)
            for item, article in zip(waiting, articles, strict=True)
            if item.record.annotations or item.record.done
        ]
        if not marked:
            return
        for one in tx.find(Annotation, article=sorted({article.id for _, article in marked})):
            standing.setdefault(_saying(one), one)
        given = [one.id for item, _ in marked for one in item.record.annotations if one.id]
        taken = {one.id: one for one in tx.find(Annotation, id=given)}
        new: list[Annotation] = []
        for item, article in marked:
            person = self._person(item.record)
            for number, said in enumerate(item.record.annotations):
                annotation = self._annotation(item.record, number, said, article.id, person)
                twin = taken.get(said.id) or standing.get(_saying(annotation))
                if twin is None:
                    new.append(annotation)
                    standing[_saying(annotation)] = annotation
                    taken[annotation.id] = annotation
                    item.report.annotations += 1
                elif said.id and twin.id == said.id and not _equal(twin, annotation):
                    raise Refused(
                        f"{item.record.where}, spans[{number}].id: this annotation is in the "
                        "project with other content. Receive the file into a project of its own."
                    )
                else:
                    item.report.annotations_known += 1
        tx.add_many(Annotation, new, fresh=False)
        self._settle([(article.id, item.record) for item, article in marked if item.record.done])

    def _settle(self, done: Sequence[tuple[str, ArticleRecord]]) -> None:
        """Say what is done, as it stands now; where that was said already it stays as it was."""
        if not done:
            return
        sums = self._tx.fingerprint_sums(sorted({article for article, _ in done}))
        pairs = dict.fromkeys((article, self._person(record)) for article, record in done)
        wanted = [
            Assignment(assignment_id(*pair), *pair, done=True, done_as=sums.get(pair, 0))
            for pair in pairs
        ]
        said = self._tx.find(Assignment, id=[one.id for one in wanted])
        already = {one.id for one in said if one.done}
        if new := [one for one in wanted if one.id not in already]:
            settle(self._tx, new)

    def _person(self, record: ArticleRecord) -> str:
        name = record.annotator or self._annotator
        if not name:
            raise Refused(
                f"{record.where}, annotator: nobody is named for these annotations. "
                "Say whose they are with --annotator NAME."
            )
        if name not in self._people:
            if self._everybody is None:
                self._everybody = everybody(self._tx)
            try:
                self._people[name] = join(self._tx, name=name, here=self._everybody).id
            except Refused as refusal:
                raise Refused(f"{record.where}, annotator: {refusal}") from None
        return self._people[name]

    def _annotation(
        self,
        record: ArticleRecord,
        number: int,
        said: AnnotationRecord,
        article: str,
        person: str,
    ) -> Annotation:
        label = self._labels.get(said.label.casefold())
        if label is None:
            names = ", ".join(one.name for one in self._labels.values())
            raise Refused(
                f"{record.where}, spans[{number}].label: the project has no label "
                f"“{said.label}”. Its labels are {names}."
            )
        try:
            spans = spans_in(record.text, said.spans)
        except Refused as rule:
            raise Refused(f"{record.where}, spans[{number}]: {rule}") from None
        if quote_of(record.text, spans) != said.quote:
            raise Refused(f"{record.where}, spans[{number}].text: this is not what stands there.")
        return Annotation(
            id=said.id or self._tx.new_id(),
            article=article,
            annotator=person,
            label=label.id,
            spans=spans,
            quote=said.quote,
            unsure=said.unsure,
            note=said.note,
        )


def _article(record: ArticleRecord, name: str, sha256: str, file: str) -> Article:
    received_as = "; ".join(part for part in (file, record.encoding, *record.changed) if part)
    return Article(
        id=name,
        title=record.title
        if record.title.strip()
        else particulars_of(record.text, name=file).title,
        sha256=sha256,
        characters=len(record.text),
        source=record.source,
        url=record.url,
        published=record.published,
        language=record.language,
        received_as=received_as,
        received_sha256=record.received_sha256,
    )


_Saying = tuple[str, str, str, tuple[Span, ...]]


def _saying(one: Annotation) -> _Saying:
    """Return what no annotator says twice: this article, this label, these words."""
    return (one.article, one.annotator, one.label, one.spans)


def _equal(one: Annotation, other: Annotation) -> bool:
    return _saying(one) == _saying(other) and (one.unsure, one.note) == (other.unsure, other.note)
