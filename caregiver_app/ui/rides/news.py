"""Who has to hear of a change: found by comparing visits as they were with what they are now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from caregiver_app.domain.ride_words import Why
from caregiver_app.domain.rides import Trip
from caregiver_app.domain.tasks import State, Status
from caregiver_app.domain.visits import Visit
from caregiver_app.services.tasks import Scope
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.rides.around import Around, read_around
from caregiver_app.ui.rides.company import company_news, company_to_tell, with_company
from caregiver_app.ui.rides.messages import Message, help_messages, moved_messages, off_messages, show_messages


def visits_meant(parts: Parts, visit: Visit, scope: Scope) -> list[Visit]:
    """The visits that a change of this scope may touch, as they are before it."""
    from caregiver_app.services import agenda

    return [visit] if scope is Scope.ONE else parts.actions.read(partial(agenda.of_series, visit=visit))


def tell_after(parts: Parts, before: Sequence[Visit], parent: QWidget | None) -> None:
    """Show the words for whoever has to hear of a change of these visits. Nothing when it is nobody."""
    show_messages(parts, news_of(parts, before, read_around(parts)), parent)


def news_of(parts: Parts, before: Sequence[Visit], around: Around) -> list[Message]:
    """The words for all who said yes or were asked, and whose ride or help is another one now, or is not needed."""
    from caregiver_app.services import agenda

    now = {visit.id: visit for visit in parts.actions.read(partial(agenda.again, visits=before))}
    both = [(old, now.get(old.id)) for old in before]
    both = [(old, new) for old, new in both if _last_day(old, new) >= around.today]
    ways = [(trip, new.trip(trip.ride.leg) if new is not None else None) for old, new in both for trip in old.trips]
    messages = moved_messages([fresh for trip, fresh in ways if fresh is not None and _has_moved(trip, fresh)], around)
    off = [each for trip, fresh in ways for each in _off(trip, fresh)]
    for why in Why:
        messages += off_messages([(trip, person_id) for trip, person_id, reason in off if reason is why], why, around)
    messages = with_company(messages, [each for old, new in both for each in company_news(old, new, around)])
    for old, new in both:  # other help outlives a visit that is removed
        messages += help_messages(old.tasks, new.tasks, around) if new is not None else []
    return messages


def words_to_send(visit: Visit, around: Around) -> list[Message]:
    """The words for whoever has not been told yet that this visit is another one now, or is off."""
    return with_company(_to_drivers(visit, around), company_to_tell(visit, around))


def _to_drivers(visit: Visit, around: Around) -> list[Message]:
    if visit.appointment.is_planned:
        return [*moved_messages(visit.trips, around), *_let_go_messages(visit, around)]
    known = [trip for trip in visit.trips if trip.ride.was_agreed]
    off = [(trip, person_id) for trip in known for person_id in (*trip.drivers, *trip.item.waiting)]
    return off_messages(off, Why.CANCELLED, around)


def _let_go_messages(visit: Visit, around: Around) -> list[Message]:
    """For those who had said yes and do not drive any more."""
    messages: list[Message] = []
    for why in (Why.TAKEN, Why.FREED):
        gone = [trip for trip in visit.trips if bool(trip.drivers) is (why is Why.TAKEN)]
        messages += off_messages([(trip, each) for trip in gone for each in trip.item.let_go], why, around)
    return messages


def _last_day(old: Visit, new: Visit | None) -> date:
    return max(old.appointment.day, new.appointment.day if new is not None else old.appointment.day)


def _has_moved(trip: Trip, fresh: Trip) -> bool:
    """Whether a ride that is on has moved just now; what was to be told before is no news."""
    return fresh.appointment.is_planned and _plan(trip) != _plan(fresh)


def _plan(trip: Trip) -> tuple[object, ...]:
    return trip.pick_up, trip.appointment.day, trip.appointment.place_id


def _off(trip: Trip, fresh: Trip | None) -> Iterator[tuple[Trip, UUID, Why]]:
    """Who need not drive this way any more, and why; nobody who said so themselves."""
    if trip.item.occurrence.status is not Status.OPEN:
        return
    why = _why(trip, fresh)
    known = fresh if fresh is not None and why is Why.CANCELLED else trip  # that one can be noted as told
    for person_id in (*trip.drivers, *trip.item.waiting):
        if not _still_meant(person_id, trip, fresh):
            yield known, person_id, why


def _still_meant(person_id: UUID, trip: Trip, fresh: Trip | None) -> bool:
    """Whether a person still drives or is still asked; or has said that they can’t."""
    if fresh is None or fresh.item.state is State.NOT_NEEDED:
        return False
    taken = bool(fresh.drivers) and not trip.drivers
    waits = person_id in fresh.item.waiting and not taken
    return waits or person_id in fresh.drivers or person_id in fresh.item.declined


def _why(trip: Trip, fresh: Trip | None) -> Why:
    if fresh is None:
        return Why.REMOVED
    if fresh.item.state is State.NOT_NEEDED:
        return Why.REMOVED if fresh.appointment.is_planned else Why.CANCELLED
    if fresh.drivers:
        return Why.TAKEN
    return Why.MOVED if _has_moved(trip, fresh) else Why.FREED
