"""What methods, reasons, facts and papers of leave are called."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import Enum, auto

from caregiver_app.domain.leave.answers import LeaveView, Row, RunningPaper
from caregiver_app.domain.leave.balance import Worker
from caregiver_app.domain.leave.days import MILITARY_WEEKS, Method, MonthDay
from caregiver_app.domain.leave.entries import LeaveKind
from caregiver_app.domain.leave.family import Relation
from caregiver_app.domain.leave.papers import Clock
from caregiver_app.domain.leave.records import LeaveReason, PaidFrom, YearKnown
from caregiver_app.domain.leave.schedule import WorkweekStart
from caregiver_app.domain.spoken import short_day, short_month_names
from caregiver_app.words import ntr, tr

HOUR = 60


def day_near(day: date, today: date) -> str:
    """A day: “Dec 3”, with its year where it is another one than today's."""
    if day.year == today.year:
        return short_day(day)
    return tr("{day}, {year}").format(day=short_day(day), year=day.year)


def method_words(method: Method | None, fixed_start: MonthDay | None = None) -> str:
    """A way of counting the leave year."""
    if method is Method.FIXED and fixed_start is not None:
        return tr("A year from {day}").format(day=month_day_words(fixed_start))
    names = {
        Method.CALENDAR: tr("Calendar year, from January 1"),
        Method.FIXED: tr("A year from another fixed day"),
        Method.FORWARD: tr("12 months from your first day of leave"),
        Method.ROLLING: tr("12 months back from each day (rolling)"),
    }
    return names[method] if method is not None else tr("Not known yet")


def month_day_words(day: MonthDay) -> str:
    """A day of each year: “Oct 1”."""
    return tr("{month} {day}").format(month=short_month_names()[day.month - 1], day=day.day)


def knowledge_words(known: YearKnown) -> str:
    """What is known of the leave year."""
    names = {
        YearKnown.TOLD: tr("My job told me how it counts the year"),
        YearKnown.NOT_SURE: tr("Not sure"),
        YearKnown.NONE_CHOSEN: tr("My job has not chosen a way"),
    }
    return names[known]


def year_words(view: LeaveView) -> str:
    """How the leave year of a job is counted, in a few words."""
    job = view.job
    if job.military_from is not None and (view.figures is None or view.figures.entitlement.weeks == MILITARY_WEEKS):
        return tr("26 weeks in 12 months, to care for a servicemember")
    if job.known is YearKnown.TOLD:
        rule = view.figures.rule if view.figures is not None else None  # a change may be still to come
        return method_words(rule.method, rule.fixed_start) if rule else method_words(job.method, job.fixed_start)
    if job.known is YearKnown.NONE_CHOSEN:
        return tr("Your job chose none, so the best one for you counts")
    return tr("Not sure, so the least of them is shown")


def reason_words(reason: LeaveReason) -> str:
    """Why somebody is away, as an employer may read it."""
    names = {
        LeaveReason.CARE: tr("Care"),
        LeaveReason.APPOINTMENT: tr("Appointment"),
        LeaveReason.OTHER: tr("Other qualifying reason"),
    }
    return names[reason]


def paid_words(paid: PaidFrom) -> str:
    """What pays for the time off."""
    names = {
        PaidFrom.UNPAID: tr("Unpaid"),
        PaidFrom.PTO: tr("PTO"),
        PaidFrom.SICK: tr("Sick leave"),
        PaidFrom.STATE: tr("State program"),
    }
    return names[paid]


def kind_words(kind: LeaveKind) -> str:
    """What the time off counts as."""
    names = {
        LeaveKind.FMLA: tr("FMLA leave"),
        LeaveKind.NOT_FMLA: tr("Other time off"),
        LeaveKind.OTHER_EMPLOYER: tr("Leave from another job"),
    }
    return names[kind]


class TakenAs(Enum):
    """The forms in which leave is taken. 29 CFR 825.202."""

    BLOCK = auto()
    OFF_AND_ON = auto()
    SHORTER_WEEK = auto()


def taken_as(first: date, last: date, *, every_days: int, minutes: int | None) -> TakenAs:
    """Days in a row are a block; hours or days that come again make a shorter week; a day alone is off and on."""
    if first == last:
        return TakenAs.OFF_AND_ON
    return TakenAs.BLOCK if minutes is None and every_days == 1 else TakenAs.SHORTER_WEEK


def worker_words(worker: Worker) -> str:
    """What kind of work it is, as far as the rules ask."""
    names = {
        Worker.ORDINARY: tr("Most jobs"),
        Worker.AIRLINE_CREW: tr("Flight crew"),
        Worker.FEDERAL_CIVIL: tr("Federal government"),
    }
    return names[worker]


def workweek_words(start: WorkweekStart) -> str:
    """On which day the employer's week begins."""
    names = {
        WorkweekStart.SUNDAY: tr("Sunday"),
        WorkweekStart.MONDAY: tr("Monday"),
        WorkweekStart.SATURDAY: tr("Saturday"),
    }
    return names[start]


