"""What self-care and reminders need from the database, by index."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import and_, delete, func, or_, select

from caregiver_app.domain.appointments import Appointment, AppointmentStatus
from caregiver_app.domain.calendar import Span
from caregiver_app.domain.claims import CallNote, Claim
from caregiver_app.domain.leave.records import LeavePaper
from caregiver_app.domain.reminders import Touched
from caregiver_app.domain.selfcare import Feeling, JournalEntry
from caregiver_app.domain.tasks import Task
from caregiver_app.storage.care_tables import feelings, journal, touched_reminders
from caregiver_app.storage.leave_tables import leave_papers
from caregiver_app.storage.money_tables import call_notes, claims
from caregiver_app.storage.tables import occurrences, tasks
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.storage.visit_tables import appointments
from caregiver_app.storage.word_index import matches, words_of

_NEWEST = (journal.c.day.desc(), journal.c.written_at.desc(), journal.c.id)


def feelings_between(work: UnitOfWork, first: date, last: date) -> list[Feeling]:
    """How some days were."""
    return work.where(Feeling, feelings.c.day.between(first, last))


def own_visits(work: UnitOfWork, person_id: UUID, span: Span) -> list[Appointment]:
    """The appointments of one person in some days that are not cancelled."""
    of = appointments.c
    on = of.status != AppointmentStatus.CANCELLED
    return work.where(Appointment, of.day.between(span.first, span.last), of.person_id == person_id, on)


def journal_page(work: UnitOfWork, limit: int, before: JournalEntry | None) -> list[JournalEntry]:
    """The newest entries, or those that come after one in that order."""
    of = journal.c
    older = []
    if before is not None:
        same_day = and_(of.day == before.day, of.written_at < before.written_at)
        same_moment = and_(of.day == before.day, of.written_at == before.written_at, of.id > before.id)
        older = [or_(of.day < before.day, same_day, same_moment)]
    return work.some(JournalEntry, *older, order=_NEWEST, limit=limit)


def last_written(work: UnitOfWork, day: date) -> datetime | None:
    """When the last entry of a day was written; None for a day without one."""
    newest = work.some(JournalEntry, journal.c.day == day, order=_NEWEST, limit=1)
    return newest[0].written_at if newest else None


def journal_found(work: UnitOfWork, typed: str, limit: int) -> list[JournalEntry]:
    """The entries in which each word that was typed starts one of theirs, newest first; all for no word."""
    if not words_of(typed):
        return [] if typed.strip() else journal_page(work, limit, None)
    return work.some(JournalEntry, *matches(JournalEntry, journal.c.id, typed), order=_NEWEST, limit=limit)


def touched_since(work: UnitOfWork, first: datetime) -> list[Touched]:
    """What was done about the reminders that were due from a local time on, or were put off and still open."""
    of = touched_reminders.c
    put_off = and_(of.later_at.is_not(None), of.closed.is_(False))
    return work.where(Touched, or_(of.due_at >= first, put_off))


def forget_touched(work: UnitOfWork, before: datetime) -> None:
    """Erase what was done about reminders that are too long ago ever to be shown again."""
    of = touched_reminders.c
    long_ago = func.coalesce(of.later_at, of.due_at) < before
    work.write_beside(delete(touched_reminders).where(of.due_at < before, long_ago))


def open_claims(work: UnitOfWork) -> list[Claim]:
    """The claims for which somebody may still have to do something."""
    return work.where(Claim, claims.c.closed.is_(False), claims.c.paid_on.is_(None))


def calls_back(work: UnitOfWork, first: date, last: date) -> list[CallNote]:
    """The calls to be made again on some days."""
    return work.where(CallNote, call_notes.c.call_back_done.is_(False), call_notes.c.call_back_on.between(first, last))


def papers_to_remind(work: UnitOfWork) -> list[LeavePaper]:
    """The paper clocks that are running and are to be told of."""
    return work.where(LeavePaper, leave_papers.c.remind.is_(True), leave_papers.c.done_on.is_(None))


def planned_from(work: UnitOfWork, day: date) -> list[Appointment]:
    """The planned visits from a day on."""
    of = appointments.c
    return work.where(Appointment, of.day >= day, of.status == AppointmentStatus.PLANNED)


def tasks_from(work: UnitOfWork, day: date) -> list[Task]:
    """The tasks with a time on a day or later, by their pattern or because one of their times was moved there."""
    moved = occurrences.c
    later = select(moved.task_id).where(moved.day >= day, moved.removed_at.is_(None))
    return work.where(Task, or_(tasks.c.last_day >= day, tasks.c.id.in_(later)))
