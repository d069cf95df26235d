"""Fleiss' kappa over characters of the articles that all annotators finished.

Fleiss 1971, Psychol. Bull. 76:378. With n_ij how many of m annotators give value j to character i,

    P_i = (Σ_j n_ij² − m) / (m·(m − 1))    p_j = Σ_i n_ij / (N·m)    p_e = Σ p_j²
    kappa = (mean P_i − p_e) / (1 − p_e)

A value is the set of labels on a character; of one label, whether it is there. Articles that not
all have finished are left out. `n` counts characters.
"""

import numpy as np

from app.agreement.coded import fleiss_sums
from app.agreement.coding import TOO_MANY_LABELS
from app.agreement.kappa import coding_of
from app.agreement.score import Score
from app.agreement.study import Study
from app.agreement.sums import Sums, nothing, scored
from app.agreement.view import ALL, View


def score(study: Study) -> Score:
    """Return Fleiss' kappa of all annotators of the study."""
    return scored(sums(study), study)


def sums(study: Study, view: View = ALL) -> Sums:
    """Return the sums of Fleiss' kappa over the articles that all annotators finished."""
    who, coding = view.annotators(study), coding_of(study, view)
    if why := view.why_nothing(study):
        return nothing(why)
    if coding is None:
        return nothing(TOO_MANY_LABELS)
    everybody = np.all(study.columns.present[who], axis=0)
    if not everybody.any():
        return nothing("no article was finished by all of them")
    found = fleiss_sums(coding.of(who))
    return Sums(found.rows[everybody], found.value, found.n, found.why)
