"""Paper clocks, and what the employer says it counted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from caregiver_app.domain.leave.papers import deadline
from caregiver_app.domain.leave.records import EmployerCount, LeaveJob, LeavePaper
from caregiver_app.services.leave.views import paper_clock
from caregiver_app.storage.unit_of_work import UnitOfWork


def start_paper(work: UnitOfWork, *, paper: LeavePaper) -> None:
    """Start a clock. Raises InvalidEntry at `notice_mailed` for a premium without its mailed notice."""
    deadline(paper_clock(paper, work.need(LeaveJob, paper.job_id)))
    work.put(paper)


def change_paper(work: UnitOfWork, *, before: LeavePaper, after: LeavePaper) -> None:
    """Keep a changed clock; a reminder that is wanted, or no more, is one such change."""
    work.expect(before)
    start_paper(work, paper=after)


def finish_paper(work: UnitOfWork, *, paper: LeavePaper, day: date) -> None:
    """The paper was handed in, or the answer came: its clock stands."""
    work.expect(paper)
    work.put(replace(paper, done_on=day))


def remove_paper(work: UnitOfWork, *, paper: LeavePaper) -> None:
    """Take a clock off."""
    work.expect(paper)
    work.remove(paper)


def put_employer_counts(work: UnitOfWork, *, counts: Iterable[EmployerCount]) -> None:
    """Keep what the employer counted on some days, as one step; told again, it changes what was told before."""
    for count in counts:
        for known in work.where(EmployerCount, job_id=count.job_id, day=count.day):
            if known.id != count.id:
                work.remove(known)
        work.put(count)
