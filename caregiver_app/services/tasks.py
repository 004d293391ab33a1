"""What can be done with tasks: plan them, ask people, tick them off, change one time or the rest of a series."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID, uuid4

from caregiver_app.domain import tasks as rules
from caregiver_app.domain.calendar import FOREVER, Span
from caregiver_app.domain.problems import InvalidEntry, StaleEdit
from caregiver_app.domain.records import Record
from caregiver_app.domain.tasks import Answer, Ask, Item, Occurrence, Plan, Status, Task, occurrence_of
from caregiver_app.storage import plans
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr


class Scope(StrEnum):
    """How much of a series a change is meant for."""

    ONE = "this one"
    LATER = "this and later"
    ALL = "all"


def plan(work: UnitOfWork, span: Span) -> Plan:
    """Everything behind a stretch of days."""
    return plans.plan(work, span)


def add(work: UnitOfWork, *, task: Task, helper_id: UUID | None = None, now: datetime) -> None:
    """Keep a new task; with a helper, who does each time of it."""
    task = rules.aligned(task)
    work.put(task)
    if helper_id is None:
        return
    if task.repeat is not None:
        promise_all(work, task=task, person_id=helper_id, now=now)
    else:
        promise(work, item=Item(task, occurrence_of(task, task.day)), person_id=helper_id, now=now)


def add_all(work: UnitOfWork, *, tasks: Iterable[Task]) -> None:
    """Keep several new tasks in one step."""
    for task in tasks:
        work.put(task)


def set_status(work: UnitOfWork, *, item: Item, status: Status, now: datetime) -> None:
    """Mark one time done, not needed, or open again."""
    work.put(replace(_current(work, item), status=status, done_at=now if status is Status.DONE else None))


def move(work: UnitOfWork, *, item: Item, day: date) -> None:
    """Move one time to another day; the rest of its series stays. A ride moves with its visit alone."""
    _refuse_leg(item.task)
    occurrence = _current(work, item)
    if item.task.repeat is not None:
        work.put(replace(occurrence, day=day))
        return
    work.put(replace(item.task, day=day))
    if work.get(Occurrence, item.id):
        work.put(replace(occurrence, original=day, day=day))


def ask(work: UnitOfWork, *, item: Item, person_id: UUID, now: datetime) -> None:
    """Note that somebody was asked to do one time, or again to do all, and has not answered yet."""
    standing = _asked_for_all(work, item, person_id)
    if standing is not None:
        work.put(replace(standing, asked_at=now, answered_at=None))
        return
    _set_word(work, item=item, person_id=person_id, answer=Answer.NONE, now=now)


def answer(work: UnitOfWork, *, item: Item, person_id: UUID, answer: Answer, now: datetime) -> None:
    """Note what somebody said about one time; whoever was asked for a whole series says yes to all of it."""
    standing = _asked_for_all(work, item, person_id) if answer is Answer.YES else None
    if standing is not None:
        work.put(replace(standing, answer=answer, answered_at=now))
        return
    _set_word(work, item=item, person_id=person_id, answer=answer, now=now)


def promise(work: UnitOfWork, *, item: Item, person_id: UUID, now: datetime) -> None:
    """Somebody does this one time."""
    _set_word(work, item=item, person_id=person_id, answer=Answer.YES, now=now)


def promise_all(work: UnitOfWork, *, task: Task, person_id: UUID, now: datetime) -> None:
    """Somebody does every time of a series, until told otherwise."""
    work.put(Ask(task_id=task.id, person_id=person_id, asked_at=now, answer=Answer.YES, answered_at=now))


def hand_over(work: UnitOfWork, *, item: Item, person_id: UUID | None, now: datetime) -> None:
    """Somebody else, or nobody yet, does this one time in place of those who had said yes."""
    for helper_id in item.helpers:
        if helper_id != person_id:
            free(work, item=item, person_id=helper_id, now=now)
    if person_id is not None:
        promise(work, item=item, person_id=person_id, now=now)


def hand_over_all(work: UnitOfWork, *, task: Task, person_id: UUID | None, now: datetime) -> None:
    """Somebody else, or nobody yet, does every time of a series from now on; what is done stays with who did it."""
    standing = _standing(work, task)
    for occurrence in _touched(work, task):
        if occurrence.status is Status.DONE:
            _sign(work, occurrence, standing, person_id, now)
    for known in standing:
        work.remove(known)
    if person_id is not None:
        promise_all(work, task=task, person_id=person_id, now=now)


def _sign(
    work: UnitOfWork, occurrence: Occurrence, standing: Iterable[Ask], newcomer_id: UUID | None, now: datetime
) -> None:
    """Keep with one time what was said for the whole series; who comes later had no part in it."""
    spoken = {known.person_id for known in work.where(Ask, occurrence_id=occurrence.id)}
    for known in standing:
        if known.person_id not in spoken:
            spoken.add(known.person_id)
            work.put(replace(known, id=uuid4(), occurrence_id=occurrence.id))
    if newcomer_id is not None and newcomer_id not in spoken:
        work.put(
            Ask(
                task_id=occurrence.task_id,
                occurrence_id=occurrence.id,
                person_id=newcomer_id,
                asked_at=now,
                answer=Answer.NOT_THIS_TIME,
                answered_at=now,
            )
        )


def free(work: UnitOfWork, *, item: Item, person_id: UUID, now: datetime) -> None:
    """Take back one person's word for one time; a word for the whole series becomes "not this time" here."""
    if any(known.person_id == person_id for known in _standing(work, item.task)):
        _set_word(work, item=item, person_id=person_id, answer=Answer.NOT_THIS_TIME, now=now)
        return
    for known in item.asks:
        if known.person_id == person_id and known.occurrence_id is not None:
            _check(work, known)
            work.remove(known)


