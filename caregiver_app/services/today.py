"""What Today shows: the day out of every tab, what is coming, who is still needed, and what follows the first paint."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from caregiver_app.domain import today_words as words
from caregiver_app.domain.appointments import AppointmentStatus
from caregiver_app.domain.calendar import Span, When
from caregiver_app.domain.household import Household
from caregiver_app.domain.people import Person, Role, id_in_role, in_role, short_names
from caregiver_app.domain.spoken import clock_words
from caregiver_app.domain.tasks import Answer, Item, Plan, State, items_of
from caregiver_app.domain.today_view import COMING_DAYS, DOCTOR, DRIVE, TodayRow, TodayView
from caregiver_app.domain.today_words import Names
from caregiver_app.domain.visits import Visit
from caregiver_app.services import tasks
from caregiver_app.services.assembling import bare_untold, in_short
from caregiver_app.services.household import household
from caregiver_app.services.today_own import Own, own_rows
from caregiver_app.storage import plans
from caregiver_app.storage.looking import has_any
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr

_Timed = tuple[tuple[bool, object], TodayRow]
MOST_TO_TELL = 3
LOOK_MINUTES = 15
LEFT_DAYS = 14  # so long what was not done is told of


def today(work: UnitOfWork, *, now: datetime) -> TodayView:
    """The day at a glance; `now` is local time. A fixed number of questions by index, whatever the years behind."""
    now = now.replace(tzinfo=None)
    day = now.date()
    people = work.all(Person)
    family = household(work)
    names = names_of(people, family)
    span = Span(day, day + timedelta(COMING_DAYS))
    plan = tasks.plan(work, span)
    every = plan.items()
    items = [item for item in every if item.state is not State.NOT_NEEDED]
    own = own_rows(work, span=span, names=names)
    visits = in_short(work, span, every)
    caregiver = in_role(people, Role.CAREGIVER)
    over = is_over(work)
    return TodayView(
        day=day,
        part=words.part_of(now),
        holds_until=_next_look(now, visits),
        name=caregiver.first_name if caregiver is not None else "",
        welcomed=family.welcomed,
        today=tuple(_rows_of_day(span.first, items, visits, own, names)),
        coming=tuple(_coming(span, items, visits, own, names)),
        needing=tuple(_needing(items, visits, names, now)),
        left=() if over else tuple(_left(work, day, plan, every, names)),
        to_tell=() if over else tuple(bare_untold(work, now=now)[:MOST_TO_TELL]),
        season=_season_line(people) if over else "",
    )


def _next_look(now: datetime, visits: Iterable[Visit]) -> datetime:
    """At the next end of a visit, and every quarter of an hour: parts of the day and breaks come and go then."""
    begun = now.replace(minute=now.minute - now.minute % LOOK_MINUTES, second=0, microsecond=0)
    ends = (visit.appointment.ends for visit in visits)
    return min([begun + timedelta(minutes=LOOK_MINUTES), *(each for each in ends if each is not None and each > now)])


def is_over(work: UnitOfWork) -> bool:
    """Whether the person cared for has died. The table of the season loads where there is one."""
    if not has_any(work, "seasons"):
        return False
    from caregiver_app.services.seasons import season

    return season(work).is_over


def _season_line(people: Iterable[Person]) -> str:
    from caregiver_app.domain.season_words import quiet_words

    her = next((each.first_name for each in people if each.role is Role.CARED_FOR), tr("your person"))
    return quiet_words(her)


def names_of(people: Iterable[Person], family: Household) -> Names:
    """What everybody is called; the caregiver is “You”."""
    people = list(people)
    me = id_in_role(people, Role.CAREGIVER)
    short = short_names(people)
    if me is not None:
        short[me] = tr("You")
    return Names(short=short, me=me, clock24=family.clock24)


# Today


def _rows_of_day(
    day: date, items: Iterable[Item], visits: Iterable[Visit], own: Iterable[Own], names: Names
) -> list[TodayRow]:
    """Everything of the day in time order."""
    found: list[_Timed] = [
        (item.task.when.sort_key, _todays_task(item, names))
        for item in items
        if item.day == day and not item.task.is_ride_leg
    ]
    visits = [visit for visit in visits if visit.appointment.day == day]
    found += [(_when(visit.appointment.clock), _todays_visit(visit, names)) for visit in visits]
    found += [(_when(clock), row) for on, clock, row in own if on == day]
    found.sort(key=_in_order)
    return [row for _, row in found]


def _when(clock: time | None) -> tuple[bool, object]:
    return When(clock=clock).sort_key


def _in_order(timed: _Timed) -> tuple[tuple[bool, object], str, UUID]:
    return timed[0], timed[1].title.casefold(), timed[1].record_id


def _todays_task(item: Item, names: Names) -> TodayRow:
    return _item_row(item, names, detail=words.item_words(item, names), needs=words.item_needs(item))


def _todays_visit(visit: Visit, names: Names) -> TodayRow:
    return _visit_row(visit, names, detail=words.visit_words(visit, names))


def _item_row(item: Item, names: Names, *, detail: str = "", day: str = "", needs: str = "") -> TodayRow:
    """One time of a task; a drive opens its visit."""
    leads_to = item.task.appointment_id if item.task.is_ride_leg else None
    return TodayRow(
        record_id=leads_to or item.task.id,
        tab="rides" if item.task.is_ride_leg else "tasks",
        sign=item.task.kind.value,
        title=words.plain(item.task.title),
        time=words.item_time(item, names),
        detail=detail,
        day=day,
        needs=needs,
        done=item.state is State.DONE,
        item=item,
    )


def _visit_row(visit: Visit, names: Names, *, detail: str, day: str = "") -> TodayRow:
    """A visit with its rides."""
    appointment = visit.appointment
    return TodayRow(
        record_id=visit.id,
        tab="rides",
        sign=DRIVE if visit.trips else DOCTOR,
        title=words.plain(appointment.title),
        time=clock_words(appointment.clock, names.clock24) if appointment.clock is not None else "",
        detail=detail,
        day=day,
        needs=words.visit_needs(visit),
        done=appointment.status is AppointmentStatus.DONE,
        visit=visit,
    )


def _left(work: UnitOfWork, day: date, plan: Plan, items: Iterable[Item], names: Names) -> list[TodayRow]:
    """What is still open from the days before, the latest first, so that it does not vanish without a word."""
    span = Span(day - timedelta(LEFT_DAYS), day - timedelta(1))
    on_today = {item.task.id for item in items if item.day == day}
    series = [each for each in plan.tasks if each.repeat is not None and each.id not in on_today]
    before = plans.open_in(work, span, series)
    latest = {item.task.id: item for item in before.items()}
    left = {item.id for item in latest.values() if item.is_open and not item.task.is_ride_leg}
    if not left:
        return []
    items = sorted((item for item in plans.with_asks(work, before).items() if item.id in left), key=_days_back)
    return [
        _item_row(item, names, detail=words.item_words(item, names), day=words.day_in_short(item.day, day))
        for item in items
    ]


def _days_back(item: Item) -> tuple[int, Any]:
    return -item.day.toordinal(), item.sort_key


# The days after


def _coming(
    span: Span, items: Iterable[Item], visits: Iterable[Visit], own: Iterable[Own], names: Names
) -> list[TodayRow]:
    """The six days after today: visits, and what somebody has said yes to or is asked for; the rest is `needing`."""
    found: list[tuple[tuple[date, tuple[bool, object]], TodayRow]] = [
        ((item.day, item.task.when.sort_key), _coming_task(item, span, names))
        for item in items
        if item.day > span.first and not item.task.is_ride_leg and item.state in (State.COVERED, State.ASKED)
    ]
    found += [
        ((visit.appointment.day, _when(visit.appointment.clock)), _coming_visit(visit, span, names))
        for visit in visits
        if visit.appointment.day > span.first and visit.appointment.is_planned
    ]
    found += [((on, _when(clock)), row) for on, clock, row in own if on > span.first]
    found.sort(key=lambda pair: (pair[0], pair[1].title.casefold(), pair[1].record_id))
    return [row for _, row in found]


def _coming_task(item: Item, span: Span, names: Names) -> TodayRow:
    day = words.day_in_short(item.day, span.first)
    return _item_row(item, names, detail=words.item_words(item, names), day=day)


def _coming_visit(visit: Visit, span: Span, names: Names) -> TodayRow:
    day = words.day_in_short(visit.appointment.day, span.first)
    return _visit_row(visit, names, detail=words.visit_in_short(visit, names), day=day)


def _needing(items: Iterable[Item], visits: Sequence[Visit], names: Names, now: datetime) -> list[TodayRow]:
    """What still needs somebody, from today on; both ways of a visit without a driver are two rows."""
    on = {visit.id for visit in visits if visit.appointment.is_planned}
    return [
        _item_row(item, names, day=words.day_in_short(item.day, now.date()))
        for item in items
        if item.state is State.NEEDS_HELPER and (not item.task.is_ride_leg or item.task.appointment_id in on)
    ]


def waiting(work: UnitOfWork, *, now: datetime, days: int = 28) -> list[TodayRow]:
    """What somebody was asked to do and has not answered, longest waiting first, then by day; a series is one row."""
    span = Span(now.date(), now.date() + timedelta(days - 1))
    plan = tasks.plan(work, span)
    asked = {ask.task_id for ask in plan.asks if ask.answer is Answer.NONE}
    found = items_of(span, [task for task in plan.tasks if task.id in asked], plan.occurrences, plan.asks)
    names = names_of(work.all(Person), household(work))
    open_items = _asked_once(item for item in found if item.waiting and item.is_open)
    return [_waiting_row(item, names, now.date()) for item in sorted(open_items, key=_longest_first)]


def _asked_once(items: Iterable[Item]) -> list[Item]:
    """Without later times of a series for which nobody was asked anything else."""
    told: set[object] = set()
    found = []
    for item in items:
        waiting = [ask for ask in item.asks if ask.answer is Answer.NONE]
        asks = {(ask.task_id, ask.person_id) if ask.had_said_yes else ask.id for ask in waiting}
        if not asks <= told:
            found.append(item)
        told |= asks
    return found


def _waiting_row(item: Item, names: Names, today: date) -> TodayRow:
    detail = words.waiting_words(item, names, today)
    return _item_row(item, names, detail=detail, day=words.day_in_short(item.day, today))


def _longest_first(item: Item) -> tuple[Any, ...]:
    """By the day of asking, as the words tell it, whatever the hour."""
    asked = min(ask.asked_at for ask in item.asks if ask.person_id in item.waiting)
    return asked.astimezone().date(), item.sort_key
