"""A short sample of the power cuts, and of the disk they are tried on."""

from random import Random

from tests.drill import cuts
from tests.drill.disk import Disk
from tests.drill.harness import line
from tests.drill.recording import Event, has_strace

SEED = 21
ROUNDS = 200


def test_a_power_cut_loses_nothing_that_was_acknowledged() -> None:
    for work in (cuts.while_marking, cuts.during_upgrade, cuts.during_backup, cuts.during_export):
        for figure in work(
            seed=SEED, times=6, **({"acts": 8} if "marking" in work.__name__ else {})
        ):
            assert figure.is_kept or not has_strace(), line(figure)


def left_by(*events: Event) -> set[bytes | None]:
    """What a cut may leave under the name a, which held `old` and was synced."""
    found = set()
    for seed in range(ROUNDS):
        disk = Disk({"/f/a": b"old"})
        for event in events:
            disk.happen(event)
        found.add(disk.after_cut(Random(seed)).get("/f/a"))
    return found


def test_what_was_synced_is_there() -> None:
    written = Event("write", "/f/a", data=b"new")
    assert left_by(written) == {b"old", b"new"}
    assert left_by(written, Event("sync", "/f/a")) == {b"new"}


def test_a_long_write_may_be_torn_at_sectors() -> None:
    torn = left_by(Event("write", "/f/a", data=b"x" * 1024))
    assert bytes(512) + b"x" * 512 in {
        content[:3].replace(b"old", bytes(3)) + content[3:] for content in torn if content
    }


def test_a_name_that_was_given_before_its_bytes_were_synced_may_lead_to_nothing() -> None:
    part = [Event("create", "/f/b"), Event("write", "/f/b", data=b"new")]
    swap = Event("rename", "/f/b", "/f/a")
    assert b"" in left_by(*part, swap)
    assert left_by(*part, Event("sync", "/f/b"), swap) == {b"old", b"new"}
    assert left_by(*part, Event("sync", "/f/b"), swap, Event("sync", "/f")) == {b"new"}


def test_a_file_that_was_removed_may_come_back() -> None:
    assert left_by(Event("unlink", "/f/a")) == {b"old", None}
    assert left_by(Event("unlink", "/f/a"), Event("sync", "/f")) == {None}
