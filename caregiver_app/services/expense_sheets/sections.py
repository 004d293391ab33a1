"""The tables that sheets about money are made of, each from the records that it may show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from operator import attrgetter
from typing import Any
from uuid import UUID

from caregiver_app.documents.money_sheet import Column, Line, Section
from caregiver_app.domain.category_words import category_label, heading_label, question
from caregiver_app.domain.claims import CallNote, Claim
from caregiver_app.domain.expense_table import FOR_NO_ONE_COST
from caregiver_app.domain.expense_words import kind_label
from caregiver_app.domain.expenses import Expense, Reimbursement
from caregiver_app.domain.money.categories import Category, treatment
from caregiver_app.domain.money.mileage import mileage_rate
from caregiver_app.domain.money.rates import LODGING_CAP, NotPublished, Rates
from caregiver_app.domain.money.year_lines import Group, KindLine, YearSummary
from caregiver_app.domain.money_words import claim_state_words, clock_words, dollars, miles_number, rate_words
from caregiver_app.domain.rate_words import value_words
from caregiver_app.domain.receipts import Receipt, r_number
from caregiver_app.domain.spoken import day_words, short_day
from caregiver_app.domain.year_words import (
    beside_words,
    car_words,
    counts_words,
    earlier_words,
    income_words,
    why_less_words,
)
from caregiver_app.services.expenses.claims import RunningClaim
from caregiver_app.services.sheet_rules import Shown
from caregiver_app.words import ntr, tr

# All that sheets for the caregiver alone may show. A new field is private until it is listed.
FIELDS: Mapping[type, frozenset[str]] = {
    Expense: frozenset(
        {"number", "served_on", "paid_on", "kind", "payee", "amount", "miles", "from_to", "car", "nights", "people"}
    ),
    Receipt: frozenset({"name"}),
    Claim: frozenset(
        {"company", "reference", "billed_on", "billed", "filed_on", "eob_on", "paid_on", "denied_on", "state"}
    ),
    CallNote: frozenset({"day", "company", "person", "reference", "outcome", "call_back_on", "call_back_done"}),
    Reimbursement: frozenset({"received_on", "amount", "source"}),
}


def _day(day: date | None) -> str:
    return day_words(day, with_year=True) if day is not None else ""


def summary_sections(summary: YearSummary) -> list[Section]:
    """The first page: the table by group, and under it what it comes to."""
    columns = (
        Column(label=tr("kind"), share=78),
        Column(label=tr("paid"), share=27, number=True),
        Column(label=tr("came back"), share=27, number=True),
        Column(label=tr("net"), share=27, number=True),
        Column(label=tr("may count"), share=25, number=True),
    )
    lines = [line for group in summary.groups for line in _group(group, summary)]
    if summary.other_back:
        cells = (FOR_NO_ONE_COST, "", dollars(summary.other_back), dollars(-summary.other_back), "")
        lines.append(Line(cells=cells))
    total = (tr("All of {year}").format(year=summary.year), *_sums(summary))
    empty = tr("Nothing was paid in {year}.").format(year=summary.year)
    table = Section(
        columns=columns,
        lines=(*lines, Line(cells=total, bold=True)) if lines else (),
        says=tuple(_says(summary)),
        empty=empty,
    )
    return [section for section in (table, lodging_section(summary), _questions(summary), _beside(summary)) if section]


def _sums(part: Group | KindLine | YearSummary) -> tuple[str, str, str, str]:
    return _or_dash(part.paid), _or_dash(part.back), _or_dash(part.net), _or_dash(part.counts)


def _or_dash(amount: Decimal) -> str:
    return dollars(amount) if amount else tr("–")


def _group(group: Group, summary: YearSummary) -> Iterable[Line]:
    yield Line(cells=(heading_label(group.heading), *_sums(group)), bold=True)
    for line in group.lines:
        yield Line(cells=(_kind(line, summary), *_sums(line)), deep=True)


def _kind(line: KindLine, summary: YearSummary) -> str:
    words = category_label(line.category)
    if line.category is not Category.MILEAGE:
        return tr("{kind}: a question is open").format(kind=words) if line.asks else words
    parts = [
        tr("{miles} miles × {rate} = {amount}").format(
            miles=miles_number(period.miles), rate=rate_words(period.usd_per_mile), amount=dollars(period.amount)
        )
        for period in summary.periods
    ]
    if summary.no_rate:
        parts.append(tr("{miles} miles: the rate is not published yet").format(miles=miles_number(summary.no_rate)))
    return tr("{kind}: {parts}").format(kind=words, parts=tr("; ").join(parts))


def _says(summary: YearSummary) -> Iterable[str]:
    words = (counts_words, why_less_words, income_words, earlier_words)
    yield from filter(None, (each(summary) for each in words))
    yield from (car_words(car) for car in summary.cars if car.other_way_is_more)


def lodging_section(summary: YearSummary) -> Section | None:
    """Each stay with what may count of it at most; None without one."""
    columns = (
        Column(label=tr("stay"), share=70),
        Column(label=tr("nights"), share=20, number=True),
        Column(label=tr("people"), share=20, number=True),
        Column(label=tr("paid"), share=27, number=True),
        Column(label=tr("countable up to"), share=37, number=True),
    )
    lines = []
    for stay in summary.stays:
        cost = Shown(stay.expense, FIELDS)
        name = tr(", ").join(part for part in (short_day(cost.served_on), cost.payee) if part)
        cells = (name, str(stay.nights), str(stay.people), dollars(cost.amount), dollars(stay.most))
        lines.append(Line(cells=cells))
    says = _cap_words(summary)
    return Section(title=tr("Lodging"), columns=columns, lines=tuple(lines), says=says) if lines else None


def _cap_words(summary: YearSummary) -> tuple[str, ...]:
    """The figure that holds for the stays of a year; it may change within the year."""
    caps = sorted({stay.cap for stay in summary.stays if stay.cap is not None})
    if not caps:
        return (tr("The figure for a night is not published yet."),)
    says = tr("Up to {cap} for each person and night, two people at most, for care at a licensed hospital or the like.")
    return (says.format(cap=tr(" or ").join(value_words(LODGING_CAP, cap) for cap in caps)),)


def _questions(summary: YearSummary) -> Section | None:
    columns = (
        Column(label=tr("counts only if the answer is yes"), share=130),
        Column(label=tr("costs"), share=20, number=True),
        Column(label=tr("amount"), share=30, number=True),
    )
    lines = tuple(
        Line(
            cells=(
                tr("{kind}. {question}").format(kind=category_label(each.category), question=question(each.category)),
                str(each.count),
                dollars(each.amount),
            )
        )
        for each in summary.questions
    )
    return Section(title=tr("Open questions"), columns=columns, lines=lines) if lines else None


def _beside(summary: YearSummary) -> Section | None:
    says = beside_words(summary)
    return Section(title=tr("Beside the totals"), says=says) if says else None


def mileage_section(costs: Sequence[Expense], rates: Rates, summary: YearSummary) -> Section:
    """The mileage log: miles by trip with parking and tolls beside them, dollars by rate."""
    columns = (
        Column(label=tr("no."), share=20),
        Column(label=tr("date"), share=36),
        Column(label=tr("from – to"), share=60),
        Column(label=tr("miles"), share=18, number=True),
        Column(label=tr("rate"), share=25, number=True),
        Column(label=tr("parking, tolls"), share=25, number=True),
    )
    trips = sorted((each for each in costs if each.kind == Category.MILEAGE), key=attrgetter("served_on", "number"))
    beside = _parking_of(trips, costs)
    lines = [_trip(Shown(each, FIELDS), rates, beside.get(each.id, Decimal(0))) for each in trips]
    says = [
        tr("{first} to {last}: {miles} miles × {rate} = {amount}").format(
            first=short_day(period.first),
            last=short_day(period.last),
            miles=miles_number(period.miles),
            rate=rate_words(period.usd_per_mile),
            amount=dollars(period.amount),
        )
        for period in summary.periods
    ]
    if summary.no_rate:
        sentence = tr("{miles} miles are on days whose rate is not published yet.")
        says.append(sentence.format(miles=miles_number(summary.no_rate)))
    if lines:
        parking = dollars(sum(beside.values(), Decimal(0)))
        lines.append(Line(cells=("", tr("All miles"), "", miles_number(summary.miles), "", parking), bold=True))
    empty = tr("No miles are kept for {year}.").format(year=summary.year)
    return Section(title=tr("Mileage log"), columns=columns, lines=tuple(lines), says=tuple(says), empty=empty)


def _parking_of(trips: Sequence[Expense], costs: Sequence[Expense]) -> dict[UUID, Decimal]:
    """Parking and tolls beside the first trip of the same visit, or of the same day when no visit is known."""
    first: dict[object, UUID] = {}
    for trip in reversed(trips):
        first[trip.served_on] = trip.id
        if trip.appointment_id is not None:
            first[trip.appointment_id] = trip.id
    found: dict[UUID, Decimal] = {}
    for each in costs:
        if each.kind == Category.PARKING_TOLLS:
            trip_id = first.get(each.appointment_id) or first.get(each.served_on)
            if trip_id is not None:
                found[trip_id] = found.get(trip_id, Decimal(0)) + each.amount
    return found


def _trip(trip: Any, rates: Rates, parking: Decimal) -> Line:
    rate = mileage_rate(rates, trip.served_on)
    words = tr("not published") if isinstance(rate, NotPublished) else rate_words(rate)
    where = trip.from_to or trip.payee or tr("Drive for care")
    where = tr("{where} ({car})").format(where=where, car=trip.car) if trip.car else where
    miles = miles_number(trip.miles or Decimal(0))
    beside = dollars(parking) if parking else ""
    return Line(cells=(r_number(trip.number), _day(trip.served_on), where, miles, words, beside))


def items_section(costs: Sequence[tuple[Expense, Sequence[Receipt]]], *, title: str, empty: str) -> Section:
    """Costs by R-number, with how many papers there are for each."""
    columns = (
        Column(label=tr("no."), share=22),
        Column(label=tr("paid"), share=38),
        Column(label=tr("what"), share=76),
        Column(label=tr("receipt"), share=26),
        Column(label=tr("amount"), share=28, number=True),
    )
    lines = [_item(each, papers) for each, papers in costs]
    if lines:
        total = sum((each.amount for each, _ in costs if not treatment(each.kind).memo), Decimal(0))
        lines.append(Line(cells=("", tr("All"), "", "", dollars(total)), bold=True))
    return Section(title=title, columns=columns, lines=tuple(lines), empty=empty)


def _item(expense: Expense, papers: Sequence[Receipt]) -> Line:
    cost = Shown(expense, FIELDS)
    kind = kind_label(cost.kind)
    words = tr("{payee}: {kind}").format(payee=cost.payee, kind=kind) if cost.payee else kind
    amount = tr("{miles} miles").format(miles=miles_number(cost.miles)) if cost.miles else dollars(cost.amount)
    amount = tr("({amount})").format(amount=amount) if treatment(cost.kind).memo else amount
    return Line(cells=(r_number(cost.number), _day(cost.paid_on), words, _papers(expense, len(papers)), amount))


def _papers(expense: Expense, count: int) -> str:
    if count:
        return ntr("yes", "{n} papers", count).format(n=count)
    return tr("missing") if expense.receipt_needed else tr("not needed")


def missing_section(costs: Sequence[Expense], year: int) -> Section:
    """Costs whose receipt is missing, with a line for where it may be."""
    columns = (
        Column(label=tr("no."), share=22),
        Column(label=tr("paid"), share=38),
        Column(label=tr("what"), share=66),
        Column(label=tr("amount"), share=26, number=True),
        Column(label=tr("where it may be"), share=40),
    )
    lines = []
    for each in costs:
        cost = Shown(each, FIELDS)
        words = cost.payee or kind_label(cost.kind)
        lines.append(Line(cells=(r_number(cost.number), _day(cost.paid_on), words, dollars(cost.amount), "")))
    empty = tr("No receipt is missing for {year}.").format(year=year)
    return Section(title=tr("Missing receipts"), columns=columns, lines=tuple(lines), empty=empty)


def claims_section(running: Sequence[RunningClaim]) -> Section:
    """Open claims, each with its days and what comes next."""
    columns = (
        Column(label=tr("claim"), share=62),
        Column(label=tr("billed"), share=26, number=True),
        Column(label=tr("came back"), share=26, number=True),
        Column(label=tr("where it stands"), share=74),
    )
    lines = tuple(_claim(each) for each in running if each.claim.is_open)
    return Section(title=tr("Open claims"), columns=columns, lines=lines, empty=tr("No claim is open."))


def _claim(running: RunningClaim) -> Line:
    claim = Shown(running.claim, FIELDS)
    cost = Shown(running.expense, FIELDS) if running.expense is not None else None
    named = [r_number(cost.number) if cost else "", claim.company or tr("Claim"), claim.reference]
    billed = claim.billed if claim.billed is not None else cost.amount if cost else None
    steps = (
        (tr("billed {day}"), claim.billed_on),
        (tr("filed {day}"), claim.filed_on),
        (tr("EOB {day}"), claim.eob_on),
        (tr("denied {day}"), claim.denied_on),
        (tr("paid {day}"), claim.paid_on),
    )
    days = tr(", ").join(words.format(day=_day(day)) for words, day in steps if day is not None)
    return Line(
        cells=(
            tr(", ").join(part for part in named if part),
            dollars(billed) if billed is not None else "",
            dollars(running.back),
            tr("{state}. {next}").format(state=claim_state_words(claim.state), next=clock_words(running.clock)),
        ),
        notes=tr("{days}.").format(days=_upper(days)) if days else "",
    )


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def calls_section(calls: Iterable[CallNote]) -> Section:
    """Calls about money: with whom, what came of it, when to call back."""
    columns = (
        Column(label=tr("date"), share=38),
        Column(label=tr("company, person"), share=56),
        Column(label=tr("reference no."), share=36),
        Column(label=tr("call back on"), share=38),
    )
    lines = []
    for each in calls:
        call = Shown(each, FIELDS)
        again = "" if call.call_back_done else _day(call.call_back_on)
        who = tr(", ").join(part for part in (call.company, call.person) if part)
        lines.append(Line(cells=(_day(call.day), who, call.reference, again), notes=call.outcome))
    return Section(title=tr("Call log"), columns=columns, lines=tuple(lines), empty=tr("No calls are noted."))