def save(work: UnitOfWork, *, item: Item, edited: Task, scope: Scope) -> Item:
    """Keep an edited task for one time, for this and later ones, or for all; `edited.day` is the new day of `item`.

    The item as it stands afterwards is returned. Who said yes keeps their place in the new pattern. A ride of a visit
    is refused: it changes with the visit.
    """
    _refuse_leg(item.task)
    _current(work, item)
    if scope is Scope.ONE and item.task.repeat is not None:
        return _save_one(work, item=item, edited=edited)
    first = item.task.repeat is None or item.occurrence.original == item.task.day
    if scope is Scope.LATER and not first:
        return _save_later(work, item=item, edited=edited)
    return _save_all(work, item=item, edited=edited)


def remove(work: UnitOfWork, *, item: Item, scope: Scope, now: datetime) -> None:
    """Take one time, this and later ones, or the whole task off the board; a ride goes with its visit alone."""
    _refuse_leg(item.task)
    _current(work, item)
    if scope is Scope.ONE and item.task.repeat is not None:
        set_status(work, item=item, status=Status.SKIPPED, now=now)
        return
    head = rules.ends_before(item.task, item.occurrence.original) if scope is Scope.LATER else None
    if head is None:
        _remove_all(work, item.task)
        return
    for occurrence in _touched(work, item.task):
        if occurrence.original >= item.occurrence.original:
            _remove_time(work, occurrence)
    work.put(head)


def erase(work: UnitOfWork, *, task: Task) -> None:
    """Take a task off with every time of it and whatever was said about it."""
    _remove_all(work, task)


def cut(work: UnitOfWork, *, task: Task, day: date) -> Task | None:
    """Cut a series in two before a day: the later part is a task of its own, with everybody's word about it.

    It is returned: the whole series when all of it is later, None when nothing of it is left from that day on.
    """
    assert task.repeat is not None, "only a series can be cut"
    if next(task.repeat.days(task.day, Span(day, FOREVER)), None) is None:
        return None
    head = rules.ends_before(task, day)
    if head is None:
        return task
    tail = rules.starts_on(task, day)
    work.put(tail)
    work.put(head)
    for known in _standing(work, task):
        work.put(replace(known, id=uuid4(), task_id=tail.id))
    _repoint(work, [each for each in _touched(work, task) if each.original >= day], tail, tail)
    return tail


def copy_last_week(work: UnitOfWork, *, week: Span) -> None:
    """Put last week's tasks into this week, open again, with last week's helper suggested; see `is_copied`."""
    here = {(item.task.title, item.day) for item in plan(work, week).items()}
    for item in plan(work, week.shifted(-7)).items():
        day = item.day + timedelta(7)
        if is_copied(item.task) and (item.task.title, day) not in here:
            suggested = item.helpers[0] if item.helpers else item.task.suggested_id
            work.put(replace(item.task, id=uuid4(), day=day, suggested_id=suggested))


def is_copied(task: Task) -> bool:
    """Whether copying a week copies it: not what comes again by itself, nor what belongs to a visit."""
    return task.repeat is None and task.appointment_id is None


def leg_words() -> str:
    """Why a ride of a visit is not changed by itself."""
    return tr("This ride belongs to a visit. Change the visit and the ride comes along.")


def _refuse_leg(task: Task) -> None:
    if task.is_ride_leg:
        raise InvalidEntry("day", leg_words())


def _current(work: UnitOfWork, item: Item) -> Occurrence:
    """The time as it was on the screen; refused when somebody changed it, or its task, since."""
    _check(work, item.task)
    if work.get(Occurrence, item.id) is not None:
        _check(work, item.occurrence)
    return item.occurrence


def _check(work: UnitOfWork, record: Record) -> None:
    """Refuse to go on from a record that is not what is stored."""
    if work.get(type(record), record.id) != record:
        raise StaleEdit(tr("This task was changed in the meantime."), tr("Nothing was saved. Please look again."))


