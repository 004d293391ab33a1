"""What can be done with the people of the circle."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import uuid4

from caregiver_app.domain.calendar import Span
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.person_words import same_number_words, there_already_words
from caregiver_app.domain.problems import InvalidEntry, StaleEdit
from caregiver_app.domain.tasks import Ask, Occurrence, Status, Task
from caregiver_app.storage.plans import plan
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr


def everybody(work: UnitOfWork) -> list[Person]:
    """All people, by name."""
    return sorted(work.all(Person), key=_by_name)


def helpers(work: UnitOfWork) -> list[Person]:
    """The helpers of today, by name."""
    return sorted(work.where(Person, role=Role.HELPER, former=False), key=_by_name)


def called_alike(work: UnitOfWork, *, name: str) -> Person | None:
    """A helper of today who goes by this name already: by all of it, or by the first name where no more is told."""
    return _called(helpers(work), name)


def _called(people: Iterable[Person], name: str) -> Person | None:
    words = name.casefold().split()
    if not words:
        return None
    for person in people:
        known = person.name.casefold().split()
        if words == known or words == known[:1]:
            return person
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """A helper of today who may be the one that was typed; not of the `same_name`, they have the same number.

    `other_phone` is a number that was typed for somebody of that name, and that is not theirs; else empty.
    """

    person: Person
    same_name: bool
    other_phone: str = ""

    @property
    def told(self) -> str:
        """What to know before one more is added."""
        return there_already_words(self.person) if self.same_name else same_number_words(self.person)


def alike(work: UnitOfWork, *, typed: Person) -> Alike | None:
    """Who is there already of those that a helper may be: of that name, else with that number."""
    return _alike(helpers(work), typed)


def each_alike(work: UnitOfWork, *, typed: Sequence[Person]) -> list[Alike | None]:
    """The same for each of several new helpers, who may also be one that stands above them and is new, too."""
    known, found = helpers(work), []
    for person in typed:
        found.append(_alike(known, person))
        if found[-1] is None or not found[-1].same_name:
            known.append(person)
    return found


def _alike(people: Iterable[Person], typed: Person) -> Alike | None:
    others = [each for each in people if each.id != typed.id]
    known, digits = _called(others, typed.name), _digits(typed.phone)
    if known is not None:
        is_other = bool(digits) and digits != _digits(known.phone)
        return Alike(person=known, same_name=True, other_phone=typed.phone if is_other else "")
    owner = next((each for each in others if digits and _digits(each.phone) == digits), None)
    return Alike(person=owner, same_name=False) if owner is not None else None


def _digits(phone: str) -> str:
    return "".join(each for each in phone if each.isdecimal())


def refuse_alike(work: UnitOfWork, *, typed: Person) -> None:
    """Nobody is added twice without a word. Raises InvalidEntry at `name` for somebody of that name."""
    found = alike(work, typed=typed)
    if found is not None and found.same_name:
        raise InvalidEntry("name", found.told)


def change_phone(work: UnitOfWork, *, person: Person, phone: str) -> None:
    """Keep a new phone number of somebody who is there already."""
    change(work, before=person, after=replace(person, phone=phone))


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
    """Keep a person, new or changed; the rides to their visits go by their name as it is now."""
    known = work.get(Person, person.id)
    work.put(person)
    if known is not None and known.first_name != person.first_name:
        from caregiver_app.services import legs

        legs.call_by_name(work, person=person)


def change(work: UnitOfWork, *, before: Person, after: Person) -> None:
    """Keep what was changed about a person; refused when somebody else changed them since `before` was read."""
    if work.get(Person, before.id) != before:
        name = before.first_name
        raise StaleEdit(
            tr("{name} was changed or removed in the meantime.").format(name=name),
            tr("Nothing was saved. Please look again."),
        )
    save(work, person=after)


def add_all(work: UnitOfWork, *, people: Iterable[Person]) -> None:
    """Keep several new people in one step."""
    for person in people:
        work.put(person)


def remove(work: UnitOfWork, *, person: Person) -> None:
    """Take a helper out of the circle; what was promised is open again, what was done stays in the records."""
    asks = work.where(Ask, person_id=person.id)
    spoken = {ask.occurrence_id for ask in asks}
    signed = False
    for ask in asks:
        times = [time for time in _done_times(work, ask) if ask.occurrence_id or time.id not in spoken]
        signed = signed or bool(times)
        if ask.occurrence_id is None:  # a word for the whole series stays with each time that was done
            for time in times:
                work.put(replace(ask, id=uuid4(), occurrence_id=time.id))
        if ask.occurrence_id is None or not times:
            work.remove(ask)
    from caregiver_app.services import legs
    from caregiver_app.storage import visits as rows

    for task in filter(None, (work.get(Task, ask.task_id) for ask in asks)):
        if task.is_ride_leg:
            legs.let_go(work, task=task)

    if signed or rows.is_named(work, person) or _has_job(work, person) or _has_costs(work, person):
        work.put(replace(work.need(Person, person.id), former=True))
    else:
        work.remove(person)


def _has_job(work: UnitOfWork, person: Person) -> bool:
    """Whether leave is counted for the person: who works there stays with the log."""
    from caregiver_app.domain.leave.records import LeaveJob

    return bool(work.where(LeaveJob, person_id=person.id))


def _has_costs(work: UnitOfWork, person: Person) -> bool:
    """Whether the person paid for something or carries a part: that is still owed to them, or by them."""
    from caregiver_app.storage import expense_rows

    return expense_rows.is_named(work, person.id)


def _done_times(work: UnitOfWork, ask: Ask) -> list[Occurrence]:
    """The times that a word was about and that are done."""
    if ask.occurrence_id is None:
        return work.where(Occurrence, task_id=ask.task_id, status=Status.DONE)
    time = work.get(Occurrence, ask.occurrence_id)
    return [time] if time is not None and time.status is Status.DONE else []


def _by_name(person: Person) -> tuple[str, str]:
    return (person.name.casefold(), str(person.id))
