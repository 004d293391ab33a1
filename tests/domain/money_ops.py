"""Turns the inputs of a money case into the terms of the rules: no rule, date or answer stands here."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from caregiver_app.domain.expenses import Source
from caregiver_app.domain.money import car, care_at_home, dollars, lodging, mileage, paid_back, shares, tax_return
from caregiver_app.domain.money import tax_year as years
from caregiver_app.domain.money.rates import MILEAGE, Figure, NotPublished, Rates, read_rates
from caregiver_app.resources import resource

Given = dict[str, Any]
RATES = read_rates(json.loads(resource("rates/rates.json").read_text(encoding="utf-8")))


def to_date(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def to_trips(given: Iterable[Given]) -> list[mileage.Trip]:
    return [mileage.Trip(day=date.fromisoformat(each["date"]), miles=Decimal(each["miles"])) for each in given]


def to_rates(given: Given) -> Rates:
    """The table that a case passes in, or the one that comes with the program."""
    if given["rates"] is None:
        return RATES
    return Rates.of(
        Figure(
            key=MILEAGE,
            first=date.fromisoformat(each["from"]),
            last=to_date(each["to"]),
            value=Decimal(each["usd_per_mile"]),
        )
        for each in given["rates"]
    )


def decimals(given: Given, *names: str) -> dict[str, Decimal]:
    return {name: Decimal(given[name]) for name in names}


def mileage_rate(given: Given) -> Any:
    told = mileage.mileage_rate(RATES, date.fromisoformat(given["date"]))
    return told if isinstance(told, NotPublished) else {"usd_per_mile": told}


def mileage_total(given: Given) -> Any:
    return mileage.mileage(to_trips(given["trips"]), to_rates(given))


def car_method(given: Given) -> Any:
    names = ("gas", "oil", "tolls_parking", "insurance", "repairs", "depreciation")
    return car.car_year(to_trips(given["trips"]), car.CarCosts(**decimals(given, *names)), to_rates(given))


def round_trip(given: Given) -> Any:
    return {"miles": mileage.round_trip(Decimal(given["one_way_miles"]), given["visits"])}


def lodging_stay(given: Given) -> Any:
    nights = tuple(lodging.Night(people=each["people"], paid=Decimal(each["paid"])) for each in given["nights"])
    meals, hospital = Decimal(given["meals"]), given["licensed_hospital"]
    return lodging.lodging(lodging.Stay(nights=nights, meals=meals, licensed_hospital=hospital), RATES)


def schedule_a(given: Given) -> Any:
    agi, net = Decimal(given["agi"]), Decimal(given["net_medical"])
    return tax_return.schedule_a(agi, net, RATES, tax_year=given["tax_year"])


def itemize_or_standard(given: Given) -> Any:
    tax = tax_return.TaxYear(
        year=given["tax_year"], filing=tax_return.Filing(given["filing"]), **decimals(given, "agi", "other_itemized")
    )
    return tax_return.itemize_or_standard(tax, Decimal(given["net_medical"]), RATES)


def round_sum(given: Given) -> Any:
    amounts = [Decimal(each) for each in given["amounts"]]
    return {"sum": dollars.total(amounts), "on_return": dollars.sum_on_form(amounts)}


def round_each(given: Given) -> Any:
    return {"rounded": [dollars.whole_dollars(Decimal(each)) for each in given["amounts"]]}


def net_of_reimbursements(given: Given) -> Any:
    received = [
        paid_back.MoneyBack(source=SOURCES[each["kind"]], amount=Decimal(each["amount"])) for each in given["received"]
    ]
    return paid_back.net_of_reimbursements([Decimal(each["amount"]) for each in given["paid"]], received)


def later_recovery(given: Given) -> Any:
    earlier = paid_back.EarlierReturn(
        agi=Decimal(given["agi"]),
        net_medical=Decimal(given["net_medical"]),
        itemized_total=Decimal(given["itemized_total"]),
        standard_deduction=Decimal(given["standard_deduction"]),
    )
    return paid_back.later_recovery(earlier, Decimal(given["reimbursed"]), RATES)


def excess_premium_share(given: Given) -> Any:
    names = ("annual_premium", "employer_paid", "excess_reimbursement")
    return paid_back.excess_premium_share(*decimals(given, *names).values())


def to_payment(given: Given) -> years.Payment:
    days = {key: to_date(each) for key, each in given.items() if key not in {"method", "amount"}}
    return years.Payment(method=years.PayMethod(given["method"]), amount=Decimal(given["amount"]), **days)


def paid_year(given: Given) -> Any:
    return years.paid_years(map(to_payment, given["payments"]))


def joint_account(given: Given) -> Any:
    return {"shares": years.joint_account(Decimal(given["paid"]))}


def to_bill(given: Given) -> years.EstateBill:
    return years.EstateBill(
        service_on=date.fromisoformat(given["service_on"]),
        paid_on=date.fromisoformat(given["paid_on"]),
        paid_by=years.EstatePayer(given["paid_by"]),
        amount=Decimal(given["amount"]),
    )


def estate(given: Given) -> Any:
    bills = map(to_bill, given["bills"])
    return years.estate_years(date.fromisoformat(given["death_on"]), bills, elected=given["elected"])


def multiple_support(given: Given) -> Any:
    return years.multiple_support(Decimal(given["paid"]), map(Decimal, given["repaid"]))


def nursing_split(given: Given) -> Any:
    return care_at_home.nursing_split(**decimals(given, *given))


def nursing_year(given: Given) -> Any:
    names = given.keys() - {"weeks"}
    return care_at_home.nursing_year(care_at_home.AttendantYear(weeks=given["weeks"], **decimals(given, *names)))


def home_change(given: Given) -> Any:
    cost, increase = Decimal(given["cost"]), Decimal(given["increase_in_value"])
    return {"includible": care_at_home.home_change(cost, increase, accessibility_item=given["accessibility_item"])}


def conference(given: Given) -> Any:
    flag = "primarily_for_care"
    costs = care_at_home.Conference(primarily_for_care=given[flag], **decimals(given, *(given.keys() - {flag})))
    return {"includible": care_at_home.conference(costs)}


def ltc_premium(given: Given) -> Any:
    premiums = [care_at_home.Premium(age=each["age"], paid=Decimal(each["paid"])) for each in given["premiums"]]
    return care_at_home.ltc_premiums(given["tax_year"], premiums, RATES)


def split(given: Given) -> Any:
    return {"shares": shares.split(Decimal(given["amount"]), [Decimal(each) for each in given["weights"]])}


def settle_up(given: Given) -> Any:
    paid, weights = ([Decimal(each) for each in given[key]] for key in ("paid", "weights"))
    told = shares.settle_up(paid, weights)
    return {"owed": told.owed, "balance": told.balance, "payment_count": told.payment_count}


OPS: dict[str, Callable[[Given], Any]] = {
    "mileage_rate": mileage_rate,
    "mileage_total": mileage_total,
    "car_method": car_method,
    "round_trip": round_trip,
    "lodging": lodging_stay,
    "schedule_a": schedule_a,
    "itemize_or_standard": itemize_or_standard,
    "round_sum": round_sum,
    "round_each": round_each,
    "net_of_reimbursements": net_of_reimbursements,
    "later_recovery": later_recovery,
    "excess_premium_share": excess_premium_share,
    "paid_year": paid_year,
    "joint_account": joint_account,
    "estate": estate,
    "multiple_support": multiple_support,
    "nursing_split": nursing_split,
    "nursing_year": nursing_year,
    "home_change": home_change,
    "conference": conference,
    "ltc_premium": ltc_premium,
    "split": split,
    "settle_up": settle_up,
}
SOURCES = {source.value.replace(" ", "_"): source for source in Source} | {"insurance": Source.INSURER}
KEYS = {"first": "from", "last": "to"}  # what the file calls the days of a rate
UNTOLD = {mileage.PeriodMiles: {"usd_per_mile", "miles"}}  # what the file leaves out of a period


def plain(term: Any) -> Any:
    """A term of the rules as lists and objects; its numbers are still exact."""
    if isinstance(term, tuple | list):
        return [plain(each) for each in term]
    if is_dataclass(term):
        names = [each.name for each in fields(term) if each.name not in UNTOLD.get(type(term), ())]  # type: ignore[arg-type]
        return {KEYS.get(name, name): plain(getattr(term, name)) for name in names}
    return term


def answer(op: str, given: Given) -> Given:
    """What the rules say to a case, with the status where the file has one."""
    told = OPS[op](given)
    if isinstance(told, NotPublished):
        return {"status": "not_published"}
    plainly = plain(told)
    return {key: plain(each) for key, each in plainly.items()} if isinstance(plainly, dict) else plainly
