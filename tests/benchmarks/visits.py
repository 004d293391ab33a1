"""The visits of the made-up family: 100 in 13 weeks, half of them with both rides; 4,000 and 6,000 in ten years."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from uuid import UUID, uuid5

from caregiver_app.domain.appointments import Appointment, AppointmentStatus, Series
from caregiver_app.domain.calendar import Every, Repeat
from caregiver_app.domain.care_team import Clinician
from caregiver_app.domain.household import HOUSEHOLD_ID
from caregiver_app.domain.outcomes import Outcome
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.places import Place
from caregiver_app.domain.rides import Leg, Ride, task_of
from caregiver_app.domain.tasks import Answer, Ask, Status, occurrence_of
from caregiver_app.storage.unit_of_work import UnitOfWork

CYCLE_WEEKS, IN_CYCLE = 13, 100
BUSY_WEEKS = 9  # of a cycle have eight visits, the others seven
PLACES, CLINICIANS = 12, 20


def _id(name: str) -> UUID:
    return uuid5(HOUSEHOLD_ID, f"benchmark {name}")


def _place(number: int) -> Place:
    return Place(
        id=_id(f"place {number}"),
        name=f"Sample Clinic {number}",
        travel_minutes=15 + number,
        miles=Decimal(5 + number),
    )


SERIES = Series(id=_id("series"), title="Infusion", first=date(2016, 12, 1), repeat=Repeat(every=Every.WEEKS, on=(1,)))


def add_the_unchanging(work: UnitOfWork) -> None:
    """Whom and where they visit, whatever the years."""
    work.put(Person(id=_id("Maria"), name="Maria Rivers", role=Role.CARED_FOR))
    for number in range(PLACES):
        work.put(_place(number))
    for number in range(CLINICIANS):
        work.put(Clinician(id=_id(f"doctor {number}"), name=f"Dr. Sample{number}", place_id=_place(number % PLACES).id))
    work.put(SERIES)


def add_week(work: UnitOfWork, first: date, today: date, drivers: list[UUID]) -> None:
    """The visits of one week. The first of each week belongs to the one series that goes on through all years."""
    cycle, week = divmod(first.toordinal() // 7, CYCLE_WEEKS)
    before = cycle * IN_CYCLE + week * 7 + min(week, BUSY_WEEKS)
    for number in range(7 + (week < BUSY_WEEKS)):
        day = first + timedelta(1 + number % 6)
        visit = Appointment(
            id=_id(f"visit {day} {number}"),
            title="Infusion" if number == 0 else f"Visit number {number} of the week",
            day=day,
            clock=time(8 + number, 15),
            place_id=_place((day.toordinal() + number) % PLACES).id,
            clinician_id=_id(f"doctor {(day.toordinal() + number) % CLINICIANS}"),
            status=AppointmentStatus.DONE if day < today else AppointmentStatus.PLANNED,
            series_id=SERIES.id if number == 0 else None,
            original=day if number == 0 else None,
        )
        work.put(visit)
        if day < today:
            told = datetime.combine(day, time(20), UTC)
            work.put(Outcome(appointment_id=visit.id, told_at=told, miles=Decimal("24.5")))
        for way, leg in enumerate(list(Leg)[: 1 + (before + number) % 2]):
            driver = drivers[(before + number) % len(drivers)]
            _add_ride(work, visit, Ride(appointment_id=visit.id, leg=leg, number=2 * (before + number) + way), driver)


def _add_ride(work: UnitOfWork, visit: Appointment, ride: Ride, driver: UUID) -> None:
    place = work.need(Place, visit.place_id) if visit.place_id is not None else None
    task = task_of(ride, visit, place, "Maria")
    done = visit.status is AppointmentStatus.DONE
    happened = datetime.combine(visit.day, time(17), UTC)
    time_of = replace(
        occurrence_of(task, task.day),
        status=Status.DONE if done else Status.OPEN,
        done_at=happened if done else None,
    )
    for record in (ride, task, time_of):
        work.put(record)
    if ride.number % 5:
        said_yes = Ask(
            id=uuid5(time_of.id, "ask"),
            task_id=task.id,
            occurrence_id=time_of.id,
            person_id=driver,
            asked_at=happened - timedelta(9),
            answer=Answer.YES,
            answered_at=happened - timedelta(8),
        )
        work.put(said_yes)
