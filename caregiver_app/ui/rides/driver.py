"""Choosing the driver of one way of a visit, from the Rides tab."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from caregiver_app.domain.rides import Trip
from caregiver_app.domain.visits import Visit
from caregiver_app.ui.asking.ride_chooser import RideChooser
from caregiver_app.ui.asking.ride_request import RideRequest
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.buttons import QUIET, Button
from caregiver_app.words import tr


class DriverChooser(RideChooser):
    """Who drives, as it is kept now; then shows the words for whoever need not drive, since another one does."""

    def __init__(self, parts: Parts, visit: Visit, trip: Trip, parent: QWidget | None = None) -> None:
        known = RideRequest(parts.actions, trip)
        request = known.again() or known  # what was noted a moment ago is in it already
        super().__init__(parts, request, partial(_open_visit, parts, visit, parent), parent)
        ways = tuple(way for way in (request.trip, request.other) if way is not None)
        before = Visit(appointment=request.trip.appointment, trips=ways)
        self.accepted.connect(partial(_tell_others, parts, before, parent))

    def _put_more(self) -> None:
        super()._put_more()
        self.list_button = Button(self.theme, tr("Change the ride services…"), kind=QUIET, icon="phone")
        self.list_button.clicked.connect(self.open_services)
        self.body.addWidget(self.list_button, 0, Qt.AlignmentFlag.AlignLeft)

    def open_services(self) -> None:
        """The list of services instead; it has a way of its own to come back here from the card."""
        from caregiver_app.ui.rides.services_list import RideServicesDialog

        self.reject()
        RideServicesDialog(self.parts, self.parentWidget()).open()


def _tell_others(parts: Parts, before: Visit, parent: QWidget | None) -> None:
    from caregiver_app.ui.rides.news import tell_after

    tell_after(parts, [before], parent)


def _open_visit(parts: Parts, visit: Visit, parent: QWidget | None) -> None:
    from caregiver_app.services import agenda
    from caregiver_app.ui.rides.editor import VisitEditor

    now = parts.actions.read(partial(agenda.visit, id=visit.id, today=parts.actions.clock.today()))
    VisitEditor(parts, visit=now, parent=parent).open()
