"""Who laid money out and who carries it: a row for each person, and what each one’s share comes to, to the cent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from caregiver_app.domain.entries import parse_count, parse_dollars
from caregiver_app.domain.expenses import MOST_PARTS
from caregiver_app.domain.money.shares import split
from caregiver_app.domain.people import Person
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.ui.expenses.choices import person_words
from caregiver_app.ui.expenses.draft import ExpenseDraft
from caregiver_app.ui.expenses.words import dollars
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.fields import ComboBox, Field, LineEdit
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr


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
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(16))
        self._grid.setVerticalSpacing(theme.px(8))
        self._grid.setColumnStretch(0, 3)
        for column, stretch in ((1, 2), (2, 2)):
            self._grid.setColumnStretch(column, stretch)
        for column, words in enumerate((tr("Person"), tr("Paid, in dollars"), tr("Carries, in parts"))):
            self._grid.addWidget(Text(theme, words, "strong"), 0, column)
        self.another = ComboBox(theme)
        self.another_field = Field(theme, tr("Add a person to this table"), self.another)
        self.told = Text(theme, "", "caption", ink="text2")
        self.wrong = Text(theme, "", "caption", ink="danger")
        column_box = QVBoxLayout(self)
        column_box.setContentsMargins(0, 0, 0, 0)
        column_box.setSpacing(theme.px(12))
        column_box.addLayout(self._grid)
        for widget in (self.told, self.wrong, self.another_field):
            column_box.addWidget(widget)
        for person in at_once:
            self._add(person)
        self._offer_others()
        self.another.activated.connect(self._another)

    def _add(self, person: Person) -> None:
        row = len(self.paid) + 1
        name = person_words(person)
        paid = self.paid[person.id] = LineEdit(self._draft.paid.get(person.id, ""))
        parts = self.parts[person.id] = LineEdit(self._draft.parts.get(person.id, ""))
        paid.setPlaceholderText("0")
        parts.setPlaceholderText("0")
        paid.setAccessibleName(tr("{name} paid, in dollars").format(name=name))
        parts.setAccessibleName(tr("{name} carries, in parts").format(name=name))
        self._grid.addWidget(Text(self._theme, name), row, 0, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(paid, row, 1)
        self._grid.addWidget(parts, row, 2)
        paid.textChanged.connect(self.changed)
        parts.textChanged.connect(self.changed)

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
            self._add(person)
            self._offer_others()
            self.paid[person.id].setFocus()
            self.changed.emit()

    def typed(self) -> tuple[Mapping[UUID, str], Mapping[UUID, str]]:
        """What each one paid, and the parts each one carries."""
        return tuple({person: line.text() for person, line in lines.items()} for lines in (self.paid, self.parts))  # type: ignore[return-value]

    def show_paid(self, *, several: bool) -> None:
        """Amounts are asked only when several people paid."""
        for row in range(self._grid.rowCount()):
            item = self._grid.itemAtPosition(row, 1)
            if item is not None:
                item.widget().setVisible(several)

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
