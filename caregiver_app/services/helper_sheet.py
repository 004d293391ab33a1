"""A helper's own sheet: finds what that person has taken on, and what a helper may know of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from caregiver_app.documents.helper_sheet import HelperRow, HelperSheet, helper_sheets
from caregiver_app.documents.paper import Look
from caregiver_app.domain.household import Household
from caregiver_app.domain.kinds import Audience
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.spoken import minutes_words
from caregiver_app.domain.tasks import Item, State, Task
from caregiver_app.services import sheet_contents as contents
from caregiver_app.services import tasks
from caregiver_app.services.household import household, person_in_role
from caregiver_app.services.people import everybody
from caregiver_app.services.sheet_rules import Gathered, LeftOut, Made, Request, Sheet, Shown, Stretch
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr

# All that a helper's own sheet may show. A new field is private until it is listed here.
FIELDS: Mapping[type, frozenset[str]] = {
    Item: frozenset({"day", "state"}),
    Task: frozenset({"shown_title", "when", "place", "minutes", "notes"}),
    Person: frozenset(),  # only the name, in the form that prints
    Household: frozenset({"please", "house_notes", "clock24"}),
}


_NO_HELPERS = (Role.CAREGIVER, Role.SERVICE)


def people_with_something_to_do(work: UnitOfWork, request: Request) -> list[Person]:
    """Everybody who said yes to something in the span, by name."""
    busy = {helper for item in tasks.plan(work, request.span).items() if _is_on(item) for helper in item.helpers}
    return [person for person in everybody(work) if person.id in busy and person.role not in _NO_HELPERS]


def gather(work: UnitOfWork, request: Request, made: Made) -> Gathered:
    """The sheet of one helper, or of each who has something to do."""
    chosen = _chosen(work, request)
    contact = person_in_role(work, Role.CAREGIVER)
    family = Shown(household(work), FIELDS)
    please, no_please = contents.please_for(work, family.please)
    sheet = HelperSheet(
        span=request.span,
        please=please,
        house_notes=family.house_notes if request.house_notes else "",
        stamp=contents.stamp(work, request, made, contact, clock24=family.clock24),
    )
    if request.blank or not chosen:
        return Gathered(data=(sheet,))
    names = contents.names_on_paper(work.all(Person))
    sheets = []
    left_out = [*no_please, *_house_notes_left_out(family, request)]
    for person in chosen:
        mine, missing = _items(work, request, person)
        left_out += missing
        sheets.append(
            replace(
                sheet,
                name=names[person.id],
                rows=tuple(_row(Shown(item, FIELDS), Shown(item.task, FIELDS), family) for item in mine),
                stamp=contents.stamp(work, request, made, contact, clock24=family.clock24, person_id=person.id),
            )
        )
    return Gathered(
        data=tuple(sheets),
        people=tuple(person.id for person in chosen),
        left_out=(*left_out, *contents.number_left_out(contact)),
        to_write=contents.names_to_write(work.all(Person), (person.id for person in chosen)),
    )


def _house_notes_left_out(family: Shown, request: Request) -> list[LeftOut]:
    if request.house_notes or not family.house_notes.strip():
        return []
    return [LeftOut(what=tr("The house notes"), why=tr("“Print the house notes” is off."))]


def _chosen(work: UnitOfWork, request: Request) -> list[Person]:
    if request.person_id is None:
        return people_with_something_to_do(work, request)
    return [work.need(Person, request.person_id)]


def _items(work: UnitOfWork, request: Request, person: Person) -> tuple[list[Item], list[LeftOut]]:
    """What the person has taken on and may see on paper; and what of it is left out or prints in other words."""
    seen, left_out = contents.items_for(work, request.span, contents.audience_of(person))
    mine = {item.task.id for item in tasks.plan(work, request.span).items() if person.id in item.helpers}
    on_sheet = [item for item in seen if person.id in item.helpers and _is_on(item)]
    not_on_it = [left for left in left_out if left.task_id in mine]
    return on_sheet, [*not_on_it, *contents.renamed(on_sheet), *contents.gaps(on_sheet)]


def _is_on(item: Item) -> bool:
    return item.state is not State.NOT_NEEDED


def _row(item: Shown, task: Shown, family: Shown) -> HelperRow:
    return HelperRow(
        day=item.day,
        time=contents.time_on_paper(task.when, clock24=family.clock24),
        what=task.shown_title,
        place=task.place,
        length=minutes_words(task.minutes) if task.minutes else "",
        note=task.notes,
        done=item.state is State.DONE,
    )


def draw(data: Sequence[HelperSheet], look: Look) -> bytes:
    """The sheets as a PDF, two on a page."""
    return helper_sheets(data, look)


def title() -> str:
    """The sheet's name for people."""
    return tr("Helper sheet")


SHEET = Sheet(
    name="helper",
    title=title,
    audience=Audience.HELPER,
    stretches=(Stretch.WEEK, Stretch.TWO_WEEKS, Stretch.MONTH),
    gather=gather,
    draw=draw,
    people=people_with_something_to_do,
    shows_house_notes=True,
)
