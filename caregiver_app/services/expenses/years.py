"""One calendar year of costs summed up, and what the person told about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from operator import attrgetter

from caregiver_app.domain.expenses import Expense, TaxYear
from caregiver_app.domain.money.categories import Category, treatment
from caregiver_app.domain.money.dollars import total
from caregiver_app.domain.money.year_lines import YearSummary
from caregiver_app.domain.money.year_summary import first_and_last, year_summary
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.receipts import Receipt
from caregiver_app.services.expenses import claims, receipts
from caregiver_app.services.expenses.rates import rates
from caregiver_app.storage import expense_rows, year_rows
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr


@dataclass(frozen=True, slots=True, kw_only=True)
class YearPapers:
    """A year for its sheets and its folder: the sums, each cost by R-number with its receipts, what is missing."""

    summary: YearSummary
    costs: tuple[tuple[Expense, tuple[Receipt, ...]], ...]
    missing: tuple[Expense, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A kind that counts only if its question is answered with yes, and the costs of a year that hang on it."""

    category: Category
    costs: tuple[Expense, ...]

    @property
    def open(self) -> tuple[Expense, ...]:
        """Those that are not answered yet."""
        return tuple(each for each in self.costs if each.counts is None)

    @property
    def answers(self) -> frozenset[bool | None]:
        """What was answered so far; None for those that are open."""
        return frozenset(each.counts for each in self.costs)

    @property
    def amount(self) -> Decimal:
        """Their sum, in dollars."""
        return total(each.amount for each in self.costs)


def summary(work: UnitOfWork, *, year: int, agi: Decimal | None = None) -> YearSummary:
    """The sums of a year; with `agi`, an income to try that is not kept."""
    first, last = first_and_last(year)
    money = claims.money_back(work, first=first, last=last)
    costs = year_rows.costs_of(work, first, last, {each.expense_id for each in money if each.expense_id})
    told = tax_year(work, year=year)
    return year_summary(year, costs, money, told if agi is None else replace(told, agi=agi), rates(work))


def papers(work: UnitOfWork, *, year: int) -> YearPapers:
    """The sums of a year with every cost in it."""
    first, last = first_and_last(year)
    costs = sorted(year_rows.costs_of(work, first, last, set()), key=lambda each: each.number)
    kept = receipts.by_cost(work, expenses=costs)
    return YearPapers(
        summary=summary(work, year=year),
        costs=tuple((each, kept.get(each.id, ())) for each in costs),
        missing=tuple(receipts.missing(work, year=year)),
    )


def years(work: UnitOfWork, *, today: date) -> list[int]:
    """The calendar years that have a cost that was paid, and this one; the newest first."""
    return sorted({today.year, *year_rows.years_paid(work)}, reverse=True)


def tax_year(work: UnitOfWork, *, year: int) -> TaxYear:
    """What was told about a year; nothing when nothing was."""
    blank = TaxYear(year=year)
    return work.get(TaxYear, blank.id) or blank


def save_year(work: UnitOfWork, *, after: TaxYear) -> None:
    """Keep what was told about a year: an income that the person wants kept, cars whose gas and oil count."""
    work.put(after)


def answer(work: UnitOfWork, *, expenses: Sequence[Expense], counts: bool | None) -> None:
    """Answer the question that costs of one kind hang on; None takes the answer back.

    Raises InvalidEntry at `counts` for a cost that has no question, and StaleEdit for one that is not as stored.
    """
    for expense in expenses:
        if not treatment(expense.kind).asks:
            raise InvalidEntry("counts", tr("There is no question about this kind of cost."))
        work.expect(expense)
        work.put(replace(expense, counts=counts))


def questions(work: UnitOfWork, *, year: int) -> tuple[Question, ...]:
    """Every question that costs of a year hang on, answered or not, in the order of the kinds.

    Gas and oil are told by car, in `save_year`.
    """
    first, last = first_and_last(year)
    by_kind: dict[Category, list[Expense]] = {}
    for each in year_rows.costs_of_kinds(work, first, last, {kind.value for kind in _asking()}):
        by_kind.setdefault(Category(each.kind), []).append(each)
    return tuple(
        Question(category=kind, costs=tuple(sorted(by_kind[kind], key=attrgetter("number"))))
        for kind in Category
        if kind in by_kind
    )


def _asking() -> list[Category]:
    """The kinds that hang on a question about the cost itself."""
    return [kind for kind in Category if treatment(kind).asks and kind is not Category.GAS_ACTUAL]


def missing_count(work: UnitOfWork, *, year: int) -> int:
    """How many costs of a year lack their receipt."""
    return expense_rows.missing_count(work, *expense_rows.days_of(year))
