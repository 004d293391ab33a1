"""Spans, times of day and repeats; dateutil's rules are the judge of ours."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from itertools import islice

import pytest
from dateutil import rrule
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.domain.calendar import FOREVER, Every, Repeat, Span, When, days_of, month_of, week_of
from caregiver_app.domain.kinds import PartOfDay
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.spoken import repeat_words, span_words
from caregiver_app.domain.tasks import Task
from tests.domain.cases import Case, cases
from tests.domain.plans import days, repeat_of, series

REPEATS = cases("repeats.json")


def repeat_in(case: Case) -> Repeat:
    until = case.get("until")
    return Repeat(
        every=Every(case["every"]),
        n=case.get("n", 1),
        on=tuple(case.get("on", ())),
        until=date.fromisoformat(until) if until else None,
        count=case.get("count"),
    )


@pytest.mark.parametrize("case", REPEATS, ids=lambda case: f"{case['words']} from {case['first']}")
def test_a_repeat_meets_its_days_and_tells_them_in_words(case: Case) -> None:
    first = date.fromisoformat(case["first"])
    span = Span(*map(date.fromisoformat, case["span"]))
    assert [str(day) for day in days_of(first, repeat_in(case), span)] == case["days"]
    assert repeat_words(repeat_in(case), first) == case["words"]


def oracle(task: Task, span: Span) -> list[date]:
    """The same days by dateutil: a weekly rule, a daily rule, or one daily rule for each day of the cycle."""
    repeat = repeat_of(task)
    start = datetime.combine(task.day, time(9))
    end = datetime.combine(span.last, time(23))
    if repeat.every is Every.WEEKS:
        found = rrule.rrule(rrule.WEEKLY, start, repeat.n, wkst=rrule.MO, byweekday=repeat.on, until=end)
    elif repeat.every is Every.DAYS:
        found = rrule.rrule(rrule.DAILY, start, repeat.n, until=end)
    else:
        found = rrule.rruleset()
        for number in repeat.on:
            found.rrule(rrule.rrule(rrule.DAILY, start + timedelta(number - 1), repeat.n, until=end))
    until = repeat.until or FOREVER
    kept = [moment.date() for moment in islice(found, repeat.count) if moment.date() <= until]
    return [day for day in kept if day in span]


@given(series(), days, st.integers(0, 120))
def test_repeats_agree_with_dateutil(task: Task, first: date, length: int) -> None:
    span = Span(first, first + timedelta(length))
    assert task.days(span) == oracle(task, span)


@given(series(), days, st.integers(1, 60), st.integers(1, 60))
def test_two_spans_hold_the_days_of_the_two_together(task: Task, first: date, one: int, two: int) -> None:
    middle = first + timedelta(one)
    last = middle + timedelta(two)
    both = task.days(Span(first, middle)) + task.days(Span(middle + timedelta(1), last))
    assert both == task.days(Span(first, last))


@given(series())
def test_the_last_day_is_the_last_of_the_days(task: Task) -> None:
    if task.last_day == FOREVER:
        assert task.days(Span(date(2090, 1, 1), date(2092, 1, 1)))
    else:
        found = task.days(Span(task.day, FOREVER))
        assert not found or found[-1] <= task.last_day
        assert repeat_of(task).until or found[-1] == task.last_day


@given(series())
def test_a_series_starts_on_its_first_day(task: Task) -> None:
    assert task.days(Span(task.day, task.day)) == [task.day]
    assert not task.days(Span(task.day - timedelta(400), task.day - timedelta(1)))


@given(series(), st.integers(0, 400))
def test_a_cycle_counted_from_a_later_day_keeps_its_dates(task: Task, later: int) -> None:
    day = task.day + timedelta(later)
    if repeat_of(task).every is Every.CYCLE:
        turned = repeat_of(task).turned(later)
        assert all(
            turned.falls_on(day + timedelta(n), day) == repeat_of(task).falls_on(day + timedelta(n), task.day)
            for n in range(70)
        )


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"every": Every.WEEKS}, "Choose at least one day of the week."),
        ({"every": Every.WEEKS, "on": (7,)}, "Choose at least one day of the week."),
        ({"every": Every.CYCLE, "n": 28, "on": (29,)}, "Choose days from 1 to 28 for a cycle of 28 days."),
        ({"every": Every.CYCLE, "n": 28}, "Choose days from 1 to 28 for a cycle of 28 days."),
        ({"every": Every.DAYS, "n": 0}, "Type a number from 1 to 366 for how often it repeats."),
        ({"every": Every.DAYS, "n": 367}, "Type a number from 1 to 366 for how often it repeats."),
        ({"every": Every.DAYS, "count": 0}, "Type a number from 1 to 1000 for how many times."),
        ({"every": Every.DAYS, "count": 1001}, "Type a number from 1 to 1000 for how many times."),
    ],
)
def test_a_repeat_that_can_not_be_is_refused_at_its_field(wrong: Case, sentence: str) -> None:
    with pytest.raises(InvalidEntry) as refused:
        Repeat(**wrong)
    assert (refused.value.field, refused.value.message) == ("repeat", sentence)


@given(days, st.integers(0, 6))
def test_a_week_holds_its_day_and_starts_where_the_family_says(day: date, week_start: int) -> None:
    week = week_of(day, week_start)
    assert day in week
    assert week.first.weekday() == week_start
    assert len(list(week.days())) == 7
    assert all(week_of(other, week_start) == week for other in week.days())


@given(days)
def test_a_month_holds_its_day_and_meets_the_next(day: date) -> None:
    month = month_of(day)
    assert day in month
    assert month.first.day == 1
    assert month_of(month.last + timedelta(1)).first == month.last + timedelta(1)
    assert {each.month for each in month.days()} == {day.month}


@given(days, st.integers(0, 30), st.integers(-100, 100))
def test_a_span_moved_and_moved_back_is_itself(first: date, length: int, by: int) -> None:
    span = Span(first, first + timedelta(length))
    assert span.shifted(by).shifted(-by) == span
    assert [day + timedelta(by) for day in span.days()] == list(span.shifted(by).days())


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 11, 22), date(2026, 11, 28), "Nov 22 – 28"),
        (date(2026, 11, 29), date(2026, 12, 5), "Nov 29 – Dec 5"),
        (date(2026, 12, 27), date(2027, 1, 2), "Dec 27 – Jan 2"),
        (date(2026, 11, 22), date(2026, 11, 22), "Nov 22"),
    ],
)
def test_a_span_in_words(first: date, last: date, words: str) -> None:
    assert span_words(Span(first, last)) == words


@pytest.mark.parametrize(
    ("clock", "part"),
    [
        ("00:00", "morning"),
        ("11:29", "morning"),
        ("11:30", "midday"),
        ("13:59", "midday"),
        ("14:00", "afternoon"),
        ("17:29", "afternoon"),
        ("17:30", "evening"),
        ("23:59", "evening"),
    ],
)
def test_a_clock_time_falls_in_a_part_of_the_day(clock: str, part: str) -> None:
    assert When.decoded(clock).part_of_day is PartOfDay(part)


def test_a_day_is_in_order_with_any_time_at_its_end() -> None:
    texts = ["", "evening", "08:15", "morning", "17:30", "midday", "11:45", "14:00", "afternoon"]
    ordered = sorted((When.decoded(text) for text in texts), key=lambda when: when.sort_key)
    assert [when.encoded() for when in ordered][:3] == ["morning", "08:15", "midday"]
    assert ordered[-1] == When()


@pytest.mark.parametrize("text", ["", "morning", "midday", "afternoon", "evening", "00:00", "08:15", "23:59"])
def test_a_time_is_kept_in_one_word(text: str) -> None:
    assert When.decoded(text).encoded() == text


def test_a_task_at_nine_stays_at_nine_when_the_clocks_change() -> None:
    task = Task(
        title="Walk", day=date(2026, 10, 31), when=When(clock=time(9)), repeat=Repeat(every=Every.DAYS, count=3)
    )
    assert task.days(Span(date(2026, 10, 1), date(2026, 11, 30))) == [
        date(2026, 10, 31),
        date(2026, 11, 1),
        date(2026, 11, 2),
    ]
    assert task.when.clock == time(9)
