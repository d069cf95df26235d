"""The view of disagreements: what is listed, how it is told, and how one goes through it."""

from collections.abc import Callable, Iterator, Mapping

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.agreement.cases import NO_SPAN, Case, Cases, Order, Sought, cases
from app.agreement.study import Studied
from app.alignment.disagreements import Kind
from app.domain.label import DEFAULT_LABELS, Label
from tests.marked import marked
from tests.studies import studied, study
from ui.disagreements.case_delegate import CASE, HEADING
from ui.disagreements.case_model import Group, Role, Shown
from ui.disagreements.disagreements_view import NARROW, DisagreementsView
from ui.translation import install_plurals
from ui.widgets.plain import PlainLabel

PEOPLE = ("Anna", "Bert", "Chiara")
LABELS = [
    Label(str(number), plan.name, plan.key, plan.look, plan.hue, number)
    for number, plan in enumerate(DEFAULT_LABELS)
]
VERSIONS = {
    "taxes": {
        "Anna": "[Vell|actor] spoke. He said that [taxes fell|claim] in [Lorn|location].",
        "Bert": "[Vell|actor] spoke. He said that [taxes fell in Lorn|claim].",
        "Chiara": "[Vell|actor] spoke. He said that [taxes fell|denial] in [Lorn|location].",
    },
    "gates": {
        "Anna": "[The gates opened and the dam held|claim].",
        "Bert": "[The gates opened|claim] and [the dam held|claim].",
    },
    "agreed": {"Anna": "[Vell|actor] left.", "Bert": "[Vell|actor] left."},
}
TITLES = {"taxes": "Vell on taxes", "gates": "<b>The gates</b>", "agreed": "Vell"}


def articles(voices: Mapping[str, Mapping[str, str]] = VERSIONS) -> list[Studied]:
    return [studied(name, **said) for name, said in voices.items()]


def found(voices: Mapping[str, Mapping[str, str]] = VERSIONS) -> Cases:
    return cases(study(*articles(voices), annotators=PEOPLE))


def text_of(article: str) -> str:
    return marked(VERSIONS[article]["Anna"]).text


@pytest.fixture
def view(qapp: QApplication, qtbot: QtBot) -> Iterator[DisagreementsView]:
    install_plurals(qapp)
    shown = DisagreementsView()
    shown.resize(1200, 760)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    shown.show_cases(found(), titles=TITLES, labels=LABELS, text_of=text_of)
    yield shown
    shown.close()
    shown.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def lines(view: DisagreementsView) -> list[str]:
    model = view.list.cases
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def headings(view: DisagreementsView) -> list[str]:
    return [lines(view)[row] for row in view.list.cases.headings]


def read(words: str) -> str:
    """Return words as they are seen, without what keeps directions apart."""
    return words.replace("\u2068", "").replace("\u2069", "")


def choose(view: DisagreementsView, wanted: Callable[[Case], bool]) -> Case:
    case = next(one for one in view.list.cases.lines if isinstance(one, Case) and wanted(one))
    view.list.choose(view.list.cases.index_of(case))
    return case


def told(view: DisagreementsView) -> dict[str, str]:
    """Return what stands beside each name in the chosen case."""
    return {card.name.text(): read(card.remark.text()) for card in view.panel.voices}


def drawn(view: DisagreementsView) -> dict[str, list[str]]:
    """Return the words that are drawn as marked under each name."""
    return {card.name.text(): [one.quote for one in card.marked] for card in view.panel.voices}


def press(view: DisagreementsView, *keys: Qt.Key) -> None:
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)


def test_what_differs_is_listed_below_its_kind_with_words_labels_people_and_article(
    view: DisagreementsView,
) -> None:
    assert headings(view) == [
        "Same place, other label: 1",
        "Same label, other boundary: 1",
        "Other label and other boundary: 1",
        "Only one marked: 2",
        "Split or merged: 1",
    ]
    assert lines(view)[1].startswith("Same place, other label, claim / denial, “taxes fell”, ")
    assert "Vell on taxes" in lines(view)[1]


def test_the_line_at_the_head_adds_up(view: DisagreementsView) -> None:
    assert view.head.sum.text() == (
        "2 × 5 agreed + 11 in 6 disagreements = 21 annotations, in 3 pairs  ·  F1 = 10 / 21 = .476"
    )


def test_the_sum_is_that_of_the_label_and_the_pair_that_are_sought(
    view: DisagreementsView,
) -> None:
    view.show_only(Sought(label="actor", pair=frozenset({"Anna", "Bert"})))
    assert view.head.sum.text().endswith("F1 = 4 / 4 = 1.000")


def test_a_cell_is_said_to_hold_what_the_table_says(view: DisagreementsView) -> None:
    for cell, times in (("claim", "denial"), 2), ((NO_SPAN, "claim"), 1), (("actor", "actor"), 4):
        view.show_only(Sought(cell=cell, disagreeing_only=False))
        assert view.head.sum.text().startswith(f"{times} in this cell of the table of labels, in ")


