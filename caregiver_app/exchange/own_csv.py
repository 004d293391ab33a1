"""The table of costs that this app saves: written for a spreadsheet, and read again as it was written."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from io import StringIO
from itertools import chain
from uuid import UUID

from caregiver_app.domain.bank_lines import BankFile, BankLine, Style, Told
from caregiver_app.domain.category_words import category_label
from caregiver_app.domain.entries.typed import shown
from caregiver_app.domain.expense_table import (
    FOR_NO_ONE_COST,
    OF_COSTS,
    OF_YEAR,
    Cell,
    TableLine,
    heads,
    name_of,
    named_amounts,
    named_numbers,
    paid_how_words,
)
from caregiver_app.domain.expense_words import kind_label
from caregiver_app.domain.expenses import Expense, PaidHow, PaidPart, Reimbursement, Share
from caregiver_app.domain.money.categories import Category, treatment
from caregiver_app.domain.money_words import source_words
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.receipts import r_number
from caregiver_app.exchange.bank_amounts import Amounts
from caregiver_app.exchange.bank_days import Days
from caregiver_app.exchange.csv_table import as_typed, harmless
from caregiver_app.words import tr

_SHOWN = 200
_TEXTS = {Cell.PAYEE, Cell.FROM_TO, Cell.CAR, Cell.NOTES, Cell.FOR, Cell.PAID_BY, Cell.SHARED, Cell.RECEIPTS, Cell.KIND}
_ENDS = re.compile(r"\r\n|\r|\n")


# Writing


def write_own(
    lines: Iterable[TableLine],
    names: Mapping[UUID, str],
    *,
    columns: Sequence[Cell] = OF_COSTS,
    alone: Iterable[Reimbursement] = (),
) -> str:
    """The table. `names` are those of all people, each its own; `alone` is money that came back for no one cost."""
    out = StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(heads()[cell] for cell in columns)
    for cells in chain((_cells(line, names) for line in lines), map(_alone, alone)):
        writer.writerow(harmless(cells[cell]) if cell in _TEXTS else cells.get(cell, "") for cell in columns)
    return out.getvalue()


def _cells(line: TableLine, names: Mapping[UUID, str]) -> dict[Cell, str]:
    expense = line.expense
    paid_by = {name_of(part.person_id, names): f"{part.amount:.2f}" for part in expense.paid_by}
    return {
        Cell.NUMBER: r_number(expense.number),
        Cell.SERVED_ON: expense.served_on.isoformat(),
        Cell.PAID_ON: expense.paid_on.isoformat() if expense.paid_on is not None else "",
        Cell.KIND: kind_label(expense.kind),
        Cell.PAYEE: expense.payee,
        Cell.FOR: name_of(expense.for_id, names),
        **_money(line),
        Cell.MILES: _plain(expense.miles),
        Cell.RATE: _plain(line.rate),
        Cell.VALUE: _plain(line.value),  # exact: only the sum of a period is rounded
        Cell.FROM_TO: expense.from_to,
        Cell.CAR: expense.car,
        Cell.NIGHTS: _plain(expense.nights),
        Cell.PEOPLE: _plain(expense.people),
        Cell.PAID_HOW: paid_how_words()[expense.paid_how],
        Cell.PAID_BY: named_amounts(paid_by),
        Cell.SHARED: named_amounts({name_of(each.person_id, names): each.parts for each in expense.shares}),
        Cell.COUNTS: "" if expense.counts is None else _yes_no(yes=expense.counts),
        Cell.COUNTED: f"{expense.counted:.2f}" if expense.counted is not None else "",
        Cell.NEEDED: _yes_no(yes=expense.receipt_needed),
        Cell.RECEIPTS: "; ".join(line.receipts),
        Cell.NOTES: expense.notes,
    }


def _money(line: TableLine) -> dict[Cell, str]:
    """The columns that add up to the totals on screen and paper; lost pay, which is in none, stands in its own."""
    amount = line.expense.amount
    if treatment(line.expense.kind).memo:
        return {Cell.LOST_PAY: f"{amount:.2f}"}
    return {
        Cell.AMOUNT: f"{amount:.2f}",
        Cell.BACK: f"{line.back:.2f}" if line.back else "",
        Cell.NET: f"{amount - line.back:.2f}",
        Cell.MAY_COUNT: f"{line.may_count:.2f}" if line.may_count is not None else "",
    }


def _alone(money: Reimbursement) -> dict[Cell, str]:
    return dict.fromkeys(_TEXTS, "") | {
        Cell.PAID_ON: money.received_on.isoformat(),
        Cell.KIND: FOR_NO_ONE_COST,
        Cell.BACK: f"{money.amount:.2f}",
        Cell.NET: f"{-money.amount:.2f}",
        Cell.NOTES: source_words(money.source),
    }


def _plain(number: Decimal | int | None) -> str:
    """A number without zeros at its end."""
    if number is None:
        return ""
    return f"{number.normalize():f}" if isinstance(number, Decimal) else str(number)


def _yes_no(*, yes: bool) -> str:
    return tr("Yes") if yes else tr("No")


# Reading


def is_own(text: str) -> bool:
    """Whether a table is one of our own."""
    return bool(_columns(text))


def _columns(text: str) -> tuple[Cell, ...]:
    """The columns of one of our own tables; none for another table."""
    first = _ENDS.split(text[:2000], 1)[0]
    names = next(csv.reader([first]), [])
    return next((each for each in (OF_COSTS, OF_YEAR) if names == [heads()[cell] for cell in each]), ())


def read_own(text: str, people: Mapping[str, UUID], *, today: date, told: Told) -> BankFile:
    """The costs of a table; `people` by name."""
    rows = _rows(text)
    reader = _Reader(_columns(text), rows, people, today=today, told=told)
    lines = tuple(reader.line(number, cells) for number, cells in rows)
    return BankFile(style=Style.OWN, lines=lines, order=reader.days.order, examples=reader.days.examples)


def _rows(text: str) -> list[tuple[int, list[str]]]:
    """Each row below the names, with its first line."""
    reader = csv.reader(StringIO(text, newline=""))
    next(reader)
    found: list[tuple[int, list[str]]] = []
    number = reader.line_num + 1
    for cells in reader:
        if any(cells):
            found.append((number, cells))
        number = reader.line_num + 1
    return found


@dataclass(frozen=True, slots=True)
class _Words:
    """What the words of the table stand for."""

    kinds: Mapping[str, str]
    how: Mapping[str, PaidHow]


def _words() -> _Words:
    full = {category_label(each).casefold(): each.value for each in Category}
    return _Words(
        kinds=full | {kind_label(each.value).casefold(): each.value for each in Category},
        how={words.casefold(): how for how, words in paid_how_words().items()},
    )


class _Reader:
    """Reads the rows of one table."""

    def __init__(
        self,
        columns: Sequence[Cell],
        rows: Sequence[tuple[int, list[str]]],
        people: Mapping[str, UUID],
        *,
        today: date,
        told: Told,
    ) -> None:
        days = (cell for _number, cells in rows for cell in cells[1:3] if cell)
        self.days = Days(days, today=today, told=told.order)
        self._columns = columns
        money = [columns.index(cell) for cell in (Cell.AMOUNT, Cell.LOST_PAY)]
        self._amounts = Amounts(cells[place] for _number, cells in rows for place in money if len(cells) > place)
        self._people, self._words = people, _words()

    def line(self, number: int, cells: list[str]) -> BankLine:
        """One row."""
        try:
            expense = self._expense(dict(zip(self._columns, (as_typed(cell) for cell in cells), strict=False)))
        except InvalidEntry as problem:
            text = tr(" · ").join(" ".join(cell.split()) for cell in cells if cell)
            return BankLine(number=number, problem=problem.message, text=text[:_SHOWN])
        return BankLine(
            number=number, day=expense.day, spent=expense.amount, payee=expense.payee, memo=expense.notes,
            expense=expense,
        )  # fmt: skip

    def _expense(self, cells: Mapping[Cell, str]) -> Expense:
        width = len(self._columns)
        if len(cells) < width:
            raise InvalidEntry("line", tr("This line has {n} parts, not {width}.").format(n=len(cells), width=width))
        if not cells[Cell.NUMBER] and cells[Cell.KIND] == FOR_NO_ONE_COST:
            raise InvalidEntry("kind", tr("This is money that came back, not a cost. It is not brought in."))
        paid_on = self.days.read(cells[Cell.PAID_ON]) if cells[Cell.PAID_ON] else None
        return Expense(
            served_on=self.days.read(cells[Cell.SERVED_ON]),
            paid_on=paid_on,
            kind=self._kind(cells[Cell.KIND]),
            payee=cells[Cell.PAYEE],
            for_id=self._person(cells[Cell.FOR]) if cells[Cell.FOR] else None,
            paid_how=self._words.how.get(cells[Cell.PAID_HOW].casefold(), PaidHow.CARD),
            paid_by=self._paid_by(cells[Cell.PAID_BY]),
            shares=self._shares(cells[Cell.SHARED]),
            amount=self._amounts.read(cells[Cell.AMOUNT] or cells[Cell.LOST_PAY]),
            miles=_number(cells[Cell.MILES]),
            from_to=cells[Cell.FROM_TO],
            car=cells[Cell.CAR],
            nights=_whole(cells[Cell.NIGHTS]),
            people=_whole(cells[Cell.PEOPLE]),
            counts={tr("Yes"): True, tr("No"): False}.get(cells[Cell.COUNTS]),
            counted=_number(cells[Cell.COUNTED]),
            receipt_needed=cells[Cell.NEEDED] != tr("No"),
            notes=cells[Cell.NOTES],
        )

    def _kind(self, words: str) -> str:
        kind = self._words.kinds.get(words.casefold())
        if kind is None:
            raise InvalidEntry("kind", tr("“{text}” is no kind of cost here.").format(text=shown(words)))
        return kind

    def _person(self, name: str) -> UUID:
        if name not in self._people:
            raise InvalidEntry("person", tr("Nobody here is called “{name}.”").format(name=shown(name)))
        return self._people[name]

    def _paid_by(self, cell: str) -> tuple[PaidPart, ...]:
        return tuple(
            PaidPart(person_id=self._person(name), amount=_number(number) or Decimal(0))
            for name, number in named_numbers(cell).items()
        )

    def _shares(self, cell: str) -> tuple[Share, ...]:
        return tuple(
            Share(person_id=self._person(name), parts=_whole(number) or 0)
            for name, number in named_numbers(cell).items()
        )


def _number(cell: str) -> Decimal | None:
    try:
        number = Decimal(cell) if cell else None
    except InvalidOperation:
        number = Decimal("NaN")
    if number is not None and not number.is_finite():
        raise InvalidEntry("line", tr("We could not read “{text}” as a number.").format(text=shown(cell)))
    return number


def _whole(cell: str) -> int | None:
    number = _number(cell)
    if number is not None and number != int(number):
        raise InvalidEntry("line", tr("We could not read “{text}” as a number.").format(text=shown(cell)))
    return None if number is None else int(number)
