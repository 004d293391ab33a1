"""What can be done with one visit or one way of it, each as one step that Undo takes back."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from caregiver_app.domain.rides import Trip
from caregiver_app.domain.tasks import Answer
from caregiver_app.domain.visits import Visit
from caregiver_app.ui.actions import Actions
from caregiver_app.words import ntr, tr

if TYPE_CHECKING:
    from caregiver_app.services.tasks import Scope
    from caregiver_app.storage.unit_of_work import UnitOfWork


class RideDeeds:
    """The steps that cards and menus share; each returns whether it was saved."""

    def __init__(self, actions: Actions) -> None:
        self._actions = actions

    def answer(self, trip: Trip, person_id: UUID, answer: Answer, name: str) -> bool:
        """Somebody who was asked has answered."""
        from caregiver_app.services import rides

        words = tr("{name} said yes") if answer is Answer.YES else tr("{name}: not this time")
        now = self._actions.clock.now()
        deed = partial(rides.answer, trip=trip, person_id=person_id, answer=answer, now=now)
        return self._actions.run(words.format(name=name), deed)

    def told(self, trip: Trip, person_id: UUID, name: str) -> bool:
        """Somebody knows all that has changed for them, in this ride and the others."""
        from caregiver_app.services import telling

        today = self._actions.clock.today()
        rides = len(self._actions.read(partial(telling.not_known, person_id=person_id, today=today)))
        sentence = ntr("{name} knows of the change.", "{name} knows of all {n} changed rides.", rides)
        return self._actions.run(
            tr("{name} was told").format(name=name),
            partial(_knows, trip=trip, person_id=person_id, today=today),
            told=sentence.format(name=name, n=rides),
        )

    def company_told(self, visit: Visit) -> bool:
        """Whoever comes along knows all that has changed for them, as somebody who drives, too."""
        name, deed = self._actions.read(partial(_company_name, visit=visit)), partial(_company_knows, visit=visit)
        return self._actions.run(
            tr("{name} was told").format(name=name),
            partial(deed, today=self._actions.clock.today()),
            told=tr("{name} knows of the change.").format(name=name),
        )

    def restore(self, visit: Visit) -> bool:
        """A cancelled visit is on again."""
        from caregiver_app.services import appointments

        now = self._actions.clock.now()
        return self._actions.run(
            tr("Plan again"), partial(appointments.restore, appointment=visit.appointment, now=now)
        )

    def remove(self, visit: Visit, scope: Scope) -> bool:
        """Off the list, with its rides."""
        from caregiver_app.services import appointments

        deed = partial(appointments.remove, appointment=visit.appointment, scope=scope)
        return self._actions.run(tr("Remove visit"), deed)


def _company_name(work: UnitOfWork, *, visit: Visit) -> str:
    from caregiver_app.domain.people import Person

    person = work.get(Person, visit.appointment.companion_id) if visit.appointment.companion_id is not None else None
    return person.first_name if person is not None else tr("Someone")


def _company_knows(work: UnitOfWork, *, visit: Visit, today: date) -> None:
    from caregiver_app.services import telling

    telling.company_told(work, appointment=visit.appointment)
    if visit.appointment.companion_id is not None:
        telling.knows(work, person_id=visit.appointment.companion_id, today=today)


def _knows(work: UnitOfWork, *, trip: Trip, person_id: UUID, today: date) -> None:
    from caregiver_app.services import telling

    telling.check(work, trip)  # what is on the screen may have changed a moment ago
    telling.knows(work, person_id=person_id, today=today)
