"""What asking for drivers shows: the list of drivers, the words, and the ride services."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from caregiver_app.domain.people import Person
from caregiver_app.domain.rides import Leg, Trip
from caregiver_app.domain.visits import Visit
from caregiver_app.services import agenda, care_places
from caregiver_app.ui.asking.ask_dialog import AskDialog
from caregiver_app.ui.asking.ride_request import RideRequest
from caregiver_app.ui.rides.driver import DriverChooser
from caregiver_app.ui.rides.services_list import RideServicesDialog, ServiceEditor
from tests.stage import TODAY, Stage


def _open_way(stage: Stage) -> tuple[Visit, Trip]:
    """The next way home that still needs a driver."""
    found = stage.workspace.read(partial(agenda.coming, today=TODAY))
    return next(
        (visit, trip) for visit in found.visits for trip in visit.trips if trip.is_open and trip.ride.leg is Leg.HOME
    )


def _both_open(stage: Stage) -> QWidget:
    """A visit that nobody drives to yet, neither there nor home."""
    found = stage.workspace.read(partial(agenda.coming, today=TODAY))
    visit = next(each for each in found.visits if len(each.trips) == 2 and all(trip.is_open for trip in each.trips))
    return DriverChooser(stage.parts, visit, visit.trips[0], stage.window)


def _service(stage: Stage) -> Person:
    return stage.workspace.read(care_places.ride_services)[-1]


def _driver(stage: Stage) -> QWidget:
    return DriverChooser(stage.parts, *_open_way(stage), stage.window)


def _asked_service(stage: Stage) -> QWidget:
    visit, trip = _open_way(stage)
    request = RideRequest(stage.parts.actions, trip)
    request.ask(_service(stage).id, _service(stage).first_name)
    return DriverChooser(stage.parts, visit, trip, stage.window)


def _booked_service(stage: Stage) -> QWidget:
    visit, trip = _open_way(stage)
    RideRequest(stage.parts.actions, trip).book(_service(stage), "LV 20417")
    return DriverChooser(stage.parts, visit, trip, stage.window)


def _asked_driver(stage: Stage) -> QWidget:
    request = RideRequest(stage.parts.actions, _open_way(stage)[1])
    return AskDialog(stage.parts, request, stage.person("Ben"), request.read_circle(), stage.window)


def _services(stage: Stage) -> QWidget:
    return RideServicesDialog(stage.parts, stage.window)


def _edited_service(stage: Stage) -> QWidget:
    return ServiceEditor(stage.parts, _service(stage), stage.window)


def _wrong_service(stage: Stage) -> QWidget:
    form = ServiceEditor(stage.parts, None, stage.window)
    form.try_to_save()
    return form


DRIVER_SCREENS = (
    ("choose a driver", _driver),
    ("choose a driver, both ways open", _both_open),
    ("choose a driver, a service asked", _asked_service),
    ("choose a driver, a service booked", _booked_service),
    ("ask for a ride", _asked_driver),
    ("ride services", _services),
    ("edit ride service", _edited_service),
    ("new ride service, wrong", _wrong_service),
)
NO_SERVICES = ("ride services, none yet", _services)
