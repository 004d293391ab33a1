"""Looks through all that a file holds, to find what can't be read."""

from __future__ import annotations

from dataclasses import dataclass

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.people import Person
from caregiver_app.domain.tasks import Task
from caregiver_app.storage import care_tables, leave_tables, money_tables, visit_tables  # noqa: F401  # they add their tables
from caregiver_app.storage.tables import TABLE_OF
from caregiver_app.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much of what people know by name is in a file; the rides of visits are no tasks of their own."""

    people: int
    tasks: int
    visits: int


def counts(work: UnitOfWork) -> Counts:
    """Read every record of every kind, so that one that can't be is found: it raises FileProblem."""
    found = {kind: work.all(kind) for kind in TABLE_OF}
    tasks = [task for task in found[Task] if isinstance(task, Task) and not task.is_ride_leg]
    return Counts(people=len(found[Person]), tasks=len(tasks), visits=len(found[Appointment]))
