"""“How did it go?” on Today: one step with costs and time off, put off, and kept while things around it change."""

from __future__ import annotations

from datetime import time, timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.expenses import Expense
from caregiver_app.domain.leave.records import TimeOff
from caregiver_app.domain.outcomes import Outcome
from caregiver_app.services import appointments
from caregiver_app.ui.today.page import TodayPage
from caregiver_app.ui.today.panel import TodayPanel
from tests.stage import TODAY, Stage, spin


def test_how_it_went_is_one_step_with_costs_and_time_off(stage: Stage, panel: TodayPanel) -> None:
    assert panel.view is not None
    visit, read = panel.view.to_tell[0], stage.workspace.read
    planned = read(lambda work: work.where(TimeOff, appointment_id=visit.id))
    next(iter(panel.telling.lines.values())).tell_button.click()
    form = panel.telling.form
    assert form is not None
    form.form.parking.setText("12.50")
    form.form.tolls.setText("3")
    form.form.miles.setText("18")
    form.form.time_off.setText("2 hours")
    form.form.parking.setFocus()
    QTest.keyClick(form.form.parking, Qt.Key.Key_Return)
    spin()
    assert read(lambda work: work.where(Outcome, appointment_id=visit.id))
    costs = read(lambda work: work.where(Expense, appointment_id=visit.id))
    assert sorted(str(each.amount) for each in costs if each.amount)
    off = read(lambda work: work.where(TimeOff, appointment_id=visit.id))
    assert [each.minutes for each in off] == [120]
    assert panel.telling.form is None
    stage.parts.actions.undo()
    spin()
    assert read(lambda work: work.where(TimeOff, appointment_id=visit.id)) == planned
    assert not read(lambda work: work.where(Expense, appointment_id=visit.id))
    assert not read(lambda work: work.where(Outcome, appointment_id=visit.id))


def test_not_now_is_not_asked_again_today(panel: TodayPanel) -> None:
    for each in list(panel.telling.lines.values()):
        each.later_button.click()
    assert not panel.telling.lines
    panel.reload()
    spin()
    assert not panel.telling.lines


def test_what_is_typed_stays_when_the_letters_grow(stage: Stage, panel: TodayPanel) -> None:
    next(iter(panel.telling.lines.values())).tell_button.click()
    assert panel.telling.form is not None
    panel.telling.form.form.home_at.setText("4:")
    panel.telling.form.form.notes.setPlainText("She was tired, but glad.")
    panel.telling.form.form.notes.setFocus()
    stage.parts.theme.bigger()
    spin()
    page = stage.window.page
    assert isinstance(page, TodayPage)
    assert page.panel is not panel
    form = page.panel.telling.form
    assert form is not None
    assert form.form.home_at.text() == "4:"
    assert form.form.notes.toPlainText() == "She was tired, but glad."
    assert form.form.notes.hasFocus()


def test_what_was_put_off_stays_so_when_the_letters_grow(stage: Stage, panel: TodayPanel) -> None:
    for each in list(panel.telling.lines.values()):
        each.later_button.click()
    stage.parts.theme.bigger()
    spin()
    page = stage.window.page
    assert isinstance(page, TodayPage)
    assert not page.panel.telling.lines


@pytest.mark.parametrize(("typed", "minutes"), [("3.5", 210), ("2", 120), ("45 min", 45), ("1:30", 90)])
def test_a_bare_number_of_time_off_is_hours(panel: TodayPanel, typed: str, minutes: int) -> None:
    next(iter(panel.telling.lines.values())).tell_button.click()
    assert panel.telling.form is not None
    form = panel.telling.form.form
    form.time_off.setText(typed)
    assert form.read().time_off == minutes


