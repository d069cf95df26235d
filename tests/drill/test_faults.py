"""Each known fault is put into a child process, and the drill that is there for it notices."""

import pytest

from tests.drill.faults import NEEDS_STRACE, NOTICED_BY, notices
from tests.drill.recording import has_strace


@pytest.mark.parametrize("fault", NOTICED_BY)
def test_the_fault_is_noticed(fault: str) -> None:
    assert fault in NEEDS_STRACE - {has_strace() and fault} or notices(NOTICED_BY[fault](28, fault))
