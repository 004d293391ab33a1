"""Free time while she has company: what holds of it for any company and anything the caregiver does meanwhile."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from itertools import pairwise
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.domain.company import LEAST, Busy, Window, free_windows

SUNDAY = datetime.combine(date(2026, 11, 22), time(0))
MINUTE = timedelta(minutes=1)
stretches = st.tuples(st.integers(0, 600), st.integers(0, 180))


def window(start: int, minutes: int, number: int = 1) -> Window:
    """Company from some minute of the day on."""
    begin = SUNDAY + start * MINUTE
    return Window(start=begin, end=begin + minutes * MINUTE, beside_id=UUID(int=number), with_ids=(UUID(int=number),))


def busy(start: int, minutes: int) -> Busy:
    """Something to do from some minute of the day on."""
    return Busy(SUNDAY + start * MINUTE, SUNDAY + (start + minutes) * MINUTE)


def minutes_of(found: list[Window] | list[Busy]) -> set[int]:
    """Every minute that some stretches hold."""
    held = set[int]()
    for each in found:
        first, last = ((moment - SUNDAY) // MINUTE for moment in (each.start, each.end))
        held |= set(range(first, last))
    return held


@given(
    company=st.lists(stretches, max_size=8), taken=st.lists(stretches, max_size=8), since=st.integers(0, 600)
)
def test_every_free_minute_has_company_and_nothing_else(
    company: list[tuple[int, int]], taken: list[tuple[int, int]], since: int
) -> None:
    given_company = [window(*each, number) for number, each in enumerate(company)]
    tasks = [busy(*each) for each in taken]
    found = free_windows(given_company, tasks, since=SUNDAY + since * MINUTE, least=MINUTE)
    wanted = {each for each in minutes_of(given_company) - minutes_of(tasks) if each >= since}
    assert minutes_of(found) == wanted
    assert all(one.end <= other.start for one, other in pairwise(found))
    longer = free_windows(given_company, tasks, since=SUNDAY + since * MINUTE)
    assert longer == [each for each in found if each.end - each.start >= LEAST]


def test_one_who_comes_before_the_other_goes_makes_one_window_with_both() -> None:
    (both,) = free_windows([window(0, 60, 1), window(30, 60, 2), window(90, 30, 1)], [], since=SUNDAY)
    assert both.minutes == 120
    assert both.with_ids == (UUID(int=1), UUID(int=2))
    assert both.beside_id == UUID(int=1)
