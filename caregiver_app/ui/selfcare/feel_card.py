"""“How are you today?” Four answers, none chosen, none needed; nobody else sees them."""

from __future__ import annotations

from PySide6.QtCore import Signal

from caregiver_app.domain.selfcare import Feel
from caregiver_app.domain.selfcare_words import feel_words
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.buttons import QUIET, Button
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.flow import Flow
from caregiver_app.ui.widgets.segmented import Segmented
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr


class FeelCard(Card):
    """`felt` brings the answer, or None when it is taken back."""

    felt = Signal(object)  # Feel | None

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        title = tr("How are you today?")
        self.setAccessibleName(title)
        self.choice = Segmented(theme, title, {feel.value: feel_words(feel) for feel in Feel}, "")
        self.clear_button = Button(theme, tr("Take it back"), kind=QUIET)
        self.choice.chosen.connect(self._chosen)
        self.clear_button.clicked.connect(self._cleared)
        self.body.addWidget(Text(theme, title, "h3"))
        self.body.addWidget(Text(theme, tr("Only you see this. Skip it any time."), ink="text2"))
        self.body.addWidget(Flow(theme.px(12), [self.choice, self.clear_button]))

    def show_feeling(self, feel: Feel | None) -> None:
        """Show the answer of today, if there is one."""
        if feel is None:
            had = self.clear_button.hasFocus()
            self.choice.choose_none()
            if had:
                self.choice.setFocus()
        else:
            self.choice.choose(feel.value)
        self.clear_button.setVisible(feel is not None)

    def _chosen(self, value: str) -> None:
        self.felt.emit(Feel(value))

    def _cleared(self) -> None:
        self.felt.emit(None)
