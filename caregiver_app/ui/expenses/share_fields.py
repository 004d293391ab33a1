"""Who laid money out and who carries it: a row for each person, and what each one’s share comes to, to the cent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_app.domain.entries import parse_count, parse_dollars
from caregiver_app.domain.expenses import MOST_PARTS
from caregiver_app.domain.money.shares import split
from caregiver_app.domain.money_words import dollars
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.ui.expenses.choices import person_words
from caregiver_app.ui.expenses.draft import ExpenseDraft
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.beside import Beside
from caregiver_app.ui.widgets.fields import ComboBox, Field, LineEdit
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr

ROW_EMS = 30


class ShareFields(QWidget):
    """`changed` comes with every letter."""

    changed = Signal()

    def __init__(
        self, theme: Theme, draft: ExpenseDraft, people: Sequence[Person], at_once: Sequence[Person]
    ) -> None:
        super().__init__()
        self._theme, self._draft = theme, draft
        self._people = {person.id: person for person in people}
        self.paid: dict[UUID, LineEdit] = {}
        self.parts: dict[UUID, LineEdit] = {}
        self._paid_fields: list[Field] = []
        self._several = False
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.px(12))
        why = tr("Parts say who carries how much: 1 and 1 is half each, 2 and 1 is two thirds and one third.")
        self.told = Text(theme, "", ink="text2")
        self.wrong = Text(theme, "", "caption", ink="danger")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(Text(theme, why, "caption", ink="text2"))
        column.addLayout(self._rows)
        column.addWidget(self.told)
        column.addWidget(self.wrong)
        for person in at_once:
            self._add(person)
        self.another = ComboBox(theme)  # behind the rows, so that Tab walks down
        self.another_field = Field(theme, tr("Add a person here"), self.another)
        column.addWidget(self.another_field)
        self._offer_others()
        self.another.activated.connect(self._another)

    def _add(self, person: Person) -> None:
        is_you = person.role is Role.CAREGIVER
        parts = self.parts[person.id] = LineEdit(self._draft.parts.get(person.id, ""))
        paid = self.paid[person.id] = LineEdit(self._draft.paid.get(person.id, ""))
        words = tr("Your parts") if is_you else tr("Parts of {name}").format(name=person.name)
        paid_words = tr("You paid") if is_you else tr("{name} paid").format(name=person.name)
        paid_field = Field(self._theme, paid_words, paid)
        self._paid_fields.append(paid_field)
        self._rows.addWidget(Beside(self._theme, ROW_EMS, [Field(self._theme, words, parts), paid_field]))
        paid_field.setVisible(self._several)
        for line in (parts, paid):
            line.setPlaceholderText("0")
            line.textChanged.connect(self.changed)

    def _offer_others(self) -> None:
        self.another.clear()
        self.another.add(tr("Choose a person"), None)
        for person in self._people.values():
            if person.id not in self.paid:
                self.another.add(person_words(person), person.id)
        self.another_field.setVisible(self.another.count() > 1)

    def _another(self, _index: int) -> None:
        person = self._people.get(self.another.value())  # type: ignore[call-overload]
        if person is not None:
            last = next(reversed(self.paid.values()), None)
            self._add(person)
            self._offer_others()
            if last is not None:
                QWidget.setTabOrder(last, self.parts[person.id])
                QWidget.setTabOrder(self.parts[person.id], self.paid[person.id])
            self.parts[person.id].setFocus()
            self.changed.emit()

    def typed(self) -> tuple[Mapping[UUID, str], Mapping[UUID, str]]:
        """What each one paid, and the parts each one carries."""
        return tuple({person: line.text() for person, line in lines.items()} for lines in (self.paid, self.parts))  # type: ignore[return-value]

    def show_paid(self, *, several: bool) -> None:
        """Amounts are asked only when several people paid."""
        self._several = several
        for field in self._paid_fields:
            field.setVisible(several)

    def begin(self, name: str) -> None:
        """Put the keyboard on the first amount, or for `shares` on the first part."""
        line = next(iter((self.parts if name == "shares" else self.paid).values()), None)
        if line is not None:
            line.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, sentence: str) -> None:
        """Say what is wrong with the amounts or the parts."""
        self.wrong.setText(sentence)
        self.wrong.show()

    def tell(self, amount: Decimal | None) -> None:
        """Say what each share comes to; nothing while it can’t be read."""
        self.wrong.setText("")
        try:
            weights = {
                person: parse_count(line.text(), "shares", MOST_PARTS)
                for person, line in self.parts.items()
                if line.text().strip() not in ("", "0")
            }
        except InvalidEntry as problem:
            self.wrong.setText(problem.message)
            weights = {}
        told = [self._left_words(amount)] if amount is not None else []
        if amount and weights:
            shares = split(amount, [Decimal(each) for each in weights.values()])
            named = zip(weights, shares, strict=True)
            words = [tr("{name} {share}").format(name=self._name(each), share=dollars(one)) for each, one in named]
            told.append(tr("Shares: {shares}.").format(shares=tr(", ").join(words)))
        self.told.setText(" ".join(filter(None, told)))
        self.told.setVisible(bool(self.told.text()))
        self.wrong.setVisible(bool(self.wrong.text()))

    def _left_words(self, amount: Decimal) -> str:
        """What is missing or too much in the amounts that several people paid."""
        lines = [line for line in self.paid.values() if line.isVisibleTo(self) and line.text().strip()]
        try:
            paid = sum((parse_dollars(line.text(), "paid_by") or Decimal(0) for line in lines), Decimal(0))
        except InvalidEntry as problem:
            self.wrong.setText(problem.message)
            return ""
        if not lines or paid == amount:
            return ""
        if paid < amount:
            return tr("{amount} is left to fill in.").format(amount=dollars(amount - paid))
        return tr("That is {amount} more than the cost.").format(amount=dollars(paid - amount))

    def _name(self, person_id: UUID) -> str:
        return person_words(self._people[person_id])
