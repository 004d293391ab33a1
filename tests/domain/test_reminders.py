"""Reminders on a driven clock: quiet hours, sleep, clock changes, another time zone, later; none twice, none lost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.reminders import (
    About,
    Due,
    Later,
    OwnReminder,
    ReminderRules,
    Seen,
    Touched,
    later_time,
    laters,
    put_off,
    touched_by,
    waiting,
)

RULES = ReminderRules()
SUNDAY = date(2026, 11, 22)
MINUTE = timedelta(minutes=1)


def due(at: datetime, number: int = 1, about: About = About.TASK) -> Due:
    """One reminder."""
    return Due(about=about, source_id=UUID(int=number), at=at, title=f"Thing {number}")


def on(hour: int, minute: int = 0, day: date = SUNDAY) -> datetime:
    """A local time."""
    return datetime.combine(day, time(hour, minute))


def shown(until: datetime | None) -> Seen | None:
    """All up to a local moment was shown, and nothing of it waits."""
    return Seen(since=until, looked=until) if until is not None else None


class Desk:
    """Somebody's computer: it looks at its clock at some moments, and shows what is due."""

    def __init__(self, dues: Iterable[Due], rules: ReminderRules = RULES) -> None:
        self.dues = list(dues)
        self.rules = rules
        self.touched: dict[UUID, Touched] = {}
        self.seen_until: datetime | None = None
        self.shown: list[Due] = []

    def look(self, at: datetime) -> list[Due]:
        """What is shown at a local moment; each is closed, as if it was read."""
        found = waiting(self.dues, self.touched.values(), self.rules, at, shown(self.seen_until))
        new = [*found.gathered, *found.now]
        for each in new:
            self.touched[each.id] = replace(touched_by(each), closed=True)
        if not self.rules.is_quiet(at):
            self.seen_until = at if self.seen_until is None else max(self.seen_until, at)
        self.shown += new
        return new


def test_one_that_is_due_now_is_shown_by_itself_and_the_next_look_is_known() -> None:
    dues = [due(on(9)), due(on(10), 2)]
    found = waiting(dues, [], RULES, on(9, 1), shown(on(8, 59)))
    assert (found.now, found.gathered, found.next_at) == ((dues[0],), (), on(10))
    assert waiting(dues, [], RULES, on(8), None).next_at == on(9)
    assert waiting([], [], RULES, on(8), None).next_at is None


def test_nothing_is_shown_in_the_quiet_hours_and_all_of_it_in_the_morning() -> None:
    desk = Desk([due(on(20, 59)), due(on(21)), due(on(23), 2), due(on(6, day=date(2026, 11, 23)), 3)])
    assert [each.at for each in desk.look(on(20, 59))] == [on(20, 59)]
    assert desk.look(on(23, 30)) == []
    morning = desk.look(on(8, day=date(2026, 11, 23)))
    assert len(morning) == 3
    assert waiting(desk.dues, [], RULES, on(23), None).next_at == on(8, day=date(2026, 11, 23))


@pytest.mark.parametrize(
    ("rules", "quiet"),
    [
        (RULES, [22, 23, 0, 7]),
        (ReminderRules(quiet_from=time(13), quiet_until=time(15)), [13, 14]),
        (ReminderRules(always=True), []),
        (ReminderRules(quiet_from=time(8), quiet_until=time(8)), []),
    ],
)
def test_the_quiet_hours_can_be_set(rules: ReminderRules, quiet: list[int]) -> None:
    assert [hour for hour in (13, 14, 15, 22, 23, 0, 7, 8) if rules.is_quiet(on(hour))] == quiet


def test_beside_what_waits_nothing_comes_late_that_would_not_come_without_it() -> None:
    waits, late, typed_late = due(on(9)), due(on(12)), due(on(10), 2)
    seen = Seen(since=on(8, 59), looked=on(11), unanswered=frozenset({waits.source_id}))
    found = waiting([waits, late, typed_late], [], RULES, on(16), seen)
    assert found.gathered == (waits, late)
    assert waiting([typed_late], [], RULES, on(16), shown(on(11))).gathered == ()


def test_what_is_of_no_use_after_its_day_is_not_shown() -> None:
    one = replace(due(on(18)), last_day=SUNDAY + timedelta(1))
    assert waiting([one], [], RULES, on(20, 0), shown(on(8))).gathered == (one,)
    over = SUNDAY + timedelta(2)
    assert waiting([one], [], RULES, on(8, 0, over), shown(on(8))).gathered == ()
    off = replace(touched_by(one), later_at=on(8, 0, over))
    assert waiting([one], [off], RULES, on(20, 0), shown(on(8))).next_at is None


def test_thirty_days_asleep_are_one_card() -> None:
    dues = [due(on(9, day=SUNDAY + timedelta(days)), days + 1) for days in range(300)]
    desk = Desk(dues)
    desk.look(on(9))
    found = waiting(desk.dues, desk.touched.values(), RULES, on(9, 5, SUNDAY + timedelta(30)), shown(desk.seen_until))
    assert (len(found.gathered), len(found.now)) == (29, 1)


