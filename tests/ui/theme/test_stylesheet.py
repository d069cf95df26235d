"""The style sheet is complete for both themes; its pictures are there, in the theme's colours."""

import re
from pathlib import Path

import pytest

from ui.theme.fonts import TextRole, font_for, load_fonts
from ui.theme.palette import palette_of
from ui.theme.stylesheet import stylesheet_of
from ui.theme.tokens import DARK, LIGHT, Theme

themes = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])


@themes
def test_every_word_of_the_sheets_is_known(theme: Theme) -> None:
    sheet = stylesheet_of(theme)
    assert "$" not in sheet
    assert sheet.count("{") == sheet.count("}")


@themes
def test_every_picture_of_the_sheets_is_there(theme: Theme) -> None:
    pictures = {Path(found) for found in re.findall(r'url\("([^"]+)"\)', stylesheet_of(theme))}
    assert pictures
    assert [picture for picture in pictures if not picture.is_file()] == []


@themes
def test_the_pictures_are_drawn_in_the_themes_own_colours(theme: Theme) -> None:
    known = {theme.text, theme.text_quiet, theme.on_accent}
    for found in set(re.findall(r'url\("([^"]+)"\)', stylesheet_of(theme))):
        colours = set(re.findall(r"#[0-9A-Fa-f]{6}", Path(found).read_text(encoding="utf-8")))
        assert colours <= known, found


def test_the_two_themes_give_different_sheets() -> None:
    assert stylesheet_of(LIGHT) != stylesheet_of(DARK)


@themes
def test_no_role_of_the_palette_is_left_to_the_platform(theme: Theme, qapp: object) -> None:
    palette = palette_of(theme)
    left = [
        role
        for role in palette.ColorRole
        if role not in (palette.ColorRole.NColorRoles, palette.ColorRole.NoRole)
        and not palette.isBrushSet(palette.ColorGroup.Active, role)
    ]
    assert left == []


def test_the_fonts_are_carried_along(qapp: object) -> None:
    assert load_fonts()


@pytest.mark.parametrize("role", list(TextRole))
def test_every_role_is_set_in_pixels(role: TextRole, qapp: object) -> None:
    font = font_for(role)
    assert font.pixelSize() >= 10
    assert font.families()[0] == "Inter"
