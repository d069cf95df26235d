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

    `bands` says whose words there are for high and low values, "" where nobody has published any.
    """

    title: str
    asks: str
    counts: str
    module: str
    function: str = "score"
    bands: str = ""

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
_SPANS, _CHARACTERS = "annotations", "characters"

MEASURES = {
    "f1": Measure(
        "F1, strict",
        "How much of what one marked did the other mark with the same boundaries and label?",
        _SPANS,
        "app.agreement.f1",
    ),
    "f1_overlap": Measure(
        "F1, overlap",
        "The same, where one common character is enough; the rest to strict is about boundaries.",
        _SPANS,
        "app.agreement.f1_overlap",
    ),
    "u_alpha": Measure(
        "u-alpha (2016)",
        "How far beyond chance do annotators find, bound and label the same stretches?",
        _CHARACTERS,
        "app.agreement.u_alpha",
        bands=_ALPHA_BANDS,
    ),
    "u_alpha_marked": Measure(
        "|u-alpha (2016)",
        "How far beyond chance do annotators mark the same stretches, whatever the label?",
        _CHARACTERS,
        "app.agreement.u_alpha_family",
        "marked",
        _ALPHA_BANDS,
    ),
    "u_alpha_labels": Measure(
        "cu-alpha (2016)",
        "Where both marked, how far beyond chance do they give the same label?",
        _CHARACTERS,
        "app.agreement.u_alpha_family",
        "labelled",
        _ALPHA_BANDS,
    ),
    "alpha": Measure(
        "Krippendorff’s alpha, characters",
        "How far beyond chance do annotators agree on each character, label by label?",
        _CHARACTERS,
        "app.agreement.alpha",
        bands=_ALPHA_BANDS,
    ),
    "alpha_masi": Measure(
        "Krippendorff’s alpha, label sets (MASI)",
        "The same for all labels on a character together, a common label counting in part.",
        _CHARACTERS,
        "app.agreement.alpha_sets",
        bands=_ALPHA_BANDS,
    ),
    "kappa": Measure(
        "Cohen’s kappa, characters",
        "How far beyond chance do two annotators agree on each character?",
        _CHARACTERS,
        "app.agreement.kappa",
        bands=_KAPPA_BANDS,
    ),
    "fleiss_kappa": Measure(
        "Fleiss’ kappa, characters",
        "The same for all annotators, in the articles that all of them finished.",
        _CHARACTERS,
        "app.agreement.fleiss",
        bands=_KAPPA_BANDS,
    ),
    "semeval_strict": Measure(
        "SemEval-2013 strict",
        "Of what is paired, how much has the same boundaries and label?",
        _SPANS,
        "app.agreement.semeval",
        "strict",
    ),
    "semeval_exact": Measure(
        "SemEval-2013 exact",
        "Of what is paired, how much has the same boundaries?",
        _SPANS,
        "app.agreement.semeval",
        "exact",
    ),
    "semeval_partial": Measure(
        "SemEval-2013 partial",
        "The same, other boundaries counting half.",
        _SPANS,
        "app.agreement.semeval",
        "partial",
    ),
    "semeval_type": Measure(
        "SemEval-2013 type",
        "Of what is paired, how much has the same label?",
        _SPANS,
        "app.agreement.semeval",
        "type_",
    ),
    "relation_f1": Measure(
        "F1 of relations, aligned ends",
        "How many relations did both draw between statements that correspond?",
        "relations",
        "app.agreement.relations",
        "aligned_score",
    ),
    "relation_f1_exact": Measure(
        "F1 of relations, identical ends",
        "The same, where both ends must have the same boundaries and label.",
        "relations",
        "app.agreement.relations",
        "exact_score",
    ),
    "relation_f1_conditional": Measure(
        "F1 of relations, shared ends only",
        "Where both marked the ends, did both relate them alike?",
        "relations",
        "app.agreement.relations",
        "conditional_score",
    ),
    "gamma": Measure(
        "gamma (2015)",
        "How much better do annotators align than works put together at random?",
        "articles",
        "app.agreement.gamma",
    ),
    "alpha_u_1995": Measure(
        "alpha for unitizing of 1995",
        "An older coefficient, only to compare with figures of other programs.",
        _CHARACTERS,
        "app.agreement.alpha_1995",
    ),
}
"""All measures by their names, as they stand in tables and in JSON."""

ON_REQUEST = ("gamma",)
"""What takes so long that a report has it only where somebody asked."""

OUT_OF_USE = ("alpha_u_1995",)
"""What no report has, because its authors replaced it."""
