"""Opens the dialogs of the Rides tab, each imported when it is first wanted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.rides import Trip
from caregiver_app.domain.visits import Visit
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.rides.cant_come import CantCome
from caregiver_app.ui.rides.deeds import RideDeeds
from caregiver_app.words import tr

MAP = "https://www.openstreetmap.org/search"


class RideDialogs:
    """Every dialog belongs to one widget and is modal to its window."""

    def __init__(self, parts: Parts, deeds: RideDeeds, parent: QWidget) -> None:
        self._parts = parts
        self._deeds = deeds
        self._parent = parent

    def new_visit(
        self, day: date | None, added: Callable[[Appointment], object], person_id: UUID | None = None
    ) -> None:
        """The empty form; `added` is told of the new visit. With a caregiver’s id it is one of their own."""
        from caregiver_app.ui.rides.editor import VisitEditor

        form = VisitEditor(self._parts, day=day, parent=self._parent)
        if person_id is not None:
            form.folds.more.person.choose(person_id)
            form.title.setPlaceholderText(tr("Example: Dentist"))
        form.added.connect(added)
        form.open()

    def open_visit(self, visit: Visit) -> None:
        """The form of one visit."""
        from caregiver_app.ui.rides.editor import VisitEditor

        VisitEditor(self._parts, visit=visit, parent=self._parent).open()

    def choose_driver(self, visit: Visit, trip: Trip, freed: CantCome | None = None) -> None:
        """The people who could drive one way; `freed` is who was to drive until now."""
        from caregiver_app.ui.rides.driver import DriverChooser

        DriverChooser(self._parts, visit, trip, self._parent, freed=freed).open()

    def words(self, visit: Visit) -> None:
        """The words for those who do not know of the new plan yet, or that it is off."""
        from caregiver_app.ui.rides.around import read_around
        from caregiver_app.ui.rides.messages import show_messages
        from caregiver_app.ui.rides.news import words_to_send

        show_messages(self._parts, words_to_send(visit, read_around(self._parts)), self._parent)

    def move(self, visit: Visit) -> None:
        """To another day or time."""
        from caregiver_app.ui.rides.moving import MoveDialog

        MoveDialog(self._parts, visit, self._parent).open()

    def cancel(self, visit: Visit) -> None:
        """Off, with what becomes of its rides."""
        from caregiver_app.ui.rides.cancelling import CancelDialog

        CancelDialog(self._parts, visit, self._parent).open()

    def slide(self, visit: Visit) -> None:
        """This and the later visits of its series by some days."""
        from caregiver_app.ui.rides.sliding import SlideDialog

        SlideDialog(self._parts, visit, self._parent).open()

    def add_dates(self, visit: Visit) -> None:
        """The series goes on, or a single visit becomes one."""
        from caregiver_app.ui.rides.more_dates import MoreDatesDialog

        MoreDatesDialog(self._parts, visit, self._parent).open()

    def add_help(self, visit: Visit) -> None:
        """Somebody to stay, or other help that day."""
        from caregiver_app.ui.rides.child import StayEditor

        StayEditor(self._parts, visit, self._parent).open()

    def tell(self, visit: Visit) -> None:
        """How a visit went, also to correct what was told."""
        from caregiver_app.ui.rides.how_it_went import TellDialog

        TellDialog(self._parts, visit, self._parent).open()

    def remove(self, visit: Visit) -> None:
        """Remove it; for a series, ask first how much of it is meant."""
        from caregiver_app.ui.rides.scope import ask_visit_scope

        title, yes = tr("Remove a visit of a series"), tr("Remove")
        scope = ask_visit_scope(self._parts, visit, title=title, yes=yes, parent=self._parent)
        if scope is None:
            return
        from caregiver_app.ui.rides.news import tell_after, visits_meant

        before = visits_meant(self._parts, visit, scope)
        if self._deeds.remove(visit, scope):
            tell_after(self._parts, before, self._parent)

    def restore(self, visit: Visit) -> None:
        """On again; whoever had said yes is asked again."""
        if not self._deeds.restore(visit):
            return
        from caregiver_app.services import agenda
        from caregiver_app.ui.rides.around import read_around
        from caregiver_app.ui.rides.company import company_again, with_company
        from caregiver_app.ui.rides.messages import asked_messages, show_messages

        around = read_around(self._parts)
        now = self._parts.actions.read(partial(agenda.visit, id=visit.id, today=around.today))
        if now.appointment.day >= around.today:
            along = company_again(now, around) if visit.appointment.companion_day is None else []
            show_messages(self._parts, with_company(asked_messages(now, around), along), self._parent)

    def save_calendar(self, visit: Visit) -> None:
        """A calendar file of the visit."""
        from caregiver_app.ui.calendars.saving import save_calendar_file

        save_calendar_file(self._parts, self._parent, visit=visit)

    def save_ride_calendar(self, trip: Trip, driver_id: UUID) -> None:
        """A calendar file of one ride, for its driver."""
        from caregiver_app.services.people import everybody
        from caregiver_app.ui.calendars.saving import save_for_driver

        driver = next(each for each in self._parts.actions.read(everybody) if each.id == driver_id)
        save_for_driver(self._parts, self._parent, trip, driver)

    def take_out(self, visit: Visit) -> None:
        """A calendar file for whoever has an old ride of the visit in their calendar."""
        from caregiver_app.ui.calendars.saving import offer_to_take_out

        if offer_to_take_out(self._parts, self._parent, visit.id) is None:
            self._parts.actions.told.emit(tr("No driver has an old ride of this visit in a calendar."))

    def add_from_calendar(self) -> None:
        """A visit out of a file that a clinic sent."""
        from caregiver_app.ui.rides.calendar_file import choose_file

        choose_file(self._parts, self._parent)

    def show_map(self, visit: Visit) -> None:
        """The place on a map in the web browser, once that was agreed to."""
        from caregiver_app.ui.questions import ask

        place = visit.place
        if place is None:
            return
        address = " ".join((place.address or place.name).split())
        agreed = ask(
            self._parts,
            tr("Open a map?"),
            tr("This opens the map in your web browser and sends the address to it: {address}").format(address=address),
            yes=tr("Stay here"),
            no=tr("Open the map"),
            parent=self._parent,
        )
        if not agreed:  # the first answer, and Esc, stay here
            QDesktopServices.openUrl(map_of(address))

    def services(self) -> None:
        """The numbers to call when nobody can drive."""
        from caregiver_app.ui.rides.services_list import RideServicesDialog

        RideServicesDialog(self._parts, self._parent).open()

    def places(self) -> None:
        """The places that are remembered."""
        from caregiver_app.ui.rides.places import PlacesDialog

        PlacesDialog(self._parts, self._parent).open()

    def care_team(self) -> None:
        """Whom visits are with."""
        from caregiver_app.ui.rides.care_team import CareTeamDialog

        CareTeamDialog(self._parts, self._parent).open()

    def shares(self) -> None:
        """Who drives how much."""
        from caregiver_app.ui.rides.shares import SharesDialog

        SharesDialog(self._parts, self._parent).open()


def map_of(address: str) -> QUrl:
    """The page of a map that looks for an address."""
    from PySide6.QtCore import QUrlQuery

    url, query = QUrl(MAP), QUrlQuery()
    query.addQueryItem("query", QUrl.toPercentEncoding(address).data().decode())
    url.setQuery(query)
    return url
