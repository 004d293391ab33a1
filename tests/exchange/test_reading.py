"""Files of other calendar programs: what comes in, in home time, and what is refused in words."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.domain.calendar_events import Event, Incoming
from caregiver_app.domain.people import LONGEST_NOTE
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.exchange.ics import read_events, write_events

HOME = "America/New_York"
TODAY = date(2026, 11, 22)
SAMPLES = Path(__file__).parents[1] / "data" / "ics"
EXPECTED: dict[str, dict[str, Any]] = json.loads((SAMPLES / "expected.json").read_text(encoding="utf-8"))


def told(one: Incoming) -> dict[str, Any]:
    """An event as the table of what is expected has it."""
    if one.refused:
        return {"title": one.title, "refused": one.refused}
    starts = f"{one.day} {one.clock:%H:%M}" if one.clock else str(one.day)
    row = {
        "title": one.title,
        "starts": starts,
        "minutes": one.minutes,
        "location": one.location,
        "cancelled": one.cancelled,
        "notes": list(one.notes),
    }
    return {name: value for name, value in row.items() if value}


def calendar(*lines: str) -> bytes:
    """A file with one event, next to nothing around it."""
    return "\r\n".join(["BEGIN:VCALENDAR", "BEGIN:VEVENT", *lines, "END:VEVENT", "END:VCALENDAR", ""]).encode()


def test_there_is_a_sample_for_each_line_of_the_table() -> None:
    assert {path.name for path in SAMPLES.glob("*.ics")} == set(EXPECTED)
    assert len(EXPECTED) >= 20


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_sample_comes_in_right_or_is_refused_in_words(name: str) -> None:
    expected = EXPECTED[name]
    data = (SAMPLES / name).read_bytes()
    if "refused" in expected:
        with pytest.raises(InvalidEntry) as refusal:
            read_events(data, HOME, today=TODAY)
        assert (refusal.value.field, refusal.value.message) == ("file", expected["refused"])
        return
    found = [told(one) for one in read_events(data, HOME, today=TODAY)]
    assert len(found) == expected["count"]
    assert (found if len(found) <= 12 else [found[0], found[-1]]) == expected["visits"]


def test_descriptions_come_without_markup() -> None:
    (scan,) = read_events((SAMPLES / "google.ics").read_bytes(), HOME)
    assert scan.description == "Entrance on Elm Street.\nParking is free & close by.\nWear loose sleeves"
    (old,) = read_events((SAMPLES / "old_vcs.ics").read_bytes(), HOME)
    assert old.description == "Bring the food list.\nTwo pages."


def test_letters_broken_over_two_lines_are_whole_again() -> None:
    (one,) = read_events((SAMPLES / "folded_in_a_letter.ics").read_bytes(), HOME)
    assert one.description == "Ängström"


def days_of(title: str, sample: str = "far_ahead.ics") -> list[date | None]:
    return [one.day for one in read_events((SAMPLES / sample).read_bytes(), HOME, today=TODAY) if one.title == title]


def test_dates_end_some_years_ahead() -> None:
    assert days_of("Yearly check") == [date(2026 + n, 12, 1) for n in range(4)]
    assert days_of("Hardly ever") == [date(2026, 12, 2)]
    assert days_of("Leap day") == [date(2028, 2, 29)]
    assert days_of("Three") == [date(2026, 12, 4), date(2026, 12, 11), date(2026, 12, 18)]
    notes = {one.title: one.notes for one in read_events((SAMPLES / "far_ahead.ics").read_bytes(), HOME, today=TODAY)}
    assert notes["Yearly check"] == ("It goes on for years. The dates until Dec 3 2029 come in.",)
    assert notes["Hardly ever"] == notes["Never"]
    assert "Only its first date comes in." in notes["Never"][0]
    assert notes["Three"] == ()


def test_of_a_group_since_long_ago_the_dates_to_come_are_there() -> None:
    days = days_of("Group since long ago")
    assert len(days) == 200
    assert date(2026, 11, 25) in days
    assert date(2029, 11, 21) in days


def test_two_dates_on_one_day_have_two_ids() -> None:
    found = read_events((SAMPLES / "twice_a_day.ics").read_bytes(), HOME)
    assert [one.uid for one in found] == [
        "rt-2#20261201",
        "rt-2#20261201T150000",
        "rt-2#20261202",
        "rt-2#20261202T150000",
    ]


def test_an_id_that_looks_like_a_date_of_another_event_is_not_taken_for_it() -> None:
    events = [("u1", "RRULE:FREQ=DAILY;COUNT=3"), ("u1#20261202", "SUMMARY:Other"), ("u1#20261203T090000", "X-A:b")]
    lines = [
        line
        for uid, more in events
        for line in ("BEGIN:VEVENT", f"UID:{uid}", "DTSTART:20261201T090000", more, "END:VEVENT")
    ]
    found = read_events("\r\n".join(["BEGIN:VCALENDAR", *lines, "END:VCALENDAR"]).encode(), HOME)
    assert len({one.uid for one in found}) == len(found) == 5


@pytest.mark.parametrize("lone", ["20261202T090000", "20261202T140000Z"])
def test_a_single_changed_date_tells_the_hour_it_first_had(lone: str) -> None:
    zone = "DTSTART;TZID=America/New_York:20261202T110000"
    (one,) = read_events(calendar("UID:s", zone, f"RECURRENCE-ID:{lone}", "SUMMARY:Lab"), HOME)
    assert (one.uid, one.series) == ("s#20261202T090000", "s")


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "words",
    [
        "<b>" + "<style " * 100_000,
        "<b>" + "<!--" * 200_000,
        "<b>" + "<!doctype " * 100_000,
        "<a" * 300_000,
        "&#" + "9" * 5_000 + ";",
        "<style>" * 50_000 + "</head>" * 50_000,
    ],
)
def test_odd_markup_is_read_at_once(words: str) -> None:
    (one,) = read_events(calendar(*PLAIN, f"DESCRIPTION:{words}"), HOME)
    assert (one.title, one.day) == ("Scan", date(2026, 12, 1))


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "data",
    [
        b"\n" * 2_000_000 + b"x",
        calendar("UID:z", f"DTSTART;TZID={'A/' * 100_000}1:20261201T090000", "SUMMARY:Scan"),
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY;ENCODING=QUOTED-PRINTABLE:" + b"a" * 500_000 + b"=\r\n=" * 200_000,
    ],
)
def test_a_file_made_to_take_forever_is_read_at_once(data: bytes) -> None:
    with suppress(InvalidEntry):
        read_events(data, HOME)


@pytest.mark.timeout(20)
def test_many_rules_that_never_fall_on_a_day_are_read_at_once() -> None:
    rule = "RRULE:FREQ=DAILY;BYSETPOS=300"
    (one,) = read_events(calendar(*PLAIN, *[rule] * 500), HOME)
    assert one.day == date(2026, 12, 1)


def test_a_file_of_very_many_dates_is_refused() -> None:
    one = "BEGIN:VEVENT\r\nUID:{n}\r\nDTSTART:20261201T090000\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT\r\n"
    file = f"BEGIN:VCALENDAR\r\n{''.join(one.format(n=n) for n in range(60))}END:VCALENDAR"
    with pytest.raises(InvalidEntry, match="10,000 dates"):
        read_events(file.encode(), HOME)


def test_a_reply_beside_an_event_does_not_come_in() -> None:
    found = read_events((SAMPLES / "two_calendars.ics").read_bytes(), HOME)
    assert [one.title for one in found] == ["Lab", "Scan"]


def test_each_date_of_a_series_keeps_its_id_when_it_is_moved() -> None:
    found = read_events((SAMPLES / "apple_series.ics").read_bytes(), HOME)
    assert [one.uid for one in found][1] == "SERIES-0001#20261118"
    assert {one.series for one in found} == {"SERIES-0001"}


def test_a_file_of_20_megabytes_is_refused_at_once() -> None:
    with pytest.raises(InvalidEntry, match="20 MB"):
        read_events(b"BEGIN:VCALENDAR\r\n" + b"X" * 20_000_000, HOME)


def test_an_event_without_an_id_has_the_same_one_each_time() -> None:
    data = calendar("DTSTART:20261201T090000", "SUMMARY:Lab")
    assert read_events(data, HOME)[0].uid == read_events(data, HOME)[0].uid


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;INTERVAL=-1",
        "FREQ=DAILY;BYHOUR=1,2,3",
        "FREQ=",
        "COUNT=3",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=DAILY;UNTIL=SOON",
    ],
)
def test_a_rule_that_can_not_be_meant_brings_its_first_date(rule: str) -> None:
    (one,) = read_events(calendar("DTSTART:20261201T090000", "SUMMARY:Lab", f"RRULE:{rule}"), HOME)
    assert (one.day, one.clock) == (date(2026, 12, 1), time(9))
    assert "Only its first date comes in." in one.notes[0]


def test_a_rule_through_the_clock_change_keeps_the_hour_of_its_own_zone() -> None:
    found = read_events((SAMPLES / "clock_change.ics").read_bytes(), HOME)
    aunt = [one.clock for one in found if one.title == "Call with the aunt"]
    assert aunt == [time(11), time(11), time(10), time(10)]


PLAIN = ("UID:one", "DTSTART:20261201T090000", "SUMMARY:Scan")
TOO_LONG = "Its note is very long; the first part comes in."
PLACE_TOO_LONG = "Its place is very long; the first part comes in."
NAME_TOO_LONG = "The name of its place is very long; the address has all of it."


@pytest.mark.parametrize(
    ("lines", "notes"),
    [
        (["DESCRIPTION:" + "a" * 19_000], ()),
        (["DESCRIPTION:" + "a" * 40_000], (TOO_LONG,)),
        (["LOCATION:" + "b" * 200], ()),
        (["LOCATION:" + "b" * 500], (NAME_TOO_LONG,)),
        (["LOCATION:Lakeside, " + "b" * 500], ()),
        (["LOCATION:" + "b" * 5_000, "DESCRIPTION:" + "a" * 19_900], (PLACE_TOO_LONG, TOO_LONG)),
    ],
)
def test_what_is_too_long_comes_in_shortened_and_says_so(lines: list[str], notes: tuple[str, ...]) -> None:
    (one,) = read_events(calendar(*PLAIN, *lines), HOME)
    assert one.notes == notes
    assert len(one.location) + 1 + len(one.description) <= LONGEST_NOTE, "both fit into the notes of a visit"
    assert (TOO_LONG in notes) == one.description.endswith("…")


def test_what_we_wrote_comes_back() -> None:
    event = Event(uid="one", summary="Scan, with “care”; a\\b", day=date(2026, 12, 1), clock=time(9), location="A, B")
    (one,) = read_events(write_events([event], HOME, datetime(2026, 11, 22, tzinfo=UTC)), HOME)
    assert (one.title, one.day, one.clock, one.minutes, one.location, one.notes) == (
        event.summary,
        event.day,
        event.clock,
        60,
        "A, B",
        (),
    )


ALL_SAMPLES = [path.read_bytes() for path in sorted(SAMPLES.glob("*.ics"))]


@given(data=st.data())
def test_a_damaged_file_is_read_or_refused_and_never_more(data: st.DataObject) -> None:
    sample = data.draw(st.sampled_from(ALL_SAMPLES))
    at = data.draw(st.integers(0, len(sample)))
    cut = data.draw(st.integers(0, 40))
    new = data.draw(st.one_of(st.binary(max_size=8), st.sampled_from([b"\r\n", b":", b";", b'"', b"=", b"999999999"])))
    with suppress(InvalidEntry):
        found = read_events(sample[:at] + new + sample[at + cut :], HOME)
        assert all(one.refused or (one.title and one.day) for one in found)
