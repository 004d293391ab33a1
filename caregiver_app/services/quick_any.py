"""Makes what one line says: tells it back first, and keeps it as one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, time
from functools import partial
from typing import TYPE_CHECKING

from caregiver_app.domain.calendar import When
from caregiver_app.domain.kinds import Audience
from caregiver_app.domain.people import Role
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.quick_any import AnyKind, TypedLine, fits_week, no_title, read_any
from caregiver_app.domain.spoken import clock_words, minutes_words
from caregiver_app.services import quick_own
from caregiver_app.services.household import household, person_in_role
from caregiver_app.services.people import helpers
from caregiver_app.services.quick_told import Understood, day_told, moment_told, refuse, times_told, together
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr

if TYPE_CHECKING:
    from caregiver_app.domain.people import Person
    from caregiver_app.domain.tasks import Task
    from caregiver_app.services.people import Alike

__all__ = ["Understood", "understand"]

REMIND_AT = time(9)
_NEEDS_WORDS = frozenset({AnyKind.TASK, AnyKind.VISIT, AnyKind.REMINDER, AnyKind.SMALL_THING})


def understand(work: UnitOfWork, *, line: str, kind: AnyKind | None = None, now: datetime) -> Understood:
    """What a line would become; `now` is local time. Raises InvalidEntry at `line` for what can't be read."""
    try:
        typed = _read(work, line, kind, now)
        return _MAKERS[typed.kind](work, typed, now)
    except InvalidEntry as problem:
        raise InvalidEntry("line", problem.message) from problem


def _read(work: UnitOfWork, line: str, kind: AnyKind | None, now: datetime) -> TypedLine:
    there, her = helpers(work), person_in_role(work, Role.CARED_FOR)
    typed = read_any(line, now, kind, there, her.first_name if her is not None else "")
    if not typed.whole:
        raise InvalidEntry("line", tr("Type a few words, like “Walk the dog tomorrow 5 pm.”"))
    if typed.kind in _NEEDS_WORDS and not typed.text:
        raise no_title(typed, there)
    return typed


def _task(work: UnitOfWork, typed: TypedLine, now: datetime) -> Understood:
    from caregiver_app.domain.quick_task import task_of
    from caregiver_app.services import tasks

    task, is_mine = task_of(typed, now)
    me = person_in_role(work, Role.CAREGIVER) if is_mine else None
    doer = typed.helper or me
    length = tr("For {length}.").format(length=minutes_words(task.minutes)) if task.minutes is not None else ""
    when = times_told(task.day, task.when, task.repeat, now, _clock24(work))
    told = tr("A task: “{title},” {when}.").format(title=task.title, when=when)
    who = _who_told(typed, is_mine=me is not None)
    seen = {Audience.FAMILY: tr("Only the family circle sees it."), Audience.ME: tr("Only you see it.")}
    return Understood(
        kind=AnyKind.TASK,
        told=together([told, length, who, seen.get(task.audience, ""), *_hints(typed, task, now)]),
        label=tr("Add task"),
        record=task,
        keep=partial(tasks.add, task=task, helper_id=doer.id if doer is not None else None, now=now),
        tab="tasks",
    )


def _who_told(typed: TypedLine, *, is_mine: bool) -> str:
    """Who does a task."""
    if typed.helper is not None:
        return tr("{name} does it.").format(name=typed.helper.name)
    if typed.shared_name:
        return tr("Two helpers are called {name}, so nobody is chosen yet.").format(name=typed.shared_name)
    return tr("It is yours to do.") if is_mine else tr("Nobody is chosen yet.")


def _hints(typed: TypedLine, task: Task, now: datetime) -> Sequence[str]:
    """What could have been meant in another way."""
    from caregiver_app.domain.quick_task import loose_day
    from caregiver_app.domain.reminder_typed import asks_again

    hints = []
    if task.day < now.date():
        hints.append(tr("That day is past."))
    if typed.for_me and not fits_week(task.repeat):
        hints.append(tr("A small thing is on one day of each week, so this is a task."))
    if task.repeat is None and asks_again(typed.text):
        hints.append(tr("How often it comes again could not be read, so this is one time only."))
    if typed.has_more:
        hints.append(tr("Only one day and time is read from one line; the other one stays in the words."))
    elif typed.day is None and (word := loose_day(typed.text)):
        hints.append(tr("“{word}” was not read as a day. For the day, type “on {word}.”").format(word=word))
    return hints


def _visit(work: UnitOfWork, typed: TypedLine, now: datetime) -> Understood:
    from caregiver_app.domain.appointment_guess import guess_appointment
    from caregiver_app.domain.appointments import Appointment, AppointmentKind
    from caregiver_app.services import appointments

    if typed.day is None:
        raise InvalidEntry("line", tr("On which day is the visit? Type it, like “Tue Dec 1 9:15 am.”"))
    kind = guess_appointment(typed.text) or AppointmentKind.VISIT
    me = person_in_role(work, Role.CAREGIVER) if typed.for_me else None
    minutes = typed.minutes or kind.minutes
    visit = Appointment(title=typed.text, day=typed.day, clock=typed.clock, kind=kind, minutes=minutes)
    visit = replace(visit, person_id=me.id) if me is not None else visit
    return Understood(
        kind=AnyKind.VISIT,
        told=_visit_told(work, typed, now, is_mine=me is not None),
        label=tr("Add visit"),
        record=visit,
        keep=partial(appointments.add, appointment=visit, now=now),
        tab="rides",
    )


