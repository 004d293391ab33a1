"""The return calendar: finds the days on which leave comes back, as of a day."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from caregiver_app.documents.return_calendar import Return, ReturnCalendar
from caregiver_app.domain import leave_words as words
from caregiver_app.domain.leave.answers import LeaveView
from caregiver_app.domain.leave.days import Method
from caregiver_app.domain.leave.records import LeaveJob, YearKnown
from caregiver_app.exchange.csv_table import csv_text
from caregiver_app.services import leave
from caregiver_app.services import sheet_contents as contents
from caregiver_app.services.household import household
from caregiver_app.services.leave_sheets import common
from caregiver_app.services.sheet_rules import Gathered, Made, Request, Shown
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr

# All that the calendar may show of a job. A new field is private until it is listed here.
FIELDS: Mapping[type, frozenset[str]] = {LeaveJob: frozenset({"employer"})}


def gather(work: UnitOfWork, request: Request, made: Made) -> Gathered:
    """What comes back of the leave that counts on a day."""
    job = common.job_of(work, request)
    day, week_start = request.span.last, household(work).week_start
    if job is None or request.blank:
        stamp = common.stamp(work, request, made, None)
        data = ReturnCalendar(day=day, foot=words.FOOT, blank=True, week_start=week_start, stamp=stamp)
        return Gathered(data=(data,), nothing="" if job else common.nothing_words())
    view = leave.view(work, job_id=job.id, today=day)
    data = ReturnCalendar(
        day=day,
        whose=common.name_and_employer(view.person, Shown(job, FIELDS).employer),
        sentence=words.returns_words(view, day),
        returns=tuple(_returns(view)),
        nothing="" if view.returns else _nothing(view),
        foot=words.FOOT,
        week_start=week_start,
        stamp=common.stamp(work, request, made, view.person),
    )
    return Gathered(
        data=(data,),
        people=(view.person.id,),
        left_out=tuple(contents.number_left_out(view.person)),
        to_write=common.to_write(view.person),
        table=_table(data) if data.returns else "",
    )


def _returns(view: LeaveView) -> list[Return]:
    """Each day with its hours, and what has come back by then."""
    if view.figures is None:
        return []
    week = words.week_minutes(view.figures)
    found, weeks = [], Fraction(0)
    for each in view.returns:
        weeks += each.weeks
        minutes = each.weeks * week
        short = words.hours_shown(minutes)
        found.append(
            Return(
                day=each.day,
                short=tr("{hours} h").format(hours=short) if words.is_short(minutes) else short,
                hours=words.hours_words(minutes),
                so_far=words.hours_words(weeks * week),
            )
        )
    return found


def _nothing(view: LeaveView) -> str:
    """Why no day is marked."""
    if view.figures is None:
        return view.problem or tr("{title}.").format(title=words.headline(view))
    if view.job.known is not YearKnown.TOLD and view.figures.used.weeks:
        return tr("When time comes back hangs on how your job counts the year. Ask HR how it is counted.")
    if view.job.method is Method.FORWARD and view.leave_year is None:
        return tr("No leave year is open. The next day of leave opens one with all its time.")
    return tr("No leave counts on this day, so nothing has to come back.")


def _table(data: ReturnCalendar) -> str:
    rows = [(each.day.isoformat(), each.hours, each.so_far) for each in data.returns]
    return csv_text([(tr("Day"), tr("Comes back"), tr("All together by then")), *rows])
