"""“How did it go?” is told once, with Enter, and one Undo takes all of it back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caregiver_app.domain.appointments import AppointmentStatus
from caregiver_app.domain.calendar import Span
from caregiver_app.domain.expenses import Expense
from caregiver_app.domain.rides import Leg
from caregiver_app.domain.tasks import Item, State
from caregiver_app.services import rides, tasks
from caregiver_app.ui.rides.cancelling import CancelDialog
from caregiver_app.ui.rides.how_it_went import HowItWent, TellDialog
from caregiver_app.ui.theme import Theme
from tests.ui.rides.family import ANA, CHECK, DANA, TODAY, Family, dialog, family_in


@pytest.fixture
def family(theme: Theme, tmp_path: Path) -> Iterator[Family]:
    with family_in(tmp_path, theme) as opened:
        yield opened


@pytest.fixture
def card(family: Family, qtbot: QtBot) -> HowItWent:
    """The card of the visit that is over."""
    made = HowItWent(family.parts, family.visit(CHECK.day, CHECK.title))
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


def on_board(family: Family, title: str) -> list[Item]:
    """The times of a task on the board."""
    span = Span(TODAY - timedelta(7), TODAY + timedelta(30))
    return [item for item in family.workspace.read(partial(tasks.plan, span=span)).items() if item.task.title == title]


def test_what_is_known_stands_there(card: HowItWent) -> None:
    form = card.form
    assert (form.home_at.text(), form.miles.text(), form.parking.text(), form.tolls.text()) == ("9:55 am", "", "", "")
    assert card.accessibleDescription() == "Blood draw, Fri Nov 20, 9:00 am"


def test_miles_that_others_drove_are_not_the_caregivers(family: Family, card: HowItWent) -> None:
    assert card.form.fields["miles"].help.text() == "Only those you drove yourself."
    card.save_button.click()
    assert family.workspace.read(lambda work: work.all(Expense)) == []


def test_the_way_that_the_caregiver_drove_is_theirs(family: Family, qtbot: QtBot) -> None:
    home = family.visit(CHECK.day, CHECK.title).trip(Leg.HOME)
    now = family.workspace.clock.now()
    assert home is not None
    family.run(partial(rides.free, trip=home, person_id=ANA.id, now=now))
    home = family.visit(CHECK.day, CHECK.title).trip(Leg.HOME)
    assert home is not None
    family.run(partial(rides.promise, trip=home, person_id=DANA.id, now=now))
    card = HowItWent(family.parts, family.visit(CHECK.day, CHECK.title))
    qtbot.addWidget(card)
    assert card.form.miles.text() == "12.5"


def test_of_several_wrong_lines_the_first_has_the_keyboard(card: HowItWent) -> None:
    for line in (card.form.miles, card.form.parking, card.form.tolls):
        line.setFocus()
        line.selectAll()
        QTest.keyClicks(line, "?")
    QTest.keyClick(card.form.tolls, Qt.Key.Key_Return)
    assert card.form.miles.hasFocus()


def test_enter_saves_all_and_one_undo_takes_it_back(family: Family, card: HowItWent, qtbot: QtBot) -> None:
    before = family.visit(CHECK.day, CHECK.title)
    card.form.miles.setText("25")
    card.form.parking.setText("$12")
    card.form.tolls.setText("3.5")
    card.form.notes.setPlainText("Results on Monday.")
    card.form.next_step.setText("Call about the results")
    card.form.next_day.setText("mon")
    with qtbot.waitSignal(card.done):
        QTest.keyClick(card.form.miles, Qt.Key.Key_Return)
    told = family.visit(CHECK.day, CHECK.title)
    assert told.outcome is not None
    assert (told.outcome.home_at, told.outcome.miles) == (time(9, 55), Decimal(25))
    assert (told.outcome.parking, told.outcome.tolls) == (Decimal(12), Decimal("3.5"))
    assert told.outcome.notes == "Results on Monday."
    assert told.appointment.status is AppointmentStatus.DONE
    assert [trip.item.state for trip in told.trips] == [State.DONE] * 2
    assert [item.day for item in on_board(family, "Call about the results")] == [date(2026, 11, 23)]
    assert family.parts.actions.undo_text() == "Undo Tell how “Blood draw” went"
    family.parts.actions.undo()
    after = family.visit(CHECK.day, CHECK.title)
    assert (after.appointment, after.trips, after.outcome) == (before.appointment, before.trips, None)
    assert on_board(family, "Call about the results") == []


def test_enter_saves_from_the_note_and_shift_enter_goes_on(family: Family, card: HowItWent, qtbot: QtBot) -> None:
    card.form.notes.setFocus()
    QTest.keyClicks(card.form.notes, "one")
    QTest.keyClick(card.form.notes, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(card.form.notes, "two")
    with qtbot.waitSignal(card.done):
        QTest.keyClick(card.form.notes, Qt.Key.Key_Return)
    outcome = family.visit(CHECK.day, CHECK.title).outcome
    assert outcome is not None and outcome.notes.split() == ["one", "two"]


def test_a_next_step_without_a_day_is_for_tomorrow(family: Family, card: HowItWent) -> None:
    card.form.next_step.setText("Pick up the papers")
    card.save_button.click()
    assert [item.day for item in on_board(family, "Pick up the papers")] == [TODAY + timedelta(1)]


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("parking", "12,5", "We could not read “12,5” as dollars. Did you mean 12.50?"),
        ("tolls", "12.5.0", "We could not read “12.5.0” as dollars."),
        ("miles", "far", "We could not read “far” as miles."),
        ("miles", "99999", "Type the miles there and back"),
        ("home_at", "25:00", "There is no “25:00” on the clock."),
        ("home_at", "morning", "A clock time fits here"),
        ("next_day", "someday", "We could not read “someday” as a day."),
    ],
)
def test_what_can_not_be_read_stays_with_all_the_rest(
    family: Family, card: HowItWent, field: str, typed: str, sentence: str
) -> None:
    card.form.notes.setPlainText("A long day.")
    line = card.form.fields[field].control
    line.setText(typed)  # type: ignore[attr-defined]
    card.save_button.click()
    assert card.form.fields[field].error.text().startswith(sentence)
    assert line.text() == typed and line.hasFocus()  # type: ignore[attr-defined]
    assert card.form.notes.toPlainText() == "A long day."
    assert family.visit(CHECK.day, CHECK.title).outcome is None


def test_a_day_alone_is_no_next_step(card: HowItWent) -> None:
    card.form.next_day.setText("fri")
    card.save_button.click()
    assert card.form.fields["next_step"].error.text() == "Type what comes next, or leave its day empty."


def test_a_line_shows_back_what_was_understood(card: HowItWent) -> None:
    card.form.parking.setText("1,200.5 dollars")
    card.form.parking.editingFinished.emit()
    assert card.form.parking.text() == "1200.50"
    card.form.home_at.setText("1p")
    card.form.home_at.editingFinished.emit()
    assert card.form.home_at.text() == "1:00 pm"


def test_not_now_waits(family: Family, card: HowItWent) -> None:
    heard: list[UUID] = []
    card.put_off.connect(heard.append)
    card.later_button.click()
    assert card.isHidden() and heard == [card.visit.id]
    assert family.visit(CHECK.day, CHECK.title).appointment.is_planned


def test_it_did_not_take_place(family: Family, card: HowItWent, qtbot: QtBot) -> None:
    card.off_button.click()
    with qtbot.waitSignal(card.done):
        dialog(CancelDialog).save_button.click()
    assert family.visit(CHECK.day, CHECK.title).appointment.status is AppointmentStatus.CANCELLED


def test_what_was_told_can_be_corrected_later(family: Family, card: HowItWent) -> None:
    card.form.parking.setText("12")
    card.form.next_step.setText("Call about the results")
    card.save_button.click()
    again = family.show(TellDialog(family.parts, family.visit(CHECK.day, CHECK.title), family.window))
    assert (again.form.parking.text(), again.form.next_step.text()) == ("12", "Call about the results")
    again.form.parking.setText("14")
    again.form.next_step.setText("Call the nurse about the results")
    QTest.keyClick(again.form.parking, Qt.Key.Key_Return)
    outcome = family.visit(CHECK.day, CHECK.title).outcome
    assert outcome is not None and outcome.parking == Decimal(14)
    assert on_board(family, "Call about the results") == []
    assert len(on_board(family, "Call the nurse about the results")) == 1
