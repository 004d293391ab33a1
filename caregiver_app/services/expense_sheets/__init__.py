"""The sheets about money. What they hold is gathered by a module that is imported when one of them is made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from caregiver_app.documents.paper import Look
from caregiver_app.domain.kinds import Audience
from caregiver_app.services.sheet_rules import Gathered, Made, Request, Sheet, Stretch
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr

_BUILDERS = {
    "expenses": "year_report",
    "mileage": "mileage_log",
    "receipts": "receipts_list",
    "missing": "missing_receipts",
    "claims": "open_claims",
    "calls": "call_log",
    "settleup": "settle_up",
}


def _gather(name: str, title: Callable[[], str], work: UnitOfWork, request: Request, made: Made) -> Gathered:
    from caregiver_app.services.expense_sheets import gathering

    build = getattr(gathering, _BUILDERS[name])
    return gathering.gather(title(), build, work, request, made, private=name != "settleup")


def _draw(data: Sequence[Any], look: Look) -> bytes:
    from caregiver_app.documents.money_sheet import money_sheet

    return money_sheet(data[0], look)


def _sheet(name: str, title: Callable[[], str], audience: Audience = Audience.ME) -> Sheet:
    return Sheet(
        name=name,
        title=title,
        audience=audience,
        stretches=(Stretch.CALENDAR_YEAR,),
        gather=partial(_gather, name, title),
        draw=_draw,
    )


def _expenses() -> str:
    return tr("Expense report")


def _mileage() -> str:
    return tr("Mileage log")


def _receipts() -> str:
    return tr("Costs and receipts")


def _missing() -> str:
    return tr("Missing receipts")


def _claims() -> str:
    return tr("Open claims")


def _calls() -> str:
    return tr("Call log")


def _settle_up() -> str:
    return tr("Shared costs")


SHEETS = (
    _sheet("expenses", _expenses),
    _sheet("mileage", _mileage),
    _sheet("receipts", _receipts),
    _sheet("missing", _missing),
    _sheet("claims", _claims),
    _sheet("calls", _calls),
    _sheet("settleup", _settle_up, Audience.FAMILY),
)