def test_the_hour_that_comes_twice_in_november_reminds_once() -> None:
    night = date(2026, 11, 1)  # 1:30 comes twice on the wall
    rules = ReminderRules(always=True)
    desk = Desk([due(on(1, 30, night))], rules)
    assert len(desk.look(on(1, 30, night))) == 1
    assert desk.look(on(1, 0, night)) == []
    assert desk.look(on(1, 30, night)) == []


def test_the_hour_that_is_left_out_in_march_swallows_nothing() -> None:
    night = date(2026, 3, 8)  # from 1:59 the wall goes to 3:00
    rules = ReminderRules(always=True)
    desk = Desk([due(on(2, 30, night))], rules)
    assert desk.look(on(1, 59, night)) == []
    assert len(desk.look(on(3, 0, night))) == 1


def test_a_clock_set_back_a_day_repeats_nothing() -> None:
    desk = Desk([due(on(9)), due(on(9, day=SUNDAY - timedelta(1)), 2), due(on(12), 3)])
    desk.look(on(9, 0, SUNDAY - timedelta(1)))
    desk.look(on(9))
    assert desk.look(on(9, 0, SUNDAY - timedelta(1))) == []
    assert [each.at for each in desk.look(on(12))] == [on(12)]
    assert len(desk.shown) == 3


def test_a_journey_to_another_time_zone_repeats_and_swallows_nothing() -> None:
    dues = [due(on(hour), hour) for hour in range(9, 20)]
    desk = Desk(dues)
    for hour in (9, 10, 11, 12):
        desk.look(on(hour))
    for hour in (9, 10, 11, 12, 13, 14):  # three hours back, as from New York to Los Angeles
        desk.look(on(hour))
    for hour in (18, 19):  # four hours on
        desk.look(on(hour))
    assert sorted(each.at for each in desk.shown) == [each.at for each in dues]


def test_put_off_across_midnight() -> None:
    late = ReminderRules(always=True)
    one = due(on(23, 55))
    touched = put_off(touched_by(one), Later.TEN_MINUTES, on(23, 55), late)
    assert touched.later_at == on(0, 5, date(2026, 11, 23))
    assert waiting([one], [touched], late, on(23, 59), shown(on(23, 55))).now == ()
    assert waiting([one], [touched], late, on(0, 5, date(2026, 11, 23)), shown(on(23, 55))).now == (one,)
    quiet = put_off(touched_by(one), Later.HOUR, on(20, 30), RULES)
    assert quiet.later_at == on(8, day=date(2026, 11, 23))


def test_a_choice_after_its_day_is_not_offered() -> None:
    one = replace(due(on(20, 50)), last_day=SUNDAY)
    assert laters([one], on(9), RULES) == [Later.TEN_MINUTES, Later.HOUR, Later.EVENING]
    assert laters([one], on(20, 45), RULES) == [Later.TEN_MINUTES]
    assert laters([one], on(20, 55), RULES) == []
    assert laters([due(on(20, 50))], on(20, 55), RULES) == list(Later)
    assert laters([due(on(20, 50), 2), one], on(20, 55), RULES) == [], "none of them is lost"
    for later in laters([one], on(20, 45), RULES):
        touched = put_off(touched_by(one), later, on(20, 45), RULES)
        assert touched.later_at is not None
        assert waiting([one], [touched], RULES, touched.later_at, None).now == (one,)


def test_later_is_what_it_says() -> None:
    assert later_time(Later.HOUR, on(9)) == on(10)
    assert later_time(Later.EVENING, on(9)) == on(18)
    assert later_time(Later.EVENING, on(19)) == on(8, day=date(2026, 11, 23))
    assert later_time(Later.TOMORROW, on(9)) == on(8, day=date(2026, 11, 23))


def test_only_what_is_wanted_is_shown() -> None:
    rules = ReminderRules(on=frozenset({About.RIDE}))
    found = waiting([due(on(9)), due(on(9), 2, About.RIDE)], [], rules, on(9), shown(on(8)))
    assert [each.about for each in found.now] == [About.RIDE]


def test_an_own_reminder_needs_words() -> None:
    with pytest.raises(InvalidEntry, match="Type what to remind you of"):
        OwnReminder(text=" ", day=SUNDAY, clock=time(9))


@given(
    st.lists(st.integers(0, 4 * 24 * 60), max_size=20),
    st.lists(st.integers(-90, 26 * 60), min_size=1, max_size=60),
)
def test_whatever_the_clock_does_none_is_shown_twice_and_none_is_lost(minutes: list[int], steps: list[int]) -> None:
    start = on(8)
    dues = {each.id: each for each in (due(start + each * MINUTE, each + 1) for each in minutes)}
    desk = Desk(dues.values())
    at = start
    for step in steps:
        at += step * MINUTE
        desk.look(at)
    desk.look(on(12, day=SUNDAY + timedelta(400)))
    assert len(desk.shown) == len({each.id for each in desk.shown}), "none twice"
    assert {each.id for each in desk.shown} == set(dues), "none lost"
