"""Reads the tables that banks, card companies and programs for money save, each line read or told why not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from caregiver_app.domain.bank_lines import BankFile, BankLine, Columns, Style, Told
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.exchange.bank_amounts import Amounts
from caregiver_app.exchange.bank_days import Days, looks_like_day
from caregiver_app.exchange.bank_heads import filled, head_of
from caregiver_app.exchange.bank_rows import Row, rows_of
from caregiver_app.exchange.bank_signs import SPENT_WORDS, came_in_words, is_card, minus_is_spent
from caregiver_app.words import tr

_SAMPLES = 3
_MOST_COLUMNS = 100
_SAYS_NOTHING = re.compile(
    r"(?:withdrawal|deposit|debit|credit|card|purchase|pos|ach|electronic|external|point of sale|by|transaction|[ -])*",
    re.IGNORECASE,
)
_SHOWN = 200  # letters of a line
_DOLLARS = {"", "usd", "us$", "$", "us dollar", "us dollars", "dollar"}
_PENDING = {"pending", "processing", "authorized", "pending transaction", "in process"}
_FAILED = {"denied", "declined", "failed", "canceled", "cancelled", "expired", "voided", "removed"}


def read_table(text: str, *, today: date, told: Told) -> BankFile:
    """A whole table. Raises InvalidEntry at `file` when there is none."""
    rows = rows_of(text)
    if max((len(row.cells) for row in rows), default=0) > _MOST_COLUMNS:
        raise InvalidEntry("file", _no_list())
    place, named = head_of(rows)
    body, heads = rows[place + 1 :], rows[place].cells if place >= 0 else []
    columns = told.columns or filled(named, body)
    if not any(row.cells for row in body):
        if body:
            return BankFile(style=Style.CSV, lines=tuple(_refused(row) for row in body))
        raise InvalidEntry("file", tr("There are no lines in this list. Choose a longer stretch of time at your bank."))
    if max(len(row.cells) for row in body) < 2:
        raise InvalidEntry("file", _no_list())
    samples = tuple(tuple(row.cells) for row in body if row.cells)[:_SAMPLES]
    if not columns.is_enough:
        return BankFile(style=Style.CSV, heads=tuple(heads), samples=samples, columns=columns)
    body = _table_of(body, heads, columns, named_or_told=place >= 0)
    reader = _Reader(body, columns, len(heads), today=today, told=told)
    return BankFile(
        style=Style.CSV,
        lines=tuple(reader.lines()),
        order=reader.days.order,
        examples=reader.days.examples,
        heads=tuple(heads),
        samples=samples,
        columns=columns,
        minus_is_spent=reader.minus_is_spent if columns.amount is not None else None,
    )


def _table_of(rows: Sequence[Row], heads: Sequence[str], columns: Columns, *, named_or_told: bool) -> list[Row]:
    """The rows of the table itself: without names that come again, and without what stands above it."""
    rows = [row for row in rows if not heads or row.cells != heads]
    if named_or_told:
        return rows
    start = next((n for n, row in enumerate(rows) if looks_like_day(_cell(row.cells, columns.day))), 0)
    return rows[start:]


def _refused(row: Row) -> BankLine:
    return BankLine(number=row.number, problem=row.problem, text=row.text[:_SHOWN])


class _Reader:
    """Reads the lines of one table, once what holds for all of them is known."""

    def __init__(self, rows: Sequence[Row], columns: Columns, width: int, *, today: date, told: Told) -> None:
        self._rows, self._of, self._width = rows, columns, width
        self.days = Days(self._column(columns.day), today=today, told=told.order)
        money = [self._column(place) for place in (columns.amount, columns.out, columns.back)]
        self._amounts = Amounts(cell for cells in money for cell in cells)
        self.minus_is_spent = True
        self._out_is_minus = sum(cell.startswith(("-", "(")) for cell in money[1]) * 2 > sum(map(bool, money[1]))
        if columns.amount is not None:
            found = minus_is_spent(self._readable(), has_balance=columns.balance is not None)
            self.minus_is_spent = found if told.minus_is_spent is None else told.minus_is_spent
        self._is_card = is_card(self._column(columns.type))
        self._is_unsigned = not any("-" in cell or "(" in cell for cell in money[0])

    def lines(self) -> list[BankLine]:
        """Each line, in the order of the file."""
        return [self._line(row) for row in self._rows]

    def _line(self, row: Row) -> BankLine:
        if row.problem:
            return _refused(row)
        try:
            return self._read(row)
        except InvalidEntry as problem:
            text = tr(" · ").join(cell for cell in row.cells if cell)
            return BankLine(number=row.number, problem=problem.message, text=text[:_SHOWN])

    def _read(self, row: Row) -> BankLine:
        cells, of = row.cells, self._of
        self._check_width(cells)
        self._check_state(cells)
        day = self.days.read(_cell(cells, of.day))
        payee, memo = " ".join(_cell(cells, of.payee).split()), _cell(cells, of.memo)
        if memo and _SAYS_NOTHING.fullmatch(payee):
            payee, memo = " ".join(memo.split()), payee
        return BankLine(
            number=row.number,
            day=day,
            spent=self._spent(cells),
            payee=payee,
            memo=memo,
            category=_cell(cells, of.category),
            reference=_cell(cells, of.reference),
            check=_cell(cells, of.check).strip("#*0 "),
            pending=of.status is not None and _cell(cells, of.status).casefold() in _PENDING,
        )

    def _check_width(self, cells: Sequence[str]) -> None:
        if self._width and len(cells) > self._width and any(cells[self._width :]):
            sentence = tr("This line has {n} parts, the others have {width}. A comma may stand inside a name.")
            raise InvalidEntry("line", sentence.format(n=len(cells), width=self._width))

    def _check_state(self, cells: Sequence[str]) -> None:
        of = self._of
        if of.currency is not None and _cell(cells, of.currency).casefold() not in _DOLLARS:
            sentence = tr("This line is in {currency}. Only dollars are kept here.")
            raise InvalidEntry("amount", sentence.format(currency=_cell(cells, of.currency)))
        if of.status is not None and _cell(cells, of.status).casefold() in _FAILED:
            raise InvalidEntry("line", tr("This payment did not go through."))

    def _spent(self, cells: Sequence[str]) -> Decimal:
        of = self._of
        if of.amount is not None and _cell(cells, of.amount):
            return self._signed(cells, self._amounts.read(_cell(cells, of.amount)))
        out, back = (self._side(cells, place) for place in (of.out, of.back))
        if out and back:
            raise InvalidEntry("amount", tr("This line has money out and money in. Which is it?"))
        if not out and not back:
            raise InvalidEntry("amount", _no_amount(zero=any(_cell(cells, p) for p in (of.amount, of.out, of.back))))
        if out is not None and out:
            return -out if self._out_is_minus else out
        assert back is not None, "one of the two is there"
        return -abs(back)

    def _side(self, cells: Sequence[str], place: int | None) -> Decimal | None:
        cell = _cell(cells, place)
        return self._amounts.read(cell) if cell and cell != "-" else None

    def _signed(self, cells: Sequence[str], amount: Decimal) -> Decimal:
        if not amount:
            raise InvalidEntry("amount", _no_amount(zero=True))
        kind = _cell(cells, self._of.type).casefold()
        if self._is_unsigned and came_in_words(kind, is_card=self._is_card):
            return -amount
        if self._is_unsigned and kind in SPENT_WORDS:
            return amount
        return -amount if self.minus_is_spent else amount

    def _column(self, place: int | None) -> list[str]:
        return [row.cells[place] for row in self._rows if place is not None and len(row.cells) > place]

    def _readable(self) -> list[tuple[Decimal, str, str]]:
        """Amount, type and payee of each line that has an amount."""
        found: list[tuple[Decimal, str, str]] = []
        of = self._of
        for row in self._rows:
            try:
                amount = self._amounts.read(_cell(row.cells, of.amount))
            except InvalidEntry:
                continue
            found.append((amount, _cell(row.cells, of.type), _cell(row.cells, of.payee)))
        return found


def _cell(cells: Sequence[str], place: int | None) -> str:
    return cells[place] if place is not None and place < len(cells) else ""


def _no_list() -> str:
    return tr("We could not read this file as a list. At your bank, choose CSV, QFX or QIF.")


def _no_amount(*, zero: bool) -> str:
    return tr("The amount is 0.") if zero else tr("There is no amount in this line.")
