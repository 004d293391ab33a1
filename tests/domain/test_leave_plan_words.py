"""What is said of a plan: each hour is told as long as it is, what is left has its day, and gaps are told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from caregiver_app.domain.leave.answers import Amount, EarliestAnswer, PlanAnswer
from caregiver_app.domain.leave_open_words import open_point_words
from caregiver_app.domain.leave_plan_words import earliest_words, left_words, plan_words

TODAY = date(2026, 11, 22)
JUNE = date(2027, 6, 25)


def plan(
    protected: int, lacking: int, first: date | None, last: date | None, *, is_open: bool = False
) -> PlanAnswer:
    """A plan of so many protected hours."""
    return PlanAnswer(
        protected_weeks=Fraction(protected, 40),
        unprotected_weeks=Fraction(lacking, 40),
        unprotected_days=(),
        partly_protected=(),
        first_unprotected_day=first,
        last_protected_day=last,
        not_settled=is_open,
        minutes=Fraction(protected * 60),
        day=JUNE if not lacking else None,
        left=Amount(weeks=Fraction(1), minutes=Fraction(2400)) if not lacking else None,
    )


def test_how_far_a_plan_is_covered() -> None:
    may, june = date(2027, 5, 7), date(2027, 6, 4)
    covered = plan_words(plan(80, 0, None, may), TODAY)
    assert covered == "Every day of it is covered: 80 hours. After Jun 25, 2027, 40 hours are left."
    lasts = plan_words(plan(80, 8, june, may), TODAY)
    assert lasts == "It lasts until May 7, 2027. The first day not fully covered is Jun 4, 2027."
    assert "last covered day is Jun 4, 2027" in plan_words(plan(80, 8, may, june), TODAY)
    assert plan_words(plan(0, 8, may, None), TODAY).startswith("Not one day of it is covered.")
    assert plan_words(plan(0, 0, None, None), TODAY) == "This plan has no workdays in it."
    known = replace(plan(0, 0, None, None), already_off=(may,))
    assert plan_words(known, TODAY) == "All of it is in your log already."
    twice = replace(plan(80, 8, june, may), already_off=(may, june))
    assert plan_words(twice, TODAY).endswith("2 days of it are in your log already and count once.")
    new_year = plan_words(replace(twice, tested_again=june), TODAY)
    assert new_year.endswith("A new leave year begins by Jun 4, 2027. Work may check then if you still qualify.")
    assert plan_words(plan(8, 8, june, may, is_open=True), TODAY).endswith(open_point_words(()))


def test_from_when_weeks_in_a_row_are_covered() -> None:
    day = date(2026, 11, 23)
    assert earliest_words(EarliestAnswer(start=day), 6, TODAY) == "6 weeks in a row are covered from Nov 23."
    assert earliest_words(EarliestAnswer(start=day), 1, TODAY) == "1 week off is covered from Nov 23."
    assert "never" in earliest_words(EarliestAnswer(start=None), 13, TODAY)
    is_open = earliest_words(EarliestAnswer(start=day, not_settled=True), 6, TODAY)
    assert is_open.endswith("Ask your employer.")


def test_days_in_between_without_cover_are_told() -> None:
    gap = tuple(date(2026, 11, day) for day in (23, 24, 27))
    found = replace(plan(8, 24, gap[0], date(2026, 12, 4)), unprotected_days=gap)
    said = plan_words(found, TODAY)
    assert "3 days in between, from Nov 23 to Nov 27, have no cover. The last covered day is Dec 4." in said
    one = replace(found, unprotected_days=gap[:1])
    assert "1 day in between, Nov 23, has no cover." in plan_words(one, TODAY)


def test_what_is_left_is_told_as_people_say_it() -> None:
    assert left_words("40 hours", "Jun 25") == "After Jun 25, 40 hours are left."
    assert left_words("1 hour", "Jun 25") == "After Jun 25, 1 hour is left."
    assert left_words("", "that") == "After that, nothing is left."
