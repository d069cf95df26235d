"""Random histories of four people, each with a copy of the project, and the laws of merging them.

A history is a list of moves: who does what, with which numbers to choose by. Besides the acts of
the desk a move may hand in a copy as it stands, or put it back to how it once was, as somebody does
who restores a backup or goes on at another machine; or take in what somebody handed in, and decide
what that left open. The same moves make the same history.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, suppress
from io import BytesIO
from itertools import permutations
from pathlib import Path
from random import Random

from msgspec.structs import replace
from sqlalchemy import Connection, select
from sqlalchemy.exc import IntegrityError

from app.commands import annotations, articles, assignments, labels
from app.domain.annotator import Annotator
from app.domain.seal import Way
from app.domain.span import Span
from app.errors import Refused
from app.exchange import FORMATS
from app.files.bundles import make_bundle
from app.project import Project
from app.queries.article_list import article_list
from app.queries.article_view import annotations_of
from app.queries.check import check
from app.queries.conflicts import conflicts
from app.queries.export_records import export_records
from app.queries.label_set import label_set
from app.queries.layer import EVERYTHING, layer_digest, layer_revisions, layer_texts
from app.store.revision import Revision, visible
from app.store.tables import KINDS
from app.store.tables.history import apart
from app.store.transaction import Transaction
from app.store.union import Named, Tally
from tests.deciders import decide_all, decide_one
from tests.projects import add_article, sit_down

TEXTS = (
    "The minister said taxes fell; the union denied it.",
    "“Rents,” she said, “rise in Gora-Podol.” 🙂 Nobody agreed there.",
)
PEOPLE = ("lead", "anna", "bert", "chidi")

Move = tuple[int, int, int, int, int]
"""Who, what, and three numbers to choose by."""

State = Mapping[str, object]
Stream = Sequence[Named]
Clock = Callable[[int], None]
"""Sets the clock of the machine at which somebody sits."""

HAND_IN, GO_BACK, DECIDE = 12, 13, 16
WHATS = 17

MOST_LATE = 4
"""How many earlier states of copies come in besides the last ones."""

MARK, NOTE, DELETE = 0, 6, 5
DELETED_ELSEWHERE: list[Move] = [
    *((1, MARK, 0, 2, 5), (1, HAND_IN, 0, 0, 0), (1, NOTE, 0, 0, 0), (1, GO_BACK, 1, 1, 0)),
    (1, DELETE, 0, 0, 0),
]
"""Anna marks, notes something on it, and deletes it at another machine, which knows of no note."""

NOTED_TWICE: list[Move] = [
    *((1, MARK, 0, 2, 5), (1, HAND_IN, 0, 0, 0), (1, NOTE, 0, 0, 0), (1, GO_BACK, 1, 1, 0)),
    *((1, NOTE, 0, 0, 1), (1, HAND_IN, 0, 0, 0), (1, GO_BACK, 2, 1, 0), (1, NOTE, 0, 0, 2)),
]
"""Anna marks, and at three machines notes three things on it."""

DECIDED_TWICE: list[Move] = [
    *((1, MARK, 0, 2, 5), (1, HAND_IN, 0, 0, 0), (1, NOTE, 0, 0, 0), (1, GO_BACK, 1, 1, 0)),
    *((1, NOTE, 0, 0, 1), (1, HAND_IN, 0, 0, 0), (0, DECIDE, 1, 0, 0), (0, DECIDE, 2, 1, 1)),
    *((2, DECIDE, 1, 0, 0), (2, DECIDE, 2, 1, 3)),
]
"""Anna notes two things at two machines; the lead and Bert each decide between them."""


def random_moves(chance: Random, most: int = 60) -> list[Move]:
    """Return moves as a drill draws them."""
    return [
        (
            chance.randrange(len(PEOPLE)),
            chance.randrange(WHATS),
            *(chance.randrange(60) for _ in range(3)),
        )
        for _ in range(chance.randrange(most))
    ]


class Start:
    """What every history begins with: the files of four copies, blind ones and whole ones."""

    def __init__(self, blind: Sequence[bytes], whole: Sequence[bytes]) -> None:
        self.blind, self.whole = blind, whole

    @classmethod
    def made_in(cls, folder: Path, template: bytes) -> "Start":
        """Make a lead's project of two articles and hand it out to three people."""
        path = folder / "start.galley"
        path.write_bytes(template)
        with closing(Project.open(path)) as project:
            for text in TEXTS:
                add_article(project, text, title="Text")
            people = [sit_down(project, name) for name in PEOPLE]
            copies = [folder / f"start-{name}.galley" for name in PEOPLE[1:]]
            for one, copy in zip(people[1:], copies, strict=True):
                make_bundle(project, copy, annotator=one, way=Way.OUT)
        whole = path.read_bytes()
        return cls((whole, *(copy.read_bytes() for copy in copies)), (whole,) * len(PEOPLE))


