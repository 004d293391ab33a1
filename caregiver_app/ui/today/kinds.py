"""The kinds of records that Today speaks of."""

from __future__ import annotations

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.claims import CallNote, Claim
from caregiver_app.domain.expenses import Expense
from caregiver_app.domain.household import Household
from caregiver_app.domain.leave.records import EmployerCount, LeaveJob, LeavePaper, MethodChanged, TimeOff, WorkPattern
from caregiver_app.domain.outcomes import Outcome
from caregiver_app.domain.people import Person
from caregiver_app.domain.places import Place
from caregiver_app.domain.receipts import Receipt
from caregiver_app.domain.reminders import OwnReminder, Touched
from caregiver_app.domain.rides import Ride
from caregiver_app.domain.seasons import SeasonNow
from caregiver_app.domain.selfcare import SmallThing, SmallThingTime
from caregiver_app.domain.tasks import Ask, Occurrence, Task

SHOWS = (
    *(Task, Occurrence, Ask, Person, Household, Appointment, Ride, Place, Outcome, SmallThing, SmallThingTime),
    *(OwnReminder, Touched, Expense, Receipt, Claim, CallNote, SeasonNow),
    *(LeaveJob, LeavePaper, TimeOff, WorkPattern, MethodChanged, EmployerCount),
)
