"""Reminders: when each one is due on the family's own clock, when it keeps quiet, and what came due meanwhile.

All of it goes by local wall time and is worked out from one instant: a clock that is changed, a computer that slept
or a new time zone can neither repeat a reminder nor swallow one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from operator import attrgetter
from uuid import UUID, uuid5

from caregiver_app.domain.calendar import Repeat
from caregiver_app.domain.people import LONGEST_NAME
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.quick_dataclass import dataclass
from caregiver_app.domain.records import Record
from caregiver_app.words import tr

RULES_ID = UUID(int=0x4E317)
KEPT_RULES_ID = UUID(int=0x4E318)  # what the family wanted before a season turned all reminders off
QUIET_FROM, QUIET_UNTIL = time(21), time(8)
EVENING = time(18)
GATHERED = timedelta(minutes=15)  # what came due longer ago than this is told in one card
DAY = timedelta(1)


class About(StrEnum):
    """What a reminder is about."""

    TASK = "task"
    RIDE = "ride"
    LEAVE = "leave"
    CLAIM = "claim"
    SELF_CARE = "self-care"
    OWN = "own"


class Later(StrEnum):
    """When a reminder that was put off comes again."""

    TEN_MINUTES = "10 minutes"
    HOUR = "1 hour"
    EVENING = "this evening"
    TOMORROW = "tomorrow"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderRules(Record):
    """What the family wants to be reminded of, and when not. `quiet_from` to `quiet_until` nothing is shown."""

    id: UUID = field(default=RULES_ID)
    on: frozenset[About] = frozenset(About)
    quiet_from: time = QUIET_FROM
    quiet_until: time = QUIET_UNTIL
    always: bool = False  # also in the quiet hours

    def is_quiet(self, moment: datetime) -> bool:
        """Whether nothing is shown at this local time."""
        if self.always or self.quiet_from == self.quiet_until:
            return False
        clock = moment.time().replace(tzinfo=None)
        if self.quiet_from < self.quiet_until:
            return self.quiet_from <= clock < self.quiet_until
        return clock >= self.quiet_from or clock < self.quiet_until

    def first_loud(self, moment: datetime) -> datetime:
        """The moment itself, or the end of the quiet hours that it lies in."""
        if not self.is_quiet(moment):
            return moment
        end = moment.replace(hour=self.quiet_until.hour, minute=self.quiet_until.minute, second=0, microsecond=0)
        return end if end > moment else end + DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnReminder(Record):
    """A reminder that somebody typed: its words, its day and time, and how it comes again. Never medical."""

    text: str
    day: date
    clock: time
    repeat: Repeat | None = None

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise InvalidEntry("text", tr("Type what to remind you of."))
        if len(self.text) > LONGEST_NAME:
            raise InvalidEntry("text", tr("This is very long. Keep it to 200 letters."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """One reminder at one time: local wall time, what it is about, and its words. `source_id` is of the record.

    `title` may show where others look on; `named`, where it differs, calls the thing by its own name. With `last_day`
    it is of no use after that day.
    """

    about: About
    source_id: UUID
    at: datetime  # local, without a zone
    title: str
    detail: str = ""
    last_day: date | None = None
    named: str = ""

    @property
    def in_window(self) -> str:
        """The title inside the program, where nothing has to hide."""
        return self.named or self.title

    @property
    def id(self) -> UUID:
        """The same for the same thing at the same wall time, whatever the clock did."""
        return uuid5(self.source_id, f"{self.about} {self.at.isoformat()}")

    def says_the_same(self, other: Due) -> bool:
        """Whether it is the same thing in the same words, at whatever time."""
        return replace(self, at=other.at) == other


def said_once(dues: Iterable[Due]) -> list[Due]:
    """Each thing once, at its latest time, by time: what came up every day of an absence is one thing."""
    in_order = sorted(dues, key=attrgetter("at", "title"))
    latest = {replace(due, at=in_order[0].at): due for due in in_order}
    return sorted(latest.values(), key=attrgetter("at", "title"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched(Record):
    """What was done about one reminder: put off until a local time, or closed. `due_at` is local wall time.

    One that is closed has a `later_at` when somebody put it away or did it, and none when it was only opened.
    """

    about: About
    source_id: UUID
    due_at: datetime
    later_at: datetime | None = None
    closed: bool = False

    def is_off(self, day: date) -> bool:
        """Whether it is no more of that day: done, put away, or put off to a later one."""
        return self.later_at is not None and (self.closed or self.later_at.date() > day)


def due_of(own: OwnReminder, day: date) -> Due:
    """What somebody typed, at its time of a day."""
    return Due(about=About.OWN, source_id=own.id, at=datetime.combine(day, own.clock), title=own.text.strip())


def touched_by(due: Due) -> Touched:
    """The record for a reminder that nothing was done about yet."""
    return Touched(id=due.id, about=due.about, source_id=due.source_id, due_at=due.at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What a computer showed so far: of all that came due up to `looked`, only `unanswered` things wait on.

    Local times. `unanswered` are ids of records; of theirs everything since `since` waits.
    """

    since: datetime
    looked: datetime
    unanswered: frozenset[UUID] = frozenset()

    def has_shown(self, due: Due, moment: datetime) -> bool:
        """Whether a reminder that shows itself at some moment was shown, and waits no more."""
        return moment <= (self.since if due.source_id in self.unanswered else self.looked)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """Reminders at one moment: to be shown now, gathered from before, and the local time to look again."""

    now: tuple[Due, ...]
    gathered: tuple[Due, ...]
    next_at: datetime | None


