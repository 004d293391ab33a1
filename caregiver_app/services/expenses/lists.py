"""Lists of costs: filtered, searched, ordered, paged and summed."""

from __future__ import annotations

from caregiver_app.domain.expense_answers import Asked, Column, Listed, Row, Totals
from caregiver_app.domain.expense_words import kind_label, kinds_by_label
from caregiver_app.domain.people import Person, Role, id_in_role
from caregiver_app.services.people import everybody
from caregiver_app.storage import expense_rows
from caregiver_app.storage.expense_rows import Found, Orders
from caregiver_app.storage.unit_of_work import UnitOfWork


def listed(work: UnitOfWork, *, asked: Asked) -> Listed:
    """The rows that were asked for, with the sums of the whole list."""
    return Listed(rows=rows(work, asked=asked), totals=totals(work, asked=asked))


def rows(work: UnitOfWork, *, asked: Asked) -> tuple[Row, ...]:
    """The rows alone: the next ones of a list whose sums are known."""
    return tuple(map(_row, expense_rows.page(work, asked, _orders(work, asked))))


def totals(work: UnitOfWork, *, asked: Asked) -> Totals:
    """The sums of a whole list."""
    return expense_rows.totals(work, asked, _orders(work, asked))


def _row(found: Found) -> Row:
    expense = found.expense
    return Row(
        expense=expense, kind_label=kind_label(expense.kind), has_receipt=found.has_receipt, back=found.back
    )


def _orders(work: UnitOfWork, asked: Asked) -> Orders:
    people: list[Person] = []
    if asked.payer_id is not None or asked.sort is Column.PAYER:
        people = everybody(work)
    caregiver = id_in_role(people, Role.CAREGIVER)
    kinds: list[str] = []
    if asked.sort is Column.KIND:
        used = expense_rows.kinds_used(work)
        kinds = [kind for kind in kinds_by_label() if kind in used]
    return Orders(kinds=kinds, payers=[each.id for each in people], caregiver=caregiver)
