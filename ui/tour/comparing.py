"""The tour's look at agreement: from the headline to the words by two keys, and back by as many."""

from ui.agreement.agreement_page import AgreementPage, Part
from ui.driving import press
from ui.main_window import MainWindow
from ui.theme.appearance import Choice
from ui.tour.guide import Guide


def compare(guide: Guide, window: MainWindow) -> None:
    """Read the figures, go to the cases behind one and to the words of the first, and come back."""
    press(window, "Ctrl+Shift+M")
    page = window.visiting.page
    assert isinstance(page, AgreementPage)  # noqa: S101 - its key was pressed
    guide.until(lambda: page.measured is not None, "agreement is measured")
    guide.picture(window, "agreement-light")
    window.appearance.set_choice(Choice.DARK)
    guide.picture(window, "agreement-dark")
    window.appearance.set_choice(Choice.LIGHT)
    f1 = page.figures.f1.value.text()
    press(page.figures.f1, "Space")
    guide.until(lambda: page.part is Part.CASES, "the headline opens the disagreements")
    guide.picture(window, "disagreements")
    _press(window, "Return")
    guide.until(lambda: page.part is Part.VERSIONS, "a disagreement opens the article")
    guide.picture(window, "versions")
    _press(window, "Esc")
    guide.until(lambda: page.part is Part.CASES, "Escape leads back to the disagreements")
    _press(window, "Esc")
    guide.until(lambda: page.part is Part.FIGURES, "Escape leads back to the figures")
    press(window, "Ctrl+Shift+M")
    guide.say(f"read how far they agree (F1 {f1}), and stood before the words where they do not")


def _press(window: MainWindow, key: str) -> None:
    """Press a key on whatever has the focus."""
    press(window.focusWidget(), key)
