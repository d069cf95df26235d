"""Words are found where a reader sees them, however they are written, and nowhere else."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.characters import Kind, kind_of
from app.domain.finding import FoldedText, Wanted, alike, find, is_whole, possessive_end
from app.domain.span import Span

UNSEEN = "\u00ad\u200b\u200c\u200d\u2060"


def found(text: str, words: str, *, match_case: bool = False, whole_words: bool = False) -> list:
    folded = FoldedText(text, match_case=match_case)
    wanted = Wanted(words, match_case=match_case, whole_words=whole_words)
    return [span.of(text) for span in find(folded, wanted)]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Tolls rise. The tolls fell.", "tolls", ["Tolls", "tolls"]),
        ("Die Straße, die STRASSE", "strasse", ["Straße", "STRASSE"]),
        ("Die Straße, die STRASSE", "STRAßE", ["Straße", "STRASSE"]),
        ("In İzmir and I\u0307ZMIR", "izmir", ["İzmir", "I\u0307ZMIR"]),
        ("izmir", "İzmir", ["izmir"]),
        ("ΟΔΟΣ, οδος, οδός", "οδος", ["ΟΔΟΣ", "οδος"]),
        ("“We won’t,” he said", '"we won\'t,"', ["“We won’t,”"]),
        ('"We won\'t," he said', "“we won’t,”", ['"We won\'t,"']),
        ("a - b, a – b, a — b", "a—b", []),
        ("1914–18, 1914-18, 1914—18", "1914-18", ["1914–18", "1914-18", "1914—18"]),
        ("Joren\u00a0Aske, Joren \n Aske", "joren aske", ["Joren\u00a0Aske", "Joren \n Aske"]),
        ("Caf\u00e9, cafe\u0301, cafe", "CAFÉ", ["Caf\u00e9", "cafe\u0301"]),
        ("Caf\u00e9, cafe\u0301, cafe", "cafe", ["cafe"]),
        (
            "Vie\u0302\u0323t, Vi\u1ec7t, Vi\u1eb9\u0302t",
            "việt",
            ["Vie\u0302\u0323t", "Vi\u1ec7t", "Vi\u1eb9\u0302t"],
        ),
        ("co\u00adopera\u200btion", "cooperation", ["co\u00adopera\u200btion"]),
        ("Wait… wait...", "wait...", ["Wait…", "wait..."]),
        ("🙂🙂 tolls 🙂", "tolls 🙂", ["tolls 🙂"]),
        ("👨\u200d👩\u200d👧 and 👨", "👨", ["👨"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("what a mess", "ss", ["ss"]),
        ("Maß", "s", []),
        ("a.c abc", "a.c", ["a.c"]),
        ("anything", " \n\u00a0", []),
        ("anything", "", []),
        ("", "anything", []),
    ],
)
def test_words_are_found_however_they_are_written(text: str, words: str, expected: list) -> None:
    assert found(text, words) == expected


def test_with_case_asked_for_only_case_makes_a_difference() -> None:
    text = "Mill, mill, MILL; “Mill”, Mi\u00adll"
    assert found(text, "Mill", match_case=True) == ["Mill", "Mill", "Mi\u00adll"]
    assert found(text, '"Mill"', match_case=True) == ["“Mill”"]
    assert found("Straße strasse", "strasse", match_case=True) == ["strasse"]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Kyiv's mayor, Kyiv’s, Kyivan", "kyiv", ["Kyiv", "Kyiv"]),
        ("the families’ fear of families", "families", ["families", "families"]),
        ("Gora-Podol, Gora", "gora", ["Gora"]),
        ("L’Ukraine et l'Ukraine", "ukraine", ["Ukraine", "Ukraine"]),
        ("O’Brien, Brien", "brien", ["Brien"]),
        ("U.S. and U.S.-led", "u.s.", ["U.S."]),
        ("(Pell), “Pell” and Pell—met", "pell", ["Pell", "Pell", "Pell"]),
        ("中文新闻", "文新", ["文新"]),
        ("Pell 3 Pell3", "pell", ["Pell"]),
        ("the “quay”.", "the “quay”", ["the “quay”"]),
    ],
)
def test_whole_words_end_where_words_do_but_for_a_possessive(
    text: str, words: str, expected: list
) -> None:
    assert found(text, words, whole_words=True) == expected


def test_a_possessive_ends_after_its_s() -> None:
    assert possessive_end("Kyiv's mayor", 4) == 6
    assert possessive_end("Kyiv mayor", 4) == 4
    assert possessive_end("Kyivan", 4) == 4
    assert not is_whole("Kyivan", Span(0, 4))


def test_alike_is_what_finds_each_other() -> None:
    assert alike("The  mayor’s", "the mayor's")
    assert not alike("The mayor", "the mayor", match_case=True)
    assert alike("caf\u00e9", "cafe\u0301", match_case=True)


def seen(words: str, *, match_case: bool) -> str:
    """What a reader sees, said letter by letter and slowly."""
    folded = "".join(letter for letter in words if letter not in UNSEEN)
    folded = unicodedata.normalize("NFD", folded)
    if not match_case:
        folded = unicodedata.normalize("NFD", folded.casefold()).replace("i\u0307", "i")
    for alike_ones, plain in (("‘’", "'"), ("“”", '"'), ("–—", "-")):
        for sign in alike_ones:
            folded = folded.replace(sign, plain)
    return " ".join(folded.replace("…", "...").split())


def slowly(text: str, words: str, *, match_case: bool) -> list[Span]:
    """Try every stretch, the leftmost first, that neither begins nor ends in what is not looked
    for and cuts no letter from its marks."""
    wanted, result, start = seen(words, match_case=match_case), [], 0
    while wanted and start < len(text):
        stretch = next(
            (
                Span(start, end)
                for end in range(start + 1, len(text) + 1)
                if not any(
                    text[edge].isspace() or text[edge] in UNSEEN for edge in (start, end - 1)
                )
                and not (start and kind_of(text[start]) is Kind.MARK)
                and not (end < len(text) and kind_of(text[end]) is Kind.MARK)
                and seen(text[start:end], match_case=match_case) == wanted
            ),
            None,
        )
        result += [stretch] if stretch else []
        start = stretch.end if stretch else start + 1
    return result


awkward = st.text("aAbiIsSßİıéEe\u0301\u0307\u0323 \n\u00a0'’“\"-—….🙂\u00ad\u200b", max_size=14)


@given(text=awkward, words=awkward, match_case=st.booleans())
def test_any_words_are_found_where_trying_every_stretch_finds_them(
    text: str, words: str, match_case: bool
) -> None:
    quickly = list(find(FoldedText(text, match_case=match_case), Wanted(words, match_case)))
    assert quickly == slowly(text, words, match_case=match_case)


@given(before=awkward, words=awkward, after=awkward)
def test_a_stretch_of_the_text_is_found_there_unless_letters_are_cut(
    before: str, words: str, after: str
) -> None:
    text = f"{before}. {words} .{after}"
    trimmed = words.strip().strip(UNSEEN).strip()
    spans = list(find(FoldedText(text), Wanted(words)))
    assert all(alike(span.of(text), words) for span in spans)
    assert bool(spans) == bool(slowly(text, words, match_case=False)) or not trimmed
