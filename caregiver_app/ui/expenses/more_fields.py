"""What is rarer in the form of a cost: the day of the visit, who was paid, for whom, how, and notes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_app.domain.expenses import PaidHow
from caregiver_app.domain.people import Person, Role, in_role
from caregiver_app.ui.expenses.choices import paid_day_sentence, paid_how_choices, person_words
from caregiver_app.ui.expenses.draft import ExpenseDraft
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.beside import Beside
from caregiver_app.ui.widgets.fields import ComboBox, Field, LineEdit, TextArea
from caregiver_app.ui.widgets.typed_choice import TypedChoice
from caregiver_app.words import tr

ROW_EMS = 36


class MoreFields(QWidget):
    """The folded part of the form."""

    def __init__(self, theme: Theme, draft: ExpenseDraft, people: Sequence[Person], payees: Sequence[str]) -> None:
        super().__init__()
        self.payee = TypedChoice(theme, draft.payee, payees, find=True)
        self.served_on = LineEdit(draft.served_on)
        self.served_on.setPlaceholderText(tr("The same day"))
        self.for_whom, self.paid_how = ComboBox(theme), ComboBox(theme)
        cared_for = in_role(people, Role.CARED_FOR)
        self.for_whom.add(cared_for.name if cared_for is not None else tr("The one you care for"), None)
        for person in people:
            if person.role is not Role.CARED_FOR:
                self.for_whom.add(person_words(person), person.id)
        self.for_whom.choose(draft.for_id)
        for words, how in paid_how_choices():
            self.paid_how.add(words, how)
        self.paid_how.choose(draft.paid_how)
        self.notes = TextArea(theme, draft.notes, lines=2)
        self.fields = {
            "payee": Field(theme, tr("Who was paid"), self.payee, optional=True),
            "served_on": Field(theme, tr("Day of the visit or purchase"), self.served_on, optional=True),
            "for_id": Field(theme, tr("For whom"), self.for_whom),
            "paid_how": Field(theme, tr("How it was paid"), self.paid_how),
            "notes": Field(theme, tr("Notes"), self.notes, optional=True),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(16))
        column.addWidget(Beside(theme, ROW_EMS, [self.fields["payee"], self.fields["served_on"]]))
        column.addWidget(Beside(theme, ROW_EMS, [self.fields["for_id"], self.fields["paid_how"]]))
        column.addWidget(self.fields["notes"])
        self.paid_how.currentIndexChanged.connect(self._tell_day)
        self._tell_day()

    def _tell_day(self) -> None:
        how = self.paid_how.value()
        assert isinstance(how, PaidHow), "the list holds nothing else"
        self.fields["paid_how"].set_help(paid_day_sentence(how))

    def typed(self) -> dict[str, object]:
        """What stands in these fields, by the names of the draft."""
        return {
            "payee": self.payee.text(),
            "served_on": self.served_on.text(),
            "for_id": self.for_whom.value(),
            "paid_how": self.paid_how.value(),
            "notes": self.notes.toPlainText(),
        }
