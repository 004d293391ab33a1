"""A cost as it stands in the form, and how it is read: every field that can’t be kept says so."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import Enum, auto
from typing import Any, TypeVar
from uuid import UUID

from caregiver_app.domain.entries import parse_count, parse_day, parse_dollars, parse_miles
from caregiver_app.domain.expense_answers import MILEAGE, paid_by_one
from caregiver_app.domain.expense_day_typed import past_day
from caregiver_app.domain.expenses import MOST_NIGHTS, MOST_PARTS, MOST_PEOPLE, Expense, PaidHow, PaidPart, Share
from caregiver_app.domain.money_words import miles_number
from caregiver_app.domain.problems import InvalidEntry, Refused
from caregiver_app.domain.spoken import day_words, shown_day
from caregiver_app.ui.expenses.words import LODGING
from caregiver_app.words import tr

T = TypeVar("T")


class Payer(Enum):
    """Answers to “who paid” that are no single person."""

    SEVERAL = auto()
    NOT_YET = auto()


@dataclass(frozen=True, kw_only=True)
class ExpenseDraft:
    """What is typed and chosen. `payer` None is the caregiver; `paid` and `parts` are by person, as typed."""

    amount: str = ""
    kind: str
    day: str = ""
    payer: UUID | Payer | None = None
    served_on: str = ""
    payee: str = ""
    for_id: UUID | None = None
    paid_how: PaidHow = PaidHow.CARD
    paid: Mapping[UUID, str]
    parts: Mapping[UUID, str]
    miles: str = ""
    from_to: str = ""
    car: str = ""
    nights: str = ""
    people: str = ""
    counts: bool | None = None
    counted: str = ""
    receipt_needed: bool = True
    notes: str = ""


def draft_of(expense: Expense, today: date, caregiver: UUID | None) -> ExpenseDraft:
    """A cost as the form shows it."""
    is_trip = expense.kind == MILEAGE
    return ExpenseDraft(
        amount="" if is_trip or not expense.amount else f"{expense.amount:.2f}",
        kind=expense.kind,
        day=day_text(expense.day, today),
        payer=_payer_of(expense, caregiver),
        served_on="" if expense.served_on == expense.day else day_text(expense.served_on, today),
        payee=expense.payee,
        for_id=expense.for_id,
        paid_how=expense.paid_how,
        paid={part.person_id: f"{part.amount:.2f}" for part in expense.paid_by},
        parts={share.person_id: str(share.parts) for share in expense.shares},
        miles=miles_number(expense.miles) if expense.miles is not None else "",
        from_to=expense.from_to,
        car=expense.car,
        nights=str(expense.nights or ""),
        people=str(expense.people or ""),
        counts=expense.counts,
        counted=f"{expense.counted:.2f}" if expense.counted is not None else "",
        receipt_needed=expense.receipt_needed,
        notes=expense.notes,
    )


def _payer_of(expense: Expense, caregiver: UUID | None) -> UUID | Payer | None:
    if expense.paid_on is None:
        return Payer.NOT_YET
    if len(expense.paid_by) > 1:
        return Payer.SEVERAL
    payer = expense.paid_by[0].person_id if expense.paid_by else None
    return None if payer == caregiver else payer


def read_day(text: str, today: date, field: str) -> date:
    """A day that lies in the past, as costs do: “yesterday”, “Nov 20”, “last Friday”. Raises InvalidEntry."""
    found = past_day(text, today, field)
    return found.day if found is not None else parse_day(text, today, field)


def day_text(day: date, today: date) -> str:
    """A day as a field shows it that `read_day` reads: a day to come has its year too."""
    return day_words(day, with_year=True) if day > today else shown_day(day, today)


class _Reading:
    """Reads field by field and keeps what is wrong."""

    def __init__(self) -> None:
        self.problems: list[InvalidEntry] = []

    def of(self, read: Callable[[], T], instead: T) -> T:
        """What can be read; or a stand-in, with the problem kept."""
        try:
            return read()
        except InvalidEntry as problem:
            self.problems.append(problem)
            return instead


def read_draft(draft: ExpenseDraft, today: date, base: Expense) -> Expense:
    """The cost as typed, changed from `base`. Raises Refused with a sentence for each field that can’t be kept."""
    reading = _Reading()
    day = reading.of(lambda: read_day(draft.day or tr("today"), today, "day"), today)
    served = reading.of(lambda: read_day(draft.served_on, today, "served_on") if draft.served_on.strip() else day, day)
    is_trip, is_paid = draft.kind == MILEAGE, draft.payer is not Payer.NOT_YET
    amount = Decimal(0) if is_trip else reading.of(lambda: _amount(draft), Decimal(0))
    made = replace(
        base,
        served_on=served,
        paid_on=day if is_paid else None,
        kind=draft.kind,
        payee="" if is_trip else draft.payee.strip(),
        for_id=draft.for_id,
        paid_how=draft.paid_how,
        amount=Decimal(0),
        paid_by=(),
        shares=reading.of(lambda: _shares(draft), ()),
        counts=draft.counts,
        counted=None,
        receipt_needed=draft.receipt_needed,
        **_of_kind(draft, reading),
    )
    nobody: tuple[PaidPart, ...] = ()
    paid_by = reading.of(lambda: _paid_by(draft, amount), nobody)
    counted = reading.of(lambda: parse_dollars(draft.counted, "counted") if draft.counts else None, None)
    made = reading.of(lambda: replace(made, amount=amount, notes=draft.notes.strip()), made)
    made = reading.of(lambda: replace(made, counted=counted), made)
    if not reading.problems:
        made = reading.of(lambda: replace(made, paid_by=paid_by), made)
    if reading.problems:
        raise Refused(reading.problems)
    return made


def _amount(draft: ExpenseDraft) -> Decimal:
    amount = parse_dollars(draft.amount, "amount")
    if not amount:
        raise InvalidEntry("amount", tr("Type an amount of money, like 12 or 12.50."))
    return amount


def _of_kind(draft: ExpenseDraft, reading: _Reading) -> dict[str, Any]:
    """What only trips and lodging have."""
    is_trip, is_lodging = draft.kind == MILEAGE, draft.kind == LODGING
    return {
        "miles": reading.of(lambda: _miles(draft), None) if is_trip else None,
        "from_to": draft.from_to.strip() if is_trip else "",
        "car": draft.car.strip() if is_trip else "",
        "nights": reading.of(lambda: _count(draft.nights, "nights", MOST_NIGHTS), None) if is_lodging else None,
        "people": reading.of(lambda: _count(draft.people, "people", MOST_PEOPLE), None) if is_lodging else None,
    }


def _miles(draft: ExpenseDraft) -> Decimal:
    miles = parse_miles(draft.miles, "miles")
    if not miles:
        raise InvalidEntry("miles", tr("Type the miles there and back, like 24 or 24.5."))
    return miles


def _count(text: str, field: str, most: int) -> int | None:
    return parse_count(text, field, most) if text.strip() else None


def _paid_by(draft: ExpenseDraft, amount: Decimal) -> tuple[PaidPart, ...]:
    """Who laid it out; of several, those with an amount."""
    if isinstance(draft.payer, UUID):
        return paid_by_one(draft.payer, amount)
    if draft.payer is not Payer.SEVERAL:
        return ()
    typed = {person: parse_dollars(text, "paid_by") for person, text in draft.paid.items()}
    parts = tuple(PaidPart(person_id=person, amount=each) for person, each in typed.items() if each)
    if not parts:
        raise InvalidEntry("paid_by", tr("Type what each one paid, like 20 and 12.50."))
    return parts


def _shares(draft: ExpenseDraft) -> tuple[Share, ...]:
    typed = {person: text for person, text in draft.parts.items() if text.strip() and text.strip() != "0"}
    return tuple(
        Share(person_id=person, parts=parse_count(text, "shares", MOST_PARTS)) for person, text in typed.items()
    )
