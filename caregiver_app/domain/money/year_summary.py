"""One calendar year of costs, by the day paid: what was paid, what came back, what may count, what is still asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from caregiver_app.domain.expenses import Expense, Reimbursement, TaxYear
from caregiver_app.domain.money.categories import MEMO, Category, Heading, treatment
from caregiver_app.domain.money.counted import Counted, counted
from caregiver_app.domain.money.dollars import ZERO, not_below_zero, total
from caregiver_app.domain.money.lodging import Night, Stay, lodging
from caregiver_app.domain.money.mileage import Mileage, PeriodMiles, Trip, mileage, mileage_rate
from caregiver_app.domain.money.paid_back import MoneyBack
from caregiver_app.domain.money.rates import AGI_FLOOR, LODGING_CAP, NotPublished, Rates
from caregiver_app.domain.money.shares import split
from caregiver_app.domain.money.tax_return import ScheduleA, schedule_a

_ONE = Decimal(1)


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
class YearSummary:
    """A year. `offset` came back for what counts; `other_back`, for no cost in particular, is in it.

    `earlier` came back in this year for costs of an earlier one: it takes nothing from this year, and may be income.
    `no_rate` are the miles on days without a published rate. `agi` is what the person typed, `form` then the lines of
    Schedule A. Lost pay is a memo and in no total. `unpaid` bills are in no year.
    """

    year: int
    groups: tuple[Group, ...]
    periods: tuple[PeriodMiles, ...]
    no_rate: Decimal
    cars: tuple[CarLine, ...]
    stays: tuple[LodgingLine, ...]
    questions: tuple[OpenQuestion, ...]
    other_back: Decimal
    earlier: tuple[Reimbursement, ...]
    offset: Decimal
    hsa_only: Decimal
    lost_pay: tuple[tuple[Category, Decimal], ...]
    agi: Decimal | None
    form: ScheduleA | NotPublished | None
    floor_share: Decimal | None  # of the income, as a fraction of one; None while none is published

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


def year_summary(
    year: int, costs: Sequence[Expense], money: Sequence[Reimbursement], tax: TaxYear, rates: Rates
) -> YearSummary:
    """Sum up the costs paid in a year, and the money received in it. Pub. 502; IRC 213.

    `costs` may hold others, too; `money` for costs that are not among them is for no cost in particular.
    """
    return _Sums(year, costs, money, tax, rates).summary()


class _Sums:
    """The year while it is summed up."""

    def __init__(
        self, year: int, costs: Sequence[Expense], money: Sequence[Reimbursement], tax: TaxYear, rates: Rates
    ) -> None:
        self.year, self.tax, self.rates = year, tax, rates
        self.costs = [each for each in costs if each.paid_on is not None and each.paid_on.year == year]
        self._year_of = {each.id: each.paid_on.year if each.paid_on else None for each in costs}
        self.money = [each for each in money if each.received_on.year == year]
        self.back: dict[UUID, list[Reimbursement]] = {}
        for each in self.money:
            if each.expense_id is not None and self._year_of.get(each.expense_id) == year:
                self.back.setdefault(each.expense_id, []).append(each)
        self.cars = self._cars()
        self.stays = {each.expense.id: each for each in self._stays()}
        self.counted = {each.id: self._counted(each) for each in self.costs}

    def summary(self) -> YearSummary:
        """The finished year."""
        groups = tuple(self._groups())
        driven, no_rate = self._driven(each for each in self.costs if each.kind == Category.MILEAGE)
        other = self._other_back()
        offset = total(each.offset for each in self.counted.values()) + other
        agi = self.tax.agi
        counts = total(group.counts for group in groups)
        net = not_below_zero(counts - offset)
        share = self.rates.in_year(AGI_FLOOR, self.year)
        return YearSummary(
            year=self.year,
            groups=groups,
            periods=driven.by_period,
            no_rate=no_rate,
            cars=self.cars,
            stays=tuple(self.stays.values()),
            questions=tuple(self._questions()),
            other_back=other,
            earlier=tuple(each for each in self.money if self._is_earlier(each)),
            offset=offset,
            hsa_only=total(each.hsa_only for each in self.counted.values()),
            lost_pay=tuple(self._lost_pay()),
            agi=agi,
            form=schedule_a(agi, net, self.rates, tax_year=self.year) if agi is not None else None,
            floor_share=None if isinstance(share, NotPublished) else share,
        )

    def _is_earlier(self, money: Reimbursement) -> bool:
        paid_in = self._year_of.get(money.expense_id) if money.expense_id else None
        return paid_in is not None and paid_in < self.year

    def _other_back(self) -> Decimal:
        """Came back for no cost in particular: taken from the total."""
        alone = (each for each in self.money if self._year_of.get(each.expense_id or UUID(int=0)) is None)
        return total(each.amount for each in alone if MoneyBack(source=each.source, amount=each.amount).for_care)

    def _driven(self, trips: Iterable[Expense]) -> tuple[Mileage, Decimal]:
        """The trips at their rates, and the miles on days that have none."""
        rated: list[Trip] = []
        no_rate = Decimal(0)
        for each in trips:
            miles = each.miles or Decimal(0)
            if isinstance(mileage_rate(self.rates, each.served_on), NotPublished):
                no_rate += miles
            else:
                rated.append(Trip(day=each.served_on, miles=miles))
        found = mileage(rated, self.rates)
        assert isinstance(found, Mileage), "trips without a rate were left out"
        return found, no_rate

    def _cars(self) -> tuple[CarLine, ...]:
        names = sorted({each.car for each in self.costs if each.kind in (Category.MILEAGE, Category.GAS_ACTUAL)})
        return tuple(self._car(name) for name in names)

    def _car(self, name: str) -> CarLine:
        trips = [each for each in self.costs if each.kind == Category.MILEAGE and each.car == name]
        driven, no_rate = self._driven(trips)
        gas = total(each.amount for each in self.costs if each.kind == Category.GAS_ACTUAL and each.car == name)
        return CarLine(
            car=name,
            miles=sum((period.miles for period in driven.by_period), no_rate),
            at_rate=driven.total if driven.by_period or not no_rate else None,
            gas=gas,
            uses_gas=name in self.tax.gas_cars,
        )

    def _stays(self) -> Iterable[LodgingLine]:
        for each in self.costs:
            if each.kind == Category.LODGING:
                nights, people = each.nights or 1, each.people or 1
                paid = split(each.amount, [_ONE] * nights)
                stay = Stay(nights=tuple(Night(people=people, paid=part, day=each.served_on) for part in paid))
                found = lodging(stay, self.rates)
                most = ZERO if isinstance(found, NotPublished) else found.includible
                counts = most if each.counts else ZERO
                yield LodgingLine(
                    expense=each, nights=nights, people=people, cap=self._cap(each), most=most, counts=counts
                )

    def _cap(self, stay: Expense) -> Decimal | None:
        found = self.rates.value(LODGING_CAP, stay.served_on)
        return None if isinstance(found, NotPublished) else found

    def _counted(self, expense: Expense) -> Counted:
        """A cost on Schedule A; a car counts once for all its trips or its gas, and a stay up to its cap."""
        back = [MoneyBack(source=each.source, amount=each.amount) for each in self.back.get(expense.id, ())]
        if expense.kind in (Category.MILEAGE, *MEMO):
            return Counted()
        if expense.kind == Category.GAS_ACTUAL:
            uses_gas = expense.car in self.tax.gas_cars
            return Counted(counts=expense.amount, offset=_for_care(back)) if uses_gas else Counted()
        found = counted(expense, back)
        stay = self.stays.get(expense.id)
        if stay is None or not found.counts:
            return found
        return Counted(counts=min(found.counts, stay.most), offset=found.offset)

    def _groups(self) -> Iterable[Group]:
        by_kind: dict[Category, list[Expense]] = {}
        for each in self.costs:
            by_kind.setdefault(treatment(each.kind).category, []).append(each)
        for heading in Heading:
            lines = [
                self._line(category, by_kind[category])
                for category in Category
                if category in by_kind and treatment(category).heading is heading and category not in MEMO
            ]
            if lines:
                yield Group(heading=heading, lines=tuple(lines))

    def _line(self, category: Category, costs: Sequence[Expense]) -> KindLine:
        counts = total(self.counted[each.id].counts for each in costs)
        if category is Category.MILEAGE:
            counts = total(car.counts for car in self.cars if not car.uses_gas)
        return KindLine(
            category=category,
            count=len(costs),
            paid=total(each.amount for each in costs),
            back=total(money.amount for each in costs for money in self.back.get(each.id, ())),
            counts=counts,
            asks=any(self.counted[each.id].asks for each in costs),
        )

    def _questions(self) -> Iterable[OpenQuestion]:
        asked = [each for each in self.costs if self.counted[each.id].asks]
        for category in Category:
            costs = [each for each in asked if treatment(each.kind).category is category]
            if costs:
                yield OpenQuestion(category=category, count=len(costs), amount=total(each.amount for each in costs))

    def _lost_pay(self) -> Iterable[tuple[Category, Decimal]]:
        for category in sorted(MEMO):
            amounts = [each.amount for each in self.costs if each.kind == category]
            if amounts:
                yield category, total(amounts)


def with_income(summary: YearSummary, agi: Decimal | None, rates: Rates) -> YearSummary:
    """The same year with another income, or with none."""
    form = schedule_a(agi, summary.net_medical, rates, tax_year=summary.year) if agi is not None else None
    return replace(summary, agi=agi, form=form)


def _for_care(back: Iterable[MoneyBack]) -> Decimal:
    return total(each.amount for each in back if each.for_care)


def first_and_last(year: int) -> tuple[date, date]:
    """The days of a calendar year."""
    return date(year, 1, 1), date(year, 12, 31)