def waiting(
    dues: Iterable[Due], touched: Iterable[Touched], rules: ReminderRules, at: datetime, seen: Seen | None
) -> Waiting:
    """What to show at a local moment.

    `seen` is what was shown already, None for nothing. One that came due within the last minutes is shown by itself;
    what came due longer ago, as while the computer slept, is gathered.
    """
    known = {each.id: each for each in touched}
    shown: list[tuple[datetime, Due]] = []
    later: list[datetime] = []
    for due in dues:
        moment = moment_of(due, known.get(due.id), rules, at)
        if moment is None:
            continue
        if moment > at:
            later.append(moment)
        elif seen is None or due.id in known or not seen.has_shown(due, moment):
            shown.append((moment, due))
    if rules.is_quiet(at):
        return Waiting(now=(), gathered=(), next_at=min([*later, rules.first_loud(at)]))
    shown.sort(key=lambda pair: (pair[0], pair[1].title, pair[1].id))
    now = tuple(due for moment, due in shown if at - moment <= GATHERED)
    gathered = tuple(due for moment, due in shown if at - moment > GATHERED)
    return Waiting(now=now, gathered=gathered, next_at=min(later, default=None))


def moment_of(due: Due, touched: Touched | None, rules: ReminderRules, at: datetime) -> datetime | None:
    """The local time at which a reminder shows itself; None when it is closed, not wanted, or of no use then or now."""
    if due.about not in rules.on or (touched is not None and touched.closed):
        return None
    moment = rules.first_loud(touched.later_at if touched is not None and touched.later_at is not None else due.at)
    is_over = due.last_day is not None and max(moment, at).date() > due.last_day
    return None if is_over else moment


def put_off(touched: Touched, later: Later, at: datetime, rules: ReminderRules) -> Touched:
    """The reminder, to come again; never in the quiet hours. `at` is the local time now."""
    return replace(touched, later_at=rules.first_loud(later_time(later, at)))


def comes_again(due: Due, later: Later, at: datetime, rules: ReminderRules) -> bool:
    """Whether a reminder that is put off at a local time still comes before it is of no use."""
    return due.last_day is None or rules.first_loud(later_time(later, at)).date() <= due.last_day


def laters(dues: Iterable[Due], at: datetime, rules: ReminderRules) -> list[Later]:
    """The choices at a local time with which each of these comes again."""
    known = tuple(dues)
    return [later for later in Later if all(comes_again(due, later, at, rules) for due in known)]


def later_time(later: Later, at: datetime) -> datetime:
    """When a reminder that is put off at a local time comes again; this evening that is over is tomorrow morning."""
    if later is Later.TEN_MINUTES:
        return at + timedelta(minutes=10)
    if later is Later.HOUR:
        return at + timedelta(hours=1)
    evening = datetime.combine(at.date(), EVENING)
    if later is Later.EVENING and at < evening:
        return evening
    return datetime.combine(at.date() + DAY, QUIET_UNTIL)
