"""What all printed sheets have in common: whom they are for, which fields they may show, what they leave out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from caregiver_app.documents.paper import Look
from caregiver_app.domain.calendar import Span, month_of, week_of
from caregiver_app.domain.kinds import Audience
from caregiver_app.domain.people import Person
from caregiver_app.domain.records import Record
from caregiver_app.domain.rides import Trip
from caregiver_app.domain.tasks import Item
from caregiver_app.domain.visits import Caution
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr

DAYS_AHEAD = 35


class Stretch(StrEnum):
    """How many days a sheet is for."""

    WEEK = "1 week"
    TWO_WEEKS = "2 weeks"
    THREE_WEEKS = "3 weeks"
    FOUR_WEEKS = "4 weeks"
    AHEAD = "ahead"
    MONTH = "month"
    YEAR = "year"
    CALENDAR_YEAR = "calendar year"
    DAY = "day"


def stretch_words(stretch: Stretch) -> str:
    """The name of a stretch, to choose it by."""
    names = {
        Stretch.WEEK: tr("One week"),
        Stretch.TWO_WEEKS: tr("Two weeks"),
        Stretch.THREE_WEEKS: tr("Three weeks"),
        Stretch.FOUR_WEEKS: tr("Four weeks"),
        Stretch.AHEAD: tr("Five weeks from a day on"),
        Stretch.MONTH: tr("One month"),
        Stretch.YEAR: tr("12 months"),
        Stretch.CALENDAR_YEAR: tr("Calendar year"),
        Stretch.DAY: tr("One day"),
    }
    return names[stretch]


def by_weeks(stretches: Sequence[Stretch]) -> dict[int, Stretch]:
    """Those stretches that are whole weeks, by how many weeks they are."""
    return {int(stretch.value[0]): stretch for stretch in stretches if stretch.value[0].isdecimal()}


def span_of(stretch: Stretch, day: date, week_start: int) -> Span:
    """The weeks that begin with the one that holds a day, the month that holds it, or what begins or ends with it."""
    if stretch is Stretch.AHEAD:
        return Span(day, day + timedelta(DAYS_AHEAD - 1))
    if stretch is Stretch.MONTH:
        return month_of(day)
    if stretch is Stretch.DAY:
        return Span(day, day)
    if stretch is Stretch.CALENDAR_YEAR:
        return Span(date(day.year, 1, 1), date(day.year, 12, 31))
    if stretch is Stretch.YEAR:
        return Span(_year_before(day) + timedelta(1), day)
    first = week_of(day, week_start)
    weeks = int(stretch.value[0])
    return Span(first.first, first.shifted(7 * (weeks - 1)).last)


def _year_before(day: date) -> date:
    """The same day a year before; Feb 28 for Feb 29."""
    return day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A sheet as somebody wants it.

    `person_id` is whose sheet it is; None for a helper's sheet means one for each helper with something to do. `phones`
    prints the numbers of helpers who agreed. `blank` prints a form to fill in by hand. `house_notes` prints those on
    the helpers' own sheets. `grid` prints a week in seven columns where they hold it. `about_id` is the one visit that
    slips are for. `qr` prints a code for a phone's calendar. `job_id` is whose work a sheet of leave is for; None
    means the first job.
    """

    sheet: str
    span: Span
    person_id: UUID | None = None
    look: Look = field(default_factory=Look)
    phones: bool = False
    blank: bool = False
    house_notes: bool = True
    grid: bool = False
    about_id: UUID | None = None
    qr: bool = True
    job_id: UUID | None = None

    @property
    def counted_as(self) -> str:
        """Under which name its copies are counted: each job has its own."""
        return f"{self.sheet} {self.job_id}" if self.job_id is not None else self.sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """When and as which copy a sheet is made: local time, and no number where copies are not counted."""

    at: datetime
    count_copies: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Something that is not on the sheet, or not as it was typed: what, and why. The ids say where to change it."""

    what: str
    why: str
    task_id: UUID | None = None
    person_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """What is drawn, one value for each sheet; what is left out; and whose names have to be written by hand.

    `no_grid` says in a sentence why a week prints as bands only; it is empty where the grid can be chosen. `nothing`
    says in a sentence that there is nothing to print, so that what is drawn is a form to fill in by hand. `table` is
    the same as a table file, for sheets that come as one.
    """

    data: tuple[Any, ...]
    people: tuple[UUID | None, ...] = (None,)
    left_out: tuple[LeftOut, ...] = ()
    to_write: tuple[Person, ...] = ()
    no_grid: str = ""
    nothing: str = ""
    table: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One kind of printed sheet: its name on the command line, its title, whom it is for, how it is made.

    `gather` reads the records and keeps what the sheet may show; `draw` turns that into the bytes of a PDF. `people`
    are those whom a sheet of their own can be made for. `for_one_visit`: it can be made for a single visit. `jobs` are
    those that a sheet of leave can be made for, each with its name.
    """

    name: str
    title: Callable[[], str]
    audience: Audience
    stretches: tuple[Stretch, ...]
    gather: Callable[[UnitOfWork, Request, Made], Gathered]
    draw: Callable[[Sequence[Any], Look], bytes]
    people: Callable[[UnitOfWork, Request], list[Person]] | None = None
    jobs: Callable[[UnitOfWork], list[tuple[UUID, str]]] | None = None
    for_one_visit: bool = False
    shows_phones: bool = False
    shows_house_notes: bool = False
    has_grid: bool = False
    has_qr: bool = False

    @property
    def for_person(self) -> bool:
        """Whether it can be made for one person alone."""
        return self.people is not None

    @property
    def for_job(self) -> bool:
        """Whether it is a sheet of leave, made for one job."""
        return self.jobs is not None


class NotOnTheList(AttributeError):
    """A sheet reached for a field that its allow-list does not hold."""


class Shown:
    """A record seen through a sheet's allow-list: what is not listed can't be read, so it can't be printed."""

    __slots__ = ("_fields", "_record")

    def __init__(self, record: Record | Item | Trip | Caution, allowed: Mapping[type, frozenset[str]]) -> None:
        self._record = record
        self._fields = allowed[type(record)]

    def __getattr__(self, name: str) -> Any:
        if name not in self._fields:
            raise NotOnTheList(name)
        return getattr(self._record, name)
