"""Which column of a bank's table is what: by the names above them, else by what stands in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import fields, replace

from caregiver_app.domain.bank_lines import Columns
from caregiver_app.exchange.bank_amounts import looks_like_amount
from caregiver_app.exchange.bank_days import looks_like_day
from caregiver_app.exchange.bank_rows import Row

_TOP = 60  # rows in which the names may stand
_LOOKED_AT = 200  # rows from which columns are guessed
_MOST_OF = (4, 5)  # four cells of five
_MONEY = re.compile(r"\s*(?:\((?:us|usd)?\s*\$?\)|\$|(?<=\w) usd|in us dollars?)$")
# The better name stands first: the day of a purchase counts as the day paid, not the day it reached the account.
_NAMES: dict[str, tuple[str, ...]] = {
    "day": (
        "transaction date", "trans date", "trans. date", "date of transaction", "purchase date", "date", "datetime",
        "posting date", "posted date", "post date", "date posted", "posted", "effective date", "booking date",
        "clearing date", "value date", "datum", "buchungstag", "buchungsdatum", "fecha", "day", "day paid",
    ),
    "payee": (
        "merchant", "merchant name", "payee", "payee name", "description", "transaction description",
        "original description", "name", "narrative", "details", "to", "paid to", "transaction", "memo/description",
        "empfänger", "auftraggeber / begünstigter", "descripción", "concepto", "beschreibung", "verwendungszweck",
    ),
    "amount": (
        "amount", "transaction amount", "amount (total)", "net", "gross", "total",
        "betrag", "importe", "montant", "value",
    ),
    "out": (
        "debit", "debits", "debit amount", "withdrawal", "withdrawals", "withdrawal amount", "money out", "paid out",
        "outflow", "charge", "charges", "amount debit", "debit (-)", "spent", "withdrawals (-)", "payments out",
    ),
    "back": (
        "credit", "credits", "credit amount", "deposit", "deposits", "deposit amount", "money in", "paid in",
        "inflow", "amount credit", "credit (+)", "deposits (+)", "payments/credits", "received",
    ),
    "memo": ("memo", "notes", "note", "extended details", "additional info", "item title", "subject"),
    "category": ("category", "kind", "master category", "category group/category", "kategorie", "merchant category"),
    "type": (
        "type", "transaction type", "debit/credit", "credit/debit", "credit or debit", "dr/cr", "cr/dr", "details",
        "credit debit indicator",
    ),
    "reference": ("reference", "reference number", "reference no.", "transaction id", "id", "fitid", "confirmation"),
    "check": ("check number", "check or slip #", "check #", "check", "check no.", "check/serial #", "num", "cheque"),
    "status": ("status",),
    "currency": ("currency", "währung"),
    "balance": ("balance", "running balance", "running bal.", "account balance", "available balance", "saldo"),
}  # fmt: skip
_KEY = {"day", "amount", "out", "back"}


def head_of(rows: Sequence[Row]) -> tuple[int, Columns]:
    """The place of the row that names the columns, -1 when there is none, and what they are by it."""
    for place, row in enumerate(rows[:_TOP]):
        columns = _named(row.cells)
        if columns.day is not None and len(_key_columns(columns)) > 1:
            return place, columns
    return -1, Columns()


def filled(columns: Columns, rows: Sequence[Row]) -> Columns:
    """The columns, with those that no name told guessed from what stands in them."""
    looked = [row.cells for row in rows[:_LOOKED_AT] if row.cells]
    taken = {place for each in fields(columns) if (place := getattr(columns, each.name)) is not None}
    if columns.day is None:
        columns = replace(columns, day=_guess(looked, taken, looks_like_day))
        looked = [cells for cells in looked if _has(cells, columns.day, looks_like_day)]
    if not _key_columns(columns) - {"day"} and columns.day is not None:
        columns = replace(columns, amount=_guess(looked, taken | {columns.day}, looks_like_amount))
    if columns.payee is None and columns.is_enough:
        columns = replace(columns, payee=columns.memo if columns.memo is not None else _wordy(looked, columns))
    return columns


def _named(cells: Sequence[str]) -> Columns:
    names = [_bare(cell) for cell in cells]
    found: dict[str, int | None] = {}
    taken: set[int] = set()
    for column, known in _NAMES.items():
        place = next((names.index(name) for name in known if name in names and names.index(name) not in taken), None)
        found[column] = place
        if place is not None:
            taken.add(place)
    return _without_mix_ups(Columns(**found), names)


def _bare(cell: str) -> str:
    """A name as it is looked up: “Posted_Date*” is “posted date”; the money in “Debit ($)” tells nothing."""
    name = " ".join(cell.casefold().replace("*", "").replace("_", " ").split()).rstrip(":")
    return _MONEY.sub("", name) or name


def _without_mix_ups(columns: Columns, names: Sequence[str]) -> Columns:
    """“Details” beside a description is the type of the line; one amount column rules out two."""
    if columns.payee is not None and names[columns.payee] == "merchant" and "description" in names:
        columns = replace(columns, memo=columns.memo if columns.memo is not None else names.index("description"))
    if columns.amount is not None:
        columns = replace(columns, out=None, back=None)
    return columns


def _key_columns(columns: Columns) -> set[str]:
    return {name for name in _KEY if getattr(columns, name) is not None}


def _guess(rows: Sequence[Sequence[str]], taken: set[int], looks: Callable[[str], bool]) -> int | None:
    """The first column most of whose cells look so."""
    width = max((len(cells) for cells in rows), default=0)
    for place in range(width):
        if place not in taken:
            cells = [cells[place] for cells in rows if len(cells) > place and cells[place]]
            if len(cells) >= max(1, len(rows) // 2) and _are_most(sum(map(looks, cells)), len(cells)):
                return place
    return None


def _are_most(count: int, of: int) -> bool:
    some, whole = _MOST_OF
    return count * whole >= of * some


def _has(cells: Sequence[str], place: int | None, looks: Callable[[str], bool]) -> bool:
    return place is not None and len(cells) > place and looks(cells[place])


def _wordy(rows: Sequence[Sequence[str]], columns: Columns) -> int | None:
    """The column with the most letters."""
    taken = {getattr(columns, each.name) for each in fields(columns)}
    width = max((len(cells) for cells in rows), default=0)
    letters = {
        place: sum(sum(map(str.isalpha, cells[place])) for cells in rows if len(cells) > place)
        for place in range(width)
        if place not in taken
    }
    best = max(letters, key=letters.__getitem__, default=None)
    return best if best is not None and letters[best] else None
