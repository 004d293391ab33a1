"""Questions for HR: asks for each fact that was assumed, and for what the rules leave open. No word of an illness."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from caregiver_app.documents.hr_questions import HrQuestions
from caregiver_app.domain import leave_names as names
from caregiver_app.domain import leave_words as words
from caregiver_app.domain.leave.answers import LeaveView
from caregiver_app.domain.leave.records import LeaveJob, YearKnown
from caregiver_app.domain.spoken import day_words, minutes_words
from caregiver_app.services import leave
from caregiver_app.services import sheet_contents as contents
from caregiver_app.services.leave_sheets import common
from caregiver_app.services.sheet_rules import Gathered, Made, Request, Shown
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr

# All of a job that HR may be asked about: not for whom, and no note. A new field is private until it is listed here.
FIELDS: Mapping[type, frozenset[str]] = {
    LeaveJob: frozenset({"employer", "known", "hired_on", "workweek_start", "increment", "holidays", "closures"}),
}


def gather(work: UnitOfWork, request: Request, made: Made) -> Gathered:
    """The questions of one job on a day."""
    job = common.job_of(work, request)
    dates = day_words(request.span.last, with_year=True)
    if job is None or request.blank:
        data = HrQuestions(dates="", blank=True, stamp=common.stamp(work, request, made, None))
        return Gathered(data=(data,), nothing="" if job else common.nothing_words())
    view = leave.view(work, job_id=job.id, today=request.span.last)
    data = HrQuestions(
        dates=dates,
        asked_by=common.full_name(view.person),
        employer=Shown(job, FIELDS).employer,
        questions=tuple(questions(view)),
        stamp=common.stamp(work, request, made, view.person),
    )
    return Gathered(
        data=(data,),
        people=(view.person.id,),
        left_out=tuple(contents.number_left_out(view.person)),
        to_write=common.to_write(view.person),
    )


def questions(view: LeaveView) -> list[str]:
    """What to ask, the most important first; the first one is always there."""
    assumed = _of_assumed(view)
    asked = [_balance_question(view), *(assumed[fact] for fact in view.assumed if fact in assumed)]
    if view.job.known is not YearKnown.TOLD and "method" not in view.assumed:
        asked.insert(1, assumed["method"])
    if not view.covered:
        asked.insert(1, tr("Which leave other than FMLA leave can I take to care for family?"))
    return [*asked, *_of_open_points(view)]


def _balance_question(view: LeaveView) -> str:
    """An employer tells this once in 30 days, if leave was taken in them. 29 CFR 825.300(d)(6)."""
    if view.figures is None:
        return tr("How much family leave (FMLA) have you counted for me so far?")
    used, left = words.used_minutes(view.figures), view.figures.left.minutes
    return tr(
        "How much family leave (FMLA) have you counted for me so far? By my own record I have used {used}, "
        "and {left} are left."
    ).format(used=words.hours_words(used), left=words.hours_words(left))


def _of_assumed(view: LeaveView) -> dict[str, str]:
    """One question for each fact that HR can confirm."""
    job = Shown(view.job, FIELDS)
    step = words.hours_words(Fraction(job.increment)) if job.increment == 60 else minutes_words(job.increment)
    return {
        "method": tr(
            "How is our leave year counted: the calendar year, another fixed 12 months (from which day?), 12 months "
            "from the first day of leave, or 12 months back from each day?"
        ),
        "workweek_start": tr("On which day does our workweek start? I count from {day}.").format(
            day=names.workweek_words(job.workweek_start)
        ),
        "increment": tr("What is the smallest piece of leave that you count? I go by {step}.").format(step=step),
        "counts_hours": tr("Do you count leave as parts of each week, or do you turn 12 weeks into hours?"),
        "spouse_same_employer": tr("Do your records show my spouse at the same company? If so, do we share our leave?"),
        "hired_on": _hired_question(view),
        "pattern": _week_question(view),
    }


def _hired_question(view: LeaveView) -> str:
    hired_on = Shown(view.job, FIELDS).hired_on
    if hired_on is None:
        return tr("From which day am I employed in your records, and have I worked 1,250 hours in 12 months?")
    text = tr("Do your records say that I began on {day}? Have I worked 1,250 hours in the last 12 months?")
    return text.format(day=day_words(hired_on, with_year=True))


def _week_question(view: LeaveView) -> str:
    if view.figures is None:
        return tr("How many hours is my usual week in your records?")
    text = tr("How many hours is my usual week in your records? I count with {hours}.")
    return text.format(hours=words.hours_words(words.week_minutes(view.figures)))


def _of_open_points(view: LeaveView) -> list[str]:
    """What the rules leave open in this count."""
    job, figures = Shown(view.job, FIELDS), view.figures
    asked = []
    if view.difference is not None and view.difference.since is not None:
        text = tr("Our counts differ from {day} on. Which days and hours do you have from then?")
        asked.append(text.format(day=day_words(view.difference.since, with_year=True)))
    if view.changes:
        asked.append(tr("When we went over to another leave year, which way counts for the months after it?"))
    if job.holidays or job.closures:
        asked.append(tr("How do you count leave in a week with a holiday or a closed day?"))
    if figures is not None and figures.over.weeks:
        asked.append(tr("My time off goes past 12 weeks. Which other leave can I use for the rest?"))
    is_other = figures is not None and figures.not_settled and job.known is YearKnown.TOLD and not view.changes
    if is_other and not (job.holidays or job.closures):
        asked.append(tr("The rules leave a day of my leave year open, such as Feb 29. How do you count it?"))
    return asked
