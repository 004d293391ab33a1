"""The tasks that a season ends, and that go on again when it goes back."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from caregiver_app.domain.calendar import FOREVER, Span
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.seasons import WITH_HER, Season
from caregiver_app.domain.tasks import Answer, Ask, Item, Occurrence, Status, Task, occurrence_of, remapped, starts_on
from caregiver_app.services import tasks
from caregiver_app.services.household import person_in_role
from caregiver_app.storage import care_rows as rows
from caregiver_app.storage.unit_of_work import UnitOfWork

_DAY = timedelta(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """A task that a season ended, with its times and what was said about them; `removed` of a series."""

    task: Task
    times: tuple[Occurrence, ...]
    asks: tuple[Ask, ...]
    removed: bool

    @property
    def helpers(self) -> tuple[UUID, ...]:
        """Who had said yes, or was asked."""
        return tuple(dict.fromkeys(each.person_id for each in self.asks if each.answer in (Answer.YES, Answer.NONE)))


def tasks_off(work: UnitOfWork, season: Season, today: date) -> list[Task]:
    """The tasks with her that go on or are to come, and end when she has died; those of visits go with the visits."""
    if season is not Season.DIED:
        return []
    found = rows.tasks_from(work, today)
    off = [each for each in found if each.kind in WITH_HER and each.appointment_id is None]
    return sorted(off, key=_by_day)


def end(work: UnitOfWork, off: Sequence[Task], today: date, now: datetime) -> list[UUID]:
    """Each series ends before today; a single time is called off. What was done stays with who did it.

    The ids by which `ended` finds them again are returned; of what had nothing left there is none.
    """
    single = [task for task in off if task.repeat is None]
    touched = work.among(Occurrence, "task_id", [task.id for task in single])
    times: dict[UUID, list[Occurrence]] = {task.id: [] for task in single}
    for each in touched:
        times[each.task_id].append(each)
    work.look_up(Occurrence, [occurrence_of(task, task.day).id for task in single])
    ids = [
        _end(work, task, today) if task.repeat is not None else _call_off(work, task, times[task.id], today, now)
        for task in off
    ]
    return [each for each in ids if each is not None]


def _end(work: UnitOfWork, task: Task, today: date) -> UUID | None:
    touched = work.where(Occurrence, task_id=task.id)
    done = {each.original for each in touched if each.status is Status.DONE and each.original >= today}
    first = max(done) + _DAY if done else today
    tail = tasks.cut(work, task=task, day=first)
    for day in task.days(Span(today, first - _DAY)):
        if day not in done:
            work.put(replace(occurrence_of(task, day), status=Status.NOT_NEEDED))
    for each in work.where(Occurrence, task_id=task.id, status=Status.OPEN):
        if each.original < first and each.day >= today:
            work.put(replace(each, status=Status.NOT_NEEDED))
    if tail is not None:
        tasks.erase(work, task=tail)
    return tail.id if tail is not None else None


def _call_off(work: UnitOfWork, task: Task, touched: Sequence[Occurrence], today: date, now: datetime) -> UUID | None:
    still_open = [each for each in touched if each.status is Status.OPEN and each.day >= today]
    for each in still_open:
        work.put(replace(each, status=Status.CALLED_OFF))
    if not touched:
        once = Item(task, occurrence_of(task, task.day))
        tasks.set_status(work, item=once, status=Status.CALLED_OFF, now=now)
    return task.id if still_open or not touched else None


def ended(work: UnitOfWork, ids: Collection[UUID], today: date) -> list[Ended]:
    """The tasks of these ids that a season ended, and that have a time left from today on; by day."""
    gone = work.removed_among(Task, "id", ids)
    when = {task.id: at for task, at in gone}
    times = [each for each, at in work.removed_among(Occurrence, "task_id", when) if when[each.task_id] == at]
    asks = [each for each, at in work.removed_among(Ask, "task_id", when) if when[each.task_id] == at]
    found = [_ended(task, times, asks, removed=True) for task, _ in gone if _goes_on(task, today)]
    single = work.among(Task, "id", ids)
    off = [each for each in work.among(Occurrence, "task_id", [one.id for one in single]) if _is_off(each, today)]
    words = work.among(Ask, "task_id", [each.task_id for each in off])
    waiting = {each.task_id for each in off}
    found += [_ended(task, off, words, removed=False) for task in single if task.id in waiting]
    return sorted(found, key=_by_its_day)


def _ended(task: Task, times: Iterable[Occurrence], asks: Iterable[Ask], *, removed: bool) -> Ended:
    return Ended(
        task=task,
        times=tuple(each for each in times if each.task_id == task.id),
        asks=tuple(each for each in asks if each.task_id == task.id),
        removed=removed,
    )


def _is_off(occurrence: Occurrence, today: date) -> bool:
    return occurrence.status is Status.CALLED_OFF and occurrence.day >= today


def _goes_on(task: Task, today: date) -> bool:
    """Whether a series has a time left."""
    if task.repeat is None:
        return False
    days = task.repeat.days(task.day, Span(max(today, task.day), FOREVER))
    return next(days, None) is not None


def bring_back(work: UnitOfWork, back: Sequence[Ended], today: date) -> None:
    """These tasks go on from today; whoever had said yes counts as asked, but the caregiver.

    A series that began before goes on as a copy: what was removed stays as it was, to be found again after Undo.
    """
    if not back:
        return
    me = person_in_role(work, Role.CAREGIVER)
    for each in back:
        _bring_back(work, each, me, today)


def _bring_back(work: UnitOfWork, each: Ended, me: Person | None, today: date) -> None:
    on = _rest(each, today) if each.removed and each.task.day < today else each
    if on.removed:
        work.put(on.task)
    for time in on.times:
        work.put(time if on.removed else replace(time, status=Status.OPEN))
    for ask in on.asks:
        mine = me is not None and ask.person_id == me.id
        if work.get(Person, ask.person_id) is not None:
            work.put(ask if mine or ask.answer is not Answer.YES else _asked_again(ask))


def _rest(each: Ended, today: date) -> Ended:
    """The series from today on, with new ids, and with those of its times that are then or were moved."""
    task = replace(starts_on(each.task, today), id=uuid4())
    left = [time for time in each.times if max(time.original, time.day) >= today]
    times = {before.id: after for before, after in remapped(left, task, task)}
    standing = [replace(ask, id=uuid4(), task_id=task.id) for ask in each.asks if ask.occurrence_id is None]
    single = [
        replace(ask, id=uuid4(), task_id=task.id, occurrence_id=times[ask.occurrence_id].id)
        for ask in each.asks
        if ask.occurrence_id in times
    ]
    return replace(each, task=task, times=tuple(times.values()), asks=(*standing, *single))


def _asked_again(ask: Ask) -> Ask:
    """A question again; when they answered stays, by which it is known that they had said yes."""
    return replace(ask, answer=Answer.NONE)


def _by_day(task: Task) -> tuple[date, str, UUID]:
    return task.day, task.title.casefold(), task.id


def _by_its_day(each: Ended) -> tuple[date, str, UUID]:
    return _by_day(each.task)
