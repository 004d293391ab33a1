"""Events for other calendar programs, and what was handed out before, so that a new file replaces the old one."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from uuid import UUID

from caregiver_app.domain.quick_dataclass import dataclass
from caregiver_app.domain.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event as a calendar file holds it: local wall time in the family's zone.

    Without `clock` it takes the whole day. `alarm` is how long before it a reminder comes.
    """

    uid: str
    sequence: int = 0
    summary: str
    day: date
    clock: time | None = None
    minutes: int = 60
    location: str = ""
    description: str = ""
    alarm: timedelta | None = None
    cancelled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued(Record):
    """An event as it was last handed out: to the caregiver's own calendar, or to one person's.

    It is about a visit, one of its rides, or one time of a task, which may hang from a visit. `print` is a short
    fingerprint of what it said. The other fields are what a cancelled event has to repeat.
    """

    appointment_id: UUID | None = None
    person_id: UUID | None = None
    ride_id: UUID | None = None
    task_id: UUID | None = None
    sequence: int = 0
    print: str
    summary: str
    day: date
    clock: time | None = None
    minutes: int = 60
    cancelled: bool = False
    issued_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """An event read from another program's file, in our own words, ready to become a visit.

    `notes` are sentences about what was read with care, such as a time zone that was turned into home time. An event
    that can't come in has a `refused` sentence; its `day` may then be missing. A repeating one is several of these
    with the same `series`; the `uid` is another for each date and stays when the date is moved. It ends in the day that
    was first planned, with the hour where that may not be the usual one.
    """

    uid: str
    series: str = ""
    title: str
    day: date | None
    clock: time | None = None
    minutes: int | None = None
    location: str = ""
    description: str = ""
    cancelled: bool = False
    notes: tuple[str, ...] = ()
    refused: str = ""


def day_alone(uid: str) -> str:
    """The `uid` of one date of a series without its hour."""
    return uid[:-7] if re.search(r"#\d{8}T\d{6}$", uid[-16:]) else uid
