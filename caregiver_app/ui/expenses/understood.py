"""A typed line as a cost, and that cost in a short sentence."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from caregiver_app.domain.expense_answers import MILEAGE
from caregiver_app.domain.expense_words import kind_label
from caregiver_app.domain.expenses import Expense
from caregiver_app.domain.money.dollars import in_cents
from caregiver_app.domain.money_words import dollars
from caregiver_app.domain.spoken import shown_day
from caregiver_app.ui.expenses.words import amount_words, cents_words, miles_words, payers_words
from caregiver_app.words import ntr, tr


def understood_words(expense: Expense, rate: Decimal | None, names: Mapping[UUID, str], today: date) -> str:
    """What would be kept, such as “Parking, tolls: $12.50. Today. You paid”."""
    what = tr("{kind}: {amount}").format(kind=kind_label(expense.kind), amount=_amount(expense, rate))
    told = [_day_words(expense.day, today)]
    if expense.payee or expense.from_to:
        told.append(expense.payee or expense.from_to)
    if expense.nights:
        told.append(ntr("{n} night", "{n} nights", expense.nights).format(n=expense.nights))
    sentences = [what, tr(", ").join(told)]
    if expense.kind != MILEAGE:
        sentences.append(_paid_words(expense, names))
    if expense.day > today:
        sentences.append(still_to_come())
    return " ".join(tr("{sentence}.").format(sentence=each) for each in sentences)


def still_to_come() -> str:
    """What is told of a day ahead, which may be a slip."""
    return tr("That day is still to come")


def added_words(expense: Expense) -> str:
    """What was kept: “Added: Parking, tolls, $12.50”."""
    return tr("Added: {kind}, {amount}.").format(kind=kind_label(expense.kind), amount=amount_words(expense))


def _amount(expense: Expense, rate: Decimal | None) -> str:
    if expense.kind != MILEAGE or expense.miles is None:
        return dollars(expense.amount)
    return tr("{miles}, {value}").format(miles=miles_words(expense.miles), value=rate_words(expense.miles, rate))


def rate_words(miles: Decimal | None, rate: Decimal | None) -> str:
    """What a trip is worth at the rate of its day: “at 23.5 cents a mile: $5.64”."""
    if rate is None:
        return tr("no rate is published for that day yet")
    at = tr("at {rate}").format(rate=cents_words(rate))
    return at if miles is None else tr("{at}: {value}").format(at=at, value=dollars(in_cents(miles * rate)))


def _paid_words(expense: Expense, names: Mapping[UUID, str]) -> str:
    if expense.paid_on is None:
        return tr("Not paid yet")
    return tr("{names} paid").format(names=payers_words(expense, names))


def _day_words(day: date, today: date) -> str:
    if day == today:
        return tr("Today")
    return tr("Yesterday") if day == today - timedelta(1) else shown_day(day, today)
