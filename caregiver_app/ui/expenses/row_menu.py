"""The menu of one cost in the list."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from caregiver_app.domain.expense_answers import MEMO_KINDS, Row
from caregiver_app.domain.expenses import Expense
from caregiver_app.ui.expenses.deeds import ExpenseDeeds
from caregiver_app.ui.expenses.dialogs import ExpenseDialogs
from caregiver_app.words import tr


def row_menu(row: Row, deeds: ExpenseDeeds, dialogs: ExpenseDialogs, parent: QWidget) -> QMenu:
    """What can be done with one cost, in words. It is gone once it was closed."""
    expense = row.expense
    menu = QMenu(parent)
    menu.aboutToHide.connect(menu.deleteLater)
    _put(menu, tr("Edit…"), partial(dialogs.edit, expense))
    _put(menu, tr("Add the same today"), partial(deeds.repeat, expense))
    _put(menu, tr("Add one like it…"), partial(_open_like, deeds, dialogs, expense))
    if expense.paid_on is None:
        _put(menu, tr("Paid today"), partial(deeds.paid_today, expense))
    if row.has_receipt:
        _put(menu, tr("Look at the receipt"), partial(dialogs.look_at_receipts, expense))
    if not row.has_receipt and expense.kind not in MEMO_KINDS:
        text = tr("Needs no receipt") if expense.receipt_needed else tr("Needs a receipt")
        _put(menu, text, partial(deeds.turn_receipt_needed, expense))
    if expense.amount:
        _put(menu, tr("Money came back…"), partial(dialogs.money_back, expense))
    if expense.kind not in MEMO_KINDS:
        _put(menu, tr("Its claim…"), partial(dialogs.claim, expense))
    menu.addSeparator()
    _put(menu, tr("Remove"), partial(deeds.remove, [expense]))
    return menu


def _open_like(deeds: ExpenseDeeds, dialogs: ExpenseDialogs, expense: Expense) -> None:
    dialogs.edit(deeds.like(expense))


def _put(menu: QMenu, text: str, deed: Callable[[], object]) -> None:
    menu.addAction(text).triggered.connect(partial(_pressed, deed))


def _pressed(deed: Callable[[], object], _checked: bool = False) -> None:  # Qt sends it
    deed()
