"""Words can be read and signs can be seen on every ground they stand on, in both themes."""

import pytest

from app.domain.label import Hue
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
