"""Makes what one line says: tells it back first, and keeps it as one step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING

from caregiver_app.domain.calendar import ANY_TIME
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.quick_any import AnyKind, TypedLine, read_any
from caregiver_app.domain.records import Record
from caregiver_app.domain.spoken import clock_words, day_words, time_words
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr

if TYPE_CHECKING:
    from caregiver_app.domain.people import Person
    from caregiver_app.services.people import Alike

REMIND_AT = time(9)


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """What a line would become: its kind, a sentence that tells it back, the step’s name, the record and the step.

    `tab` is where it will stand; empty for people. `alike` is a helper of that name who is there already: then it is
    not kept.
    """

    kind: AnyKind
    told: str
    label: str
    record: Record
    keep: Callable[[UnitOfWork], object]
    tab: str = ""
    alike: Alike | None = None


def understand(work: UnitOfWork, *, line: str, kind: AnyKind | None = None, now: datetime) -> Understood:
    """What a line would become; `now` is local time. Raises InvalidEntry at `line` for what can't be read."""
    typed = read_any(line, now.date(), kind)
    if not typed.whole:
        raise InvalidEntry("line", tr("Type a few words, like “Walk the dog tomorrow 5 pm.”"))
    try:
        return _MAKERS[typed.kind](work, typed, now)
    except InvalidEntry as problem:
        raise InvalidEntry("line", problem.message) from problem


def _task(work: UnitOfWork, typed: TypedLine, now: datetime) -> Understood:
    from caregiver_app.domain.kind_guess import guess_kind
    from caregiver_app.domain.kinds import TaskKind
    from caregiver_app.domain.sharing import first_audience, neutral_title
    from caregiver_app.domain.tasks import Task
    from caregiver_app.services import tasks

    kind = guess_kind(typed.text) or TaskKind.ERRAND
    task = Task(
        title=typed.text,
        day=typed.day or now.date(),
        kind=kind,
        when=typed.when,
        audience=first_audience(kind, typed.text),
        public_title=neutral_title(kind, typed.text, typed.when),
    )
    when = _moment(task.day, now, time_words(task.when, _clock24(work)) if task.when != ANY_TIME else "")
    return Understood(
        kind=AnyKind.TASK,
        told=tr("A task: “{title},” {when}. Nobody is chosen yet.").format(title=task.title, when=when),
        label=tr("Add task"),
        record=task,
        keep=partial(tasks.add, task=task, now=now),
        tab="tasks",
    )


def _visit(work: UnitOfWork, typed: TypedLine, now: datetime) -> Understood:
    from caregiver_app.domain.appointment_guess import guess_appointment
    from caregiver_app.domain.appointments import Appointment, AppointmentKind
    from caregiver_app.services import appointments

    if typed.day is None:
        raise InvalidEntry("line", tr("On which day is the visit? Type it, like “Tue Dec 1 9:15 am.”"))
    kind = guess_appointment(typed.text) or AppointmentKind.VISIT
    visit = Appointment(title=typed.text, day=typed.day, clock=typed.clock, kind=kind, minutes=kind.minutes)
    clock = clock_words(visit.clock, _clock24(work)) if visit.clock is not None else tr("time not known yet")
    when = _moment(visit.day, now, clock)
    told = tr("A visit: “{title},” {when}. Rides can be added on the Rides tab.")
    return Understood(
        kind=AnyKind.VISIT,
        told=told.format(title=visit.title, when=when),
        label=tr("Add visit"),
        record=visit,
        keep=partial(appointments.add, appointment=visit, now=now),
        tab="rides",
    )


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
        told=told.format(amount=amount, kind=kind_label(expense.kind), day=day_words(expense.day)),
        label=tr("Add cost"),
        record=expense,
        keep=partial(ledger.add, expense=expense),
        tab="expenses",
    )


def _reminder(work: UnitOfWork, typed: TypedLine, now: datetime) -> Understood:
    from caregiver_app.domain.reminder_typed import check_to_come, refuse_repeat_in_line
    from caregiver_app.domain.reminders import OwnReminder
    from caregiver_app.services import reminding

    refuse_repeat_in_line(typed.whole)
    clock = typed.clock or REMIND_AT
    over = now.replace(tzinfo=None) >= datetime.combine(now.date(), clock)
    day = typed.day or now.date() + timedelta(1 if over else 0)
    reminder = OwnReminder(text=typed.text, day=day, clock=clock)
    check_to_come(reminder, now)
    when = _moment(day, now, clock_words(clock, _clock24(work)))
    at = datetime.combine(day, clock)
    heard = reminding.rules(work).first_loud(at)
    told = tr("A reminder: “{text},” {when}.").format(text=reminder.text, when=when)
    return Understood(
        kind=AnyKind.REMINDER,
        told=told if heard == at else tr("{told} {hint}").format(told=told, hint=_quiet_hint(heard, _clock24(work))),
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
        told=told if found is None else tr("{told} {hint}").format(told=told, hint=found.told),
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
        keep=partial(_refuse, found.told),
        alike=found,
    )


def _refuse(sentence: str, _work: UnitOfWork) -> None:
    raise InvalidEntry("line", sentence)


def _journal(_work: UnitOfWork, typed: TypedLine, now: datetime) -> Understood:
    from caregiver_app.domain.selfcare import JournalEntry
    from caregiver_app.services import selfcare

    entry = JournalEntry(day=now.date(), text=typed.text, written_at=now.astimezone(UTC))
    return Understood(
        kind=AnyKind.JOURNAL,
        told=tr("A line in your journal. Only you see this."),
        label=tr("Write in the journal"),
        record=entry,
        keep=partial(selfcare.save_entry, before=None, after=entry),
        tab="selfcare",
    )


def _moment(day: date, now: datetime, clock: str) -> str:
    words = tr("today") if day == now.date() else day_words(day)
    return tr("{day}, {time}").format(day=words, time=clock) if clock else words


def _clock24(work: UnitOfWork) -> bool:
    from caregiver_app.services.household import household

    return household(work).clock24


_MAKERS: dict[AnyKind, Callable[[UnitOfWork, TypedLine, datetime], Understood]] = {
    AnyKind.TASK: _task,
    AnyKind.VISIT: _visit,
    AnyKind.COST: _cost,
    AnyKind.REMINDER: _reminder,
    AnyKind.HELPER: _helper,
    AnyKind.JOURNAL: _journal,
}
