"""What Today shows, in words that the screen and the sheet share, with the records that its buttons are about."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from caregiver_app.domain.quick_dataclass import dataclass

if TYPE_CHECKING:
    from caregiver_app.domain.reminders import OwnReminder
    from caregiver_app.domain.selfcare_week import ThingThisWeek
    from caregiver_app.domain.tasks import Item
    from caregiver_app.domain.visits import Visit

COMING_DAYS = 6
DRIVE, DOCTOR, OWN, REMINDER = "drive", "doctor", "own", "reminder"  # signs beside those of the kinds of tasks


class PartOfGreeting(StrEnum):
    """By which greeting a day is begun."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayRow:
    """One line of a card. Equal rows look the same, so a card is made anew only when they differ.

    `record_id` is what opens on `tab`. At most one of `item`, `visit` and `thing` is what Done is about;
    a `reminder` that somebody typed is opened alone. `needs` are
    the words of its mark when somebody is still needed. `day` is its day in short, on cards of several days.
    """

    record_id: UUID
    tab: str
    sign: str
    title: str
    time: str = ""
    detail: str = ""
    day: str = ""
    needs: str = ""
    done: bool = False
    item: Item | None = None
    visit: Visit | None = None
    thing: ThingThisWeek | None = None
    reminder: OwnReminder | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayView:
    """The day at a glance; everything that the first paint shows.

    `today` are the rows of the day in time order, those that are done among them. `coming` is of the six days after.
    `left` are tasks of the days before that are still open, the latest first; of a series its last time alone.
    `needing` still need somebody, the soonest first. `to_tell` are visits that are over, the latest first. `season` is
    a quiet line once the person cared for has died: then nothing is asked. At the local time `holds_until` it is to be
    read again.
    """

    day: date
    part: PartOfGreeting
    holds_until: datetime
    name: str = ""
    welcomed: bool = True
    today: tuple[TodayRow, ...] = ()
    coming: tuple[TodayRow, ...] = ()
    needing: tuple[TodayRow, ...] = ()
    to_tell: tuple[Visit, ...] = ()
    season: str = ""
    left: tuple[TodayRow, ...] = ()
