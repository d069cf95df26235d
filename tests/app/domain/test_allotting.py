"""Who reads what: evenly, whole stories together, and the same again for the same seed."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.allotting import LARGEST_STORY, Pair, Sharing, share_out, stories_by_title

PEOPLE = tuple("abcdefg")

Groups = list[list[str]]

sharings = st.builds(
    Sharing,
    each=st.integers(1, 4),
    overlap=st.sampled_from((0.0, 0.1, 0.2, 0.5, 1.0)),
    overlap_each=st.integers(1, 7),
    seed=st.integers(0, 10),
)
people = st.integers(1, 7).map(lambda number: PEOPLE[:number])


@st.composite
def grouped(draw: st.DrawFn) -> Groups:
    sizes = draw(st.lists(st.integers(1, 4), max_size=40))
    return [[f"{at}.{number}" for number in range(size)] for at, size in enumerate(sizes)]


def readers(pairs: Sequence[Pair]) -> dict[str, set[str]]:
    result: defaultdict[str, set[str]] = defaultdict(set)
    for article, person in pairs:
        result[article].add(person)
    return result


def loads(pairs: Sequence[Pair], everybody: Sequence[str]) -> list[int]:
    counted = Counter(person for _, person in pairs)
    return [counted[person] for person in everybody]


@given(grouped(), people, sharings)
def test_loads_differ_by_one_group_at_most(
    groups: Groups, everybody: tuple[str, ...], sharing: Sharing
) -> None:
    shares = share_out(groups, everybody, sharing=sharing, given={})
    spread = loads(shares.pairs, everybody)
    assert max(spread) - min(spread) <= max((len(group) for group in groups), default=0)


@given(grouped(), people, sharings)
def test_each_article_is_read_by_as_many_as_was_wished(
    groups: Groups, everybody: tuple[str, ...], sharing: Sharing
) -> None:
    shares = share_out(groups, everybody, sharing=sharing, given={})
    each = min(sharing.each, len(everybody))
    many = max(each, min(sharing.overlap_each, len(everybody)))
    found = [len(readers(shares.pairs)[group[0]]) for group in groups]
    assert len(set(shares.pairs)) == len(shares.pairs)
    assert set(found) <= {each, many}
    if many > each:
        assert found.count(many) == int(sharing.overlap * len(groups) + 0.5)


@given(grouped(), people, sharings)
def test_whole_stories_go_to_the_same_people(
    groups: Groups, everybody: tuple[str, ...], sharing: Sharing
) -> None:
    read = readers(share_out(groups, everybody, sharing=sharing, given={}).pairs)
    assert all(read[article] == read[group[0]] for group in groups for article in group)


@given(grouped(), people, sharings)
def test_the_same_seed_gives_the_same_plan_whatever_the_order_of_people(
    groups: Groups, everybody: tuple[str, ...], sharing: Sharing
) -> None:
    once = share_out(groups, everybody, sharing=sharing, given={})
    again = share_out(groups, reversed(everybody), sharing=sharing, given={})
    assert once == again


@given(grouped(), people, sharings, st.integers(0, 40))
@settings(max_examples=200)
def test_articles_that_come_later_leave_what_was_allotted_alone(
    groups: Groups, everybody: tuple[str, ...], sharing: Sharing, first: int
) -> None:
    before = share_out(groups[:first], everybody, sharing=sharing, given={}).pairs
    later = share_out(groups, everybody, sharing=sharing, given=readers(before)).pairs
    early = {article for group in groups[:first] for article in group}
    assert not early & {article for article, _ in later}
    spread = loads([*before, *later], everybody)
    assert max(spread) - min(spread) <= max((len(group) for group in groups), default=0)


@given(grouped(), people, sharings)
def test_the_same_plan_again_adds_nothing(
    groups: Groups, everybody: tuple[str, ...], sharing: Sharing
) -> None:
    pairs = share_out(groups, everybody, sharing=sharing, given={}).pairs
    assert share_out(groups, everybody, sharing=sharing, given=readers(pairs)).pairs == ()


@given(grouped(), people, sharings, st.data())
def test_a_plan_adds_whatever_was_allotted_by_hand_before(
    groups: Groups, everybody: tuple[str, ...], sharing: Sharing, data: st.DataObject
) -> None:
    articles = [article for group in groups for article in group]
    by_hand = {
        article: data.draw(st.sets(st.sampled_from([*everybody, "gone"])))
        for article in articles[:10]
    }
    shares = share_out(groups, everybody, sharing=sharing, given=by_hand)
    each = min(sharing.each, len(everybody))
    added = readers(shares.pairs)
    for article in articles:
        there = by_hand.get(article, set())
        assert not there & added[article]
        assert len(there | added[article]) >= each
    assert shares.more == {person: loads(shares.pairs, [person])[0] for person in everybody}
    assert sum(shares.read_by.values()) == len(articles)


def test_another_seed_gives_another_plan() -> None:
    groups = [[str(number)] for number in range(40)]
    plans = {
        share_out(groups, PEOPLE, sharing=Sharing(each=2, seed=seed), given={}).pairs
        for seed in range(3)
    }
    assert len(plans) == 3


def test_whoever_has_much_already_gets_less() -> None:
    groups = [[str(number)] for number in range(10)]
    given_before = {f"old {number}": {"a"} for number in range(6)}
    shares = share_out(groups, "ab", sharing=Sharing(), given=given_before)
    assert shares.more == {"a": 2, "b": 8}


def test_nobody_to_share_out_to_gets_nothing() -> None:
    shares = share_out([["1"]], [], sharing=Sharing(), given={})
    assert (shares.pairs, shares.read_by) == ((), {0: 1})


def test_articles_under_one_title_are_a_story_whatever_the_case() -> None:
    titles = {"1": "Harbour strike ends", "2": "Rents rise", "3": "HARBOUR STRIKE ENDS!"}
    assert stories_by_title(titles) == [["1", "3"], ["2"]]


def test_a_standing_headline_makes_no_story() -> None:
    same = {str(number): "News in brief" for number in range(LARGEST_STORY + 1)}
    assert stories_by_title(same) == [[one] for one in same]
    assert stories_by_title({"1": "", "2": " "}) == [["1"], ["2"]]
