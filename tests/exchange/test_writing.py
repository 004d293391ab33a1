"""Our calendar files as other programs get them: times, versions, and what the standard asks of the bytes."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import icalendar
import pytest
import vobject
from hypothesis import example, given
from hypothesis import strategies as st

from caregiver_app.domain.calendar_events import Event
from caregiver_app.exchange.ics import read_events, write_events

HOME = "America/New_York"
MADE = datetime(2026, 11, 22, 13, 0, tzinfo=UTC)


def event(**fields: Any) -> Event:
    """An event with the fields that matter to a test."""
    return Event(**{"uid": "one", "summary": "Ride there", "day": date(2026, 12, 1), "clock": time(8, 15), **fields})


def parts_of(data: bytes) -> list[Any]:
    """The events as icalendar reads them."""
    return list(icalendar.Calendar.from_ical(data).events)


def lines_of(data: bytes) -> list[str]:
    """The lines, made whole again."""
    return data.decode().replace("\r\n ", "").split("\r\n")


AROUND_THE_CHANGES = [
    event(uid=f"{day}", day=day, clock=time(9), minutes=90)
    for change in (date(2026, 3, 8), date(2026, 11, 1))
    for day in (change - timedelta(1), change, change + timedelta(1))
]


def test_times_are_equal_across_the_clock_changes_in_two_other_libraries() -> None:
    data = write_events(AROUND_THE_CHANGES, HOME, MADE)
    ours = [(each.day, time(9), time(10, 30)) for each in AROUND_THE_CHANGES]
    theirs = [(each.start.date(), each.start.time(), each.end.time()) for each in parts_of(data)]
    others = [
        (each.dtstart.value.date(), each.dtstart.value.time(), each.dtend.value.time())
        for each in vobject.readOne(data.decode()).vevent_list
    ]
    assert theirs == ours
    assert others == ours
    instants = [each.dtstart.value.astimezone(UTC).hour for each in vobject.readOne(data.decode()).vevent_list]
    assert instants == [14, 13, 13, 13, 14, 14]


def test_a_time_in_the_hour_that_is_left_out_is_an_hour_later() -> None:
    lines = lines_of(write_events([event(day=date(2026, 3, 8), clock=time(2, 30), minutes=30)], HOME, MADE))
    assert "DTSTART;TZID=America/New_York:20260308T033000" in lines
    assert "DTEND;TZID=America/New_York:20260308T040000" in lines


def test_a_time_in_the_hour_that_comes_twice_is_told_without_doubt() -> None:
    lines = lines_of(write_events([event(day=date(2026, 11, 1), clock=time(1, 30), minutes=30)], HOME, MADE))
    assert "DTSTART:20261101T053000Z" in lines
    assert "DTEND:20261101T070000Z" in lines


@given(
    day=st.dates(date(2026, 2, 1), date(2027, 4, 1)),
    clock=st.times().map(lambda each: each.replace(second=0, microsecond=0)),
    minutes=st.integers(1, 1440),
)
def test_the_end_is_after_the_start_at_any_time(day: date, clock: time, minutes: int) -> None:
    lines = lines_of(write_events([event(day=day, clock=clock, minutes=minutes)], HOME, MADE))
    start, end = (
        next(line.rpartition(":")[2] for line in lines if line.startswith(name)) for name in ("DTST", "DTEND")
    )
    assert start < end
    (read,) = read_events("\r\n".join(lines).encode(), HOME)
    if (day, clock.hour) != (date(2026, 3, 8), 2) and (day, clock.hour) != (date(2027, 3, 14), 2):
        assert (read.day, read.clock) == (day, clock)


@given(words=st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=400))
@example(words=r"C:\New\notes, a; b\N")
def test_lines_are_short_and_end_as_the_standard_asks(words: str) -> None:
    data = write_events([event(summary=f"x{words}", location=words, description=f"{words}\n{words}")], HOME, MADE)
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    read = vobject.readOne(data.decode()).vevent
    (back,) = read_events(data, HOME)
    assert read.summary.value == back.title == " ".join(f"x{words}".split())


def test_whole_days_are_dates_and_need_no_zone() -> None:
    lines = lines_of(write_events([event(clock=None)], HOME, MADE))
    assert "DTSTART;VALUE=DATE:20261201" in lines
    assert "DTEND;VALUE=DATE:20261202" in lines
    assert "BEGIN:VTIMEZONE" not in lines


def test_the_zone_is_told_for_the_dates_used_alone() -> None:
    lines = lines_of(write_events(AROUND_THE_CHANGES, HOME, MADE))
    zone = lines[lines.index("BEGIN:VTIMEZONE") : lines.index("END:VTIMEZONE")]
    assert len(zone) < 25
    assert [line for line in zone if line.startswith("DTSTART")] == [
        "DTSTART:20260306T000000",
        "DTSTART:20260308T020000",
        "DTSTART:20261101T020000",
    ]
    one_day = lines_of(write_events([event()], HOME, MADE))
    assert one_day.count("BEGIN:STANDARD") == 1
    assert "BEGIN:DAYLIGHT" not in one_day


@pytest.mark.parametrize("zone", ["America/Phoenix", "Europe/London", "Australia/Lord_Howe", "Asia/Kolkata", "UTC"])
def test_zones_all_over_the_world_are_read_back(zone: str) -> None:
    events = [event(uid=str(n), day=date(2026, n, 10), clock=time(9)) for n in range(1, 13)]
    data = write_events(events, zone, MADE)
    assert [(each.day, each.clock) for each in read_events(data, zone)] == [(each.day, each.clock) for each in events]
    assert [each.start.time() for each in parts_of(data)] == [time(9)] * 12


def test_a_file_is_no_mail_about_a_meeting() -> None:
    text = write_events([event(cancelled=True, sequence=3, alarm=timedelta(hours=1))], HOME, MADE).decode()
    for name in ("METHOD", "ATTENDEE", "ORGANIZER", "BEGIN:VALARM"):
        assert name not in text
    assert "STATUS:CANCELLED" in text
    assert "SEQUENCE:3" in text
    assert "DTSTAMP:20261122T130000Z" in text
    assert "Caregiver Organizer" in next(line for line in text.splitlines() if line.startswith("PRODID"))


def test_a_reminder_comes_before() -> None:
    (part,) = parts_of(write_events([event(alarm=timedelta(hours=1))], HOME, MADE))
    (alarm,) = part.alarms.times
    assert alarm.trigger.time() == time(7, 15)


def test_vobject_finds_nothing_missing() -> None:
    events = [*AROUND_THE_CHANGES, event(uid="day", clock=None), event(uid="off", cancelled=True)]
    assert vobject.readOne(write_events(events, HOME, MADE).decode()).validate(raiseException=True)
    assert not any(part.errors for part in icalendar.Calendar.from_ical(write_events(events, HOME, MADE)).walk())
