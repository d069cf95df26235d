"""A guideline's Markdown means little, and what it does not mean is shown letter by letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.default_guideline import default_guideline
from app.domain.guideline import BlockKind, Face, Run, first_sentence, read_guideline
from app.domain.label import DEFAULT_LABELS


def only_runs(markdown: str) -> tuple[Run, ...]:
    (block,) = read_guideline(markdown)
    return block.runs


def test_headings_bullets_and_paragraphs_are_told_apart_and_wrapped_lines_joined() -> None:
    blocks = read_guideline("An actor\nacts.\n## Mark\n- names\n  and roles\n* groups\n\nThe end.")
    assert [(block.kind, block.words) for block in blocks] == [
        (BlockKind.PARAGRAPH, "An actor acts."),
        (BlockKind.HEADING, "Mark"),
        (BlockKind.BULLET, "names and roles"),
        (BlockKind.BULLET, "groups"),
        (BlockKind.PARAGRAPH, "The end."),
    ]


def test_bold_italic_and_examples_are_set_so() -> None:
    assert only_runs("a **b** *c* _d_ `e` snake_case_word 2 * 3 * 4") == (
        Run("a "),
        Run("b", Face.BOLD),
        Run(" "),
        Run("c", Face.ITALIC),
        Run(" "),
        Run("d", Face.ITALIC),
        Run(" "),
        Run("e", Face.EXAMPLE),
        Run(" snake_case_word 2 * 3 * 4"),
    )


def test_marks_in_an_example_nest() -> None:
    assert only_runs("`He said [it [rained|claim] here|claim].`") == (
        Run("He said ", Face.EXAMPLE),
        Run("it ", Face.EXAMPLE, ("claim",)),
        Run("rained", Face.EXAMPLE, ("claim", "claim")),
        Run(" here", Face.EXAMPLE, ("claim",)),
        Run(".", Face.EXAMPLE),
    )


@pytest.mark.parametrize(
    "words",
    [
        "![x](file:///etc/passwd)",
        "[click](http://example.org)",
        "<img src=x> <script>alert(1)</script>",
        "&lt;b&gt; \\*x",
        "1. first",
        "| a | b |",
    ],
)
def test_links_pictures_and_html_are_only_letters(words: str) -> None:
    assert only_runs(words) == (Run(words),)


def test_the_rule_in_short_is_the_first_paragraph() -> None:
    assert first_sentence("# Actor\n\nWho **acts**.\n\nMore.") == "Who acts."
    assert first_sentence("") == ""


@given(st.text(alphabet="ab `*_[]#-\n", max_size=80))
def test_no_letter_gets_lost_whatever_is_written(markdown: str) -> None:
    shown = "".join(block.words for block in read_guideline(markdown))
    assert [one for one in shown if one in "ab"] == [one for one in markdown if one in "ab"]


@pytest.mark.parametrize("mark", ["*", "**", "_", "`", "`[", "`[a|b]", "- ", "# "])
def test_a_long_row_of_marks_is_read_at_once(mark: str) -> None:
    assert read_guideline(mark * (10_000 // len(mark)))
    assert read_guideline(f"`{mark.replace('`', '') * (10_000 // len(mark))}`x")


@pytest.mark.parametrize("name", [plan.name for plan in DEFAULT_LABELS])
def test_every_default_guideline_begins_with_a_sentence_and_shows_its_label(name: str) -> None:
    page = default_guideline(name)
    assert first_sentence(page).startswith(("A ", "An "))
    assert first_sentence(page).count(".") == 1
    marked = {label for block in read_guideline(page) for run in block.runs for label in run.labels}
    assert name in marked
    assert marked <= {plan.name for plan in DEFAULT_LABELS}
    assert default_guideline(name.upper()) == page
    assert default_guideline("intention") == ""