def test_the_time_away_is_filled_in_and_follows_when_they_were_home(stage: Stage, panel: TodayPanel) -> None:
    visit = Appointment(title="Eye doctor", day=TODAY - timedelta(2), clock=time(10), minutes=30)
    stage.parts.actions.run("Add visit", partial(appointments.add, appointment=visit, now=stage.workspace.clock.now()))
    spin()
    panel.telling.lines[visit.id].tell_button.click()
    assert panel.telling.form is not None
    form = panel.telling.form.form
    form.home_at.setText("11:00 am")
    assert form.time_off.text() == "1 hour 15 min"
    form.home_at.setText("12:15 pm")
    assert form.time_off.text() == "2 hours 30 min"
    form.home_at.setText("12:")
    assert form.time_off.text() == "2 hours 30 min"
    QTest.keyClick(form.home_at, Qt.Key.Key_End)
    form.home_at.setText("12:15 pm")
    QTest.keyClick(form.home_at, Qt.Key.Key_Return)
    spin()
    off = stage.workspace.read(lambda work: work.where(TimeOff, appointment_id=visit.id))
    assert [each.minutes for each in off] == [150]


def test_an_hour_that_is_not_on_the_clock_changes_no_time_away(stage: Stage, panel: TodayPanel) -> None:
    visit = Appointment(title="Eye doctor", day=TODAY - timedelta(2), clock=time(10), minutes=30)
    stage.parts.actions.run("Add visit", partial(appointments.add, appointment=visit, now=stage.workspace.clock.now()))
    spin()
    panel.telling.lines[visit.id].tell_button.click()
    assert panel.telling.form is not None
    form = panel.telling.form.form
    before = form.time_off.text()
    form.home_at.setFocus()
    form.home_at.selectAll()
    QTest.keyClicks(form.home_at, "24")
    QTest.keyClick(form.home_at, Qt.Key.Key_Tab)
    assert form.fields["home_at"].error.text()
    assert form.time_off.text() == before


def test_an_hour_that_is_not_on_the_clock_tells_no_time_away(stage: Stage, panel: TodayPanel) -> None:
    visit = Appointment(title="Eye doctor", day=TODAY - timedelta(1), clock=time(10), minutes=30)  # no day of work
    stage.parts.actions.run("Add visit", partial(appointments.add, appointment=visit, now=stage.workspace.clock.now()))
    spin()
    panel.telling.lines[visit.id].tell_button.click()
    assert panel.telling.form is not None
    form = panel.telling.form.form
    assert "They were away" in form.fields["time_off"].help.text()
    form.home_at.setFocus()
    form.home_at.selectAll()
    QTest.keyClicks(form.home_at, "24")
    assert "They were away" not in form.fields["time_off"].help.text()


def test_time_off_that_was_typed_or_cleared_stays_so(stage: Stage, panel: TodayPanel) -> None:
    visit = Appointment(title="Eye doctor", day=TODAY - timedelta(2), clock=time(10), minutes=30)
    stage.parts.actions.run("Add visit", partial(appointments.add, appointment=visit, now=stage.workspace.clock.now()))
    spin()
    panel.telling.lines[visit.id].tell_button.click()
    assert panel.telling.form is not None
    form = panel.telling.form.form
    form.time_off.clear()
    form.home_at.setText("12:15 pm")
    assert form.time_off.text() == ""
    panel.telling.form.save()
    assert not stage.workspace.read(lambda work: work.where(TimeOff, appointment_id=visit.id))


def test_after_saving_the_page_keeps_its_place(stage: Stage, panel: TodayPanel) -> None:
    next(iter(panel.telling.lines.values())).tell_button.click()
    spin()
    form = panel.telling.form
    assert form is not None
    form.save_button.setFocus()
    spin()
    QTest.keyClick(form.save_button, Qt.Key.Key_Space)
    spin()
    focus = stage.window.focusWidget()
    stops = [*panel.telling.stops(), *(each for card in panel.cards() for each in card.stops())]
    assert focus is next(each for each in stops if each.isVisible())
    assert not focus.visibleRegion().isEmpty()
