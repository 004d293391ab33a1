"""Reads a file from a bank, a card company or a program for money, whichever kind it is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from caregiver_app.domain.bank_lines import BankFile, Told
from caregiver_app.exchange.bank_csv import read_table
from caregiver_app.exchange.bank_text import text_of
from caregiver_app.exchange.ofx import is_ofx, read_ofx
from caregiver_app.exchange.own_csv import is_own, read_own
from caregiver_app.exchange.qif import is_qif, read_qif

NOTHING_TOLD = Told()
NOBODY: Mapping[str, UUID] = {}


def read_bank_file(
    content: bytes, *, today: date, told: Told = NOTHING_TOLD, people: Mapping[str, UUID] = NOBODY
) -> BankFile:
    """All lines of a file, read or told why not; `people` by name. Raises InvalidEntry at `file` when it is none."""
    text = text_of(content)
    if is_ofx(text):
        return read_ofx(text, today=today, told=told)
    if is_qif(text):
        return read_qif(text, today=today, told=told)
    if is_own(text):
        return read_own(text, people, today=today, told=told)
    return read_table(text, today=today, told=told)
