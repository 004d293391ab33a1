"""One calendar year of costs, by the day paid: what was paid, what came back, what may count, what is still asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from caregiver_app.domain.expenses import Expense, Reimbursement, TaxYear
from caregiver_app.domain.money.categories import MEMO, Category, Heading, treatment
from caregiver_app.domain.money.counted import PAID_BEFORE_TAX, Counted, counted
from caregiver_app.domain.money.dollars import ZERO, not_below_zero, total
from caregiver_app.domain.money.lodging import Night, Stay, lodging
from caregiver_app.domain.money.mileage import Mileage, Trip, mileage, mileage_rate
from caregiver_app.domain.money.paid_back import MoneyBack
from caregiver_app.domain.money.rates import AGI_FLOOR, LODGING_CAP, NotPublished, Rates
from caregiver_app.domain.money.shares import split
from caregiver_app.domain.money.tax_return import schedule_a
from caregiver_app.domain.money.year_lines import (
    CarLine,
    Group,
    KindLine,
    LodgingLine,
    OfCost,
    OpenQuestion,
    YearSummary,
)

_ONE = Decimal(1)


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
        alone = tuple(self._alone())
        offset = total(each.offset for each in self.counted.values()) + total(each.amount for each in alone)
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
            of_cost=self._of_cost(),
            alone=alone,
            earlier=tuple(each for each in self.money if self._is_earlier(each)),
            offset=offset,
            hsa_only=total(each.hsa_only for each in self.counted.values()),
            hsa_paid=total(each.amount for each in self.costs if each.paid_how in PAID_BEFORE_TAX),
            lost_pay=tuple(self._lost_pay()),
            agi=agi,
            form=schedule_a(agi, net, self.rates, tax_year=self.year) if agi is not None else None,
            floor_share=None if isinstance(share, NotPublished) else share,
        )

    def _is_earlier(self, money: Reimbursement) -> bool:
        paid_in = self._year_of.get(money.expense_id) if money.expense_id else None
        return paid_in is not None and paid_in < self.year

    def _alone(self) -> Iterable[Reimbursement]:
        """Came back for no cost in particular: taken from the total."""
        alone = (each for each in self.money if self._year_of.get(each.expense_id or UUID(int=0)) is None)
        return (each for each in alone if MoneyBack(source=each.source, amount=each.amount).for_care)

    def _of_cost(self) -> dict[UUID, OfCost]:
        """Every cost with its part in the sums; lost pay has none."""
        trips = dict(self._counts_of_trips())
        return {
            each.id: OfCost(
                back=total(money.amount for money in self.back.get(each.id, ())),
                counts=trips.get(each.id, self.counted[each.id].counts),
            )
            for each in self.costs
            if each.kind not in MEMO
        }

    def _counts_of_trips(self) -> Iterable[tuple[UUID, Decimal]]:
        """The dollars of a car's miles given out to its trips, so that they add up to the cent."""
        for car in self.cars:
            trips = [each for each in self._trips_of(car.car) if self._has_rate(each)]
            if car.counts and not car.uses_gas:
                driven, _no_rate = self._driven(trips)
                parts = split(driven.total, driven.by_trip)
                yield from zip((each.id for each in trips), parts, strict=True)

    def _driven(self, trips: Iterable[Expense]) -> tuple[Mileage, Decimal]:
        """The trips at their rates, and the miles on days that have none."""
        rated: list[Trip] = []
        no_rate = Decimal(0)
        for each in trips:
            miles = each.miles or Decimal(0)
            if self._has_rate(each):
                rated.append(Trip(day=each.served_on, miles=miles))
            else:
                no_rate += miles
        found = mileage(rated, self.rates)
        assert isinstance(found, Mileage), "trips without a rate were left out"
        return found, no_rate

    def _has_rate(self, trip: Expense) -> bool:
        return not isinstance(mileage_rate(self.rates, trip.served_on), NotPublished)

    def _trips_of(self, car: str) -> list[Expense]:
        return [each for each in self.costs if each.kind == Category.MILEAGE and each.car == car]

    def _cars(self) -> tuple[CarLine, ...]:
        names = sorted({each.car for each in self.costs if each.kind in (Category.MILEAGE, Category.GAS_ACTUAL)})
        return tuple(self._car(name) for name in names)

    def _car(self, name: str) -> CarLine:
        driven, no_rate = self._driven(self._trips_of(name))
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
