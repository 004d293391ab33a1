"""What the lists and figures of costs need from the database: filtered, ordered, paged and summed there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Select, String, and_, case, extract, func, literal, or_, select, type_coerce

from caregiver_app.domain.expense_answers import LOST_PAY, Asked, Column, Totals
from caregiver_app.domain.expenses import AgreedShares, Expense, PaidBack
from caregiver_app.storage.money_tables import agreed_shares, expenses, paid_back, reimbursements
from caregiver_app.storage.receipt_rows import has_receipt, is_missing, needs_receipt
from caregiver_app.storage.unit_of_work import UnitOfWork, record_of, shape_of
from caregiver_app.storage.word_index import ids_of, matches, words_of

_of = expenses.c
_HAS_RECEIPT = has_receipt()
_BACK = (
    select(func.sum(reimbursements.c.amount))
    .where(reimbursements.c.expense_id == _of.id, reimbursements.c.removed_at.is_(None))
    .scalar_subquery()
)
_MISSING = is_missing()
_PAID_BY = type_coerce(_of.paid_by, String)
_FIRST_PAYER = func.substr(_PAID_BY, 4, 32)  # the hex of the first id in [["…", "…"]]
_NOBODY_NAMED = "[]"  # the caregiver paid it all
_FEW = 1000  # found by a word: so many are looked up one by one sooner than a year of costs is looked through


class Found(NamedTuple):
    """One cost of a list, with what hangs on it."""

    expense: Expense
    has_receipt: bool
    back: Decimal


class Orders(NamedTuple):
    """What SQL needs to order by words: the keys of kinds by label, and people by name; the caregiver is apart."""

    kinds: Sequence[str]
    payers: Sequence[UUID]
    caregiver: UUID | None


def page(work: UnitOfWork, asked: Asked, orders: Orders) -> list[Found]:
    """The rows of a list that were asked for."""
    # their ids first: what hangs on a cost is looked up for a page of them, not for all that are put in order
    ids = _by_receipt(work, asked, orders) if asked.sort is Column.RECEIPT else _ids(work, asked, orders)
    query = shape_of(Expense).query.add_columns(_HAS_RECEIPT, _BACK).where(_of.id.in_(ids))
    found = {row[0]: row for row in work.values(query)} if ids else {}
    rows = [found[each] for each in ids]
    return [Found(record_of(Expense, row[:-2]), bool(row[-2]), row[-1] or Decimal(0)) for row in rows]


def _ids(work: UnitOfWork, asked: Asked, orders: Orders, *only: ColumnElement[bool]) -> list[UUID]:
    by_day = [_of.day > date.min] if asked.sort is Column.DAY and asked.year is None else []  # walks the index
    conditions = [*_conditions(work, asked, orders), *by_day, *only]
    chosen = select(_of.id).where(*conditions).order_by(*_order(asked, orders))
    return [row[0] for row in work.values(chosen.limit(asked.limit).offset(asked.offset))]


def _by_receipt(work: UnitOfWork, asked: Asked, orders: Orders) -> list[UUID]:
    """Those with a receipt, those that need none, those that miss it: each part by day, as the index has it."""
    parts = [_HAS_RECEIPT, ~needs_receipt() & ~_HAS_RECEIPT, _MISSING]
    rest, ids = replace(asked, sort=Column.DAY, descending=True), list[UUID]()
    for part in reversed(parts) if asked.descending else parts:
        found = _ids(work, rest, orders, part)
        ids += found
        if len(ids) == asked.limit:
            break
        skipped = rest.offset if found else _count(work, rest, orders, part)
        rest = replace(rest, limit=asked.limit - len(ids), offset=max(rest.offset - skipped, 0))
    return ids


def _count(work: UnitOfWork, asked: Asked, orders: Orders, only: ColumnElement[bool]) -> int:
    return work.count(Expense, *_conditions(work, asked, orders), only) if asked.offset else 0


def totals(work: UnitOfWork, asked: Asked, orders: Orders) -> Totals:
    """The sums of a whole list."""
    lost, paid = _of.kind.in_(LOST_PAY), _of.paid_on.is_not(None)
    sums: list[ColumnElement[Any]] = [
        func.count(),
        func.sum(case((and_(paid, ~lost), _of.amount))),
        func.sum(case((and_(~paid, ~lost), _of.amount))),
        func.sum(case((lost, _of.amount))),
        func.sum(_of.miles),
    ]
    count, *found = work.values(select(*sums).where(*_conditions(work, asked, orders)))[0]
    total, unpaid, lost_pay, miles = (each or Decimal(0) for each in found)
    return Totals(count=count, total=total, unpaid=unpaid, lost_pay=lost_pay, miles=miles)


def days_of(year: int, month: int | None = None) -> tuple[date, date]:
    """The first day of a year or month, and the first day after it."""
    if month is None:
        return date(year, 1, 1), date(year + 1, 1, 1)
    return date(year, month, 1), date(year + month // 12, month % 12 + 1, 1)


def _conditions(work: UnitOfWork, asked: Asked, orders: Orders) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [_of.removed_at.is_(None)]
    if asked.year is not None:
        first, after = days_of(asked.year, asked.month)
        found += [_of.day >= first, _of.day < after]
    if asked.kind is not None:
        found.append(_of.kind == asked.kind)
    if asked.payer_id is not None:
        found.append(_paid_by(asked.payer_id, orders))
    if asked.only_missing:
        found.append(_MISSING)
    return [*found, *_worded(work, asked)]


def _worded(work: UnitOfWork, asked: Asked) -> list[ColumnElement[bool]]:
    """What was typed. Ids that a word is found with are looked up when they are few; else held against other costs."""
    words = words_of(asked.words)
    few = asked.year is None and any(_is_rare(work, word) for word in words)
    return matches(Expense, _of.id if few else func.coalesce(_of.id, _of.id), asked.words) if words else []


def _is_rare(work: UnitOfWork, word: str) -> bool:
    some = ids_of(Expense, word).limit(_FEW).subquery()
    return bool(work.values(select(func.count()).select_from(some))[0][0] < _FEW)


def _paid_by(person_id: UUID, orders: Orders) -> ColumnElement[bool]:
    named = _names(_of.paid_by, person_id)
    nobody = _PAID_BY == _NOBODY_NAMED
    return or_(named, nobody) if person_id == orders.caregiver else named


def _order(asked: Asked, orders: Orders) -> list[ColumnElement[Any]]:
    """By the column asked for; what is equal in it by day and number, newest first."""
    keys = [] if asked.sort is Column.DAY else [_key(asked.sort, orders)]
    if asked.sort is Column.DAY and not asked.descending:
        return [_of.day, _of.number]
    return [*(key.desc() if asked.descending else key for key in keys), _of.day.desc(), _of.number.desc()]


def _key(column: Column, orders: Orders) -> ColumnElement[Any]:
    if column is Column.PAYEE:
        return func.lower(case((_of.payee != "", _of.payee), else_=_of.from_to))
    if column is Column.KIND:
        return _rank(_of.kind, list(orders.kinds))
    if column is Column.PAYER:
        return _payer_rank(orders)
    return _of.amount if column is Column.AMOUNT else _of.number


def _payer_rank(orders: Orders) -> ColumnElement[Any]:
    """The place of who paid first, by name; nobody named is the caregiver."""
    named = _rank(_FIRST_PAYER, [person.hex for person in orders.payers])
    if orders.caregiver is None:
        return named
    return case((_PAID_BY == _NOBODY_NAMED, orders.payers.index(orders.caregiver)), else_=named)


def _rank(value: ColumnElement[Any], in_order: Sequence[str]) -> ColumnElement[Any]:
    """The place of a value in a list of them; after all, what is not in it."""
    ranks: Mapping[str, int] = {each: place for place, each in enumerate(in_order)}
    return case(ranks, value=value, else_=len(in_order)) if ranks else literal(0)


# Figures


class MonthOfKind(NamedTuple):
    """What was paid for one kind in one month."""

    year: int
    month: int
    kind: str
    costs: int
    total: Decimal
    miles: Decimal


def by_month_and_kind(work: UnitOfWork, first: date, after: date) -> list[MonthOfKind]:
    """What was paid from one day until before another."""
    year, month = extract("year", _of.day), extract("month", _of.day)
    query = (
        select(year, month, _of.kind, func.count(), func.sum(_of.amount), func.sum(_of.miles))
        .where(_of.removed_at.is_(None), _of.paid_on.is_not(None), _of.day >= first, _of.day < after)
        .group_by(year, month, _of.kind)
    )
    return [
        MonthOfKind(int(y), int(m), kind, count, total or Decimal(0), miles or Decimal(0))
        for y, m, kind, count, total, miles in work.values(query)
    ]


def missing_count(work: UnitOfWork, first: date, after: date) -> int:
    """How many costs that were paid in these days lack their receipt."""
    return work.count(Expense, _of.day >= first, _of.day < after, _MISSING)


def came_back(work: UnitOfWork, first: date, after: date) -> Decimal:
    """What came back in these days, in dollars."""
    of = reimbursements.c
    query = select(func.sum(of.amount)).where(of.removed_at.is_(None), of.received_on >= first, of.received_on < after)
    return work.values(query)[0][0] or Decimal(0)


# What is remembered


def last_number(work: UnitOfWork) -> int:
    """The highest R-number ever given."""
    return work.largest(_of.number) or 0


def last_one(work: UnitOfWork, *, without_kinds: Sequence[str] = ()) -> Expense | None:
    """The cost that was entered last."""
    numbered = _of.number > 0  # walks the index
    found = work.some(Expense, numbered, _of.kind.not_in(without_kinds), order=[_of.number.desc()], limit=1)
    return found[0] if found else None


def kinds_used(work: UnitOfWork) -> set[str]:
    """The kinds that any cost ever had."""
    return {row[0] for row in work.values(select(_of.kind).distinct())}


def is_named(work: UnitOfWork, person_id: UUID) -> bool:
    """Whether some cost, an agreement to share or a payment within the family speaks of a person."""
    back = paid_back.c
    paid = or_(back.from_id == person_id, back.to_id == person_id)
    if work.count(PaidBack, paid) or work.count(AgreedShares, _names(agreed_shares.c.shares, person_id)):
        return True
    in_cost = or_(_of.for_id == person_id, _names(_of.paid_by, person_id), _names(_of.shares, person_id))
    return bool(work.some(Expense, in_cost, order=[], limit=1))


def _names(packed: ColumnElement[Any], person_id: UUID) -> ColumnElement[bool]:
    return type_coerce(packed, String).contains(person_id.hex)


def any_at_all(work: UnitOfWork) -> bool:
    """Whether there is a cost."""
    return last_one(work) is not None


def recent_payees(work: UnitOfWork, limit: int) -> list[tuple[str, str]]:
    """Payees with their kind, of the newest costs, newest first; some more than once."""
    query = _recent(select(_of.payee, _of.kind).where(_of.payee != ""), limit)
    return [(row[0], row[1]) for row in work.values(query)]


def recent_trips(work: UnitOfWork, kind: str, limit: int) -> list[tuple[str, Decimal]]:
    """From where to where, and the miles, of the newest trips, newest first; some more than once."""
    query = _recent(select(_of.from_to, _of.miles).where(_of.kind == kind, _of.from_to != ""), limit)
    return [(row[0], row[1]) for row in work.values(query) if row[1]]


def _recent(query: Select[Any], limit: int) -> Select[Any]:
    return query.where(_of.removed_at.is_(None), _of.day > date.min).order_by(_of.day.desc()).limit(limit)
