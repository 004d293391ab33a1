"""Reads QIF, the old way of Quicken: one letter at the start of each line, one “^” after each entry."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from caregiver_app.domain.bank_lines import BankFile, BankLine, Style, Told
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.exchange.bank_amounts import Amounts
from caregiver_app.exchange.bank_days import Days
from caregiver_app.words import tr

_ACCOUNTS = {"bank", "ccard", "cash", "oth a", "oth l"}
_SHOWN = 200
_START = re.compile(r"\s*!(?:type|account|option|clear)", re.IGNORECASE)

Entry = tuple[int, dict[str, str]]


def is_qif(text: str) -> bool:
    """Whether a file is QIF."""
    return bool(_START.match(text[:200]))


def read_qif(text: str, *, today: date, told: Told) -> BankFile:
    """The entries of all accounts; lists of categories and of shares are passed by. Raises InvalidEntry at `file`."""
    entries, others = _entries(re.split(r"\r\n|\r|\n", text))
    if not entries:
        sentence = tr("There are no payments in this file.")
        if others:
            sentence = tr("This file has shares or lists of names, and no payments. Save a bank or card account.")
        raise InvalidEntry("file", sentence)
    days = Days((fields.get("D", "") for _number, fields in entries), today=today, told=told.order)
    amounts = Amounts(_amount_of(fields) for _number, fields in entries)
    lines = tuple(_line(number, fields, days, amounts) for number, fields in entries)
    return BankFile(style=Style.QIF, lines=lines, order=days.order, examples=days.examples)


def _entries(lines: Sequence[str]) -> tuple[list[Entry], bool]:
    """The payments, and whether there was anything else."""
    found: list[Entry] = []
    others = False
    for kind, entry in _all_entries(lines):
        if kind in _ACCOUNTS:
            found.append(entry)
        else:
            others = True
    return found, others


def _all_entries(lines: Sequence[str]) -> Iterator[tuple[str, Entry]]:
    kind, fields, first = "", dict[str, str](), 0
    for number, raw in enumerate(lines, start=1):
        line = raw.strip()
        if line.startswith("!"):
            if line[1:5].casefold() == "type":
                kind = line[6:].strip().casefold()
            elif line[1:8].casefold() == "account":
                kind = "account"
            fields = {}
        elif line.startswith("^"):
            if fields:
                yield kind, (first, fields)
            fields = {}
        elif line:
            first = number if not fields else first
            fields.setdefault(line[0], line[1:].strip())  # parts of a split come after the whole
    if fields:
        yield kind, (first, fields)


def _amount_of(fields: dict[str, str]) -> str:
    return fields.get("T") or fields.get("U", "")


def _line(number: int, fields: dict[str, str], days: Days, amounts: Amounts) -> BankLine:
    try:
        return _read(number, fields, days, amounts)
    except InvalidEntry as problem:
        text = tr(" · ").join(value for value in fields.values() if value)
        return BankLine(number=number, problem=problem.message, text=text[:_SHOWN])


def _read(number: int, fields: dict[str, str], days: Days, amounts: Amounts) -> BankLine:
    day = days.read(fields.get("D", ""))
    if not _amount_of(fields):
        raise InvalidEntry("amount", tr("There is no amount in this entry."))
    spent = -amounts.read(_amount_of(fields))
    if not spent:
        raise InvalidEntry("amount", tr("The amount is 0."))
    check = fields.get("N", "")
    return BankLine(
        number=number,
        day=day,
        spent=spent,
        payee=" ".join(fields.get("P", "").split()) or fields.get("M", ""),
        memo=fields.get("M", ""),
        category=fields.get("L", ""),
        check=check if check.isdecimal() else "",
    )
