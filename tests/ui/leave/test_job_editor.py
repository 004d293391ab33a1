"""Every fact of a job can be changed and confirmed; the numbers follow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from caregiver_app.domain.leave.days import Method
from caregiver_app.domain.leave.records import WorkPattern, YearKnown
from caregiver_app.domain.leave.schedule import DayMinutes, Span, WorkweekStart
from caregiver_app.domain.leave_words import headline
from caregiver_app.services import leave
from caregiver_app.ui.leave.assumed import Assumed
from caregiver_app.ui.leave.choices import NOT_SURE
from caregiver_app.ui.leave.job_editor import JobEditor
from caregiver_app.ui.leave.method_change import MethodChangeDialog
from caregiver_app.ui.leave.usual_week import UsualWeekEditor
from caregiver_app.ui.theme import Theme
from tests.ui.leave.working import JOB, TODAY, WEEK, Working, at_work, shown


@pytest.fixture
def working(theme: Theme, tmp_path: Path) -> Iterator[Working]:
    with at_work(tmp_path, theme) as opened:
        yield opened


@pytest.fixture
def form(working: Working) -> JobEditor:
    return working.show(JobEditor(working.parts, working.view(), working.window))


def test_facts_are_changed_and_ticked_ones_confirmed(working: Working, form: JobEditor) -> None:
    form.who.supervisor.setText("Mr. Hale")
    form.how.week_start.choose(WorkweekStart.MONDAY)
    form.who.checks["relation"].setChecked(True)
    form.pattern_box.setChecked(True)
    form.save_button.click()
    view = working.view()
    assert (view.job.supervisor, view.job.workweek_start) == ("Mr. Hale", WorkweekStart.MONDAY)
    assert {"relation", "pattern", "workweek_start"} <= view.job.confirmed
    assert "increment" in view.assumed


def test_holidays_closures_and_overtime_are_read_line_by_line(working: Working, form: JobEditor) -> None:
    form.days.holidays.setPlainText("nov 26 2026\ndec 25")
    form.days.closures.setPlainText("Dec 24 to Jan 2")
    form.days.overtime.setPlainText("dec 5: 4 hours")
    form.save_button.click()
    job = working.view().job
    assert job.holidays == (date(2026, 11, 26), date(2026, 12, 25))
    assert job.closures == (Span(first=date(2026, 12, 24), last=date(2027, 1, 2)),)
    assert job.overtime == (DayMinutes(day=date(2026, 12, 5), minutes=240),)


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("holidays", "nov 26\nsomeday", "Line 2: We could not read “someday” as a day. Try “Fri” or “11/27.”"),
        ("closures", "Dec 24 to Dec 20 2026", "Line 1: The last day is before the first day."),
        ("overtime", "dec 5 4 hours", "Line 1: Type the day, then the hours, like “Dec 5: 4 hours.”"),
    ],
)
def test_a_line_that_can_not_be_read_is_named_and_shown(
    working: Working, form: JobEditor, field: str, typed: str, sentence: str
) -> None:
    {"holidays": form.days.holidays, "closures": form.days.closures, "overtime": form.days.overtime}[
        field
    ].setPlainText(typed)
    form.save_button.click()
    assert form.fields[field].error.text() == sentence
    assert form.fields[field].isVisible()


def test_the_increment_is_an_hour_at_most(form: JobEditor) -> None:
    form.how.increment.setText("2 hours")
    form.save_button.click()
    assert form.fields["increment"].error.text() == "By law this is 1 hour at most. Type minutes from 1 to 60."


def test_a_job_can_not_begin_after_leave_from_it(form: JobEditor) -> None:
    form.who.hired_on.setText("6/1/2026")
    form.save_button.click()
    assert form.fields["hired_on"].error.text().startswith("Time off is logged on Wed Dec 3 2025, before this.")


def test_a_new_usual_week_from_a_day_on(working: Working, form: JobEditor) -> None:
    week = working.show(UsualWeekEditor(working.parts, working.view().job, parent=form))
    week.first.setText("1/4/2027")
    week.week.line.setText("6 hours, Mon-Fri")
    week.save_button.click()
    assert [pattern.first_day for pattern in working.view().patterns] == [date(2020, 1, 5), date(2027, 1, 4)]
    assert form.weeks.rows.rowCount() == 2
    form.who.employer.setText("Hillside School")
    form.save_button.click()
    assert working.view().job.employer == "Hillside School"


def test_a_week_too_short_for_what_is_logged_is_refused(working: Working, form: JobEditor) -> None:
    week = working.show(UsualWeekEditor(working.parts, working.view().job, working.view().patterns[0], form))
    week.week.line.setText("3 hours, Mon-Fri")
    week.save_button.click()
    assert week.fields["week_kind"].error.text().startswith("On Tue Nov 3 2026 there is more time off than work.")
    assert working.view().patterns[0].weeks[0][1] == 480


def test_59_days_of_notice_are_refused_kindly(working: Working, form: JobEditor) -> None:
    change = working.show(MethodChangeDialog(working.parts, working.view().job, form))
    change.year.choice.choose((YearKnown.TOLD, Method.CALENDAR))
    change.notice.setText("11/22/2026")
    change.effective.setText("1/20/2027")
    change.save_button.click()
    said = change.fields["effective"].error.text()
    assert said.startswith("A new leave year needs 60 days’ notice to everyone.")
    assert said.endswith("With notice on Sun Nov 22 2026 it can start on Thu Jan 21 2027.")
    change.effective.setText("1/21/2027")
    change.save_button.click()
    view = working.view()
    assert view.job.method is Method.CALENDAR
    assert [each.effective for each in view.changes] == [date(2027, 1, 21)]
    assert form.how.year.year() == (YearKnown.TOLD, Method.ROLLING)  # until that day
    assert not form.how.year.choice.isEnabled()


@pytest.fixture
def changing(working: Working, form: JobEditor) -> JobEditor:
    """The form of a job that will count a calendar year from Jan 21, 2027 on."""
    change = partial(
        leave.change_method,
        job=working.view().job,
        method=Method.CALENDAR,
        fixed_start=None,
        notice=TODAY,
        effective=date(2027, 1, 21),
    )
    assert working.parts.actions.run("Change", change)
    return form


def test_a_change_to_come_is_told_kept_and_can_be_taken_back(working: Working, changing: JobEditor) -> None:
    said = "From Jan 21, 2027 on the job counts it another way: Calendar year, from January 1."
    assert changing.last_change.words.text() == said
    assert not changing.change_button.isVisible()
    changing.who.employer.setText("Hillside School")
    changing.try_to_save()
    assert (working.view().job.method, working.view().job.employer) == (Method.CALENDAR, "Hillside School")
    again = working.show(JobEditor(working.parts, working.view(), working.window))
    again.last_change.back.click()
    assert (working.view().job.method, working.view().changes) == (Method.ROLLING, ())
    assert again.how.year.choice.isEnabled()
    assert not again.last_change.isVisible()


def test_what_another_window_saved_is_not_asked_about(changing: JobEditor) -> None:
    changing.reject()
    assert not changing.isVisible()  # without a question


def test_the_form_counts_what_was_assumed_as_the_tab_does(theme: Theme, tmp_path: Path) -> None:
    job = replace(JOB, known=YearKnown.NOT_SURE, method=None, confirmed=frozenset())
    with at_work(tmp_path, theme, job) as working:
        form = working.show(JobEditor(working.parts, working.view(), working.window))
        tab = Assumed(theme)
        tab.show_view(working.view(), TODAY)
        assert form.mark.text().startswith(tab.button.text())
        tab.deleteLater()


def test_an_answer_given_now_is_not_called_assumed(working: Working, form: JobEditor) -> None:
    boxes = {**form.who.checks, **form.how.checks}
    form.how.week_start.choose(WorkweekStart.MONDAY)
    form.who.hired_on.setText("3/1/2019")
    form.how.increment.setText("15 min")
    assert [name for name in ("workweek_start", "hired_on", "increment") if boxes[name].isVisible()] == []
    assert boxes["counts_hours"].isVisible()
    form.how.week_start.choose(WorkweekStart.SUNDAY)
    assert boxes["workweek_start"].isVisible()


def test_what_stands_in_the_way_is_told_in_the_form(working: Working, form: JobEditor) -> None:
    week = WorkPattern(job_id=JOB.id, first_day=date(2027, 1, 3), cycle_start=date(2027, 1, 3), weeks=WEEK.weeks)
    assert working.parts.actions.run("Week", partial(leave.save_pattern, pattern=week))
    other = replace(week, weeks=((0, 240, 240, 240, 240, 240, 0),))
    working.workspace.write(partial(leave.save_pattern, pattern=other, before=week))  # on another computer
    form.weeks.choose_row(1)
    form.remove_week_button.click()
    assert "Your words are safe in this window." in shown(form)
    assert len(working.view().patterns) == 2


def test_not_sure_any_more_shows_the_least(working: Working, form: JobEditor) -> None:
    assert headline(working.view()) == "140 hours left today"
    form.how.year.choice.choose((YearKnown.NOT_SURE, None))
    form.save_button.click()
    view = working.view()
    assert view.job.known is YearKnown.NOT_SURE
    assert "method" in view.assumed
    assert headline(view) == "At least 140 hours left today"  # a rolling year leaves the least here
    working.parts.actions.undo()
    assert working.view().job.known is YearKnown.TOLD


def test_a_servicemember_has_26_weeks(working: Working, form: JobEditor) -> None:
    form.special.military.setText("nov 16 2026")
    form.save_button.click()
    assert working.view().job.military_from == date(2026, 11, 16)
    assert headline(working.view()) == "1,040 hours left today"  # 26 weeks of 40 hours, and none taken in them yet


@pytest.mark.parametrize("fact", ["hired_on", "relation", "method"])
def test_what_nobody_is_sure_of_has_no_box_to_confirm(working: Working, form: JobEditor, fact: str) -> None:
    box = {**form.who.checks, **form.how.checks}[fact]
    assert box.isVisible()
    box.setChecked(True)
    form.who.hired_on.clear()
    form.who.relation.choose(None)
    form.how.year.choice.choose(NOT_SURE)
    assert not box.isVisible()
    form.save_button.click()
    assert fact in working.view().assumed


def test_a_change_of_method_grows_for_its_sentences(working: Working, form: JobEditor, qtbot: QtBot) -> None:
    change = working.show(MethodChangeDialog(working.parts, working.view().job, form))
    before = change.height()
    change.effective.setText("someday")
    change.save_button.click()
    qtbot.waitUntil(lambda: change.height() > before)
    inner = change.body.parentWidget()
    assert inner.height() <= inner.parentWidget().height()  # nothing is scrolled out of sight
