"""The long tables: every measure for every label and every pair, with intervals."""

from xml.etree.ElementTree import Element

from app.agreement.printing.matter import Matter
from app.agreement.printing.nodes import node
from app.agreement.printing.tables import every_measure


def section(matter: Matter) -> Element:
    """Return the section."""
    report = matter.report
    pairs = {f"{one} | {other}": found for (one, other), found in report.pairs.items()}
    return node(
        "section",
        node("h2", "All measures in full"),
        *every_measure("All measures by label", report.labels),
        *every_measure("All measures by pair", pairs),
        id="in-full",
    )
