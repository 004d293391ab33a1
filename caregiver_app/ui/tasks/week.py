"""One week as the board shows it, and how a saved change alters it without reading the file again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from caregiver_app.domain.calendar import Span, opening_day, week_of
from caregiver_app.domain.household import Household
from caregiver_app.domain.people import Person, Role, in_role, short_names
from caregiver_app.domain.records import ChangeSet, Record
from caregiver_app.domain.tasks import Ask, Item, Occurrence, Plan, Task, overlaps

if TYPE_CHECKING:
    from caregiver_app.storage.unit_of_work import UnitOfWork

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, kw_only=True)
class WeekView:
    """Everything the board needs of one week. Equal views look the same."""

    plan: Plan
    people: tuple[Person, ...] = ()
    household: Household = Household()

    @property
    def span(self) -> Span:
        """The days of the week."""
        return self.plan.span

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """What takes place, in order; nothing that a season called off."""
        return tuple(item for item in self.plan.items() if not item.ended_by_season)

    @cached_property
    def person_of(self) -> Mapping[UUID, Person]:
        """People by their id, former helpers too."""
        return {person.id: person for person in self.people}

    @cached_property
    def helpers(self) -> tuple[Person, ...]:
        """The helpers of today, by name."""
        return tuple(person for person in self.people if person.role is Role.HELPER and not person.former)

    @cached_property
    def short_names(self) -> Mapping[UUID, str]:
        """What each person is called on a card."""
        return short_names(self.people)

    @cached_property
    def caregiver(self) -> Person | None:
        """The person at the keyboard, once named."""
        return in_role(self.people, Role.CAREGIVER)

    @property
    def open_items(self) -> list[Item]:
        """What still needs somebody."""
        return [item for item in self.items if item.is_open]

    def is_service(self, person_id: UUID) -> bool:
        """Whether it is a taxi, a van or a program that drives, and no helper."""
        person = self.person_of.get(person_id)
        return person is not None and person.role is Role.SERVICE

    def item(self, item_id: UUID) -> Item | None:
        """The time of a task with this id, when it is in the week."""
        return next((item for item in self.items if item.id == item_id), None)

    def after(self, changes: ChangeSet) -> WeekView | None:
        """The week once these changes were saved; None when only the file can tell."""
        household = _household(self.household, changes)
        if household.week_start != self.household.week_start:
            return None
        plan = _changed_plan(self.plan, changes)
        if plan is None:
            return None
        people = _changed(self.people, changes, Person)
        return WeekView(plan=plan, people=tuple(sorted(people, key=_by_name)), household=household)


def read_week(work: UnitOfWork, day: date) -> WeekView:
    """The week that holds a day, in five short queries whatever the years behind it."""
    from caregiver_app.services import household, people, tasks

    choices = household.household(work)
    plan = tasks.plan(work, week_of(day, choices.week_start))
    return WeekView(plan=plan, people=tuple(people.everybody(work)), household=choices)


def read_opening_week(work: UnitOfWork, local: datetime) -> WeekView:
    """The week to plan now: this one, or the next once the weekend is near."""
    from caregiver_app.services import household

    return read_week(work, opening_day(local, household.household(work).week_start))


def _by_name(person: Person) -> tuple[str, str]:
    return (person.name.casefold(), str(person.id))


def _by_id(record: Record) -> UUID:
    return record.id


def _household(known: Household, changes: ChangeSet) -> Household:
    for _, after in changes.of(Household):
        known = after or Household()
    return known


def _changed(records: Iterable[R], changes: ChangeSet, kind: type[R]) -> list[R]:
    """The records of one kind after the changes, in the order of their ids."""
    held = {record.id: record for record in records}
    for before, after in changes.of(kind):
        if after is not None:
            held[after.id] = after
        elif before is not None:
            held.pop(before.id, None)
    return sorted(held.values(), key=_by_id)


def _changed_plan(plan: Plan, changes: ChangeSet) -> Plan | None:
    """The records that a fresh look at the file would find, or None where something unknown comes in."""
    if not changes.touches(Task, Occurrence, Ask):
        return plan
    span = plan.span
    if any(_unknown_comes_in(before, after, span) for before, after in changes.of(Occurrence)):
        return None
    touched = [each for each in _changed(plan.occurrences, changes, Occurrence) if _in_span(each, span)]
    shown = {each.task_id for each in touched}
    tasks = [task for task in _changed(plan.tasks, changes, Task) if overlaps(task, span) or task.id in shown]
    if _needs_more(plan, changes, {task.id for task in tasks}, shown):
        return None
    times = {each.id for each in touched}
    series = {task.id for task in tasks if task.repeat is not None}
    asks = [
        ask
        for ask in _changed(plan.asks, changes, Ask)
        if (ask.task_id in series if ask.occurrence_id is None else ask.occurrence_id in times)
    ]
    return replace(plan, tasks=tuple(tasks), occurrences=tuple(touched), asks=tuple(asks))


def _in_span(occurrence: Occurrence | None, span: Span) -> bool:
    return occurrence is not None and (occurrence.day in span or occurrence.original in span)


def _unknown_comes_in(before: Occurrence | None, after: Occurrence | None, span: Span) -> bool:
    """A time that was kept elsewhere moves into the week: what people said about it was never read."""
    return before is not None and not _in_span(before, span) and _in_span(after, span)


def _needs_more(plan: Plan, changes: ChangeSet, found: set[UUID], shown: set[UUID]) -> bool:
    """Whether a task, or the standing promises of a series, would have to be read from the file."""
    if not shown <= found:
        return True
    held = {task.id for task in plan.tasks}
    for before, after in changes.of(Task):
        if before is None or after is None or after.id not in found:
            continue
        if after.id not in held or (before.repeat is None and after.repeat is not None):
            return True
    return False
