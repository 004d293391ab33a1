"""Who laid out how much of the shared costs, who carries how much, and the fewest payments to be even."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from caregiver_app.domain.expenses import Expense, PaidBack
from caregiver_app.domain.money.categories import MEMO
from caregiver_app.domain.money.dollars import ZERO, total
from caregiver_app.domain.money.shares import fewest_payments, split


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One person: dollars laid out less what came `back` of them, to carry, given to and got from others since."""

    person_id: UUID
    paid: Decimal
    back: Decimal
    carries: Decimal
    gave: Decimal
    got: Decimal

    @property
    def balance(self) -> Decimal:
        """What this person is ahead; below zero: behind."""
        return self.paid + self.gave - self.carries - self.got


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """One payment that helps to make all even, in dollars."""

    from_id: UUID
    to_id: UUID
    amount: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """The shared costs of a family: how many, their sum less what came back, how each one stands, and what to pay."""

    count: int
    sum: Decimal
    standings: tuple[Standing, ...]
    payments: tuple[Payment, ...]


def settle(
    costs: Iterable[Expense],
    back: Mapping[UUID, Decimal],
    paid_back: Sequence[PaidBack],
    *,
    caregiver_id: UUID,
    order: Sequence[UUID],
) -> Settled:
    """Make the shared costs even. Costs without shares and lost pay are left out.

    `back` is what came back for each cost, in dollars: it went to those who paid, as they paid. `order` is that of
    the people; an odd cent goes to who stands first in a cost.
    """
    shared = [each for each in costs if each.shares and each.amount and each.kind not in MEMO]
    paid: dict[UUID, Decimal] = {}
    came_back: dict[UUID, Decimal] = {}
    carries: dict[UUID, Decimal] = {}
    for each in shared:
        came = taken_off(each, back)
        parts = paid_parts(each, caregiver_id)
        less = split(came, [amount for _person, amount in parts]) if len(parts) > 1 else (came,)
        _add(paid, ((person, amount - off) for (person, amount), off in zip(parts, less, strict=True)))
        _add(came_back, ((person, off) for (person, _amount), off in zip(parts, less, strict=True)))
        _add(carries, _carried(each, came))
    standings = [
        Standing(
            person_id=person,
            paid=paid.get(person, ZERO),
            back=came_back.get(person, ZERO),
            carries=carries.get(person, ZERO),
            gave=total(each.amount for each in paid_back if each.from_id == person),
            got=total(each.amount for each in paid_back if each.to_id == person),
        )
        for person in _people(order, paid, carries, paid_back)
    ]
    return Settled(
        count=len(shared),
        sum=total(standing.paid for standing in standings),
        standings=tuple(standings),
        payments=tuple(_payments(standings)),
    )


def _add(sums: dict[UUID, Decimal], parts: Iterable[tuple[UUID, Decimal]]) -> None:
    for person, amount in parts:
        sums[person] = sums.get(person, ZERO) + amount


def _carried(cost: Expense, came_back: Decimal) -> Iterator[tuple[UUID, Decimal]]:
    """What each one carries of a cost."""
    parts = split(cost.amount - came_back, [Decimal(share.parts) for share in cost.shares])
    for share, amount in zip(cost.shares, parts, strict=True):
        yield share.person_id, amount


def _payments(standings: Sequence[Standing]) -> Iterator[Payment]:
    for each in fewest_payments([standing.balance for standing in standings]):
        giver, taker = standings[each.payer], standings[each.payee]
        yield Payment(from_id=giver.person_id, to_id=taker.person_id, amount=each.amount)


def taken_off(cost: Expense, back: Mapping[UUID, Decimal]) -> Decimal:
    """What came back for a cost, in dollars; never more than the cost."""
    return min(back.get(cost.id, ZERO), cost.amount)


def paid_parts(cost: Expense, caregiver_id: UUID) -> list[tuple[UUID, Decimal]]:
    """Who paid how much; the caregiver where nobody is named."""
    return [(part.person_id, part.amount) for part in cost.paid_by] or [(caregiver_id, cost.amount)]


def _people(
    order: Sequence[UUID], paid: Mapping[UUID, Decimal], carries: Mapping[UUID, Decimal], paid_back: Sequence[PaidBack]
) -> list[UUID]:
    """Everybody who has a part, in the family's order."""
    has_part = {*paid, *carries, *(each.from_id for each in paid_back), *(each.to_id for each in paid_back)}
    known = [person for person in order if person in has_part]
    return [*known, *sorted(has_part - set(known))]
