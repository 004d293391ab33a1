"""What if: the answers of a day, of a plan and of weeks in a row; nothing is saved until it is planned."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from caregiver_app.domain.leave.records import YearKnown
from caregiver_app.ui.leave.what_if import WhatIfDialog
from caregiver_app.ui.theme import Theme
from tests.ui.leave.working import JOB, Working, at_work, harm, shown


@pytest.fixture
def working(theme: Theme, tmp_path: Path) -> Iterator[Working]:
    with at_work(tmp_path, theme) as opened:
        yield opened


@pytest.fixture
def form(working: Working) -> WhatIfDialog:
    return working.show(WhatIfDialog(working.parts, working.view(), working.window))


def asked(qtbot: QtBot, form: WhatIfDialog) -> None:
    """Wait until every answer is there."""
    qtbot.waitUntil(lambda: not form.is_waiting)


def test_a_day_says_how_much_is_left_then(form: WhatIfDialog, qtbot: QtBot) -> None:
    QTest.keyClicks(form.day, "Dec 15")
    QTest.keyClick(form.day, Qt.Key.Key_Return)
    asked(qtbot, form)
    # 480 hours less eight weeks, 4 and 8 hours in November and 8 planned; Dec 3 of last year is back
    assert form.day_answer.title.text() == "140 hours left on Tue Dec 15"
    assert form.day_answer.more.text().startswith("That is 3 weeks and 2.5 days.")
    assert form.isVisible()  # Enter asks, it does not plan


def test_typing_alone_brings_the_answer_as_well(form: WhatIfDialog, qtbot: QtBot) -> None:
    QTest.keyClicks(form.day, "Dec 15")
    qtbot.waitUntil(lambda: form.day_answer.title.text() == "140 hours left on Tue Dec 15")


def test_other_methods_stand_in_a_table_with_ones_own_marked(form: WhatIfDialog, qtbot: QtBot) -> None:
    form.day.setText("Dec 15")
    form.look_at_day()
    asked(qtbot, form)
    form.fold.button.click()
    words = [label.text() for label in form.methods.findChildren(QLabel)]
    assert words[::3] == [
        "Calendar year, from January 1",
        "12 months from your first day of leave",
        "12 months back from each day (rolling). Yours.",
        "A year from Jan 6, only if your job had chosen it",
    ]
    assert words[1::3] == ["140 hours", "480 hours", "140 hours", "140 hours"]


def test_not_sure_shows_the_least_and_the_range(theme: Theme, tmp_path: Path, qtbot: QtBot) -> None:
    with at_work(tmp_path, theme, replace(JOB, known=YearKnown.NOT_SURE, method=None)) as working:
        form = working.show(WhatIfDialog(working.parts, working.view(), working.window))
        form.day.setText("Jan 4 2027")
        form.look_at_day()
        asked(qtbot, form)
        assert form.day_answer.title.text() == "At least 140 hours left on Mon Jan 4 2027"
        assert "It is between 140 and 480 hours" in form.day_answer.more.text()
        assert "Ask HR how your leave year is counted." in form.day_answer.more.text()


def test_a_plan_is_understood_and_says_how_far_it_is_covered(form: WhatIfDialog, qtbot: QtBot) -> None:
    form.plan.setText("Dec 7 to Mar 1")
    form.look_at_plan()
    assert form.fields["plan"].help.text() == "Mon Dec 7 to Mon Mar 1 2027"
    asked(qtbot, form)
    assert form.plan_answer.title.text() == "It lasts until Dec 30."
    assert form.plan_answer.more.text() == "A part of that day is covered. After Mar 1, 2027, nothing is left."


def test_a_plan_that_fits_says_what_is_left_after_it(form: WhatIfDialog, qtbot: QtBot) -> None:
    form.plan.setText("every other Friday through Jan 15")
    form.look_at_plan()
    asked(qtbot, form)
    assert form.plan_answer.title.text() == "Every day of it is covered: 32 hours."
    assert form.plan_answer.more.text() == "After Jan 8, 2027, 108 hours are left."


def test_weeks_in_a_row_get_their_first_day(form: WhatIfDialog, qtbot: QtBot) -> None:
    form.weeks.setText("six weeks")
    form.look_at_weeks()
    asked(qtbot, form)
    assert form.weeks_answer.title.text() == "6 weeks in a row are covered from Feb 8, 2027."


def test_what_can_not_be_read_is_said_at_its_line_and_nothing_is_planned(
    working: Working, form: WhatIfDialog, qtbot: QtBot
) -> None:
    before = len(working.view().rows)
    form.day.setText("someday")
    form.plan.setText("now and then")
    form.look_at_day()
    form.look_at_plan()
    assert form.fields["day"].error.text().startswith("We could not read “someday” as a day.")
    assert form.fields["plan"].error.text().startswith("We could not read “now and then.”")
    assert not form.save_button.isEnabled()
    assert len(working.view().rows) == before


def test_a_file_that_can_not_be_read_is_told_and_nobody_goes_on_waiting(
    form: WhatIfDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    harm(tmp_path / "family.care")
    form.day.setText("Dec 15")
    form.look_at_day()
    asked(qtbot, form)
    assert form.day_answer.isHidden()
    assert "This file is damaged, and parts of it can’t be read." in shown(form)


def test_nothing_is_saved_by_asking_and_closing_asks_nothing(
    working: Working, form: WhatIfDialog, qtbot: QtBot
) -> None:
    before = working.view()
    form.plan.setText("Dec 7 to Dec 11")
    form.look_at_plan()
    asked(qtbot, form)
    form.cancel_button.click()
    assert not form.isVisible()
    assert working.view() == before
    assert not working.parts.actions.undo_text()


def test_plan_this_keeps_it_as_planned_and_undo_takes_it_back(
    working: Working, form: WhatIfDialog, qtbot: QtBot
) -> None:
    form.plan.setText("every mon and fri from Dec 14 to Dec 20, 4 hours")
    form.look_at_plan()
    asked(qtbot, form)
    form.save_button.click()
    assert not form.isVisible()
    planned = [row.time_off for row in working.view().rows if row.time_off.planned]
    assert [(each.first, each.minutes) for each in planned[-2:]] == [
        (date(2026, 12, 14), 240),
        (date(2026, 12, 18), 240),
    ]
    working.parts.actions.undo()
    assert len([row for row in working.view().rows if row.time_off.planned]) == 1


def test_a_plan_on_days_that_are_off_already_is_refused_at_its_line(
    working: Working, form: WhatIfDialog, qtbot: QtBot
) -> None:
    form.plan.setText("Dec 1")
    form.look_at_plan()
    asked(qtbot, form)
    form.save_button.click()
    assert form.isVisible()
    assert form.fields["plan"].error.text() == (
        "All of it is in your log already."
    )


def test_of_a_plan_the_days_that_are_new_are_planned(working: Working, form: WhatIfDialog, qtbot: QtBot) -> None:
    form.plan.setText("Nov 30 to Dec 4")
    form.look_at_plan()
    asked(qtbot, form)
    assert "1 day of it is in your log already and counts once." in form.plan_answer.more.text()
    form.save_button.click()
    assert not form.isVisible()
    planned = [row.time_off for row in working.view().rows if row.time_off.planned]
    assert [(each.first, each.last) for each in planned] == [
        (date(2026, 11, 30), date(2026, 11, 30)),
        (date(2026, 12, 1), date(2026, 12, 1)),
        (date(2026, 12, 2), date(2026, 12, 4)),
    ]


def test_the_button_that_plans_stands_below_the_plan(form: WhatIfDialog) -> None:
    form.weeks.setText("4 weeks")
    tops = [each.mapTo(form, QPoint(0, 0)).y() for each in (form.plan, form.save_button, form.weeks)]
    assert tops == sorted(tops)
    assert form.save_button.text() == "Plan these days"
    assert not form.save_button.isEnabled()