def _set_word(work: UnitOfWork, *, item: Item, person_id: UUID, answer: Answer, now: datetime) -> None:
    """One person's word about one time: a new ask, or the one that is there with its answer."""
    work.put(_current(work, item))
    answered_at = None if answer is Answer.NONE else now
    for known in item.asks:
        if known.person_id == person_id and known.occurrence_id == item.id:
            _check(work, known)
            asked_at = now if answer is Answer.NONE else known.asked_at
            work.put(replace(known, asked_at=asked_at, answer=answer, answered_at=answered_at))
            return
    work.put(
        Ask(
            task_id=item.task.id,
            occurrence_id=item.id,
            person_id=person_id,
            asked_at=now,
            answer=answer,
            answered_at=answered_at,
        )
    )


def _asked_for_all(work: UnitOfWork, item: Item, person_id: UUID) -> Ask | None:
    """The question to a person that stands for every time of a series, where nothing was said about this one."""
    words = (each for each in item.asks if each.person_id == person_id and each.answer is Answer.NONE)
    found = next((each for each in words if each.occurrence_id is None), None)
    if found is not None:
        _current(work, item)
        _check(work, found)
    return found


def _standing(work: UnitOfWork, task: Task) -> list[Ask]:
    return work.where(Ask, task_id=task.id, occurrence_id=None) if task.repeat else []


def _touched(work: UnitOfWork, task: Task) -> list[Occurrence]:
    return work.where(Occurrence, task_id=task.id)


def _save_one(work: UnitOfWork, *, item: Item, edited: Task) -> Item:
    """One time becomes a task of its own, with everybody's word; its place in the series is skipped."""
    task = replace(edited, id=uuid4(), repeat=None)
    single = replace(occurrence_of(task, task.day), status=item.occurrence.status, done_at=item.occurrence.done_at)
    work.put(task)
    work.put(single)
    moved = []
    for known in item.asks:
        new = replace(known, task_id=task.id, occurrence_id=single.id)
        moved.append(replace(new, id=uuid4()) if known.occurrence_id is None else new)
        work.put(moved[-1])
    work.put(replace(item.occurrence, status=Status.SKIPPED, done_at=None))
    return Item(task, single, tuple(moved))


def _save_later(work: UnitOfWork, *, item: Item, edited: Task) -> Item:
    """The series is cut in two before this time; the later part takes the changes and everybody's word with it."""
    original = item.occurrence.original
    head = rules.ends_before(item.task, original)
    tail = rules.starts_on(item.task, original)
    if edited.repeat == item.task.repeat:  # the same dates go on: counted from here, and to the same end
        edited = replace(edited, repeat=tail.repeat)
    task = replace(rules.aligned(edited), id=tail.id)
    work.put(task)
    if head is not None:
        work.put(head)
    for known in _standing(work, item.task):
        work.put(replace(known, id=uuid4(), task_id=task.id))
    later = [each for each in _touched(work, item.task) if each.original >= original]
    _repoint(work, later, tail, task)
    return _item(work, task, item, edited.day)


def _save_all(work: UnitOfWork, *, item: Item, edited: Task) -> Item:
    """The whole series takes the changes; a new first day moves it by as much as this time was moved."""
    old = item.task
    single = old.repeat is None or edited.repeat is None
    first = edited.day if single else old.day + (edited.day - item.day)
    task = rules.aligned(replace(edited, id=old.id, day=first))
    work.put(task)
    if (task.day, task.repeat) != (old.day, old.repeat):
        touched = _touched(work, old)
        moving = [each for each in touched if each.status is Status.OPEN or not old.repeat or each.id == item.id]
        if task.repeat is None:  # this time is the one that is left; the others keep their days
            old = replace(old, repeat=None, day=item.occurrence.original)
        _repoint(work, moving, old, task, staying=[each for each in touched if each not in moving])
    return _item(work, task, item, edited.day)


def _repoint(
    work: UnitOfWork, touched: list[Occurrence], old: Task, new: Task, staying: Iterable[Occurrence] = ()
) -> None:
    """Give each touched time, and the asks that hang on it, its place in the new pattern."""
    pairs = [(before, after) for before, after in rules.remapped(touched, old, new, staying) if before != after]
    asks = {before.id: work.where(Ask, occurrence_id=before.id) for before, _ in pairs}
    for before, after in pairs:
        if before.id != after.id:
            work.remove(before)
    for before, after in pairs:
        work.put(after)
        for known in asks[before.id]:
            work.put(replace(known, task_id=new.id, occurrence_id=after.id))


def _item(work: UnitOfWork, task: Task, item: Item, day: date) -> Item:
    """The time that an edit was about, as it stands now."""
    found = [each for each in plan(work, Span(day, day)).items() if each.task.id == task.id]
    return found[0] if found else Item(task, occurrence_of(task, task.day), item.asks)


def _remove_time(work: UnitOfWork, occurrence: Occurrence) -> None:
    for known in work.where(Ask, occurrence_id=occurrence.id):
        work.remove(known)
    work.remove(occurrence)


def _remove_all(work: UnitOfWork, task: Task) -> None:
    for known in work.where(Ask, task_id=task.id):
        work.remove(known)
    for occurrence in _touched(work, task):
        work.remove(occurrence)
    work.remove(task)
