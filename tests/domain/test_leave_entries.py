"""What is said to entries that can't be counted, and the answers that the worked cases do not ask for."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from caregiver_app.domain.leave import balance, family, methods, shares
from caregiver_app.domain.leave.absence import Absence, absence_minutes
from caregiver_app.domain.leave.balance import count_leave
from caregiver_app.domain.leave.charge import week_charge
from caregiver_app.domain.leave.days import Method, MonthDay, YearRule, leave_year
from caregiver_app.domain.leave.display import display_time
from caregiver_app.domain.leave.eligibility import retest, service_in_spells
from caregiver_app.domain.leave.entries import LeaveEntry, LeaveKind, TooManyMinutes, check_entry, one_day
from caregiver_app.domain.leave.papers import Clock, PaperClock, deadline, notice_delay
from caregiver_app.domain.leave.plan import earliest_block
from caregiver_app.domain.leave.schedule import (
    Job,
    ScheduleEntry,
    Span,
    WorkCalendar,
    check_usual_week,
    variable_average,
)
from caregiver_app.domain.problems import InvalidEntry
from tests.domain.made_up_leave import EVERY_DAY, FULL_TIME, SUNDAY, job_of

JOB = job_of(FULL_TIME)
MONDAY = date(2027, 5, 3)
ROLLING = YearRule(method=Method.ROLLING)
SISTER = family.Relative(relation=family.Relation.SIBLING)
DAUGHTER = family.Relative(relation=family.Relation.CHILD, age=30)


def logged(entry: LeaveEntry, *others: LeaveEntry, hired: date | None = None) -> None:
    check_entry(entry, others, WorkCalendar(JOB), hired)


WRONG: dict[str, tuple[Callable[[], object], str, str]] = {
    "26 hours in a day": (lambda: one_day(MONDAY, 26 * 60), "minutes", "24 hours"),
    "less than nothing": (lambda: one_day(MONDAY, -30), "minutes", "how long"),
    "more than the day's work": (lambda: logged(one_day(MONDAY, 540)), "minutes", "Mon May 3 2027"),
    "two entries that are more than the day's work": (
        lambda: logged(one_day(MONDAY, 240), one_day(MONDAY, 300, kind=LeaveKind.NOT_FMLA)),
        "minutes",
        "Mon May 3 2027",
    ),
    "before the job began": (lambda: logged(one_day(MONDAY), hired=date(2027, 6, 1)), "first", "Tue Jun 1 2027"),
    "overlapping blocks": (
        lambda: logged(
            LeaveEntry(first=MONDAY, last=date(2027, 5, 14)),
            LeaveEntry(first=date(2027, 5, 13), last=date(2027, 5, 21)),
        ),
        "first",
        "^May 13 to 21, 2027 is already off",
    ),
    "the end before the start": (lambda: LeaveEntry(first=MONDAY, last=SUNDAY), "last", "before the first day"),
    "a closure that ends before it starts": (lambda: Span(first=MONDAY, last=SUNDAY), "last", "before the first day"),
    "every 0 days": (lambda: LeaveEntry(first=MONDAY, last=MONDAY, every_days=0), "every_days", "1 or more"),
    "a usual week of zero hours": (lambda: check_usual_week(((0,) * 7,)), "weeks", "no hours"),
    "time of a week of zero hours": (lambda: display_time(schedule_weeks=((0,) * 7,)), "weeks", "no hours"),
    "a week of six days": (lambda: job_of((480,) * 6), "weeks", "all seven days"),
    "no weeks": (job_of, "weeks", "all seven days"),
    "25 hours of work a day": (lambda: job_of((1500, *FULL_TIME[1:])), "weeks", "24 hours"),
    "weeks that begin on a Monday": (
        lambda: ScheduleEntry(first_day=MONDAY, cycle_start=MONDAY, weeks=(FULL_TIME,)),
        "cycle_start",
        "Sunday",
    ),
    "59 days' notice": (
        lambda: methods.check_change_notice(date(2026, 10, 1), date(2026, 11, 29)),
        "effective",
        "Mon Nov 30 2026",
    ),
    "a sister": (lambda: family.check_family(SISTER), "relation", "Your state may cover more"),
    "a grown child": (lambda: family.check_family(DAUGHTER), "relation", "Your state may cover more"),
    "a fixed year without a start": (lambda: YearRule(method=Method.FIXED), "fixed_start", "HR can tell you"),
    "no leave at all": (
        lambda: YearRule(method=Method.ROLLING, entitlement=Fraction(0)),
        "entitlement",
        "like 12",
    ),
    "a year that starts on Feb 30": (lambda: MonthDay(month=2, day=30), "fixed_start", "July 1"),
    "the first day of a rolling year": (lambda: leave_year(ROLLING, MONDAY), "method", "looks back 12 months"),
    "a flight crew": (lambda: balance.check_worker(balance.Worker.AIRLINE_CREW), "worker", "Ask your employer"),
    "a federal worker": (lambda: balance.check_worker(balance.Worker.FEDERAL_CIVIL), "worker", "Ask your agency"),
    "no hours to average": (variable_average, "scheduled_minutes", "12 months"),
    "an employer's week of zero hours": (lambda: methods.hours_ledger(28800, 0, []), "average_week_minutes", "week"),
    "more leave than the week has work": (
        lambda: absence_minutes(Absence(care_minutes=900), 480),
        "week_minutes",
        "than the week has work",
    ),
    "one spouse": (
        lambda: shares.spouse_limits((shares.Employee(name="A", eligible=True),), married=True, same_employer=True),
        "persons",
        "two people",
    ),
    "a premium without a notice": (
        lambda: deadline(PaperClock(kind=Clock.PREMIUM_STOP, start=MONDAY)),
        "notice_mailed",
        "mailed",
    ),
    "a late notice of no known day": (
        lambda: notice_delay(foreseeable_30_days=False, notice_given=MONDAY, leave_begins=MONDAY),
        "notice_due",
        "first day",
    ),
    "a block of no weeks": (
        lambda: earliest_block(count_leave(JOB, [], ROLLING), MONDAY, 0),
        "block_weeks",
        "1 or more",
    ),
}


@pytest.mark.parametrize(("enter", "field", "words"), WRONG.values(), ids=WRONG.keys())
def test_a_wrong_entry_is_told_at_its_field(enter: Callable[[], object], field: str, words: str) -> None:
    with pytest.raises(InvalidEntry, match=words) as told:
        enter()
    assert told.value.field == field


@pytest.mark.parametrize(
    "entry",
    [
        one_day(MONDAY),
        one_day(MONDAY, 480, kind=LeaveKind.OTHER_EMPLOYER),
        LeaveEntry(first=MONDAY, last=date(2027, 6, 30), every_days=7, minutes=240),
    ],
    ids=["a day", "a day of another employer", "a half day a week"],
)
def test_time_off_beside_other_time_off_can_be_logged(entry: LeaveEntry) -> None:
    others = [one_day(date(2027, 5, 4)), one_day(MONDAY, kind=LeaveKind.OTHER_EMPLOYER), one_day(date(2027, 5, 10), 60)]
    logged(entry, *others, hired=MONDAY)


def test_a_method_change_with_60_days_notice_is_allowed() -> None:
    methods.check_change_notice(date(2026, 10, 1), date(2026, 11, 30))


def test_a_mother_and_a_sister_who_raised_me_are_family() -> None:
    family.check_family(family.Relative(relation=family.Relation.PARENT))
    family.check_family(family.Relative(relation=family.Relation.SIBLING, stood_as_parent=True))


def test_leave_on_a_day_of_too_many_minutes_is_never_counted() -> None:
    with pytest.raises(TooManyMinutes):
        week_charge(JOB, [one_day(MONDAY, 300), one_day(MONDAY, 300)], MONDAY)


def test_the_employers_count_is_compared_day_by_day() -> None:
    mine = {date(2026, 3, 2): 480, date(2026, 3, 9): 150, date(2026, 3, 16): 60}
    employers = {date(2026, 3, 2): 480, date(2026, 3, 9): 240, date(2026, 3, 23): 480}
    answer = methods.count_difference(mine, employers)
    assert answer.minutes == 90 - 60 + 480
    assert answer.since == date(2026, 3, 9)
    assert answer.by_day == {date(2026, 3, 9): 90, date(2026, 3, 16): -60, date(2026, 3, 23): 480}


def test_two_counts_that_agree_differ_on_no_day() -> None:
    assert methods.count_difference({MONDAY: 480}, {MONDAY: 480}).since is None


def test_eligibility_is_tested_for_a_new_reason_and_in_a_new_leave_year() -> None:
    calendar = YearRule(method=Method.CALENDAR)
    first = date(2026, 11, 2)
    assert retest(calendar, first, first_absence=None).needed
    assert not retest(calendar, date(2026, 12, 31), first_absence=first).needed
    assert retest(calendar, date(2027, 1, 4), first_absence=first).needed
    forward = YearRule(method=Method.FORWARD)
    assert not retest(forward, date(2027, 11, 1), first_absence=first).needed
    assert retest(forward, date(2027, 11, 2), first_absence=first).needed
    rolling = retest(ROLLING, date(2027, 11, 2), first_absence=first)
    assert rolling.needed and rolling.not_settled
    assert not retest(ROLLING, date(2027, 11, 1), first_absence=first).needed


def test_a_job_without_a_schedule_has_no_usual_week() -> None:
    assert Job(schedule=()).average_week_on(MONDAY) == 0
    assert count_leave(Job(schedule=()), [one_day(MONDAY)], ROLLING).balance(MONDAY).remaining_minutes == 0


def test_before_its_first_schedule_a_job_has_the_usual_week_to_come() -> None:
    job = Job(schedule=(ScheduleEntry(first_day=MONDAY, cycle_start=SUNDAY, weeks=(EVERY_DAY,)),))
    assert job.average_week_on(SUNDAY) == 3360
    assert not WorkCalendar(job).minutes(SUNDAY.toordinal())


def test_work_after_the_leave_starts_is_no_service_before_it() -> None:
    spells = [
        Span(first=date(2025, 1, 1), last=date(2026, 12, 31)),
        Span(first=date(2027, 6, 1), last=date(2027, 8, 31)),
    ]
    assert service_in_spells(spells, date(2026, 3, 1)).months == 14


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (MONDAY, date(2027, 5, 7), "May 3 to 7, 2027 is"),
        (MONDAY, date(2027, 6, 4), "May 3 to Jun 4, 2027 is"),
        (MONDAY, date(2028, 1, 7), "May 3, 2027 to Jan 7, 2028 is"),
        (MONDAY, MONDAY, "Mon May 3 2027 is"),
    ],
)
def test_days_that_are_off_already_are_named_as_the_log_has_them(first: date, last: date, said: str) -> None:
    with pytest.raises(InvalidEntry, match=said):
        logged(one_day(MONDAY), LeaveEntry(first=first, last=last))


@pytest.mark.parametrize(
    ("relation", "same", "military", "weeks"),
    [
        (family.Relation.PARENT, True, False, 12),
        (family.Relation.STEP_PARENT, True, False, 12),
        (family.Relation.PARENT, False, False, 0),
        (family.Relation.SPOUSE, True, False, 0),
        (family.Relation.CHILD, True, False, 0),
        (None, True, False, 0),
        (family.Relation.SIBLING, True, True, 26),
        (family.Relation.SIBLING, False, True, 0),
    ],
)
def test_what_two_spouses_may_have_to_share(
    relation: family.Relation | None, same: bool, military: bool, weeks: int
) -> None:
    assert shares.shared_weeks(relation, same=same, military=military) == weeks


APP = Path(__file__).parents[2] / "caregiver_app"
RULES = [
    *(APP / "domain" / "leave").glob("*.py"),
    *(APP / "domain").glob("leave_*.py"),
    *(APP / "services" / "leave").glob("*.py"),
    *(APP / "services" / "leave_sheets").glob("*.py"),
]


def inexact(tree: ast.AST) -> Iterator[ast.AST]:
    """What would make a number inexact: a float, float(), or a division that is no Fraction."""
    for node in ast.walk(tree):
        is_float = isinstance(node, ast.Constant) and isinstance(node.value, float | complex)
        is_name = isinstance(node, ast.Name) and node.id == "float"
        is_division = isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, ast.Div)
        if is_float or is_name or is_division:
            yield node


@pytest.mark.parametrize("path", sorted(RULES), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_rule_of_leave_knows_an_inexact_number(path: Path) -> None:
    assert not list(inexact(ast.parse(path.read_text(encoding="utf-8"))))


@pytest.mark.parametrize("text", ["0.5", "float(x)", "a / b", "a /= b", "1j"])
def test_an_inexact_number_would_be_found(text: str) -> None:
    assert list(inexact(ast.parse(text)))
