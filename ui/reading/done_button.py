"""The button that says an article is done, and how it stands."""

from PySide6.QtWidgets import QWidget

from app.domain.assignment import State
from ui.theme.icons import icon
from ui.widgets.buttons import PrimaryButton
from ui.widgets.plain import action_text, plain_tooltip


class DoneButton(PrimaryButton):
    """Says what pressing it would do; "nothing to mark" is a fact of its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._is_about_any = False
        self._may_press = True
        self.show_state(None, 0)

    def let_press(self, *, on: bool) -> None:
        """Let it be pressed where there is an article, or not at all."""
        self._may_press = on
        self.setEnabled(self._is_about_any and on)

    def show_state(self, state: State | None, annotations: int) -> None:
        """Show how far the article on the desk is; None where there is none."""
        self._is_about_any = state is not None
        self.setEnabled(self._is_about_any and self._may_press)
        said = state is not None and state.is_done and state != State.CHANGED_SINCE
        if state == State.CHANGED_SINCE:
            words, why = self.tr("Mark done again"), self.tr("It was changed since you were done")
        elif state == State.DONE_EMPTY:
            words, why = self.tr("Done, nothing to mark"), self.tr("Press to reopen it")
        elif state == State.DONE:
            words, why = self.tr("Done"), self.tr("Press to reopen it")
        else:
            words, why = self.tr("Mark done"), self.tr("Say that you are done with this article")
            if state is not None and not annotations:
                why = self.tr("Say that you are done and found nothing to mark")
        self.setText(action_text(words))
        self.setAccessibleName(words)
        plain_tooltip(self, self.tr("{0}  (D)").format(why))
        self.setProperty("kind", "quiet" if said else "primary")
        self.setIcon(icon("check", tint="good" if said else "on_accent"))
        self.style().unpolish(self)
        self.style().polish(self)
