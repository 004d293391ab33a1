"""State programs and the three tests of FMLA, as they are read on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from caregiver_app.domain.leave.family import Relation
from caregiver_app.ui.leave.eligibility import EligibilityDialog
from caregiver_app.ui.leave.states import StatesDialog
from caregiver_app.ui.theme import Theme
from tests.ui.leave.working import Working, at_work


@pytest.fixture
def working(theme: Theme, tmp_path: Path) -> Iterator[Working]:
    with at_work(tmp_path, theme) as opened:
        yield opened


@pytest.fixture
def form(working: Working) -> StatesDialog:
    return working.show(StatesDialog(working.parts, working.view(), working.window))


def test_nothing_is_said_before_a_state_is_chosen(form: StatesDialog) -> None:
    assert form.card.isHidden()
    assert form.relation.value() is Relation.PARENT  # as the job knows


def test_a_program_of_today_says_its_weeks_and_how_old_the_data_is(form: StatesDialog) -> None:
    form.state.choose("RI")
    assert form.title.text() == "Temporary Caregiver Insurance: up to 8 weeks in 12 months"
    assert "It runs at the same time as FMLA leave" in form.words.text()
    assert form.sure.text().startswith("As of Nov 22, 2026. Weeks, pay and dates change each year: check your state’s")


def test_a_sister_keeps_the_weeks_of_fmla_leave_whole(form: StatesDialog) -> None:
    form.state.choose("RI")
    form.relation.choose(Relation.SIBLING)
    assert "It covers the person you care for." in form.words.text()
    assert "would not use your 12 FMLA weeks" in form.words.text()


def test_a_program_to_come_is_not_yet(form: StatesDialog) -> None:
    form.state.choose("MD")
    assert form.title.text() == "FAMLI: not yet. It is to pay from Jan 3, 2028 at the latest."


def test_a_state_without_a_program_still_has_laws(form: StatesDialog) -> None:
    form.state.choose("OH")
    assert form.title.text() == "We know of no program in Ohio that pays for family care"
    assert "A state law may still keep your job" in form.words.text()


def test_the_state_is_kept_with_the_job(working: Working, form: StatesDialog) -> None:
    form.state.choose("NY")
    form.keep_button.click()
    assert working.view().job.state == "NY"
    again = working.show(StatesDialog(working.parts, working.view(), working.window))
    assert again.state.value() == "NY"
    assert again.keep_button.isHidden()


def test_eligibility_says_what_is_so_and_what_is_open(working: Working) -> None:
    form = working.show(EligibilityDialog(working.parts, working.view(), working.window))
    assert form.answer.text() == "2 answers are still open."
    assert [words.text() for words in form.tests.words] == [
        "12 months at this job: you have that.",
        "1,250 hours of work from Nov 22, 2025 to Nov 21, 2026: ask HR, or look at your pay slips.",
        "50 workers within 75 miles of where you work: ask HR.",
    ]
    form.hours.setText("1,250")
    form.employees.choose(True)
    assert form.answer.text() == "It looks like FMLA covers you. Your employer tells you for sure."
    form.hours.setText("many")
    assert form.fields["hours"].error.text() == "Type a number of hours in a year, like 1,400."
    assert form.answer.text() == "1 answer is still open."


def test_the_check_opens_from_the_state_programs(form: StatesDialog) -> None:
    form.check_button.click()
    opened = form.findChild(EligibilityDialog)
    assert opened is not None
    assert opened.isVisible()
