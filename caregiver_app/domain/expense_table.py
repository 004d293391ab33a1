"""Costs as a table for a spreadsheet: what its columns are called, and the words that stand in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from caregiver_app.domain.expenses import Expense, PaidHow
from caregiver_app.words import tr

FOR_NO_ONE_COST = tr("Came back for no one cost")


class Cell(StrEnum):
    """The columns of the table, in their order."""

    NUMBER = "number"
    SERVED_ON = "served_on"
    PAID_ON = "paid_on"
    KIND = "kind"
    PAYEE = "payee"
    FOR = "for"
    AMOUNT = "amount"
    BACK = "back"
    NET = "net"
    LOST_PAY = "lost_pay"
    MAY_COUNT = "may_count"
    MILES = "miles"
    RATE = "rate"
    VALUE = "value"
    FROM_TO = "from_to"
    CAR = "car"
    NIGHTS = "nights"
    PEOPLE = "people"
    PAID_HOW = "paid_how"
    PAID_BY = "paid_by"
    SHARED = "shared"
    COUNTS = "counts"
    COUNTED = "counted"
    NEEDED = "needed"
    RECEIPTS = "receipts"
    NOTES = "notes"


OF_YEAR = tuple(Cell)  # the table of a year also says what may count
OF_COSTS = tuple(cell for cell in Cell if cell is not Cell.MAY_COUNT)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableLine:
    """One cost as the table shows it.

    `back` is what came back for it, in dollars. `rate` is dollars a mile on the day of a trip and `value` its miles
    in dollars, both None for what is no trip and where no rate is published. `may_count` is its part of what may
    count in its year. `receipts` are names of files.
    """

    expense: Expense
    back: Decimal = Decimal(0)
    rate: Decimal | None = None
    value: Decimal | None = None
    may_count: Decimal | None = None
    receipts: tuple[str, ...] = ()


def heads() -> dict[Cell, str]:
    """What the columns are called."""
    return {
        Cell.NUMBER: tr("Number"),
        Cell.SERVED_ON: tr("Day of service"),
        Cell.PAID_ON: tr("Day paid"),
        Cell.KIND: tr("Kind"),
        Cell.PAYEE: tr("Paid to"),
        Cell.FOR: tr("For whom"),
        Cell.AMOUNT: tr("Amount"),
        Cell.BACK: tr("Reimbursed"),
        Cell.NET: tr("Net"),
        Cell.LOST_PAY: tr("Lost pay (in no total)"),
        Cell.MAY_COUNT: tr("May count"),
        Cell.MILES: tr("Miles"),
        Cell.RATE: tr("Rate a mile"),
        Cell.VALUE: tr("Miles in dollars"),
        Cell.FROM_TO: tr("From and to"),
        Cell.CAR: tr("Car"),
        Cell.NIGHTS: tr("Nights"),
        Cell.PEOPLE: tr("People"),
        Cell.PAID_HOW: tr("Paid how"),
        Cell.PAID_BY: tr("Paid by"),
        Cell.SHARED: tr("Shared by parts"),
        Cell.COUNTS: tr("Counts for taxes"),
        Cell.COUNTED: tr("Part that counts"),
        Cell.NEEDED: tr("Receipt needed"),
        Cell.RECEIPTS: tr("Receipt files"),
        Cell.NOTES: tr("Notes"),
    }


def paid_how_words() -> dict[PaidHow, str]:
    """How a cost was paid, in words."""
    return {
        PaidHow.CARD: tr("Card"),
        PaidHow.CASH: tr("Cash"),
        PaidHow.CHECK: tr("Check"),
        PaidHow.ONLINE: tr("Online or by phone"),
        PaidHow.HSA: tr("Money from an HSA"),
        PaidHow.FSA: tr("Money from an FSA"),
    }


def named_amounts(parts: Mapping[str, object]) -> str:
    """Names with a number each: “Dana Rivers 10.00; Luis Rivers 2.50”."""
    return "; ".join(f"{name} {number}" for name, number in parts.items())


def named_numbers(cell: str) -> dict[str, str]:
    """What `named_amounts` wrote."""
    found: dict[str, str] = {}
    for part in cell.split(";"):
        name, _, number = part.strip().rpartition(" ")
        if number:
            found[name.strip()] = number
    return found


def name_of(id: UUID | None, names: Mapping[UUID, str]) -> str:
    """The name of a person, empty for none."""
    return names.get(id, "") if id is not None else ""