def _visit_told(work: UnitOfWork, typed: TypedLine, now: datetime, *, is_mine: bool) -> str:
    from caregiver_app.domain.reminder_typed import asks_again

    day = typed.day_from(now)
    told = tr("A visit: “{title},” {day}, time not known yet.")
    if typed.clock is not None:
        told = tr("A visit: “{title},” {day}.")
    when = moment_told(day, When(clock=typed.clock), now, _clock24(work))
    mine = tr("It is your own visit.") if is_mine else ""
    past = tr("That day is past.") if day < now.date() else ""
    once = tr("This is one visit. One that comes again is planned on the Rides tab.") if asks_again(typed.text) else ""
    rides = "" if once else tr("Rides can be added on the Rides tab.")
    return together([told.format(title=typed.text, day=when), mine, past, once, rides])


def _cost(work: UnitOfWork, typed: TypedLine, now: datetime) -> Understood:
    from caregiver_app.domain.expense_words import kind_label
    from caregiver_app.domain.money_words import dollars, miles_number
    from caregiver_app.services.expenses import ledger

    expense = ledger.from_typed(work, typed=typed.whole, today=now.date())
    miles = expense.miles
    amount = tr("{n} miles").format(n=miles_number(miles)) if miles is not None else dollars(expense.amount)
    told = tr("A cost: {amount}, {kind}, {day}.")
    return Understood(
        kind=AnyKind.COST,
        told=told.format(amount=amount, kind=kind_label(expense.kind), day=day_told(expense.day, now)),
        label=tr("Add cost"),
        record=expense,
        keep=partial(ledger.add, expense=expense),
        tab="expenses",
    )


def _reminder(work: UnitOfWork, typed: TypedLine, now: datetime) -> Understood:
    from caregiver_app.domain.reminder_typed import check_to_come, refuse_repeat_in_line
    from caregiver_app.domain.reminders import OwnReminder
    from caregiver_app.services import reminding

    refuse_repeat_in_line(typed.text)
    clock = typed.hour or REMIND_AT
    day = replace(typed, when=When(clock=clock)).day_from(now)
    reminder = OwnReminder(text=typed.text, day=day, clock=clock, repeat=typed.repeat)
    check_to_come(reminder, now)
    when = times_told(day, When(clock=clock), typed.repeat, now, _clock24(work))
    at = datetime.combine(day, clock)
    heard = reminding.rules(work).first_loud(at)
    told = tr("A reminder: “{text},” {when}.").format(text=reminder.text, when=when)
    return Understood(
        kind=AnyKind.REMINDER,
        told=together([told, "" if heard == at else _quiet_hint(heard, _clock24(work))]),
        label=tr("Add reminder"),
        record=reminder,
        keep=partial(reminding.save_own, before=None, after=reminder, now=now),
        tab="selfcare",
    )


def _quiet_hint(heard: datetime, clock24: bool) -> str:
    """What happens to a reminder whose time lies in the quiet hours."""
    clock = clock_words(heard.time(), clock24)
    return tr("That is in your quiet hours, so it shows at {time}.").format(time=clock)


def _helper(work: UnitOfWork, typed: TypedLine, now: datetime) -> Understood:
    from caregiver_app.domain.quick_add import read_offer
    from caregiver_app.services import people

    person = read_offer(typed.whole, now.date()).person(now.date())
    found = people.alike(work, typed=person)
    if found is not None and found.same_name:
        return _known_helper(found, person)
    phone = tr(", {phone}").format(phone=person.phone) if person.phone else ""
    told = tr("A helper: {name}{phone}. What they offered is kept with them.").format(name=person.name, phone=phone)
    return Understood(
        kind=AnyKind.HELPER,
        told=together([told, "" if found is None else found.told]),
        label=tr("Add {name}").format(name=person.first_name),
        record=person,
        keep=partial(people.save, person=person),
    )


def _known_helper(found: Alike, typed: Person) -> Understood:
    """Somebody of that name is a helper: nobody is added twice without a word."""
    return Understood(
        kind=AnyKind.HELPER,
        told=found.told,
        label=tr("Add {name}").format(name=typed.first_name),
        record=typed,
        keep=partial(refuse, found.told),
        alike=found,
    )


def _clock24(work: UnitOfWork) -> bool:
    return household(work).clock24


_MAKERS: dict[AnyKind, Callable[[UnitOfWork, TypedLine, datetime], Understood]] = {
    AnyKind.TASK: _task,
    AnyKind.VISIT: _visit,
    AnyKind.COST: _cost,
    AnyKind.REMINDER: _reminder,
    AnyKind.HELPER: _helper,
    AnyKind.TIME_OFF: quick_own.time_off,
    AnyKind.SMALL_THING: quick_own.small_thing,
    AnyKind.JOURNAL: quick_own.journal,
}
