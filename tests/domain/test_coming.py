"""The order of the visits to come: near ones first, then open ones, then the rest."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.coming import Group, groups_of
from caregiver_app.domain.rides import Leg, Ride, Trip, task_of
from caregiver_app.domain.tasks import Item, occurrence_of
from caregiver_app.domain.visits import Visit

TODAY = date(2026, 12, 8)


def visit(title: str, days: int, clock: time | None = None, *, is_open: bool = False) -> Visit:
    appointment = Appointment(title=title, day=TODAY + timedelta(days), clock=clock)
    if not is_open:
        return Visit(appointment=appointment)
    ride = Ride(appointment_id=appointment.id, leg=Leg.THERE)
    task = task_of(ride, appointment, None, "Maria")
    trip = Trip(ride, appointment, Item(task, occurrence_of(task, task.day)), None)
    return Visit(appointment=appointment, trips=(trip,))


def shown(*visits: Visit) -> dict[Group, list[str]]:
    return {each.group: [one.appointment.title for one in each.visits] for each in groups_of(visits, TODAY)}


def test_today_stands_before_open_visits_that_are_months_away() -> None:
    found = shown(visit("Open in March", 90, is_open=True), visit("Scan", 20), visit("Infusion", 0, time(9)))
    assert found == {Group.NEAR: ["Infusion"], Group.OPEN: ["Open in March"], Group.LATER: ["Scan"]}
    assert list(found) == [Group.NEAR, Group.OPEN, Group.LATER]


def test_an_open_visit_is_first_in_its_day_and_no_earlier() -> None:
    found = shown(
        visit("Late and open", 1, time(16), is_open=True), visit("Early", 1, time(8)), visit("Today", 0, time(17))
    )
    assert found == {Group.NEAR: ["Today", "Late and open", "Early"]}


@pytest.mark.parametrize(("days", "group"), [(7, Group.NEAR), (8, Group.OPEN)])
def test_near_is_a_week_from_today(days: int, group: Group) -> None:
    assert shown(visit("Open", days, is_open=True)) == {group: ["Open"]}


def test_nothing_to_come_makes_no_group() -> None:
    assert groups_of([], TODAY) == ()
