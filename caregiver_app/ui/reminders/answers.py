"""The answers to one reminder of the list: done, later, not today; there only while it waits."""

from __future__ import annotations

from collections.abc import Sequence

from caregiver_app.domain.reminders import About, Due
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.reminders.deeds import ReminderDeeds
from caregiver_app.ui.reminders.later_button import LaterButton
from caregiver_app.ui.widgets.buttons import PLAIN, Button
from caregiver_app.words import tr


class Answers:
    """Three buttons for the foot of the list. What nobody typed has no Done, as on the card."""

    def __init__(self, parts: Parts) -> None:
        self._deeds = ReminderDeeds(parts.actions)
        self._dues: tuple[Due, ...] = ()
        self.done_button = Button(parts.theme, tr("Done"), kind=PLAIN, icon="check")
        self.later_button = LaterButton(parts.theme)
        self.not_today_button = Button(parts.theme, tr("Not today"), kind=PLAIN)
        self.later_button.asked.connect(self._offer_laters)

    @property
    def buttons(self) -> list[Button]:
        """All of them, in order."""
        return [self.done_button, self.later_button, self.not_today_button]

    def offer(self, dues: Sequence[Due]) -> None:
        """Be there for what waits of one thing, or not at all."""
        self._dues = tuple(dues)
        self.done_button.setVisible(any(due.about is About.OWN for due in dues))
        self.later_button.setVisible(bool(dues))
        self.not_today_button.setVisible(bool(dues))

    def _offer_laters(self) -> None:
        self.later_button.offer(self._deeds.laters(self._dues))
