"""Looking in all articles: what is found is what stands there, as this person sees it."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.commands.annotations import set_unsure
from app.commands.assignments import finish
from app.domain.assignment import State
from app.domain.sought import parse
from app.errors import Cancelled
from app.project import Project
from app.queries.corpus import Narrowing
from app.queries.label_set import label_set
from app.search.corpus import Corpus
from app.search.looking import MOST_SHOWN, FoundArticle, Look, Tally
from tests.app.search.conftest import bring_up
from tests.marked import marked
from tests.projects import add_article, mark_up, sit_down

OpenCorpus = Callable[[Project], Corpus]

LINDOW = marked(
    "[The mayor|actor] said [the mill burned|claim]. The mill stands in [Lindow|location]."
)
PELL = marked("[The bakers|actor] denied [the mill was theirs|denial]. [The mill|actor] answered.")
DORN = "The mill and the mayor were not marked."


@pytest.fixture
def press(project: Project) -> Project:
    sit_down(project)
    mark_up(project, LINDOW, title="Lindow")
    mark_up(project, PELL, title="Pell")
    add_article(project, DORN, title="Dorn")
    return project


def look(corpus: Corpus, typed: str, **narrowing: object) -> Look:
    person = corpus.project.person
    narrow = Narrowing(**narrowing)  # type: ignore[arg-type]
    return Look(corpus, parse(typed), narrow, annotator=person.id if person else None)


def page(corpus: Corpus, typed: str, **narrowing: object) -> list[FoundArticle]:
    return look(corpus, typed, **narrowing).page(20, lambda: False)


def words(found: list[FoundArticle]) -> dict[str, list[str]]:
    return {one.title: [place.excerpt.words for place in one.places] for one in found}


def label_ids(project: Project, *names: str) -> frozenset[str]:
    return frozenset(label.id for label in project.ask(label_set) if label.name in names)


def test_places_come_by_article_in_their_sentences_with_labels(
    press: Project, open_corpus: OpenCorpus
) -> None:
    lindow, pell, dorn = page(open_corpus(press), "mill")
    assert [lindow.title, pell.title, dorn.title] == ["Lindow", "Pell", "Dorn"]
    assert str(lindow.places[0].excerpt) == "The mayor said the mill burned."
    assert [place.labels for place in lindow.places] == [tuple(label_ids(press, "claim")), ()]
    assert lindow.state is State.BEGUN
    assert dorn.state is State.TO_DO


def test_words_within_a_label_are_found_only_there(press: Project, open_corpus: OpenCorpus) -> None:
    corpus = open_corpus(press)
    claims = label_ids(press, "claim", "denial")
    assert words(page(corpus, "mill", labels=claims)) == {"Lindow": ["mill"], "Pell": ["mill"]}
    assert words(page(corpus, "mill", labels=label_ids(press, "location"))) == {}
    whole = page(corpus, "mill", labels=label_ids(press, "location"), whole_articles=True)
    assert words(whole) == {"Lindow": ["mill", "mill"]}


def test_a_label_alone_finds_what_is_marked_with_it(
    press: Project, open_corpus: OpenCorpus
) -> None:
    actors = page(open_corpus(press), "", labels=label_ids(press, "actor"))
    assert words(actors) == {"Lindow": ["The mayor"], "Pell": ["The bakers", "The mill"]}


def test_doubt_state_and_outlet_narrow(press: Project, open_corpus: OpenCorpus) -> None:
    corpus = open_corpus(press)
    (pell,) = page(corpus, "answered")
    press.perform(finish, article=pell.id)
    assert list(words(page(corpus, "mill", states=frozenset({State.DONE})))) == ["Pell"]
    assert list(words(page(corpus, "mill", states=frozenset({State.BEGUN})))) == ["Lindow"]
    assert list(words(page(corpus, "", states=frozenset({State.TO_DO})))) == ["Dorn"]
    assert page(corpus, "mill", outlet="Radio Nine") == []
    marks = mark_up(press, marked("[Rain|actor] fell."), title="Rain")
    press.perform(set_unsure, annotation=marks[0].id, unsure=True)
    bring_up(corpus)
    assert words(page(corpus, "", unsure=True)) == {"Rain": ["Rain"]}


def test_what_others_marked_is_neither_searched_nor_shown(
    press: Project, open_corpus: OpenCorpus
) -> None:
    corpus = open_corpus(press)
    sit_down(press, "ben")
    assert page(corpus, "mill", labels=label_ids(press, "claim")) == []
    found = page(corpus, "mill")
    assert {place.labels for one in found for place in one.places} == {()}
    assert {one.state for one in found} == {State.TO_DO}


def test_articles_without_a_word_are_found_whole(press: Project, open_corpus: OpenCorpus) -> None:
    assert words(page(open_corpus(press), "-mayor")) == {"Pell": []}


def test_an_article_that_was_taken_back_is_not_found(
    press: Project, open_corpus: OpenCorpus
) -> None:
    add_article(press, "A zeppelin landed.")
    corpus = open_corpus(press)
    assert len(page(corpus, "zeppelin")) == 1
    press.undo()
    assert page(corpus, "zeppelin") == []


def test_many_places_are_counted_and_the_first_ones_shown(
    press: Project, open_corpus: OpenCorpus
) -> None:
    add_article(press, "Rain again. " * 100, title="Rain")
    corpus = open_corpus(press)
    (rain,) = page(corpus, "rain")
    assert len(rain.places) == MOST_SHOWN
    assert rain.count == 100
    assert rain.following is not None
    assert rain.following.start == MOST_SHOWN * len("Rain again. ")
    assert look(corpus, "rain").tally(lambda: False, lambda _: None) == Tally(100, 1)


def test_further_pages_go_on_and_end(press: Project, open_corpus: OpenCorpus) -> None:
    search = look(open_corpus(press), "mill")
    titles = [one.title for _ in range(4) for one in search.page(1, lambda: False)]
    assert titles == ["Lindow", "Pell", "Dorn"]


def test_a_look_that_is_stopped_gives_nothing(press: Project, open_corpus: OpenCorpus) -> None:
    with pytest.raises(Cancelled):
        look(open_corpus(press), "mill").page(20, lambda: True)


WORDS = st.sampled_from(
    [
        "tax",
        "Taxes",
        "TÁXES",
        "fell",
        "’s",
        "fell-again",
        "北京",
        "市",
        "é",
        "e\u0301",
        "🪙",
        "—",
        "й",
    ]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)
TYPED = st.lists(
    st.tuples(st.sampled_from(["", "-", '"']), WORDS, st.sampled_from(["", "*", '"'])).map("".join),
    min_size=1,
    max_size=3,
).map(" ".join)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    texts=st.lists(TEXTS, min_size=1, max_size=8, unique=True), typed=st.lists(TYPED, min_size=8)
)
def test_the_index_finds_what_reading_every_text_finds(
    new_file: Callable[..., Path], texts: list[str], typed: list[str]
) -> None:
    with (
        TemporaryDirectory() as folder,
        closing(Project.open(new_file())) as project,
        closing(Corpus(project, Path(folder))) as corpus,
    ):
        for number, text in enumerate(texts):
            add_article(project, text, title=str(number))
        bring_up(corpus)
        for each in typed:
            sought = parse(each)
            if sought:
                read = {
                    str(number): [span.of(text) for span in sought.places(text)]
                    for number, text in enumerate(texts)
                    if sought.is_in(text)
                }
                found = page(corpus, each)
                assert {one.title: one.count for one in found} == {
                    title: len(places) for title, places in read.items()
                }, each
                for title, shown in words(found).items():
                    assert shown == read[title][: len(shown)], each
                    assert shown or not read[title], each
