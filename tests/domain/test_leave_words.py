"""What is said about leave: hours and weeks are never rounded up, days tell their year, the open stays open."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from caregiver_app.domain import leave_names as names
from caregiver_app.domain import leave_words as words
from caregiver_app.domain.leave.answers import Amount, Figures, LeaveView, RunningPaper
from caregiver_app.domain.leave.balance import Worker
from caregiver_app.domain.leave.charge import DayWeeks
from caregiver_app.domain.leave.days import Method, MonthDay
from caregiver_app.domain.leave.methods import CountDifference
from caregiver_app.domain.leave.papers import Clock, Deadline
from caregiver_app.domain.leave.records import LeaveJob, LeavePaper, YearKnown
from caregiver_app.domain.leave_counts_typed import left_difference_words
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.spoken import day_words

TODAY = date(2026, 11, 22)
WEEK = Fraction(2400)
SAM = Person(name="Sam Rivers", role=Role.CAREGIVER)
TOLD = LeaveJob(person_id=SAM.id, known=YearKnown.TOLD, method=Method.ROLLING)
NOT_SURE = LeaveJob(person_id=SAM.id)


def amount(hours: Fraction | int | str) -> Amount:
    """Hours in weeks of five days and 40 hours."""
    weeks = Fraction(hours) / 40
    whole = int(weeks)
    return Amount(weeks=weeks, minutes=weeks * WEEK, whole_weeks=whole, days=(weeks - whole) * 5)


def figures(left: int = 312, *, planned: int = 0, least: int = 0, most: int = 0, over: int = 0) -> Figures:
    """The answer of a day with so many hours left."""
    return Figures(
        day=TODAY,
        entitlement=amount(480),
        used=amount(480 - left),
        planned=amount(planned),
        left=amount(left),
        after_planned=amount(left - planned),
        least=amount(least or left),
        most=amount(most or left),
        over=amount(over),
    )


def view(job: LeaveJob = TOLD, answer: Figures | None = None, **told: object) -> LeaveView:
    """What the tab shows."""
    return LeaveView(job=job, person=SAM, figures=answer, **told)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (Fraction(0), "0 hours"),
        (Fraction(60), "1 hour"),
        (Fraction(450), "7.5 hours"),
        (Fraction(50), "50 min"),
        (Fraction(15), "0.25 hours"),
        (Fraction(20500), "341 hours 40 min"),
        (Fraction(20500) + Fraction(2, 7), "341 hours 40 min"),
        (Fraction(1, 7), "less than 1 min"),
        (Fraction(28800), "480 hours"),
        (Fraction(62430), "1,040.5 hours"),
        (Fraction(60 * 100 - 1, 100), "59 min"),
    ],
)
def test_hours_are_cut_and_never_rounded_up(minutes: Fraction, said: str) -> None:
    assert words.hours_words(minutes) == said


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        (312, "7 weeks and 4 days"),
        (480, "12 weeks"),
        (48, "1 week and 1 day"),
        (12, "1.5 days"),
        (404, "10 weeks and half a day"),
        ("79.9", "1 week and 4.9 days"),
        ("0.5", "less than a day"),
        (0, "no time"),
    ],
)
def test_weeks_and_days(hours: int | str, said: str) -> None:
    assert words.weeks_words(amount(hours)) == said


def test_weeks_as_a_number() -> None:
    assert [words.weeks_number(weeks) for weeks in (Fraction(1, 5), Fraction(2, 3), Fraction(12))] == [
        "0.2",
        "0.66",
        "12",
    ]


def test_weeks_that_were_counted_are_never_called_none() -> None:
    said = [words.counted_weeks_words(weeks) for weeks in (Fraction(1), Fraction(1, 5), Fraction(1, 160), Fraction(3))]
    assert said == ["1 week", "0.2 weeks", "under 0.01 weeks", "3 weeks"]


def test_used_planned_and_free_add_up_to_the_minute() -> None:
    parts = [words.hours_words(Fraction(minutes)) for minutes in (8300, 480, 20020)]
    assert parts == ["138 hours 20 min", "8 hours", "333 hours 40 min"]  # 480 hours in all
    assert words.hours_shown(Fraction(20020)) == "333 h 40 min"
    assert words.hours_shown(Fraction(40)) == "40 min"


def test_the_headline_and_the_sentence_below() -> None:
    shown = view(answer=figures())
    assert words.headline(shown) == "312 hours left today"
    assert words.under_headline(shown) == "That is 7 weeks and 4 days, at 40 hours a week."


def test_the_headline_while_not_sure_is_the_least_with_its_range() -> None:
    shown = figures(300, least=300, most=340)
    assert words.headline(view(NOT_SURE, shown)) == "At least 300 hours left today"
    assert "between 300 and 340 hours" in words.range_words(shown)
    assert words.headline(view(NOT_SURE, figures())) == "312 hours left today"
    assert words.range_words(figures()) == ""


def test_the_headline_while_nothing_can_be_counted() -> None:
    assert "usual week" in words.headline(view())
    assert "change it later" in words.under_headline(view())
    broken = view(problem="On Tue Dec 1 2026 there is more time off than work.")
    assert words.under_headline(broken) == broken.problem
    assert "more time off than work" in words.headline(broken)
    for worker in (Worker.FEDERAL_CIVIL, Worker.AIRLINE_CREW):
        job = LeaveJob(person_id=SAM.id, worker=worker)
        assert "own rules" in words.headline(view(job, supported=False))
        assert "Ask your" in words.under_headline(view(job, supported=False))


def test_what_is_planned_and_what_goes_too_far() -> None:
    assert words.after_planned_words(figures(planned=24)) == "After your planned days: 288 hours."
    assert words.after_planned_words(figures()) == ""
    assert words.over_words(figures()) == ""
    assert words.over_words(figures(over=16)).startswith("16 hours")
    assert words.most_words(figures()) == "12 weeks (480 hours)"


def test_what_comes_back_tells_the_day_and_another_year() -> None:
    back = (
        DayWeeks(day=date(2026, 12, 3), weeks=Fraction(1, 5)),
        DayWeeks(day=date(2027, 1, 11), weeks=Fraction(2, 5)),
    )
    shown = view(answer=figures(), returns=back)
    assert words.returns_words(shown, TODAY) == "8 hours return on Dec 3, 16 on Jan 11, 2027."
    assert words.returns_words(shown, TODAY, most=1) == "8 hours return on Dec 3."
    one = view(answer=figures(), returns=(DayWeeks(day=date(2026, 12, 3), weeks=Fraction(1, 40)),))
    assert words.returns_words(one, TODAY) == "1 hour returns on Dec 3."
    assert words.returns_words(view(answer=figures()), TODAY) == ""
    later = (
        DayWeeks(day=date(2027, 3, 16), weeks=Fraction(1, 5)),
        DayWeeks(day=date(2027, 3, 17), weeks=Fraction(1, 5)),
    )
    both = words.returns_words(view(answer=figures(), returns=later), TODAY)
    assert both == "8 hours return on Mar 16 and 8 on Mar 17, 2027."


@pytest.mark.parametrize(
    ("job", "year", "said"),
    [
        (TOLD, None, "12 months back from each day"),
        (
            LeaveJob(person_id=SAM.id, known=YearKnown.TOLD, method=Method.FORWARD),
            None,
            "Starts with your next day off",
        ),
        (NOT_SURE, None, "Not known yet"),
        (TOLD, (date(2026, 1, 1), date(2026, 12, 31)), "Jan 1 – Dec 31, 2026"),
        (TOLD, (date(2026, 7, 1), date(2027, 6, 30)), "Jul 1, 2026 – Jun 30, 2027"),
    ],
)
def test_the_leave_year(job: LeaveJob, year: tuple[date, date] | None, said: str) -> None:
    assert words.leave_year_words(view(job, leave_year=year)) == said


def test_who_counted_more_and_on_which_days() -> None:
    day = date(2026, 11, 10)
    assert "agree" in words.difference_words(CountDifference(minutes=0, since=None, by_day={}), TODAY)
    more = words.difference_words(CountDifference(minutes=240, since=day, by_day={day: 240}), TODAY)
    assert more == "Your employer counted 4 hours more than you did, on Nov 10."
    earlier = date(2026, 10, 27)
    by_day = {earlier: -90, day: 30}
    less = words.difference_words(CountDifference(minutes=-60, since=earlier, by_day=by_day), TODAY)
    assert less == "Your employer counted 1 hour less than you did, from Oct 27 to Nov 10."
    even = words.difference_words(CountDifference(minutes=0, since=day, by_day={day: 60}), TODAY)
    assert "days differ on Nov 10" in even
    same = CountDifference(minutes=0, since=None, by_day={}, first=day, last=day)
    assert words.difference_words(same, TODAY) == "Your employer’s count and yours agree. Compared: Nov 10."


def test_a_way_of_counting_has_its_day() -> None:
    assert names.method_words(Method.FIXED, MonthDay(month=10, day=1)) == "A year from Oct 1"
    assert names.method_words(None) == "Not known yet"


@pytest.mark.parametrize("clock", list(Clock))
def test_every_paper_is_named_and_tells_its_day(clock: Clock) -> None:
    paper = LeavePaper(job_id=TOLD.id, clock=clock, start=TODAY)
    line = names.paper_words(RunningPaper(paper=paper, deadline=Deadline(due=date(2027, 1, 6))), TODAY)
    assert "Jan 6, 2027" in line
    assert names.clock_name(clock) != names.start_name(clock)
    assert names.paper_words(RunningPaper(paper=paper, deadline=Deadline(due=None)), TODAY).startswith(
        names.clock_name(clock)
    )


def test_the_foot_says_whose_count_decides_and_whom_to_call() -> None:
    assert "My employer’s count decides. Not legal advice." in words.FOOT
    assert "1-866-487-9243" in words.FOOT


def test_a_total_of_hr_is_held_against_the_range_while_nobody_is_sure() -> None:
    shown = figures(300, least=300, most=340)
    said = [left_difference_words(hours * 60, shown, shown.day) for hours in (320, 290, 341)]
    day = day_words(shown.day)
    assert said == [
        f"By your log it is between 300 hours and 340 hours on {day}, so HR’s total can be right.",
        f"By your log you have 300 hours left on {day}. HR has 10 hours less.",
        f"By your log you have 340 hours left on {day}. HR has 1 hour more.",
    ]


@pytest.mark.parametrize(
    ("last", "every_days", "minutes", "form"),
    [
        (1, 1, None, names.TakenAs.OFF_AND_ON),
        (3, 1, None, names.TakenAs.BLOCK),
        (3, 1, 240, names.TakenAs.SHORTER_WEEK),
        (29, 14, None, names.TakenAs.SHORTER_WEEK),
    ],
)
def test_screen_and_form_for_work_call_it_the_same(
    last: int, every_days: int, minutes: int | None, form: names.TakenAs
) -> None:
    first = date(2026, 12, 1)
    assert names.taken_as(first, first.replace(day=last), every_days=every_days, minutes=minutes) is form


def test_of_a_paper_without_a_day_no_reminder_is_promised() -> None:
    today = date(2026, 11, 22)
    assert names.reminder_words(None, today) == "There is no day for it, so no reminder comes."
    assert "comes when its day is near" in names.reminder_words(today, today)
