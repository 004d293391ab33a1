"""How often a reminder comes again, as it is typed."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from caregiver_app.domain.calendar import Every, Repeat
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.reminder_typed import next_time, parse_often
from caregiver_app.domain.reminders import OwnReminder

SUNDAY = date(2026, 11, 22)


def at(day: date, hour: int, minute: int = 0) -> datetime:
    """A local time."""
    return datetime.combine(day, time(hour, minute))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", None),
        ("once", None),
        ("every day", Repeat(every=Every.DAYS)),
        ("Daily.", Repeat(every=Every.DAYS)),
        ("every week", Repeat(every=Every.WEEKS, on=(6,))),
        ("every Tuesday", Repeat(every=Every.WEEKS, on=(1,))),
        ("Tue, Fri", Repeat(every=Every.WEEKS, on=(1, 4))),
        ("weekdays", Repeat(every=Every.WEEKS, on=(0, 1, 2, 3, 4))),
        ("every 3 days", Repeat(every=Every.DAYS, n=3)),
        ("every day, 6 times", Repeat(every=Every.DAYS, count=6)),
        ("every Friday until Dec 18", Repeat(every=Every.WEEKS, on=(4,), until=date(2026, 12, 18))),
    ],
)
def test_how_often_is_read(typed: str, meant: Repeat | None) -> None:
    assert parse_often(typed, SUNDAY, SUNDAY) == meant


@pytest.mark.parametrize(
    "typed", ["every minute", "every 5 min", "hourly", "every hour", "3 times a day", "twice a day", "every 30 seconds"]
)
def test_more_than_once_a_day_is_refused_kindly(typed: str) -> None:
    with pytest.raises(InvalidEntry) as refused:
        parse_often(typed, SUNDAY, SUNDAY)
    assert refused.value.field == "repeat"
    assert "Once a day is the most" in refused.value.message


def test_what_makes_no_sense_is_refused_at_the_field() -> None:
    with pytest.raises(InvalidEntry) as refused:
        parse_often("when the cows come home", SUNDAY, SUNDAY)
    assert refused.value.field == "repeat"
    assert "“when the cows come home.”" in refused.value.message


def test_the_next_time_is_on_the_familys_own_clock() -> None:
    plants = OwnReminder(text="Plants", day=SUNDAY, clock=time(9), repeat=Repeat(every=Every.DAYS, n=2))
    assert next_time(plants, at(date(2026, 11, 22), 9)) == at(date(2026, 11, 22), 9)
    assert next_time(plants, at(date(2026, 11, 22), 9, 1)) == at(date(2026, 11, 24), 9)
    assert next_time(OwnReminder(text="Book", day=SUNDAY, clock=time(9)), at(date(2026, 11, 22), 10)) is None
