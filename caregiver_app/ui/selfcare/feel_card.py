"""“How are you today?” Four answers, none chosen, none needed; nobody else sees them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup

from caregiver_app.domain.selfcare import Feel
from caregiver_app.domain.selfcare_words import feel_words
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.buttons import QUIET, Button
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.flow import Flow
from caregiver_app.ui.widgets.segmented import Segment
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr


class FeelCard(Card):
    """`felt` brings the answer, or None when it is taken back."""

    felt = Signal(object)  # Feel | None

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        title = tr("How are you today?")
        self.setAccessibleName(title)
        self._group = QButtonGroup(self)
        self.choices = {feel: Segment(theme, feel_words(feel)) for feel in Feel}
        for choice in self.choices.values():
            choice.setAccessibleDescription(title)
            self._group.addButton(choice)
        self._group.buttonClicked.connect(self._chosen)
        self.clear_button = Button(theme, tr("Take it back"), kind=QUIET)
        self.clear_button.clicked.connect(self._cleared)
        self.body.addWidget(Text(theme, title, "h3"))
        self.body.addWidget(Text(theme, tr("Only you see this. Skip it any time."), ink="text2"))
        self.body.addWidget(Flow(theme.px(12), [*self.choices.values(), self.clear_button]))

    def show_feeling(self, feel: Feel | None) -> None:
        """Show the answer of today, if there is one."""
        if feel is None and self.clear_button.hasFocus():
            next(iter(self.choices.values())).setFocus()
        self._group.setExclusive(False)  # else the last answer could not be taken back
        for each, choice in self.choices.items():
            choice.setChecked(each is feel)
        self._group.setExclusive(True)
        self.clear_button.setVisible(feel is not None)

    def _chosen(self) -> None:
        self.felt.emit(next(feel for feel, choice in self.choices.items() if choice.isChecked()))

    def _cleared(self) -> None:
        self.felt.emit(None)
