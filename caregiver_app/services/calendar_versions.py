"""What was handed out to calendars: each event with its version, and what is not meant any more taken back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from uuid import UUID

from caregiver_app.domain.calendar_events import Event, Issued
from caregiver_app.domain.problems import FileProblem
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr

_GONE = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarFile:
    """A finished file; `name` says nothing about what it is for. `cancelled` is how many events it takes back.

    `left_out` are sentences for the caregiver's own eyes: what its person does, and may not read of.
    """

    name: str
    data: bytes
    events: int = 0
    cancelled: int = 0
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """An event that should be in a calendar now, and whom it is for."""

    event: Event
    appointment_id: UUID | None = None
    person_id: UUID | None = None
    ride_id: UUID | None = None
    task_id: UUID | None = None


def hand_out(
    work: UnitOfWork,
    *,
    name: str,
    wanted: Sequence[Wanted],
    known: Iterable[Issued],
    left_out: Sequence[str] = (),
    zone: str,
    now: datetime,
) -> CalendarFile:
    """The events as they are to be now, each with its version; what else was given before is taken back.

    FileProblem when there is nothing to say.
    """
    from caregiver_app.exchange.ics import write_events

    ids = {each.event.uid for each in wanted}
    gone = [each for each in known if str(each.id) not in ids]
    if not wanted and not gone:
        raise _nothing(left_out)
    events = [_given(work, each, zone, now) for each in wanted]
    taken_back = [_take_back(work, each, now) for each in gone]
    data = write_events([*events, *taken_back], zone, now)
    counts = {"events": len(events), "cancelled": len(taken_back)}
    return CalendarFile(name=name, data=data, left_out=tuple(left_out), **counts)


def _nothing(left_out: Sequence[str]) -> FileProblem:
    said = tr("There is nothing here for a calendar.")
    if left_out:
        return FileProblem(said, " ".join(left_out))
    return FileProblem(said, tr("It is cancelled or done by somebody else, and was in no calendar."))


def _given(work: UnitOfWork, wanted: Wanted, zone: str, now: datetime) -> Event:
    """The event with its version: one more than before when it says something else now."""
    event = wanted.event
    known = work.get(Issued, UUID(event.uid))
    print_ = _print(event, zone)
    sequence = 0 if known is None else known.sequence + (known.print != print_)
    issued = Issued(
        id=UUID(event.uid),
        appointment_id=wanted.appointment_id,
        person_id=wanted.person_id,
        ride_id=wanted.ride_id,
        task_id=wanted.task_id,
        sequence=sequence,
        print=print_,
        summary=event.summary,
        day=event.day,
        clock=event.clock,
        minutes=event.minutes,
        issued_at=now,
    )
    work.put(issued)
    return replace(event, sequence=sequence)


def _take_back(work: UnitOfWork, known: Issued, now: datetime) -> Event:
    """The event as it was last given, cancelled."""
    sequence = known.sequence + (not known.cancelled)
    work.put(replace(known, sequence=sequence, print=_GONE, cancelled=True, issued_at=now))
    return Event(
        uid=str(known.id),
        sequence=sequence,
        summary=known.summary,
        day=known.day,
        clock=known.clock,
        minutes=known.minutes,
        cancelled=True,
    )


def _print(event: Event, zone: str) -> str:
    """A fingerprint of what a calendar would show of the event."""
    said = (event.summary, event.day, event.clock, event.minutes, event.location, event.description, event.alarm, zone)
    return sha256(repr(said).encode()).hexdigest()[:32]