def test_what_narrows_the_list_is_said_and_can_be_dropped(view: DisagreementsView) -> None:
    view.show_only(Sought(label="claim", pair=frozenset({"Bert", "Anna"})))
    said = {field: read(chip.words) for field, chip in view.head.drops.items()}
    assert said == {"label": "Claim", "pair": "Anna and Bert"}
    before = len(lines(view))
    view.head.drops["pair"].click()
    assert list(view.head.drops) == ["label"]
    assert len(lines(view)) > before


def test_a_cell_is_said_in_words(view: DisagreementsView) -> None:
    pair = frozenset({"Anna", "Bert"})
    view.show_only(Sought(cell=("location", NO_SPAN), pair=pair))
    assert read(view.head.drops["cell"].words) == "Location by Anna, nothing by Bert"


def test_kinds_are_counted_and_chosen_by_chip_or_key(view: DisagreementsView) -> None:
    view.list.setFocus()
    assert view.head.kinds[None].accessibleName() == "Agreed: 5"
    press(view, Qt.Key.Key_4)
    assert not view.head.kinds[Kind.MISSING].isChecked()
    assert "Only one marked: 2" not in headings(view)
    view.head.kinds[None].click()
    assert headings(view)[-1] == "Agreed: 5"
    assert view.head.title.text() == "Agreed or not"
    press(view, Qt.Key.Key_0)
    assert len(headings(view)) == 5


def test_all_versions_stand_below_each_other_and_say_how_they_differ(
    view: DisagreementsView,
) -> None:
    choose(view, lambda case: case.kind is Kind.BOUNDARY)
    assert "ends 8 characters later" in view.panel.sentence.text()
    assert told(view) == {
        "Anna": "",
        "Bert": "ends 8 characters later",
        "Chiara": "says denial where Anna says claim",
    }
    assert drawn(view)["Bert"] == ["taxes fell in Lorn"]
    assert drawn(view)["Chiara"] == ["taxes fell", "Lorn"]


def test_who_marks_nothing_here_says_so(view: DisagreementsView) -> None:
    voices = {"agreed": {"Anna": "[Vell|actor] left.", "Bert": "Vell left."}}
    view.show_cases(found(voices), titles=TITLES, labels=LABELS, text_of=text_of)
    assert told(view) == {"Anna": "", "Bert": "says nothing here"}
    assert "Anna, not Bert" in read(lines(view)[1])
    assert view.panel.voices[1].view.accessibleName() == "Bert; says nothing here"


def test_a_split_says_in_how_many_pieces(view: DisagreementsView) -> None:
    choose(view, lambda case: case.kind is Kind.SPLIT)
    assert "in 2 pieces" in told(view)["Bert"]
    assert drawn(view)["Bert"] == ["The gates opened", "the dam held"]


def test_keys_go_from_case_to_case_and_pass_over_headings(view: DisagreementsView) -> None:
    view.list.setFocus()
    press(view, Qt.Key.Key_Home)
    seen = [view.chosen]
    for _ in range(5):
        press(view, Qt.Key.Key_Down)
        seen.append(view.chosen)
    assert None not in seen
    assert [one.kind for one in seen if one] == [
        *(Kind.LABEL, Kind.BOUNDARY, Kind.BOTH, Kind.MISSING, Kind.MISSING, Kind.SPLIT)
    ]
    press(view, Qt.Key.Key_K)
    assert view.chosen is seen[4]
    press(view, Qt.Key.Key_J)
    assert view.chosen is seen[5]
    press(view, Qt.Key.Key_Home)
    assert view.chosen is seen[0]
    press(view, Qt.Key.Key_Up)
    assert view.chosen is seen[0]
    press(view, Qt.Key.Key_End)
    assert view.chosen is seen[5]


def test_one_can_step_on_from_elsewhere_until_the_end(view: DisagreementsView) -> None:
    steps = []
    while (case := view.step(1)) is not None:
        assert view.chosen is case
        steps.append(case)
    assert len(steps) == 5
    assert view.step(-1) is steps[-2]


def test_enter_and_a_double_click_open_the_article_and_escape_goes_back(
    view: DisagreementsView, qtbot: QtBot
) -> None:
    view.list.setFocus()
    with qtbot.waitSignal(view.opened) as asked:
        press(view, Qt.Key.Key_Return)
    assert asked.args == [view.chosen]
    with qtbot.waitSignal(view.opened):
        view.panel.open_it.click()
    with qtbot.waitSignal(view.left):
        press(view, Qt.Key.Key_Escape)


def test_names_are_hidden_behind_letters_everywhere(view: DisagreementsView, qtbot: QtBot) -> None:
    view.list.setFocus()
    view.show_only(Sought(annotator="Bert"))
    with qtbot.waitSignal(view.names_changed) as changed:
        press(view, Qt.Key.Key_H)
    assert changed.args == [{"Anna": "A", "Bert": "B", "Chiara": "C"}]
    words = [label.text() for label in view.findChildren(PlainLabel) if label.isVisible()]
    everything = " ".join([*words, *lines(view), view.head.drops["annotator"].words])
    assert not any(name in everything for name in PEOPLE)
    press(view, Qt.Key.Key_H)
    assert "Anna" in told(view)


