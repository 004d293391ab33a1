"""The Leave tab on a real file: the answer at once, done about it by key, taken back, for several jobs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from caregiver_app.domain.leave.balance import Worker
from caregiver_app.domain.leave.days import Method
from caregiver_app.domain.leave.family import Relation
from caregiver_app.domain.leave.papers import Clock
from caregiver_app.domain.leave.records import EmployerCount, LeaveJob, LeavePaper, TimeOff, YearKnown
from caregiver_app.services import leave
from caregiver_app.services.people import everybody
from caregiver_app.ui.leave.eligibility import EligibilityDialog
from caregiver_app.ui.leave.job_editor import JobEditor
from caregiver_app.ui.leave.log_model import Column
from caregiver_app.ui.leave.page import LeavePage
from caregiver_app.ui.leave.setup import SetUpDialog
from caregiver_app.ui.leave.time_off import TimeOffEditor
from tests.leave_family import school_job, usual_week, without_work
from tests.stage import Stage, spin
from tests.ui.leave.conftest import page_of


def jobs_of(stage: Stage) -> list[LeaveJob]:
    """The jobs in the file."""
    return stage.workspace.read(leave.jobs)


def change(stage: Stage, **facts: object) -> None:
    """Change what is known of the job, as the form would."""
    before = jobs_of(stage)[0]
    after = replace(before, **facts)  # type: ignore[arg-type]
    assert stage.parts.actions.run("Change", partial(leave.change_job, before=before, after=after))
    spin()


def log(stage: Stage, **facts: object) -> None:
    """Log one more entry."""
    entry = TimeOff(job_id=jobs_of(stage)[0].id, **facts)  # type: ignore[arg-type]
    assert stage.parts.actions.run("Log", partial(leave.log, entries=[entry]))
    spin()


def dates(page: LeavePage) -> list[str]:
    """The first column of the log, from top to bottom."""
    model = page.panel.log.model
    return [str(model.data(model.index(row, 0))) for row in range(model.rowCount())]


def test_the_answer_is_there_without_a_click(page: LeavePage) -> None:
    headline = page.panel.headline
    assert page.head.hint.text() == "Sam Rivers, Lakeside School District"
    assert headline.figure.text() == "376 hours left today"
    told = "That is 9 weeks and 2 days, at 40 hours a week. After your planned days: 352 hours."
    assert headline.sentence.text() == told
    assert headline.returns.text() == "104 hours return on Jan 1, 2027."
    bar = headline.bar
    words = [entry.words.text() for entry in (bar.used, bar.planned, bar.free)]
    assert words == ["Used: 104 hours", "Planned: 24 hours", "Free: 352 hours"]
    assert bar.bar.accessibleDescription() == "Used: 104 hours. Planned: 24 hours. Free: 352 hours."
    assert headline.year.value.text() == "Jan 1 – Dec 31, 2026"
    assert headline.most.value.text() == "12 weeks (480 hours)"
    assert not headline.sure.isVisible()
    assert "Not legal advice" in page.panel.foot.text()


def test_print_asks_for_the_form_for_work(page: LeavePage) -> None:
    page.print_wanted.disconnect()  # the window would open it
    spy = QSignalSpy(page.print_wanted)
    page.print_button.click()
    assert spy.count() == 1
    assert spy.at(0)[0] == "payform"


def test_not_sure_shows_the_least_the_range_and_what_to_ask(at_work: Stage, page: LeavePage) -> None:
    log(at_work, first=date(2025, 12, 1), last=date(2025, 12, 5))
    change(at_work, known=YearKnown.NOT_SURE, method=None)
    headline = page.panel.headline
    assert headline.figure.text() == "At least 336 hours left today"
    assert "between 336 and 376 hours" in headline.sure.text()
    assert "Ask HR how your leave year is counted." in headline.sure.text()
    assert headline.year.value.text() == "Not sure yet"


def test_none_chosen_is_not_the_same_as_not_sure(at_work: Stage, page: LeavePage) -> None:
    log(at_work, first=date(2025, 12, 1), last=date(2025, 12, 5))
    change(at_work, known=YearKnown.NONE_CHOSEN, method=None)
    assert page.panel.headline.figure.text() == "376 hours left today"
    assert "best for you" in page.panel.headline.sure.text()


def test_time_past_the_limit_is_said_kindly(at_work: Stage, page: LeavePage) -> None:
    log(at_work, first=date(2026, 6, 15), last=date(2026, 9, 4))
    assert page.panel.headline.figure.text() == "0 hours left today"
    assert not page.panel.headline.sentence.isVisible()
    assert [str(page.panel.log.model.index(row, 5).data()) for row in range(3)] == ["Past the limit"] * 3
    assert page.panel.headline.over.text().startswith("128 hours of your time off go past what the law protects.")


def test_delete_removes_an_entry_and_undo_brings_it_back(at_work: Stage, page: LeavePage) -> None:
    table = page.panel.log.table
    table.setFocus()
    page.panel.log.stand_on_day(date(2026, 11, 9))
    QTest.keyClick(table, Qt.Key.Key_Delete)
    spin()
    assert "Mon Nov 9" not in dates(page)
    assert page.panel.headline.figure.text() == "384 hours left today"
    current = page.panel.log.current()
    assert current is not None
    assert current.first == date(2026, 11, 2)
    at_work.parts.actions.undo()
    spin()
    assert "Mon Nov 9" in dates(page)
    assert page.panel.headline.figure.text() == "376 hours left today"


def test_enter_opens_an_entry(page: LeavePage, qtbot: QtBot) -> None:
    page.panel.log.stand_on_day(date(2026, 11, 24))
    QTest.keyClick(page.panel.log.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), TimeOffEditor))
    QApplication.activeModalWidget().close()


def test_the_menu_of_an_entry_says_what_can_be_done(page: LeavePage) -> None:
    page.panel.log.stand_on_day(date(2026, 12, 1))
    page.panel.log.table.pressed_key.emit(Qt.Key.Key_Menu)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [each.text() for each in menu.actions() if each.text()] == ["Edit…", "Told work today", "Remove"]
    menu.actions()[1].trigger()
    menu.close()
    spin()
    row = page.panel.log.model.rows[page.panel.log.model.place_on(date(2026, 12, 1)) or 0]
    assert row.time_off.told_on == date(2026, 11, 22)


def test_the_log_is_found_filtered_and_sorted(at_work: Stage, page: LeavePage) -> None:
    at_work.window.find_text()
    assert QApplication.focusWidget() is page.panel.log.search
    QTest.keyClicks(page.panel.log.search, "sick")
    assert dates(page) == ["Mon Nov 2", "Wed Mar 4"]
    page.panel.log.search.setText("nothing like it")
    assert page.panel.log.count.text() == "No time off fits. Try another word or choice."
    page.panel.log.search.clear()
    page.panel.log.shown.setCurrentIndex(1)
    assert dates(page) == ["Tue Dec 15", "Tue Dec 1", "Tue Nov 24"]
    page.panel.log.shown.setCurrentIndex(0)
    page.panel.log.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert dates(page)[:2] == ["Jan 12 – 16", "Sep 15 – 17"]


def test_entries_of_earlier_years_come_when_they_are_wanted(at_work: Stage, page: LeavePage) -> None:
    log(at_work, first=date(2022, 5, 3), last=date(2022, 5, 3), notes="moving day")
    panel = page.panel
    assert panel.log.earlier.text() == "Show 1 earlier entry"
    assert "Tue May 3 2022" not in dates(page)
    panel.log.search.setText("moving")
    assert dates(page) == ["Tue May 3 2022"]
    assert not panel.log.earlier.isVisible()


def test_a_paper_is_reminded_of_and_done(at_work: Stage, page: LeavePage) -> None:
    line = page.panel.papers.lines[0]
    assert line.title.text() == "Your doctor form (certification) is due at work by Dec 15."
    line.remind_button.click()
    spin()
    line = page.panel.papers.lines[0]
    assert line.remind_button.text() == "Stop reminding"
    line.done_button.click()
    spin()
    assert not page.panel.papers.isVisible()
    at_work.parts.actions.undo()
    spin()
    assert page.panel.papers.isVisible()


def test_many_papers_take_three_lines(at_work: Stage, page: LeavePage) -> None:
    job = jobs_of(at_work)[0]
    for day in range(1, 5):
        paper = LeavePaper(job_id=job.id, clock=Clock.NOTICE_BY, start=date(2027, 2, day))
        assert at_work.parts.actions.run("Paper", partial(leave.start_paper, paper=paper))
    spin()
    assert len(page.panel.papers.lines) == 3
    assert page.panel.papers.more.text() == "2 more papers"


def test_what_was_assumed_is_confirmed_one_by_one_or_at_once(at_work: Stage, page: LeavePage) -> None:
    assumed = page.panel.assumed
    before = len(assumed.rows)
    assumed.open()
    assert assumed.button.text() == f"We assumed {before} things"
    assumed.rows[1].click()
    spin()
    assert len(assumed.rows) == before - 1
    assert "workweek_start" in jobs_of(at_work)[0].confirmed
    assumed.confirmed.emit(tuple(page.panel.view.assumed))  # type: ignore[union-attr]
    spin()
    assert not assumed.button.isVisible()
    assert not assumed.is_open


def test_the_year_is_walked_by_key_and_told_in_words(page: LeavePage) -> None:
    year = page.panel.year
    grid = year.grid
    grid.setFocus()
    assert year.told.text() == "Sun Nov 22: no leave"
    for _ in range(2):
        QTest.keyClick(grid, Qt.Key.Key_Right)
    assert year.told.text() == "Tue Nov 24: 8 hours planned"
    assert grid.accessibleDescription() == year.told.text()
    QTest.keyClick(grid, Qt.Key.Key_End)
    assert year.told.text() == "Tue Dec 1: 8 hours planned"
    grid.stand_on(date(2027, 1, 1))
    assert year.told.text() == "Fri Jan 1 2027: 104 hours come back"
    grid.stand_on(date(2026, 11, 9))
    QTest.keyClick(grid, Qt.Key.Key_Return)
    current = page.panel.log.current()
    assert current is not None
    assert current.first == date(2026, 11, 9)


def test_the_table_of_months_adds_up_to_the_legend(page: LeavePage) -> None:
    model = page.panel.year.model
    last = model.rowCount() - 1
    assert [model.data(model.index(last, column)) for column in range(4)] == [
        "All", "56 hours", "24 hours", "104 hours"
    ]  # fmt: skip
    assert page.panel.year.taken.words.text() == "Taken: 56 hours"


def test_the_year_is_turned(at_work: Stage, page: LeavePage) -> None:
    at_work.window.go_back()
    assert page.panel.year.label.text() == "June 2025 to May 2026"
    at_work.window.go_on()
    at_work.window.go_on()
    assert page.panel.year.label.text() == "June 2027 to May 2028"
    at_work.window.go_today()
    assert page.panel.year.label.text() == "June 2026 to May 2027"


def test_a_difference_to_the_employer_is_shown(at_work: Stage, page: LeavePage) -> None:
    job = jobs_of(at_work)[0]
    count = EmployerCount(job_id=job.id, day=date(2026, 11, 2), minutes=480)
    assert at_work.parts.actions.run("Count", partial(leave.put_employer_counts, counts=[count]))
    spin()
    words = page.panel.notes.difference.title.text()
    assert words == "Your employer counted 4 hours more than you did, on Nov 2."


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"worker": Worker.AIRLINE_CREW}, "Flight crews have their own leave rules"),
        ({"worker": Worker.FEDERAL_CIVIL}, "Most federal workers have their own leave rules"),
    ],
)
def test_other_rules_are_said_and_the_log_stays(
    at_work: Stage, page: LeavePage, facts: dict[str, object], words: str
) -> None:
    change(at_work, **facts)
    assert not page.panel.headline.isVisible()
    assert page.panel.notes.nothing.sentence.text().startswith(words)
    assert len(dates(page)) == 10
    model = page.panel.log.model
    left = {str(model.data(model.index(row, Column.LEFT))) for row in range(model.rowCount())}
    assert left == {"–"}  # nothing can be counted, so no number stands there


def test_no_row_looks_chosen_before_the_keyboard_is_in_the_log(page: LeavePage) -> None:
    table = page.panel.log.table
    row = table.visualRect(table.model().index(0, 0))
    page.panel.log.search.setFocus()
    spin()
    quiet = table.viewport().grab(row).toImage().pixelColor(2, row.height() // 2)
    table.setFocus()
    spin()
    tinted = table.viewport().grab(row).toImage().pixelColor(2, row.height() // 2)
    assert quiet == page.panel.parts.theme.token("surface")
    assert tinted == page.panel.parts.theme.token("sel")


def test_a_sister_is_not_counted_by_this_law_and_states_are_offered(at_work: Stage, page: LeavePage) -> None:
    change(at_work, relation=Relation.SIBLING)
    headline = page.panel.headline
    assert headline.figure.text() == "FMLA leave does not cover this relative"
    assert "state program" in headline.sentence.text()
    assert headline.states.isVisible()
    numbers = (headline.bar, headline.most, headline.returns, page.panel.what_if)
    assert not any(each.isVisible() for each in numbers)
    change(at_work, relation=Relation.SPOUSE)
    assert headline.figure.text() == "376 hours left today"
    assert headline.bar.isVisible()
    assert not headline.states.isVisible()


def test_several_jobs_are_chosen_on_top(at_work: Stage, page: LeavePage) -> None:
    assert not page.panel.choice.isVisible()
    other = next(each for each in at_work.workspace.read(everybody) if each.first_name == "Ana")
    job = school_job(other, employer="Harbor Hospital", method=Method.ROLLING)
    assert at_work.parts.actions.run("Job", partial(leave.set_up, job=job, pattern=usual_week(job)))
    spin()
    box = page.panel.choice.box
    assert page.panel.choice.isVisible()
    assert [box.itemText(n) for n in range(box.count())][1] == "Ana Lindqvist, Harbor Hospital"
    box.setCurrentIndex(1)
    box.activated.emit(1)
    spin()
    assert page.head.hint.text() == "Ana Lindqvist, Harbor Hospital"
    assert page.panel.headline.figure.text() == "480 hours left today"


def test_a_job_that_was_added_is_the_one_that_is_shown(at_work: Stage, page: LeavePage, qtbot: QtBot) -> None:
    page.panel.another.click()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), SetUpDialog))
    form = QApplication.activeModalWidget()
    assert isinstance(form, SetUpDialog)
    form.employer.setText("Tern Books")
    form.save_button.click()
    spin()
    assert page.head.hint.text() == "Sam Rivers, Tern Books"
    assert page.panel.headline.figure.text() == "480 hours left today"
    at_work.parts.actions.undo()
    spin()
    assert page.head.hint.text() == "Sam Rivers, Lakeside School District"


def test_without_a_job_one_button_starts_it(stage: Stage, qtbot: QtBot) -> None:
    stage.workspace.write(without_work)
    page = page_of(stage)
    empty = page.panel.empty
    assert empty is not None
    assert empty.isVisible()
    assert empty.button is not None
    assert not page.log_button.isVisible()
    empty.button.click()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), SetUpDialog))
    QApplication.activeModalWidget().close()
    job = school_job(next(each for each in stage.workspace.read(everybody) if each.first_name == "Sam"))
    assert stage.parts.actions.run("Job", partial(leave.set_up, job=job, pattern=None))
    spin()
    assert not empty.isVisible()
    assert page.log_button.isVisible()
    assert page.panel.notes.nothing.title.text() == "Add your usual week to see what is left"
    assert page.panel.notes.nothing.button is not None
    page.panel.notes.nothing.button.click()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), JobEditor))
    QApplication.activeModalWidget().close()


def test_every_quiet_button_opens_its_dialog(page: LeavePage) -> None:
    panel = page.panel
    names = []
    for button in (panel.what_if, panel.compare, panel.all_papers, panel.states, panel.log.paste, panel.another):
        button.click()
        spin()
        dialog = QApplication.activeModalWidget()
        names.append(type(dialog).__name__)
        dialog.close()
        spin()
    assert names == [
        "WhatIfDialog", "CompareDialog", "PapersDialog", "StatesDialog", "PasteDialog", "SetUpDialog"
    ]  # fmt: skip


def test_a_job_under_12_months_is_told_beside_the_way_to_check_it(at_work: Stage, page: LeavePage) -> None:
    headline = page.panel.headline
    assert not headline.check.isVisible()
    for row in page.panel.view.rows if page.panel.view else ():
        if row.time_off.first < date(2026, 4, 1):
            remove = partial(leave.remove_time_off, time_off=row.time_off)
            assert at_work.parts.actions.run("Remove", remove)
    change(at_work, hired_on=date(2026, 4, 1))
    assert headline.not_yet.text().startswith("FMLA leave may start on Apr 1, 2027, after 12 months at this job.")
    headline.check.click()
    spin()
    assert isinstance(QApplication.activeModalWidget(), EligibilityDialog)
    QApplication.activeModalWidget().close()


def test_hours_and_minutes_are_not_cut_in_the_log(at_work: Stage, page: LeavePage) -> None:
    log(at_work, first=date(2026, 11, 17), last=date(2026, 11, 17), minutes=140)
    table = page.panel.log.table
    for column in (Column.HOURS, Column.LEFT):
        words = page.panel.log.model.longest(column)
        assert "min" in words
        assert table.isColumnHidden(column) or table.columnWidth(column) > table.fontMetrics().horizontalAdvance(words)
