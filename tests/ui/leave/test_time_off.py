"""Time off is logged from one line, and says while it is typed what it will count as."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from caregiver_app.domain.calendar import Span
from caregiver_app.domain.leave.answers import LeaveView
from caregiver_app.domain.leave.entries import LeaveKind
from caregiver_app.domain.leave.family import Relation
from caregiver_app.domain.leave.records import LeaveReason, PaidFrom, TimeOff
from caregiver_app.services import agenda, leave
from caregiver_app.ui.leave.time_off import TimeOffEditor
from caregiver_app.ui.theme import Theme
from tests import stage as stages
from tests.stage import TODAY, Stage, spin
from tests.ui.leave.working import JOB, Working, at_work

if TYPE_CHECKING:
    from caregiver_app.storage.unit_of_work import UnitOfWork


@pytest.fixture
def working(theme: Theme, tmp_path: Path) -> Iterator[Working]:
    with at_work(tmp_path, theme) as opened:
        yield opened


@pytest.fixture
def form(working: Working) -> TimeOffEditor:
    return working.show(TimeOffEditor(working.parts, working.view(), parent=working.window))


def said(form: TimeOffEditor) -> str:
    """The live line, as it is read."""
    shown = [card for card in form.cards.values() if card.isVisible()]
    return "\n".join(f"{card.title.text()}\n{card.sentence.text()}" for card in shown)


def typed(form: TimeOffEditor, days: str, hours: str = "Whole day") -> None:
    form.days.setEditText(days)
    form.hours.setEditText(hours)
    form.look()


def logged(working: Working) -> list[TimeOff]:
    return [row.time_off for row in working.view().rows]


def test_hours_of_a_day_count_as_they_are_typed(working: Working, form: TimeOffEditor) -> None:
    typed(form, "nov 24", "2 h 20 min")
    assert said(form).startswith("This counts as 2 hours 20 min of FMLA leave.")
    form.save_button.click()
    entry = next(each for each in logged(working) if each.first == date(2026, 11, 24))
    assert (entry.minutes, entry.planned) == (140, True)


def test_what_is_left_after_follows(form: TimeOffEditor) -> None:
    typed(form, "nov 24")
    assert said(form) == "This counts as 8 hours of FMLA leave.\nAfter that, 132 hours are left."


def test_every_other_friday_through_june(working: Working, form: TimeOffEditor) -> None:
    typed(form, "every other Friday through June")
    assert "over 16 workdays" in said(form)
    form.save_button.click()
    entry = next(each for each in logged(working) if each.every_days == 14)
    assert (entry.first, entry.last, entry.planned) == (date(2026, 11, 27), date(2027, 6, 25), True)


def test_several_weekdays_become_an_entry_each_in_one_step(working: Working, form: TimeOffEditor) -> None:
    before = len(logged(working))
    typed(form, "every Mon and Wed, 6 times", "4")
    form.save_button.click()
    assert len(logged(working)) == before + 2
    working.parts.actions.undo()
    assert len(logged(working)) == before


def test_past_what_is_left_is_said_and_can_be_saved(working: Working, form: TimeOffEditor) -> None:
    typed(form, "dec 7 to jan 8")
    assert "past what is left. You can still save them as unpaid time off." in said(form)
    form.save_button.click()
    assert date(2026, 12, 7) in [each.first for each in logged(working)]


def test_one_day_past_what_is_left_names_the_hours(working: Working, form: TimeOffEditor) -> None:
    typed(form, "dec 2 to dec 30")  # all that is left, and more
    form.save_button.click()
    last = working.show(TimeOffEditor(working.parts, working.view(), parent=working.window))
    typed(last, "dec 31", "4")
    sentence = "This day goes 4 hours past what is left. You can still save it as unpaid time off."
    assert sentence in said(last)
    last.save_button.click()
    assert date(2026, 12, 31) in [each.first for each in logged(working)]


def test_a_day_without_work_says_so(form: TimeOffEditor) -> None:
    typed(form, "nov 28")
    assert said(form).startswith("This is a day without work. It counts as nothing.")


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ("nov 5", "Thu Nov 5 2026 is already off in your log.\nChoose other days, or change that entry."),
        ("apr 10", "Mar 2 to Apr 24, 2026 is already off in your log.\nChoose other days, or change that entry."),
        ("1/2/2019", "This job began on Mon Jan 6 2020.\nChoose a later day, or change the day the job began."),
    ],
)
def test_what_can_not_be_kept_is_said_before_it_is_saved(form: TimeOffEditor, days: str, words: str) -> None:
    typed(form, f"{days}" if "/" in days else f"{days} 2026")
    assert said(form) == words
    assert form.cards["warn"].isVisible()


def test_a_sentence_goes_when_the_line_is_changed(form: TimeOffEditor) -> None:
    typed(form, "nov 5")
    form.save_button.click()
    assert form.fields["first"].error.text()
    typed(form, "nov 24")
    assert not form.fields["first"].error.text()


def test_holidays_among_the_days_are_asked_about(working: Working, form: TimeOffEditor) -> None:
    typed(form, "dec 25")
    one = (
        "Fri Dec 25 is Christmas Day. Is work closed then? Add the holiday to the job and nothing is counted that day."
    )
    assert one in said(form)
    typed(form, "every other Friday from nov 27 through jan 15")
    two = "Dec 25 and Jan 1 are holidays."
    assert two not in said(form)  # Jan 1 is not on that Friday
    typed(form, "every Friday from dec 25 through jan 8")
    assert f"{two} Is work closed then? Add them to the job and nothing is counted on those days." in said(form)
    typed(form, "dec 21 to dec 25")  # a full week: the holiday counts
    assert "Christmas" not in said(form)
    typed(form, "dec 24")
    assert "Is work closed" not in said(form)


def test_a_holiday_that_the_job_knows_is_not_asked_about(theme: Theme, tmp_path: Path) -> None:
    with at_work(tmp_path, theme, replace(JOB, holidays_worked=(date(2026, 12, 25),))) as working:
        form = working.show(TimeOffEditor(working.parts, working.view(), parent=working.window))
        typed(form, "dec 25")
        assert said(form).startswith("This counts as 8 hours")
        assert "closed" not in said(form)


def test_hours_that_are_typed_with_the_day_go_to_their_line(form: TimeOffEditor) -> None:
    typed(form, "nov 24, 4 hours")
    assert said(form).startswith("This counts as 4 hours of FMLA leave.")
    form.days.line.editingFinished.emit()
    assert (form.days.text(), form.hours.text()) == ("Tue Nov 24", "4 hours")


def test_other_time_off_takes_nothing(working: Working, form: TimeOffEditor) -> None:
    form.kind.choose(LeaveKind.NOT_FMLA)
    typed(form, "nov 24")
    assert said(form).startswith("It takes nothing from your FMLA leave.")


@pytest.mark.parametrize(
    ("days", "hours", "field", "sentence"),
    [
        ("nov 24", "26", "minutes", "“26” is more than a day has. A day has 24 hours."),
        ("nov 24", "9", "minutes", "On Tue Nov 24 2026 there is more time off than work. Check the hours of that day."),
        ("nov 24", "0", "minutes", "0 hours: type how long you are away, like “4 hours.”"),
        (
            "1/2/2019",
            "8",
            "first",
            "This job began on Mon Jan 6 2020. Choose a later day, or change the day the job began.",
        ),
        (
            "nov 5",
            "Whole day",
            "first",
            "Thu Nov 5 2026 is already off in your log. Choose other days, or change that entry.",
        ),
        ("dec 11 to dec 7 2026", "8", "first", "The last day is before the first day."),
        (
            "someday",
            "8",
            "first",
            "We could not read “someday.” Try “Dec 7 to Dec 11” or “every other Friday through June.”",
        ),
    ],
)
def test_what_can_not_be_is_told_at_its_line(
    working: Working, form: TimeOffEditor, days: str, hours: str, field: str, sentence: str
) -> None:
    before = logged(working)
    typed(form, days, hours)
    form.notes.setPlainText("My words")
    form.save_button.click()
    assert form.fields[field].error.text() == sentence
    assert form.notes.toPlainText() == "My words"
    assert logged(working) == before


def test_who_was_told_when_and_how_is_kept(working: Working, form: TimeOffEditor) -> None:
    typed(form, "nov 24")
    form.told_on.setText("11/20")
    form.told_how.setEditText("Email")
    form.told_whom.setEditText("Mr. Hale")
    form.reason.choose(LeaveReason.APPOINTMENT)
    form.paid.choose(PaidFrom.PTO)
    form.save_button.click()
    entry = next(each for each in logged(working) if each.first == date(2026, 11, 24))
    assert (entry.told_on, entry.told_how, entry.told_whom) == (date(2026, 11, 20), "Email", "Mr. Hale")
    assert (entry.reason, entry.paid) == (LeaveReason.APPOINTMENT, PaidFrom.PTO)


def test_an_entry_is_changed_and_does_not_stand_beside_itself(working: Working) -> None:
    entry = next(each for each in logged(working) if each.first == date(2026, 11, 3))
    form = working.show(TimeOffEditor(working.parts, working.view(), entry, parent=working.window))
    assert form.days.text() == "Tue Nov 3"
    typed(form, form.days.text(), "8 hours")
    assert "This counts as 8 hours of FMLA leave." in said(form)
    form.save_button.click()
    assert next(each for each in logged(working) if each.id == entry.id) == replace(entry, minutes=480)


def test_care_of_a_sister_is_other_time_off(theme: Theme, tmp_path: Path) -> None:
    with at_work(tmp_path, theme) as working:
        view = replace(working.view(), job=replace(JOB, relation=Relation.SIBLING))
        form = working.show(TimeOffEditor(working.parts, view, parent=working.window))
        assert form.kind.value() is LeaveKind.NOT_FMLA
        assert "Your state may cover more family." in form.fields["kind"].help.text()


@pytest.fixture
def with_leave(theme: Theme, tmp_path: Path) -> Iterator[Stage]:
    """The window over the made-up family with a job and its log."""
    opened = stages.open_stage(theme, stages.file_of("leave", tmp_path))
    opened.show(1280, 800)
    yield opened
    opened.close()


def test_the_tab_opens_the_form_for_a_visit(with_leave: Stage) -> None:
    span = Span(date(2026, 12, 1), date(2027, 1, 31))
    visits = with_leave.workspace.read(partial(agenda.agenda, span=span, today=TODAY))
    view = with_leave.workspace.read(_first_view)
    taken = {row.time_off.appointment_id for row in view.rows}
    visit = next(each for each in visits.visits if each.id not in taken)
    with_leave.window.show_tab("leave")
    with_leave.window.page.show_record(visit.id)
    spin()
    form = QApplication.activeModalWidget()
    assert isinstance(form, TimeOffEditor)
    assert form.entries()[0].appointment_id == visit.id
    assert form.entries()[0].first == visit.appointment.day
    assert form.reason.value() is LeaveReason.APPOINTMENT
    form.reject()


def _first_view(work: UnitOfWork) -> LeaveView:
    return leave.view(work, job_id=leave.jobs(work)[0].id, today=TODAY)