def relation_words(relation: Relation) -> str:
    """What the person cared for is to the one who works."""
    names = {
        Relation.SPOUSE: tr("My husband or wife"),
        Relation.DOMESTIC_PARTNER: tr("My partner, not married"),
        Relation.FIANCE: tr("The one I will marry"),
        Relation.EX_SPOUSE: tr("My former husband or wife"),
        Relation.PARENT: tr("My mother or father"),
        Relation.STEP_PARENT: tr("My stepmother or stepfather"),
        Relation.ADOPTIVE_PARENT: tr("My adoptive parent"),
        Relation.FOSTER_PARENT: tr("My foster parent"),
        Relation.PARENT_IN_LAW: tr("My mother- or father-in-law"),
        Relation.CHILD: tr("My child"),
        Relation.STEP_CHILD: tr("My stepchild"),
        Relation.ADOPTED_CHILD: tr("My adopted child"),
        Relation.FOSTER_CHILD: tr("My foster child"),
        Relation.SIBLING: tr("My sister or brother"),
        Relation.GRANDPARENT: tr("My grandparent"),
        Relation.GRANDCHILD: tr("My grandchild"),
        Relation.AUNT_UNCLE: tr("My aunt or uncle"),
        Relation.COUSIN: tr("My cousin"),
        Relation.FRIEND: tr("A friend"),
    }
    return names[relation]


def assumed_words(facts: Iterable[str]) -> str:
    """How many things were assumed; empty for none."""
    n = len(tuple(facts))
    if not n:
        return ""
    text = ntr("We assumed {n} thing. Check it when you can.", "We assumed {n} things. Check them when you can.", n)
    return text.format(n=n)


def told_words(row: Row, today: date) -> str:
    """Whether work knows: “Yes, Nov 10”, or “Not yet”."""
    day = row.time_off.told_on
    return tr("Yes, {day}").format(day=day_near(day, today)) if day is not None else tr("Not yet")


# Papers


def clock_name(clock: Clock) -> str:
    """What a paper clock is about, for a list of them."""
    names = {
        Clock.NOTICE_BY: tr("Tell work 30 days ahead"),
        Clock.CERTIFICATION_DUE: tr("Doctor form (certification)"),
        Clock.CERTIFICATION_CURE: tr("Doctor form: missing parts"),
        Clock.ELIGIBILITY_NOTICE: tr("Work says if you can take leave"),
        Clock.DESIGNATION_NOTICE: tr("Work says what counts as leave"),
        Clock.BALANCE_REQUEST: tr("Ask work for your balance"),
        Clock.METHOD_CHANGE: tr("A new leave year at work"),
        Clock.PREMIUM_STOP: tr("Health plan payment"),
        Clock.RECERTIFICATION: tr("Doctor form: an update"),
    }
    return names[clock]


def start_name(clock: Clock) -> str:
    """What the first day of a paper clock is."""
    names = {
        Clock.NOTICE_BY: tr("First day of leave"),
        Clock.CERTIFICATION_DUE: tr("Day work asked for the form"),
        Clock.CERTIFICATION_CURE: tr("Day work wrote what is missing"),
        Clock.ELIGIBILITY_NOTICE: tr("Day you asked for leave"),
        Clock.DESIGNATION_NOTICE: tr("Day work had all it needs"),
        Clock.BALANCE_REQUEST: tr("Day you last asked"),
        Clock.METHOD_CHANGE: tr("Day work told everyone"),
        Clock.PREMIUM_STOP: tr("Day the payment was due"),
        Clock.RECERTIFICATION: tr("Day of the last form"),
    }
    return names[clock]


def paper_words(running: RunningPaper, today: date) -> str:
    """One quiet line about a paper and its day, also once that is over."""
    due = running.deadline.due
    if due is None:
        return tr("{name}: nothing to do while no leave was taken.").format(name=clock_name(running.paper.clock))
    clock, day = running.paper.clock, day_near(due, today)
    pattern = _past_pattern(clock) if due < today else ""
    return (pattern or _paper_pattern(clock)).format(day=day)


def reminder_words(due: date | None, today: date) -> str:
    """How somebody is reminded of a paper."""
    if due is None:
        return tr("There is no day for it, so no reminder comes.")
    if due < today:
        return tr("Today shows it until it is done.")
    return tr("A reminder comes when its day is near. Today shows it until it is done.")


def _past_pattern(clock: Clock) -> str:
    """What is still open once its day is over, calmly; empty for what only begins with its day."""
    patterns = {
        Clock.NOTICE_BY: tr("The day to tell work about this leave was {day}. You still can."),
        Clock.CERTIFICATION_DUE: tr("Your doctor form (certification) was due at work on {day}."),
        Clock.CERTIFICATION_CURE: tr("What was missing in your doctor form was due on {day}."),
        Clock.ELIGIBILITY_NOTICE: tr("Work was to tell you by about {day} if you can take leave. You can ask."),
        Clock.DESIGNATION_NOTICE: tr("Work was to tell you by about {day} what counts as leave. You can ask."),
        Clock.PREMIUM_STOP: tr("Your share of the health plan was due before {day}. Ask work what you can do."),
    }
    return patterns.get(clock, "")


def _paper_pattern(clock: Clock) -> str:
    patterns = {
        Clock.NOTICE_BY: tr("Tell work about this leave by {day}."),
        Clock.CERTIFICATION_DUE: tr("Your doctor form (certification) is due at work by {day}."),
        Clock.CERTIFICATION_CURE: tr("Send what was missing in your doctor form by {day}."),
        Clock.ELIGIBILITY_NOTICE: tr("Work tells you by about {day} if you can take leave."),
        Clock.DESIGNATION_NOTICE: tr("Work tells you by about {day} what counts as leave."),
        Clock.BALANCE_REQUEST: tr("You may ask work for your balance from {day} on."),
        Clock.METHOD_CHANGE: tr("A new leave year can start at work from {day} on."),
        Clock.PREMIUM_STOP: tr("Pay your share of the health plan before {day} to keep it."),
        Clock.RECERTIFICATION: tr("Your doctor form (certification) may need an update from {day} on."),
    }
    return patterns[clock]
