"""Appointments: one visit, from which rides, tasks, costs and notes hang; and the series they may belong to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from uuid import UUID

from caregiver_app.domain.calendar import Repeat
from caregiver_app.domain.kinds import Audience
from caregiver_app.domain.people import LONGEST_NOTE
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.quick_dataclass import dataclass
from caregiver_app.domain.records import Record
from caregiver_app.words import tr

LONGEST_TITLE = 500
USUAL_EARLY = 15  # minutes


class AppointmentKind(StrEnum):
    """What sort of visit it is."""

    VISIT = "visit"
    INFUSION = "infusion"
    SCAN = "scan"
    LAB = "lab"
    RADIATION = "radiation"
    PROCEDURE = "procedure"
    SECOND_OPINION = "second opinion"
    DENTAL = "dental"
    OTHER = "other"

    @property
    def minutes(self) -> int:
        """How long such a visit takes as a rule; only a first guess."""
        return _MINUTES.get(self, 60)


_MINUTES = {
    AppointmentKind.INFUSION: 180,
    AppointmentKind.LAB: 30,
    AppointmentKind.RADIATION: 30,
    AppointmentKind.PROCEDURE: 120,
}


class AppointmentStatus(StrEnum):
    """Where a visit stands, as set by hand."""

    PLANNED = "planned"
    DONE = "done"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment(Record):
    """One visit, on local wall time.

    `clock` is None while the time is not known. `person_id` is whose visit it is; None means the person cared for.
    `minutes` is its length, `early` how many minutes before it to be there. `companion_id` comes along to listen.
    `public_title` and `audience` are for the rides on paper. `series_id` and `original`, its day in the pattern, tie
    it to a series; `slid` is by how many days the rest of the series slid with it, and a visit moved alone differs
    from both. `companion_day` and `companion_clock` are set while the companion knows of an earlier plan only, or does
    not know that the visit is off. `calendar_uid` is what the clinic's own calendar file calls it.
    """

    title: str
    day: date
    clock: time | None = None
    kind: AppointmentKind = AppointmentKind.VISIT
    person_id: UUID | None = None
    clinician_id: UUID | None = None
    place_id: UUID | None = None
    minutes: int = 60
    early: int = USUAL_EARLY
    prepare: str = ""
    bring: str = ""
    companion_id: UUID | None = None
    companion_day: date | None = None
    companion_clock: time | None = None
    public_title: str = ""
    audience: Audience = Audience.HELPER
    notes: str = ""
    status: AppointmentStatus = AppointmentStatus.PLANNED
    series_id: UUID | None = None
    original: date | None = None
    slid: int = 0
    calendar_uid: str = ""

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise InvalidEntry("title", tr("Type a few words, like “CT scan.”"))
        if len(self.title) > LONGEST_TITLE:
            words = tr("Keep it to {n} letters; the details can go in the notes.")
            raise InvalidEntry("title", words.format(n=LONGEST_TITLE))
        if not 1 <= self.minutes <= 24 * 60:
            raise InvalidEntry("minutes", tr("Type a length up to 24 hours, like “45 min” or “2 hours.”"))
        if not 0 <= self.early <= 4 * 60:
            raise InvalidEntry("early", tr("Type how early to be there, up to 4 hours, like “15 min.”"))
        for name in ("prepare", "bring", "notes"):
            if len(getattr(self, name)) > LONGEST_NOTE:
                raise InvalidEntry(name, tr("This note is over 20,000 letters. Please keep a shorter one here."))

    @property
    def starts(self) -> datetime | None:
        """When it begins; None while the time is not known."""
        return datetime.combine(self.day, self.clock) if self.clock is not None else None

    @property
    def ends(self) -> datetime | None:
        """When it is over as planned."""
        return self.starts + timedelta(minutes=self.minutes) if self.starts is not None else None

    @property
    def is_planned(self) -> bool:
        """Whether it is still to come, as far as was told."""
        return self.status is AppointmentStatus.PLANNED

    @property
    def known_plan(self) -> tuple[date, time | None]:
        """The day and time that the companion knows."""
        if self.companion_day is None:
            return self.day, self.clock
        return self.companion_day, self.companion_clock

    @property
    def companion_knows(self) -> Appointment:
        """The same visit when the companion knows of it as it is."""
        return replace(self, companion_day=None, companion_clock=None)

    def with_news(self, after: Appointment) -> Appointment:
        """The visit as it is now, with what its companion knows of it until it is that again."""
        after = after.companion_knows
        if after.companion_id is None or after.companion_id != self.companion_id:
            return after
        if self.status is AppointmentStatus.CANCELLED and not after.is_planned:  # it is off as before
            return replace(after, companion_day=self.companion_day, companion_clock=self.companion_clock)
        day, clock = self.known_plan
        if after.is_planned and (after.day, after.clock) == (day, clock):
            return after
        return replace(after, companion_day=day, companion_clock=clock)

    @property
    def sort_key(self) -> tuple[date, bool, time, str, UUID]:
        """Orders visits: by day, then time, those without a time last."""
        return (self.day, self.clock is None, self.clock or time.min, self.title.casefold(), self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Series(Record):
    """Visits that belong together, such as six infusions three weeks apart; each visit is a record of its own.

    `repeat` tells how they were planned from `first` on; what was moved or slid since is told by the visits.
    """

    title: str
    first: date
    repeat: Repeat
