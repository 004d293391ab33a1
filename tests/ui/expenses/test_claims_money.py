"""Money that came back for a cost, and calls about money: what is asked, kept, and told when it is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial

import pytest
from shiboken6 import isValid

from caregiver_app.domain.claims import CallNote, ClaimState
from caregiver_app.domain.expenses import Expense, PaidHow, Reimbursement, Source
from caregiver_app.services.expenses import claims, family, ledger
from caregiver_app.ui.expenses.call_editor import CallEditor
from caregiver_app.ui.expenses.money_back import MoneyBackEditor
from caregiver_app.ui.widgets.texts import Text
from tests.a11y.claim_screens import cost, running
from tests.stage import Stage, spin


@pytest.fixture
def form(stage: Stage) -> Iterator[MoneyBackEditor]:
    """What came back for the last prescription."""
    opened = MoneyBackEditor(stage.parts, cost(stage), stage.window)
    opened.open()
    spin()
    yield opened
    if isValid(opened):
        opened.done(0)


@pytest.fixture
def call(stage: Stage) -> Iterator[CallEditor]:
    """A new call."""
    opened = CallEditor(stage.parts, parent=stage.window)
    opened.open()
    spin()
    yield opened
    if isValid(opened):
        opened.done(0)


def money_of(stage: Stage, expense: Expense) -> list[Reimbursement]:
    return stage.workspace.read(partial(claims.reimbursements, expense_id=expense.id))


def test_an_amount_and_enter_is_enough(stage: Stage, form: MoneyBackEditor) -> None:
    assert form.about.text() == "R-105 · Corner Pharmacy · $15.00 · Tue Nov 3"
    row = form.money.rows[0]
    assert form.focusWidget() is row.amount
    row.amount.setText("12.50")
    assert form.money.told.text() == "$12.50 of $15.00 came back; $2.50 is left."
    form.try_to_save()
    (money,) = money_of(stage, cost(stage))
    assert (money.amount, money.received_on, money.source) == (Decimal("12.50"), date(2026, 11, 22), Source.INSURER)
    stage.parts.actions.undo()
    assert not money_of(stage, cost(stage))


def test_money_from_an_hsa_is_said_to_count_once(form: MoneyBackEditor) -> None:
    assert not form.money.account.isVisible()
    form.money.rows[0].source.choose(Source.HSA)
    assert "never claimed twice" in form.money.account.text()
    assert form.money.account.isVisible()


def test_a_cost_paid_from_an_hsa_says_so_at_once(stage: Stage) -> None:
    before = cost(stage)
    after = replace(before, paid_how=PaidHow.HSA)
    stage.parts.actions.run("", partial(ledger.change, before=before, after=after))
    form = MoneyBackEditor(stage.parts, after, stage.window)
    assert form.money.account.text() == "This was paid from an HSA or FSA. The same money is never claimed twice."
    form.deleteLater()


def test_a_cost_that_several_paid_says_to_whom_money_goes(stage: Stage) -> None:
    expense = next(each for each in stage.workspace.read(family.shared) if each.shares)
    form = MoneyBackEditor(stage.parts, expense, stage.window)
    said = [text.text() for text in form.findChildren(Text)]
    assert "Money that came back is taken off for those who paid, in the parts that they paid." in said
    form.done(0)
    spin()


def test_what_is_wrong_is_told_at_its_line(stage: Stage, form: MoneyBackEditor) -> None:
    row = form.money.rows[0]
    amount, day = (row.fields[f"{name} {row.money.id}"] for name in ("amount", "received_on"))
    row.amount.setText("12.5.0")
    row.amount.editingFinished.emit()
    assert amount.error.text()
    row.amount.setText("16")
    row.day.setText("Feb 30")
    row.day.editingFinished.emit()
    assert day.error.text() == "February 2026 has no day 30. It ends on Feb 28."
    row.day.setText("yesterday")
    form.try_to_save()
    assert amount.error.text() == "With this, $16.00 came back for a cost of $15.00. Please check the amount."
    row.amount.setText("0")
    form.try_to_save()
    assert amount.error.text() == "Type what came back, like 40 or 12.50, or remove this line."
    assert not money_of(stage, cost(stage))


def test_lines_change_within_the_cost_in_any_order(stage: Stage, form: MoneyBackEditor) -> None:
    form.money.rows[0].amount.setText("10")
    form.money.add_empty()
    form.money.rows[1].amount.setText("5")
    form.try_to_save()
    again = MoneyBackEditor(stage.parts, cost(stage), stage.window)
    first, second = again.money.rows[:2]
    ten, five = (first, second) if first.money.amount == 10 else (second, first)
    ten.amount.setText("5")
    five.amount.setText("10")
    again.try_to_save()
    assert sorted(each.amount for each in money_of(stage, cost(stage))) == [Decimal(5), Decimal(10)]
    again.deleteLater()


def test_money_for_a_cost_with_a_claim_counts_for_it(stage: Stage) -> None:
    claim = running(stage, ClaimState.FILED)
    assert claim.expense is not None
    form = MoneyBackEditor(stage.parts, claim.expense, stage.window)
    form.money.rows[0].amount.setText("20")
    form.try_to_save()
    assert running(stage, ClaimState.FILED).back == Decimal(20)
    form.deleteLater()


def test_a_call_is_kept_as_it_was_typed(stage: Stage, call: CallEditor) -> None:
    call.company.setEditText("Birch Care")
    call.person.setText("Robin")
    call.day.setText("Nov 20")
    call.reference.setText("77-A")
    call.outcome.setPlainText("They send the form.")
    call.call_back.setText("friday")
    call.call_back.editingFinished.emit()
    assert call.call_back.text() == "Fri Nov 27"
    call.about.choose(running(stage, ClaimState.DENIED).claim.id)
    call.try_to_save()
    found = next(each for each in stage.workspace.read(claims.calls) if each.company == "Birch Care")
    assert found == CallNote(
        id=found.id,
        day=date(2026, 11, 20),
        company="Birch Care",
        person="Robin",
        reference="77-A",
        outcome="They send the form.",
        call_back_on=date(2026, 11, 27),
        claim_id=running(stage, ClaimState.DENIED).claim.id,
    )


def test_a_call_without_words_is_asked_whom_it_was_with(call: CallEditor) -> None:
    call.try_to_save()
    assert call.isVisible()
    assert call.fields["company"].error.text() == "Whom did you call? Type the company, or what came of it."


def test_a_day_to_call_back_before_the_call_is_told(call: CallEditor) -> None:
    call.company.setEditText("Birch Care")
    call.call_back.setText("Nov 20")
    call.try_to_save()
    assert call.fields["call_back_on"].error.text() == "Call back: this is before the call. Please check the day."


def test_a_call_that_is_moved_takes_its_day_to_call_back_along(stage: Stage) -> None:
    kept = stage.workspace.read(claims.calls)[0]
    form = CallEditor(stage.parts, kept, stage.window)
    form.open()
    form.call_back.setText("Nov 30")
    form.day.setText("today")
    form.done_box.setChecked(True)
    form.try_to_save()
    (after,) = stage.workspace.read(claims.calls)
    assert (after.day, after.call_back_on, after.call_back_done) == (date(2026, 11, 22), date(2026, 11, 30), True)
