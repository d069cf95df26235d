"""The theme's tokens: every colour that Galley paints, for light and for dark."""

from dataclasses import dataclass

from app.domain.label import Hue


@dataclass(frozen=True, slots=True)
class LabelTokens:
    """The shades of one label's hue, each `#rrggbb`.

    `fill` lies under a band's words, `fill_nested` under the same label again inside it,
    `fill_selected` under the chosen one; `edge` draws bars, underlines and outlines; `tag` is the
    colour of tag words on paper, `tab` the tab's ground and `tab_text` the words on it.
    """

    fill: str
    fill_nested: str
    fill_selected: str
    edge: str
    tag: str
    tab: str
    tab_text: str


@dataclass(frozen=True, slots=True)
class Theme:
    """One complete set of tokens."""

    name: str
    is_dark: bool
    window: str
    panel: str
    paper: str
    field: str
    text: str
    text_quiet: str
    text_faint: str
    line: str
    line_strong: str
    hover: str
    chosen: str
    chosen_text: str
    accent: str
    accent_hover: str
    on_accent: str
    good: str
    warning: str
    danger: str
    selection: str
    focus: str
    labels: dict[Hue, LabelTokens]


LIGHT = Theme(
    name="light",
    is_dark=False,
    window="#F6F7F9",
    panel="#F6F7F9",
    paper="#FFFFFF",
    field="#FFFFFF",
    text="#171A21",
    text_quiet="#565D6B",
    text_faint="#5F6674",
    line="#E2E5EA",
    line_strong="#7F8795",
    hover="#ECEEF3",
    chosen="#E1E7FB",
    chosen_text="#171A21",
    accent="#3355D1",
    accent_hover="#2846B4",
    on_accent="#FFFFFF",
    good="#147A49",
    warning="#8F5B00",
    danger="#B3261E",
    selection="#C9DBFB",
    focus="#3355D1",
    labels={
        Hue.BLUE: LabelTokens(
            fill="#DCEBFB",
            fill_nested="#C6DEF8",
            fill_selected="#BCD9F7",
            edge="#0B66C3",
            tag="#0B5CAF",
            tab="#C6DEF8",
            tab_text="#0A3F78",
        ),
        Hue.GREEN: LabelTokens(
            fill="#D8F1E6",
            fill_nested="#C0E8D7",
            fill_selected="#B0E2CC",
            edge="#0B8464",
            tag="#0A7357",
            tab="#C0E8D7",
            tab_text="#084C3A",
        ),
        Hue.AMBER: LabelTokens(
            fill="#FDEFC9",
            fill_nested="#FAE3A6",
            fill_selected="#F8DA8B",
            edge="#A06C00",
            tag="#855900",
            tab="#F6D477",
            tab_text="#4A3200",
        ),
        Hue.VIOLET: LabelTokens(
            fill="#E9E2FB",
            fill_nested="#E1D8FA",
            fill_selected="#D9CDF8",
            edge="#7650D8",
            tag="#6A44CC",
            tab="#CDBDF5",
            tab_text="#3A1F86",
        ),
        Hue.RED: LabelTokens(
            fill="#FEE3E0",
            fill_nested="#FED3CE",
            fill_selected="#FEC8C2",
            edge="#C53134",
            tag="#B0282C",
            tab="#FFC6C0",
            tab_text="#68211F",
        ),
        Hue.PINK: LabelTokens(
            fill="#FDE1F0",
            fill_nested="#FBD1E7",
            fill_selected="#F9C5E1",
            edge="#B53588",
            tag="#A22C79",
            tab="#FAC3E1",
            tab_text="#5F2148",
        ),
        Hue.LIME: LabelTokens(
            fill="#E5EFD5",
            fill_nested="#D6E6BE",
            fill_selected="#CCE0AE",
            edge="#5E7D04",
            tag="#536F04",
            tab="#CBDFAB",
            tab_text="#324401",
        ),
        Hue.CYAN: LabelTokens(
            fill="#D0F1F9",
            fill_nested="#B6E9F6",
            fill_selected="#A2E3F3",
            edge="#037E93",
            tag="#026F82",
            tab="#9EE3F4",
            tab_text="#014451",
        ),
    },
)

DARK = Theme(
    name="dark",
    is_dark=True,
    window="#14161B",
    panel="#14161B",
    paper="#181B21",
    field="#20242C",
    text="#ECEEF2",
    text_quiet="#A8AFBC",
    text_faint="#9AA2B0",
    line="#2A2F39",
    line_strong="#6D7686",
    hover="#232832",
    chosen="#2A3354",
    chosen_text="#F3F5FA",
    accent="#8DA2F8",
    accent_hover="#A5B6FA",
    on_accent="#10131C",
    good="#4CC38A",
    warning="#E2A93B",
    danger="#FF8A80",
    selection="#2F4878",
    focus="#8DA2F8",
    labels={
        Hue.BLUE: LabelTokens(
            fill="#173250",
            fill_nested="#1D4066",
            fill_selected="#234D7B",
            edge="#5CB2FF",
            tag="#7CC1FF",
            tab="#234D7B",
            tab_text="#DCEEFF",
        ),
        Hue.GREEN: LabelTokens(
            fill="#123A30",
            fill_nested="#174A3D",
            fill_selected="#1A5546",
            edge="#3ECDA3",
            tag="#58D6B1",
            tab="#1B594A",
            tab_text="#D5F7EC",
        ),
        Hue.AMBER: LabelTokens(
            fill="#3B3118",
            fill_nested="#4B3D1A",
            fill_selected="#5A481B",
            edge="#E2A93B",
            tag="#EDBB5C",
            tab="#6B531B",
            tab_text="#FFF0CC",
        ),
        Hue.VIOLET: LabelTokens(
            fill="#2E2750",
            fill_nested="#3A3166",
            fill_selected="#463A7C",
            edge="#A78BFA",
            tag="#B9A3FB",
            tab="#4F4190",
            tab_text="#F0EAFF",
        ),
        Hue.RED: LabelTokens(
            fill="#4A2522",
            fill_nested="#5E2E2B",
            fill_selected="#703632",
            edge="#FF827B",
            tag="#FF9C95",
            tab="#7A3A36",
            tab_text="#FEE8E6",
        ),
        Hue.PINK: LabelTokens(
            fill="#452537",
            fill_nested="#582E46",
            fill_selected="#683654",
            edge="#F978C6",
            tag="#FF91D1",
            tab="#723A5B",
            tab_text="#FEE6F3",
        ),
        Hue.LIME: LabelTokens(
            fill="#2A3614",
            fill_nested="#364417",
            fill_selected="#3F511A",
            edge="#98BC4F",
            tag="#A9C96F",
            tab="#455819",
            tab_text="#E8F3D9",
        ),
        Hue.CYAN: LabelTokens(
            fill="#013842",
            fill_nested="#004653",
            fill_selected="#045361",
            edge="#2FD4EC",
            tag="#5CDDF2",
            tab="#045A69",
            tab_text="#D4F5FE",
        ),
    },
)
