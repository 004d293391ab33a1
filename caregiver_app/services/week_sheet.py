"""The week sheet for the fridge: finds what may hang there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from caregiver_app.documents.paper import Look
from caregiver_app.documents.week_grid import grid_trouble, week_grid
from caregiver_app.documents.week_sheet import WeekRow, WeekSheet, week_sheet
from caregiver_app.domain.calendar import When
from caregiver_app.domain.holiday_names import holidays_in
from caregiver_app.domain.household import Household
from caregiver_app.domain.kinds import Audience, TaskKind
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.tasks import Item, State, Task
from caregiver_app.services import sheet_contents as contents
from caregiver_app.services.household import household, person_in_role
from caregiver_app.services.sheet_rules import Gathered, LeftOut, Made, Request, Sheet, Shown, Stretch
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr

# All that the fridge may show. A new field is private until it is listed here.
FIELDS: Mapping[type, frozenset[str]] = {
    Item: frozenset({"day", "helpers", "state", "still_needed", "is_open"}),
    Task: frozenset({"shown_title", "kind", "when"}),
    Person: frozenset({"phone", "phone_on_paper"}),  # and the name, in the form that prints
    Household: frozenset({"sheet_name", "please", "phone_lines_on_fridge", "ride_times_on_fridge", "clock24"}),
}


def gather(work: UnitOfWork, request: Request, made: Made) -> Gathered:
    """The week's public facts."""
    family = Shown(household(work), FIELDS)
    items, left_out = contents.items_for(work, request.span, Audience.FRIDGE)
    people = work.all(Person)
    contact = person_in_role(work, Role.CAREGIVER)
    please, no_please = contents.please_for(work, family.please)
    rows = [] if request.blank else _rows(items, people, family, request, today=made.at.date())
    data = WeekSheet(
        span=request.span,
        rows=tuple(rows),
        name=family.sheet_name,
        please=please,
        day_names=tuple(holidays_in(request.span).items()),
        phone_lines=family.phone_lines_on_fridge,
        stamp=contents.stamp(work, request, made, contact, clock24=family.clock24),
    )
    no_grid = grid_trouble(data, request.look)
    return Gathered(
        data=(replace(data, grid=request.grid and not no_grid),),
        left_out=()
        if request.blank
        else (*left_out, *no_please, *_changed(items, family), *contents.number_left_out(contact)),
        to_write=contents.names_to_write(people, (helper for item in items for helper in item.helpers)),
        no_grid=no_grid,
    )


def _rows(
    items: Sequence[Item], people: Sequence[Person], family: Shown, request: Request, *, today: date
) -> list[WeekRow]:
    names = contents.names_on_paper(people)
    if request.phones:
        names |= {person.id: _with_phone(names[person.id], Shown(person, FIELDS)) for person in people}
    timed = [(_public_time(Shown(item.task, FIELDS), family), item) for item in items]
    timed.sort(key=_order)
    return [
        replace(row, still_needed=row.still_needed if row.day >= today else 0)  # a day that is over needs nobody
        for when, item in timed
        for row in [_row(Shown(item, FIELDS), Shown(item.task, FIELDS), when, names, family)]
    ]


def _public_time(task: Shown, family: Shown) -> When:
    return contents.public_time(task.kind, task.when, ride_times=family.ride_times_on_fridge)


def _order(timed: tuple[When, Item]) -> tuple[Any, ...]:
    """By what the sheet shows, so that the order does not give a hidden time away."""
    when, item = timed
    return (item.day, when.sort_key, item.task.shown_title.casefold(), item.id)


def _with_phone(name: str, person: Shown) -> str:
    return f"{name} {person.phone}".strip() if person.phone_on_paper else name


def _row(item: Shown, task: Shown, when: When, names: Mapping[UUID, str], family: Shown) -> WeekRow:
    return WeekRow(
        day=item.day,
        time=contents.time_on_paper(when, clock24=family.clock24),
        what=task.shown_title,
        who=tuple(names[person_id] for person_id in item.helpers if person_id in names),
        still_needed=item.still_needed if item.is_open else 0,
        done=item.state is State.DONE,
        not_needed=item.state is State.NOT_NEEDED,
    )


def _changed(items: Sequence[Item], family: Shown) -> list[LeftOut]:
    """What is on the sheet in part, or in other words."""
    return [
        *contents.renamed(items),
        *contents.gaps(items),
        *contents.details_left_out(items),
        *_loose_times(items, family),
    ]


def _loose_times(items: Sequence[Item], family: Shown) -> list[LeftOut]:
    """Rides whose clock time stays off the fridge."""
    if family.ride_times_on_fridge:
        return []
    return [
        LeftOut(
            what=contents.item_words(item),
            why=tr("A ride shows only the part of the day, so that no one reads when the house is empty."),
            task_id=item.task.id,
        )
        for item in items
        if item.task.kind is TaskKind.RIDE and item.task.when.clock is not None
    ]


def draw(data: Sequence[WeekSheet], look: Look) -> bytes:
    """The sheet as a PDF."""
    return (week_grid if data[0].grid else week_sheet)(data[0], look)


def title() -> str:
    """The sheet's name for people."""
    return tr("Week sheet")


SHEET = Sheet(
    name="week",
    title=title,
    audience=Audience.FRIDGE,
    stretches=(Stretch.WEEK, Stretch.TWO_WEEKS),
    gather=gather,
    draw=draw,
    shows_phones=True,
    has_grid=True,
)
