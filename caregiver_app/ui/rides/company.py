"""Whoever comes along to a visit, when it moves or is off: the question about them, and the words to tell them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from caregiver_app.domain.appointments import AppointmentStatus
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.visits import Visit
from caregiver_app.services.appointments import Child
from caregiver_app.ui.rides.around import Around
from caregiver_app.ui.rides.children import Question
from caregiver_app.ui.rides.messages import Message
from caregiver_app.words import tr


def company_of(visit: Visit, around: Around) -> Person | None:
    """Who comes along and has to be told; nobody when it is the one at the keyboard."""
    person_id = visit.appointment.companion_id
    if person_id is None or around.is_you(person_id):
        return None
    return around.people.get(person_id)


def company_questions(visit: Visit, around: Around) -> list[Question]:
    """Whether whoever comes along still does on the new day."""
    person = company_of(visit, around)
    if person is None:
        return []
    name = around.names_of([person.id])
    choices = (
        (Child.FOLLOW, tr("Keep {names}, with a message to send").format(names=name)),
        (Child.DROP, tr("{name} does not come along").format(name=name)),
    )
    sentence = tr("{name} comes along to listen.").format(name=name)
    return [Question((visit.id,), tr("Company"), sentence, choices)]


def company_news(old: Visit, new: Visit | None, around: Around) -> list[Message]:
    """The words for whoever was to come along, when that is another day now, or not wanted; none when all is as it was.

    A visit that was removed is None.
    """
    person = company_of(old, around)
    if person is None or not old.appointment.is_planned:
        return []
    if new is None or new.appointment.companion_id != person.id:
        return [_off(old, person, around)]
    before, after = old.appointment, new.appointment
    if (before.day, before.clock, before.status) == (after.day, after.clock, after.status):
        return []  # what was to be told before is no news
    return company_to_tell(new, around)


def company_to_tell(visit: Visit, around: Around) -> list[Message]:
    """The words for whoever comes along and does not know yet that the visit moved or is off."""
    from caregiver_app.domain.company_words import company_moved_words

    person = company_of(visit, around)
    if person is None or visit.appointment.companion_day is None:
        return []
    if visit.appointment.status is AppointmentStatus.DONE:
        return []
    if not visit.appointment.is_planned:
        return [replace(_off(visit, person, around), visits=(visit,))]
    caregiver, cared_for = around.in_role(Role.CAREGIVER), around.in_role(Role.CARED_FOR)
    words = company_moved_words(visit.appointment, person, caregiver, cared_for, around.family.clock24)
    return [Message(person, words, visits=(visit,))]


def company_again(visit: Visit, around: Around) -> list[Message]:
    """The question for whoever knows that a visit was off which is on again now."""
    from caregiver_app.domain.company_words import company_again_words

    person = company_of(visit, around)
    if person is None:
        return []
    caregiver, cared_for = around.in_role(Role.CAREGIVER), around.in_role(Role.CARED_FOR)
    words = company_again_words(visit.appointment, person, caregiver, cared_for, around.family.clock24)
    return [Message(person, words)]


def _off(visit: Visit, person: Person, around: Around) -> Message:
    from caregiver_app.domain.company_words import company_off_words

    caregiver, cared_for = around.in_role(Role.CAREGIVER), around.in_role(Role.CARED_FOR)
    return Message(person, company_off_words(visit.appointment, person, caregiver, cared_for))


def with_company(messages: Sequence[Message], company: Sequence[Message]) -> list[Message]:
    """All messages, with one card for each person: who also drives reads both texts at once."""
    found = list(messages)
    for one in company:
        place = next((n for n, each in enumerate(found) if each.person.id == one.person.id), None)
        if place is None:
            found.append(one)
        else:
            both = tr("{first}\n\n{second}").format(first=found[place].text, second=one.text)
            found[place] = replace(found[place], text=both, visits=(*found[place].visits, *one.visits))
    return found
