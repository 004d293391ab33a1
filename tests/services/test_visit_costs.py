"""What is told of a visit becomes costs, changes and takes them out, all in the one step of telling."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

import pytest

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.expenses import AgreedShares, Expense, Share
from caregiver_app.domain.outcomes import Outcome
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.places import Place
from caregiver_app.domain.records import ChangeSet
from caregiver_app.services import agenda, expenses, outcomes
from caregiver_app.services.workspace import Workspace

TODAY = date(2026, 11, 22)
SAM, TESS = Person(name="Sam Rivers", role=Role.CAREGIVER), Person(name="Tess Rivers")
CENTER = Place(name="Lakeside Center", miles=Decimal("18.5"))
VISIT = Appointment(title="Infusion", day=date(2026, 11, 20), place_id=CENTER.id)
HALVES = (Share(person_id=SAM.id, parts=1), Share(person_id=TESS.id, parts=1))


@pytest.fixture
def home(workspace: Workspace) -> Workspace:
    """A visit two days ago, and a family that shares in halves."""

    def begin(work: Any) -> None:
        for record in (SAM, TESS, CENTER, VISIT, AgreedShares(shares=HALVES)):
            work.put(record)

    workspace.write(begin)
    return workspace


def tell(home: Workspace, **told: Any) -> ChangeSet:
    """Tell how the visit went, or tell it again with other facts."""
    visit = home.read(partial(agenda.visit, id=VISIT.id, today=TODAY))
    now = home.clock.now()
    outcome = visit.outcome or Outcome(appointment_id=VISIT.id, told_at=now)
    return home.write(partial(outcomes.save, visit=visit, outcome=replace(outcome, **told), now=now))


def costs(home: Workspace) -> dict[str, Expense]:
    """The costs there are, by what was told."""
    kept = home.read(lambda work: work.all(Expense))
    which = {("parking_tolls", Decimal(8)): "parking", ("parking_tolls", Decimal("3.25")): "tolls"}
    return {which.get((each.kind, each.amount), each.kind): each for each in kept}


def test_parking_tolls_and_miles_are_a_cost_each_of_the_day_of_the_visit(home: Workspace) -> None:
    tell(home, parking=Decimal(8), tolls=Decimal("3.25"), miles=Decimal(37))
    found = costs(home)
    assert set(found) == {"parking", "tolls", "mileage"}
    for each in found.values():
        assert (each.served_on, each.paid_on, each.appointment_id) == (VISIT.day, VISIT.day, VISIT.id)
    assert sorted(each.number for each in found.values()) == [1, 2, 3]
    assert (found["parking"].payee, found["parking"].shares) == ("Lakeside Center", HALVES)
    drive = found["mileage"]
    assert (drive.miles, drive.amount, drive.from_to) == (Decimal(37), Decimal(0), "Home to Lakeside Center and back")


def test_one_undo_takes_all_of_it_back(home: Workspace) -> None:
    done = tell(home, parking=Decimal(8), miles=Decimal(37))
    home.apply(done.inverse())
    assert costs(home) == {}
    assert home.read(lambda work: work.all(Outcome)) == []


def test_told_again_the_same_costs_change_or_go_and_come_again_with_a_new_number(home: Workspace) -> None:
    tell(home, parking=Decimal(6), miles=Decimal(37))
    tell(home, parking=Decimal(8), miles=None)
    assert {name: each.number for name, each in costs(home).items()} == {"parking": 1}
    tell(home, parking=Decimal(0), miles=Decimal(20))
    assert {name: (each.miles, each.number) for name, each in costs(home).items()} == {"mileage": (Decimal(20), 3)}


def test_what_was_told_as_before_leaves_what_was_done_to_its_cost_by_hand(home: Workspace) -> None:
    tell(home, parking=Decimal(8), miles=Decimal(37))
    found = costs(home)
    home.write(partial(expenses.change, before=found["parking"], after=replace(found["parking"], payee="Garage B")))
    home.write(partial(expenses.remove, expenses=[found["mileage"]]))
    tell(home, notes="A long wait")
    assert {name: each.payee for name, each in costs(home).items()} == {"parking": "Garage B"}
    tell(home, miles=Decimal(40))
    assert set(costs(home)) == {"parking", "mileage"}


def test_a_visit_without_costs_makes_none(home: Workspace) -> None:
    tell(home, notes="Went well", parking=Decimal(0))
    assert costs(home) == {}
