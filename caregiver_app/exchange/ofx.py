"""Reads OFX and QFX, as one stream of tags: version 1 leaves the ends of fields out, version 2 is XML.

Banks keep neither rule strictly, so nothing hangs on it here: what is unknown is passed by, and an entry ends where
it says so, or where the next one begins.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from datetime import date

from caregiver_app.domain.bank_lines import BankFile, BankLine, Style, Told
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.exchange.bank_amounts import Amounts
from caregiver_app.exchange.bank_days import Days
from caregiver_app.words import tr

_SHOWN = 200
_TOP = 5000
_START = re.compile(r"OFXHEADER\s*[:=]|<OFX>", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([A-Za-z0-9._]+)\s*(/?)>(?:<!\[CDATA\[([^\]]{0,500})\]\]>|([^<]*))")
_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)")
_ENTRY = "STMTTRN"
_LONGEST_DELAY = 10  # days from a purchase to the day it reaches the account

Entry = tuple[int, dict[str, str]]


def is_ofx(text: str) -> bool:
    """Whether a file is OFX or QFX."""
    return bool(_START.search(text[:_TOP]))


def read_ofx(text: str, *, today: date, told: Told) -> BankFile:
    """The payments of all accounts in the file. Raises InvalidEntry at `file` when there are none."""
    entries = list(_entries(text))
    if not entries:
        raise InvalidEntry("file", _none(text))
    days = Days((), today=today, told=told.order)
    amounts = Amounts(())
    return BankFile(style=Style.OFX, lines=tuple(_line(number, fields, days, amounts) for number, fields in entries))


def _entries(text: str) -> Iterator[Entry]:
    """The fields of each payment, with the line it begins at, its account and its money."""
    account: dict[str, str] = {}
    fields: dict[str, str] | None = None
    first, line, at = 0, 1, 0
    for match in _TAG.finditer(text):
        line, at = line + text.count("\n", at, match.start()), match.start()
        closes, tag, value = bool(match[1]), match[2].upper(), _value(match[4] or match[5])
        if tag == _ENTRY:
            if fields is not None:
                yield first, account | fields
            first, fields = line, None if closes else {}
        elif fields is not None and closes and tag == "BANKTRANLIST":
            yield first, account | fields
            fields = None
        elif value and not closes:
            if fields is not None:
                fields.setdefault(tag, value)
            elif tag in {"CURDEF", "ACCTID"}:
                account[tag] = value
    if fields:
        yield first, account | fields


def _value(text: str | None) -> str:
    return " ".join(html.unescape(html.unescape(text)).split()) if text else ""  # banks write “&amp;amp;”


def _line(number: int, fields: dict[str, str], days: Days, amounts: Amounts) -> BankLine:
    try:
        return _read(number, fields, days, amounts)
    except InvalidEntry as problem:
        text = tr(" · ").join(fields[tag] for tag in ("DTPOSTED", "TRNAMT", "NAME", "MEMO") if tag in fields)
        return BankLine(number=number, problem=problem.message, text=text[:_SHOWN])


def _read(number: int, fields: dict[str, str], days: Days, amounts: Amounts) -> BankLine:
    money = fields.get("CURSYM", fields.get("CURDEF", "USD")).upper()
    if money != "USD":
        sentence = tr("This payment is in {currency}. Only dollars are kept here.")
        raise InvalidEntry("amount", sentence.format(currency=money[:10]))
    day = _day(fields, days)
    if "TRNAMT" not in fields:
        raise InvalidEntry("amount", tr("There is no amount in this entry."))
    amount = fields["TRNAMT"]
    if "." not in amount:  # each bank may choose its mark, and none sets thousands apart
        amount = amount.replace(",", ".")
    spent = -amounts.read(amount)
    if not spent:
        raise InvalidEntry("amount", tr("The amount is 0."))
    check = fields.get("CHECKNUM", "").lstrip("0")
    return BankLine(
        number=number,
        day=day,
        spent=spent,
        payee=fields.get("NAME", "") or fields.get("MEMO", ""),
        memo=fields.get("MEMO", ""),
        reference=" ".join(part for part in (fields.get("ACCTID", "")[-4:], fields.get("FITID", "")) if part)
        if fields.get("FITID")
        else "",
        check=check if check.isdecimal() else "",
    )


def _day(fields: dict[str, str], days: Days) -> date:
    """The day of the purchase where the bank tells it, else the day on the statement."""
    posted = days.read(_plain(fields.get("DTPOSTED", "")))
    try:
        bought = days.read(_plain(fields.get("DTUSER", "")))
    except InvalidEntry:
        return posted
    return bought if 0 <= (posted - bought).days <= _LONGEST_DELAY else posted


def _plain(stamp: str) -> str:
    """The day of an instant such as 20261204120000.000[-5:EST]; the bank’s own zone is the one that counts."""
    match = _DAY.match(stamp)
    return "-".join(match.groups()) if match else stamp


def _none(text: str) -> str:
    said = re.search(r"<SEVERITY>\s*ERROR.*?<MESSAGE>([^<]+)", text, re.IGNORECASE | re.DOTALL)
    if said:
        words = " ".join(said[1].split())[:120]
        return tr("The bank sent no payments, only this: “{words}”").format(words=words)
    return tr("There are no payments in this file. Choose a longer stretch of time at your bank.")
