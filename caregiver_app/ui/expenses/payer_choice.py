"""Who paid: the caregiver, somebody else, several people, or nobody yet."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtGui import QKeyEvent

from caregiver_app.domain.people import Person, Role
from caregiver_app.ui.expenses.choices import person_words
from caregiver_app.ui.expenses.draft import Payer
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.fields import ComboBox
from caregiver_app.words import tr


class PayerChoice(ComboBox):
    """`value` is None for the caregiver, the id of a person, or a Payer.

    `is_from_list` tells whether the last choice was made in the opened list, not by arrow keys over the closed one.
    """

    def __init__(self, theme: Theme, people: Sequence[Person], payer: UUID | Payer | None) -> None:
        super().__init__(theme)
        self.add(tr("You"), None)
        for person in people:
            if person.role is not Role.CAREGIVER:
                self.add(person_words(person), person.id)
        self.add(tr("Several people…"), Payer.SEVERAL)
        self.add(tr("Not paid yet"), Payer.NOT_YET)
        self.choose(payer)
        self.is_from_list = False

    def showPopup(self) -> None:
        self.is_from_list = True
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.is_from_list = False  # its arrows walk from one to the next, the keyboard stays here
        super().keyPressEvent(event)
