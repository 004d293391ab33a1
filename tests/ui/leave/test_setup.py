"""The five questions: by keyboard in under a minute, and each of them left unsure."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from caregiver_app.domain.leave.answers import LeaveView
from caregiver_app.domain.leave.days import Method, MonthDay
from caregiver_app.domain.leave.family import Relation
from caregiver_app.domain.leave.records import YearKnown
from caregiver_app.domain.leave.schedule import average_week
from caregiver_app.domain.leave_words import headline
from caregiver_app.services import leave, people
from caregiver_app.ui.leave.setup import SOMEBODY_NEW, SetUpDialog
from caregiver_app.ui.leave.week_fields import WeekFields, WeekKind
from caregiver_app.ui.leave.year_fields import FIXED
from tests.stage import TODAY, Stage, spin

SECONDS_A_KEY = 0.5  # somebody who hunts for the letters
SECONDS_A_QUESTION = 5  # to read it and think


@pytest.fixture
def form(stage: Stage) -> SetUpDialog:
    """The questions over the made-up family’s file."""
    form = SetUpDialog(stage.parts, parent=stage.window)
    form.show()
    form.activateWindow()
    spin()
    return form


@pytest.fixture
def kept(stage: Stage, form: SetUpDialog) -> Callable[[], LeaveView]:
    """What is shown of the job once the questions are answered."""
    ids: list[object] = []
    form.started.connect(ids.append)

    def view() -> LeaveView:
        assert len(ids) == 1, "it was kept"
        return stage.workspace.read(partial(leave.view, job_id=ids[0], today=TODAY))  # type: ignore[arg-type]

    return view


class Keys:
    """A keyboard that counts."""

    def __init__(self) -> None:
        self.pressed = 0

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self._target(), key)
            self.pressed += 1
            spin(1)

    def type(self, text: str) -> None:
        for letter in text:
            QTest.keyClicks(self._target(), letter)
            self.pressed += 1

    @staticmethod
    def _target() -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None, "the keyboard is somewhere"
        return found


def test_enter_alone_shows_what_is_left(form: SetUpDialog, kept: Callable[[], LeaveView]) -> None:
    Keys().press(Qt.Key.Key_Return)
    view = kept()
    assert headline(view) == "480 hours left today"
    assert view.job.known is YearKnown.NOT_SURE
    assert {"pattern", "method", "relation", "hired_on"} <= set(view.assumed)


def test_five_answers_by_keyboard_take_less_than_a_minute(form: SetUpDialog, kept: Callable[[], LeaveView]) -> None:
    keys = Keys()
    tab = Qt.Key.Key_Tab
    keys.press(tab)  # who works: the caregiver
    keys.type("Lakeside Library")
    keys.press(tab, tab)
    keys.type("10 h mon-thu")
    keys.press(tab)
    keys.press(*[Qt.Key.Key_Down] * 4)  # rolling
    keys.press(tab)
    keys.press(Qt.Key.Key_Down)
    keys.press(tab)
    keys.type("3/1/2019")
    keys.press(Qt.Key.Key_Return)
    view = kept()
    assert headline(view) == "480 hours left today"
    assert (view.job.employer, view.job.known, view.job.method) == ("Lakeside Library", YearKnown.TOLD, Method.ROLLING)
    assert (view.job.relation, view.job.hired_on) == (Relation.SPOUSE, date(2019, 3, 1))
    assert view.patterns[0].weeks == ((0, 600, 600, 600, 600, 0, 0),)
    assert not {"pattern", "method", "relation", "hired_on"} & set(view.assumed)
    assert keys.pressed * SECONDS_A_KEY + 5 * SECONDS_A_QUESTION <= 60


def test_somebody_new_is_named_in_place(stage: Stage, form: SetUpDialog, kept: Callable[[], LeaveView]) -> None:
    form.person.choose(SOMEBODY_NEW)
    form.save_button.click()
    assert form.fields["name"].error.text() == "Type a name, like “Ana.”"
    form.name.setText("Nora Quist")
    form.save_button.click()
    assert kept().person.name == "Nora Quist"
    assert "Nora Quist" in [person.name for person in stage.workspace.read(people.everybody)]
    stage.parts.actions.undo()
    assert "Nora Quist" not in [person.name for person in stage.workspace.read(people.everybody)]


def test_a_sister_is_told_of_kindly_and_kept(form: SetUpDialog, kept: Callable[[], LeaveView]) -> None:
    form.relation.choose(Relation.SIBLING)
    said = form.fields["relation"].help.text()
    assert "Your state may cover more family." in said
    assert "You can still log this time as other time off." in said
    form.save_button.click()
    view = kept()
    assert not view.covered
    assert view.job.relation is Relation.SIBLING


@pytest.mark.parametrize(
    ("kind", "typed", "field", "sentence"),
    [
        (WeekKind.SAME, "26 hours, Mon-Fri", "weeks", "“26 hours” is more than a day has. A day has 24 hours."),
        (WeekKind.SAME, "0 hours, Mon-Fri", "weeks", "This week has no hours. Type the hours of a usual week."),
        (WeekKind.SAME, "40", "weeks", "“40” is more than a day has. A day has 24 hours."),
        (WeekKind.TURNS, "8 hours, Mon-Fri", "turns", "Type two weeks or more, one on each line."),
        (WeekKind.VARIES, "9,000", "average", "“9000” is more hours than 12 months have."),
        (
            WeekKind.VARIES,
            "30",
            "average",
            "Is “30” for one week? Then type “30 a week.” Else type the hours of all 12 months.",
        ),
        (WeekKind.EACH, "eight", "day 1", "We could not read “eight” as hours. Try 8, 7.5 or “7 h 30 min.”"),
    ],
)
def test_a_week_that_can_not_be_is_told_at_its_line(
    stage: Stage, form: SetUpDialog, kind: WeekKind, typed: str, field: str, sentence: str
) -> None:
    form.week.kind.choose(kind)
    {
        WeekKind.SAME: form.week.line.setText,
        WeekKind.TURNS: form.week.turns.setPlainText,
        WeekKind.VARIES: form.week.average.setText,
        WeekKind.EACH: form.week.days[1].setText,
    }[kind](typed)
    form.employer.setText("Lakeside Library")
    form.save_button.click()
    assert form.fields[field].error.text() == sentence
    assert form.isVisible()
    assert form.employer.text() == "Lakeside Library"
    assert not [job for job in stage.workspace.read(leave.jobs) if job.employer == "Lakeside Library"]


def test_weeks_that_take_turns_and_an_average(form: SetUpDialog) -> None:
    form.week.kind.choose(WeekKind.TURNS)
    form.week.turns.setPlainText("9 hours, Mon-Thu; 8 hours, Fri\n9 hours, Mon-Thu")
    assert form.week.fields["week_kind"].help.text() == "40 hours a week."
    form.week.kind.choose(WeekKind.VARIES)
    form.week.average.setText("31:30 a week")
    assert average_week(form.week.read()) == 31 * 60 + 30
    form.week.average.setText("1,500")
    assert average_week(form.week.read()) == Fraction(1500 * 60, 52)
    said = "1,500 hours in 52 weeks: 28 hours 50 min a week, on average. That counts as your workweek."
    assert form.week.fields["week_kind"].help.text() == said
    form.week.average.setText("780")
    assert form.week.fields["week_kind"].help.text().endswith("1,250 in the 12 months before leave. Ask HR.")


def test_hours_that_change_are_kept_exactly_and_shown_again(form: SetUpDialog, kept: Callable[[], LeaveView]) -> None:
    form.week.kind.choose(WeekKind.VARIES)
    form.week.average.setText("1,500")
    form.save_button.click()
    view = kept()
    assert view.figures is not None
    assert view.figures.entitlement.minutes == 12 * Fraction(1500 * 60, 52)
    again = WeekFields(form.theme, "Week", date(2026, 11, 22))
    again.show_weeks(view.patterns[0].weeks)
    assert again.chosen() is WeekKind.VARIES
    assert again.read() == view.patterns[0].weeks
    again.deleteLater()


def test_a_fixed_year_asks_for_its_start(form: SetUpDialog, kept: Callable[[], LeaveView]) -> None:
    form.year.choice.choose(FIXED)
    form.save_button.click()
    assert form.fields["fixed_start"].error.text() == "Type the day the leave year starts, like “Oct 1.”"
    form.year.start.setText("feb 29")
    form.year.start.editingFinished.emit()
    assert "not settled" in form.fields["fixed_start"].help.text()
    form.year.start.setText("10/1")
    form.save_button.click()
    assert kept().job.fixed_start == MonthDay(month=10, day=1)


def test_a_new_worker_reads_when_leave_can_start(form: SetUpDialog) -> None:
    form.since.setEditText("3/2/2026")
    form.since.line.editingFinished.emit()
    said = "FMLA leave may start on Mar 2, 2027, after 12 months at this job. Earlier time there may count too."
    assert form.fields["hired_on"].help.text() == said


def test_a_day_to_come_is_no_day_on_which_the_job_began(form: SetUpDialog) -> None:
    form.since.setEditText("mar 1")
    form.save_button.click()
    said = form.fields["hired_on"].error.text()
    assert said == "This day is still to come. Type the day the job began, with its year."


def test_a_month_alone_is_asked_for_its_day(form: SetUpDialog) -> None:
    form.since.setEditText("March 2019")
    form.save_button.click()
    assert form.fields["hired_on"].error.text() == "Which day was it? Add it, like “March 1, 2019.”"


def test_whose_care_is_found_by_its_word(form: SetUpDialog) -> None:
    form.relation.setFocus()
    Keys().type("My sister")
    assert form.relation.value() is Relation.SIBLING


def test_enter_after_an_arrow_goes_on_with_the_questions(form: SetUpDialog) -> None:
    keys = Keys()
    form.year.choice.setFocus()
    keys.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert form.isVisible()
    assert form.year.year() == (YearKnown.TOLD, Method.CALENDAR)
    assert not form.year.choice.hasFocus()


def test_the_questions_grow_for_a_sentence(form: SetUpDialog) -> None:
    before = form.height()
    form.since.setEditText("1/1/2030")
    Keys().press(Qt.Key.Key_Tab)
    form.save_button.click()
    spin()
    assert form.fields["hired_on"].error.isVisible()
    assert form.height() > before
