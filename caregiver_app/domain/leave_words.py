"""Words about leave: hours, weeks and days left, what comes back, and the employer’s count beside it."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from caregiver_app.domain.leave.answers import Amount, Figures, LeaveView
from caregiver_app.domain.leave.balance import Worker
from caregiver_app.domain.leave.charge import DayWeeks
from caregiver_app.domain.leave.days import DAY, MILITARY_WEEKS, Method, anniversary
from caregiver_app.domain.leave.methods import CountDifference
from caregiver_app.domain.leave.records import YearKnown
from caregiver_app.domain.leave.shares import OWN, shared_weeks
from caregiver_app.domain.leave_names import day_near
from caregiver_app.domain.spoken import minutes_words, short_day
from caregiver_app.words import ntr, tr

HOUR = 60
HALF = 5  # tenths of a day

# Stands once on the page and on the own log.
FOOT = tr(
    "My own record. My employer’s count decides. Not legal advice. Questions: Wage and Hour Division, 1-866-487-9243."
)


# Amounts


def hours_number(minutes: Fraction) -> str:
    """Minutes as a number of hours: “312”, “7.5”, “0.25”; cut to a hundredth, never rounded up."""
    hundredths = minutes * 100 // HOUR
    whole, rest = divmod(hundredths, 100)
    return f"{whole}.{rest:02}".rstrip("0") if rest else str(whole)


def hours_words(minutes: Fraction) -> str:
    """Minutes as hours: “312 hours”, “7.5 hours”, “1,024 hours”; “341 hours 40 min” where a hundredth can’t hold it.

    Parts of a minute are cut, never rounded up.
    """
    if not is_short(minutes):
        return minutes_words(int(minutes)) if minutes > 1 else tr("less than 1 min")
    number = _grouped(hours_number(minutes))
    return tr("1 hour") if number == "1" else tr("{hours} hours").format(hours=number)


def is_short(minutes: Fraction) -> bool:
    """Whether hours with two places hold it exactly."""
    return minutes * 100 % HOUR == 0


def hours_shown(minutes: Fraction) -> str:
    """Hours for a column: “7.5”, or “341 h 40 min” where a hundredth can’t hold it."""
    if is_short(minutes):
        return hours_number(minutes)
    hours, rest = divmod(int(minutes), HOUR)
    return tr("{hours} h {minutes} min").format(hours=hours, minutes=rest) if hours else tr("{n} min").format(n=rest)


def _grouped(number: str) -> str:
    """A number for a sentence: “1,024.5”."""
    whole, dot, rest = number.partition(".")
    return f"{int(whole):,}{dot}{rest}"


def weeks_words(amount: Amount) -> str:
    """An amount as weeks and days: “7 weeks and 4 days”, “3.5 days”, “no time”; days cut, never rounded up."""
    tenths = int(amount.days * 10)
    parts = []
    if amount.whole_weeks:
        parts.append(ntr("{n} week", "{n} weeks", amount.whole_weeks).format(n=amount.whole_weeks))
    if tenths:
        parts.append(_days_words(tenths))
    if parts:
        return tr("{weeks} and {days}").format(weeks=parts[0], days=parts[1]) if len(parts) > 1 else parts[0]
    return tr("less than a day") if amount.weeks else tr("no time")


def _days_words(tenths: int) -> str:
    if tenths == HALF:
        return tr("half a day")
    whole, rest = divmod(tenths, 10)
    number = f"{whole}.{rest}" if rest else str(whole)
    return tr("1 day") if number == "1" else tr("{n} days").format(n=number)


def weeks_number(weeks: Fraction) -> str:
    """Workweeks as a number to a hundredth, cut: “0.2”, “7.8”, “12”."""
    return hours_number(weeks * HOUR)


def counted_weeks_words(weeks: Fraction) -> str:
    """What leave costs in workweeks: “1 week”, “0.2 weeks”, “under 0.01 weeks”."""
    number = weeks_number(weeks)
    if weeks and number == "0":
        return tr("under 0.01 weeks")
    return tr("1 week") if weeks == 1 else tr("{n} weeks").format(n=number)


# What is left


def headline(view: LeaveView) -> str:
    """The big answer: “312 hours left today”; while nothing can be counted, what is missing."""
    if not view.supported:
        return tr("Your leave has its own rules")
    if not view.covered:
        return tr("FMLA leave does not cover this relative")
    if view.problem:
        return tr("One day has more time off than work")
    if view.figures is None:
        return tr("Add your usual week to see what is left")
    if view.job.known is YearKnown.NOT_SURE and view.figures.least != view.figures.most:
        return tr("At least {hours} left today").format(hours=hours_words(view.figures.left.minutes))
    return tr("{hours} left today").format(hours=hours_words(view.figures.left.minutes))


def under_headline(view: LeaveView) -> str:
    """The sentence below: “That is 7 weeks and 4 days, at 40 hours a week.”, or what to do about what is missing."""
    if not view.supported:
        return unsupported_words(view.job.worker)
    if not view.covered:
        return tr("You can keep your log here. A state program or your employer may still give leave.")
    if view.problem:
        return view.problem
    if view.figures is None:
        return tr("Your hours are counted from it. You can change it later.")
    week = week_minutes(view.figures)
    return tr("That is {weeks}, at {hours} a week.").format(
        weeks=weeks_words(view.figures.left), hours=hours_words(week)
    )


def week_minutes(figures: Figures) -> Fraction:
    """The minutes of the usual week that figures are told in."""
    return Fraction(figures.entitlement.minutes, figures.entitlement.weeks)


def used_minutes(figures: Figures) -> Fraction:
    """What is used, to the minute: with what is left, as it is told, it is all there is."""
    return Fraction(int(figures.entitlement.minutes) - int(figures.left.minutes))


def parts(figures: Figures) -> tuple[Fraction, Fraction, Fraction]:
    """Minutes used, planned, and free of both; together they are all there is."""
    used, planned = used_minutes(figures), Fraction(int(figures.planned.minutes))
    return used, planned, max(Fraction(int(figures.entitlement.minutes)) - used - planned, Fraction(0))


def unsupported_words(worker: Worker) -> str:
    """Why this worker's leave is not counted here, and whom to ask."""
    if worker is Worker.AIRLINE_CREW:
        return tr("Flight crews have their own leave rules, in days. Ask your employer for your count.")
    return tr("Most federal workers have their own leave rules. Ask your agency for your count.")


