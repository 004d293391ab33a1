"""Choosing who drives one way of a visit: people first, then the services that can be booked."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from caregiver_app.domain.choosing import Choice
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.ride_words import pick_up_words
from caregiver_app.domain.rides import Leg
from caregiver_app.domain.tasks import Answer, Ask
from caregiver_app.ui.asking.chooser import SHOWN_AT_FIRST, HelperChooser, asked_words
from caregiver_app.ui.asking.request import Request
from caregiver_app.ui.asking.ride_request import RideRequest
from caregiver_app.ui.asking.service_card import ServiceCard
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.checks import CheckBox
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr

Open = Callable[[], object]


class RideChooser(HelperChooser):
    """The services stand below the people; one that was asked or booked stands above them, with its number."""

    def __init__(
        self, parts: Parts, request: RideRequest, opens: Open | None = None, parent: QWidget | None = None
    ) -> None:
        self._ride = request
        self.services: list[ServiceCard] = []
        self._bookable: list[Person] = []
        self.both: CheckBox | None = None
        super().__init__(parts, request, opens, parent)

    def _tell(self, person: Person, ask: Ask) -> None:
        if person.role is not Role.SERVICE:
            super()._tell(person, ask)
            return
        booked = tr("{name} is booked.").format(name=person.first_name)
        said = booked if ask.answer is Answer.YES else asked_words(person.first_name, ask)
        self._put_service(ServiceCard(self.theme, person, said, ask, self._ride.trip.ride.booking))

    def _offer(self, free: list[Choice]) -> None:
        self._offer_both()
        self._bookable = [choice.person for choice in free if choice.person.role is Role.SERVICE]
        super()._offer([choice for choice in free if choice.person.role is not Role.SERVICE])

    def _offer_both(self) -> None:
        """While the other way needs a driver too, one person can be asked for both at once."""
        other = self._ride.other
        if other is None:
            return
        way = tr("The way home too: {when}") if other.ride.leg is Leg.HOME else tr("The way there too: {when}")
        when = pick_up_words(other, self._circle.family.clock24)
        self.both = CheckBox(way.format(when=when[:1].lower() + when[1:]))
        self.both.setChecked(self._ride.both)
        self.both.toggled.connect(self._both_ticked)
        self.body.addWidget(self.both)

    def _both_ticked(self, ticked: bool) -> None:  # Qt sends it
        """Who can drive both ways may be others, in another order."""
        self._ride.both = ticked
        self._offer_anew()

    def _offer_anew(self) -> None:
        """The same people as they fit now; all of them where all were shown."""
        self._circle = self._ride.read_circle()
        spoken = self._ride.item.helpers + self._ride.item.waiting
        known = {choice.person.id for choice in self._circle.choices if choice.person.role is not Role.SERVICE}
        free = [each for each in self._circle.choices if each.person.id in known.difference(spoken)]
        most = SHOWN_AT_FIRST if self._rest else len(free)
        before, self.rows = self.rows, self._rows_of(free[:most])
        self._rest = free[most:]
        self.body.replaceWidget(before, self.rows)
        stops = [button for row in self.rows.rows for button in row.buttons]
        for one, after in pairwise([*filter(None, [self.both]), *stops, self.newcomer]):
            self.setTabOrder(one, after)
        if stops and before.isAncestorOf(self.focusWidget()):
            stops[0].setFocus(Qt.FocusReason.OtherFocusReason)
        before.hide()
        before.deleteLater()
        self.grow_soon()

    def _put_more(self) -> None:
        if not self._bookable:
            return
        self.body.addSpacing(self.theme.px(8))
        self.body.addWidget(Text(self.theme, tr("Ride services"), "h3"))
        for person in self._bookable:
            self._put_service(ServiceCard(self.theme, person))

    def _put_service(self, card: ServiceCard) -> None:
        card.asked.connect(self.ask)
        card.declined.connect(self._service_declined)
        card.freed.connect(self._free)
        card.booked.connect(self.book)
        self.services.append(card)
        self.body.addWidget(card)

    def book(self, person: Person, number: str) -> None:
        """This service drives."""
        if self._ride.book(person, number):
            self.accept()

    def _service_declined(self, person: Person) -> None:
        self._answer(person, Answer.NOT_THIS_TIME)


def chooser_of(parts: Parts, request: Request, opens: Open | None, parent: QWidget | None) -> HelperChooser:
    """The list of people for whatever is asked."""
    if isinstance(request, RideRequest):
        return RideChooser(parts, request, opens, parent)
    return HelperChooser(parts, request, opens, parent)
