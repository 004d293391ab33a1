"""The small things of a week: when each is, who is with her meanwhile, done or left for another week."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from operator import attrgetter
from uuid import UUID

from caregiver_app.domain.calendar import Span, When
from caregiver_app.domain.company import Window
from caregiver_app.domain.kinds import TaskKind
from caregiver_app.domain.people import Person, Role, short_names
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.selfcare import SMALL_THINGS, SmallThing, SmallThingTime
from caregiver_app.domain.selfcare_week import CareWeek, Cover, NotAvailable, ThingThisWeek, fresh_time, with_later
from caregiver_app.domain.sharing import neutral_title
from caregiver_app.domain.spoken import day_words
from caregiver_app.domain.tasks import Answer, Ask, Item, State, Task, occurrence_of
from caregiver_app.services import tasks
from caregiver_app.services.household import person_in_role
from caregiver_app.services.selfcare.asked import end_asking
from caregiver_app.services.selfcare.company import company
from caregiver_app.services.selfcare.journal import feelings, hard_time
from caregiver_app.services.small_things import in_week, kept, times_in
from caregiver_app.storage import care_rows as rows
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr

_WEEK = timedelta(6)
SHORTEST_COVER = 60  # minutes: for less nobody likes to be asked to come


def things(work: UnitOfWork) -> list[SmallThing]:
    """All small things, those for this time of life first, then those that rest."""
    return sorted(work.all(SmallThing), key=_thing_order)


def _thing_order(thing: SmallThing) -> tuple[object, ...]:
    weekday = 7 if thing.weekday is None else thing.weekday
    return thing.resting, weekday, thing.clock is None, thing.clock or time.min, thing.title.casefold(), thing.id


def week(work: UnitOfWork, *, first_day: date, today: date) -> CareWeek:
    """The week that begins on a day: its small things in order, own visits, how today is."""
    span = Span(first_day, first_day + _WEEK)
    mine = person_in_role(work, Role.CAREGIVER)
    visits = rows.own_visits(work, mine.id, span) if mine is not None else []
    every = things(work)
    shown = _with_next_week(work, in_week(work, [each for each in every if not each.resting], span), span, today)
    covers = _covers(work, Span(span.first, span.last + timedelta(7)), shown)
    found = [replace(each, cover=covers.get(each.next_time.id)) for each in shown]
    return CareWeek(
        span=span,
        things=tuple(sorted(found, key=_time_order)),
        resting=tuple(each for each in every if each.resting),
        own_visits=tuple(sorted(visits, key=lambda visit: visit.sort_key)),
        feeling=feelings(work, first=today, last=today).get(today),
        hard_time=hard_time(work, today=today),
    )


def _with_next_week(work: UnitOfWork, shown: list[ThingThisWeek], span: Span, today: date) -> list[ThingThisWeek]:
    """The same with what was chosen for the week after, so that no chosen time is out of sight."""
    after = kept(work, Span(span.first + timedelta(7), span.last + timedelta(7)))
    return [with_later(each, after.get(each.thing.id), today) for each in shown]


def _time_order(each: ThingThisWeek) -> tuple[object, ...]:
    time_ = each.next_time
    return time_.day is None, time_.day or date.max, time_.clock is None, time_.clock or time.min, each.thing.id


def _covers(work: UnitOfWork, span: Span, shown: Iterable[ThingThisWeek]) -> dict[UUID, Cover]:
    """Who is with her during the small things, by the id of their times."""
    times = [each.next_time for each in shown]
    wanted = {time_.id: time_ for time_ in times if time_.cover_task_id or time_.beside_id}
    if not wanted:
        return {}
    names = short_names(work.all(Person))
    items = {item.task.id: item for item in tasks.plan(work, span).items()}
    there = company(work, span=span)
    return {time_id: _cover(each, items, there, names) for time_id, each in wanted.items()}


def _cover(
    time_: SmallThingTime, items: Mapping[UUID, Item], there: Iterable[Window], names: Mapping[UUID, str]
) -> Cover:
    """A helper who can't come after all, or a task that was taken off or moved, leaves it open again."""
    item = items.get(time_.cover_task_id) if time_.cover_task_id is not None else None
    if item is not None and item.day == time_.day and item.state is not State.NOT_NEEDED:
        said, asked = ([names[each] for each in who if each in names] for who in (item.helpers, item.waiting))
        return Cover(names=tuple(said), asked=tuple(asked), state=item.state)
    window = _beside(time_, there) if time_.beside_id is not None else None
    if window is None:
        return Cover(state=State.NEEDS_HELPER)
    return Cover(names=tuple(names[each] for each in window.with_ids if each in names))


