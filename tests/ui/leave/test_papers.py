"""Paper clocks: started in plain words, reminded of, done, and taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from caregiver_app.domain.leave.papers import Clock
from caregiver_app.domain.leave.records import LeavePaper
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.services import leave
from caregiver_app.ui.leave.papers import PapersDialog, read_duration
from caregiver_app.ui.theme import Theme
from tests.ui.leave.working import JOB, TODAY, Working, at_work, shown


@pytest.fixture
def working(theme: Theme, tmp_path: Path) -> Iterator[Working]:
    with at_work(tmp_path, theme) as opened:
        yield opened


@pytest.fixture
def form(working: Working) -> PapersDialog:
    return working.show(PapersDialog(working.parts, working.view(), working.window))


def kept(working: Working) -> list[LeavePaper]:
    """The clocks in the file."""
    return [running.paper for running in working.view().papers]


def start(form: PapersDialog, clock: Clock, day: str = "Nov 20") -> None:
    form.what.choose(clock)
    form.start.setText(day)
    form.save_button.click()


@pytest.mark.parametrize(
    ("clock", "says"),
    [
        (Clock.CERTIFICATION_DUE, "Your doctor form (certification) is due at work by Dec 5."),
        (Clock.CERTIFICATION_CURE, "Send what was missing in your doctor form by Nov 27."),
        (Clock.ELIGIBILITY_NOTICE, "Work tells you by about Nov 27 if you can take leave."),
        (Clock.BALANCE_REQUEST, "You may ask work for your balance from Dec 20 on."),
        (Clock.RECERTIFICATION, "Your doctor form (certification) may need an update from Dec 20 on."),
    ],
)
def test_the_day_is_shown_before_the_clock_is_started(form: PapersDialog, clock: Clock, says: str) -> None:
    form.what.choose(clock)
    form.start.setText("Nov 20")
    assert form.preview.text() == says
    form.save_button.click()
    assert [row.words for row in form.rows] == [says]
    assert form.isVisible()


def test_the_line_for_the_day_is_called_what_that_clock_counts_from(form: PapersDialog) -> None:
    form.what.choose(Clock.CERTIFICATION_CURE)
    assert form.fields["start"].label.text() == form.start.accessibleName() == "Day work wrote what is missing"


def test_planned_leave_is_told_thirty_days_ahead(form: PapersDialog) -> None:
    start(form, Clock.NOTICE_BY, "Jan 4")
    assert [row.words for row in form.rows] == ["Tell work about this leave by Dec 5."]


def test_a_health_plan_needs_the_day_of_the_notice(working: Working, form: PapersDialog) -> None:
    form.what.choose(Clock.PREMIUM_STOP)
    form.start.setText("Nov 1")
    assert form.fields["notice_mailed"].isVisible()
    form.save_button.click()
    assert form.fields["notice_mailed"].error.text()
    assert not kept(working)
    form.mailed.setText("Nov 10")
    form.save_button.click()
    assert [row.words for row in form.rows] == ["Pay your share of the health plan before Dec 2 to keep it."]


def test_how_long_the_last_form_speaks_of_moves_the_next_one(form: PapersDialog) -> None:
    form.what.choose(Clock.RECERTIFICATION)
    form.start.setText("Oct 1")
    assert "from Oct 31 on" in form.preview.text()
    form.duration.setText("90 days")
    assert "from Dec 30 on" in form.preview.text()
    form.duration.setText("lifetime")
    assert "from Apr 1, 2027 on" in form.preview.text()
    form.taken.setChecked(False)
    assert form.preview.text().endswith("nothing to do while no leave was taken.")


def test_remind_me_and_done_are_kept_and_can_be_undone(working: Working, form: PapersDialog, qtbot: QtBot) -> None:
    start(form, Clock.CERTIFICATION_DUE)
    form.rows[0].remind.click()
    qtbot.waitUntil(lambda: kept(working)[0].remind)
    form.rows[0].done_button.click()
    qtbot.waitUntil(lambda: kept(working)[0].done_on == date(2026, 11, 22))
    qtbot.waitUntil(lambda: form.rows[0].done_button.text() == "Not done yet")
    assert QApplication.focusWidget() is form.rows[0].done_button  # the keyboard is where it was
    form.undo_button.click()
    assert kept(working)[0].done_on is None
    assert form.rows[0].done_button.text() == "Done"
    form.undo_button.click()
    assert not kept(working)[0].remind


def test_a_reminder_says_when_it_comes_and_the_keyboard_stays(
    working: Working, form: PapersDialog, qtbot: QtBot
) -> None:
    start(form, Clock.CERTIFICATION_DUE)
    form.rows[0].remind.setFocus()
    form.rows[0].remind.click()
    qtbot.waitUntil(lambda: kept(working)[0].remind)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is form.rows[0].remind)
    said = [label.text() for label in form.rows[0].findChildren(QLabel)]
    assert "A reminder comes when its day is near. Today shows it until it is done." in said


def test_what_stands_in_the_way_of_a_change_is_told_in_this_window(
    working: Working, form: PapersDialog, qtbot: QtBot
) -> None:
    start(form, Clock.CERTIFICATION_DUE)
    paper = kept(working)[0]
    working.workspace.write(partial(leave.remove_paper, paper=paper))  # on another computer
    form.rows[0].done_button.click()
    qtbot.waitUntil(lambda: "Your words are safe in this window." in shown(form))


def test_done_can_be_turned_back_and_a_clock_taken_off(working: Working, form: PapersDialog, qtbot: QtBot) -> None:
    start(form, Clock.CERTIFICATION_DUE)
    form.rows[0].done_button.click()
    qtbot.waitUntil(lambda: form.rows[0].done_button.text() == "Not done yet")
    form.rows[0].done_button.click()
    qtbot.waitUntil(lambda: form.rows[0].done_button.text() == "Done")
    assert kept(working)[0].done_on is None
    form.rows[0].remove_button.click()
    qtbot.waitUntil(lambda: not kept(working))
    assert not form.rows


def test_undo_that_takes_the_job_back_closes_the_window(working: Working) -> None:
    job = replace(JOB, id=uuid4(), employer="Tern Books")
    actions = working.parts.actions
    assert actions.run("Set up leave", partial(leave.set_up, job=job, pattern=None))
    view = working.workspace.read(partial(leave.view, job_id=job.id, today=TODAY))
    form = working.show(PapersDialog(working.parts, view, working.window))
    start(form, Clock.CERTIFICATION_DUE)
    form.undo_button.click()
    assert not form.rows
    assert not form.undo_button.isVisible()  # the step before was not taken here
    actions.undo()
    assert not form.isVisible()
    assert [each.id for each in working.workspace.read(leave.jobs)] == [JOB.id]


def test_undo_is_there_after_the_first_change_and_names_it(working: Working, form: PapersDialog) -> None:
    actions = working.parts.actions
    assert not form.undo_button.isVisible()
    start(form, Clock.CERTIFICATION_DUE)
    assert form.undo_button.isVisible()
    assert form.undo_button.toolTip() == actions.undo_text() == "Undo Add a date"
    form.undo_button.setFocus()
    form.undo_button.click()
    assert not form.undo_button.isVisible()
    assert QApplication.focusWidget() is form.what
    actions.redo()
    assert form.undo_button.isVisible()


def test_closing_loses_nothing_and_asks_nothing(form: PapersDialog) -> None:
    form.start.setText("Nov 3")
    form.cancel_button.click()
    assert not form.isVisible()


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("", (None, False)),
        ("90 days", (90, False)),
        ("six months", (180, False)),
        ("a year", (365, False)),
        ("2 weeks", (14, False)),
        ("Lifetime.", (None, True)),
    ],
)
def test_a_duration_is_read(text: str, means: tuple[int | None, bool]) -> None:
    assert read_duration(text) == means


@pytest.mark.parametrize("text", ["a while", "0 days", "half a year", "9999 years"])
def test_a_duration_that_does_not_read_gets_a_sentence(text: str) -> None:
    with pytest.raises(InvalidEntry) as refused:
        read_duration(text)
    assert refused.value.field == "duration"


def test_a_form_past_its_day_says_what_that_may_mean(form: PapersDialog) -> None:
    start(form, Clock.CERTIFICATION_DUE, "Nov 1")
    assert form.rows[0].late.text().startswith("Leave from Nov 17 until the form is in may lack protection.")
    start(form, Clock.CERTIFICATION_CURE, "Nov 20")
    assert [row.late.isHidden() for row in form.rows].count(False) == 1
