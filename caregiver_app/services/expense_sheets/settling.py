"""The sheet for brothers and sisters: who paid, how it is shared, who owes whom. No word of what a cost was for."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from uuid import UUID

from caregiver_app.documents.money_sheet import Column, Line, Section
from caregiver_app.domain.expenses import Expense, PaidBack, Share
from caregiver_app.domain.money.family import Settled, Standing, taken_off
from caregiver_app.domain.money_words import dollars
from caregiver_app.domain.receipts import r_number
from caregiver_app.domain.spoken import day_words
from caregiver_app.domain.year_words import came_back_words, owed_words
from caregiver_app.services.expenses import family
from caregiver_app.services.expenses.claims import back_of_each
from caregiver_app.services.people import everybody
from caregiver_app.services.sheet_contents import names_on_paper
from caregiver_app.services.sheet_rules import Shown
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr

# What the family may see of a cost: never its kind, its payee or its notes.
FIELDS: Mapping[type, frozenset[str]] = {
    Expense: frozenset({"number", "paid_on", "amount", "paid_by", "shares"}),
    PaidBack: frozenset({"day", "from_id", "to_id", "amount"}),
}


def settle_sections(work: UnitOfWork) -> list[Section]:
    """Who owes whom, how each one stands, and each shared cost by its number."""
    names = names_on_paper(everybody(work))
    caregiver_id = family.caregiver_id(work)
    settled = family.settle(work)
    shared = family.shared(work)
    back = back_of_each(work, expenses=shared)
    costs = [_cost(each, taken_off(each, back), names, caregiver_id) for each in shared]
    return [_owed(settled, names), standing_section(settled, names), _costs(costs), *_given(work, names)]


def _name(names: Mapping[UUID, str], person_id: UUID) -> str:
    return names.get(person_id, tr("Somebody"))


def _owed(settled: Settled, names: Mapping[UUID, str]) -> Section:
    says = tuple(owed_words(each, names) for each in settled.payments)
    return Section(title=tr("To be even"), says=says or (tr("All are even."),))


def standing_section(settled: Settled, names: Mapping[UUID, str]) -> Section:
    """How each one stands."""
    columns = (
        Column(label=tr("name"), share=48),
        Column(label=tr("paid"), share=28, number=True),
        Column(label=tr("came back"), share=28, number=True),
        Column(label=tr("own part"), share=28, number=True),
        Column(label=tr("paid back since"), share=48),
    )
    lines = tuple(
        Line(
            cells=(
                _name(names, each.person_id),
                dollars(each.paid + each.back),
                dollars(each.back),
                dollars(each.carries),
                _since(each),
            )
        )
        for each in settled.standings
    )
    return Section(
        title=tr("How each one stands"),
        columns=columns,
        lines=lines,
        says=tuple(filter(None, [came_back_words(settled)])),
        empty=tr("No cost is shared yet."),
    )


def _since(standing: Standing) -> str:
    """What one person gave the others and got from them."""
    gave = tr("gave {amount}").format(amount=dollars(standing.gave)) if standing.gave else ""
    got = tr("got {amount}").format(amount=dollars(standing.got)) if standing.got else ""
    return tr(", ").join(filter(None, (gave, got))) or tr("–")


def _costs(lines: list[Line]) -> Section:
    columns = (
        Column(label=tr("no."), share=22),
        Column(label=tr("paid on"), share=38),
        Column(label=tr("who paid"), share=42),
        Column(label=tr("shared as"), share=42),
        Column(label=tr("amount"), share=26, number=True),
        Column(label=tr("came back"), share=26, number=True),
    )
    return Section(
        title=tr("Each shared cost"), columns=columns, lines=tuple(lines), empty=tr("No cost is shared yet.")
    )


def _cost(expense: Expense, back: Decimal, names: Mapping[UUID, str], caregiver_id: UUID) -> Line:
    cost = Shown(expense, FIELDS)
    paid = [(part.person_id, dollars(part.amount)) for part in cost.paid_by]
    who = tr(", ").join(
        _name(names, person)
        if len(paid) == 1
        else tr("{name} {amount}").format(name=_name(names, person), amount=amount)
        for person, amount in paid
    )
    return Line(
        cells=(
            r_number(cost.number),
            day_words(cost.paid_on, with_year=True),
            who or _name(names, caregiver_id),
            tr(", ").join(_share(share, names) for share in cost.shares),
            dollars(cost.amount),
            dollars(back) if back else "",
        )
    )


def _share(share: Share, names: Mapping[UUID, str]) -> str:
    return tr("{name} {parts}").format(name=_name(names, share.person_id), parts=share.parts)


def _given(work: UnitOfWork, names: Mapping[UUID, str]) -> list[Section]:
    columns = (
        Column(label=tr("date"), share=38),
        Column(label=tr("from"), share=50),
        Column(label=tr("to"), share=50),
        Column(label=tr("amount"), share=28, number=True),
    )
    lines = []
    for each in family.payments(work):
        paid = Shown(each, FIELDS)
        people = _name(names, paid.from_id), _name(names, paid.to_id)
        lines.append(Line(cells=(day_words(paid.day, with_year=True), *people, dollars(paid.amount))))
    return [Section(title=tr("Paid back since"), columns=columns, lines=tuple(lines))] if lines else []
