"""What the figures mean: every measure with formula and papers, in the program's own words."""

import re
from importlib import import_module
from inspect import getdoc
from xml.etree.ElementTree import Element

from app.agreement import MEASURES, Measure
from app.agreement.printing.matter import Matter
from app.agreement.printing.measures import shown
from app.agreement.printing.nodes import Inside, node

_HOW = {
    "Pairing": "app.alignment.pairing",
    "Table of labels": "app.agreement.confusion",
    "Boundaries": "app.agreement.boundaries",
    "Annotators": "app.agreement.profiles",
    "Kinds of disagreement": "app.alignment.disagreements",
    "Weeks and rounds": "app.agreement.timeline",
    "Intervals": "app.agreement.bootstrap",
}
"""What several tables rest on, and the module that says it."""

_HOW_GAMMA = {
    "Dissimilarity of two units": "app.agreement.dissimilarity",
    "Alignment of all annotators": "app.agreement.gamma_alignment",
    "Works put together at random": "app.agreement.gamma_chance",
}

_CODE = re.compile(r"`([^`]+)`")

PAPERS = (
    "Cohen J (1960). A coefficient of agreement for nominal scales. Educational and Psychological "
    "Measurement 20(1): 37–46.",
    "Efron B, Tibshirani RJ (1993). An Introduction to the Bootstrap. Chapman & Hall.",
    "Fleiss JL (1971). Measuring nominal scale agreement among many raters. Psychological Bulletin "
    "76(5): 378–382.",
    "Hripcsak G, Rothschild AS (2005). Agreement, the F-measure, and reliability in information "
    "retrieval. Journal of the American Medical Informatics Association 12(3): 296–298.",
    "Krippendorff K (2004). Content Analysis: An Introduction to Its Methodology. 2nd ed. Sage.",
    "Krippendorff K (2011). Computing Krippendorff’s Alpha-Reliability. University of "
    "Pennsylvania.",
    "Krippendorff K (2019). Content Analysis: An Introduction to Its Methodology. 4th ed. Sage.",
    "Krippendorff K, Mathet Y, Bouvry S, Widlöcher A (2016). On the reliability of unitizing "
    "textual continua: further developments. Quality & Quantity 50(6): 2347–2364.",
    "Landis JR, Koch GG (1977). The measurement of observer agreement for categorical data. "
    "Biometrics 33(1): 159–174.",
    "Mathet Y, Widlöcher A, Métivier J-P (2015). The unified and holistic method gamma (γ) for "
    "inter-annotator agreement measure and alignment. Computational Linguistics 41(3): 437–479.",
    "McHugh ML (2012). Interrater reliability: the kappa statistic. Biochemia Medica 22(3): "
    "276–282.",
    "Passonneau R (2006). Measuring agreement on set-valued items (MASI) for semantic and "
    "pragmatic annotation. Proceedings of LREC 2006.",
    "Segura-Bedmar I, Martínez P, Herrero-Zazo M (2013). SemEval-2013 task 9: extraction of "
    "drug-drug interactions from biomedical texts. Proceedings of SemEval 2013: 341–350.",
)


def section(matter: Matter) -> Element:
    """Return the section."""
    section = node("section", node("h2", "Measures and sources"), id="definitions")
    by_module: dict[str, list[Measure]] = {}
    for name in shown(matter.report):
        by_module.setdefault(MEASURES[name].module, []).append(MEASURES[name])
    for measures in by_module.values():
        section.append(_measures(measures))
    how = _HOW | (_HOW_GAMMA if "gamma" in shown(matter.report) else {})
    for title, module in how.items():
        told = getdoc(import_module(module)) or ""
        section.append(node("section", node("h3", title), *told_as_nodes(told), class_="measure"))
    section.append(node("h3", "Papers"))
    section.append(node("ul", *(node("li", paper) for paper in PAPERS), class_="papers"))
    return section


def _measures(measures: list[Measure]) -> Element:
    """Return what measures of one family ask, and what their file says about all of them."""
    found = node("section", class_="measure")
    for one in measures:
        found.extend([node("h3", one.title), node("p", one.asks, class_="asks")])
    found.extend(told_as_nodes(measures[0].definition))
    for bands in dict.fromkeys(one.bands for one in measures if one.bands):
        found.append(node("p", f"Commonly read: {bands}", class_="bands"))
    return found


def told_as_nodes(words: str) -> list[Element]:
    """Return a module's own words: paragraphs, and formulas, which are set in."""
    found = []
    for block in words.strip("\n").split("\n\n"):
        lines = block.split("\n")
        if all(line.startswith(("    ", "* ", "  ")) for line in lines):
            found.append(node("pre", "\n".join(line.removeprefix("    ") for line in lines)))
        else:
            found.append(node("p", *_with_code(" ".join(line.strip() for line in lines))))
    return found


def _with_code(words: str) -> list[Inside]:
    parts = _CODE.split(words)
    return [node("code", part) if at % 2 else part for at, part in enumerate(parts)]
