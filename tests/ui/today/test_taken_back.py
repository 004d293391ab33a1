"""Undo around “How did it go?”: it acts on the fields, gives the filled card back, and never leaves a dead end."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta
from functools import partial
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.outcomes import Outcome
from caregiver_app.services import appointments
from caregiver_app.ui.rides.how_it_went import HowItWent
from caregiver_app.ui.today.panel import TodayPanel
from tests.stage import TODAY, Stage, spin

WORDS = "She was tired, but glad."


@pytest.fixture
def visit(stage: Stage, panel: TodayPanel) -> Appointment:
    """A visit that was added a moment ago and is over; its card is open."""
    visit = Appointment(title="Eye doctor", day=TODAY - timedelta(1), clock=time(10), minutes=30)
    stage.parts.actions.run("Add visit", partial(appointments.add, appointment=visit, now=stage.workspace.clock.now()))
    spin()
    panel.telling.lines[visit.id].tell_button.click()
    spin()
    return visit


def form_of(panel: TodayPanel) -> HowItWent:
    assert panel.telling.form is not None
    return panel.telling.form


def is_kept(stage: Stage, id: UUID) -> bool:
    return stage.workspace.read(lambda work: work.get(Appointment, id)) is not None


def told(stage: Stage, id: UUID) -> list[Outcome]:
    return stage.workspace.read(lambda work: work.where(Outcome, appointment_id=id))


def test_ctrl_z_in_a_field_never_takes_back_the_visit(stage: Stage, panel: TodayPanel, visit: Appointment) -> None:
    for field in form_of(panel).form.fields.values():
        field.control.setFocus()
        spin()
        QTest.keyClick(field.control, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        spin()
        assert is_kept(stage, visit.id)


def test_ctrl_z_takes_back_what_was_typed_in_a_field(panel: TodayPanel, visit: Appointment) -> None:
    parking = form_of(panel).form.parking
    parking.setFocus()
    QTest.keyClicks(parking, "12")
    QTest.keyClick(parking, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert parking.text() == ""


def test_a_visit_that_was_taken_back_is_brought_back_from_its_card(
    stage: Stage, panel: TodayPanel, visit: Appointment
) -> None:
    form = form_of(panel)
    form.form.notes.setPlainText(WORDS)
    stage.parts.actions.undo()
    spin()
    assert form.taken_back.isVisible() and form.taken_back.title.text() == "This visit was taken back"
    form.save_button.click()
    assert form.banner.isHidden() and not told(stage, visit.id)
    assert form.taken_back.button is not None
    form.taken_back.button.click()
    spin()
    assert form.taken_back.isHidden() and form.form.notes.toPlainText() == WORDS
    form.save_button.click()
    spin()
    assert [each.notes for each in told(stage, visit.id)] == [WORDS]


def test_redo_brings_it_back_too(stage: Stage, panel: TodayPanel, visit: Appointment) -> None:
    form = form_of(panel)
    form.form.notes.setPlainText(WORDS)
    stage.parts.actions.undo()
    stage.parts.actions.redo()
    spin()
    assert form.taken_back.isHidden()
    form.save_button.click()
    spin()
    assert told(stage, visit.id)


def test_an_empty_card_goes_with_its_visit(stage: Stage, panel: TodayPanel, visit: Appointment) -> None:
    stage.parts.actions.undo()
    spin()
    assert panel.telling.form is None


def test_a_visit_that_was_moved_meanwhile_can_be_told_of(stage: Stage, panel: TodayPanel, visit: Appointment) -> None:
    form = form_of(panel)
    form.form.notes.setPlainText(WORDS)
    stage.workspace.write(lambda work: work.put(replace(visit, clock=time(11))))
    form.save_button.click()
    spin()
    assert [each.notes for each in told(stage, visit.id)] == [WORDS]


def test_undo_after_saving_gives_the_filled_card_back(stage: Stage, panel: TodayPanel, visit: Appointment) -> None:
    form = form_of(panel).form
    form.notes.setPlainText(WORDS)
    form.miles.setText("18")
    form.parking.setText("12.50")
    form.next_step.setText("Call the clinic")
    form_of(panel).save_button.click()
    spin()
    assert panel.telling.form is None and told(stage, visit.id)
    stage.parts.actions.undo()
    spin()
    again = form_of(panel)
    assert again.visit.id == visit.id and again.has_words
    assert (again.form.notes.toPlainText(), again.form.next_step.text()) == (WORDS, "Call the clinic")
    assert (again.form.miles.text(), again.form.parking.text()) == ("18", "12.50")
    stage.parts.actions.redo()
    spin()
    assert panel.telling.form is None
    stage.parts.actions.undo()
    spin()
    assert form_of(panel).form.notes.toPlainText() == WORDS
    form_of(panel).save_button.click()
    spin()
    assert [each.notes for each in told(stage, visit.id)] == [WORDS]


def test_undo_does_not_fill_the_card_of_another_visit(stage: Stage, panel: TodayPanel, visit: Appointment) -> None:
    form_of(panel).form.notes.setPlainText(WORDS)
    form_of(panel).save_button.click()
    spin()
    next(iter(panel.telling.lines.values())).tell_button.click()
    spin()
    other = form_of(panel)
    other.form.notes.setPlainText("Another one.")
    stage.parts.actions.undo()
    spin()
    assert panel.telling.form is other and other.form.notes.toPlainText() == "Another one."
    other.forget()
    other.later_button.click()
    spin()
    assert form_of(panel).form.notes.toPlainText() == WORDS
