"""Who has to hear of a change stays marked until they know; one button stands for all that changed for a person."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.rides import Leg
from caregiver_app.domain.tasks import Answer
from caregiver_app.services import appointments, calendar_files, going_on, people, rides, telling
from caregiver_app.ui.calendars.saving import SaveCalendar
from caregiver_app.ui.questions import Question
from caregiver_app.ui.rides.deeds import RideDeeds
from caregiver_app.ui.rides.dialogs import RideDialogs
from caregiver_app.ui.rides.messages import MessagesDialog
from caregiver_app.ui.rides.news import tell_after
from caregiver_app.ui.rides.services_list import RideServicesDialog
from caregiver_app.ui.rides.view import RidesView
from caregiver_app.ui.rides.visit_card import VisitCard
from caregiver_app.ui.rides.visit_menu import visit_menu
from caregiver_app.ui.rides.visit_words import visit_words
from caregiver_app.ui.rides.wishes import Wish
from caregiver_app.ui.theme import Theme
from tests.ui.rides.family import ANA, BEN, DANA, FIRST, SECOND, TODAY, Family, family_in
from tests.ui.rides.showing import entries

WEEK = timedelta(7)


@pytest.fixture
def family(theme: Theme, tmp_path: Path) -> Iterator[Family]:
    with family_in(tmp_path, theme) as opened:
        yield opened


def card_of(family: Family, day: date) -> VisitCard:
    """The card of the infusion of a day, as the list shows it."""
    everybody = {each.id: each for each in family.parts.actions.read(people.everybody)}
    view = RidesView(today=TODAY, people=everybody)
    return VisitCard(family.parts.theme, visit_words(family.visit(day), view), family.window)


def buttons(card: VisitCard) -> list[str]:
    return [each.text() for each in card.buttons if each.wish in (Wish.TOLD, Wish.WORDS)]


def give(family: Family, leg: Leg = Leg.THERE) -> None:
    """Ana takes over what Ben had said yes to."""
    now = family.workspace.clock.now()
    family.run(partial(rides.promise, trip=family.trip(FIRST, leg), person_id=ANA.id, now=now))


def test_who_lost_a_ride_stays_marked_until_they_know(family: Family) -> None:
    give(family)
    card = card_of(family, FIRST)
    assert "Ben need not drive there, Not told yet" in card.accessibleName()
    assert buttons(card) == ["Words to send", "Ben knows"]
    deeds = RideDeeds(family.parts.actions)
    assert deeds.told(family.trip(FIRST, Leg.THERE), BEN.id, "Ben")
    assert "Ben" not in card_of(family, FIRST).accessibleName()
    family.parts.actions.undo()
    assert buttons(card_of(family, FIRST)) == ["Words to send", "Ben knows"]


def test_the_words_for_them_can_be_had_again_later(family: Family) -> None:
    give(family)
    RideDialogs(family.parts, RideDeeds(family.parts.actions), family.window).words(family.visit(FIRST))
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, MessagesDialog)
    [card] = shown.cards
    assert card.message.person.id == BEN.id
    assert "is taken care of now, so you don’t need to drive" in card.message.text
    card.told_button.click()
    shown.close_button.click()
    assert buttons(card_of(family, FIRST)) == []


def test_the_one_at_the_keyboard_and_who_can_not_come_are_not_told(family: Family) -> None:
    now = family.workspace.clock.now()
    family.promise(SECOND, Leg.HOME, DANA)
    family.run(partial(rides.promise, trip=family.trip(SECOND, Leg.HOME), person_id=ANA.id, now=now))
    family.run(partial(rides.cant_come, trip=family.trip(FIRST, Leg.HOME), person_id=ANA.id, now=now))
    assert buttons(card_of(family, SECOND)) == []
    assert buttons(card_of(family, FIRST)) == []


def test_who_takes_it_back_on_has_nothing_to_hear(family: Family) -> None:
    give(family)
    family.promise(FIRST, Leg.THERE, BEN)
    card = card_of(family, FIRST)
    assert "Ben need not" not in card.accessibleName()
    assert buttons(card) == ["Words to send", "Ana knows"]


def test_one_button_stands_for_all_that_changed_for_a_person(family: Family) -> None:
    family.promise(FIRST, Leg.HOME, BEN)
    family.run(partial(telling.knows, person_id=ANA.id, today=TODAY))
    now = family.workspace.clock.now()
    slide = partial(going_on.slide, appointment=family.visit(FIRST).appointment, days=7, now=now)
    family.run(slide)
    first, second = FIRST + WEEK, SECOND + WEEK
    assert buttons(card_of(family, first)).count("Ben knows") == 1
    assert buttons(card_of(family, second)).count("Ben knows") == 1
    told: list[str] = []
    family.parts.actions.done.connect(lambda _label, _day, sentence: told.append(sentence))
    RideDeeds(family.parts.actions).told(family.trip(first, Leg.THERE), BEN.id, "Ben")
    assert told == ["Ben knows of all 3 changed rides."]
    assert buttons(card_of(family, first)) == buttons(card_of(family, second)) == []


def test_a_cancelled_visit_has_the_button_and_the_words(family: Family) -> None:
    now = family.workspace.clock.now()
    family.run(partial(appointments.cancel, appointment=family.visit(FIRST).appointment, now=now))
    card = card_of(family, FIRST)
    assert buttons(card) == ["Words to send", "Ben knows", "Ana knows"]
    RideDeeds(family.parts.actions).told(family.trip(FIRST, Leg.THERE), BEN.id, "Ben")
    assert buttons(card_of(family, FIRST)) == ["Words to send", "Ana knows"]


def test_a_driver_freed_by_a_move_is_kept_in_mind(family: Family) -> None:
    visit, now = family.visit(FIRST), family.workspace.clock.now()
    trip = family.trip(FIRST, Leg.THERE)
    children = {trip.item.task.id: appointments.Child.DROP}
    move = partial(appointments.move, appointment=visit.appointment, day=FIRST + WEEK, clock=time(9, 15), now=now)
    family.run(partial(move, children=children))
    assert family.trip(FIRST + WEEK, Leg.THERE).item.let_go == (BEN.id,)
    tell_after(family.parts, [visit], family.window)
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, MessagesDialog)
    card = next(each for each in shown.cards if each.message.person.id == BEN.id)
    card.told_button.click()
    shown.close_button.click()
    assert family.trip(FIRST + WEEK, Leg.THERE).item.let_go == ()
    assert Answer.LET_GO not in {ask.answer for ask in family.trip(FIRST + WEEK, Leg.THERE).item.asks}


# Who has a file


def give_file(family: Family, leg: Leg = Leg.THERE) -> None:
    """Ben was given a calendar file of his ride."""
    make = partial(calendar_files.for_ride, ride_id=family.trip(FIRST, leg).ride.id, person_id=BEN.id, zone="UTC")
    family.run(partial(make, now=family.workspace.clock.now()))


def menu_of(family: Family) -> list[str]:
    menu = visit_menu(family.visit(FIRST), (), lambda _wish, _leg: None, family.window, past=False)
    found = [action.text().replace("&", "") for action in entries(menu)]
    menu.deleteLater()
    return found


def test_a_new_file_is_offered_with_the_words_to_who_has_an_old_one(family: Family) -> None:
    give_file(family)
    now = family.workspace.clock.now()
    before = family.visit(FIRST)
    family.run(partial(appointments.cancel, appointment=before.appointment, now=now))
    tell_after(family.parts, [before], family.window)
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, MessagesDialog)
    cards = {card.message.person.id: card for card in shown.cards}
    assert cards[BEN.id].file_button.isVisible() and not cards[ANA.id].file_button.isVisible()
    cards[BEN.id].file_button.click()
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, SaveCalendar)
    asked.close()
    shown.close()


def test_the_menu_leads_to_a_file_that_takes_the_ride_out(family: Family) -> None:
    assert "Take a ride out of a driver’s calendar…" not in menu_of(family)
    give_file(family)
    now = family.workspace.clock.now()
    family.run(partial(appointments.cancel, appointment=family.visit(FIRST).appointment, now=now))
    assert "Take a ride out of a driver’s calendar…" in menu_of(family)
    dialogs = RideDialogs(family.parts, RideDeeds(family.parts.actions), family.window)
    dialogs.take_out(family.visit(FIRST))
    question = QApplication.activeModalWidget()
    assert isinstance(question, Question)
    assert question.no_button.text() == "Save a file for Ben…"
    question.close()


def test_a_service_has_a_file_of_its_own(family: Family) -> None:
    van = Person(name="Lakeside hospital van", role=Role.SERVICE, phone="555-0155")
    family.run(partial(people.save, person=van))
    family.promise(FIRST, Leg.THERE, van)
    listed = family.show(RideServicesDialog(family.parts, family.window))
    listed.list.choose(van)
    listed.calendar_button.click()
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, SaveCalendar)
    asked.close()
    listed.close()