def _beside(time_: SmallThingTime, there: Iterable[Window]) -> Window | None:
    """The company of the task or visit that a time was chosen beside, on its day; else whoever is there at the time.

    A task that repeats, and a visit with two ways, have several.
    """
    same = [each for each in there if each.start.date() == time_.day and _holds(each, time_)]
    mine = (each for each in same if each.beside_id == time_.beside_id)
    return next(mine, same[0] if same and time_.clock is not None else None)


def _holds(window: Window, time_: SmallThingTime) -> bool:
    """Whether a time is within; one without an hour may be."""
    if time_.day is None or time_.clock is None:
        return True
    return window.start <= datetime.combine(time_.day, time_.clock) < window.end


def not_available(work: UnitOfWork, *, span: Span) -> list[NotAvailable]:
    """When the caregiver is not there in some days, without a word of why: as long as somebody was asked to stay."""
    shadows = (_shadow(work, each) for each in times_in(work, span) if each.is_waiting)
    return sorted((each for each in shadows if each is not None), key=attrgetter("start", "end"))


def _shadow(work: UnitOfWork, each: ThingThisWeek) -> NotAvailable | None:
    if each.starts is None or each.ends is None:
        return None
    task = work.get(Task, each.time.cover_task_id) if each.time.cover_task_id is not None else None
    covered = timedelta(minutes=task.minutes or 0) if task is not None else timedelta()
    return NotAvailable(start=each.starts, end=max(each.ends, each.starts + covered))


def save_thing(work: UnitOfWork, *, before: SmallThing | None, after: SmallThing) -> None:
    """Keep a small thing, new (`before` is None) or changed. Raises InvalidEntry at `resting` for a fourth one."""
    if before is not None:
        work.expect(before)
    others = [each for each in work.all(SmallThing) if not each.resting and each.id != after.id]
    newly = before is None or before.resting
    if newly and not after.resting and len(others) >= SMALL_THINGS:
        raise InvalidEntry("resting", tr("Three small things are plenty for a week. Let one of them rest first."))
    work.put(after)


def rest_thing(work: UnitOfWork, *, thing: SmallThing, resting: bool = True) -> None:
    """Let a small thing rest for a while, or offer it again. What nobody was asked yet is taken back meanwhile."""
    save_thing(work, before=thing, after=replace(thing, resting=resting))
    for each in work.where(SmallThingTime, thing_id=thing.id) if resting else ():
        if each.cover_task_id is not None and each.done_at is None:
            work.put(_leave_cover(work, each))


def remove_thing(work: UnitOfWork, *, thing: SmallThing) -> None:
    """Take a small thing off with all its weeks, and with tasks made for it that nobody heard of."""
    work.expect(thing)
    for each in work.where(SmallThingTime, thing_id=thing.id):
        if each.done_at is None:
            _leave_cover(work, each)
        work.remove(each)
    work.remove(thing)


def _known(work: UnitOfWork, thing: SmallThing, first_day: date) -> SmallThingTime:
    """The time of a small thing in a week as it stands."""
    work.expect(thing)
    span = Span(first_day, first_day + _WEEK)
    return kept(work, span).get(thing.id) or fresh_time(thing, span)


def plan_time(
    work: UnitOfWork,
    *,
    thing: SmallThing,
    week: date,
    day: date | None,
    clock: time | None,
    beside_id: UUID | None = None,
    instead_of: SmallThingTime | None = None,
) -> None:
    """Choose when a small thing is in the week that begins on `week`; `beside_id` as a free window has it.

    `instead_of` is a time of another week that is given up for it. Raises InvalidEntry at `day` for one that is not
    in that week.
    """
    if day is not None and day not in Span(week, week + _WEEK):
        sentence = tr("Choose a day of this week, from {first} to {last}.")
        raise InvalidEntry("day", sentence.format(first=day_words(week), last=day_words(week + _WEEK)))
    known = _known(work, thing, week)
    cover = known.cover_task_id if (day, clock) == (known.day, known.clock) and beside_id is None else None
    after = replace(known, day=day, clock=clock, beside_id=beside_id, cover_task_id=cover, not_this_week=False)
    if cover is None:
        _drop_cover(work, known)
    if instead_of is not None and instead_of.week != week:
        _give_up(work, thing, instead_of.week)
    work.put(after)


