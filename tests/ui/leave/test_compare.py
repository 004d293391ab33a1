"""The employer's count beside one's own: typed or pasted, said kindly, kept as one step."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from caregiver_app.ui.leave.compare import CompareDialog
from caregiver_app.ui.theme import Theme
from tests.ui.leave.working import Working, at_work, harm, shown

PASTED = "Date\tType\tHours\n11/3/2026\tFMLA\t8.00\n11/5/2026\tFMLA\t8.00\n11/10/2026\tFMLA\t4"


@pytest.fixture
def working(theme: Theme, tmp_path: Path) -> Iterator[Working]:
    with at_work(tmp_path, theme) as opened:
        yield opened


@pytest.fixture
def form(working: Working) -> CompareDialog:
    return working.show(CompareDialog(working.parts, working.view(), working.window))


def compare(form: CompareDialog, text: str, qtbot: QtBot) -> list[str]:
    """Type it, and the words of the table."""
    form.lines.setPlainText(text)
    form.look()
    qtbot.waitUntil(lambda: not form.is_waiting)
    return [label.text() for label in form.table.findChildren(QLabel) if not label.isHidden()]


def test_a_pasted_table_is_held_against_the_log(form: CompareDialog, qtbot: QtBot) -> None:
    words = compare(form, PASTED, qtbot)
    said = "You and HR differ on 2 days, from Tue Nov 3 on. In all HR counts 8 hours more."
    assert form.summary.text() == f"{said} Compared: Tue Nov 3 to Tue Nov 10."
    assert "HR has 4 hours more than you on Tue Nov 3." in words
    assert "HR has 4 hours more than you on Tue Nov 10." in words
    assert words[-1] == "1 day is the same."


def test_what_hr_does_not_list_is_said_as_well(form: CompareDialog, qtbot: QtBot) -> None:
    words = compare(form, "Nov 2, 0 hours\nNov 3: 4 hours\nNov 6 8", qtbot)
    assert "You have 8 hours on Thu Nov 5 that HR does not list." in words
    said = "You and HR differ on 2 days, from Thu Nov 5 on. In all it is the same time."
    assert form.summary.text() == f"{said} Compared: Mon Nov 2 to Fri Nov 6."


def test_the_same_count_is_said_in_one_sentence(form: CompareDialog, qtbot: QtBot) -> None:
    compare(form, "Nov 3, 4 hours\nNov 5, 8 hours", qtbot)
    assert form.summary.text() == "You and HR count the same on all these days. Compared: Tue Nov 3 to Thu Nov 5."
    assert form.note.isHidden()


def test_a_line_that_does_not_read_is_named_and_nothing_is_kept(
    working: Working, form: CompareDialog, qtbot: QtBot
) -> None:
    form.lines.setPlainText("Nov 3, 4 hours\nNov 5 some")
    form.save_button.click()
    assert form.fields["counts"].error.text() == (
        "Line 2: “Nov 5 some” does not read as a day and hours. Try “Nov 3, 8 hours.”"
    )
    assert form.isVisible()
    assert not working.view().employer_counts


def test_a_file_that_can_not_be_read_is_told(form: CompareDialog, tmp_path: Path, qtbot: QtBot) -> None:
    harm(tmp_path / "family.care")
    compare(form, PASTED, qtbot)
    assert "This file is damaged, and parts of it can’t be read." in shown(form)


def test_the_days_are_kept_shown_again_and_taken_back_by_one_undo(
    working: Working, form: CompareDialog, qtbot: QtBot
) -> None:
    compare(form, PASTED, qtbot)
    form.save_button.click()
    view = working.view()
    assert [count.day for count in view.employer_counts] == [date(2026, 11, day) for day in (3, 5, 10)]
    assert view.difference is not None
    assert (view.difference.minutes, view.difference.since) == (480, date(2026, 11, 3))
    again = working.show(CompareDialog(working.parts, view, working.window))
    assert again.lines.toPlainText().splitlines()[0] == "Tue Nov 3 2026, 8 hours"
    again.lines.setPlainText("Tue Nov 3 2026, 8 hours")
    again.save_button.click()
    assert [count.day for count in working.view().employer_counts] == [date(2026, 11, 3)]
    working.parts.actions.undo()
    working.parts.actions.undo()
    assert not working.view().employer_counts


@pytest.mark.parametrize(
    ("typed", "day", "said"),
    [
        ("130 hours are left", "Today", "By your log you have 140 hours left on Sun Nov 22. HR has 10 hours less."),
        ("140", "Nov 22", "You and HR have the same left on Sun Nov 22: 140 hours."),
        ("148", "Dec 15", "By your log you have 140 hours left on Tue Dec 15. HR has 8 hours more."),
    ],
)
def test_one_number_from_hr_is_held_against_the_same_day(
    form: CompareDialog, qtbot: QtBot, typed: str, day: str, said: str
) -> None:
    form.total.left.setText(typed)
    form.total.day.setText(day)
    form.total.left.setFocus()
    QTest.keyClick(form.total.left, Qt.Key.Key_Return)
    assert form.isVisible()  # Enter compares
    qtbot.waitUntil(lambda: not form.is_waiting)
    assert form.total.answer.text() == said
    form.reject()
    assert not form.isVisible()  # nothing is kept, so nothing is asked


def test_a_number_that_does_not_read_is_told_at_its_line(form: CompareDialog) -> None:
    form.total.left.setText("plenty")
    form.total.look()
    assert form.total.fields["left"].error.text().startswith("We could not read “plenty” as hours.")
