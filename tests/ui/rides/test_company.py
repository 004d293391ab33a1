"""Whoever comes along to listen is asked about when a visit moves, has words of their own, and is noted as told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import time, timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from caregiver_app.domain.people import Person
from caregiver_app.services import appointments, people
from caregiver_app.services.appointments import Child
from caregiver_app.services.tasks import Scope
from caregiver_app.ui.rides.around import read_around
from caregiver_app.ui.rides.cancelling import CancelDialog
from caregiver_app.ui.rides.deeds import RideDeeds
from caregiver_app.ui.rides.dialogs import RideDialogs
from caregiver_app.ui.rides.messages import MessagesDialog
from caregiver_app.ui.rides.moving import MoveDialog
from caregiver_app.ui.rides.news import words_to_send
from caregiver_app.ui.rides.view import RidesView
from caregiver_app.ui.rides.visit_card import VisitCard
from caregiver_app.ui.rides.visit_words import visit_words
from caregiver_app.ui.rides.wishes import Wish
from caregiver_app.ui.rides.wishing import Wishing
from caregiver_app.ui.theme import Theme
from tests.ui.rides.family import BEN, DANA, FIRST, TODAY, Family, family_in

ROSA = Person(name="Rosa Martin", phone="555-0133")
NEXT = FIRST + timedelta(1)


@pytest.fixture
def family(theme: Theme, tmp_path: Path) -> Iterator[Family]:
    with family_in(tmp_path, theme) as opened:
        opened.run(partial(people.add_all, people=[ROSA]))
        along(opened, ROSA)
        yield opened


def along(family: Family, person: Person) -> None:
    """Somebody comes along to the first visit."""
    before = family.visit(FIRST).appointment
    after = replace(before, companion_id=person.id)
    save = partial(appointments.save, before=before, after=after, scope=Scope.ONE)
    family.run(partial(save, now=family.workspace.clock.now()))


def move(family: Family, choice: Child = Child.FOLLOW) -> MessagesDialog:
    """Move the first visit by a day in its dialog; the words to send are shown."""
    moving = family.show(MoveDialog(family.parts, family.visit(FIRST), family.window))
    asked = next(each for each in moving.questions.cards if each.question.title == "Company")
    assert asked.question.sentence == "Rosa comes along to listen."
    asked.choices[choice].setChecked(True)
    moving.when.day.setText("Dec 2")
    moving.look()
    moving.save_button.click()
    if moving.isVisible():
        moving.save_button.click()  # what there is to look at was read
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, MessagesDialog)
    return shown


def card_of(family: Family) -> VisitCard:
    everybody = {each.id: each for each in family.parts.actions.read(people.everybody)}
    view = RidesView(today=TODAY, people=everybody)
    return VisitCard(family.parts.theme, visit_words(family.visit(NEXT), view), family.window)


def offered(card: VisitCard) -> list[str]:
    return [each.text() for each in card.buttons if each.wish is Wish.COMPANY_TOLD]


def test_who_comes_along_is_asked_about_and_has_words_of_their_own(family: Family) -> None:
    shown = move(family)
    assert shown.windowTitle() == "3 people to tell"
    [rosa] = [each for each in shown.cards if each.message.person.id == ROSA.id]
    assert "has moved from Dec 1 to Wed Dec 2 at 9:15 am" in rosa.message.text
    card = card_of(family)
    assert offered(card) == ["Rosa knows"]
    assert [line.text for line in card.words.lines if "Rosa" in line.text] == [
        "Rosa comes along and knows of Dec 1, 9:15 am. Tell Rosa it is Wed Dec 2, 9:15 am now."
    ]
    rosa.told_button.click()
    card = card_of(family)
    assert offered(card) == []
    assert "Rosa comes along to listen." in [line.text for line in card.words.lines]
    assert ROSA.id not in {each.person.id for each in words_to_send(family.visit(NEXT), read_around(family.parts))}


def test_who_does_not_come_along_any_more_is_told_so(family: Family) -> None:
    shown = move(family, Child.DROP)
    [rosa] = [each for each in shown.cards if each.message.person.id == ROSA.id]
    assert "you don’t need to come along to the visit for M. on Tue Dec 1 after all" in rosa.message.text
    assert family.visit(NEXT).appointment.companion_id is None


def test_the_button_on_the_card_notes_it_and_undo_takes_it_back(family: Family) -> None:
    move(family).close_button.click()
    dialogs = RideDialogs(family.parts, RideDeeds(family.parts.actions), family.window)
    nothing = {"print_slip": print, "log_time_off": print, "add_cost": print}
    wishing = Wishing(RideDeeds(family.parts.actions), dialogs, **nothing)
    wishing.do(Wish.COMPANY_TOLD, family.visit(NEXT), None)
    assert offered(card_of(family)) == []
    family.parts.actions.undo()
    assert offered(card_of(family)) == ["Rosa knows"]


def test_a_driver_who_comes_along_has_one_card_with_both(family: Family) -> None:
    along(family, BEN)
    now = family.workspace.clock.now()
    before = family.visit(FIRST).appointment
    family.run(partial(appointments.move, appointment=before, day=NEXT, clock=time(9, 15), now=now))
    [ben] = [each for each in words_to_send(family.visit(NEXT), read_around(family.parts)) if each.person.id == BEN.id]
    assert "that you come along to" in ben.text and "the ride for M." in ben.text
    assert offered(card_of(family)) == []  # the button of the ride stands for both
    RideDeeds(family.parts.actions).told(family.visit(NEXT).trips[0], BEN.id, "Ben")
    assert family.visit(NEXT).appointment.companion_day is None


def test_the_one_at_the_keyboard_is_not_told(family: Family) -> None:
    along(family, DANA)
    now = family.workspace.clock.now()
    before = family.visit(FIRST).appointment
    family.run(partial(appointments.move, appointment=before, day=NEXT, clock=time(9, 15), now=now))
    assert offered(card_of(family)) == []
    assert DANA.id not in {each.person.id for each in words_to_send(family.visit(NEXT), read_around(family.parts))}


def test_a_cancelled_visit_names_them_and_on_again_asks_them(family: Family) -> None:
    dialog = family.show(CancelDialog(family.parts, family.visit(FIRST), family.window))
    assert "Rosa comes along to listen." in dialog.drivers.text()
    dialog.save_button.click()
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, MessagesDialog)
    [rosa] = [each for each in shown.cards if each.message.person.id == ROSA.id]
    assert "is cancelled, so you don’t need to come along" in rosa.message.text
    rosa.told_button.click()
    shown.close_button.click()
    RideDialogs(family.parts, RideDeeds(family.parts.actions), family.window).restore(family.visit(FIRST))
    again = QApplication.activeModalWidget()
    assert isinstance(again, MessagesDialog)
    assert any("is on again. Could you come along?" in each.message.text for each in again.cards)
    again.close_button.click()
