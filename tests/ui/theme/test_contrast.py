"""Words can be read and signs can be seen on every ground they stand on, in both themes."""

from itertools import combinations
from math import dist

import pytest

from app.domain.label import Hue
from ui.reading.inks import Inks
from ui.theme.shades import contrast, mix
from ui.theme.stylesheet import sheet_words
from ui.theme.tokens import DARK, LIGHT, Theme

WORDS = 4.5
SIGNS = 3.0
GROUNDS = ("window", "panel", "paper", "field", "hover", "chosen")
INKS = ("text", "text_quiet", "text_faint", "accent")
SIGN_INKS = ("good", "warning", "danger", "focus")

themes = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
hues = pytest.mark.parametrize("hue", list(Hue))


def too_faint(pairs: dict[str, tuple[str, str]], least: float) -> dict[str, float]:
    found = {name: contrast(*pair) for name, pair in pairs.items()}
    return {name: round(ratio, 2) for name, ratio in found.items() if ratio < least}


def test_contrast_is_the_one_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_a_mix_runs_from_the_ground_to_the_colour() -> None:
    assert mix("#FF0000", "#0000FF", 0.0) == "#0000FF"
    assert mix("#FF0000", "#0000FF", 1.0) == "#FF0000"
    assert mix("#FFFFFF", "#000000", 0.5) == "#808080"


@themes
def test_words_are_readable_on_every_ground(theme: Theme) -> None:
    pairs = {
        f"{ink} on {ground}": (getattr(theme, ink), getattr(theme, ground))
        for ink in INKS
        for ground in GROUNDS
    }
    pairs["chosen_text on chosen"] = (theme.chosen_text, theme.chosen)
    pairs["text on selection"] = (theme.text, theme.selection)
    pairs["good as words"] = (theme.good, theme.window)
    pairs["warning as words"] = (theme.warning, theme.window)
    pairs["danger as words"] = (theme.danger, theme.window)
    assert too_faint(pairs, WORDS) == {}


@themes
def test_words_are_readable_on_buttons_banners_and_tips(theme: Theme) -> None:
    word = sheet_words(theme)
    pairs = {
        f"{ink} on {ground}": (word[ink], word[ground])
        for ink, grounds in {
            "on_accent": ("accent", "accent_hover", "accent_pressed"),
            "on_danger": ("danger", "danger_hover"),
            "text": ("info_ground", "good_ground", "warning_ground", "danger_ground", "menu"),
            "accent": ("info_ground", "good_ground", "warning_ground", "danger_ground"),
            "tip_text": ("tip",),
        }.items()
        for ground in grounds
    }
    assert too_faint(pairs, WORDS) == {}


@themes
def test_words_that_were_found_are_readable_and_their_boxes_seen(theme: Theme) -> None:
    inks = Inks(theme)
    words = {
        "text on found": (theme.text, inks.found.name()),
        "text on the one the search is at": (theme.text, inks.selection.name()),
        "text in results": (theme.text, theme.selection),
    }
    edges = {
        f"{edge} on {ground}": (colour.name(), on.name())
        for ground, on in {"paper": inks.paper, "found": inks.found}.items()
        for edge, colour in {"edge": inks.found_edge, "edge of where it is": inks.accent}.items()
    }
    assert too_faint(words, WORDS) == {}
    assert too_faint(edges, SIGNS) == {}


@themes
@hues
def test_words_are_readable_on_a_labels_tints(theme: Theme, hue: Hue) -> None:
    label = theme.labels[hue]
    pairs = {
        "text on fill": (theme.text, label.fill),
        "text on nested fill": (theme.text, label.fill_nested),
        "text on selected fill": (theme.text, label.fill_selected),
        "quiet text on fill": (theme.text_quiet, label.fill),
        "tag on paper": (label.tag, theme.paper),
        "tag on window": (label.tag, theme.window),
        "tab words on tab": (label.tab_text, label.tab),
    }
    assert too_faint(pairs, WORDS) == {}


@themes
@hues
def test_a_labels_edge_is_seen_on_every_ground_and_every_other_labels_fill(
    theme: Theme, hue: Hue
) -> None:
    edge = theme.labels[hue].edge
    pairs = {f"edge on {ground}": (edge, getattr(theme, ground)) for ground in GROUNDS}
    for other, label in theme.labels.items():
        pairs |= {
            f"edge on {other} {fill}": (edge, getattr(label, fill))
            for fill in ("fill", "fill_nested", "fill_selected")
        }
    assert too_faint(pairs, SIGNS) == {}


@themes
def test_icons_and_focus_rings_are_seen_on_every_ground(theme: Theme) -> None:
    pairs = {
        f"{ink} on {ground}": (getattr(theme, ink), getattr(theme, ground))
        for ink in SIGN_INKS
        for ground in GROUNDS
    }
    assert too_faint(pairs, SIGNS) == {}


@themes
def test_the_outline_of_a_check_box_is_seen(theme: Theme) -> None:
    pairs = {
        ground: (theme.line_strong, getattr(theme, ground))
        for ground in ("window", "panel", "paper", "field")
    }
    assert too_faint(pairs, SIGNS) == {}


@themes
@pytest.mark.parametrize("shade", ["edge", "tab"])
def test_no_two_hues_are_taken_for_each_other(theme: Theme, shade: str) -> None:
    """A difference of 0.02 in OKLab is just seen between neighbours; Ottosson 2020."""
    least = {"edge": 0.08, "tab": 0.04}[shade]
    places = {hue: oklab(getattr(label, shade)) for hue, label in theme.labels.items()}
    near = {
        (one.value, other.value): round(dist(places[one], places[other]), 3)
        for one, other in combinations(places, 2)
        if dist(places[one], places[other]) < least
    }
    assert len(places) >= 8
    assert near == {}


def oklab(colour: str) -> tuple[float, float, float]:
    """Lightness and the two axes of colour in Björn Ottosson's OKLab, of `#rrggbb`."""
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    )
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )
