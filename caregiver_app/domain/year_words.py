"""What a year of costs and a family's shares come to, in sentences that screen and paper share."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from uuid import UUID

from caregiver_app.domain.category_words import category_label
from caregiver_app.domain.money.family import Payment, Settled
from caregiver_app.domain.money.rates import AGI_FLOOR, NotPublished
from caregiver_app.domain.money.year_lines import CarLine, YearSummary
from caregiver_app.domain.money_words import dollars
from caregiver_app.domain.rate_words import value_words
from caregiver_app.words import tr


def counts_words(summary: YearSummary) -> str:
    """What may count, and what came back for it; empty when there is neither."""
    if not summary.counts and not summary.offset:
        return ""
    return tr("May count: {counts}. Came back for it: {offset}. Left: {net}.").format(
        counts=dollars(summary.counts), offset=dollars(summary.offset), net=dollars(summary.net_medical)
    )


def why_less_words(summary: YearSummary) -> str:
    """Why what may count is not what was paid or what is left of it; empty when nothing may count."""
    if not summary.counts:
        return ""
    says = [tr("“May count” is before money that came back.")]
    if summary.hsa_paid:
        says.append(tr("What an HSA or FSA paid is not in it."))
    if any(stay.counts < stay.expense.amount for stay in summary.stays if stay.counts):
        says.append(tr("A night away counts up to a limit."))
    return " ".join(says)


def income_words(summary: YearSummary) -> str:
    """The part of the income below which nothing counts, and what is above it; empty without an income."""
    if summary.agi is None or summary.form is None:
        return ""
    if isinstance(summary.form, NotPublished) or summary.floor_share is None:
        return tr("For {year} we have no share of the income to count with.").format(year=summary.year)
    sentence = tr("{share} of an income of {agi} is {floor}. Above it: {deduction}.")
    return sentence.format(
        share=value_words(AGI_FLOOR, summary.floor_share),
        agi=dollars(summary.agi),
        floor=dollars(summary.form.floor),
        deduction=dollars(summary.form.deduction),
    )


def earlier_words(summary: YearSummary) -> str:
    """What came back for costs of an earlier year; empty when nothing did."""
    if not summary.earlier:
        return ""
    amount = sum((each.amount for each in summary.earlier), Decimal(0))
    sentence = tr("{amount} came back in {year} for costs of an earlier year. Ask a tax preparer about it.")
    return sentence.format(amount=dollars(amount), year=summary.year)


def car_words(car: CarLine) -> str:
    """What both ways of counting a car come to."""
    sentence = tr("{car}: gas and oil come to {gas}, miles to {miles}. Only one of the two may count.")
    miles = dollars(car.at_rate or Decimal(0))
    return sentence.format(car=car.car or tr("The car"), gas=dollars(car.gas), miles=miles)


def beside_words(summary: YearSummary) -> tuple[str, ...]:
    """What stands beside the totals: lost pay, and what only an HSA or FSA may pay."""
    says = [
        tr("{kind}: {amount}. This is not a cost and is in no total.").format(
            kind=category_label(category), amount=dollars(amount)
        )
        for category, amount in summary.lost_pay
    ]
    if summary.hsa_only:
        sentence = tr("An HSA or FSA may pay {amount} that has no place on the tax form.")
        says.append(sentence.format(amount=dollars(summary.hsa_only)))
    return tuple(says)


def to_payers_words() -> str:
    """To whom money goes that came back for a cost of several people."""
    return tr("Money that came back is taken off for those who paid, in the parts that they paid.")


def came_back_words(settled: Settled) -> str:
    """How money that came back for shared costs is counted; empty when none did."""
    back = sum((each.back for each in settled.standings), Decimal(0))
    if not back:
        return ""
    return tr("{amount} came back. {how}").format(amount=dollars(back), how=to_payers_words())


def owed_words(payment: Payment, names: Mapping[UUID, str]) -> str:
    """One payment that helps to make all even."""
    nobody = tr("Somebody")
    return tr("{payer} pays {payee} {amount}.").format(
        payer=names.get(payment.from_id, nobody),
        payee=names.get(payment.to_id, nobody),
        amount=dollars(payment.amount),
    )
