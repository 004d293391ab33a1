"""Time off pasted from a spreadsheet: a tick for each line, and nothing is guessed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from caregiver_app.domain.day_order import DayOrder
from caregiver_app.ui.leave.paste import PasteDialog
from caregiver_app.ui.theme import Theme
from tests.ui.leave.working import Working, at_work


@pytest.fixture
def working(theme: Theme, tmp_path: Path) -> Iterator[Working]:
    with at_work(tmp_path, theme) as opened:
        yield opened


@pytest.fixture
def form(working: Working) -> PasteDialog:
    return working.show(PasteDialog(working.parts, working.view(), working.window))


def paste(form: PasteDialog, text: str) -> None:
    form.box.setPlainText(text)
    form.look()


def rows(form: PasteDialog) -> list[str]:
    return [form.good.item(row).text() for row in range(form.good.count())]


def bad(form: PasteDialog) -> list[str]:
    return [form.bad.item(row).text() for row in range(form.bad.count())]


def days(working: Working) -> list[date]:
    return [row.time_off.first for row in working.view().rows]


def test_good_lines_are_added_and_the_others_stay_to_be_put_right(working: Working, form: PasteDialog) -> None:
    paste(form, "6/16/2026\t8\tPTO\n2026-06-17\t4\n18 Jun 2026\t26\n")
    assert rows(form) == ["Tue Jun 16 2026: 8 hours · Care · PTO", "Wed Jun 17 2026: 4 hours · Care · Unpaid"]
    assert bad(form) == ["Line 3: “26” is more than a day has. A day has 24 hours.\n18 Jun 2026 26"]
    form.save_button.click()
    assert {date(2026, 6, 16), date(2026, 6, 17)} <= set(days(working))
    assert form.isVisible()
    assert form.box.toPlainText() == "18 Jun 2026\t26"
    paste(form, "18 Jun 2026\t6")
    form.save_button.click()
    assert date(2026, 6, 18) in days(working)


def test_the_order_of_day_and_month_is_asked_once(form: PasteDialog) -> None:
    paste(form, "3/6/2026\t8\n2/6/2026\t8")
    assert form.fields["order"].isVisible()
    assert (rows(form), bad(form), form.save_button.isEnabled()) == ([], [], False)
    form.order.choose(DayOrder.DAY_FIRST)
    assert [row.split(":")[0] for row in rows(form)] == ["Wed Jun 3 2026", "Tue Jun 2 2026"]


def test_a_line_without_its_tick_is_not_added(working: Working, form: PasteDialog) -> None:
    paste(form, "6/16/2026\t8\n6/17/2026\t8")
    form.good.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert form.save_button.text() == "Add 1 entry"
    form.save_button.click()
    assert date(2026, 6, 16) not in days(working)
    assert date(2026, 6, 17) in days(working)


def test_what_has_no_room_in_the_log_says_why(form: PasteDialog) -> None:
    paste(form, "11/5/2026\n11/7/2026\t4\n1/2/2019\t8\n6/16/2026\t4\n6/16/2026\t6")
    assert rows(form) == ["Tue Jun 16 2026: 4 hours · Care · Unpaid"]
    assert [line.split("\n")[0] for line in bad(form)] == [
        "Line 1: Thu Nov 5 2026 is already off in your log. Choose other days, or change that entry.",
        "Line 2: There is no work on Sat Nov 7 2026 in your usual week. Choose a workday, or change the usual week.",
        "Line 3: This job began on Mon Jan 6 2020. Choose a later day, or change the day the job began.",
        "Line 5: On Tue Jun 16 2026 there is more time off than work. Check the hours of that day.",
    ]


def test_500_entries_in_one_step(working: Working, form: PasteDialog) -> None:
    first = date(2023, 1, 2)
    workdays = [day for n in range(720) if (day := first + timedelta(n)).weekday() < 5][:500]
    styles = ("{d.month}/{d.day}/{d.year}", "{d:%Y-%m-%d}", "{d.day} {d:%b} {d.year}")
    paste(form, "\n".join(f"{styles[n % 3].format(d=day)}\t0.5" for n, day in enumerate(workdays)))
    assert form.save_button.text() == "Add 500 entries"
    earlier = working.view().earlier_rows
    form.save_button.click()
    assert working.view().earlier_rows == earlier + 500
    working.parts.actions.undo()
    assert working.view().earlier_rows == earlier


def test_nothing_pasted_adds_nothing(form: PasteDialog) -> None:
    assert not form.save_button.isEnabled()
    paste(form, "hello")
    assert bad(form) == ["Line 1: There is no day in this line. Add one, like 11/24/2026.\nhello"]


def test_what_is_left_over_keeps_its_columns_its_order_and_its_numbers(working: Working, form: PasteDialog) -> None:
    paste(form, "Date\tHours\n16/6/2026\t8\n17/6/2026\teight\n4/6/2026\tnine\n18/6/2026\t8")
    form.save_button.click()
    assert [line.split(":")[0] for line in bad(form)] == ["Line 3", "Line 4"]
    assert rows(form) == []
    paste(form, "Date\tHours\n17/6/2026\teight\n4/6/2026\t8")
    assert not form.fields["order"].isVisible()
    assert rows(form) == ["Thu Jun 4 2026: 8 hours · Care · Unpaid"]
    form.save_button.click()
    assert date(2026, 6, 4) in days(working)
    assert bad(form)[0].startswith("Line 3: We could not read “eight” as hours.")
    paste(form, "3/6/2026\t8")
    assert form.fields["order"].isVisible()  # another paste has an order of its own
