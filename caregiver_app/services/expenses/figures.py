"""The figures of the Expenses tab: this month, this year, by kind, month by month."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from statistics import median

from caregiver_app.domain.expense_answers import (
    LOST_PAY,
    MEMO_KINDS,
    NOTHING,
    Figures,
    KindMonths,
    KindTotal,
    MonthTotal,
    SideBySide,
)
from caregiver_app.domain.expense_words import kind_label
from caregiver_app.domain.money.dollars import in_cents
from caregiver_app.storage import expense_rows
from caregiver_app.storage.expense_rows import MonthOfKind, days_of
from caregiver_app.storage.unit_of_work import UnitOfWork

MONTHS = 12
FEWEST_MONTHS = 3  # with fewer whole months nothing is usual yet


def figures(work: UnitOfWork, *, today: date, year: int) -> Figures:
    """The numbers of a year."""
    month = today.replace(day=1) if year == today.year else date(year, 12, 1)
    months = _months_until(month)
    first, after = days_of(year)
    found = expense_rows.by_month_and_kind(work, min(first, months[0]), after)
    costs = [each for each in found if each.kind not in MEMO_KINDS]
    of_year = [each for each in costs if each.year == year]
    of_month = [each for each in of_year if each.month == month.month]
    by_month = _by_month(costs)
    return Figures(
        year=year,
        month=month,
        month_total=_sum(of_month),
        month_count=sum(each.costs for each in of_month),
        year_total=_sum(of_year),
        year_count=sum(each.costs for each in of_year),
        miles=sum((each.miles for each in found if each.year == year), NOTHING),
        missing=expense_rows.missing_count(work, first, after),
        by_kind_month=_by_kind(of_month),
        by_kind_year=_by_kind(of_year),
        months=tuple(MonthTotal(first=each, total=by_month.get(each, NOTHING)) for each in months),
        usual_month=_usual(by_month, months, today),
        lost_pay_year=_sum(each for each in found if each.kind in LOST_PAY and each.year == year),
        back_year=expense_rows.came_back(work, first, after),
        any=bool(found) or expense_rows.any_at_all(work),
    )


def side_by_side(work: UnitOfWork, *, today: date, year: int) -> SideBySide:
    """Twelve months by kind: those up to today's for its own year, else the year's."""
    months = _months_until(today.replace(day=1) if year == today.year else date(year, 12, 1))
    after = days_of(months[-1].year)[1]
    found = expense_rows.by_month_and_kind(work, months[0], after)
    costs = [each for each in found if each.kind not in MEMO_KINDS]
    kinds = [
        KindMonths(kind=each.kind, label=each.label, months=_of_months(costs, months, frozenset({each.kind})))
        for each in _by_kind(costs)
    ]
    return SideBySide(
        months=tuple(months),
        kinds=tuple(sorted((each for each in kinds if each.total), key=lambda each: (-each.total, each.label))),
        lost_pay=_of_months(found, months, frozenset(LOST_PAY)),
        usual=_usual(_by_month(costs), months, today),
    )


def _of_months(found: Iterable[MonthOfKind], months: list[date], kinds: frozenset[str]) -> tuple[Decimal, ...]:
    sums = _by_month(each for each in found if each.kind in kinds)
    return tuple(sums.get(each, NOTHING) for each in months)


def _months_until(last: date) -> list[date]:
    number = last.year * 12 + last.month - 1
    return [date(each // 12, each % 12 + 1, 1) for each in range(number - MONTHS + 1, number + 1)]


def _sum(found: Iterable[MonthOfKind]) -> Decimal:
    return sum((each.total for each in found), NOTHING)


def _by_month(found: Iterable[MonthOfKind]) -> dict[date, Decimal]:
    sums: dict[date, Decimal] = {}
    for each in found:
        first = date(each.year, each.month, 1)
        sums[first] = sums.get(first, NOTHING) + each.total
    return sums


def _by_kind(found: Iterable[MonthOfKind]) -> tuple[KindTotal, ...]:
    sums: dict[str, list[MonthOfKind]] = {}
    for each in found:
        sums.setdefault(each.kind, []).append(each)
    kinds = [
        KindTotal(kind=kind, label=kind_label(kind), total=_sum(parts), count=sum(part.costs for part in parts))
        for kind, parts in sums.items()
    ]
    return tuple(sorted(kinds, key=lambda each: (-each.total, each.label)))


def _usual(by_month: dict[date, Decimal], months: list[date], today: date) -> Decimal | None:
    """The middle one of the whole months since the first cost, at most twelve: a single large bill moves it little."""
    whole = [each for each in months if each < today.replace(day=1)]
    began = next((place for place, each in enumerate(whole) if by_month.get(each)), len(whole))
    totals = [by_month.get(each, NOTHING) for each in whole[began:]]
    if len(totals) < FEWEST_MONTHS:
        return None
    return in_cents(median(totals)) or None  # where most months have nothing, nothing is usual
