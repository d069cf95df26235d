"""Cohen's kappa of two annotators over characters, by the set of labels on each.

Cohen 1960, Educ. Psychol. Meas. 20:37. With p_A(c) the share of characters to which A gives c,

    p_o = share given equal values    p_e = Σ_c p_A(c)·p_B(c)    kappa = (p_o − p_e) / (1 − p_e)

A value is the set of labels on a character; of one label, whether it is there. Driven by the
unmarked rest, as alpha is. Only for two annotators; Fleiss' kappa takes more. `n` counts
characters.
"""

from app.agreement.coded import kappa_sums
from app.agreement.coding import TOO_MANY_LABELS, Coding, binary, label_sets
from app.agreement.score import Score
from app.agreement.study import Study
from app.agreement.sums import Sums, nothing, scored
from app.agreement.view import ALL, View


def score(study: Study) -> Score:
    """Return kappa of the study's two annotators."""
    return scored(sums(study), study)


def sums(study: Study, view: View = ALL) -> Sums:
    """Return the sums of kappa."""
    who, coding = view.annotators(study), coding_of(study, view)
    if why := view.why_nothing(study):
        return nothing(why)
    if len(who) != 2:
        return nothing("it compares two annotators; see each pair, or Fleiss’ kappa")
    if coding is None:
        return nothing(TOO_MANY_LABELS)
    found = kappa_sums(coding.of(who))
    return Sums(found.rows[view.articles(study)], found.value, found.n, found.why)


def coding_of(study: Study, view: View) -> Coding | None:
    """Return what is said of each character: one label or not, or the set of labels."""
    return label_sets(study) if view.label is None else binary(study, view.label)
