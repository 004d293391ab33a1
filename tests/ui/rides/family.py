"""A family with a series of visits in a real file: Ben and Ana said yes to some of the rides."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from PySide6.QtWidgets import QApplication, QWidget

from caregiver_app.domain.appointments import Appointment, AppointmentKind
from caregiver_app.domain.calendar import Every, Repeat, Span, When
from caregiver_app.domain.kinds import TaskKind
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.places import Place
from caregiver_app.domain.rides import Leg, Ride, Trip
from caregiver_app.domain.tasks import Task
from caregiver_app.domain.visits import Visit
from caregiver_app.services import agenda, appointments, people, rides
from caregiver_app.services.workspace import Clock, Workspace
from caregiver_app.storage.database import open_file
from caregiver_app.ui.actions import Actions
from caregiver_app.ui.background import Background
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.settings import Settings
from caregiver_app.ui.theme import Theme
from tests.stage import spin

D = TypeVar("D", bound=QWidget)

TODAY = date(2026, 11, 22)
FIRST, SECOND = date(2026, 12, 1), date(2026, 12, 22)
DANA = Person(name="Dana Rivers", role=Role.CAREGIVER)
MARIA = Person(name="Maria", role=Role.CARED_FOR)
BEN = Person(name="Ben Okoro", phone="555-0117", drives=True)
ANA = Person(name="Ana Lindqvist", phone="555-0142", email="ana@example.com", drives=True)
CENTER = Place(name="Lakeside Center", travel_minutes=25, miles=Decimal("12.5"))
INFUSION = Appointment(
    title="Infusion", day=FIRST, clock=time(9, 15), kind=AppointmentKind.INFUSION, minutes=180, place_id=CENTER.id
)
CHECK = Appointment(title="Blood draw", day=date(2026, 11, 20), clock=time(9), minutes=30, place_id=CENTER.id)
KIDS = Task(
    title="Stay with the kids", day=FIRST, kind=TaskKind.CHILDCARE, when=When(clock=time(8, 30)), public_title="Kids"
)


@dataclass
class Family:
    """The open file with what dialogs are given; `window` stands behind them."""

    parts: Parts
    workspace: Workspace
    window: QWidget

    def visits(self) -> list[Visit]:
        """All visits, in order."""
        span = Span(date(2026, 1, 1), date(2027, 12, 31))
        return list(self.workspace.read(partial(agenda.agenda, span=span, today=TODAY)).visits)

    def visit(self, day: date, title: str = INFUSION.title) -> Visit:
        """The visit of a day."""
        return next(each for each in self.visits() if (each.appointment.day, each.appointment.title) == (day, title))

    def days(self) -> list[date]:
        """The days of the series."""
        return [each.appointment.day for each in self.visits() if each.series is not None]

    def trip(self, day: date, leg: Leg) -> Trip:
        """One ride of the series."""
        found = self.visit(day).trip(leg)
        assert found is not None
        return found

    def run(self, action: object) -> None:
        """Do something that was done before the test begins."""
        self.workspace.write(action)  # type: ignore[arg-type]

    def promise(self, day: date, leg: Leg, person: Person) -> None:
        """Somebody drives."""
        now = self.workspace.clock.now()
        self.run(partial(rides.promise, trip=self.trip(day, leg), person_id=person.id, now=now))

    def agreed(self, day: date, leg: Leg) -> tuple[date | None, time | None]:
        """What a driver had said yes to, while they do not know of the new plan."""
        ride = self.trip(day, leg).ride
        return ride.agreed_day, ride.agreed_time

    def show(self, dialog: D) -> D:
        """Show a dialog."""
        dialog.show()
        dialog.activateWindow()
        QApplication.processEvents()
        return dialog


@contextmanager
def family_in(folder: Path, theme: Theme) -> Iterator[Family]:
    """Four infusions from December 1; Ben drives to the first two, Ana home from the first. A blood draw is over."""
    workspace = Workspace(open_file(folder / "family.care"), Clock(TODAY))
    now = workspace.clock.now()
    workspace.write(partial(people.add_all, people=[DANA, MARIA, BEN, ANA]))
    legs = [Ride(appointment_id=UUID(int=0), leg=leg, will_call=leg is Leg.HOME) for leg in Leg]
    every = Repeat(every=Every.DAYS, n=21, count=4)
    plan = partial(appointments.add, rides=legs, now=now)
    workspace.write(partial(plan, appointment=INFUSION, repeat=every, place=CENTER))
    workspace.write(partial(plan, appointment=CHECK, drivers={Leg.THERE: BEN.id, Leg.HOME: ANA.id}))
    parts = Parts(theme, Actions(), Background(), Settings(remember=False))
    parts.actions.opened(workspace)
    made = Family(parts, workspace, QWidget())
    for day, leg, person in ((FIRST, Leg.THERE, BEN), (FIRST, Leg.HOME, ANA), (SECOND, Leg.THERE, BEN)):
        made.promise(day, leg, person)
    yield made
    made.window.deleteLater()  # with all that stands over it
    spin(2)
    parts.background.finish()
    workspace.close()


def dialog(kind: type[D]) -> D:
    """The dialog that is open."""
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind), f"{found} is open"
    return found
