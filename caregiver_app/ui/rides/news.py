"""Who has to hear of a visit that was moved or changed: read once it is saved, from the visit as it was."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from caregiver_app.domain.calendar import Span
from caregiver_app.domain.rides import Trip
from caregiver_app.domain.visits import Visit
from caregiver_app.services.appointments import Child
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.rides.around import Around, read_around
from caregiver_app.ui.rides.messages import Message, help_messages, moved_messages, off_messages, show_messages

YEARS_AHEAD = 3


def tell_after(parts: Parts, visit: Visit, answers: Mapping[UUID, Child], parent: QWidget | None) -> None:
    """Show the words for whoever has to hear of a change; `visit` is as it was before. Nothing when it is nobody."""
    around = read_around(parts)
    messages = after_move(parts, visit, answers, around)
    if visit.series is not None:  # the same new time may count for others of the series
        others = [message for message in messages if not message.trips]
        messages = [*moved_messages(_series_trips(parts, visit, around), around), *others]
    show_messages(parts, messages, parent)


def _series_trips(parts: Parts, visit: Visit, around: Around) -> list[Trip]:
    """All rides to come of the visit’s series."""
    from caregiver_app.services import agenda

    span = Span(around.today, around.today + timedelta(YEARS_AHEAD * 366))
    visits = parts.actions.read(partial(agenda.agenda, span=span, today=around.today)).visits
    series = visit.series
    return [trip for each in visits if each.series == series for trip in each.trips]


def after_move(parts: Parts, visit: Visit, answers: Mapping[UUID, Child], around: Around) -> list[Message]:
    """Who is to be told now: drivers who keep the ride, and those who are free of it. `visit` is as it was."""
    from caregiver_app.services import agenda

    now = parts.actions.read(partial(agenda.visit, id=visit.id, today=around.today))
    freed = [trip for trip in visit.trips if answers.get(trip.item.task.id) is Child.DROP]
    helped = help_messages(visit.tasks, now.tasks, around)
    return [*moved_messages(now.trips, around), *off_messages(freed, around, moved=True), *helped]
