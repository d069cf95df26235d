"""Agreement: one measure per file; here is their roll-call, which imports one when it is used.

A measure is `score(study) -> Score`. NumPy and SciPy come with the first that is asked.
"""

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from app.agreement.score import Score
    from app.agreement.study import Study


class _Scores(Protocol):
    def __call__(self, study: "Study") -> "Score": ...


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure: its name in full, what it asks in plain words, what `n` counts, and its file.

    `bands` says whose words there are for high and low values, "" where nobody has published any;
    `trust` when to rely on it, and what it does not see.
    """

    title: str
    asks: str
    counts: str
    module: str
    function: str = "score"
    bands: str = ""
    trust: str = ""

    def score(self, study: "Study") -> "Score":
        """Return the study's score."""
        measure = getattr(import_module(self.module), self.function)
        return cast("_Scores", measure)(study)

    @property
    def definition(self) -> str:
        """The formula and the papers it is from."""
        return import_module(self.module).__doc__ or ""


_ALPHA_BANDS = (
    "Krippendorff 2004, p. 241: from .800 reliable; .667 to .800 for tentative conclusions only; "
    "below, not. Judge the lower end of the interval."
)
_KAPPA_BANDS = (
    "Landis & Koch 1977, who call the cuts arbitrary: to .20 slight, to .40 fair, to .60 moderate, "
    "to .80 substantial, above almost perfect. McHugh 2012 is stricter: from .80 strong."
)
_NOTHING_TO_COUNT = (
    "Spans have no countable negatives, so nothing is taken off for chance: pairwise F1 is what "
    "kappa tends to. It does not change with the text around."
)
_UNMARKED_COUNTS = (
    "Driven by what nobody marked: long articles raise it. Read it beside F1, and to compare with "
    "other corpora."
)
_SEMEVAL = "To part what from where: compare the four rows, not one of them with other corpora."
_SPANS, _CHARACTERS = "annotations", "characters"

MEASURES = {
    "f1": Measure(
        "F1, strict",
        "How much of what one marked did the other mark with the same boundaries and label?",
        _SPANS,
        "app.agreement.f1",
        trust=_NOTHING_TO_COUNT,
    ),
    "f1_overlap": Measure(
        "F1, overlap",
        "The same, where one common character is enough; the rest to strict is about boundaries.",
        _SPANS,
        "app.agreement.f1_overlap",
        trust="One long span overlaps many: read it beside strict F1, never alone.",
    ),
    "u_alpha": Measure(
        "u-alpha (2016)",
        "How far beyond chance do annotators find, bound and label the same stretches?",
        _CHARACTERS,
        "app.agreement.u_alpha",
        bands=_ALPHA_BANDS,
        trust=(
            "The one to report where chance matters: any number of annotators, missing "
            "articles and overlapping labels are no problem."
        ),
    ),
    "u_alpha_marked": Measure(
        "|u-alpha (2016)",
        "How far beyond chance do annotators mark the same stretches, whatever the label?",
        _CHARACTERS,
        "app.agreement.u_alpha_family",
        "marked",
        _ALPHA_BANDS,
        trust="Low here and high in cu-alpha: they find different stretches and label them alike.",
    ),
    "u_alpha_labels": Measure(
        "cu-alpha (2016)",
        "Where both marked, how far beyond chance do they give the same label?",
        _CHARACTERS,
        "app.agreement.u_alpha_family",
        "labelled",
        _ALPHA_BANDS,
        trust="Says nothing of what only one marked; undefined where there is one label.",
    ),
    "alpha": Measure(
        "Krippendorff’s alpha, characters",
        "How far beyond chance do annotators agree on each character, label by label?",
        _CHARACTERS,
        "app.agreement.alpha",
        bands=_ALPHA_BANDS,
        trust=_UNMARKED_COUNTS,
    ),
    "alpha_masi": Measure(
        "Krippendorff’s alpha, label sets (MASI)",
        "The same for all labels on a character together, a common label counting in part.",
        _CHARACTERS,
        "app.agreement.alpha_sets",
        bands=_ALPHA_BANDS,
        trust=_UNMARKED_COUNTS,
    ),
    "kappa": Measure(
        "Cohen’s kappa, characters",
        "How far beyond chance do two annotators agree on each character?",
        _CHARACTERS,
        "app.agreement.kappa",
        bands=_KAPPA_BANDS,
        trust=_UNMARKED_COUNTS,
    ),
    "fleiss_kappa": Measure(
        "Fleiss’ kappa, characters",
        "The same for all annotators, in the articles that all of them finished.",
        _CHARACTERS,
        "app.agreement.fleiss",
        bands=_KAPPA_BANDS,
        trust=_UNMARKED_COUNTS,
    ),
    "semeval_strict": Measure(
        "SemEval-2013 strict",
        "Of what is paired, how much has the same boundaries and label?",
        _SPANS,
        "app.agreement.semeval",
        "strict",
        trust=_SEMEVAL,
    ),
    "semeval_exact": Measure(
        "SemEval-2013 exact",
        "Of what is paired, how much has the same boundaries?",
        _SPANS,
        "app.agreement.semeval",
        "exact",
        trust=_SEMEVAL,
    ),
    "semeval_partial": Measure(
        "SemEval-2013 partial",
        "The same, other boundaries counting half.",
        _SPANS,
        "app.agreement.semeval",
        "partial",
        trust=_SEMEVAL,
    ),
    "semeval_type": Measure(
        "SemEval-2013 type",
        "Of what is paired, how much has the same label?",
        _SPANS,
        "app.agreement.semeval",
        "type_",
        trust=_SEMEVAL,
    ),
    "relation_f1": Measure(
        "F1 of relations, aligned ends",
        "How many relations did both draw between statements that correspond?",
        "relations",
        "app.agreement.relations",
        "aligned_score",
        trust=(
            "Inherits every disagreement about spans; the conditional figure shows how much "
            "of it that is."
        ),
    ),
    "relation_f1_exact": Measure(
        "F1 of relations, identical ends",
        "The same, where both ends must have the same boundaries and label.",
        "relations",
        "app.agreement.relations",
        "exact_score",
        trust="Inherits every disagreement about boundaries too: the hardest of the three.",
    ),
    "relation_f1_conditional": Measure(
        "F1 of relations, shared ends only",
        "Where both marked the ends, did both relate them alike?",
        "relations",
        "app.agreement.relations",
        "conditional_score",
        trust=(
            "Isolates relating from finding spans; says nothing of relations whose ends one "
            "did not mark."
        ),
    ),
    "gamma": Measure(
        "gamma (2015)",
        "How much better do annotators align than works put together at random?",
        "articles",
        "app.agreement.gamma",
        trust=(
            "For nested and overlapping spans; of single articles below about five units it "
            "is unstable. Computed from random texts: always report seed and parameters."
        ),
    ),
    "alpha_u_1995": Measure(
        "alpha for unitizing of 1995",
        "An older coefficient, only to compare with figures of other programs.",
        _CHARACTERS,
        "app.agreement.alpha_1995",
        trust="Misbehaves with more than two annotators; its authors replaced it in 2016.",
    ),
}
"""All measures by their names, as they stand in tables and in JSON."""

ON_REQUEST = ("gamma",)
"""What takes so long that a report has it only where somebody asked."""

OUT_OF_USE = ("alpha_u_1995",)
"""What no report has, because its authors replaced it."""