class Copy:
    """One person's copy of the project, and what they handed in of it over time."""

    def __init__(self, path: Path, content: bytes, name: str) -> None:
        self.path = path
        self.name = name
        self.handed_in: list[Stream] = []
        self._states = [content]
        self._open(content)

    def act(self, what: int, numbers: Sequence[int]) -> None:
        """Do one move; what a rule forbids is not done."""
        if what == HAND_IN:
            self.hand_in()
        elif what >= GO_BACK:
            if numbers[1] % 2:  # at another machine, whose work comes in as well
                self.hand_in()
            self.project.close()
            self._open(self._states[-1 - numbers[0] % min(len(self._states), 3)])
        else:
            with suppress(Refused):
                _act(self.project, what, *numbers)

    def hand_in(self) -> None:
        """Hand the copy in as it stands; it may be gone back to later."""
        self.handed_in.append(stream_of(self.project))
        self.project.close()
        self._states.append(self.path.read_bytes())
        self._open(self._states[-1])

    def _open(self, content: bytes) -> None:
        self.path.write_bytes(content)
        self.project = Project.open(self.path)
        people = self.project.ask(lambda here: here.exec_driver_sql(_PEOPLE).all())
        (found,) = [row for row in people if row[1] == self.name]
        self.project.person = Annotator(found[0], found[1])


_PEOPLE = "SELECT id, name FROM annotators"


def _act(project: Project, what: int, one: int, two: int, three: int) -> None:
    """Do what somebody may do at a desk, or in the setup."""
    person = project.person
    assert person is not None
    there = [row.id for row in project.ask(article_list, annotator=person.id)]
    article, known = there[one % len(there)], project.ask(label_set)
    label = known[two % len(known)].id
    mine = project.ask(annotations_of, article=article, annotator=person.id)
    own = mine[three % min(len(mine), 2)].id if mine else None
    if what < 4:
        span = Span(three % 30, three % 30 + 1 + two % 9)
        project.perform(annotations.mark, article=article, label=label, spans=[span])
    elif what == 4 and own:
        project.perform(annotations.relabel, annotation=own, label=label)
    elif what == 5 and own:
        project.perform(annotations.delete, annotation=own)
    elif what == 6 and own:
        project.perform(annotations.set_note, annotation=own, note=f"note {three}")
    elif what == 7:
        project.perform(assignments.finish, article=article)
    elif what == 8:
        project.undo() if three % 2 else project.redo()
    elif what == 9 and three % 2:
        project.perform(labels.add, name=f"label {two % 4}")
    elif what == 9:
        title = f"Title {two % 3}"
        facts = {"source": "", "url": "", "published": "", "language": ""}
        project.perform(articles.describe, article=article, title=title, **facts)
    elif what == 10:
        project.perform(labels.delete, label=label)
    elif what == 11:
        project.perform(labels.merge, label=label, into=known[three % len(known)].id)


def stream_of(project: Project) -> Stream:
    """Return all the revisions that a copy knows."""
    return project.ask(lambda here: list(layer_revisions(here, EVERYTHING)))


def texts_of(project: Project) -> list[tuple[str, str]]:
    """Return all the texts that a copy has."""
    return project.ask(lambda here: list(layer_texts(here, EVERYTHING)))


def state_of(connection: Connection) -> State:
    """Return what a project says: every table, what stands apart, the digest, and its export."""
    rows = {
        kind.name: sorted(map(tuple, connection.execute(select(kind.table)).all()), key=repr)
        for kind in KINDS
    }
    standing = sorted(map(tuple, connection.execute(select(apart)).all()))
    return {
        **rows,
        "apart": standing,
        "digest": layer_digest(connection, EVERYTHING),
        "export": exported(connection),
    }


def exported(connection: Connection) -> bytes:
    """Return the bytes that exporting everything writes."""
    out = BytesIO()
    FORMATS["jsonl"].write(export_records(connection, annotator=None), out)
    return out.getvalue()


def take(tx: Transaction, *, stream: Iterable[Named], texts: Sequence[tuple[str, str]]) -> Tally:
    """Take in what another copy knows, as receiving its file does."""
    tx.name_step("take in")
    return tx.merge(texts, stream)


