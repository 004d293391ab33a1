"""The employer's count held against the log before it is kept, and kept as one step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from caregiver_app.domain.leave.methods import CountDifference
from caregiver_app.domain.leave.records import EmployerCount
from caregiver_app.domain.problems import changed_meanwhile
from caregiver_app.services.leave.counting import Counting
from caregiver_app.services.leave.papers import put_employer_counts
from caregiver_app.services.leave.rows import difference
from caregiver_app.services.leave.stored import stored
from caregiver_app.storage.leave_rows import logged
from caregiver_app.storage.unit_of_work import UnitOfWork


def compared(work: UnitOfWork, *, job_id: UUID, minutes: Mapping[date, int], today: date) -> CountDifference | None:
    """What the employer would count more or less than the log, by its minutes of each day; None without any.

    Raises TooManyMinutes when the log can't be counted.
    """
    counts = [EmployerCount(job_id=job_id, day=day, minutes=each) for day, each in minutes.items()]
    return difference(Counting(stored(work, job_id), logged(work, job_id)), counts, today)


def keep_counts(
    work: UnitOfWork, *, job_id: UUID, minutes: Mapping[date, int], before: Iterable[EmployerCount]
) -> None:
    """Make these minutes of each day all that the employer told of; other days are taken off.

    `before` are the counts as they were shown. Raises StaleEdit when others are stored by now.
    """
    kept = work.where(EmployerCount, job_id=job_id)
    if {count.id: count for count in kept} != {count.id: count for count in before}:
        raise changed_meanwhile()
    known = {count.day: count for count in kept}
    for day, count in known.items():
        if day not in minutes:
            work.remove(count)
    fresh = [
        EmployerCount(job_id=job_id, day=day, minutes=each)
        for day, each in minutes.items()
        if day not in known or known[day].minutes != each
    ]
    put_employer_counts(work, counts=fresh)
