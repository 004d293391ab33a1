"""What a file from a bank, a card company or a program for money holds, line by line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from caregiver_app.domain.day_order import DayOrder
from caregiver_app.domain.expenses import Expense


class Style(StrEnum):
    """What kind of file it is. OWN is the table that this app saves itself."""

    CSV = "csv"
    QIF = "qif"
    OFX = "ofx"
    OWN = "own"


@dataclass(frozen=True, slots=True, kw_only=True)
class BankLine:
    """One line, or one entry of several lines, of which `number` is the first.

    `spent` is dollars: above 0 went out, below 0 came in. `problem` says why nothing can be had from it, empty when
    it was read. `text` is the line as it stands in the file, of lines with a problem alone. `reference` is the bank's
    own mark of it. `expense` is the whole cost, from our own table.
    """

    number: int
    day: date | None = None
    spent: Decimal = Decimal(0)
    payee: str = ""
    memo: str = ""
    category: str = ""
    reference: str = ""
    check: str = ""
    pending: bool = False
    expense: Expense | None = None
    problem: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Which column of a table is what, counted from 0; None: there is none.

    `out` and `back` are the two columns of banks that keep money out and money in apart.
    """

    day: int | None = None
    payee: int | None = None
    amount: int | None = None
    out: int | None = None
    back: int | None = None
    memo: int | None = None
    category: int | None = None
    type: int | None = None
    reference: int | None = None
    check: int | None = None
    status: int | None = None
    currency: int | None = None
    balance: int | None = None

    @property
    def is_enough(self) -> bool:
        """Whether day and amount are known."""
        return self.day is not None and not (self.amount is None and self.out is None and self.back is None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a person said of a file; None: find it out."""

    order: DayOrder | None = None
    columns: Columns | None = None
    minus_is_spent: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BankFile:
    """A file that was read.

    `order` is the one order of day and month in it, None when it must be asked; `examples` are then days from it that
    can be read both ways. `heads` and `samples` are the columns of a table by name and first values, and `columns`
    what they are; while these are not enough, there are no lines. `minus_is_spent` tells how spending is written in
    a table with one column of amounts, None in others.
    """

    style: Style
    lines: tuple[BankLine, ...] = ()
    order: DayOrder | None = DayOrder.MONTH_FIRST
    examples: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    samples: tuple[tuple[str, ...], ...] = ()
    columns: Columns | None = None
    minus_is_spent: bool | None = None

    @property
    def is_clear(self) -> bool:
        """Whether nothing has to be asked before its lines can be seen."""
        return self.order is not None and (self.columns is None or self.columns.is_enough)
