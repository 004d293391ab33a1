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
from caregiver_app.ui.rides.cant_come import CantCome
from caregiver_app.ui.widgets.buttons import QUIET, Button
from caregiver_app.ui.widgets.checks import CheckBox
from caregiver_app.words import tr


class DriverChooser(RideChooser):
    """Who drives, as it is kept now; then shows the words for whoever need not drive, since another one does."""

    def __init__(
        self,
        parts: Parts,
        visit: Visit,
        trip: Trip,
        parent: QWidget | None = None,
        *,
        freed: CantCome | None = None,
    ) -> None:
        known = RideRequest(parts.actions, trip)
        request = known.again() or known  # what was noted a moment ago is in it already
        self._freed = freed if freed is not None and freed.other is not None and request.other is not None else None
        request.both = self._freed is not None  # whoever takes the place of a driver of both ways drives both
        self.either: CheckBox | None = None
        super().__init__(parts, request, partial(_open_visit, parts, visit, parent), parent)
        ways = tuple(way for way in (request.trip, request.other) if way is not None)
        before = Visit(appointment=request.trip.appointment, trips=ways)
        self.accepted.connect(partial(_tell_others, parts, before, parent))

    def _offer_both(self) -> None:
        """The driver who can’t come had both ways: the other one can stay with them."""
        if self._freed is not None:
            self.either = CheckBox(self._freed.words())
            self.either.setChecked(True)
            self.either.toggled.connect(self._either_ticked)
            self.body.addWidget(self.either)
        super()._offer_both()

    def _either_ticked(self, ticked: bool) -> None:  # Qt sends it
        assert self._freed is not None, "there is a tick for it"
        assert self.both is not None, "both ways are open"
        self._freed.change(both=ticked)
        self._ride.look_again()
        self.both.setVisible(ticked)
        self.both.setChecked(ticked)

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