def test_another_order_and_other_headings(view: DisagreementsView) -> None:
    view.head.group.setCurrentIndex(view.head.group.findData(Group.ARTICLE))
    assert headings(view) == ["Vell on taxes: 5", "<b>The gates</b>: 1"]
    view.head.order.setCurrentIndex(view.head.order.findData(Order.SIZE))
    sizes = [line.size for line in view.list.cases.lines if isinstance(line, Case)]
    assert sizes[:5] == sorted(sizes[:5], reverse=True)


def test_the_chosen_case_stays_chosen_when_all_is_computed_again(view: DisagreementsView) -> None:
    before = choose(view, lambda case: case.kind is Kind.BOUNDARY)
    changed = dict(VERSIONS)
    changed["taxes"] = {
        **VERSIONS["taxes"],
        "Bert": "[Vell|actor] spoke. He said [that taxes fell in Lorn|claim].",
    }
    view.show_cases(found(changed), titles=TITLES, labels=LABELS, text_of=text_of)
    after = view.chosen
    assert after is not None
    assert after is not before
    assert (after.article, after.pair, after.kind) == ("taxes", ("Anna", "Bert"), Kind.BOUNDARY)


def test_texts_are_asked_for_only_where_they_are_seen(view: DisagreementsView) -> None:
    many = {
        f"article {number}": {
            "Anna": f"[Vell {number}|actor] left.",
            "Bert": f"Vell {number} left.",
        }
        for number in range(400)
    }
    asked = []

    def text(article: str) -> str:
        asked.append(article)
        return marked(many[article]["Anna"]).text

    view.show_cases(found(many), titles=dict.fromkeys(many, "Vell"), labels=LABELS, text_of=text)
    QCoreApplication.processEvents()
    assert 0 < len(asked) < 40
    assert len(set(asked)) == len(asked)


def test_every_line_has_the_height_of_what_it_is(view: DisagreementsView) -> None:
    for sought in (Sought(), Sought(kind=Kind.MISSING), Sought(article="taxes"), Sought()):
        view.show_only(sought)
        model, list_ = view.list.cases, view.list
        heights = [list_.rowHeight(row) for row in range(model.rowCount())]
        expected = [CASE if isinstance(line, Case) else HEADING for line in model.lines]
        assert heights == expected


def test_where_nothing_differs_it_is_said_and_what_is_agreed_can_be_seen(
    view: DisagreementsView,
) -> None:
    view.show_cases(
        found({"agreed": VERSIONS["agreed"]}), titles=TITLES, labels=LABELS, text_of=text_of
    )
    assert view.nothing.isVisible()
    assert view.nothing.title == "Nothing differs here"
    view.drop.click()
    assert headings(view) == ["Agreed: 1"]


def test_a_filter_that_leaves_nothing_can_be_dropped(view: DisagreementsView) -> None:
    view.show_only(Sought(label="denial", article="gates"))
    assert view.nothing.isVisible()
    view.drop.click()
    assert len(headings(view)) == 5
    for kind in Kind:
        view.head.kinds[kind].setChecked(False)
    assert view.nothing.title == "Nothing of these kinds"
    view.drop.click()
    assert len(headings(view)) == 5


def test_keys_are_heard_where_nothing_is_left_and_again_in_the_list(
    view: DisagreementsView,
) -> None:
    view.list.setFocus()
    press(view, *(Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5))
    assert view.drop.hasFocus()
    press(view, Qt.Key.Key_5)
    assert headings(view) == ["Split or merged: 1"]
    assert view.list.hasFocus()


def test_a_study_of_nothing_says_what_is_missing(view: DisagreementsView) -> None:
    view.show_cases(found({}), titles={}, labels=LABELS, text_of=text_of)
    assert view.nothing.title == "Nothing to compare yet"
    assert not view.drop.isVisible()
    assert view.step(1) is None


def test_words_from_outside_are_shown_letter_by_letter(view: DisagreementsView) -> None:
    choose(view, lambda case: case.article == "gates")
    assert view.panel.article.text() == "<b>The gates</b>"
    tip = view.list.cases.index_of(view.chosen).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;" in tip
    assert "<b>" not in tip


def test_a_narrow_window_has_the_case_below_the_list(view: DisagreementsView) -> None:
    view.resize(NARROW - 20, 700)
    QCoreApplication.processEvents()
    assert view.panel.mapTo(view, view.panel.pos()).y() > view.list.mapTo(view, view.list.pos()).y()


def test_a_case_is_shown_with_its_labels_in_the_order_of_the_pair(view: DisagreementsView) -> None:
    case = choose(view, lambda one: one.kind is Kind.LABEL)
    shown = view.list.cases.index_of(case).data(Role.SHOWN)
    assert isinstance(shown, Shown)
    assert [label.name for label in shown.labels] == ["claim", "denial"]


def test_menus_hold_every_key(view: DisagreementsView) -> None:
    ((_, actions),) = view.menus()
    keys = {key.toString() for one in actions if one is not None for key in one.shortcuts()}
    assert {"Return", "J", "K", "H", "Esc", "0", *"123456"} <= keys
