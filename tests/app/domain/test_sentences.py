from app.domain.sentences import paragraph_at, paragraph_starts, sentence_at

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
