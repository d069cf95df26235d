"""Clocks that are wrong: each machine of a test has its own, years from everybody else's."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, tzinfo
from typing import Any

import pytest
import uuid_utils

import app.act
import app.store.history


@contextmanager
def wrong_clocks(days: list[int]) -> Iterator[Callable[[int], None]]:
    """Give a function that sets everybody at the machine of this number, so many days off."""
    off = timedelta()

    class Wrong(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Any:
            return datetime.now(tz) + off

    class WrongIds:
        @staticmethod
        def uuid7() -> object:
            return uuid_utils.uuid7(nanoseconds=int(Wrong.now().timestamp() * 1e9))

    def sit_at(machine: int) -> None:
        nonlocal off
        off = timedelta(days=days[machine % len(days)])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(app.act, "datetime", Wrong)
        patch.setattr(app.store.history, "datetime", Wrong)
        patch.setattr(app.act, "uuid_utils", WrongIds)
        yield sit_at
