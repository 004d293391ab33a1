"""The small things of one week, as the Self-care tab, Today and the plan on paper show them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.calendar import Span
from caregiver_app.domain.company import Window
from caregiver_app.domain.people import Person
from caregiver_app.domain.seasons import Season
from caregiver_app.domain.selfcare import CarePlan, Feel, HelpLine, SmallThing, SmallThingTime
from caregiver_app.domain.tasks import State

USUAL_CLOCK = time(14)  # when nobody said when it is
_SOON = timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """Who is with her meanwhile: by first names, and where the task stands, if one was made for it."""

    names: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    state: State = State.COVERED

    @property
    def is_open(self) -> bool:
        """Whether nobody comes and nobody is asked."""
        return self.state is State.NEEDS_HELPER and not self.names and not self.asked


@dataclass(frozen=True, slots=True, kw_only=True)
class NotAvailable:
    """All that others ever learn of a small thing: that the caregiver is not there. Local times."""

    start: datetime
    end: datetime

    @property
    def day(self) -> date:
        """The day on which it begins."""
        return self.start.date()


@dataclass(frozen=True, slots=True, kw_only=True)
class ThingThisWeek:
    """One small thing in one week. `time` is what was planned, or its usual day and time where nothing was.

    `later` is a time that was chosen in the week after; `only_later` when this week has no day for it that is to come.
    """

    thing: SmallThing
    time: SmallThingTime
    cover: Cover | None = None
    later: SmallThingTime | None = None
    only_later: bool = False

    @property
    def next_time(self) -> SmallThingTime:
        """The time that comes first: of this week, or of the next one where this week has none to come."""
        return self.later if self.later is not None and self.only_later else self.time

    @property
    def is_done(self) -> bool:
        """Whether it was done this week."""
        return self.time.done_at is not None

    @property
    def is_waiting(self) -> bool:
        """Whether it is still there to be done this week."""
        return not (self.is_done or self.time.not_this_week)

    @property
    def starts(self) -> datetime | None:
        """When it begins by local time; None for whenever."""
        return _moment(self.time)

    @property
    def ends(self) -> datetime | None:
        """When it is over."""
        return self.starts + timedelta(minutes=self.thing.minutes) if self.starts is not None else None


@dataclass(frozen=True, slots=True, kw_only=True)
class CareWeek:
    """One week of the caregiver's own. `resting` are things that are not offered for now.

    `own_visits` are the caregiver's own appointments; `hard_time` asks for help lines to come first.
    """

    span: Span
    things: tuple[ThingThisWeek, ...] = ()
    resting: tuple[SmallThing, ...] = ()
    own_visits: tuple[Appointment, ...] = ()
    feeling: Feel | None = None
    hard_time: bool = False


def _moment(time_: SmallThingTime) -> datetime | None:
    if time_.day is None or time_.clock is None:
        return None
    return datetime.combine(time_.day, time_.clock)


def with_later(each: ThingThisWeek, later: SmallThingTime | None, today: date) -> ThingThisWeek:
    """A small thing of a week, with the time that was chosen for it in the week after, if one was."""
    if later is None or later.day is None or later.done_at is not None or later.not_this_week or not each.is_waiting:
        return each
    return replace(each, later=later, only_later=each.time.day is None or each.time.day < today)


def fresh_time(thing: SmallThing, week: Span) -> SmallThingTime:
    """A small thing in a week for which nothing was planned: on its usual day, at its usual time."""
    day = next((each for each in week.days() if each.weekday() == thing.weekday), None)
    return SmallThingTime(thing_id=thing.id, week=week.first, day=day, clock=thing.clock)


@dataclass(frozen=True, slots=True, kw_only=True)
class CareView:
    """All that the Self-care tab shows, read in one moment. `her` is what the person cared for is called.

    `windows` are the times of the next seven days in which she has company; `own_visits` are the caregiver's own from
    today on; `to_call` are people with a number. `names` are short names by id, `my_id` is the caregiver's.
    """

    today: date
    week: CareWeek
    plan: CarePlan
    windows: tuple[Window, ...] = ()
    own_visits: tuple[Appointment, ...] = ()
    help_lines: tuple[HelpLine, ...] = ()
    to_call: tuple[Person, ...] = ()
    names: Mapping[UUID, str]
    her: str
    my_id: UUID | None = None
    season: Season = Season.TREATMENT
    clock24: bool = False

    @property
    def is_with_her(self) -> bool:
        """Whether company for her is still looked for."""
        return self.season is not Season.DIED


def cover_slot(each: ThingThisWeek | None, now: datetime) -> tuple[date, time]:
    """When somebody is asked to sit with her: at the time of a small thing, else in the early afternoon of a day soon.

    `now` is local time without a zone; what is over by then moves on to the next day.
    """
    known = each.next_time if each is not None else None
    day = known.day if known is not None and known.day is not None else now.date() + timedelta(1)
    clock = known.clock if known is not None and known.clock is not None else USUAL_CLOCK
    if datetime.combine(day, clock) < now + _SOON:
        day = now.date() + timedelta(1)
    return day, clock
