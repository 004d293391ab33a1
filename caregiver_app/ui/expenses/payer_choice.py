"""Who paid: the caregiver, somebody else, several people, or nobody yet."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from caregiver_app.domain.people import Person, Role
from caregiver_app.ui.expenses.choices import person_words
from caregiver_app.ui.expenses.draft import Payer
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.fields import ComboBox
from caregiver_app.words import tr


class PayerChoice(ComboBox):
    """`value` is None for the caregiver, the id of a person, or a Payer."""

    def __init__(self, theme: Theme, people: Sequence[Person], payer: UUID | Payer | None) -> None:
        super().__init__(theme)
        self.add(tr("You"), None)
        for person in people:
            if person.role is not Role.CAREGIVER:
                self.add(person_words(person), person.id)
        self.add(tr("Several people…"), Payer.SEVERAL)
        self.add(tr("Not paid yet"), Payer.NOT_YET)
        self.choose(payer)
