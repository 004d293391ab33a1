"""What follows the first paint of Today: answers we wait for, a moment for you, leave, costs, days that come up."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING

from caregiver_app.domain.calendar import Span
from caregiver_app.domain.company import Where, Window
from caregiver_app.domain.spoken import clock_words, in_part_words
from caregiver_app.domain.today_beside import DueSoon, LeaveLeft, Moment, Spent, TodayMore
from caregiver_app.domain.today_words import Names
from caregiver_app.services.today import is_over, waiting
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import ntr, tr

if TYPE_CHECKING:
    from caregiver_app.domain.leave.records import TimeOff
    from caregiver_app.domain.selfcare_week import ThingThisWeek

DUE_DAYS = 14  # how far ahead a paper or a claim is told of


def more(work: UnitOfWork, *, now: datetime) -> TodayMore:
    """Everything that Today shows later; `now` is local time."""
    now, today = now.replace(tzinfo=None), now.date()
    if is_over(work):  # what was hers has ended, and time off for her care is no question now
        due = sorted(
            (each for each in (*_claims(work, today), *_calls(work, today)) if _is_soon(each, today)), key=_due_order
        )
        return TodayMore(
            waiting=tuple(waiting(work, now=now)),
            moment=moment(work, now=now),
            spent=spent(work, today=today),
            due=tuple(due),
        )
    return TodayMore(
        waiting=tuple(waiting(work, now=now)),
        moment=moment(work, now=now),
        leave=leave_left(work, today=today),
        spent=spent(work, today=today),
        due=tuple(due_soon(work, today=today)),
    )


# A moment for you


def moment(work: UnitOfWork, *, now: datetime) -> Moment | None:
    """A free window of today while she has company, or a small thing of today; None when there is neither."""
    from caregiver_app.services.selfcare import windows
    from caregiver_app.services.small_things import times_in

    day = Span(now.date(), now.date())
    things = [each for each in times_in(work, day) if each.is_waiting]
    thing = things[0] if things else next(iter(_whenever(work, now.date())), None)
    besides = thing.thing.id if thing is not None else None  # the plan takes none of the time that it is for
    free = [each for each in windows(work, span=day, now=now, besides=besides) if each.end > now]
    if free:
        first = min(free, key=partial(_window_order, thing))
        names = _names(work)
        idea = _idea_words(thing, names, now)
        sentence = tr("{window} {idea}").format(window=_window_words(first, names, now), idea=idea)
        return Moment(sentence=sentence, until=first.start if first.start > now else first.end, thing=thing)
    if thing is None:
        return None
    return Moment(sentence=_thing_words(thing.thing.title, thing.thing.tiny), thing=thing)


def _window_order(thing: ThingThisWeek | None, window: Window) -> tuple[bool, bool]:
    """The time that holds what is planned comes first, then one that is known to the minute."""
    starts = thing.starts if thing is not None else None
    holds = starts is not None and window.part is None and window.start <= starts < window.end
    return not holds, window.part is not None


def _whenever(work: UnitOfWork, day: date) -> list[ThingThisWeek]:
    from caregiver_app.services import small_things

    return small_things.whenever(work, day)


def _thing_words(title: str, tiny: str) -> str:
    title, tiny = (each.strip().rstrip(".") for each in (title, tiny))
    if tiny:
        return tr("{title}. On a hard day: {tiny}.").format(title=title, tiny=tiny)
    return tr("{title}. Two minutes of it count, too.").format(title=title)


def _window_words(window: Window, names: Names, now: datetime) -> str:
    """“Ben has the ride. You have until 1:00 pm. A nap counts.”."""
    who, count = names.of(window.with_ids) if window.with_ids else tr("Somebody"), max(1, len(window.with_ids))
    if window.part is not None:
        some = ntr("{who} is there today, some time {part}.", "{who} are there today, some time {part}.", count)
        return some.format(who=who, part=in_part_words(window.part))
    has = _with_her(window.where, who, count)
    start, end = (clock_words(each.time(), names.clock24) for each in (window.start, window.end))
    if window.start <= now:
        return tr("{has} You have until {end}.").format(has=has, end=end)
    return tr("{has} You have from {start} to {end}.").format(has=has, start=start, end=end)


def _idea_words(thing: ThingThisWeek | None, names: Names, now: datetime) -> str:
    """What that time is good for: the small thing of today, or anything small."""
    if thing is None:
        return tr("A short walk or a nap counts.")
    title = thing.thing.title.strip().rstrip(".")
    if thing.time.day is None:
        return tr("Your idea for this week: {title}.").format(title=title)
    if thing.starts is None or thing.starts <= now:
        return tr("Your plan for today: {title}.").format(title=title)
    return tr("Your plan for today: {title}, {time}.").format(title=title, time=names.clock(thing.starts))


def _with_her(where: Where, who: str, count: int) -> str:
    words = {
        Where.HOME: ntr("{who} is there today.", "{who} are there today.", count),
        Where.RIDE: ntr("{who} has the drive today.", "{who} have the drive today.", count),
        Where.VISIT: ntr("{who} has the visit today.", "{who} have the visit today.", count),
    }[where]
    return words.format(who=who)


def _names(work: UnitOfWork) -> Names:
    from caregiver_app.domain.people import Person
    from caregiver_app.services.household import household
    from caregiver_app.services.today import names_of

    return names_of(work.all(Person), household(work))


# Leave


def leave_left(work: UnitOfWork, *, today: date) -> LeaveLeft | None:
    """The big answer of the first job; None while there is no job."""
    from caregiver_app.domain.leave_words import headline, parts
    from caregiver_app.services import leave

    jobs = leave.jobs(work)
    if not jobs:
        return None
    view = leave.view(work, job_id=jobs[0].id, today=today, since=today)
    ahead = [each.first for row in view.rows if _is_ahead(each := row.time_off, today)]
    figures = view.figures
    if figures is None or not figures.entitlement.weeks:
        return LeaveLeft(headline=headline(view), next_day=min(ahead, default=None))
    whole = figures.entitlement.weeks
    return LeaveLeft(
        headline=headline(view),
        used=min(1.0, float(figures.used.weeks / whole)),
        planned=min(1.0, float(figures.planned.weeks / whole)),
        legend=_legend(*parts(figures)),
        next_day=min(ahead, default=None),
    )


def _is_ahead(off: TimeOff, today: date) -> bool:
    """Whether time off is still to come; what was taken today is told already."""
    return off.first > today or (off.first == today and off.planned)


def _legend(used: Fraction, planned: Fraction, free: Fraction) -> tuple[str, str, str]:
    from caregiver_app.domain.leave_words import hours_words

    values = (used, planned, free)
    texts = (tr("{hours} used"), tr("{hours} planned"), tr("{hours} free"))
    words = [text.format(hours=hours_words(value)) for text, value in zip(texts, values, strict=True)]
    return words[0], words[1], words[2]


# Costs


def spent(work: UnitOfWork, *, today: date) -> Spent | None:
    """What was paid this month; None before the first cost ever."""
    from caregiver_app.services.expenses.figures import figures

    found = figures(work, today=today, year=today.year)
    return Spent(total=found.month_total, missing=found.missing) if found.any else None


# Papers and claims


def due_soon(work: UnitOfWork, *, today: date) -> list[DueSoon]:
    """Papers of leave, claims and calls with a day in the next two weeks, and those still open from before it."""
    found = [
        each for each in (*_papers(work, today), *_claims(work, today), *_calls(work, today)) if _is_soon(each, today)
    ]
    return sorted(found, key=_due_order)


def _is_soon(due: DueSoon, today: date) -> bool:
    return due.day <= today + timedelta(DUE_DAYS)


def _due_order(due: DueSoon) -> tuple[date, str]:
    return due.day, due.sentence


def _papers(work: UnitOfWork, today: date) -> list[DueSoon]:
    from caregiver_app.domain.leave_names import paper_words
    from caregiver_app.services import leave
    from caregiver_app.services.leave.views import papers

    return [
        DueSoon(day=each.deadline.due, sentence=paper_words(each, today), tab="leave", record_id=each.paper.id)
        for job in leave.jobs(work)
        for each in papers(work, job=job)
        if each.paper.done_on is None and each.deadline.due is not None
    ]


def _claims(work: UnitOfWork, today: date) -> list[DueSoon]:
    from caregiver_app.domain.claims import Claim
    from caregiver_app.domain.money.claim_clocks import next_clock
    from caregiver_app.domain.money_words import clock_words as claim_words

    found = []
    for claim in work.where(Claim, closed=False, paid_on=None):
        clock = next_clock(claim)
        if clock is not None and clock.day is not None:
            name, words = claim.company.strip(), claim_words(clock, today)
            sentence = tr("{name}: {words}").format(name=name, words=words) if name else words
            found.append(DueSoon(day=clock.day, sentence=sentence, tab="expenses", record_id=claim.id))
    return found


def _calls(work: UnitOfWork, today: date) -> list[DueSoon]:
    from caregiver_app.domain.claims import CallNote
    from caregiver_app.domain.leave_names import day_near

    found = []
    for each in work.where(CallNote, call_back_done=False):
        if each.call_back_on is not None:
            who = each.company.strip() or each.person.strip() or tr("the last caller")
            is_past = each.call_back_on < today
            words = tr("You wanted to call {who} back on {day}.") if is_past else tr("Call {who} back on {day}.")
            sentence = words.format(who=who, day=day_near(each.call_back_on, today))
            found.append(DueSoon(day=each.call_back_on, sentence=sentence, tab="expenses", record_id=each.id))
    return found