def _give_up(work: UnitOfWork, thing: SmallThing, week: date) -> None:
    """What was chosen for a week is no more."""
    known = _known(work, thing, week)
    _drop_cover(work, known)
    work.put(replace(known, day=None, clock=None, beside_id=None, cover_task_id=None))


def cover_task(work: UnitOfWork, *, thing: SmallThing, day: date, clock: time, minutes: int | None = None) -> Task:
    """The task in which somebody stays with her meanwhile, not kept yet. It tells nothing of what the time is for."""
    her = person_in_role(work, Role.CARED_FOR)
    title = tr("Keep {name} company").format(name=her.first_name if her is not None else tr("your person"))
    when = When(clock=clock)
    return Task(
        title=title,
        day=day,
        kind=TaskKind.STAY,
        when=when,
        minutes=minutes or max(thing.minutes, SHORTEST_COVER),
        audience=TaskKind.STAY.audience,
        public_title=neutral_title(TaskKind.STAY, title, when),
    )


def cover_item(work: UnitOfWork, *, time: SmallThingTime) -> Item | None:
    """The task that was made for a small thing and in which nobody comes yet; None when there is none at its time."""
    if time.cover_task_id is None or time.day is None:
        return None
    here = tasks.plan(work, Span(time.day, time.day)).items()
    found = next((item for item in here if item.task.id == time.cover_task_id), None)
    return found if found is not None and found.state is State.NEEDS_HELPER else None


def keep_cover(work: UnitOfWork, *, thing: SmallThing, week: date, task: Task) -> None:
    """Plan a small thing at the time of a task that `cover_task` made, and keep the task with it."""
    plan_time(work, thing=thing, week=week, day=task.day, clock=task.when.clock)
    known = _known(work, thing, week)
    _drop_cover(work, known)
    work.put(task)
    work.put(replace(known, cover_task_id=task.id))


def ask_cover(
    work: UnitOfWork,
    *,
    thing: SmallThing,
    week: date,
    day: date,
    clock: time,
    minutes: int | None = None,
    person_id: UUID | None = None,
    now: datetime,
) -> Task:
    """Plan a small thing, and make the task in which somebody stays with her meanwhile; the task is returned.

    With `person_id` it is also noted that they were asked.
    """
    task = cover_task(work, thing=thing, day=day, clock=clock, minutes=minutes)
    keep_cover(work, thing=thing, week=week, task=task)
    if person_id is not None:
        tasks.ask(work, item=Item(task, occurrence_of(task, task.day)), person_id=person_id, now=now)
    return task


def _drop_cover(work: UnitOfWork, known: SmallThingTime) -> SmallThingTime:
    """Take off the task that was made for it, unless somebody may come, having been asked: they are told first."""
    task = work.get(Task, known.cover_task_id) if known.cover_task_id is not None else None
    if task is not None and any(ask.answer is not Answer.NOT_THIS_TIME for ask in work.where(Ask, task_id=task.id)):
        return known
    if task is not None:
        tasks.erase(work, task=task)
    return replace(known, cover_task_id=None)


def _leave_cover(work: UnitOfWork, known: SmallThingTime) -> SmallThingTime:
    """The same for a small thing that is left: whoever was only asked needs not come."""
    end_asking(work, known)
    return _drop_cover(work, known)


def done(work: UnitOfWork, *, thing: SmallThing, week: date, now: datetime) -> None:
    """It was done this week, in full or in its two-minute version: both are whole."""
    work.put(replace(_known(work, thing, week), done_at=now, not_this_week=False))


def not_done(work: UnitOfWork, *, thing: SmallThing, week: date) -> None:
    """It is still to come this week after all."""
    work.put(replace(_known(work, thing, week), done_at=None))


def not_this_week(work: UnitOfWork, *, week: date, thing: SmallThing | None = None) -> None:
    """Leave one small thing, or all that are still to come, for another week: one click, nothing is said."""
    found = [thing] if thing is not None else [each for each in work.all(SmallThing) if not each.resting]
    for each in found:
        known = _known(work, each, week)
        if known.done_at is None:
            work.put(replace(_leave_cover(work, known), not_this_week=True))


def this_week_after_all(work: UnitOfWork, *, week: date, thing: SmallThing) -> None:
    """Offer a small thing again that was left for another week."""
    work.put(replace(_known(work, thing, week), not_this_week=False))
