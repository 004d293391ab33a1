"""One job counted day by day for paper, or why that can't be."""

from __future__ import annotations

from caregiver_app.domain.leave.balance import OtherRules, check_worker
from caregiver_app.domain.leave.entries import TooManyMinutes
from caregiver_app.domain.leave.records import LeaveJob
from caregiver_app.services.leave.counting import Counting
from caregiver_app.services.leave.stored import stored
from caregiver_app.storage.leave_rows import logged
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr


def counting_of(work: UnitOfWork, job: LeaveJob) -> tuple[Counting | None, str]:
    """All leave of a job counted, and an empty text; or None and a sentence that says what is missing."""
    kept = stored(work, job.id)
    if not kept.patterns:
        return None, tr("Add your usual week first. The hours are counted from it.")
    try:
        check_worker(job.worker)
        return Counting(kept, logged(work, job.id)), ""
    except (OtherRules, TooManyMinutes) as problem:
        return None, problem.message
