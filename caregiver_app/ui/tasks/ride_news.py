"""A ride of a visit that changes hands on the board: the words for whoever has to hear of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from caregiver_app.domain.tasks import Item
from caregiver_app.ui.parts import Parts

if TYPE_CHECKING:
    from caregiver_app.domain.visits import Visit
    from caregiver_app.storage.unit_of_work import UnitOfWork


class RideNews:
    """Knows a visit as it was before a step, and hands out the words after it."""

    def __init__(self, parts: Parts, parent: QWidget) -> None:
        self._parts = parts
        self._parent = parent

    def before(self, item: Item) -> Visit | None:
        """The visit that a card belongs to; None for any other task."""
        if not item.task.is_ride_leg or item.task.appointment_id is None:
            return None
        return self._parts.actions.read(partial(_visit, appointment_id=item.task.appointment_id))

    def tell(self, before: Visit | None) -> None:
        """The words for all who are concerned, if there are any."""
        if before is None:
            return
        from caregiver_app.ui.rides.news import tell_after

        tell_after(self._parts, [before], self._parent)


def _visit(work: UnitOfWork, *, appointment_id: UUID) -> Visit | None:
    from caregiver_app.domain.appointments import Appointment
    from caregiver_app.services import agenda

    appointment = work.get(Appointment, appointment_id)
    return agenda.one_visit(work, appointment) if appointment is not None else None
