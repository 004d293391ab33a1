"""What went wrong with printing or saving, and the ways out of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.domain.problems import FileProblem
from caregiver_app.ui.accessibility import announce
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.buttons import PLAIN, Button
from caregiver_app.ui.widgets.card import INK, Card
from caregiver_app.ui.widgets.flow import Flow
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr


class Trouble(Card):
    """Hidden until something goes wrong. `save_wanted` asks for the PDF, or for another place for it."""

    save_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, tone="danger", parent=parent)
        self._again: Callable[[], object] | None = None
        self.what = Text(theme, "", "strong", ink="on_danger_soft")
        self.what_to_do = Text(theme, "", ink="on_danger_soft")
        self.again_button = Button(theme, tr("Try again"), kind=PLAIN)
        self.save_button = Button(theme, "", kind=PLAIN)
        self.again_button.clicked.connect(self._try_again)
        self.save_button.clicked.connect(self.save_wanted)
        self.body.addWidget(self.what)
        self.body.addWidget(self.what_to_do)
        self.body.addWidget(Flow(theme.px(8), (self.again_button, self.save_button)))
        self.hide()

    def tell(
        self,
        problem: FileProblem,
        *,
        tone: str = "danger",
        again: Callable[[], object] | None = None,
        save: str = "",
    ) -> None:
        """Show a problem with one or two ways out, and go to the first."""
        self._again = again
        self.set_tone(tone)
        for words in (self.what, self.what_to_do):
            words.set_ink(INK[tone])
        self.what.setText(problem.what)
        self.what_to_do.setText(problem.what_to_do)
        self.setAccessibleName(str(problem))
        self.again_button.setVisible(again is not None)
        self.save_button.setText(save)
        self.save_button.setVisible(bool(save))
        self.show()
        announce(self, str(problem))
        (self.again_button if again else self.save_button).setFocus()

    def clear(self) -> None:
        """Nothing is wrong any more."""
        self.hide()

    def _try_again(self) -> None:
        again = self._again
        self.clear()
        if again is not None:
            again()
