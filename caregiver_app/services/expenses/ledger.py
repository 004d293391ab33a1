"""Costs kept, changed, removed and repeated; how a new one begins, and what is remembered of earlier ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import uuid4

from caregiver_app.domain.claims import Claim
from caregiver_app.domain.expense_answers import (
    FIRST_KIND,
    MEMO_KINDS,
    MILEAGE,
    Defaults,
    GoesToo,
    KnownPayee,
    KnownTrip,
)
from caregiver_app.domain.expense_payer_typed import read_payer
from caregiver_app.domain.expense_typed import TypedCost, read_cost
from caregiver_app.domain.expenses import AGREED_SHARES_ID, AgreedShares, Expense, PaidHow, Reimbursement
from caregiver_app.domain.money.categories import FIRST_KINDS, Category
from caregiver_app.domain.money.mileage import round_trip
from caregiver_app.domain.people import Role
from caregiver_app.domain.places import Place
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.receipts import Receipt
from caregiver_app.services.expenses.claims import remove_claim
from caregiver_app.services.people import everybody
from caregiver_app.storage import expense_rows as rows
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr

LOOKED_BACK = 1000  # costs whose payees and trips are remembered


def add(work: UnitOfWork, *, expense: Expense) -> Expense:
    """Keep a new cost; as it is kept, with the R-number it was given."""
    kept = replace(expense, number=next_number(work))
    work.put(kept)
    return kept


def add_many(work: UnitOfWork, *, expenses: Sequence[Expense]) -> list[Expense]:
    """Keep new costs in one step, numbered in their order; as they are kept. None of their ids was ever stored."""
    numbered = [
        each if each.number == number else replace(each, number=number)
        for number, each in enumerate(expenses, start=next_number(work))
    ]
    work.put_new(Expense, numbered)
    return numbered


def next_number(work: UnitOfWork) -> int:
    """The R-number that the next new cost is given."""
    return rows.last_number(work) + 1


def change(work: UnitOfWork, *, before: Expense, after: Expense) -> Expense:
    """Keep a changed cost under the number it has. Raises StaleEdit when `before` is not what is stored."""
    work.expect(before)
    kept = replace(after, id=before.id, number=before.number)
    work.put(kept)
    return kept


def remove(work: UnitOfWork, *, expenses: Sequence[Expense]) -> None:
    """Take costs out of the list, with their receipts, claims and what came back for them.

    Raises StaleEdit when one is not what is stored.
    """
    ids = [each.id for each in expenses]
    for expense in expenses:
        work.expect(expense)
    for claim in work.among(Claim, "expense_id", ids):
        remove_claim(work, claim=claim)
    for kind in (Receipt, Reimbursement):
        for record in work.among(kind, "expense_id", ids):
            work.remove(record)
    for expense in expenses:
        work.remove(expense)


def goes_too(work: UnitOfWork, *, expenses: Sequence[Expense]) -> GoesToo:
    """How much `remove` would take out with these costs, to say so before."""
    ids = [each.id for each in expenses]
    receipts, claims, back = (len(work.among(kind, "expense_id", ids)) for kind in (Receipt, Claim, Reimbursement))
    return GoesToo(receipts=receipts, claims=claims, reimbursements=back)


# How a new one begins


def defaults(work: UnitOfWork, *, today: date) -> Defaults:
    """How a new cost begins: today, with kind, payer and way to pay of the one entered last, and the agreed shares."""
    last = rows.last_one(work, without_kinds=MEMO_KINDS)
    agreed = work.get(AgreedShares, AGREED_SHARES_ID)
    return Defaults(
        day=today,
        kind=last.kind if last is not None else FIRST_KIND,
        payer_id=last.paid_by[0].person_id if last is not None and last.paid_by else None,
        paid_how=last.paid_how if last is not None else PaidHow.CARD,
        shares=agreed.shares if agreed is not None else (),
    )


def repeat(work: UnitOfWork, *, expense: Expense, today: date) -> Expense:
    """A new cost like an earlier one as it is now, of today; not kept yet."""
    return replace(
        work.need(Expense, expense.id),
        id=uuid4(),
        number=0,
        served_on=today,
        paid_on=today,
        appointment_id=None,
        imported_as="",
        notes="",
    )


def from_typed(work: UnitOfWork, *, typed: str, today: date, field: str = "line") -> Expense:
    """A new cost as one line tells it, with the defaults for what it does not tell; not kept yet.

    Words after miles, or after “drove to”, are a place or a trip that is known; without miles typed, those of it are
    taken. A person of the file beside “paid”, or whose name stands alone at an end, is who paid. Raises InvalidEntry
    at `field` for what can't be read, and when amount or miles are missing.
    """
    payer = read_payer(typed, (each for each in everybody(work) if each.role is not Role.SERVICE))
    read = read_cost(payer.rest, today, field)
    begin, payee = defaults(work, today=today), _known_payee(work, read.payee)
    begin = replace(
        begin,
        day=read.day or today,
        kind=read.kind or _kind_without_words(read, payee, begin),
        paid_how=read.paid_how or begin.paid_how,
        payer_id=payer.payer_id if payer.told else begin.payer_id,
    )
    if read.miles is not None and read.amount is not None:
        raise InvalidEntry(field, tr("These are two costs. Type the miles and the money in a line of their own each."))
    if read.miles is not None or begin.kind == MILEAGE:
        return _trip(work, read, begin, field)
    if read.amount is None:
        raise InvalidEntry(field, tr("Type an amount, like 12.50. A word for what it was may stand beside it."))
    more = {
        "payee": payee.name if payee is not None else read.payee,
        "notes": read.note,
        "nights": read.nights,
        "people": read.people,
    }
    return replace(begin.expense(read.amount), **more)  # type: ignore[arg-type]


def _kind_without_words(read: TypedCost, payee: KnownPayee | None, begin: Defaults) -> str:
    """The kind where no word tells it: that of the payee; words nobody knows are not the kind of the last cost."""
    if payee is not None:
        return payee.kind
    has_words = any(letter.isalpha() for letter in f"{read.payee}{read.note}")
    return Category.OTHER if read.amount is not None and has_words else begin.kind


def _known_payee(work: UnitOfWork, name: str) -> KnownPayee | None:
    """The payee of this name, as it was written the last time."""
    return next((each for each in payees(work) if each.name.casefold() == name.casefold()), None) if name else None


def _trip(work: UnitOfWork, read: TypedCost, begin: Defaults, field: str) -> Expense:
    """Miles of a trip: typed, or those of the place that is named."""
    known = _known_trip(work, read.payee)
    miles = read.miles if read.miles is not None else known.miles if known is not None else None
    if miles is None:
        raise InvalidEntry(field, tr("How many miles was it there and back? Type them too, like “24 miles.”"))
    return Expense(
        served_on=begin.day,
        paid_on=begin.day,
        kind=MILEAGE,
        miles=miles,
        from_to=known.from_to if known is not None else there_and_back(read.payee) if read.payee else "",
        receipt_needed=False,
        notes=read.note,
    )


def _known_trip(work: UnitOfWork, words: str) -> KnownTrip | None:
    """The trip that some words name: their own, else the first in which each of them starts a word."""
    wanted = words.casefold().split()
    if not wanted:
        return None
    names = ((trip, trip.from_to.casefold()) for trip in trips(work))
    fitting = [(trip, name) for trip, name in names if all(f" {word}" in f" {name}" for word in wanted)]
    return next((trip for trip, name in fitting if name == words.casefold()), fitting[0][0] if fitting else None)


# What is remembered


def payees(work: UnitOfWork) -> list[KnownPayee]:
    """Who was paid lately, the newest first, each once."""
    known: dict[str, KnownPayee] = {}
    for name, kind in rows.recent_payees(work, LOOKED_BACK):
        known.setdefault(name.casefold(), KnownPayee(name=name, kind=kind))
    return list(known.values())


def trips(work: UnitOfWork) -> list[KnownTrip]:
    """Trips that were driven lately, the newest first, each once; then places whose miles are known."""
    known: dict[str, KnownTrip] = {}
    for from_to, miles in rows.recent_trips(work, MILEAGE, LOOKED_BACK):
        known.setdefault(from_to.casefold(), KnownTrip(from_to=from_to, miles=miles))
    for place in sorted(work.all(Place), key=lambda each: each.name.casefold()):
        if place.miles:
            there = there_and_back(place.name)
            trip = KnownTrip(from_to=there, miles=round_trip(place.miles, 1), place_id=place.id)
            known.setdefault(there.casefold(), trip)
    return list(known.values())


def there_and_back(place: str) -> str:
    """A trip from home to a place and back, in words."""
    return tr("Home to {place} and back").format(place=place)


def kinds_first() -> tuple[str, ...]:
    """The kinds to choose from at once: always the same ones, at the same places."""
    return tuple(each.value for each in FIRST_KINDS)
