"""The Rides tab: opening it, turning its weeks, and one saved ride with its clash check, each with what it asked."""

from __future__ import annotations

from functools import partial
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING, Any

from tests.benchmarks.board_side import Counted, drain, wait_until
from tests.benchmarks.family import TODAY
from tests.benchmarks.marks import Marks
from tests.benchmarks.opened_file import opened_copy

if TYPE_CHECKING:
    from caregiver_app.domain.rides import Trip
    from caregiver_app.services.workspace import Workspace
    from caregiver_app.ui.desktop import Desktop
    from caregiver_app.ui.panel_page import PanelPage

TURNS, RIDES = 10, 21


def main() -> None:
    """Open the file named on the command line, on a copy, and measure."""
    with opened_copy() as (ready, _copy):
        marks = Marks()
        counted = Counted()
        opened(ready, marks, counted)
        turned(ready, marks)
        saved(ready, marks, counted)
        marks.report()


def opened(ready: Desktop, marks: Marks, counted: Counted) -> None:
    """From the click on the tab until all its cards stand painted."""
    counted.reset()
    started = perf_counter()
    ready.window.show_tab("rides")
    drain()
    cards = the_panel(ready).list
    wait_until(lambda: bool(cards.is_whole))
    drain()
    marks.mark("rides", perf_counter() - started)
    marks.mark("rides selects", counted.selects)
    marks.mark("rides cards", len(cards.cards))


def turned(ready: Desktop, marks: Marks) -> None:
    """From this week to the next and back, and the same by months, each read and painted anew."""
    panel = the_panel(ready)
    for by in ("week", "month"):
        the_page(ready).show_by(by)
        drain()
        times = []
        for turn in range(TURNS):
            started = perf_counter()
            panel.turn(-1 if turn % 2 else 1)
            wait_until(lambda: bool(panel.list.is_whole))
            drain()
            times.append(perf_counter() - started)
        marks.mark(f"{by} turn", median(times))
    the_page(ready).show_by("coming")
    drain()


def saved(ready: Desktop, marks: Marks, counted: Counted) -> None:
    """One leg after another gets a driver, and another pick-up; each is looked at for clashes as the form does."""
    workspace = ready.actions.workspace
    promises, pick_ups, selects = [], [], []
    for turn in range(RIDES):
        trip = a_trip(workspace, turn)
        counted.reset()
        started = perf_counter()
        promise(workspace, trip)
        promises.append(perf_counter() - started)
        trip = a_trip(workspace, turn)
        started = perf_counter()
        change(workspace, trip, turn)
        pick_ups.append(perf_counter() - started)
        selects.append(counted.selects)
    marks.mark("promise", median(promises))
    marks.mark("pick-up", median(pick_ups))
    marks.mark("ride selects", median(selects))


def a_trip(workspace: Workspace, turn: int) -> Trip:
    """One of the legs to come."""
    from caregiver_app.services import agenda

    found = workspace.read(partial(agenda.coming, today=TODAY)).visits
    trips = [trip for visit in found for trip in visit.trips if trip.pick_up is not None]
    return trips[turn % len(trips)]


def promise(workspace: Workspace, trip: Trip) -> None:
    """The best of those who could drive says yes; the visit is read again with what to look at."""
    from caregiver_app.services import agenda, rides

    best = workspace.read(partial(rides.choices, trip=trip, today=TODAY))[0].person
    workspace.write(partial(rides.promise, trip=trip, person_id=best.id, now=workspace.clock.now()))
    workspace.read(partial(agenda.visit, id=trip.appointment.id, today=TODAY))


def change(workspace: Workspace, trip: Trip, turn: int) -> None:
    """The pick-up is some minutes earlier or later, saved as the form does; the visit is read again to look at."""
    from dataclasses import replace
    from datetime import timedelta

    from caregiver_app.domain.rides import Leg
    from caregiver_app.services import agenda, appointments
    from caregiver_app.services.tasks import Scope

    assert trip.pick_up is not None, "only legs with a time are taken"
    minutes = 1 + turn % 5
    later = trip.pick_up + timedelta(minutes=minutes if trip.ride.leg is Leg.HOME else -minutes)
    visit = workspace.read(partial(agenda.one_visit, appointment=trip.appointment))
    before = [each.ride for each in visit.trips]
    after = [replace(ride, pick_up=later.time()) if ride.id == trip.ride.id else ride for ride in before]
    same: Any = {"before": visit.appointment, "after": visit.appointment, "scope": Scope.ONE}
    now = workspace.clock.now()
    workspace.write(partial(appointments.save, **same, rides=after, rides_before=before, now=now))
    workspace.read(partial(agenda.visit, id=visit.id, today=TODAY))


def the_page(ready: Desktop) -> PanelPage:
    """The page of the Rides tab, which is in front."""
    from caregiver_app.ui.panel_page import PanelPage

    page = ready.window.page
    if not isinstance(page, PanelPage):
        raise SystemExit("there is no Rides tab")
    return page


def the_panel(ready: Desktop) -> Any:
    """What the Rides tab shows."""
    from caregiver_app.ui.rides.panel import RidesPanel

    panel = ready.window.findChild(RidesPanel)
    if panel is None:
        raise SystemExit("there is no Rides tab")
    return panel


if __name__ == "__main__":
    main()
