"""Who speaks about the same stretch of text: pairings, groups and disagreements. Pure.

The measures of `app/agreement` count what is paired here, and the lists of disagreements show it,
so that a number and its list always add up. NumPy and SciPy are imported when a part is used.
"""
