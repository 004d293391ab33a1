"""A year and the family's shares come from what is stored, on both databases, and change back with undo."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

import pytest

from caregiver_app.domain.expenses import Expense, OwnFigure, PaidBack, PaidPart, Reimbursement, Share, Source, TaxYear
from caregiver_app.domain.money.tax_return import ScheduleA
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.services.expenses import family, years
from caregiver_app.services.expenses.rates import save_figure
from caregiver_app.services.workspace import Workspace
from caregiver_app.storage.unit_of_work import UnitOfWork
from tests.services.conftest import TODAY

SAM = Person(name="Sam Rivers", role=Role.CAREGIVER)
KIM = Person(name="Kim Rivers")
HALVES = (Share(person_id=SAM.id, parts=1), Share(person_id=KIM.id, parts=1))


def cost(number: int, kind: str, amount: str, day: date = TODAY, **more: Any) -> Expense:
    """A cost that was paid on the day of the service."""
    return Expense(number=number, kind=kind, amount=Decimal(amount), served_on=day, paid_on=day, **more)


SCAN = cost(1, "labs_scans", "240.00", date(2025, 12, 20))
WIG = cost(2, "wig", "180.00")
SHARED = cost(3, "visit", "50.00", shares=HALVES, paid_by=(PaidPart(person_id=KIM.id, amount=Decimal("50.00")),))
TRIP = cost(4, "mileage", "0", date(2027, 1, 4), miles=Decimal(40), receipt_needed=False)
BACK = Reimbursement(expense_id=SCAN.id, received_on=date(2026, 2, 1), amount=Decimal(100), source=Source.INSURER)


@pytest.fixture
def filled(workspace: Workspace) -> Workspace:
    """Costs of three years."""

    def fill(work: UnitOfWork) -> None:
        for record in (SAM, KIM, SCAN, WIG, SHARED, TRIP, BACK):
            work.put(record)

    workspace.write(fill)
    return workspace


def test_each_year_has_its_costs_and_the_money_that_came_in_it(filled: Workspace) -> None:
    assert filled.read(partial(years.years, today=TODAY)) == [2027, 2026, 2025]
    found = filled.read(partial(years.summary, year=2026))
    assert (found.paid, found.net_medical, found.earlier) == (Decimal(230), Decimal(50), (BACK,))
    assert filled.read(partial(years.summary, year=2025)).net_medical == Decimal(240)


def test_an_answer_counts_and_is_taken_back(filled: Workspace) -> None:
    asked = [each for question in filled.read(partial(years.questions, year=2026)) for each in question.open]
    assert asked == [WIG]
    changes = filled.write(partial(years.answer, expenses=asked, counts=True))
    assert filled.read(partial(years.summary, year=2026)).counts == Decimal(230)
    filled.write(lambda work: work.apply(changes.inverse()))
    assert filled.read(partial(years.summary, year=2026)).counts == Decimal(50)
    with pytest.raises(InvalidEntry):
        filled.write(partial(years.answer, expenses=[SHARED], counts=True))


def test_an_income_is_kept_only_when_somebody_says_so(filled: Workspace) -> None:
    tried = filled.read(partial(years.summary, year=2025, agi=Decimal(2000)))
    assert isinstance(tried.form, ScheduleA)
    assert tried.form.deduction == Decimal(90)
    assert filled.read(partial(years.summary, year=2025)).form is None
    filled.write(partial(years.save_year, after=TaxYear(year=2025, agi=Decimal(2000))))
    assert filled.read(partial(years.summary, year=2025)).form == tried.form


def test_a_rate_that_is_not_published_may_be_typed(filled: Workspace) -> None:
    assert filled.read(partial(years.summary, year=2027)).no_rate == Decimal(40)
    own = OwnFigure(
        figure="medical_mileage", first=date(2027, 1, 1), last=date(2027, 12, 31), value=Decimal("0.24"), source="IRS"
    )
    filled.write(partial(save_figure, before=None, after=own))
    found = filled.read(partial(years.summary, year=2027))
    assert (found.no_rate, found.counts) == (Decimal(0), Decimal("9.60"))


def test_the_papers_of_a_year_have_every_cost_by_number(filled: Workspace) -> None:
    papers = filled.read(partial(years.papers, year=2026))
    assert [each.number for each, _ in papers.costs] == [2, 3]
    assert papers.missing == (WIG, SHARED)


def test_the_family_is_even_after_the_payment(filled: Workspace) -> None:
    owed = filled.read(family.settle)
    assert [(each.from_id, each.to_id, each.amount) for each in owed.payments] == [(SAM.id, KIM.id, Decimal(25))]
    paid = PaidBack(from_id=SAM.id, to_id=KIM.id, day=TODAY, amount=Decimal(25))
    filled.write(partial(family.save_payment, before=None, after=paid))
    assert filled.read(family.settle).payments == ()
    filled.write(partial(family.save_payment, before=paid, after=replace(paid, amount=Decimal(20))))
    assert [each.amount for each in filled.read(family.settle).payments] == [Decimal(5)]
    with pytest.raises(InvalidEntry):
        filled.write(partial(family.save_payment, before=None, after=replace(paid, amount=Decimal(0))))


def test_the_agreement_is_for_new_costs(filled: Workspace) -> None:
    assert filled.read(family.agreed).shares == ()
    filled.write(partial(family.save_agreed, shares=HALVES))
    assert filled.read(family.agreed).shares == HALVES
    assert filled.read(family.settle).count == 1
