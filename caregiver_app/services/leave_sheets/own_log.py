"""The own log: finds the lines of 12 months and what is planned, with all that there is to hold against them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from caregiver_app.documents.leave_log import LeaveLog, LogPaper, LogRow
from caregiver_app.documents.pages import Stamp
from caregiver_app.domain import leave_names as names
from caregiver_app.domain import leave_words as words
from caregiver_app.domain.leave.answers import Figures, LeaveView, Row, RunningPaper
from caregiver_app.domain.leave.entries import LeaveKind
from caregiver_app.domain.leave.records import LeaveJob, LeavePaper, TimeOff, YearKnown
from caregiver_app.domain.leave_open_words import in_hours_words, open_point_words
from caregiver_app.domain.leave_stretches import repeat_words
from caregiver_app.domain.spoken import day_words
from caregiver_app.services import leave
from caregiver_app.services import sheet_contents as contents
from caregiver_app.services.leave_sheets import common
from caregiver_app.services.sheet_rules import Gathered, LeftOut, Made, Request, Shown
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr

# All that the log may show: the visit that time off is for is not on it. A new field is private until it is listed.
FIELDS: Mapping[type, frozenset[str]] = {
    LeaveJob: frozenset({"employer", "notes"}),
    TimeOff: frozenset(
        {
            "first",
            "last",
            "every_days",
            "kind",
            "planned",
            "reason",
            "paid",
            "told_on",
            "told_how",
            "told_whom",
            "notes",
        }
    ),
    LeavePaper: frozenset({"clock", "start", "done_on", "notes"}),
}
NEXT_RETURNS = 6


def gather(work: UnitOfWork, request: Request, made: Made) -> Gathered:
    """The log of one job. A year that ended before today ends there; else what is planned follows."""
    job = common.job_of(work, request)
    if job is None or request.blank:
        data = _blank(common.stamp(work, request, made, None))
        return Gathered(data=(data,), nothing="" if job else common.nothing_words())
    view = _view(work, job, request, made.at.date())
    person = view.person
    data = LeaveLog(
        dates=_dates(request),
        facts=tuple(_facts(view)),
        rows=tuple(_row(row, is_counted=view.figures is not None) for row in view.rows),
        totals=tuple(_totals(view, request.span.last)),
        employer_count=_employer_count(view, request.span.last),
        returns=tuple(_next_returns(view)),
        papers=tuple(_paper(running) for running in view.papers),
        notes=Shown(job, FIELDS).notes,
        foot=words.FOOT,
        stamp=common.stamp(work, request, made, person),
    )
    return Gathered(
        data=(data,),
        people=(person.id,),
        left_out=(*_visits_left_out(view.rows), *contents.number_left_out(person)),
        to_write=common.to_write(person),
        table=leave.csv_of(view),
    )


def _view(work: UnitOfWork, job: LeaveJob, request: Request, today: date) -> LeaveView:
    span = request.span
    view = leave.view(work, job_id=job.id, today=span.last, since=span.first)
    if span.last >= today:
        return view
    return replace(view, rows=tuple(row for row in view.rows if row.time_off.first <= span.last))


def _blank(stamp: Stamp) -> LeaveLog:
    labels = (tr("Whose leave"), tr("Employer"), tr("How the year is counted"), tr("My usual week"))
    facts = tuple((label, "") for label in labels)
    return LeaveLog(dates="", facts=facts, foot=words.FOOT, blank=True, stamp=stamp)


def _dates(request: Request) -> str:
    first, last = (day_words(day, with_year=True) for day in (request.span.first, request.span.last))
    return tr("{first} – {last}").format(first=first, last=last)


def _facts(view: LeaveView) -> list[tuple[str, str]]:
    facts = [
        (tr("Whose leave"), common.full_name(view.person)),
        (tr("Employer"), Shown(view.job, FIELDS).employer),
        (tr("How the year is counted"), names.year_words(view)),
    ]
    if view.covered:
        facts.append((tr("Leave year"), words.leave_year_words(view)))
    if view.figures is not None:
        facts.append((tr("My usual week"), _week_words(view.figures)))
    return facts


def _week_words(figures: Figures) -> str:
    """The usual week and what the law makes of it: “37.5 hours × 12 weeks = 450 hours”."""
    return tr("{week} × {weeks} weeks = {all}").format(
        week=words.hours_words(words.week_minutes(figures)),
        weeks=words.weeks_number(figures.entitlement.weeks),
        all=words.hours_words(figures.entitlement.minutes),
    )


def _row(row: Row, *, is_counted: bool) -> LogRow:
    entry = Shown(row.time_off, FIELDS)
    counts = entry.kind is LeaveKind.FMLA
    what = names.reason_words(entry.reason) if counts else names.kind_words(entry.kind)
    return LogRow(
        days=_days(entry),
        hours=common.exact_hours(row.minutes) if is_counted or row.minutes else "",
        what=tr("{what}, planned").format(what=what) if entry.planned else what,
        left_after=words.hours_words(row.left_after.minutes) if is_counted else "",
        paid=names.paid_words(entry.paid),
        told=_told(entry),
        notes=entry.notes,
    )


def _days(entry: Shown) -> str:
    last = day_words(entry.last, with_year=True)
    if entry.first == entry.last:
        return last
    first = day_words(entry.first, with_year=entry.first.year != entry.last.year)
    days = tr("{first} –\n{last}").format(first=first, last=last)
    if entry.every_days == 1:
        return days
    return tr("{days},\n{often}").format(days=days, often=repeat_words(entry.first, entry.every_days))


def _told(entry: Shown) -> str:
    day = day_words(entry.told_on) if entry.told_on is not None else ""
    return tr(", ").join(part.strip() for part in (day, entry.told_how, entry.told_whom) if part.strip())


def _totals(view: LeaveView, day: date) -> list[str]:
    """The same figures as the Leave tab shows, in sentences."""
    figures = view.figures
    if figures is None:
        if not view.covered:
            return [tr("{title}.").format(title=words.headline(view)), words.under_headline(view)]
        return [sentence for sentence in (view.problem, words.headline(view)) if sentence]
    used = tr("Used in this leave year: {hours}. Left on {day}: {left}, which is {weeks}.").format(
        hours=words.hours_words(words.used_minutes(figures)),
        day=day_words(day, with_year=True),
        left=words.hours_words(figures.left.minutes),
        weeks=words.weeks_words(figures.left),
    )
    sentences = [
        used,
        in_hours_words(figures),
        words.after_planned_words(figures),
        words.over_words(figures),
        words.range_words(figures),
        words.change_words(view),
        _open_words(view, figures),
    ]
    return [sentence for sentence in sentences if sentence]


def _open_words(view: LeaveView, figures: Figures) -> str:
    """What to ask the employer: how the year is counted, what a spouse shares, or what the rules leave open."""
    if view.job.known is YearKnown.NOT_SURE:
        return words.ask_hr_words()
    return words.shared_words(view) or (open_point_words(figures.open_points) if figures.not_settled else "")


def _employer_count(view: LeaveView, day: date) -> str:
    return words.difference_words(view.difference, day) if view.difference is not None else ""


def _next_returns(view: LeaveView) -> list[str]:
    """The next days on which time comes back: “Thu Dec 3 2026: 8 hours”; until when there are more."""
    if view.figures is None:
        return []
    week = words.week_minutes(view.figures)
    told = [
        tr("{day}: {hours}").format(day=day_words(each.day, with_year=True), hours=words.hours_words(each.weeks * week))
        for each in view.returns[:NEXT_RETURNS]
    ]
    if len(view.returns) > NEXT_RETURNS:
        last = day_words(view.returns[-1].day, with_year=True)
        told.append(tr("… and more until {day}").format(day=last))
    return told


def _paper(running: RunningPaper) -> LogPaper:
    paper, due = Shown(running.paper, FIELDS), running.deadline.due
    return LogPaper(
        what=names.clock_name(paper.clock),
        start=day_words(paper.start, with_year=True),
        due=day_words(due, with_year=True) if due is not None else "",
        done=day_words(paper.done_on, with_year=True) if paper.done_on is not None else None,
        notes=paper.notes,
    )


def _visits_left_out(rows: Sequence[Row]) -> list[LeftOut]:
    return [
        LeftOut(what=day_words(row.time_off.first), why=tr("Which visit it is for stays in the program."))
        for row in rows
        if row.appointment is not None
    ]
