"""The sentences around the numbers, each empty when there is nothing to say."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from caregiver_app.domain.leave.answers import Figures, LeaveView
from caregiver_app.domain.leave.entries import LeaveKind
from caregiver_app.domain.leave.papers import Clock
from caregiver_app.domain.leave.records import TimeOff, YearKnown
from caregiver_app.domain.leave_names import TakenAs, day_near, relation_words, taken_as, workweek_words, year_words
from caregiver_app.domain.leave_open_words import open_point_words
from caregiver_app.domain.leave_words import (
    after_planned_words,
    ask_hr_words,
    change_words,
    difference_words,
    over_words,
    own_weeks_words,
    range_words,
    shared_words,
    under_headline,
    week_minutes,
)
from caregiver_app.ui.leave.words import time_words
from caregiver_app.words import tr

LOW = Fraction(1, 2)  # weeks


def that_is_words(view: LeaveView) -> str:
    """The headline in weeks and days, and what is left after the planned days."""
    figures = view.figures
    if figures is not None and not figures.left.weeks:
        return ""  # nothing is nothing in weeks too
    after = after_planned_words(figures) if figures is not None else ""
    return f"{under_headline(view)} {after}".strip()


def sure_words(view: LeaveView) -> str:
    """What is said while nobody knows how the year is counted, or the employer chose no way or changed it."""
    figures = view.figures
    assert figures is not None, "asked for only with numbers"
    if view.job.known is YearKnown.NONE_CHOSEN:
        return tr("Your job has not chosen how to count the year. The way that is best for you counts.")
    if view.job.known is not YearKnown.NOT_SURE:
        return change_words(view)
    same = tr("Every way to count the year gives the same today.")
    return f"{range_words(figures) or same} {ask_hr_words()}"


def limit_words(figures: Figures) -> str:
    """What goes past the law's limit, or that little is left."""
    if figures.over.weeks or figures.left.weeks > LOW:
        return over_words(figures)
    return tr("Talk with HR about what comes next.")


def open_words(view: LeaveView) -> str:
    """That the rules do not say; not while the way to count is not known, which is told by itself."""
    assert view.figures is not None, "asked for only with numbers"
    is_told = view.job.known is YearKnown.NOT_SURE
    shared, own = shared_words(view), own_weeks_words(view)
    is_open = view.figures.not_settled and not is_told and not shared
    return f"{open_point_words(view.figures.open_points) if is_open else shared} {own}".strip()


def taken_as_words(view: LeaveView) -> str:
    """In what form leave is taken, from what was logged."""
    forms = {_form(row.time_off) for row in view.rows if row.time_off.kind is LeaveKind.FMLA}
    if forms == {TakenAs.OFF_AND_ON}:
        return tr("Days and hours off and on")
    names = {
        TakenAs.BLOCK: tr("days in a row"),
        TakenAs.OFF_AND_ON: tr("off and on"),
        TakenAs.SHORTER_WEEK: tr("a shorter week"),
    }
    words = tr(", ").join(names[form] for form in TakenAs if form in forms) or tr("nothing yet")
    return words[:1].upper() + words[1:]


def _form(time_off: TimeOff) -> TakenAs:
    """As the form for work has it."""
    return taken_as(time_off.first, time_off.last, every_days=time_off.every_days, minutes=time_off.minutes)


def differs_words(view: LeaveView, today: date) -> str:
    """What the employer counts beyond this log, and since when."""
    difference = view.difference
    if difference is None or difference.since is None:
        return ""
    return difference_words(difference, today)


def assumed_words(view: LeaveView, fact: str, today: date) -> str:
    """One thing that was assumed, as a sentence; empty for what is told elsewhere."""
    job = view.job
    if fact == "workweek_start":
        return tr("Your workweek starts on {day}.").format(day=workweek_words(job.workweek_start))
    if fact == "increment":
        return tr("Your job counts leave in steps of {time}.").format(time=time_words(job.increment))
    if fact == "counts_hours":
        return tr("Your job counts leave in hours.") if job.counts_hours else tr("Your job counts leave in weeks.")
    if fact == "spouse_same_employer":
        same = tr("Your spouse has the same employer.")
        return same if job.spouse_same_employer else tr("No spouse of yours works for this employer.")
    return _assumed_job_words(view, fact, today)


def _assumed_job_words(view: LeaveView, fact: str, today: date) -> str:
    job, figures = view.job, view.figures
    words = ""
    if fact == "hired_on":
        words = tr("You have worked there for a year or more.")
        if job.hired_on is not None:
            words = tr("You started there on {day}.").format(day=day_near(job.hired_on, today))
    elif fact == "relation":
        words = tr("The law counts the person you care for as your family.")
        if job.relation is not None:
            words = tr("You care for this person: {relation}.").format(relation=relation_words(job.relation))
    elif fact == "pattern" and figures is not None:
        words = tr("Your usual week has {time}.").format(time=time_words(week_minutes(figures)))
    elif fact == "method" and job.known is not YearKnown.NOT_SURE:
        words = tr("The leave year: {words}.").format(words=year_words(view))
    return words


def paper_help(clock: Clock) -> str:
    """What helps with a paper."""
    ask_hr = tr("It has 5 business days. Ask HR if nothing came.")
    return {
        Clock.NOTICE_BY: tr("30 days ahead where you know it. Else as soon as you can."),
        Clock.CERTIFICATION_DUE: tr("Ask the clinic now. They often need a week or two."),
        Clock.CERTIFICATION_CURE: tr("Ask the clinic to fill in what your employer listed."),
        Clock.ELIGIBILITY_NOTICE: ask_hr,
        Clock.DESIGNATION_NOTICE: ask_hr,
        Clock.BALANCE_REQUEST: tr("Once in 30 days, if you took leave in them."),
        Clock.METHOD_CHANGE: tr("Everyone must be told 60 days ahead."),
        Clock.PREMIUM_STOP: tr("It can stop only after a written notice."),
        Clock.RECERTIFICATION: tr("Ask the clinic early. They often need a week or two."),
    }[clock]
