"""Claims, the money that comes back in parts, and the calls about them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial

import pytest

from caregiver_app.domain.claims import CallNote, Claim, PlanKind
from caregiver_app.domain.expenses import Expense, Reimbursement, Source
from caregiver_app.domain.money.claim_clocks import NextStep
from caregiver_app.domain.problems import InvalidEntry, StaleEdit
from caregiver_app.services.expenses import claims
from caregiver_app.services.workspace import Workspace
from caregiver_app.storage.unit_of_work import UnitOfWork

SCAN = Expense(
    number=7, served_on=date(2026, 9, 2), paid_on=date(2026, 9, 20), kind="labs_scans", amount=Decimal("240.00")
)
DENIED = Claim(
    expense_id=SCAN.id,
    company="Maple Health",
    plan=PlanKind.EMPLOYER_PLAN,
    filed_on=date(2026, 9, 22),
    denied_on=date(2026, 10, 30),
)
FILED = Claim(company="Maple Health", plan=PlanKind.EMPLOYER_PLAN, filed_on=date(2026, 11, 1))
PAID = Claim(company="Birch Care", filed_on=date(2026, 8, 1), paid_on=date(2026, 8, 30))
CALL = CallNote(day=date(2026, 11, 2), company="Maple Health", person="Jo", claim_id=DENIED.id)


def money(amount: str, day: date = date(2026, 11, 20), source: Source = Source.INSURER) -> Reimbursement:
    """Money that came back for the scan."""
    return Reimbursement(expense_id=SCAN.id, received_on=day, amount=Decimal(amount), source=source)


@pytest.fixture
def filled(workspace: Workspace) -> Workspace:
    """A scan, three claims and a call."""

    def fill(work: UnitOfWork) -> None:
        for record in (SCAN, PAID, FILED, DENIED, CALL):
            work.put(record)

    workspace.write(fill)
    return workspace


def save_money(workspace: Workspace, after: Reimbursement) -> None:
    """Keep money that came back."""
    workspace.write(partial(claims.save_reimbursement, before=None, after=after))


def test_open_claims_come_first_by_the_day_that_matters(filled: Workspace) -> None:
    found = filled.read(claims.claims)
    assert [running.claim for running in found] == [FILED, DENIED, PAID]
    assert [running.clock.day if running.clock else None for running in found] == [
        date(2026, 12, 31),
        date(2027, 4, 28),
        None,
    ]
    assert found[1].expense == SCAN


def test_money_comes_back_in_parts_from_several_sources(filled: Workspace) -> None:
    save_money(filled, replace(money("100.00"), expense_id=None, claim_id=DENIED.id))
    save_money(filled, money("60.25", date(2027, 1, 4), Source.COPAY_CARD))
    found = filled.read(partial(claims.reimbursements, expense_id=SCAN.id))
    assert [(each.amount, each.source) for each in found] == [
        (Decimal("100.00"), Source.INSURER),
        (Decimal("60.25"), Source.COPAY_CARD),
    ]
    assert filled.read(claims.claims)[1].back == Decimal("100.00")
    of_2027 = filled.read(partial(claims.money_back, first=date(2027, 1, 1), last=date(2027, 12, 31)))
    assert [each.amount for each in of_2027] == [Decimal("60.25")]


def test_more_money_than_the_cost_is_asked_about(filled: Workspace) -> None:
    save_money(filled, money("200.00"))
    with pytest.raises(InvalidEntry) as told:
        save_money(filled, money("40.01"))
    assert told.value.field == "amount"
    assert told.value.message == "With this, $240.01 came back for a cost of $240.00. Please check the amount."
    save_money(filled, money("40.00"))


def test_a_changed_amount_does_not_count_twice(filled: Workspace) -> None:
    first = money("240.00")
    save_money(filled, first)
    less = replace(first, amount=Decimal("230.00"))
    filled.write(partial(claims.save_reimbursement, before=first, after=less))
    assert filled.read(partial(claims.reimbursements, expense_id=SCAN.id)) == [less]


def test_a_claim_that_was_appealed_waits_for_its_answer(filled: Workspace) -> None:
    filled.write(partial(claims.save_claim, before=DENIED, after=replace(DENIED, appealed_on=date(2026, 11, 20))))
    steps = [running.clock.step for running in filled.read(claims.claims) if running.clock is not None]
    assert steps == [NextStep.ANSWER, NextStep.APPEAL_ANSWER]
    with pytest.raises(StaleEdit):
        filled.write(partial(claims.save_claim, before=DENIED, after=replace(DENIED, closed=True)))


def test_a_claim_that_is_removed_leaves_its_money_and_calls_and_comes_back_whole(filled: Workspace) -> None:
    save_money(filled, replace(money("100.00"), expense_id=None, claim_id=DENIED.id))
    before = filled.read(claims.claims), filled.read(claims.calls)
    changes = filled.write(partial(claims.remove_claim, claim=DENIED))
    assert DENIED not in [running.claim for running in filled.read(claims.claims)]
    assert [each.amount for each in filled.read(partial(claims.reimbursements, expense_id=SCAN.id))] == [Decimal(100)]
    assert [call.company for call in filled.read(claims.calls)] == ["Maple Health"]
    filled.write(lambda work: work.apply(changes.inverse()))
    assert (filled.read(claims.claims), filled.read(claims.calls)) == before


def test_calls_to_make_again_come_first(filled: Workspace) -> None:
    again = CallNote(day=date(2026, 10, 1), company="Birch Care", outcome="Call again", call_back_on=date(2026, 12, 1))
    filled.write(partial(claims.save_call, before=None, after=again))
    assert filled.read(claims.calls) == [again, CALL]
    done = replace(again, call_back_done=True)
    filled.write(partial(claims.save_call, before=again, after=done))
    assert filled.read(claims.calls) == [CALL, done]
    assert filled.read(claims.companies) == ["Maple Health", "Birch Care"]
    with pytest.raises(InvalidEntry, match="Whom did you call"):
        filled.write(partial(claims.save_call, before=None, after=CallNote(day=date(2026, 10, 1))))


def test_a_list_of_money_turns_into_another_in_one_step(filled: Workspace) -> None:
    ten, twenty, thirty = money("10.00"), money("20.00"), money("180.00")
    filled.write(partial(claims.save_money, before=(), after=(ten, twenty, thirty)))
    swapped = (replace(ten, amount=Decimal("180.00")), replace(thirty, amount=Decimal("15.00")))
    filled.write(partial(claims.save_money, before=(ten, twenty, thirty), after=swapped))
    found = filled.read(partial(claims.reimbursements, expense_id=SCAN.id))
    assert sorted(each.amount for each in found) == [Decimal("15.00"), Decimal("180.00")]


def test_too_much_money_is_told_at_its_own_line(filled: Workspace) -> None:
    first, second = money("200.00"), money("50.00")
    with pytest.raises(InvalidEntry) as refused:
        filled.write(partial(claims.save_money, before=(), after=(first, second)))
    assert refused.value.field == f"amount {first.id}"
    assert filled.read(partial(claims.reimbursements, expense_id=SCAN.id)) == []


@pytest.mark.parametrize("typed", ["R-007", "r7", "7", "R 7", "R-007 · Lakeside Imaging · $240.00"])
def test_a_cost_is_found_by_its_number(filled: Workspace, typed: str) -> None:
    assert filled.read(partial(claims.cost_meant, typed=typed)) == SCAN


@pytest.mark.parametrize("typed", ["R-8", "Lakeside", "7.50", "R-", "0"])
def test_a_cost_that_there_is_not_is_told(filled: Workspace, typed: str) -> None:
    with pytest.raises(InvalidEntry) as refused:
        filled.read(partial(claims.cost_meant, typed=typed))
    assert refused.value.field == "expense_id"


def test_one_claim_comes_with_its_cost_and_money(filled: Workspace) -> None:
    save_money(filled, replace(money("100.00"), claim_id=DENIED.id))
    running = filled.read(partial(claims.with_money, claim=DENIED))
    assert (running.expense, running.back) == (SCAN, Decimal("100.00"))
    assert filled.read(partial(claims.claims_of, expense_id=SCAN.id)) == [DENIED]