def after_planned_words(figures: Figures) -> str:
    """“After your planned days: 352 hours.”; empty when nothing is planned.

    The day is named where that is not what is left today less all that is planned: where time comes back before it,
    and where more is planned for the next leave year.
    """
    left, after = figures.left, figures.after_planned
    is_later = figures.later is not None and bool(figures.later.weeks)
    sentences = []
    if figures.planned.weeks or after.weeks != left.weeks:
        sentences.append(_after_words(figures, is_later=is_later))
    if figures.later is not None and figures.until is not None and is_later:
        text = tr("{hours} more are planned after {day}.")
        hours = hours_words(figures.later.minutes)
        sentences.append(text.format(hours=hours, day=day_near(figures.until, figures.day)))
    return " ".join(sentences)


def _after_words(figures: Figures, *, is_later: bool) -> str:
    after, hours = figures.after_planned, hours_words(figures.after_planned.minutes)
    comes_back = after.weeks > figures.left.weeks - figures.planned.weeks
    if figures.after_may_be_more:
        hours = tr("at least {hours}").format(hours=hours)
    if figures.after_day is None or not (comes_back or is_later or figures.after_may_be_more):
        return tr("After your planned days: {hours}.").format(hours=hours)
    text = tr("After your planned days, on {day}: {hours}.")
    if comes_back:
        text = tr("After your planned days, on {day}: {hours}, with the time that comes back by then.")
    return text.format(day=day_near(figures.after_day, figures.day), hours=hours)


def change_words(view: LeaveView) -> str:
    """That the job changes how it counts the year, when, and what counts for 12 months from then; else empty."""
    if view.figures is None or view.job.known is not YearKnown.TOLD:
        return ""
    today, is_military = view.figures.day, view.figures.entitlement.weeks == MILITARY_WEEKS
    for change in reversed(view.changes):
        day, end = day_near(change.effective, today), day_near(anniversary(change.effective) - DAY, today)
        if change.effective > today:
            text = tr(
                "From {day}, your job counts the year in a new way. The better of the two ways counts until {end}."
            )
            return text.format(day=day, end=end)
        if today < anniversary(change.effective) and not is_military:
            text = tr(
                "Your job changed how it counts the year on {day}. The better of the two ways counts until {end}."
            )
            return text.format(day=day, end=end)
    return ""


def shared_words(view: LeaveView) -> str:
    """That a spouse at the same employer may share the leave, where the law lets the employer ask it; else empty."""
    if view.figures is None:
        return ""
    is_military = view.figures.entitlement.weeks == MILITARY_WEEKS
    weeks = shared_weeks(view.job.relation, same=view.job.spouse_same_employer, military=is_military)
    if not weeks:
        return ""
    text = tr("You and your spouse work for the same employer. Up to {n} weeks may be shared between you. Ask HR.")
    return text.format(n=int(weeks))


def own_weeks_words(view: LeaveView) -> str:
    """That a spouse at the same employer shares nothing of the leave to care for a spouse or child; else empty."""
    relation, is_military = view.job.relation, view.job.military_from is not None
    if view.figures is None or is_military or not view.job.spouse_same_employer or relation not in OWN:
        return ""
    return tr("Your spouse works there too. For this care you do not share: each of you has weeks of your own.")


