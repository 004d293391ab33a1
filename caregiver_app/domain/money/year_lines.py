"""The lines of a summed-up year: kinds under their headings, cars, stays, open questions, and the sums of all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from caregiver_app.domain.expenses import Expense, Reimbursement
from caregiver_app.domain.money.categories import Category, Heading
from caregiver_app.domain.money.dollars import ZERO, not_below_zero, total
from caregiver_app.domain.money.mileage import PeriodMiles
from caregiver_app.domain.money.rates import NotPublished
from caregiver_app.domain.money.tax_return import ScheduleA


@dataclass(frozen=True, slots=True, kw_only=True)
class KindLine:
    """All costs of one kind: paid, came back within the year, and what counts before that; `asks`: a question is open.

    Miles have nothing paid; what they count for is their dollars at the rate.
    """

    category: Category
    count: int
    paid: Decimal
    back: Decimal
    counts: Decimal
    asks: bool

    @property
    def net(self) -> Decimal:
        """What was paid less what came back."""
        return self.paid - self.back


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The kinds under one heading of the summary."""

    heading: Heading
    lines: tuple[KindLine, ...]

    @property
    def paid(self) -> Decimal:
        """What was paid."""
        return total(line.paid for line in self.lines)

    @property
    def back(self) -> Decimal:
        """What came back within the year."""
        return total(line.back for line in self.lines)

    @property
    def net(self) -> Decimal:
        """What was paid less what came back."""
        return self.paid - self.back

    @property
    def counts(self) -> Decimal:
        """What may count, before what came back is taken off."""
        return total(line.counts for line in self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class CarLine:
    """One car: its miles, their dollars at the rates (None: not published), its gas and oil, and which way it counts.

    Never both: the miles, unless the person chose gas and oil for this car and year. Pub. 502 (“Car Expenses”).
    """

    car: str
    miles: Decimal
    at_rate: Decimal | None
    gas: Decimal
    uses_gas: bool

    @property
    def counts(self) -> Decimal:
        """What counts of it."""
        return self.gas if self.uses_gas else self.at_rate or ZERO

    @property
    def other_way_is_more(self) -> bool:
        """Whether the way that was not chosen comes to more."""
        other = (self.at_rate or ZERO) if self.uses_gas else self.gas
        return other > self.counts


@dataclass(frozen=True, slots=True, kw_only=True)
class LodgingLine:
    """One stay: what may count of it is capped for each night and person. IRC 213(d)(2)."""

    expense: Expense
    nights: int
    people: int
    cap: Decimal | None  # dollars for each person and night on its day; None while none is published
    most: Decimal  # what counts if its question is answered with yes
    counts: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion:
    """A kind whose costs count only if a question is answered with yes, and how many dollars hang on it."""

    category: Category
    count: int
    amount: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class OfCost:
    """One cost within the sums of the year: what came back for it in the year, and what counts before that."""

    back: Decimal
    counts: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class YearSummary:
    """A year. `offset` came back for what counts; `other_back`, for no cost in particular, is in it.

    `of_cost` by id and `alone`, the money for no cost in particular, add up to what the groups and totals say.
    `earlier` came back in this year for costs of an earlier one: it takes nothing from this year, and may be income.
    `hsa_paid` was paid from an HSA or FSA and does not count. `no_rate` are the miles on days without a published
    rate. `agi` is what the person typed, `form` then the lines of Schedule A. Lost pay is a memo and in no total.
    """

    year: int
    groups: tuple[Group, ...]
    periods: tuple[PeriodMiles, ...]
    no_rate: Decimal
    cars: tuple[CarLine, ...]
    stays: tuple[LodgingLine, ...]
    questions: tuple[OpenQuestion, ...]
    of_cost: Mapping[UUID, OfCost]
    alone: tuple[Reimbursement, ...]
    earlier: tuple[Reimbursement, ...]
    offset: Decimal
    hsa_only: Decimal
    hsa_paid: Decimal
    lost_pay: tuple[tuple[Category, Decimal], ...]
    agi: Decimal | None
    form: ScheduleA | NotPublished | None
    floor_share: Decimal | None  # of the income, as a fraction of one; None while none is published

    @property
    def other_back(self) -> Decimal:
        """What came back for no cost in particular."""
        return total(each.amount for each in self.alone)

    @property
    def paid(self) -> Decimal:
        """All that was paid."""
        return total(group.paid for group in self.groups)

    @property
    def back(self) -> Decimal:
        """All that came back in the year for the costs of the year."""
        return total(group.back for group in self.groups) + self.other_back

    @property
    def net(self) -> Decimal:
        """What was paid less what came back."""
        return self.paid - self.back

    @property
    def counts(self) -> Decimal:
        """What may count, before what came back is taken off."""
        return total(group.counts for group in self.groups)

    @property
    def net_medical(self) -> Decimal:
        """What may count less what came back for it, on the total, not below zero. Pub. 502."""
        return not_below_zero(self.counts - self.offset)

    @property
    def miles(self) -> Decimal:
        """All miles of the year."""
        return sum((period.miles for period in self.periods), self.no_rate)
