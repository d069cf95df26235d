import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.exchange.particulars import Particulars, particulars_of

BODY = "\n\nThe council of Saltmere voted on Monday to close its pier.\n\nNobody denied it.\n"


def told(head, name="saved.txt"):
    return particulars_of(head + BODY, name=name)


def test_outlet_headline_and_dateline_one_below_the_other():
    assert told("Saltmere. Daily\n\nCouncil votes to close pier \n\n24 May, 2023 Wednesday") == (
        Particulars("Council votes to close pier", "Saltmere. Daily", "", "2023-05-24")
    )


def test_page_furniture_above_the_headline_is_passed_over():
    assert told(
        "Ten years of reporting, funded by our readers — become a member now.\n"
        "Become a member Gift membership\nSkip to content\nEdit post\n\n"
        "Reporter: Pier didn't close, but 'played a role'\n\n"
        "by The Saltmere Herald news desk May 24, 2023 11:41 AM 2 min read\n"
        "This audio is created with AI assistance"
    ) == Particulars(
        "Reporter: Pier didn't close, but 'played a role'",
        "The Saltmere Herald",
        "",
        "2023-05-24T11:41",
    )


def test_page_furniture_is_passed_over_where_nobody_is_named_and_no_date_is_told():
    head = "Accept all cookies now\nSubscribe to our daily newsletter\nCouncil votes to close pier"
    assert told(head).title == "Council votes to close pier"


def test_a_masthead_is_told_from_the_menu_below_it():
    particulars = told(
        "Your first month is free. Subscribe\nThe Saltmere Ledger\n"
        "Home   News   Harbour   Opinion\n\nCouncil votes to close pier\n24 May 2023"
    )
    assert (particulars.title, particulars.source) == (
        "Council votes to close pier",
        "The Saltmere Ledger",
    )


def test_a_masthead_may_head_its_menu():
    particulars = told(
        "Radio Saltmere   Listen live   Tides\n\n‘We were not asked’\n"
        "Live page. 24 May 2023 9:12 PM"
    )
    assert (particulars.title, particulars.source) == ("‘We were not asked’", "Radio Saltmere")
    assert particulars.published == "2023-05-24T21:12"


def test_a_desk_names_the_outlet_without_a_by():
    head = "Council votes to close pier\nSaltmere Wire news desk\nUpdated May 24, 2023 6:05 PM"
    particulars = told(head)
    assert (particulars.title, particulars.source) == (
        "Council votes to close pier",
        "Saltmere Wire",
    )


def test_a_line_that_names_the_date_stands_below_the_headline_too():
    head = (
        "THE SALTMERE LAMP\nHarbour and town\n\nCouncil votes to close pier\nPublished: 2023-05-24"
    )
    particulars = told(head)
    assert (particulars.title, particulars.source) == (
        "Council votes to close pier",
        "THE SALTMERE LAMP",
    )


def test_lines_that_name_what_they_tell():
    assert told(
        "Title: A quiet day\nSource: The Harbour Post\nURL: https://harbour.example/a?b=1\n"
        "Published: 3 Sept 2023, 7.05 pm"
    ) == Particulars(
        "A quiet day", "The Harbour Post", "https://harbour.example/a?b=1", "2023-09-03T19:05"
    )


def test_a_bare_address_names_the_outlet_too():
    particulars = told("https://www.harbour.example/pier\nCouncil votes to close pier")
    assert particulars.url == "https://www.harbour.example/pier"
    assert particulars.source == "harbour.example"
    assert particulars.title == "Council votes to close pier"


def test_a_standfirst_is_not_the_headline():
    head = "Council votes to close pier\nThe mayor says that she was not asked.\n2023-05-24 09:00"
    assert told(head).title == "Council votes to close pier"


def test_a_byline_without_a_date_stands_below_the_headline():
    particulars = told("The Harbour Post\nCouncil votes to close pier\nBy Ana Li")
    assert (particulars.title, particulars.source) == (
        "Council votes to close pier",
        "The Harbour Post",
    )


