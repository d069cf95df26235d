"""The verbs of bundles: filling one to go out or come in, and receiving what came."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol

import msgspec

from app.domain.annotator import Annotator
from app.domain.bundle_report import BundleReport
from app.domain.seal import Seal, Way, code_of
from app.errors import Refused
from app.store.arrival import arrival
from app.store.bundle_log import Entry, digest_here, project_of, seated
from app.store.union import Named

if TYPE_CHECKING:
    from app.store.transaction import Transaction


class Parcel(Protocol):
    """A project file from somebody else that was read and found in order."""

    @property
    def name(self) -> str:
        """The file's name, as a person knows it."""

    @property
    def project(self) -> str:
        """The id of the project it is a copy of."""

    @property
    def seal(self) -> Seal | None:
        """What it was sealed with, if it was."""

    @property
    def digest(self) -> str:
        """What stands for all that it says now."""

    def texts(self) -> Iterable[tuple[str, str]]:
        """Yield the articles' texts with their hashes."""

    def revisions(self) -> Iterable[Named]:
        """Yield the revisions."""


def fill_bundle(
    tx: "Transaction",
    *,
    texts: Iterable[tuple[str, str]],
    arriving: Iterable[Named],
    annotator: str,
    way: Way,
    at: str,
    with_seat: bool,
) -> Seal:
    """Fill an empty copy of the project with what goes along, and seal it."""
    tx.name_step("hand over")
    tally = tx.merge(texts, arriving)
    if tally.refused or tally.refused_texts:
        reasons = ", ".join([*tally.refused, *tally.refused_texts])
        raise Refused(f"The project is not in order ({reasons}); check it first.")
    if with_seat:
        tx.give_seat(annotator)
    sealed = Seal(tx.ask(digest_here), annotator, way, at)
    tx.seal(sealed)
    return sealed


def note_bundle(tx: "Transaction", *, sealed: Seal, told: str) -> None:
    """Write down that a bundle was made; nobody takes that back."""
    tx.log_bundle(Entry(sealed.way, sealed.digest, sealed.annotator, sealed.at, told))


def receive_bundle(tx: "Transaction", *, parcel: Parcel, at: str) -> BundleReport:
    """Take in what a bundle, or another copy of the project, brings; return what became of it.

    Refuses another project's, and in a copy that was handed out all but what the lead sent to its
    annotator. `at` is a UTC time in ISO form, for the log.
    """
    _require_ours(tx, parcel)
    tx.name_step(f"receive {parcel.name}")
    tally = tx.merge(parcel.texts(), parcel.revisions())
    sealed = parcel.seal
    owner = None if sealed is None else tx.get(Annotator, sealed.annotator)
    whose = "" if sealed is None else sealed.annotator
    report = tx.ask(
        arrival,
        step=tx.step,
        tally=tally,
        name=parcel.name,
        annotator=owner.name if owner else "",
        code=code_of(parcel.digest),
        way=None if sealed is None else sealed.way,
        is_as_sealed=sealed is not None and sealed.digest == parcel.digest,
        whose=whose,
    )
    told = msgspec.json.encode(report).decode()
    tx.log_bundle(Entry(Way.IN, parcel.digest, whose, at, told))
    return report


def _require_ours(tx: "Transaction", parcel: Parcel) -> None:
    if parcel.project != tx.ask(project_of):
        raise Refused(
            f"{parcel.name}: it belongs to another project ({parcel.project}). "
            "Open the project it belongs to, and receive it there."
        )
    owner = tx.ask(seated)
    if owner is not None and (parcel.seal is None or parcel.seal.annotator != owner):
        name = tx.require(Annotator, owner).name
        raise Refused(
            f"{parcel.name}: this copy is {name}'s and takes only what was handed out to {name}. "
            "Ask the lead for it."
        )
