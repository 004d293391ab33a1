"""Sheets of leave in the print window: for one job or another, over their own days, and saved as a table."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from caregiver_app.domain.leave.days import Method
from caregiver_app.domain.leave.records import LeaveJob, TimeOff, WorkPattern, YearKnown
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.records import Record
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.ui.printing.window import PrintWindow
from tests.stage import Stage, spin
from tests.ui.printing.test_window import Printing

SUNDAY = date(2026, 11, 22)
TUESDAY = date(2026, 11, 24)


class LeavePrinting(Printing):
    """Uses the print window for the second of two jobs."""

    def __init__(self, stage: Stage, qtbot: QtBot) -> None:
        self.stage, self.qtbot = stage, qtbot
        person = next(each for each in stage.workspace.read(_people) if each.role is Role.CAREGIVER)
        self.jobs = [
            LeaveJob(person_id=person.id, employer=name, known=YearKnown.TOLD, method=Method.ROLLING)
            for name in ("Northwind", "Tern Books")
        ]
        week = (0, 480, 480, 480, 480, 480, 0)
        pattern = WorkPattern(job_id=self.jobs[1].id, first_day=SUNDAY, cycle_start=SUNDAY, weeks=(week,))
        visit = TimeOff(job_id=self.jobs[1].id, first=TUESDAY, last=TUESDAY, minutes=90)
        for record in (*self.jobs, pattern, visit):
            stage.workspace.write(partial(_put, record=record))
        self.window = PrintWindow(stage.parts, "payform", day=TUESDAY, about_id=self.jobs[1].id, parent=stage.window)
        self.sheet = self.made(self.window.open)
        self.window.resize(1080, 800)
        spin()


def _put(work: UnitOfWork, record: Record) -> None:
    work.put(record)


def _people(work: UnitOfWork) -> list[Person]:
    return work.all(Person)


@pytest.fixture
def printing(stage: Stage, qtbot: QtBot) -> Iterator[LeavePrinting]:
    """The pay-period form of the second job."""
    used = LeavePrinting(stage, qtbot)
    yield used
    used.window.close()
    spin()


def test_the_form_is_for_the_job_it_was_opened_for_until_another_is_chosen(printing: LeavePrinting) -> None:
    choices = printing.window.choices
    assert choices.job.isVisible()
    assert "Tern Books" in printing.text()
    assert "Total: 1.5 hours" in printing.text()
    choices.job.choose(printing.jobs[0].id)
    printing.made(lambda: choices.job.activated.emit(choices.job.currentIndex()))
    assert "Northwind" in printing.text()


def test_each_sheet_of_leave_offers_its_own_days(printing: LeavePrinting) -> None:
    choices = printing.window.choices
    offered = [choices.stretch.itemText(n) for n in range(choices.stretch.count())]
    assert offered == ["One week", "Two weeks", "One month"]
    for name, shown, words in (
        ("leavelog", True, "My leave log"),
        ("returns", False, "Leave that comes back"),
        ("hrquestions", False, "Questions for HR"),
    ):
        choices.sheet.choose(name)
        printing.made(lambda: choices.sheet.activated.emit(choices.sheet.currentIndex()))
        assert choices.week.isVisible() is shown
        assert words in printing.text()
        assert "Tern Books" in printing.text()
    assert not printing.window.table_button.isVisible()


def test_the_lines_are_saved_as_a_table_that_is_no_copy(printing: LeavePrinting, tmp_path: Path) -> None:
    path = tmp_path / "form.csv"
    assert printing.window.table_button.isVisible()
    printing.window.table_button.click()
    printing.pick(path)
    printing.qtbot.waitUntil(path.exists, timeout=20_000)
    assert "2026-11-24,,,1.5,intermittent,C" in path.read_text("utf-8-sig")
    printing.qtbot.waitUntil(printing.window.notices.isVisible, timeout=20_000)
    assert printing.copies() == []
    printing.window.choices.sheet.choose("week")
    printing.made(lambda: printing.window.choices.sheet.activated.emit(0))
    assert not printing.window.table_button.isVisible()
    assert not printing.window.choices.job.isVisible()
