"""The Expenses tab over the made-up family with its costs, on Sunday, November 22, 2026."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from caregiver_app.domain.expense_answers import Asked, Row
from caregiver_app.services.expenses import lists
from caregiver_app.ui.expenses.page import ExpensesPage
from caregiver_app.ui.theme import Theme
from tests import stage as stages
from tests.stage import Stage, spin


def page_of(stage: Stage) -> ExpensesPage:
    """The Expenses tab of a window, shown."""
    stage.show(1280, 900)
    stage.window.show_tab("expenses")
    spin()
    page = stage.window.page
    assert isinstance(page, ExpensesPage)
    return page


def newest(stage: Stage) -> Row:
    """The cost that was added last."""
    rows = stage.workspace.read(lambda work: lists.rows(work, asked=Asked(limit=1000)))
    return max(rows, key=lambda row: row.expense.number)


@pytest.fixture
def spent(theme: Theme, tmp_path: Path) -> Iterator[Stage]:
    """A window whose file has costs."""
    opened = stages.open_stage(theme, stages.file_of("expenses", tmp_path))
    yield opened
    opened.close()


@pytest.fixture
def page(spent: Stage) -> ExpensesPage:
    """Its Expenses tab."""
    return page_of(spent)
