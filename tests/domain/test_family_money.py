"""Shared costs: who laid out what, who carries what, and the payments that make all even."""

# Decimal dollars equal whole numbers.
# mypy: disable-error-code="comparison-overlap"

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.domain.expenses import Expense, PaidBack, PaidPart, Share
from caregiver_app.domain.money.family import Payment, Settled, settle

SAM, KIM, LEE = (UUID(int=number) for number in (1, 2, 3))
EVEN = (Share(person_id=SAM, parts=1), Share(person_id=KIM, parts=1))
DAY = date(2026, 3, 3)


def cost(
    amount: str, shares: tuple[Share, ...] = EVEN, payers: dict[UUID, str] | None = None, kind: str = "visit"
) -> Expense:
    """A shared cost; Sam, who is the caregiver, paid it unless said."""
    return Expense(
        kind=kind,
        amount=Decimal(amount),
        served_on=DAY,
        paid_on=DAY,
        shares=shares,
        paid_by=tuple(PaidPart(person_id=who, amount=Decimal(part)) for who, part in (payers or {}).items()),
    )


def settled(
    *costs: Expense, back: dict[UUID, Decimal] | None = None, paid_back: list[PaidBack] | None = None
) -> Settled:
    """How Sam, Kim and Lee stand."""
    return settle(costs, back or {}, paid_back or [], caregiver_id=SAM, order=[SAM, KIM, LEE])


def test_who_owes_whom() -> None:
    thirds = (*EVEN, Share(person_id=LEE, parts=1))
    found = settled(
        cost("100", thirds),
        cost("20", thirds, {KIM: "20"}),
        cost("9.99", ()),
        cost("500", EVEN, kind="lost_income_caregiver"),
    )
    assert (found.count, found.sum) == (2, 120)
    assert [(each.paid, each.carries) for each in found.standings] == [
        (100, Decimal("40.01")),
        (20, Decimal("40.00")),
        (0, Decimal("39.99")),
    ]
    assert found.payments == (
        Payment(from_id=LEE, to_id=SAM, amount=Decimal("39.99")),
        Payment(from_id=KIM, to_id=SAM, amount=Decimal("20.00")),
    )


def test_money_that_came_back_goes_to_those_who_paid() -> None:
    both = cost("100", EVEN, {SAM: "75", KIM: "25"})
    found = settled(both, back={both.id: Decimal(40)})
    assert [(each.paid, each.carries) for each in found.standings] == [(45, 30), (15, 30)]
    assert found.payments == (Payment(from_id=KIM, to_id=SAM, amount=Decimal(15)),)


def test_what_was_given_since_counts() -> None:
    given_back = PaidBack(from_id=KIM, to_id=SAM, day=DAY, amount=Decimal(30))
    assert settled(cost("100"), paid_back=[given_back]).payments == (
        Payment(from_id=KIM, to_id=SAM, amount=Decimal(20)),
    )
    assert settled(cost("60"), paid_back=[given_back]).payments == ()


PARTS = st.lists(st.integers(0, 5), min_size=3, max_size=3).filter(any)
COSTS = st.lists(st.tuples(st.integers(1, 100_000), PARTS, st.sampled_from([SAM, KIM, LEE]), st.integers(0, 100_000)))


@given(COSTS)
def test_the_payments_make_all_even(drawn: list[tuple[int, list[int], UUID, int]]) -> None:
    costs, back = [], {}
    for cents, parts, payer, came in drawn:
        amount = str(Decimal(cents) / 100)
        shares = tuple(Share(person_id=who, parts=part) for who, part in zip((SAM, KIM, LEE), parts, strict=True))
        costs.append(cost(amount, shares, {payer: amount}))
        back[costs[-1].id] = Decimal(came) / 100
    found = settled(*costs, back=back)
    left = {each.person_id: each.balance for each in found.standings}
    for payment in found.payments:
        left[payment.from_id] += payment.amount
        left[payment.to_id] -= payment.amount
    assert not any(left.values())
    assert len(found.payments) <= max(len(left) - 1, 0)
    assert sum(each.carries for each in found.standings) == found.sum
