"""A question with two answers in words, for the few moments when Undo would not help."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from caregiver_app.ui.forms import Dialog
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.buttons import DANGER, PLAIN, PRIMARY, Button
from caregiver_app.ui.widgets.texts import Text


class Question(Dialog):
    """Asks; the first answer is the safe one and the default."""

    WIDTH = 460

    def __init__(
        self,
        parts: Parts,
        title: str,
        sentence: str,
        *,
        yes: str,
        no: str,
        harmful: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parts, title, parent)
        self.body.addWidget(Text(self.theme, sentence))
        self.body.addStretch(1)
        self.no_button = Button(self.theme, no, kind=DANGER if harmful else PLAIN)
        self.yes_button = Button(self.theme, yes, kind=PRIMARY)
        self.foot.addStretch(1)
        self.foot.addWidget(self.no_button)
        self.foot.addWidget(self.yes_button)
        self.yes_button.setDefault(True)
        self.yes_button.setFocus()
        self.no_button.clicked.connect(self._say_no)
        self.yes_button.clicked.connect(self.accept)

    def _say_no(self) -> None:
        self.done(self.DialogCode.Rejected)

    def reject(self) -> None:
        """Esc, or closing the window, is the safe answer: a key pressed twice loses nothing."""
        self.accept()


def ask(
    parts: Parts, title: str, sentence: str, *, yes: str, no: str, harmful: bool = False, parent: QWidget | None = None
) -> bool:
    """Ask and wait: True for the first answer."""
    return bool(Question(parts, title, sentence, yes=yes, no=no, harmful=harmful, parent=parent).exec())
