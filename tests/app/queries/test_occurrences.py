"""Where the words of an annotation stand again, each with its sentence, and what is left out."""

from app.commands.assignments import finish
from app.domain.annotation import Annotation
from app.project import Project
from app.queries.occurrences import PAGE, FoundPlace, OccurrencePage, occurrences
from tests.marked import marked
from tests.projects import add_article, mark_up, sit_down

ARTICLE = marked(
    "[Kyiv|actor] met. [Kyiv's|actor] mayor said [KYIV was calm|claim]. "
    "Kyivans in North-Kyiv saw Kyiv’s lights."
)


def places(page: OccurrencePage) -> list[FoundPlace]:
    return [place for found in page.found for place in found.places]


def asked(project: Project, origin: Annotation, **where: str) -> OccurrencePage:
    return project.ask(occurrences, origin=origin, **where)


def test_whole_words_are_found_but_for_the_possessive_and_what_is_marked(project: Project) -> None:
    sit_down(project)
    origin, _, claim = mark_up(project, ARTICLE)
    page = asked(project, origin, only=origin.article)
    assert page.already == 1
    other, possessive = places(page)
    assert (other.occurrence.quote, other.same_case, other.labels) == (
        "KYIV",
        False,
        (claim.label,),
    )
    assert (possessive.occurrence.quote, possessive.same_case) == ("Kyiv", True)
    assert possessive.before == "Kyivans in North-Kyiv saw "
    assert possessive.after == "’s lights."


def test_every_article_is_searched_a_page_at_a_time(project: Project) -> None:
    sit_down(project)
    (origin,) = mark_up(project, marked("[Pell|location] is small."))
    texts = [f"Article {number} is about Pell." for number in range(PAGE)]
    ids = [add_article(project, text, title=f"No {at}") for at, text in enumerate(texts)]
    project.perform(finish, article=ids[3])
    first = asked(project, origin)
    assert (first.searched, first.already, len(first.found)) == (PAGE, 0, PAGE - 1)
    assert [found.title for found in first.found if found.done] == ["No 3"]
    assert places(first)[3].occurrence.done
    rest = asked(project, origin, after=first.last)
    assert (rest.searched, rest.last) == (1, "")
    assert [found.article for found in first.found + rest.found] == ids


def test_a_long_sentence_is_shown_around_the_words(project: Project) -> None:
    sit_down(project)
    origin, *_ = mark_up(project, marked("[Pell|location]. " + "a " * 400 + "Pell" + " b" * 400))
    (place,) = places(asked(project, origin, only=origin.article))
    assert place.before.startswith("…")
    assert place.before.endswith("a a ")
    assert place.after.endswith("b…")
    assert len(place.before) < 200


def test_others_marks_are_nobody_elses(project: Project) -> None:
    sit_down(project, "anna")
    origin, *_ = mark_up(project, ARTICLE)
    sit_down(project, "bert")
    mine, *_ = mark_up(project, marked("[Kyiv|actor] slept."))
    page = asked(project, mine, only=origin.article)
    assert page.already == 0
    assert [place.labels for place in places(page)] == [(), (), (), ()]
