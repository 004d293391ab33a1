"""Finds anything by the starts of its words, in every tab; never what is in the journal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from itertools import zip_longest
from typing import Any, TypeVar
from uuid import UUID

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.calendar import Span
from caregiver_app.domain.care_team import Clinician
from caregiver_app.domain.claims import CallNote, Claim
from caregiver_app.domain.expense_words import kind_label
from caregiver_app.domain.expenses import Expense
from caregiver_app.domain.found import Found, FoundKind
from caregiver_app.domain.money_words import dollars
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.places import Place
from caregiver_app.domain.receipts import r_number
from caregiver_app.domain.records import Record
from caregiver_app.domain.spoken import day_words
from caregiver_app.domain.tasks import Ask, Item, Occurrence, Task, items_of, occurrence_of
from caregiver_app.storage.find_rows import Starts, letters_of, some_of, starts_of
from caregiver_app.storage.money_tables import call_notes, claims, expenses
from caregiver_app.storage.tables import people, tasks
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.storage.visit_tables import appointments, clinicians, places
from caregiver_app.words import tr

R = TypeVar("R", bound=Record)
LEAST = 2  # letters
MOST = 40
_LONGEST_TITLE = 120


def find(work: UnitOfWork, *, typed: str, limit: int = MOST) -> list[Found]:
    """What holds each word that was typed as the start of one of its words: people first, the newest of each kind.

    Each kind gets its fair share of `limit`. Nothing is found for a single letter.
    """
    letters = letters_of(typed)
    if not letters or len(letters[0]) < LEAST:
        return []
    starts = starts_of(work, letters)
    shares = _shares(starts, limit)
    found = [_some(work, each, starts, shares.get(each[0].__name__, 0)) for each in _KINDS]
    if sum(map(len, found)) < min(limit, sum(starts.counts.values())):  # some records hold more than one such word
        found = [_some(work, each, starts, limit) for each in _KINDS]
    return sorted(_fair(found, limit), key=_order)


def _shares(starts: Starts, limit: int) -> dict[str, int]:
    """How many of each kind are wanted: what one kind does not need goes to the others."""
    shares = dict.fromkeys(starts.counts, 0)
    left, open_kinds = limit, dict(starts.counts)
    while left > 0 and open_kinds:
        each = max(1, left // len(open_kinds))
        for kind in list(open_kinds):
            more = min(each, open_kinds[kind], left)
            shares[kind] += more
            open_kinds[kind] -= more
            left -= more
            if not open_kinds[kind]:
                del open_kinds[kind]
    return shares


def _fair(found: Sequence[Sequence[Found]], limit: int) -> list[Found]:
    """The first of each kind, then the second of each, until there are enough."""
    turns = (each for turn in zip_longest(*found) for each in turn if each is not None)
    return [each for each, _ in zip(turns, range(limit), strict=False)]


def _order(found: Found) -> int:
    return list(FoundKind).index(found.kind)


def _some(work: UnitOfWork, each: _Kind, starts: Starts, limit: int) -> list[Found]:
    if not limit:
        return []
    kind, order, words = each
    return [words(record) for record in some_of(work, kind, starts, order, limit)]


# The words of each kind


def _person(person: Person) -> Found:
    roles = {
        Role.CAREGIVER: tr("You"),
        Role.CARED_FOR: tr("The person you care for"),
        Role.HELPER: tr("Helper"),
        Role.SERVICE: tr("Ride service"),
    }
    detail = _joined((roles[person.role], person.phone, person.email))
    return Found(kind=FoundKind.PERSON, id=person.id, title=_line(person.name), detail=detail)


def _task(task: Task) -> Found:
    since = tr("since {day}") if task.repeat is not None else "{day}"
    detail = _joined((tr("Task"), since.format(day=_day(task.day)), _line(task.place)))
    return Found(kind=FoundKind.TASK, id=task.id, title=_line(task.title), detail=detail, tab="tasks")


def _visit(visit: Appointment) -> Found:
    detail = _joined((tr("Visit"), _day(visit.day)))
    return Found(kind=FoundKind.VISIT, id=visit.id, title=_line(visit.title), detail=detail, tab="rides")


def _cost(expense: Expense) -> Found:
    title = _line(expense.payee) or _line(expense.from_to) or kind_label(expense.kind)
    amount = dollars(expense.amount) if expense.amount else ""
    detail = _joined((tr("Cost"), amount, kind_label(expense.kind), _day(expense.day), r_number(expense.number)))
    return Found(kind=FoundKind.COST, id=expense.id, title=title, detail=detail, tab="expenses")


def _place(place: Place) -> Found:
    detail = _joined((tr("Place"), _line(place.address), place.phone))
    return Found(kind=FoundKind.PLACE, id=place.id, title=_line(place.name), detail=detail)


def _clinician(clinician: Clinician) -> Found:
    detail = _joined((tr("Care team"), _line(clinician.role), clinician.phone_day))
    return Found(kind=FoundKind.CLINICIAN, id=clinician.id, title=_line(clinician.name), detail=detail)


def _claim(claim: Claim) -> Found:
    detail = _joined((tr("Claim"), claim.reference))
    title = _line(claim.company) or tr("A claim")
    return Found(kind=FoundKind.CLAIM, id=claim.id, title=title, detail=detail, tab="expenses")


def _call(call: CallNote) -> Found:
    detail = _joined((tr("Call"), _day(call.day), call.reference))
    title = _line(call.company) or _line(call.person) or tr("A call")
    return Found(kind=FoundKind.CALL, id=call.id, title=title, detail=detail, tab="expenses")


def _day(day: date) -> str:
    return day_words(day, with_year=True)


def _line(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST_TITLE else words[:_LONGEST_TITLE] + "…"


def _joined(parts: Iterable[str]) -> str:
    return tr(" · ").join(part for part in parts if part.strip())


_Kind = tuple[type[Any], tuple[Any, ...], Callable[[Any], Found]]
_KINDS: tuple[_Kind, ...] = (
    (Person, (people.c.name, people.c.id), _person),
    (Task, (tasks.c.last_day.desc(), tasks.c.day.desc()), _task),
    (Appointment, (appointments.c.day.desc(),), _visit),
    (Expense, (expenses.c.day.desc(), expenses.c.number.desc()), _cost),
    (Place, (places.c.name, places.c.id), _place),
    (Clinician, (clinicians.c.name, clinicians.c.id), _clinician),
    (Claim, (claims.c.id,), _claim),
    (CallNote, (call_notes.c.day.desc(), call_notes.c.id), _call),
)


def next_time(work: UnitOfWork, *, task_id: UUID, today: date) -> Item | None:
    """The next time of a task, else its last one; None when it is gone."""
    task = work.get(Task, task_id)
    if task is None:
        return None
    touched = work.where(Occurrence, task_id=task_id)
    asks = work.where(Ask, task_id=task_id)
    near = Span(today, today + timedelta(366))
    ahead = items_of(near, [task], touched, asks)
    if ahead:
        return ahead[0]
    before = items_of(Span(min(task.day, today), today), [task], touched, asks)
    return before[-1] if before else Item(task, occurrence_of(task, task.day), tuple(asks))
