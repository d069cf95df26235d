"""Where the eye rests: names, speakers, statements and quotations, in reading order."""

import pytest

from app.domain.sentences import sentence_at
from app.domain.stops import next_stop, previous_stop, stops_in


def stops(text: str) -> list[str]:
    sentence = sentence_at(text, 0)
    assert sentence is not None
    return [stop.of(text) for stop in stops_in(text, sentence)]


def test_a_statement_comes_before_the_names_in_it() -> None:
    text = "On Monday the mayor of Lindow said that Brandt had sold Gora-Podol’s mill."
    assert stops(text)[-3:] == ["Brandt had sold Gora-Podol’s mill", "Brandt", "Gora-Podol"]


def test_what_stands_before_the_speaker_is_a_statement_too() -> None:
    assert stops("The mill burned down, a senior clerk told Radio Nine.") == [
        "The mill burned down",
        "senior clerk",
        "Radio Nine",
    ]
    assert stops("According to Radio Nine, the mill burned down.") == [
        "Radio Nine",
        "the mill burned down",
    ]


def test_a_denial_begins_with_the_word_that_denies() -> None:
    assert stops("Ana Vell denied that the mill burned down.")[:2] == [
        "Ana Vell",
        "denied that the mill burned down",
    ]


def test_two_claims_joined_by_that_are_two() -> None:
    text = "They said that the mill burned down and that nobody was hurt."
    assert stops(text) == ["They", "the mill burned down", "nobody was hurt"]


def test_a_quotation_is_a_stop_without_its_marks_and_a_quoted_word_is_none() -> None:
    text = "“We opened the ‘old’ books last week,” she said."
    assert stops(text) == ["We opened the ‘old’ books last week", "she"]


def test_days_months_and_numbers_are_no_stops() -> None:
    assert stops("On Monday, 4 May, nobody came.") == []


def test_a_group_is_a_stop_as_a_whole_and_of_a_thing_only_who_owns_it() -> None:
    assert stops("Drenmark’s army crossed the river.") == ["Drenmark’s army"]
    assert stops("Drenmark’s coast is long.") == ["Drenmark"]


def test_going_on_passes_what_is_skipped_and_comes_back_the_same_way() -> None:
    text = "Brandt met Vale. Nobody else came.\n\nThen Aske met Orlo."
    there = []
    stop = next_stop(text, 0, skip=lambda span: span.of(text) == "Vale")
    while stop is not None:
        there.append(stop)
        stop = next_stop(text, stop, skip=lambda span: span.of(text) == "Vale")
    assert [stop.of(text) for stop in there] == ["Brandt", "Aske", "Orlo"]
    back = previous_stop(text, there[-1], skip=lambda span: span.of(text) == "Vale")
    assert back == there[1]
    assert previous_stop(text, there[0], skip=lambda _: False) is None


def test_without_words_there_is_no_stop() -> None:
    for text in ("", "\n\n", "…"):
        assert next_stop(text, 0, skip=lambda _: False) is None
        assert previous_stop(text, 0, skip=lambda _: False) is None


@pytest.mark.parametrize("lead", ["", "票价。", "部长说票价将上涨，渡轮空着。" * 900])
def test_a_long_quotation_is_a_stop_however_far_into_a_line_without_spaces(lead: str) -> None:
    said = "没有人会比以前多付一分钱，也没有人需要等更久的渡轮，我向你们保证这一点"
    found = next_stop(f"{lead}她说：“{said}”。", 0, skip=lambda _: False)
    assert found is not None
    assert found.of(f"{lead}她说：“{said}”。") == said


@pytest.mark.parametrize(
    "text",
    [
        "Subscribe now for 1 crown a week",
        "Comments 214   Save   Gift this article",
        "Advertisement",
        "He read a very long report on the mill.",
    ],
)
def test_the_eye_passes_over_what_the_page_says_and_over_how_long_a_report_is(text: str) -> None:
    assert next_stop(text, 0, skip=lambda _: False) is None


def test_words_of_a_page_are_part_of_names_all_the_same() -> None:
    text = "Again Save Our Harbour marched."
    found = next_stop(text, 0, skip=lambda _: False)
    assert found is not None
    assert "Save Our Harbour" in found.of(text)
