"""The form of a claim: days as they are typed, what comes next while they are, money in parts, and what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from shiboken6 import isValid

from caregiver_app.domain.claims import Claim, ClaimState, PlanKind
from caregiver_app.domain.expenses import Expense, Source
from caregiver_app.services.expenses import claims
from caregiver_app.services.expenses.claims import RunningClaim
from caregiver_app.ui.expenses.claim_editor import ClaimEditor
from caregiver_app.ui.widgets.banner import Banner
from tests.a11y.claim_screens import cost, running
from tests.stage import Stage, spin

Opening = Callable[..., ClaimEditor]


@pytest.fixture
def opened(stage: Stage) -> Iterator[Opening]:
    """Opens the form of a claim."""
    forms: list[ClaimEditor] = []

    def open_form(claim: Claim | None = None, expense: Expense | None = None) -> ClaimEditor:
        form = ClaimEditor(stage.parts, claim, stage.window, expense=expense)
        form.open()
        spin()
        forms.append(form)
        return form

    yield open_form
    for form in forms:
        if isValid(form):
            form.done(0)
    spin()


def kept(stage: Stage, company: str) -> RunningClaim:
    return next(each for each in stage.workspace.read(claims.claims) if each.claim.company == company)


def type_into(form: ClaimEditor, name: str, text: str) -> None:
    """Type a day and leave the field."""
    line = form.days.lines[name]
    line.setText(text)
    line.editingFinished.emit()


def test_days_are_read_as_they_are_typed(stage: Stage, opened: Opening) -> None:
    form = opened()
    form.company.setEditText("Maple Health")
    form.plan.choose(PlanKind.EMPLOYER_PLAN)
    type_into(form, "billed_on", "Nov 3")
    type_into(form, "filed_on", "yesterday")
    assert [form.days.lines[name].text() for name in ("billed_on", "filed_on")] == ["Tue Nov 3", "Sat Nov 21"]
    form.try_to_save()
    claim = kept(stage, "Maple Health").claim
    assert (claim.billed_on, claim.filed_on) == (date(2026, 11, 3), date(2026, 11, 21))
    assert (claim.eob_on, claim.paid_on, claim.denied_on, claim.expense_id) == (None, None, None, None)
    stage.parts.actions.undo()
    assert "Maple Health" not in {each.claim.company for each in stage.workspace.read(claims.claims)}


def test_a_line_tells_what_comes_next_while_it_is_typed(opened: Opening) -> None:
    form = opened()
    told = [form.next.text()]
    form.plan.choose(PlanKind.EMPLOYER_PLAN)
    form.days.lines["filed_on"].setText("Nov 2")
    told.append(form.next.text())
    form.no_fold.open()
    form.days.lines["denied_on"].setText("Nov 20")
    told.append(form.next.text())
    form.days.lines["appeal_by"].setText("Mar 1")
    told.append(form.next.text())
    form.days.lines["appealed_on"].setText("today")
    told.append(form.next.text())
    form.closed.setChecked(True)
    told.append(form.next.text())
    assert told == [
        "Not filed yet. File it with the plan. Ask the plan how long you have.",
        "Filed. The plan should answer by Fri Jan 1 2027.",
        "Denied. Appeal by Wed May 19 2027. This is the usual time; the day on your notice decides.",
        "Denied. Appeal by Mon Mar 1 2027. That is the day on your notice, and it decides.",
        "Appealed. The answer to the appeal should come by Thu Jan 21 2027.",
        "Closed. Nothing more to do here.",
    ]


@pytest.mark.parametrize("plan", [PlanKind.OTHER, PlanKind.MEDICAID])
def test_where_the_rule_is_open_it_says_to_ask_the_plan(opened: Opening, plan: PlanKind) -> None:
    form = opened()
    form.plan.choose(plan)
    assert "Ask the plan" in form.fields["plan"].help.text()
    for name in ("filed_on", "denied_on", "appealed_on"):
        form.days.lines[name].setText("Nov 20")
        assert "sk the plan" in form.next.text(), name


def test_a_cost_is_named_by_its_number(stage: Stage, opened: Opening) -> None:
    form = opened()
    meant = cost(stage)
    form.cost.setEditText(f"r{meant.number}")
    form.cost.line.editingFinished.emit()
    assert form.cost.text().startswith(f"R-{meant.number:03d} · Corner Pharmacy · $15.00")
    assert form.money.told.text() == "$0.00 of $15.00 came back; $15.00 is left."
    form.company.setEditText("Maple Health")
    form.try_to_save()
    assert kept(stage, "Maple Health").expense == meant


def test_a_number_that_there_is_not_is_told_at_its_field(stage: Stage, opened: Opening) -> None:
    form = opened()
    form.cost.setEditText("R-9999")
    form.try_to_save()
    assert form.isVisible()
    sentence = "There is no cost like “R-9999.” Type its number, like R-014, or choose one."
    assert form.fields["expense_id"].error.text() == sentence
    form.cost.setEditText("")
    form.try_to_save()
    assert not form.isVisible()


def test_a_company_that_is_known_brings_its_kind_of_plan(opened: Opening) -> None:
    form = opened()
    form.company.setEditText("Lakeside H")
    form.company.line.editingFinished.emit()
    assert (form.company.text(), form.plan.value()) == ("Lakeside Health Plan", PlanKind.EMPLOYER_PLAN)


def test_every_wrong_field_says_so_and_nothing_is_lost(stage: Stage, opened: Opening) -> None:
    form = opened(expense=cost(stage))
    form.billed.setText("12.5.0")
    form.days.lines["filed_on"].setText("soon")
    form.days.lines["denied_on"].setText("30 February")
    form.money.add_empty()
    row = form.money.rows[0]
    row.amount.setText("$-5")
    form.try_to_save()
    assert form.isVisible()
    wrong = {name.split(" ")[0]: each.error.text() for name, each in form.fields.items() if each.error.text()}
    assert set(wrong) == {"billed", "filed_on", "denied_on", "amount"}
    assert wrong["filed_on"] == "We could not read “soon” as a day. Try “Fri” or “11/27.”"
    assert form.no_fold.is_open
    assert form.days.lines["filed_on"].text() == "soon"


def test_days_in_the_wrong_order_are_told_at_the_later_one(stage: Stage, opened: Opening) -> None:
    form = opened(running(stage, ClaimState.DENIED).claim)
    form.days.lines["billed_on"].setText("Nov 10")
    form.days.lines["filed_on"].setText("Nov 12")
    form.try_to_save()
    wrong = {name: each.error.text() for name, each in form.fields.items() if each.error.text()}
    assert wrong == {"denied_on": "It was denied before it was filed. Please check the days."}
    form.days.lines["denied_on"].setText("Nov 20")
    form.try_to_save()
    assert not form.isVisible()
    claim = running(stage, ClaimState.DENIED).claim
    assert (claim.billed_on, claim.filed_on, claim.denied_on) == (
        date(2026, 11, 10),
        date(2026, 11, 12),
        date(2026, 11, 20),
    )


def test_money_that_came_is_kept_with_the_claim_in_one_step(stage: Stage, opened: Opening) -> None:
    claim = running(stage, ClaimState.PAID).claim
    form = opened(claim)
    assert form.money.told.text() == "$120.00 of $250.00 came back; $130.00 is left."
    QTest.mouseClick(form.money.add_button, Qt.MouseButton.LeftButton)
    row = form.money.rows[1]
    assert form.focusWidget() is row.amount
    row.amount.setText("30")
    row.day.setText("nov 3")
    row.source.choose(Source.GRANT)
    form.money.rows[0].amount.setText("100")
    form.try_to_save()
    assert not form.isVisible()
    money = running(stage, ClaimState.PAID).money
    assert [(each.amount, each.received_on, each.source) for each in money] == [
        (Decimal(100), money[0].received_on, Source.INSURER),
        (Decimal(30), date(2026, 11, 3), Source.GRANT),
    ]
    assert {each.expense_id for each in money} == {claim.expense_id}
    stage.parts.actions.undo()
    assert [each.amount for each in running(stage, ClaimState.PAID).money] == [Decimal(120)]


def test_money_is_taken_off_by_its_button(stage: Stage, opened: Opening) -> None:
    form = opened(running(stage, ClaimState.PAID).claim)
    form.money.rows[0].remove_button.click()
    spin()
    assert form.focusWidget() is form.money.add_button
    form.try_to_save()
    assert running(stage, ClaimState.PAID).money == ()


def test_more_than_the_cost_is_told_at_its_line(stage: Stage, opened: Opening) -> None:
    form = opened(running(stage, ClaimState.PAID).claim)
    form.money.add_empty()
    form.money.rows[1].amount.setText("200")
    assert form.money.told.text() == "That is $70.00 more than the cost."
    form.try_to_save()
    error = form.money.rows[1].fields[f"amount {form.money.rows[1].money.id}"].error.text()
    assert error == "With this, $320.00 came back for a cost of $250.00. Please check the amount."
    assert [each.amount for each in running(stage, ClaimState.PAID).money] == [Decimal(120)]


def test_a_claim_that_changed_elsewhere_is_told_and_the_words_stay(stage: Stage, opened: Opening) -> None:
    claim = running(stage, ClaimState.DENIED).claim
    form = opened(claim)
    form.reference.setText("B-2")
    stage.workspace.write(partial(claims.save_claim, before=claim, after=replace(claim, notes="They called")))
    form.try_to_save()
    assert form.isVisible()
    assert form.reference.text() == "B-2"
    assert "Your words are safe in this window." in form.findChild(Banner).sentence.text()
    assert running(stage, ClaimState.DENIED).claim.notes == "They called"


def test_a_claim_is_removed_and_its_money_stays_with_the_cost(stage: Stage, opened: Opening) -> None:
    claim = running(stage, ClaimState.PAID).claim
    form = opened(claim)
    form.remove_button.click()
    assert claim.expense_id is not None
    money = stage.workspace.read(partial(claims.reimbursements, expense_id=claim.expense_id))
    assert [(each.amount, each.claim_id) for each in money] == [(Decimal(120), None)]
