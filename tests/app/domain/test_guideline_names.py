"""The examples of a guideline follow a label's new name, and nothing else does."""

import pytest

from app.domain.guideline_names import renamed_in_examples


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("`[it rained|claim]`", "`[it rained|assertion]`"),
        ("`[she [said|claim] no| Claim ]`", "`[she [said|assertion] no|assertion]`"),
        (
            "- one\n- `[a\n  b|claim]` and `[c|actor]`",
            "- one\n- `[a\n  b|assertion]` and `[c|actor]`",
        ),
        ("a stray ` here\n\nthen `[x|claim]`\r\n", "a stray ` here\n\nthen `[x|assertion]`\r\n"),
    ],
)
def test_examples_are_named_anew(before: str, after: str) -> None:
    assert renamed_in_examples(before, "claim", "assertion") == after


@pytest.mark.parametrize(
    "words", ["A claim is [it rained|claim].", "`[it rained|claims]`", "`claim`", ""]
)
def test_all_else_stays_letter_by_letter(words: str) -> None:
    assert renamed_in_examples(words, "claim", "assertion") == words


def test_a_name_that_no_example_can_hold_leaves_them_alone() -> None:
    assert renamed_in_examples("`[x|claim]`", "claim", "a|b") == "`[x|claim]`"
