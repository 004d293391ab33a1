"""What can be done with the people of the circle."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from caregiver_app.domain.calendar import Span
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.tasks import Ask, Occurrence, Status
from caregiver_app.storage.plans import plan
from caregiver_app.storage.unit_of_work import UnitOfWork


def everybody(work: UnitOfWork) -> list[Person]:
    """All people, by name."""
    return sorted(work.all(Person), key=_by_name)


def helpers(work: UnitOfWork) -> list[Person]:
    """The helpers of today, by name."""
    return sorted(work.where(Person, role=Role.HELPER, former=False), key=_by_name)


def is_kept(work: UnitOfWork, *, person: Person) -> bool:
    """Whether the person is in the file already."""
    return work.get(Person, person.id) is not None


def promised(work: UnitOfWork, *, person: Person, span: Span) -> int:
    """How many things in the span the person said yes to and that are not done yet."""
    items = plan(work, span).items()
    return sum(person.id in item.helpers and item.occurrence.status is Status.OPEN for item in items)


def prints(name: str) -> bool:
    """Whether the sheets can draw a name; else they print a line to write on, or its Latin spelling."""
    if name.isascii():
        return True
    from caregiver_app.documents.lettering import can_draw

    return can_draw(name)


def save(work: UnitOfWork, *, person: Person) -> None:
    """Keep a person, new or changed."""
    work.put(person)


def add_all(work: UnitOfWork, *, people: Iterable[Person]) -> None:
    """Keep several new people in one step."""
    for person in people:
        work.put(person)


def remove(work: UnitOfWork, *, person: Person) -> None:
    """Take a helper out of the circle; what was promised is open again, what was done stays in the records."""
    asks = work.where(Ask, person_id=person.id)
    kept = [ask for ask in asks if _is_done(work, ask)]
    for ask in asks:
        if ask not in kept:
            work.remove(ask)
    if kept:
        work.put(replace(person, former=True))
    else:
        work.remove(person)


def _is_done(work: UnitOfWork, ask: Ask) -> bool:
    time = work.get(Occurrence, ask.occurrence_id) if ask.occurrence_id else None
    return time is not None and time.status is Status.DONE


def _by_name(person: Person) -> tuple[str, str]:
    return (person.name.casefold(), str(person.id))