class Laws:
    """Holds what four copies became to the laws; each raises `AssertionError` where it fails."""

    def __init__(self, start: Sequence[bytes], folder: Path, moves: Sequence[Move]) -> None:
        self._stack = ExitStack()
        self.copies: list[Copy] = []
        for number, (content, name) in enumerate(zip(start, PEOPLE, strict=True)):
            copy = Copy(folder / f"copy-{number}.galley", content, name)
            self.copies.append(copy)
            self._stack.callback(lambda copy=copy: copy.project.close())
        self._moves = moves

    def __enter__(self) -> "Laws":
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def live(self, clock: Clock = lambda _: None) -> None:
        """Let all that happens happen; at the end everybody hands in."""
        for who, what, *numbers in self._moves:
            clock(who)
            if what == DECIDE:
                self._decide(self.copies[who].project, *numbers)
            else:
                self.copies[who].act(what, numbers)
        for who, copy in enumerate(self.copies):
            clock(who)
            copy.hand_in()
        self.lead = self.copies[0].project
        self.last = [copy.handed_in[-1] for copy in self.copies[1:]]
        earlier = [stream for copy in self.copies for stream in copy.handed_in[:-1]]
        self.earlier = earlier[-MOST_LATE:]
        self._texts = texts_of(self.lead)

    def hold(self, chance: Random) -> State:
        """Hold them to every law; return what the lead's project comes to."""
        end = self.merged(self.lead, self.last + self.earlier)
        self.every_order(end, chance)
        self.whoever_merges(end)
        self.groups_do_not_matter(end)
        self.the_union_and_nothing_else()
        self.nothing_vanishes(end)
        self.damaged_rows_change_nothing(end, chance)
        self.undone_is_as_before(end)
        self.decided_is_settled_everywhere(chance)
        return end

    def merged(self, project: Project, streams: Iterable[Iterable[Named]]) -> State:
        """Return what a project would come to that takes these in one after the other."""

        def command(tx: Transaction) -> State:
            for stream in streams:
                tx = tx.following()
                take(tx, stream=stream, texts=self._texts)
            return tx.ask(state_of)

        return project.rehearse(command)

    def every_order(self, end: State, chance: Random) -> None:
        """Any order comes to the same, files that come twice or late included."""
        for order in permutations(self.last):
            late = self.earlier + list(order[:1])
            chance.shuffle(late)
            places = sorted(chance.randrange(len(order) + 1) for _ in late)
            streams: list[Stream] = list(order)
            for place, stream in zip(reversed(places), late, strict=True):
                streams.insert(place, stream)
            assert self.merged(self.lead, streams) == end, "the order decides"
        again = self.merged(self.lead, [*self.last, *self.earlier, *self.last, *self.earlier])
        assert again == end, "coming twice changes something"

    def whoever_merges(self, end: State) -> None:
        """Whoever takes in everybody else's comes to the same."""
        lead = stream_of(self.lead)
        for copy in self.copies[1:]:
            assert self.merged(copy.project, [lead, *self.last, *self.earlier]) == end, (
                f"{copy.name} comes to something else"
            )

    def groups_do_not_matter(self, end: State) -> None:
        """What was merged before it came changes nothing."""

        def gather(tx: Transaction) -> Stream:
            for stream in [*self.last[1:], *self.earlier]:
                tx = tx.following()
                take(tx, stream=stream, texts=self._texts)
            return tx.ask(lambda here: list(layer_revisions(here, EVERYTHING)))

        together = self.copies[1].project.rehearse(gather)
        assert self.merged(self.lead, [together]) == end, "a merge that is merged differs"

    def the_union_and_nothing_else(self) -> None:
        """All that anybody knew is known, each state once, and as it was."""
        known: dict[str, Revision] = {}
        for stream in [stream_of(self.lead), *self.last, *self.earlier]:
            for one in stream:
                assert known.setdefault(one.id, one.revision) == one.revision

        def command(tx: Transaction) -> dict[str, Revision]:
            for stream in [*self.last, *self.earlier]:
                tx = tx.following()
                tally = take(tx, stream=stream, texts=self._texts)
                assert not tally.refused, tally.refused
                assert tally.total == len(stream), "the numbers do not add up"
            return {one.id: one.revision for one in tx.ask(_all_revisions)}

        assert self.lead.rehearse(command) == known, "it is not the union"

    def nothing_vanishes(self, end: State) -> None:
        """What anybody saw is there, unless somebody who had seen that state deleted it."""
        union: dict[str, Revision] = {}
        for stream in [stream_of(self.lead), *self.last, *self.earlier]:
            union |= {one.id: one.revision for one in stream}
        rows: object = end["annotation"]
        assert isinstance(rows, list)
        there = {row[0] for row in rows}
        unplaced: object = end["apart"]
        assert isinstance(unplaced, list)
        waiting = {row[0] for row in unplaced if row[2] in ("homeless", "misplaced")}
        seen_by_deleters = {
            name for one in union.values() if one.deleted for name in _ancestors(one, union)
        }
        for stream in [stream_of(self.lead), *self.last, *self.earlier]:
            for record, shown in _shown_annotations(stream):
                assert record in there | waiting or shown in seen_by_deleters, (
                    "an annotation vanished that nobody deleted who had seen it"
                )

    def damaged_rows_change_nothing(self, end: State, chance: Random) -> None:
        """Rows that somebody altered are refused, each of them, and keep no honest one out."""
        streams = [*self.last, *self.earlier]
        altered = [
            damaged(one, chance) for one in chance.sample(streams[0], min(12, len(streams[0])))
        ]
        mixed = [*altered, *streams[0]]
        chance.shuffle(mixed)

        def count(tx: Transaction) -> Tally:
            return take(tx, stream=altered, texts=self._texts)

        try:
            tally = self.lead.rehearse(count)
            mixed_in = self.merged(self.lead, [altered, mixed, *streams])
        except IntegrityError as refused:  # two rows of one name
            raise AssertionError("a damaged row was taken for a sound one") from refused
        assert tally.new == 0, "a damaged row was taken for a sound one"
        assert mixed_in == end, "damage got in"
        assert tally.total == len(altered), "the numbers do not add up"

    def undone_is_as_before(self, end: State) -> None:
        """Merges that are undone leave the project as it was; done again, as they left it."""
        before, merges = self.lead.ask(state_of), 0
        for stream in [*self.last, *self.earlier]:
            merges += self.lead.perform(take, stream=stream, texts=self._texts).new > 0
        assert self.lead.ask(state_of) == end
        for _ in range(merges):
            assert self.lead.undo() is not None
        assert self.lead.ask(state_of) == before, "undoing the merges leaves something"
        for _ in range(merges):
            assert self.lead.redo() is not None
        assert self.lead.ask(state_of) == end, "doing the merges again comes to something else"
        assert not self.lead.ask(lambda here: [str(one) for one in check(here)])

    def decided_is_settled_everywhere(self, chance: Random) -> None:
        """Once all is decided and has gone round, nothing waits anywhere and all copies agree."""
        decide_all(self.lead, chance)
        decided = stream_of(self.lead)
        for copy in self.copies[1:]:
            copy.project.perform(take, stream=decided, texts=self._texts)
            self.lead.perform(take, stream=stream_of(copy.project), texts=self._texts)
        end = self.lead.ask(state_of)
        for copy in self.copies:
            assert copy.project.ask(conflicts) == [], f"{copy.name} is asked again"
            assert copy.project.ask(state_of) == end, f"{copy.name} comes to something else"
        assert not self.lead.ask(lambda here: [str(one) for one in check(here)])

    def _decide(self, project: Project, one: int, two: int, three: int) -> None:
        """Take in what somebody handed in, and decide some of what that leaves open."""
        handed_in = [stream for copy in self.copies for stream in copy.handed_in]
        if handed_in:
            stream = handed_in[one % len(handed_in)]
            project.perform(take, stream=stream, texts=texts_of(self.copies[0].project))
        for _ in range(two % 4):
            decide_one(project, Random(three))


