"""Gamma's card: says how far it is, stops at once, and tells an old figure from a new one."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.agreement.writing import NONE
from app.commands.assignments import reopen
from tests.conftest import Said
from tests.desk import PATIENCE
from tests.drawn import CROWD, drawn
from tests.projects import sit_down
from tests.ui.agreement.conftest import settled
from ui.agreement.agreement_page import AgreementPage
from ui.agreement.gamma_card import GammaCard
from ui.main_window import MainWindow

MANY = drawn(60, units=12, people=CROWD)
"""So much that nobody would wait until it is over."""


def begin(card: GammaCard, qtbot: QtBot) -> None:
    card.run(MANY)
    qtbot.waitUntil(lambda: card.bar.maximum() > 0, timeout=PATIENCE)


def compute(page: AgreementPage, qtbot: QtBot) -> GammaCard:
    card = page.figures.gamma
    with qtbot.waitSignal(card.found, timeout=PATIENCE):
        card.compute.click()
    return card


def reopen_one(page: AgreementPage, window: MainWindow) -> None:
    assert page.measured is not None
    assert window.opened is not None
    sit_down(window.opened.project, "ben")
    window.opened.project.perform(reopen, article=page.measured.cases.all[0].article)


def test_the_window_closes_while_gamma_is_computed(
    page: AgreementPage, window: MainWindow, qtbot: QtBot
) -> None:
    begin(page.figures.gamma, qtbot)
    window.close()
    assert window.opened is None
    assert not window.isVisible()


def test_it_can_be_called_off_and_leaves_the_page_as_it_was(
    page: AgreementPage, qtbot: QtBot
) -> None:
    card = page.figures.gamma
    height = card.column.minimumSize().height()
    begin(card, qtbot)
    assert "alignments" in card.counts.text()
    assert card.column.minimumSize().height() == height
    card.compute.click()
    assert (card.compute.text(), card.value.text()) == ("Compute", NONE)
    assert card.column.minimumSize().height() == height
    assert compute(page, qtbot).value.text() != NONE, "what was called off holds nothing up"


def test_enter_presses_the_button(page: AgreementPage, qtbot: QtBot) -> None:
    card = page.figures.gamma
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        card.compute.setFocus()
        with qtbot.waitSignal(card.found, timeout=PATIENCE):
            QTest.keyClick(card.compute, key)


def test_it_says_what_it_was_computed_with(
    page: AgreementPage, window: MainWindow, qtbot: QtBot, galley: Callable[..., Said]
) -> None:
    told = compute(page, qtbot).counts.text()
    assert window.opened is not None
    said = galley("agreement", window.opened.project.path, "--gamma").out
    for words in ("4 samples", "sampler shuffle", "α = 1, β = 1, Δ∅ = 1", "seed 20260301"):
        assert words in told
        assert words in said


def test_after_a_change_the_old_figure_stays_and_is_called_old(
    page: AgreementPage, window: MainWindow, qtbot: QtBot
) -> None:
    card = compute(page, qtbot)
    old = card.value.text()
    reopen_one(page, window)
    settled(page, qtbot)
    assert (card.value.text(), card.beside.text()) == (old, "old")
    assert card.counts.text().startswith("Of before the last change: ")
    assert card.compute.text() == "Compute again"
    compute(page, qtbot)
    assert not card.beside.text()
    assert not card.is_stale


def test_what_goes_on_begins_again_after_a_change(
    page: AgreementPage, window: MainWindow, qtbot: QtBot
) -> None:
    card = page.figures.gamma
    begin(card, qtbot)
    with qtbot.waitSignal(card.found, timeout=PATIENCE):
        reopen_one(page, window)
    assert not card.is_stale
