"""The figures of one day: what is used, planned and left, and what is left once all that is planned is taken."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from fractions import Fraction
from operator import attrgetter

from caregiver_app.domain.leave.answers import Amount, Figures
from caregiver_app.domain.leave.balance import LeaveCount
from caregiver_app.domain.leave.days import Method, Moment, MonthDay, YearRule
from caregiver_app.domain.leave.methods import WITHOUT_START, hours_ledger
from caregiver_app.domain.leave.records import YearKnown
from caregiver_app.services.leave.counting import Counting, last_of_year
from caregiver_app.services.leave.open_points import open_points

NONE = Fraction(0)


def figures(counting: Counting, day: date, *, planned_is_open: bool, every_method: bool = False) -> Figures:
    """The big answer on a day.

    `planned_is_open`: what is planned for the day itself is still to come. `every_method`: also what methods that
    are not in question would leave.
    """
    return figures_by(counting, day, planned_is_open=planned_is_open, every_method=every_method)[0]


def figures_by(
    counting: Counting, day: date, *, planned_is_open: bool, every_method: bool = False
) -> tuple[Figures, LeaveCount]:
    """The big answer on a day, and the count it is of."""
    open_minutes = _planned_minutes(counting, day) if planned_is_open else 0
    views = [_View(counting, count, day, open_minutes) for count in counting.candidates(day)]
    shown = _shown(counting, views)
    told = views if counting.job.known is YearKnown.NOT_SURE else [shown]
    after = counting.remaining(shown.last) if shown.has_plan else shown.left

    def amount(weeks: Fraction) -> Amount:
        return counting.amount(weeks, day)

    answer = Figures(
        day=day,
        entitlement=amount(shown.count.rule.entitlement),
        used=amount(shown.count.rule.entitlement - shown.left),
        planned=amount(shown.planned),
        left=amount(shown.left),
        after_planned=counting.amount(after, shown.last),
        after_day=shown.last,
        after_may_be_more=shown.has_plan and _may_be_more(counting, shown.last, after),
        later=amount(shown.later()),
        until=shown.end,
        least=amount(min(view.left for view in told)),
        most=amount(max(view.left for view in told)),
        over=amount(shown.over),
        by_method=_by_method(counting, day, open_minutes, every_method=every_method),
        rule=shown.count.rule,
        not_settled=counting.not_settled(day),
        open_points=open_points(counting, day),
        hours_left=_hours_left(counting, shown, open_minutes) if counting.job.counts_hours else None,
    )
    return answer, shown.count


def _shown(counting: Counting, views: list[_View]) -> _View:
    """The view whose number is told. Of several that leave the same: not sure, the one that reaches the most plans."""
    if counting.job.known is not YearKnown.NOT_SURE:
        return max(views, key=attrgetter("left", "after"))
    least = min(view.left for view in views)
    return max((view for view in views if view.left == least), key=attrgetter("planned"))


def _may_be_more(counting: Counting, day: date, least: Fraction) -> bool:
    """Whether one of the methods in question leaves more on a day, while nobody is sure which one holds."""
    is_open = counting.job.known is YearKnown.NOT_SURE
    return is_open and any(count.remaining(day) != least for count in counting.candidates(day))


class _View:
    """One day looked at under one of the counts that may hold on it.

    `planned` is the leave to come that is protected, `over` all in the year, taken or to come, that is not. Both
    reach up to `last`, the last day of leave to come until `end`: in the leave year, and before other rules hold; for
    a rolling year in the next 12 months.
    """

    def __init__(self, counting: Counting, count: LeaveCount, day: date, open_minutes: int) -> None:
        self.counting = counting
        self.count = count
        self.day = day
        self.left = _left(counting, count, day, open_minutes)
        self.end = self._end()
        self.last = self._last_planned()
        self.planned, self.over = self._sums()
        self.has_plan = self.last > day or open_minutes > 0
        self.after = count.remaining(self.last) if self.has_plan else self.left

    def _end(self) -> date:
        count, numbers, number = self.count, self.count.numbers, self.day.toordinal()
        first = number
        if count.rule.method is Method.FORWARD and self.counting.year(count, self.day) is None:
            later = numbers[bisect_right(numbers, number) :]
            first = later[0] if later else number
        year = self.counting.year(count, date.fromordinal(first))
        end = (year[1] if year is not None else last_of_year(first)).toordinal()
        return date.fromordinal(min(end, self.counting.holds_until(count, self.day)))

    def _last_planned(self) -> date:
        numbers, number = self.count.numbers, self.day.toordinal()
        place = bisect_right(numbers, self.end.toordinal()) - 1
        return date.fromordinal(numbers[place]) if place >= 0 and numbers[place] > number else self.day

    def later(self) -> Fraction:
        """Workweeks that are planned after the last day of the leave year or window, protected or not."""
        count = self.count
        days = count.days[bisect_right(count.numbers, max(self.end, self.day).toordinal()) :]
        return count.weeks(sum(each.minutes * (count.scale // each.week_minutes) for each in days))

    def _sums(self) -> tuple[Fraction, Fraction]:
        count, number = self.count, self.day.toordinal()
        begin = count.places(self.day, Moment.AFTER).start
        end = bisect_right(count.numbers, self.last.toordinal())
        counted = charged = after = 0
        for place in range(begin, end):
            each = count.days[place]
            charged += each.minutes * (count.scale // each.week_minutes)
            counted += count.counted[place]
            after += count.counted[place] if each.number > number else 0
        open_today = self.left - count.remaining(self.day)
        return count.weeks(after) + open_today, count.weeks(charged - counted)


def _left(counting: Counting, count: LeaveCount, day: date, open_minutes: int) -> Fraction:
    """Workweeks left under a count once what was taken on the day is counted, and nothing of what is to come."""
    if not open_minutes:
        return count.remaining(day)
    before = count.remaining(day, Moment.BEFORE)
    charged = counting.by_number.get(day.toordinal())
    taken = max(0, charged.minutes - open_minutes) if charged is not None else 0
    return before - min(before, Fraction(taken, charged.week_minutes) if charged is not None else NONE)


def _hours_left(counting: Counting, shown: _View, open_minutes: int) -> int:
    """What an employer that turned the weeks into hours has left, in minutes. Opinion letter FMLA2025-02-A."""
    count, week = shown.count, counting.rules_job.average_week_on(shown.day)
    absences = [
        count.counted[place] * count.days[place].week_minutes // count.scale
        for place in count.places(shown.day, Moment.AFTER)
    ]
    used = max(0, sum(absences) - open_minutes)
    return hours_ledger(int(count.rule.entitlement * week), int(week), [used]).remaining_minutes


def _by_method(
    counting: Counting, day: date, open_minutes: int, *, every_method: bool
) -> tuple[tuple[Method, Amount], ...]:
    """What each method would leave; a fixed year is the one told of, else one from the day the job began.

    None inside the single 12 months to care for a servicemember, which no method changes.
    """
    job = counting.job
    if counting.is_military(day) or (job.known is YearKnown.TOLD and not every_method):
        return ()
    rules = [YearRule(method=method) for method in WITHOUT_START]
    start = job.fixed_start
    if start is None and job.hired_on is not None and (every_method or job.known is YearKnown.NONE_CHOSEN):
        start = MonthDay(month=job.hired_on.month, day=job.hired_on.day)
    if start is not None:
        rules.append(YearRule(method=Method.FIXED, fixed_start=start))
    held = {view.rule: view for view in counting.candidates(day)}
    counts = [held.get(rule) or counting.count(rule).views(day)[0] for rule in rules]
    return tuple((c.rule.method, counting.amount(_left(counting, c, day, open_minutes), day)) for c in counts)


def _planned_minutes(counting: Counting, day: date) -> int:
    """The minutes of FMLA leave that are planned for a day."""
    number = day.toordinal()
    entries = (each.entry for each in counting.logged if each.planned and each.kind_counts and each.covers(day))
    return sum(counting.calendar.minutes(number) if each.minutes is None else each.minutes for each in entries)
