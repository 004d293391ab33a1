"""Money, miles and papers as a cell or a line has room for them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from uuid import UUID

from caregiver_app.domain.expense_answers import Row, Totals
from caregiver_app.domain.expenses import Expense
from caregiver_app.domain.money_words import dollars, miles_number, rate_words
from caregiver_app.domain.people import Person, Role, short_names
from caregiver_app.domain.receipts import r_number
from caregiver_app.domain.spoken import day_words, list_words, month_names
from caregiver_app.words import ntr, tr

LODGING = "lodging"


def miles_words(miles: Decimal) -> str:
    """“24.5 miles”."""
    text = tr("1 mile") if miles == 1 else tr("{n} miles")
    return text.format(n=miles_number(miles))


def cents_words(rate: Decimal) -> str:
    """A rate for miles: “20.5 cents a mile”."""
    return tr("{cents} a mile").format(cents=rate_words(rate))


def count_words(count: int) -> str:
    """“14 costs”."""
    return ntr("{n} cost", "{n} costs", count).format(n=f"{count:,}")


def paid_count_words(count: int) -> str:
    """“14 costs paid”: without trips, lost pay and bills that are not paid yet."""
    return ntr("{n} cost paid", "{n} costs paid", count).format(n=f"{count:,}")


def names_of(people: list[Person]) -> dict[UUID, str]:
    """What people are called in a list; the caregiver is “You”."""
    names = short_names(people)
    return {each.id: tr("You") if each.role is Role.CAREGIVER else names[each.id] for each in people}


def payers_words(expense: Expense, names: Mapping[UUID, str]) -> str:
    """Who laid the money out: “You”, “Ana”, or “You and Ana”."""
    if expense.paid_on is None:
        return tr("Not paid yet")
    paid = [names.get(part.person_id, tr("Somebody else")) for part in expense.paid_by]
    return list_words(paid) if paid else tr("You")


def amount_words(expense: Expense) -> str:
    """What a cost was; of a trip, the miles."""
    if expense.miles is not None and not expense.amount:
        return tr("{n} mi").format(n=miles_number(expense.miles))
    return dollars(expense.amount)


def what_words(row: Row) -> str:
    """What it was, as a person would say it: where it was paid, the way, or the first line of the notes."""
    expense = row.expense
    first_line = next((line.strip() for line in expense.notes.splitlines() if line.strip()), "")
    what = expense.payee or expense.from_to or first_line or row.kind_label
    if expense.paid_on is None:
        what = tr("{what} (not paid yet)").format(what=what)
    return tr("{what} ({amount} came back)").format(what=what, amount=dollars(row.back)) if row.back else what


def receipt_words(row: Row) -> str:
    """How it stands with the paper."""
    if row.has_receipt:
        return tr("Yes")
    if row.expense.paid_on is None:
        return "–"
    return tr("Missing") if row.missing else tr("Not needed")


def totals_words(totals: Totals) -> str:
    """The sums of what a list shows: “14 costs, $312.40, 48 miles”."""
    told = [count_words(totals.count)]
    if totals.total or not (totals.unpaid or totals.lost_pay or totals.miles):
        told.append(dollars(totals.total))
    if totals.miles:
        told.append(miles_words(totals.miles))
    if totals.unpaid:
        told.append(tr("not paid yet: {amount}").format(amount=dollars(totals.unpaid)))
    if totals.lost_pay:
        told.append(tr("lost pay, apart: {amount}").format(amount=dollars(totals.lost_pay)))
    return tr(", ").join(told)


def number_words(expense: Expense) -> str:
    """The R-number; a cost that was never saved has none."""
    return r_number(expense.number) if expense.number else ""


def month_words(first: date) -> str:
    """“November 2026”."""
    return tr("{month} {year}").format(month=month_names()[first.month - 1], year=first.year)


def listed_day(day: date, today: date) -> str:
    """A day in the list, the year only when it is another one."""
    return day_words(day, with_year=day.year != today.year)
