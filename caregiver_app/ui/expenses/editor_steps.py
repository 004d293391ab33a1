"""What the form of a cost asks of the file, and how it keeps what was typed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.entries import parse_dollars
from caregiver_app.domain.expenses import Expense
from caregiver_app.services.expenses import ledger
from caregiver_app.ui.expenses.draft import day_text, read_day
from caregiver_app.ui.expenses.receipts_strip import ReceiptStrip

if TYPE_CHECKING:
    from caregiver_app.storage.unit_of_work import UnitOfWork


def is_kept(work: UnitOfWork, *, expense: Expense) -> bool:
    """Whether a cost is in the file."""
    return work.get(Expense, expense.id) is not None


def visit_of(work: UnitOfWork, *, expense: Expense) -> Appointment | None:
    """The visit that a cost belongs to."""
    return work.get(Appointment, expense.appointment_id) if expense.appointment_id is not None else None


def keep(
    work: UnitOfWork, *, before: Expense | None, expense: Expense, strip: ReceiptStrip, today: date
) -> None:
    """The cost and its receipts in one step."""
    kept = ledger.add(work, expense=expense) if before is None else ledger.change(work, before=before, after=expense)
    strip.keep(work, expense_id=kept.id, today=today)


def understood_amount(text: str) -> str:
    """An amount as it was read. Raises InvalidEntry at `amount`."""
    return f"{parse_dollars(text, 'amount'):,.2f}"


def understood_day(text: str, *, today: date, field: str) -> str:
    """A day as it was read. Raises InvalidEntry at `field`."""
    return day_text(read_day(text, today, field), today)
