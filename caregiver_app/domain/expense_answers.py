"""What the Expenses tab asks for and shows: lists, figures and what is remembered, as values, not yet in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from caregiver_app.domain.expenses import Expense, PaidHow, PaidPart, Share
from caregiver_app.domain.money.categories import MEMO, Category

MILEAGE = Category.MILEAGE.value
LOST_PAY = tuple(sorted(each.value for each in MEMO))
MEMO_KINDS = (MILEAGE, *LOST_PAY)  # their dollars are never in a total of costs, and no receipt is missing
FIRST_KIND = Category.PARKING_TOLLS.value  # of somebody who has typed nothing yet
PAGE = 200  # rows that a list brings at once
NOTHING = Decimal(0)


class Column(StrEnum):
    """What a list of costs can be ordered by."""

    DAY = "day"
    PAYEE = "payee"
    KIND = "kind"
    PAYER = "payer"
    RECEIPT = "receipt"
    AMOUNT = "amount"
    NUMBER = "number"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which costs to list: of a year (of a month of it, 1 to 12), a kind, a payer; words by the starts they have.

    The year is that of the day paid; a bill that is not paid yet is listed by the day of the visit or purchase.
    """

    words: str = ""
    year: int | None = None
    month: int | None = None
    kind: str | None = None
    payer_id: UUID | None = None
    only_missing: bool = False
    sort: Column = Column.DAY
    descending: bool = True
    limit: int = PAGE
    offset: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One cost in a list. `back` is what came back for it, in dollars."""

    expense: Expense
    kind_label: str
    has_receipt: bool = False
    back: Decimal = NOTHING

    @property
    def missing(self) -> bool:
        """Whether its receipt is missing."""
        return not self.has_receipt and needs_receipt(self.expense)


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """Sums over all that a list would show, not only over the rows that were brought.

    `total` is what was paid in dollars, without lost pay, miles and bills not paid yet: those are `lost_pay`,
    `miles` and `unpaid`.
    """

    count: int = 0
    total: Decimal = NOTHING
    unpaid: Decimal = NOTHING
    lost_pay: Decimal = NOTHING
    miles: Decimal = NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """Some rows of a list, and the sums of all of it."""

    rows: tuple[Row, ...]
    totals: Totals

    @property
    def count(self) -> int:
        """How many costs the whole list has."""
        return self.totals.count

    @property
    def total(self) -> Decimal:
        """What was paid for all of them, in dollars."""
        return self.totals.total

    @property
    def miles(self) -> Decimal:
        """The miles of all of them."""
        return self.totals.miles


@dataclass(frozen=True, slots=True, kw_only=True)
class KindTotal:
    """Dollars paid for one kind."""

    kind: str
    label: str
    total: Decimal
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthTotal:
    """Dollars paid in one month, told by its first day."""

    first: date
    total: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The numbers of the page. All totals are of what was paid, by the day paid, without lost pay and without miles.

    `month` is the month that `month_total` is of: that of today in its own year, else December. `by_kind_month` and
    `by_kind_year` have the largest first. `months` are twelve, the last is `month`. `usual_month` is what a month
    usually costs, None while there is too little to tell. `back_year` came back within the year. `missing` receipts
    are those of the year. `lost_pay_year` is a memo.
    """

    year: int
    month: date
    month_total: Decimal
    month_count: int
    year_total: Decimal
    year_count: int
    miles: Decimal
    missing: int
    by_kind_month: tuple[KindTotal, ...]
    by_kind_year: tuple[KindTotal, ...]
    months: tuple[MonthTotal, ...]
    usual_month: Decimal | None
    lost_pay_year: Decimal
    back_year: Decimal
    any: bool  # whether there is a cost at all, of any year


@dataclass(frozen=True, slots=True, kw_only=True)
class KindMonths:
    """What one kind cost in each of some months, in dollars."""

    kind: str
    label: str
    months: tuple[Decimal, ...]

    @property
    def total(self) -> Decimal:
        """All of them."""
        return sum(self.months, NOTHING)


@dataclass(frozen=True, slots=True, kw_only=True)
class SideBySide:
    """Twelve months, each by its first day, and what each kind cost in them, the largest first.

    Lost pay is a memo: it is in `lost_pay` and in no sum. `usual` is what a month usually costs, None while there is
    too little to tell.
    """

    months: tuple[date, ...]
    kinds: tuple[KindMonths, ...]
    lost_pay: tuple[Decimal, ...]
    usual: Decimal | None

    def month_total(self, place: int) -> Decimal:
        """All that one month cost."""
        return sum((each.months[place] for each in self.kinds), NOTHING)

    @property
    def total(self) -> Decimal:
        """All that the twelve months cost."""
        return sum((each.total for each in self.kinds), NOTHING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Defaults:
    """How a new cost begins: today, as the last one was. `payer_id` None is the caregiver."""

    day: date
    kind: str = FIRST_KIND
    payer_id: UUID | None = None
    paid_how: PaidHow = PaidHow.CARD
    shares: tuple[Share, ...] = ()

    def expense(self, amount: Decimal) -> Expense:
        """A new cost of so many dollars that begins like this."""
        return Expense(
            served_on=self.day,
            paid_on=self.day,
            kind=self.kind,
            paid_how=self.paid_how,
            paid_by=paid_by_one(self.payer_id, amount),
            shares=self.shares,
            amount=amount,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPayee:
    """Somebody who was paid before, and the kind it was the last time."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownTrip:
    """A trip that was driven before, or a place whose miles are known; `miles` are there and back."""

    from_to: str
    miles: Decimal
    place_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoesToo:
    """How much hangs on some costs and goes with them."""

    receipts: int = 0
    claims: int = 0
    reimbursements: int = 0


def needs_receipt(expense: Expense) -> bool:
    """Whether a receipt belongs to a cost: it is paid, and neither a trip nor lost pay, nor one without any paper."""
    return expense.receipt_needed and expense.paid_on is not None and expense.kind not in MEMO_KINDS


def paid_by_one(person_id: UUID | None, amount: Decimal) -> tuple[PaidPart, ...]:
    """Who paid, when one person paid it all; None is the caregiver."""
    return () if person_id is None or not amount else (PaidPart(person_id=person_id, amount=amount),)