def range_words(figures: Figures) -> str:
    """How far the methods lie apart while nobody knows which one holds; empty when they agree."""
    if figures.least == figures.most:
        return ""
    text = tr("It is between {least} and {most}, by how your job counts the year.")
    least, most = figures.least.minutes, figures.most.minutes
    is_plain = is_short(least) and is_short(most)
    return text.format(least=_grouped(hours_number(least)) if is_plain else hours_words(least), most=hours_words(most))


def over_words(figures: Figures) -> str:
    """Time off beyond what the law protects; empty when there is none."""
    if not figures.over.weeks:
        return ""
    text = tr("{hours} of your time off go past what the law protects. Talk with HR about what comes next.")
    return text.format(hours=hours_words(figures.over.minutes))


def most_words(figures: Figures) -> str:
    """The most that the law gives: “12 weeks (480 hours)”."""
    weeks = weeks_words(figures.entitlement)
    return tr("{weeks} ({hours})").format(weeks=weeks, hours=hours_words(figures.entitlement.minutes))


def returns_words(view: LeaveView, today: date, most: int = 2) -> str:
    """The next days on which time comes back: “8 hours return on Dec 3, 16 on Jan 11, 2027.”; empty when none do.

    A year that holds for all of them is told once: “8 hours return on Mar 16 and 8 on Mar 17, 2027.”
    """
    if view.figures is None or not view.returns:
        return ""
    week, shown = week_minutes(view.figures), view.returns[:most]
    years = {each.day.year for each in shown}
    if len(shown) > 1 and len(years) == 1 and today.year not in years:
        parts = [_return_words(each, week, each.day, is_first=n == 0) for n, each in enumerate(shown)]
        return tr("{returns}, {year}.").format(returns=tr(" and ").join(parts), year=years.pop())
    parts = [_return_words(each, week, today, is_first=n == 0) for n, each in enumerate(shown)]
    return tr("{returns}.").format(returns=tr(", ").join(parts))


def _return_words(back: DayWeeks, week: Fraction, today: date, *, is_first: bool) -> str:
    minutes, day = back.weeks * week, day_near(back.day, today)
    if not is_first:
        hours = hours_number(minutes) if is_short(minutes) else hours_words(minutes)
        return tr("{hours} on {day}").format(hours=hours, day=day)
    if minutes == HOUR:
        return tr("1 hour returns on {day}").format(day=day)
    return tr("{hours} return on {day}").format(hours=hours_words(minutes), day=day)


def leave_year_words(view: LeaveView) -> str:
    """The leave year: “Jan 1 – Dec 31, 2026”, “12 months back from each day”, or that none is open yet."""
    if view.leave_year is None:
        if view.job.known is YearKnown.NOT_SURE:
            return tr("Not known yet")
        rule = view.figures.rule if view.figures is not None else None
        forward = (rule.method if rule is not None else view.job.method) is Method.FORWARD
        return tr("Starts with your next day off") if forward else tr("12 months back from each day")
    first, last = view.leave_year
    if first.year == last.year:
        return tr("{first} – {last}, {year}").format(first=short_day(first), last=short_day(last), year=last.year)
    text = tr("{first}, {first_year} – {last}, {year}")
    return text.format(first=short_day(first), first_year=first.year, last=short_day(last), year=last.year)


def ask_hr_words() -> str:
    """What stands beside the numbers while the method is not known."""
    return tr("Ask HR how your leave year is counted.")


# The employer's count


def difference_words(difference: CountDifference, today: date) -> str:
    """Who counted how much more, and from which day to which; and the days compared, where they are more."""
    compared = _compared_words(difference, today)
    if difference.since is None:
        return f"{tr('Your employer’s count and yours agree.')} {compared}".strip()
    days, hours = _range_of(difference, today), hours_words(Fraction(abs(difference.minutes)))
    if not difference.minutes:
        text = tr("Both counts come to the same, but days differ {days}.")
    elif difference.minutes > 0:
        text = tr("Your employer counted {hours} more than you did, {days}.")
    else:
        text = tr("Your employer counted {hours} less than you did, {days}.")
    return f"{text.format(hours=hours, days=days)} {compared}".strip()


def _range_of(difference: CountDifference, today: date) -> str:
    """From the first to the last day that differs."""
    first, last = min(difference.by_day), max(difference.by_day)
    if first == last:
        return tr("on {day}").format(day=day_near(first, today))
    return tr("from {first} to {last}").format(first=day_near(first, today), last=day_near(last, today))


def _compared_words(difference: CountDifference, today: date) -> str:
    """The days compared; empty where that is told already."""
    first, last, differing = difference.first, difference.last, difference.by_day
    if first is None or last is None or (differing and (first, last) == (min(differing), max(differing))):
        return ""
    if first == last:
        return tr("Compared: {day}.").format(day=day_near(first, today))
    return tr("Compared: {first} to {last}.").format(first=day_near(first, today), last=day_near(last, today))
