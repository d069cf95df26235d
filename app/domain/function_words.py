"""The small English words by which phrases and clauses are told apart.

In other languages they are simply never met, and punctuation, capitals and quotation marks do what
they can alone.
"""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


ARTICLES = _set("a an the")
DETERMINERS = ARTICLES | _set(
    """
    this that these those my your his her its our their some any no each every both all
    another many much several few most such
    """
)
LEFT_OUT = ARTICLES | _set("this that these those no")
"""These begin a phrase and are no part of what is marked, as “her” in “her aide” is."""

OF = _set("of de del della di du von van der den bin ibn al el la le y")
"""They tie two capitalised words into one name, alone or before an article."""

PREPOSITIONS = _set(
    """
    of in on at by for from with without within into onto to toward towards over under above
    below between among against across along alongside around about near inside outside
    after before during since until through throughout despite because like as per via upon
    behind beyond amid amidst than close including concerning regarding following according
    """
)
CONJUNCTIONS = _set(
    """
    and or but nor so yet if when where while whether although though unless because who
    whom that which whose why how what then
    """
)
PRONOUNS = _set(
    """
    i you he she it we they me him them us himself herself itself themselves there here who
    someone anyone everyone nobody others
    """
)
ADVERBS = _set(
    """
    not also still already again now just only even ever never often once soon later earlier
    today yesterday tomorrow however meanwhile moreover therefore thus perhaps indeed
    instead back far out up down off away together alone very too more less rather almost
    nearly
    """
)
VERBS = _set(
    """
    is are was were be been being am do does did done have has had having will would shall
    should can could may might must cannot didn't don't doesn't isn't aren't wasn't weren't
    hasn't haven't hadn't won't wouldn't couldn't can't shouldn't took take takes began
    begin begins felt feel went go goes going met left leave came come comes saw see sees
    won lost held hold holds gave give gives given spoke knew know knows made make makes got
    get gets became become stood stand fell rose grew ran kept sent brought bought built
    appear appears seem seems serve serves oppose pick travel return returned hit play plays
    sold paid cut put set let shut shot spent led struck drove flew wore broke burned crossed met
    enter enters allow allows use uses known called
    """
)
SAYING = _set(
    """
    said say says saying told tell tells telling claimed claim claims claiming stated state
    states stating reported report reports announced announce announces announcing confirmed
    confirm confirms confirming stressed stress stresses stressing emphasized emphasised
    emphasizes emphasises insisted insist insists insisting argued argue argues added add
    adds adding noted note notes noting wrote write writes explained explain explains warned
    warn warns warning admitted admit admits asserted asserts accused accuses accusing
    suggested suggests declared declares revealed reveals indicated indicates believe
    believes believed replied replies answered maintained maintains
    """
)
DENYING = _set(
    """
    denied deny denies denying rejected reject rejects rejecting refuted refute refutes
    refuting dismissed dismiss dismisses disputed dispute disputes contradicted contradicts
    """
)
CALENDAR = _set(
    """
    january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday am pm
    """
)
OPENERS = _set(
    """
    however meanwhile moreover therefore but and yet so then thus also still indeed finally
    instead earlier later
    """
)
"""What may stand before a statement without being part of it."""

ACTING = _set(
    """
    military army navy police forces government parliament cabinet ministry ministries
    office officials official spokesman spokeswoman spokesperson minister president governor
    mayor soldiers troops fighters volunteers rebels officers guards authorities residents
    citizens officer soldier prosecutors prosecutor court union council company
    group groups forces units unit source sources party
    opposition media intelligence service services staff leaders leader lawyers lawyer
    witnesses witness
    """
)
"""Who acts without being named: where a phrase ends in one of these the eye rests on it."""

DEGREES = _set("very too so quite rather more most less least extremely fairly")
"""What they stand before describes something: in “a very long report” nobody reports."""

FURNITURE = _set(
    """
    subscribe subscription share save gift comment comments newsletter newsletters advertisement
    advertisements sponsored sign login register menu cookies privacy print listen download
    follow unfollow copy link bookmark
    """
)
"""What a page says around an article: words that, without any others, are part of no report."""
