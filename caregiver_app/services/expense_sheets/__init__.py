"""The sheets about money. What they hold is gathered by a module that is imported when one of them is made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from caregiver_app.documents.paper import Look
from caregiver_app.domain.kinds import Audience
from caregiver_app.services.sheet_rules import Gathered, Made, Request, Sheet, Stretch
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr

if TYPE_CHECKING:
    from caregiver_app.services.expense_sheets.gathering import Build


def _build_report() -> Build:
    from caregiver_app.services.expense_sheets.gathering import year_report

    return year_report


def _build_mileage() -> Build:
    from caregiver_app.services.expense_sheets.gathering import mileage_log

    return mileage_log


def _build_receipts() -> Build:
    from caregiver_app.services.expense_sheets.gathering import receipts_list

    return receipts_list


def _build_missing() -> Build:
    from caregiver_app.services.expense_sheets.gathering import missing_receipts

    return missing_receipts


def _build_claims() -> Build:
    from caregiver_app.services.expense_sheets.gathering import open_claims

    return open_claims


def _build_calls() -> Build:
    from caregiver_app.services.expense_sheets.gathering import call_log

    return call_log


def _build_settle_up() -> Build:
    from caregiver_app.services.expense_sheets.gathering import settle_up

    return settle_up


def _gather(
    build: Callable[[], Build],
    title: Callable[[], str],
    audience: Audience,
    work: UnitOfWork,
    request: Request,
    made: Made,
) -> Gathered:
    from caregiver_app.services.expense_sheets.gathering import gather

    return gather(title(), build(), work, request, made, private=audience is Audience.ME)


def _draw(data: Sequence[Any], look: Look) -> bytes:
    from caregiver_app.documents.money_sheet import money_sheet

    return money_sheet(data[0], look)


def _sheet(name: str, title: Callable[[], str], build: Callable[[], Build], audience: Audience = Audience.ME) -> Sheet:
    return Sheet(
        name=name,
        title=title,
        audience=audience,
        stretches=(Stretch.CALENDAR_YEAR,),
        gather=partial(_gather, build, title, audience),
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
    _sheet("expenses", _expenses, _build_report),
    _sheet("mileage", _mileage, _build_mileage),
    _sheet("receipts", _receipts, _build_receipts),
    _sheet("missing", _missing, _build_missing),
    _sheet("claims", _claims, _build_claims),
    _sheet("calls", _calls, _build_calls),
    _sheet("settleup", _settle_up, _build_settle_up, Audience.FAMILY),
)
