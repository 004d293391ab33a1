"""Finds what goes on a sheet: the items its audience may see, names as they print, the stamp at the foot."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from caregiver_app.documents.lettering import can_draw
from caregiver_app.documents.pages import Stamp
from caregiver_app.domain.calendar import Span, When
from caregiver_app.domain.kinds import Audience, TaskKind
from caregiver_app.domain.people import Person, Role, short_names
from caregiver_app.domain.sheets import PrintedSheet, printed_sheet_id
from caregiver_app.domain.spoken import clock_words, day_words, part_words, short_day
from caregiver_app.domain.tasks import Item
from caregiver_app.services import tasks
from caregiver_app.services.sheet_rules import LeftOut, Made, Request
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr


def names_on_paper(people: Iterable[Person]) -> dict[UUID, str]:
    """Short names, from the Latin spelling where the bundled fonts can't draw the name itself."""
    return short_names(_in_letters_we_have(person) for person in people)


def _in_letters_we_have(person: Person) -> Person:
    if can_draw(person.first_name) or not person.latin_name.strip():
        return person
    return replace(person, name=person.latin_name)


def names_to_write(people: Iterable[Person], on_sheet: Iterable[UUID]) -> tuple[Person, ...]:
    """The people on a sheet whose name prints as a line to write on, for want of letters."""
    wanted = set(on_sheet)
    people = list(people)
    names = names_on_paper(people)
    return tuple(person for person in people if person.id in wanted and not can_draw(names[person.id]))


def items_for(work: UnitOfWork, span: Span, audience: Audience) -> tuple[list[Item], list[LeftOut]]:
    """What takes place in the span that this audience may see, and what it may not see."""
    items = [item for item in tasks.plan(work, span).items() if not item.ended_by_season]
    seen = [item for item in items if audience.may_see(item.task.audience)]
    return seen, [kept_back(item) for item in items if not audience.may_see(item.task.audience)]


def please_for(work: UnitOfWork, please: str) -> tuple[str, list[LeftOut]]:
    """The two lines that ask visitors to take care; left out, and said so, once the person cared for has died."""
    from caregiver_app.services.today import is_over

    if not please.strip() or not is_over(work):
        return please, []
    why = tr("These lines were for care at home, so they stay off the sheets now.")
    return "", [LeftOut(what=" ".join(please.split()), why=why)]


def audience_of(person: Person) -> Audience:
    """The circle that a person is in."""
    if person.role is Role.CAREGIVER:
        return Audience.ME
    return Audience.FAMILY if person.family_circle else Audience.HELPER


def kept_back(item: Item) -> LeftOut:
    """What says that an item is for a smaller circle."""
    reasons = {
        Audience.HELPER: tr("It is kept for the helper who does it."),
        Audience.FAMILY: tr("It is kept for the family circle."),
        Audience.ME: tr("It is kept for you alone."),
    }
    return LeftOut(what=item_words(item), why=reasons[item.task.audience], task_id=item.task.id)


def item_words(item: Item) -> str:
    """One item in a list for the caregiver's own eyes: “Sit with Maria, Nov 25”."""
    return tr("{title}, {day}").format(title=item.task.title.strip(), day=short_day(item.day))


def renamed(items: Iterable[Item]) -> list[LeftOut]:
    """Titles that print in their public words."""
    return [
        LeftOut(
            what=item_words(item),
            why=tr("It prints as “{title}.”").format(title=item.task.shown_title),
            task_id=item.task.id,
        )
        for item in items
        if item.task.shown_title != item.task.title.strip()
    ]


def gaps(items: Iterable[Item]) -> list[LeftOut]:
    """Titles with letters that no bundled font can draw."""
    why = tr("Some of its letters can’t be printed here. There is a gap to write them in.")
    return [
        LeftOut(what=item_words(item), why=why, task_id=item.task.id)
        for item in items
        if not can_draw(item.task.shown_title)
    ]


def details_left_out(items: Sequence[Item]) -> list[LeftOut]:
    """Places and notes, which stay off sheets that hang on a wall."""
    return [
        LeftOut(
            what=item_words(item),
            why=tr("Its place and notes are on the helper’s own sheet only."),
            task_id=item.task.id,
        )
        for item in items
        if item.task.place.strip() or item.task.notes.strip()
    ]


def public_time(kind: TaskKind, when: When, *, ride_times: bool) -> When:
    """A time that may hang on a wall: a ride's clock time would tell when the house is empty."""
    if kind is TaskKind.RIDE and not ride_times:
        return When(part=when.part_of_day)
    return when


def time_on_paper(when: When, *, clock24: bool) -> str:
    """A time as the sheets write it: “8:15 am”, “morning”, or nothing for any time."""
    if when.clock is not None:
        return clock_words(when.clock, clock24)
    return part_words(when.part).lower() if when.part is not None else ""


def copy_number(work: UnitOfWork, sheet: str, first_day: date, person_id: UUID | None) -> int:
    """Which copy the next one is."""
    printed = work.get(PrintedSheet, printed_sheet_id(sheet, first_day, person_id))
    return printed.copies + 1 if printed is not None else 1


def stamp(
    work: UnitOfWork,
    request: Request,
    made: Made,
    contact: Person | None,
    *,
    clock24: bool,
    person_id: UUID | None = None,
) -> Stamp:
    """What the foot of a sheet says; the contact's number only with their OK."""
    moment = tr("{day}, {time}").format(
        day=day_words(made.at.date(), with_year=True), time=clock_words(made.at.time(), clock24)
    )
    copy = copy_number(work, request.counted_as, request.span.first, person_id) if made.count_copies else None
    if contact is None:
        return Stamp(printed_at=moment, copy=copy)
    name = names_on_paper([contact])[contact.id]
    return Stamp(printed_at=moment, copy=copy, contact=name, phone=contact.phone if contact.phone_on_paper else "")


def number_left_out(contact: Person | None) -> list[LeftOut]:
    """The contact's number, when they have one that may not be printed."""
    if contact is None or contact.phone_on_paper or not contact.phone.strip():
        return []
    why = tr("“Phone may be printed” is off for {name}.").format(name=contact.first_name)
    return [LeftOut(what=tr("{name}’s phone number").format(name=contact.first_name), why=why, person_id=contact.id)]
