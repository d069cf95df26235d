"""What the desk says while there is no article on it: receive some, or wait to be given some."""

from PySide6.QtWidgets import QWidget

from ui.theme.icons import icon
from ui.widgets.buttons import PrimaryButton
from ui.widgets.empty_state import EmptyState


class NothingToRead(EmptyState):
    """Offers to receive articles where there are none; `receive` is the button for that."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.receive = PrimaryButton(
            self.tr("Receive articles…"), icon=icon("import", tint="on_accent")
        )
        super().__init__("articles", "", parent=parent, buttons=(self.receive,))
        self.say(is_allotted=False)

    def say(self, *, is_allotted: bool) -> None:
        """Say why there is nothing: no articles, or, where others have some, none for this one."""
        self.receive.setVisible(not is_allotted)
        if is_allotted:
            self.set_words(
                self.tr("Nothing is allotted to you yet"),
                self.tr("As soon as you are given articles to read, they stand here."),
            )
        else:
            self.set_words(
                self.tr("No articles yet"),
                self.tr("Receive plain text or JSONL files: choose them, or drop them here."),
            )
