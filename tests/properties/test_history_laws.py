"""Laws of the history of agreement, whatever was finished when and by whom."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.agreement.report import report
from app.agreement.study import study_of
from app.agreement.timeline import By, timeline
from tests.studies import LABELS, PEOPLE, articles

unhurried = settings(deadline=None, max_examples=40)
DAYS = ("2026-07-20", "2026-07-26", "2026-07-27", "2026-08-12", "")


@st.composite
def dated(draw):
    """Draw articles whose works were finished on some day, in some round."""
    found = []
    for article in draw(articles()):
        works = {
            who: replace(work, day=draw(st.sampled_from(DAYS)), round=draw(st.integers(0, 2)))
            for who, work in article.works.items()
        }
        found.append(replace(article, works=works))
    return found


def study(found, people=PEOPLE, resamples=0):
    return study_of(found, annotators=people, labels=LABELS, resamples=resamples)


@unhurried
@given(dated(), st.sampled_from(By))
def test_every_article_that_counts_is_in_exactly_one_period(found, by):
    whole = study(found)
    periods = timeline(whole, by).periods
    there = [name for period in periods for name in period.articles]
    assert sorted(there) == sorted(one.id for one in whole.counting)
    assert len({period.name for period in periods}) == len(periods)


@unhurried
@given(dated(), st.sampled_from(By))
def test_a_period_is_what_the_study_of_its_articles_says(found, by):
    whole = study(found, resamples=50)
    for period in timeline(whole, by, labels=True).periods:
        alone = report(whole.of_articles(period.articles))
        for scores, theirs in (
            (period.all, alone.all),
            *((own, alone.labels[label]) for label, own in period.labels.items()),
        ):
            for name, score in scores.items():
                assert replace(score, note="") == theirs[name], (period.name, name)


@unhurried
@given(dated(), st.permutations(PEOPLE), st.sampled_from(By))
def test_the_order_of_annotators_does_not_matter(found, people, by):
    one, other = (timeline(study(found, who), by).periods for who in (PEOPLE, people))
    assert [(p.name, p.articles, p.mixed) for p in one] == [
        (p.name, p.articles, p.mixed) for p in other
    ]
    for mine, theirs in zip(one, other, strict=True):
        for name, score in mine.all.items():
            value = theirs.all[name].value
            assert score.value == (value if value is None else pytest.approx(value, abs=1e-9))
