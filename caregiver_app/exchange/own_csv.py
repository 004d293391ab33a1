"""The table of costs that this app saves: written for a spreadsheet, and read again as it was written."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from io import StringIO
from uuid import UUID

from caregiver_app.domain.bank_lines import BankFile, BankLine, Style, Told
from caregiver_app.domain.category_words import category_label
from caregiver_app.domain.entries.typed import shown
from caregiver_app.domain.expense_table import (
    Cell,
    TableLine,
    heads,
    name_of,
    named_amounts,
    named_numbers,
    paid_how_words,
)
from caregiver_app.domain.expense_words import kind_label
from caregiver_app.domain.expenses import Expense, PaidHow, PaidPart, Share
from caregiver_app.domain.money.categories import Category
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


def write_own(lines: Iterable[TableLine], names: Mapping[UUID, str]) -> str:
    """The table. `names` are those of all people, each its own."""
    out = StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(heads().values())
    for line in lines:
        cells = _cells(line, names)
        writer.writerow([harmless(cells[cell]) if cell in _TEXTS else cells[cell] for cell in Cell])
    return out.getvalue()


def _cells(line: TableLine, names: Mapping[UUID, str]) -> dict[Cell, str]:
    expense = line.expense
    net = expense.amount - line.back
    paid_by = {name_of(part.person_id, names): f"{part.amount:.2f}" for part in expense.paid_by}
    return {
        Cell.NUMBER: r_number(expense.number),
        Cell.SERVED_ON: expense.served_on.isoformat(),
        Cell.PAID_ON: expense.paid_on.isoformat() if expense.paid_on is not None else "",
        Cell.KIND: kind_label(expense.kind),
        Cell.PAYEE: expense.payee,
        Cell.FOR: name_of(expense.for_id, names),
        Cell.AMOUNT: f"{expense.amount:.2f}",
        Cell.BACK: f"{line.back:.2f}" if line.back else "",
        Cell.NET: f"{net:.2f}",
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
    first = _ENDS.split(text[:2000], 1)[0]
    return next(csv.reader([first]), []) == list(heads().values())


def read_own(text: str, people: Mapping[str, UUID], *, today: date, told: Told) -> BankFile:
    """The costs of a table; `people` by name."""
    rows = _rows(text)
    reader = _Reader(rows, people, today=today, told=told)
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
        self, rows: Sequence[tuple[int, list[str]]], people: Mapping[str, UUID], *, today: date, told: Told
    ) -> None:
        days = (cell for _number, cells in rows for cell in cells[1:3] if cell)
        self.days = Days(days, today=today, told=told.order)
        self._amounts = Amounts(cells[6] for _number, cells in rows if len(cells) > 6)
        self._people, self._words = people, _words()

    def line(self, number: int, cells: list[str]) -> BankLine:
        """One row."""
        try:
            expense = self._expense(dict(zip(Cell, (as_typed(cell) for cell in cells), strict=False)))
        except InvalidEntry as problem:
            text = tr(" · ").join(" ".join(cell.split()) for cell in cells if cell)
            return BankLine(number=number, problem=problem.message, text=text[:_SHOWN])
        return BankLine(
            number=number, day=expense.day, spent=expense.amount, payee=expense.payee, memo=expense.notes,
            expense=expense,
        )  # fmt: skip

    def _expense(self, cells: Mapping[Cell, str]) -> Expense:
        if len(cells) < len(Cell):
            raise InvalidEntry(
                "line", tr("This line has {n} parts, not {width}.").format(n=len(cells), width=len(Cell))
            )
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
            amount=self._amounts.read(cells[Cell.AMOUNT]),
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
