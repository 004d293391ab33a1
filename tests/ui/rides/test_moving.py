"""A visit moves: each ride and each other task is asked for, and one Undo takes all of it back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from caregiver_app.domain.calendar import Span
from caregiver_app.domain.rides import Leg
from caregiver_app.domain.tasks import State
from caregiver_app.services import appointments, people, tasks
from caregiver_app.services.appointments import Child
from caregiver_app.services.tasks import Scope
from caregiver_app.ui.rides.children import QuestionCard
from caregiver_app.ui.rides.deeds import RideDeeds
from caregiver_app.ui.rides.dialogs import RideDialogs
from caregiver_app.ui.rides.editor import VisitEditor
from caregiver_app.ui.rides.messages import MessagesDialog
from caregiver_app.ui.rides.moving import ChildrenDialog, MoveDialog, ask_children
from caregiver_app.ui.rides.scope import VisitScopeDialog
from caregiver_app.ui.theme import Theme
from tests.ui.rides.family import ANA, BEN, FIRST, KIDS, Family, dialog, family_in

NEW_DAY = date(2026, 12, 3)


@pytest.fixture
def family(theme: Theme, tmp_path: Path) -> Iterator[Family]:
    with family_in(tmp_path, theme) as opened:
        opened.run(partial(appointments.add_child, appointment=opened.visit(FIRST).appointment, task=KIDS))
        yield opened


@pytest.fixture
def moving(family: Family) -> MoveDialog:
    """The dialog for the first visit."""
    return family.show(MoveDialog(family.parts, family.visit(FIRST), family.window))


def card(moving: MoveDialog | ChildrenDialog, title: str) -> QuestionCard:
    """A question by its title."""
    return next(each for each in moving.questions.cards if each.question.title == title)


def test_a_day_is_picked_on_a_calendar_by_mouse_or_key(moving: MoveDialog) -> None:
    moving.when.pick_button.click()
    picker = moving.when.picker
    assert picker.isVisible()
    assert picker.selectedDate().toPython() == FIRST
    days = picker.findChild(QTableView)
    assert days is not None
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return):
        QTest.keyClick(days, key)
    assert not picker.isVisible()
    assert moving.when.day.text() == "Thu Dec 3"
    assert moving.when.day.hasFocus()
    moving.when.day.setText("dec 20")
    moving.when.pick_button.click()
    assert picker.selectedDate().toPython() == date(2026, 12, 20), "it begins at what is typed"


def type_day(moving: MoveDialog, day: str, clock: str = "") -> None:
    """Type a new day and leave the field."""
    moving.when.day.setText(day)
    if clock:
        moving.when.time.setText(clock)
    moving.when.day.editingFinished.emit()


def test_every_child_is_asked_for(moving: MoveDialog) -> None:
    assert [each.question.title for each in moving.questions.cards] == ["Ride there", "Ride home", KIDS.title]
    assert card(moving, "Ride there").question.sentence == "Ben said yes for Tue Dec 1, 8:35 am."
    assert [button.text() for button in card(moving, "Ride there").choices.values()] == [
        "Keep Ben, with a message to send", "Needs a driver again",
    ]  # fmt: skip
    assert [button.text() for button in card(moving, KIDS.title).choices.values()] == [
        "Move it too", "Leave it on Tue Dec 1, 8:30 am", "Take it off",
    ]  # fmt: skip


def test_move_with_all_children_and_one_undo(family: Family, moving: MoveDialog) -> None:
    before = family.visit(FIRST)
    type_day(moving, "12/3", "10:15")
    card(moving, "Ride home").choices[Child.DROP].click()
    moving.save_button.click()
    moved = family.visit(NEW_DAY)
    assert (moved.appointment.clock, moved.appointment.original) == (time(10, 15), FIRST)
    assert [item.day for item in moved.tasks] == [NEW_DAY]
    assert family.trip(NEW_DAY, Leg.THERE).drivers == (BEN.id,)
    assert family.agreed(NEW_DAY, Leg.THERE) == (FIRST, time(8, 35))
    assert family.trip(NEW_DAY, Leg.HOME).item.state is State.NEEDS_HELPER
    shown = dialog(MessagesDialog)
    texts = {each.message.person.first_name: each.area.toPlainText() for each in shown.cards}
    assert "from Dec 1 to Thu Dec 3, pick up 9:35 am" in texts["Ben"]
    assert "is not needed after all, because the visit has moved" in texts["Ana"]
    shown.close_button.click()
    assert family.parts.actions.undo_text() == "Undo Move visit to Thu Dec 3, 10:15 am"
    family.parts.actions.undo()
    after = family.visit(FIRST)
    assert (after.appointment, after.trips, after.tasks) == (before.appointment, before.trips, before.tasks)


@pytest.mark.parametrize(
    ("child", "words"),
    [
        (Child.FOLLOW, "Hi Ana, “Kids” has moved from Dec 1 to Thu Dec 3 at 8:30 am. Does that still work for you?"),
        (Child.DROP, "Hi Ana, “Kids” on Tue Dec 1 is not needed after all. Thank you, Dana"),
        (Child.STAY, ""),
    ],
)
def test_who_helps_at_home_is_told_too(family: Family, child: Child, words: str) -> None:
    (item,) = family.visit(FIRST).tasks
    family.run(partial(tasks.promise, item=item, person_id=ANA.id, now=family.workspace.clock.now()))
    moving = family.show(MoveDialog(family.parts, family.visit(FIRST), family.window))
    type_day(moving, "12/3")
    card(moving, KIDS.title).choices[child].click()
    moving.save_button.click()
    texts = [each.area.toPlainText() for each in dialog(MessagesDialog).cards]
    assert [text for text in texts if "Kids" in text and text.startswith(words)] == ([texts[-1]] if words else [])
    dialog(MessagesDialog).close_button.click()


@pytest.mark.parametrize(("child", "days"), [(Child.STAY, [FIRST]), (Child.DROP, [])])
def test_other_help_may_stay_or_go(family: Family, moving: MoveDialog, child: Child, days: list[date]) -> None:
    type_day(moving, "12/3")
    card(moving, KIDS.title).choices[child].click()
    moving.save_button.click()
    assert [item.day for item in family.visit(NEW_DAY).tasks] == days


def test_the_other_visits_of_the_series_stay(family: Family, moving: MoveDialog) -> None:
    type_day(moving, "12/3")
    moving.save_button.click()
    assert family.days() == [NEW_DAY, date(2026, 12, 22), date(2027, 1, 12), date(2027, 2, 2)]


def test_a_holiday_another_visit_and_a_driver_who_is_away_are_told_first(family: Family) -> None:
    ben = replace(BEN, away=(Span(date(2026, 12, 24), date(2026, 12, 26)),))
    family.run(partial(people.save, person=ben))
    moving = family.show(MoveDialog(family.parts, family.visit(FIRST), family.window))
    type_day(moving, "12/25")
    assert moving.facts.isVisible() and "Christmas Day" in moving.facts.sentence.text()
    assert "Ben said yes to the way there and is away that day." in card(moving, "Ride there").note.text()
    assert card(moving, "Ride home").note.text() == ""
    type_day(moving, "12/22")
    assert "“Infusion”" in moving.facts.sentence.text()
    type_day(moving, "12/3")
    assert not moving.facts.isVisible() and card(moving, "Ride there").note.isHidden()


def test_what_a_day_brings_is_seen_before_it_is_saved(family: Family, moving: MoveDialog) -> None:
    moving.when.day.setText("12/25")
    QTest.keyClick(moving.when.day, Qt.Key.Key_Return)
    assert moving.isVisible() and moving.facts.isVisible()
    assert moving.save_button.text() == "Move it anyway"
    assert family.days()[0] == FIRST
    QTest.keyClick(moving.when.day, Qt.Key.Key_Return)
    assert family.visit(date(2026, 12, 25)).appointment.original == FIRST
    dialog(MessagesDialog).close_button.click()


def test_what_was_seen_while_it_was_typed_needs_no_second_press(
    family: Family, moving: MoveDialog, qtbot: QtBot
) -> None:
    moving.when.day.setText("12/25")
    qtbot.waitUntil(moving.facts.isVisible)
    QTest.keyClick(moving.when.day, Qt.Key.Key_Return)
    assert family.visit(date(2026, 12, 25)).appointment.original == FIRST
    dialog(MessagesDialog).close_button.click()


@pytest.mark.parametrize(
    ("day", "clock", "field", "sentence"),
    [
        ("someday", "", "day", "We could not read “someday” as a day."),
        ("12/3", "25:00", "when", "There is no “25:00” on the clock."),
        ("12/3", "morning", "when", "A clock time fits here"),
        ("Dec 1", "", "day", "This is the day and time it has now."),
    ],
)
def test_what_can_not_be_read_stays(
    family: Family, moving: MoveDialog, day: str, clock: str, field: str, sentence: str
) -> None:
    type_day(moving, day, clock)
    typed = (moving.when.day.text(), moving.when.time.text())
    moving.save_button.click()
    assert moving.isVisible() and (moving.when.day.text(), moving.when.time.text()) == typed
    assert moving.fields[field].error.text().startswith(sentence)
    assert family.days()[0] == FIRST


def test_a_typed_pick_up_goes_along_with_the_time(family: Family) -> None:
    trip = family.trip(FIRST, Leg.THERE)
    visit = trip.appointment
    legs = [replace(trip.ride, pick_up=time(8, 40))]
    save = partial(appointments.save, before=visit, after=visit, scope=Scope.ONE, rides=legs)
    family.run(partial(save, now=family.parts.actions.clock.now()))
    moving = family.show(MoveDialog(family.parts, family.visit(FIRST), family.window))
    type_day(moving, "12/3", "8 am")
    moving.save_button.click()
    assert family.days()[0] == FIRST + timedelta(2)
    there = family.trip(FIRST + timedelta(2), Leg.THERE)
    assert there.ride.pick_up == time(7, 25)


# For the form of a visit


def answer_with(press: str, tick: Child | None = None) -> None:
    """Press a button of the questions once they are asked."""

    def go() -> None:
        found = QApplication.activeModalWidget()
        if not isinstance(found, ChildrenDialog):
            QTimer.singleShot(10, go)
            return
        if tick is not None:
            card(found, "Ride there").choices[tick].click()
        getattr(found, press).click()

    QTimer.singleShot(0, go)


def test_the_form_asks_and_gets_answers(family: Family) -> None:
    visit = family.visit(FIRST)
    answer_with("save_button", Child.DROP)
    answers = ask_children(family.parts, visit, NEW_DAY, time(9, 15), family.window)
    assert answers is not None
    assert sorted(answers.values()) == [Child.DROP, Child.FOLLOW, Child.FOLLOW]
    assert answers[visit.trips[0].item.task.id] is Child.DROP


def test_back_is_no_answer(family: Family) -> None:
    answer_with("back_button")
    assert ask_children(family.parts, family.visit(FIRST), NEW_DAY, time(9, 15), family.window) is None


def test_nothing_to_ask_is_answered_at_once(family: Family) -> None:
    unmoved = ask_children(family.parts, family.visit(FIRST), FIRST, time(9, 15), family.window)
    bare = ask_children(family.parts, family.visit(date(2027, 1, 12)), NEW_DAY, None, family.window)
    assert unmoved == bare == {}


def test_a_new_time_in_the_form_brings_the_words_for_every_driver(family: Family) -> None:
    form = VisitEditor(family.parts, visit=family.visit(FIRST), parent=family.window)
    family.show(form)
    form.time.setText("10:15")
    answer_with("save_button")
    QTimer.singleShot(0, partial(choose_all, form))
    form.save_button.click()
    shown = dialog(MessagesDialog)
    ben = next(each for each in shown.cards if each.message.person.id == BEN.id)
    assert ben.area.toPlainText().startswith("Hi Ben, 2 rides have moved:")
    assert "from 8:35 am to 9:35 am on Tue Dec 1" in ben.area.toPlainText()
    shown.close_button.click()


def choose_all(form: VisitEditor) -> None:
    """A new time counts for the whole series."""
    found = QApplication.activeModalWidget()
    if not isinstance(found, VisitScopeDialog):
        QTimer.singleShot(10, partial(choose_all, form))
        return
    found.choices[Scope.ALL].click()
    found.accept()


def test_the_words_can_be_had_again_from_the_menu(family: Family) -> None:
    visit, now = family.visit(FIRST), family.workspace.clock.now()
    move = partial(appointments.move, appointment=visit.appointment, day=NEW_DAY, clock=time(9, 15), now=now)
    family.run(move)
    dialogs = RideDialogs(family.parts, RideDeeds(family.parts.actions), family.window)
    dialogs.words(family.visit(NEW_DAY))
    assert [each.message.person.first_name for each in dialog(MessagesDialog).cards] == ["Ben", "Ana"]
    dialog(MessagesDialog).close_button.click()
