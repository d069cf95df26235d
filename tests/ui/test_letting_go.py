"""Rings of objects are let go on the thread of the window, whatever works aside."""

import gc
import weakref
from threading import Thread

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.letting_go import LettingGo


class Ring:
    """Holds itself."""

    def __init__(self) -> None:
        self.own = self


def make_many() -> None:
    """Make so many objects that Python would search for rings on its own."""
    kept = [Ring() for _ in range(20 * gc.get_threshold()[0])]
    kept.clear()


def test_a_ring_outlives_work_aside_and_goes_on_the_thread_of_the_window(qtbot: QtBot) -> None:
    parent = QObject()
    letting_go = LettingGo(parent)
    gc.collect()
    ring = weakref.ref(Ring())
    aside = Thread(target=make_many)
    aside.start()
    aside.join()
    assert ring() is not None, "nothing was let go aside"
    letting_go.search()
    assert ring() is None
    parent.deleteLater()


def test_nothing_is_searched_before_its_time(qtbot: QtBot) -> None:
    parent = QObject()
    letting_go = LettingGo(parent)
    gc.collect()
    ring = weakref.ref(Ring())
    letting_go.search()
    assert ring() is not None
    parent.deleteLater()
