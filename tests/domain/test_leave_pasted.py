"""A pasted spreadsheet: three ways to write a day, one order for all, and why a line can't be read."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest

from caregiver_app.domain.day_order import DayOrder
from caregiver_app.domain.leave.entries import LeaveKind
from caregiver_app.domain.leave.records import LeaveReason, PaidFrom
from caregiver_app.domain.leave_pasted import Pasted, order_of, read_pasted

TODAY = date(2026, 11, 22)
JOB = UUID(int=1)


def read(text: str, order: DayOrder | None = None) -> Pasted:
    return read_pasted(text, job_id=JOB, today=TODAY, order=order)


def only(text: str) -> tuple[date, int | None]:
    """First day and minutes of the one line that is read."""
    (line,) = read(text).lines
    assert line.time_off is not None, line.problem
    return line.time_off.first, line.time_off.minutes


@pytest.mark.parametrize(
    ("text", "day", "minutes"),
    [
        ("11/24/2025\t8", date(2025, 11, 24), 480),
        ("2025-11-24\t7.5", date(2025, 11, 24), 450),
        ("24 Nov 2025\t4:30", date(2025, 11, 24), 270),
        ("Mon Nov 24, 2025\t450 min", date(2025, 11, 24), 450),
        ("24-Nov-25\twhole day", date(2025, 11, 24), None),
        ("Nov 24, 2025, 8, PTO", date(2025, 11, 24), 480),
        ("24/11/2025;3", date(2025, 11, 24), 180),
        ("11/24/2025 8", date(2025, 11, 24), 480),
        ("2025-11-24 00:00:00\t2", date(2025, 11, 24), 120),
        ("11/24/2025", date(2025, 11, 24), None),
    ],
)
def test_days_and_hours_as_spreadsheets_write_them(text: str, day: date, minutes: int | None) -> None:
    assert only(text) == (day, minutes)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("11/24/2025\t26", "“26” is more than a day has. A day has 24 hours."),
        ("11/24/2025\teight", "We could not read “eight” as hours. Try 8, 7.5 or “7 h 30 min.”"),
        ("11/24/2025\t0", "0 hours: there is nothing to log in this line."),
        ("11/24/2025\t0.33", "“0.33” is not a whole number of minutes. Try 0 h 19 min."),
        ("11/24\t8", "“11/24” has no year. Add it, like 11/24/2026."),
        ("Nov 24\t8", "“Nov 24” has no year. Add it, like 11/24/2026."),
        ("lunch\t8", "There is no day in this line. Add one, like 11/24/2026."),
        ("2/30/2026\t8", "February 2026 has no day 30. It ends on Feb 28."),
        ("11/24/2025\t11/20/2025\t8", "The last day is before the first day."),
    ],
)
def test_a_line_that_can_not_be_says_why(text: str, why: str) -> None:
    (line,) = read(text).lines
    assert (line.time_off, line.problem) == (None, why)


def test_columns_are_found_by_their_heads() -> None:
    text = "Reason\tHours\tDate\tTo\nvisit\t8\t11/23/2025\t11/25/2025\n"
    (line,) = read(text).good
    assert line.time_off is not None
    assert (line.time_off.first, line.time_off.last) == (date(2025, 11, 23), date(2025, 11, 25))
    assert line.time_off.reason is LeaveReason.APPOINTMENT


def test_words_beside_the_day_are_understood_or_kept_as_notes() -> None:
    (line,) = read("12/2/2026\t8\tPTO\tnot FMLA\tdrove her home\tvisit\n12/31/2026").good[:1]
    assert line.time_off is not None
    assert (line.time_off.paid, line.time_off.kind) == (PaidFrom.PTO, LeaveKind.NOT_FMLA)
    assert (line.time_off.notes, line.time_off.planned) == ("drove her home", True)


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("3/4/2026\n5/6/2026", None),
        ("3/4/2026\n3/14/2026", DayOrder.MONTH_FIRST),
        ("3/4/2026\n14/3/2026", DayOrder.DAY_FIRST),
        ("3/14/2026\n14/3/2026", None),
        ("5/5/2026\n2026-03-04", DayOrder.MONTH_FIRST),
    ],
)
def test_the_order_of_day_and_month_is_one_for_all(text: str, order: DayOrder | None) -> None:
    assert order_of(text) is order


def test_while_the_order_is_open_such_lines_wait_and_have_no_fault() -> None:
    pasted = read("3/4/2026\t8\n2026-03-05\t8")
    assert pasted.order is None
    assert [(line.number, line.problem) for line in pasted.bad] == [(1, "")]
    told = read("3/4/2026\t8\n2026-03-05\t8", DayOrder.DAY_FIRST)
    assert [line.time_off.first for line in told.good if line.time_off] == [date(2026, 4, 3), date(2026, 3, 5)]


def test_a_day_the_other_way_around_than_the_rest_is_pointed_out() -> None:
    pasted = read("3/14/2026\n14/3/2026", DayOrder.MONTH_FIRST)
    assert [line.problem for line in pasted.lines] == [
        "",
        "“14/3/2026” has the day and the month the other way around than the rest.",
    ]


def test_the_same_line_twice_is_pointed_out() -> None:
    pasted = read("11/24/2025\t8\n2025-11-24\t8")
    assert [line.caution for line in pasted.lines] == ["", "The same as line 1."]


def test_500_lines_in_three_styles_are_read() -> None:
    styles = ("{d.month}/{d.day}/{d.year}", "{d:%Y-%m-%d}", "{d.day} {d:%b} {d.year}")
    days = [date(2024, 1, 1) + timedelta(n) for n in range(500)]
    text = "\n".join(f"{styles[n % 3].format(d=day)}\t2.5" for n, day in enumerate(days))
    pasted = read(text)
    assert [line.time_off.first for line in pasted.lines if line.time_off] == days


@pytest.mark.parametrize("hours", ["4 hours", "4 hrs", "4 h", "240 minutes"])
def test_hours_in_words_are_never_a_day(hours: str) -> None:
    assert only(f"2026-10-27, {hours}") == (date(2026, 10, 27), 240)


def test_a_room_with_a_number_is_a_note() -> None:
    (line,) = read("2026-10-27, 4 hours, Room 2041").lines
    assert line.time_off is not None
    assert (line.time_off.last, line.time_off.notes) == (date(2026, 10, 27), "Room 2041")


def test_each_line_has_its_own_signs_between_cells() -> None:
    text = "2026-10-27, 4 hours\n2026-10-28\t3 hours\n10/29/2026; 2\nOct 30, 2026, 1, visit; then home\n2026-11-02,\t8"
    assert [line.time_off and line.time_off.minutes for line in read(text).lines] == [240, 180, 120, 60, 480]


@pytest.mark.parametrize(
    "text",
    [
        "12/18/2026 to 12/19/2026\t4",
        "12/18/2026 - 12/19/2026, 4",
        "2026-12-18 through 2026-12-19;4",
        "Date\tHours\n12/18/2026 to 12/19/2026\t4",
    ],
)
def test_first_and_last_day_may_stand_in_one_column(text: str) -> None:
    (line,) = read(text).lines
    assert line.time_off is not None, line.problem
    assert (line.time_off.first, line.time_off.last) == (date(2026, 12, 18), date(2026, 12, 19))
    assert line.time_off.minutes == 240
