"""The tables of leave, loaded with the first question about it."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Integer, Uuid

from caregiver_app.domain.leave.balance import Worker
from caregiver_app.domain.leave.days import Method
from caregiver_app.domain.leave.entries import LeaveKind
from caregiver_app.domain.leave.family import Relation
from caregiver_app.domain.leave.papers import Clock
from caregiver_app.domain.leave.records import (
    EmployerCount,
    LeaveJob,
    LeavePaper,
    LeaveReason,
    MethodChanged,
    PaidFrom,
    TimeOff,
    WorkPattern,
    YearKnown,
)
from caregiver_app.domain.leave.schedule import WorkweekStart
from caregiver_app.storage import leave_packing as packing
from caregiver_app.storage import visit_tables  # noqa: F401  # time off may be for a visit
from caregiver_app.storage.columns import Choice, LocalDate, Packed
from caregiver_app.storage.tables import TABLE_OF, record_table, texts

_MONTH_DAY = Packed(packing.pack_month_day, packing.unpack_month_day)
_WORDS = Packed(packing.pack_words, packing.unpack_words)
_DATES = Packed(packing.pack_dates, packing.unpack_dates)
_CLOSURES = Packed(packing.pack_closures, packing.unpack_closures)
_OVERTIME = Packed(packing.pack_overtime, packing.unpack_overtime)
_WEEKS = Packed(packing.pack_weeks, packing.unpack_weeks)

leave_jobs = record_table(
    "leave_jobs",
    Column("person_id", Uuid, ForeignKey("people.id"), nullable=False),
    *texts("employer", "supervisor"),
    Column("hired_on", LocalDate),
    Column("known", Choice(YearKnown), nullable=False),
    Column("method", Choice(Method)),
    Column("fixed_start", _MONTH_DAY),
    Column("workweek_start", Choice(WorkweekStart), nullable=False),
    Column("increment", Integer, nullable=False),
    Column("counts_hours", Boolean, nullable=False),
    Column("spouse_same_employer", Boolean, nullable=False),
    Column("worker", Choice(Worker), nullable=False),
    Column("relation", Choice(Relation)),
    Column("military_from", LocalDate),
    *texts("state"),
    Column("confirmed", _WORDS, nullable=False),
    Column("holidays", _DATES, nullable=False),
    Column("holidays_worked", _DATES, nullable=False),
    Column("closures", _CLOSURES, nullable=False),
    Column("overtime", _OVERTIME, nullable=False),
    *texts("notes"),
    Column("former", Boolean, nullable=False),
)

work_patterns = record_table(
    "work_patterns",
    Column("job_id", Uuid, ForeignKey("leave_jobs.id"), nullable=False, index=True),
    Column("first_day", LocalDate, nullable=False),
    Column("cycle_start", LocalDate, nullable=False),
    Column("weeks", _WEEKS, nullable=False),
)

method_changes = record_table(
    "method_changes",
    Column("job_id", Uuid, ForeignKey("leave_jobs.id"), nullable=False, index=True),
    Column("old_method", Choice(Method), nullable=False),
    Column("old_fixed_start", _MONTH_DAY),
    Column("notice", LocalDate, nullable=False),
    Column("effective", LocalDate, nullable=False),
)

time_off = record_table(
    "time_off",
    Column("job_id", Uuid, ForeignKey("leave_jobs.id"), nullable=False, index=True),
    Column("first", LocalDate, nullable=False),
    Column("last", LocalDate, nullable=False),
    Column("every_days", Integer, nullable=False),
    Column("minutes", Integer),
    Column("kind", Choice(LeaveKind), nullable=False),
    Column("planned", Boolean, nullable=False),
    Column("reason", Choice(LeaveReason), nullable=False),
    Column("paid", Choice(PaidFrom), nullable=False),
    Column("told_on", LocalDate),
    *texts("told_how", "told_whom"),
    Column("appointment_id", Uuid, ForeignKey("appointments.id"), index=True),
    *texts("notes"),
)

employer_counts = record_table(
    "employer_counts",
    Column("job_id", Uuid, ForeignKey("leave_jobs.id"), nullable=False, index=True),
    Column("day", LocalDate, nullable=False),
    Column("minutes", Integer, nullable=False),
    *texts("notes"),
)

leave_papers = record_table(
    "leave_papers",
    Column("job_id", Uuid, ForeignKey("leave_jobs.id"), nullable=False, index=True),
    Column("clock", Choice(Clock), nullable=False),
    Column("start", LocalDate, nullable=False),
    Column("minimum_days", Integer),
    Column("lifetime", Boolean, nullable=False),
    Column("notice_mailed", LocalDate),
    Column("leave_taken", Boolean, nullable=False),
    Column("done_on", LocalDate),
    Column("remind", Boolean, nullable=False),
    *texts("notes"),
)

TABLE_OF.update(
    {
        LeaveJob: leave_jobs,
        WorkPattern: work_patterns,
        MethodChanged: method_changes,
        TimeOff: time_off,
        EmployerCount: employer_counts,
        LeavePaper: leave_papers,
    }
)
