"""The words of Today: greetings, who does what, when to leave, whom we wait for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from uuid import UUID

from caregiver_app.domain.calendar import ANY_TIME
from caregiver_app.domain.quick_dataclass import dataclass
from caregiver_app.domain.rides import Leg
from caregiver_app.domain.spoken import clock_words, day_words, list_words, short_day, time_words
from caregiver_app.domain.tasks import Ask, Item, State
from caregiver_app.domain.today_view import PartOfGreeting, TodayRow
from caregiver_app.domain.visits import Visit
from caregiver_app.words import ntr, tr

DAWN, NOON, EVENING = 4, 12, 17
LONGEST_TITLE = 200
LABEL = 40  # letters of a title in the words of Undo


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What everybody is called, whose program this is, and how times are written."""

    short: Mapping[UUID, str]
    me: UUID | None = None
    clock24: bool = False

    def of(self, ids: Iterable[UUID]) -> str:
        """Some people in a row."""
        return list_words(self.short.get(each, tr("Someone")) for each in ids)

    def clock(self, at: datetime | None) -> str:
        """A time in words; empty when it is not known."""
        return clock_words(at.time(), self.clock24) if at is not None else ""


def part_of(now: datetime) -> PartOfGreeting:
    """By which greeting a local time goes; a night after midnight is neither evening nor morning."""
    if now.hour < DAWN:
        return PartOfGreeting.NIGHT
    if now.hour >= EVENING:
        return PartOfGreeting.EVENING
    return PartOfGreeting.MORNING if now.hour < NOON else PartOfGreeting.AFTERNOON


def greeting(part: PartOfGreeting, name: str) -> str:
    """“Good morning, Dana”."""
    plain = {
        PartOfGreeting.MORNING: tr("Good morning"),
        PartOfGreeting.AFTERNOON: tr("Good afternoon"),
        PartOfGreeting.EVENING: tr("Good evening"),
        PartOfGreeting.NIGHT: tr("Hello"),
    }[part]
    return tr("{greeting}, {name}").format(greeting=plain, name=name) if name else plain


def headline(row: TodayRow) -> str:
    """The title of a row with its time: “CT scan, 9:15 am”."""
    return tr("{title}, {time}").format(title=row.title, time=row.time) if row.time else row.title


def spoken(row: TodayRow) -> str:
    """A row in one line: “Tue Nov 24, CT scan, 9:15 am, Ben drives, needs a driver, done”."""
    parts = [row.day, headline(row), row.detail.rstrip("."), row.needs, tr("done") if row.done else ""]
    return tr(", ").join(part for part in parts if part)


