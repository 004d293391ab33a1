"""What a card says about one visit, on the screen and to a screen reader."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from caregiver_app.domain.appointments import AppointmentStatus
from caregiver_app.domain.rides import Leg, Trip
from caregiver_app.domain.spoken import clock_words, day_names, list_words, month_names, short_day, short_day_names
from caregiver_app.domain.tasks import State
from caregiver_app.domain.visits import Strength, Visit
from caregiver_app.ui.rides.leg_words import LegWords, Stand, leg_words
from caregiver_app.ui.rides.view import RidesView
from caregiver_app.words import tr

LONGEST_LINE = 160


@dataclass(frozen=True, slots=True)
class Line:
    """One quiet line on a card: an icon, words, and how much they stand out."""

    icon: str
    text: str
    strength: Strength = Strength.CALM


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitWords:
    """Everything a card shows. Equal words look the same, so a card is made again only when they differ."""

    visit_id: UUID
    day: date
    title: str
    place: str = ""
    times: str = ""
    marks: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()
    legs: tuple[LegWords, ...] = ()
    cancelled: bool = False
    calm: bool = False
    needs_driver: bool = False
    is_near: bool = False  # a driver has to be found soon
    offers_services: bool = False
    company: str = ""  # who comes along, while they are to be told of a change
    name: str = ""


def visit_words(visit: Visit, view: RidesView, *, under_its_day: bool = False) -> VisitWords:
    """The words of one card; its title goes without the day where that stands above it."""
    appointment = visit.appointment
    title = _title(visit)
    cancelled = appointment.status is AppointmentStatus.CANCELLED
    legs = leg_words(visit, view)
    needs = any(leg.stand is Stand.OPEN for leg in legs)
    words = VisitWords(
        visit_id=visit.id,
        day=appointment.day,
        title=title if under_its_day else _with_day(visit, title, view.today),
        place=_place(visit),
        times=_times(visit, view),
        marks=_marks(visit, view),
        lines=_lines(visit, view),
        legs=legs,
        cancelled=cancelled,
        calm=view.is_over,
        needs_driver=needs,
        is_near=any(leg.stand is Stand.OPEN and leg.strength is not Strength.CALM for leg in legs),
        company=_company_to_tell(visit, view, legs),
        offers_services=needs and any(each.strength is not Strength.CALM for each in visit.cautions),
    )
    return _named(words, _with_day(visit, title, view.today))


def head_day(day: date, today: date) -> str:
    """The day in the title of a card: “Tue, Nov 24” or “Today, Nov 22”, with the year when it is another."""
    weekday = tr("Today") if day == today else short_day_names()[day.weekday()]
    words = tr("{weekday}, {day}").format(weekday=weekday, day=short_day(day))
    return words if day.year == today.year else tr("{day}, {year}").format(day=words, year=day.year)


def day_heading(day: date, today: date, holiday: str = "") -> str:
    """The head of a day in a list: “Thursday, Nov 26, Thanksgiving”, or “Tuesday, Nov 24 — Today”."""
    words = tr("{weekday}, {day}").format(weekday=day_names()[day.weekday()], day=short_day(day))
    words = tr("{day}, {holiday}").format(day=words, holiday=holiday) if holiday else words
    return tr("{day} — Today").format(day=words) if day == today else words


def month_words(day: date) -> str:
    """The month that holds a day: “November 2026”."""
    return tr("{month} {year}").format(month=month_names()[day.month - 1], year=day.year)


def short_line(visit: Visit, view: RidesView) -> str:
    """The visit in a few words, for a calendar: “9:15 am CT scan”."""
    title = _line(visit.appointment.title)
    clock = visit.appointment.clock
    if clock is None:
        return title
    return tr("{time} {title}").format(time=clock_words(clock, view.household.clock24), title=title)


def _title(visit: Visit) -> str:
    """What it is: “CT scan”, or “Infusion, 2 of 6”."""
    title = _line(visit.appointment.title)
    if visit.count > 1 and visit.number:
        title = tr("{title}, {n} of {all}").format(title=title, n=visit.number, all=visit.count)
    return title


def _with_day(visit: Visit, title: str, today: date) -> str:
    return tr("{day} — {title}").format(day=head_day(visit.appointment.day, today), title=title)


def _place(visit: Visit) -> str:
    place, parts = visit.place, []
    if place is not None:
        parts.append(", ".join(word.strip() for word in (place.name, place.building) if word.strip()))
    if visit.clinician is not None:
        parts.append(tr("with {name}").format(name=visit.clinician.name))
    return " · ".join(parts)


def _times(visit: Visit, view: RidesView) -> str:
    """When to leave, the visit, and when they are home: “Leave home by 8:15 am. Visit 9:15 am. …”."""
    appointment = visit.appointment
    sentences = [_leaving(visit, view)]
    if appointment.clock is not None:
        sentences.append(tr("Visit {time}.").format(time=_clock(appointment.starts, view)))
    else:
        sentences.append(tr("The time is not known yet."))
    sentences.append(_coming_home(visit, view))
    return " ".join(sentence for sentence in sentences if sentence)


def _leaving(visit: Visit, view: RidesView) -> str:
    trip = visit.trip(Leg.THERE)
    start = trip.pick_up if trip is not None else None
    if start is None:
        return ""
    if start.date() < visit.appointment.day:
        return tr("Leave home by {time} the evening before.").format(time=_clock(start, view))
    return tr("Leave home by {time}.").format(time=_clock(start, view))


def _coming_home(visit: Visit, view: RidesView) -> str:
    trip = visit.trip(Leg.HOME)
    if trip is None:
        over = visit.appointment.ends
        return tr("Over about {time}.").format(time=_clock(over, view)) if over is not None else ""
    if trip.drop_off is None:
        return _starting_home(trip, view)
    words = tr("Will call when ready, home about {time}.") if trip.ride.will_call else tr("Home about {time}.")
    return words.format(time=_clock(trip.drop_off, view))


def _starting_home(trip: Trip, view: RidesView) -> str:
    """How long the drive takes is not known, so only when it starts can be told, as far as that is known."""
    if trip.pick_up is None:
        return tr("Will call when ready for the way home.") if trip.ride.will_call else ""
    words = tr("The way home starts about {time}.") if trip.ride.pick_up is None else tr("The way home is at {time}.")
    if trip.ride.will_call:
        words = tr("Will call when ready, about {time}.")
    return words.format(time=_clock(trip.pick_up, view))


def _clock(at: datetime | None, view: RidesView) -> str:
    return clock_words(at.time(), view.household.clock24) if at is not None else ""


def _marks(visit: Visit, view: RidesView) -> tuple[str, ...]:
    appointment, marks = visit.appointment, []
    if appointment.person_id is not None and appointment.person_id == view.caregiver_id:
        marks.append(tr("Yours"))
    if appointment.status is AppointmentStatus.CANCELLED:
        marks.append(tr("Cancelled"))
    elif appointment.status is AppointmentStatus.DONE:
        marks.append(tr("Done"))
    return tuple(marks)


def _lines(visit: Visit, view: RidesView) -> tuple[Line, ...]:
    """What else there is to know; what stands out comes first."""
    shown = [each for each in visit.cautions if not each.left]  # those with a time left stand in the row of their way
    strengths = [Strength.CALM if view.is_over else each.strength for each in shown]
    lines = [Line(_ICONS[strength], each.sentence, strength) for strength, each in zip(strengths, shown, strict=True)]
    lines.sort(key=_loudest_first)
    if visit.appointment.is_planned:
        lines += [*_company(visit, view), *_other_help(visit, view)]
        if visit.appointment.prepare.strip() and visit.appointment.day >= view.today:
            lines.append(Line("info", tr("To prepare: {words}").format(words=_short(visit.appointment.prepare))))
    return tuple(lines)


_ICONS = {Strength.CALM: "info", Strength.AMBER: "triangle-alert", Strength.BOLD: "triangle-alert"}


def _loudest_first(line: Line) -> int:
    return -list(Strength).index(line.strength)


def _company(visit: Visit, view: RidesView) -> list[Line]:
    companion = visit.appointment.companion_id
    if companion is None:
        return []
    if companion == view.caregiver_id:
        return [Line("users", tr("You come along to listen."))]
    if visit.appointment.companion_day is not None and visit.appointment.day >= view.today:
        return []  # the line above says it, with what they are to be told
    return [Line("users", tr("{name} comes along to listen.").format(name=view.name_of(companion)))]


def _company_to_tell(visit: Visit, view: RidesView, legs: tuple[LegWords, ...]) -> str:
    """Who comes along and does not know of the change; the button at a way of theirs stands for that as well."""
    companion, appointment = visit.appointment.companion_id, visit.appointment
    if companion in (None, view.caregiver_id) or appointment.companion_day is None or appointment.day < view.today:
        return ""
    if companion not in view.people or any(leg.agreed and leg.person_id == companion for leg in legs):
        return ""
    return view.name_of(companion)


def _other_help(visit: Visit, view: RidesView) -> list[Line]:
    lines = []
    for item in visit.tasks:
        if item.state is State.NOT_NEEDED:
            continue
        title = _short(item.task.title)
        if item.is_open and not item.helpers:
            words = tr("{title}: needs a helper. It is on the Tasks tab.").format(title=title)
            lines.append(Line("clipboard-list", words, Strength.AMBER))
        else:
            names = list_words(you_or(person_id, view) for person_id in item.helpers)
            lines.append(Line("clipboard-list", tr("{title}: {names}").format(title=title, names=names)))
    return lines


def you_or(person_id: UUID, view: RidesView) -> str:
    """A name inside a line; “you” for the caregiver."""
    return tr("you") if person_id == view.caregiver_id else view.name_of(person_id)


def _named(words: VisitWords, title: str) -> VisitWords:
    legs = [leg.spoken for leg in words.legs]
    said = [title, *words.marks, words.place, words.times, *legs, *(line.text for line in words.lines)]
    return replace(words, name=", ".join(part.rstrip(".") for part in said if part))


def _line(text: str) -> str:
    return " ".join(text.split())


def _short(text: str) -> str:
    words = _line(text)
    return words if len(words) <= LONGEST_LINE else words[:LONGEST_LINE] + "…"
