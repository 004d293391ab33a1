"""What the Rides tab shows of a stretch of days: visits, and everybody who is named with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING
from uuid import UUID

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.calendar import Span
from caregiver_app.domain.coming import Coming, groups_of
from caregiver_app.domain.household import Household
from caregiver_app.domain.people import Person, Role, id_in_role, in_role, short_names
from caregiver_app.domain.tasks import Task
from caregiver_app.domain.visits import Unfound, Visit
from caregiver_app.words import tr

if TYPE_CHECKING:
    from caregiver_app.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, kw_only=True)
class RidesView:
    """Visits in the order they are shown, in `groups` while what is coming up is. `over` are those to tell about.

    `unfound` are all rides to come that need a driver. `next` of the visits are here without a gap, when there are
    more than that; 0 when all are here.
    """

    today: date
    visits: tuple[Visit, ...] = ()
    over: tuple[Visit, ...] = ()
    groups: tuple[Coming, ...] = ()
    unfound: Unfound = field(default_factory=Unfound)
    next: int = 0
    people: Mapping[UUID, Person] = field(default_factory=dict)
    household: Household = Household()
    is_over: bool = False  # the person cared for has died

    @cached_property
    def short_names(self) -> Mapping[UUID, str]:
        """What each person is called on a card."""
        return short_names(person for person in self.people.values() if person.role is not Role.SERVICE)

    @cached_property
    def caregiver_id(self) -> UUID | None:
        """Who sits at the keyboard, once named."""
        return id_in_role(self.people.values(), Role.CAREGIVER)

    @cached_property
    def cared_for(self) -> str:
        """The first name of the person cared for."""
        known = in_role(self.people.values(), Role.CARED_FOR)
        return known.first_name if known is not None else tr("your person")

    def name_of(self, person_id: UUID) -> str:
        """What a person is called; a taxi or a van by its whole name."""
        person = self.people.get(person_id)
        if person is not None and person.role is Role.SERVICE:
            return person.name
        return self.short_names.get(person_id, tr("Someone"))

    def visit(self, visit_id: UUID) -> Visit | None:
        """The visit with this id, when it is shown."""
        return next((visit for visit in self.visits if visit.id == visit_id), None)


def read_coming(work: UnitOfWork, *, local: datetime) -> RidesView:
    """What is to come: what is near, then what still needs a driver, then the rest; and what there is to tell about."""
    from caregiver_app.services import agenda

    today = local.date()
    found = agenda.coming_up(work, today=today)
    visits = found.agenda.visits
    if _is_over(work):  # what was called off then is kept under Month, and asks for nothing
        visits = tuple(each for each in visits if each.appointment.is_planned)
    groups = groups_of(visits, today)
    over = agenda.to_tell(work, now=local.replace(tzinfo=None))
    view = _view(work, today, [each for some in groups for each in some.visits], found.agenda.people, over, groups)
    return replace(view, unfound=found.unfound, next=found.next if found.is_cut else 0)


def read_span(work: UnitOfWork, *, span: Span, today: date) -> RidesView:
    """The visits of some days, in order."""
    from caregiver_app.services import agenda

    found = agenda.agenda(work, span=span, today=today)
    return _view(work, today, found.visits, found.people)


def read_found(work: UnitOfWork, *, text: str, today: date) -> RidesView:
    """The visits of all years that hold some words, newest first."""
    from caregiver_app.services import agenda, people

    known = {person.id: person for person in people.everybody(work)}
    return _view(work, today, agenda.search(work, text=text, today=today), known)


def read_record(work: UnitOfWork, *, record_id: UUID) -> Appointment | None:
    """The visit with this id, or the one that a task with this id hangs from."""
    task = work.get(Task, record_id)
    visit_id = task.appointment_id if task is not None else record_id
    return work.get(Appointment, visit_id) if visit_id is not None else None


def read_household(work: UnitOfWork) -> Household:
    """The family’s choices alone."""
    from caregiver_app.services import household

    return household.household(work)


def _view(
    work: UnitOfWork,
    today: date,
    visits: list[Visit] | tuple[Visit, ...],
    people: Mapping[UUID, Person],
    over: list[Visit] | tuple[Visit, ...] = (),
    groups: tuple[Coming, ...] = (),
) -> RidesView:
    is_over = _is_over(work)
    return RidesView(
        today=today,
        visits=tuple(visits),
        over=() if is_over else tuple(over),
        groups=groups,
        people=people,
        household=read_household(work),
        is_over=is_over,
    )


def _is_over(work: UnitOfWork) -> bool:
    from caregiver_app.services.today import is_over

    return is_over(work)
