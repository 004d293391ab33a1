"""Whether somebody is eligible for FMLA leave, as far as the three answers are known, in sentences."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from caregiver_app.domain.leave.days import anniversary, eligibility_window
from caregiver_app.domain.leave.eligibility import (
    EMPLOYEES_NEEDED,
    MINUTES_NEEDED,
    MONTHS_NEEDED,
    WEEKS_A_YEAR,
    Requirement,
    eligibility,
    service_in_spells,
)
from caregiver_app.domain.leave.records import LeaveJob
from caregiver_app.domain.leave.schedule import Span
from caregiver_app.domain.spoken import minutes_words, short_day
from caregiver_app.words import ntr, tr


class Mark(StrEnum):
    """How one of the three tests stands."""

    YES = "yes"
    NO = "no"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One of the three tests: how it stands, and a sentence that says what is so or what to find out."""

    requirement: Requirement
    mark: Mark
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known: None for what nobody has said. `worked` are minutes in the 12 months before the leave."""

    leave_starts: date
    hired_on: date | None = None
    worked: int | None = None
    fifty_near: bool | None = None


def checks_of(facts: Facts) -> tuple[Check, ...]:
    """The three tests in order. 29 CFR 825.110(a)."""
    begun = facts.hired_on if facts.hired_on is not None and facts.hired_on < facts.leave_starts else None
    spells = [Span(first=begun, last=facts.leave_starts)] if begun is not None else []
    service = service_in_spells(spells, facts.leave_starts)
    answer = eligibility(
        service,
        worked_minutes=facts.worked or 0,
        employees_within_75_miles=EMPLOYEES_NEEDED if facts.fifty_near else 0,
    )
    known = {
        Requirement.MONTHS: facts.hired_on is not None,
        Requirement.HOURS: facts.worked is not None,
        Requirement.EMPLOYEES: facts.fifty_near is not None,
    }
    words = {
        Requirement.MONTHS: _months_words(facts, service.months),
        Requirement.HOURS: _hours_words(facts),
        Requirement.EMPLOYEES: _employees_words(facts),
    }
    return tuple(
        Check(requirement=each, mark=_mark(each in answer.failed, is_known=known[each]), words=words[each])
        for each in Requirement
    )


def _mark(failed: bool, *, is_known: bool) -> Mark:
    if not is_known:
        return Mark.OPEN
    return Mark.NO if failed else Mark.YES


def answer_words(tests: tuple[Check, ...]) -> str:
    """All three together, kindly."""
    marks = [test.mark for test in tests]
    if Mark.NO in marks:
        return tr("Not yet, by what you typed. Ask HR to check with you.")
    still_open = marks.count(Mark.OPEN)
    if still_open:
        return ntr("{n} answer is still open.", "{n} answers are still open.", still_open).format(n=still_open)
    return tr("It looks like FMLA covers you. Your employer tells you for sure.")


def _months_words(facts: Facts, months: int) -> str:
    if facts.hired_on is None:
        return tr("12 months at this job: type the day the job began.")
    if months >= MONTHS_NEEDED:
        return tr("12 months at this job: you have that.")
    done = anniversary(facts.hired_on)
    text = tr("12 months at this job: you have that on {day}. Earlier time with this employer may count too.")
    return text.format(day=_full(done))


def _hours_words(facts: Facts) -> str:
    window = eligibility_window(facts.leave_starts)
    if facts.worked is None:
        text = tr("1,250 hours of work from {first} to {last}: ask HR, or look at your pay slips.")
        return text.format(first=_full(window.first_day), last=_full(window.last_day))
    if facts.worked >= MINUTES_NEEDED:
        return tr("1,250 hours of work in the 12 months before: you have that.")
    missing = minutes_words(MINUTES_NEEDED - facts.worked)
    return tr("1,250 hours of work in the 12 months before: {missing} short.").format(missing=missing)


def _employees_words(facts: Facts) -> str:
    if facts.fifty_near is None:
        return tr("50 workers within 75 miles of where you work: ask HR.")
    if facts.fifty_near:
        return tr("50 workers within 75 miles of where you work: yes.")
    return tr("50 workers within 75 miles of where you work: no. A state law may still cover you.")


def new_job_words(hired_on: date | None, day: date) -> str:
    """That 12 months at the job are not over on a day of leave; empty when they are, or nobody said when it began."""
    if hired_on is None or day >= anniversary(hired_on):
        return ""
    text = tr("FMLA leave may start on {day}, after 12 months at this job. Earlier time there may count too.")
    return text.format(day=_full(anniversary(hired_on)))


def short_week_words(week: Fraction) -> str:
    """That a usual week of so many minutes makes fewer than 1,250 hours a year; empty when it makes enough."""
    year = int(week) * WEEKS_A_YEAR
    if year >= MINUTES_NEEDED:
        return ""
    text = tr("{week} a week is {year} in a year. FMLA asks for 1,250 in the 12 months before leave. Ask HR.")
    return text.format(week=minutes_words(int(week)), year=minutes_words(year))


def may_not_yet_words(job: LeaveJob, week: Fraction, day: date) -> str:
    """What may keep leave from being FMLA leave yet, as one line; nobody but the employer knows for sure."""
    return " ".join(words for words in (new_job_words(job.hired_on, day), short_week_words(week)) if words)


def _full(day: date) -> str:
    return tr("{day}, {year}").format(day=short_day(day), year=day.year)