def damaged(one: Named, chance: Random) -> Named:
    """Return a revision that somebody altered, under the name of the honest one."""
    sound = one.revision
    alterations: list[Revision] = [
        replace(sound, seq=sound.seq + 1),
        replace(sound, person="00000000-0000-7000-8000-000000000000"),
        replace(sound, record=sound.record[:-1] + ("0" if sound.record[-1] != "0" else "1")),
        replace(sound, parents=(*sound.parents, "f" * 32)),
        replace(sound, body="null", deleted=True, parents=("0" * 32,)),
        replace(sound, body=sound.body.replace(":0", ":1").replace('"name":"', '"name":"x')),
    ]
    chosen = chance.choice([altered for altered in alterations if altered != sound])
    return Named(one.id, chosen)


def _all_revisions(connection: Connection) -> Iterator[Named]:
    return iter(list(layer_revisions(connection, EVERYTHING)))


def _shown_annotations(stream: Stream) -> Iterator[tuple[str, str]]:
    """Yield the annotations that a copy shows, with the state that it shows of each."""
    histories: dict[str, dict[str, Revision]] = {}
    for one in stream:
        if one.revision.kind == "annotation":
            histories.setdefault(one.revision.record, {})[one.id] = one.revision
    for record, history in histories.items():
        shown = visible(history)
        if shown is not None:
            yield record, shown


def _ancestors(one: Revision, union: Mapping[str, Revision]) -> set[str]:
    """Return the names of all the states that whoever wrote this one had before them."""
    found: set[str] = set()
    waiting = list(one.parents)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += union[name].parents if name in union else ()
    return found
