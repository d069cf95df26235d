"""All that somebody else needs to come to the same figures."""

from xml.etree.ElementTree import Element

from app.agreement.printing.matter import Matter
from app.agreement.printing.nodes import Inside, foreign, node
from app.agreement.printing.tables import table
from app.agreement.telling import parameters
from app.wording import listed


def section(matter: Matter) -> Element:
    """Return the section."""
    rows: list[list[Inside]] = [
        [name.replace("_", " "), foreign(_told(value))]
        for name, value in parameters(matter.report).items()
    ]
    programs = [f"{name} {version}" for name, version in matter.programs.items()]
    seed = matter.report.study.seed
    gamma = " --gamma" if "gamma" in matter.report.requested else ""
    command = f"python main.py agreement PROJECT --seed {seed}{gamma}"
    return node(
        "section",
        node("h2", "Parameters"),
        table("Everything the figures depend on", ("Parameter", "Value"), rows, aligned="ll"),
        node("p", f"Computed on {matter.made_on} with {listed(programs)}."),
        node(
            "p",
            "The same project, annotators, labels, articles and seed give the same figures: ",
            node("code", command),
            ".",
        ),
        id="parameters",
    )


def _told(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