def test_an_outlet_behind_the_headline():
    particulars = told("Council votes to close pier | The Harbour Post\nBy Ana Li")
    assert (particulars.title, particulars.source) == (
        "Council votes to close pier",
        "The Harbour Post",
    )


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("24 May 2023", "2023-05-24"),
        ("Wed, 24th of May, 2023", "2023-05-24"),
        ("May 24, 2023", "2023-05-24"),
        ("Published on 24 May 2023 at 11:41", "2023-05-24T11:41"),
        ("Updated 11:41 PM EDT, Wed May 24, 2023", "2023-05-24T23:41"),
        ("Ana Li | 24 May 2023 | 12:05 a.m. | 3 min read", "2023-05-24T00:05"),
        ("2023-05-24T11:41:09Z", "2023-05-24T11:41"),
        ("24.05.2023, 11:41", "2023-05-24T11:41"),
        ("24/05/2023", "2023-05-24"),
        ("05/24/2023", "2023-05-24"),
        ("Date: 2023-05-24", "2023-05-24"),
        ("24 травня 2023, 11:41", "2023-05-24T11:41"),
        ("24 мая 2023", "2023-05-24"),
        ("الأربعاء 24 مايو 2023 – 18:30", "2023-05-24T18:30"),
        ("Le 24 mai 2023", "2023-05-24"),
        ("24. Mai 2023", "2023-05-24"),
        ("24 de mayo de 2023", "2023-05-24"),
        ("03/04/2023", ""),
        ("31 February 2023", ""),
        ("24 May", ""),
        ("24 May 20231", ""),
        ("Five lessons learnt from May 24, 2023", ""),
        ("On 24 May 2023 the council of Saltmere decided what nobody had expected.", ""),
    ],
)
def test_a_dateline_gives_the_date_and_nothing_is_guessed(line, published):
    assert told(f"Council votes to close pier\n{line}").published == published


@pytest.mark.parametrize(
    "line", ["News", "World politics", "By Ana Li", "A council decides.", "a post"]
)
def test_what_is_no_outlet_is_not_taken_for_one(line):
    assert told(f"{line}\nCouncil votes to close pier\n24 May 2023").source == ""


def test_a_series_above_the_headline_is_no_outlet():
    head = "Skip to content\nThe Long Read\nCouncil votes to close pier\n24 May 2023"
    assert told(head).source == ""


def test_an_unknown_title_falls_back_to_the_first_line_and_then_to_the_name_of_the_file():
    assert particulars_of("Hm\n").title == "Hm"
    assert particulars_of("\u200b\n", name="pier-2023.txt").title == "pier-2023"
    assert particulars_of("", name=".txt").title == ".txt"


@pytest.mark.parametrize(
    "text",
    [
        "Pier closed\n\nThe café's owner said on Tuesday that nobody had asked",
        "Pier closed\n\nThe café's owner said on Tuesday that …\n\nNobody denied it.",
        "Pier closed\n\nThe mayor said no.",
        "Pier closed\n\nIt was not before Tuesday night that the council of Saltmere told the owner"
        " of the café which\nstands there.",
    ],
)
def test_a_short_line_above_a_sentence_is_the_title_and_no_outlet(text):
    assert particulars_of(text) == Particulars("Pier closed")


@pytest.mark.parametrize(
    "head",
    [
        "Harbour Post\n\nCouncil votes to close pier",
        "Saltmere Lamp\n\nCouncil votes to close pier",
        "Harbour Post\n\nCouncil votes to close pier.",
    ],
)
def test_a_masthead_above_a_headline_stays_the_outlet(head):
    particulars = told(head)
    assert particulars.title.removesuffix(".") == "Council votes to close pier"
    assert particulars.source == head.partition("\n")[0]


def test_a_long_first_line_is_shortened():
    title = particulars_of("word " * 100).title
    assert len(title) == 200
    assert title.endswith("…")


def test_a_title_is_one_line_without_invisible_characters():
    assert told("Council\u202e votes\tto close\u00a0pier").title == "Council votes to close pier"


def test_a_right_to_left_headline_is_found():
    particulars = particulars_of(
        "تخطَّ إلى المحتوى\nصحيفة الساحل\nالرئيسية   بحار   رأي\n\nبلدية الساحل تنفي إغلاق الرصيف\n\n"
        "24 مايو 2023\n\nقالت رئيسة البلدية إن الرصيف مفتوح."
    )
    assert particulars.title == "بلدية الساحل تنفي إغلاق الرصيف"
    assert particulars.source == "صحيفة الساحل"
    assert particulars.published == "2023-05-24"


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.text(max_size=20)
        | st.sampled_from(
            [
                "24 May 2023",
                "By Ana",
                "Source:",
                "Published: 99.99.2023",
                "https://[",
                " | ",
                "00:99",
            ]
        ),
        max_size=12,
    ).map("\n".join)
)
def test_any_text_has_a_title_of_one_line(text):
    particulars = particulars_of(text, name="saved.txt")
    assert particulars.title
    assert "\n" not in particulars.title
    assert len(particulars.title) <= 200
