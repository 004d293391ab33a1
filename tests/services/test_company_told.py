"""Whoever comes along to a visit is kept in mind until they know that it moved or is off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from functools import partial

import pytest

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.company_words import company_again_words, company_moved_words, company_off_words
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.problems import StaleEdit
from caregiver_app.domain.visits import Visit
from caregiver_app.services import agenda, appointments, outlook, telling
from caregiver_app.services.appointments import Child
from caregiver_app.services.workspace import Workspace
from tests.services.test_printing import SAM, keep

ROSA = Person(name="Rosa Martin")
MARIA = Person(name="Maria Rivers", role=Role.CARED_FOR)
DAY = date(2026, 11, 24)
SCAN = Appointment(title="CT scan", day=DAY, clock=time(9, 15), companion_id=ROSA.id)
KNOWN = (DAY, time(9, 15))


@pytest.fixture
def family(workspace: Workspace) -> Workspace:
    keep(workspace, SAM, ROSA, MARIA)
    now = workspace.clock.now()
    workspace.write(partial(appointments.add, appointment=SCAN, now=now))
    return workspace


def visit(workspace: Workspace) -> Visit:
    return workspace.read(partial(agenda.visit, id=SCAN.id, today=workspace.clock.today()))


def do(workspace: Workspace, deed: Callable[..., object], **more: object) -> Appointment:
    """Do it with the visit as it is now."""
    before = visit(workspace).appointment
    workspace.write(partial(deed, appointment=before, now=workspace.clock.now(), **more))
    return visit(workspace).appointment


def sentences(workspace: Workspace) -> list[str]:
    return [each.sentence for each in visit(workspace).cautions]


def test_who_comes_along_is_to_be_told_of_a_move_until_they_know(family: Workspace) -> None:
    moved = do(family, appointments.move, day=DAY + timedelta(1), clock=time(9, 15))
    assert (moved.companion_day, moved.companion_clock) == KNOWN
    known = "Rosa comes along and knows of Nov 24, 9:15 am. Tell Rosa it is Wed Nov 25, 9:15 am now."
    assert known in sentences(family)
    again = do(family, appointments.move, day=DAY + timedelta(2), clock=time(10))
    assert again.known_plan == KNOWN
    family.write(partial(telling.knows, person_id=ROSA.id, today=family.clock.today()))
    assert "Rosa" not in " ".join(sentences(family))


def test_back_on_its_day_there_is_nothing_to_tell(family: Workspace) -> None:
    do(family, appointments.move, day=DAY + timedelta(1), clock=time(9, 15))
    assert do(family, appointments.move, day=DAY, clock=time(9, 15)) == SCAN


def test_of_a_cancelled_visit_too_and_no_more_when_it_is_on_again(family: Workspace) -> None:
    do(family, appointments.cancel)
    assert "Rosa was to come along. Tell Rosa the visit is cancelled." in sentences(family)
    assert do(family, appointments.restore) == SCAN
    do(family, appointments.cancel)
    family.write(partial(telling.company_told, appointment=visit(family).appointment))
    assert sentences(family) == []


def test_somebody_else_who_comes_along_knows_the_new_day(family: Workspace) -> None:
    do(family, appointments.move, day=DAY + timedelta(1), clock=time(9, 15))
    before = visit(family).appointment
    after = replace(before, companion_id=SAM.id)
    change = partial(appointments.change_one, old=visit(family), after=after, rides=None, children={})
    family.write(partial(change, now=family.clock.now()))
    assert visit(family).appointment.companion_day is None


def test_nobody_comes_along_any_more_where_that_was_chosen(family: Workspace) -> None:
    moved = do(family, appointments.move, day=DAY + timedelta(1), clock=None, children={SCAN.id: Child.DROP})
    assert (moved.companion_id, moved.companion_day) == (None, None)


def test_looking_ahead_says_nothing_of_telling(family: Workspace) -> None:
    do(family, appointments.move, day=DAY + timedelta(1), clock=time(9, 15))
    look = partial(outlook.outlook, day=DAY + timedelta(3), clock=time(9, 15), today=family.clock.today())
    ahead = family.read(partial(look, visit=visit(family)))
    assert "Rosa" not in " ".join(each.sentence for each in ahead.cautions)


def test_a_visit_that_changed_meanwhile_is_not_noted_as_told(family: Workspace) -> None:
    moved = do(family, appointments.move, day=DAY + timedelta(1), clock=time(9, 15))
    do(family, appointments.move, day=DAY + timedelta(2), clock=time(9, 15))
    with pytest.raises(StaleEdit):
        family.write(partial(telling.company_told, appointment=moved))


def test_the_words_never_say_what_the_visit_is_for() -> None:
    moved = SCAN.with_news(replace(SCAN, day=DAY + timedelta(1)))
    later = SCAN.with_news(replace(SCAN, clock=time(11)))
    assert company_moved_words(moved, ROSA, SAM, MARIA, False) == (
        "Hi Rosa, the visit for M. that you come along to has moved from Nov 24 to Wed Nov 25 at 9:15 am. "
        "Does that still work for you? If not, no problem at all. Thank you, Sam"
    )
    assert "from 9:15 am to 11:00 am on Tue Nov 24" in company_moved_words(later, ROSA, SAM, MARIA, False)
    assert company_off_words(SCAN, ROSA, SAM, MARIA) == (
        "Hi Rosa, you don’t need to come along to the visit for M. on Tue Nov 24 after all. Thank you, Sam"
    )
    assert "my visit on Tue Nov 24 at 9:15 am is on again" in company_again_words(
        replace(SCAN, person_id=SAM.id), ROSA, SAM, MARIA, False
    )