def plain(text: str, most: int = LONGEST_TITLE) -> str:
    """A title in one line, cut where it is very long."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[:most].rstrip() + "…"


def day_in_short(day: date, today: date) -> str:
    """The day of a row: “Tue Nov 24”, or “Today”."""
    return tr("Today") if day == today else day_words(day)


def item_time(item: Item, names: Names) -> str:
    """When it is; empty for any time."""
    return "" if item.task.when == ANY_TIME else time_words(item.task.when, names.clock24)


def item_words(item: Item, names: Names) -> str:
    """Who does it: “Rosa has this one.”, “This one is yours.”, “Asked Ana on Nov 21.”; empty when nobody yet."""
    helpers = item.helpers
    if helpers == (names.me,):
        return tr("This one is yours.")
    if helpers:
        several = ntr("{names} has this one.", "{names} have this one.", len(helpers))
        return several.format(names=names.of(helpers))
    return asked_on(item, names) if item.state is State.ASKED else ""


def item_needs(item: Item) -> str:
    """The mark of what still needs somebody; empty for the rest."""
    if item.state is not State.NEEDS_HELPER:
        return ""
    return tr("Needs a driver") if item.task.is_ride_leg else tr("Needs a helper")


def asked_on(item: Item, names: Names) -> str:
    """“Asked Ana on Nov 21.”."""
    asked = _just_asked(item)
    if not asked:
        return _again_words(item, names)
    day = short_day(min(ask.asked_at for ask in asked).astimezone().date())
    return tr("Asked {names} on {day}.").format(names=names.of(ask.person_id for ask in asked), day=day)


def _just_asked(item: Item) -> list[Ask]:
    """What is waited for, without those who had said yes before."""
    return [ask for ask in item.asks if ask.person_id in item.waiting and not ask.had_said_yes]


def _again_words(item: Item, names: Names) -> str:
    """“Rosa had said yes before. Ask again?”; empty when it is nobody."""
    again = item.said_yes_before
    return tr("{names} had said yes before. Ask again?").format(names=names.of(again)) if again else ""


def waiting_words(item: Item, names: Names, today: date) -> str:
    """Whom we wait for, and how long: “Ana was asked 3 days ago.”; or who is to be asked again."""
    asked = _just_asked(item)
    if not asked:
        return _again_words(item, names)
    who, count = names.of(ask.person_id for ask in asked), len(asked)
    since = (today - min(ask.asked_at.astimezone().date() for ask in asked)).days
    if since <= 0:
        return ntr("{names} was asked today.", "{names} were asked today.", count).format(names=who)
    if since == 1:
        return ntr("{names} was asked yesterday.", "{names} were asked yesterday.", count).format(names=who)
    words = ntr("{names} was asked {n} days ago.", "{names} were asked {n} days ago.", count)
    return words.format(names=who, n=since)


def visit_words(visit: Visit, names: Names) -> str:
    """Who drives, when to leave and when they are home: “Ben drives. Leave home by 8:40 am. Home about 1:00 pm.”."""
    parts = [_drivers(visit, names), _own(visit, names), _leaving(visit, names), _home(visit, names)]
    return " ".join(part for part in parts if part) or _where(visit)


def visit_in_short(visit: Visit, names: Names) -> str:
    """The same for a day to come: where, and who drives."""
    return " ".join(part for part in (_drivers(visit, names), _own(visit, names), _where(visit)) if part)


def visit_needs(visit: Visit) -> str:
    """The mark of a visit that still needs somebody to drive."""
    open_trips = [trip for trip in visit.trips if trip.is_open and trip.item.state is State.NEEDS_HELPER]
    return tr("Needs a driver") if open_trips else ""


def _drivers(visit: Visit, names: Names) -> str:
    there, home = (_driver(visit, leg) for leg in (Leg.THERE, Leg.HOME))
    if not there and not home:
        return ""
    if there == home or not there or not home:
        return _drives(there or home, names, only="" if there == home else "there" if there else "home")
    words = tr("{there} {verb} there, {home} home.")
    return words.format(there=names.of(there), verb=_verb(there, names), home=names.of(home))


def _driver(visit: Visit, leg: Leg) -> tuple[UUID, ...]:
    trip = visit.trip(leg)
    return trip.drivers if trip is not None else ()


def _verb(who: tuple[UUID, ...], names: Names) -> str:
    return tr("drives") if len(who) == 1 and who[0] != names.me else tr("drive")


def _drives(who: tuple[UUID, ...], names: Names, *, only: str) -> str:
    pattern = {
        "": tr("{names} {verb}."),
        "there": tr("{names} {verb} there."),
        "home": tr("{names} {verb} home."),
    }[only]
    return pattern.format(names=names.of(who), verb=_verb(who, names))


def _own(visit: Visit, names: Names) -> str:
    mine = names.me is not None and visit.appointment.person_id == names.me
    return tr("This one is yours.") if mine else ""


def _leaving(visit: Visit, names: Names) -> str:
    trip = visit.trip(Leg.THERE)
    start = trip.pick_up if trip is not None else None
    if start is None or start.date() != visit.appointment.day:
        return ""
    return tr("Leave home by {time}.").format(time=names.clock(start))


def _home(visit: Visit, names: Names) -> str:
    trip = visit.trip(Leg.HOME)
    if trip is None or trip.pick_up is None:
        return ""
    if trip.drop_off is None:  # how long the drive takes is not known
        return tr("The way home starts about {time}.").format(time=names.clock(trip.pick_up))
    return tr("Home about {time}.").format(time=names.clock(trip.drop_off))


def _where(visit: Visit) -> str:
    if visit.place is None or not visit.place.name.strip():
        return ""
    return tr("At {place}.").format(place=plain(visit.place.name))


def missing_words(count: int) -> str:
    """How many receipts are not added yet, without hurry."""
    if not count:
        return tr("Every receipt of this year is here.")
    words = ntr(
        "{n} receipt of this year is not added yet. No rush.",
        "{n} receipts of this year are not added yet. No rush.",
        count,
    )
    return words.format(n=count)
