"""Whatever a person does, text, outline and details show the same annotation as chosen."""

from collections.abc import Callable
from random import Random

import pytest
from PySide6.QtCore import QCoreApplication, QPoint

from tests.desk import AtDesk
from tests.journeys.articles import SHORT
from ui.driving import click, drag

SitAt = Callable[..., AtDesk]

WORDS = "Ana Vell of Lindow told Radio Nine that the mill had burned down at night once more"
KEYS = (
    *("1", "2", "3", "4", "N", "P", "J", "Shift+J", "U", "D", "Del", "Esc", "Return"),
    *("Ctrl+Z", "Ctrl+Z", "Ctrl+Y", "Ctrl+Down", "Ctrl+Up", "Shift+Right", "Right"),
)


@pytest.mark.parametrize("seed", range(4))
def test_all_three_agree_after_every_act(seed: int, sit_at: SitAt) -> None:
    chance = Random(seed)
    desk = sit_at(f"{WORDS}.", f"Again: {WORDS.lower()}.")
    chips = list(desk.page.shown.outline._chips.values())
    done: list[str] = []
    for _ in range(60):
        done.append(act(desk, chance, chips))
        told = desk.chosen_everywhere()
        hidden = desk.page.shown.chosen is not None and not desk.listed_in_outline()
        assert len(told - {None} if hidden else told) == 1, done
        assert desk.page.shown.count == len(desk.marks()), done
        assert desk.page.pane.chosen_id is None or desk.page.shown.chosen is not None, done
    assert any(key in done for key in KEYS[:4])


def act(desk: AtDesk, chance: Random, chips: list) -> str:
    """Do one thing that a person might, sensible or not."""
    pane, text = desk.page.pane, desk.text
    start, end = sorted(chance.sample(range(len(text)), 2))
    match chance.randrange(8):
        case 0:
            click(pane, start)
            return f"click {start}"
        case 1 | 2:
            drag(pane, start, end)
            return f"drag {start}-{end}"
        case 3 if desk.page.shown.outline.model.rowCount():
            desk.click_row(desk.page.shown.outline.model.index(0).data())
            return "outline"
        case 4 if chance.random() < 0.3:
            desk.click_widget(chance.choice(chips))
            return "chip"
        case 5 if desk.page.shown.chosen is not None and pane.grip_points():
            desk.drag_grip(chance.randrange(len(pane.grip_points())), start)
            return f"grip to {start}"
        case _:
            key = chance.choice(KEYS)
            desk.press(key)
            return key


def test_the_outline_keeps_its_place_whatever_is_chosen(sit_at: SitAt) -> None:
    desk = sit_at(SHORT)
    outline = desk.page.shown.outline

    def top() -> int:
        QCoreApplication.sendPostedEvents()
        QCoreApplication.processEvents()
        return outline.mapTo(desk.window, QPoint()).y()

    places = [top()]
    for words, label in (
        ("Ana Vell, who owns it, denied that the mill burned down at night", "denial"),
        ("Radio Nine", "actor"),
    ):
        desk.mark(words, label)
        places.append(top())
    desk.press("Esc")
    assert desk.chosen_everywhere() == {None}
    places.append(top())
    assert len(set(places)) == 1
