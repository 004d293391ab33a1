"""Leave taken in date order under each way of counting the year: what is left on a day, and what a day takes of it.

Amounts are whole numbers of a small part of a workweek, days are day numbers; so a sweep is exact and cheap.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import deque
from datetime import date

from caregiver_app.domain.leave.days import Method, YearRule, anniversary_number, is_leap_day, touches_leap_day

NEVER = date.max.toordinal()


class Ledger(ABC):
    """What is left of an entitlement while days are asked about, and taken, in date order."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.used = 0

    @abstractmethod
    def available(self, number: int) -> int:
        """What is left on a day before leave on that day; days are asked about in date order."""

    def take(self, number: int, amount: int, _other: int = 0) -> int:
        """Takes a day's leave, as far as there is something left, and returns that part. 29 CFR 825.200(a).

        `_other` is what of it is not to care for a servicemember; it matters where the two are told apart.
        """
        part = min(amount, self.available(number))
        if part:
            self._keep(number, part)
        return part

    def keep(self, number: int, part: int) -> None:
        """Counts a day's leave that is protected, under this rule or another, whatever is left here."""
        if part:
            self.available(number)  # a year that is over is closed first
            self._keep(number, part)

    @abstractmethod
    def _keep(self, number: int, part: int) -> None:
        """Adds to what is used."""

    @abstractmethod
    def last_day(self, number: int) -> int:
        """The last day of the leave year that holds a day, or that leave on it would open."""

    @abstractmethod
    def not_settled(self, number: int) -> bool:
        """Whether the leave year or window of a day hangs on a Feb 29."""

    def in_doubt(self, number: int, *, lacks: bool) -> bool:
        """Whether the law is open on the cover of a day of leave; `lacks`: it is not fully covered."""
        return self.not_settled(number) and (lacks or not isinstance(self, RollingLedger))


class RollingLedger(Ledger):
    """The twelve months back from each day: leave used on a day is there again on its anniversary. 825.200(b)(4)."""

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self._held: deque[tuple[int, int]] = deque()

    def available(self, number: int) -> int:
        """What is left on a day before leave on that day."""
        held = self._held
        while held and held[0][0] <= number:
            self.used -= held.popleft()[1]
        return self.limit - self.used

    def _keep(self, number: int, part: int) -> None:
        self.used += part
        self._held.append((anniversary_number(number), part))

    def last_day(self, number: int) -> int:
        """A rolling year has no end."""
        return NEVER

    def not_settled(self, number: int) -> bool:
        """Whether the day hangs on a Feb 29."""
        return touches_leap_day(date.fromordinal(number))


class YearLedger(Ledger):
    """Calendar and fixed years: all is there again on the first day. 825.200(b)(1), (2)."""

    def __init__(self, limit: int, rule: YearRule) -> None:
        super().__init__(limit)
        self._rule = rule
        self._end = 0

    def available(self, number: int) -> int:
        """What is left on a day before leave on that day."""
        if number > self._end:
            self._end = self.last_day(number)
            self.used = 0
        return self.limit - self.used

    def _keep(self, number: int, part: int) -> None:
        self.used += part

    def last_day(self, number: int) -> int:
        """The last day of the leave year that holds a day, or that leave on it would open."""
        return self._rule.year_end(date.fromordinal(number)).toordinal()

    def not_settled(self, number: int) -> bool:
        """Whether the day hangs on a Feb 29."""
        return self._rule.starts.is_leap_day


class ForwardLedger(Ledger):
    """Twelve months from the first FMLA day with no year open. 825.200(b)(3)."""

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self._start = self._end = 0
        self.starts: list[int] = []

    def available(self, number: int) -> int:
        """What is left on a day before leave on that day."""
        return self.limit if number > self._end else self.limit - self.used

    def _keep(self, number: int, part: int) -> None:
        if number > self._end:
            self.open_year(number)
        self.used += part

    def open_year(self, number: int) -> None:
        """Opens a leave year on a day."""
        self._start, self._end = number, anniversary_number(number) - 1
        self.starts.append(number)
        self.used = 0

    def last_day(self, number: int) -> int:
        """The last day of the leave year that holds a day, or that leave on it would open."""
        return self._end if number <= self._end else anniversary_number(number) - 1

    def not_settled(self, number: int) -> bool:
        """Whether the day hangs on a Feb 29."""
        return self._start <= number <= self._end and is_leap_day(date.fromordinal(self._start))


def new_ledger(rule: YearRule, scale: int) -> Ledger:
    """An untouched ledger; `scale` is how many of its units make a workweek, a multiple of all denominators."""
    limit = rule.entitlement.numerator * (scale // rule.entitlement.denominator)
    if rule.method is Method.ROLLING:
        return RollingLedger(limit)
    if rule.method is Method.FORWARD:
        return ForwardLedger(limit)
    return YearLedger(limit, rule)
