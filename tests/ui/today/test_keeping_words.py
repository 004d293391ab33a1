"""What is typed on “How did it go?” is not lost: Not now, another visit and the end of the program ask first."""

from __future__ import annotations

from datetime import time, timedelta
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication

from caregiver_app.domain.appointments import Appointment
from caregiver_app.services import appointments
from caregiver_app.ui.leaving import leave
from caregiver_app.ui.questions import Question
from caregiver_app.ui.rides.how_it_went import HowItWent
from caregiver_app.ui.today.page import TodayPage
from caregiver_app.ui.today.panel import TodayPanel
from tests.stage import TODAY, Stage, spin

WORDS = "She was tired, but glad."


@pytest.fixture
def form(panel: TodayPanel) -> HowItWent:
    """The form of a visit that is over, with words in it."""
    next(iter(panel.telling.lines.values())).tell_button.click()
    spin()
    form = panel.telling.form
    assert form is not None
    form.form.notes.setPlainText(WORDS)
    return form


def asked() -> Question:
    question = QApplication.activeModalWidget()
    assert isinstance(question, Question)
    assert question.windowTitle() == "Keep what you typed?"
    return question


def answer(*, keep: bool) -> None:
    question = asked()
    (question.yes_button if keep else question.no_button).click()
    spin()


def test_not_now_asks_before_words_go(panel: TodayPanel, form: HowItWent) -> None:
    form.later_button.click()
    answer(keep=True)
    assert panel.telling.form is form and form.isVisible()
    assert form.form.notes.toPlainText() == WORDS
    form.later_button.click()
    answer(keep=False)
    assert panel.telling.form is None


def test_esc_keeps_the_words(panel: TodayPanel, form: HowItWent) -> None:
    form.later_button.click()
    asked().reject()
    spin()
    assert panel.telling.form is form and form.form.notes.toPlainText() == WORDS


def test_without_a_word_nothing_is_asked(panel: TodayPanel, form: HowItWent) -> None:
    form.form.notes.clear()
    form.later_button.click()
    assert QApplication.activeModalWidget() is None
    assert panel.telling.form is None


def test_it_did_not_take_place_asks_before_words_go(panel: TodayPanel, form: HowItWent) -> None:
    form.off_button.click()
    answer(keep=True)
    assert QApplication.activeModalWidget() is None
    assert form.form.notes.toPlainText() == WORDS


def test_another_visit_does_not_take_its_place_without_a_question(
    stage: Stage, panel: TodayPanel, form: HowItWent
) -> None:
    visit = Appointment(title="Eye doctor", day=TODAY - timedelta(1), clock=time(10), minutes=30)
    stage.parts.actions.run("Add visit", partial(appointments.add, appointment=visit, now=stage.workspace.clock.now()))
    spin()
    panel.telling.lines[visit.id].tell_button.click()
    answer(keep=True)
    assert panel.telling.form is form
    panel.telling.lines[visit.id].tell_button.click()
    answer(keep=False)
    assert panel.telling.form.visit.id == visit.id


@pytest.mark.parametrize("tab", ["today", "tasks"])
def test_the_end_asks_on_whatever_tab_the_words_stand(
    stage: Stage, panel: TodayPanel, form: HowItWent, tab: str
) -> None:
    stage.window.show_tab(tab)
    leave(stage.window)
    assert stage.window.isVisible()
    assert isinstance(stage.window.page, TodayPage)
    answer(keep=True)
    assert stage.window.isVisible() and form.form.notes.toPlainText() == WORDS
    leave(stage.window)
    answer(keep=False)
    assert not stage.window.isVisible()


def test_closing_the_window_asks_on_rides_too(stage: Stage, panel: TodayPanel) -> None:
    stage.window.show_tab("rides")
    spin(10)
    coming = stage.window.page.panel.coming  # type: ignore[union-attr]
    coming.went.tell_button.click()
    spin()
    assert isinstance(coming.went, HowItWent)
    coming.went.form.parking.setText("12")
    stage.window.close()
    answer(keep=True)
    assert stage.window.isVisible() and coming.went.form.parking.text() == "12"


def test_the_end_asks_after_the_letters_have_grown_on_another_tab(
    stage: Stage, panel: TodayPanel, form: HowItWent
) -> None:
    stage.window.show_tab("tasks")
    stage.parts.theme.bigger()
    spin()
    stage.window.close()
    answer(keep=True)
    page = stage.window.page
    assert isinstance(page, TodayPage) and page.panel.telling.form is not None
    assert page.panel.telling.form.form.notes.toPlainText() == WORDS
