"""Nobody who said yes or was asked is left without word when a ride is taken away, changes hands, or is on again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from caregiver_app.domain.people import Person
from caregiver_app.domain.places import Place
from caregiver_app.domain.rides import Leg
from caregiver_app.domain.tasks import Answer
from caregiver_app.services import appointments, people, rides, tasks
from caregiver_app.services.appointments import Child
from caregiver_app.services.tasks import Scope
from caregiver_app.ui.rides.cancelling import CancelDialog
from caregiver_app.ui.rides.deeds import RideDeeds
from caregiver_app.ui.rides.dialogs import RideDialogs
from caregiver_app.ui.rides.driver import DriverChooser
from caregiver_app.ui.rides.editor import VisitEditor
from caregiver_app.ui.rides.messages import MessagesDialog
from caregiver_app.ui.rides.moving import ChildrenDialog, MoveDialog
from caregiver_app.ui.rides.scope import VisitScopeDialog
from caregiver_app.ui.rides.sliding import SlideDialog
from caregiver_app.ui.theme import Theme
from tests.ui.rides.family import ANA, BEN, FIRST, KIDS, SECOND, Family, dialog, family_in

CLEO = Person(name="Cleo Marsh", phone="555-0163", drives=True)
HILL = Place(name="Hill Clinic", travel_minutes=25)
NEW_DAY = date(2026, 12, 3)


@pytest.fixture
def family(theme: Theme, tmp_path: Path) -> Iterator[Family]:
    with family_in(tmp_path, theme) as opened:
        opened.run(partial(people.save, person=CLEO))
        yield opened


def texts() -> dict[str, str]:
    """The words for each person who is to be told; the dialog is closed again."""
    shown = QApplication.activeModalWidget()
    if not isinstance(shown, MessagesDialog):
        return {}
    found = {card.message.person.first_name: card.area.toPlainText() for card in shown.cards}
    assert len(found) == len(shown.cards), "each person is told once"
    shown.close_button.click()
    return found


def ask(family: Family, day: date, leg: Leg, person: Person = CLEO) -> None:
    """Somebody was asked and has not answered."""
    now = family.workspace.clock.now()
    family.run(partial(rides.ask, trip=family.trip(day, leg), person_id=person.id, now=now))


def save_form(form: VisitEditor, scope: Scope = Scope.ONE) -> None:
    """Save, and answer for how much of the series it counts."""

    def choose() -> None:
        found = QApplication.activeModalWidget()
        if isinstance(found, VisitScopeDialog):
            found.choices[scope].click()
            found.accept()

    QTimer.singleShot(0, choose)
    form.save_button.click()


def form_of(family: Family, day: date) -> VisitEditor:
    return family.show(VisitEditor(family.parts, visit=family.visit(day), parent=family.window))


# The form


def test_a_ride_that_is_unticked_is_told_to_its_driver(family: Family) -> None:
    form = form_of(family, FIRST)
    form.ticks[Leg.HOME].click()
    save_form(form)
    assert list(texts()) == ["Ana"]


def test_a_ride_that_is_unticked_for_all_is_told_to_every_driver(family: Family) -> None:
    ask(family, date(2027, 1, 12), Leg.THERE)
    form = form_of(family, FIRST)
    form.ticks[Leg.THERE].click()
    save_form(form, Scope.ALL)
    found = texts()
    assert sorted(found) == ["Ben", "Cleo"]
    assert found["Ben"].startswith("Hi Ben, 2 rides are not needed after all: the ride for M. on Tue Dec 1 at 8:35 am")
    assert "not needed after all. You don’t need to answer any more." in found["Cleo"]


def test_another_driver_in_the_form(family: Family) -> None:
    form = form_of(family, FIRST)
    form.legs[Leg.THERE].driver.choose(ANA.id)
    save_form(form)
    assert texts() == {
        "Ben": "Hi Ben, the ride for M. on Tue Dec 1 at 8:35 am is taken care of now, so you don’t need to drive. "
        "Thank you, Dana"
    }


def test_nobody_yet_in_the_form(family: Family) -> None:
    form = form_of(family, FIRST)
    form.legs[Leg.THERE].driver.choose(None)
    save_form(form)
    assert texts() == {"Ben": "Hi Ben, you don’t need to drive on Tue Dec 1 at 8:35 am after all. Thank you, Dana"}


def test_another_note_is_no_news(family: Family) -> None:
    visit, now = family.visit(FIRST), family.workspace.clock.now()
    family.run(partial(appointments.move, appointment=visit.appointment, day=NEW_DAY, clock=time(9, 15), now=now))
    form = form_of(family, NEW_DAY)
    form.more.notes.setPlainText("Second floor")
    save_form(form)
    assert texts() == {}


def test_another_place_is_told(family: Family) -> None:
    visit, now = family.visit(FIRST), family.workspace.clock.now()
    move = partial(appointments.save, before=visit.appointment, scope=Scope.ONE, place=HILL, now=now)
    family.run(partial(move, after=replace(visit.appointment, place_id=HILL.id)))
    RideDialogs(family.parts, RideDeeds(family.parts.actions), family.window).words(family.visit(FIRST))
    found = texts()
    assert "the ride for M. on Tue Dec 1 at 8:35 am has changed. It goes to Hill Clinic now." in found["Ben"]
    assert "It starts at Hill Clinic now." in found["Ana"]


# Choosing a driver


def test_who_had_said_yes_is_told_when_another_one_takes_over(family: Family) -> None:
    ask(family, SECOND, Leg.HOME)
    trip = family.trip(SECOND, Leg.THERE)
    chooser = family.show(DriverChooser(family.parts, family.visit(SECOND), trip, family.window))
    chooser.give(ANA)
    found = texts()
    assert family.trip(SECOND, Leg.THERE).drivers == (ANA.id,)
    assert list(found) == ["Ben"] and "is taken care of now, so you don’t need to drive." in found["Ben"]


def test_who_was_asked_is_told_when_another_one_drives(family: Family) -> None:
    ask(family, SECOND, Leg.HOME)
    trip = family.trip(SECOND, Leg.HOME)
    chooser = family.show(DriverChooser(family.parts, family.visit(SECOND), trip, family.window))
    chooser.give(ANA)
    assert "You don’t need to answer any more." in texts()["Cleo"]


def test_who_cancels_is_told_nothing(family: Family) -> None:
    trip, now = family.trip(SECOND, Leg.THERE), family.workspace.clock.now()
    family.run(partial(rides.cant_come, trip=trip, person_id=BEN.id, now=now))
    chooser = family.show(
        DriverChooser(family.parts, family.visit(SECOND), family.trip(SECOND, Leg.THERE), family.window)
    )
    chooser.give(ANA)
    assert texts() == {}


# The menu


def test_a_visit_that_is_removed_is_told_to_all(family: Family) -> None:
    ask(family, FIRST, Leg.THERE)
    dialogs = RideDialogs(family.parts, RideDeeds(family.parts.actions), family.window)
    family.run(partial(appointments.add_child, appointment=family.visit(FIRST).appointment, task=KIDS))
    (item,) = family.visit(FIRST).tasks
    family.run(partial(tasks.promise, item=item, person_id=ANA.id, now=family.workspace.clock.now()))
    remove_with(dialogs, family, Scope.LATER)
    found = texts()
    assert sorted(found) == ["Ana", "Ben", "Cleo"]
    assert found["Ben"].startswith("Hi Ben, 2 rides are not needed after all")
    assert "Kids" not in found["Ana"]  # that task stays


def remove_with(dialogs: RideDialogs, family: Family, scope: Scope) -> None:
    def choose() -> None:
        found = QApplication.activeModalWidget()
        assert isinstance(found, VisitScopeDialog)
        found.choices[scope].click()
        found.accept()

    QTimer.singleShot(0, choose)
    dialogs.remove(family.visit(FIRST))


def test_planned_again_asks_each_driver_again(family: Family) -> None:
    visit, now = family.visit(SECOND), family.workspace.clock.now()
    family.promise(SECOND, Leg.HOME, BEN)
    visit = family.visit(SECOND)
    family.run(partial(appointments.cancel, appointment=visit.appointment, now=now))
    RideDialogs(family.parts, RideDeeds(family.parts.actions), family.window).restore(family.visit(SECOND))
    assert family.trip(SECOND, Leg.THERE).item.waiting == (BEN.id,)
    found = texts()
    assert list(found) == ["Ben"]
    assert found["Ben"].startswith("Hi Ben, could you drive M. on Tue Dec 22? Pick up 8:35 am, home about ")


def test_who_was_not_told_that_a_visit_is_off_can_be_told_later(family: Family) -> None:
    cancelling = family.show(CancelDialog(family.parts, family.visit(FIRST), family.window))
    cancelling.save_button.click()
    shown = dialog(MessagesDialog)
    next(card for card in shown.cards if card.message.person.id == ANA.id).told_button.click()
    shown.close_button.click()
    dialogs = RideDialogs(family.parts, RideDeeds(family.parts.actions), family.window)
    dialogs.words(family.visit(FIRST))
    found = texts()
    assert list(found) == ["Ben"] and "because the visit is cancelled." in found["Ben"]


# Who was asked


def test_who_was_asked_hears_of_the_new_day(family: Family) -> None:
    ask(family, SECOND, Leg.HOME)
    moving = family.show(MoveDialog(family.parts, family.visit(SECOND), family.window))
    moving.when.day.setText("12/23")
    moving.when.day.editingFinished.emit()
    moving.save_button.click()
    assert "from Dec 22 to Wed Dec 23, about 12:15 pm. Could you drive then?" in texts()["Cleo"]


def test_both_who_were_asked_can_be_noted_as_told(family: Family) -> None:
    ask(family, SECOND, Leg.HOME)
    ask(family, SECOND, Leg.HOME, ANA)
    moving = family.show(MoveDialog(family.parts, family.visit(SECOND), family.window))
    moving.when.day.setText("12/23")
    moving.when.day.editingFinished.emit()
    moving.save_button.click()
    shown = dialog(MessagesDialog)
    for card in shown.cards:
        card.told_button.click()
    assert all("knows" in card.state.text() for card in shown.cards)
    assert family.agreed(date(2026, 12, 23), Leg.HOME) == (None, None)
    shown.close_button.click()


def test_who_was_asked_hears_of_a_visit_that_is_off(family: Family) -> None:
    ask(family, SECOND, Leg.HOME)
    cancelling = family.show(CancelDialog(family.parts, family.visit(SECOND), family.window))
    cancelling.save_button.click()
    assert "the visit is cancelled. You don’t need to answer any more." in texts()["Cleo"]


def test_who_was_asked_hears_of_a_slide(family: Family) -> None:
    ask(family, SECOND, Leg.HOME)
    sliding = family.show(SlideDialog(family.parts, family.visit(SECOND), family.window))
    sliding.save_button.click()
    assert "from Dec 22 to Tue Dec 29, about 12:15 pm. Could you drive then?" in texts()["Cleo"]


def test_who_has_said_no_hears_nothing(family: Family) -> None:
    ask(family, SECOND, Leg.HOME)
    trip, now = family.trip(SECOND, Leg.HOME), family.workspace.clock.now()
    family.run(partial(rides.answer, trip=trip, person_id=CLEO.id, answer=Answer.NOT_THIS_TIME, now=now))
    cancelling = family.show(CancelDialog(family.parts, family.visit(SECOND), family.window))
    cancelling.save_button.click()
    assert list(texts()) == ["Ben"]


# Other help


@pytest.mark.parametrize(
    ("child", "change"), [(Child.FOLLOW, "from 8:30 am to 9:30 am on Tue Dec 1"), (Child.STAY, "")]
)
def test_a_new_time_on_the_same_day_is_asked_of_other_help(family: Family, child: Child, change: str) -> None:
    family.run(partial(appointments.add_child, appointment=family.visit(FIRST).appointment, task=KIDS))
    (item,) = family.visit(FIRST).tasks
    family.run(partial(tasks.promise, item=item, person_id=CLEO.id, now=family.workspace.clock.now()))
    form = form_of(family, FIRST)
    form.time.setText("10:15")
    answer_twice(child)
    form.save_button.click()
    assert texts().get("Cleo", "") == (
        f"Hi Cleo, “Kids” has moved {change}. Does that still work for you? If not, no problem at all. Thank you, Dana"
        if change
        else ""
    )


def answer_twice(child: Child) -> None:
    """For this visit alone; and what becomes of the help."""

    def go() -> None:
        found = QApplication.activeModalWidget()
        if isinstance(found, VisitScopeDialog):
            found.choices[Scope.ONE].click()
            found.accept()
            QTimer.singleShot(10, go)
        elif isinstance(found, ChildrenDialog):
            next(card for card in found.questions.cards if card.question.title == KIDS.title).choices[child].click()
            found.save_button.click()
        else:
            QTimer.singleShot(10, go)

    QTimer.singleShot(0, go)
