"""How new costs are shared, and money that people of the family gave each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import partial
from itertools import pairwise
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from caregiver_app.domain.entries import parse_count, parse_dollars
from caregiver_app.domain.expenses import MOST_PARTS, AgreedShares, PaidBack, Share
from caregiver_app.domain.money.shares import split
from caregiver_app.domain.money_words import dollars
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.services.expenses import family
from caregiver_app.ui.expenses.choices import payers_of
from caregiver_app.ui.expenses.draft import day_text, read_day
from caregiver_app.ui.forms import Editor
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.beside import Beside
from caregiver_app.ui.widgets.checks import CheckBox
from caregiver_app.ui.widgets.fields import ComboBox, Field, LineEdit
from caregiver_app.ui.widgets.segmented import Segmented
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr

EXAMPLE = Decimal("100.00")
EQUAL, TYPED = "equal", "typed"
ROW_EMS = 26


def sharers(people: Sequence[Person], agreed: AgreedShares) -> list[Person]:
    """Who may share: the family circle with the two in the middle, and all that are in the agreement."""
    named = {share.person_id for share in agreed.shares}
    found = [
        each for each in payers_of(people) if each.role is not Role.HELPER or each.family_circle or each.id in named
    ]
    return found + [each for each in people if each.id in named and each not in found]


def share_words(shares: Sequence[Share], names: Mapping[UUID, str], amount: Decimal = EXAMPLE) -> str:
    """What each one carries of an amount, exact to the cent: “Of $100.00: Sam $66.67, Rosa $33.33”."""
    carried = split(amount, [Decimal(share.parts) for share in shares])
    each = tr(", ").join(
        tr("{name} {share}").format(name=names.get(share.person_id, tr("Somebody")), share=dollars(one))
        for share, one in zip(shares, carried, strict=True)
    )
    return tr("Of {amount}: {each}.").format(amount=dollars(amount), each=each)


def how_words(shares: Sequence[Share], names: Mapping[UUID, str]) -> str:
    """How new costs are shared, in plain words."""
    carry = [share for share in shares if share.parts]
    if not carry:
        return tr("New costs are not shared.")
    if len(carry) == 1:
        return tr("{name} carries all of it.").format(name=names.get(carry[0].person_id, tr("Somebody")))
    if len({share.parts for share in carry}) > 1:
        parts = tr(", ").join(
            tr("{name} {parts}").format(name=names.get(share.person_id, tr("Somebody")), parts=share.parts)
            for share in carry
        )
        return tr("In parts: {parts}.").format(parts=parts)
    named = {2: tr("Half each."), 3: tr("A third each."), 4: tr("A quarter each.")}
    return named.get(len(carry), tr("The same part for each of {n} people.").format(n=len(carry)))


class AgreedEditor(Editor):
    """Tick who shares; equal parts at first, or parts that are typed. An example is shown to the cent."""

    WIDTH = 600

    def __init__(self, parts: Parts, people: Sequence[Person], names: Mapping[UUID, str], parent: QWidget) -> None:
        super().__init__(parts, tr("How new costs are shared"), tr("Use this from now on"), parent)
        self._names = names
        self._agreed = parts.actions.read(family.agreed)
        theme = self.theme
        self.boxes: dict[UUID, CheckBox] = {}
        self.lines: dict[UUID, LineEdit] = {}
        self._labels: dict[UUID, Text] = {}
        self.body.addWidget(Text(theme, tr("Costs that are there already keep their own shares."), ink="text2"))
        self._add_people(people)
        self._others = [each for each in payers_of(people) if each.id not in self.boxes]
        self.another = ComboBox(theme)
        self._another_field = Field(theme, tr("Add somebody else"), self.another, optional=True)
        self.how = Text(theme, "", "strong")
        self.example = Text(theme, "")
        for widget in (self._another_field, self.how, self.example):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self._offer_others()
        self.by.chosen.connect(self.look)
        self.another.activated.connect(self._add_another)
        self.look()

    def _add_people(self, people: Sequence[Person]) -> None:
        """A row for each one who may share, below the choice of equal parts."""
        theme = self.theme
        shares = {share.person_id: share.parts for share in self._agreed.shares}
        equal = len({share for share in shares.values() if share}) <= 1
        choices = {EQUAL: tr("Equal parts"), TYPED: tr("Other parts")}
        self.by = Segmented(theme, tr("Equal parts or others"), choices, EQUAL if equal else TYPED)
        self.body.addWidget(self.by)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(16))
        self._grid.setVerticalSpacing(theme.px(4))
        self._grid.setColumnStretch(0, 1)
        for person in sharers(people, self._agreed):
            self._add(person, shares.get(person.id, 0))
        self.body.addLayout(self._grid)

    def _add(self, person: Person, parts: int) -> None:
        row, name = len(self.boxes), self._names[person.id]
        box = self.boxes[person.id] = CheckBox(name)
        box.setChecked(bool(parts))
        line = self.lines[person.id] = LineEdit(str(parts or 1))
        line.setAccessibleName(tr("Parts of {name}").format(name=name))
        line.setMaximumWidth(self.theme.px(96))
        line.setMinimumHeight(self.theme.px(44))
        self._grid.addWidget(box, row, 0, Qt.AlignmentFlag.AlignVCenter)
        label = self._labels[person.id] = Text(self.theme, tr("Parts"), ink="text2", wrap=False)
        label.setBuddy(line)
        self._grid.addWidget(label, row, 1, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(line, row, 2)
        box.toggled.connect(self.look)
        line.textChanged.connect(self.look)

    def _offer_others(self) -> None:
        self.another.clear()
        self.another.add(tr("Choose a person"), None)
        for person in self._others:
            self.another.add(self._names[person.id], person.id)
        self._another_field.setVisible(bool(self._others))

    def _add_another(self, _index: int) -> None:
        chosen = next((each for each in self._others if each.id == self.another.value()), None)
        if chosen is None:
            return
        self._others.remove(chosen)
        self._add(chosen, 1)
        self._offer_others()
        self._order_tab()
        self.boxes[chosen.id].setFocus(Qt.FocusReason.OtherFocusReason)
        self.look()
        self.grow_soon()

    def _order_tab(self) -> None:
        """Tab goes down the people before it comes to the choice below them."""
        controls = [each for person in self.boxes for each in (self.boxes[person], self.lines[person])]
        for one, after in pairwise([*controls, self.another]):
            self.setTabOrder(one, after)

    def values(self) -> object:
        return [
            (person, box.isChecked(), self.lines[person].text() if self.by.value() == TYPED else "")
            for person, box in self.boxes.items()
        ]

    def shares(self) -> tuple[Share, ...]:
        """What is ticked and typed. Raises InvalidEntry at `shares`."""
        typed = self.by.value() == TYPED
        found = [
            Share(person_id=person, parts=parse_count(self.lines[person].text(), "shares", MOST_PARTS) if typed else 1)
            for person, box in self.boxes.items()
            if box.isChecked()
        ]
        return AgreedShares(shares=tuple(found)).shares

    def look(self, _what: object = None) -> None:
        """Show what it comes to, as far as it can be read."""
        for person, line in self.lines.items():
            for widget in (line, self._labels[person]):
                widget.setVisible(self.by.value() == TYPED)
            line.setEnabled(self.boxes[person].isChecked())
        try:
            shares = self.shares()
        except InvalidEntry as problem:
            self.how.setText("")
            self.example.setText(problem.message)
            return
        self.how.setText(how_words(shares, self._names))
        self.example.setText(share_words(shares, self._names) if len(shares) > 1 else "")

    def save(self) -> bool:
        return self.parts.actions.run(tr("Share costs"), partial(family.save_agreed, shares=self.shares()))


@dataclass(frozen=True, kw_only=True)
class Gave:
    """A payment to begin with."""

    from_id: UUID | None = None
    to_id: UUID | None = None
    amount: Decimal | None = None


class PaidBackEditor(Editor):
    """Who gave whom how much, and when; `payment` is one that is changed."""

    WIDTH = 600

    def __init__(
        self, parts: Parts, names: Mapping[UUID, str], start: Gave, parent: QWidget, payment: PaidBack | None = None
    ) -> None:
        super().__init__(parts, tr("Paid back"), tr("Save"), parent)
        self._today: date = parts.actions.clock.today()
        self._payment = payment
        theme = self.theme
        self.from_id, self.to_id = self._choice(names, start.from_id), self._choice(names, start.to_id)
        self.amount = LineEdit(f"{start.amount:,.2f}" if start.amount else "")
        self.amount.setPlaceholderText("40.00")
        self.day = LineEdit(day_text(payment.day, self._today) if payment is not None else tr("Today"))
        self.fields |= {
            "from_id": Field(theme, tr("Who gave it"), self.from_id),
            "to_id": Field(theme, tr("Who got it"), self.to_id),
            "amount": Field(theme, tr("Amount in dollars"), self.amount),
            "day": Field(theme, tr("Day"), self.day),
        }
        self.body.addWidget(Beside(theme, ROW_EMS, [self.fields["from_id"], self.fields["to_id"]]))
        self.body.addWidget(Beside(theme, ROW_EMS, [self.fields["amount"], self.fields["day"]]))
        self.body.addStretch(1)
        self.day.editingFinished.connect(self._settle_day)
        self.amount.setFocus()

    def _choice(self, names: Mapping[UUID, str], chosen: UUID | None) -> ComboBox:
        box = ComboBox(self.theme)
        for person, name in names.items():
            box.add(name, person)
        box.choose(chosen)
        return box

    def _settle_day(self) -> None:
        if self.day.text() != tr("Today"):
            self.settle("day", self.day, self._understood)

    def _understood(self, text: str) -> str:
        return day_text(read_day(text, self._today, "day"), self._today)

    def values(self) -> object:
        return self.from_id.value(), self.to_id.value(), self.amount.text(), self.day.text()

    def save(self) -> bool:
        after = self._typed()
        keep = partial(family.save_payment, before=self._payment, after=after)
        return self.parts.actions.run(tr("Note money paid back"), keep)

    def _typed(self) -> PaidBack:
        amount = parse_dollars(self.amount.text())
        giver, taker = self.from_id.value(), self.to_id.value()
        assert isinstance(giver, UUID) and isinstance(taker, UUID), "the lists hold people"  # noqa: PT018
        told = {
            "from_id": giver,
            "to_id": taker,
            "amount": amount or Decimal(0),
            "day": read_day(self.day.text() or tr("today"), self._today, "day"),
        }
        return replace(self._payment, **told) if self._payment is not None else PaidBack(**told)  # type: ignore[arg-type]
