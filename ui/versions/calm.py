"""The theme's colours at rest: what annotators agree on steps back behind what they dispute."""

from dataclasses import replace

from ui.theme.shades import mix
from ui.theme.tokens import LabelTokens, Theme

_GROUNDS, _LINES = 0.5, 0.62
"""How much is left of what is filled, and of lines, which are thin and would vanish sooner."""


def calmed(theme: Theme) -> Theme:
    """Return the theme with every label's shades nearer to the paper."""
    return replace(
        theme,
        labels={hue: _calmed(tokens, theme.paper) for hue, tokens in theme.labels.items()},
    )


def _calmed(tokens: LabelTokens, paper: str) -> LabelTokens:
    return replace(
        tokens,
        fill=mix(tokens.fill, paper, _GROUNDS),
        fill_nested=mix(tokens.fill_nested, paper, _GROUNDS),
        edge=mix(tokens.edge, paper, _LINES),
    )
