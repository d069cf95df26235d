from app.domain.sentences import (
    next_paragraph,
    next_sentence,
    paragraph_at,
    paragraph_starts,
    previous_paragraph,
    previous_sentence,
    sentence_at,
    sentences_before,
    sentences_from,
)

TEXT = "The U.S. envoy J. Ash spoke. Was it Mr. Bell? “Never!” he said.\n\n  Then he left.  \n"


def test_a_sentence_does_not_end_at_an_initial_or_a_title() -> None:
    said = {sentence_at(TEXT, position).of(TEXT) for position in range(TEXT.index("\n"))}
    assert said == {"The U.S. envoy J. Ash spoke.", "Was it Mr. Bell?", "“Never!” he said."}


def test_a_paragraph_comes_without_the_spaces_around_it() -> None:
    assert paragraph_at(TEXT, TEXT.index("left")).of(TEXT) == "Then he left."
    assert paragraph_at(TEXT, TEXT.index("\n") + 1) is None
    assert sentence_at(TEXT, TEXT.index("\n") + 1) is None


def test_blank_paragraphs_are_not_counted() -> None:
    assert len(paragraph_starts(TEXT)) == 2


def test_sentences_follow_one_another_over_paragraphs_in_both_directions() -> None:
    onward = list(sentences_from(TEXT, 0))
    assert [one.of(TEXT) for one in onward] == [
        "The U.S. envoy J. Ash spoke.",
        "Was it Mr. Bell?",
        "“Never!” he said.",
        "Then he left.",
    ]
    assert list(sentences_before(TEXT, len(TEXT)))[:1] == onward[-1:]


def test_moving_on_goes_to_the_next_beginning_and_moving_back_to_this_one_first() -> None:
    second = TEXT.index("Was it")
    assert next_sentence(TEXT, 0) == second
    assert previous_sentence(TEXT, second + 3) == second
    assert previous_sentence(TEXT, second) == 0
    last = TEXT.index("Then")
    assert next_paragraph(TEXT, 3) == last
    assert previous_paragraph(TEXT, last + 4) == last
    assert previous_paragraph(TEXT, last) == 0
    assert next_sentence(TEXT, last) == next_paragraph(TEXT, last) == len(TEXT)
